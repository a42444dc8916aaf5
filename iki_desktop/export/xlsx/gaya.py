"""How the workbook looks: colours, type, borders and number formats, each named once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

__all__ = [
    "BANTU",
    "BANTU_ANGKA",
    "DASAR",
    "DASAR_ANGKA",
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
    "gaya_excel",
]

HURUF = "Arial"
UKURAN = 10.0

_UMUM = "General"
_TEKS = "@"
_ANGKA = "#,##0.00"
_ANGKA_ISIAN = "#,##0.00########"


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
    PENUH = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Gaya:
    """One cell style; ``nama`` is how Excel lists it.  ``ukuran`` is in points."""

    nama: str
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

    def lanjutan(self) -> Gaya:
        """The same for a cell that goes on from the one above."""
        return replace(self, nama=f"{self.nama} lanjutan", garis=Garis.LANJUT)

    def berdesimal(self, desimal: int) -> Gaya:
        """The same with so many decimals."""
        return replace(self, nama=f"{self.nama} {desimal} desimal", format=format_desimal(desimal))


def format_desimal(desimal: int) -> str:
    """A number format; Excel shows its signs as the computer's language has them: 1.234,50."""
    return "#,##0" + ("." + "0" * desimal if desimal else "")


JUDUL = Gaya("IKI Judul", 13, tebal=True, mendatar="centerContinuous", bungkus=False, garis=Garis.TIADA)
SUBJUDUL = Gaya("IKI Subjudul", 11, mendatar="centerContinuous", bungkus=False, garis=Garis.TIADA)
JUDUL_KOLOM = Gaya(
    "IKI Judul kolom", tebal=True, isi=_PALET.kepala, mendatar="center", tegak="center", garis=Garis.PENUH
)
TEKS = Gaya("IKI Teks", format=_TEKS)
TEKS_TENGAH = Gaya("IKI Teks tengah", format=_TEKS, mendatar="center")
KETERANGAN = Gaya("IKI Keterangan", 9, warna=_PALET.redup, miring=True, format=_TEKS)
ISIAN = Gaya("IKI Isian", isi=_PALET.isian, mendatar="right", format=_ANGKA_ISIAN, terbuka=True)
TETAP = Gaya("IKI Tetap", mendatar="right", format=_ANGKA_ISIAN)
TERHITUNG = Gaya("IKI Terhitung", isi=_PALET.terhitung, mendatar="right", format=_ANGKA)
PERSEN = Gaya("IKI Capaian", isi=_PALET.terhitung, tebal=True, mendatar="right", format=_ANGKA)
KATEGORI = Gaya("IKI Kategori", isi=_PALET.terhitung, mendatar="center")
SASARAN = Gaya("IKI Sasaran", isi=_PALET.sasaran, miring=True, format=_TEKS)
SASARAN_ANGKA = Gaya("IKI Sasaran capaian", isi=_PALET.sasaran, miring=True, mendatar="right", format=_ANGKA)
SASARAN_KATEGORI = Gaya("IKI Sasaran kategori", isi=_PALET.sasaran, miring=True, mendatar="center")
JABATAN = Gaya("IKI Jabatan", isi=_PALET.jabatan, tebal=True, format=_TEKS)
JABATAN_ANGKA = Gaya("IKI Jabatan capaian", isi=_PALET.jabatan, tebal=True, mendatar="right", format=_ANGKA)
JABATAN_KATEGORI = Gaya("IKI Jabatan kategori", isi=_PALET.jabatan, tebal=True, mendatar="center")
JUDUL_BANTU = Gaya(
    "IKI Judul bantu", 8, warna=_PALET.redup, mendatar="center", tegak="center", garis=Garis.TIADA
)
BANTU = Gaya("IKI Bantu", 8, warna=_PALET.redup, mendatar="center", bungkus=False, garis=Garis.TIADA)
BANTU_ANGKA = Gaya(
    "IKI Bantu angka", 8, warna=_PALET.redup, mendatar="right", bungkus=False, garis=Garis.TIADA
)
POLOS_TEBAL = Gaya("IKI Polos tebal", tebal=True, format=_TEKS, garis=Garis.TIADA)
KETERANGAN_POLOS = replace(KETERANGAN, nama="IKI Keterangan polos", garis=Garis.TIADA)
DASAR = Gaya("IKI Dasar", format=_TEKS, garis=Garis.PENUH)
DASAR_ANGKA = Gaya("IKI Dasar angka", mendatar="right", format=_UMUM, garis=Garis.PENUH)
TANDA_TANGAN = Gaya("IKI Tanda tangan", mendatar="center", format=_TEKS, garis=Garis.TIADA)
TANDA_TANGAN_TEBAL = replace(TANDA_TANGAN, nama="IKI Nama penanda tangan", tebal=True)


def gaya_excel(gaya: Gaya) -> NamedStyle:
    """A style as openpyxl knows it."""
    return NamedStyle(
        gaya.nama,
        font=Font(name=HURUF, size=gaya.ukuran, bold=gaya.tebal, italic=gaya.miring, color=gaya.warna),
        fill=PatternFill("solid", fgColor=gaya.isi) if gaya.isi else PatternFill(),
        border=_tepi(gaya.garis),
        alignment=Alignment(horizontal=gaya.mendatar, vertical=gaya.tegak, wrap_text=gaya.bungkus),
        number_format=gaya.format,
        protection=Protection(locked=not gaya.terbuka),
    )


def _tepi(garis: Garis) -> Border:
    sisi = {letak: Side("thin", color=_PALET.garis) for letak in garis.value}
    return Border(
        left=sisi.get("left"), right=sisi.get("right"), top=sisi.get("top"), bottom=sisi.get("bottom")
    )
