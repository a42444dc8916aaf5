"""What a period is measured against: counts and levels, cumulative, ranges, and what each leaves empty."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import hitung_desimal, tanpa_sisa
from iki_desktop.core.capaian import Aturan, hitung_indikator, hitung_kemajuan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    EmpatAngka,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    Realisasi,
    Target,
)
from iki_desktop.core.target import Sasar, SifatTarget, sifat_target, target_periode, tulis_sasar
from iki_desktop.core.triwulan import Periode, Sampai

LAPORAN = Formulasi(1, 1, 0, JenisFormulasi.JUMLAH)
INDEKS = Formulasi(2, 1, 0, JenisFormulasi.NILAI)
RASIO = Formulasi(3, 1, 0, JenisFormulasi.RASIO)
DESA = Formulasi(4, 1, 0, JenisFormulasi.RASIO, penyebut_tetap=Decimal(14))
KATA = Formulasi(5, 1, 0, JenisFormulasi.TEKS)
SEMUA: tuple[Periode, ...] = (1, 2, 3, 4, Sampai(1), Sampai(2), Sampai(3), Sampai(4), None)


def empat(teks: str) -> EmpatAngka:
    satu, dua, tiga, empat = (None if t == "-" else Decimal(t) for t in teks.split())
    return satu, dua, tiga, empat


def sasaran(teks: str) -> list[Sasar | None]:
    """``3 -`` a number and none, ``3..5`` a range, in the order of ``SEMUA``."""
    hasil: list[Sasar | None] = []
    for satu in teks.split():
        bawah, _, atas = satu.partition("..")
        hasil.append(None if satu == "-" else Sasar(Decimal(bawah), Decimal(atas or bawah)))
    return hasil


@pytest.mark.parametrize(
    "f, akumulasi, target, diharapkan",
    [
        # counts: a quarter's own, the sum up to it; the year has its own
        (LAPORAN, None, Target(Decimal(12), empat("3 3 3 3")), "3 3 3 3 3 6 9 12 12"),
        (LAPORAN, None, Target(None, empat("3 3 3 3")), "3 3 3 3 3 6 9 12 -"),
        (LAPORAN, None, Target(Decimal(12)), "- - - - - - - 12 12"),
        (LAPORAN, None, Target(Decimal(10), empat("- 5 - 4")), "- 5 - 4 - 5 5 10 10"),
        (DESA, None, Target(Decimal(100), empat("25 25 25 25")), "25 25 25 25 25 50 75 100 100"),
        (INDEKS, Akumulasi.JUMLAH, Target(None, empat("1 2 3 4")), "1 2 3 4 1 3 6 10 -"),
        # cumulative counts: what a quarter adds to the last one, and the last one as it stands
        (LAPORAN, None, Target(Decimal(12), empat("3 6 9 12"), kumulatif=True), "3 3 3 3 3 6 9 12 12"),
        (LAPORAN, None, Target(None, empat("- 5 - 9"), kumulatif=True), "- 5 - 4 - 5 5 9 -"),
        # levels: the year stands in; the last, or the mean
        (INDEKS, None, Target(Decimal(82)), "82 82 82 82 82 82 82 82 82"),
        (INDEKS, None, Target(Decimal(82), empat("80 81 - -")), "80 81 82 82 80 81 82 82 82"),
        (INDEKS, None, Target(None, empat("80 - 81 -")), "80 - 81 - 80 80 81 81 -"),
        (INDEKS, Akumulasi.RATA_RATA, Target(Decimal(85), empat("80 90 - -")), "80 90 85 85 80 85 85 85 85"),
        (INDEKS, Akumulasi.RATA_RATA, Target(None, empat("80 - 90 -")), "80 - 90 - 80 80 85 85 -"),
        (RASIO, None, Target(Decimal(80), empat("70 80 90 80")), "70 80 90 80 70 75 80 80 80"),
        (RASIO, Akumulasi.TERAKHIR, Target(None, empat("70 80 90 80")), "70 80 90 80 70 80 90 80 -"),
        # cumulative levels: as they stand
        (RASIO, None, Target(Decimal(90), empat("60 70 80 90"), kumulatif=True),
         "60 70 80 90 60 70 80 90 90"),
        (INDEKS, Akumulasi.RATA_RATA, Target(None, empat("60 70 - -"), kumulatif=True),
         "60 70 - - 60 70 70 70 -"),
        # ranges
        (LAPORAN, None, Target(Decimal(8), empat("2 2 2 2"), None, False, Decimal(12), empat("3 3 3 3")),
         "2..3 2..3 2..3 2..3 2..3 4..6 6..9 8..12 8..12"),
        (LAPORAN, None, Target(None, empat("2 4 6 8"), None, True, None, empat("3 6 9 12")),
         "2..3 2..3 2..3 2..3 2..3 4..6 6..9 8..12 -"),
        (LAPORAN, None, Target(None, empat("0 8 - -"), None, True, None, empat("10 12 - -")),
         "0..10 2..8 - - 0..10 8..12 8..12 8..12 -"),
        (INDEKS, None, Target(Decimal(80), None, None, False, Decimal(85)), " ".join(["80..85"] * 9)),
        (INDEKS, None, Target(Decimal(80), empat("75 - - -"), None, False, Decimal(85), empat("79 - - -")),
         "75..79 80..85 80..85 80..85 75..79 80..85 80..85 80..85 80..85"),
        # an upper bound alone is a plain target
        (INDEKS, None, Target(None, None, None, False, Decimal(85)), " ".join(["85"] * 9)),
        # words are no number
        (INDEKS, None, Target(teks="12 bulan"), "- - - - - - - - -"),
    ],
)  # fmt: skip
def test_the_target_of_every_period(
    f: Formulasi, akumulasi: Akumulasi | None, target: Target, diharapkan: str
) -> None:
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=akumulasi, target=target)
    assert [target_periode(indikator, [f, KATA], p) for p in SEMUA] == sasaran(diharapkan)


def test_no_target_at_all() -> None:
    assert target_periode(Indikator(1, 1, 0, "Indikator"), [LAPORAN], None) is None


@pytest.mark.parametrize(
    "akumulasi, formulasi, sifat",
    [
        (None, [], SifatTarget.JUMLAH),
        (Akumulasi.TERAKHIR, [], SifatTarget.TERAKHIR),
        (Akumulasi.RATA_RATA, [KATA], SifatTarget.RATA_RATA),
        (None, [INDEKS], SifatTarget.TERAKHIR),
        (None, [INDEKS, RASIO], SifatTarget.RATA_RATA),
        (None, [INDEKS, LAPORAN], SifatTarget.JUMLAH),
        (None, [DESA], SifatTarget.JUMLAH),
        (Akumulasi.RATA_RATA, [DESA, LAPORAN], SifatTarget.RATA_RATA),
    ],
)
def test_count_or_level(akumulasi: Akumulasi | None, formulasi: list[Formulasi], sifat: SifatTarget) -> None:
    assert sifat_target(Indikator(1, 1, 0, "Indikator", akumulasi=akumulasi), formulasi) is sifat


def nilai(*empat_nilai: str) -> list[Realisasi | None]:
    return [None if n == "-" else Realisasi(1, t, nilai=Decimal(n)) for t, n in enumerate(empat_nilai, 1)]


@pytest.mark.parametrize(
    "arah, kebalikan, realisasi, capaian",
    [
        (Arah.NAIK, False, "80", "100"), (Arah.NAIK, False, "100", "100"), (Arah.NAIK, False, "90", "100"),
        (Arah.NAIK, False, "40", "50"), (Arah.NAIK, False, "150", "150"),
        (Arah.TURUN, False, "80", "100"), (Arah.TURUN, False, "100", "100"),
        (Arah.TURUN, False, "110", "90"), (Arah.TURUN, False, "40", "150"), (Arah.TURUN, False, "250", "0"),
        (Arah.TURUN, True, "125", "80"), (Arah.TURUN, True, "40", "200"), (Arah.TURUN, True, "90", "100"),
    ],
)  # fmt: skip
def test_beyond_a_range_the_bound_that_is_passed_counts(
    arah: Arah, kebalikan: bool, realisasi: str, capaian: str
) -> None:
    target = Target(Decimal(80), tahun_sampai=Decimal(100))
    indikator = Indikator(1, 1, 0, "Indikator", arah=arah, target=target)
    hasil = hitung_indikator(indikator, [(INDEKS, nilai(realisasi, "-", "-", "-"))], Aturan(kebalikan), None)
    assert hasil.capaian == Decimal(capaian)
    assert hasil.sasar == Sasar(Decimal(80), Decimal(100))


def test_inside_a_range_a_lower_cap_still_holds() -> None:
    indikator = Indikator(1, 1, 0, "Indikator", target=Target(Decimal(1), tahun_sampai=Decimal(3)))
    pengisian = [(INDEKS, nilai("2", "-", "-", "-"))]
    assert hitung_indikator(indikator, pengisian, Aturan(batas_atas=Decimal(90)), None).capaian == 90
    assert hitung_indikator(indikator, pengisian, Aturan(), None).capaian == 100


def test_progress_is_what_there_is_against_the_year() -> None:
    indikator = Indikator(1, 1, 0, "Indikator", target=Target(Decimal(12), empat("3 3 3 3")))
    pengisian = [(LAPORAN, nilai("3", "2", "9", "-"))]
    assert hitung_indikator(indikator, pengisian, Aturan(), Sampai(2)).capaian == bagi(5, 6)
    kemajuan = hitung_kemajuan(indikator, pengisian, Aturan(), 2)
    assert kemajuan.realisasi == 5
    assert kemajuan.sasar == Sasar(Decimal(12), Decimal(12))
    assert kemajuan.capaian == bagi(5, 12)
    assert (kemajuan.terisi, kemajuan.jumlah) == (1, 1)


def bagi(satu: int, dua: int) -> Decimal:
    with hitung_desimal():
        return Decimal(satu) / Decimal(dua) * 100


# --- each formula on its own ----------------------------------------------------------------------


MASING = Indikator(1, 1, 0, "Indikator", target=Target(Decimal(100)), gabungan=Gabungan.MASING_MASING)


def test_each_formula_against_its_own_target() -> None:
    sendiri = replace(INDEKS, target=Target(Decimal(40)))
    pengisian = [(sendiri, nilai("30", "-", "-", "-")), (LAPORAN, nilai("50", "-", "-", "-"))]
    hasil = hitung_indikator(MASING, pengisian, Aturan(), None)
    assert [h.capaian for h in hasil.masing_masing] == [75, 50]
    assert [h.sasar for h in hasil.masing_masing] == sasaran("40 100")
    assert (hasil.capaian, hasil.kategori) == (Decimal("62.5"), "Rendah")
    assert hasil.realisasi is hasil.target is None
    triwulan = hitung_indikator(MASING, pengisian, Aturan(), 1)
    assert [(h.capaian, h.sebab) for h in triwulan.masing_masing] == [(75, ""), (None, "target belum ada")]
    assert triwulan.capaian == 75
    assert hitung_kemajuan(MASING, pengisian, Aturan(), 1).capaian == Decimal("62.5")


def test_each_on_its_own_rounds_before_the_mean_where_the_document_does() -> None:
    tiga = [(replace(INDEKS, target=Target(Decimal(3))), nilai(n, "-", "-", "-")) for n in ("1", "2")]
    aturan = Aturan(desimal=0, rata_rata_dibulatkan=True)
    assert hitung_indikator(MASING, tiga, aturan, None).capaian == 50
    assert hitung_indikator(MASING, [(INDEKS, nilai("-", "-", "-", "-"))] * 2, aturan, None).sebab == ""


def test_a_single_formula_on_its_own_speaks_for_the_whole() -> None:
    sendiri = replace(INDEKS, target=Target(Decimal(40), tahun_sampai=Decimal(60)))
    kosong = [None] * 4
    hasil = hitung_indikator(MASING, [(KATA, kosong), (sendiri, nilai("30", "-", "-", "-"))], Aturan(), None)
    assert hasil.sasar == Sasar(Decimal(40), Decimal(60))
    assert hasil.realisasi == 30
    assert hasil.capaian == 75
    tanpa_formula = hitung_indikator(MASING, [], Aturan(), None)
    assert tanpa_formula.capaian is None
    assert tanpa_formula.sasar is None
    bulat = Aturan(desimal=0, rata_rata_dibulatkan=True)
    sepertiga = hitung_indikator(MASING, [(INDEKS, nilai("33.4", "-", "-", "-"))], bulat, None)
    assert sepertiga.capaian == Decimal("33.4"), "one is no mean, and is not rounded for it"
    tanpa = replace(MASING, target=None)
    assert hitung_indikator(tanpa, [(INDEKS, nilai("3", "-", "-", "-"))], Aturan(), None).sebab == (
        "target belum ada"
    )


# --- what must hold for any target ----------------------------------------------------------------


BILANGAN = st.none() | st.integers(0, 30).map(Decimal)


def berjalan(empat_angka: EmpatAngka) -> EmpatAngka:
    """Running sums in the places where there is a number."""
    jumlah, hasil = Decimal(0), []
    for n in empat_angka:
        jumlah += n or 0
        hasil.append(None if n is None else jumlah)
    satu, dua, tiga, akhir = hasil
    return satu, dua, tiga, akhir


@given(
    st.tuples(BILANGAN, BILANGAN, BILANGAN, BILANGAN),
    st.integers(0, 5).map(Decimal),
    st.tuples(BILANGAN, BILANGAN, BILANGAN, BILANGAN),
    st.none() | st.integers(1, 99).map(Decimal),
    st.sampled_from(Arah),
)
def test_cumulative_and_quarterly_targets_of_one_plan_give_equal_figures(
    rencana: EmpatAngka, lebar: Decimal, isian: EmpatAngka, tahun: Decimal | None, arah: Arah
) -> None:
    satu, dua, tiga, akhir = (None if n is None else n + lebar for n in rencana)
    atas = (satu, dua, tiga, akhir)
    per_triwulan = Target(tahun, rencana, None, False, None, atas)
    kumulatif = Target(tahun, berjalan(rencana), None, True, None, berjalan(atas))
    empat_isian = [None if n is None else Realisasi(1, t, nilai=n) for t, n in enumerate(isian, 1)]
    for periode in SEMUA:
        dua_hasil = [
            hitung_indikator(
                Indikator(1, 1, 0, "Indikator", arah=arah, target=target),
                [(LAPORAN, empat_isian)],
                Aturan(),
                periode,
            )
            for target in (per_triwulan, kumulatif)
        ]
        assert dua_hasil[0] == dua_hasil[1]


@given(
    st.sampled_from([LAPORAN, INDEKS, RASIO, DESA]),
    st.sampled_from([None, *Akumulasi]),
    st.tuples(BILANGAN, BILANGAN, BILANGAN, BILANGAN),
    st.none() | st.integers(0, 99).map(Decimal),
    st.booleans(),
)
def test_a_range_of_one_number_is_that_number_and_the_fourth_quarter_ends_the_year(
    f: Formulasi, akumulasi: Akumulasi | None, triwulan: EmpatAngka, tahun: Decimal | None, kumulatif: bool
) -> None:
    polos = Target(tahun, triwulan, None, kumulatif)
    rentang = replace(polos, tahun_sampai=tahun, triwulan_sampai=triwulan)
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=akumulasi, target=polos)
    for periode in SEMUA:
        assert target_periode(indikator, [f], periode) == target_periode(
            replace(indikator, target=rentang), [f], periode
        )
    if tahun is not None:
        assert target_periode(indikator, [f], Sampai(4)) == target_periode(indikator, [f], None)


@given(st.sampled_from([None, *Akumulasi]), st.lists(st.integers(1, 40), min_size=4, max_size=4))
def test_who_reaches_every_quarters_target_reaches_the_running_one(
    akumulasi: Akumulasi | None, nilai_target: list[int]
) -> None:
    satu, dua, tiga, akhir = map(Decimal, nilai_target)
    target = Target(None, (satu, dua, tiga, akhir))
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=akumulasi, target=target)
    angka = [Realisasi(1, t, nilai=Decimal(n)) for t, n in enumerate(nilai_target, 1)]
    persen = [Realisasi(1, t, Decimal(n), Decimal(100)) for t, n in enumerate(nilai_target, 1)]
    for f, isian in ((LAPORAN, angka), (INDEKS, angka), (RASIO, persen)):
        for periode in SEMUA[:-1]:
            capaian = hitung_indikator(indikator, [(f, isian)], Aturan(), periode).capaian
            assert capaian is not None
            assert tanpa_sisa(capaian) == 100


def test_the_cent_that_a_division_leaves_is_inside_the_range() -> None:
    """Three thirds are 9.99…9 in decimals, and 10 on paper."""
    isian = [Realisasi(1, t, Decimal(p), Decimal(300)) for t, p in ((1, 31), (2, 28), (3, 31))]
    target = Target(Decimal(10), tahun_sampai=Decimal(12))
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=Akumulasi.RATA_RATA, target=target)
    hasil = hitung_indikator(indikator, [(RASIO, [*isian, None])], Aturan(), None)
    assert hasil.realisasi is not None
    assert hasil.realisasi < 10
    assert Sasar(Decimal(10), Decimal(12)).acuan(hasil.realisasi) is None
    assert hasil.capaian == 100


@pytest.mark.parametrize(
    "sasar, teks",
    [
        (Sasar(Decimal(80), Decimal(80)), "80"),
        (Sasar(Decimal(80), Decimal("85.50")), "80–85,5"),
        (Sasar(Decimal(-5), Decimal(5)), "−5 s.d. 5"),
        (Sasar(Decimal(1250), Decimal(1250)), "1.250"),
        (Sasar(Decimal(230) / 3, Decimal(230) / 3), "76,67"),
    ],
)
def test_a_target_is_written_as_it_is_read(sasar: Sasar, teks: str) -> None:
    assert tulis_sasar(sasar, Aturan()) == teks
