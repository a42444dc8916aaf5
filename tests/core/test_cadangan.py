"""Which backups stay: property by property."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.cadangan import Cadangan, Putusan, Sebab, yang_dibuang

KINI = datetime(2026, 11, 20, 8, 1)


def satu(waktu: datetime, nomor: int = 1, putusan: Putusan = Putusan.TERUJI) -> Cadangan:
    nama = f"Biatan {waktu:%Y-%m-%d %H.%M} pembukaan ({nomor}).iki"
    return Cadangan(Path(nama), "Biatan", waktu, Sebab.PEMBUKAAN, nomor, 1, putusan)


def tinggal(semua: list[Cadangan], kini: datetime = KINI) -> list[Cadangan]:
    buang = {c.path for c in yang_dibuang(semua, kini)}
    return [c for c in semua if c.path not in buang]


kumpulan = st.lists(
    st.builds(
        lambda hari, menit, nomor, putusan: satu(KINI - timedelta(days=hari, minutes=menit), nomor, putusan),
        st.integers(-400, 2500),
        st.integers(0, 1439),
        st.integers(1, 3),
        st.sampled_from([Putusan.TERUJI] * 5 + [Putusan.TANPA_TANDA, Putusan.BERUBAH]),
    ),
    max_size=60,
    unique_by=lambda c: c.path,
)


@settings(max_examples=60, deadline=None)
@given(kumpulan)
def test_the_newest_tested_one_always_stays(semua: list[Cadangan]) -> None:
    teruji = [c for c in semua if c.putusan is Putusan.TERUJI]
    if teruji:
        assert max(teruji, key=lambda c: c.urutan) in tinggal(semua)


@settings(max_examples=60, deadline=None)
@given(kumpulan)
def test_thinning_twice_is_thinning_once(semua: list[Cadangan]) -> None:
    sisa = tinggal(semua)
    assert yang_dibuang(sisa, KINI) == []


@settings(max_examples=60, deadline=None)
@given(kumpulan, st.randoms())
def test_the_order_does_not_matter(semua: list[Cadangan], acak) -> None:
    kocok = list(semua)
    acak.shuffle(kocok)
    assert {c.path for c in tinggal(kocok)} == {c.path for c in tinggal(semua)}


@settings(max_examples=60, deadline=None)
@given(kumpulan)
def test_what_was_not_tested_is_neither_removed_nor_counted(semua: list[Cadangan]) -> None:
    teruji = [c for c in semua if c.putusan is Putusan.TERUJI]
    assert all(c.putusan is Putusan.TERUJI for c in yang_dibuang(semua, KINI))
    assert yang_dibuang(teruji, KINI) == yang_dibuang(semua, KINI)


@settings(max_examples=60, deadline=None)
@given(kumpulan)
def test_today_every_day_every_week_and_every_month_keep_one(semua: list[Cadangan]) -> None:
    sisa = tinggal(semua)
    for c in semua:
        if c.putusan is not Putusan.TERUJI:
            continue
        umur = KINI - c.waktu
        if c.waktu.date() >= KINI.date():
            assert c in sisa
        for batas, pola in ((14, "%Y-%m-%d"), (92, "%G-%V"), (5 * 366, "%Y-%m")):
            if umur <= timedelta(days=batas):
                assert any(format(s.waktu, pola) == format(c.waktu, pola) for s in sisa)


def test_two_years_of_two_a_day_become_few() -> None:
    semua = [satu(KINI - timedelta(days=h, hours=j)) for h in range(1, 730) for j in (0, 6)]
    sisa = tinggal(semua)
    assert 14 + 8 + 20 <= len(sisa) <= 14 + 13 + 25


def test_a_clock_that_is_years_ahead_takes_only_the_old_ones() -> None:
    semua = [satu(KINI - timedelta(days=h)) for h in range(30)]
    sisa = tinggal(semua, KINI.replace(year=2060))
    assert sisa == semua[:5]


def test_the_last_of_a_day_is_the_one_that_stays() -> None:
    hari = KINI - timedelta(days=10)
    pagi, sore, kedua = satu(hari), satu(hari + timedelta(hours=8)), satu(hari + timedelta(hours=8), 2)
    baru = [satu(KINI - timedelta(minutes=m)) for m in range(6)]
    assert yang_dibuang([kedua, pagi, sore, *baru], KINI) == [pagi, sore]


def test_what_an_older_program_could_still_open_stays_for_good() -> None:
    lama = Cadangan(
        Path("lama.iki"), "Biatan", KINI - timedelta(days=4000), Sebab.PEMBARUAN, 1, 1, Putusan.TERUJI
    )
    hari_itu = [satu(lama.waktu + timedelta(minutes=n)) for n in range(10)]
    assert tinggal([lama, *hari_itu])[0] == lama
    assert len(tinggal([lama, *hari_itu])) == 6
