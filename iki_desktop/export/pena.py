"""Which pen writes a document: each draws the same tree.  Only the one that is asked for is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iki_desktop.core.progress import Progress
    from iki_desktop.naskah.blok import Naskah

__all__ = ["pena"]


def pena(akhiran: str) -> Callable[[Naskah, Path, Progress], None]:
    """The pen for ``docx``, and the one of PDF for any other ending, with its dot or without."""
    if akhiran.lower().removeprefix(".") == "docx":
        from iki_desktop.export.docx import tulis_docx  # noqa: PLC0415  (pens are not for start-up)

        return tulis_docx
    from iki_desktop.export.pdf import tulis_pdf  # noqa: PLC0415

    return tulis_pdf
