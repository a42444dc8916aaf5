"""Nested lists as lines: nothing is lost on the way there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.records import Butir
from iki_desktop.ui.formulir.butir_baris import (
    Baris,
    baca_tempelan,
    ke_baris,
    ke_daftar,
    nomor_cetak,
    pindahkan,
    rapikan,
    turunan,
)

TEKS = st.text(st.characters(codec="utf-8"), max_size=8)
BUTIR = st.recursive(
    st.builds(Butir, TEKS, st.sampled_from([None, ()]), st.booleans()),
    lambda anak: st.builds(Butir, TEKS, st.lists(anak, min_size=1, max_size=3).map(tuple)),
    max_leaves=12,
)
DAFTAR = st.lists(BUTIR, max_size=4).map(tuple)
BARIS = st.lists(st.builds(Baris, st.integers(0, 5), TEKS), max_size=12)


def rapi(daftar):
    """An item that holds sub-items, or an empty list of them, is written as an object anyway."""
    return tuple(
        Butir(b.teks, b.butir and rapi(b.butir), b.sebagai_objek and b.butir is None) for b in daftar
    )


@settings(max_examples=60)
@given(DAFTAR)
def test_a_list_survives_the_way_into_lines_and_back(daftar):
    assert rapi(ke_daftar(ke_baris(daftar))) == rapi(daftar)


@settings(max_examples=60)
@given(BARIS)
def test_any_lines_make_a_list_that_holds_all_of_them_in_order(baris):
    kembali = ke_baris(ke_daftar(baris))
    assert [b.teks for b in kembali] == [b.teks for b in baris]
    assert kembali == rapikan(baris)


@settings(max_examples=60)
@given(BARIS, st.integers(0, 11), st.sampled_from([-1, 1]))
def test_moving_there_and_back_is_nothing(baris, nomor, arah):
    baris = rapikan(baris)
    if nomor >= len(baris):
        return
    hasil = pindahkan(baris, nomor, arah)
    if hasil is None:
        return
    pindahan, tempat = hasil
    assert pindahan[tempat] == baris[nomor]
    assert sorted(b.teks for b in pindahan) == sorted(b.teks for b in baris)
    assert pindahkan(pindahan, tempat, -arah) == (baris, nomor)


def test_an_item_moves_with_what_stands_under_it():
    baris = [Baris(0, "a"), Baris(1, "a1"), Baris(0, "b"), Baris(1, "b1"), Baris(2, "b1x")]
    assert turunan(baris, 2) == 5
    hasil = pindahkan(baris, 2, -1)
    assert hasil is not None
    assert [b.teks for b in hasil[0]] == ["b", "b1", "b1x", "a", "a1"]
    assert pindahkan(baris, 1, -1) is None, "the first of its parent stays"
    assert pindahkan(baris, 4, 1) is None, "the last stays"


@pytest.mark.parametrize(
    "teks, hasil",
    [
        ("a. satu;\nb. dua;\n", [Baris(0, "satu;"), Baris(0, "dua;")]),
        ("1)\tsatu\r\n2)\tdua", [Baris(0, "satu"), Baris(0, "dua")]),
        ("(1) satu\n(2) dua", [Baris(0, "satu"), Baris(0, "dua")]),
        ("- satu\n\n• dua", [Baris(0, "satu"), Baris(0, "dua")]),
        ("a. satu\ndua", [Baris(0, "a. satu"), Baris(0, "dua")]),
        ("satu\n\tdua\n\t\ttiga", [Baris(0, "satu"), Baris(1, "dua"), Baris(2, "tiga")]),
        ("\tsatu\n\tdua", [Baris(0, "satu"), Baris(0, "dua")]),
        ("1. hanya satu baris", [Baris(0, "1. hanya satu baris")]),
        ("No. 5 satu\nNo. 6 dua", [Baris(0, "No. 5 satu"), Baris(0, "No. 6 dua")]),
        ("satu\x0bsambungan\ndua", [Baris(0, "satu\nsambungan"), Baris(0, "dua")]),
        ("\n  \n", []),
    ],
)
def test_pasted_lines_become_items(teks, hasil):
    assert baca_tempelan(teks) == hasil


def test_numbers_are_those_of_the_paper():
    baris = [Baris(0, "x"), Baris(1, "x"), Baris(1, "x"), Baris(2, "x"), Baris(3, "x"), Baris(0, "x")]
    assert nomor_cetak(baris, "a.") == ["a.", "1.", "2.", "a)", "1)", "b."]


def test_one_item_alone_is_a_sentence_where_it_is_printed_so():
    baris = [Baris(0, "kalimat"), Baris(1, "satu"), Baris(1, "dua")]
    assert nomor_cetak(baris, "a.", kalimat_tunggal=True) == ["", "a.", "b."]
    assert nomor_cetak([*baris, Baris(0, "lagi")], "a.", kalimat_tunggal=True)[0] == "a."
