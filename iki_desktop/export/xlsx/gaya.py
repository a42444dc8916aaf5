"""How the workbook looks: colours, type, borders and number formats, each named once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

__all__ = [
    "BANTU",
    "BANTU_ANGKA",
    "DASAR",
    "DASAR_ANGKA",
    "FORMAT_TEKS_KANAN",
    "HURUF",
    "ISIAN",
    "JABATAN",
    "JABATAN_ANGKA",
    "JABATAN_KATEGORI",
    "JUDUL",
    "JUDUL_BANTU",
    "JUDUL_KOLOM",
    "KATEGORI",
    "KETERANGAN",
    "KETERANGAN_POLOS",
    "PERSEN",
    "POLOS_TEBAL",
    "SASARAN",
    "SASARAN_ANGKA",
    "SASARAN_KATEGORI",
    "SUBJUDUL",
    "TANDA_TANGAN",
    "TANDA_TANGAN_TEBAL",
    "TEKS",
    "TEKS_TENGAH",
    "TERHITUNG",
    "TETAP",
    "UKURAN",
    "Garis",
    "Gaya",
    "format_desimal",
    "kenakan",
]

HURUF = "Arial"
UKURAN = 10.0

_UMUM = "General"
_TEKS = "@"
_TEPI_ANGKA = "_)"
"""Room as wide as a bracket beside a number; an indentation is drawn here and there only."""

FORMAT_TEKS_KANAN = f"{_TEKS}{_TEPI_ANGKA}"
"""Words among figures, as far from the line as those."""

_ANGKA = f"#,##0.00{_TEPI_ANGKA}"
_ANGKA_ISIAN = f"#,##0.00########{_TEPI_ANGKA}"


@dataclass(frozen=True, slots=True)
class _Palet:
    """RGB; every fill leaves the text at a contrast above 7 : 1 and prints as a light grey."""

    tinta: str = "1F2937"
    redup: str = "6B7280"
    garis: str = "B6BFCA"
    kepala: str = "D9E3EE"
    jabatan: str = "E7EDF4"
    sasaran: str = "F4F6F9"
    isian: str = "FFF8E1"
    terhitung: str = "F4F6F9"


_PALET = _Palet()


class Garis(Enum):
    """Which sides of a cell have a line: a cell that goes on from the one above has none between."""

    TIADA = ()
    LANJUT = ("left", "right")
    AWAL = ("left", "right", "top")
    AKHIR = ("left", "right", "bottom")
    PENUH = ("left", "right", "top", "bottom")

    def tertutup(self) -> Garis:
        """The same with a line below."""
        return {Garis.LANJUT: Garis.AKHIR, Garis.AWAL: Garis.PENUH}.get(self, self)


@dataclass(frozen=True, slots=True)
class Gaya:
    """The looks of a cell.  ``ukuran`` is in points; ``terbuka`` leaves it open where a sheet is locked."""

    ukuran: float = UKURAN
    tebal: bool = False
    miring: bool = False
    warna: str = _PALET.tinta
    isi: str | None = None
    mendatar: str = "left"
    tegak: str = "top"
    bungkus: bool = True
    format: str = _UMUM
    garis: Garis = Garis.AWAL
    terbuka: bool = False

    @property
    def indentasi(self) -> int:
        """Excel's steps between text and the line beside it."""
        return 1 if self.mendatar == "left" and self.garis is not Garis.TIADA else 0

    def lanjutan(self) -> Gaya:
        """The same for a cell that goes on from the one above."""
        return replace(self, garis=Garis.LANJUT)

    def tertutup(self) -> Gaya:
        """The same for the last cell of a record: a page may end under it."""
        return replace(self, garis=self.garis.tertutup())

    def berdesimal(self, desimal: int) -> Gaya:
        """The same with so many decimals."""
        return replace(self, format=format_desimal(desimal))


def format_desimal(desimal: int, imbuhan: str = "") -> str:
    """A number format; Excel shows its signs as the computer's language has them: 1.234,50.

    ``imbuhan`` are words shown behind the number, without a quotation mark.
    """
    akhir = f'" {imbuhan}"' if imbuhan else ""
    return "#,##0" + ("." + "0" * desimal if desimal else "") + akhir + _TEPI_ANGKA


JUDUL = Gaya(13, tebal=True, mendatar="centerContinuous", bungkus=False, garis=Garis.TIADA)
SUBJUDUL = Gaya(11, mendatar="centerContinuous", bungkus=False, garis=Garis.TIADA)
JUDUL_KOLOM = Gaya(tebal=True, isi=_PALET.kepala, mendatar="center", tegak="center", garis=Garis.PENUH)
TEKS = Gaya(format=_TEKS)
TEKS_TENGAH = Gaya(format=_TEKS, mendatar="center")
KETERANGAN = Gaya(9, warna=_PALET.redup, miring=True, format=_TEKS)
ISIAN = Gaya(isi=_PALET.isian, mendatar="right", format=_ANGKA_ISIAN, terbuka=True)
TETAP = Gaya(mendatar="right", format=_ANGKA_ISIAN)
TERHITUNG = Gaya(isi=_PALET.terhitung, mendatar="right", format=_ANGKA)
PERSEN = Gaya(isi=_PALET.terhitung, tebal=True, mendatar="right", format=_ANGKA)
KATEGORI = Gaya(isi=_PALET.terhitung, mendatar="center")
SASARAN = Gaya(isi=_PALET.sasaran, miring=True, format=_TEKS, garis=Garis.PENUH)
SASARAN_ANGKA = Gaya(isi=_PALET.sasaran, miring=True, mendatar="right", format=_ANGKA, garis=Garis.PENUH)
SASARAN_KATEGORI = Gaya(isi=_PALET.sasaran, miring=True, mendatar="center", garis=Garis.PENUH)
JABATAN = Gaya(isi=_PALET.jabatan, tebal=True, format=_TEKS, garis=Garis.PENUH)
JABATAN_ANGKA = Gaya(isi=_PALET.jabatan, tebal=True, mendatar="right", format=_ANGKA, garis=Garis.PENUH)
JABATAN_KATEGORI = Gaya(isi=_PALET.jabatan, tebal=True, mendatar="center", garis=Garis.PENUH)
JUDUL_BANTU = Gaya(8, warna=_PALET.redup, mendatar="center", tegak="center", garis=Garis.TIADA)
BANTU = Gaya(8, warna=_PALET.redup, mendatar="center", bungkus=False, garis=Garis.TIADA)
BANTU_ANGKA = Gaya(8, warna=_PALET.redup, mendatar="right", bungkus=False, garis=Garis.TIADA)
POLOS_TEBAL = Gaya(tebal=True, format=_TEKS, garis=Garis.TIADA)
KETERANGAN_POLOS = replace(KETERANGAN, garis=Garis.TIADA)
DASAR = Gaya(format=_TEKS, garis=Garis.PENUH)
DASAR_ANGKA = Gaya(mendatar="center", format=_UMUM, garis=Garis.PENUH)
TANDA_TANGAN = Gaya(mendatar="center", format=_TEKS, garis=Garis.TIADA)
TANDA_TANGAN_TEBAL = replace(TANDA_TANGAN, tebal=True)


def kenakan(gaya: Gaya, sel: Cell) -> None:
    """Give a cell its looks.  They are its own: a gallery of our styles would be in the office's way."""
    sel.font = Font(name=HURUF, size=gaya.ukuran, bold=gaya.tebal, italic=gaya.miring, color=gaya.warna)
    sel.fill = PatternFill("solid", fgColor=gaya.isi) if gaya.isi else PatternFill()
    sel.border = _tepi(gaya.garis)
    sel.alignment = Alignment(
        horizontal=gaya.mendatar, vertical=gaya.tegak, wrap_text=gaya.bungkus, indent=gaya.indentasi
    )
    sel.number_format = gaya.format
    sel.protection = Protection(locked=not gaya.terbuka)


def _tepi(garis: Garis) -> Border:
    sisi = {letak: Side("thin", color=_PALET.garis) for letak in garis.value}
    return Border(
        left=sisi.get("left"), right=sisi.get("right"), top=sisi.get("top"), bottom=sisi.get("bottom")
    )
