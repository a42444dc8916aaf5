"""Weights: what is left out weighs as the others do, nothing weighs nothing, and only shares count."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import tanpa_sisa
from iki_desktop.core.capaian import Aturan, HasilInduk, bobot_berlaku, gabung
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Sasaran, Target
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.triwulan import SEMUA_PERIODE
from tests.core.kantor import CAMAT, KASI, SASARAN_CAMAT, SEKRETARIS, buka_kantor

PERSEN = st.decimals("-50", "150", places=2, allow_nan=False) | st.none()
BOBOT = st.decimals("0", "100", places=1, allow_nan=False) | st.none()


def angka(teks: str) -> list[Decimal | None]:
    return [None if t == "-" else Decimal(t) for t in teks.split()]


def anak(capaian: list[Decimal | None]) -> list[HasilInduk]:
    return [HasilInduk(c, None, 1, 2) for c in capaian]


@pytest.mark.parametrize(
    "capaian, bobot, hasil, sebab",
    [
        ("100 50", "- -", "75", ""),
        ("100 50", "3 1", "87.5", ""),
        ("100 50", "30 10", "87.5", ""),
        ("100 50 0", "3 1 -", "58.3333333", ""),
        ("100 50", "0 5", "50", ""),
        ("100 -", "1 9", "100", ""),
        ("100 50 -", "1 1 8", "75", ""),
        ("100 50", "0 0", None, "semua bobotnya 0"),
        ("100 50", "0 -", None, "semua bobotnya 0"),
        ("100 -", "0 5", None, "semua bobotnya 0"),
        ("- -", "0 0", None, ""),
        ("- -", "1 2", None, ""),
        ("90", "0.1", "90", ""),
    ],
)
def test_weighted_means(capaian: str, bobot: str, hasil: str | None, sebab: str) -> None:
    induk = gabung(anak(angka(capaian)), Aturan(), angka(bobot))
    assert induk.sebab == sebab
    assert (None if induk.capaian is None else induk.capaian.quantize(Decimal("1e-7"))) == (
        None if hasil is None else Decimal(hasil).quantize(Decimal("1e-7"))
    )
    assert (induk.terisi, induk.jumlah) == (len(angka(capaian)), 2 * len(angka(capaian)))


def test_what_is_left_out_weighs_the_mean_of_what_is_given() -> None:
    assert bobot_berlaku(angka("- -")) == [1, 1]
    assert bobot_berlaku(angka("20 - 40")) == [20, 30, 40]


def test_a_weighted_mean_rounds_first_where_the_document_does() -> None:
    aturan = Aturan(desimal=0, rata_rata_dibulatkan=True)
    assert gabung(anak(angka("90.5 80.4")), aturan, angka("3 1")).capaian == Decimal("88.25")


@given(st.lists(st.tuples(PERSEN, BOBOT), min_size=1, max_size=6), st.integers(1, 1000))
def test_weights_have_no_scale(pasangan: list[tuple[Decimal | None, Decimal | None]], kali: int) -> None:
    capaian, bobot = anak([c for c, _ in pasangan]), [b for _, b in pasangan]
    satu = gabung(capaian, Aturan(), bobot)
    lain = gabung(capaian, Aturan(), [None if b is None else b * kali for b in bobot])
    assert _pasti(satu) == _pasti(lain)


@given(st.lists(PERSEN, min_size=1, max_size=6), st.decimals("0.1", "100", places=1, allow_nan=False))
def test_equal_weights_are_no_weights(capaian: list[Decimal | None], bobot: Decimal) -> None:
    tanpa = gabung(anak(capaian), Aturan())
    assert _pasti(gabung(anak(capaian), Aturan(), [bobot] * len(capaian))) == _pasti(tanpa)


@given(st.lists(st.tuples(PERSEN, BOBOT), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter(pasangan: list[tuple[Decimal | None, Decimal | None]], acak) -> None:
    lain = list(pasangan)
    acak.shuffle(lain)
    satu, dua = (gabung(anak([c for c, _ in p]), Aturan(), [b for _, b in p]) for p in (pasangan, lain))
    assert _pasti(satu) == _pasti(dua)


def _pasti(hasil: HasilInduk) -> tuple[Decimal | None, str, int]:
    capaian = None if hasil.capaian is None else tanpa_sisa(hasil.capaian)
    return capaian, hasil.sebab, hasil.terisi


def test_weights_reach_every_level_and_both_ways_of_computing() -> None:
    ws, _ = buka_kantor()
    asal = {p: ws.hasil(2, p) for p in SEMUA_PERIODE}
    indikator = ws.arsip[1001]
    assert isinstance(indikator, Indikator)
    ws.ubah(replace(indikator, bobot=Decimal(3)))
    kedua = ws.arsip[1002]
    assert isinstance(kedua, Indikator)
    ws.ubah(replace(kedua, bobot=Decimal(1)))
    assert ws.hasil(SASARAN_CAMAT, 1).capaian == Decimal("87.5")
    assert ws.hasil(2, 2).capaian == asal[2].capaian
    for jabatan_id, bobot in ((CAMAT, 1), (SEKRETARIS, 4), (KASI, 5)):
        jabatan = ws.arsip[jabatan_id]
        assert isinstance(jabatan, Jabatan)
        ws.ubah(replace(jabatan, bobot=Decimal(bobot)))
    assert ws.hasil(2, None).capaian == Decimal("81.5")
    for periode in SEMUA_PERIODE:
        utuh = hitung_dokumen(ws.arsip.snapshot(2), periode)
        assert utuh.hasil == ws.hasil(2, periode)
        assert [j.hasil for j in utuh.jabatan] == [ws.hasil(j.id, periode) for j in ws.arsip.jabatan(2)]
    for _ in range(5):
        ws.undo()
    assert {p: ws.hasil(2, p) for p in SEMUA_PERIODE} == asal


def test_progress_is_asked_for_by_its_indicator() -> None:
    ws, _ = buka_kantor()
    assert ws.kemajuan(1002, 3).capaian == 50
    assert ws.kemajuan(1003, 3).capaian is None


def test_a_shared_entry_is_forgotten_wherever_it_counts() -> None:
    ws, _ = buka_kantor()
    kedua = ws.arsip[10020]
    pertama = ws.arsip[10010]
    assert isinstance(kedua, Formulasi)
    assert isinstance(pertama, Formulasi)
    sebelum = [ws.hasil(n, p) for n in (2, CAMAT, SASARAN_CAMAT) for p in SEMUA_PERIODE]
    ws.bagikan(kedua.id, pertama.id)
    assert ws.hasil(SASARAN_CAMAT, 1).capaian == 100
    ws.set_realisasi(10010, 1, "pembilang", Decimal(25))
    assert ws.hasil(SASARAN_CAMAT, 1).capaian == ws.hasil(SASARAN_CAMAT, None).capaian == 25
    assert hitung_dokumen(ws.arsip.snapshot(2), 1).hasil == ws.hasil(2, 1)
    ws.hapus(1001)
    assert ws.hasil(SASARAN_CAMAT, 1).capaian == 25
    while ws.undo_text:
        ws.undo()
    assert [ws.hasil(n, p) for n in (2, CAMAT, SASARAN_CAMAT) for p in SEMUA_PERIODE] == sebelum


def test_a_sasaran_that_weighs_nothing_says_so() -> None:
    ws, _ = buka_kantor()
    for indikator_id in (1001, 1002):
        indikator = ws.arsip[indikator_id]
        assert isinstance(indikator, Indikator)
        ws.ubah(replace(indikator, bobot=Decimal(0), target=Target(Decimal(100))))
    assert ws.hasil(SASARAN_CAMAT, 1) == HasilInduk(None, None, 2, 2, "semua bobotnya 0")
    sasaran = ws.arsip[SASARAN_CAMAT]
    assert isinstance(sasaran, Sasaran)
    assert ws.hasil(CAMAT, 1).sebab == ""
