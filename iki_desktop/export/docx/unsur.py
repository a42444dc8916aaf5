"""Elements of WordprocessingML, made one by one: text never passes through a parser."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["Unsur", "poin_ganda", "sifat_paragraf", "twip", "unsur"]

Unsur = BaseOxmlElement

_URUTAN = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
"""The order in which the schema wants the properties of a paragraph (ECMA-376 part 1, 17.3.1.26)."""

_TEMPAT = {nama: nomor for nomor, nama in enumerate(_URUTAN)}


@cache
def _nama(nama: str) -> str:
    return qn(nama)


def unsur(nama: str, *anak: Unsur | None, **atribut: str | int) -> Unsur:
    """An element such as ``w:p``; attributes take its prefix unless they bring one (``r_id``)."""
    awalan = nama.partition(":")[0]
    jadi: Unsur = oxml_parser.makeelement(_nama(nama), nsmap={awalan: nsmap[awalan]})
    for kunci, nilai in atribut.items():
        jadi.set(_nama(kunci.replace("_", ":") if "_" in kunci else f"{awalan}:{kunci}"), str(nilai))
    for satu in anak:
        if satu is not None:
            jadi.append(satu)
    return jadi


def sifat_paragraf(semua: Iterable[Unsur | None]) -> Unsur:
    """The properties of a paragraph or a style, put in the order of the schema."""
    ada = [satu for satu in semua if satu is not None]
    return unsur("w:pPr", *sorted(ada, key=lambda satu: _TEMPAT[satu.tag.rpartition("}")[2]]))


def twip(mm: float) -> int:
    """Millimetres in twentieths of a point, Word's measure of length."""
    return round(mm * 1440 / 25.4)


def poin_ganda(poin: float) -> int:
    """A type size in half points, Word's measure of type."""
    return round(poin * 2)
