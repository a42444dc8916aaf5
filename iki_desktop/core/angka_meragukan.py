"""Figures that are numbers, and yet perhaps not the ones that were meant.

A spreadsheet of another language reads ``1.234`` as one and a bit, and ``75%`` as three quarters; the
cell then holds a good number, and only its reader can wonder.
"""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.angka import format_angka

__all__ = ["keraguan"]

_PERSEN = frozenset({"%", "persen"})


def keraguan(nilai: Decimal, satuan: str | None) -> str:
    """What may have gone wrong on the way, as a sentence; empty for an ordinary figure.

    ``satuan`` is the unit of the figure itself, ``None`` for one that is counted, as a numerator is.
    """
    eksponen = nilai.normalize().as_tuple().exponent
    if satuan is not None and satuan.strip().casefold() in _PERSEN and 0 < abs(nilai) < 1:
        seratus = format_angka(nilai.scaleb(2))
        return f"{format_angka(nilai)} pada satuan %. Bila maksudnya {seratus}, perbaiki di Excel."
    if eksponen == -3 and abs(nilai) >= 1:
        ribuan = format_angka(nilai.scaleb(3))
        return f"{format_angka(nilai)} mungkin dimaksud {ribuan}. Bila demikian, perbaiki di Excel."
    return ""
