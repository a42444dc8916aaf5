"""One sheet while it is being written: texts, numbers, formulas with their figures, row heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.export.xlsx.gaya import JUDUL, JUDUL_BANTU, JUDUL_KOLOM, SUBJUDUL, Gaya, kenakan
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.export.xlsx.ukuran_teks import baris_teks

__all__ = [
    "BARIS_ISI",
    "BARIS_JUDUL",
    "BARIS_KEPALA",
    "Kolom",
    "Lembar",
    "lebar_isi",
    "potong_tinggi",
    "tinggi_teks",
]

BARIS_JUDUL, BARIS_KEPALA, BARIS_ISI = 1, 4, 5
"""Rows of the title, of the headings and of the first record, on every sheet."""

_PIKSEL_HURUF, _PIKSEL_TEPI, _TITIK_PIKSEL = 7, 5, 0.75
"""A column is so many digits of Arial 10 wide; at 96 dpi a digit has 7 pixels, the edges 5."""

_PIKSEL_INDENTASI = 10
"""One step of indentation: three blanks."""

_KELONGGARAN = 0.98
"""Programs place letters a little differently; a line more is better than a line lost."""

_JARAK_BARIS, _TEPI_BARIS = 1.275, 4.0
"""Line pitch as a multiple of the type size, and the room above and below, in points."""

_BARIS_UTUH, _BARIS_POTONGAN = 24, 8
"""Lines of a text that stays whole, and of the pieces of a longer one."""

PENULIS = "IKI Desktop"
_CATATAN_TERPANJANG = 2000
_CATATAN_LEBAR, _CATATAN_BARIS, _CATATAN_HURUF = 360, 17, 55
"""A note's width and line pitch in pixels, and about how many letters go into a line."""

TINGGI_MAKSIMUM = 409.0
"""Points; Excel knows no higher row."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its heading and its width in digits.  ``bantu``: beside the printed page."""

    judul: str
    lebar: float
    bantu: bool = False


def lebar_isi(lebar: float, gaya: Gaya) -> float:
    """The points that text may take in a column of so many digits."""
    tepi = _PIKSEL_TEPI + gaya.indentasi * _PIKSEL_INDENTASI
    return max((lebar * _PIKSEL_HURUF - tepi) * _TITIK_PIKSEL * _KELONGGARAN, gaya.ukuran)


def potong_tinggi(teks: str, lebar: float, gaya: Gaya) -> list[str]:
    """A text in pieces of which each fits a row of Excel; most texts are one piece.

    The pieces of a long one are short, so that pages fill well.
    """
    baris = baris_teks(bersihkan_teks(teks), lebar_isi(lebar, gaya), gaya.ukuran, tebal=gaya.tebal)
    muat = len(baris) if len(baris) <= _BARIS_UTUH else _BARIS_POTONGAN
    return ["".join(baris[awal : awal + muat]).strip("\n") for awal in range(0, len(baris), muat)]


def tinggi_teks(teks: str, lebar: float, gaya: Gaya) -> float:
    """The height in points of a row in which this text is wrapped whole."""
    baris = (
        baris_teks(teks, lebar_isi(lebar, gaya), gaya.ukuran, tebal=gaya.tebal) if gaya.bungkus else [teks]
    )
    return min(TINGGI_MAKSIMUM, len(baris) * gaya.ukuran * _JARAK_BARIS + _TEPI_BARIS)


class Lembar:
    """A sheet of a workbook.  Columns are letters; ``nilai`` holds what the formulas come to."""

    def __init__(self, buku: Workbook, nama: str, kolom: Sequence[Kolom]) -> None:
        self.ws = buku.create_sheet(nama)
        self.kolom = tuple(kolom)
        self.nilai: dict[str, Nilai] = {}
        self._buku = buku
        self._tinggi: dict[int, float] = {}
        self._gaya: dict[tuple[int, str], Gaya] = {}
        self._contoh: dict[Gaya, object] = {}
        for nomor, satu in enumerate(kolom, 1):
            self.ws.column_dimensions[get_column_letter(nomor)].width = satu.lebar

    @property
    def kolom_cetak(self) -> tuple[str, ...]:
        """Letters of the columns that are printed."""
        return tuple(get_column_letter(n) for n, k in enumerate(self.kolom, 1) if not k.bantu)

    @property
    def tinggi_isi(self) -> float:
        """Points from the first to the last row that has a height."""
        return sum(self._tinggi.values())

    def lebar(self, huruf: str, sampai: str | None = None) -> float:
        """Width of a column, or of a run of columns, in digits."""
        nomor = range(_nomor(huruf), _nomor(sampai or huruf) + 1)
        return sum(self.kolom[n - 1].lebar for n in nomor)

    def kepala(self, judul: str, subjudul: str) -> None:
        """The title over the whole width, and the headings."""
        for baris, teks, gaya in (
            (BARIS_JUDUL, judul, JUDUL),
            (BARIS_JUDUL + 1, subjudul, SUBJUDUL),
        ):
            self.teks(baris, "A", satu_baris(teks), gaya)
            for huruf in self.kolom_cetak[1:]:
                self.kosong(baris, huruf, gaya)
            self.ws.row_dimensions[baris].height = tinggi_teks("", 1, gaya)
        for nomor, kolom in enumerate(self.kolom, 1):
            if kolom.judul:
                gaya = JUDUL_BANTU if kolom.bantu else JUDUL_KOLOM
                self.teks(BARIS_KEPALA, get_column_letter(nomor), kolom.judul, gaya)

    def teks(self, baris: int, huruf: str, teks: str, gaya: Gaya) -> None:
        """Write words; whatever they begin with, they stay words."""
        sel = self._sel(baris, huruf, gaya)
        if bersih := isi_sel(teks):
            sel.value = bersih
            sel.data_type = "s"
            self.tinggi(baris, tinggi_teks(bersih, self.lebar(huruf), gaya))

    def angka(self, baris: int, huruf: str, angka: Decimal | int | None, gaya: Gaya) -> None:
        """Write a number, or leave the cell empty for one."""
        sel = self._sel(baris, huruf, gaya)
        if angka is not None:
            sel.value = int(angka) if angka == int(angka) else float(angka)

    def rumus(self, baris: int, huruf: str, rumus: str, nilai: Nilai, gaya: Gaya) -> None:
        """Write a formula (without its ``=``) and what it comes to."""
        sel = self._sel(baris, huruf, gaya)
        sel.value = f"={rumus}"
        self.nilai[f"{huruf}{baris}"] = isi_sel(nilai) if isinstance(nilai, str) else nilai
        if isinstance(nilai, str):
            self.tinggi(baris, tinggi_teks(nilai, self.lebar(huruf), gaya))

    def catatan(self, baris: int, huruf: str, teks: str) -> None:
        """Hang a note on a cell, to be read where the pointer rests on it."""
        bersih = isi_sel(teks, _CATATAN_TERPANJANG)
        tinggi = _CATATAN_BARIS * (1 + len(bersih) // _CATATAN_HURUF)
        self.ws[f"{huruf}{baris}"].comment = Comment(bersih, PENULIS, height=tinggi, width=_CATATAN_LEBAR)

    def kosong(self, baris: int, huruf: str, gaya: Gaya) -> None:
        """Give an empty cell its looks."""
        self._sel(baris, huruf, gaya)

    def gabung(self, baris: int, dari: str, sampai: str, teks: str, gaya: Gaya) -> None:
        """Write words over several columns; the row is made high enough here, no program does it later."""
        for nomor in range(_nomor(dari), _nomor(sampai) + 1):
            self.kosong(baris, get_column_letter(nomor), gaya)
        bersih = isi_sel(teks)
        if bersih:
            sel = self.ws[f"{dari}{baris}"]
            sel.value = bersih
            sel.data_type = "s"
        self.tinggi(baris, tinggi_teks(bersih, self.lebar(dari, sampai), gaya))
        # merge_cells would draw borders that stand already, and take half of the whole time for it
        self.ws.merged_cells.add(f"{dari}{baris}:{sampai}{baris}")

    def tutup(self, baris: int, kolom: Iterable[str] | None = None) -> None:
        """Draw the line under a record (in all columns or in some): a page may end there."""
        for huruf in self.kolom_cetak if kolom is None else kolom:
            self._sel(baris, huruf, self._gaya[baris, huruf].tertutup())

    def tinggi(self, baris: int, titik: float) -> None:
        """Make a row at least so many points high."""
        if titik > self._tinggi.get(baris, 0):
            self._tinggi[baris] = titik
            self.ws.row_dimensions[baris].height = round(titik, 2)

    def _sel(self, baris: int, huruf: str, gaya: Gaya) -> Cell:
        sel = self.ws.cell(baris, _nomor(huruf))
        assert isinstance(sel, Cell)
        self._gaya[baris, huruf] = gaya
        contoh = self._contoh.get(gaya)
        if contoh is None:
            kenakan(gaya, sel)
            self._contoh[gaya] = copy(sel._style)  # type: ignore[attr-defined]
        else:
            # openpyxl's documented way to copy looks, and ten times as fast as setting them
            sel._style = copy(contoh)  # type: ignore[attr-defined]
        return sel


def _nomor(huruf: str) -> int:
    """Number of a column within A to Z; no sheet here is wider."""
    return ord(huruf) - ord("A") + 1
