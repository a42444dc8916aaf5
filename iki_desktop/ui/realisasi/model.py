"""The grid as Qt sees it: a flat table over the rows, its cells remembered until an edit touches them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from iki_desktop.core.angka import AngkaError, parse_angka
from iki_desktop.core.arsip import induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.formulasi import dengan_isi, masukan
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
from iki_desktop.core.triwulan import Periode, nama_periode
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.realisasi.bacaan import bacakan, keterangan_alat, teks_sunting_sel
from iki_desktop.ui.realisasi.baris import Baris, DaftarBaris, JenisBaris, susun_baris
from iki_desktop.ui.realisasi.kolom import Kolom, banyak_isian, judul_isian, susun_kolom
from iki_desktop.ui.realisasi.model_baris import Indeks, ModelBaris, potongan
from iki_desktop.ui.realisasi.sel import CATATAN, KOSONG, KunciSel, Sel, kunci_sel
from iki_desktop.ui.realisasi.sel_baris import isi_baris
from iki_desktop.ui.realisasi.sumber import Pratinjau, Sumber

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


class ModelRealisasi(ModelBaris):
    """Rows are formulas under their jabatan, sasaran and indicator; cells are entered by ``isi``.

    ``tersusun`` is emitted after rows or columns came, went or moved, ``centang_lepas`` after a number
    that was typed took the place of ticks.
    """

    tersusun = Signal()
    centang_lepas = Signal()

    def __init__(self, workspace: Workspace, induk: QObject | None = None) -> None:
        super().__init__(workspace.arsip, induk)
        self._workspace = workspace
        self._sumber = Sumber(workspace)
        self._pratinjau: Pratinjau | None = None
        self._dokumen_id = self._jabatan_id = 0
        self._periode: Periode = 1
        self._usulkan = self._sampai = False
        self._judul = judul_isian([], 1)
        self.kolom: list[Kolom] = susun_kolom(1, self._judul)
        self._cache: dict[Baris, tuple[Sel, ...]] = {}

    # --- what is looked at ------------------------------------------------------------------

    @property
    def periode(self) -> Periode:
        """The quarter, or ``None`` for the year."""
        return self._periode

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        return self._workspace

    @property
    def sumber(self) -> Sumber:
        """Where the figures that are shown come from: with what is being typed, or as they are."""
        return self._pratinjau or self._sumber

    def set_lingkup(self, dokumen_id: int, jabatan_id: int, periode: Periode) -> None:
        """Show one jabatan (or with 0 the whole document; with no document nothing) in a period.

        Another quarter of the same rows keeps rows and columns; anything else is a new table.
        """
        sama = (dokumen_id, jabatan_id) == (self._dokumen_id, self._jabatan_id)
        if sama and periode == self._periode:
            return
        self._dokumen_id, self._jabatan_id, self._periode = dokumen_id, jabatan_id, periode
        self._sumber.usulkan = self._usulkan and isinstance(periode, int)
        kolom = susun_kolom(periode, self._judul, sampai=self._sampai)
        if sama and len(kolom) == len(self.kolom):
            self.kolom = kolom
            self._segarkan_semua()
            return
        self.beginResetModel()
        self._cache.clear()
        self._daftar = DaftarBaris(self._workspace.arsip, self._baris_baru())
        self._susun_kolom()
        self.endResetModel()
        self.tersusun.emit()

    def _baris_baru(self) -> list[Baris]:
        arsip = self._workspace.arsip
        if self._jabatan_id:
            return susun_baris(arsip, [self._jabatan_id] if self._jabatan_id in arsip else [])
        return susun_baris(arsip, arsip.anak_id(self._dokumen_id) if self._dokumen_id in arsip else [])

    def _formulasi_tampak(self) -> Iterator[Formulasi]:
        for baris in self._daftar.baris:
            if baris.jenis >= JenisBaris.FORMULASI:
                node = self._workspace.arsip[baris.id]
                assert isinstance(node, Formulasi)
                yield node

    def _susun_kolom(self) -> None:
        formulasi = list(self._formulasi_tampak())
        self._judul = judul_isian(formulasi, banyak_isian(formulasi))
        self.kolom = susun_kolom(self._periode, self._judul, sampai=self._sampai)

    @property
    def usulkan(self) -> bool:
        """Whether last quarter's numbers are proposed where nothing is entered."""
        return self._usulkan

    def set_usulkan(self, ya: bool) -> None:
        """Propose last quarter's numbers, or stop it; in the year they stand there themselves."""
        self._usulkan = ya
        self._sumber.usulkan = ya and isinstance(self._periode, int)
        self._segarkan_semua()

    @property
    def sampai(self) -> bool:
        """Whether the figures up to a quarter stand beside its own."""
        return self._sampai

    def set_sampai(self, ya: bool) -> None:
        """Show the figures up to a quarter, or hide them."""
        if ya == self._sampai:
            return
        self._sampai = ya
        self.beginResetModel()
        self._cache.clear()
        self._susun_kolom()
        self.endResetModel()
        self.tersusun.emit()

    def usulan(self) -> list[tuple[KunciSel, Decimal]]:
        """Every number that is proposed in the rows that are shown."""
        if not isinstance(self._periode, int):
            return []
        kunci = (KunciSel(f.id, self._periode, m.kunci) for f in self._formulasi_tampak() for m in masukan(f))
        calon = ((k, self._sumber.usulan(k)) for k in kunci)
        return [(k, nilai) for k, nilai in calon if nilai is not None]

    # --- rows and cells -----------------------------------------------------------------------

    def sel(self, nomor: int, kolom: int) -> Sel:
        """A cell; computed when it is first asked for.

        While a deleted row is being taken out, Qt may still ask for it: then it is empty.
        """
        baris = self._daftar[nomor]
        isi = self._cache.get(baris)
        if isi is None:
            if baris.id not in self._workspace.arsip:
                return KOSONG
            isi = self._cache[baris] = isi_baris(self.sumber, baris, self.kolom, self._periode)
        return isi[kolom]

    def kunci(self, nomor: int, kolom: int) -> KunciSel | None:
        """What can be entered in a cell; ``None`` where nothing can.

        It needs no figures, so that looking through many rows computes none.
        """
        baris = self._daftar[nomor]
        isi = self._cache.get(baris)
        if isi is not None and kolom >= 0:
            return isi[kolom].kunci
        arsip = self._workspace.arsip
        if baris.jenis < JenisBaris.FORMULASI or kolom < 0 or baris.id not in arsip:
            return None
        formulasi = arsip[baris.id]
        assert isinstance(formulasi, Formulasi)
        return kunci_sel(formulasi, self.kolom[kolom])

    def status(self, triwulan: int) -> StatusIsian:
        """How far a quarter of the document that is shown is."""
        return self._workspace.arsip.status_isian(self._dokumen_id, triwulan)

    def terkunci(self, kunci: KunciSel | None) -> bool:
        """Whether a cell could be entered, were its quarter not locked."""
        return kunci is not None and self.status(kunci.triwulan) is StatusIsian.DIKUNCI

    def kunci_baris(self, nomor: int, kolom: int) -> tuple[int, int] | None:
        """The formula and the quarter that a cell is about, computed cells included; else ``None``."""
        baris = self._daftar[nomor]
        if baris.jenis < JenisBaris.FORMULASI or baris.id not in self._workspace.arsip:
            return None
        triwulan = self.kolom[kolom].triwulan or self._periode
        return (baris.id, triwulan) if isinstance(triwulan, int) else None

    def cari(self, kunci: KunciSel) -> QModelIndex:
        """Where a cell stands now; invalid where it is not shown."""
        nomor = self._daftar.posisi(kunci.formulasi_id)
        if nomor is not None:
            for kolom in range(len(self.kolom)):
                if self.kunci(nomor, kolom) == kunci:
                    return self.index(nomor, kolom)
        return QModelIndex()

    def dipratinjau(self, nomor: int) -> bool:
        """Whether the figures of this row are those of an entry that is still being typed."""
        return self._pratinjau is not None and nomor in self._baris_pratinjau()

    def nama_kategori(self) -> list[str]:
        """The classes of capaian in the document that is shown."""
        if self._dokumen_id not in self._workspace.arsip:
            return []
        return [k.nama for k in self._workspace.aturan(self._dokumen_id).skala]

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

    def _segarkan_semua(self) -> None:
        self._cache.clear()
        if len(self._daftar):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._daftar) - 1, len(self.kolom) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.kolom) - 1)

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
