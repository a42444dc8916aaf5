"""Numbers in words: 12 is "dua belas".

A number in a decision stands with its words in brackets and a blank between them, "12 (dua
belas)" (UU 12/2011 Lampiran II no. 86).  Names of powers are those of the Kamus Besar Bahasa
Indonesia, the short scale: miliar is 10⁹, triliun 10¹².
"""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.angka import MAKSIMUM_DIGIT, format_angka

__all__ = ["dengan_kata", "terbilang"]

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_RIBUAN = (
    "", "ribu", "juta", "miliar", "triliun",
    "kuadriliun", "kuintiliun", "sekstiliun", "septiliun", "oktiliun",
)  # fmt: skip
"""The names of 1000 to the power of their place: as many as a figure of an office has digits."""


def terbilang(angka: Decimal) -> str:
    """The number in words; decimals are said digit by digit after "koma", zeros at their end not at all.

    A whole part of more digits than there are words for (30) is written in digits.

    Raises
    ------
    ValueError
        where it is no number that ends (infinite, or not a number).
    """
    bulat, pecahan = _bagian(angka)
    if len(bulat) > MAKSIMUM_DIGIT:
        return format_angka(angka)
    kata = _bulat(bulat)
    if pecahan:
        kata = [*kata, "koma", *(_SATUAN[int(digit)] for digit in pecahan)]
    return " ".join(["minus", *kata] if angka < 0 else kata)


def dengan_kata(angka: Decimal) -> str:
    """Digits, then words in brackets: ``12 (dua belas)``; digits alone where there are no words.

    Raises
    ------
    ValueError
        as ``terbilang`` does.
    """
    digit, kata = format_angka(angka), terbilang(angka)
    return digit if kata == digit else f"{digit} ({kata})"


def _bagian(angka: Decimal) -> tuple[str, str]:
    """The digits before and after the comma, without zeros that say nothing."""
    if not angka.is_finite():
        raise ValueError(f"tidak berujung: {angka}")
    bulat, _, pecahan = f"{angka.copy_abs():f}".partition(".")
    return bulat.lstrip("0") or "0", pecahan.rstrip("0")


def _bulat(digit: str) -> list[str]:
    """A whole number, three digits after three digits from its end."""
    if digit == "0":
        return [_SATUAN[0]]
    kata: list[str] = []
    for pangkat in range((len(digit) - 1) // 3, -1, -1):
        akhir = len(digit) - 3 * pangkat
        tiga = int(digit[max(akhir - 3, 0) : akhir])
        if tiga == 1 and pangkat == 1:
            kata.append("seribu")
        elif tiga:
            kata += [*_ratusan(tiga), *([_RIBUAN[pangkat]] if pangkat else [])]
    return kata


def _ratusan(angka: int) -> list[str]:
    """A number from 1 to 999."""
    ratus, sisa = divmod(angka, 100)
    kata = ["seratus"] if ratus == 1 else [_SATUAN[ratus], "ratus"] if ratus else []
    return kata + _puluhan(sisa) if sisa else kata


def _puluhan(angka: int) -> list[str]:
    """A number from 1 to 99."""
    puluh, satu = divmod(angka, 10)
    if angka in (10, 11):
        return ["sepuluh" if angka == 10 else "sebelas"]
    if puluh == 1:
        return [_SATUAN[satu], "belas"]
    kata = [_SATUAN[puluh], "puluh"] if puluh else []
    return [*kata, _SATUAN[satu]] if satu else kata
