"""The table of IKU as a small spreadsheet: keys, the open cell, widths and heights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from iki_desktop.ui.formulir.ketikan import TeksTumbuh, perlihatkan
from iki_desktop.ui.formulir.model_iku import JUDUL, ModelIku
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_tebal, warna

__all__ = ["TabelIku"]

Indeks = QModelIndex | QPersistentModelIndex

_BARIS_TERBANYAK = 12
"""Lines of text that a row shows; the open cell shows all."""

_PORSI = {"tujuan": 3, "sasaran": 3, "indikator": 3, "formulasi": 4, "target": 1}
_PORSI_LAIN = 2
_HURUF_PER_PORSI = 5
"""Least width of a share, in letters."""

_KEPEKATAN_PILIHAN = 40
"""Of 255: how much a selected cell is tinted."""

_MASUK = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PETUNJUK_BARU = "Baris baru"


class _Penyunting(TeksTumbuh):
    """The open cell: Enter goes down, Tab to the right, Shift+Enter makes a line."""

    def __init__(self, induk: QWidget, letakkan: Callable[[QWidget], object]) -> None:
        super().__init__(1, induk)
        self.terisi = False
        self._letakkan = letakkan
        self.document().documentLayout().documentSizeChanged.connect(self._sesuaikan)
        self.document().setDocumentMargin(JARAK_RAPAT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def _sesuaikan(self) -> None:
        self._letakkan(self)


class _Sel(QStyledItemDelegate):
    """Paints the cells and opens them."""

    def __init__(self, tabel: TabelIku) -> None:
        super().__init__(tabel)
        self._tabel = tabel

    # --- the open cell ---------------------------------------------------------------------

    def createEditor(self, induk: QWidget, _option: QStyleOptionViewItem, index: Indeks) -> QWidget:
        tempat = QPersistentModelIndex(self._tabel.isi.index(index.row(), index.column()))
        penyunting = _Penyunting(induk, lambda satu: self._letakkan(satu, tempat))
        judul = self._tabel.isi.teks(JUDUL, index.column())
        penyunting.setAccessibleName(judul if index.row() else f"Judul kolom {judul}")
        return penyunting

    def setEditorData(self, penyunting: QWidget, index: Indeks) -> None:
        """Only once: an edit elsewhere does not wipe what is being typed."""
        assert isinstance(penyunting, _Penyunting)
        if not penyunting.terisi:
            penyunting.pasang(str(index.data(Qt.ItemDataRole.EditRole)))
            penyunting.selectAll()
            penyunting.terisi = True

    def setModelData(self, penyunting: QWidget, model: QAbstractItemModel, index: Indeks) -> None:
        assert isinstance(penyunting, _Penyunting)
        if penyunting.teks() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(model.index(index.row(), index.column()), penyunting.teks())

    def updateEditorGeometry(self, penyunting: QWidget, _option: QStyleOptionViewItem, index: Indeks) -> None:
        self._letakkan(penyunting, QPersistentModelIndex(self._tabel.isi.index(index.row(), index.column())))

    def _letakkan(self, penyunting: QWidget, tempat: QPersistentModelIndex) -> None:
        """As high as its text, but never beyond the table."""
        if not tempat.isValid():
            return
        sel = self._tabel.visualRect(self._tabel.isi.index(tempat.row(), tempat.column()))
        batas = max(sel.height(), self._tabel.viewport().height() - sel.top())
        sel.setHeight(min(max(sel.height(), penyunting.sizeHint().height()), batas))
        penyunting.setGeometry(sel)

    def eventFilter(self, penyunting: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            assert isinstance(penyunting, _Penyunting)
            geser = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _MASUK and not geser:
                self._tutup(penyunting, self._tabel.turun)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                arah = -1 if event.key() == Qt.Key.Key_Backtab else 1
                self._tutup(penyunting, lambda: self._tabel.maju(arah))
                return True
            if event.key() in _MASUK:
                return False  # the default would take it for the end of typing
        return super().eventFilter(penyunting, event)

    def _tutup(self, penyunting: _Penyunting, lalu: Callable[[], object]) -> None:
        self.commitData.emit(penyunting)
        self.closeEditor.emit(penyunting, QAbstractItemDelegate.EndEditHint.NoHint)
        lalu()

    # --- painting --------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Indeks) -> QSize:
        gaya: Any = option
        gaya.rect = gaya.rect.adjusted(JARAK_RAPAT, 0, -JARAK_RAPAT, 0)
        ukuran = super().sizeHint(option, index)
        tertinggi = self._tabel.fontMetrics().lineSpacing() * _BARIS_TERBANYAK
        return QSize(ukuran.width(), min(ukuran.height(), tertinggi) + 2 * JARAK)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Indeks) -> None:
        super().initStyleOption(option, index)
        gaya: Any = option  # its fields are missing in the stubs
        gaya.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        palet = gaya.palette
        if index.row() == JUDUL:
            gaya.font = huruf_tebal()
        if index.row() == self._tabel.isi.baris_baru and not gaya.text and index.column() == 0:
            gaya.text = _PETUNJUK_BARU
            palet.setColor(palet.ColorRole.Text, warna().redup)
            gaya.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        gaya.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        gaya.palette = palet

    def paint(self, pelukis: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        gaya: Any = option
        sel, w = QRect(gaya.rect), warna()
        if index.row() == JUDUL:
            pelukis.fillRect(sel, w.kelompok)
        elif self._tabel.isi.alasan(index.row(), index.column()):
            pelukis.fillRect(sel, w.latar_salah)
        gaya.rect = sel.adjusted(JARAK_RAPAT, JARAK, -JARAK_RAPAT, -JARAK_RAPAT)
        super().paint(pelukis, option, index)
        if index == self._tabel.currentIndex():
            pelukis.save()
            pelukis.setPen(QPen(w.aksen if self._tabel.hasFocus() else w.redup, 2))
            pelukis.drawRect(sel.adjusted(1, 1, -1, -1))
            pelukis.restore()


class TabelIku(QTableView):
    """The table; ``perintah`` says which keys do what beyond moving and typing."""

    def __init__(self, isi: ModelIku, perintah: dict[QKeyCombination, Callable[[], object]]) -> None:
        super().__init__()
        self.isi = isi
        self._perintah = perintah
        self._lewat = False
        self.setModel(isi)
        self.setAccessibleName("Tabel IKU")
        self.setItemDelegate(_Sel(self))
        self.setStyleSheet("QTableView { gridline-color: palette(mid); }")
        self._warnai()
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().lineSpacing() + JARAK)
        isi.modelReset.connect(self._ukur)
        for isyarat in (isi.rowsInserted, isi.rowsRemoved, isi.dataChanged):
            isyarat.connect(lambda *_: self._ukur_tinggi())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._warnai()

    def _warnai(self) -> None:
        """Selected cells are tinted, and their text stays as it is."""
        palet = self.palette()
        pilihan = QColor(warna().aksen)
        pilihan.setAlpha(_KEPEKATAN_PILIHAN)
        if palet.color(QPalette.ColorRole.Highlight) != pilihan:
            palet.setColor(QPalette.ColorRole.Highlight, pilihan)
            palet.setColor(QPalette.ColorRole.HighlightedText, palet.color(QPalette.ColorRole.Text))
            self.setPalette(palet)

    # --- sizes -----------------------------------------------------------------------------

    def _ukur(self) -> None:
        """Share the width out; where it is too little, the table scrolls sideways."""
        porsi = [_PORSI.get(k.bidang, _PORSI_LAIN) for k in self.isi.kolom]
        huruf = self.fontMetrics().averageCharWidth() * _HURUF_PER_PORSI
        satuan = max(huruf, self.viewport().width() / max(1, sum(porsi)))
        for nomor, bagian in enumerate(porsi):
            kata = max(self.isi.teks(JUDUL, nomor).split() or [""], key=len)
            terkecil = QFontMetrics(huruf_tebal()).horizontalAdvance(kata) + 3 * JARAK
            self.setColumnWidth(nomor, max(int(satuan * bagian), terkecil))
        self._ukur_tinggi()

    def _ukur_tinggi(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        gulung = self.horizontalScrollBar()
        tinggi = self.verticalHeader().length() + 2 * self.frameWidth()
        if gulung.maximum() > gulung.minimum():
            tinggi += gulung.sizeHint().height()
        return QSize(super().sizeHint().width(), tinggi)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._ukur()

    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.angleDelta().x() and not e.angleDelta().y():
            super().wheelEvent(e)
        else:
            e.ignore()

    # --- moving ----------------------------------------------------------------------------

    def ke(self, baris: int, kolom: int) -> None:
        """Make a cell the current one and bring it into sight."""
        indeks = self.isi.index(baris, kolom)
        self.selectionModel().setCurrentIndex(indeks, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setFocus()
        self.scrollTo(indeks)
        self._perlihatkan()

    def turun(self) -> None:
        """To the cell below; from a new row to the start of the next."""
        kini = self.currentIndex()
        self.ke(min(kini.row() + 1, self.isi.baris_baru), kini.column())

    def maju(self, arah: int) -> bool:
        """To the next cell (1) or the one before (-1), row by row; ``False`` at the end."""
        kini, banyak = self.currentIndex(), len(self.isi.kolom)
        tempat = kini.row() * banyak + kini.column() + arah
        if not 0 <= tempat < banyak * self.isi.rowCount():
            return False
        self.ke(*divmod(tempat, banyak))
        return True

    def _perlihatkan(self) -> None:
        """The page scrolls along with the cell."""
        sel = self.visualRect(self.currentIndex())
        penunjuk = self.viewport().childAt(sel.center())
        if penunjuk is not None:
            perlihatkan(penunjuk)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab goes on by Tab: walking through a form opens no cell."""
        self._lewat = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.isi.kolom:
            self.setCurrentIndex(self.isi.index(1, 0))

    def focusNextPrevChild(self, next: bool) -> bool:
        if not self._lewat and self.currentIndex().isValid() and self.maju(1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._lewat = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._lewat = True
            return
        self._lewat = False
        ubahan = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        perbuatan = self._perintah.get(QKeyCombination(ubahan, Qt.Key(event.key())))
        if perbuatan is not None:
            perbuatan()
        elif event.key() in _MASUK and not ubahan and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # --- the open cell ---------------------------------------------------------------------

    def simpan_sel(self) -> None:
        """Take over what is being typed in the open cell."""
        for penyunting in self.viewport().findChildren(_Penyunting):
            if penyunting.isVisible():
                self.commitData(penyunting)
                self.closeEditor(penyunting, QAbstractItemDelegate.EndEditHint.NoHint)

    def sedang_diketik(self) -> bool:
        """Whether an open cell holds something else than what is saved."""
        kini = self.currentIndex()
        return any(
            p.isVisible() and p.teks() != kini.data(Qt.ItemDataRole.EditRole)
            for p in self.viewport().findChildren(_Penyunting)
        )
