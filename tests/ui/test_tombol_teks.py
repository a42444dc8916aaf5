"""The quiet button: without a frame until it has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iki_desktop.ui.tampilan import warna
from iki_desktop.ui.tombol_teks import TombolTeks


def _berbingkai(tombol: TombolTeks) -> bool:
    gambar = tombol.grab().toImage()
    return gambar.pixelColor(gambar.width() // 2, 0) == warna().aksen


def test_the_focus_is_seen(qtbot, aplikasi):
    wadah = QWidget()
    qtbot.addWidget(wadah)
    letak = QVBoxLayout(wadah)
    lain, tombol = QLineEdit(), TombolTeks("Hapus")
    letak.addWidget(lain)
    letak.addWidget(tombol)
    wadah.show()
    wadah.activateWindow()
    lain.setFocus()
    qtbot.waitUntil(lain.hasFocus)
    assert not _berbingkai(tombol)
    tombol.setFocus()
    qtbot.waitUntil(tombol.hasFocus)
    assert _berbingkai(tombol)
