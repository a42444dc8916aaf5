"""A person at the keyboard, as a process of its own: enters a whole quarter and waits to be killed.

Run as ``python pengetik.py BERKAS TRIWULAN``.  It opens the real window on the file, uses keys
alone, and after the last one prints what the window shows as entered, a line of JSON: a list of
``[formulasi_id, kunci, text shown]``.  Then it does nothing more, so that nothing is saved by a
clean end.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iki_desktop import app as pintu
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.tampilan import siapkan_aplikasi

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def terfokus() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def tekan(kunci: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(terfokus(), kunci, modifier)


def ketik(teks: str) -> None:
    for huruf in teks:
        QTest.keyClicks(terfokus(), huruf)


def banyak_isian(jendela: Jendela) -> int:
    """How many numbers the office's table asks for."""
    assert jendela.sesi is not None
    arsip = jendela.sesi.arsip
    dokumen = jendela.sesi.dokumen_aktif()
    assert dokumen is not None
    return sum(len(masukan(n)) for n in arsip.turunan(dokumen.id) if isinstance(n, Formulasi))


def angka_ke(nomor: int) -> str:
    """The number typed into the ``nomor``-th cell: no two are the same."""
    return str(nomor) if nomor % 3 == 0 else f"{nomor},5"


def isi_triwulan(jendela: Jendela, triwulan: int) -> None:
    """Ctrl+n for the quarter, the menu for the whole office, Ctrl+Home, then number and Tab."""
    tekan((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)[triwulan - 1], CTRL)
    tekan(Qt.Key.Key_R, CTRL)
    QTest.keyClick(jendela, Qt.Key.Key_R, ALT)
    tekan(Qt.Key.Key_N)
    tekan(Qt.Key.Key_Home, CTRL)
    for nomor in range(1, banyak_isian(jendela) + 1):
        ketik(angka_ke(nomor))
        tekan(Qt.Key.Key_Tab)


def yang_tampil(jendela: Jendela) -> list[list[object]]:
    """What the cells of the grid say, as a person reads them off."""
    assert jendela.lembar is not None
    model = jendela.lembar.realisasi.model
    hasil: list[list[object]] = []
    for nomor in range(model.rowCount()):
        for kolom in range(model.columnCount()):
            kunci = model.kunci(nomor, kolom)
            if kunci is not None and kunci.kunci != "catatan":
                tampil = model.data(model.index(nomor, kolom), Qt.ItemDataRole.DisplayRole)
                hasil.append([kunci.formulasi_id, kunci.kunci, tampil])
    return hasil


def utama(berkas: Path, triwulan: int) -> None:
    app = QApplication(sys.argv[:1])
    bahasa = pasang_bahasa(app)
    siapkan_aplikasi(app)
    jendela = pintu._jendela()
    assert jendela.buka(berkas)
    jendela.show()
    jendela.activateWindow()
    assert QTest.qWaitForWindowActive(jendela)
    isi_triwulan(jendela, triwulan)
    QTest.qWait(1)
    print(json.dumps(yang_tampil(jendela)), flush=True)
    app.exec()
    del bahasa


if __name__ == "__main__":
    utama(Path(sys.argv[1]), int(sys.argv[2]))
