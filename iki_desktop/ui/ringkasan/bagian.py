"""A part of the page: its title, something to choose, the drawing, and a word where it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.angka import format_angka
from iki_desktop.ui.ringkasan.deret import Deret
from iki_desktop.ui.ringkasan.kata import Baris
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, huruf_tebal, label_kecil, label_polos

__all__ = ["Bagian", "BagianDeret", "Berdampingan"]

_SEMPIT = 92
"""Average characters: on a narrower page, what stood side by side stands one under the other."""


class Bagian(QWidget):
    """Title above, drawing below; a sentence in its place where there is nothing to draw."""

    def __init__(self, judul: str, isi: QWidget, *pilihan: QWidget) -> None:
        super().__init__()
        self.isi = isi
        self.judul = label_polos(judul)
        self.judul.setFont(huruf_tebal())
        self.judul.setWordWrap(False)
        self.keterangan = label_kecil()
        self.keterangan.setContentsMargins(JARAK, 0, JARAK, 0)
        self.keterangan.hide()
        kepala = QHBoxLayout()
        kepala.setSpacing(0)
        kepala.setContentsMargins(JARAK, 0, JARAK, 0)
        kepala.addWidget(self.judul, 1)
        for satu in pilihan:
            kepala.addWidget(satu)
        self._letak = QVBoxLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setSpacing(JARAK_RAPAT)
        self._letak.addLayout(kepala)
        self._letak.addWidget(isi)
        self._letak.addWidget(self.keterangan)
        self._letak.addStretch(1)

    def katakan(self, teks: str, *, tanpa_isi: bool = False) -> None:
        """A quiet sentence below the drawing, or instead of it; none for an empty text."""
        self.keterangan.setText(teks)
        self.keterangan.setVisible(bool(teks))
        self.isi.setVisible(not tanpa_isi)


class BagianDeret(Bagian):
    """Rows, of which the first ones are shown until all are asked for."""

    def __init__(self, judul: str, deret: Deret, awal: int, benda: str, *pilihan: QWidget) -> None:
        super().__init__(judul, deret, *pilihan)
        self.deret = deret
        self._awal = awal
        self._benda = benda
        self._semua: tuple[Baris, ...] = ()
        self._judul_dibaca = judul
        self.tombol_semua = QPushButton()
        self.tombol_semua.setCheckable(True)
        self.tombol_semua.setFlat(True)
        self.tombol_semua.toggled.connect(self._terapkan)
        baris = QHBoxLayout()
        baris.addWidget(self.tombol_semua)
        baris.addStretch(1)
        self._letak.insertLayout(2, baris)

    def set_baris(self, baris: Sequence[Baris], judul: str) -> None:
        """Show these rows; ``judul`` is what a screen reader calls them."""
        self._semua = tuple(baris)
        self._judul_dibaca = judul
        self._terapkan()

    def _terapkan(self) -> None:
        lebih = len(self._semua) > self._awal
        penuh = self.tombol_semua.isChecked()
        self.tombol_semua.setVisible(lebih)
        banyak = f"{format_angka(Decimal(len(self._semua)))} {self._benda}"
        self.tombol_semua.setText(f"Tampilkan {self._awal} saja" if penuh else f"Tampilkan semua ({banyak})")
        self.deret.set_baris(self._semua if penuh else self._semua[: self._awal], self._judul_dibaca)


class Berdampingan(QWidget):
    """Parts side by side; one under the other where the page is narrow."""

    def __init__(self, *bagian: tuple[QWidget, int]) -> None:
        super().__init__()
        self._letak = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setSpacing(2 * JARAK_LEBAR)
        for satu, lebar in bagian:
            self._letak.addWidget(satu, lebar, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sempit = event.size().width() < self.fontMetrics().averageCharWidth() * _SEMPIT
        arah = QBoxLayout.Direction.TopToBottom if sempit else QBoxLayout.Direction.LeftToRight
        if self._letak.direction() != arah:
            self._letak.setDirection(arah)
            self._letak.setSpacing(JARAK_LEBAR if sempit else 2 * JARAK_LEBAR)
