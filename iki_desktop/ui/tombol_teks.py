"""A quiet button of words, for steps that are at hand but not in the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from iki_desktop.ui.tampilan import warna

__all__ = ["TombolTeks"]

_TEBAL = 2.0


class TombolTeks(QPushButton):
    """A button without a frame, but for the one that shows that it has the focus.

    The style draws no focus around a button without a frame.
    """

    def __init__(self, teks: str = "", induk: QWidget | None = None) -> None:
        super().__init__(teks, induk)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setPen(QPen(warna().aksen, _TEBAL))
        tepi = _TEBAL / 2
        pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(tepi, tepi, -tepi, -tepi), 3, 3)
        pelukis.end()
