"""What a formula asks for, how its inputs are kept, and figures that do not hang on order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.angka import tanpa_sisa
from iki_desktop.core.capaian import Aturan, HasilInduk, aturan_capaian, gabung, hitung_indikator
from iki_desktop.core.formulasi import (
    akumulasi_berlaku,
    dengan_isi,
    hitung_formulasi,
    isi,
    lengkap,
    masukan,
)
from iki_desktop.core.records import (
    Akumulasi,
    Formulasi,
    Indikator,
    JenisFormulasi,
    PengaturanCapaian,
    Realisasi,
    Target,
)
from iki_desktop.core.triwulan import (
    SEMUA_PERIODE,
    Sampai,
    daftar_triwulan,
    nama_periode,
    nama_tw,
    triwulan_periode,
    triwulan_sebelum,
)
from iki_desktop.core.workspace import IsiSel
from tests.core.kantor import buka_kantor, isi_arsip

RUMUS = Formulasi(
    1, 1, 0, JenisFormulasi.RUMUS, rumus="pegawai * (hari - absen)",
    variabel=(("hari", "Hari kerja"), ("cadangan", "Tidak dipakai")),
)  # fmt: skip


def formulasi(jenis: JenisFormulasi, tetap: int | None = None) -> Formulasi:
    return Formulasi(1, 1, 0, jenis, penyebut_tetap=None if tetap is None else Decimal(tetap))


@pytest.mark.parametrize(
    "f, diminta",
    [
        (formulasi(JenisFormulasi.RASIO), [("pembilang", "Pembilang"), ("penyebut", "Penyebut")]),
        (formulasi(JenisFormulasi.RASIO, 14), [("pembilang", "Pembilang")]),
        (formulasi(JenisFormulasi.RASIO, 0), [("pembilang", "Pembilang")]),
        (formulasi(JenisFormulasi.SELISIH), [("pembilang", "Pembilang"), ("penyebut", "Penyebut")]),
        (formulasi(JenisFormulasi.JUMLAH), [("nilai", "Nilai")]),
        (replace(formulasi(JenisFormulasi.NILAI), teks="Nilai SKM"), [("nilai", "Nilai SKM")]),
        (formulasi(JenisFormulasi.TEKS), []),
        (formulasi(JenisFormulasi.RUMUS), []),
        (
            replace(formulasi(JenisFormulasi.RASIO), pembilang="Selesai", penyebut="Semua"),
            [("pembilang", "Selesai"), ("penyebut", "Semua")],
        ),
        (
            RUMUS,
            [
                ("variabel:hari", "Hari kerja"),
                ("variabel:cadangan", "Tidak dipakai"),
                ("variabel:pegawai", "pegawai"),
                ("variabel:absen", "absen"),
            ],
        ),
    ],
)
def test_what_is_asked_for(f: Formulasi, diminta: list[tuple[str, str]]) -> None:
    assert [(m.kunci, m.label) for m in masukan(f)] == diminta


def test_an_unreadable_expression_still_asks_for_what_is_declared() -> None:
    rusak = replace(RUMUS, rumus="hari +")
    assert [m.kunci for m in masukan(rusak)] == ["variabel:hari", "variabel:cadangan"]
    terisi = Realisasi(1, 1, variabel=(("hari", Decimal(1)), ("cadangan", Decimal(2))))
    assert hitung_formulasi(rusak, [terisi, None, None, None], Akumulasi.JUMLAH, 1).sebab == (
        "Rumus “hari +” belum dapat dibaca"
    )


@pytest.mark.parametrize("kunci", ["pembilang", "penyebut", "nilai", "variabel:a b", "variabel:nilai"])
def test_what_is_kept_is_found_again_and_emptied(kunci: str) -> None:
    kosong = Realisasi(1, 1)
    assert isi(None, kunci) is None
    assert isi(kosong, kunci) is None
    terisi = dengan_isi(kosong, kunci, Decimal(0))
    assert isi(terisi, kunci) == 0
    assert not terisi.kosong
    assert dengan_isi(terisi, kunci, None) == kosong
    assert dengan_isi(kosong, kunci, None).kosong


def test_one_variable_is_emptied_and_the_others_stay() -> None:
    dua = dengan_isi(dengan_isi(Realisasi(1, 1), "variabel:a", Decimal(1)), "variabel:b", Decimal(2))
    assert dengan_isi(dua, "variabel:a", None).variabel == (("b", Decimal(2)),)


def test_complete_is_what_the_figure_needs() -> None:
    pakai = Realisasi(1, 1, variabel=tuple((n, Decimal(1)) for n in ("hari", "pegawai", "absen")))
    assert lengkap(RUMUS, pakai)
    assert not lengkap(RUMUS, replace(pakai, variabel=pakai.variabel[:2] if pakai.variabel else None))
    assert not lengkap(RUMUS, None)
    assert not lengkap(formulasi(JenisFormulasi.TEKS), Realisasi(1, 1, nilai=Decimal(1)))
    assert lengkap(formulasi(JenisFormulasi.RASIO, 14), Realisasi(1, 1, pembilang=Decimal(0)))


def test_the_accumulation_that_holds_where_none_is_given() -> None:
    tanpa = Indikator(1, 1, 0, "Indikator")
    berlaku = {j: akumulasi_berlaku(tanpa, formulasi(j)) for j in JenisFormulasi}
    assert berlaku.pop(JenisFormulasi.NILAI) is berlaku.pop(JenisFormulasi.SKM) is Akumulasi.TERAKHIR
    assert set(berlaku.values()) == {Akumulasi.JUMLAH}
    rata = replace(tanpa, akumulasi=Akumulasi.RATA_RATA)
    assert akumulasi_berlaku(rata, formulasi(JenisFormulasi.NILAI)) is Akumulasi.RATA_RATA


@pytest.mark.parametrize(
    "triwulan, teks",
    [
        ((), ""), ((2,), "TW II"), ((1, 2), "TW I dan II"), ((1, 2, 3), "TW I–III"), ((4, 3, 2), "TW II–IV"),
        ((1, 3), "TW I dan III"), ((1, 2, 4), "TW I, II, dan IV"), ((1, 2, 3, 4), "TW I–IV"),
    ],
)  # fmt: skip
def test_quarters_in_one_breath(triwulan: tuple[int, ...], teks: str) -> None:
    assert daftar_triwulan(triwulan) == teks


def test_periods_by_name() -> None:
    assert [nama_periode(p) for p in (None, 1, Sampai(4))] == ["Setahun", "Triwulan I", "s.d. Triwulan IV"]
    assert [nama_tw(p) for p in (None, 1, Sampai(4))] == ["setahun", "TW I", "s.d. TW IV"]
    assert [triwulan_periode(p) for p in (None, 3, Sampai(3))] == [(1, 2, 3, 4), (3,), (1, 2, 3)]
    assert [triwulan_sebelum(p) for p in SEMUA_PERIODE] == [
        None, 1, 2, 3, None, Sampai(1), Sampai(2), Sampai(3), None,
    ]  # fmt: skip


def test_an_indicator_with_several_formulas_has_their_mean() -> None:
    indikator = Indikator(1, 1, 0, "Indikator", target=Target(Decimal(80)))
    separuh = [Realisasi(1, 1, Decimal(1), Decimal(2)), None, None, None]
    penuh = [Realisasi(2, 1, Decimal(3), Decimal(3)), None, None, None]
    nihil = [Realisasi(3, 1, Decimal(3), Decimal(0)), None, None, None]
    rasio = formulasi(JenisFormulasi.RASIO)
    pengisian = [(rasio, separuh), (rasio, penuh), (rasio, nihil), (formulasi(JenisFormulasi.TEKS), separuh)]
    hasil = hitung_indikator(indikator, pengisian, Aturan(), None)
    assert hasil.realisasi == 75
    assert (hasil.capaian, hasil.kategori) == (Decimal("93.75"), "Sangat Tinggi")
    assert (hasil.terisi, hasil.jumlah) == (3, 3)
    assert hitung_indikator(indikator, pengisian, Aturan(), 2).terisi == 0
    assert hitung_indikator(indikator, [], Aturan(), None).realisasi is None


def induk(*capaian: str | None) -> list[HasilInduk]:
    return [HasilInduk(None if c is None else Decimal(c), None, 1, 2) for c in capaian]


@pytest.mark.parametrize(
    "dari, capaian, kelas",
    [("penuh", "90.995", "Tinggi"), ("dibulatkan", "91", "Sangat Tinggi"), (None, "90.995", "Tinggi")],
)
def test_means_over_full_or_rounded_capaian(dari: str | None, capaian: str, kelas: str) -> None:
    aturan = aturan_capaian(PengaturanCapaian(desimal=1, rata_rata_dari=dari))
    hasil = gabung(induk("90.99", None, "91"), aturan)
    assert hasil == HasilInduk(Decimal(capaian), kelas, 3, 6)


def test_no_child_with_a_capaian_gives_none() -> None:
    assert gabung(induk(None, None), Aturan()) == HasilInduk(None, None, 2, 4)
    assert gabung([], Aturan()) == HasilInduk(None, None, 0, 0)


def test_thirds_that_make_91_are_of_the_class_from_91() -> None:
    pertiga = Decimal(91) / 3
    hasil = gabung(induk(*[str(pertiga * 3)] * 3), Aturan())
    assert hasil.capaian != 91
    assert hasil.kategori == "Tinggi"  # 28 digits: a figure that truly is short of 91 stays so
    indikator = Indikator(1, 1, 0, "Indikator", target=Target(Decimal(100)), akumulasi=Akumulasi.RATA_RATA)
    isian = [Realisasi(1, t, Decimal(p), Decimal(300)) for t, p in ((1, 274), (2, 271), (3, 274))]
    pengisian = [(formulasi(JenisFormulasi.RASIO), [*isian, None])]
    assert hitung_indikator(indikator, pengisian, Aturan(), None).kategori == "Sangat Tinggi"


SEL = [
    IsiSel(f, triwulan, kunci, Decimal(nilai))
    for nilai, (f, triwulan, kunci) in enumerate(
        (f, t, k) for f in (10010, 10020, 10040) for t in (1, 3) for k in ("pembilang", "penyebut")
    )
]


@given(st.permutations(SEL), st.booleans())
def test_the_order_of_entry_never_changes_a_figure(urut: list[IsiSel], sekaligus: bool) -> None:
    ws, _ = buka_kantor()
    ws.isi_banyak(SEL)
    benar = [ws.hasil(2, p) for p in (None, 1, 3)]
    lain, _ = buka_kantor()
    if sekaligus:
        lain.isi_banyak(urut)
    else:
        for sel in urut:
            lain.isi_banyak([sel])
    assert [lain.hasil(2, p) for p in (None, 1, 3)] == benar
    assert isi_arsip(lain.arsip) == isi_arsip(ws.arsip)


@given(st.permutations(range(6)))
def test_the_order_of_children_never_changes_what_is_shown(urut: list[int]) -> None:
    with_thirds = [HasilInduk(tanpa_sisa(Decimal(n * 100) / 7), None, 0, 0) for n in range(6)]
    awal, lain = gabung(with_thirds, Aturan()), gabung([with_thirds[n] for n in urut], Aturan())
    assert awal.capaian is not None
    assert lain.capaian is not None
    assert tanpa_sisa(awal.capaian) == tanpa_sisa(lain.capaian)
    assert awal.kategori == lain.kategori
