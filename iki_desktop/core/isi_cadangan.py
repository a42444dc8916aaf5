"""What a backup holds, told before it comes back; and how an office's file is at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from iki_desktop.core.cadangan import Cadangan
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Realisasi, Record, Sasaran
from iki_desktop.core.riwayat import Catatan

__all__ = ["IsiCadangan", "KeadaanAwal", "Simpanan", "isi_cadangan"]

_JENIS = (Jabatan, Sasaran, Indikator, Realisasi)


class KeadaanAwal(Enum):
    """What can be seen of a file without opening it."""

    ADA = "ada"
    HILANG = "hilang"
    RUSAK = "rusak"


@dataclass(frozen=True, slots=True)
class Simpanan:
    """The backups of one file, newest first; ``asal`` is where it lay, as far as that is known."""

    asal: Path | None
    cadangan: tuple[Cadangan, ...]

    @property
    def kantor(self) -> str:
        """The office as its newest backup names it."""
        return self.cadangan[0].kantor


@dataclass(frozen=True, slots=True)
class IsiCadangan:
    """Offices with their years, how many records of each kind, and the last entries of the journal."""

    kantor: tuple[tuple[str, tuple[int, ...]], ...]
    jumlah: tuple[tuple[str, int], ...]
    catatan: tuple[Catatan, ...] = ()


def isi_cadangan(records: Iterable[Record], catatan: Iterable[Catatan] = ()) -> IsiCadangan:
    """Count what there is, office by office and kind by kind."""
    semua = list(records)
    tahun: dict[int, list[int]] = {}
    for satu in semua:
        if isinstance(satu, Dokumen):
            tahun.setdefault(satu.kecamatan_id, []).append(satu.tahun)
    kantor = tuple((k.nama, tuple(sorted(tahun.get(k.id, ())))) for k in semua if isinstance(k, Kecamatan))
    hitung = Counter(type(r) for r in semua)
    return IsiCadangan(kantor, tuple((j.__name__.lower(), hitung[j]) for j in _JENIS), tuple(catatan))
