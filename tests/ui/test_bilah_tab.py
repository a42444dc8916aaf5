"""The letters on the tabs are whole."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTabWidget

from iki_desktop.ui.bilah_tab import BilahTab
from iki_desktop.ui.tampilan import siapkan_aplikasi


def _baris_bertinta(gambar: QImage, kiri: int, kanan: int) -> int:
    """How many rows of the picture hold something dark."""
    baris = range(gambar.height())
    return sum(any(gambar.pixelColor(x, y).lightness() < 110 for x in range(kiri, kanan)) for y in baris)


def test_a_tab_behind_shows_its_letters_as_high_as_the_one_in_front(aplikasi, qtbot):
    siapkan_aplikasi(aplikasi)
    lembar = QTabWidget()
    lembar.setTabBar(BilahTab())
    lembar.setDocumentMode(True)
    for nama in ("gjpqy", "Lain"):
        lembar.addTab(QTabWidget(), nama)
    qtbot.addWidget(lembar)
    lembar.resize(400, 200)
    lembar.show()
    bilah = lembar.tabBar()
    tinggi = []
    for depan in (0, 1):
        lembar.setCurrentIndex(depan)
        kotak = bilah.tabRect(0)
        gambar = bilah.grab().toImage()
        tinggi.append(_baris_bertinta(gambar, kotak.left() + 8, kotak.right() - 8))
    assert tinggi[0] > 0
    assert tinggi[1] == tinggi[0]
