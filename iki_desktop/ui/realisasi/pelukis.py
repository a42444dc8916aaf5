"""How a cell is painted: paper where one types, a tint where something is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from iki_desktop.core.angka import format_angka
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

_HURUF_SATUAN = 9
_TEMBUS = 38
_BARIS_DIINGAT = 4_000
_TIDAK_MUAT = "####"
_LONGGAR = 4
"""Pixels to spare: on a screen that is scaled by a fraction, text comes out a little wider."""

_KANAN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_KIRI = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(slots=True)
class SelTampak:
    """A cell as it is to be painted; group names run over several cells, measured in pixels."""

    jenis: JenisBaris
    sel: Sel
    angka: bool = False
    terpilih: bool = False
    pratinjau: bool = False
    terkunci: bool = False
    lebar_kelompok: int = 0
    geser_kelompok: int = 0


class _Tulisan(NamedTuple):
    huruf: QFont
    warna: QColor
    rata: int


class Pelukis:
    """Fonts and laid-out lines are kept; colours are asked for at each painting."""

    def __init__(self) -> None:
        self._baris: dict[tuple[str, int, float, int], list[str]] = {}
        self._pendek: dict[tuple[str, int, float], str] = {}
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
        self._pendek.clear()
        self.mulai()

    def mulai(self) -> None:
        """Before each painting: the colours of the scheme as it is now."""
        self._warna = warna()
        self._teks = QGuiApplication.palette().color(QPalette.ColorRole.Text)
        self._tembus = QColor(self._warna.aksen)
        self._tembus.setAlpha(_TEMBUS)

    def lebar_tebal(self, teks: str) -> int:
        """Pixels that a short text takes in the heavier weight."""
        return QFontMetrics(self._tebal_angka).horizontalAdvance(teks) + _LONGGAR

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
        w, sel = self._warna, tampak.sel
        dapat_diisi = sel.kunci is not None and not tampak.terkunci
        painter.fillRect(rect, self._latar(w, tampak.jenis, dapat_diisi=dapat_diisi))
        if tampak.terpilih:
            painter.fillRect(rect, self._tembus)
        self._garis(painter, rect, w, sel.gaya, dapat_diisi=dapat_diisi)
        dalam = rect.adjusted(JARAK, 0, -JARAK, 0)
        if sel.bawah:
            dalam = self._lukis_bawah(painter, dalam, tampak)
        if not (sel.teks or (sel.petunjuk and dapat_diisi)):
            return
        if sel.usulan is not None and dapat_diisi:
            tulisan = _Tulisan(self._miring, w.redup, _KANAN)
            self._angka_utuh(painter, dalam, format_angka(sel.usulan), tulisan)
            return
        if sel.gaya is Gaya.KELOMPOK:
            self._lukis_kelompok(painter, rect, tampak)
        elif sel.gaya in (Gaya.URAIAN, Gaya.URAIAN_REDUP):
            self._lukis_uraian(painter, dalam, tampak)
        elif sel.gaya is Gaya.KETERANGAN and not tampak.angka:
            self._beberapa(painter, dalam, sel.teks, _Tulisan(self._kecil, w.redup, _KIRI))
        elif sel.teks and sel.gaya in (Gaya.TERHITUNG, Gaya.ISIAN, Gaya.TETAP):
            self._lukis_angka(painter, dalam, tampak)
        else:
            self._satu(painter, dalam, sel.teks or sel.petunjuk, self._tulisan(w, tampak))

    def _lukis_bawah(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> QRect:
        """A few quiet words on the second line; the room above them, all of it where nothing is."""
        sel = tampak.sel
        kiri = rect.left() + (JARAK_LEBAR if tampak.jenis is JenisBaris.FORMULASI and not tampak.angka else 0)
        tinggi = self._ukur_kecil.lineSpacing()
        batas = rect.center().y() + 1 if sel.teks else rect.center().y() - tinggi // 2
        kotak = QRect(kiri, batas, rect.right() - kiri + 1, tinggi)
        rata = _KANAN if tampak.angka else _KIRI
        self._satu(painter, kotak, sel.bawah, _Tulisan(self._kecil, self._warna.redup, rata))
        return QRect(rect.left(), batas - self._ukur.lineSpacing(), rect.width(), self._ukur.lineSpacing())

    def _tulisan(self, w: Warna, tampak: SelTampak) -> _Tulisan:
        """Font, colour and side of a cell of words."""
        match tampak.sel.gaya:
            case Gaya.ISIAN:
                return _Tulisan(self._kecil, w.redup, _KANAN)
            case Gaya.KATEGORI:
                warna_kata = warna_kategori(*tampak.sel.kelas) if tampak.sel.kelas else w.redup
                return _Tulisan(self._miring if tampak.pratinjau else self._tebal, warna_kata, _KIRI)
            case Gaya.KETERANGAN:
                return _Tulisan(self._kecil, w.redup, _KANAN)
            case _:
                return _Tulisan(self._biasa, self._teks, _KIRI)

    def _latar(self, w: Warna, jenis: JenisBaris, *, dapat_diisi: bool) -> QColor:
        if jenis is JenisBaris.JABATAN:
            return w.kelompok
        if jenis is JenisBaris.SASARAN:
            return w.terhitung
        return w.kertas if dapat_diisi else w.terhitung

    def _garis(self, painter: QPainter, rect: QRect, w: Warna, gaya: Gaya, *, dapat_diisi: bool) -> None:
        painter.setPen(w.garis)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if dapat_diisi:
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
            painter.drawLine(rect.left() - 1, rect.top(), rect.left() - 1, rect.bottom())
        elif gaya in (Gaya.URAIAN, Gaya.URAIAN_REDUP):
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _lukis_kelompok(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        """The name runs on over the empty cells at its right: each of them paints its share."""
        kiri = rect.left() - tampak.geser_kelompok + JARAK
        kotak = QRect(kiri, rect.top(), tampak.lebar_kelompok - 2 * JARAK, rect.height())
        huruf = self._tebal if tampak.jenis is JenisBaris.JABATAN else self._biasa
        painter.save()
        painter.setClipRect(rect)
        self._satu(painter, kotak, tampak.sel.teks, _Tulisan(huruf, self._teks, _KIRI))
        painter.restore()

    def _lukis_angka(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        sel = tampak.sel
        huruf = self._tebal_angka if tampak.jenis.kelompok else self._angka
        if tampak.pratinjau and sel.gaya is Gaya.TERHITUNG:
            huruf = self._miring
        if sel.satuan:
            kiri = rect.right() - self.lebar_satuan + 1
            kotak = QRect(kiri, rect.top(), self.lebar_satuan, rect.height())
            self._satu(painter, kotak, sel.satuan, _Tulisan(self._kecil, self._warna.redup, _KIRI))
            rect = rect.adjusted(0, 0, -self.lebar_satuan - 4, 0)
        warna_angka = self._warna.redup if sel.gaya is Gaya.TETAP else self._teks
        self._angka_utuh(painter, rect, sel.teks, _Tulisan(huruf, warna_angka, _KANAN))

    def _angka_utuh(self, painter: QPainter, rect: QRect, teks: str, tulisan: _Tulisan) -> None:
        """A number is never cut: what is cut would be read as another number.

        Where it does not fit it is written small, and where even that does not fit, as crosses;
        the column can be widened, and the strip below and the tooltip have the number whole.
        """
        painter.setFont(tulisan.huruf)
        painter.setPen(tulisan.warna)
        if painter.fontMetrics().horizontalAdvance(teks) > rect.width():
            painter.setFont(self._kecil)
            if painter.fontMetrics().horizontalAdvance(teks) > rect.width():
                teks = _TIDAK_MUAT
        painter.drawText(rect, tulisan.rata, teks)

    def _satu(self, painter: QPainter, rect: QRect, teks: str, tulisan: _Tulisan) -> None:
        """One line, elided where it does not fit."""
        painter.setFont(tulisan.huruf)
        painter.setPen(tulisan.warna)
        kunci = (teks, rect.width(), tulisan.huruf.pointSizeF())
        pendek = self._pendek.get(kunci)
        if pendek is None:
            if len(self._pendek) > _BARIS_DIINGAT:
                self._pendek.clear()
            pendek = painter.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, rect.width())
            self._pendek[kunci] = pendek
        painter.drawText(rect, tulisan.rata, pendek)

    def _lukis_uraian(self, painter: QPainter, rect: QRect, tampak: SelTampak) -> None:
        if tampak.jenis is JenisBaris.FORMULASI:
            rect = rect.adjusted(JARAK_LEBAR, 0, 0, 0)
        warna_teks = self._warna.redup if tampak.sel.gaya is Gaya.URAIAN_REDUP else self._teks
        self._beberapa(painter, rect, tampak.sel.teks, _Tulisan(self._biasa, warna_teks, _KIRI))

    def _beberapa(self, painter: QPainter, rect: QRect, teks: str, tulisan: _Tulisan) -> None:
        """As many lines as a row has room for, the last one elided; set in the middle."""
        painter.setFont(tulisan.huruf)
        painter.setPen(tulisan.warna)
        tinggi = painter.fontMetrics().lineSpacing()
        terbanyak = min(BANYAK_BARIS_TEKS, max(1, rect.height() // tinggi))
        baris = self._pecah(teks, tulisan.huruf, rect.width(), terbanyak)
        y = rect.top() + (rect.height() - tinggi * len(baris)) // 2
        for satu in baris:
            kotak = QRect(rect.left(), y, rect.width(), tinggi)
            painter.drawText(kotak, tulisan.rata, satu)
            y += tinggi

    def _pecah(self, teks: str, huruf: QFont, lebar: int, terbanyak: int) -> list[str]:
        """The text in lines; remembered, for scrolling."""
        kunci = (teks, lebar, huruf.pointSizeF(), terbanyak)
        baris = self._baris.get(kunci)
        if baris is None:
            if len(self._baris) > _BARIS_DIINGAT:
                self._baris.clear()
            baris = self._baris[kunci] = penggal(teks, huruf, lebar, terbanyak)
        return baris

    def lukis_fokus(self, painter: QPainter, rect: QRect, *, aktif: bool) -> None:
        """The frame around the current cell: strong while the grid has the keys."""
        w = self._warna
        pena = QPen(w.aksen if aktif else w.redup, 2 if aktif else 1)
        pena.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pena)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
