"""The button of a quarter, with a small sign in its corner where the quarter is done or locked."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from iki_desktop.core.records import StatusIsian
from iki_desktop.ui.realisasi.tanda_status import lukis_tanda
from iki_desktop.ui.tampilan import JARAK_RAPAT

__all__ = ["TombolTriwulan"]


class TombolTriwulan(QPushButton):
    """The sign takes no room: nothing moves where a quarter is locked.  Its word is for the owner to say."""

    def __init__(self, teks: str) -> None:
        super().__init__(teks)
        self._status = StatusIsian.TERBUKA

    @property
    def status(self) -> StatusIsian:
        """What the sign says."""
        return self._status

    def set_status(self, status: StatusIsian) -> None:
        """Show the sign of a state; an open quarter has none."""
        if status is not self._status:
            self._status = status
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._status is StatusIsian.TERBUKA:
            return
        sisi = self.fontMetrics().height() * 0.62
        painter = QPainter(self)
        kotak = QRectF(self.width() - sisi - JARAK_RAPAT / 2, JARAK_RAPAT / 2, sisi, sisi)
        lukis_tanda(painter, kotak, self._status, self.palette().buttonText().color())
        painter.end()
