"""Arabic letters take the shapes that their neighbours ask for, and are found again."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.export.pdf.arab import bentuk_huruf, sambung, terbalik
from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks, pecah_baris
from iki_desktop.export.pdf.huruf import pilih_huruf
from tests.export.pdf_dibaca import cetak, teks_halaman
from tests.naskah.kantor_naskah import jabatan, sasaran, snapshot

BISMILLAH = "بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيْمِ"


def nama(teks: str) -> list[str]:
    """The shapes in words: letter and place."""
    return [unicodedata.name(h).removeprefix("ARABIC ").removeprefix("LETTER ") for h in teks]


@pytest.mark.parametrize(
    "teks, bentuk",
    [
        ("بيت", ["BEH INITIAL FORM", "YEH MEDIAL FORM", "TEH FINAL FORM"]),
        ("دار", ["DAL", "ALEF", "REH"]),
        ("باب", ["BEH INITIAL FORM", "ALEF FINAL FORM", "BEH"]),
        ("لا", ["LIGATURE LAM WITH ALEF ISOLATED FORM"]),
        ("بلا", ["BEH INITIAL FORM", "LIGATURE LAM WITH ALEF FINAL FORM"]),
        ("لأب", ["LIGATURE LAM WITH ALEF WITH HAMZA ABOVE ISOLATED FORM", "BEH"]),
        ("بـب", ["BEH INITIAL FORM", "TATWEEL", "BEH FINAL FORM"]),
        ("سْم", ["SEEN INITIAL FORM", "SUKUN", "MEEM FINAL FORM"]),
        ("شيء", ["SHEEN INITIAL FORM", "YEH FINAL FORM", "HAMZA"]),
        ("چاڤ", ["TCHEH INITIAL FORM", "ALEF FINAL FORM", "VEH"]),
        ("بڠب", ["BEH", "AIN WITH THREE DOTS ABOVE", "BEH"]),
        ("ب", ["BEH"]),
        ("َب", ["FATHA", "BEH"]),
    ],
)
def test_letters_and_their_neighbours(teks: str, bentuk: list[str]) -> None:
    assert nama(sambung(teks)) == bentuk


def test_words_are_joined_each_by_itself() -> None:
    assert sambung("بيت بيت, kata بيت") == "{0} {0}, kata {0}".format(sambung("بيت"))
    assert sambung("kata biasa dan שלום 123") == "kata biasa dan שלום 123"


@given(
    st.text(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from("لا بa "), max_size=12
    )
)
def test_shapes_stand_for_the_letters_that_were_typed(teks: str) -> None:
    asal = bentuk_huruf()
    assert "".join(asal.get(h, h) for h in sambung(teks)) == teks
    assert sambung(sambung(teks)) == sambung(teks)
    assert terbalik(terbalik(teks)) == teks


# --- on the page ------------------------------------------------------------------------------


def gaya() -> GayaTeks:
    huruf, _ = pilih_huruf(None)
    if not all(huruf.ada(h) for h in sambung("بيت لا")):
        pytest.skip("no typeface with Arabic shapes on this computer")
    return GayaTeks(huruf, 12, 14)


def test_a_line_is_drawn_from_its_left_end_in_shapes() -> None:
    (baris,) = pecah_baris("kata بيت لا", gaya(), 500)
    ditulis = "".join(teks for _, teks in baris.runs)
    assert ditulis == "kata " + sambung("بيت لا")[::-1]
    assert baris.lebar == pytest.approx(lebar_teks("kata بيت لا", gaya()))


def test_joined_words_can_be_found(tmp_path: Path) -> None:
    gaya()
    pdf = tmp_path / "a.pdf"
    cetak(snapshot(jabatan(BISMILLAH, sasaran("Jalan السلام dan בית"))), pdf)
    tercetak = unicodedata.normalize("NFC", "".join(teks_halaman(pdf)))
    assert unicodedata.normalize("NFC", BISMILLAH) in tercetak
    assert "السلام" in tercetak
