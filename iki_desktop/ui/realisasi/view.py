"""The grid on the screen: keys, the frozen first column, row heights, selection and clipboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from iki_desktop.ui.realisasi.beku import TabelBeku
from iki_desktop.ui.realisasi.delegasi import Arah, arah_tombol
from iki_desktop.ui.realisasi.kepala import Kepala
from iki_desktop.ui.realisasi.lebar import TataLebar
from iki_desktop.ui.realisasi.model import ModelRealisasi, kalimat_terkunci
from iki_desktop.ui.realisasi.navigasi import (
    baris_isian,
    isian_baris,
    isian_kosong,
    isian_pertama,
    isian_terakhir,
    ke_samping,
    ke_tegak,
)

__all__ = ["TabelRealisasi"]

_URUNG = QKeySequence.StandardKey.Undo
_ULANG = QKeySequence.StandardKey.Redo
_SALIN = QKeySequence.StandardKey.Copy
_TEMPEL = QKeySequence.StandardKey.Paste
_BERPINDAH = (
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F4,
    Qt.Key.Key_F6,
    Qt.Key.Key_F7,
    Qt.Key.Key_F8,
)
"""Keys that end an entry because they lead elsewhere."""
_MEMINTA = (
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.AnyKeyPressed,
    QAbstractItemView.EditTrigger.DoubleClicked,
)
"""A person wants to type; other calls come from Qt's own doings."""


def _ulangi(event: QKeyEvent) -> bool:
    """Redo by the system's key, or by Ctrl+Y, which offices know from Excel on any system."""
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(_ULANG)


class TabelRealisasi(TabelBeku):
    """The table view; edits go through its delegate, everything else it asks for by signals."""

    minta_urungkan = Signal()
    minta_ulangi = Signal()
    minta_salin = Signal()
    minta_tempel = Signal()
    minta_kosongkan = Signal()
    minta_isian_kosong = Signal()
    minta_daftar_kosong = Signal()
    minta_terima_usulan = Signal()
    minta_rincian = Signal()
    kini_berubah = Signal()

    def __init__(self, model: ModelRealisasi, induk: QWidget | None = None) -> None:
        super().__init__(model, induk)
        self.setHorizontalHeader(Kepala(model, self))
        self.setModel(model)
        self.setItemDelegate(self.delegasi)
        self.lebar = TataLebar(self, model, self.delegasi.pelukis)
        self.hanya_dibaca = ""
        """Why nothing at all can be typed; empty where something can."""
        self._siapkan()
        self.delegasi.pindah.connect(self.pindah)
        model.rowsInserted.connect(self._tinggi_baris)
        model.modelReset.connect(self._tata_ulang)
        model.layoutChanged.connect(self._tata_ulang)
        self.selectionModel().currentChanged.connect(self._kini_berpindah)
        self._tata_ulang()

    def _kini_berpindah(self) -> None:
        if self.delegasi.editor is None:
            self.delegasi.gelembung.hide()
        self.kini_berubah.emit()

    def _siapkan(self) -> None:
        self.setAccessibleName("Isian realisasi")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)

    # --- measures -----------------------------------------------------------------------------

    def _tata_ulang(self, *_: object) -> None:
        self.verticalHeader().setDefaultSectionSize(self.delegasi.pelukis.tinggi_baris)
        self._tinggi_baris(QModelIndex(), 0, self._model.rowCount() - 1)
        self.lebar.tata()

    def _tinggi_baris(self, _induk: QModelIndex, awal: int, akhir: int) -> None:
        """Group rows are lower; every other row has the one default height."""
        kepala = self.verticalHeader()
        pelukis = self.delegasi.pelukis
        terblokir = kepala.blockSignals(True)
        for nomor in range(awal, akhir + 1):
            kelompok = self._model.baris(nomor).jenis.kelompok
            tinggi = pelukis.tinggi_kelompok if kelompok else pelukis.tinggi_baris
            if kepala.sectionSize(nomor) != tinggi:
                kepala.resizeSection(nomor, tinggi)
        kepala.blockSignals(terblokir)
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lebar.tata()

    def minimumSizeHint(self) -> QSize:
        """The headings and the row that is being entered, whatever is open below."""
        kepala, geser = self.horizontalHeader().sizeHint(), self.horizontalScrollBar().sizeHint()
        tinggi = kepala.height() + self.delegasi.pelukis.tinggi_baris + geser.height()
        return QSize(super().minimumSizeHint().width(), tinggi)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "lebar"):
            self.delegasi.pelukis.segarkan()
            self._tata_ulang()

    # --- moving -----------------------------------------------------------------------------------

    def pindah(self, arah: Arah) -> None:
        """To the next cell that can be entered."""
        kini = self.currentIndex()
        if not kini.isValid():
            tuju = isian_pertama(self._model)
        elif arah in (Arah.BAWAH, Arah.ATAS):
            tuju = ke_tegak(self._model, kini, 1 if arah is Arah.BAWAH else -1)
        else:
            tuju = ke_samping(self._model, kini, 1 if arah is Arah.KANAN else -1)
        self.tuju(tuju)

    def tuju(self, index: QModelIndex) -> None:
        """Make a cell the current one, and the only one selected."""
        if index.isValid():
            if not self._terlihat(index.row()):
                self._lukis_yang_tertunda()
                self.scrollTo(index)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _lukis_yang_tertunda(self) -> None:
        """Paint what an entry has just changed, before rows move.

        Qt moves what is painted and adds the row that comes into sight; while any of it waits to be
        painted, it paints every row anew instead.
        """
        QApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def perlihatkan(self, nomor: int) -> None:
        """Bring a row into sight; its first input, or the first below it, becomes the current cell."""
        self.executeDelayedItemsLayout()
        isian = next(baris_isian(self._model, nomor), None)
        terlihat = self._terlihat(nomor) and (isian is None or self._terlihat(isian))
        if isian is not None and self.currentIndex().row() != isian:
            self.tuju(isian_baris(self._model, isian))
        if self._model.baris(nomor).jenis.kelompok and not terlihat:
            self.gulir_ke_atas(nomor)
        else:
            self.scrollTo(self._model.index(nomor, 0))

    def _terlihat(self, nomor: int) -> bool:
        """Whether a row is wholly in sight."""
        atas = self.rowViewportPosition(nomor)
        return atas >= 0 and atas + self.rowHeight(nomor) <= self.viewport().height()

    def nomor_baris(self, node_id: int) -> int | None:
        """The row in which a record stands; ``None`` where it is not shown."""
        return self._model.nomor_baris(node_id)

    def baris_teratas(self) -> int:
        """The id of the record in the topmost row; 0 where there is none."""
        nomor = self.rowAt(0)
        return self._model.baris(nomor).id if 0 <= nomor < self._model.rowCount() else 0

    def gulir_ke_atas(self, nomor: int) -> None:
        """Scroll so that a row is the topmost, as far as there is enough below it."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(nomor))

    def ke_isian_kosong(self, nomor: int | None = None) -> bool:
        """To the next input in which nothing is entered, or the next from the row ``nomor`` on.

        ``False`` where all are filled.
        """
        asal = self.currentIndex() if nomor is None else self._model.index(nomor, 0)
        tuju = isian_kosong(self._model, asal)
        self.tuju(tuju)
        return tuju.isValid()

    def ke_awal(self) -> None:
        """To the first input."""
        self.tuju(isian_pertama(self._model))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for teks, sinyal in (
            ("Salin\tCtrl+C", self.minta_salin),
            ("Tempel\tCtrl+V", self.minta_tempel),
            ("Kosongkan\tDel", self.minta_kosongkan),
        ):
            menu.addAction(teks).triggered.connect(sinyal)
        menu.popup(event.globalPos())

    # --- keys and mouse -----------------------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Take over the open editor; ``False`` where its text is refused (it stays open)."""
        if self.delegasi.simpan():
            return True
        if self.delegasi.editor is not None:
            self.delegasi.editor.setFocus()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.delegasi.editor is not None and not self._sela(event):
            event.ignore()
            return
        if self._perintah(event):
            return
        arah = arah_tombol(event)
        if arah is Arah.BAWAH and event.key() != Qt.Key.Key_Down:
            self.minta_terima_usulan.emit()
        if arah is not None and event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.pindah(arah)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.minta_kosongkan.emit()
        elif event.key() == Qt.Key.Key_F6:
            super().focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _sela(self, event: QKeyEvent) -> bool:
        """Whether a key that the open editor passed on ends the entry, and the entry is taken."""
        perintah = event.matches(_URUNG) or _ulangi(event)
        berpindah = event.key() in _BERPINDAH
        return (perintah or berpindah) and self.simpan_isian()

    def _perintah(self, event: QKeyEvent) -> bool:
        """Keys that the menu may have as well; these reach us where it has not."""
        if _ulangi(event):
            self.minta_ulangi.emit()
            return True
        for kunci, sinyal in (
            (_URUNG, self.minta_urungkan),
            (_SALIN, self.minta_salin),
            (_TEMPEL, self.minta_tempel),
        ):
            if event.matches(kunci):
                sinyal.emit()
                return True
        kendali = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if kendali and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            awal = event.key() == Qt.Key.Key_Home
            self.tuju(isian_pertama(self._model) if awal else isian_terakhir(self._model))
        elif event.key() == Qt.Key.Key_F8:
            self.minta_isian_kosong.emit()
        elif event.key() == Qt.Key.Key_F7:
            self.minta_daftar_kosong.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.minta_rincian.emit()
        else:
            return False
        return True

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor: typing replaces what was there, anything else goes on at its end.

        Where the quarter is locked or the file only read, it is said instead why nothing can be typed.
        """
        if trigger in _MEMINTA and self._jelaskan_kunci(index):
            return False
        terbuka = super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt means None
        editor = self.delegasi.editor
        if terbuka and editor is not None and trigger != QAbstractItemView.EditTrigger.AnyKeyPressed:
            editor.deselect()
            editor.end(False)
        return terbuka

    def _jelaskan_kunci(self, index: QModelIndex) -> bool:
        kunci = self._model.kunci(index.row(), index.column()) if index.isValid() else None
        if kunci is None or not (self.hanya_dibaca or self._model.terkunci(kunci)):
            return False
        kalimat = self.hanya_dibaca or kalimat_terkunci(kunci.triwulan)
        kotak = self.visualRect(index).translated(self.viewport().pos())
        self.delegasi.gelembung.katakan(kalimat, kotak)
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters do not make the current cell jump."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An entry that is refused keeps the place: the click does nothing but say so."""
        if self.simpan_isian():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.simpan_isian():
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, the first input is where one begins.

        Qt's own answer repaints every cell, at the end of each entry too; the frame of the current
        cell is all that changes.
        """
        kini = self.currentIndex()
        if not kini.isValid():
            self.ke_awal()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._dapat_diisi(kini))
        self.update(kini)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.delegasi.editor is None:
            self.delegasi.gelembung.hide()
        self.update(self.currentIndex())
        event.accept()

    def _dapat_diisi(self, index: QModelIndex) -> bool:
        return index.isValid() and self._model.kunci(index.row(), index.column()) is not None

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the inputs; F6 leaves the grid."""
        return False
