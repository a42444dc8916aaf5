"""What taking sheets in would change, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from iki_desktop.core.ambil_isian import Usulan
from iki_desktop.core.angka import format_angka
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.tampilan import JARAK, alat_polos, angka_sejajar

__all__ = ["ModelUsulan", "TabelUsulan"]

_KOLOM = ("TW", "Jabatan", "Indikator", "Isian", "Keterangan", "Sekarang", "Menjadi")
_TW, _SEKARANG, _MENJADI = 0, 5, 6
_BOBOT = (5, 22, 42, 38, 27, 16, 22)
"""Shares of the width."""

_TENGAH = Qt.AlignmentFlag.AlignVCenter
Indeks = QModelIndex | QPersistentModelIndex
_AKAR = QModelIndex()


class ModelUsulan(QAbstractTableModel):
    """The changes as cells; it only shows."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._usulan: tuple[Usulan, ...] = ()

    def isi(self, usulan: Sequence[Usulan]) -> None:
        """Show other changes: the sheets were read again, and every row may be another."""
        self.beginResetModel()
        self._usulan = tuple(usulan)
        self.endResetModel()

    def rowCount(self, induk: Indeks = _AKAR) -> int:
        """How many change."""
        return 0 if induk.isValid() else len(self._usulan)

    def columnCount(self, induk: Indeks = _AKAR) -> int:
        """The columns."""
        return 0 if induk.isValid() else len(_KOLOM)

    def headerData(
        self, nomor: int, arah: Qt.Orientation, peran: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """Headings, over figures at the right."""
        if arah != Qt.Orientation.Horizontal:
            return None
        if peran == Qt.ItemDataRole.TextAlignmentRole:
            return _TENGAH | _sisi(nomor)
        return _KOLOM[nomor] if peran == Qt.ItemDataRole.DisplayRole else None

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; whole in its tooltip, with the place where it was read."""
        usulan, kolom = self._usulan[indeks.row()], indeks.column()
        match peran:
            case Qt.ItemDataRole.DisplayRole:
                return satu_baris(_sel(usulan)[kolom])
            case Qt.ItemDataRole.ToolTipRole:
                return alat_polos(_sel(usulan)[kolom], usulan.tempat)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _TENGAH | _sisi(kolom)
            case Qt.ItemDataRole.FontRole if kolom in (_SEKARANG, _MENJADI):
                return angka_sejajar()
            case _:
                return None


def _sisi(kolom: int) -> Qt.AlignmentFlag:
    kanan = kolom in (_SEKARANG, _MENJADI)
    return Qt.AlignmentFlag.AlignRight if kanan else Qt.AlignmentFlag.AlignLeft


def _sel(usulan: Usulan) -> tuple[str, ...]:
    return (
        ROMAWI[usulan.triwulan - 1],
        usulan.jabatan,
        usulan.indikator,
        usulan.isian,
        _keterangan(usulan),
        _nilai(usulan.sekarang),
        _nilai(usulan.menjadi),
    )


def _nilai(nilai: Decimal | str | None) -> str:
    if nilai is None:
        return "—"
    return format_angka(nilai) if isinstance(nilai, Decimal) else nilai


def _keterangan(usulan: Usulan) -> str:
    if usulan.berselisih:
        return "berubah di dua tempat"
    if usulan.menjadi is None:
        return "dikosongkan"
    return "baru" if usulan.sekarang is None else "berubah"


class TabelUsulan(QTableView):
    """The table; the quarter is shown where there are several."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._model = ModelUsulan(self)
        self.setModel(self._model)
        self.setAccessibleName("Isian yang akan berubah")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + JARAK)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def isi(self, usulan: Sequence[Usulan]) -> None:
        """Show these changes."""
        self._model.isi(usulan)
        self.setColumnHidden(_TW, len({u.triwulan for u in usulan}) < 2)
        self._bagi_lebar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share what there is."""
        super().resizeEvent(event)
        self._bagi_lebar()

    def _bagi_lebar(self) -> None:
        terlihat = [n for n in range(len(_KOLOM)) if not self.isColumnHidden(n)]
        jumlah = sum(_BOBOT[n] for n in terlihat)
        for nomor in terlihat:
            self.setColumnWidth(nomor, self.viewport().width() * _BOBOT[nomor] // jumlah)
