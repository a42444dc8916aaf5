"""The strip of small pages at the left: each with its number, the one that is read marked."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iki_desktop.ui.pratinjau.dokumen_pdf import Potongan
from iki_desktop.ui.pratinjau.hasil import Hasil
from iki_desktop.ui.pratinjau.pelukis import Pelukis
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, alat_polos, angka_sejajar, huruf_kecil, warna

__all__ = ["LajurHalaman"]

_LEBAR_HURUF = 11
"""Width of a small page, in average letters."""

Indeks = QModelIndex | QPersistentModelIndex


_AKAR = QModelIndex()


class _Model(QAbstractListModel):
    """One row a page."""

    def __init__(self, induk: QObject) -> None:
        super().__init__(induk)
        self.ukuran: tuple[tuple[float, float], ...] = ()
        self._judul: dict[int, list[str]] = {}

    def pasang(self, hasil: Hasil) -> None:
        """Rows come and go at the end alone, so that the one chosen stays."""
        lama, baru = len(self.ukuran), len(hasil.ukuran)
        if baru > lama:
            self.beginInsertRows(QModelIndex(), lama, baru - 1)
        elif baru < lama:
            self.beginRemoveRows(QModelIndex(), baru, lama - 1)
        self.ukuran = hasil.ukuran
        self._judul = {}
        for tempat in hasil.tempat:
            self._judul.setdefault(tempat.halaman, []).append(tempat.judul)
        if baru > lama:
            self.endInsertRows()
        elif baru < lama:
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0), self.index(baru - 1))

    def rowCount(self, parent: Indeks = _AKAR) -> int:
        return 0 if parent.isValid() else len(self.ukuran)

    def data(self, index: Indeks, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        nomor = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(nomor + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([f"Halaman {nomor + 1}", *self._judul.get(nomor, [])])
        if role == Qt.ItemDataRole.ToolTipRole and nomor in self._judul:
            return alat_polos(*self._judul[nomor])
        return None


class _Pelukis(QStyledItemDelegate):
    """Paints a small page over its number."""

    def __init__(self, lajur: LajurHalaman) -> None:
        super().__init__(lajur)
        self._lajur = lajur

    def sizeHint(self, option: QStyleOptionViewItem, index: Indeks) -> QSize:
        kecil = self._lajur.sekecil(index.row())
        return QSize(kecil.width() + 2 * JARAK, kecil.height() + self._lajur.setinggi_nomor() + 2 * JARAK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        w = warna()
        daerah: QRect = option.rect
        keadaan: QStyle.StateFlag = option.state
        kecil = self._lajur.sekecil(index.row())
        kotak = QRect(
            daerah.center().x() - kecil.width() // 2, daerah.top() + JARAK, kecil.width(), kecil.height()
        )
        terpilih = bool(keadaan & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(kotak, Qt.GlobalColor.white)
        gambar = self._lajur.gambar(index.row())
        if gambar is not None:
            painter.drawImage(kotak, gambar)
        painter.setPen(QPen(w.aksen if terpilih else w.garis, 2 if terpilih else 1))
        painter.drawRect(kotak.adjusted(-1, -1, 0, 0))
        painter.setFont(self._lajur.huruf_nomor)
        painter.setPen(
            w.aksen if terpilih else self._lajur.palette().color(QPalette.ColorRole.PlaceholderText)
        )
        bawah = QRect(daerah.left(), kotak.bottom(), daerah.width(), daerah.bottom() - kotak.bottom())
        painter.drawText(bawah, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()


class LajurHalaman(QListView):
    """The strip.  ``dipilih(int)``: a page (from 0) was chosen here."""

    dipilih = Signal(int)

    def __init__(self, pelukis: Pelukis, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._pelukis = pelukis
        self._mengikuti = False
        self.huruf_nomor = angka_sejajar(huruf_kecil())
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Pelukis(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Daftar halaman")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        bilah = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(self._lebar() + 2 * JARAK + bilah + JARAK_RAPAT)
        self.selectionModel().currentChanged.connect(self._berpindah)
        pelukis.terlukis.connect(self.viewport().update)

    def pasang(self, hasil: Hasil) -> None:
        """Show the pages of a newer print."""
        self._mengikuti = True
        self._model.pasang(hasil)
        self._mengikuti = False

    def ikuti(self, halaman: int) -> None:
        """Mark the page that is read elsewhere."""
        indeks = self._model.index(halaman)
        if indeks != self.currentIndex():
            self._mengikuti = True
            self.setCurrentIndex(indeks)
            self._mengikuti = False

    def _berpindah(self, kini: QModelIndex) -> None:
        if kini.isValid() and not self._mengikuti:
            self.dipilih.emit(kini.row())

    # --- small pages ------------------------------------------------------------------------

    def _lebar(self) -> int:
        return self.fontMetrics().averageCharWidth() * _LEBAR_HURUF

    def setinggi_nomor(self) -> int:
        """Room for the number under a page."""
        return self.fontMetrics().lineSpacing()

    def sekecil(self, halaman: int) -> QSize:
        """The size of a small page: all as wide as the strip."""
        lebar, tinggi = self._model.ukuran[halaman]
        return QSize(self._lebar(), round(self._lebar() * tinggi / lebar))

    def _potongan(self, halaman: int) -> Potongan:
        kecil, rasio = self.sekecil(halaman), self.devicePixelRatioF()
        lebar, tinggi = round(kecil.width() * rasio), round(kecil.height() * rasio)
        return Potongan(halaman, lebar, tinggi, 0, tinggi)

    def gambar(self, halaman: int) -> QImage | None:
        """The picture of a small page, where there is one yet."""
        return self._pelukis.gambar(self._potongan(halaman))

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        luas = self.viewport().rect()
        atas = self.indexAt(luas.topLeft()).row()
        bawah = self.indexAt(luas.bottomLeft()).row()
        akhir = self._model.rowCount() - 1 if bawah < 0 else bawah
        self._pelukis.minta("lajur", [self._potongan(nomor) for nomor in range(max(atas, 0), akhir + 1)])
