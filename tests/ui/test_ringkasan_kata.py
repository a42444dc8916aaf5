"""The words and the ranges under the page: what a row says, where an axis begins."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.ringkasan import (
    AngkaIndikator,
    AngkaJabatan,
    Ekstrem,
    Kekosongan,
    Lintasan,
    Pembanding,
    Ringkasan,
    Titik,
    penurunan,
)
from iki_desktop.ui.ringkasan.kata import (
    baris_indikator,
    baris_jabatan,
    baris_kosong,
    baris_turun,
    kalimat_lintasan,
    perubahan,
)
from iki_desktop.ui.ringkasan.sumbu import sumbu

ATURAN = Aturan()


def ringkasan(kini: str | None, pembanding: Pembanding | None) -> Ringkasan:
    hasil = HasilInduk(None if kini is None else Decimal(kini), None, 1, 1)
    return Ringkasan(2, 2026, ATURAN, hasil, pembanding, (), (), (), (), 0, 0, Ekstrem(), 0)


@pytest.mark.parametrize(
    "kini, dahulu, kata",
    [
        ("86.25", "83.05", "naik 3,2 dari TW I (83,05 %)"),
        ("80", "1083.05", "turun 1.003,05 dari TW I (1.083,05 %)"),
        ("80.001", "80", "sama dengan TW I"),
        ("0", "80", "turun 80 dari TW I (80,00 %)"),
        ("80", None, "TW I belum bercapaian"),
        (None, "80", ""),
    ],
)
def test_the_office_against_the_quarter_before(kini, dahulu, kata):
    banding = Pembanding("TW I", None if dahulu is None else Decimal(dahulu))
    assert perubahan(ringkasan(kini, banding)) == kata


def test_without_anything_to_compare_nothing_is_said():
    assert perubahan(ringkasan("80", None)) == ""
    assert perubahan(ringkasan("80", Pembanding("tahun 2025", None))) == "Tahun 2025 belum bercapaian"


@pytest.mark.parametrize(
    "hasil, kata",
    [
        (HasilInduk(None, None, 0, 0), "belum ada indikator"),
        (HasilInduk(None, None, 0, 3), "belum ada isian"),
        (HasilInduk(None, None, 2, 3), "belum bercapaian"),
        (HasilInduk(None, None, 2, 3, "semua bobotnya 0"), "semua bobotnya 0"),
    ],
)
def test_a_post_without_a_figure_says_why(hasil, kata):
    (baris,) = baris_jabatan([AngkaJabatan(7, "Kasi", hasil)], ATURAN)
    assert (baris.id, baris.angka, baris.kata, baris.nilai) == (7, "", kata, None)
    assert baris.kalimat == f"Kasi: {kata}"


def test_a_post_says_its_figure_its_class_and_how_much_is_filled():
    hasil = HasilInduk(Decimal("91.255"), "Sangat Tinggi", 2, 3)
    (baris,) = baris_jabatan([AngkaJabatan(7, "Kasi\x0b\nPMD", hasil)], ATURAN)
    assert (baris.angka, baris.kata, baris.kelas) == ("91,26 %", "Sangat Tinggi", (0, 5))
    assert baris.kalimat == "Kasi PMD: 91,26 % Sangat Tinggi, terisi 2 dari 3"
    (tanpa_kelas,) = baris_jabatan([AngkaJabatan(7, "Kasi", HasilInduk(Decimal(-5), None, 1, 1))], ATURAN)
    assert tanpa_kelas.kelas is None
    assert tanpa_kelas.kalimat == "Kasi: −5,00 %, terisi 1 dari 1"


def indikator(capaian: str, sebelum: str | None = None) -> AngkaIndikator:
    hasil = HasilIndikator(None, None, Decimal(capaian), "Tinggi", (), 1, 1)
    return AngkaIndikator(
        3, "=<b>Nilai</b>", "Kasi", "", hasil, None if sebelum is None else Decimal(sebelum)
    )


def test_indicators_say_where_they_stand():
    (baris,) = baris_indikator([indikator("80")], ATURAN)
    assert (baris.nama, baris.rinci, baris.angka, baris.kata) == (
        "=<b>Nilai</b>",
        "Kasi",
        "80,00 %",
        "Tinggi",
    )
    assert baris.kalimat == "=<b>Nilai</b>, Kasi: 80,00 % Tinggi"
    (turun,) = baris_turun(penurunan([indikator("73.7", "86.2")], ATURAN), ATURAN)
    assert (turun.angka, turun.kata) == ("turun 12,50", "86,20 % → 73,70 %")
    assert turun.kalimat.endswith("turun 12,50, dari 86,20 % menjadi 73,70 %")


def test_a_weight_is_named_beside_its_post():
    hasil = HasilInduk(Decimal(80), "Tinggi", 1, 1)
    (baris,) = baris_jabatan([AngkaJabatan(7, "Kasi", hasil, Decimal("2.5"))], ATURAN)
    assert baris.nama == "Kasi · bobot 2,5"
    assert baris.kalimat.startswith("Kasi · bobot 2,5: 80,00 %")


def test_an_indicator_tells_the_range_and_the_name_of_a_survey():
    hasil = HasilIndikator(
        Decimal("82.125"), Decimal(80), Decimal(100), "Tinggi", (), 1, 1, target_sampai=Decimal(85)
    )
    (baris,) = baris_indikator([AngkaIndikator(3, "SKM", "Kasi", "", hasil, None, "B (Baik)")], ATURAN)
    assert baris.rinci == "Kasi · mutu B (Baik)"
    assert baris.kalimat.endswith("; realisasi 82,125, mutu B (Baik), target 80–85")


def test_what_is_empty_names_who_is_asked():
    satu, dua = baris_kosong([Kekosongan(1, "Budi", 2, 3), Kekosongan(2, "", 1, 4)])
    assert (satu.nama, satu.angka, satu.kalimat) == ("Budi", "2 dari 3", "Budi: 2 dari 3 kosong")
    assert dua.nama == "Tanpa penanggung jawab"


def test_a_very_long_name_is_cut_to_what_could_be_seen():
    (baris,) = baris_kosong([Kekosongan(1, "panjang " * 1000, 1, 1)])
    assert len(baris.nama) <= 400
    assert baris.nama.endswith("…")


def test_a_course_in_words_names_its_gaps():
    lintasan = Lintasan("Camat", (Titik(2026, 1, 5, Decimal(0), "Sangat Rendah"), Titik(2026, 2, 5)))
    assert kalimat_lintasan(lintasan, ATURAN) == "Camat: TW I 0,00 % Sangat Rendah; TW II belum ada capaian"
    tahun = Lintasan("Camat", (Titik(2025, None, 5, Decimal(80), None),))
    assert kalimat_lintasan(tahun, ATURAN) == "Camat: 2025 80,00 %"


@given(st.lists(st.floats(-1e6, 1e30), max_size=8))
def test_an_axis_holds_every_value_and_the_target(nilai):
    s = sumbu(nilai)
    for satu in (*nilai, 100.0):
        assert s.bawah <= satu <= s.atas
    assert s.bawah < s.atas


@pytest.mark.parametrize(
    "nilai, bawah",
    [
        ([], 95.0),
        ([85.0, 95.0], 80.0),
        ([99.0, 101.0], 95.0),
        ([20.0, 90.0], 0.0),
        ([0.0], 0.0),
        ([-20.0], -50.0),
    ],
)
def test_an_axis_begins_at_a_round_number(nilai, bawah):
    assert sumbu(nilai).bawah == bawah
