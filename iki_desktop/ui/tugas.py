"""Long work beside the window: it gets frozen values, shows how far it is, and can be stopped."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.progress import Dibatalkan, Progress
from iki_desktop.ui.tampilan import JARAK, label_kecil

__all__ = ["BilahTugas", "Tugas"]

JEDA_KABAR = 0.1
"""Seconds between two reports: a signal for each page would starve the window."""

TENGGANG = 400
"""Milliseconds after which work is worth a progress bar."""

_log = logging.getLogger(__name__)


class Tugas(QObject):
    """One piece of work in a thread of the pool.

    Signals come in the window's thread: ``kabar(selesai, jumlah, pesan)``, then exactly one of
    ``selesai()``, ``gagal(pesan)`` or ``dibatalkan()``.
    """

    kabar = Signal(int, int, str)
    selesai = Signal()
    gagal = Signal(str)
    dibatalkan = Signal()

    def __init__(self, kerja: Callable[[Progress], object], induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._kerja = kerja
        self._batal = threading.Event()
        self._kabar_terakhir = 0.0

    def mulai(self) -> None:
        """Hand the work to the pool."""
        QThreadPool.globalInstance().start(_Pelaksana(self))

    def batalkan(self) -> None:
        """Ask the work to stop at its next report."""
        self._batal.set()

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        """``Progress`` for the worker: throttled, and the place where a stop takes effect."""
        if self._batal.is_set():
            raise Dibatalkan
        kini = time.monotonic()
        if kini - self._kabar_terakhir >= JEDA_KABAR:
            self._kabar_terakhir = kini
            if not self._katakan(self.kabar, selesai, jumlah, pesan):
                raise Dibatalkan

    def laksanakan(self) -> None:
        """Run in the worker's thread; every end is told by a signal."""
        try:
            self._kerja(self)
        except Dibatalkan:
            self._katakan(self.dibatalkan)
        except IkiError as galat:
            self._katakan(self.gagal, str(galat))
        except Exception:
            _log.exception("task failed")
            self._katakan(self.gagal, "Pekerjaan ini terhenti karena gangguan. Coba sekali lagi.")
        else:
            self._katakan(self.selesai)

    def _katakan(self, sinyal: SignalInstance, *isi: object) -> bool:
        """Tell it; ``False`` where the window went with the work's owner and nobody listens any more."""
        try:
            sinyal.emit(*isi)
        except RuntimeError:
            return False
        return True


class _Pelaksana(QRunnable):
    def __init__(self, tugas: Tugas) -> None:
        super().__init__()
        self._tugas = tugas

    @Slot()
    def run(self) -> None:
        self._tugas.laksanakan()


class BilahTugas(QWidget):
    """Bar and "Batal" in the status bar; appears only when the work is not over at once."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._pesan = label_kecil()
        self._pesan.setWordWrap(False)
        self._bilah = QProgressBar()
        self._bilah.setTextVisible(False)
        self._bilah.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        self._bilah.setAccessibleName("Kemajuan pekerjaan")
        self._batal = QPushButton("Batal")
        letak = QHBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK)
        for bagian in (self._pesan, self._bilah, self._batal):
            letak.addWidget(bagian)
        self._tenggang = QTimer(self, singleShot=True, interval=TENGGANG)
        self._tenggang.timeout.connect(self.show)
        self._tugas: Tugas | None = None
        self._batal.clicked.connect(self._batalkan)
        self.hide()

    @property
    def sibuk(self) -> bool:
        """Whether work is going on."""
        return self._tugas is not None

    def jalankan(self, tugas: Tugas, pesan: str) -> None:
        """Start the work and follow it to its end."""
        self._tugas = tugas
        self._pesan.setText(pesan)
        self._bilah.setRange(0, 0)
        self._batal.setEnabled(True)
        tugas.kabar.connect(self._kabar)
        for akhir in (tugas.selesai, tugas.gagal, tugas.dibatalkan):
            akhir.connect(self._usai)
        self._tenggang.start()
        tugas.mulai()

    def _kabar(self, selesai: int, jumlah: int, pesan: str) -> None:
        self._bilah.setRange(0, max(jumlah, 1))
        self._bilah.setValue(selesai)
        if pesan:
            self._pesan.setText(pesan)

    def _batalkan(self) -> None:
        if self._tugas is not None:
            self._batal.setEnabled(False)
            self._pesan.setText("Menghentikan …")
            self._tugas.batalkan()

    def _usai(self) -> None:
        self._tenggang.stop()
        self._tugas = None
        self.hide()
