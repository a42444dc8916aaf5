"""Below the grid: what the current cell is about, and when it is asked for, all that belongs to its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.rincian import Rincian
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi

if TYPE_CHECKING:
    from iki_desktop.ui.rincian import RincianIsian

__all__ = ["BagianBawah"]

_BARIS_LAPANG = 30
"""Lines of text: on a lower page there is no room for both the explanation and the entry's details."""


class BagianBawah(QWidget):
    """The strip that explains, and below it the details, made when they are first asked for."""

    def __init__(self, sesi: Sesi, tabel: TabelRealisasi, model: ModelRealisasi) -> None:
        super().__init__()
        self._sesi, self._tabel, self._model = sesi, tabel, model
        self.strip = Rincian(model)
        self.strip.tombol.clicked.connect(self.balik)
        self.isian: RincianIsian | None = None
        self._letak = QVBoxLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setSpacing(0)
        self._letak.addWidget(self.strip)

    @property
    def terbuka(self) -> bool:
        """Whether the details are shown."""
        return self.isian is not None and not self.isian.isHidden()

    def buka(self) -> RincianIsian:
        """Show the details of the current entry."""
        if self.isian is None:
            # Its fields are those of the forms, which an entry of numbers does not need.
            from iki_desktop.ui.rincian import RincianIsian  # noqa: PLC0415  (start-up)

            self.isian = RincianIsian(self._sesi)
            self.isian.kembali.connect(self._tabel.setFocus)
            self._letak.addWidget(self.isian)
        self.isian.show()
        # The grid is lower now: its current cell must not be left out of sight.
        QTimer.singleShot(0, self._tabel, lambda: self._tabel.scrollTo(self._tabel.currentIndex()))
        self._tandai()
        self._segarkan_isian()
        return self.isian

    def balik(self) -> None:
        """Show the details, or hide them."""
        if self.isian is None or self.isian.isHidden():
            self.buka()
        elif self.isian.simpan():
            self.isian.hide()
            self._tabel.setFocus()
        self._tandai()

    def simpan(self) -> bool:
        """Save what is still being typed there; ``False`` where something is refused."""
        return self.isian is None or self.isian.simpan()

    def segarkan(self) -> None:
        """Speak of the cell that is current now."""
        kini = self._tabel.currentIndex()
        if kini.isValid():
            nomor, kolom = kini.row(), kini.column()
            kunci = self._model.kunci(nomor, kolom)
            self.strip.tampilkan(self._model.baris(nomor), self._model.kolom[kolom], kunci)
        else:
            self.strip.tampilkan(None, None, None)
        self._segarkan_isian()

    def _segarkan_isian(self) -> None:
        if self.isian is None or self.isian.isHidden():
            return
        from iki_desktop.ui.rincian.tempat import Tempat  # noqa: PLC0415  (start-up)

        kini = self._tabel.currentIndex()
        kunci = self._model.kunci_baris(kini.row(), kini.column()) if kini.isValid() else None
        self.isian.tampilkan(Tempat(*kunci) if kunci else None)

    def _tandai(self) -> None:
        halaman = self.parentWidget() or self
        sempit = halaman.height() < self.fontMetrics().lineSpacing() * _BARIS_LAPANG
        self.strip.tandai(terbuka=self.terbuka, sempit=sempit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tandai()
