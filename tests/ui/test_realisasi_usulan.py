"""Proposals, formulas that are entered once and stand twice, surveys by unsur, figures up to a quarter."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import (
    Arah,
    Butir,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    StatusIsian,
    Target,
)
from iki_desktop.core.workspace import IsiSel
from iki_desktop.ui.realisasi import pengusul
from iki_desktop.ui.realisasi.kolom import JenisKolom

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def isi_tw1(meja) -> list[Formulasi]:
    """Triwulan I of the first jabatan, entered."""
    arsip = meja.sesi.arsip
    jabatan = arsip.jabatan(meja.dokumen_id)[0]
    semua = [n for n in arsip.turunan(jabatan.id) if isinstance(n, Formulasi) and masukan(n)]
    sel = [
        IsiSel(f.id, 1, m.kunci, Decimal(10 * n + i))
        for n, f in enumerate(semua, 1)
        for i, m in enumerate(masukan(f))
    ]
    meja.sesi.workspace.isi_banyak(sel)
    return semua


@pytest.fixture
def semua(meja) -> list[Formulasi]:
    formulasi = isi_tw1(meja)
    meja.sesi.set_periode(2)
    meja.panel.balik_usulan()
    return formulasi


def test_a_proposal_is_shown_and_nothing_else(meja, semua):
    index = meja.index(semua[0])
    sel = meja.model.sel(index.row(), index.column())
    assert (sel.usulan, sel.teks, sel.salin) == (Decimal(10), "", "")
    assert meja.isian(semua[0], 2) is None
    assert meja.sesi.workspace.hasil(meja.dokumen_id, 2).terisi == 0
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("kosong, usulan 10")
    meja.ke(semua[0])
    meja.tekan(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == ""
    assert (
        meja.panel.pengusul.keterangan.text()
        == "18 usulan dari Triwulan I, tertulis miring. Enter menerima satu."
    )


def test_enter_takes_one_and_goes_on(meja, semua):
    meja.ke(semua[0])
    meja.tekan(K.Key_Return)
    assert meja.isian(semua[0], 2).pembilang == Decimal(10)
    kini = meja.tabel.currentIndex()
    assert meja.model.kunci(kini.row(), kini.column()).formulasi_id == semua[1].id
    meja.tekan(K.Key_Down)
    meja.tekan(K.Key_Tab)
    assert meja.isian(semua[1], 2) is None, "arrows and Tab pass by"
    meja.ke(semua[0])
    meja.tekan(K.Key_Return)
    assert meja.sesi.workspace.undo_text == "terima usulan", "what is entered is not proposed again"
    meja.sesi.urungkan()
    assert meja.isian(semua[0], 2) is None


def test_typing_over_a_proposal_is_an_entry_of_its_own(meja, semua):
    meja.ke(semua[0])
    meja.ketik("7", K.Key_Return)
    assert meja.isian(semua[0], 2).pembilang == Decimal(7)


def test_all_are_taken_as_one_edit(meja, semua):
    meja.panel.terima_usulan()
    assert meja.pesan[-1] == "18 usulan diterima."
    for f in semua:
        satu, dua = meja.isian(f, 1), meja.isian(f, 2)
        assert replace(satu, triwulan=2) == dua
    assert meja.panel.pengusul.terima_semua.isHidden() or meja.model.usulan() == []
    meja.panel.terima_usulan()
    assert meja.pesan[-1] == "Tidak ada usulan untuk diterima di sini."
    meja.sesi.urungkan()
    assert all(meja.isian(f, 2) is None for f in semua)


def test_no_proposals_where_they_make_no_sense(meja, semua):
    meja.sesi.workspace.ubah(replace(semua[3], jenis=JenisFormulasi.JUMLAH, butir=(Butir("a"), Butir("b"))))
    assert semua[3].id not in {k.formulasi_id for k, _ in meja.model.usulan()}, "ticked item by item"
    meja.kunci(2)
    assert meja.model.usulan() == []
    meja.sesi.workspace.set_status(meja.dokumen_id, 2, StatusIsian.TERBUKA, "coba")
    meja.sesi.set_periode(1)
    assert meja.model.usulan() == []
    assert meja.panel.pengusul.isHidden()
    meja.sesi.set_periode(None)
    assert meja.model.usulan() == []
    meja.sesi.set_periode(2)
    meja.panel.balik_usulan()
    index = meja.index(semua[0])
    assert meja.model.sel(index.row(), index.column()).usulan is None


def test_proposals_begin_with_the_second_quarter(meja):
    meja.panel.balik_usulan()
    assert meja.pesan[-1].startswith("Usulan ada mulai triwulan II")
    meja.sesi.set_periode(2)
    assert (
        meja.panel.pengusul.keterangan.text() == "Tidak ada usulan dari Triwulan I untuk isian yang kosong."
    )


def test_of_very_many_rows_the_proposals_are_counted_once_the_entering_pauses(meja, qtbot, monkeypatch):
    isi_tw1(meja)
    meja.sesi.set_periode(2)
    monkeypatch.setattr(pengusul, "_BANYAK_BARIS", 3)
    meja.panel.balik_usulan()
    assert meja.panel.pengusul.isHidden()
    qtbot.waitUntil(lambda: meja.panel.pengusul.keterangan.text().startswith("18 usulan"))
    assert meja.panel.pengusul.isVisible()
    meja.panel.pengusul.segarkan()
    meja.sesi.set_periode(1)
    assert meja.panel.pengusul.isHidden(), "nothing is counted for a quarter that has no earlier one"


def test_the_choice_is_remembered(meja, setelan):
    meja.panel.balik_usulan()
    meja.panel.balik_sampai()
    lama = (meja.model.usulkan, meja.model.sampai)
    meja.panel.ingat(setelan)
    meja.panel.balik_usulan()
    meja.panel.balik_sampai()
    meja.panel.pulihkan(setelan)
    assert (meja.model.usulkan, meja.model.sampai) == lama


# --- one formula in two places ---------------------------------------------------------------------


def test_what_is_shared_is_entered_once_and_named(meja):
    arsip, f = meja.sesi.arsip, meja.formulasi(0)
    lain = next(
        n
        for n in arsip.turunan(arsip.jabatan(meja.dokumen_id)[2].id)
        if isinstance(n, Formulasi) and masukan(n)
    )
    meja.sesi.workspace.bagikan(lain.id, f.id)
    meja.panel.set_seluruh_kantor(True)
    sini, sana = meja.index(f), meja.index(lain)
    meja.ke(lain)
    meja.ketik("8")
    assert meja.model.dipratinjau(sini.row()) or meja.model.dipratinjau(sana.row())
    meja.tekan(K.Key_Return)
    assert meja.isian(f).pembilang == meja.isian(lain).pembilang == Decimal(8)
    assert [meja.model.sel(i.row(), i.column()).teks for i in (sini, sana)] == ["8", "8"]
    uraian = [meja.model.sel(i.row(), 0).bawah for i in (sini, sana)]
    assert uraian[0].startswith("sama dengan “")
    assert uraian[0].endswith(")")
    assert uraian[1].endswith("(Camat)")
    assert "sama dengan" in meja.model.index(sana.row(), 0).data(Qt.ItemDataRole.ToolTipRole)
    meja.ke(lain)
    QGuiApplication.clipboard().setText("9")
    meja.tekan(K.Key_V, CTRL)
    catatan = next(n for n, k in enumerate(meja.model.kolom) if k.jenis is JenisKolom.CATATAN)
    meja.tabel.tuju(meja.model.index(sana.row(), catatan))
    QGuiApplication.clipboard().setText("dari data Capil")
    meja.tekan(K.Key_V, CTRL)
    assert (meja.isian(f).pembilang, meja.isian(f).catatan) == (Decimal(9), "dari data Capil")


def test_f8_asks_once_for_what_stands_twice(meja):
    arsip, f = meja.sesi.arsip, meja.formulasi(1)
    meja.sesi.workspace.bagikan(f.id, meja.formulasi(0).id)
    meja.ke(meja.formulasi(0), 1)
    meja.tekan(K.Key_F8)
    kini = meja.tabel.currentIndex()
    assert meja.model.kunci(kini.row(), kini.column()).formulasi_id == meja.formulasi(2).id
    asal = next(n for n in arsip.turunan(arsip.jabatan(meja.dokumen_id)[2].id) if isinstance(n, Formulasi))
    meja.sesi.workspace.bagikan(f.id, asal.id)
    meja.ke(meja.formulasi(0), 1)
    meja.tekan(K.Key_F8)
    kini = meja.tabel.currentIndex()
    assert meja.model.kunci(kini.row(), kini.column()).formulasi_id == f.id, "its other place is not shown"


# --- surveys ------------------------------------------------------------------------------------------


def test_nine_unsur_by_keyboard_give_a_value_with_its_mutu(meja):
    arsip = meja.sesi.arsip
    f = next(
        n
        for n in arsip.turunan(meja.dokumen_id)
        if isinstance(n, Formulasi) and n.jenis is JenisFormulasi.NILAI
    )
    meja.sesi.workspace.ubah(replace(f, jenis=JenisFormulasi.SKM))
    assert [k.judul for k in meja.model.kolom[3:10]] == [f"U{n}" for n in range(3, 10)]
    meja.ke(f)
    for _ in range(9):
        meja.ketik("3,3", K.Key_Tab)
    meja.ke(f, 4)
    kolom = next(n for n, k in enumerate(meja.model.kolom) if k.jenis is JenisKolom.REALISASI)
    sel = meja.model.sel(meja.index(f).row(), kolom)
    assert (sel.teks, sel.bawah) == ("82,5", "B (Baik)")
    meja.ketik("4,5", K.Key_Return)
    assert "antara 1 dan 4" in meja.gelembung
    meja.tekan(K.Key_Escape)
    meja.tekan(K.Key_Delete)
    assert meja.model.sel(meja.index(f).row(), meja.index(f, 4).column()).petunjuk == "U5"


# --- up to a quarter --------------------------------------------------------------------------------------


def test_figures_up_to_the_quarter_stand_beside_its_own(meja):
    arsip, f = meja.sesi.arsip, meja.formulasi(6)
    indikator = arsip[f.indikator_id]
    assert isinstance(indikator, Indikator)
    assert f.jenis is JenisFormulasi.RASIO
    meja.sesi.workspace.ubah(replace(indikator, target=Target(tahun=Decimal(50)), arah=Arah.NAIK))
    for triwulan, atas in ((1, 10), (2, 30)):
        meja.sesi.workspace.isi_banyak(
            [
                IsiSel(f.id, triwulan, "pembilang", Decimal(atas)),
                IsiSel(f.id, triwulan, "penyebut", Decimal(40)),
            ]
        )
    meja.panel.balik_sampai()
    jenis = [k.jenis for k in meja.model.kolom]
    assert JenisKolom.REALISASI_SAMPAI not in jenis, "in the first quarter they would be the same"
    meja.ke(f, 1)
    meja.sesi.set_periode(2)
    assert meja.tabel.currentIndex() == meja.index(f, 1), "the place stays"
    tempat = {k.jenis: n for n, k in enumerate(meja.model.kolom)}
    baris = meja.index(f).row()
    sel = {j: meja.model.sel(baris, tempat[j]).teks for j in tempat}
    assert sel[JenisKolom.REALISASI] == "75,00"
    assert sel[JenisKolom.REALISASI_SAMPAI] == "50,00"
    assert sel[JenisKolom.CAPAIAN_SAMPAI] == "100,00 %"
    assert meja.model.kolom[tempat[JenisKolom.CAPAIAN_SAMPAI]].grup == "s.d. TW II"
    meja.panel.balik_sampai()
    assert JenisKolom.REALISASI_SAMPAI not in [k.jenis for k in meja.model.kolom]


def test_proposals_and_quiet_second_lines_are_painted(meja, semua):
    """Grey and leaning, they leave ink in a cell in which nothing is entered."""
    index = meja.index(semua[2])
    meja.tabel.tuju(meja.model.index(0, 0))

    def tinta() -> QImage:
        return meja.tabel.viewport().grab(meja.tabel.visualRect(index)).toImage()

    dengan = tinta()
    meja.panel.balik_usulan()
    tanpa = tinta()
    meja.panel.balik_usulan()
    assert dengan == tinta()
    assert dengan != tanpa
    meja.sesi.workspace.bagikan(semua[2].id, semua[0].id)
    uraian = meja.tabel.visualRect(meja.model.index(index.row(), 0))
    bersama = meja.tabel.viewport().grab(uraian).toImage()
    meja.sesi.urungkan()
    assert bersama != meja.tabel.viewport().grab(uraian).toImage()


# --- targets that are ranges, formulas each on its own ----------------------------------------------------


def test_a_range_and_formulas_each_on_its_own_are_shown_at_their_rows(meja):
    arsip, f = meja.sesi.arsip, meja.formulasi(0)
    indikator = arsip[f.indikator_id]
    assert isinstance(indikator, Indikator)
    rentang = Target(tahun=Decimal(70), tahun_sampai=Decimal(80))
    baru = replace(indikator, target=rentang, arah=Arah.NAIK, gabungan=Gabungan.MASING_MASING)
    meja.sesi.workspace.ubah(baru)
    satu, dua, tiga = arsip.formulasi(indikator.id)
    meja.sesi.workspace.ubah(replace(dua, target=Target(tahun=Decimal(50))))
    for formulasi, atas in ((satu, 75), (dua, 25)):
        meja.sesi.workspace.isi_banyak(
            [IsiSel(formulasi.id, 1, k, Decimal(n)) for k, n in (("pembilang", atas), ("penyebut", 100))]
        )
    meja.sesi.workspace.isi_banyak(
        [IsiSel(tiga.id, 1, "pembilang", Decimal(1)), IsiSel(tiga.id, 1, "penyebut", Decimal(0))]
    )
    tempat = {k.jenis: n for n, k in enumerate(meja.model.kolom)}

    def tampil(node_id: int, jenis: JenisKolom) -> str:
        nomor = meja.model.nomor_baris(node_id)
        return meja.model.sel(nomor, tempat[jenis]).teks

    assert [tampil(n.id, JenisKolom.TARGET) for n in (satu, dua)] == ["70–80", "50"]
    assert [tampil(n.id, JenisKolom.CAPAIAN) for n in (satu, dua)] == ["100,00 %", "50,00 %"]
    assert tampil(tiga.id, JenisKolom.KATEGORI) == "penyebut 0"
    assert tampil(indikator.id, JenisKolom.CAPAIAN) == "75,00 %"
