"""What differs between an older state of an office's file and the one of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from iki_desktop.core.arsip import Arsip, induk_id, kunci_record
from iki_desktop.core.records import Jabatan, Kecamatan, Record

__all__ = ["BedaJabatan", "Perbandingan", "bandingkan"]


@dataclass(frozen=True, slots=True)
class BedaJabatan:
    """Records of one post that today are there and were not, are no longer there, or are different."""

    nama: str
    bertambah: int
    berkurang: int
    berubah: int


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """``jumlah``: kind -> how many then and now.  ``di_luar``: the same as a post's, for everything else."""

    kantor_dulu: tuple[str, ...]
    kantor_kini: tuple[str, ...]
    jumlah: tuple[tuple[str, int, int], ...]
    jabatan: tuple[BedaJabatan, ...]
    di_luar: BedaJabatan

    @property
    def kantor_lain(self) -> bool:
        """Whether it is the file of another kecamatan altogether."""
        dulu, kini = ({n.casefold() for n in s} for s in (self.kantor_dulu, self.kantor_kini))
        return bool(dulu and kini) and not dulu & kini

    @property
    def sama(self) -> bool:
        """Whether nothing differs."""
        return not self.jabatan and self.di_luar == BedaJabatan(self.di_luar.nama, 0, 0, 0)


def bandingkan(dulu: Iterable[Record], kini: Iterable[Record]) -> Perbandingan:
    """Compare two states of one file, record by record, and gather what differs post by post."""
    lama, baru = list(dulu), list(kini)
    isi_lama, isi_baru = ({kunci_record(r): r for r in isi} for isi in (lama, baru))
    arsip = Arsip(baru), Arsip(lama)
    hitung: dict[int | None, Counter[str]] = {}
    for kunci in isi_lama.keys() | isi_baru.keys():
        satu, dua = isi_lama.get(kunci), isi_baru.get(kunci)
        if satu == dua:
            continue
        record = dua or satu
        assert record is not None
        cara = "bertambah" if satu is None else "berkurang" if dua is None else "berubah"
        hitung.setdefault(_jabatan(arsip, record), Counter())[cara] += 1
    di_luar = _beda("", hitung.pop(None, Counter()))
    jabatan = sorted((_beda(_nama(arsip, j), h) for j, h in hitung.items() if j is not None), key=_urutan)
    return Perbandingan(
        _kantor(lama), _kantor(baru), _jumlah(lama, baru), tuple(jabatan), di_luar
    )  # fmt: skip


def _jabatan(arsip: tuple[Arsip, Arsip], record: Record) -> int | None:
    """The post to which a record belongs, where it stands today, else where it stood."""
    if isinstance(record, Jabatan):
        return record.id
    node_id = induk_id(record)
    for satu in arsip:
        if node_id in satu:
            return next((n.id for n in satu.leluhur(node_id) if isinstance(n, Jabatan)), None)
    return None


def _nama(arsip: tuple[Arsip, Arsip], jabatan_id: int) -> str:
    node = next(a[jabatan_id] for a in arsip if jabatan_id in a)
    return node.nama if isinstance(node, Jabatan) else ""


def _beda(nama: str, hitung: Counter[str]) -> BedaJabatan:
    return BedaJabatan(nama, hitung["bertambah"], hitung["berkurang"], hitung["berubah"])


def _urutan(beda: BedaJabatan) -> tuple[int, str]:
    return -(beda.bertambah + beda.berkurang + beda.berubah), beda.nama


def _kantor(isi: Iterable[Record]) -> tuple[str, ...]:
    return tuple(r.nama for r in isi if isinstance(r, Kecamatan))


def _jumlah(lama: Iterable[Record], baru: Iterable[Record]) -> tuple[tuple[str, int, int], ...]:
    satu, dua = (Counter(type(r).__name__.lower() for r in isi) for isi in (lama, baru))
    return tuple((jenis, satu[jenis], dua[jenis]) for jenis in sorted(satu.keys() | dua.keys()))
