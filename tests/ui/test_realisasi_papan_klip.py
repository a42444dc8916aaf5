"""Blocks on the clipboard: as spreadsheets write them, and as this grid does."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.ui.realisasi.papan_klip import Salah, Tempelan, baca_blok, susun_tempelan, tulis_blok
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel

A, B, C = (KunciSel(n, 1, "nilai") for n in (1, 2, 3))
NOTA = KunciSel(1, 1, CATATAN)


@pytest.mark.parametrize(
    "teks, blok",
    [
        ("12", [["12"]]),
        ("12\n", [["12"]]),
        ("12\r\n", [["12"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ('"baris satu\nbaris dua"\t5\n6\t7\n', [["baris satu\nbaris dua", "5"], ["6", "7"]]),
        ('"kata ""khusus"""\t5', [['kata "khusus"', "5"]]),
        ("1\t2\t3\n4\n", [["1", "2", "3"], ["4"]]),
        ("1\n\n3\n", [["1"], [""], ["3"]]),
        ("", []),
        ("\x00", []),
        ("1\t\n", [["1", ""]]),
    ],
)
def test_a_spreadsheets_block_is_read(teks, blok):
    assert baca_blok(teks) == blok


def test_a_cell_beyond_what_csv_takes_is_still_read():
    assert baca_blok("x" * 200_000 + "\t2\n") == [["x" * 200_000, "2"]]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\x00", codec="utf-8")), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_written_is_read_back(blok):
    teks = tulis_blok([[(sel, True) for sel in baris] for baris in blok])
    kembali = [baris[:] for baris in blok]
    while len(kembali) > 1 and not any(kembali[-1]):
        kembali.pop()
    assert baca_blok(teks) == kembali


def test_words_never_become_a_formula_and_numbers_keep_their_sign():
    assert tulis_blok([[("=1+1", False), ("-5", True), ("-lima", False)]]) == " =1+1\t-5\t -lima"


def test_a_block_is_laid_over_its_cells():
    tempelan = susun_tempelan([["1,5", "82,5 %"], ["", "9"]], [[A, None], [B, C]])
    assert tempelan.angka == ((A, Decimal("1.5")), (B, None), (C, Decimal(9)))
    assert tempelan.dilewati == 1, "a value on a computed cell is counted, not entered"


def test_what_is_larger_than_the_grid_is_counted():
    assert susun_tempelan([["1", "2"], ["3"]], [[A]]).dilewati == 2


def test_words_are_named_by_their_place():
    tempelan = susun_tempelan([["1", "abc"], ["Rp 5", "x\ny"]], [[A, B], [A, B]])
    assert tempelan.salah == (Salah(1, 2, "abc"), Salah(2, 1, "Rp 5"), Salah(2, 2, "x\ny"))
    assert tempelan.penolakan() == (
        "Baris 1, kolom 2: “abc” bukan angka; baris 2, kolom 1: “Rp 5” bukan angka; "
        "baris 2, kolom 2: “x y” bukan angka. Tidak ada yang ditempel."
    )


def test_a_long_list_of_wrong_cells_is_cut():
    tempelan = susun_tempelan([["a"], ["b"], ["c"], ["d"], ["e"]], [[A]] * 5)
    assert "; dan 2 sel lain." in tempelan.penolakan()


def test_what_has_two_readings_is_kept_with_both():
    tempelan = susun_tempelan([["1.234", "7"]], [[A, B]])
    assert tempelan.terbaca(0) == ((B, Decimal(7)), (A, Decimal(1234)))
    assert tempelan.terbaca(1) == ((B, Decimal(7)), (A, Decimal("1.234")))


def test_a_note_takes_any_text():
    assert susun_tempelan([["=kata\nlain"]], [[NOTA]]) == Tempelan(catatan=((NOTA, "=kata\nlain"),))
