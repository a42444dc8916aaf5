"""Texts of people within a sentence of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.kalimat import deretkan, kutip, satu_baris, singkatkan


def test_words_keep_their_order_on_one_line() -> None:
    assert satu_baris("  Nilai\n\n SKM\tkecamatan\u2028Biatan ") == "Nilai SKM kecamatan Biatan"
    assert satu_baris(" \n ") == ""


@pytest.mark.parametrize(
    "teks, terpanjang, hasil",
    [
        ("Camat", 5, "Camat"),
        ("Camat", 4, "Cam…"),
        ("Seksi \n Umum", 10, "Seksi Umum"),
        ("<b>tebal</b>", 40, "<b>tebal</b>"),
    ],
)
def test_only_what_is_too_long_is_cut(teks: str, terpanjang: int, hasil: str) -> None:
    assert singkatkan(teks, terpanjang) == hasil
    assert kutip(teks, terpanjang) == f"“{hasil}”"


@given(st.text(max_size=200), st.integers(1, 100))
def test_a_cut_text_is_never_longer_than_asked(teks: str, terpanjang: int) -> None:
    hasil = singkatkan(teks, terpanjang)
    assert len(hasil) <= terpanjang
    assert satu_baris(teks).startswith(hasil.removesuffix("…"))


def test_a_quotation_has_forty_characters_at_most() -> None:
    assert kutip("x" * 40) == f"“{'x' * 40}”"
    assert kutip("x" * 41) == f"“{'x' * 39}…”"


@pytest.mark.parametrize(
    "bagian, hasil",
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (["a", "b", "c", "d"], "a, b, c, dan d"),
    ],
)
def test_several_things_in_one_breath(bagian: list[str], hasil: str) -> None:
    assert deretkan(bagian) == hasil
    assert deretkan(bagian, "atau") == hasil.replace("dan", "atau")
