"""The list that takes the tree's place while something is searched."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from iki_desktop.core.changes import Edit
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.ui.pohon.delegate import gambar_latar, tulis, warna_teks
from iki_desktop.ui.pohon.indeks_cari import Bagian, IndeksCari, baris_pohon, lipat_huruf
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_kecil, warna

__all__ = ["DaftarHasil", "ModelHasil"]

PERAN_JALUR = Qt.ItemDataRole.UserRole + 1

MULAI_TERBACA = 30
"""A word found further on than this many characters is brought near the beginning."""

Indeks = QModelIndex | QPersistentModelIndex


class ModelHasil(QAbstractListModel):
    """Ids of what was found; texts are read when a row is drawn."""

    def __init__(self, sesi: Sesi, induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._indeks_cari = IndeksCari(sesi.arsip)
        self._teks = ""
        self._kena: list[int] = []

    def cari(self, teks: str) -> int:
        """Search; returns how many were found."""
        self._teks = teks
        self._indeks_cari.siapkan(self._sesi.tahun)
        kena = self._indeks_cari.cari(teks)
        if kena != self._kena:
            self.beginResetModel()
            self._kena = kena
            self.endResetModel()
        elif kena:
            self.dataChanged.emit(self.index(0), self.index(len(kena) - 1))
        return len(kena)

    def ikuti(self, edit: Edit) -> None:
        """Keep in step with an edit; rows that are gone leave."""
        self._indeks_cari.ikuti(edit)
        if self._teks.strip():
            self.cari(self._teks)

    def node_id(self, indeks: Indeks) -> int:
        """The row of the tree that a hit leads to."""
        return baris_pohon(self._sesi.arsip, self._kena[indeks.row()])

    def rowCount(self, parent: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._kena)

    def data(self, index: Indeks, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node_id = self._kena[index.row()]
        if node_id not in self._sesi.arsip:
            return None
        jalur = self._indeks_cari.jalur(node_id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._kutipan(node_id)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._kutipan(node_id)}. {jalur}"
            case _ if role == PERAN_JALUR:
                return jalur
        return None

    def _kutipan(self, node_id: int) -> str:
        bagian = self._indeks_cari.kutipan(node_id, self._teks)
        teks = _dekatkan(bagian, self._teks)
        return f"{bagian.sebutan}: {teks}" if bagian.sebutan else teks


def _dekatkan(bagian: Bagian, dicari: str) -> str:
    """The text on one line, begun a little before the first word found if that stands far behind."""
    teks = satu_baris(bagian.teks)
    terlipat = lipat_huruf(teks)
    tempat = [p for kata in lipat_huruf(dicari).split() if (p := terlipat.find(kata)) >= 0]
    awal = min(tempat, default=0)
    if awal <= MULAI_TERBACA:
        return teks
    spasi = teks.find(" ", awal - MULAI_TERBACA // 2)
    return "… " + teks[spasi + 1 if 0 <= spasi < awal else awal :]


class _DelegasiHasil(QStyledItemDelegate):
    """Two lines: what was found, and in small grey where it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Indeks) -> QSize:
        atas, bawah = QFontMetrics(QApplication.font()), QFontMetrics(huruf_kecil())
        return QSize(0, atas.height() + bawah.height() + JARAK + JARAK_RAPAT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        opsi = QStyleOptionViewItem(option)
        self.initStyleOption(opsi, index)
        teks = gambar_latar(painter, opsi)
        painter.save()
        ruang = opsi.rect.adjusted(JARAK, JARAK_RAPAT, -JARAK, -JARAK_RAPAT)
        tinggi = QFontMetrics(QApplication.font()).height()
        atas = QRect(ruang.left(), ruang.top(), ruang.width(), tinggi)
        tulis(painter, atas, teks, QApplication.font(), warna_teks(opsi))
        terpilih = opsi.state & QStyle.StateFlag.State_Selected
        redup = warna_teks(opsi) if terpilih else warna().redup
        bawah = QRect(ruang.left(), atas.bottom(), ruang.width(), ruang.bottom() - atas.bottom())
        tulis(painter, bawah, index.data(PERAN_JALUR) or "", huruf_kecil(), redup)
        painter.restore()


class DaftarHasil(QListView):
    """The hits; the search field keeps the focus and hands arrows over."""

    def __init__(self, model: ModelHasil) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_DelegasiHasil(self))
        self.setAccessibleName("Hasil pencarian")
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def geser(self, langkah: int) -> None:
        """Select the hit so many rows further on."""
        model = self.model()
        baris = min(max(self.currentIndex().row() + langkah, 0), model.rowCount() - 1)
        self.setCurrentIndex(model.index(baris, 0))
