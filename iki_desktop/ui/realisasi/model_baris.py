"""The rows of the grid's model: how they come, go and move without anything jumping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from iki_desktop.core.arsip import Arsip
from iki_desktop.ui.realisasi.baris import Baris, DaftarBaris

__all__ = ["Indeks", "ModelBaris", "potongan"]

Indeks = QModelIndex | QPersistentModelIndex


class ModelBaris(QAbstractTableModel):
    """A flat list of rows that can be brought to another list step by step."""

    def __init__(self, arsip: Arsip, induk: QObject | None) -> None:
        super().__init__(induk)
        self._daftar = DaftarBaris(arsip, [])

    def rowCount(self, parent: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._daftar)

    def baris(self, nomor: int) -> Baris:
        """The row at a place."""
        return self._daftar[nomor]

    def semua_baris(self) -> list[Baris]:
        """All rows; not to be changed."""
        return self._daftar.baris

    def nomor_baris(self, node_id: int) -> int | None:
        """The row in which a record stands; ``None`` where it is not shown."""
        return self._daftar.posisi(node_id)

    def susun_menjadi(self, baru: list[Baris]) -> bool:
        """Bring the rows to this list: what goes is removed, what stays is moved, what comes is put in.

        Returns whether anything had to be done.  Indexes that are held keep pointing at their row.
        """
        if baru == self._daftar.baris:
            return False
        self._buang_baris(set(baru))
        ada = set(self._daftar.baris)
        self._urutkan([b for b in baru if b in ada])
        self._sisip_baris(baru)
        return True

    def lupakan_baris(self, baris: Iterable[Baris]) -> None:
        """These rows are going: whatever is remembered of them may go too."""

    def _buang_baris(self, tinggal: set[Baris]) -> None:
        hilang = [n for n, b in enumerate(self._daftar.baris) if b not in tinggal]
        for awal, akhir in reversed(list(potongan(hilang))):
            self.beginRemoveRows(QModelIndex(), awal, akhir)
            self.lupakan_baris(self._daftar.baris[awal : akhir + 1])
            del self._daftar.baris[awal : akhir + 1]
            self._daftar.hitung_posisi()
            self.endRemoveRows()

    def _urutkan(self, urutan: list[Baris]) -> None:
        if urutan == self._daftar.baris:
            return
        self.layoutAboutToBeChanged.emit()
        lama = self.persistentIndexList()
        tempat = {baris: nomor for nomor, baris in enumerate(urutan)}
        baru = [self.index(tempat[self._daftar[i.row()]], i.column()) for i in lama]
        self._daftar.baris = urutan
        self._daftar.hitung_posisi()
        self.changePersistentIndexList(lama, baru)
        self.layoutChanged.emit()

    def _sisip_baris(self, baru: list[Baris]) -> None:
        ada = set(self._daftar.baris)
        for awal, akhir in potongan([n for n, b in enumerate(baru) if b not in ada]):
            self.beginInsertRows(QModelIndex(), awal, akhir)
            self._daftar.baris[awal:awal] = baru[awal : akhir + 1]
            self._daftar.hitung_posisi()
            self.endInsertRows()


def potongan(nomor: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run: ``1 2 3 7`` gives ``(1, 3)`` and ``(7, 7)``."""
    awal = 0
    for n in range(1, len(nomor) + 1):
        if n == len(nomor) or nomor[n] != nomor[n - 1] + 1:
            yield nomor[awal], nomor[n - 1]
            awal = n
