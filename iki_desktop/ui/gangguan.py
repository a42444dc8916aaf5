"""When the program itself is at fault: log it, say it calmly, and let it be reported.

The data is safe whatever happens here, because every edit was on the disk before it was shown.
"""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

__all__ = ["pasang_penangkap"]

_log = logging.getLogger("iki_desktop")


def pasang_penangkap() -> None:
    """From now on nothing unforeseen is silent, and nothing closes the window."""
    sys.excepthook = _Penangkap()


class _Penangkap:
    """Logs every fault, and speaks of one at a time.

    What fails while it is painted fails again under the box that tells of it: a box for each would
    bury the window.
    """

    def __init__(self) -> None:
        self._berbicara = False

    def __call__(self, jenis: type[BaseException], salah: BaseException, jejak: TracebackType | None) -> None:
        if issubclass(jenis, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        rincian = "".join(traceback.format_exception(jenis, salah, jejak))
        _log.critical("unforeseen: %s", rincian)
        app = QApplication.instance()
        di_jendela = isinstance(app, QApplication) and QThread.currentThread() is app.thread()
        if di_jendela and not self._berbicara:
            self._bicara(rincian)

    def _bicara(self, rincian: str) -> None:
        self._berbicara = True
        try:
            _kotak(rincian).exec()
        finally:
            self._berbicara = False


def _kotak(rincian: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  (start-up)

    kotak = QMessageBox()
    kotak.setTextFormat(Qt.TextFormat.PlainText)
    kotak.setIcon(QMessageBox.Icon.Warning)
    kotak.setWindowTitle("IKI Desktop")
    kotak.setText("Ada gangguan pada program.")
    kotak.setInformativeText(
        "Isian yang sudah tampil tetap aman di berkas. Anda dapat melanjutkan.\n"
        "Bila terulang, salin laporan ini dan kirimkan kepada pengelola program."
    )
    kotak.setDetailedText(rincian)
    salin = kotak.addButton("Salin laporan", QMessageBox.ButtonRole.ActionRole)
    salin.clicked.connect(lambda: QGuiApplication.clipboard().setText(rincian))
    kotak.addButton("Lanjutkan", QMessageBox.ButtonRole.AcceptRole)
    return kotak
