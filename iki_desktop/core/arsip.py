"""The open file in memory: records by id, children in their order, what stands beside the tree by its key.

It only holds and answers.  ``Workspace`` alone changes it, by applying changes that are already
durable.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from iki_desktop.core.capaian import Pengisian
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError, TidakSepadanError
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
    Sampah,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN

if TYPE_CHECKING:
    from iki_desktop.core.snapshot import EmpatTriwulan, Snapshot

__all__ = ["AKAR", "KOLOM_INDUK", "Arsip", "Kunci", "dengan_induk", "induk_id", "kunci_record"]

AKAR = 0
"""The parent of the kecamatan; no record has this id."""


KOLOM_INDUK: dict[type, str] = {
    Dokumen: "kecamatan_id",
    Jabatan: "dokumen_id",
    Sasaran: "jabatan_id",
    Indikator: "sasaran_id",
    Formulasi: "indikator_id",
    Realisasi: "formulasi_id",
    StatusTriwulan: "dokumen_id",
    Terbitan: "dokumen_id",
}
"""The field in which a record of each kind names its parent."""

_SAMPING = (StatusTriwulan, Terbitan, Sampah)

Kunci = tuple[type[Record], int, int]
"""What names a record of the file, whatever its kind; nodes of every kind share their ids."""


def kunci_record(record: Record) -> Kunci:
    """What names the record: its kind with its number, or with its parent and its place there."""
    match record:
        case Realisasi():
            return Realisasi, record.formulasi_id, record.triwulan
        case StatusTriwulan():
            return StatusTriwulan, record.dokumen_id, record.triwulan
        case Terbitan():
            return Terbitan, record.dokumen_id, record.nomor
        case Sampah():
            return Sampah, record.nomor, 0
        case _:
            return Kecamatan, record.id, 0


def induk_id(record: Record) -> int:
    """The id of the record under which this one stands; ``AKAR`` for a kecamatan and for what is deleted."""
    if isinstance(record, Kecamatan | Sampah):
        return AKAR
    induk: int = getattr(record, KOLOM_INDUK[type(record)])
    return induk


def dengan_induk(node: N, induk: int) -> N:
    """The same node under another parent; a kecamatan has but one."""
    if isinstance(node, Kecamatan):
        return node
    kolom: dict[str, Any] = {KOLOM_INDUK[type(node)]: induk}
    return replace(node, **kolom)


class Arsip:
    """Records of an open file.  Ids that are asked for must exist; a wrong one is a bug (KeyError)."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._node: dict[int, Node] = {}
        self._anak: dict[int, list[tuple[int, int]]] = {AKAR: []}
        self._realisasi: dict[tuple[int, int], Realisasi] = {}
        self._samping: dict[Kunci, StatusTriwulan | Terbitan | Sampah] = {}
        self._pemakai: dict[int, set[int]] = {}
        self._terkunci: frozenset[tuple[int, int]] | None = None
        self._muat(records)

    def _muat(self, records: Iterable[Record]) -> None:
        for record in records:
            if isinstance(record, Realisasi):
                self._realisasi[record.formulasi_id, record.triwulan] = record
            elif isinstance(record, StatusTriwulan | Terbitan | Sampah):
                self._samping[kunci_record(record)] = record
            else:
                self._node[record.id] = record
                self._anak.setdefault(induk_id(record), []).append((record.urutan, record.id))
                self._kenali_pemakai(record)
        for anak in self._anak.values():
            anak.sort()

    def _kenali_pemakai(self, record: Node) -> None:
        if isinstance(record, Formulasi) and record.sumber_id is not None:
            self._pemakai.setdefault(record.sumber_id, set()).add(record.id)

    # --- reading --------------------------------------------------------------------------

    def __contains__(self, node_id: int) -> bool:
        return node_id in self._node

    def __getitem__(self, node_id: int) -> Node:
        return self._node[node_id]

    def __len__(self) -> int:
        return len(self._node)

    def record(self, kunci: Kunci) -> Record | None:
        """The record of that name as it is stored; for entries, those of the formula itself."""
        jenis, satu, dua = kunci
        if jenis is Realisasi:
            return self._realisasi.get((satu, dua))
        return self._samping.get(kunci) if jenis in _SAMPING else self._node.get(satu)

    def id_terbesar(self) -> int:
        """The largest id in use, or kept for what was deleted; 0 in an empty file."""
        terbuang = (r.id for s in self.sampah() for r in s.isi.semua if isinstance(r, Node))
        return max(max(self._node, default=AKAR), max(terbuang, default=AKAR))

    def anak_id(self, node_id: int) -> list[int]:
        """Ids of the children in their order."""
        return [i for _, i in self._anak.get(node_id, ())]

    def anak(self, node_id: int) -> list[Node]:
        """The children in their order."""
        return [self._node[i] for _, i in self._anak.get(node_id, ())]

    def kecamatan(self) -> list[Kecamatan]:
        """The offices of the file."""
        return cast("list[Kecamatan]", self.anak(AKAR))

    def dokumen(self, kecamatan_id: int) -> list[Dokumen]:
        """The documents of an office, in the order of the file."""
        return cast("list[Dokumen]", self.anak(kecamatan_id))

    def jabatan(self, dokumen_id: int) -> list[Jabatan]:
        """The posts of a document in printed order."""
        return cast("list[Jabatan]", self.anak(dokumen_id))

    def sasaran(self, jabatan_id: int) -> list[Sasaran]:
        """The sasaran of a post."""
        return cast("list[Sasaran]", self.anak(jabatan_id))

    def indikator(self, sasaran_id: int) -> list[Indikator]:
        """The indicators of a sasaran."""
        return cast("list[Indikator]", self.anak(sasaran_id))

    def formulasi(self, indikator_id: int) -> list[Formulasi]:
        """The formulas of an indicator."""
        return cast("list[Formulasi]", self.anak(indikator_id))

    def sumber_isian(self, formulasi_id: int) -> int:
        """The id of the formula under which the entries are kept: its own, or the one it shares."""
        node = self._node.get(formulasi_id)
        bersama = node.sumber_id if isinstance(node, Formulasi) else None
        return formulasi_id if bersama is None else bersama

    def pemakai(self, formulasi_id: int) -> list[Formulasi]:
        """The formulas that share the entries of this one, in the order of their ids."""
        return cast("list[Formulasi]", [self._node[i] for i in sorted(self._pemakai.get(formulasi_id, ()))])

    def realisasi(self, formulasi_id: int, triwulan: int) -> Realisasi | None:
        """What was entered for a formula in a quarter, or for the one whose entries it shares."""
        return self._realisasi.get((self.sumber_isian(formulasi_id), triwulan))

    def empat_triwulan(self, formulasi_id: int) -> EmpatTriwulan:
        """What was entered for a formula, or the one whose entries it shares, in each quarter."""
        sumber = self.sumber_isian(formulasi_id)
        satu, dua, tiga, empat = (self._realisasi.get((sumber, t)) for t in SEMUA_TRIWULAN)
        return satu, dua, tiga, empat

    def status_triwulan(self, dokumen_id: int, triwulan: int) -> StatusTriwulan | None:
        """What was said of how far a quarter of a document is."""
        return cast("StatusTriwulan | None", self._samping.get((StatusTriwulan, dokumen_id, triwulan)))

    def status_isian(self, dokumen_id: int, triwulan: int) -> StatusIsian:
        """How far a quarter of a document is; open where nothing was said."""
        ada = self.status_triwulan(dokumen_id, triwulan)
        return StatusIsian.TERBUKA if ada is None else ada.status

    def terkunci(self) -> frozenset[tuple[int, int]]:
        """The locked quarters of the file, as document and quarter; asked for before each edit, so kept."""
        if self._terkunci is None:
            semua = (r for r in self._samping.values() if isinstance(r, StatusTriwulan))
            kunci = ((r.dokumen_id, r.triwulan) for r in semua if r.status is StatusIsian.DIKUNCI)
            self._terkunci = frozenset(kunci)
        return self._terkunci

    def terbitan(self, dokumen_id: int) -> list[Terbitan]:
        """What was issued of a document, the decision itself first."""
        semua = [r for r in self._samping.values() if isinstance(r, Terbitan) and r.dokumen_id == dokumen_id]
        return sorted(semua, key=lambda r: r.nomor)

    def sampah(self) -> list[Sampah]:
        """What was deleted and is still kept, the latest first."""
        semua = [r for r in self._samping.values() if isinstance(r, Sampah)]
        return sorted(semua, key=lambda r: r.nomor, reverse=True)

    def pengisian(self, indikator_id: int) -> list[Pengisian]:
        """The formulas of an indicator, each with its quarters."""
        return [(f, self.empat_triwulan(f.id)) for f in self.formulasi(indikator_id)]

    def leluhur(self, node_id: int) -> Iterator[Node]:
        """The node itself and everything above it, up to its kecamatan."""
        while node_id != AKAR:
            node = self._node[node_id]
            yield node
            node_id = induk_id(node)

    def dokumen_dari(self, node_id: int) -> Dokumen | None:
        """The document in which a node stands; ``None`` for a kecamatan."""
        while node_id != AKAR:
            node = self._node[node_id]
            if isinstance(node, Dokumen):
                return node
            node_id = induk_id(node)
        return None

    def bawahan(self, jabatan: Jabatan) -> list[Jabatan]:
        """The posts whose atasan is this one, in printed order."""
        return [j for j in self.jabatan(jabatan.dokumen_id) if j.atasan_id == jabatan.id]

    def turunan(self, node_id: int) -> Iterator[Record]:
        """The node, everything under it, and what is its own beside the tree; parents before children."""
        node = self._node[node_id]
        yield node
        if isinstance(node, Formulasi):
            yield from (r for t in SEMUA_TRIWULAN if (r := self._realisasi.get((node_id, t))) is not None)
        if isinstance(node, Dokumen):
            yield from self.milik_dokumen(node_id)
        for anak in self.anak_id(node_id):
            yield from self.turunan(anak)

    def semua(self) -> Iterator[Record]:
        """Every record, in no particular order."""
        yield from self._node.values()
        yield from self._realisasi.values()
        yield from self._samping.values()

    def milik_dokumen(self, dokumen_id: int) -> Iterator[StatusTriwulan | Terbitan]:
        """What stands beside the tree and goes with a document."""
        status = (self.status_triwulan(dokumen_id, t) for t in SEMUA_TRIWULAN)
        yield from (r for r in status if r is not None)
        yield from self.terbitan(dokumen_id)

    def snapshot(self, dokumen_id: int) -> Snapshot:
        """A frozen copy of a document with everything that belongs to it."""
        # Imported here: a window that only takes figures in never needs one.
        from iki_desktop.core.snapshot import potret  # noqa: PLC0415  (start-up)

        return potret(self, dokumen_id)

    # --- writing: for Workspace alone -----------------------------------------------------

    def terapkan(self, changes: Iterable[Change]) -> None:
        """Make all of the changes, or none.

        Raises
        ------
        TidakSepadanError
            where a change starts from a record that is not (or no longer) what memory holds.
        """
        selesai: list[Change] = []
        try:
            for change in changes:
                self._tukar(change)
                selesai.append(change)
        except RuleError:
            for change in reversed(selesai):
                self._tukar(change.inverse())
            raise

    def _tukar(self, change: Change) -> None:
        if self._sekarang(change.record) != change.before:
            raise TidakSepadanError(
                "Sebagian data sudah berubah sejak dibaca.", "Ulangi dari keadaan sekarang."
            )
        if change.before is not None:
            self._buang(change.before)
        if change.after is not None:
            self._pasang(change.after)

    def _sekarang(self, record: Record) -> Record | None:
        return self.record(kunci_record(record))

    def _buang(self, record: Record) -> None:
        if isinstance(record, Realisasi):
            del self._realisasi[record.formulasi_id, record.triwulan]
            return
        if isinstance(record, StatusTriwulan | Terbitan | Sampah):
            del self._samping[kunci_record(record)]
            self._terkunci = None
            return
        del self._node[record.id]
        self._anak[induk_id(record)].remove((record.urutan, record.id))
        if isinstance(record, Formulasi) and record.sumber_id is not None:
            self._pemakai[record.sumber_id].discard(record.id)

    def _pasang(self, record: Record) -> None:
        if isinstance(record, Realisasi):
            self._realisasi[record.formulasi_id, record.triwulan] = record
            return
        if isinstance(record, StatusTriwulan | Terbitan | Sampah):
            self._samping[kunci_record(record)] = record
            self._terkunci = None
            return
        self._node[record.id] = record
        insort(self._anak.setdefault(induk_id(record), []), (record.urutan, record.id))
        self._kenali_pemakai(record)
