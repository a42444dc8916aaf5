"""One formula for two indicators: entered once, counted twice, and never lost with the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi_bersama import nama_butir
from iki_desktop.core.records import Butir, Centang, Formulasi, JenisFormulasi, Realisasi
from iki_desktop.core.workspace import IsiSel, Workspace
from tests.core.kantor import (
    CAMAT,
    SASARAN_CAMAT,
    SASARAN_SEKRETARIS,
    SEKRETARIS,
    Laci,
    buka_kantor,
    isi_arsip,
    isi_kantor,
    putar_ulang,
)

SUMBER, PEMAKAI, KETIGA = 10010, 10030, 10040


@pytest.fixture
def ws() -> Workspace:
    ruang, _ = buka_kantor()
    ruang.bagikan(PEMAKAI, SUMBER)
    return ruang


def formulasi(ws: Workspace, nomor: int) -> Formulasi:
    node = ws.arsip[nomor]
    assert isinstance(node, Formulasi)
    return node


def test_entries_of_either_are_those_of_both(ws: Workspace) -> None:
    assert ws.hasil_indikator(1003, 1).realisasi == ws.hasil_indikator(1001, 1).realisasi == 100
    ws.set_realisasi(PEMAKAI, 1, "pembilang", Decimal(40))
    assert ws.arsip.realisasi(SUMBER, 1) == ws.arsip.realisasi(PEMAKAI, 1)
    assert ws.hasil_indikator(1001, 1).realisasi == ws.hasil_indikator(1003, 1).realisasi == 40
    assert [r.formulasi_id for r in isi_arsip(ws.arsip) if isinstance(r, Realisasi)].count(PEMAKAI) == 0
    ws.undo()
    assert ws.hasil_indikator(1003, None).realisasi == 100


def test_an_entry_beside_the_shared_one_is_refused(ws: Workspace) -> None:
    with pytest.raises(RuleError, match="memakai isian"):
        ws.terapkan("x", [Change(None, Realisasi(PEMAKAI, 3, Decimal(1)))])


def test_words_change_for_all_that_share(ws: Workspace) -> None:
    ws.bagikan(KETIGA, PEMAKAI)
    assert formulasi(ws, KETIGA).sumber_id == SUMBER
    ws.ubah(replace(formulasi(ws, PEMAKAI), pembilang="Baru", penyebut_tetap=Decimal(14)))
    for nomor in (SUMBER, PEMAKAI, KETIGA):
        assert (formulasi(ws, nomor).pembilang, formulasi(ws, nomor).penyebut_tetap) == ("Baru", Decimal(14))
    assert formulasi(ws, KETIGA).indikator_id == 1004


def test_sharing_drops_its_own_entries_and_undo_brings_them_back(ws: Workspace) -> None:
    sebelum = isi_arsip(ws.arsip)
    ws.bagikan(KETIGA, SUMBER)
    assert ws.hasil_indikator(1004, 2).realisasi is None
    ws.undo()
    assert isi_arsip(ws.arsip) == sebelum


def test_those_that_shared_one_that_now_shares_go_with_it(ws: Workspace) -> None:
    ws.bagikan(SUMBER, KETIGA)
    assert formulasi(ws, PEMAKAI).sumber_id == formulasi(ws, SUMBER).sumber_id == KETIGA
    assert ws.arsip.pemakai(SUMBER) == []


def test_on_its_own_again_it_keeps_a_copy(ws: Workspace) -> None:
    ws.lepaskan(PEMAKAI)
    assert formulasi(ws, PEMAKAI).sumber_id is None
    ws.set_realisasi(SUMBER, 1, "pembilang", Decimal(1))
    assert ws.hasil_indikator(1003, 1).realisasi == 100
    assert ws.lepaskan(PEMAKAI) is None


@pytest.mark.parametrize("pergi", [SUMBER, 1001, SASARAN_CAMAT])
def test_entries_outlive_the_formula_that_kept_them(ws: Workspace, pergi: int) -> None:
    ws.bagikan(KETIGA, SUMBER)
    awal = isi_arsip(ws.arsip)
    ws.hapus(pergi)
    assert ws.hasil_indikator(1003, 1).realisasi == 100
    assert ws.hasil_indikator(1004, 1).realisasi == 100
    assert {formulasi(ws, PEMAKAI).sumber_id, formulasi(ws, KETIGA).sumber_id} == {None, PEMAKAI}
    ws.undo()
    assert isi_arsip(ws.arsip) == awal


def test_what_goes_whole_takes_its_entries_along(ws: Workspace) -> None:
    ws.hapus(CAMAT)
    assert [r for r in isi_arsip(ws.arsip) if isinstance(r, Realisasi) and r.formulasi_id == PEMAKAI] == []
    assert PEMAKAI not in ws.arsip


def test_a_copy_shares_with_the_same_one_and_a_new_year_with_its_own(ws: Workspace) -> None:
    salinan = ws.gandakan(1003)
    (kembar,) = ws.arsip.formulasi(salinan.id)
    assert kembar.sumber_id == SUMBER
    lain = ws.salin_tahun(2, 2027)
    tahun_lain = [f for f in ws.arsip.turunan(lain.id) if isinstance(f, Formulasi)]
    berbagi = [f for f in tahun_lain if f.sumber_id is not None]
    assert len(berbagi) == 2
    assert {f.sumber_id for f in berbagi} <= {f.id for f in tahun_lain}


def test_across_years_nothing_is_shared(ws: Workspace) -> None:
    lain = ws.salin_tahun(2, 2027)
    sasaran = ws.arsip.sasaran(ws.arsip.jabatan(lain.id)[0].id)[0]
    asing = ws.arsip.formulasi(ws.arsip.indikator(sasaran.id)[0].id)[0]
    with pytest.raises(RuleError, match="tahun yang sama"):
        ws.bagikan(KETIGA, asing.id)
    with pytest.raises(RuleError, match="formulasi bersama"):
        ws.pindah(1003, sasaran.id, 0)
    ws.pindah(1004, sasaran.id, 0)
    assert ws.arsip[1004] in ws.arsip.indikator(sasaran.id)


def test_a_formula_shares_neither_with_itself_nor_with_what_is_gone(ws: Workspace) -> None:
    for sumber in (KETIGA, PEMAKAI, 99_999):
        with pytest.raises(RuleError, match="pakai bersama"):
            _dipaksa(ws, KETIGA, sumber)


def test_none_shares_that_keeps_entries_itself_or_for_others(ws: Workspace) -> None:
    lain = ws.tambah(Formulasi(0, 1004, 1, JenisFormulasi.RASIO)).id
    for dipakai in (SUMBER, KETIGA):
        ws.set_realisasi(dipakai, 1, "pembilang", Decimal(1))
        with pytest.raises(RuleError, match="masih dipakai sendiri"):
            _dipaksa(ws, dipakai, lain)
    for triwulan in (1, 2, 3, 4):
        isian = ws.arsip.realisasi(SUMBER, triwulan)
        if isian is not None:
            ws.terapkan("kosongkan", [Change(isian, None)])
    with pytest.raises(RuleError, match="masih dipakai sendiri"):
        _dipaksa(ws, SUMBER, lain)


def _dipaksa(ws: Workspace, pemakai: int, sumber: int) -> None:
    lama = formulasi(ws, pemakai)
    ws.terapkan("x", [Change(lama, replace(lama, sumber_id=sumber))])


def test_a_form_that_is_older_than_the_sharing_does_not_undo_it(ws: Workspace) -> None:
    ws.ubah(replace(formulasi(ws, PEMAKAI), sumber_id=None, teks="kata baru"))
    assert formulasi(ws, PEMAKAI).sumber_id == SUMBER
    ws.ubah(replace(formulasi(ws, KETIGA), sumber_id=SUMBER))
    assert formulasi(ws, KETIGA).sumber_id is None


def test_the_drawer_is_told_the_same(ws: Workspace) -> None:
    laci = Laci(isi_kantor())
    ruang = Workspace(laci, isi_kantor())
    ruang.bagikan(PEMAKAI, SUMBER)
    ruang.pindah(1003, SASARAN_SEKRETARIS, 0)
    ruang.hapus(CAMAT)
    ruang.undo()
    ruang.hapus(SEKRETARIS)
    assert putar_ulang(laci.edits, isi_kantor()) == isi_arsip(ruang.arsip)


# --- checklists ----------------------------------------------------------------------------------

DAFTAR = (Butir("Laporan bulanan"), Butir("Dokumen", (Butir("RKA"), Butir("DPA"))))


def test_only_leaves_are_ticked() -> None:
    assert nama_butir(DAFTAR) == ("Laporan bulanan", "RKA", "DPA")
    assert nama_butir(None) == ()


def test_the_count_is_what_is_ticked_and_a_typed_figure_drops_the_ticks() -> None:
    ws, _ = buka_kantor()
    ws.ubah(replace(formulasi(ws, KETIGA), jenis=JenisFormulasi.JUMLAH, butir=DAFTAR))
    ws.set_centang(KETIGA, 1, [Centang("RKA", date(2026, 1, 5)), Centang("DPA", None, "menyusul")])
    isian = ws.arsip.realisasi(KETIGA, 1)
    assert isian is not None
    assert isian.nilai == 2
    ws.ubah(replace(formulasi(ws, KETIGA), butir=(Butir("Laporan"), Butir("RKA 2026"), Butir("DPA"))))
    isian = ws.arsip.realisasi(KETIGA, 1)
    assert isian is not None
    assert isian.centang == (Centang("RKA 2026", date(2026, 1, 5)), Centang("DPA", None, "menyusul"))
    ws.isi_banyak([IsiSel(KETIGA, 1, "nilai", Decimal(2))])
    assert ws.arsip.realisasi(KETIGA, 1) == isian
    ws.set_realisasi(KETIGA, 1, "nilai", Decimal(3))
    assert ws.arsip.realisasi(KETIGA, 1) == replace(isian, nilai=Decimal(3), centang=None)
    ws.undo()
    ws.set_centang(KETIGA, 1, None)
    assert ws.arsip.realisasi(KETIGA, 1) is None


def test_other_items_than_before_leave_the_ticks_as_they_are() -> None:
    ws, _ = buka_kantor()
    ws.ubah(replace(formulasi(ws, KETIGA), jenis=JenisFormulasi.JUMLAH, butir=DAFTAR))
    ws.set_centang(KETIGA, 1, [Centang("RKA")])
    ws.ubah(replace(formulasi(ws, KETIGA), butir=(*DAFTAR, Butir("baru"))))
    isian = ws.arsip.realisasi(KETIGA, 1)
    assert isian is not None
    assert isian.centang == (Centang("RKA"),)


def test_an_item_that_moves_takes_its_own_tick_along() -> None:
    ws, _ = buka_kantor()
    satu, dua, tiga = Butir("RKA"), Butir("DPA"), Butir("LKPD")
    ws.ubah(replace(formulasi(ws, KETIGA), jenis=JenisFormulasi.JUMLAH, butir=(satu, dua, tiga)))
    ws.set_centang(KETIGA, 1, [Centang("RKA", date(2026, 1, 5))])
    for susunan in ((dua, satu, tiga), (tiga, dua, satu), (dua, Butir("baru"), satu)):
        ws.ubah(replace(formulasi(ws, KETIGA), butir=susunan))
        isian = ws.arsip.realisasi(KETIGA, 1)
        assert isian is not None
        assert isian.centang == (Centang("RKA", date(2026, 1, 5)),)


def test_a_note_beside_a_tick_is_cleaned_as_any_other() -> None:
    ws, _ = buka_kantor()
    ws.ubah(replace(formulasi(ws, KETIGA), jenis=JenisFormulasi.JUMLAH, butir=DAFTAR))
    ws.set_centang(
        KETIGA, 1, [Centang("RKA", None, " satu\x0bdua\x00\ud800 "), Centang("DPA", None, "\x07 ")]
    )
    isian = ws.arsip.realisasi(KETIGA, 1)
    assert isian is not None
    assert isian.centang == (Centang("RKA", None, "satu\ndua"), Centang("DPA"))
