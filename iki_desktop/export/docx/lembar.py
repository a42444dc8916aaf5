"""One group of sheets: its room, and what every block on it is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from iki_desktop.export.docx.gaya import DaftarGaya
from iki_desktop.export.docx.penomoran import Penomoran
from iki_desktop.export.docx.teks import untaian
from iki_desktop.export.docx.ukur import Ukur
from iki_desktop.export.docx.unsur import Unsur, sifat_paragraf, twip, unsur
from iki_desktop.export.pdf.gaya import UKURAN
from iki_desktop.naskah.blok import Berlabel, Lambang, Lembaran, Naskah
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["Lembar", "lebar_label", "paragraf", "sela", "tabel", "tulis_paragraf"]


@dataclass(frozen=True, slots=True)
class Lembar:
    """Width and height of the text area in millimetres, and the document's common parts.

    ``label`` gives the width of the label column for decisions (false) and heads of jabatan (true).
    """

    halaman: TataHalaman
    lebar: float
    tinggi: float
    mendatar: bool
    gaya: DaftarGaya
    nomor: Penomoran
    ukur: Ukur
    label: dict[bool, float]
    gambar: Callable[[Lambang, float, float], Unsur | None]


def paragraf(gaya: str, isi: Iterable[Unsur], *sifat: Unsur | None) -> Unsur:
    """A paragraph in a style, with what it has of its own."""
    return unsur("w:p", sifat_paragraf((unsur("w:pStyle", val=gaya), *sifat)), *isi)


def tulis_paragraf(gaya: str, teks: str, *sifat: Unsur | None) -> Unsur:
    """A paragraph of one text."""
    return paragraf(gaya, untaian(teks), *sifat)


def sela(jarak: float = 0.0) -> Unsur:
    """The thinnest paragraph: Word joins tables that none parts, and wants one after a table."""
    ruang = unsur("w:spacing", before=twip(jarak)) if jarak else None
    return paragraf("Sela", (), unsur("w:keepNext") if jarak else None, ruang)


def tabel(gaya: str, lebar: Iterable[float], baris: Iterable[Unsur]) -> Unsur:
    """A table of fixed columns; millimetres."""
    kolom = [twip(mm) for mm in lebar]
    sifat = unsur(
        "w:tblPr",
        unsur("w:tblStyle", val=gaya),
        unsur("w:tblW", w=sum(kolom), type="dxa"),
        unsur("w:tblLayout", type="fixed"),
        unsur("w:tblLook", val="0000"),
    )
    return unsur("w:tbl", sifat, unsur("w:tblGrid", *(unsur("w:gridCol", w=k) for k in kolom)), *baris)


def lebar_label(naskah: Naskah, ukur: Ukur) -> dict[bool, float]:
    """How wide the labels' column is: alike throughout the document, so that colons stand in one line."""
    lebar = dict.fromkeys((False, True), UKURAN.label_terpendek)
    for blok in _berlabel(naskah.lembaran):
        for baris in blok.baris:
            butuh = ukur.lebar(baris.label, naskah.halaman.ukuran) + 2.0
            lebar[blok.kepala] = min(max(lebar[blok.kepala], butuh), UKURAN.label_terpanjang)
    return lebar


def _berlabel(semua: Iterable[Lembaran]) -> Iterator[Berlabel]:
    for satu in semua:
        for blok in satu.blok:
            if isinstance(blok, Berlabel):
                yield blok
