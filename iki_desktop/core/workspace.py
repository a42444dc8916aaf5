"""The one door through which an open file is changed.

Every verb builds the new records, checks the rules, makes them durable in the store, replaces
them in memory, remembers the edit for undo, and tells the listeners which records changed.  If
the store refuses, memory stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core import rules
from iki_desktop.core.arsip import AKAR, Arsip, dengan_induk, induk_id
from iki_desktop.core.capaian import (
    Aturan,
    HasilIndikator,
    HasilInduk,
    aturan_capaian,
    gabung,
    hitung_indikator,
)
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi import dengan_isi
from iki_desktop.core.history import History
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    N,
    Node,
    Realisasi,
    Record,
    Sasaran,
)
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.store import Store
from iki_desktop.core.tahun import untuk_tahun
from iki_desktop.core.triwulan import ROMAWI, Periode

__all__ = ["IsiSel", "Pendengar", "Workspace"]

Pendengar = Callable[[Edit], None]


@dataclass(frozen=True, slots=True)
class IsiSel:
    """One cell of a block to enter: which input of which formula in which quarter."""

    formulasi_id: int
    triwulan: int
    kunci: str
    nilai: Decimal | None


def sebutan(node: Node) -> str:
    """A node in words, for the name of an edit: ``jabatan “Camat”``."""
    match node:
        case Kecamatan():
            return f"kecamatan {kutip(node.nama)}"
        case Dokumen():
            return f"dokumen tahun {node.tahun}"
        case Jabatan():
            return f"jabatan {kutip(node.nama)}"
        case Formulasi():
            return f"formulasi {kutip(node.teks or node.pembilang or node.jenis)}"
        case _:
            return f"{type(node).__name__.lower()} {kutip(node.teks)}"


class Workspace:
    """An open file: reading through ``arsip`` and the figures, changing through verbs."""

    def __init__(self, store: Store, records: Iterable[Record]) -> None:
        self.arsip = Arsip(records)
        self._store = store
        self._history = History()
        self._pendengar: dict[object, Pendengar] = {}
        self._hasil: dict[tuple[int, Periode], HasilIndikator | HasilInduk] = {}
        self._aturan: dict[int, Aturan] = {}
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

    def terapkan(self, text: str, changes: Iterable[Change], *, periksa: bool = True) -> Edit | None:
        """Make an edit of any size; ``None`` where it would change nothing.

        ``periksa=False`` is for a file from outside that was already checked as a whole: what its
        format admits comes in as it is, and is mended where it is next edited.

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
        self._jalankan(edit, periksa=periksa)
        self._history.push(edit)
        self._beritahu(edit)
        return edit

    def _jalankan(self, edit: Edit, *, periksa: bool) -> None:
        """Memory first, so that rules see the file as it would be; taken back where refused."""
        self.arsip.terapkan(edit.changes)
        try:
            if periksa:
                rules.periksa(self.arsip, edit)
            self._store.apply(edit)
        except BaseException:
            self.arsip.terapkan(edit.inverse().changes)
            raise
        self._lupakan(edit)

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
        """Take the last edit back; returns what was done, or ``None`` where there is nothing."""
        edit = self._history.undo_edit
        if edit is None:
            return None
        balik = replace(edit.inverse(), text=f"urungkan: {edit.text}")
        self._jalankan(balik, periksa=False)
        self._history.undone()
        self._beritahu(balik)
        return balik

    def redo(self) -> Edit | None:
        """Make the last undone edit again; returns it, or ``None`` where there is nothing."""
        edit = self._history.redo_edit
        if edit is None:
            return None
        self._jalankan(edit, periksa=False)
        self._history.redone()
        self._beritahu(edit)
        return edit

    @property
    def undo_text(self) -> str | None:
        """What undo would take back, in words; ``None`` where there is nothing."""
        edit = self._history.undo_edit
        return edit.text if edit else None

    @property
    def redo_text(self) -> str | None:
        """What redo would make again, in words; ``None`` where there is nothing."""
        edit = self._history.redo_edit
        return edit.text if edit else None

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
            kunci = (s.formulasi_id, s.triwulan)
            lama = baru.get(kunci) or self.arsip.realisasi(*kunci) or Realisasi(*kunci)
            baru[kunci] = dengan_isi(lama, s.kunci, s.nilai)
        if text is None:
            text = self._teks_isi(sel)
        return self.terapkan(text, [self._ganti_realisasi(r) for r in baru.values()])

    def set_catatan(self, formulasi_id: int, triwulan: int, catatan: str | None) -> Edit | None:
        """Write or clear the note of a formula in a quarter."""
        lama = self.arsip.realisasi(formulasi_id, triwulan) or Realisasi(formulasi_id, triwulan)
        baru = replace(lama, catatan=rules.bersihkan_teks(catatan or "") or None)
        return self.terapkan(f"catatan triwulan {ROMAWI[triwulan - 1]}", [self._ganti_realisasi(baru)])

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

    def ubah(self, baru: Node, text: str | None = None) -> Edit | None:
        """Replace a node's own fields; its place in the tree stays, even if a form held an older one."""
        lama = self.arsip[baru.id]
        baru = dengan_induk(replace(baru, urutan=lama.urutan), induk_id(lama))
        return self.terapkan(text or f"ubah {sebutan(baru)}", [Change(lama, baru)])

    def tambah(self, baru: N, text: str | None = None) -> N:
        """Put a new node under its parent at ``urutan``; those behind it move one place on.

        The id of ``baru`` is given here; the node as stored is returned.
        """
        baru = replace(baru, id=self.id_baru())
        saudara = self.arsip.anak_id(induk_id(baru))
        posisi = min(max(baru.urutan, 0), len(saudara))
        saudara.insert(posisi, baru.id)
        baru = replace(baru, urutan=posisi)
        changes = [Change(None, baru), *self._urutkan(saudara, kecuali=baru.id)]
        self.terapkan(text or f"tambah {sebutan(baru)}", changes)
        return baru

    def hapus(self, node_id: int) -> Edit | None:
        """Delete a node with everything under it; undo brings all of it back."""
        node = self.arsip[node_id]
        changes = [Change(r, None) for r in reversed(list(self.arsip.turunan(node_id)))]
        if isinstance(node, Jabatan):
            changes = self._lepas_bawahan(node) + changes
        saudara = [i for i in self.arsip.anak_id(induk_id(node)) if i != node_id]
        terubah = {c.after.id: c.after for c in changes if isinstance(c.after, Jabatan)}
        changes = _rangkai(changes, self._urutkan(saudara, terubah=terubah))
        return self.terapkan(f"hapus {sebutan(node)}", changes)

    def _lepas_bawahan(self, jabatan: Jabatan) -> list[Change]:
        """Those under a deleted post come under the post above it."""
        return [Change(b, replace(b, atasan_id=jabatan.atasan_id)) for b in self.arsip.bawahan(jabatan)]

    def pindah(self, node_id: int, induk_baru: int, posisi: int) -> Edit | None:
        """Move a node under ``induk_baru`` (of the same kind as its parent) to ``posisi`` there.

        ``posisi`` counts among the new siblings without the node itself.  A jabatan does not
        leave its document.
        """
        node = self.arsip[node_id]
        lama = induk_id(node)
        self._periksa_tujuan(node, lama, induk_baru)
        saudara = [i for i in self.arsip.anak_id(induk_baru) if i != node_id]
        saudara.insert(min(max(posisi, 0), len(saudara)), node_id)
        pindahan = dengan_induk(replace(node, urutan=saudara.index(node_id)), induk_baru)
        changes = [Change(node, pindahan), *self._urutkan(saudara, kecuali=node_id)]
        if lama != induk_baru:
            changes += self._urutkan([i for i in self.arsip.anak_id(lama) if i != node_id])
        return self.terapkan(f"pindahkan {sebutan(node)}", changes)

    def pindah_jabatan(
        self, jabatan_id: int, atasan_id: int | None, posisi: int | None = None
    ) -> Edit | None:
        """Put a post under another one (``None``: under none), and at ``posisi`` in printed order.

        ``posisi`` counts among the other posts of the document; without it the place stays.
        """
        jabatan = self.arsip[jabatan_id]
        assert isinstance(jabatan, Jabatan)
        saudara = self.arsip.anak_id(jabatan.dokumen_id)
        if posisi is not None:
            saudara.remove(jabatan_id)
            saudara.insert(min(max(posisi, 0), len(saudara)), jabatan_id)
        pindahan = replace(jabatan, atasan_id=atasan_id, urutan=saudara.index(jabatan_id))
        changes = [Change(jabatan, pindahan), *self._urutkan(saudara, kecuali=jabatan_id)]
        return self.terapkan(f"pindahkan {sebutan(jabatan)}", changes)

    def _periksa_tujuan(self, node: Node, lama: int, baru: int) -> None:
        sejenis = lama == baru or (
            AKAR not in (lama, baru) and type(self.arsip[lama]) is type(self.arsip[baru])
        )
        if not sejenis or (isinstance(node, Dokumen | Jabatan) and lama != baru):
            kata = sebutan(node)
            raise RuleError(f"{kata[0].upper()}{kata[1:]} tidak dapat dipindahkan ke sana.")

    def gandakan(self, node_id: int) -> Node:
        """Copy a node with everything under it, without what was entered, right after itself."""
        asal = self.arsip[node_id]
        if isinstance(asal, Kecamatan | Dokumen):
            raise RuleError("Hanya jabatan, sasaran, indikator, dan formulasi yang dapat digandakan.")
        salinan = self._salin(asal, induk_id(asal))
        saudara = self.arsip.anak_id(induk_id(asal))
        posisi = saudara.index(node_id) + 1
        kepala = replace(salinan[0], urutan=posisi)
        if isinstance(kepala, Jabatan):
            kepala = replace(kepala, nama=f"{kepala.nama} (salinan)")
        saudara.insert(posisi, kepala.id)
        changes = [Change(None, n) for n in (kepala, *salinan[1:])]
        changes += self._urutkan(saudara, kecuali=kepala.id)
        self.terapkan(f"gandakan {sebutan(asal)}", changes)
        return kepala

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
        salinan = self._salin(asal, asal.kecamatan_id)
        kepala = salinan[0]
        assert isinstance(kepala, Dokumen)
        saudara = self.arsip.anak_id(asal.kecamatan_id)
        kepala = replace(untuk_tahun(kepala, tahun), urutan=len(saudara))
        changes = [Change(None, n) for n in (kepala, *salinan[1:])]
        self.terapkan(f"buat dokumen tahun {tahun}", [*changes, *self._urutkan(saudara)])
        return kepala

    def _salin(self, node: Node, induk: int) -> list[Node]:
        """Copies with new ids, the head first; atasan within the copy point into the copy."""
        id_baru: dict[int, int] = {}
        salinan: list[Node] = []
        for n in self.arsip.turunan(node.id):
            if isinstance(n, Realisasi):
                continue
            id_baru[n.id] = self.id_baru()
            salinan.append(dengan_induk(replace(n, id=id_baru[n.id]), id_baru.get(induk_id(n), induk)))
        return [
            replace(n, atasan_id=id_baru.get(n.atasan_id, n.atasan_id))
            if isinstance(n, Jabatan) and n.atasan_id is not None
            else n
            for n in salinan
        ]

    def _urutkan(
        self, urutan: Sequence[int], *, kecuali: int | None = None, terubah: dict[int, Jabatan] | None = None
    ) -> list[Change]:
        """Changes that give these siblings the places 0, 1, 2 …"""
        changes = []
        for posisi, node_id in enumerate(urutan):
            if node_id == kecuali:
                continue
            node = (terubah or {}).get(node_id) or self.arsip[node_id]
            if node.urutan != posisi:
                changes.append(Change(node, replace(node, urutan=posisi)))
        return changes

    # --- figures --------------------------------------------------------------------------

    def snapshot(self, dokumen_id: int) -> Snapshot:
        """A frozen copy of a document, for exporters and other threads."""
        return self.arsip.snapshot(dokumen_id)

    def aturan(self, dokumen_id: int) -> Aturan:
        """How capaian is computed in a document."""
        aturan = self._aturan.get(dokumen_id)
        if aturan is None:
            dokumen = self.arsip[dokumen_id]
            assert isinstance(dokumen, Dokumen)
            aturan = self._aturan[dokumen_id] = aturan_capaian(dokumen.capaian)
        return aturan

    def hasil_indikator(self, indikator_id: int, periode: Periode) -> HasilIndikator:
        """Figures of an indicator in a period."""
        hasil = self._hasil.get((indikator_id, periode))
        if hasil is None:
            indikator = self.arsip[indikator_id]
            assert isinstance(indikator, Indikator)
            aturan = self._aturan_dari(indikator_id)
            hasil = hitung_indikator(indikator, self.arsip.pengisian(indikator_id), aturan, periode)
            self._hasil[indikator_id, periode] = hasil
        assert isinstance(hasil, HasilIndikator)
        return hasil

    def hasil(self, node_id: int, periode: Periode) -> HasilInduk:
        """Rolled-up figures of a sasaran, jabatan or document in a period."""
        hasil = self._hasil.get((node_id, periode))
        if hasil is None:
            hasil = self._hasil[node_id, periode] = self._hitung_induk(node_id, periode)
        assert isinstance(hasil, HasilInduk)
        return hasil

    def _hitung_induk(self, node_id: int, periode: Periode) -> HasilInduk:
        anak = self.arsip.anak_id(node_id)
        aturan = self._aturan_dari(node_id)
        if isinstance(self.arsip[node_id], Sasaran):
            return gabung([self.hasil_indikator(i, periode) for i in anak], aturan)
        return gabung([self.hasil(i, periode) for i in anak], aturan)

    def _aturan_dari(self, node_id: int) -> Aturan:
        dokumen = self.arsip.dokumen_dari(node_id)
        assert dokumen is not None
        return self.aturan(dokumen.id)

    def _lupakan(self, edit: Edit) -> None:
        """Drop what was computed of the records that changed, and of everything above them.

        A document's rules reach all that lies under it; a node that moved may have come under
        another document's rules.
        """
        for change in edit.changes:
            pindah = change.before and change.after and induk_id(change.before) != induk_id(change.after)
            if pindah or isinstance(change.record, Dokumen):
                self._lupakan_semua()
                return
        for change in edit.changes:
            if not isinstance(change.record, Kecamatan):
                self._lupakan_ke_atas(change.record)

    def _lupakan_ke_atas(self, record: Record) -> None:
        if not isinstance(record, Realisasi):
            self._lupakan_node(record.id)
        node_id = induk_id(record)
        while node_id != AKAR:
            self._lupakan_node(node_id)
            if node_id not in self.arsip:
                return
            node_id = induk_id(self.arsip[node_id])

    def _lupakan_node(self, node_id: int) -> None:
        for periode in (None, 1, 2, 3, 4):
            self._hasil.pop((node_id, periode), None)

    def _lupakan_semua(self) -> None:
        self._hasil.clear()
        self._aturan.clear()


def _rangkai(awal: Sequence[Change], lanjut: Sequence[Change]) -> list[Change]:
    """Two runs of changes as one, each record changed once: what both touch is joined."""
    lanjutan = {c.before: c.after for c in lanjut}
    gabungan = [Change(c.before, lanjutan.pop(c.after, c.after)) if c.after else c for c in awal]
    return gabungan + [Change(b, a) for b, a in lanjutan.items()]
