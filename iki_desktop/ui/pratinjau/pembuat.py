"""Makes prints while the office is being edited: a burst becomes one, a newer one stops the older."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from iki_desktop.core.progress import Progress
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.pilihan import Pilihan
from iki_desktop.ui.pratinjau.hasil import Hasil, buat_hasil
from iki_desktop.ui.tugas import Tugas

__all__ = ["JEDA_KUMPUL", "Pekerjaan", "Pembuat", "Pesanan"]

JEDA_KUMPUL = 200
"""Milliseconds from the first edit of a burst to the work for all of them.

The clock is not set anew by each edit: who types without a pause sees the paper follow all the same.
"""

Pesanan = tuple[Snapshot, Pilihan]
"""What is to be printed: the document as it is now, and the parts of it."""

T = TypeVar("T")


class Pekerjaan(Tugas, Generic[T]):
    """Work in a thread that hands something back; ``hasil`` is there once ``selesai`` is told."""

    def __init__(self, kerja: Callable[[Progress], T]) -> None:
        super().__init__(self._laksanakan)
        self._isi = kerja
        self.hasil: T | None = None

    def _laksanakan(self, progress: Progress) -> None:
        self.hasil = self._isi(progress)


class Pembuat(QObject):
    """Asks ``pesanan`` for what is to be made when it is time, so that nothing is copied in vain.

    Signals
    -------
    jadi(Hasil)
        a print is ready, and it is of the newest state.
    gagal(str)
        it could not be made.
    sibuk(bool)
        whether work is going on.
    """

    jadi = Signal(object)
    gagal = Signal(str)
    sibuk = Signal(bool)

    def __init__(self, pesanan: Callable[[], Pesanan | None], induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._pesanan = pesanan
        self._dikerjakan: Pesanan | None = None
        self._tugas: Pekerjaan[Hasil] | None = None
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_KUMPUL)
        self._jeda.timeout.connect(self._mulai)

    def minta(self, *, segera: bool = False) -> None:
        """What is printed may have changed: make it anew soon, or at once."""
        if segera:
            self._jeda.stop()
            self._mulai()
        elif not self._jeda.isActive():
            self._jeda.start()

    def menunggu(self) -> bool:
        """Whether a print is asked for or being made."""
        return self._jeda.isActive() or self._tugas is not None

    def hentikan(self) -> None:
        """Make nothing more until asked again."""
        self._jeda.stop()
        if self._tugas is not None:
            self._tugas.batalkan()
            self._tugas = None
            self._dikerjakan = None
            self.sibuk.emit(False)

    def lupakan(self) -> None:
        """What was made is no longer shown: make it again when asked, even if nothing has changed."""
        self.hentikan()
        self._dikerjakan = None

    def _mulai(self) -> None:
        pesanan = self._pesanan()
        if pesanan is not None and pesanan == self._dikerjakan:
            return
        self.hentikan()
        self._dikerjakan = pesanan
        if pesanan is None:
            return
        snapshot, pilihan = pesanan
        tugas = Pekerjaan(lambda progress: buat_hasil(snapshot, pilihan, progress))
        tugas.selesai.connect(self._selesai)
        tugas.gagal.connect(self._gagal)
        self._tugas = tugas
        self.sibuk.emit(True)
        tugas.mulai()

    def _selesai(self) -> None:
        """Told also by work that was stopped too late; only the newest counts."""
        tugas = self._tugas
        if tugas is not None and self.sender() is tugas and tugas.hasil is not None:
            self._usai()
            self.jadi.emit(tugas.hasil)

    def _gagal(self, pesan: str) -> None:
        if self._tugas is not None and self.sender() is self._tugas:
            self._usai()
            self._dikerjakan = None
            self.gagal.emit(pesan)

    def _usai(self) -> None:
        self._tugas = None
        self.sibuk.emit(False)
