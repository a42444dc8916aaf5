"""The Word pen: a naskah in, a .docx file out, for those who correct the words.

python-docx and lxml cost as much to import as an empty window; they are loaded with the first
document that is written.
"""

from __future__ import annotations

from pathlib import Path

from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.naskah.blok import Naskah

__all__ = ["tulis_docx"]


def tulis_docx(naskah: Naskah, path: Path, progress: Progress = TANPA_KEMAJUAN) -> None:
    """Write a document as a Word file, whole or not at all; the same document is the same bytes.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where ``progress`` stops it; nothing is left behind.
    """
    from iki_desktop.export.docx.penulis import tulis  # noqa: PLC0415  (loads python-docx)

    tulis(naskah, path, progress)
