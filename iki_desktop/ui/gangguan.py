"""When the program itself is at fault: log it, say it calmly, and let it be reported.

The data is safe whatever happens here, because every edit was on the disk before it was shown.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QApplication

__all__ = ["pasang_penangkap"]

_log = logging.getLogger("iki_desktop")


def pasang_penangkap(mulai_ulang: Callable[[], None] | None = None) -> None:
    """From now on nothing unforeseen is silent, and nothing closes the window.

    ``mulai_ulang`` closes the file and starts the program anew; without it that is not offered.
    """
    penangkap = _Penangkap(mulai_ulang)
    sys.excepthook = penangkap
    threading.excepthook = penangkap.di_utas


class _Penangkap:
    """Logs every fault, and speaks of one at a time.

    What fails while it is painted fails again under the page that tells of it: a page for each
    would bury the window.
    """

    def __init__(self, mulai_ulang: Callable[[], None] | None) -> None:
        self._mulai_ulang = mulai_ulang
        self._berbicara = False

    def __call__(self, jenis: type[BaseException], salah: BaseException, jejak: TracebackType | None) -> None:
        if issubclass(jenis, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        from iki_desktop.ui.laporan_gangguan import susun_laporan  # noqa: PLC0415  (start-up)

        laporan = susun_laporan(salah.with_traceback(jejak))
        _log.critical("unforeseen: %s", laporan)
        app = QApplication.instance()
        di_jendela = isinstance(app, QApplication) and QThread.currentThread() is app.thread()
        if di_jendela and not self._berbicara:
            self._bicara(laporan)

    def di_utas(self, keterangan: threading.ExceptHookArgs) -> None:
        """The same of a thread that nobody waits for: into the log alone."""
        if keterangan.exc_value is not None:
            self(keterangan.exc_type, keterangan.exc_value, keterangan.exc_traceback)

    def _bicara(self, laporan: str) -> None:
        from iki_desktop.ui.halaman_gangguan import HalamanGangguan  # noqa: PLC0415  (start-up)

        self._berbicara = True
        try:
            halaman = HalamanGangguan(laporan, dapat_mulai_ulang=self._mulai_ulang is not None)
            ulang = halaman.exec() == HalamanGangguan.MULAI_ULANG
            halaman.deleteLater()
        finally:
            self._berbicara = False
        if ulang and self._mulai_ulang is not None:
            self._mulai_ulang()
