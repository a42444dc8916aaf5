"""What the person sees, and the log keeps, when the program itself is at fault."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from iki_desktop.ui.gangguan import pasang_penangkap
from iki_desktop.ui.halaman_gangguan import HalamanGangguan

RAHASIA = "<b>NAMA CAMAT</b>"


@pytest.fixture(autouse=True)
def penangkap(aplikasi: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in (sys, threading):
        monkeypatch.setattr(modul, "excepthook", modul.excepthook)
    pasang_penangkap()


def ganggu(teks: str = RAHASIA) -> None:
    """A fault as Python hands it to whoever catches what nobody caught."""
    try:
        raise ZeroDivisionError(teks)
    except ZeroDivisionError as salah:
        sys.excepthook(type(salah), salah, salah.__traceback__)


def di_halaman(perbuatan: Callable[[HalamanGangguan], None]) -> None:
    """Do something as soon as the page stands."""

    def lakukan() -> None:
        halaman = QApplication.activeModalWidget()
        assert isinstance(halaman, HalamanGangguan)
        perbuatan(halaman)

    QTimer.singleShot(0, lakukan)


def lanjutkan(halaman: HalamanGangguan) -> None:
    halaman.tombol_lanjut.click()


def test_the_person_is_told_what_it_means_for_the_data_and_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tampil: list[str] = []

    def lihat(halaman: HalamanGangguan) -> None:
        tampil.extend(label.text() for label in halaman.findChildren(QLabel))
        tampil.append(halaman.uraian())
        assert not halaman.tombol_ulang.isVisible()
        lanjutkan(halaman)

    di_halaman(lihat)
    with caplog.at_level(logging.CRITICAL):
        ganggu()
    assert tampil[0] == "Ada gangguan pada program"
    assert tampil[1].startswith("Data Anda aman.")
    for kata in (tampil[-1], caplog.text):
        assert "ZeroDivisionError" in kata
        assert "test_gangguan.py" in kata
        assert "IKI Desktop" in kata
        assert "CAMAT" not in kata


def test_the_report_is_seen_and_copied_and_the_page_stays() -> None:
    def salin(halaman: HalamanGangguan) -> None:
        assert halaman._rincian.isHidden()
        halaman.tombol_lihat.click()
        assert not halaman._rincian.isHidden()
        halaman.tombol_salin.click()
        assert halaman.isVisible()
        assert halaman.tombol_salin.text() == "Laporan tersalin"
        halaman.tombol_lihat.click()
        lanjutkan(halaman)

    di_halaman(salin)
    ganggu()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_starting_anew_is_offered_where_it_can_be_done() -> None:
    diminta: list[bool] = []
    pasang_penangkap(lambda: diminta.append(True))
    di_halaman(lanjutkan)
    ganggu()
    assert not diminta
    di_halaman(lambda halaman: halaman.tombol_ulang.click())
    ganggu()
    assert diminta == [True]


def test_a_fault_under_the_page_gets_no_page_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    banyak: list[int] = []

    def lagi(halaman: HalamanGangguan) -> None:
        ganggu("division by zero")
        banyak.append(
            sum(isinstance(w, HalamanGangguan) for w in QApplication.topLevelWidgets() if w.isVisible())
        )
        lanjutkan(halaman)

    di_halaman(lagi)
    with caplog.at_level(logging.CRITICAL):
        ganggu("float division by zero")
    assert banyak == [1]
    assert "ZeroDivisionError: float division by zero" in caplog.text
    assert "ZeroDivisionError: division by zero" in caplog.text
    di_halaman(lanjutkan)
    ganggu("modulo by zero")
    assert "ZeroDivisionError: modulo by zero" in caplog.text


def test_a_fault_in_another_thread_is_only_logged(caplog: pytest.LogCaptureFixture) -> None:
    def rusak() -> None:
        raise ZeroDivisionError("integer division by zero")

    utas = threading.Thread(target=rusak)
    with caplog.at_level(logging.CRITICAL):
        utas.start()
        utas.join()
    assert "integer division by zero" in caplog.text
