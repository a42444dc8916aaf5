"""A table whose first column stays in sight when the others are scrolled sideways.

It is painted again over what was scrolled below it: one view, one selection, one set of row
heights, where the usual second table would need everything twice.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from iki_desktop.ui.realisasi.delegasi import Delegasi
from iki_desktop.ui.realisasi.model import ModelRealisasi

__all__ = ["TabelBeku"]


class TabelBeku(QTableView):
    """The grid's view as far as it concerns the frozen column."""

    def __init__(self, model: ModelRealisasi, induk: QWidget | None) -> None:
        super().__init__(induk)
        self._model = model
        self.delegasi = Delegasi(self, model)

    def _lebar_beku(self) -> int:
        return self.columnWidth(0) if self.horizontalScrollBar().value() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.delegasi.mulai_lukis()
        super().paintEvent(event)
        if self._lebar_beku() and self._model.rowCount():
            self._lukis_beku(event.rect())

    def _lukis_beku(self, kotak: QRect) -> None:
        """The words of each row over what was scrolled below them."""
        painter = QPainter(self.viewport())
        opsi = QStyleOptionViewItem()
        self.initViewItemOption(opsi)
        awal = self.rowAt(max(kotak.top(), 0))
        akhir = self.rowAt(kotak.bottom())
        akhir = self._model.rowCount() - 1 if akhir < 0 else akhir
        for nomor in range(max(awal, 0), akhir + 1):
            index = self._model.index(nomor, 0)
            opsi.rect = self.visualRect(index)
            terpilih = self.selectionModel().isSelected(index)
            tanda = QStyle.StateFlag.State_Selected if terpilih else QStyle.StateFlag.State_None
            opsi.state = QStyle.StateFlag.State_Enabled | tanda
            self.delegasi.paint(painter, opsi, index)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.delegasi.ikut_tergulir(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        kotak = super().visualRect(index)
        if index.column() == 0:
            kotak.moveLeft(0)
        return kotak

    def indexAt(self, p: QPoint) -> QModelIndex:
        if 0 <= p.x() < self._lebar_beku():
            return self._model.index(self.rowAt(p.y()), 0)
        return super().indexAt(p)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Into sight, and not behind the frozen column."""
        geser = self.horizontalScrollBar()
        if index.column() == 0:
            tetap = geser.value()
            super().scrollTo(index, hint)
            geser.setValue(tetap)
            return
        super().scrollTo(index, hint)
        kurang = self._lebar_beku() - super().visualRect(index).left()
        if kurang > 0:
            geser.setValue(max(0, geser.value() - kurang))
