"""What helps while figures are typed into a quarter's sheet: only numbers, and no needless decimals."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from iki_desktop.export.xlsx.gaya import format_desimal
from iki_desktop.export.xlsx.isian import baris_isian
from iki_desktop.export.xlsx.lembar import BARIS_ISI, Lembar
from iki_desktop.export.xlsx.lembar_triwulan import ANGKA, LembarTriwulan
from iki_desktop.export.xlsx.susunan import Susunan

__all__ = ["batasi_isian", "tampilkan_bulat"]

_FORMAT_BULAT = 200
"""Number of our format for whole numbers; Excel's own end at 163."""

_DERET_MAKSIMUM = 100
"""Runs of cells in one rule; Excel takes no endless list of them."""

_TERBESAR = "1E+30"


def batasi_isian(lembar: LembarTriwulan, susunan: Susunan) -> None:
    """Ask for numbers in the input cells of a quarter."""
    deret = _deret_isian(susunan)
    for awal in range(0, len(deret), _DERET_MAKSIMUM):
        validasi = DataValidation(
            type="decimal",
            operator="between",
            formula1=f"-{_TERBESAR}",
            formula2=_TERBESAR,
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Bukan angka",
            error="Isi dengan angka saja, misalnya 82,5.",
        )
        for dari, sampai in deret[awal : awal + _DERET_MAKSIMUM]:
            validasi.add(f"{ANGKA}{dari}:{ANGKA}{sampai}")
        lembar.ws.add_data_validation(validasi)


def _deret_isian(susunan: Susunan) -> list[tuple[int, int]]:
    """First and last row of every run of input cells."""
    deret: list[tuple[int, int]] = []
    for tempat in susunan.formulasi():
        for baris, satu in enumerate(baris_isian(tempat.utuh.formulasi), tempat.baris):
            if satu.kunci is None:
                continue
            if deret and deret[-1][1] == baris - 1:
                deret[-1] = (deret[-1][0], baris)
            else:
                deret.append((baris, baris))
    return deret


def tampilkan_bulat(lembar: Lembar, kolom: Sequence[str], akhir: int) -> None:
    """Show whole numbers in these columns without decimals, also those that are typed later."""
    if akhir < BARIS_ISI:
        return
    rentang = " ".join(f"{huruf}{BARIS_ISI}:{huruf}{akhir}" for huruf in kolom)
    sel = f"{kolom[0]}{BARIS_ISI}"
    tampilan = DifferentialStyle(numFmt=NumberFormat(numFmtId=_FORMAT_BULAT, formatCode=format_desimal(0)))
    rumus = f"AND(ISNUMBER({sel}),{sel}=INT({sel}))"
    lembar.ws.conditional_formatting.add(rentang, Rule(type="expression", dxf=tampilan, formula=[rumus]))
