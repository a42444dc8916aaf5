"""What the fields read and show: places in records, NIP, dates, pictures."""

from __future__ import annotations

import base64
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QColor, QImage

from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Dokumen, Indikator, Keputusan, Penandatangan, Target
from iki_desktop.ui.formulir.gambar import SISI_MAKSIMUM, dari_base64, png_dari_berkas
from iki_desktop.ui.formulir.keputusan import label_diktum
from iki_desktop.ui.formulir.lensa import UTUH, bagian, ke, kolom, tempat_triwulan
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal

NOMOR = bagian("keputusan", Keputusan).lalu(kolom("nomor"))


def test_a_value_deep_in_a_record_comes_into_being_and_goes():
    dokumen = Dokumen(1, 2, 0, 2026)
    assert NOMOR.ambil(dokumen) is None
    berisi = NOMOR.pasang(dokumen, "07 TAHUN 2026")
    assert berisi.keputusan == Keputusan(nomor="07 TAHUN 2026")
    assert NOMOR.pasang(berisi, None) == dokumen


def test_what_stands_beside_a_value_stays():
    pejabat = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.")
    dokumen = Dokumen(1, 2, 0, 2026, keputusan=Keputusan(nomor="7", penandatangan=pejabat))
    assert NOMOR.pasang(dokumen, None).keputusan == Keputusan(penandatangan=pejabat)
    assert UTUH.ambil(dokumen) is dokumen
    assert UTUH.pasang(dokumen, None) is None
    assert ke(1).pasang((1, 2, 3), 9) == (1, 9, 3)


def test_quarters_are_given_together_or_not_at_all():
    tempat = bagian("target", Target).lalu(kolom("triwulan")).lalu(tempat_triwulan(2))
    indikator = Indikator(1, 2, 0, "x")
    berisi = tempat.pasang(indikator, Decimal(5))
    assert berisi.target == Target(triwulan=(None, None, Decimal(5), None))
    assert tempat.ambil(berisi) == 5
    assert tempat.ambil(indikator) is None
    assert tempat.pasang(berisi, None) == indikator


@pytest.mark.parametrize(
    "teks",
    ["2 Januari 2026", "2 jan 2026", "02/01/2026", "2-1-2026", "2.1.2026", "2026-01-02", " 2  Januari  2026"],
)
def test_a_date_is_read_the_day_first(teks):
    assert baca_tanggal(teks) == date(2026, 1, 2)


@pytest.mark.parametrize(
    "teks, bulan", [("1 Pebruari 2020", 2), ("1 Nopember 2020", 11), ("1 Agustus 2020", 8)]
)
def test_older_spellings_of_months(teks, bulan):
    assert baca_tanggal(teks) == date(2020, bulan, 1)


@pytest.mark.parametrize("teks", ["31/02/2026", "JANUARI 2026", "2/1/26", "2 Foo 2026", "0-0-0000", "x"])
def test_what_is_no_whole_date_is_refused(teks):
    with pytest.raises(RuleError, match="bukan tanggal lengkap"):
        baca_tanggal(teks)


def test_nothing_typed_is_no_date():
    assert baca_tanggal("  ") is None


def test_labels_of_dikta():
    assert [label_diktum(n) for n in (0, 9, 10, 11, 18)] == [
        "KESATU",
        "KESEPULUH",
        "KESEBELAS",
        "KEDUA BELAS",
        "KESEMBILAN BELAS",
    ]
    assert label_diktum(19) == "KEDUA PULUH"
    assert label_diktum(20) == "KE-21"


@pytest.fixture
def gambar(tmp_path):
    def buat(nama, lebar=900, tinggi=300):
        citra = QImage(lebar, tinggi, QImage.Format.Format_ARGB32)
        citra.fill(QColor("#1f5fa8"))
        assert citra.save(str(tmp_path / nama))
        return tmp_path / nama

    return buat


@pytest.mark.parametrize("nama", ["lambang.png", "lambang.jpg"])
def test_a_picture_is_kept_small_as_png(gambar, nama):
    teks = png_dari_berkas(gambar(nama))
    assert base64.b64decode(teks).startswith(b"\x89PNG")
    citra = dari_base64(teks)
    assert (citra.width(), citra.height()) == (SISI_MAKSIMUM, SISI_MAKSIMUM // 3)


def test_a_small_picture_keeps_its_size(gambar):
    assert dari_base64(png_dari_berkas(gambar("kecil.png", 40, 50))).height() == 50


@pytest.mark.parametrize(
    "isi, kalimat",
    [
        (b"", "bukan gambar"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "bukan gambar"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "bukan gambar"),
        (
            b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
            "bukan gambar",
        ),
    ],
)
def test_a_file_that_is_no_picture_gets_a_sentence(qapp, tmp_path, isi, kalimat):
    berkas = tmp_path / "lambang.png"
    berkas.write_bytes(isi)
    with pytest.raises(RuleError, match=kalimat):
        png_dari_berkas(berkas)


def test_a_picture_as_large_as_a_bomb_is_not_opened(tmp_path, gambar):
    utuh = bytearray(gambar("besar.png", 8, 8).read_bytes())
    utuh[16:24] = (60_000).to_bytes(4, "big") * 2  # width and height of the header
    import zlib

    utuh[29:33] = zlib.crc32(utuh[12:29]).to_bytes(4, "big")
    (tmp_path / "bom.png").write_bytes(utuh)
    with pytest.raises(RuleError, match="terlalu besar"):
        png_dari_berkas(tmp_path / "bom.png")


def test_a_file_that_is_gone_gets_a_sentence(tmp_path):
    with pytest.raises(RuleError, match="tidak dapat dibuka"):
        png_dari_berkas(tmp_path / "tidak ada.png")


@pytest.mark.parametrize("teks", ["bukan base64!", "aGFsbw==", "é"])
def test_a_stored_picture_that_is_none_is_not_shown(qapp, teks):
    assert dari_base64(teks).isNull()
