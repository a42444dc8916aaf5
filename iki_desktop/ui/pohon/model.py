"""The tree as Qt reads it: integer ids, rows that follow each edit, never a reset for a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from iki_desktop.core.arsip import AKAR, induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.records import Dokumen, Kecamatan, Node
from iki_desktop.ui.pohon.cermin import Cermin
from iki_desktop.ui.pohon.penyelaras import Penyelaras
from iki_desktop.ui.pohon.susunan import PETUNJUK, NodePohon, SusunanPohon
from iki_desktop.ui.pohon.teks import AngkaPohon, angka_pohon, judul, nama, petunjuk, uraian_angka
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import alat_polos

__all__ = ["MIME_NODE", "PERAN_ANGKA", "PERAN_JENIS", "PERAN_LANGKAH", "ModelPohon"]

PERAN_ANGKA = Qt.ItemDataRole.UserRole + 1
"""An ``AngkaPohon``; ``None`` for a hint."""

PERAN_JENIS = Qt.ItemDataRole.UserRole + 2
"""The kind of record: ``Jabatan``."""

PERAN_LANGKAH = Qt.ItemDataRole.UserRole + 3
"""What a hint says and the step it offers, as a pair."""

MIME_NODE = "application/x-iki-node"

Indeks = QModelIndex | QPersistentModelIndex

_PERAN = Qt.ItemDataRole

_TANDA_PETUNJUK = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TANDA_NODE = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class ModelPohon(QAbstractItemModel):
    """Rows of one year.  ``terima_jatuhan`` answers a drop: (dragged id, parent id, row or -1, do it)."""

    def __init__(self, sesi: Sesi, *, menurut_atasan: bool, induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self.susunan = SusunanPohon(sesi.arsip, sesi.tahun, menurut_atasan=menurut_atasan)
        self._cermin = Cermin(self.susunan.anak)
        self._penyelaras = Penyelaras(self, self._cermin, self.susunan)
        self._angka_usang: set[int] = set()
        self._semua_usang = False
        self._tersisip: list[int] = []
        self.terima_jatuhan: Callable[[int, int, int, bool], bool] = lambda *_: False

    # --- ids and indexes ------------------------------------------------------------------

    def id_dari(self, indeks: Indeks) -> int:
        """The id of a row; ``AKAR`` for the invisible root."""
        return int(indeks.internalId()) if indeks.isValid() else AKAR

    def indeks(self, node_id: int) -> QModelIndex:
        """The row of a node; invalid where it has none in this tree."""
        jalur = []
        langkah: int | None = node_id
        while langkah is not None and langkah != AKAR:
            jalur.append(langkah)
            langkah = self.susunan.induk(langkah)
        if langkah is None:
            return QModelIndex()
        for atas in (AKAR, *reversed(jalur[1:])):
            self._cermin.anak(atas)
        return self._indeks_termuat(node_id)

    def _indeks_termuat(self, node_id: int) -> QModelIndex:
        if node_id not in self._cermin:
            return QModelIndex()
        return self.createIndex(self._cermin.baris(node_id), 0, node_id)

    def id_bercabang(self) -> list[int]:
        """The rows under which somebody asked for rows."""
        return [i for i in self._cermin.semua_induk() if i != AKAR and self._cermin.anak(i)]

    def terdekat(self, node_id: int) -> int:
        """The node itself, or the nearest above it that has a row; ``AKAR`` where none has."""
        if node_id not in self._sesi.arsip:
            return AKAR
        atas = self._sesi.arsip.leluhur(node_id)
        return next((n.id for n in atas if self.susunan.induk(n.id) is not None), AKAR)

    def dokumen(self, node_id: int) -> Dokumen | None:
        """The document in which a row stands; for a kecamatan that of the year."""
        if isinstance(self._sesi.arsip[node_id], Kecamatan):
            return self.susunan.dokumen(node_id)
        return self._sesi.arsip.dokumen_dari(node_id)

    # --- what Qt asks ---------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Indeks = QModelIndex()) -> QModelIndex:  # noqa: B008
        anak = self._cermin.anak(self.id_dari(parent))
        if column != 0 or not 0 <= row < len(anak):
            return QModelIndex()
        return self.createIndex(row, 0, anak[row])

    def parent(self, index: Indeks = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        induk = self._cermin.induk(self.id_dari(index))
        return self._indeks_termuat(induk) if induk else QModelIndex()

    def rowCount(self, parent: Indeks = QModelIndex()) -> int:  # noqa: B008
        return len(self._cermin.anak(self.id_dari(parent)))

    def hasChildren(self, parent: Indeks = QModelIndex()) -> bool:  # noqa: B008
        return bool(self._cermin.anak(self.id_dari(parent)))

    def columnCount(self, parent: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _PERAN.DisplayRole) -> Any:
        if section == 0 and orientation == Qt.Orientation.Horizontal:
            if role == _PERAN.DisplayRole:
                return "Susunan jabatan, sasaran, dan indikator"
            if role == _PERAN.AccessibleTextRole:
                return "Susunan, dengan capaian dan banyaknya yang terisi"
        return None

    def flags(self, index: Indeks) -> Qt.ItemFlag:
        node_id = self.id_dari(index)
        if node_id == AKAR:
            return Qt.ItemFlag.ItemIsDropEnabled
        return _TANDA_PETUNJUK if node_id >= PETUNJUK else _TANDA_NODE

    def data(self, index: Indeks, role: int = _PERAN.DisplayRole) -> Any:
        node_id = self.id_dari(index)
        if node_id == AKAR:
            return None
        if node_id >= PETUNJUK:
            return self._data_petunjuk(node_id - PETUNJUK, role)
        if node_id not in self._sesi.arsip:
            return None  # gone, and its row is about to go
        return self._data_node(node_id, self._sesi.arsip[node_id], role)

    def _data_node(self, node_id: int, node: Node, role: int) -> Any:
        hasil: Any = None
        match role:
            case _PERAN.DisplayRole:
                hasil = judul(node)
            case _PERAN.EditRole:
                hasil = nama(node)
            case _PERAN.ToolTipRole:
                hasil = alat_polos(*filter(None, self._alinea(node_id)))
            case _PERAN.AccessibleTextRole:
                hasil = f"{judul(node)}. {self.angka(node_id).kalimat}"
            case _ if role == PERAN_ANGKA:
                hasil = self.angka(node_id)
            case _ if role in (PERAN_JENIS, _PERAN.AccessibleDescriptionRole):
                hasil = type(node).__name__
        return hasil

    def _data_petunjuk(self, node_id: int, role: int) -> str | tuple[str, str] | None:
        ada = node_id == AKAR or node_id in self._sesi.arsip
        if ada and role in (_PERAN.DisplayRole, _PERAN.AccessibleTextRole):
            return " ".join(self.petunjuk(node_id))
        return self.petunjuk(node_id) if ada and role == PERAN_LANGKAH else None

    def petunjuk(self, node_id: int) -> tuple[str, str]:
        """What the hint under an empty node says, and the step that it offers."""
        dokumen = self.dokumen(node_id) if node_id != AKAR else None
        return petunjuk(self._sesi.arsip, node_id, dokumen, self.susunan.tahun)

    def angka(self, node_id: int) -> AngkaPohon:
        """The figures of a row in the period that is looked at."""
        return angka_pohon(self._sesi.workspace, node_id, self.dokumen(node_id), self._sesi.periode)

    def _alinea(self, node_id: int) -> tuple[str, str, str]:
        """What the tooltip of a row says: its words, its figures, and how these came about."""
        node, dokumen, periode = self._sesi.arsip[node_id], self.dokumen(node_id), self._sesi.periode
        uraian = uraian_angka(self._sesi.workspace, node_id, dokumen, periode)
        return judul(node), self.angka(node_id).kalimat, uraian

    # --- following edits ------------------------------------------------------------------

    def ikuti(self, edit: Edit) -> None:
        """Bring rows and names to the edit; figures wait for ``segarkan_angka``."""
        lama = {self._cermin.induk(c.record.id) for c in edit.changes if isinstance(c.record, NodePohon)}
        induk = self.susunan.ikuti(edit) | {i for i in lama if i is not None}
        self._penyelaras.selaraskan(induk)
        self._kabarkan_nama(edit)
        self._catat_angka(edit)

    def ambil_tersisip(self) -> list[int]:
        """The rows that the last edits brought, once."""
        ids, self._tersisip = self._tersisip, []
        return [i for i in ids if i in self._cermin]

    def _kabarkan_nama(self, edit: Edit) -> None:
        for change in edit.changes:
            if isinstance(change.after, NodePohon):
                if change.before is None or nama(change.after) != nama(_sebagai_node(change.before)):
                    self._kabarkan(change.after.id)
            elif isinstance(change.record, Dokumen):
                self._kabarkan(PETUNJUK + change.record.kecamatan_id)

    def _kabarkan(self, node_id: int) -> None:
        indeks = self._indeks_termuat(node_id)
        if indeks.isValid():
            self.dataChanged.emit(indeks, indeks)

    def _catat_angka(self, edit: Edit) -> None:
        arsip = self._sesi.arsip
        for change in edit.changes:
            if isinstance(change.record, Dokumen):
                self._semua_usang = True
            for record in (change.before, change.after):
                if record is None:
                    continue
                mulai = record.id if isinstance(record, Node) else induk_id(record)
                if mulai not in arsip:
                    mulai = induk_id(record)
                if mulai in arsip:
                    # What is entered for a formula counts in every post that shares it.
                    for satu in (mulai, *(f.id for f in arsip.pemakai(mulai))):
                        self._angka_usang.update(n.id for n in arsip.leluhur(satu))

    def segarkan_angka(self) -> None:
        """Show the figures anew of everything that the edits since the last time touched."""
        usang, self._angka_usang = self._angka_usang, set()
        if self._semua_usang:
            self.segarkan_semua()
            return
        for node_id in usang:
            self._kabarkan(node_id)

    def segarkan_semua(self) -> None:
        """Show every figure anew; rows stay."""
        self._semua_usang = False
        for induk in self._cermin.semua_induk():
            anak = self._cermin.anak(induk)
            if anak:
                self.dataChanged.emit(self._indeks_termuat(anak[0]), self._indeks_termuat(anak[-1]))

    def atur(self, tahun: int, *, menurut_atasan: bool) -> None:
        """Show another year or the other order: the one case in which all rows are new."""
        self.beginResetModel()
        self.susunan = SusunanPohon(self._sesi.arsip, tahun, menurut_atasan=menurut_atasan)
        self._cermin = Cermin(self.susunan.anak)
        self._penyelaras = Penyelaras(self, self._cermin, self.susunan)
        self._angka_usang.clear()
        self.endResetModel()

    # --- what the synchroniser asks -------------------------------------------------------

    def sisipkan(self, induk: int, posisi: int, ids: list[int]) -> None:
        """Insert rows."""
        self.beginInsertRows(self._indeks_termuat(induk), posisi, posisi + len(ids) - 1)
        self._cermin.sisipkan(induk, posisi, ids)
        self._tersisip += ids
        self.endInsertRows()

    def buang(self, induk: int, awal: int, akhir: int) -> None:
        """Remove rows."""
        self.beginRemoveRows(self._indeks_termuat(induk), awal, akhir - 1)
        self._cermin.buang(induk, awal, akhir)
        self.endRemoveRows()

    def pindahkan(self, node_id: int, induk: int, posisi: int) -> None:
        """Move a row; ``posisi`` counts without the row itself."""
        asal = self.parent(self._indeks_termuat(node_id))
        baris = self._cermin.baris(node_id)
        sama = self.id_dari(asal) == induk
        tujuan = posisi + 1 if sama and posisi >= baris else posisi
        if self.beginMoveRows(asal, baris, baris, self._indeks_termuat(induk), tujuan):
            self._cermin.pindahkan(node_id, induk, posisi)
            self.endMoveRows()

    # --- dragging -------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME_NODE]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(MIME_NODE, " ".join(str(self.id_dari(i)) for i in indexes).encode())
        return mime

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Indeks
    ) -> bool:
        return self._jatuhkan(data, row, parent, lakukan=False)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Indeks
    ) -> bool:
        return self._jatuhkan(data, row, parent, lakukan=True)

    def _jatuhkan(self, data: QMimeData, row: int, parent: Indeks, *, lakukan: bool) -> bool:
        teks = bytes(data.data(MIME_NODE).data()).decode("ascii", "replace")
        if not teks.isdecimal():
            return False
        return self.terima_jatuhan(int(teks), self.id_dari(parent), row, lakukan)


def _sebagai_node(record: object) -> Node:
    assert isinstance(record, NodePohon)
    return record
