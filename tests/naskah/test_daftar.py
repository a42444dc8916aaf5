"""Lists: their numbers, their depths, the single sentence."""

from __future__ import annotations

import pytest

from iki_desktop.core.records import Butir
from iki_desktop.naskah.blok import Daftar, Paragraf
from iki_desktop.naskah.daftar import angka_romawi, bernomor, isi_daftar, nomor_butir
from tests.naskah.kantor_naskah import bersarang


@pytest.mark.parametrize(
    "gaya, urutan, nomor",
    [
        ("a.", 1, "a."), ("a.", 26, "z."), ("a.", 27, "aa."), ("a.", 53, "aaa."), ("a)", 2, "b)"),
        ("1.", 10, "10."), ("1)", 3, "3)"), ("(1)", 11, "(11)"), ("-", 4, "-"), ("", 5, ""),
    ],
)  # fmt: skip
def test_number_of_an_item(gaya: str, urutan: int, nomor: str) -> None:
    assert nomor_butir(gaya, urutan) == nomor


@pytest.mark.parametrize("angka, romawi", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV")])
def test_roman_figures(angka: int, romawi: str) -> None:
    assert angka_romawi(angka) == romawi


def test_numbers_change_with_depth() -> None:
    nomor = [(b.tingkat, b.nomor, b.teks) for b in bernomor((bersarang(5), Butir("akhir")), "a.").baris]
    assert nomor == [
        (0, "a.", "tingkat 1"),
        (1, "1.", "tingkat 2"),
        (2, "a)", "tingkat 3"),
        (3, "1)", "tingkat 4"),
        (4, "a.", "tingkat 5"),
        (4, "b.", "saudara 4"),
        (3, "2)", "saudara 3"),
        (2, "b)", "saudara 2"),
        (1, "2.", "saudara 1"),
        (0, "b.", "akhir"),
    ]


@pytest.mark.parametrize(
    "gaya, dalam",
    [("a.", "1."), ("1.", "a)"), ("a)", "1)"), ("1)", "a."), ("(1)", "a."), ("-", "-"), ("", "a.")],
)
def test_the_style_under_a_style(gaya: str, dalam: str) -> None:
    daftar = bernomor((Butir("luar", (Butir("dalam"),)),), gaya)
    assert daftar.baris[1].nomor == dalam


def test_a_list_as_deep_as_a_file_can_be_is_numbered() -> None:
    butir = Butir("terdalam")
    for _ in range(5000):
        butir = Butir("luar", (butir,))
    baris = bernomor((butir,), "a.").baris
    assert len(baris) == 5001
    assert (baris[-1].tingkat, baris[-1].teks) == (5000, "terdalam")


def test_one_item_alone_is_a_sentence() -> None:
    assert isi_daftar((Butir("membantu Camat"),), "a.") == (Paragraf("membantu Camat"),)


def test_items_under_a_single_sentence_take_the_lists_own_numbers() -> None:
    kalimat, daftar = isi_daftar((Butir("mempunyai tugas:", (Butir("satu"), Butir("dua"))),), "a.")
    assert kalimat == Paragraf("mempunyai tugas:")
    assert isinstance(daftar, Daftar)
    assert [b.nomor for b in daftar.baris] == ["a.", "b."]


def test_an_empty_list_is_nothing() -> None:
    assert isi_daftar((), "a.") == ()
