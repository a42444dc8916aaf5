"""The matrix of changes as a workbook: one sheet, for sorting and copying."""

from __future__ import annotations

from pathlib import Path

from iki_desktop.core.perbandingan_naskah import PerbandinganNaskah
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.xlsx.buku_laporan import tulis_bagian
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.matriks import JUDUL_MATRIKS, susun_matriks

__all__ = ["tulis_matriks_xlsx"]


def tulis_matriks_xlsx(
    beda: PerbandinganNaskah,
    snapshot: Snapshot,
    path: Path,
    *,
    semula: str,
    menjadi: str,
    progress: Progress = TANPA_KEMAJUAN,
) -> None:
    """Write the differences of two versions as a workbook, whole or not at all."""
    bagian = susun_matriks(beda, snapshot, semula=semula, menjadi=menjadi)
    judul = f"{JUDUL_MATRIKS} {kecamatan(snapshot.kecamatan)} {snapshot.dokumen.tahun}"
    tulis_bagian(bagian, path, judul, snapshot.dokumen.tata_letak, progress, aturan=snapshot.aturan)
