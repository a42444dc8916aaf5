"""Lists with Word's own numbering, wherever it prints the very numbers of the document.

A number is final in the tree.  Word may count by itself only where its count is proved to give
the same numbers; any other list carries its numbers as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iki_desktop.export.docx.unsur import Unsur, twip, unsur
from iki_desktop.naskah.blok import BarisDaftar
from iki_desktop.naskah.daftar import nomor_butir

__all__ = ["Inden", "Penomoran"]

_TINGKAT_TERDALAM = 9
_DAFTAR_TERBANYAK = 2_000
"""Word keeps no more than 2,047 lists in a file; what comes after is numbered by text."""

_GAYA = {
    "a.": ("lowerLetter", "%{}."),
    "a)": ("lowerLetter", "%{})"),
    "1.": ("decimal", "%{}."),
    "1)": ("decimal", "%{})"),
    "(1)": ("decimal", "(%{})"),
    "-": ("bullet", "-"),
    "": ("none", ""),
}


@dataclass(frozen=True, slots=True)
class Inden:
    """Where the number of a level begins and where its text does; millimetres."""

    nomor: float
    teks: float


class Penomoran:
    """The lists of one document; those of one shape share their definition."""

    def __init__(self) -> None:
        self._bentuk: dict[tuple[tuple[str, Inden], ...], int] = {}
        self._daftar: list[int] = []

    def daftar(self, baris: Sequence[BarisDaftar], inden: dict[int, Inden]) -> int | None:
        """The id of a list that Word may number, counted anew; ``None`` where its numbers stay text."""
        gaya = _gaya(baris)
        if gaya is None or len(self._daftar) >= _DAFTAR_TERBANYAK:
            return None
        terdalam = max(gaya)
        bentuk = tuple((gaya.get(t, ""), inden.get(t, Inden(0.0, 0.0))) for t in range(terdalam + 1))
        self._daftar.append(self._bentuk.setdefault(bentuk, len(self._bentuk)))
        return len(self._daftar)

    def unsur(self) -> Unsur:
        """The numbering part of the file."""
        bentuk = (_abstrak(nomor, semua) for semua, nomor in self._bentuk.items())
        daftar = (_daftar(nomor, asal) for nomor, asal in enumerate(self._daftar, 1))
        return unsur("w:numbering", *bentuk, *daftar)


def _gaya(baris: Sequence[BarisDaftar]) -> dict[int, str] | None:
    """The style of every level, where counting in it gives the printed numbers."""
    gaya: dict[int, str] = {}
    hitungan: dict[int, int] = {}
    for satu in baris:
        pola = gaya.setdefault(satu.tingkat, satu.nomor)
        hitungan = {t: n for t, n in hitungan.items() if t <= satu.tingkat}
        hitungan[satu.tingkat] = urutan = hitungan.get(satu.tingkat, 0) + 1
        if pola not in _GAYA or nomor_butir(pola, urutan) != satu.nomor:
            return None
    return gaya if gaya and max(gaya) < _TINGKAT_TERDALAM and any(gaya.values()) else None


def _abstrak(nomor: int, semua: tuple[tuple[str, Inden], ...]) -> Unsur:
    tingkat = (_tingkat(n, gaya, inden) for n, (gaya, inden) in enumerate(semua))
    return unsur("w:abstractNum", unsur("w:multiLevelType", val="multilevel"), *tingkat, abstractNumId=nomor)


def _tingkat(nomor: int, gaya: str, inden: Inden) -> Unsur:
    format_angka, pola = _GAYA[gaya]
    masuk = unsur("w:ind", left=twip(inden.teks), hanging=twip(inden.teks - inden.nomor))
    return unsur(
        "w:lvl",
        unsur("w:start", val=1),
        unsur("w:numFmt", val=format_angka),
        unsur("w:suff", val="tab" if gaya else "nothing"),
        unsur("w:lvlText", val=pola.format(nomor + 1)),
        unsur("w:lvlJc", val="left"),
        unsur("w:pPr", masuk),
        ilvl=nomor,
    )


def _daftar(nomor: int, asal: int) -> Unsur:
    """A list of its own: without the override it would count on from the one before."""
    mulai = unsur("w:lvlOverride", unsur("w:startOverride", val=1), ilvl=0)
    return unsur("w:num", unsur("w:abstractNumId", val=asal), mulai, numId=nomor)
