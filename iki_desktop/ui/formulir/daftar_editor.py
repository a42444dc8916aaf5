"""A nested list edited as a list: Enter for the next item, Tab to nest it, Alt with arrows to move it.

It is one text document in which each item is a paragraph and its indent the depth, so that
typing, selecting and wrapping are those of any text field.  The numbers are only painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
)
from PySide6.QtWidgets import QWidget

from iki_desktop.core.records import Daftar
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.butir_baris import (
    Baris,
    baca_tempelan,
    ke_baris,
    ke_daftar,
    nomor_cetak,
    pindahkan,
    rapikan,
    turunan,
)
from iki_desktop.ui.formulir.ketikan import TeksTumbuh
from iki_desktop.ui.formulir.naskah_butir import NaskahButir, tingkat_blok

__all__ = ["PETUNJUK_TOMBOL", "DaftarEditor"]

PETUNJUK_TOMBOL = (
    "Enter: butir baru · Tab: masuk setingkat · Shift+Tab: keluar setingkat · "
    "Alt+panah: pindahkan · Esc lalu Tab: isian berikutnya"
)

_UBAHAN = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)

_Tombol = tuple[Qt.KeyboardModifier, int]


class DaftarEditor(TeksTumbuh):
    """Editor of a ``Daftar``.

    ``setDaftar`` shows a list, ``daftar`` reads what is there; where nothing was changed that is
    the very value that was shown.  ``gaya`` is the printed numbering of the outermost items;
    with ``kalimat_tunggal`` one item alone is printed as a sentence, without a number.
    """

    def __init__(
        self, gaya: str = "a.", *, kalimat_tunggal: bool = False, induk: QWidget | None = None
    ) -> None:
        super().__init__(1, induk)
        self._gaya = gaya
        self._kalimat_tunggal = kalimat_tunggal
        self._asal: Daftar | None = None
        self._awal: list[Baris] = []
        self._nomor: list[str] = []
        self._kolom = self.fontMetrics().horizontalAdvance("00.") + self.fontMetrics().averageCharWidth()
        self._naskah = NaskahButir(self.document(), self._kolom)
        self._perbuatan = self._tabel_tombol()
        self.textChanged.connect(self._hitung_nomor)
        self.setDaftar(None)

    # --- the value ------------------------------------------------------------------------

    def setDaftar(self, daftar: Daftar | None) -> None:
        """Show a list; ``None`` and an empty one look alike and are kept apart."""
        self._asal = daftar
        if not self._naskah.sama(ke_baris(daftar)):
            kursor, letak = self.textCursor(), self.textCursor().position()
            self._naskah.tulis(ke_baris(daftar))
            kursor.setPosition(min(letak, self.document().characterCount() - 1) if self.hasFocus() else 0)
            self.setTextCursor(kursor)
        self.document().clearUndoRedoStacks()
        self._awal = self._naskah.baris()
        self._hitung_nomor()

    def daftar(self) -> Daftar | None:
        """The list as it stands, texts cleaned, empty items left out."""
        if not self.berubah():
            return self._asal
        bersih = self._bersih()
        if not bersih and not self._asal:
            return self._asal
        return ke_daftar(bersih) or None

    def berubah(self) -> bool:
        """Whether something else stands there than what was shown."""
        return self._naskah.baris() != self._awal

    def set_gaya(self, gaya: str) -> None:
        """Number the items in another style."""
        if gaya != self._gaya:
            self._gaya = gaya
            self._hitung_nomor()

    def _bersih(self) -> list[Baris]:
        bersih = (replace(b, teks=bersihkan_teks(b.teks)) for b in rapikan(self._naskah.baris()))
        return [b for b in bersih if b.teks]

    def baris_draf(self) -> list[Baris]:
        """The lines as typed, to be kept while the field shows something else."""
        return self._naskah.baris()

    def pulihkan(self, baris: Sequence[Baris]) -> None:
        """Show lines that were typed before, as still unsaved."""
        self._naskah.tulis(baris)

    # --- keys ------------------------------------------------------------------------------

    def _tabel_tombol(self) -> dict[_Tombol, Callable[[], bool]]:
        tanpa, alt, shift = (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        kunci = Qt.Key
        return {
            (tanpa, kunci.Key_Tab): self._masuk,
            (shift, kunci.Key_Backtab): self._keluar,
            (tanpa, kunci.Key_Return): self._butir_baru,
            (tanpa, kunci.Key_Enter): self._butir_baru,
            (alt, kunci.Key_Up): lambda: self._pindah(-1),
            (alt, kunci.Key_Down): lambda: self._pindah(1),
            (tanpa, kunci.Key_Backspace): self._hapus_mundur,
            (tanpa, kunci.Key_Delete): self._hapus_maju,
        }

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Escape:
            self.setTabChangesFocus(True)
            return
        if e.key() in _UBAHAN:
            return
        self.setTabChangesFocus(False)
        ubahan = e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        perbuatan = self._perbuatan.get((ubahan, e.key()))
        if perbuatan is not None and perbuatan():
            e.accept()
            return
        super().keyPressEvent(e)
        self._naskah.rapikan()

    def mousePressEvent(self, e: QMouseEvent) -> None:
        self.setTabChangesFocus(False)
        super().mousePressEvent(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Who comes by Tab goes on by Tab: walking through a form changes no list."""
        lewat = e.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setTabChangesFocus(lewat)
        super().focusInEvent(e)

    def _rentang(self) -> tuple[int, int]:
        """The lines that the cursor touches, with what stands under the last of them."""
        kursor = self.textCursor()
        awal = self.document().findBlock(kursor.selectionStart()).blockNumber()
        akhir = self.document().findBlock(kursor.selectionEnd()).blockNumber()
        return awal, turunan(self._naskah.baris(), akhir)

    def _masuk(self) -> bool:
        awal, akhir = self._rentang()
        baris = self._naskah.baris()
        if awal and baris[awal].tingkat <= baris[awal - 1].tingkat:
            self._geser(awal, akhir, 1)
        return True

    def _keluar(self) -> bool:
        awal, akhir = self._rentang()
        if self._naskah.baris()[awal].tingkat:
            self._geser(awal, akhir, -1)
        return True

    def _geser(self, awal: int, akhir: int, tambahan: int) -> None:
        self._naskah.geser(awal, akhir, tambahan)
        self._hitung_nomor()

    def _butir_baru(self) -> bool:
        kursor = self.textCursor()
        if not kursor.hasSelection() and not kursor.block().text().strip():
            return self._keluar()
        kursor.insertBlock()
        self.setTextCursor(kursor)
        return True

    def _pindah(self, arah: int) -> bool:
        kursor = self.textCursor()
        nomor, letak = kursor.blockNumber(), kursor.positionInBlock()
        hasil = pindahkan(rapikan(self._naskah.baris()), nomor, arah)
        if hasil is not None:
            self._naskah.tulis(hasil[0])
            kursor.setPosition(self.document().findBlockByNumber(hasil[1]).position() + letak)
            self.setTextCursor(kursor)
        return True

    def _hapus_mundur(self) -> bool:
        kursor = self.textCursor()
        if kursor.hasSelection() or not kursor.atBlockStart():
            return False
        if not kursor.block().text():
            return self._buang_kosong(mundur=True)
        if tingkat_blok(kursor.block()):
            return self._keluar()
        return False

    def _hapus_maju(self) -> bool:
        kursor = self.textCursor()
        return not kursor.hasSelection() and not kursor.block().text() and self._buang_kosong(mundur=False)

    def _buang_kosong(self, *, mundur: bool) -> bool:
        """An empty item goes; the cursor stands at the end of the one before, or in the next."""
        if self.document().blockCount() == 1:
            return True
        kursor = self.textCursor()
        nomor = kursor.blockNumber()
        baris = self._naskah.baris()
        del baris[nomor]
        self._naskah.tulis(rapikan(baris))
        mundur = mundur or nomor == len(baris)
        blok = self.document().findBlockByNumber(max(0, nomor - 1) if mundur else nomor)
        kursor.setPosition(blok.position() + (blok.length() - 1 if mundur and nomor else 0))
        self.setTextCursor(kursor)
        return True

    # --- clipboard -------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several pasted lines become several items; one stays in the line it is pasted into."""
        kursor = self.textCursor()
        self._naskah.sisipkan(kursor, baca_tempelan(source.text()))
        self.setTextCursor(kursor)
        self._naskah.rapikan()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied keeps its depth as tabs, so that it can be pasted into another list."""
        data = QMimeData()
        kursor = self.textCursor()
        pilihan = kursor.selectedText().split("\u2029")
        blok = self.document().findBlock(kursor.selectionStart())
        baris = []
        for teks in pilihan:
            baris.append("\t" * (tingkat_blok(blok) if len(pilihan) > 1 else 0) + teks)
            blok = blok.next()
        data.setText("\n".join(baris))
        return data

    # --- numbers ---------------------------------------------------------------------------

    def _hitung_nomor(self) -> None:
        self._nomor = nomor_cetak(self._naskah.baris(), self._gaya, kalimat_tunggal=self._kalimat_tunggal)
        self.viewport().update()

    def nomor(self) -> list[str]:
        """The number painted before each line."""
        return list(self._nomor)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.document().isEmpty():
            return
        pelukis = QPainter(self.viewport())
        pelukis.setFont(self.font())
        pelukis.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for blok, nomor in zip(self._naskah.blok(), self._nomor, strict=False):
            self._lukis_nomor(pelukis, blok, nomor)
        pelukis.end()

    def _lukis_nomor(self, pelukis: QPainter, blok: QTextBlock, nomor: str) -> None:
        if not blok.layout().lineCount():
            return
        baris = blok.layout().lineAt(0)
        asal = self.document().documentLayout().blockBoundingRect(blok).topLeft()
        dasar = asal.y() + baris.y() + baris.ascent()
        pelukis.drawText(QPointF(asal.x() + baris.x() - self._kolom, dasar), nomor)
