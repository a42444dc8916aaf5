"""Figures are put beside formulas, each beside its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from iki_desktop.export.xlsx.nilai_simpanan import Nilai, sisipkan_nilai, teks_nilai

LEMBAR = "xl/worksheets/sheet1.xml"


def buku() -> bytes:
    hasil = Workbook()
    ws = hasil.active
    assert ws is not None
    ws["A1"] = "<teks> & “lain”\n baris"
    ws["A2"] = 5
    ws["A3"] = '=IF(A2>3,"a & b","")'
    ws["A4"] = "=A2*2"
    mentah = io.BytesIO()
    hasil.save(mentah)
    return mentah.getvalue()


def sisipkan(tujuan: Path, nilai: Mapping[str, Nilai]) -> None:
    sisipkan_nilai(buku(), tujuan, {LEMBAR: nilai})


def test_values_are_read_and_formulas_stay(tmp_path: Path) -> None:
    sisipkan(tmp_path / "a.xlsx", {"A3": "a & b <c>", "A4": Decimal("10.1")})
    nilai = load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    assert [nilai[f"A{n}"].value for n in range(1, 5)] == ["<teks> & “lain”\n baris", 5, "a & b <c>", 10.1]
    rumus = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert (rumus["A3"].value, rumus["A4"].value) == ('=IF(A2>3,"a & b","")', "=A2*2")


def test_every_other_part_is_as_it_was(tmp_path: Path) -> None:
    sisipkan(tmp_path / "a.xlsx", {"A3": "", "A4": 1})
    with ZipFile(io.BytesIO(buku())) as asal, ZipFile(tmp_path / "a.xlsx") as hasil:
        assert hasil.namelist() == asal.namelist()
        lain = [n for n in asal.namelist() if n not in (LEMBAR, "docProps/core.xml")]
        assert {n: hasil.read(n) for n in lain} == {n: asal.read(n) for n in lain}


@pytest.mark.parametrize(
    "nilai", [{}, {"A3": "x"}, {"A3": "x", "A4": 1, "A2": 5}, {"A3": "x", "A4": 1, "Z9": 1}]
)
def test_a_formula_without_a_figure_is_a_mistake(nilai: dict[str, Nilai], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="do not match"):
        sisipkan(tmp_path / "a.xlsx", nilai)


@pytest.mark.parametrize(
    "nilai, harapan",
    [
        (Decimal(3), "3"),
        (Decimal("0.1"), "0.1"),
        (7, "7"),
        ("", ""),
        (Decimal(10) ** 40, "1e+40"),
        (Decimal("222.54"), "222.54"),
    ],
)
def test_values_as_they_stand_in_the_file(nilai: Nilai, harapan: str) -> None:
    assert teks_nilai(nilai) == harapan
