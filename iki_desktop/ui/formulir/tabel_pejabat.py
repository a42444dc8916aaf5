"""The register of pejabat as a table: a row for each entry, as high as what is in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.nip import nip_terkelompok
from iki_desktop.core.pejabat import jabatan_bersebutan
from iki_desktop.core.records import Pejabat
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.tampilan import JARAK, angka_sejajar, huruf_kecil, warna

__all__ = ["ModelPejabat", "TabelPejabat", "masa_dalam_kata"]

Indeks = QModelIndex | QPersistentModelIndex

_JUDUL = ("Nama", "Jabatan", "NIP", "Masa berlaku")
_NIP, _MASA = 2, 3
_TERPANJANG = 90
"""Letters of a cell: what is longer is read in the form."""


def masa_dalam_kata(pejabat: Pejabat) -> str:
    """From when until when an entry holds."""
    dari, sampai = pejabat.berlaku_dari, pejabat.berlaku_sampai
    if dari and sampai:
        return f"{tanggal_panjang(dari)} – {tanggal_panjang(sampai)}"
    if dari:
        return f"sejak {tanggal_panjang(dari)}"
    return f"sampai {tanggal_panjang(sampai)}" if sampai else "tidak dibatasi"


class ModelPejabat(QAbstractTableModel):
    """The entries that are shown; it learns of another register as rows that came, went or changed."""

    def __init__(self, induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._isi: tuple[Pejabat, ...] = ()

    def isi(self) -> tuple[Pejabat, ...]:
        """The entries in their order."""
        return self._isi

    def ganti(self, baru: tuple[Pejabat, ...], nomor: int) -> int:
        """Show another register; returns where the entry at ``nomor`` stands now, -1 where it went."""
        lama = self._isi
        awal = _sama_di_depan(lama, baru)
        akhir = _sama_di_depan(lama[awal:][::-1], baru[awal:][::-1])
        hilang, datang = len(lama) - awal - akhir, len(baru) - awal - akhir
        tetap = min(hilang, datang)
        if hilang > tetap:
            self.beginRemoveRows(QModelIndex(), awal + tetap, awal + hilang - 1)
            self._isi = baru
            self.endRemoveRows()
        elif datang > tetap:
            self.beginInsertRows(QModelIndex(), awal + tetap, awal + datang - 1)
            self._isi = baru
            self.endInsertRows()
        self._isi = baru
        if tetap:
            self.dataChanged.emit(self.index(awal, 0), self.index(awal + tetap - 1, _MASA))
        if nomor < awal + tetap:
            return nomor
        return -1 if nomor < awal + hilang else nomor + datang - hilang

    def rowCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if induk.isValid() else len(self._isi)

    def columnCount(self, induk: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if induk.isValid() else len(_JUDUL)

    def headerData(self, nomor: int, arah: Qt.Orientation, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if arah != Qt.Orientation.Horizontal:
            return None
        if peran == Qt.ItemDataRole.DisplayRole:
            return _JUDUL[nomor]
        if peran == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return huruf_kecil() if peran == Qt.ItemDataRole.FontRole else None

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pejabat = self._isi[indeks.row()]
        if peran == Qt.ItemDataRole.DisplayRole:
            return _sel(pejabat, indeks.column())
        if peran == Qt.ItemDataRole.ForegroundRole and not pejabat.berlaku(date.today()):
            return warna().redup
        if peran == Qt.ItemDataRole.FontRole and indeks.column() == _NIP:
            return angka_sejajar()
        if peran == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _sama_di_depan(satu: tuple[Pejabat, ...], dua: tuple[Pejabat, ...]) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(satu, dua, strict=False)) if a != b), min(len(satu), len(dua))
    )


def _sel(pejabat: Pejabat, kolom: int) -> str:
    if kolom == _NIP:
        return nip_terkelompok(pejabat.nip or "")[:_TERPANJANG]
    if kolom == _MASA:
        return masa_dalam_kata(pejabat).replace(" – ", " –\n")
    return singkatkan(pejabat.nama if kolom == 0 else jabatan_bersebutan(pejabat), _TERPANJANG)


class _Baris(QStyledItemDelegate):
    """Rows with air and a thin rule; the selected one is quiet while the form is typed in."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Indeks) -> QSize:
        return super().sizeHint(option, index) + QSize(0, JARAK)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Indeks) -> None:
        super().initStyleOption(option, index)
        gaya: Any = option  # its fields are missing in the stubs
        gaya.state &= ~QStyle.StateFlag.State_HasFocus  # the whole row shows where the focus is
        terpilih = bool(gaya.state & QStyle.StateFlag.State_Selected)
        fokus = self._tabel().hasFocus()
        if (terpilih and not fokus) or (fokus and not terpilih and self._kini(index)):
            gaya.state &= ~QStyle.StateFlag.State_Selected
            gaya.backgroundBrush = QBrush(warna().kelompok)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indeks) -> None:
        super().paint(painter, option, index)
        daerah: QRect = option.rect
        fokus = self._tabel().hasFocus() and self._kini(index)
        painter.fillRect(daerah.adjusted(0, daerah.height() - 1 - fokus, 0, 0), _garis(fokus=fokus))

    def _tabel(self) -> TabelPejabat:
        tabel = self.parent()
        assert isinstance(tabel, TabelPejabat)
        return tabel

    def _kini(self, index: Indeks) -> bool:
        return index.row() == self._tabel().currentIndex().row()


def _garis(*, fokus: bool) -> QColor:
    return warna().aksen if fokus else warna().garis


_GAYA_KEPALA = (
    "QHeaderView { background: transparent; }"
    "QHeaderView::section { background: transparent; color: palette(placeholder-text); border: none;"
    " border-bottom: 1px solid palette(mid); padding: 4px 3px; }"
)


class TabelPejabat(QTableView):
    """The table itself; ``perintah`` says which keys do what on the row that is current."""

    def __init__(self, model: ModelPejabat, perintah: dict[QKeyCombination, Callable[[], object]]) -> None:
        super().__init__()
        self._perintah = perintah
        self.setModel(model)
        self.setAccessibleName("Daftar pejabat")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setItemDelegate(_Baris(self))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._atur_kepala()
        for isyarat in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            isyarat.connect(lambda *_: self.updateGeometry())

    def _atur_kepala(self) -> None:
        mendatar, tegak = self.horizontalHeader(), self.verticalHeader()
        mendatar.setStyleSheet(_GAYA_KEPALA)
        mendatar.setHighlightSections(False)
        mendatar.setSectionsClickable(False)
        mendatar.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for kolom in (0, 1):
            mendatar.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        mendatar.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 10)
        tegak.hide()
        tegak.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tegak.sectionResized.connect(lambda *_: self.updateGeometry())

    def sizeHint(self) -> QSize:
        tinggi = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        return QSize(super().sizeHint().width(), tinggi + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def currentChanged(self, current: Indeks, previous: Indeks) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the focus is a matter of the whole row

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        perbuatan = self._perintah.get(event.keyCombination())
        if perbuatan is not None and self.currentIndex().isValid():
            perbuatan()
        else:
            super().keyPressEvent(event)
