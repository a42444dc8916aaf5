"""Lists: an indicator or a post, what it stands under, and a number at its end."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from iki_desktop.ui.ringkasan.deret import Deret
from iki_desktop.ui.ringkasan.kata import Baris
from iki_desktop.ui.ringkasan.tinta import KANAN, lebar_teks, tulis, warna_kelas, warna_teks
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, angka_sejajar, huruf_kecil, huruf_tebal, warna

__all__ = ["DaftarBaris"]


class DaftarBaris(Deret):
    """Rows of one line, or of two where any has a second."""

    def __init__(self, judul: str, induk: QWidget | None = None) -> None:
        self._lebar_angka = 0
        super().__init__(judul, induk)

    def _ukur(self) -> int:
        angka, kecil = angka_sejajar(huruf_tebal()), angka_sejajar(huruf_kecil())
        semua = [max(lebar_teks(angka, b.angka), lebar_teks(kecil, b.kata)) for b in self._baris]
        self._lebar_angka = min(max(semua, default=0), max(self.width(), 1) * 45 // 100)
        tinggi = QFontMetrics(self.font()).lineSpacing() + JARAK
        if any(b.rinci or b.kata for b in self._baris):
            tinggi += QFontMetrics(huruf_kecil()).lineSpacing() + 2
        return tinggi

    def _lukis_baris(self, painter: QPainter, kotak: QRect, baris: Baris) -> None:
        dalam = kotak.adjusted(JARAK, JARAK // 2, -JARAK, -JARAK // 2)
        atas, bawah = QRect(dalam), QRect(dalam)
        if baris.rinci or baris.kata:
            atas.setHeight(QFontMetrics(self.font()).lineSpacing())
            bawah.setTop(atas.bottom() + 2)
        kiri = dalam.width() - self._lebar_angka - JARAK_LEBAR
        tulis(painter, _sebagian(atas, 0, kiri), baris.nama, (self.font(), warna_teks()))
        angka = _sebagian(atas, dalam.width() - self._lebar_angka, self._lebar_angka)
        tulis(painter, angka, baris.angka, (angka_sejajar(huruf_tebal()), warna_teks()), KANAN)
        if baris.rinci or baris.kata:
            tulis(painter, _sebagian(bawah, 0, kiri), baris.rinci, (huruf_kecil(), warna().redup))
            kata = _sebagian(bawah, dalam.width() - self._lebar_angka, self._lebar_angka)
            tinta = warna_kelas(baris.kelas) if baris.kelas else warna().redup
            tulis(painter, kata, baris.kata, (angka_sejajar(huruf_kecil()), tinta), KANAN)


def _sebagian(kotak: QRect, geser: int, lebar: int) -> QRect:
    return QRect(kotak.left() + geser, kotak.top(), max(lebar, 1), kotak.height())
