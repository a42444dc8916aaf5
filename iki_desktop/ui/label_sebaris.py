"""A label of one line that gives way: it is elided rather than keeping the window wide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from iki_desktop.ui.tampilan import alat_polos

__all__ = ["LabelSebaris"]

_HURUF_TERSEDIKIT = 10


class LabelSebaris(QLabel):
    """Plain text on one line, as wide as it is where there is room; the tooltip has what is cut."""

    def __init__(self, huruf: QFont, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(huruf)

    def minimumSizeHint(self) -> QSize:
        penuh = super().minimumSizeHint()
        sedikit = self.fontMetrics().averageCharWidth() * _HURUF_TERSEDIKIT
        return QSize(min(penuh.width(), sedikit), penuh.height())

    def setText(self, teks: str) -> None:
        """Show a text; line ends count as blanks."""
        super().setText(" ".join(teks.split()))
        self._sebut_utuh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sebut_utuh()

    def _pendek(self) -> str:
        if self.width() >= self.sizeHint().width():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _sebut_utuh(self) -> None:
        terpotong = self._pendek() != self.text()
        self.setToolTip(alat_polos(self.text()) if terpotong else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setPen(self.palette().color(self.foregroundRole()))
        rata = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        pelukis.drawText(self.rect(), rata | Qt.TextFlag.TextSingleLine, self._pendek())
        pelukis.end()
