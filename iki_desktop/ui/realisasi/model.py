"""The grid as Qt sees it: a flat table over the rows, its cells remembered until an edit touches them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from iki_desktop.core.angka import AngkaError, parse_angka
from iki_desktop.core.arsip import induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.formulasi import dengan_isi
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Kecamatan,
    Node,
    Realisasi,
    Record,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.ui.realisasi.bacaan import bacakan, keterangan_alat, teks_sunting_sel
from iki_desktop.ui.realisasi.baris import Baris
from iki_desktop.ui.realisasi.kolom import Kolom, banyak_isian, judul_isian
from iki_desktop.ui.realisasi.model_baris import Indeks, potongan
from iki_desktop.ui.realisasi.model_lingkup import ModelLingkup
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel
from iki_desktop.ui.realisasi.sumber import Pratinjau

__all__ = ["Indeks", "ModelRealisasi", "kalimat_terkunci"]

# Joined once: Python joins flags slowly, and Qt asks for them at each painting of a cell.
_TERBACA = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TERISI = _TERBACA | Qt.ItemFlag.ItemIsEditable
_RATA_KANAN = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_RATA_KIRI = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

_PERAN_TEKS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def kalimat_terkunci(triwulan: int) -> str:
    """Why nothing can be entered, and the way out."""
    nama = nama_periode(triwulan)
    return f"{nama} sudah dikunci. Untuk mengubah, buka kembali dahulu (Ctrl+Shift+K)."


def _centang_lepas(edit: Edit) -> bool:
    def centang(record: Record | None) -> bool:
        return isinstance(record, Realisasi) and bool(record.centang)

    return any(centang(c.before) and not centang(c.after) for c in edit.changes)


class ModelRealisasi(ModelLingkup):
    """Cells are entered by ``isi``, and follow the edits.

    ``centang_lepas`` is emitted after a number that was typed took the place of ticks.
    """

    centang_lepas = Signal()

    # --- Qt's questions -----------------------------------------------------------------------

    def columnCount(self, parent: Indeks = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.kolom)

    def flags(self, index: Indeks) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kunci = self.kunci(index.row(), index.column())
        return _TERBACA if kunci is None or self.terkunci(kunci) else _TERISI

    def data(self, index: Indeks, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        nomor, kolom = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RATA_KANAN if self.kolom[kolom].jenis.angka else _RATA_KIRI
        if role not in _PERAN_TEKS:
            return None
        return self._teks_peran(nomor, kolom, role)

    def _teks_peran(self, nomor: int, kolom: int, role: int) -> str:
        arsip, sel = self._workspace.arsip, self.sel(nomor, kolom)
        if self._daftar[nomor].id not in arsip:
            return ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sel.teks
            case Qt.ItemDataRole.EditRole:
                return teks_sunting_sel(arsip, sel)
            case Qt.ItemDataRole.ToolTipRole:
                return keterangan_alat(arsip, self._daftar[nomor], self.kolom[kolom], sel)
            case _:
                return bacakan(arsip, self._daftar[nomor], self.kolom[kolom], sel)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.kolom):
            return None
        kolom = self.kolom[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return kolom.judul
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.nama_grup(kolom)}, {kolom.judul}" if kolom.grup else kolom.judul
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RATA_KANAN if kolom.jenis.angka else _RATA_KIRI
            case _:
                return None

    def nama_grup(self, kolom: Kolom) -> str:
        """The heading over several columns; a quarter that is no longer open says so."""
        status = self.status(kolom.triwulan) if kolom.triwulan else StatusIsian.TERBUKA
        return kolom.grup if status is StatusIsian.TERBUKA else f"{kolom.grup} · {status.value}"

    def setData(self, index: Indeks, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Enter a text; raises the rule's own error where it is refused (the editor shows it)."""
        kunci = self.kunci(index.row(), index.column()) if index.isValid() else None
        if kunci is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.isi(kunci, str(value))
        return True

    # --- entering -----------------------------------------------------------------------------

    def isi(self, kunci: KunciSel, teks: str) -> None:
        """Enter what was typed into a cell.

        Raises
        ------
        AngkaGandaError, RuleError, StoreError
            where it is not taken; nothing is changed.
        """
        if kunci.kunci == CATATAN:
            self._workspace.set_catatan(kunci.formulasi_id, kunci.triwulan, teks)
        else:
            nilai = parse_angka(teks)
            edit = self._workspace.set_realisasi(kunci.formulasi_id, kunci.triwulan, kunci.kunci, nilai)
            if edit is not None and _centang_lepas(edit):
                self.centang_lepas.emit()

    def pratinjau(self, kunci: KunciSel, teks: str) -> None:
        """Show the figures as they would be with this text; what is no number shows them as they are."""
        if kunci.kunci == CATATAN or kunci.formulasi_id not in self._workspace.arsip:
            return
        try:
            nilai = parse_angka(teks)
        except AngkaError:
            self.batal_pratinjau()
            return
        arsip = self._workspace.arsip
        lama = arsip.realisasi(kunci.formulasi_id, kunci.triwulan)
        lama = lama or Realisasi(arsip.sumber_isian(kunci.formulasi_id), kunci.triwulan)
        baru = dengan_isi(lama, kunci.kunci, nilai)
        if baru == lama:
            self.batal_pratinjau()
            return
        sebelum = self._baris_pratinjau()
        self._pratinjau = Pratinjau(self._workspace, baru, usulkan=self._sumber.usulkan)
        self._segarkan_baris(sebelum | self._baris_pratinjau())

    def batal_pratinjau(self) -> None:
        """Show the figures as they are."""
        baris = self._baris_pratinjau()
        self._pratinjau = None
        self._segarkan_baris(baris)

    def dipratinjau(self, nomor: int) -> bool:
        """Whether the figures of this row are those of an entry that is still being typed."""
        return self._pratinjau is not None and nomor in self._baris_pratinjau()

    def _baris_pratinjau(self) -> set[int]:
        if self._pratinjau is None:
            return set()
        return self._baris_dari(self._pratinjau.isian)

    # --- following the edits --------------------------------------------------------------------

    def ikuti(self, edit: Edit) -> None:
        """Repaint what an edit touches, and let rows come and go where it changes the structure."""
        if self._pratinjau is not None:
            self.batal_pratinjau()
        records = [r for c in edit.changes for r in (c.before, c.after) if r is not None]
        if any(isinstance(r, Dokumen | Kecamatan) for r in records):
            self._cache.clear()
        if any(isinstance(r, Node) for r in records):
            self._ikuti_susunan()
        if any(isinstance(r, Dokumen | Kecamatan | StatusTriwulan) for r in records):
            self._segarkan_semua()
            return
        terkena: set[int] = set()
        for record in records:
            terkena |= self._baris_dari(record)
        self._segarkan_baris(terkena)

    def _baris_dari(self, record: Record) -> set[int]:
        """The rows whose cells depend on a record."""
        arsip = self._workspace.arsip
        ids = {record.id, induk_id(record)} if isinstance(record, Node) else {induk_id(record)}
        if isinstance(record, Realisasi):
            ids.update(f.id for f in arsip.pemakai(record.formulasi_id))
        elif isinstance(record, Formulasi):
            ids.update(arsip.anak_id(record.indikator_id))
            if record.sumber_id is not None:
                ids.add(record.sumber_id)
                ids.update(f.id for f in arsip.pemakai(record.sumber_id))
        elif isinstance(record, Indikator):
            ids.update(arsip.anak_id(record.id))
            ids.update(f.id for satu in arsip.anak_id(record.id) for f in arsip.pemakai(satu))
        for satu in tuple(ids):
            if satu in arsip:
                ids.update(n.id for n in arsip.leluhur(satu))
        return {nomor for nomor in map(self._daftar.posisi, ids) if nomor is not None}

    def _segarkan_baris(self, terkena: Iterable[int]) -> None:
        """Forget the cells of these rows and have them painted, neighbours together."""
        terakhir = len(self.kolom) - 1
        for awal, akhir in potongan(sorted(terkena)):
            for nomor in range(awal, akhir + 1):
                self._cache.pop(self._daftar[nomor], None)
            self.dataChanged.emit(self.index(awal, 0), self.index(akhir, terakhir))

    def _ikuti_susunan(self) -> None:
        """Bring rows and columns to what the records say, moving as little as can be."""
        if self.susun_menjadi(self._baris_baru()):
            self.tersusun.emit()
        self._ikuti_kolom()

    def lupakan_baris(self, baris: Iterable[Baris]) -> None:
        for satu in baris:
            self._cache.pop(satu, None)

    def _ikuti_kolom(self) -> None:
        """Other kinds of formula may need other columns: rare, and then the table is laid out anew."""
        formulasi = list(self._formulasi_tampak())
        judul = judul_isian(formulasi, banyak_isian(formulasi))
        if judul == self._judul:
            return
        if len(judul) == len(self._judul):
            self._susun_kolom()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.kolom) - 1)
            return
        self.beginResetModel()
        self._cache.clear()
        self._susun_kolom()
        self.endResetModel()
        self.tersusun.emit()
