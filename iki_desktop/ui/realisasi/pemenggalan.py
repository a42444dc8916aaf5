"""Text broken into so many lines of a width, the last one elided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

__all__ = ["penggal"]


def penggal(teks: str, huruf: QFont, lebar: int, terbanyak: int) -> list[str]:
    """The lines of a text on one paragraph; none for an empty text."""
    ukur = QFontMetrics(huruf)
    lebar = max(lebar, 1)
    hasil: list[str] = []
    tata = QTextLayout(teks, huruf)
    tata.beginLayout()
    while teks and len(hasil) < terbanyak and (garis := tata.createLine()).isValid():
        garis.setLineWidth(lebar)
        awal = garis.textStart()
        akhir = None if len(hasil) == terbanyak - 1 else awal + garis.textLength()
        sisa = _irisan(teks, awal, akhir).strip()
        hasil.append(ukur.elidedText(sisa, Qt.TextElideMode.ElideRight, lebar))
    tata.endLayout()
    return hasil


def _irisan(teks: str, awal: int, akhir: int | None) -> str:
    """A part of a text by Qt's positions, which count UTF-16 units and not characters."""
    if teks.isascii():
        return teks[awal:akhir]
    satuan = teks.encode("utf-16-le", "surrogatepass")
    return satuan[2 * awal : None if akhir is None else 2 * akhir].decode("utf-16-le", "replace")
