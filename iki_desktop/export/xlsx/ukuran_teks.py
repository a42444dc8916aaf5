"""How wide a text is and into which lines it falls: Excel does not fit row heights by itself.

Widths are those of Helvetica, which Arial shares, in thousandths of the type size.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["baris_teks", "lebar_teks"]

_MENURUT_LEBAR = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_LEBAR = {huruf: lebar for lebar, deret in _MENURUT_LEBAR.items() for huruf in deret}
_LEBAR_LAIN, _LEBAR_PENUH = 600, 1000
_TEBAL = 1.1
"""Bold letters are wider by at most this factor in running text."""

_KATA = re.compile(r"\n|[^\s-]*\w-(?=\w)|(?:[^\s-]|-(?!\w)|(?<!\w)-)+[^\S\n]*|[^\S\n]+")
"""A line may end behind blanks, behind a line end, and behind the hyphen of a doubled word."""


def lebar_teks(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Width of one line of text at a type size, both in points."""
    jumlah = sum(map(_LEBAR_HURUF.__getitem__, teks))
    return jumlah * ukuran / 1000 * (_TEBAL if tebal else 1)


class _LebarHuruf(dict[str, int]):
    """The width of each character that has come up; a workbook asks five million times."""

    def __missing__(self, huruf: str) -> int:
        self[huruf] = lebar = _lebar_lain(huruf)
        return lebar


def _lebar_lain(huruf: str) -> int:
    if unicodedata.combining(huruf):
        return 0
    polos = unicodedata.normalize("NFD", huruf)[0]
    if polos in _LEBAR:
        return _LEBAR[polos]
    penuh = ord(huruf) > 0xFFFF or unicodedata.east_asian_width(huruf) in "WF"
    return _LEBAR_PENUH if penuh else _LEBAR_LAIN


_LEBAR_HURUF = _LebarHuruf(_LEBAR)


def baris_teks(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> list[str]:
    """The lines into which a text falls in a column of ``lebar`` points.

    Put together again the lines are the text: blanks and line ends stay at the end of theirs.
    """
    return list(_baris(teks, lebar, ukuran, tebal))


@lru_cache(maxsize=4096)
def _baris(teks: str, lebar: float, ukuran: float, tebal: bool) -> tuple[str, ...]:
    """The same text stands on the sheet of each quarter; its lines are remembered."""
    hasil: list[str] = []
    baris, isi = "", 0.0
    for kata in _KATA.findall(teks):
        if kata == "\n":
            hasil.append(baris + kata)
            baris, isi = "", 0.0
            continue
        if baris and isi + lebar_teks(kata.rstrip(), ukuran, tebal=tebal) > lebar:
            hasil.append(baris)
            baris, isi = "", 0.0
        *penuh, sisa = _penggal(kata, lebar, ukuran, tebal=tebal)
        hasil += penuh
        baris, isi = baris + sisa, isi + lebar_teks(sisa, ukuran, tebal=tebal)
    return (*hasil, baris)


def _penggal(kata: str, lebar: float, ukuran: float, *, tebal: bool) -> list[str]:
    """A word too long for a line falls apart where the line ends."""
    if lebar_teks(kata.rstrip(), ukuran, tebal=tebal) <= lebar:
        return [kata]
    hasil, potongan, isi = [], "", 0.0
    for huruf in kata:
        satu = lebar_teks(huruf, ukuran, tebal=tebal)
        if potongan and isi + satu > lebar and not huruf.isspace():
            hasil.append(potongan)
            potongan, isi = "", 0.0
        potongan, isi = potongan + huruf, isi + satu
    return [*hasil, potongan]
