"""The coat of arms decoded, for every pen: one place where a picture from outside is opened."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from iki_desktop.naskah.blok import Lambang

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["buka_lambang"]

_SISI_CETAK = 700
"""Pixels on a side that the paper can show: 40 mm at more than 400 dots an inch."""


def buka_lambang(lambang: Lambang) -> Image | None:
    """Decode the picture, no larger than it can be printed; ``None`` where it is damaged."""
    from PIL import Image  # noqa: PLC0415  (only a document with a picture needs it)

    try:
        with Image.open(io.BytesIO(lambang.png), formats=["PNG"]) as asli:
            gambar = asli.convert("RGBA")
        gambar.thumbnail((_SISI_CETAK, _SISI_CETAK))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError):
        return None
    return gambar
