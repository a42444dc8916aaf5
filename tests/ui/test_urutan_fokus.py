"""Tab goes through everything that can be used, from left to right and from top to bottom."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from iki_desktop import app, layanan, paths
from iki_desktop.ui.bilah_tab import BilahTab
from iki_desktop.ui.pohon.pandangan import PandanganPohon
from iki_desktop.ui.realisasi.view import TabelRealisasi

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    satu.activateWindow()
    qtbot.waitActive(satu)
    satu.buka(path)
    return satu


def terfokus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def telusuri(kunci: Qt.Key, sampai: type[QWidget]) -> list[QWidget]:
    """Where one comes by with this key, until ``sampai``."""
    dilalui = [terfokus()]
    while not isinstance(dilalui[-1], sampai) and len(dilalui) < 40:
        QTest.keyClick(dilalui[-1], kunci)
        dilalui.append(terfokus())
    return dilalui


def test_forward_through_search_tree_and_the_row_above_the_table(jendela):
    lembar = jendela.lembar
    lembar.konteks._tahun.setFocus()
    dilalui = telusuri(Qt.Key.Key_Tab, TabelRealisasi)
    jenis = [type(w) for w in dilalui]
    cari = jenis.index(QLineEdit)
    assert dilalui[cari] is lembar.pohon.pencarian.kolom
    assert jenis.index(QToolButton) < cari < jenis.index(PandanganPohon) < jenis.index(BilahTab)
    tajuk = [w for w in dilalui if w.parentWidget() is lembar.realisasi.tajuk]
    assert len(tajuk) >= 2
    assert all(isinstance(w, QPushButton) for w in tajuk)


def test_back_the_same_way(jendela):
    lembar = jendela.lembar
    lembar.konteks._tahun.setFocus()
    maju = telusuri(Qt.Key.Key_Tab, BilahTab)
    mundur = [maju[-1]]
    while mundur[-1] is not maju[0]:
        QTest.keyClick(mundur[-1], Qt.Key.Key_Backtab)
        mundur.append(terfokus())
    assert mundur == maju[::-1]


def test_a_page_that_is_asked_for_gives_the_focus_to_what_is_used_in_it(jendela):
    lembar = jendela.lembar
    lembar.pohon.setFocus()
    assert isinstance(terfokus(), PandanganPohon)
    lembar.realisasi.setFocus()
    assert isinstance(terfokus(), TabelRealisasi)


def test_the_row_above_the_preview_is_on_the_way(qtbot, jendela):
    lembar = jendela.lembar
    lembar.tampilkan(3)
    kepala = lembar.pratinjau().kepala
    qtbot.waitUntil(lambda: kepala.cetak.isVisible() and kepala.cetak.isEnabled())
    lembar.lembar.tabBar().setFocus()
    assert len([w for w in telusuri(Qt.Key.Key_Tab, PandanganPohon) if kepala.isAncestorOf(w)]) >= 2
