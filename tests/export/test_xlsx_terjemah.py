"""The office's expressions as formulas of Excel."""

from __future__ import annotations

import pytest

from iki_desktop.core.rumus import baca_rumus
from iki_desktop.export.xlsx.terjemah import TidakTerjemahError, terjemahkan

SEL = {"a": "D1", "hari kerja": "D2", "c": "D3"}


def formula(teks: str) -> str:
    return terjemahkan(baca_rumus(teks, tuple(SEL)), SEL)


@pytest.mark.parametrize(
    "teks, harapan",
    [
        ("a * (hari kerja − c)", "(D1*(D2-D3))"),
        ("a : c × 100 %", "((D1/D3)*100)"),
        ("a x 12,5", "(D1*12.5)"),
        ("-a ^ 2", "(-(D1^2))"),
        ("+a", "D1"),
        ("max(a, c) - min(a, c, 3) + abs(c)", "((MAX(D1,D3)-MIN(D1,D3,3))+ABS(D3))"),
        ("12345678901234567890 * a", "(1.2345678901234567E+19*D1)"),
    ],
)
def test_signs_names_and_functions(teks: str, harapan: str) -> None:
    assert formula(teks) == harapan


def test_powers_that_core_refuses_are_refused() -> None:
    hasil = formula("a ^ c")
    assert hasil.endswith(",NA(),(D1^D3))")
    for tolak in ("AND(D1=0,D3=0)", "AND(D1<0,D3<>INT(D3))", "ABS(D3)>100"):
        assert tolak in hasil
    assert "NA()" in formula("a ^ 101")
    assert "NA()" in formula("a ^ 0,5")


@pytest.mark.parametrize(
    "teks",
    [
        "a ^ (c ^ (a ^ (c ^ (a ^ (c ^ a)))))",
        " + ".join(["a ^ c"] * 90),
        "max(" + ", ".join(["a"] * 251) + ")",
    ],
)
def test_what_excel_cannot_hold_is_said(teks: str) -> None:
    with pytest.raises(TidakTerjemahError):
        formula(teks)
