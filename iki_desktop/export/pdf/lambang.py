"""The coat of arms as a picture that can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.export.lambang import buka_lambang
from iki_desktop.naskah.blok import Lambang

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

__all__ = ["baca_lambang"]


def baca_lambang(lambang: Lambang) -> ImageReader | None:
    """The picture as ReportLab takes it; ``None`` where it is damaged."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415  (only a document with a picture needs it)

    gambar = buka_lambang(lambang)
    return None if gambar is None else ImageReader(gambar)
