"""Quarters and year that must agree, and the even split that does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    EmpatAngka,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    Target,
)
from iki_desktop.core.rencana_target import bagi_rata, periksa_target
from iki_desktop.core.target import sasar_triwulan, target_periode
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Sampai

LAPORAN = Formulasi(1, 1, 0, JenisFormulasi.JUMLAH)
INDEKS = Formulasi(2, 1, 0, JenisFormulasi.NILAI)
RASIO = Formulasi(3, 1, 0, JenisFormulasi.RASIO)
DESA = Formulasi(4, 1, 0, JenisFormulasi.RASIO, penyebut_tetap=Decimal(14))
KATA = Formulasi(5, 1, 0, JenisFormulasi.TEKS)


def empat(teks: str) -> EmpatAngka | None:
    if not teks:
        return None
    satu, dua, tiga, akhir = (None if t == "-" else Decimal(t) for t in teks.split())
    return satu, dua, tiga, akhir


def target(
    tahun: str, triwulan: str = "", sampai: str = "", tw_sampai: str = "", kumulatif: bool = False
) -> Target:
    return Target(
        Decimal(tahun) if tahun else None,
        empat(triwulan),
        None,
        kumulatif,
        Decimal(sampai) if sampai else None,
        empat(tw_sampai),
    )


@pytest.mark.parametrize(
    "f, akumulasi, isi, kata",
    [
        # nothing to compare
        (LAPORAN, None, target("10"), None),
        (LAPORAN, None, target("", "1 2 3 4"), None),
        (LAPORAN, None, target("", ""), None),
        # counts
        (LAPORAN, None, target("10", "1 2 3 4"), None),
        (LAPORAN, None, target("10.0", "2.5 2.5 2.5 2.50"), None),
        (LAPORAN, None, target("10", "- 5 - 5"), None),
        (LAPORAN, None, target("10", "1 2 3 3"), "Jumlah target triwulan 9, tetapi target setahun 10."),
        (LAPORAN, None, target("10", "2.5 2.5 2.5 2"),
         "Jumlah target triwulan 9,5, tetapi target setahun 10."),
        (DESA, None, target("100", "25 25 25 25"), None),
        (DESA, None, target("100", "100 100 100 100"),
         "Jumlah target triwulan 400, tetapi target setahun 100."),
        (INDEKS, None, target("-4"), "Target di bawah 0 dapat membalik capaian; periksa hasilnya."),
        (INDEKS, None, target("", "- - - -2"), "Target di bawah 0 dapat membalik capaian; periksa hasilnya."),
        # cumulative
        (LAPORAN, None, target("10", "2 5 7 10", kumulatif=True), None),
        (LAPORAN, None, target("10", "2 5 7 9", kumulatif=True), "Target TW IV 9, tetapi target setahun 10."),
        (LAPORAN, None, target("10", "2 5 - -", kumulatif=True), "Target TW II 5, tetapi target setahun 10."),
        (LAPORAN, None, target("10", "2 5 4 10", kumulatif=True),
         "Target kumulatif TW III di bawah triwulan sebelumnya."),
        (LAPORAN, None, target("", "2 - 1 -", kumulatif=True),
         "Target kumulatif TW III di bawah triwulan sebelumnya."),
        (INDEKS, None, target("80", "90 85 - -", kumulatif=True), None),
        (INDEKS, None, target("80", "90 85 82 80", kumulatif=True), None),
        # measurements: the last
        (INDEKS, None, target("82", "80 81 81 82"), None),
        (INDEKS, None, target("82", "80 81 - -"), None),
        (INDEKS, None, target("82", "82 82 82 81.5"), "Target TW IV 81,5, tetapi target setahun 82."),
        # means, as far as the year is written out
        (INDEKS, Akumulasi.RATA_RATA, target("85", "80 90 85 85"), None),
        (INDEKS, Akumulasi.RATA_RATA, target("2.3", "1 2 3 3"), None),
        (INDEKS, Akumulasi.RATA_RATA, target("2.26", "1 2 3 3"),
         "Rata-rata target triwulan 2,25, tetapi target setahun 2,26."),
        (INDEKS, Akumulasi.RATA_RATA, target("85", "70 75 80 85"),
         "Rata-rata target triwulan 77,5, tetapi target setahun 85."),
        # a ratio of sums: the mean, or rising to the year's
        (RASIO, None, target("80", "80 80 80 80"), None),
        (RASIO, None, target("85", "70 75 80 85"), None),
        (RASIO, None, target("80", "60 70 75 75"), "Rata-rata target triwulan 70, tetapi target setahun 80."),
        (RASIO, Akumulasi.RATA_RATA, target("85", "70 75 80 85"),
         "Rata-rata target triwulan 77,5, tetapi target setahun 85."),
        # ranges
        (LAPORAN, None, target("8", "2 2 2 2", "12", "3 3 3 3"), None),
        (LAPORAN, None, target("8", "2 2 2 2", "12", "3 3 3 4"),
         "Jumlah target triwulan 8–13, tetapi target setahun 8–12."),
        (INDEKS, None, target("-1", "- - - -1", "1", "- - - 2"),
         "Target TW IV −1 s.d. 2, tetapi target setahun −1 s.d. 1."),
        (LAPORAN, None, target("8", "2 4 3 8", "12", "3 6 9 12", kumulatif=True),
         "Target kumulatif TW III di bawah triwulan sebelumnya."),
        (LAPORAN, None, target("8", "2 4 6 8", "12", "3 6 5 12", kumulatif=True),
         "Target kumulatif TW III di bawah triwulan sebelumnya."),
    ],
)  # fmt: skip
def test_what_does_not_agree(
    f: Formulasi, akumulasi: Akumulasi | None, isi: Target, kata: str | None
) -> None:
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=akumulasi, target=isi)
    assert periksa_target(indikator, [KATA, f]) == kata
    assert kata is None or len(kata.split()) <= 15


def test_no_target_and_no_formula() -> None:
    assert periksa_target(Indikator(1, 1, 0, "Indikator"), [LAPORAN]) is None
    tanpa_formula = Indikator(1, 1, 0, "Indikator", target=target("10", "1 1 1 1"))
    assert periksa_target(tanpa_formula, []) is None, "85 % in each quarter is no sum of 340"
    dijumlah = replace(tanpa_formula, akumulasi=Akumulasi.JUMLAH)
    assert periksa_target(dijumlah, []) == "Jumlah target triwulan 4, tetapi target setahun 10."


def test_formulas_on_their_own_have_their_own_targets() -> None:
    salah, benar = target("10", "1 1 1 1"), target("10", "1 2 3 4")
    masing = Indikator(1, 1, 0, "Indikator", target=salah, gabungan=Gabungan.MASING_MASING)
    sendiri = replace(LAPORAN, id=9, target=benar)
    assert periksa_target(masing, [KATA, sendiri]) is None
    assert periksa_target(masing, [sendiri, LAPORAN]) == (
        "Jumlah target triwulan 4, tetapi target setahun 10."
    )
    lain = replace(masing, target=benar)
    assert periksa_target(lain, [KATA, LAPORAN, replace(sendiri, target=salah)]) == (
        "Formulasi 2: jumlah target triwulan 4, tetapi target setahun 10."
    )
    bersama = replace(lain, gabungan=None)
    assert periksa_target(bersama, [LAPORAN, replace(sendiri, target=salah)]) is None


@pytest.mark.parametrize(
    "f, arah, isi, triwulan, tw_sampai",
    [
        (LAPORAN, None, target("10"), "2 3 2 3", ""),
        (LAPORAN, None, target("12", "9 9 9 9"), "3 3 3 3", ""),
        (LAPORAN, None, target("12.5"), "3.1 3.1 3.1 3.2", ""),
        (LAPORAN, None, target("2"), "- 1 - 1", ""),
        (LAPORAN, Arah.TURUN, target("2"), "0 1 0 1", ""),
        (LAPORAN, None, target("0"), "0 0 0 0", ""),
        (LAPORAN, None, target("10", kumulatif=True), "2 5 7 10", ""),
        (LAPORAN, None, target("1", kumulatif=True), "- - - 1", ""),
        (LAPORAN, None, target("8", sampai="10"), "2 2 2 2", "2 3 2 3"),
        (LAPORAN, None, target("1", sampai="10"), "0 0 0 1", "2 3 2 3"),
        (LAPORAN, None, target("1", sampai="1.1"), "0.2 0.3 0.2 0.3", "0.2 0.3 0.3 0.3"),
        (DESA, None, target("100"), "25 25 25 25", ""),
        (DESA, None, target("50"), "12.5 12.5 12.5 12.5", ""),
        (DESA, None, target("33.33"), "8.33 8.33 8.33 8.34", ""),
        (INDEKS, None, target("82.5"), "82.5 82.5 82.5 82.5", ""),
        (INDEKS, None, target("80", sampai="85"), "80 80 80 80", "85 85 85 85"),
        (INDEKS, None, target("82.5", kumulatif=True), "20.62 41.25 61.87 82.5", ""),
        (RASIO, None, target("80"), "80 80 80 80", ""),
    ],
)
def test_an_even_split(f: Formulasi, arah: Arah | None, isi: Target, triwulan: str, tw_sampai: str) -> None:
    indikator = Indikator(1, 1, 0, "Indikator", arah=arah, target=isi)
    assert bagi_rata(indikator, [f]) == replace(
        isi, triwulan=empat(triwulan), triwulan_sampai=empat(tw_sampai)
    )


def test_nothing_to_split() -> None:
    assert bagi_rata(Indikator(1, 1, 0, "Indikator"), [LAPORAN]) is None
    assert bagi_rata(Indikator(1, 1, 0, "Indikator", target=target("", "1 2 3 4")), [LAPORAN]) is None


ANGKA = st.decimals("0", "500", places=1, allow_nan=False) | st.integers(0, 40).map(Decimal)


@st.composite
def indikator_bertarget(draw: st.DrawFn) -> Indikator:
    """An indicator with a target for the year, plain or a range, of any kind."""
    tahun, lebar = draw(ANGKA), draw(st.none() | ANGKA)
    isi = Target(tahun, None, "kata", draw(st.booleans()), None if lebar is None else tahun + lebar)
    akumulasi = draw(st.sampled_from([None, *Akumulasi]))
    return Indikator(1, 1, 0, "Indikator", arah=draw(st.sampled_from(Arah)), akumulasi=akumulasi, target=isi)


@given(st.sampled_from([LAPORAN, INDEKS, RASIO, DESA]), indikator_bertarget())
def test_a_split_agrees_with_its_year(f: Formulasi, indikator: Indikator) -> None:
    terbagi = bagi_rata(indikator, [f])
    assert terbagi is not None
    baru = replace(indikator, target=terbagi)
    assert periksa_target(baru, [f]) is None
    assert target_periode(baru, [f], Sampai(4)) == target_periode(indikator, [f], None)
    tanpa_tahun = replace(baru, target=replace(terbagi, tahun=None, tahun_sampai=None))
    assert target_periode(tanpa_tahun, [f], Sampai(4)) == target_periode(indikator, [f], None)
    for t in SEMUA_TRIWULAN:
        sasar = sasar_triwulan(terbagi, t)
        assert sasar is None or sasar.bawah <= sasar.atas
