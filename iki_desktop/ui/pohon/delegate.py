"""How a row is drawn: its words, then two small figures at the right; and where it is renamed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iki_desktop.ui.pohon.model import PERAN_ANGKA, PERAN_JENIS, PERAN_LANGKAH
from iki_desktop.ui.pohon.penyunting import PenyuntingNama
from iki_desktop.ui.pohon.teks import AngkaPohon
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_RAPAT,
    angka_sejajar,
    huruf_kecil,
    huruf_tebal,
    warna,
    warna_kategori,
)

__all__ = ["DelegasiPohon", "gambar_latar", "tulis", "warna_teks"]

Indeks = QModelIndex | QPersistentModelIndex

CONTOH_CAPAIAN = "100,0 %"
CONTOH_TERISI = "88/88"
"""The widest usual figures: they set the width of the two columns."""

_KANAN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KIRI = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DelegasiPohon(QStyledItemDelegate):
    """Draws and renames; ``ganti_nama`` answers with a sentence where the new name is refused."""

    def __init__(self, ganti_nama: Callable[[int, str], str], induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._ganti_nama = ganti_nama

    # --- drawing --------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Indeks) -> QSize:
        tinggi = QFontMetrics(huruf_tebal()).height() + JARAK
        return QSize(super().sizeHint(option, index).width(), tinggi)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        opsi = QStyleOptionViewItem(option)
        self.initStyleOption(opsi, index)
        teks = gambar_latar(painter, opsi)
        painter.save()
        ruang = opsi.rect.adjusted(JARAK_RAPAT, 0, -JARAK, 0)
        angka = index.data(PERAN_ANGKA)
        if isinstance(angka, AngkaPohon):
            lebar = self._gambar_angka(painter, opsi, ruang, angka)
            ruang.setRight(ruang.right() - lebar)
            huruf, pena = self._huruf(index), warna_teks(opsi)
            if index.data(PERAN_JENIS) == "Indikator" and not _terpilih(opsi):
                pena = warna().redup
            tulis(painter, ruang, teks, huruf, pena)
        else:
            self._gambar_petunjuk(painter, opsi, ruang, index.data(PERAN_LANGKAH) or ("", ""))
        painter.restore()

    def _huruf(self, index: Indeks) -> QFont:
        return huruf_tebal() if index.data(PERAN_JENIS) in ("Kecamatan", "Jabatan") else QApplication.font()

    def _gambar_angka(
        self, painter: QPainter, opsi: QStyleOptionViewItem, ruang: QRect, angka: AngkaPohon
    ) -> int:
        """Draw both figures at the right end; returns the width that they take."""
        painter.setFont(angka_sejajar(huruf_kecil()))
        redup = warna_teks(opsi) if _terpilih(opsi) else warna().redup
        terpakai = self._gambar_kolom(painter, ruang, angka.terisi, CONTOH_TERISI, redup)
        tinta = redup
        if angka.kelas >= 0 and not _terpilih(opsi):
            tinta = warna_kategori(angka.kelas, angka.banyak_kelas)
        sisa = ruang.adjusted(0, 0, -terpakai, 0)
        return terpakai + self._gambar_kolom(painter, sisa, angka.capaian, CONTOH_CAPAIAN, tinta)

    @staticmethod
    def _gambar_kolom(painter: QPainter, ruang: QRect, teks: str, contoh: str, tinta: QColor) -> int:
        """Write at the right end, in a column as wide as ``contoh`` at least; returns its width."""
        ukur = painter.fontMetrics()
        lebar = max(ukur.horizontalAdvance(contoh), ukur.horizontalAdvance(teks))
        kotak = QRect(ruang.right() - lebar, ruang.top(), lebar + 1, ruang.height())
        painter.setPen(tinta)
        painter.drawText(kotak, _KANAN, teks)
        return lebar + JARAK

    def _gambar_petunjuk(
        self, painter: QPainter, opsi: QStyleOptionViewItem, ruang: QRect, isi: tuple[str, str]
    ) -> None:
        keadaan, langkah = isi
        terpilih = _terpilih(opsi)
        lebar = tulis(
            painter, ruang, keadaan, QApplication.font(), warna_teks(opsi) if terpilih else warna().redup
        )
        tautan = QFont(QApplication.font())
        tautan.setUnderline(True)
        sisa = ruang.adjusted(lebar + QFontMetrics(tautan).horizontalAdvance(" "), 0, 0, 0)
        tulis(painter, sisa, langkah, tautan, warna_teks(opsi) if terpilih else opsi.palette.link().color())

    # --- renaming -------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Indeks) -> QWidget:
        return PenyuntingNama(parent)

    def setEditorData(self, editor: QWidget, index: Indeks) -> None:
        assert isinstance(editor, PenyuntingNama)
        if not editor.terisi:  # figures that change meanwhile must not take back what is typed
            editor.isi(index.data(Qt.ItemDataRole.EditRole) or "")

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Indeks) -> None:
        assert isinstance(editor, PenyuntingNama)
        editor.tempatkan(option.rect)

    def setModelData(self, editor: QWidget, model: QObject, index: Indeks) -> None:
        assert isinstance(editor, PenyuntingNama)
        if editor.berubah():
            editor.tolak(self._ganti_nama(int(index.internalId()), editor.toPlainText()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _selesai(event):
            assert isinstance(editor, QWidget)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)


def _selesai(event: QKeyEvent) -> bool:
    """Whether a key ends the renaming: Enter without Shift, and Tab, which must not wander on."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def gambar_latar(painter: QPainter, opsi: QStyleOptionViewItem) -> str:
    """Draw the row as the style would, selection and focus and all, but for its text; returns that."""
    teks, opsi.text = opsi.text, ""
    opsi.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, opsi, painter, opsi.widget)
    return teks


def _terpilih(opsi: QStyleOptionViewItem) -> bool:
    return bool(opsi.state & QStyle.StateFlag.State_Selected)


def warna_teks(opsi: QStyleOptionViewItem) -> QColor:
    """The colour of words in a row: on the selection's ground, or on the paper."""
    peran = QPalette.ColorRole.HighlightedText if _terpilih(opsi) else QPalette.ColorRole.Text
    aktif = opsi.state & QStyle.StateFlag.State_Active
    grup = QPalette.ColorGroup.Normal if aktif else QPalette.ColorGroup.Inactive
    return opsi.palette.color(grup, peran)


def tulis(painter: QPainter, ruang: QRect, teks: str, huruf: QFont, tinta: QColor) -> int:
    """Write on one line, cut at the end where it is long; returns the width written."""
    ukur = QFontMetrics(huruf)
    muat = ukur.elidedText(teks, Qt.TextElideMode.ElideRight, ruang.width())
    painter.setFont(huruf)
    painter.setPen(tinta)
    painter.drawText(ruang, _KIRI, muat)
    return ukur.horizontalAdvance(muat)
