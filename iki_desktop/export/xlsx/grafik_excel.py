"""Charts of Excel over cells of the workbook, with what the cells come to stored beside them.

A program that does not compute (a preview, a phone) draws what is stored; Excel draws the cells.
What is empty has no point, and so no bar: it is never a 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines, NumericAxis, TextAxis
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from iki_desktop.export.corak import Corak, RupaKelas
from iki_desktop.export.xlsx.gaya import HURUF

__all__ = ["Deret", "Sumbu", "buat_grafik"]

_EMU_POIN = 12_700
_CM_POIN = 2.54 / 72

_TINTA, _GARIS = "1F2937", "6B7280"

_POLA: dict[Corak, tuple[Literal["wdUpDiag", "pct20"], bool]] = {
    Corak.RAPAT: ("wdUpDiag", False),
    Corak.ARSIR: ("wdUpDiag", True),
    Corak.JARANG: ("pct20", True),
}
"""Patterns by their name in DrawingML; whether the lines, not the ground, have the colour of the class."""

_PUCAT = 0.22
"""How much of a colour its tint has."""

_SEBELUM_GARIS = 199.9

_FORMAT_SUMBU = '[=100]"target 100 %";0" %"'
"""The axis says at its line of 100 what that line is."""


@dataclass(frozen=True, slots=True)
class Deret:
    """A series: the cell of its name, the range of its figures, and those figures (``None``: nothing)."""

    sel_nama: str
    nama: str
    rentang: str
    nilai: tuple[float | None, ...]
    rupa: RupaKelas


@dataclass(frozen=True, slots=True)
class Sumbu:
    """The range of the names under or beside the bars, what it says, and percent at the far end."""

    rentang: str
    tulisan: tuple[str, ...]
    ujung: float


def buat_grafik(
    judul: str, deret: Sequence[Deret], sumbu: Sumbu, ukuran: tuple[float, float], *, tegak: bool
) -> BarChart:
    """A chart of ``ukuran`` (width and height in points); only one series has a figure at each place."""
    grafik = BarChart()
    grafik.type = "col" if tegak else "bar"
    grafik.grouping = "clustered"
    grafik.overlap, grafik.gapWidth = 100, 90 if tegak else 45
    # centimetres; the type stubs take them for whole numbers
    grafik.width, grafik.height = (titik * _CM_POIN for titik in ukuran)  # type: ignore[assignment]
    grafik.title = Title(tx=Text(rich=_tulisan(11, tebal=True, teks=judul)), overlay=False)
    grafik.roundedCorners = False
    grafik.visible_cells_only = False
    grafik.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    grafik.legend = None  # each bar has the word of its class beside it
    grafik.series = [_deret(n, satu, sumbu) for n, satu in enumerate(deret)]
    _sumbu_nama(grafik.x_axis, tegak=tegak)
    _sumbu_angka(grafik.y_axis, sumbu.ujung, tegak=tegak)
    grafik.layout = _bidang(ukuran[1], tegak=tegak)
    return grafik


def _tulisan(ukuran: int, *, tebal: bool = False, teks: str = "") -> RichText:
    sifat = CharacterProperties(sz=ukuran * 100, b=tebal, solidFill=_TINTA, latin=Font(typeface=HURUF))
    paragraf = Paragraph(pPr=ParagraphProperties(defRPr=sifat), endParaRPr=CharacterProperties())
    # The library would put an empty run into what only says how an axis is written.
    paragraf.r = [RegularTextRun(rPr=sifat, t=teks)] if teks else []
    return RichText(p=[paragraf])


def _deret(nomor: int, deret: Deret, sumbu: Sumbu) -> Series:
    titik = [NumVal(idx=n, v=repr(nilai)) for n, nilai in enumerate(deret.nilai) if nilai is not None]
    angka = NumData(formatCode="General", ptCount=len(deret.nilai), pt=titik)
    nama = StrData(ptCount=1, pt=[StrVal(idx=0, v=deret.nama)])
    tulisan = StrData(
        ptCount=len(sumbu.tulisan), pt=[StrVal(idx=n, v=teks) for n, teks in enumerate(sumbu.tulisan)]
    )
    satu = Series(idx=nomor, order=nomor, invertIfNegative=False)
    satu.tx = SeriesLabel(strRef=StrRef(f=deret.sel_nama, strCache=nama))
    satu.val = NumDataSource(numRef=NumRef(f=deret.rentang, numCache=angka))
    satu.cat = AxDataSource(strRef=StrRef(f=sumbu.rentang, strCache=tulisan))
    satu.spPr = _isian(deret.rupa)
    return satu


def _isian(rupa: RupaKelas) -> GraphicalProperties:
    """The pattern of a class on its colour or on a tint of it.

    No bar has an edge: Excel takes an empty text for a bar of no length, and would draw its edge.
    """
    tanpa_tepi = LineProperties(noFill=True)
    if rupa.corak not in _POLA:
        polos = _pucat(rupa.warna) if rupa.corak is Corak.KOSONG else rupa.warna
        return GraphicalProperties(solidFill=polos, ln=tanpa_tepi)
    pola, garis_berwarna = _POLA[rupa.corak]
    garis, dasar = (rupa.warna, _pucat(rupa.warna)) if garis_berwarna else ("FFFFFF", rupa.warna)
    isi = PatternFillProperties(prst=pola)
    # the type stubs know no digits of a colour here, the library does
    isi.fgClr, isi.bgClr = (ColorChoice(srgbClr=w) for w in (garis, dasar))  # type: ignore[arg-type]
    return GraphicalProperties(pattFill=isi, ln=tanpa_tepi)


def _pucat(warna: str) -> str:
    """A colour thinned with white."""
    bagian = (int(warna[n : n + 2], 16) for n in (0, 2, 4))
    return "".join(f"{round(255 - (255 - satu) * _PUCAT):02X}" for satu in bagian)


def _sumbu_nama(sumbu: TextAxis, *, tegak: bool) -> None:
    """The first name stands at the top, or at the left."""
    sumbu.delete, sumbu.axPos = False, "b" if tegak else "l"
    sumbu.scaling.orientation = "minMax" if tegak else "maxMin"
    sumbu.majorTickMark = sumbu.minorTickMark = "none"
    sumbu.tickLblPos = "low"
    sumbu.noMultiLvlLbl = True
    sumbu.tickLblSkip = 1
    sumbu.txPr = _tulisan(8)
    sumbu.graphicalProperties = GraphicalProperties(ln=LineProperties(w=_EMU_POIN, solidFill=_GARIS))


def _sumbu_angka(sumbu: NumericAxis, ujung: float, *, tegak: bool) -> None:
    """From 0 to the end of the scale; its one line between is that of the target."""
    sumbu.delete, sumbu.axPos = False, "l" if tegak else "b"
    # A hair less than 200: the line there would look like a second target.
    sumbu.scaling.min, sumbu.scaling.max = 0, min(ujung, _SEBELUM_GARIS)
    sumbu.majorUnit = 100
    sumbu.majorTickMark = sumbu.minorTickMark = "none"
    sumbu.number_format, sumbu.numFmt.sourceLinked = _FORMAT_SUMBU, False
    sumbu.crosses = "autoZero" if tegak else "max"
    sumbu.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(w=round(1.5 * _EMU_POIN), solidFill=_TINTA))
    )
    sumbu.txPr = _tulisan(8)
    sumbu.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))


def _bidang(tinggi: float, *, tegak: bool) -> Layout:
    """The room of the bars as parts of the chart: beside them that of the names, above the title's."""
    atas, bawah = 30 / tinggi, (44 if tegak else 26) / tinggi
    kiri, lebar = (0.13, 0.84) if tegak else (0.42, 0.55)
    return Layout(
        manualLayout=ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=kiri, y=atas, w=lebar, h=1 - atas - bawah
        )
    )
