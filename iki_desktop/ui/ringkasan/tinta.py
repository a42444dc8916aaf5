"""Writing with a painter: text that is cut where it is long, lines that stay crisp."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette

from iki_desktop.ui.realisasi.pemenggalan import penggal
from iki_desktop.ui.tampilan import warna, warna_kategori

__all__ = [
    "KANAN",
    "KIRI",
    "TENGAH",
    "lebar_teks",
    "tegak",
    "tulis",
    "tulis_beberapa",
    "warna_kelas",
    "warna_teks",
]

KIRI = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
KANAN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
TENGAH = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

_LONGGAR = 4
"""Pixels to spare: on a screen that is scaled by a fraction, text comes out a little wider."""


def warna_teks() -> QColor:
    """The colour of plain words."""
    return QGuiApplication.palette().color(QPalette.ColorRole.WindowText)


def warna_kelas(kelas: tuple[int, int] | None) -> QColor:
    """The colour of a class of capaian; that of plain words where there is none."""
    return warna_kategori(*kelas) if kelas else warna_teks()


def lebar_teks(huruf: QFont, teks: str) -> int:
    """Pixels that a text takes on one line."""
    return QFontMetrics(huruf).horizontalAdvance(teks) + _LONGGAR


def tulis(
    painter: QPainter,
    kotak: QRect,
    teks: str,
    gaya: tuple[QFont, QColor],
    rata: Qt.AlignmentFlag | Qt.TextFlag | int = KIRI,
) -> None:
    """Write on one line in a font and a colour, cut at the end where it is long."""
    huruf, tinta = gaya
    painter.setFont(huruf)
    painter.setPen(tinta)
    muat = QFontMetrics(huruf).elidedText(teks, Qt.TextElideMode.ElideRight, kotak.width())
    painter.drawText(kotak, rata, muat)


def tulis_beberapa(
    painter: QPainter, kotak: QRect, teks: str, gaya: tuple[QFont, QColor], terbanyak: int
) -> None:
    """Write on at most so many lines, in the middle of the height, the last one cut where it is long."""
    huruf, tinta = gaya
    baris = penggal(teks, huruf, kotak.width(), terbanyak)
    tinggi = QFontMetrics(huruf).lineSpacing()
    atas = kotak.top() + (kotak.height() - tinggi * len(baris)) // 2
    painter.setFont(huruf)
    painter.setPen(tinta)
    for nomor, satu in enumerate(baris):
        painter.drawText(QRect(kotak.left(), atas + nomor * tinggi, kotak.width(), tinggi), KIRI, satu)


def tegak(painter: QPainter, x: float, atas: int, bawah: int) -> None:
    """The line of the target: dark, with a halo that parts it from the bars beneath."""
    painter.fillRect(QRect(round(x) - 2, atas, 4, bawah - atas), warna().lembar)
    painter.fillRect(QRect(round(x) - 1, atas, 2, bawah - atas), warna_teks())
