"""Between the grid and one cell: it paints, opens the editor, and takes over or refuses what was typed."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from iki_desktop.core.angka import AngkaGandaError, teks_sunting
from iki_desktop.core.errors import IkiError
from iki_desktop.ui.realisasi.bacaan import label_isian
from iki_desktop.ui.realisasi.gelembung import Gelembung, Pilihan
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.pelukis import Pelukis, SelTampak
from iki_desktop.ui.realisasi.penyunting import Penyunting

__all__ = ["Arah", "Delegasi", "arah_tombol"]

_TERPILIH = QStyle.StateFlag.State_Selected.value

Indeks = QModelIndex | QPersistentModelIndex


class Arah(Enum):
    """Where the current cell goes after an entry."""

    DIAM = 0
    BAWAH = 1
    ATAS = 2
    KANAN = 3
    KIRI = 4


_ARAH_TOMBOL = {
    Qt.Key.Key_Return: (Arah.BAWAH, Arah.ATAS),
    Qt.Key.Key_Enter: (Arah.BAWAH, Arah.ATAS),
    Qt.Key.Key_Tab: (Arah.KANAN, Arah.KIRI),
    Qt.Key.Key_Backtab: (Arah.KIRI, Arah.KIRI),
    Qt.Key.Key_Down: (Arah.BAWAH, Arah.BAWAH),
    Qt.Key.Key_Up: (Arah.ATAS, Arah.ATAS),
}


def arah_tombol(kejadian: QKeyEvent) -> Arah | None:
    """Where a key leads after an entry; ``None`` for a key that does not end one."""
    pasangan = _ARAH_TOMBOL.get(Qt.Key(kejadian.key()))
    if pasangan is None or kejadian.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return pasangan[bool(kejadian.modifiers() & Qt.KeyboardModifier.ShiftModifier)]


def _milik_sesi(editor: Penyunting, kejadian: QKeyEvent) -> bool:
    """Whether undo or redo has nothing to do in the field, so that it is meant for the file."""
    if kejadian.matches(QKeySequence.StandardKey.Undo):
        return not editor.isUndoAvailable()
    return kejadian.matches(QKeySequence.StandardKey.Redo) and not editor.isRedoAvailable()


class Delegasi(QStyledItemDelegate):
    """One editor at a time; ``selesai`` says that it was closed, ``pindah`` where to go next."""

    pindah = Signal(object)
    selesai = Signal()

    def __init__(self, tabel: QTableView, model: ModelRealisasi) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._model = model
        self._editor: Penyunting | None = None
        self._kini = (-1, -1)
        self._berfokus = False
        self.pelukis = Pelukis()
        self.gelembung = Gelembung(tabel)
        self.pilihan = Pilihan(tabel)

    # --- painting -----------------------------------------------------------------------------

    def mulai_lukis(self) -> None:
        """Before each painting: what is the same for all cells is asked for once."""
        kini = self._tabel.currentIndex()
        self._kini = (kini.row(), kini.column())
        self._berfokus = self._tabel.hasFocus()
        self.pelukis.mulai()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        nomor, kolom = index.row(), index.column()
        jenis_kolom = self._model.kolom[kolom].jenis
        jenis = self._model.baris(nomor).jenis
        sel = self._model.sel(nomor, kolom)
        tampak = SelTampak(
            jenis,
            sel,
            angka=jenis_kolom.angka,
            terpilih=bool(option.state.value & _TERPILIH),
            pratinjau=self._model.dipratinjau(nomor),
            terkunci=self._model.terkunci(sel.kunci),
        )
        if jenis.kelompok and jenis_kolom <= JenisKolom.ISIAN:
            tampak.sel = self._model.sel(nomor, 0)
            self._ukur_kelompok(kolom, tampak)
        self.pelukis.lukis(painter, option.rect, tampak)
        if (nomor, kolom) == self._kini:
            self.pelukis.lukis_fokus(painter, option.rect, aktif=self._berfokus)

    def _ukur_kelompok(self, kolom: int, tampak: SelTampak) -> None:
        """The name of a group runs over the input columns, unless these are scrolled away."""
        kepala = self._tabel.horizontalHeader()
        if kepala.offset():
            tampak.lebar_kelompok = kepala.sectionSize(0)
            tampak.geser_kelompok = 0 if kolom == 0 else tampak.lebar_kelompok + kepala.length()
            return
        tampak.lebar_kelompok = sum(
            kepala.sectionSize(n) for n, k in enumerate(self._model.kolom) if k.jenis <= JenisKolom.ISIAN
        )
        tampak.geser_kelompok = kepala.sectionPosition(kolom)

    # --- the editor -----------------------------------------------------------------------------

    @property
    def editor(self) -> Penyunting | None:
        """The open editor."""
        return self._editor

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Indeks) -> QWidget:
        kunci = self._model.kunci(index.row(), index.column())
        assert kunci is not None
        editor = Penyunting(kunci, label_isian(self._model.workspace.arsip, kunci), parent)
        editor.textEdited.connect(self._diketik)
        editor.destroyed.connect(self._hilang)
        self._editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Indeks) -> None:
        """Once, at opening: what is being typed is never overwritten by a repaint of its row."""
        if isinstance(editor, Penyunting) and not editor.terisi:
            editor.terisi = True
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Indeks) -> None:
        if isinstance(editor, Penyunting):
            self.coba_simpan(editor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Indeks) -> None:
        editor.setGeometry(option.rect)

    def _hilang(self) -> None:
        """The row went while its cell was open: Qt takes such an editor away on its own."""
        if self._editor is not None and not isValid(self._editor):
            self._lepas()
            self.selesai.emit()

    def destroyEditor(self, editor: QWidget, index: Indeks) -> None:
        if editor is self._editor:
            self._lepas()
        super().destroyEditor(editor, index)
        self.selesai.emit()

    def _lepas(self) -> None:
        self._editor = None
        self.gelembung.hide()
        self.pilihan.hide()
        self._model.batal_pratinjau()

    def _diketik(self, teks: str) -> None:
        self.gelembung.hide()
        self.pilihan.hide()
        if self._editor is not None:
            self._editor.tandai(salah=False)
            self._model.pratinjau(self._editor.kunci, teks)

    # --- taking over ------------------------------------------------------------------------------

    def simpan(self, arah: Arah = Arah.DIAM) -> bool:
        """Take over what is typed and close the editor; ``False`` where it is refused or asked about."""
        editor = self._editor
        if editor is None:
            return True
        if not self.coba_simpan(editor, arah):
            return False
        self.tutup(editor)
        if arah is not Arah.DIAM:
            self.pindah.emit(arah)
        return True

    def coba_simpan(self, editor: Penyunting, arah: Arah = Arah.DIAM) -> bool:
        """Hand the text to the model; say below the cell why it is not taken."""
        if not editor.isModified():
            return True
        try:
            self._model.isi(editor.kunci, editor.text())
        except AngkaGandaError as ganda:
            self._tanyakan(editor, ganda, arah)
            return False
        except IkiError as galat:
            self._tolak(editor, str(galat))
            return False
        editor.setModified(False)
        return True

    def _tolak(self, editor: Penyunting, alasan: str) -> None:
        editor.tandai(salah=True, alasan=alasan)
        self.gelembung.katakan(alasan, self._kotak(editor))

    def _tanyakan(self, editor: Penyunting, ganda: AngkaGandaError, arah: Arah) -> None:
        def pakai(nilai: Decimal) -> None:
            editor.setText(teks_sunting(nilai))
            editor.setModified(True)
            self.simpan(arah)

        editor.tandai(salah=False, alasan=str(ganda))
        self.pilihan.tawarkan(
            f"“{editor.text().strip()}” dapat berarti dua angka. Pilih:",
            [(teks_sunting(n), partial(pakai, n)) for n in ganda.pilihan],
            self._kotak(editor),
        )

    def _kotak(self, editor: Penyunting) -> QRect:
        """The editor's place in the grid's coordinates."""
        return QRect(editor.mapTo(self._tabel, editor.rect().topLeft()), editor.size())

    def ikut_tergulir(self, dx: int, dy: int) -> None:
        """What is said below a cell goes with it."""
        for bingkai in (self.gelembung, self.pilihan):
            bingkai.move(bingkai.x() + dx, bingkai.y() + dy)

    def tutup(self, editor: Penyunting) -> None:
        """Close the editor, whatever is in it."""
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    # --- keys and focus of the editor ---------------------------------------------------------------

    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if object is not self._editor or self._editor is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._tombol(self._editor, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return _milik_sesi(self._editor, event)
        if event.type() == QEvent.Type.FocusOut:
            assert isinstance(event, QFocusEvent)
            self._ditinggal(event.reason())
        return False

    def _tombol(self, editor: Penyunting, kejadian: QKeyEvent) -> bool:
        if self.pilihan.terbuka and self.pilihan.tekan(kejadian):
            return True
        if kejadian.key() == Qt.Key.Key_Escape:
            self.tutup(editor)
            return True
        if _milik_sesi(editor, kejadian):
            self.tutup(editor)
            self._tabel.keyPressEvent(kejadian)
            return True
        arah = arah_tombol(kejadian)
        if arah is None:
            return False
        self.simpan(arah)
        return True

    def _ditinggal(self, sebab: Qt.FocusReason) -> None:
        """The focus goes elsewhere: keep what is valid, keep the editor open with what is not.

        Another window (to look a number up) or the field's own menu ends nothing.
        """
        diam = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if sebab not in diam and not self.pilihan.terbuka:
            self.simpan()
