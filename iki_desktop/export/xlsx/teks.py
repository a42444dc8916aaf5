"""Text that any spreadsheet program takes as text, whatever was typed."""

from __future__ import annotations

import re

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.rules import bersihkan_teks

__all__ = ["PANJANG_SEL", "isi_sel", "kaki_halaman"]

PANJANG_SEL = 32_767
"""Characters in a cell, counted in UTF-16 as Excel counts them."""

_BARIS_SEL = 253
"""Line breaks in a cell that Excel knows how to show."""

_PANJANG_KAKI = 80

_SANDI_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def isi_sel(teks: str, batas: int = PANJANG_SEL) -> str:
    """A text as it is written into a cell, no longer than ``batas``.

    What is too long is cut where it can be seen, with an ellipsis.  A text that looks like
    Excel's own code for a character (``_x000D_``) is kept from being read as one.
    """
    awal, *lanjut = bersihkan_teks(teks).split("\n", _BARIS_SEL)
    if len(lanjut) == _BARIS_SEL:
        lanjut[-1] = lanjut[-1].replace("\n", " ")
    return _potong(_SANDI_EXCEL.sub("_x005F_", "\n".join([awal, *lanjut])), batas)


def _potong(teks: str, batas: int) -> str:
    if len(teks) * 2 <= batas or len(sandi := teks.encode("utf-16-le")) <= batas * 2:
        return teks
    # half of a pair at the cut is dropped by "ignore"
    return sandi[: (batas - 1) * 2].decode("utf-16-le", "ignore").rstrip() + "…"


def kaki_halaman(teks: str) -> str:
    """A text as the foot of a page can hold it: one line, ``&`` is no command there."""
    return isi_sel(satu_baris(teks), _PANJANG_KAKI).replace("&", "&&")
