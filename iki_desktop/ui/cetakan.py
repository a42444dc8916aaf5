"""From the open document to a file on the disk: what a worker needs, frozen, and a proposed name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.core.progress import Progress
from iki_desktop.core.triwulan import Periode, nama_tw
from iki_desktop.keluaran import nama_berkas

if TYPE_CHECKING:
    from iki_desktop.core.snapshot import Snapshot
    from iki_desktop.naskah.pilihan import Pilihan

__all__ = ["Cetakan", "PesananLaporan", "cetakan_dokumen", "cetakan_laporan"]


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A file to be made: what it is called, its proposed name with ending, and who writes it."""

    judul: str
    usulan: str
    tulis: Callable[[Path, Progress], None]


@dataclass(frozen=True, slots=True)
class PesananLaporan:
    """A report as it was asked for; ``akhiran`` is pdf, docx or xlsx."""

    jenis: str
    akhiran: str
    triwulan: Periode
    jabatan_id: int | None = None
    tanggal: date | None = None
    penjelasan: bool = False
    grafik: bool = False


def cetakan_dokumen(akhiran: str, snapshot: Snapshot, pilihan: Pilihan) -> Cetakan:
    """The Keputusan with its lampiran as ``pdf`` or ``docx``, or the workbook (``xlsx``)."""
    judul = "Buku kerja IKI" if akhiran == "xlsx" else "Keputusan IKI"

    def tulis(path: Path, progress: Progress) -> None:
        # Imported here: a person who only enters figures never pays for the pens.
        if akhiran == "xlsx":
            from iki_desktop.export.xlsx import tulis_xlsx  # noqa: PLC0415

            tulis_xlsx(snapshot, path, progress)
            return
        from iki_desktop.export.pena import pena  # noqa: PLC0415
        from iki_desktop.naskah.keputusan import compose_dokumen  # noqa: PLC0415

        pena(akhiran)(compose_dokumen(snapshot, pilihan), path, progress)

    return Cetakan(judul, _nama(judul, snapshot, akhiran), tulis)


def cetakan_laporan(pesanan: PesananLaporan, snapshot: Snapshot, lalu: tuple[Snapshot, ...] = ()) -> Cetakan:
    """A report of the document, in the form that was asked for; ``lalu`` as ``compose_laporan``."""
    from iki_desktop.naskah.laporan import JENIS_LAPORAN  # noqa: PLC0415  (not for start-up)

    laporan = JENIS_LAPORAN[pesanan.jenis]
    pilihan = {
        "triwulan": pesanan.triwulan,
        "jabatan_id": pesanan.jabatan_id,
        "tanggal": pesanan.tanggal,
        "penjelasan": pesanan.penjelasan,
        "grafik": pesanan.grafik,
        "lalu": lalu,
    }

    def tulis(path: Path, progress: Progress) -> None:
        if pesanan.akhiran == "xlsx":
            from iki_desktop.export.xlsx import tulis_laporan_xlsx  # noqa: PLC0415

            tulis_laporan_xlsx(pesanan.jenis, snapshot, path, progress=progress, **pilihan)  # type: ignore[arg-type]
            return
        from iki_desktop.export.pena import pena  # noqa: PLC0415
        from iki_desktop.naskah.laporan import compose_laporan  # noqa: PLC0415

        naskah = compose_laporan(pesanan.jenis, snapshot, **pilihan)  # type: ignore[arg-type]
        pena(pesanan.akhiran)(naskah, path, progress)

    tw = f" {nama_tw(pesanan.triwulan)}" if laporan.bertriwulan and pesanan.triwulan else ""
    return Cetakan(laporan.judul, _nama(f"{laporan.judul}{tw}", snapshot, pesanan.akhiran), tulis)


def _nama(judul: str, snapshot: Snapshot, akhiran: str) -> str:
    return (
        nama_berkas(f"{judul} Kecamatan {snapshot.kecamatan.nama} {snapshot.dokumen.tahun}") + f".{akhiran}"
    )
