"""Bars: capaian of each post against the line of the target.

Beside the bar stand the number and the word of its class, so that colour never speaks alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QWidget

from iki_desktop.naskah import grafik
from iki_desktop.ui.ringkasan.deret import Deret
from iki_desktop.ui.ringkasan.kata import Baris
from iki_desktop.ui.ringkasan.tinta import (
    KANAN,
    TENGAH,
    lebar_teks,
    tegak,
    tulis,
    tulis_beberapa,
    warna_kelas,
    warna_teks,
)
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, angka_sejajar, huruf_kecil, huruf_tebal, warna

__all__ = ["SKALA_TERBESAR", "SKALA_TERKECIL", "GrafikBatang"]

SKALA_TERKECIL, SKALA_TERBESAR = float(grafik.SKALA_TERKECIL), float(grafik.SKALA_TERBESAR)
"""Percent at the right end, as on paper."""

_TARGET = float(grafik.TARGET)
_LABEL_TARGET = "target 100 %"
_BARIS_NAMA = 2


class GrafikBatang(Deret):
    """A bar for each post."""

    def __init__(self, judul: str, induk: QWidget | None = None) -> None:
        self._terpilih = 0
        self._lebar_nama = self._lebar_angka = self._lebar_kata = 0
        self._baris_nama = 1
        self._skala = SKALA_TERKECIL
        super().__init__(judul, induk)

    def set_terpilih(self, node_id: int) -> None:
        """Mark the post that is selected in the tree."""
        if node_id != self._terpilih:
            self._terpilih = node_id
            self.update()

    @property
    def skala(self) -> float:
        """Percent at the right end of the bars."""
        return self._skala

    # --- measuring --------------------------------------------------------------------------------

    def _ukur(self) -> int:
        bernilai = [b for b in self._baris if b.nilai is not None]
        self._skala = min(max([SKALA_TERKECIL, *(b.nilai or 0.0 for b in bernilai)]), SKALA_TERBESAR)
        lebar = max(self.width(), 1)
        angka, tebal, biasa = angka_sejajar(huruf_tebal()), huruf_tebal(), self.font()
        self._lebar_angka = min(max((lebar_teks(angka, b.angka) for b in bernilai), default=0), lebar // 5)
        kata = {b.kata for b in bernilai}
        self._lebar_kata = min(max((lebar_teks(tebal, k) for k in kata), default=0), lebar // 4)
        terpanjang = max((lebar_teks(tebal, b.nama) for b in self._baris), default=0)
        self._lebar_nama = min(terpanjang, lebar * 36 // 100)
        self._baris_nama = _BARIS_NAMA if terpanjang > self._lebar_nama else 1
        return QFontMetrics(biasa).lineSpacing() * self._baris_nama + JARAK

    def _tinggi_kepala(self) -> int:
        ada = any(b.nilai is not None for b in self._baris)
        return QFontMetrics(huruf_kecil()).lineSpacing() + 2 if ada else 0

    def _kotak_batang(self, kotak: QRect) -> QRect:
        """The room of the bars in a row: what name, number and word leave."""
        kiri = JARAK + self._lebar_nama + JARAK_LEBAR
        kanan = self.width() - JARAK - self._lebar_kata - JARAK - self._lebar_angka - JARAK_LEBAR
        return QRect(kiri, kotak.top(), max(kanan - kiri, 1), kotak.height())

    def x_nilai(self, nilai: float) -> float:
        """Where a percentage ends."""
        ruang = self._kotak_batang(self.rect())
        return ruang.left() + ruang.width() * min(max(nilai, 0.0), self._skala) / self._skala

    # --- painting ---------------------------------------------------------------------------------

    def _lukis_kepala(self, painter: QPainter) -> None:
        huruf = huruf_kecil()
        ruang, lebar = self._kotak_batang(self.rect()), lebar_teks(huruf, _LABEL_TARGET)
        kiri = round(self.x_nilai(_TARGET)) - lebar // 2
        kiri = min(kiri, self.width() - lebar)
        kotak = QRect(max(kiri, ruang.left() - JARAK_LEBAR), 0, lebar, self._tinggi_kepala())
        tulis(painter, kotak, _LABEL_TARGET, (huruf, warna().redup), TENGAH)

    def _lukis_baris(self, painter: QPainter, kotak: QRect, baris: Baris) -> None:
        huruf = huruf_tebal() if baris.id == self._terpilih else self.font()
        nama = QRect(JARAK, kotak.top(), self._lebar_nama, kotak.height())
        tulis_beberapa(painter, nama, baris.nama, (huruf, warna_teks()), self._baris_nama)
        ruang = self._kotak_batang(kotak)
        if baris.nilai is None:
            ruang.setRight(self.width() - JARAK)
            kosong = ruang.adjusted(JARAK, 0, 0, 0)
            tulis(painter, kosong, baris.kata, (huruf_kecil(), warna().redup))
            return
        self._lukis_batang(painter, ruang, baris)
        kanan = self.width() - JARAK - self._lebar_kata
        angka = QRect(kanan - JARAK - self._lebar_angka, kotak.top(), self._lebar_angka, kotak.height())
        tulis(painter, angka, baris.angka, (angka_sejajar(huruf_tebal()), warna_teks()), KANAN)
        kata = QRect(kanan, kotak.top(), self._lebar_kata, kotak.height())
        tulis(painter, kata, baris.kata, (huruf_tebal(), warna_kelas(baris.kelas)))

    def _lukis_batang(self, painter: QPainter, ruang: QRect, baris: Baris) -> None:
        assert baris.nilai is not None
        tebal = min(QFontMetrics(self.font()).height(), ruang.height() - JARAK)
        lebar = round(self.x_nilai(baris.nilai)) - ruang.left()
        batang = QRect(ruang.left(), ruang.center().y() - tebal // 2 + 1, lebar, tebal)
        painter.fillRect(batang, warna_kelas(baris.kelas))
        if baris.nilai > self._skala:
            self._sobek(painter, batang)

    def _sobek(self, painter: QPainter, batang: QRect) -> None:
        """Two slanted cuts: the bar goes on beyond the end of the scale."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(warna().lembar)
        for geser in (14, 8):
            kiri, condong = batang.right() - geser, batang.height() // 3
            sudut = [
                QPoint(kiri, batang.bottom() + 2),
                QPoint(kiri + condong, batang.top() - 1),
                QPoint(kiri + condong + 3, batang.top() - 1),
                QPoint(kiri + 3, batang.bottom() + 2),
            ]
            painter.drawPolygon(QPolygon(sudut))
        painter.restore()

    def _lukis_akhir(self, painter: QPainter, bagian: QRect) -> None:
        """The line where bars begin, and that of the target wherever there is a bar to hold against it."""
        if not self._tinggi_kepala():  # no bar anywhere
            return
        atas, bawah = self._tinggi_kepala(), self.height()
        dari, sampai = max(bagian.top(), atas), min(bagian.bottom() + 1, bawah)
        ruang = self._kotak_batang(self.rect())
        painter.fillRect(QRect(ruang.left() - 1, dari, 1, sampai - dari), warna().redup)
        for nomor in self._terlihat(bagian):
            kotak = self.kotak_baris(nomor)
            if self._baris[nomor].nilai is not None:
                tegak(painter, self.x_nilai(_TARGET), kotak.top(), kotak.bottom() + 1)
