"""How wide and how high a text will be, in the typeface that the printed copy has."""

from __future__ import annotations

from math import ceil

from iki_desktop.export.docx.teks import bersihkan
from iki_desktop.export.pdf.huruf import pilih_huruf

__all__ = ["MM_POIN", "Ukur"]

MM_POIN = 25.4 / 72
"""Millimetres in a point."""


_SELEBAR = ("", "caladea", "cambria")
"""What asks for the typeface that stands in for every missing one, or for one of its widths."""

_LEBIH_LEBAR = 1.15
"""A typeface that is not here may be wider than the one that is measured: Bookman Old Style is."""


class Ukur:
    """Measures texts in the document's typeface, or the nearest that is installed; millimetres.

    Word breaks lines by itself; these figures only choose widths and tell high from low.
    """

    def __init__(self, huruf: str | None) -> None:
        self._huruf, _ = pilih_huruf(huruf)
        bawaan, _ = pilih_huruf(None)
        diganti = self._huruf == bawaan and (huruf or "").strip().casefold() not in _SELEBAR
        self._kali = _LEBIH_LEBAR if diganti else 1.0
        self._kata: dict[tuple[str, bool], float] = {}

    def lebar(self, teks: str, ukuran: float, *, tebal: bool = False) -> float:
        """The width of the widest line of a text at a type size in points."""
        return max(self._lebar(baris, tebal) for baris in bersihkan(teks).split("\n")) * ukuran * MM_POIN

    def tinggi(
        self, teks: str, ukuran: float, lebar: float, *, spasi: float = 1.2, tebal: bool = False
    ) -> float:
        """The height of a text set in a width; ``spasi`` multiplies the type size."""
        batas = max(lebar / (ukuran * MM_POIN), 1.0)
        jumlah = sum(self._jumlah_baris(baris, batas, tebal) for baris in bersihkan(teks).split("\n"))
        return jumlah * ukuran * spasi * MM_POIN

    def _jumlah_baris(self, teks: str, batas: float, tebal: bool) -> int:
        """Lines filled word by word; a word wider than a line takes as many as it needs."""
        jumlah, terisi = 1, 0.0
        spasi = self._lebar(" ", tebal)
        for kata in teks.split():
            lebar = self._lebar(kata, tebal)
            if terisi and terisi + spasi + lebar > batas:
                jumlah, terisi = jumlah + 1, 0.0
            terisi += lebar + (spasi if terisi else 0.0)
            lebih = ceil(terisi / batas) - 1
            jumlah, terisi = jumlah + lebih, terisi - lebih * batas
        return jumlah

    def _lebar(self, teks: str, tebal: bool) -> float:
        kunci = (teks, tebal)
        if kunci not in self._kata:
            self._kata[kunci] = sum(
                aksara.lebar(bagian) * self._kali for aksara, bagian in self._huruf.potong(teks, tebal=tebal)
            )
        return self._kata[kunci]
