"""The ReportLab pen: a naskah in, a PDF file out.

ReportLab and Pillow cost as much to import as an empty window; they are loaded with the first
document that is written.
"""

from __future__ import annotations

from pathlib import Path

from iki_desktop.core.errors import Temuan
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.naskah.blok import Naskah

__all__ = ["cetak_pdf", "tulis_pdf"]


def cetak_pdf(naskah: Naskah, path: Path, progress: Progress = TANPA_KEMAJUAN) -> tuple[Temuan, ...]:
    """Write a document as PDF, whole or not at all, and tell what was found.

    The findings name the typeface used and what could not be printed as given; none of them
    stops the work.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where ``progress`` stops it; nothing is left behind.
    """
    from iki_desktop.export.pdf.penulis import cetak  # noqa: PLC0415  (loads ReportLab)

    return cetak(naskah, path, progress)


def tulis_pdf(naskah: Naskah, path: Path, progress: Progress = TANPA_KEMAJUAN) -> None:
    """Write a document as PDF like ``cetak_pdf``, for who does not ask what was found."""
    cetak_pdf(naskah, path, progress)
