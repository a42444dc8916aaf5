"""Numbers as people type them and as they read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import (
    MAKSIMUM_DIGIT,
    AngkaError,
    AngkaGandaError,
    bulatkan,
    format_angka,
    format_persen,
    hitung_desimal,
    parse_angka,
    tanpa_sisa,
    teks_sunting,
    wajar,
)

ANGKA_KANTOR = st.decimals(
    min_value=Decimal("-1e14"), max_value=Decimal("1e14"), allow_nan=False, allow_infinity=False, places=9
)
WAJAR = st.builds(
    lambda tanda, digit, eksponen: Decimal((tanda, digit, eksponen)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=MAKSIMUM_DIGIT).map(tuple),
    st.integers(-MAKSIMUM_DIGIT, MAKSIMUM_DIGIT),
).filter(wajar)


@pytest.mark.parametrize(
    "teks, angka",
    [
        ("0", "0"),
        ("7", "7"),
        ("007", "7"),
        ("1234", "1234"),
        ("82,5", "82.5"),
        ("82,50", "82.50"),
        ("82,5 %", "82.5"),
        ("82,5%", "82.5"),
        ("100 %", "100"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("00.125", "0.125"),
        ("12.5", "12.5"),
        ("12.50", "12.50"),
        ("1.2345", "1.2345"),
        ("1234.567", "1234.567"),
        ("1,234", "1.234"),
        ("1.234,5", "1234.5"),
        ("1.234,50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("12.345.678", "12345678"),
        ("-5", "-5"),
        ("- 5", "-5"),
        ("−5", "-5"),
        ("–5", "-5"),
        ("+5", "5"),
        ("−1.234,5", "-1234.5"),
        ("-12.5 %", "-12.5"),
        ("-0", "0"),
        ("  82,5  ", "82.5"),
        ("\u00a082,5\u00a0%", "82.5"),
        ("82,5\u202f%", "82.5"),
        ("\t7\n", "7"),
        ("9" * 30, "9" * 30),
        ("-" + "9" * 30, "-" + "9" * 30),
        ("0," + "0" * 29 + "1", "1e-30"),
    ],
)
def test_reads_what_is_typed(teks: str, angka: str) -> None:
    assert parse_angka(teks) == Decimal(angka)


@pytest.mark.parametrize("teks", ["", " ", "\t\n", "\u00a0", "\u202f"])
def test_an_empty_text_is_no_number(teks: str) -> None:
    assert parse_angka(teks) is None


@pytest.mark.parametrize(
    "teks",
    [
        "%", " % ", "-", "+", "--5", "+-5", "5-", "5 5", "1 234", "lima", "12a", "a12", "5 persen",
        "Rp 5.000",
        "1e5", "0x10", "1_000", "NaN", "Infinity", "-inf", "١٢", "５", "½", "²", "5%%", "(5)", "=5", "5.",
        "5,",
        ".", ",", "1,2,3", "1.2.3", "12.34.567", "1.234.56", "1.234,5,6", "0.000.001", "\u200b5", "5\ufeff",
        "<b>5</b>", "5\x00", "🙂", "\ud800", "\u202e5",
    ],
)  # fmt: skip
def test_words_and_slips_are_refused_with_what_was_typed(teks: str) -> None:
    with pytest.raises(AngkaError) as salah:
        parse_angka(teks)
    assert not isinstance(salah.value, AngkaGandaError)
    assert salah.value.pesan == f"“{teks.strip()}” bukan angka."
    assert salah.value.saran == "Ketik angka saja, misalnya 82,5."


def test_a_long_text_is_refused_in_a_short_sentence() -> None:
    with pytest.raises(AngkaError, match=r"^“x{39}…” bukan angka"):
        parse_angka("x" * 6_000)


@pytest.mark.parametrize(
    "teks, benar",
    [("1,234,567", "1234567"), ("1,234.5", "1234,5"), ("-1,234.5", "-1234,5"), ("12,345.678", "12345,678")],
)
def test_thousands_by_comma_are_refused_with_the_right_spelling(teks: str, benar: str) -> None:
    with pytest.raises(AngkaError) as salah:
        parse_angka(teks)
    assert salah.value.pesan == f"“{teks}” memakai koma sebagai pemisah ribuan."
    assert salah.value.saran == f"Ketik {benar}."
    assert parse_angka(benar) == Decimal(benar.replace(",", "."))


@pytest.mark.parametrize(
    "teks, ribuan, pecahan",
    [
        ("1.234", "1234", "1.234"),
        ("12.500", "12500", "12.5"),
        ("999.999", "999999", "999.999"),
        ("1.000 %", "1000", "1"),
        ("−1.234", "-1234", "-1.234"),
    ],
)
def test_one_dot_before_three_digits_is_asked(teks: str, ribuan: str, pecahan: str) -> None:
    with pytest.raises(AngkaGandaError) as tanya:
        parse_angka(teks)
    assert tanya.value.pilihan == (Decimal(ribuan), Decimal(pecahan))
    a, b = (teks_sunting(p) for p in tanya.value.pilihan)
    assert tanya.value.pesan == f"“{teks}” dapat berarti {a} atau {b}."
    assert tanya.value.saran == f"Ketik {a} atau {b}."


def test_both_answers_to_a_question_can_be_typed() -> None:
    with pytest.raises(AngkaGandaError) as tanya:
        parse_angka("-12.340")
    assert [parse_angka(teks_sunting(p)) for p in tanya.value.pilihan] == list(tanya.value.pilihan)


@pytest.mark.parametrize("teks", ["1" * 31, "1" * 10_000, "0," + "0" * 30 + "1", "-" + "9" * 31])
def test_too_long_for_a_figure(teks: str) -> None:
    with pytest.raises(AngkaError, match="terlalu panjang untuk sebuah angka"):
        parse_angka(teks)


@pytest.mark.parametrize(
    "angka, ya",
    [
        ("0", True), ("-1", True), ("1E+29", True), ("1E+30", False), ("12E+29", False), ("1E-30", True),
        ("1E-31", False), ("9" * 30, True), ("9" * 31, False), ("NaN", False), ("sNaN", False),
        ("Infinity", False),
        ("-Infinity", False), ("1E+999999", False),
    ],
)  # fmt: skip
def test_what_size_a_figure_may_have(angka: str, ya: bool) -> None:
    assert wajar(Decimal(angka)) is ya


@given(WAJAR)
def test_every_figure_survives_editing(angka: Decimal) -> None:
    assert parse_angka(teks_sunting(angka)) == angka


def _bacaan(teks: str) -> tuple[Decimal | None, ...]:
    try:
        return (parse_angka(teks),)
    except AngkaGandaError as tanya:
        return tanya.pilihan


@given(ANGKA_KANTOR)
def test_what_is_shown_means_the_same_number(angka: Decimal) -> None:
    assert angka in _bacaan(format_angka(angka))


@given(ANGKA_KANTOR, st.integers(0, 4))
def test_places_are_as_many_as_asked(angka: Decimal, desimal: int) -> None:
    bulat, _, pecahan = format_angka(angka, desimal).partition(",")
    assert len(pecahan) == desimal
    assert all(len(kelompok) == 3 for kelompok in bulat.split(".")[1:])
    assert abs(bulatkan(angka, desimal) - angka) <= Decimal("0.5").scaleb(-desimal)


@pytest.mark.parametrize(
    "angka, desimal, teks",
    [
        ("1234.5", None, "1.234,5"),
        ("1234567.891", 2, "1.234.567,89"),
        ("86.25", 2, "86,25"),
        ("86.255", 2, "86,26"),
        ("-86.255", 2, "−86,26"),
        ("86", 2, "86,00"),
        ("86.50", None, "86,5"),
        ("86.00", None, "86"),
        ("0.5", 0, "1"),
        ("0.49", 0, "0"),
        ("-0.001", 2, "0,00"),
        ("-0", None, "0"),
        ("-0.00", None, "0"),
        ("0.00", None, "0"),
        ("-0.5", None, "−0,5"),
        ("-1234", None, "−1.234"),
        ("100", 0, "100"),
        ("1E+3", None, "1.000"),
        ("999.995", 2, "1.000,00"),
        ("1E-7", None, "0,0000001"),
    ],
)
def test_written_for_reading(angka: str, desimal: int | None, teks: str) -> None:
    assert format_angka(Decimal(angka), desimal) == teks
    assert format_persen(Decimal(angka), desimal) == f"{teks} %"


@pytest.mark.parametrize(
    "angka, teks",
    [("1234.50", "1234,5"), ("-0.50", "-0,5"), ("-0", "0"), ("1E+3", "1000"), ("0.000", "0"), ("100", "100")],
)
def test_written_for_editing(angka: str, teks: str) -> None:
    assert teks_sunting(Decimal(angka)) == teks


@pytest.mark.parametrize(
    "angka, desimal, dibulatkan, dipotong",
    [
        ("2.5", 0, "3", "2"),
        ("-2.5", 0, "-3", "-2"),
        ("2.345", 2, "2.35", "2.34"),
        ("2.3449", 2, "2.34", "2.34"),
        ("99.999", 2, "100.00", "99.99"),
        ("0", 4, "0.0000", "0.0000"),
        ("1E+100", 2, "1E+100", "1E+100"),
        ("9.99E+130", 4, "9.99E+130", "9.99E+130"),
        ("1E-100", 2, "0", "0"),
    ],
)
def test_rounding_half_up_and_cutting(angka: str, desimal: int, dibulatkan: str, dipotong: str) -> None:
    assert bulatkan(Decimal(angka), desimal) == Decimal(dibulatkan)
    assert bulatkan(Decimal(angka), desimal, potong=True) == Decimal(dipotong)


def test_the_remainder_of_long_divisions_is_never_seen() -> None:
    with hitung_desimal():
        tiga_pertiga = Decimal(91) / 3 * 3
    assert tiga_pertiga != 91
    assert tanpa_sisa(tiga_pertiga) == 91
    assert bulatkan(tiga_pertiga, 2, potong=True) == Decimal("91.00")


@given(WAJAR)
def test_nothing_that_was_typed_is_taken_for_a_remainder(angka: Decimal) -> None:
    assert tanpa_sisa(angka) == angka
