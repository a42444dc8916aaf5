"""Entries made in one field without leaving it are one step of undo, each on the disk by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iki_desktop.ui.formulir import PanelSusunan
from iki_desktop.ui.formulir.borang import Borang


@pytest.fixture
def kecamatan(sesi_contoh):
    return sesi_contoh.arsip.kecamatan()[0]


@pytest.fixture
def panel(sesi_contoh, kecamatan, qtbot):
    panel = PanelSusunan(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    sesi_contoh.pilih(kecamatan.id)
    return panel


def bidang(panel, kunci):
    borang = next(b for b in panel.halaman().findChildren(Borang) if kunci in b._bidang)
    return borang.bidang(kunci)


def ketik(tempat, teks):
    tempat.setFocus()
    tempat.selectAll()
    QTest.keyClicks(tempat, teks)


def kini(sesi, kecamatan):
    return sesi.arsip[kecamatan.id]


def test_enter_again_and_again_is_one_step_and_three_lines_of_the_journal(
    panel, sesi_contoh, kecamatan, berkas
):
    telepon = bidang(panel, "telepon").baris
    (awal,) = berkas.sambungan_baca.execute("SELECT count(*) FROM jurnal").fetchone()
    for teks in ("1", "12", "123"):
        ketik(telepon, teks)
        QTest.keyClick(telepon, Qt.Key.Key_Return)
        assert kini(sesi_contoh, kecamatan).telepon == teks
    (akhir,) = berkas.sambungan_baca.execute("SELECT count(*) FROM jurnal").fetchone()
    assert akhir - awal == 3
    assert sesi_contoh.workspace.undo_text == "ubah telepon kecamatan “Biatan”"
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan) == kecamatan
    assert sesi_contoh.workspace.undo_text is None
    assert telepon.text() == (kecamatan.telepon or "")
    sesi_contoh.ulangi()
    assert telepon.text() == "123"


def test_coming_back_to_a_field_begins_another_step(panel, sesi_contoh, kecamatan):
    telepon = bidang(panel, "telepon").baris
    ketik(telepon, "1")
    bidang(panel, "surel").baris.setFocus()
    ketik(telepon, "2")
    QTest.keyClick(telepon, Qt.Key.Key_Return)
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan).telepon == "1"
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan) == kecamatan


def test_a_look_at_another_window_does_not_end_the_sitting(panel, sesi_contoh, kecamatan):
    alamat = bidang(panel, "alamat").teks
    for teks in ("Jalan A", "Jalan B"):
        ketik(alamat, teks)
        for jenis in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
            QApplication.sendEvent(alamat, QFocusEvent(jenis, Qt.FocusReason.ActiveWindowFocusReason))
        assert kini(sesi_contoh, kecamatan).alamat == teks
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan) == kecamatan


def test_choices_tried_with_the_arrows_are_one_step(panel, sesi_contoh, kecamatan):
    kotak = bidang(panel, "jenis_daerah").kotak
    kotak.setFocus()
    QTest.keyClick(kotak, Qt.Key.Key_Down)
    assert kini(sesi_contoh, kecamatan).jenis_daerah == "Kota"
    QTest.keyClick(kotak, Qt.Key.Key_Up)
    assert kini(sesi_contoh, kecamatan) == kecamatan
    assert sesi_contoh.workspace.undo_text is None


def test_an_entry_elsewhere_in_between_parts_the_steps(panel, sesi_contoh, kecamatan):
    telepon = bidang(panel, "telepon").baris
    ketik(telepon, "1")
    QTest.keyClick(telepon, Qt.Key.Key_Return)
    sesi_contoh.workspace.ubah(replace(kini(sesi_contoh, kecamatan), surel="kantor@contoh.id"), "surel")
    ketik(telepon, "12")
    QTest.keyClick(telepon, Qt.Key.Key_Return)
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan).telepon == "1"
    sesi_contoh.urungkan()
    assert kini(sesi_contoh, kecamatan) == replace(kecamatan, telepon="1")
