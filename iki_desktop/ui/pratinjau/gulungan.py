"""The pages one under the other, scrolled and enlarged; only those that are seen are drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from iki_desktop.ui.pratinjau.dokumen_pdf import Potongan
from iki_desktop.ui.pratinjau.hasil import Hasil
from iki_desktop.ui.pratinjau.letak import (
    JARAK_HALAMAN,
    Letak,
    Titik,
    Ukuran,
    skala_halaman_penuh,
    skala_lebar,
    susun,
)
from iki_desktop.ui.pratinjau.pelukis import Pelukis, potongan_halaman
from iki_desktop.ui.pratinjau.zoom import BESAR_BAKU, HALAMAN_PENUH, Zoom, langkah
from iki_desktop.ui.tampilan import warna

__all__ = ["GulunganHalaman"]

_TITIK_SEINCI = 72
_DI_MUKA = 0.5
"""So much of the view's height is drawn ahead above and below."""

_PENINGGI_LANGKAH = 120
"""A notch of the wheel, in eighths of a degree."""


class GulunganHalaman(QAbstractScrollArea):
    """The continuous view.

    Signals
    -------
    halaman_berubah(int)
        another page (from 0) fills most of the view.
    zoom_berubah()
        another size was chosen here, by wheel or key.
    diklik(int, float)
        a page was clicked, so many points below its upper edge.
    """

    halaman_berubah = Signal(int)
    zoom_berubah = Signal()
    diklik = Signal(int, float)

    def __init__(self, pelukis: Pelukis, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._pelukis = pelukis
        self._ukuran: Ukuran = ()
        self._letak: Letak | None = None
        self._zoom = BESAR_BAKU
        self._halaman = 0
        self._tekan: QPoint | None = None
        self._geser: QPoint | None = None
        self._putaran = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Halaman dokumen")
        # The width of the bar is always taken: it must not come and go with the size of the pages.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tergulung)
        pelukis.terlukis.connect(self.viewport().update)

    # --- what is shown ----------------------------------------------------------------------

    @property
    def halaman(self) -> int:
        """The page that fills most of the view, from 0."""
        return self._halaman

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    @property
    def persen(self) -> float:
        """How large they are in percent, whatever was chosen."""
        skala = self._letak.skala if self._letak else self._satu_banding_satu()
        return 100 * skala / self._satu_banding_satu()

    def pasang(self, hasil: Hasil) -> None:
        """Show a newer print; what is looked at stays where it is."""
        self._ukuran = hasil.ukuran
        self._susun()
        self._minta()
        self.viewport().update()

    def ke_halaman(self, halaman: int, dari_atas: float = 0.0) -> None:
        """Bring a page, or a place on it, to the upper edge."""
        if self._letak is not None:
            tempat = self._letak.tempat(Titik(halaman, 0.0, dari_atas))
            self.verticalScrollBar().setValue(round(tempat.y()) - JARAK_HALAMAN)
            # At the document's end the page asked for may share the view with the one before it.
            self._catat_halaman(self._letak.utama(*self._rentang()))

    def set_zoom(self, zoom: Zoom, di: QPointF | None = None) -> None:
        """Show the pages in another size; what stands at ``di`` (the centre) stays there."""
        di = di or QPointF(self.viewport().rect().center())
        titik = self._letak.titik(di + self._gulung()) if self._letak else None
        self._zoom = zoom
        halaman = self._halaman
        self._susun(titik, di)
        if zoom == HALAMAN_PENUH:
            self.ke_halaman(halaman)

    def ubah_zoom(self, arah: int, di: QPointF | None = None) -> None:
        """One step larger (1) or smaller (-1), as by Ctrl++ and Ctrl+-."""
        self.set_zoom(langkah(self.persen, arah), di)
        self.zoom_berubah.emit()

    # --- laying out -------------------------------------------------------------------------

    def _satu_banding_satu(self) -> float:
        return self.logicalDpiX() / _TITIK_SEINCI

    def _skala(self) -> float:
        if self._zoom.persen:
            return self._satu_banding_satu() * self._zoom.persen / 100
        cara = skala_halaman_penuh if self._zoom == HALAMAN_PENUH else skala_lebar
        # The room without the lower bar: it must not come and go with the size that it causes.
        return cara(self._ukuran, self.maximumViewportSize())

    def _gulung(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _susun(self, titik: Titik | None = None, di: QPointF | None = None) -> None:
        """Lay out anew with ``titik`` of a page at ``di``; without one, the upper edge stays."""
        if not self._ukuran:
            return
        if titik is None and self._letak is not None:
            titik = self._letak.titik(self._gulung())
        self._letak = susun(self._ukuran, self._skala(), self.viewport().width())
        self._atur_bilah(self._letak.luas)
        if titik is not None:
            tempat = self._letak.tempat(titik) - (di or QPointF())
            self.verticalScrollBar().setValue(round(tempat.y()))
            self.horizontalScrollBar().setValue(round(tempat.x()))
        self._tergulung()
        self.viewport().update()

    def _atur_bilah(self, luas: QSize) -> None:
        ruang = self.viewport().size()
        baris = self.fontMetrics().lineSpacing() * 3
        for bilah, panjang, tampak in (
            (self.verticalScrollBar(), luas.height(), ruang.height()),
            (self.horizontalScrollBar(), luas.width(), ruang.width()),
        ):
            bilah.setRange(0, max(panjang - tampak, 0))
            bilah.setPageStep(tampak)
            bilah.setSingleStep(baris)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._susun()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.viewport().update()

    # --- scrolling --------------------------------------------------------------------------

    def _rentang(self) -> tuple[int, int]:
        atas = self.verticalScrollBar().value()
        return atas, atas + self.viewport().height()

    def _tergulung(self) -> None:
        if self._letak is not None:
            self._catat_halaman(self._letak.utama(*self._rentang()))

    def _catat_halaman(self, halaman: int) -> None:
        if halaman != self._halaman:
            self._halaman = halaman
            self.setAccessibleDescription(f"Halaman {halaman + 1} dari {len(self._ukuran)}")
            self.halaman_berubah.emit(halaman)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything is painted where it stands now."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bilah = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bilah.setValue(bilah.minimum())
            case Qt.Key.Key_End:
                bilah.setValue(bilah.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # A touch pad tells a notch in many small parts.
        self._putaran += event.angleDelta().y()
        if abs(self._putaran) >= _PENINGGI_LANGKAH:
            self.ubah_zoom(1 if self._putaran > 0 else -1, event.position())
            self._putaran = 0
        event.accept()

    # --- the mouse: a click chooses, a drag moves the paper ------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._tekan = event.position().toPoint()
            self._geser = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._tekan is None:
            return
        kini = event.position().toPoint()
        jauh = (kini - self._tekan).manhattanLength() >= QApplication.startDragDistance()
        if self._geser is None and jauh:
            self._geser = self._tekan
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._geser is not None:
            beda = kini - self._geser
            self._geser = kini
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - beda.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - beda.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tekan, geser = self._tekan, self._geser
        self._tekan = self._geser = None
        self.viewport().unsetCursor()
        if tekan is not None and geser is None and self._letak is not None:
            tempat = QPointF(tekan) + self._gulung()
            titik = self._letak.titik(tempat)
            if self._letak.kotak[titik.halaman].contains(tempat.toPoint()):
                self.diklik.emit(titik.halaman, titik.y)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        pelukis = QPainter(self.viewport())
        pelukis.fillRect(event.rect(), warna().kelompok)
        if self._letak is not None:
            atas, bawah = self._rentang()
            for nomor in self._letak.terlihat(atas, bawah):
                self._lukis_halaman(pelukis, nomor, self._letak.kotak[nomor])
            self._minta()
        if self.hasFocus():
            pelukis.setPen(QPen(warna().aksen, 2))
            pelukis.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        pelukis.end()

    def _lukis_halaman(self, pelukis: QPainter, nomor: int, kotak: QRect) -> None:
        tempat = _ke_titik_layar(pelukis, QPointF(kotak.topLeft()) - self._gulung(), self.devicePixelRatioF())
        bingkai = QRectF(tempat, kotak.size().toSizeF())
        pelukis.fillRect(bingkai, Qt.GlobalColor.white)
        rasio = self.devicePixelRatioF()
        for potongan in self._potongan(nomor, *self._rentang()):
            gambar = self._pelukis.gambar(potongan)
            if gambar is not None:
                gambar.setDevicePixelRatio(rasio)
                pelukis.drawImage(QPointF(tempat.x(), tempat.y() + potongan.atas / rasio), gambar)
        pelukis.setPen(QPen(warna().garis, 1))
        pelukis.drawRect(bingkai.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _potongan(self, nomor: int, atas: float, bawah: float) -> list[Potongan]:
        """The strips of a page between two heights of the whole."""
        assert self._letak is not None
        kotak, rasio = self._letak.kotak[nomor], self.devicePixelRatioF()
        return potongan_halaman(
            nomor,
            round(kotak.width() * rasio),
            round(kotak.height() * rasio),
            int((atas - kotak.top()) * rasio),
            int((bawah - kotak.top()) * rasio) + 1,
        )

    def _minta(self) -> None:
        """Wish for what is seen, then for what comes next."""
        if self._letak is None or not self.isVisible():
            return
        atas, bawah = self._rentang()
        muka = int((bawah - atas) * _DI_MUKA)
        potongan = [
            satu
            for a, b in ((atas, bawah), (bawah, bawah + muka), (atas - muka, atas))
            for nomor in self._letak.terlihat(a, b)
            for satu in self._potongan(nomor, a, b)
        ]
        self._pelukis.minta("halaman", potongan)


def _ke_titik_layar(pelukis: QPainter, tempat: QPointF, rasio: float) -> QPointF:
    """The nearest place that falls on a whole dot of the screen: at 150 % pictures would blur."""
    di_layar = pelukis.deviceTransform().map(tempat)
    geser = QPointF(round(di_layar.x()) - di_layar.x(), round(di_layar.y()) - di_layar.y())
    return tempat + geser / rasio
