"""Words that differ: what was, what is, and which members of two lists belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.beda_kata import (
    KATA_TERBANYAK,
    SISA_TERBANYAK,
    Cara,
    Potongan,
    beda_kata,
    pasangkan,
    urutan_sama,
)

TEKS = st.text(st.sampled_from("ab ,.\n😀<\u202e"), max_size=40)


def tanpa(potongan: tuple[Potongan, ...], cara: Cara) -> str:
    return "".join(p.teks for p in potongan if p.cara is not cara)


@given(TEKS, TEKS)
def test_pieces_make_both_texts(semula: str, menjadi: str) -> None:
    potongan = beda_kata(semula, menjadi)

    assert tanpa(potongan, Cara.DITAMBAH) == semula
    assert tanpa(potongan, Cara.DIHAPUS) == menjadi
    assert all(p.teks for p in potongan)


def test_what_went_stands_before_what_came() -> None:
    assert beda_kata("target 80 persen", "target 85 persen") == (
        Potongan("target ", Cara.SAMA),
        Potongan("80", Cara.DIHAPUS),
        Potongan("85", Cara.DITAMBAH),
        Potongan(" persen", Cara.SAMA),
    )


def test_changes_with_a_blank_between_are_one() -> None:
    assert [p.teks for p in beda_kata("Kasi Tata Usaha", "Kepala Subbagian Umum")] == [
        "Kasi Tata Usaha",
        "Kepala Subbagian Umum",
    ]


def test_blanks_at_the_ends_stand_outside_the_marks() -> None:
    assert Potongan(" kata lain\n", Cara.DITAMBAH).bertepi == (" ", "kata lain", "\n")
    assert Potongan("  ", Cara.DIHAPUS).bertepi == ("", "  ", "")


def test_equal_texts_are_one_piece() -> None:
    assert beda_kata("sama saja", "sama saja") == (Potongan("sama saja", Cara.SAMA),)


def test_very_long_texts_stand_beside_each_other() -> None:
    panjang = "kata " * KATA_TERBANYAK

    assert [p.cara for p in beda_kata(panjang, f"{panjang}lagi")] == [Cara.DIHAPUS, Cara.DITAMBAH]


@given(st.lists(TEKS, max_size=6), st.lists(TEKS, max_size=6))
def test_everybody_is_paired_once_in_the_new_order(lama: list[str], baru: list[str]) -> None:
    pasangan = pasangkan(lama, baru)

    assert sorted(a for a, _ in pasangan if a is not None) == list(range(len(lama)))
    assert [b for _, b in pasangan if b is not None] == list(range(len(baru)))
    assert (None, None) not in pasangan


@given(st.lists(TEKS, max_size=6))
def test_equal_lists_are_paired_in_their_order(deret: list[str]) -> None:
    pasangan = pasangkan(deret, deret)

    assert pasangan == [(n, n) for n in range(len(deret))]
    assert urutan_sama(pasangan)


def test_a_changed_text_is_paired_with_what_it_was() -> None:
    lama = ["Menyusun rencana kerja tahunan", "Menyimpan arsip"]
    baru = ["Membina desa", "Menyusun rencana kerja lima tahunan", "Menyimpan arsip"]

    assert pasangkan(lama, baru) == [(None, 0), (0, 1), (1, 2)]


def test_what_is_gone_stands_behind_what_stood_before_it() -> None:
    assert pasangkan(["satu", "dua", "tiga"], ["satu", "tiga"]) == [(0, 0), (1, None), (2, 1)]
    assert pasangkan(["nol", "satu"], ["satu"]) == [(0, None), (1, 0)]


def test_likeness_counts_only_where_it_is_asked_for() -> None:
    assert pasangkan(["Kasi Umum Satu"], ["Kasi Umum Dua"], mirip=False) == [(0, None), (None, 0)]


def test_another_order_is_seen() -> None:
    assert not urutan_sama(pasangkan(["satu", "dua"], ["dua", "satu"]))


def test_long_lists_without_an_equal_are_taken_in_their_order() -> None:
    banyak = SISA_TERBANYAK + 1

    pasangan = pasangkan([f"lama{n}" for n in range(banyak)], [f"baru{n}" for n in range(banyak)])

    assert pasangan == [(n, n) for n in range(banyak)]
