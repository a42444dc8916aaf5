"""Whoever follows the sentence of a figure comes to the figure, whatever its shape."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.angka import tanpa_sisa
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.capaian import (
    HasilIndikator,
    HasilInduk,
    Pengisian,
    gabung,
    hitung_indikator,
    hitung_kemajuan,
)
from iki_desktop.core.formulasi import isi, masukan
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_induk, jelaskan_kemajuan
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
from iki_desktop.core.triwulan import SEMUA_PERIODE, Periode, Sampai, triwulan_periode
from tests.core import kasus_capaian, kasus_target
from tests.core.kasus_capaian import K
from tests.core.pembaca_penjelasan import Kisaran, Pembaca

RUMUS = ["a * b", "a + b - 1,5", "max(a; b) / 2 + 1", "a : b x 100 %", "abs(a - b) ^ 2", "2 * (a + 3) / b"]

ANGKA = st.sampled_from(
    [Decimal(n) for n in ("0", "1", "3", "7", "12", "45", "60", "0.5", "82.25", "-2", "1250")]
)
UNSUR = st.sampled_from([Decimal(n) for n in ("1", "2.6", "3", "3.05", "3.125", "3.5", "4")])
SASARAN = st.sampled_from([Decimal(n) for n in ("0", "1", "3", "8", "10.5", "75", "80", "-4", "100", "2500")])


@st.composite
def formula(draw: st.DrawFn, nomor: int) -> Pengisian:
    """A formula of any kind with four quarters, some of them empty or half filled."""
    jenis = draw(st.sampled_from(JenisFormulasi))
    tetap = draw(st.none() | ANGKA) if jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH) else None
    variabel = tuple((f"u{n}", f"Unsur {n}") for n in range(1, draw(st.integers(3, 5))))
    satu = Formulasi(
        nomor,
        1,
        nomor,
        jenis,
        penyebut_tetap=tetap,
        rumus=draw(st.sampled_from(RUMUS)) if jenis is JenisFormulasi.RUMUS else None,
        variabel=variabel if jenis is JenisFormulasi.SKM and draw(st.booleans()) else None,
        target=draw(st.none() | target()),
    )
    return satu, [draw(st.none() | isian(satu, t)) for t in (1, 2, 3, 4)]


@st.composite
def isian(draw: st.DrawFn, satu: Formulasi, triwulan: int) -> Realisasi:
    satuan = UNSUR if satu.jenis is JenisFormulasi.SKM else ANGKA
    angka = {m.kunci: draw(satuan) for m in masukan(satu)}
    if angka and draw(st.integers(0, 5)) == 0:
        angka.popitem()
    variabel = tuple((k.removeprefix("variabel:"), v) for k, v in angka.items() if k.startswith("variabel:"))
    return Realisasi(
        satu.id, triwulan, angka.get("pembilang"), angka.get("penyebut"), angka.get("nilai"), variabel or None
    )


@st.composite
def target(draw: st.DrawFn) -> Target:
    """A target for the year, for some quarters, or for both; plain or a range, cumulative or not."""
    tahun = draw(st.none() | SASARAN)
    triwulan = draw(st.none() | st.tuples(*[st.none() | SASARAN] * 4))
    lebar = draw(st.none() | st.sampled_from([Decimal(0), Decimal(1), Decimal("2.5"), Decimal(40)]))
    atas: EmpatAngka | None = None
    if lebar is not None and triwulan is not None:
        satu, dua, tiga, empat = (None if n is None else n + lebar for n in triwulan)
        atas = (satu, dua, tiga, empat)
    sampai = None if lebar is None or tahun is None else tahun + lebar
    return Target(tahun, triwulan, None, draw(st.booleans()), sampai, atas)


@st.composite
def aturan(draw: st.DrawFn) -> Aturan:
    return Aturan(
        kebalikan=draw(st.booleans()),
        batas_atas=draw(st.none() | st.sampled_from([Decimal(100), Decimal(120), Decimal("99.5")])),
        desimal=draw(st.sampled_from([2, 2, 0, 1, 3, 4])),
        potong=draw(st.booleans()),
        rata_rata_dibulatkan=draw(st.booleans()),
    )


@st.composite
def indikator(draw: st.DrawFn) -> tuple[Indikator, list[Pengisian]]:
    milik = Indikator(
        1, 1, 0, "Indikator",
        arah=draw(st.sampled_from(Arah)),
        akumulasi=draw(st.none() | st.sampled_from(Akumulasi)),
        target=draw(st.none() | target()),
        gabungan=draw(st.none() | st.sampled_from(Gabungan)),
    )  # fmt: skip
    return milik, [draw(formula(n)) for n in range(draw(st.sampled_from([1, 1, 1, 2, 3])))]


def pecahan(angka: Decimal) -> Fraction:
    return Fraction(tanpa_sisa(angka))


def sampai(kisaran: Kisaran | None, angka: Decimal | None, kalimat: str) -> None:
    """The figure is among what the sentence comes to, up to the fiftieth digit of the program's own."""
    assert (kisaran is None) == (angka is None), kalimat
    if kisaran is not None and angka is not None:
        sisa = max(abs(pecahan(angka)), Fraction(1)) / 10**45
        assert kisaran.bawah - sisa <= pecahan(angka) <= kisaran.atas + sisa, (kalimat, kisaran, angka)


def periksa(milik: Indikator, pengisian: list[Pengisian], cara: Aturan, periode: Periode) -> None:
    kalimat = jelaskan_indikator(milik, pengisian, cara, periode)
    cocok(kalimat, hitung_indikator(milik, pengisian, cara, periode), pengisian, cara, periode)
    if isinstance(periode, Sampai):
        kalimat = jelaskan_kemajuan(milik, pengisian, cara, periode.triwulan)
        cocok(kalimat, hitung_kemajuan(milik, pengisian, cara, periode.triwulan), pengisian, cara, periode)


def cocok(
    kalimat: str, hasil: HasilIndikator, pengisian: list[Pengisian], cara: Aturan, periode: Periode
) -> None:
    """What is read out of the sentence is what was computed."""
    bacaan = Pembaca(cara.desimal).baca(kalimat)
    if len(pengisian) == 1 or not hasil.masing_masing:
        sampai(bacaan.realisasi, hasil.realisasi, kalimat)
    sampai(bacaan.capaian, hasil.capaian, kalimat)
    assert bacaan.kelas == hasil.kategori, kalimat
    if hasil.capaian is not None:
        assert bacaan.tertulis is not None
        assert bacaan.tertulis.memuat(Fraction(cara.tampil(hasil.capaian))), kalimat
    if len(pengisian) == 1 and hasil.formulasi[0].triwulan:
        formulasi, empat = pengisian[0]
        kosong = {t for t in triwulan_periode(periode) if not _ada(formulasi, empat[t - 1])}
        assert bacaan.kosong == kosong, kalimat


def _ada(formulasi: Formulasi, satu: Realisasi | None) -> bool:
    """Whether something that is asked for was entered."""
    return any(isi(satu, m.kunci) is not None for m in masukan(formulasi))


@given(indikator(), aturan(), st.sampled_from(SEMUA_PERIODE))
@settings(max_examples=300, deadline=None)
def test_every_sentence_can_be_followed_to_its_figure(
    milik: tuple[Indikator, list[Pengisian]], cara: Aturan, periode: Periode
) -> None:
    periksa(*milik, cara, periode)


@pytest.mark.parametrize(
    "kasus", [*kasus_capaian.SEMUA, *kasus_target.SEMUA], ids=lambda k: f"{k.jenis}-{k.isian}"
)
def test_the_sentences_of_the_worked_cases_can_be_followed(kasus: K) -> None:
    periksa(kasus.indikator(), [(kasus.formulasi(), kasus.realisasi())], kasus.aturan(), kasus.tw)


PERSEN = st.none() | st.decimals("-20", "140", places=3, allow_nan=False)
BOBOT = st.none() | st.sampled_from([Decimal(n) for n in ("0", "1", "2.5", "30")])


@given(st.lists(st.tuples(PERSEN, BOBOT), min_size=1, max_size=11), aturan())
@settings(max_examples=100, deadline=None)
def test_a_parents_sentence_can_be_followed_too(
    pasangan: list[tuple[Decimal | None, Decimal | None]], cara: Aturan
) -> None:
    anak = [HasilInduk(c, None, 0, 1) for c, _ in pasangan]
    bobot = [b for _, b in pasangan]
    kalimat = jelaskan_induk("sasaran", anak, cara, bobot)
    hasil = gabung(anak, cara, bobot)
    bacaan = Pembaca(cara.desimal).baca_induk(kalimat)
    sampai(bacaan.capaian, hasil.capaian, kalimat)
    assert bacaan.kelas == hasil.kategori, kalimat


# --- the reader itself must be able to fail -----------------------------------------------------


@pytest.mark.parametrize(
    "kalimat",
    [
        "Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 76,00 %; target belum ada.",
        "Nilai 3; target TW I 4 → capaian 76,00 % (Tinggi).",
        "Σ TW I–II: 3 + 4 = 8; target setahun 8 → capaian 100,00 % (Tinggi).",
        "Nilai 90; target TW I 80 → capaian (2 × 80 − 91) ÷ 80 × 100 = 86,25 % (Tinggi).",
        "Nilai 90; target TW I 80–85, realisasi di antaranya → capaian 100,00 % (Tinggi).",
        "Nilai 5; target s.d. TW II 7 (jumlah 3 dan 3) → capaian 71,43 % (Sedang).",
        "(3 + 3) ÷ 2 unsur × 25 = 75 (mutu B, Baik); target belum ada.",
        "Rata-rata dari TW I 50,00 % dan TW II 75,00 % = 63,50 %; target belum ada.",
    ],
)
def test_a_wrong_sentence_is_found_out(kalimat: str) -> None:
    with pytest.raises(AssertionError):
        Pembaca(2).baca(kalimat)


def test_where_nothing_was_rounded_the_reader_is_exact() -> None:
    bacaan = Pembaca(2).baca(
        "Σ pembilang TW I–II 40 ÷ Σ penyebut 60 × 100 = 66,67 %; "
        "target setahun 80 → capaian 83,33 % (Tinggi)."
    )
    assert bacaan.realisasi == Kisaran.tepat(Fraction(200, 3))
    assert bacaan.capaian == Kisaran.tepat(Fraction(250, 3))
