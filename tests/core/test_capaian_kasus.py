"""Figures worked out by hand, case by case: kind × accumulation × direction × what was entered."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import bulatkan
from iki_desktop.core.capaian import Aturan, hitung_capaian, hitung_indikator
from iki_desktop.core.records import Arah
from tests.core import kasus_capaian, kasus_target
from tests.core.kasus_capaian import K


def _setara(nilai: Decimal | None, diharapkan: str | None) -> bool:
    if nilai is None or diharapkan is None:
        return nilai is None and diharapkan is None
    return bulatkan(nilai, len(diharapkan.partition(".")[2])) == Decimal(diharapkan)


@pytest.mark.parametrize(
    "kasus", [*kasus_capaian.SEMUA, *kasus_target.SEMUA], ids=lambda k: f"{k.jenis}-{k.isian}"
)
def test_figures_worked_out_by_hand(kasus: K) -> None:
    hasil = hitung_indikator(
        kasus.indikator(), [(kasus.formulasi(), kasus.realisasi())], kasus.aturan(), kasus.tw
    )
    assert _setara(hasil.realisasi, kasus.nilai), hasil
    assert _setara(hasil.capaian, kasus.capaian), hasil
    assert hasil.kategori == kasus.kelas
    assert hasil.sebab == kasus.sebab


# --- as it is written -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "aturan, persen, rapi",
    [
        (Aturan(), "66,67 %", "66.67"),
        (Aturan(desimal=0), "67 %", "67"),
        (Aturan(desimal=3, potong=True), "66,666 %", "66.667"),
    ],
)
def test_a_figure_is_written_by_the_rules_of_its_document(aturan: Aturan, persen: str, rapi: str) -> None:
    dua_pertiga = Decimal(200) / 3
    assert aturan.persen(dua_pertiga) == persen
    assert aturan.rapi(dua_pertiga) == Decimal(rapi)
    assert aturan.rapi(Decimal("82.1255")) == Decimal("82.1255")


def test_a_class_has_its_place_in_the_scale() -> None:
    assert Aturan().kelas("Sangat Tinggi") == (0, 5)
    assert Aturan().kelas("Sangat Rendah") == (4, 5)
    assert Aturan().kelas("Istimewa") is Aturan().kelas(None) is None


@given(st.integers(1, 500), st.integers(-50, 1200))
def test_the_three_printed_falling_forms_are_one(target: int, realisasi: int) -> None:
    """As in LKjIP, in e-SAKIP applications, and in PermenPANRB 8/2021 for time and cost."""
    t, r = Fraction(target), Fraction(realisasi)
    bentuk = {(t - (r - t)) / t * 100, (2 * t - r) / t * 100, (1 + (1 - r / t)) * 100}
    assert len(bentuk) == 1
    capaian, _ = hitung_capaian(Decimal(realisasi), Decimal(target), Arah.TURUN, Aturan())
    assert capaian is not None
    assert abs(Fraction(capaian) - max(Fraction(0), *bentuk)) < Fraction(1, 10**50)
