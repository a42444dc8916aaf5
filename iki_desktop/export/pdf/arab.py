"""Arabic letters joined to their neighbours, in the order in which the eye meets them.

A font of TrueType outlines is asked here for one shape after the other; it cannot choose the shape
of a letter by what stands beside it.  Unicode has a character for each such shape (Arabic
Presentation Forms A and B), and says of each which letter it is: that is all the knowledge needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["KANAN_KE_KIRI", "bentuk_huruf", "sambung", "terbalik"]

_HURUF_KANAN = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
KANAN_KE_KIRI = re.compile(f"[{_HURUF_KANAN}]+(?: +[{_HURUF_KANAN}]+)*")
"""Words that are read from right to left."""

_BERSAMBUNG = re.compile("[\u0620-\u06ff]{2,}")
_TATWIL = "\u0640"
"""Lengthens the stroke between two letters; it joins on either side and has one shape."""

_AKHIR, _AWAL, _TENGAH = "<final>", "<initial>", "<medial>"


@cache
def _bentuk() -> dict[tuple[str, str], str]:
    """The shape of a letter, or of lam with alif, at a place: from its letters and the place's name."""
    bentuk: dict[tuple[str, str], str] = {}
    for kode in (*range(0xFE70, 0xFEFD), *range(0xFB50, 0xFDC8)):
        tempat, *asal = unicodedata.decomposition(chr(kode)).split() or [""]
        huruf = "".join(chr(int(satu, 16)) for satu in asal)
        if len(huruf) == 1 or 0xFEF5 <= kode <= 0xFEFC:
            bentuk.setdefault((huruf, tempat), chr(kode))
    return bentuk


@cache
def bentuk_huruf() -> dict[str, str]:
    """Every shape that ``sambung`` may write, and the letters that it stands for."""
    return {bentuk: huruf for (huruf, _), bentuk in _bentuk().items()}


def sambung(teks: str) -> str:
    """The text with each Arabic letter in the shape that its neighbours ask for, still in reading order."""
    return _BERSAMBUNG.sub(lambda cocok: "".join(_satu_kata(cocok[0])), teks)


def _satu_kata(kata: str) -> list[str]:
    """Letters of one word; vowel signs above and below them part nothing."""
    huruf = _suku(kata)
    jadi = []
    for nomor, (satu, tanda) in enumerate(huruf):
        sebelum = nomor > 0 and _menyambung(huruf[nomor - 1][0], satu)
        sesudah = nomor + 1 < len(huruf) and _menyambung(satu, huruf[nomor + 1][0])
        jadi.append(_rupa(satu, sebelum=sebelum, sesudah=sesudah) + tanda)
    return jadi


def _suku(kata: str) -> list[tuple[str, str]]:
    """Each letter (lam with alif counts as one) and the signs that it carries."""
    suku: list[tuple[str, str]] = []
    for huruf in kata:
        if suku and unicodedata.combining(huruf):
            suku[-1] = (suku[-1][0], suku[-1][1] + huruf)
        elif suku and not suku[-1][1] and (suku[-1][0] + huruf, "<isolated>") in _bentuk():
            suku[-1] = (suku[-1][0] + huruf, "")
        else:
            suku.append((huruf, ""))
    return suku


def _menyambung(kiri: str, kanan: str) -> bool:
    """Whether a letter reaches out to the one that is read after it, and that one takes it."""
    bentuk = _bentuk()
    memberi = kiri == _TATWIL or (kiri, _AWAL) in bentuk
    return memberi and (kanan == _TATWIL or (kanan, _AKHIR) in bentuk)


def _rupa(huruf: str, *, sebelum: bool, sesudah: bool) -> str:
    bentuk = _bentuk()
    if sebelum and sesudah and (huruf, _TENGAH) in bentuk:
        return bentuk[huruf, _TENGAH]
    if sebelum:
        return bentuk.get((huruf, _AKHIR), huruf)
    if sesudah:
        return bentuk.get((huruf, _AWAL), huruf)
    return bentuk[huruf, "<isolated>"] if len(huruf) > 1 else huruf


def terbalik(teks: str) -> str:
    """A run from right to left as a page is drawn, from left to right.

    A sign that a letter carries comes before it: it has no width, and is drawn over what follows.
    """
    return teks[::-1]
