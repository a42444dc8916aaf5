"""How a cell is painted: paper where one types, a tint where something is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from iki_desktop.ui.realisasi.baris import JenisBaris
from iki_desktop.ui.realisasi.pemenggalan import penggal
from iki_desktop.ui.realisasi.sel import Gaya, Sel
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_LEBAR,
    Warna,
    angka_sejajar,
    huruf_kecil,
    huruf_tebal,
    warna,
    warna_kategori,
)

__all__ = ["BANYAK_BARIS_TEKS", "Pelukis", "SelTampak"]

BANYAK_BARIS_TEKS = 2
"""Lines that the words of an indicator get; the strip below shows them whole."""

_HURUF_SATUAN = 7
_TEMBUS = 38

_KANAN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KIRI = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class SelTampak:
    """A cell as it is to be painted; group names run over several cells, measured in pixels."""

    jenis: JenisBaris
    sel: Sel
    teks: QColor
    angka: bool = False
    terpilih: bool = False
    pratinjau: bool = False
    lebar_kelompok: int = 0
    geser_kelompok: int = 0


class _Tulisan(NamedTuple):
    huruf: QFont
    warna: QColor
    rata: Qt.AlignmentFlag


class Pelukis:
    """Fonts and laid-out lines are kept; colours are asked for at each painting."""

    def __init__(self) -> None:
        self._baris: dict[tuple[str, int], list[str]] = {}
        self.segarkan()

    def segarkan(self) -> None:
        """Take the application's font anew."""
        self._biasa = QApplication.font()
        self._angka = angka_sejajar()
        self._tebal = huruf_tebal()
        self._kecil = huruf_kecil()
        self._miring = angka_sejajar()
        self._miring.setItalic(True)
        self._tebal_angka = angka_sejajar(self._tebal)
        self._ukur = QFontMetrics(self._biasa)
        self._ukur_kecil = QFontMetrics(self._kecil)
        self.lebar_satuan = self._ukur_kecil.averageCharWidth() * _HURUF_SATUAN
        self._baris.clear()

    @property
    def tinggi_baris(self) -> int:
        """Height of a row of figures."""
        return self._ukur.lineSpacing() * BANYAK_BARIS_TEKS + JARAK + 4

    @property
    def tinggi_kelompok(self) -> int:
        """Height of a row that heads others."""
        return self._ukur.lineSpacing() + JARAK + 2

    def lukis(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        """Paint one cell."""
        w, sel = warna(), tampak.sel
        painter.fillRect(rect, self._latar(w, tampak.jenis, sel))
        if tampak.terpilih:
            tembus = QColor(w.aksen)
            tembus.setAlpha(_TEMBUS)
            painter.fillRect(rect, tembus)
        self._garis(painter, rect, w, sel)
        if not (sel.teks or sel.petunjuk):
            return
        dalam = rect.adjusted(JARAK, 0, -JARAK, 0)
        if sel.gaya is Gaya.KELOMPOK:
            self._lukis_kelompok(painter, rect, tampak)
        elif sel.gaya is Gaya.URAIAN:
            self._lukis_uraian(painter, dalam, tampak)
        elif sel.teks and sel.gaya in (Gaya.TERHITUNG, Gaya.ISIAN, Gaya.TETAP):
            self._lukis_angka(painter, dalam, tampak)
        else:
            self._satu(painter, dalam, sel.teks or sel.petunjuk, self._tulisan(w, tampak))

    def _tulisan(self, w: Warna, tampak: SelTampak) -> _Tulisan:
        """Font, colour and side of a cell of words."""
        match tampak.sel.gaya:
            case Gaya.ISIAN:
                return _Tulisan(self._kecil, w.redup, _KANAN)
            case Gaya.KATEGORI:
                warna_kata = warna_kategori(*tampak.sel.kelas) if tampak.sel.kelas else w.redup
                return _Tulisan(self._miring if tampak.pratinjau else self._tebal, warna_kata, _KIRI)
            case Gaya.KETERANGAN:
                return _Tulisan(self._kecil, w.redup, _KANAN if tampak.angka else _KIRI)
            case _:
                return _Tulisan(self._biasa, tampak.teks, _KIRI)

    def _latar(self, w: Warna, jenis: JenisBaris, sel: Sel) -> QColor:
        if jenis is JenisBaris.JABATAN:
            return w.kelompok
        if jenis is JenisBaris.SASARAN:
            return w.terhitung
        return w.kertas if sel.kunci is not None or sel.gaya is Gaya.URAIAN else w.terhitung

    def _garis(self, painter: QPainter, rect: QRect, w: Warna, sel: Sel) -> None:
        painter.setPen(w.garis)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if sel.kunci is not None:
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
            painter.drawLine(rect.left() - 1, rect.top(), rect.left() - 1, rect.bottom())
        elif sel.gaya is Gaya.URAIAN:
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _lukis_kelompok(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        """The name runs on over the empty cells at its right: each of them paints its share."""
        kiri = rect.left() - tampak.geser_kelompok + JARAK
        kotak = QRect(kiri, rect.top(), tampak.lebar_kelompok - 2 * JARAK, rect.height())
        huruf = self._tebal if tampak.jenis is JenisBaris.JABATAN else self._biasa
        painter.save()
        painter.setClipRect(rect)
        self._satu(painter, kotak, tampak.sel.teks, _Tulisan(huruf, tampak.teks, _KIRI))
        painter.restore()

    def _lukis_angka(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        sel = tampak.sel
        huruf = self._tebal_angka if tampak.jenis.kelompok else self._angka
        if tampak.pratinjau and sel.gaya is Gaya.TERHITUNG:
            huruf = self._miring
        if sel.satuan:
            kiri = rect.right() - self.lebar_satuan + 1
            kotak = QRect(kiri, rect.top(), self.lebar_satuan, rect.height())
            self._satu(painter, kotak, sel.satuan, _Tulisan(self._kecil, warna().redup, _KIRI))
            rect = rect.adjusted(0, 0, -self.lebar_satuan - 4, 0)
        warna_angka = warna().redup if sel.gaya is Gaya.TETAP else tampak.teks
        self._satu(painter, rect, sel.teks, _Tulisan(huruf, warna_angka, _KANAN))

    def _satu(self, painter: QPainter, rect: QRect, teks: str, tulisan: _Tulisan) -> None:
        """One line, elided where it does not fit."""
        painter.setFont(tulisan.huruf)
        painter.setPen(tulisan.warna)
        pendek = painter.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, tulisan.rata | Qt.TextFlag.TextSingleLine, pendek)

    def _lukis_uraian(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        bagian = tampak.jenis is JenisBaris.FORMULASI
        if bagian:
            rect = rect.adjusted(JARAK_LEBAR, 0, 0, 0)
        painter.setFont(self._biasa)
        painter.setPen(warna().redup if bagian else tampak.teks)
        baris = self._pecah(tampak.sel.teks, rect.width())
        tinggi = self._ukur.lineSpacing()
        y = rect.top() + (rect.height() - tinggi * len(baris)) // 2
        for satu in baris:
            kotak = QRect(rect.left(), y, rect.width(), tinggi)
            painter.drawText(kotak, _KIRI | Qt.TextFlag.TextSingleLine, satu)
            y += tinggi

    def _pecah(self, teks: str, lebar: int) -> list[str]:
        """The text in at most two lines, the last one elided; remembered, for scrolling."""
        kunci = (teks, lebar)
        baris = self._baris.get(kunci)
        if baris is None:
            if len(self._baris) > 4_000:
                self._baris.clear()
            baris = self._baris[kunci] = penggal(teks, self._biasa, lebar, BANYAK_BARIS_TEKS)
        return baris

    def lukis_fokus(self, painter: QPainter, rect: QRect, *, aktif: bool) -> None:
        """The frame around the current cell: strong while the grid has the keys."""
        w = warna()
        pena = QPen(w.aksen if aktif else w.redup, 2 if aktif else 1)
        pena.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pena)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
