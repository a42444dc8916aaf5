"""The one door through which an open file is changed.

Every verb builds the new records, checks the rules, makes them durable in the store, replaces
them in memory, remembers the edit for undo, and tells the listeners which records changed.  If
the store refuses, memory stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from iki_desktop.core import formulasi_bersama, rules, susunan
from iki_desktop.core.arsip import AKAR, Arsip, dengan_induk, induk_id
from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError, TidakSepadanError
from iki_desktop.core.formulasi import dengan_isi
from iki_desktop.core.hasil import HasilBerkas
from iki_desktop.core.history import History, Step
from iki_desktop.core.jejak import AWALAN_ULANG, AWALAN_URUNG, BATAS, DI_LUAR, Jurnal
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.kunci_triwulan import beserta_keadaan, kata_status, periksa_kunci
from iki_desktop.core.pertalian import periksa_pertalian
from iki_desktop.core.records import (
    Bukti,
    Centang,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Keputusan,
    N,
    Node,
    Realisasi,
    Record,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.sebutan import sebutan
from iki_desktop.core.store import Store
from iki_desktop.core.triwulan import ROMAWI, Periode

if TYPE_CHECKING:
    from iki_desktop.core.penerbitan import Rencana
    from iki_desktop.core.snapshot import Snapshot

__all__ = ["IsiSel", "Keterangan", "Pendengar", "Workspace"]

Pendengar = Callable[[Edit], None]

Keterangan = Literal["catatan", "kendala", "tindak_lanjut"]
"""What is said of an entry in words."""


@dataclass(frozen=True, slots=True)
class IsiSel:
    """One cell of a block to enter: which input of which formula in which quarter."""

    formulasi_id: int
    triwulan: int
    kunci: str
    nilai: Decimal | None


class Workspace:
    """An open file: reading through ``arsip`` and the figures, changing through verbs.

    ``jurnal`` is where undo goes on behind what was done since the file was opened; ``jam`` tells
    when something is deleted.
    """

    def __init__(
        self,
        store: Store,
        records: Iterable[Record],
        *,
        jurnal: Jurnal | None = None,
        jam: Callable[[], datetime] | None = None,
    ) -> None:
        self.arsip = Arsip(records)
        self._store = store
        self._jurnal = jurnal
        self._jam = jam
        self._history = History(jurnal)
        self._pendengar: dict[object, Pendengar] = {}
        self._hasil = HasilBerkas(self.arsip)
        self._id_terakhir = self.arsip.id_terbesar()

    # --- listening ------------------------------------------------------------------------

    def dengarkan(self, pendengar: Pendengar) -> Callable[[], None]:
        """Call ``pendengar`` after each edit, undo and redo; returns what ends it.

        An edit stands whatever a listener does: where one raises, the others are told all the
        same, and what it raised comes out of the verb at the end.
        """
        kunci = object()
        self._pendengar[kunci] = pendengar

        def berhenti() -> None:
            self._pendengar.pop(kunci, None)

        return berhenti

    # --- the door -------------------------------------------------------------------------

    def terapkan(
        self,
        text: str,
        changes: Iterable[Change],
        *,
        periksa: bool = True,
        rangkaian: object | None = None,
        diurungkan: bool = True,
        batas: bool = False,
    ) -> Edit | None:
        """Make an edit of any size; ``None`` where it would change nothing.

        ``rangkaian`` stands for one sitting at one field: what is edited in it is one step of undo.
        ``diurungkan=False`` is for what has a way back of its own, which undo must not go around;
        ``batas=True`` for that behind which undo does not go either.

        ``periksa=False`` is for a file from outside that was already checked as a whole: what its
        format admits comes in as it is, and is mended where it is next edited.  That records fit
        together is checked all the same.

        Raises
        ------
        RuleError
            where a rule of the field forbids it, or the changes start from records that are no
            longer there; nothing is changed.
        StoreError
            where it could not be written; nothing is changed.
        """
        edit = Edit(text, tuple(c for c in changes if c.before != c.after))
        if not edit.changes:
            return None
        if batas or not diurungkan:
            self._jalankan(replace(edit, asal=BATAS if batas else DI_LUAR), periksa=periksa)
        else:
            edit = replace(edit, asal=self._history.asal(edit, rangkaian))
            nomor = self._jalankan(edit, periksa=periksa)
            self._history.push(edit, nomor, rangkaian)
        if batas:
            self._history.forget()
        self._beritahu(edit)
        return edit

    def _jalankan(self, edit: Edit, *, periksa: bool) -> int | None:
        """Memory first, so that rules see the file as it would be; taken back where refused."""
        terkunci = self.arsip.terkunci()
        if terkunci:
            periksa_kunci(self.arsip, edit, terkunci, sesudah=False)
        self.arsip.terapkan(edit.changes)
        try:
            if not periksa:
                # It may come out of a journal or a bin that was damaged, or made elsewhere.
                periksa_pertalian(self.arsip, edit.changes)
            if terkunci:
                periksa_kunci(self.arsip, edit, terkunci, sesudah=True)
            if periksa:
                rules.periksa(self.arsip, edit)
            nomor = self._store.apply(edit)
        except BaseException:
            self.arsip.terapkan(edit.inverse().changes)
            raise
        self._hasil.lupakan(edit)
        # What comes back out of the journal may have numbers beyond those of today.
        lahir = (c.after.id for c in edit.changes if c.before is None and isinstance(c.after, Node))
        self._id_terakhir = max(self._id_terakhir, *lahir, AKAR)
        return nomor

    def _beritahu(self, edit: Edit) -> None:
        salah: list[Exception] = []
        for kunci, pendengar in tuple(self._pendengar.items()):
            if kunci not in self._pendengar:  # a listener before it has closed its view
                continue
            try:
                pendengar(edit)
            except Exception as satu:
                salah.append(satu)
        if len(salah) > 1:
            raise ExceptionGroup(f"listeners of “{edit.text}”", salah)
        if salah:
            raise salah[0]

    def undo(self) -> Edit | None:
        """Take the last edit back; returns what was done, or ``None`` where there is nothing.

        Raises
        ------
        RuleError
            where a locked quarter stands in the way, or the journal tells of records that are no
            longer so; then there is nothing more to take back.
        StoreError
            where it could not be written.
        """
        step = self._history.undo_step
        if step is None:
            return None
        try:
            balik = step.edit.inverse() if step.edit is not None else self._dari_jurnal(step)
        except RuleError:
            self._history.forget_undo()
            raise
        balik = Edit(f"{AWALAN_URUNG}{step.text}", beserta_keadaan(self.arsip, balik), step.asal)
        try:
            nomor = self._jalankan(balik, periksa=False)
        except TidakSepadanError:
            self._history.forget_undo()
            raise
        self._history.undone(replace(balik.inverse(), text=step.text), nomor)
        self._beritahu(balik)
        return balik

    def redo(self) -> Edit | None:
        """Make the last undone edit again; returns it, or ``None`` where there is nothing.

        Raises as ``undo`` does.
        """
        step = self._history.redo_step
        if step is None:
            return None
        try:
            edit = step.edit if step.edit is not None else self._dari_jurnal(step)
        except RuleError:
            self._history.forget_redo()
            raise
        edit = Edit(f"{AWALAN_ULANG}{step.text}", beserta_keadaan(self.arsip, edit), step.asal)
        try:
            self._jalankan(edit, periksa=False)
        except TidakSepadanError:
            self._history.forget_redo()
            raise
        self._history.redone(replace(edit, text=step.text))
        self._beritahu(edit)
        return edit

    def _dari_jurnal(self, step: Step) -> Edit:
        """What takes the entries of a step back that was made before the file was opened."""
        assert self._jurnal is not None
        return Edit(step.text, self._jurnal.ambil_balik(step.entri, self.arsip))

    @property
    def undo_text(self) -> str | None:
        """What undo would take back, in words; ``None`` where there is nothing."""
        step = self._history.undo_step
        return step.text if step else None

    @property
    def redo_text(self) -> str | None:
        """What redo would make again, in words; ``None`` where there is nothing."""
        step = self._history.redo_step
        return step.text if step else None

    def id_baru(self) -> int:
        """An id that no record of this file has or had since it was opened."""
        self._id_terakhir += 1
        return self._id_terakhir

    # --- entering -------------------------------------------------------------------------

    def set_realisasi(
        self, formulasi_id: int, triwulan: int, kunci: str, nilai: Decimal | None
    ) -> Edit | None:
        """Enter, change or empty one input of a formula in a quarter."""
        return self.isi_banyak([IsiSel(formulasi_id, triwulan, kunci, nilai)])

    def isi_banyak(self, sel: Sequence[IsiSel], text: str | None = None) -> Edit | None:
        """Enter a block as one edit: one transaction, one undo step."""
        baru: dict[tuple[int, int], Realisasi] = {}
        for s in sel:
            kunci = (self.arsip.sumber_isian(s.formulasi_id), s.triwulan)
            lama = baru.get(kunci) or self._isian(*kunci)
            baru[kunci] = dengan_isi(lama, s.kunci, s.nilai)
        if text is None:
            text = self._teks_isi(sel)
        return self.terapkan(text, [self._ganti_realisasi(r) for r in baru.values()])

    def set_catatan(self, formulasi_id: int, triwulan: int, catatan: str | None) -> Edit | None:
        """Write or clear the note of a formula in a quarter."""
        return self.set_keterangan(formulasi_id, triwulan, "catatan", catatan)

    def set_keterangan(
        self,
        formulasi_id: int,
        triwulan: int,
        kolom: Keterangan,
        teks: str | None,
        *,
        rangkaian: object | None = None,
    ) -> Edit | None:
        """Write or clear what is said of an entry: its note, what stood in the way, what follows.

        ``rangkaian``: see ``terapkan``.
        """
        lama = self._isian(formulasi_id, triwulan)
        isi: dict[str, Any] = {kolom: rules.bersihkan_teks(teks or "") or None}
        kata = kolom.replace("_", " ")
        text = f"{kata} triwulan {ROMAWI[triwulan - 1]}"
        return self.terapkan(text, [self._ganti_realisasi(replace(lama, **isi))], rangkaian=rangkaian)

    def set_centang(self, formulasi_id: int, triwulan: int, centang: Sequence[Centang] | None) -> Edit | None:
        """Tick items of a formula's list: what is counted is how many are ticked; none is empty again."""
        lama = self._isian(formulasi_id, triwulan)
        bersih = [replace(c, catatan=rules.bersihkan_teks(c.catatan or "") or None) for c in centang or ()]
        nilai = Decimal(len(bersih)) if bersih else None
        baru = replace(lama, centang=tuple(bersih) or None, nilai=nilai)
        return self.terapkan(f"centang butir triwulan {ROMAWI[triwulan - 1]}", [self._ganti_realisasi(baru)])

    def set_bukti(self, formulasi_id: int, triwulan: int, bukti: Sequence[Bukti]) -> Edit | None:
        """Name the files that bear an entry out; the files themselves are the caller's affair."""
        baru = replace(self._isian(formulasi_id, triwulan), bukti=tuple(bukti) or None)
        return self.terapkan(f"bukti dukung triwulan {ROMAWI[triwulan - 1]}", [self._ganti_realisasi(baru)])

    def set_status(
        self, dokumen_id: int, triwulan: int, status: StatusIsian, alasan: str | None = None
    ) -> Edit | None:
        """Say how far a quarter is.  Undo does not go around it: a locked one is opened with a reason.

        Raises
        ------
        RuleError
            where a locked quarter is to be opened without one.
        """
        dokumen = self.arsip[dokumen_id]
        assert isinstance(dokumen, Dokumen)
        kini = self.arsip.status_isian(dokumen_id, triwulan)
        alasan = rules.bersihkan_teks(alasan or "") or None
        if kini is status:
            return None
        if kini is StatusIsian.DIKUNCI and alasan is None:
            raise RuleError("Alasan membuka kembali belum ditulis.", "Tuliskan dahulu, lalu ulangi.")
        lama = self.arsip.status_triwulan(dokumen_id, triwulan)
        baru = StatusTriwulan(dokumen_id, triwulan, status, alasan)
        text = kata_status(status, dokumen, triwulan, alasan)
        return self.terapkan(text, [Change(lama, baru)], diurungkan=False)

    def _isian(self, formulasi_id: int, triwulan: int) -> Realisasi:
        sumber = self.arsip.sumber_isian(formulasi_id)
        return self.arsip.realisasi(sumber, triwulan) or Realisasi(sumber, triwulan)

    def _ganti_realisasi(self, baru: Realisasi) -> Change:
        lama = self.arsip.realisasi(baru.formulasi_id, baru.triwulan)
        return Change(lama, None if baru.kosong else baru)

    def _teks_isi(self, sel: Sequence[IsiSel]) -> str:
        if len(sel) != 1:
            return f"isi {len(sel)} sel realisasi"
        formulasi = self.arsip[sel[0].formulasi_id]
        indikator = self.arsip[induk_id(formulasi)]
        assert isinstance(indikator, Indikator)
        kata = "kosongkan" if sel[0].nilai is None else "isi"
        return f"{kata} realisasi TW {ROMAWI[sel[0].triwulan - 1]} {kutip(indikator.teks)}"

    # --- the tree -------------------------------------------------------------------------

    def ubah(self, baru: Node, text: str | None = None, *, rangkaian: object | None = None) -> Edit | None:
        """Replace a node's own fields; its place in the tree stays, even if a form held an older one.

        So does whose entries a formula shares: ``bagikan`` and ``lepaskan`` are for that.
        ``rangkaian``: see ``terapkan``.
        """
        lama = self.arsip[baru.id]
        baru = dengan_induk(replace(baru, urutan=lama.urutan), induk_id(lama))
        changes = [Change(lama, baru)]
        if isinstance(lama, Formulasi) and isinstance(baru, Formulasi):
            changes = formulasi_bersama.ubah(self.arsip, lama, replace(baru, sumber_id=lama.sumber_id))
        return self.terapkan(text or f"ubah {sebutan(baru)}", changes, rangkaian=rangkaian)

    def bagikan(self, formulasi_id: int, sumber_id: int) -> Edit | None:
        """Let a formula be the same as another one of the document, whose entries it then shares."""
        formulasi, sumber = self.arsip[formulasi_id], self.arsip[sumber_id]
        assert isinstance(formulasi, Formulasi)
        assert isinstance(sumber, Formulasi)
        changes = formulasi_bersama.bagikan(self.arsip, formulasi, sumber)
        return self.terapkan(f"samakan {sebutan(formulasi)}", changes)

    def lepaskan(self, formulasi_id: int) -> Edit | None:
        """Let a formula that shares another one's entries stand on its own, with a copy of them."""
        formulasi = self.arsip[formulasi_id]
        assert isinstance(formulasi, Formulasi)
        if formulasi.sumber_id is None:
            return None
        changes = formulasi_bersama.lepaskan(self.arsip, formulasi)
        return self.terapkan(f"pisahkan {sebutan(formulasi)}", changes)

    def tambah(self, baru: N, text: str | None = None) -> N:
        """Put a new node under its parent at ``urutan``; those behind it move one place on.

        The id of ``baru`` is given here; the node as stored is returned.
        """
        baru, changes = susunan.tambahkan(self.arsip, replace(baru, id=self.id_baru()))
        self.terapkan(text or f"tambah {sebutan(baru)}", changes)
        return baru

    def hapus(self, node_id: int) -> Edit | None:
        """Delete a node with everything under it; it is kept among what was deleted.

        An office is not kept: only undo brings it back.
        """
        from iki_desktop.core import sampah  # noqa: PLC0415  (start-up)

        changes = susunan.hapus(self.arsip, node_id)
        terbuang = sampah.buang(self.arsip, node_id, self._jam() if self._jam else None)
        text = f"hapus {sebutan(self.arsip[node_id])}"
        return self.terapkan(text, [*changes, terbuang] if terbuang else changes)

    def pindah(self, node_id: int, induk_baru: int, posisi: int) -> Edit | None:
        """Move a node under ``induk_baru`` (of the same kind as its parent) to ``posisi`` there.

        ``posisi`` counts among the new siblings without the node itself.  A jabatan does not
        leave its document.
        """
        changes = susunan.pindahkan(self.arsip, node_id, induk_baru, posisi)
        return self.terapkan(f"pindahkan {sebutan(self.arsip[node_id])}", changes)

    def pindah_jabatan(
        self, jabatan_id: int, atasan_id: int | None, posisi: int | None = None
    ) -> Edit | None:
        """Put a post under another one (``None``: under none), and at ``posisi`` in printed order.

        ``posisi`` counts among the other posts of the document; without it the place stays.
        """
        jabatan = self.arsip[jabatan_id]
        assert isinstance(jabatan, Jabatan)
        changes = susunan.pindahkan_jabatan(self.arsip, jabatan, atasan_id, posisi)
        return self.terapkan(f"pindahkan {sebutan(jabatan)}", changes)

    def gandakan(self, node_id: int) -> Node:
        """Copy a node with everything under it, without what was entered, right after itself."""
        salinan, changes = susunan.gandakan(self.arsip, node_id, self.id_baru)
        self.terapkan(f"gandakan {sebutan(self.arsip[node_id])}", changes)
        return salinan

    def mulai_tahun(self, kecamatan_id: int, tahun: int) -> Dokumen:
        """Begin a year of an office: from its nearest earlier year, else its newest, else empty."""
        ada = sorted(self.arsip.dokumen(kecamatan_id), key=lambda d: (d.tahun < tahun, d.tahun))
        if ada:
            return self.salin_tahun(ada[-1].id, tahun)
        return self.tambah(Dokumen(AKAR, kecamatan_id, 0, tahun))

    def salin_tahun(self, dokumen_id: int, tahun: int) -> Dokumen:
        """Start another year from this one: everything but what was entered; a draft again.

        The number of the decision and the dates are not carried over: they are the old paper's.
        Where a title names the old year, it names the new one.
        """
        asal = self.arsip[dokumen_id]
        assert isinstance(asal, Dokumen)
        salinan, changes = susunan.salin_tahun(self.arsip, asal, tahun, self.id_baru)
        self.terapkan(f"buat dokumen tahun {tahun}", changes)
        return salinan

    # --- what is issued -------------------------------------------------------------------

    def tetapkan(self, dokumen_id: int, keputusan: Keputusan, isi: str, waktu: str) -> Edit | None:
        """Issue the decision and freeze its words; undo does not go behind it."""
        from iki_desktop.core import penerbitan  # noqa: PLC0415  (start-up)

        return self._terbitkan(penerbitan.tetapkan(self.arsip, dokumen_id, keputusan, isi, waktu))

    def terbitkan_perubahan(
        self, dokumen_id: int, keputusan: Keputusan, isi: str, waktu: str, *, alasan: str
    ) -> Edit | None:
        """Issue an amendment with its reason; undo does not go behind it."""
        from iki_desktop.core import penerbitan  # noqa: PLC0415  (start-up)

        rencana = penerbitan.terbitkan_perubahan(self.arsip, dokumen_id, keputusan, isi, waktu, alasan=alasan)
        return self._terbitkan(rencana)

    def batalkan_penetapan(self, dokumen_id: int, alasan: str) -> Edit | None:
        """Take back what was issued last, with a reason: it is a draft again."""
        from iki_desktop.core import penerbitan  # noqa: PLC0415  (start-up)

        return self._terbitkan(penerbitan.batalkan(self.arsip, dokumen_id, alasan))

    def _terbitkan(self, rencana: Rencana) -> Edit | None:
        """Older steps begin from a decision that is no longer the one there is."""
        return self.terapkan(*rencana, batas=True)

    # --- figures --------------------------------------------------------------------------

    def snapshot(self, dokumen_id: int) -> Snapshot:
        """A frozen copy of a document, for exporters and other threads."""
        return self.arsip.snapshot(dokumen_id)

    def aturan(self, dokumen_id: int) -> Aturan:
        """How capaian is computed in a document."""
        return self._hasil.aturan(dokumen_id)

    def hasil_indikator(self, indikator_id: int, periode: Periode) -> HasilIndikator:
        """Figures of an indicator in a period."""
        return self._hasil.indikator(indikator_id, periode)

    def kemajuan(self, indikator_id: int, triwulan: int) -> HasilIndikator:
        """What an indicator reached up to the end of a quarter, against the target of its year."""
        return self._hasil.kemajuan(indikator_id, triwulan)

    def hasil(self, node_id: int, periode: Periode) -> HasilInduk:
        """Rolled-up figures of a sasaran, jabatan or document in a period."""
        return self._hasil.induk(node_id, periode)
