"""The parts under the preview: where pages stand, how large, what is remembered, ready-made layouts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize

from iki_desktop.core.records import Jabatan, Penomoran, TataLetak
from iki_desktop.naskah.blok import CaraTandaTangan
from iki_desktop.naskah.pilihan import SEMUA, Pilihan
from iki_desktop.ui.pratinjau.huruf_komputer import alasan_ganti, daftar_huruf
from iki_desktop.ui.pratinjau.ingatan import PilihanCetak
from iki_desktop.ui.pratinjau.letak import JARAK_HALAMAN, Titik, skala_halaman_penuh, skala_lebar, susun
from iki_desktop.ui.pratinjau.pelukis import SETINGGI_POTONGAN, potongan_halaman
from iki_desktop.ui.pratinjau.pola import BAKU, GAYA_NOMOR, KERTAS, POLA_BAWAAN, Pola, ke_teks, pola_dari_teks
from iki_desktop.ui.pratinjau.zoom import BESAR_BAKU, HALAMAN_PENUH, langkah, persen, zoom_dari

F4 = (609.45, 935.43)
MENDATAR = (935.43, 609.45)

# --- where pages stand ----------------------------------------------------------------------------

ukuran = st.lists(st.sampled_from([F4, MENDATAR]), min_size=1, max_size=12)
skala = st.floats(0.05, 4.0)


@given(ukuran, skala, st.integers(50, 3000))
def test_pages_stand_one_under_the_other_and_centred(semua, skala, ruang):
    letak = susun(semua, skala, ruang)
    for atas, bawah in pairwise(letak.kotak):
        assert bawah.top() - atas.bottom() - 1 == JARAK_HALAMAN
    for kotak in letak.kotak:
        kiri, kanan = kotak.left(), letak.luas.width() - kotak.right() - 1
        assert kiri >= JARAK_HALAMAN
        assert abs(kiri - kanan) <= 1
    assert letak.luas.height() == letak.kotak[-1].bottom() + 1 + JARAK_HALAMAN


@given(ukuran, skala, st.data())
def test_a_point_of_a_page_is_found_again_where_it_stands(semua, skala, data):
    letak = susun(semua, skala, 800)
    nomor = data.draw(st.integers(0, len(semua) - 1))
    titik = Titik(nomor, semua[nomor][0] / 3, semua[nomor][1] / 2)
    kembali = letak.titik(letak.tempat(titik))
    assert kembali.halaman == nomor
    assert kembali.x == pytest.approx(titik.x, abs=0.01)
    assert kembali.y == pytest.approx(titik.y, abs=0.01)


@given(ukuran, skala, st.integers(-500, 30_000), st.integers(1, 2000))
def test_the_pages_seen_are_those_that_reach_into_the_view(semua, skala, atas, tinggi):
    letak = susun(semua, skala, 800)
    bawah = atas + tinggi
    benar = [n for n, k in enumerate(letak.kotak) if k.bottom() > atas and k.top() <= bawah]
    assert list(letak.terlihat(atas, bawah)) == benar
    assert 0 <= letak.utama(atas, bawah) < len(semua)


def test_a_place_beyond_the_last_page_belongs_to_it():
    letak = susun([F4, F4], 0.5, 800)
    assert letak.titik(QPointF(10, 99_999)).halaman == 1
    assert letak.titik(QPointF(10, -50)).halaman == 0
    assert letak.tempat(Titik(9, 0, 0)).y() == letak.kotak[1].top()


def test_fitting_fills_the_room():
    ruang = QSize(700, 500)
    lebar = susun([F4, MENDATAR], skala_lebar([F4, MENDATAR], ruang), ruang.width())
    assert lebar.luas.width() == ruang.width()
    assert lebar.kotak[1].width() == ruang.width() - 2 * JARAK_HALAMAN
    penuh = susun([F4, MENDATAR], skala_halaman_penuh([F4, MENDATAR], ruang), ruang.width())
    assert max(k.height() for k in penuh.kotak) == ruang.height() - 2 * JARAK_HALAMAN
    assert skala_lebar([F4], QSize(5, 5)) > 0, "a window squeezed to nothing"


@given(st.integers(1, 6000), st.integers(-2000, 8000), st.integers(-2000, 8000))
def test_strips_cover_what_is_asked_for_and_no_dot_twice(tinggi, dari, sampai):
    semua = potongan_halaman(3, 100, tinggi, dari, sampai)
    for atas, bawah in pairwise(semua):
        assert atas.atas + atas.setinggi == bawah.atas
    for satu in semua:
        assert 0 < satu.setinggi <= SETINGGI_POTONGAN
        assert satu.atas + satu.setinggi <= tinggi
    if 0 <= dari < sampai <= tinggi:
        assert semua[0].atas <= dari
        assert semua[-1].atas + semua[-1].setinggi >= sampai


# --- how large ------------------------------------------------------------------------------------


def test_a_zoom_is_found_again_by_what_was_remembered():
    for satu in (BESAR_BAKU, HALAMAN_PENUH, persen(110)):
        assert zoom_dari(satu.kunci) == satu
    for rusak in ("", "besar", "²", "-5"):
        assert zoom_dari(rusak) == BESAR_BAKU
    assert zoom_dari("99999").persen == 200


def test_steps_go_up_and_down_and_end():
    assert [langkah(p, 1).persen for p in (50, 87.3, 100, 200, 340)] == [60, 90, 110, 200, 200]
    assert [langkah(p, -1).persen for p in (200, 87.3, 50, 12)] == [175, 80, 50, 50]


# --- what is chosen is remembered -------------------------------------------------------------------


def jabatan(nomor: int) -> Jabatan:
    return Jabatan(nomor, 1, nomor, f"Jabatan {nomor}")


def test_a_choice_belongs_to_its_file_and_survives_a_restart(setelan):
    satu = PilihanCetak(setelan, Path("/kantor/satu.iki"))
    semua = [jabatan(1), jabatan(2)]
    assert satu.pilihan(semua) == Pilihan()
    satu.set_bagian("sampul", False)
    satu.set_jabatan([2], False)
    lagi = PilihanCetak(setelan, Path("/kantor/satu.iki"))
    assert lagi.pilihan(semua) == Pilihan(sampul=False, jabatan=frozenset({1}))
    assert PilihanCetak(setelan, Path("/kantor/dua.iki")).pilihan(semua) == Pilihan()
    lagi.set_bagian("sampul", True)
    lagi.set_jabatan([2], True)
    assert PilihanCetak(setelan, Path("/kantor/satu.iki")).pilihan(semua) == Pilihan()


def test_a_post_that_comes_later_is_printed(setelan):
    ingatan = PilihanCetak(setelan, Path("a.iki"))
    ingatan.set_jabatan([1], False)
    assert ingatan.pilihan([jabatan(1), jabatan(9)]).jabatan == frozenset({9})


def test_broken_settings_are_as_good_as_none(setelan):
    ingatan = PilihanCetak(setelan, Path("a.iki"))
    ingatan.set_bagian("iku", False)
    kunci = ingatan._kunci
    setelan.simpan(f"{kunci}/tanpa_bagian", "apa\nini")
    setelan.simpan(f"{kunci}/tanpa_jabatan", "x 3 --")
    assert PilihanCetak(setelan, Path("a.iki")).pilihan([jabatan(3)]) == Pilihan(jabatan=frozenset())


def test_how_a_paper_is_signed_is_remembered(setelan):
    ingatan = PilihanCetak(setelan, Path("a.iki"))
    assert ingatan.pilihan([]) == SEMUA
    ingatan.set_tanda_draf(False)
    ingatan.set_tanda_tangan(CaraTandaTangan.ELEKTRONIK_JANGKAR)
    ingatan.set_jangkar("$")
    dipilih = PilihanCetak(setelan, Path("a.iki")).pilihan([])
    assert dipilih == replace(
        SEMUA, tanda_draf=False, tanda_tangan=CaraTandaTangan.ELEKTRONIK_JANGKAR, jangkar="$"
    )
    ingatan.set_jangkar("")
    setelan.simpan(f"{ingatan._kunci}/tanda_tangan", "cap jempol")
    lagi = PilihanCetak(setelan, Path("a.iki")).pilihan([])
    assert lagi.jangkar == SEMUA.jangkar
    assert lagi.tanda_tangan is CaraTandaTangan.BASAH


# --- ready-made layouts ---------------------------------------------------------------------------

tata_letak = st.builds(
    TataLetak,
    kertas=st.sampled_from([None, *KERTAS]),
    lampiran_mendatar=st.sampled_from([None, True, False]),
    huruf=st.none() | st.text(max_size=20),
    ukuran_huruf=st.none() | st.decimals(6, 24, places=1),
    penomoran=st.none() | st.builds(Penomoran, tugas=st.sampled_from([None, *GAYA_NOMOR])),
    kolom_no=st.sampled_from([None, True, False]),
)


@given(st.lists(st.builds(Pola, st.text(min_size=1, max_size=30), tata_letak), max_size=4))
def test_an_offices_own_layouts_come_back_as_they_were_kept(semua):
    assert pola_dari_teks(ke_teks(semua)) == tuple(semua)


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "{",
        "3",
        "{}",
        "[3]",
        '[{"nama": 3, "tata_letak": {}}]',
        '[{"nama": "a"}]',
        '[{"nama": "", "x": 1}]',
    ],
)
def test_text_that_is_no_layout_is_left_out(teks):
    assert pola_dari_teks(teks) == ()


def test_what_the_exchange_format_does_not_know_is_left_out():
    teks = """[{"nama": "a", "tata_letak": {"kertas": "A3", "huruf": 7, "ukuran_huruf": "99", "kolom_no": 1,
        "penomoran": {"tugas": "I.", "fungsi": "-"}, "tepi": 3}}, {"nama": "b", "tata_letak":
        {"ukuran_huruf": "banyak", "penomoran": 5}}]"""
    satu, dua = pola_dari_teks(teks)
    assert satu.tata_letak == TataLetak(penomoran=Penomoran(fungsi="-"))
    assert dua.tata_letak == TataLetak()


def test_the_standard_keeps_the_offices_paper():
    assert BAKU.terapkan(TataLetak(kertas="A4", kolom_no=False)) == replace(BAKU.tata_letak, kertas="A4")
    assert BAKU.terapkan(None).kertas is None
    biatan = POLA_BAWAAN[1]
    assert biatan.terapkan(TataLetak(kertas="A4")) == biatan.tata_letak


def test_ready_made_layouts_are_what_the_files_of_those_offices_say(sesi_contoh):
    assert sesi_contoh.dokumen_aktif().tata_letak == POLA_BAWAAN[1].tata_letak
    assert len({p.nama for p in POLA_BAWAAN}) == len(POLA_BAWAAN)
    assert all(p.tata_letak.ukuran_huruf in (None, Decimal(12)) for p in POLA_BAWAAN)


# --- typefaces ------------------------------------------------------------------------------------


def test_the_shipped_typeface_is_always_offered():
    semua = daftar_huruf()
    assert "Caladea" in semua
    assert list(semua) == sorted(semua, key=str.casefold)
    assert all(not alasan_ganti(nama) for nama in semua), "what is offered can be used"


def test_a_typeface_that_is_not_there_is_said_to_be_missing():
    assert alasan_ganti(None) == alasan_ganti("  ") == alasan_ganti("cal adea") == ""
    assert alasan_ganti("Huruf Yang Tidak Ada") == "Huruf itu tidak terpasang di komputer ini."
