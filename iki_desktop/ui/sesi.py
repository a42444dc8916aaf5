"""The open file as the window sees it: one workspace, where one is in it, and Qt signals.

The workspace has plain listeners; this is the one class that turns them into signals.  Views
keep no state of their own about year, quarter or selection: they ask here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Dokumen, Jabatan, Kecamatan, Node
from iki_desktop.core.triwulan import Periode
from iki_desktop.core.workspace import Workspace

if TYPE_CHECKING:
    from iki_desktop.ui.pintu import LemariBukti

__all__ = ["Sesi"]

JEDA_RINGKASAN = 50
"""Milliseconds: edits that follow each other within that are a burst, and show their sums at its end."""

T = TypeVar("T")


class Sesi(QObject):
    """An open file in a window.

    Signals
    -------
    berubah(Edit)
        after every edit, undo and redo, at once: views map the changed records to their cells.
    ringkasan_berubah()
        after an edit, once what it touched is painted, and once after a burst of edits: for sums
        and counters.
    konteks_berubah()
        another year, quarter or office is looked at.
    pilihan_berubah(int)
        another node of the tree is selected (0: none).
    pesan(str, str)
        a sentence to show quietly, and the name of the action offered beside it ("" for none,
        "urungkan" for undo).
    ditolak(str)
        an edit could not be made: what happened and what to do.
    """

    berubah = Signal(object)
    ringkasan_berubah = Signal()
    konteks_berubah = Signal()
    pilihan_berubah = Signal(int)
    pesan = Signal(str, str)
    ditolak = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        induk: QObject | None = None,
        *,
        lemari: Callable[[Path], LemariBukti] | None = None,
    ) -> None:
        super().__init__(induk)
        self.workspace = workspace
        self.path = path
        self._buat_lemari = lemari
        self._lemari: tuple[Path, LemariBukti] | None = None
        self.tersimpan_pada = datetime.now()
        self._tahun = self._tahun_awal()
        self._periode: Periode = 1
        self._pilihan = 0
        self._mengabarkan = False
        self._pilihan_tertunda = False
        self._sejak_edit = QElapsedTimer()
        self._jeda = QTimer(self, singleShot=True)
        self._jeda.timeout.connect(self.ringkasan_berubah)
        self._berhenti = workspace.dengarkan(self._terima)

    def _tahun_awal(self) -> int:
        """The newest year of the first office that has one: the office that is seen first."""
        semua = (self.arsip.dokumen(k.id) for k in self.arsip.kecamatan())
        pertama = next((dokumen for dokumen in semua if dokumen), ())
        return max((d.tahun for d in pertama), default=datetime.now().year)

    # --- where one is ---------------------------------------------------------------------

    @property
    def arsip(self) -> Arsip:
        """The records, for reading."""
        return self.workspace.arsip

    @property
    def lemari(self) -> LemariBukti | None:
        """The evidence beside the file, wherever that lies now; ``None`` where there is no place for it."""
        if self._buat_lemari is None:
            return None
        if self._lemari is None or self._lemari[0] != self.path:
            self._lemari = self.path, self._buat_lemari(self.path)
        return self._lemari[1]

    @property
    def tahun(self) -> int:
        """The year that is looked at."""
        return self._tahun

    @property
    def periode(self) -> Periode:
        """The quarter that is looked at (1–4), or ``None`` for the whole year."""
        return self._periode

    @property
    def pilihan(self) -> int:
        """The id of the selected node; 0 where there is none."""
        return self._pilihan if self._pilihan in self.arsip else 0

    def node_terpilih(self) -> Node | None:
        """The selected node."""
        return self.arsip[self.pilihan] if self.pilihan else None

    def set_tahun(self, tahun: int) -> None:
        """Look at another year; the selection moves to the same office in that year."""
        if tahun != self._tahun:
            kecamatan = self.kecamatan_aktif()
            self._tahun = tahun
            self.konteks_berubah.emit()
            if kecamatan is not None:
                self.pilih(kecamatan.id)

    def set_periode(self, periode: Periode) -> None:
        """Look at another quarter, or at the whole year."""
        if periode != self._periode:
            self._periode = periode
            self.konteks_berubah.emit()

    def pilih(self, node_id: int) -> None:
        """Select a node of the tree.

        Asked for while an edit is being told, the change is told after it: no view hears of a
        selection among records that it does not know yet.
        """
        if node_id != self._pilihan:
            self._pilihan = node_id
            self._kabarkan_pilihan()

    def _kabarkan_pilihan(self) -> None:
        self._pilihan_tertunda = self._mengabarkan
        if not self._mengabarkan:
            self.pilihan_berubah.emit(self._pilihan)

    def daftar_tahun(self) -> list[int]:
        """The years in the file, newest first."""
        return sorted({d.tahun for d in self._semua_dokumen()}, reverse=True)

    def kecamatan_aktif(self) -> Kecamatan | None:
        """The office in which the selection stands; else the first of the file."""
        if self.pilihan:
            return next((n for n in self.arsip.leluhur(self.pilihan) if isinstance(n, Kecamatan)), None)
        return next(iter(self.arsip.kecamatan()), None)

    def dokumen_aktif(self) -> Dokumen | None:
        """The document of the year that is looked at, in the office of the selection."""
        kecamatan = self.kecamatan_aktif()
        return self.dokumen_dari(kecamatan.id) if kecamatan else None

    def dokumen_dari(self, kecamatan_id: int) -> Dokumen | None:
        """The document of the year that is looked at, in the given office."""
        return next((d for d in self.arsip.dokumen(kecamatan_id) if d.tahun == self._tahun), None)

    def jabatan_aktif(self) -> Jabatan | None:
        """The post in which the selection stands."""
        if not self.pilihan:
            return None
        return next((n for n in self.arsip.leluhur(self.pilihan) if isinstance(n, Jabatan)), None)

    def _semua_dokumen(self) -> list[Dokumen]:
        return [d for k in self.workspace.arsip.kecamatan() for d in self.workspace.arsip.dokumen(k.id)]

    # --- doing ----------------------------------------------------------------------------

    def coba(self, perbuatan: Callable[[], T]) -> T | None:
        """Do something that may be refused; a refusal is told through ``ditolak``, never lost.

        Returns what the deed returns, ``None`` where it was refused.
        """
        try:
            return perbuatan()
        except IkiError as galat:
            self.ditolak.emit(str(galat))
            return None

    def berhasil(self, perbuatan: Callable[[], object]) -> bool:
        """Do something that may be refused; whether it was done."""
        try:
            perbuatan()
        except IkiError as galat:
            self.ditolak.emit(str(galat))
            return False
        return True

    def urungkan(self) -> None:
        """Take the last edit back."""
        self.coba(self.workspace.undo)

    def ulangi(self) -> None:
        """Make the last undone edit again."""
        self.coba(self.workspace.redo)

    def tutup(self) -> None:
        """Stop listening; the workspace may go."""
        self._jeda.stop()
        self._berhenti()

    def _terima(self, edit: Edit) -> None:
        self.tersimpan_pada = datetime.now()
        self._mengabarkan = True
        try:
            self.berubah.emit(edit)
        finally:
            self._mengabarkan = False
        if self._pilihan and self._pilihan not in self.arsip:
            self._pilih_pengganti(edit)
        elif self._pilihan_tertunda:
            self._kabarkan_pilihan()
        beruntun = self._sejak_edit.isValid() and self._sejak_edit.elapsed() <= JEDA_RINGKASAN
        self._sejak_edit.start()
        self._jeda.start(JEDA_RINGKASAN if beruntun else 0)

    def _pilih_pengganti(self, edit: Edit) -> None:
        """The selected node is gone: stay as near to it as can be."""
        hilang = {getattr(c.before, "id", 0): c.before for c in edit.changes if c.after is None}
        node_id = self._pilihan
        while node_id not in self.arsip and hilang.get(node_id) is not None:
            record = hilang[node_id]
            assert record is not None
            node_id = induk_id(record)
        self.pilih(node_id if node_id in self.arsip else 0)
