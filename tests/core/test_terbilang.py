"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import format_angka
from iki_desktop.core.terbilang import dengan_kata, terbilang

SATUAN = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
PANGKAT = {
    "ribu": 3, "juta": 6, "miliar": 9, "triliun": 12, "kuadriliun": 15, "kuintiliun": 18, "sekstiliun": 21,
    "septiliun": 24, "oktiliun": 27,
}  # fmt: skip
SE = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}


def baca(kata: str) -> Decimal:
    """The number that words mean: read as people read them, another way than they were made."""
    urai = " ".join(SE.get(k, k) for k in kata.split()).split()
    minus, urai = (urai[0] == "minus"), [k for k in urai if k != "minus"]
    bulat, pecahan = urai, []
    if "koma" in urai:
        bulat, pecahan = urai[: urai.index("koma")], urai[urai.index("koma") + 1 :]
    jumlah = tiga = satu = 0
    for k in bulat:
        if k in SATUAN:
            satu = SATUAN[k]
        elif k in ("belas", "puluh", "ratus"):
            tiga += satu + 10 if k == "belas" else satu * (10 if k == "puluh" else 100)
            satu = 0
        else:
            jumlah += (tiga + satu) * 10 ** PANGKAT[k]
            tiga = satu = 0
    teks = f"{jumlah + tiga + satu}.{''.join(str(SATUAN[k]) for k in pecahan)}0"
    return Decimal(f"-{teks}" if minus else teks)


@pytest.mark.parametrize(
    "angka, kata",
    [
        ("0", "nol"),
        ("-0", "nol"),
        ("0.00", "nol"),
        ("7", "tujuh"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("19", "sembilan belas"),
        ("20", "dua puluh"),
        ("21", "dua puluh satu"),
        ("100", "seratus"),
        ("101", "seratus satu"),
        ("111", "seratus sebelas"),
        ("200", "dua ratus"),
        ("1000", "seribu"),
        ("1E+3", "seribu"),
        ("1001", "seribu satu"),
        ("1100", "seribu seratus"),
        ("2026", "dua ribu dua puluh enam"),
        ("11000", "sebelas ribu"),
        ("21000", "dua puluh satu ribu"),
        ("101000", "seratus satu ribu"),
        ("100000", "seratus ribu"),
        ("1000000", "satu juta"),
        ("1001000", "satu juta seribu"),
        ("2013401", "dua juta tiga belas ribu empat ratus satu"),
        ("1000000000", "satu miliar"),
        ("1000000000001", "satu triliun satu"),
        ("1E15", "satu kuadriliun"),
        ("1E18", "satu kuintiliun"),
        ("1E21", "satu sekstiliun"),
        ("1E24", "satu septiliun"),
        ("999E27", "sembilan ratus sembilan puluh sembilan oktiliun"),
        ("82.5", "delapan puluh dua koma lima"),
        ("82.50", "delapan puluh dua koma lima"),
        ("0.05", "nol koma nol lima"),
        ("3.14", "tiga koma satu empat"),
        ("-12", "minus dua belas"),
        ("-0.5", "minus nol koma lima"),
    ],
)
def test_in_words(angka: str, kata: str) -> None:
    assert terbilang(Decimal(angka)) == kata


@given(st.decimals(-(10**30) + 1, 10**30 - 1, places=0) | st.integers(-2_100_000, 2_100_000).map(Decimal))
def test_whole_numbers_are_read_back_exactly(angka: Decimal) -> None:
    assert baca(terbilang(angka)) == angka


@given(st.integers(-(10**12), 10**12), st.integers(0, 12))
def test_decimals_are_read_back_exactly(digit: int, koma: int) -> None:
    angka = Decimal(f"{digit}E-{koma}")
    assert baca(terbilang(angka)) == angka


@given(st.integers(0, 10**30 - 1))
def test_nobody_says_one_where_se_is_said(angka: int) -> None:
    kata = f" {terbilang(Decimal(angka))} "
    for salah in (" satu puluh ", " satu belas ", " satu ratus ", " nol ribu "):
        assert salah not in kata
    assert "satu ribu" not in kata or angka > 20_999
    assert "  " not in kata


@pytest.mark.parametrize(
    "angka, teks",
    [
        ("12", "12 (dua belas)"),
        ("1000", "1.000 (seribu)"),
        ("2013401", "2.013.401 (dua juta tiga belas ribu empat ratus satu)"),
        ("82.5", "82,5 (delapan puluh dua koma lima)"),
        ("-3", "−3 (minus tiga)"),
    ],
)
def test_digits_and_words(angka: str, teks: str) -> None:
    assert dengan_kata(Decimal(angka)) == teks


@pytest.mark.parametrize("angka", ["1E+30", "-1E+30", "1E+300", "1" * 31 + ".5"])
def test_where_there_are_no_words_digits_stand_alone(angka: str) -> None:
    besar = Decimal(angka)
    assert terbilang(besar) == dengan_kata(besar) == format_angka(besar)


@pytest.mark.parametrize("angka", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_has_no_words(angka: str) -> None:
    with pytest.raises(ValueError, match="tidak berujung"):
        terbilang(Decimal(angka))
