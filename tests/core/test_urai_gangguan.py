"""A report of a fault tells where it was, and nothing of what the office wrote."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.errors import RuleError
from iki_desktop.core.gangguan import urai_gangguan

RAHASIA = "Jl. Ahmad Yani 17, NAMA CAMAT, S.Sos."


def gangguan(salah: BaseException) -> BaseException:
    try:
        raise salah
    except BaseException as satu:
        return satu


def isyarat(perbuatan) -> str:
    """What the report makes of what Python itself says."""
    try:
        perbuatan()
    except Exception as salah:
        return urai_gangguan(salah).splitlines()[-1]
    raise AssertionError


class Salah(Exception):
    def __str__(self) -> str:
        raise ValueError(RAHASIA)


@pytest.mark.parametrize(
    "salah",
    [
        KeyError(RAHASIA),
        ValueError(f"invalid literal: {RAHASIA!r}"),
        RuleError(RAHASIA, RAHASIA),
        FileNotFoundError(2, "No such file or directory", f"/home/siti/{RAHASIA}.iki"),
        OSError(RAHASIA),
        UnicodeEncodeError("ascii", RAHASIA + "é", 0, 1, RAHASIA),
        ExceptionGroup(f"listeners of “{RAHASIA}”", [ValueError(RAHASIA), KeyError(RAHASIA)]),
        Salah(),
    ],
)
def test_no_message_tells_of_the_data(salah):
    laporan = urai_gangguan(gangguan(salah))
    assert type(salah).__name__ in laporan
    for kata in ("Yani", "CAMAT", "siti"):
        assert kata not in laporan


@given(st.text(min_size=1))
def test_a_typed_text_never_gets_through(teks):
    penanda = f"\u2063{teks}\u2063"
    assert penanda not in urai_gangguan(gangguan(ValueError(penanda)))


def test_what_lies_behind_it_is_told_without_its_words():
    try:
        try:
            raise KeyError(RAHASIA)
        except KeyError as salah:
            raise ValueError(RAHASIA) from salah
    except ValueError as salah:
        laporan = urai_gangguan(salah)
    assert laporan.index("KeyError") < laporan.index("— lalu:") < laporan.index("ValueError")
    assert RAHASIA not in laporan


def test_a_circle_of_causes_comes_to_an_end():
    satu, dua = ValueError("a"), ValueError("b")
    satu.__cause__, dua.__cause__ = dua, satu
    assert urai_gangguan(satu).count("ValueError") == 2


def test_what_python_says_of_the_program_itself_is_kept():
    assert isyarat(lambda: None.nama) == "AttributeError: 'NoneType' object has no attribute 'nama'"  # type: ignore[attr-defined]
    kosong: list[int] = []
    assert isyarat(lambda: kosong[1]) == "IndexError: list index out of range"
    assert isyarat(lambda: 1 / 0) == "ZeroDivisionError: division by zero"
    assert isyarat(lambda: 1 + "a").startswith("TypeError: unsupported operand type(s) for +:")  # type: ignore[operator]
    assert "missing 1 required positional argument: 'penanda'" in isyarat(lambda penanda: 0)
    assert isyarat(lambda: open("/tidak/ada")) == "FileNotFoundError: [2] No such file or directory"  # noqa: PTH123, SIM115
    assert isyarat(lambda: Decimal(1).quantize("x")).endswith("tidak disertakan)")  # type: ignore[arg-type]


def test_paths_begin_below_the_program():
    try:
        urai_gangguan(None)  # type: ignore[arg-type]
    except AttributeError as salah:
        laporan = urai_gangguan(salah)
    assert "\niki_desktop/core/gangguan.py:" in laporan
    assert laporan.startswith("test_urai_gangguan.py:")


def test_a_recursion_is_told_in_a_page():
    def turun(n: int) -> int:
        return turun(n + 1)

    try:
        turun(0)
    except RecursionError as salah:
        laporan = urai_gangguan(salah)
    assert laporan.splitlines()[0].endswith("langkah lain")
    assert len(laporan) < 20_000
