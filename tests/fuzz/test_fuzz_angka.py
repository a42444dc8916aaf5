"""Anything at all typed into a field for numbers: a number, nothing, or a sentence."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from iki_desktop.core.angka import AngkaError, AngkaGandaError, format_angka, parse_angka, teks_sunting, wajar
from tests.fuzz.ukuran_fuzz import sebanyak

MIRIP = st.text(st.sampled_from("0123456789.,-+% \u00a0−–eE_'/xo٣１½∞\x00\x0b"), max_size=45)
TEKS = st.one_of(MIRIP, st.text(max_size=60), st.integers().map(str), st.floats().map(repr))
FIGUR = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6)


@sebanyak(60)
@given(TEKS)
@example("1.234")
@example("\ud800")
@example("9" * 6_000)
def test_a_text_is_a_number_or_a_sentence(teks: str) -> None:
    angka, salah = _baca(teks)
    assert angka is None or wajar(angka)
    assert salah is None or (salah.pesan and salah.saran and len(str(salah)) < 300)
    if isinstance(salah, AngkaGandaError):
        satu, dua = salah.pilihan
        assert satu != dua
        assert wajar(satu)
        assert wajar(dua)


def _baca(teks: str) -> tuple[Decimal | None, AngkaError | None]:
    try:
        return parse_angka(teks), None
    except AngkaError as salah:
        return None, salah


@sebanyak(60)
@given(FIGUR)
def test_a_figure_is_read_back_as_it_was_written(angka: Decimal) -> None:
    assert parse_angka(teks_sunting(angka)) == angka
    terbaca, salah = _baca(format_angka(angka))
    assert angka in (salah.pilihan if isinstance(salah, AngkaGandaError) else (terbaca,))
