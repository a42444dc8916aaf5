"""From two versions to the file of their differences."""

from __future__ import annotations

from pathlib import Path

from iki_desktop.core.perbandingan_naskah import bandingkan_naskah
from iki_desktop.core.progress import Progress
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.keluaran import nama_berkas
from iki_desktop.ui.cetakan import Cetakan

__all__ = ["cetakan_matriks"]


def cetakan_matriks(akhiran: str, lama: Snapshot, baru: Snapshot, *, semula: str, menjadi: str) -> Cetakan:
    """The matrix of changes as ``pdf``, ``docx`` or ``xlsx``."""
    from iki_desktop.naskah.matriks import JUDUL_MATRIKS  # noqa: PLC0415  (start-up)

    def tulis(path: Path, progress: Progress) -> None:
        # Imported here: a person who only enters figures never pays for the pens.
        from iki_desktop.export.pena import pena  # noqa: PLC0415
        from iki_desktop.naskah.matriks import compose_matriks  # noqa: PLC0415

        beda = bandingkan_naskah(lama, baru)
        if akhiran == "xlsx":
            from iki_desktop.export.xlsx.buku_matriks import tulis_matriks_xlsx  # noqa: PLC0415

            tulis_matriks_xlsx(beda, baru, path, semula=semula, menjadi=menjadi, progress=progress)
            return
        naskah = compose_matriks(beda, baru, semula=semula, menjadi=menjadi)
        pena(akhiran)(naskah, path, progress)

    nama = nama_berkas(f"{JUDUL_MATRIKS} Kecamatan {baru.kecamatan.nama} {baru.dokumen.tahun}")
    return Cetakan(JUDUL_MATRIKS, f"{nama}.{akhiran}", tulis)
