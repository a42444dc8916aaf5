"""The survey by its unsur: value, letter and word, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.formulasi import hitung_formulasi, lengkap, masukan
from iki_desktop.core.records import Akumulasi, Formulasi, JenisFormulasi, Realisasi
from iki_desktop.core.skm import UNSUR_SKM, mutu_skm
from iki_desktop.core.triwulan import Sampai

SKM = Formulasi(1, 1, 0, JenisFormulasi.SKM)


def unsur(*nilai: str) -> Realisasi:
    return Realisasi(1, 1, variabel=tuple((f"u{n}", Decimal(v)) for n, v in enumerate(nilai, 1)))


@pytest.mark.parametrize(
    "nilai, huruf, kata",
    [
        ("0", "D", "Tidak Baik"), ("25", "D", "Tidak Baik"), ("64.99", "D", "Tidak Baik"),
        ("64.994999", "D", "Tidak Baik"), ("64.995", "C", "Kurang Baik"), ("65", "C", "Kurang Baik"),
        ("75", "C", "Kurang Baik"), ("76.60", "C", "Kurang Baik"), ("76.6049", "C", "Kurang Baik"),
        ("76.605", "B", "Baik"), ("76.61", "B", "Baik"), ("88.30", "B", "Baik"), ("88.3049", "B", "Baik"),
        ("88.305", "A", "Sangat Baik"), ("88.31", "A", "Sangat Baik"), ("100", "A", "Sangat Baik"),
    ],
)  # fmt: skip
def test_letter_and_word(nilai: str, huruf: str, kata: str) -> None:
    assert mutu_skm(Decimal(nilai)) == (huruf, kata)


@pytest.mark.parametrize(
    "isian, nilai",
    [
        (["4"] * 9, "100"), (["1"] * 9, "25"), (["3"] * 9, "75"),
        (["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"], "87.5"),
    ],
)  # fmt: skip
def test_all_nine_weigh_the_same(isian: list[str], nilai: str) -> None:
    assert hitung_formulasi(SKM, [unsur(*isian), None, None, None], Akumulasi.TERAKHIR, 1).nilai == (
        Decimal(nilai)
    )


def test_the_nine_are_asked_for_unless_the_office_names_its_own() -> None:
    assert [m.kunci for m in masukan(SKM)] == [f"variabel:u{n}" for n in range(1, 10)]
    assert masukan(SKM)[0].label == "U1 Persyaratan"
    tujuh = replace(SKM, variabel=(("u1", "Syarat"), ("u2", "Waktu")))
    assert [(m.kunci, m.label) for m in masukan(tujuh)] == [
        ("variabel:u1", "Syarat"),
        ("variabel:u2", "Waktu"),
    ]
    hitungan = hitung_formulasi(tujuh, [unsur("3", "4"), None, None, None], Akumulasi.TERAKHIR, None)
    assert hitungan.nilai == Decimal("87.5")


def test_what_is_missing_is_named() -> None:
    separuh = unsur(*["3"] * 7)
    hitungan = hitung_formulasi(SKM, [separuh, None, None, None], Akumulasi.TERAKHIR, Sampai(2))
    assert hitungan.nilai is None
    assert hitungan.sebab == f"{UNSUR_SKM[7][1]}, {UNSUR_SKM[8][1]} belum diisi"
    assert not lengkap(SKM, separuh)
    assert lengkap(SKM, unsur(*["3"] * 9))


def test_surveys_over_the_year() -> None:
    empat = [unsur(*["3"] * 9), None, unsur(*["4"] * 9), None]
    assert hitung_formulasi(SKM, empat, Akumulasi.TERAKHIR, None).nilai == 100
    assert hitung_formulasi(SKM, empat, Akumulasi.TERAKHIR, Sampai(2)).nilai == 75
    assert hitung_formulasi(SKM, empat, Akumulasi.RATA_RATA, None).nilai == Decimal("87.5")
    assert hitung_formulasi(SKM, empat, Akumulasi.JUMLAH, None).nilai == 175
