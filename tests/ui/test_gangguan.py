"""What the person sees, and the log keeps, when the program itself is at fault."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from iki_desktop.ui.gangguan import pasang_penangkap


@pytest.fixture(autouse=True)
def penangkap(aplikasi: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    pasang_penangkap()


def ganggu(teks: str = "<b>tak terduga</b>") -> None:
    """A fault as Python hands it to whoever catches what nobody caught."""
    try:
        raise ZeroDivisionError(teks)
    except ZeroDivisionError as salah:
        sys.excepthook(type(salah), salah, salah.__traceback__)


def di_kotak(perbuatan: Callable[[QMessageBox], None]) -> None:
    """Do something as soon as the box stands."""

    def lakukan() -> None:
        kotak = QApplication.activeModalWidget()
        assert isinstance(kotak, QMessageBox)
        perbuatan(kotak)

    QTimer.singleShot(0, lakukan)


def tombol(kotak: QMessageBox, teks: str) -> None:
    next(b for b in kotak.buttons() if b.text() == teks).click()


def test_the_person_is_told_calmly_and_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    tampil: list[str] = []

    def lihat(kotak: QMessageBox) -> None:
        tampil.extend([kotak.text(), kotak.informativeText(), kotak.detailedText()])
        tombol(kotak, "Lanjutkan")

    di_kotak(lihat)
    with caplog.at_level(logging.CRITICAL):
        ganggu()
    assert tampil[0] == "Ada gangguan pada program."
    assert "tetap aman di berkas" in tampil[1]
    assert "ZeroDivisionError: <b>tak terduga</b>" in tampil[2]
    assert "ZeroDivisionError: <b>tak terduga</b>" in caplog.text


def test_the_report_can_be_copied() -> None:
    di_kotak(lambda kotak: tombol(kotak, "Salin laporan"))
    ganggu()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_a_fault_under_the_box_gets_no_box_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    banyak: list[int] = []

    def lagi(kotak: QMessageBox) -> None:
        ganggu("yang kedua")
        banyak.append(
            sum(isinstance(w, QMessageBox) for w in QApplication.topLevelWidgets() if w.isVisible())
        )
        tombol(kotak, "Lanjutkan")

    di_kotak(lagi)
    with caplog.at_level(logging.CRITICAL):
        ganggu("yang pertama")
    assert banyak == [1]
    assert "yang pertama" in caplog.text
    assert "yang kedua" in caplog.text
    di_kotak(lambda kotak: tombol(kotak, "Lanjutkan"))
    ganggu("yang ketiga")
    assert "yang ketiga" in caplog.text


def test_a_fault_in_another_thread_is_only_logged(caplog: pytest.LogCaptureFixture) -> None:
    utas = threading.Thread(target=ganggu, args=("di utas lain",))
    with caplog.at_level(logging.CRITICAL):
        utas.start()
        utas.join()
    assert "di utas lain" in caplog.text
