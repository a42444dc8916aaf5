"""Lists with their numbers: a. → 1. → a) → 1), after UU 12/2011 Lampiran II no. 87–95."""

from __future__ import annotations

from collections.abc import Sequence

from iki_desktop.core.records import Butir
from iki_desktop.naskah.blok import BarisDaftar, Daftar, Isi, Paragraf

__all__ = ["angka_romawi", "bernomor", "isi_daftar", "nomor_butir"]

_BERIKUT = {"a.": "1.", "1.": "a)", "a)": "1)", "1)": "a.", "(1)": "a.", "-": "-", "": "a."}
_HURUF = "abcdefghijklmnopqrstuvwxyz"
_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def nomor_butir(gaya: str, urutan: int) -> str:
    """The number of the ``urutan``-th item (from 1) in a style: ``b.``, ``2)``, ``(2)``, ``-`` or nothing.

    After ``z`` come ``aa``, ``bb`` … as in an office's own lists.
    """
    putaran, sisa = divmod(urutan - 1, len(_HURUF))
    huruf = _HURUF[sisa] * (putaran + 1)
    return gaya.replace("a", huruf) if "a" in gaya else gaya.replace("1", str(urutan))


def angka_romawi(angka: int) -> str:
    """A number from 1 on in Roman figures, for chapters."""
    teks = ""
    for nilai, huruf in _ROMAWI:
        kali, angka = divmod(angka, nilai)
        teks += huruf * kali
    return teks


def bernomor(butir: Sequence[Butir], gaya: str, tingkat: int = 0) -> Daftar:
    """Number a list and the lists in it, however deep; children follow their parent."""
    baris: list[BarisDaftar] = []
    antrean = _tingkat(butir, gaya, tingkat)
    while antrean:
        satu, gaya_satu, nomor, dalam = antrean.pop()
        baris.append(BarisDaftar(dalam, nomor, satu.teks))
        antrean += _tingkat(satu.butir or (), _BERIKUT.get(gaya_satu, "a."), dalam + 1)
    return Daftar(tuple(baris))


def _tingkat(butir: Sequence[Butir], gaya: str, tingkat: int) -> list[tuple[Butir, str, str, int]]:
    """The items of one level, the last first: the list of what is still to print is a stack."""
    bernomor = [(b, gaya, nomor_butir(gaya, n), tingkat) for n, b in enumerate(butir, 1)]
    return bernomor[::-1]


def isi_daftar(butir: Sequence[Butir], gaya: str) -> tuple[Isi, ...]:
    """A list as contents: one item alone is a sentence, and its sub-items begin with ``gaya``."""
    if len(butir) != 1:
        return (bernomor(butir, gaya),) if butir else ()
    kalimat = Paragraf(butir[0].teks)
    return (kalimat, bernomor(butir[0].butir, gaya)) if butir[0].butir else (kalimat,)
