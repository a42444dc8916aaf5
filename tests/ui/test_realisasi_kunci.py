"""The state of a quarter at the page "Isi realisasi": done, locked, opened again; what is still empty."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from iki_desktop.core.records import Formulasi, Indikator, StatusIsian
from iki_desktop.ui.dialog.kunci_triwulan import BukaTriwulan, KunciTriwulan
from iki_desktop.ui.tampilan import warna

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_locked_then_typing_is_refused_then_opened_with_a_reason_typing_works(meja):
    f = meja.formulasi(0)
    meja.ketik("45", K.Key_Return)
    ditanya = meja.jawab(KunciTriwulan, lambda d: d.kunci.click())
    meja.panel.kunci_triwulan()
    assert "Masih ada 44 isian kosong" not in ditanya[0].keterangan.text()
    assert ditanya[0].keterangan.text() == "Masih ada 45 isian kosong:", "a pair needs both its numbers"
    assert "Camat: 10 dari 10" in ditanya[0].daftar.toPlainText()
    assert meja.status() is StatusIsian.DIKUNCI
    assert meja.panel.tajuk.status.text() == "Dikunci"
    assert meja.pesan[-1] == "Triwulan I tahun 2026 dikunci."
    meja.kembali()
    meja.ketik("7")
    assert meja.tabel.delegasi.editor is None
    assert "sudah dikunci" in meja.gelembung
    assert "Ctrl+Shift+K" in meja.gelembung
    meja.tekan(K.Key_Down)
    assert meja.gelembung == "", "the sentence leaves with the cell it was about"
    meja.tekan(K.Key_F2)
    assert "sudah dikunci" in meja.gelembung

    def tulis(dialog):
        dialog.accept()
        assert dialog.isVisible(), "no reason yet"
        assert dialog.penolakan.text().startswith("Alasan belum ditulis.")
        QTest.keyClicks(dialog.isian, "Data <b>Capil</b> diralat")
        QTest.keyClick(dialog.isian, K.Key_Return)

    meja.jawab(BukaTriwulan, tulis)
    meja.panel.buka_kembali()
    assert meja.status() is StatusIsian.TERBUKA
    assert meja.sesi.arsip.status_triwulan(meja.dokumen_id, 1).alasan == "Data <b>Capil</b> diralat"
    meja.kembali()
    meja.tabel.tuju(meja.model.index(meja.model.nomor_baris(f.id), 1))
    meja.ketik("46", K.Key_Return)
    assert meja.sesi.arsip.realisasi(f.id, 1).pembilang == Decimal(46)


def test_the_dialog_can_be_left_and_nothing_is_locked(meja):
    meja.jawab(KunciTriwulan, lambda d: d.reject())
    meja.panel.kunci_triwulan()
    assert meja.status() is StatusIsian.TERBUKA
    meja.kunci()
    meja.jawab(BukaTriwulan, lambda d: d.reject())
    meja.panel.buka_kembali()
    assert meja.status() is StatusIsian.DIKUNCI


def test_paste_and_clear_over_a_locked_cell_are_refused_as_a_whole(meja):
    f = meja.formulasi(0)
    meja.ketik("45", K.Key_Return)
    meja.kunci(1)
    meja.sesi.set_periode(None)
    baris = meja.model.nomor_baris(f.id)
    meja.tabel.tuju(meja.model.index(baris, 1))
    QGuiApplication.clipboard().setText("1\t2\t3\t4")
    meja.tekan(K.Key_V, CTRL)
    assert meja.ditolak[-1].startswith("Tidak ada yang ditempel. Triwulan I sudah dikunci.")
    assert meja.sesi.arsip.realisasi(f.id, 2) is None, "not even the part that is open"
    meja.tekan(K.Key_Delete)
    assert meja.ditolak[-1].startswith("Tidak ada yang dikosongkan. Triwulan I sudah dikunci.")
    assert meja.sesi.arsip.realisasi(f.id, 1).pembilang == Decimal(45)
    meja.tabel.tuju(meja.model.index(baris, 3))
    meja.tekan(K.Key_V, CTRL)
    assert meja.sesi.arsip.realisasi(f.id, 2).pembilang == Decimal(1)


def test_a_locked_quarter_looks_read_only_in_the_year_too(meja):
    meja.kunci(2)
    meja.sesi.set_periode(None)
    baris = meja.model.nomor_baris(meja.formulasi(0).id)
    dapat = [
        bool(meja.model.flags(meja.model.index(baris, k)) & Qt.ItemFlag.ItemIsEditable) for k in range(9)
    ]
    assert dapat == [False, True, True, False, False, True, True, True, True]
    judul = meja.model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert judul.startswith("Triwulan II · dikunci")
    assert not meja.panel.tajuk.status.isVisible(), "the columns say it themselves"
    meja.panel.kunci_triwulan()
    assert meja.pesan[-1] == "Pilih dahulu satu triwulan di atas."


def test_f8_passes_over_what_is_locked(meja):
    meja.kunci(1)
    meja.tekan(K.Key_F8)
    assert meja.pesan[-1].startswith("Triwulan I sudah dikunci.")
    meja.sesi.set_periode(None)
    meja.tabel.tuju(meja.model.index(0, 0))
    meja.tekan(K.Key_F8)
    kini = meja.tabel.currentIndex()
    assert meja.model.kunci(kini.row(), kini.column()).triwulan == 2


def test_done_is_a_remark_and_goes_back(meja):
    meja.panel.balik_selesai()
    assert (meja.status(), meja.panel.tajuk.status.text()) == (StatusIsian.SELESAI, "Selesai")
    meja.ketik("45", K.Key_Return)
    assert meja.sesi.arsip.realisasi(meja.formulasi(0).id, 1) is not None
    meja.panel.balik_selesai()
    assert meja.status() is StatusIsian.TERBUKA
    meja.kunci()
    meja.panel.balik_selesai()
    assert meja.pesan[-1] == "Triwulan I tahun 2026 sudah dikunci."
    meja.panel.kunci_triwulan()
    assert meja.pesan[-1] == "Triwulan I tahun 2026 sudah dikunci."


def test_what_is_not_locked_cannot_be_opened(meja):
    meja.panel.buka_kembali()
    assert meja.pesan[-1] == "Triwulan I tahun 2026 tidak dikunci."


@pytest.mark.parametrize(
    "status, langkah",
    [
        (StatusIsian.TERBUKA, ["Tandai selesai", "Kunci triwulan I …\tCtrl+K"]),
        (StatusIsian.SELESAI, ["Tandai selesai", "Kunci triwulan I …\tCtrl+K"]),
        (StatusIsian.DIKUNCI, ["Buka kembali triwulan I …\tCtrl+Shift+K"]),
    ],
)
def test_the_head_offers_the_steps_of_each_state(meja, status, langkah):
    meja.sesi.workspace.set_status(meja.dokumen_id, 1, status)
    tombol = meja.panel.tajuk.status
    menu = tombol.menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == langkah
    assert menu.actions()[0].isChecked() is (status is StatusIsian.SELESAI)
    assert not tombol.icon().isNull()
    assert tombol.accessibleName().endswith(status.value)


def test_the_steps_of_the_head_do_what_they_say(meja):
    menu = meja.panel.tajuk.status.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert meja.status() is StatusIsian.SELESAI
    meja.jawab(KunciTriwulan, lambda d: d.kunci.click())
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert meja.status() is StatusIsian.DIKUNCI


def test_the_list_of_what_is_empty_leads_to_its_rows(meja):
    arsip = meja.sesi.arsip
    jabatan = arsip.jabatan(meja.dokumen_id)[2]
    indikator = next(n for n in arsip.turunan(jabatan.id) if isinstance(n, Indikator))
    from dataclasses import replace

    meja.sesi.workspace.ubah(replace(indikator, penanggung_jawab="Kasi <b>Satu</b>"))
    meja.tekan(K.Key_F7)
    daftar = meja.panel._pencari_kosong.daftar
    assert daftar.isVisible()
    baris = daftar.baris()
    assert ("Camat", "10 dari 10") in baris
    assert ("Kasi <b>Satu</b>", "1 dari 1") in baris
    assert baris[0] == ("Camat", "10 dari 10"), "the longest first"
    tempat = [nama for nama, _ in baris].index("Kasi <b>Satu</b>")
    for _ in range(len(baris)):
        meja.tekan(K.Key_Down)
        kini = daftar.daftar.currentItem()
        if kini.text(0) == baris[tempat][0]:
            break
    meja.tekan(K.Key_Return)
    assert not daftar.isVisible()
    assert meja.sesi.pilihan == indikator.id
    kini = meja.tabel.currentIndex()
    formulasi = arsip.formulasi(indikator.id)[0]
    assert meja.model.kunci(kini.row(), kini.column()).formulasi_id == formulasi.id
    meja.tekan(K.Key_F7)
    meja.tekan(K.Key_Escape)
    assert not daftar.isVisible()


def test_nothing_empty_is_said_instead_of_an_empty_list(meja):
    from iki_desktop.core.formulasi import masukan
    from iki_desktop.core.workspace import IsiSel

    arsip = meja.sesi.arsip
    semua = [n for n in arsip.turunan(meja.dokumen_id) if isinstance(n, Formulasi)]
    meja.sesi.workspace.isi_banyak([IsiSel(f.id, 1, m.kunci, Decimal(1)) for f in semua for m in masukan(f)])
    meja.panel.daftar_kosong()
    assert meja.pesan[-1] == "Semua isian kantor ini sudah terisi."
    ditanya = meja.jawab(KunciTriwulan, lambda d: d.kunci.click())
    meja.panel.kunci_triwulan()
    assert ditanya[0].keterangan.text() == "Semua isian terisi."
    assert ditanya[0].daftar.isHidden()


def warna_di(meja, index) -> set[str]:
    """The colours that a cell is painted with."""
    gambar = meja.tabel.viewport().grab(meja.tabel.visualRect(index)).toImage()
    return {gambar.pixelColor(x, y).name() for x in range(gambar.width()) for y in range(gambar.height())}


def test_a_locked_cell_is_tinted_like_what_is_computed(meja):
    index = meja.index(meja.formulasi(3))
    kertas, terhitung = warna().kertas.name(), warna().terhitung.name()
    meja.tabel.tuju(meja.model.index(0, 0))
    assert kertas in warna_di(meja, index)
    meja.kunci()
    dilukis = warna_di(meja, index)
    assert kertas not in dilukis
    assert terhitung in dilukis


@pytest.mark.parametrize("status", list(StatusIsian))
def test_the_sign_of_a_state_is_painted_at_the_head_of_its_columns(meja, status):
    meja.sesi.workspace.set_status(meja.dokumen_id, 2, status)
    meja.sesi.set_periode(None)
    meja.panel.resize(1600, 620)
    kepala = meja.tabel.horizontalHeader()
    kotak = QRect(kepala.sectionViewportPosition(3), 0, kepala.sectionSize(3), kepala.height() // 2)
    dua = kepala.viewport().grab(kotak).toImage()
    kotak.moveLeft(kepala.sectionViewportPosition(5))
    tiga = kepala.viewport().grab(kotak).toImage()
    assert meja.model.nama_grup(meja.model.kolom[3]).endswith(
        "" if status is StatusIsian.TERBUKA else f" · {status.value}"
    )
    assert (dua == tiga) is False, "the quarters differ by their number, and by their sign"


def test_in_the_year_the_way_to_what_is_empty_stays(meja):
    meja.kunci(1)
    assert meja.panel.tajuk.kosong.isHidden()
    meja.sesi.set_periode(None)
    assert not meja.panel.tajuk.kosong.isHidden()
