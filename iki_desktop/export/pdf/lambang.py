"""The coat of arms as a picture that can be drawn."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from iki_desktop.naskah.blok import Lambang

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

__all__ = ["baca_lambang"]

_SISI_CETAK = 700
"""Pixels on a side that the paper can show: 40 mm at more than 400 dots an inch."""


def baca_lambang(lambang: Lambang) -> ImageReader | None:
    """Decode the picture, no larger than it can be printed; ``None`` where it is damaged."""
    from PIL import Image  # noqa: PLC0415  (only a document with a picture needs it)
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(lambang.png), formats=["PNG"]) as asli:
            gambar = asli.convert("RGBA")
        gambar.thumbnail((_SISI_CETAK, _SISI_CETAK))
        return ImageReader(gambar)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError):
        return None
