"""How a sheet comes out of the printer."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from iki_desktop.core.records import TataLetak
from iki_desktop.export.xlsx.lembar import BARIS_ISI, BARIS_KEPALA, Lembar
from iki_desktop.export.xlsx.teks import kaki_halaman

__all__ = ["atur_halaman", "atur_kertas", "kode_kertas", "satu_halaman", "tinggi_halaman"]

_FOLIO, _A4 = 14, 9
"""Paper codes of Excel.  It has none for F4; drivers print Folio (216×330 mm) on that paper."""

_TINGGI_KERTAS = {_FOLIO: 330.0, _A4: 297.0}
_SISA = 6.0
"""Millimetres."""

_MM_INCI = 25.4

_TINGGI_SATU_HALAMAN = 800.0
"""Points of rows that a page of F4 in landscape holds at two thirds of their size."""


@dataclass(frozen=True, slots=True)
class _Tepi:
    """Margins in millimetres: room for a punch on the left, for the page number below."""

    kiri: float = 15
    kanan: float = 12
    atas: float = 14
    bawah: float = 17
    kaki: float = 8

    def excel(self) -> PageMargins:
        """The same in inches, as the file has them."""
        kiri, kanan, atas, bawah, kaki = (
            round(mm / _MM_INCI, 4) for mm in (self.kiri, self.kanan, self.atas, self.bawah, self.kaki)
        )
        return PageMargins(left=kiri, right=kanan, top=atas, bottom=bawah, header=kaki, footer=kaki)


def kode_kertas(tata_letak: TataLetak | None) -> int:
    """Excel's code of the office's paper."""
    return _A4 if tata_letak is not None and tata_letak.kertas == "A4" else _FOLIO


def tinggi_halaman(kertas: int) -> float:
    """Points of rows that an upright page holds at their own size, a little to spare."""
    tepi = _Tepi()
    return (_TINGGI_KERTAS[kertas] - tepi.atas - tepi.bawah - _SISA) * 72 / _MM_INCI


def satu_halaman(lembar: Lembar) -> None:
    """Keep a sheet on one page, signature and all, as long as it stays legible there."""
    if lembar.tinggi_isi <= _TINGGI_SATU_HALAMAN:
        lembar.ws.page_setup.fitToHeight = 1


def atur_halaman(lembar: Lembar, kertas: int, keterangan: str, beku: str, akhir: int) -> None:
    """Paper, print area, repeated headings, page numbers and what stays in sight while scrolling.

    ``beku`` is the first column that scrolls, ``akhir`` the last row that is printed.
    """
    ws = lembar.ws
    atur_kertas(lembar, kertas, keterangan, akhir)
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    ws.freeze_panes = f"{beku}{BARIS_ISI}"


def atur_kertas(lembar: Lembar, kertas: int, keterangan: str, akhir: int) -> None:
    """Paper across, margins, print area and page numbers."""
    ws = lembar.ws
    ws.page_setup.paperSize = kertas
    ws.page_setup.orientation = "landscape"
    ws.page_margins = _Tepi().excel()
    ws.print_options.horizontalCentered = True
    ws.print_area = f"A1:{lembar.kolom_cetak[-1]}{akhir}"
    ws.oddFooter.left.text = kaki_halaman(keterangan)
    ws.oddFooter.right.text = "Halaman &P dari &N"
    for bagian in (ws.oddFooter.left, ws.oddFooter.right):
        bagian.size = 8
    ws.sheet_view.showGridLines = False
