"""Expressions over named variables: read as the office writes them, and never more than arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import hitung_desimal
from iki_desktop.core.rumus import RumusError, baca_rumus


def hitung(rumus: str, **isi: str) -> Decimal:
    return baca_rumus(rumus, tuple(isi)).hitung({nama: Decimal(nilai) for nama, nilai in isi.items()})


@pytest.mark.parametrize(
    "rumus, hasil",
    [
        ("a * (b - c)", "12"),
        ("a × (b − c)", "12"),
        ("a · b – c", "18"),
        ("a x b", "20"),
        ("a X b x c", "40"),
        ("(a) x (b)", "20"),
        ("b : a", "1.25"),
        ("b ÷ a", "1.25"),
        ("b / a x 100 %", "125"),
        ("b/a*100%", "125"),
        ("50 % * b", "250"),
        ("a ^ c", "16"),
        ("a ** c", "16"),
        ("a * 2,5", "10"),
        ("a * 2.5", "10"),
        ("a * .5", "2"),
        ("-a + b", "1"),
        ("+a", "4"),
        ("min(a, b)", "4"),
        ("max(a; b)", "5"),
        ("max(1,5; 1,25)", "1.5"),
        ("abs(c - b)", "3"),
        ("  a\u00a0+\nb\r ", "9"),
        ("a\t+ b", "9"),
        ("2", "2"),
    ],
)
def test_signs_of_the_office(rumus: str, hasil: str) -> None:
    assert hitung(rumus, a="4", b="5", c="2") == Decimal(hasil)


@pytest.mark.parametrize(
    "nama",
    [
        "hari kerja", "lambda", "class", "import", "None", "True", "x", "min", "e", "hadir (%)",
        "a.b", "__import__",
        "jumlah × bobot", "v_0_", "v_", "nilai-1", "(", "ﬁ", "µ", "日本", "🙂", "a\nb", "2", "<b>",
        "a'b", 'a"b', "\\d+",
    ],
)  # fmt: skip
def test_any_declared_name_may_stand_in_a_formula(nama: str) -> None:
    rumus = baca_rumus(f"{nama} + 1", (nama, "lain"))
    assert rumus.nama == (nama,)
    assert rumus.hitung({nama: Decimal("41")}) == 42


def test_the_longest_name_wins() -> None:
    terdaftar = ("hari", "hari kerja", "hari kerja efektif")
    rumus = baca_rumus("hari kerja efektif - hari kerja - hari", terdaftar)
    assert rumus.hitung(dict(zip(terdaftar, map(Decimal, (1, 10, 100)), strict=True))) == 89


def test_a_name_within_a_word_is_left_alone() -> None:
    assert baca_rumus("hari * harian", ("hari",)).nama == ("hari", "harian")


def test_a_name_of_blanks_stands_nowhere() -> None:
    assert baca_rumus("a + 1", (" ", "a")).nama == ("a",)
    assert baca_rumus("a + 1", (" ",)).nama == ("a",)


def test_undeclared_names_are_variables_too_in_the_order_of_the_text() -> None:
    rumus = baca_rumus("z + pegawai * a - z", ("a",))
    assert rumus.nama == ("a", "z", "pegawai")
    assert rumus.hitung({"a": Decimal(2), "z": Decimal(1), "pegawai": Decimal(3)}) == 6


def test_an_undeclared_name_is_never_taken_for_a_declared_one() -> None:
    rumus = baca_rumus("a + v_0_ + vv_0_", ("a",))
    assert rumus.nama == ("a", "v_0_", "vv_0_")
    assert rumus.hitung({"a": Decimal(1), "v_0_": Decimal(10), "vv_0_": Decimal(100)}) == 111


def test_an_undeclared_function_name_may_be_a_variable() -> None:
    assert baca_rumus("min + max(min, 2)").hitung({"min": Decimal(1)}) == 3


def test_missing_inputs_are_named() -> None:
    with pytest.raises(RumusError) as salah:
        baca_rumus("a + b * c", ("c", "a")).hitung({"a": Decimal(1)})
    assert salah.value.pesan == "c, b belum diisi."


@pytest.mark.parametrize(
    "rumus",
    [
        "a.b", "a.__class__", "(1).real", "a[0]", "a[0:1]", "[a]", "(a, 1)", "{a}", "{1: 2}",
        "[x for x in a]",
        "lambda: a", "'a'", '"a"', "f'{a}'", "b'a'", "True", "None", "...", "a if a else 1",
        "a and 1", "not a",
        "a == 1", "a < 1", "a // 2", "a % 2", "a @ a", "a << 2", "a & 1", "~a", "a := 1", "a = 1",
        "a; a", "import os",
        "__import__('os')", "open(a)", "eval(a)", "print(a)", "a(1)", "(a)(1)", "abs(1).real",
        "round(a)", "sum(a)",
        "min(a)", "min()", "min(a, b=1)", "min(*a)", "min(**a)", "abs(a, 1)", "abs()", "max(1,2)",
        "pow(a, 2)",
        "yield a", "await a", "return a", "def a()", "a\\", "#", "# a", "a # b",
    ],
)  # fmt: skip
def test_nothing_but_arithmetic_is_let_in(rumus: str) -> None:
    with pytest.raises(RumusError):
        baca_rumus(rumus)


@pytest.mark.parametrize(
    "rumus",
    [
        "", " ", "a +", "* a", "a b", "hari kerja", "(a", "a)", "a + * b", "1 2", "10%5", "10 % 5",
        "a1%b",
        "1.000.000", "1,2,3", "2a", "1e5", "1E400", "0x10", "1_000", "1j", "1and 2", "1if 2 else 3",
        "007",
        "class + 1", "a\x00b", "\ud800", "a\u202eb", "½", "a²", "١٢", "=a", "a x", "a²+1",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_quoted(rumus: str) -> None:
    with pytest.raises(RumusError) as salah:
        baca_rumus(rumus)
    assert salah.value.pesan == f"Rumus “{rumus.strip()}” belum dapat dibaca."
    assert salah.value.saran == "Periksa tanda dan kurungnya."


@pytest.mark.parametrize(
    "rumus",
    [
        "a" * 10_000,
        "1+" * 5_000 + "1",
        "(" * 1_500,
        "-" * 1_900 + "1",
        "+".join("1" * 900),
        "(" * 900 + ")" * 900,
    ],
)
def test_long_and_deep_texts_are_refused_at_reading(rumus: str) -> None:
    with pytest.raises(RumusError) as salah:
        baca_rumus(rumus)
    assert len(str(salah.value)) < 200


def test_as_many_terms_as_an_office_needs() -> None:
    assert hitung("+".join("a" * 90), a="2") == 180
    assert hitung("(" * 90 + "a" + ")" * 90, a="2") == 2


@pytest.mark.parametrize(
    "rumus",
    [
        "9 ** 9 ** 9", "9 ^ 101", "9 ^ -101", "2 ** 9999999", "0 ** 0", "(-8) ^ 0,5", "9" * 1_999,
        "(" * 20 + "9^99" + ")^99" * 20, "(" * 9 + "9**99" + ")**99" * 9 + "**0.5", "10^90 * 10^90",
        "10^-90 / 10^90",
    ],
)  # fmt: skip
def test_no_value_beyond_all_bounds(rumus: str) -> None:
    with pytest.raises(RumusError, match=r"Rumus tidak menghasilkan angka\.|Hasil rumus di luar batas\."):
        baca_rumus(rumus).hitung({})


@pytest.mark.parametrize("nilai", ["NaN", "Infinity", "-Infinity"])
def test_no_value_from_what_is_no_number(nilai: str) -> None:
    with pytest.raises(RumusError, match="Rumus tidak menghasilkan angka"):
        hitung("a + 1", a=nilai)


@pytest.mark.parametrize("rumus", ["a / 0", "0 / 0", "a / (b - b)", "1 / (0 ^ -1)", "0 ^ -0,5", "a : 0 %"])
def test_a_divisor_of_0_says_so(rumus: str) -> None:
    with pytest.raises(ZeroDivisionError):
        hitung(rumus, a="1", b="2")


@pytest.mark.parametrize(
    "rumus, hasil",
    [
        ("0,1 + 0,2", "0.3"),
        ("0.1 * 3", "0.3"),
        ("1,10 - 1", "0.1"),
        ("0,1234567890123456789012345 * 1", "0.1234567890123456789012345"),
        ("123456789012345678901234567890,5 + 0,5", "123456789012345678901234567891"),
        ("0 * 10^-99 * 10^-99", "0"),
        ("2 ^ 0,5 * 2 ^ 0,5 - 2 + 1", None),
    ],
)
def test_numbers_are_the_decimals_that_are_written(rumus: str, hasil: str | None) -> None:
    if hasil is None:
        assert abs(hitung(rumus) - 1) < Decimal("1e-55")
    else:
        assert hitung(rumus) == Decimal(hasil)


ANGKA = st.decimals(min_value=-10_000, max_value=10_000, places=4)


@given(ANGKA, ANGKA, ANGKA)
def test_arithmetic_is_that_of_decimals(a: Decimal, b: Decimal, c: Decimal) -> None:
    with hitung_desimal():
        benar = a * (b - c) + a
    assert baca_rumus("a x (b − c) + a", ("a", "b", "c")).hitung({"a": a, "b": b, "c": c}) == benar


@given(st.text(max_size=60) | st.text(alphabet="ab1209.,;:+-*/^x× %()min", max_size=40))
def test_any_text_is_read_or_refused(teks: str) -> None:
    try:
        rumus = baca_rumus(teks, ("a", "hari kerja"))
        rumus.hitung(dict.fromkeys(rumus.nama, Decimal(3)))
    except (RumusError, ZeroDivisionError):
        return
    assert rumus.teks
