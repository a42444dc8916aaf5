"""The grid on the screen: keys, the frozen first column, row heights, selection and clipboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from iki_desktop.ui.realisasi.delegasi import Arah, Delegasi, arah_tombol
from iki_desktop.ui.realisasi.kepala import Kepala
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.navigasi import (
    baris_isian,
    isian_baris,
    isian_kosong,
    isian_pertama,
    isian_terakhir,
    ke_samping,
    ke_tegak,
)
from iki_desktop.ui.tampilan import JARAK

__all__ = ["TabelRealisasi"]

_CONTOH = {
    JenisKolom.ISIAN: "000.000,00",
    JenisKolom.REALISASI: "00.000,00",
    JenisKolom.TARGET: "0.000,00",
    JenisKolom.CAPAIAN: "0.000,00 %",
}
"""What a column of numbers has room for."""
_HURUF = {JenisKolom.URAIAN: 36, JenisKolom.CATATAN: 12}
"""Widths of words in average characters; what is left over goes to those of the indicator."""
_URAIAN_TERLEBAR = 62

_URUNG = QKeySequence.StandardKey.Undo
_ULANG = QKeySequence.StandardKey.Redo
_SALIN = QKeySequence.StandardKey.Copy
_TEMPEL = QKeySequence.StandardKey.Paste


class TabelRealisasi(QTableView):
    """The table view; edits go through its delegate, everything else it asks for by signals."""

    minta_urungkan = Signal()
    minta_ulangi = Signal()
    minta_salin = Signal()
    minta_tempel = Signal()
    minta_kosongkan = Signal()
    minta_isian_kosong = Signal()
    kini_berubah = Signal()

    def __init__(self, model: ModelRealisasi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._model = model
        self._diatur: dict[JenisKolom, int] = {}
        self._menata = False
        self.delegasi = Delegasi(self, model)
        self.setHorizontalHeader(Kepala(model, self))
        self.setModel(model)
        self.setItemDelegate(self.delegasi)
        self._siapkan()
        self.delegasi.pindah.connect(self.pindah)
        model.rowsInserted.connect(self._tinggi_baris)
        model.modelReset.connect(self._tata_ulang)
        model.layoutChanged.connect(self._tata_ulang)
        self.selectionModel().currentChanged.connect(lambda _kini, _lalu: self.kini_berubah.emit())
        self._tata_ulang()

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
        self.horizontalHeader().sectionResized.connect(self._lebar_diatur)
        self.setCornerButtonEnabled(False)

    # --- measures -----------------------------------------------------------------------------

    def _tata_ulang(self, *_: object) -> None:
        self.verticalHeader().setDefaultSectionSize(self.delegasi.pelukis.tinggi_baris)
        self._tinggi_baris(QModelIndex(), 0, self._model.rowCount() - 1)
        self.tata_lebar()

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

    def tata_lebar(self) -> None:
        """Widths from the font, or as the person set them; the indicator takes what is left."""
        kepala = self.horizontalHeader()
        huruf = self.fontMetrics().averageCharWidth()
        jenis = [k.jenis for k in self._model.kolom]
        lebar = [self._diatur.get(k.jenis, self._lebar_baku(k)) for k in self._model.kolom]
        sisa = self.viewport().width() - sum(lebar)
        if JenisKolom.URAIAN not in self._diatur and sisa > 0:
            tambah = min(sisa, (_URAIAN_TERLEBAR - _HURUF[JenisKolom.URAIAN]) * huruf)
            lebar[0] += tambah
            sisa -= tambah
        if sisa > 0 and jenis[-1] not in self._diatur:
            lebar[-1] += sisa
        self._menata = True
        for nomor, satu in enumerate(lebar):
            if kepala.sectionSize(nomor) != satu:
                kepala.resizeSection(nomor, satu)
        self._menata = False

    def _lebar_baku(self, kolom: Kolom) -> int:
        """Room for what usually stands in a column, and for its heading."""
        pelukis = self.delegasi.pelukis
        judul = self.horizontalHeader().fontMetrics().horizontalAdvance(kolom.judul)
        if kolom.jenis in _HURUF:
            isi = _HURUF[kolom.jenis] * self.fontMetrics().averageCharWidth()
        elif kolom.jenis is JenisKolom.KATEGORI:
            isi = max(map(pelukis.lebar_tebal, self._model.nama_kategori()), default=0)
        else:
            isi = pelukis.lebar_tebal(_CONTOH[kolom.jenis])
        if kolom.jenis is JenisKolom.REALISASI:
            isi += pelukis.lebar_satuan
        return max(isi, judul) + 2 * JARAK

    def _lebar_diatur(self, kolom: int, _lama: int, baru: int) -> None:
        if not self._menata and kolom < len(self._model.kolom):
            self._diatur[self._model.kolom[kolom].jenis] = baru
            self.tata_lebar()

    def lebar_diatur(self) -> list[int]:
        """The widths that the person set, as pairs of kind and pixels in one list."""
        return [a for jenis, lebar in self._diatur.items() for a in (int(jenis), lebar)]

    def atur_lebar(self, pasangan: list[int]) -> None:
        """Bring back widths that ``lebar_diatur`` gave."""
        for jenis, lebar in zip(pasangan[::2], pasangan[1::2], strict=False):
            if jenis in JenisKolom.__members__.values():
                self._diatur[JenisKolom(jenis)] = max(lebar, 20)
        self.tata_lebar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tata_lebar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "delegasi"):
            self.delegasi.pelukis.segarkan()
            self._tata_ulang()

    # --- the frozen first column ----------------------------------------------------------------

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
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def perlihatkan(self, nomor: int) -> None:
        """Bring a row into sight; its first input, or the first below it, becomes the current cell."""
        isian = next(baris_isian(self._model, nomor), None)
        if isian is not None and self.currentIndex().row() != isian:
            self.tuju(isian_baris(self._model, isian))
        if self._model.baris(nomor).jenis.kelompok:
            self.gulir_ke_atas(nomor)
        else:
            self.scrollTo(self._model.index(nomor, 0))

    def baris_teratas(self) -> int:
        """The id of the record in the topmost row; 0 where there is none."""
        nomor = self.rowAt(0)
        return self._model.baris(nomor).id if 0 <= nomor < self._model.rowCount() else 0

    def gulir_ke_atas(self, nomor: int) -> None:
        """Scroll so that a row is the topmost, as far as there is enough below it."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(nomor))

    def ke_isian_kosong(self) -> bool:
        """To the next input in which nothing is entered; ``False`` where all are filled."""
        tuju = isian_kosong(self._model, self.currentIndex())
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
            menu.addAction(teks).triggered.connect(sinyal.emit)
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
        perintah = event.matches(_URUNG) or event.matches(_ULANG)
        berpindah = event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F8, Qt.Key.Key_F6)
        return (perintah or berpindah) and self.simpan_isian()

    def _perintah(self, event: QKeyEvent) -> bool:
        """Keys that the menu may have as well; these reach us where it has not."""
        for kunci, sinyal in (
            (_URUNG, self.minta_urungkan),
            (_ULANG, self.minta_ulangi),
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
        else:
            return False
        return True

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor: typing replaces what was there, anything else goes on at its end."""
        terbuka = super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt means None
        editor = self.delegasi.editor
        if terbuka and editor is not None and trigger != QAbstractItemView.EditTrigger.AnyKeyPressed:
            editor.deselect()
            editor.end(False)
        return terbuka

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
        self.update(self.currentIndex())
        event.accept()

    def _dapat_diisi(self, index: QModelIndex) -> bool:
        return index.isValid() and self._model.kunci(index.row(), index.column()) is not None

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the inputs; F6 leaves the grid."""
        return False
