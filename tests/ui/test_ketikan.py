"""The fields of a form: undo and redo are theirs as long as they have something of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iki_desktop.ui.formulir.ketikan import BarisTeks, TeksTumbuh


def _isi(kotak: BarisTeks | TeksTumbuh) -> str:
    return kotak.text() if isinstance(kotak, BarisTeks) else kotak.teks()


@pytest.mark.parametrize("jenis", [BarisTeks, TeksTumbuh])
def test_redo_is_the_fields_own_until_nothing_is_left(qtbot, aplikasi, jenis):
    kotak, dari_menu = jenis(), []
    wadah = QWidget()
    qtbot.addWidget(wadah)
    QVBoxLayout(wadah).addWidget(kotak)
    ulangi = QAction(wadah)
    ulangi.setShortcut("Ctrl+Y")
    ulangi.triggered.connect(lambda: dari_menu.append(_isi(kotak)))
    wadah.addAction(ulangi)
    wadah.show()
    kotak.setFocus()
    qtbot.waitUntil(kotak.hasFocus)
    QTest.keyClicks(kotak, "kegiatan")
    QTest.keyClick(kotak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _isi(kotak) == ""
    QTest.keyClick(kotak, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert _isi(kotak) == "kegiatan"
    assert not dari_menu
    QTest.keyClick(kotak, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dari_menu == ["kegiatan"], "then it is the menu's"
