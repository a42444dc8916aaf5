"""The test page, measured on its picture: a millimetre on it is a millimetre."""

from __future__ import annotations

import pypdfium2
import pytest

from iki_desktop.core.errors import ExportError
from iki_desktop.core.records import TataLetak
from iki_desktop.export.pdf.halaman_uji import tulis_halaman_uji
from iki_desktop.naskah.tata_halaman import tata_halaman

MM = 72 / 25.4
RAPAT = 10
"""Dots a millimetre on the picture that is measured."""


@pytest.fixture(params=["F4", "A4", "Folio"])
def kertas(request):
    return tata_halaman(TataLetak(kertas=request.param)).kertas


@pytest.fixture
def berkas(kertas, tmp_path):
    tulis_halaman_uji(kertas, tmp_path / "uji.pdf")
    return tmp_path / "uji.pdf"


def test_one_page_of_exactly_that_paper(kertas, berkas):
    with pypdfium2.PdfDocument(berkas) as pdf:
        assert len(pdf) == 1
        assert pdf.get_page_size(0) == pytest.approx((kertas.lebar * MM, kertas.tinggi * MM), abs=0.01)
        teks = pdf[0].get_textpage().get_text_range()
    assert f"Kertas {kertas.nama}, {kertas.lebar:g} × {kertas.tinggi:g} mm." in teks
    assert {str(n) for n in range(20, 201, 10)} <= set(teks.split())


def test_rulers_frame_and_square_are_true(kertas, berkas):
    with pypdfium2.PdfDocument(berkas) as pdf:
        gambar = pdf[0].render(scale=RAPAT / MM).to_pil().convert("L")

    def hitam(x: float, y: float) -> bool:
        """Whether there is ink within a fifth of a millimetre of a place, counted from the upper left."""
        kotak = [round(x * RAPAT) - 2, round(y * RAPAT) - 2, round(x * RAPAT) + 3, round(y * RAPAT) + 3]
        return gambar.crop(kotak).getextrema()[0] < 128

    for mm in range(30, int(kertas.lebar) - 10, 10):
        assert hitam(mm, 19), "a long stroke of the upper ruler"
        assert not hitam(mm + 0.5, 19)
    for mm in range(30, int(kertas.tinggi) - 10, 10):
        assert hitam(19, mm), "a long stroke of the ruler at the left"
        assert not hitam(19, mm + 0.5)
    tengah = kertas.lebar / 2
    assert hitam(5, kertas.tinggi / 2)
    assert hitam(kertas.lebar - 5, kertas.tinggi / 2)
    kolom = round((tengah - 30) * RAPAT)
    garis = [y for y in range(900, 2200) if gambar.getpixel((kolom, y)) < 128]
    atas, bawah = (sum(satu) / len(satu) for satu in ([y for y in garis if y < 1500], garis[-3:]))
    assert bawah - atas == pytest.approx(100 * RAPAT, abs=1.5), "the square is 100 mm high"
    tinggi_tengah = atas / RAPAT + 25
    assert hitam(tengah - 50, tinggi_tengah)
    assert hitam(tengah + 50, tinggi_tengah)


def test_the_same_page_twice_is_the_same_file(kertas, berkas, tmp_path):
    tulis_halaman_uji(kertas, tmp_path / "lagi.pdf")
    assert berkas.read_bytes() == (tmp_path / "lagi.pdf").read_bytes()


def test_a_folder_that_is_not_there_is_said(kertas, tmp_path):
    with pytest.raises(ExportError, match="tidak ada"):
        tulis_halaman_uji(kertas, tmp_path / "tidak" / "uji.pdf")
