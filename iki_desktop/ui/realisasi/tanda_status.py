"""The sign of a quarter's state: an open ring, a tick, a padlock; always beside its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from iki_desktop.core.records import StatusIsian

__all__ = ["KATA_STATUS", "ikon_status", "lukis_tanda"]

KATA_STATUS = {
    StatusIsian.TERBUKA: "Terbuka",
    StatusIsian.SELESAI: "Selesai",
    StatusIsian.DIKUNCI: "Dikunci",
}


def lukis_tanda(painter: QPainter, kotak: QRectF, status: StatusIsian, tinta: QColor) -> None:
    """Paint the sign into a square."""
    s = kotak.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tinta, max(1.2, s / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match status:
        case StatusIsian.TERBUKA:
            painter.drawEllipse(kotak.center(), s * 0.3, s * 0.3)
        case StatusIsian.SELESAI:
            painter.drawPath(_centang(kotak, s))
        case StatusIsian.DIKUNCI:
            _gembok(painter, kotak, s, tinta)
    painter.restore()


def _centang(kotak: QRectF, s: float) -> QPainterPath:
    garis = QPainterPath(QPointF(kotak.left() + 0.15 * s, kotak.top() + 0.55 * s))
    garis.lineTo(kotak.left() + 0.4 * s, kotak.top() + 0.8 * s)
    garis.lineTo(kotak.left() + 0.85 * s, kotak.top() + 0.25 * s)
    return garis


def _gembok(painter: QPainter, kotak: QRectF, s: float, tinta: QColor) -> None:
    """A filled body under a shackle."""
    painter.drawArc(QRectF(kotak.left() + 0.3 * s, kotak.top() + 0.1 * s, 0.4 * s, 0.6 * s), 0, 180 * 16)
    badan = QPainterPath()
    badan.addRoundedRect(
        QRectF(kotak.left() + 0.16 * s, kotak.top() + 0.44 * s, 0.68 * s, 0.48 * s), s / 12, s / 12
    )
    painter.fillPath(badan, tinta)


def ikon_status(status: StatusIsian, tinta: QColor, sisi: int, rasio: float) -> QIcon:
    """The sign for a button, ``sisi`` pixels wide on a screen of that pixel ratio."""
    gambar = QPixmap(round(sisi * rasio), round(sisi * rasio))
    gambar.setDevicePixelRatio(rasio)
    gambar.fill(Qt.GlobalColor.transparent)
    painter = QPainter(gambar)
    lukis_tanda(painter, QRectF(0, 0, sisi, sisi), status, tinta)
    painter.end()
    return QIcon(gambar)
