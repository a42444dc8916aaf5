"""Rows painted one under another: what bars and lists have in common.

Only rows within the part to be painted are painted, so that a thousand cost no more than those
seen.  Keys move a current row, which is outlined; its words become the accessible name, and the
description holds all rows, as a table read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from iki_desktop.ui.ringkasan.kata import Baris
from iki_desktop.ui.tampilan import warna

__all__ = ["Deret", "bingkai_fokus"]

_SEHALAMAN = 8
_LANGKAH = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_SEHALAMAN,
    Qt.Key.Key_PageDown: _SEHALAMAN,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


def bingkai_fokus(painter: QPainter, kotak: QRect) -> None:
    """Outline what the keys act on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(warna().aksen, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(kotak.adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


class Deret(QWidget):
    """Rows of one height.  A subclass measures and paints one of them.

    Signals
    -------
    dituju(int)
        a row is clicked, or Enter is pressed on it: go to this record.
    dipilih(int)
        the space bar is pressed on it: select this record, and stay.
    kini_berubah(QRect)
        another row is the current one; this is where it stands.
    """

    dituju = Signal(int)
    dipilih = Signal(int)
    kini_berubah = Signal(QRect)

    def __init__(self, judul: str, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._judul = judul
        self._baris: tuple[Baris, ...] = ()
        self._kini = 0
        self._sorot = -1
        self._tekan = -1
        self._tinggi = 1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._katakan()

    # --- what a subclass gives ----------------------------------------------------------------

    def _ukur(self) -> int:
        """Measure for the present width and font; the height of a row."""
        raise NotImplementedError

    def _tinggi_kepala(self) -> int:
        return 0

    def _lukis_kepala(self, painter: QPainter) -> None:
        """Paint what stands above the rows."""

    def _lukis_baris(self, painter: QPainter, kotak: QRect, baris: Baris) -> None:
        raise NotImplementedError

    def _lukis_akhir(self, painter: QPainter, bagian: QRect) -> None:
        """Paint over the rows, within the part that is painted anew."""

    # --- rows -------------------------------------------------------------------------------------

    def baris(self) -> tuple[Baris, ...]:
        """The rows as they are shown."""
        return self._baris

    def kini(self) -> Baris | None:
        """The row that the keys act on."""
        return self._baris[self._kini] if self._baris else None

    def set_baris(self, baris: Sequence[Baris], judul: str = "") -> None:
        """Show these; the current row stays with its record, wherever that has gone."""
        lama = self.kini()
        self._baris = tuple(baris)
        self._judul = judul or self._judul
        tempat = {b.id: n for n, b in enumerate(self._baris)}
        self._kini = tempat.get(lama.id if lama else 0, min(self._kini, max(len(self._baris) - 1, 0)))
        self._sorot = self._tekan = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._baris else Qt.FocusPolicy.NoFocus)
        self._ukur_ulang()
        self._katakan()
        self.setAccessibleDescription(". ".join(b.kalimat for b in self._baris))

    def _katakan(self) -> None:
        kini = self.kini()
        tempat = f". {self._kini + 1} dari {len(self._baris)}: {kini.kalimat}" if kini else ""
        self.setAccessibleName(self._judul + tempat)

    def _ukur_ulang(self) -> None:
        self._tinggi = max(self._ukur(), 1)
        self.updateGeometry()
        self.update()

    def kotak_baris(self, nomor: int) -> QRect:
        """Where a row stands."""
        return QRect(0, self._tinggi_kepala() + nomor * self._tinggi, self.width(), self._tinggi)

    def _nomor_di(self, titik: QPoint) -> int:
        nomor = (titik.y() - self._tinggi_kepala()) // self._tinggi
        return nomor if 0 <= nomor < len(self._baris) else -1

    def sizeHint(self) -> QSize:
        lebar = self.fontMetrics().averageCharWidth() * 40
        return QSize(lebar, self._tinggi_kepala() + len(self._baris) * self._tinggi)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # bars and lines are upright: without smoothing they stay crisp at 150 %
        bagian = event.rect()
        if bagian.top() < self._tinggi_kepala():
            self._lukis_kepala(painter)
        terlihat = self._terlihat(bagian)
        for nomor in terlihat:
            kotak = self.kotak_baris(nomor)
            if nomor == self._sorot:
                painter.fillRect(kotak, warna().kelompok)
            self._lukis_baris(painter, kotak, self._baris[nomor])
        self._lukis_akhir(painter, bagian)
        if self.hasFocus() and self._kini in terlihat:
            bingkai_fokus(painter, self.kotak_baris(self._kini))
        painter.end()

    def _terlihat(self, bagian: QRect) -> range:
        """The rows that reach into a part of the widget."""
        kepala = self._tinggi_kepala()
        awal = max((bagian.top() - kepala) // self._tinggi, 0)
        return range(awal, min((bagian.bottom() - kepala) // self._tinggi + 1, len(self._baris)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._ukur_ulang()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._ukur_ulang()

    # --- moving and going -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kunci, kini = event.key(), self.kini()
        if kini is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif kunci in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dituju.emit(kini.id)
        elif kunci == Qt.Key.Key_Space:
            self.dipilih.emit(kini.id)
        elif kunci in _LANGKAH:
            self._ke(self._kini + _LANGKAH[Qt.Key(kunci)])
        else:
            super().keyPressEvent(event)

    def _ke(self, nomor: int) -> None:
        nomor = min(max(nomor, 0), len(self._baris) - 1)
        if nomor != self._kini:
            self.update(self.kotak_baris(self._kini))
            self._kini = nomor
            self._katakan()
        self.update(self.kotak_baris(nomor))
        self.kini_berubah.emit(self.kotak_baris(nomor))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tab brings the current row into sight, not the middle of a long list: Qt asks here where it is."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._baris:
            return self.kotak_baris(self._kini)
        return super().inputMethodQuery(query)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tekan = self._nomor_di(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._tekan < 0:
            self._tekan = -1
            super().mousePressEvent(event)
            return
        self.update(self.kotak_baris(self._kini))
        self._kini = self._tekan
        self._katakan()
        self.update(self.kotak_baris(self._kini))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        nomor, self._tekan = self._tekan, -1
        if nomor >= 0 and nomor == self._nomor_di(event.position().toPoint()):
            self.dituju.emit(self._baris[nomor].id)
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._sorotkan(self._nomor_di(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._sorotkan(-1)
        super().leaveEvent(event)

    def _sorotkan(self, nomor: int) -> None:
        if nomor != self._sorot:
            for satu in (self._sorot, nomor):
                if satu >= 0:
                    self.update(self.kotak_baris(satu))
            self._sorot = nomor
            self.setCursor(Qt.CursorShape.PointingHandCursor if nomor >= 0 else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            nomor = self._nomor_di(event.pos())
            if nomor >= 0:
                teks = f"<p>{escape(self._baris[nomor].kalimat)}</p>"
                QToolTip.showText(event.globalPos(), teks, self, self.kotak_baris(nomor))
                return True
        return super().event(event)
