"""The scales on offer: whole, falling, and each naming figures as the place it is from does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from iki_desktop.core.aturan import SKALA_BAKU, aturan_capaian, kategori
from iki_desktop.core.records import PengaturanCapaian
from iki_desktop.core.skala import SKALA_TERSEDIA, PilihanSkala


@pytest.mark.parametrize("pilihan", SKALA_TERSEDIA, ids=lambda p: p.nama)
def test_a_scale_is_whole(pilihan: PilihanSkala) -> None:
    batas = [k.batas_bawah for k in pilihan.skala]
    assert batas == sorted(set(batas), reverse=True)
    assert batas[-1] == 0
    assert len({k.nama for k in pilihan.skala}) == len(pilihan.skala)
    assert pilihan.nama
    assert pilihan.asal


def test_the_usual_one_comes_first_and_all_differ() -> None:
    assert SKALA_TERSEDIA[0].skala is SKALA_BAKU
    assert (
        len({p.skala for p in SKALA_TERSEDIA}) == len({p.nama for p in SKALA_TERSEDIA}) == len(SKALA_TERSEDIA)
    )


@pytest.mark.parametrize(
    "nomor, kelas",
    [
        (0, {"91": "Sangat Tinggi", "90.5": "Tinggi", "75.5": "Sedang", "65.5": "Rendah",
             "50": "Sangat Rendah"}),
        (1, {"91": "Sangat Baik", "76": "Baik", "66": "Cukup", "51": "Kurang", "0": "Sangat Kurang"}),
        (2, {"85.01": "Memuaskan", "85": "Sangat Baik", "75": "Baik", "65": "Cukup Baik", "50": "Agak Kurang",
             "30": "Kurang"}),
        (3, {"90.01": "AA", "90": "A", "80": "BB", "70": "B", "60": "CC", "50": "C", "30": "D"}),
        (4, {"107": "Sangat Baik", "100": "Baik", "98": "Cukup", "79.9": "Kurang", "59.9": "Sangat Kurang"}),
    ],
)  # fmt: skip
def test_each_names_what_its_place_names(nomor: int, kelas: dict[str, str]) -> None:
    aturan = aturan_capaian(PengaturanCapaian(skala=SKALA_TERSEDIA[nomor].skala))
    assert {angka: kategori(Decimal(angka), aturan) for angka in kelas} == kelas
