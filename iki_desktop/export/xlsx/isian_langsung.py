"""What helps while figures are typed into a quarter's sheet: only numbers, and no needless decimals."""

from __future__ import annotations

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from iki_desktop.export.xlsx.gaya import format_desimal
from iki_desktop.export.xlsx.isian import baris_isian
from iki_desktop.export.xlsx.lembar import BARIS_ISI
from iki_desktop.export.xlsx.lembar_triwulan import ANGKA, BAGAN, LembarTriwulan
from iki_desktop.export.xlsx.susunan import Susunan

__all__ = ["hidupkan_isian"]

_FORMAT_BULAT = 200
"""Number of our format for whole numbers; Excel's own end at 163."""

_TERBESAR = "1E+30"


def hidupkan_isian(lembar: LembarTriwulan, susunan: Susunan) -> None:
    """Ask for numbers in the input cells, and show whole numbers as whole."""
    if not susunan.jabatan:
        return
    validasi = DataValidation(
        type="decimal",
        operator="between",
        formula1=f"-{_TERBESAR}",
        formula2=_TERBESAR,
        allow_blank=True,
        errorTitle="Bukan angka",
        error="Isi dengan angka saja, misalnya 82,5.",
    )
    for tempat in susunan.formulasi():
        for urutan, satu in enumerate(baris_isian(tempat.utuh.formulasi)):
            if satu.kunci is not None:
                validasi.add(f"{ANGKA}{tempat.baris + urutan}")
    if validasi.sqref.ranges:
        lembar.ws.add_data_validation(validasi)
    _bulatkan_tampilan(lembar, susunan)


def _bulatkan_tampilan(lembar: LembarTriwulan, susunan: Susunan) -> None:
    kolom = (f"{ANGKA}{{0}}:{BAGAN.hasil}{{1}}", f"{BAGAN.target}{{0}}:{BAGAN.realisasi}{{1}}")
    rentang = " ".join(k.format(BARIS_ISI, susunan.akhir) for k in kolom)
    sel = f"{ANGKA}{BARIS_ISI}"
    tampilan = DifferentialStyle(numFmt=NumberFormat(numFmtId=_FORMAT_BULAT, formatCode=format_desimal(0)))
    rumus = f"AND(ISNUMBER({sel}),{sel}=INT({sel}))"
    lembar.ws.conditional_formatting.add(rentang, Rule(type="expression", dxf=tampilan, formula=[rumus]))
