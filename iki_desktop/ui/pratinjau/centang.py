"""Boxes for ticks whose edge is seen also in the dark, where the style draws hardly any."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from iki_desktop.ui.tampilan import warna

__all__ = ["KotakCentang", "bingkai_centang"]


def bingkai_centang(pelukis: QPainter, kotak: QRect) -> None:
    """Draw the edge of a box for a tick."""
    pelukis.save()
    pelukis.setPen(QPen(warna().redup, 1))
    pelukis.drawRect(QRectF(kotak).adjusted(0.5, 0.5, -0.5, -0.5))
    pelukis.restore()


class KotakCentang(QCheckBox):
    """A tick with its words."""

    def paintEvent(self, e: QPaintEvent) -> None:
        """As the style paints it, with an edge."""
        super().paintEvent(e)
        pilihan = QStyleOptionButton()
        self.initStyleOption(pilihan)
        pelukis = QPainter(self)
        bagian = QStyle.SubElement.SE_CheckBoxIndicator
        bingkai_centang(pelukis, self.style().subElementRect(bagian, pilihan, self))
        pelukis.end()
