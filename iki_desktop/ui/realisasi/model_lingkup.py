"""What the grid looks at: which rows and columns, of which quarter, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, StatusIsian
from iki_desktop.core.triwulan import Periode
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.realisasi.baris import Baris, DaftarBaris, JenisBaris, susun_baris
from iki_desktop.ui.realisasi.kolom import Kolom, banyak_isian, judul_isian, susun_kolom
from iki_desktop.ui.realisasi.model_baris import ModelBaris
from iki_desktop.ui.realisasi.sel import KOSONG, KunciSel, Sel, kunci_sel
from iki_desktop.ui.realisasi.sel_baris import isi_baris
from iki_desktop.ui.realisasi.sumber import Pratinjau, Sumber

__all__ = ["ModelLingkup"]


class ModelLingkup(ModelBaris):
    """Rows are formulas under their jabatan, sasaran and indicator; their cells are remembered.

    ``tersusun`` is emitted after rows or columns came, went or moved.
    """

    tersusun = Signal()

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

    def nama_kategori(self) -> list[str]:
        """The classes of capaian in the document that is shown."""
        if self._dokumen_id not in self._workspace.arsip:
            return []
        return [k.nama for k in self._workspace.aturan(self._dokumen_id).skala]

    def _segarkan_semua(self) -> None:
        """Forget every cell and have all of them painted."""
        self._cache.clear()
        if len(self._daftar):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._daftar) - 1, len(self.kolom) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.kolom) - 1)
