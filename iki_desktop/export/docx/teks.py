"""Texts of people as runs of a Word file.

Nothing in a text is markup, a field or a link.  What XML cannot hold or the eye cannot see is
left out, every kind of line break is one, tabs and everything else stay.
"""

from __future__ import annotations

import re

from iki_desktop.export.docx.unsur import Unsur, unsur

__all__ = ["bersihkan", "satu_baris", "untaian"]

_GANTI_BARIS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")

_TAK_TERTULIS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Besides control characters, those that would turn the order of the words that follow."""

_SEBELAH = re.compile("[\ud800-\udfff]")

_HURUF_KANAN = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_KANAN_KE_KIRI = re.compile(f"([{_HURUF_KANAN}]+(?:[ \u200c-\u200f]+[{_HURUF_KANAN}]+)*)")

_POTONGAN = re.compile(r"([\n\t])")


def bersihkan(teks: str) -> str:
    """The text as a Word file can hold it; line breaks as \\n."""
    if teks.isascii() and teks.isprintable():
        return teks
    baris = _GANTI_BARIS.sub("\n", teks)
    return _SEBELAH.sub("\N{REPLACEMENT CHARACTER}", _TAK_TERTULIS.sub("", baris))


def satu_baris(teks: str, terpanjang: int) -> str:
    """A text for a property of the file: one line, no longer than it may be."""
    return " ".join(bersihkan(teks).split())[:terpanjang].strip()


def untaian(teks: str) -> list[Unsur]:
    """The runs of a text; stretches that are read from right to left are runs of their own."""
    semua: list[Unsur] = []
    for nomor, bagian in enumerate(_KANAN_KE_KIRI.split(bersihkan(teks))):
        if bagian:
            sifat = unsur("w:rPr", unsur("w:rtl")) if nomor % 2 else None
            semua.append(unsur("w:r", sifat, *_isi(bagian)))
    return semua


def _isi(teks: str) -> list[Unsur]:
    semua: list[Unsur] = []
    for bagian in _POTONGAN.split(teks):
        if bagian == "\n":
            semua.append(unsur("w:br"))
        elif bagian == "\t":
            semua.append(unsur("w:tab"))
        elif bagian:
            kata = unsur("w:t", xml_space="preserve")
            kata.text = bagian
            semua.append(kata)
    return semua
