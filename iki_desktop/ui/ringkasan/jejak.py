"""A course over quarters or years: points with numbers, joined where nothing is missing between.

What is missing is a gap, never a 0.  The office is a full circle on a solid line, the post an
open square on a broken one: told apart without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from iki_desktop.core.capaian import Aturan
from iki_desktop.core.ringkasan import Lintasan, Titik
from iki_desktop.ui.ringkasan.deret import bingkai_fokus
from iki_desktop.ui.ringkasan.kata import kalimat_lintasan, kalimat_titik, nama_titik
from iki_desktop.ui.ringkasan.sumbu import Sumbu, sumbu
from iki_desktop.ui.ringkasan.tinta import TENGAH, lebar_teks, tulis, warna_teks
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_LEBAR,
    JARAK_RAPAT,
    angka_sejajar,
    huruf_kecil,
    huruf_tebal,
    warna,
)

__all__ = ["GrafikJejak"]

_BARIS_TEKS = 9
"""Height of the drawing, in lines of text."""

_TANDA = 4.0
_DEKAT = 18.0
"""Pixels: half a marker, and how near to it a click counts."""


class GrafikJejak(QWidget):
    """One or two courses over the same quarters or years.

    Signals
    -------
    dituju(int, int, object)
        a point is clicked or entered: its record, year and period.
    kini_berubah(QRect)
        the keys act on this widget now; this is its place.
    """

    dituju = Signal(int, int, object)
    kini_berubah = Signal(QRect)

    def __init__(self, judul: str, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._judul = judul
        self._lintasan: tuple[Lintasan, ...] = ()
        self._aturan = Aturan()
        self._tebal = -1
        self._seri = self._letak = 0
        self._sumbu = Sumbu(0.0, 100.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what is drawn ----------------------------------------------------------------------------

    def lintasan(self) -> tuple[Lintasan, ...]:
        """The courses as they are shown."""
        return self._lintasan

    def set_lintasan(
        self, lintasan: Sequence[Lintasan], aturan: Aturan, tebal: int, judul: str | None = None
    ) -> None:
        """Show these; ``tebal`` is the place that the session looks at, -1 for none.

        ``judul`` is what a screen reader calls them from now on.
        """
        self._judul = judul or self._judul
        self._lintasan, self._aturan, self._tebal = tuple(lintasan), aturan, tebal
        self._sumbu = sumbu([float(t.capaian) for s in lintasan for t in s.titik if t.capaian is not None])
        self._seri = min(self._seri, max(len(self._lintasan) - 1, 0))
        self._letak = min(self._letak, max(self._banyak() - 1, 0))
        self.setAccessibleDescription(". ".join(kalimat_lintasan(s, aturan) for s in lintasan))
        self._katakan()
        self.updateGeometry()
        self.update()

    def _banyak(self) -> int:
        return len(self._lintasan[0].titik) if self._lintasan else 0

    def kini(self) -> Titik | None:
        """The place that the keys act on."""
        return self._lintasan[self._seri].titik[self._letak] if self._lintasan else None

    def _katakan(self) -> None:
        kini = self.kini()
        kalimat = f". {kalimat_titik(self._lintasan[self._seri], kini, self._aturan)}" if kini else ""
        self.setAccessibleName(self._judul + kalimat)

    # --- places -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        ukur = self.fontMetrics()
        return QSize(ukur.averageCharWidth() * 48, ukur.lineSpacing() * _BARIS_TEKS + self._tinggi_nama())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self.sizeHint().height())

    def _tinggi_nama(self) -> int:
        return (QFontMetrics(huruf_kecil()).lineSpacing() + 2) * max(len(self._lintasan), 1) + JARAK

    def _bidang(self) -> QRect:
        """The room of the drawing: numbers have a line above and below, the names of places one more."""
        baris = self.fontMetrics().lineSpacing()
        kiri = lebar_teks(huruf_kecil(), "100 %") + 2 * JARAK
        atas = self._tinggi_nama() + baris
        return QRect(
            kiri, atas, max(self.width() - kiri - JARAK, 1), max(self.height() - atas - 2 * baris - JARAK, 1)
        )

    def _kolom(self, letak: int) -> QRect:
        bidang = self._bidang()
        lebar = bidang.width() / max(self._banyak(), 1)
        kiri = bidang.left() + round(lebar * letak)
        return QRect(kiri, self._tinggi_nama(), round(lebar), self.height() - self._tinggi_nama())

    def _y(self, nilai: float) -> float:
        bidang, s = self._bidang(), self._sumbu
        return bidang.bottom() - bidang.height() * (nilai - s.bawah) / (s.atas - s.bawah)

    def tempat(self, seri: int, letak: int) -> QPointF | None:
        """Where a point stands; ``None`` for a gap."""
        capaian = self._lintasan[seri].titik[letak].capaian
        if capaian is None:
            return None
        return QPointF(self._kolom(letak).center().x() + 0.5, self._y(float(capaian)))

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._banyak():
            self._lukis_kolom(painter)
            self._lukis_garis_acuan(painter)
            for seri in range(len(self._lintasan)):
                self._lukis_nama(painter, seri)
                self._lukis_garis(painter, seri)
            self._lukis_angka(painter)
            self._lukis_tanda(painter)
            if self.hasFocus():
                bingkai_fokus(painter, self._kotak_kini())
        painter.end()

    def _lukis_kolom(self, painter: QPainter) -> None:
        for letak, titik in enumerate(self._lintasan[0].titik):
            kolom = self._kolom(letak)
            dipilih = letak == self._tebal
            if dipilih:
                painter.fillRect(kolom.adjusted(JARAK_RAPAT, 0, -JARAK_RAPAT, 0), warna().kelompok)
            tinggi = self.fontMetrics().lineSpacing()
            bawah = QRect(kolom.left(), self.height() - tinggi - 2, kolom.width(), tinggi)
            huruf = huruf_tebal() if dipilih else self.font()
            tulis(painter, bawah, nama_titik(titik), (huruf, warna_teks()), TENGAH)
            if all(s.titik[letak].capaian is None for s in self._lintasan):
                dasar = round(self._y(self._sumbu.bawah)) - JARAK_RAPAT
                kosong = QRect(kolom.left(), dasar - tinggi, kolom.width(), tinggi)
                tulis(painter, kosong, "belum ada", (huruf_kecil(), warna().redup), TENGAH)

    def _lukis_garis_acuan(self, painter: QPainter) -> None:
        """The target, broken, and the round number at the foot, so that nobody takes it for 0."""
        bidang, w = self._bidang(), warna()
        tinggi = QFontMetrics(huruf_kecil()).height()
        for nilai in {self._sumbu.bawah, 100.0}:
            y = round(self._y(nilai))
            painter.setPen(QPen(w.redup if nilai == 100.0 else w.garis, 1, _gaya(nilai)))
            painter.drawLine(QPointF(bidang.left(), y + 0.5), QPointF(bidang.right(), y + 0.5))
            if nilai != 100.0 and y - self._y(100.0) < tinggi:
                continue  # the two labels would meet
            kotak = QRect(JARAK, y - tinggi // 2, bidang.left() - 2 * JARAK, tinggi)
            tulis(painter, kotak, f"{nilai:.0f} %".replace("-", "−"), (huruf_kecil(), w.redup))

    def _lukis_nama(self, painter: QPainter, seri: int) -> None:
        tinggi = QFontMetrics(huruf_kecil()).lineSpacing() + 2
        tengah, kiri = seri * tinggi + tinggi / 2, 2 * JARAK_LEBAR + JARAK
        painter.setPen(self._pena(seri))
        painter.drawLine(QPointF(JARAK, tengah), QPointF(kiri - JARAK, tengah))
        self._tanda(painter, seri, QPointF(kiri / 2, tengah))
        kotak = QRect(kiri, seri * tinggi, self.width() - kiri, tinggi)
        tulis(painter, kotak, self._lintasan[seri].nama, (huruf_kecil(), warna_teks()))

    def _lukis_garis(self, painter: QPainter, seri: int) -> None:
        tempat = [self.tempat(seri, n) for n in range(self._banyak())]
        painter.setPen(self._pena(seri))
        for dari, ke in pairwise(tempat):
            if dari is not None and ke is not None:
                painter.drawLine(dari, ke)

    def _lukis_tanda(self, painter: QPainter) -> None:
        for seri in range(len(self._lintasan)):
            for letak in range(self._banyak()):
                if (tempat := self.tempat(seri, letak)) is not None:
                    self._tanda(painter, seri, tempat)

    def _pena(self, seri: int) -> QPen:
        gaya = Qt.PenStyle.DashLine if seri else Qt.PenStyle.SolidLine
        return QPen(_tinta(seri), 2, gaya)

    def _tanda(self, painter: QPainter, seri: int, tempat: QPointF) -> None:
        painter.save()
        painter.setPen(QPen(_tinta(seri), 2))
        kotak = QRectF(tempat.x() - _TANDA, tempat.y() - _TANDA, 2 * _TANDA, 2 * _TANDA)
        if seri:
            painter.setBrush(warna().lembar)
            painter.drawRect(kotak)
        else:
            painter.setBrush(_tinta(seri))
            painter.drawEllipse(kotak)
        painter.restore()

    def _lukis_angka(self, painter: QPainter) -> None:
        """The higher of two points has its number above, the lower below: they never meet."""
        huruf = angka_sejajar(huruf_kecil())
        tinggi = QFontMetrics(huruf).height()
        for letak in range(self._banyak()):
            ada = [(p.y(), n) for n in range(len(self._lintasan)) if (p := self.tempat(n, letak))]
            kolom = self._kolom(letak)
            for urutan, (y, seri) in enumerate(sorted(ada)):
                di_atas = urutan == 0 and (len(ada) > 1 or not self._dari_atas(seri, letak))
                atas = y - _TANDA - tinggi - 2 if di_atas else y + _TANDA + 2
                capaian = self._lintasan[seri].titik[letak].capaian
                assert capaian is not None
                teks = self._aturan.persen(capaian)
                lebar = min(lebar_teks(huruf, teks), kolom.width())
                kotak = QRect(kolom.center().x() - lebar // 2, round(atas), lebar, tinggi)
                painter.fillRect(kotak, warna().kelompok if letak == self._tebal else warna().lembar)
                tulis(painter, kotak, teks, (huruf, _tinta(seri)), TENGAH)

    def _dari_atas(self, seri: int, letak: int) -> bool:
        """Whether the line comes to a point from above: its number then stands below."""
        tempat = self.tempat(seri, letak)
        tetangga = [self.tempat(seri, n) for n in (letak - 1, letak + 1) if 0 <= n < self._banyak()]
        beda = [t.y() - tempat.y() for t in tetangga if t is not None and tempat is not None]
        return sum(beda) < 0

    def _kotak_kini(self) -> QRect:
        tempat = self.tempat(self._seri, self._letak)
        if tempat is None:
            return self._kolom(self._letak).adjusted(JARAK_RAPAT, 0, -JARAK_RAPAT, 0)
        return QRect(round(tempat.x()) - 10, round(tempat.y()) - 10, 20, 20)

    # --- moving and going -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kunci, kini = event.key(), self.kini()
        if kini is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif kunci in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tuju(kini)
        elif kunci in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._ke(self._seri, self._letak + (1 if kunci == Qt.Key.Key_Right else -1))
        elif kunci in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._ke(self._seri + (1 if kunci == Qt.Key.Key_Down else -1), self._letak)
        else:
            super().keyPressEvent(event)

    def _ke(self, seri: int, letak: int) -> None:
        self._seri = min(max(seri, 0), len(self._lintasan) - 1)
        self._letak = min(max(letak, 0), self._banyak() - 1)
        self._katakan()
        self.update()
        self.kini_berubah.emit(self.rect())

    def _tuju(self, titik: Titik) -> None:
        if titik.node_id:
            self.dituju.emit(titik.node_id, titik.tahun, titik.periode)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _di(self, titik: QPoint) -> tuple[int, int] | None:
        """The point nearest to where the mouse is, if it is near."""
        jarak = [
            (hypot(p.x() - titik.x(), p.y() - titik.y()), seri, letak)
            for seri in range(len(self._lintasan))
            for letak in range(self._banyak())
            if (p := self.tempat(seri, letak)) is not None
        ]
        dekat = min(jarak, default=(_DEKAT + 1, 0, 0))
        return dekat[1:] if dekat[0] <= _DEKAT else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        ada = self._di(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if ada else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tempat = self._di(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and tempat is not None:
            self._ke(*tempat)
            self._tuju(self._lintasan[tempat[0]].titik[tempat[1]])
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tempat = self._di(event.pos())
            if tempat is not None:
                seri, letak = tempat
                lintasan = self._lintasan[seri]
                kalimat = kalimat_titik(lintasan, lintasan.titik[letak], self._aturan)
                QToolTip.showText(event.globalPos(), f"<p>{escape(kalimat)}</p>", self)
                return True
        return super().event(event)


def _gaya(nilai: float) -> Qt.PenStyle:
    return Qt.PenStyle.DotLine if nilai == 100.0 else Qt.PenStyle.SolidLine


def _tinta(seri: int) -> QColor:
    return warna_teks() if seri else warna().aksen
