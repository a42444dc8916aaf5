"""Texts and their measure: whatever was typed, a cell holds it and a row shows it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from iki_desktop.export.xlsx.gaya import JABATAN, TEKS, format_desimal
from iki_desktop.export.xlsx.lembar import TINGGI_MAKSIMUM, potong_tinggi, tinggi_teks
from iki_desktop.export.xlsx.teks import PANJANG_SEL, isi_sel, kaki_halaman
from iki_desktop.export.xlsx.ukuran_teks import baris_teks, lebar_teks

TERCETAK = "".join(chr(n) for n in range(32, 127))


@pytest.mark.parametrize(
    "teks, harapan",
    [
        ("  Camat \n", "Camat"),
        ("satu\x0bdua\r\ntiga", "satu\ndua\ntiga"),
        ("a\x00\x07b\ud800c\ufffed\x85", "abcd"),
        ("_x000D_", "_x005F_x000D_"),
        ("nama_x1", "nama_x1"),
        ("=1+1", "=1+1"),
        ("😀 شكرا", "😀 شكرا"),
        ("", ""),
    ],
)
def test_cell_text(teks: str, harapan: str) -> None:
    assert isi_sel(teks) == harapan


@given(st.text(max_size=60))
def test_no_text_breaks_the_file(teks: str) -> None:
    bersih = isi_sel(teks)
    bersih.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", bersih)


@pytest.mark.parametrize("huruf", ["x", "😀"])
def test_long_text_is_cut_where_it_can_be_seen(huruf: str) -> None:
    pas = huruf * (PANJANG_SEL // len(huruf.encode("utf-16-le")) * 2)
    assert isi_sel(pas) == pas
    panjang = isi_sel(pas + huruf * 9)
    assert panjang.endswith("…")
    assert len(panjang.encode("utf-16-le")) // 2 <= PANJANG_SEL
    assert set(panjang) == {huruf, "…"}


def test_too_many_line_breaks_become_blanks() -> None:
    teks = isi_sel("\n".join(f"baris{n}" for n in range(500)))
    assert teks.count("\n") == 253
    assert teks.split() == [f"baris{n}" for n in range(500)]


def test_footer_has_no_commands_from_names() -> None:
    assert kaki_halaman("Kecamatan A & B\n&P") == "Kecamatan A && B &&P"
    assert len(kaki_halaman("x" * 500)) == 80


def test_widths_are_those_of_helvetica() -> None:
    for huruf in TERCETAK:
        assert lebar_teks(huruf, 1000) == pytest.approx(stringWidth(huruf, "Helvetica", 1000))


def test_bold_headings_fit_their_measure() -> None:
    for teks in ("Kepala Seksi Pemberdayaan Masyarakat dan Desa", "Hasil formulasi", "Sangat Rendah"):
        assert lebar_teks(teks, 10, tebal=True) >= stringWidth(teks, "Helvetica-Bold", 10)


def test_letters_outside_ascii() -> None:
    assert lebar_teks("é", 10) == lebar_teks("e", 10)
    assert lebar_teks("e\u0301", 10) == lebar_teks("e", 10)
    assert lebar_teks("漢😀", 10) == 20
    assert lebar_teks("ب", 10) == 6


@given(st.text(alphabet=st.characters(exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")))
def test_lines_put_together_are_the_text(teks: str) -> None:
    assert "".join(baris_teks(teks, 50, 10)) == teks


@given(st.text(alphabet="ab -\n", max_size=80))
def test_no_line_is_wider_than_its_column(teks: str) -> None:
    for baris in baris_teks(teks, 30, 10):
        assert lebar_teks(baris.rstrip(), 10) <= 30


def test_lines_end_where_programs_end_them() -> None:
    lebar = lebar_teks("kurangnya", 10) + 1
    assert baris_teks("sekurang-kurangnya 75", lebar, 10) == ["sekurang-", "kurangnya ", "75"]
    assert baris_teks("satu\n\ndua", 100, 10) == ["satu\n", "\n", "dua"]
    assert baris_teks("suhu -5", 100, 10) == ["suhu -5"]


def test_rows_grow_with_their_text_up_to_what_excel_knows() -> None:
    assert tinggi_teks("Camat", 40, TEKS) < tinggi_teks("kata " * 40, 40, TEKS)
    assert tinggi_teks("kata " * 4_000, 40, JABATAN) == TINGGI_MAKSIMUM


def test_pieces_of_a_long_text_fit_a_row_each() -> None:
    teks = " ".join(str(n) for n in range(5_000))
    potongan = potong_tinggi(teks, 40, TEKS)
    assert " ".join(potongan).split() == teks.split()
    assert all(tinggi_teks(p, 40, TEKS) <= TINGGI_MAKSIMUM for p in potongan)
    assert potong_tinggi("", 40, TEKS) == [""]


@pytest.mark.parametrize("desimal, harapan", [(0, "#,##0_)"), (2, "#,##0.00_)")])
def test_number_formats(desimal: int, harapan: str) -> None:
    assert format_desimal(desimal) == harapan
