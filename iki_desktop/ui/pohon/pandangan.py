"""The view of the tree: keys, hints that can be clicked, and editors that keep refused text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QDragMoveEvent, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from iki_desktop.ui.pohon.model import ModelPohon
from iki_desktop.ui.pohon.penyunting import PenyuntingNama
from iki_desktop.ui.pohon.susunan import PETUNJUK
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, pilihan_redup, warna

__all__ = ["PandanganPohon"]

LEBAR_KARTU = 32
"""Characters of the name that is carried along while dragging."""


class PandanganPohon(QTreeView):
    """Shows one column without a heading; ``perintah`` maps keys to deeds."""

    petunjuk_diminta = Signal(object)
    """The step of a hint is wanted; the id of the empty node."""

    def __init__(self, model: ModelPohon, perintah: dict[QKeyCombination, Callable[[], object]]) -> None:
        super().__init__()
        self._model = model
        self._perintah = perintah
        self._di_baris_terpilih = False
        self.setModel(model)
        self.setAccessibleName("Pohon jabatan, sasaran, dan indikator")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(round(self.fontMetrics().averageCharWidth() * 2.2))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.entered.connect(self._tunjuk)
        self.viewportEntered.connect(self._tunjuk_kosong)
        self.clicked.connect(self._klik)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the name along beside the pointer, so that the place of the drop stays in sight."""
        indeks = self.currentIndex()
        seret = QDrag(self)
        seret.setMimeData(self._model.mimeData([indeks]))
        seret.setPixmap(self._kartu(indeks.data()))
        seret.setHotSpot(QPoint(-JARAK_LEBAR, -JARAK))
        seret.exec(Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show no place where there is none: Qt would leave the last one standing."""
        self.setDropIndicatorShown(True)
        super().dragMoveEvent(event)
        self.setDropIndicatorShown(event.isAccepted())
        self.viewport().update()

    def _kartu(self, teks: str) -> QPixmap:
        ukur = self.fontMetrics()
        muat = ukur.elidedText(teks, Qt.TextElideMode.ElideRight, ukur.averageCharWidth() * LEBAR_KARTU)
        ukuran = QSize(ukur.horizontalAdvance(muat) + 2 * JARAK, ukur.height() + JARAK)
        kartu = QPixmap(ukuran * self.devicePixelRatio())
        kartu.setDevicePixelRatio(self.devicePixelRatio())
        kartu.fill(warna().kelompok)
        pelukis = QPainter(kartu)
        pelukis.setFont(self.font())
        pelukis.setPen(self.palette().color(QPalette.ColorRole.Text))
        pelukis.drawText(QRect(QPoint(), ukuran), Qt.AlignmentFlag.AlignCenter, muat)
        pelukis.end()
        return kartu

    def penyunting(self) -> PenyuntingNama | None:
        """The field in which a row is being renamed; a closed one may linger for a moment."""
        semua = self.viewport().findChildren(PenyuntingNama)
        return next((p for p in semua if not p.isHidden()), None)

    def jarak_pilihan(self) -> int | None:
        """How many rows below the top the selected one is seen; ``None`` where it is not."""
        kotak = self.visualRect(self.currentIndex())
        if not kotak.isValid() or not self.viewport().rect().contains(kotak.center()):
            return None
        return kotak.top() // max(1, kotak.height())

    def gulirkan(self, jarak: int | None, nilai: int) -> None:
        """Show the selected row as far below the top as it was; else scroll to where the bar stood."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        if jarak is not None and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
            nilai = self.verticalScrollBar().value() - jarak
        self.verticalScrollBar().setValue(nilai)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kunci = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
        perbuatan = self._perintah.get(kunci)
        if perbuatan is not None:
            perbuatan()
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._petunjuk(self.currentIndex()):
            self._klik(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The arrow; on the selected row in the colour of its text, or it would hardly be seen."""
        self._di_baris_terpilih = self.selectionModel().isSelected(index)
        super().drawBranches(painter, rect, index)
        self._di_baris_terpilih = False

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Without the focus the selection steps back: one sees where the keys go."""
        super().initViewItemOption(option)
        if not self.hasFocus():
            option.palette.setColor(QPalette.ColorRole.Highlight, pilihan_redup())
            option.palette.setColor(QPalette.ColorRole.HighlightedText, option.palette.text().color())
        if self._di_baris_terpilih:
            tinta = option.palette.color(QPalette.ColorRole.HighlightedText)
            for peran in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
                option.palette.setColor(peran, tinta)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        ditinggalkan = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, PenyuntingNama) and editor.tertolak and not ditinggalkan:
            return
        super().closeEditor(editor, hint)

    def _petunjuk(self, indeks: QModelIndex) -> bool:
        return self._model.id_dari(indeks) >= PETUNJUK

    def _tunjuk(self, indeks: QModelIndex) -> None:
        if self._petunjuk(indeks):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _tunjuk_kosong(self) -> None:
        self.viewport().unsetCursor()

    def _klik(self, indeks: QModelIndex) -> None:
        if self._petunjuk(indeks):
            self.petunjuk_diminta.emit(self._model.id_dari(indeks) - PETUNJUK)
