"""The short list of the parts of a document, at the left of the page that edits one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from iki_desktop.ui.formulir.bagian_naskah import Bagian
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.bidang import letak_rapat
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, alat_polos

__all__ = ["DaftarBagian", "Perintah"]

_HURUF_LEBAR, _HURUF_SEMPIT = 26, 15
"""Width of the list in letters, where there is room and at the least."""

_GAYA = (
    "QListWidget { background: transparent; outline: none; }"
    "QListWidget::item { padding: 4px 6px; border-radius: 3px; color: palette(window-text); }"
    "QListWidget::item:selected { background: palette(mid); color: palette(window-text); }"
    "QListWidget::item:selected:focus { background: palette(highlight); color: palette(highlighted-text); }"
)
"""The chosen part is quiet while its page is typed in."""

_BAGIAN_LEBAR = 0.24
"""Its share of the width of the whole page."""


@dataclass(frozen=True, slots=True)
class Perintah:
    """What can be done with the part that is shown: go into its page, move it, delete it."""

    masuk: Callable[[], object]
    pindah: Callable[[int], object]
    hapus: Callable[[], object]


class _Daftar(QListWidget):
    """The list itself: as high as its rows."""

    def __init__(self, perintah: Perintah) -> None:
        super().__init__()
        kunci, alt = Qt.Key, Qt.KeyboardModifier.AltModifier
        self._perintah: dict[QKeyCombination, Callable[[], object]] = {
            QKeyCombination(kunci.Key_Return): perintah.masuk,
            QKeyCombination(kunci.Key_Enter): perintah.masuk,
            QKeyCombination(kunci.Key_F2): perintah.masuk,
            QKeyCombination(kunci.Key_Delete): perintah.hapus,
            QKeyCombination(alt, kunci.Key_Up): lambda: perintah.pindah(-1),
            QKeyCombination(alt, kunci.Key_Down): lambda: perintah.pindah(1),
        }
        self.setAccessibleName("Bagian dokumen")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setStyleSheet(_GAYA)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kombinasi = event.keyCombination()
        ubahan = kombinasi.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        perbuatan = self._perintah.get(QKeyCombination(ubahan, kombinasi.key()))
        if perbuatan is None:
            super().keyPressEvent(event)
        else:
            perbuatan()

    def sizeHint(self) -> QSize:
        baris = self.sizeHintForRow(0) if self.count() else 0
        return QSize(self.fontMetrics().averageCharWidth() * _HURUF_SEMPIT, baris * self.count() + JARAK)

    def minimumSizeHint(self) -> QSize:
        tinggi = min(self.sizeHint().height(), self.fontMetrics().lineSpacing() * 6)
        return QSize(self.fontMetrics().averageCharWidth() * _HURUF_SEMPIT, tinggi)


class DaftarBagian(QWidget):
    """The parts, and below them the steps that add one."""

    dipilih = Signal(object)
    """Another part is to be shown."""

    def __init__(
        self, perintah: Perintah, tambah_bab: Callable[[], object], tambah_iku: Callable[[], object]
    ) -> None:
        super().__init__()
        self.daftar = _Daftar(perintah)
        self.tombol_bab = tombol_teks("Tambah bab", tambah_bab)
        self.tombol_iku = tombol_teks("Tambah tabel IKU", tambah_iku)
        letak = letak_rapat(self, JARAK_RAPAT)
        letak.setContentsMargins(JARAK, JARAK_LEBAR, 0, JARAK_LEBAR)
        letak.addWidget(self.daftar)
        letak.addSpacing(JARAK)
        for tombol in (self.tombol_bab, self.tombol_iku):
            tombol.setStyleSheet("text-align: left; padding: 4px 6px;")
            letak.addWidget(tombol)
        letak.addStretch(1)
        letak.setStretchFactor(self.daftar, 0)
        self._semua: list[Bagian] = []
        self.daftar.currentRowChanged.connect(self._berganti)

    def sesuaikan_lebar(self, lebar: int) -> None:
        """Take a share of the page, neither too little to read nor more than the titles need."""
        huruf = self.fontMetrics().averageCharWidth()
        bagian = int(lebar * _BAGIAN_LEBAR)
        self.setFixedWidth(max(huruf * _HURUF_SEMPIT, min(bagian, huruf * _HURUF_LEBAR)) + JARAK)

    def tampilkan(self, isi: Sequence[tuple[Bagian, str, str]], terpilih: Bagian) -> None:
        """Show these parts with their names and titles; no signal is given."""
        self.daftar.blockSignals(True)
        while self.daftar.count() > len(isi):
            self.daftar.takeItem(self.daftar.count() - 1)
        while self.daftar.count() < len(isi):
            self.daftar.addItem(QListWidgetItem())
        for nomor, (_, nama, judul) in enumerate(isi):
            butir = self.daftar.item(nomor)
            butir.setText(f"{nama}  {judul}" if judul else nama)
            butir.setToolTip(alat_polos(judul) if judul else "")
        self._semua = [bagian for bagian, _, _ in isi]
        self.daftar.setCurrentRow(self._semua.index(terpilih))
        self.daftar.blockSignals(False)
        self.daftar.updateGeometry()

    def _berganti(self, nomor: int) -> None:
        if 0 <= nomor < len(self._semua):
            self.dipilih.emit(self._semua[nomor])
