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
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, label_kecil, label_polos

__all__ = ["HalamanGangguan", "pasang_penangkap"]

_log = logging.getLogger("iki_desktop")

_LEBAR = 100
"""Width of the page in letters."""
_AMAN = "Data Anda aman. Semua isian yang sudah tampil sudah ada di berkas."
_LANGKAH = "Anda dapat melanjutkan. Bila tampilan terasa janggal, mulai ulang program."
_LAPORAN = (
    "Bila terulang, salin laporan dan kirimkan kepada pengelola program. "
    "Laporan memuat versi program dan letak gangguan, tanpa isi berkas Anda."
)


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
        self._berbicara = True
        try:
            halaman = HalamanGangguan(laporan, dapat_mulai_ulang=self._mulai_ulang is not None)
            ulang = halaman.exec() == HalamanGangguan.MULAI_ULANG
            halaman.deleteLater()
        finally:
            self._berbicara = False
        if ulang and self._mulai_ulang is not None:
            self._mulai_ulang()


class HalamanGangguan(QDialog):
    """What it means for the data, and three steps: go on, start anew, report it."""

    MULAI_ULANG = 2
    """Result of ``exec`` where the program shall start anew."""

    def __init__(self, laporan: str, *, dapat_mulai_ulang: bool) -> None:
        super().__init__()
        self.setWindowTitle("IKI Desktop")
        self._rincian = QPlainTextEdit(laporan)
        self._rincian.setReadOnly(True)
        self._rincian.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rincian.setAccessibleName("Laporan gangguan")
        self._rincian.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._rincian.hide()
        self.tombol_lihat = QPushButton("&Lihat laporan")
        self.tombol_salin = QPushButton("&Salin laporan")
        self.tombol_ulang = QPushButton("&Mulai ulang")
        self.tombol_lanjut = QPushButton("L&anjutkan")
        self.tombol_lihat.clicked.connect(self._bentangkan)
        self.tombol_salin.clicked.connect(self._salin)
        self.tombol_ulang.clicked.connect(lambda: self.done(self.MULAI_ULANG))
        self.tombol_lanjut.clicked.connect(self.reject)
        self.tombol_ulang.setVisible(dapat_mulai_ulang)
        self._susun()

    def _susun(self) -> None:
        judul = label_polos("Ada gangguan pada program")
        judul.setFont(huruf_judul())
        letak = QVBoxLayout(self)
        letak.setContentsMargins(*(JARAK_LEBAR + JARAK,) * 4)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(judul)
        for bagian in (label_polos(_AMAN), label_polos(_LANGKAH), label_kecil(_LAPORAN)):
            letak.addWidget(bagian)
        letak.addWidget(self._rincian, 1)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        for tombol in (self.tombol_lihat, self.tombol_salin, self.tombol_ulang, self.tombol_lanjut):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.insertStretch(2, 1)
        letak.addLayout(baris)
        self.tombol_lanjut.setDefault(True)
        self.tombol_lanjut.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEBAR)

    def uraian(self) -> str:
        """The report, as it is shown and copied."""
        return self._rincian.toPlainText()

    def _bentangkan(self) -> None:
        tampak = self._rincian.isHidden()
        self._rincian.setVisible(tampak)
        self.tombol_lihat.setText("&Tutup laporan" if tampak else "&Lihat laporan")
        ukuran = self.sizeHint()
        if tampak:
            ukuran.setHeight(ukuran.height() + self.fontMetrics().lineSpacing() * 8)
        self.resize(ukuran.boundedTo(self.screen().availableSize()))

    def _salin(self) -> None:
        QGuiApplication.clipboard().setText(self.uraian())
        self.tombol_salin.setText("Laporan tersalin")
