"""The office's layout, and what the program chooses where the office says nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from iki_desktop.core.records import Penomoran, TataLetak
from iki_desktop.naskah.tata_halaman import Nomorisasi, Tepi, tata_halaman


def test_an_office_that_says_nothing_gets_the_usual_sheet() -> None:
    halaman = tata_halaman(None)
    assert (halaman.kertas.nama, halaman.kertas.lebar, halaman.kertas.tinggi) == ("F4", 215, 330)
    assert halaman.tepi == Tepi(kiri=30, kanan=20, atas=20, bawah=25)
    assert (halaman.ukuran, halaman.ukuran_tabel, halaman.huruf) == (12, 10, None)
    assert halaman.nomor == Nomorisasi(
        menimbang="a.", mengingat="1.", butir_diktum="a.", tugas="a.", fungsi="1)"
    )
    assert halaman.kolom_no
    assert halaman.sasaran_diulang
    assert not halaman.baris_nomor_kolom
    assert not halaman.keterangan_bersambung
    assert not halaman.lampiran_mendatar
    assert not halaman.kolom_penanggung_jawab


@pytest.mark.parametrize(
    "nama, lebar, tinggi", [("F4", 215, 330), ("A4", 210, 297), ("Folio", 210, 330), ("B5", 215, 330)]
)
def test_paper(nama: str, lebar: int, tinggi: int) -> None:
    kertas = tata_halaman(TataLetak(kertas=nama)).kertas
    assert (kertas.lebar, kertas.tinggi) == (lebar, tinggi)


@pytest.mark.parametrize(
    "diminta, ukuran, tabel",
    [("11", 11, 9), ("0", 12, 10), ("1", 6, 6), ("1000", 24, 22), ("-3", 6, 6), ("12.5", 12.5, 10.5)],
)
def test_type_sizes_stay_readable(diminta: str, ukuran: float, tabel: float) -> None:
    halaman = tata_halaman(TataLetak(ukuran_huruf=Decimal(diminta)))
    assert (halaman.ukuran, halaman.ukuran_tabel) == (ukuran, tabel)


def test_what_the_office_chose_is_kept() -> None:
    halaman = tata_halaman(
        TataLetak(
            huruf="Arial",
            kolom_no=False,
            sasaran_diulang=False,
            lampiran_mendatar=True,
            penomoran=Penomoran(fungsi="", tugas="-"),
        )
    )
    assert halaman.huruf == "Arial"
    assert not halaman.kolom_no
    assert not halaman.sasaran_diulang
    assert halaman.lampiran_mendatar
    assert halaman.nomor == Nomorisasi(fungsi="", tugas="-")
