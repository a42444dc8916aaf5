"""Which node of the tree stands under which, in one year and one of two orders.

The tree has no level of its own for the document: the posts of the year stand right under their
kecamatan, either nested by ``atasan`` or flat in printed order.  Where a node has nothing under
it, one *hint* stands there in its place and says what belongs there; its id is that of the empty
node plus ``PETUNJUK``.
"""

from __future__ import annotations

from collections import defaultdict

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Node, Sasaran

__all__ = ["PETUNJUK", "NodePohon", "SusunanPohon"]

PETUNJUK = 1 << 40
"""Hints have ids from here on; records stay far below."""

NodePohon = Kecamatan | Jabatan | Sasaran | Indikator
"""The kinds of record that have a row of their own."""


class SusunanPohon:
    """The order of the tree, read from the records; it remembers only who stands under whom."""

    def __init__(self, arsip: Arsip, tahun: int, *, menurut_atasan: bool) -> None:
        self.arsip = arsip
        self.tahun = tahun
        self.menurut_atasan = menurut_atasan
        self._atasan: dict[int, dict[int, int | None]] = {}
        self._bawahan: dict[int, dict[int | None, list[int]]] = {}

    # --- reading --------------------------------------------------------------------------

    def dokumen(self, kecamatan_id: int) -> Dokumen | None:
        """The document of the year in an office."""
        return next((d for d in self.arsip.dokumen(kecamatan_id) if d.tahun == self.tahun), None)

    def anak(self, node_id: int) -> list[int]:
        """Ids of the rows under a node (``AKAR``: the roots); the node's hint where it has none."""
        if node_id != AKAR and node_id not in self.arsip:
            return []  # a hint; or a record that is gone and whose row is about to go
        node = self.arsip[node_id] if node_id != AKAR else None
        if isinstance(node, Indikator):
            return []
        return self._isi(node) or [PETUNJUK + node_id]

    def _isi(self, node: Node | None) -> list[int]:
        match node:
            case None:
                return self.arsip.anak_id(AKAR)
            case Kecamatan():
                dokumen = self.dokumen(node.id)
                return self.bawahan(dokumen.id, None) if dokumen else []
            case Jabatan():
                return self.arsip.anak_id(node.id) + self.bawahan(node.dokumen_id, node.id)
            case _:
                return self.arsip.anak_id(node.id)

    def induk(self, node_id: int) -> int | None:
        """The id of the row above; ``None`` where the node has no row in this tree."""
        if node_id >= PETUNJUK:
            return node_id - PETUNJUK
        if node_id not in self.arsip:
            return None
        node = self.arsip[node_id]
        if isinstance(node, Jabatan):
            return self._induk_jabatan(node)
        return induk_id(node) if isinstance(node, NodePohon) else None

    def _induk_jabatan(self, jabatan: Jabatan) -> int | None:
        atasan = self.atasan(jabatan)
        if atasan is not None:
            return atasan
        dokumen = self.arsip[jabatan.dokumen_id]
        assert isinstance(dokumen, Dokumen)
        return dokumen.kecamatan_id if dokumen.tahun == self.tahun else None

    def bawahan(self, dokumen_id: int, atasan_id: int | None) -> list[int]:
        """The posts right under another one, or at the top of their document, in printed order."""
        if dokumen_id not in self._bawahan:
            kelompok: dict[int | None, list[int]] = defaultdict(list)
            for jabatan_id, atasan in self._baca_atasan(dokumen_id).items():
                kelompok[atasan].append(jabatan_id)
            self._bawahan[dokumen_id] = dict(kelompok)
        return list(self._bawahan[dokumen_id].get(atasan_id, ()))

    def atasan(self, jabatan: Jabatan) -> int | None:
        """The post above in this tree; ``None`` at the top and in the flat order."""
        return self._baca_atasan(jabatan.dokumen_id).get(jabatan.id)

    def _baca_atasan(self, dokumen_id: int) -> dict[int, int | None]:
        if dokumen_id not in self._atasan:
            jabatan = {j.id: j for j in self.arsip.jabatan(dokumen_id)}
            self._atasan[dokumen_id] = {
                i: j.atasan_id if self.menurut_atasan and _berujung(j, jabatan) else None
                for i, j in jabatan.items()
            }
        return self._atasan[dokumen_id]

    # --- following edits ------------------------------------------------------------------

    def ikuti(self, edit: Edit) -> set[int]:
        """Read anew what an edit touched; returns the parents, as they are now, whose rows may differ."""
        induk = {self._induk_kini(c) for c in edit.changes if _menggeser(c)}
        dokumen = {r.dokumen_id for c in edit.changes for r in (c.before, c.after) if isinstance(r, Jabatan)}
        for dokumen_id in dokumen:
            induk |= self._ikuti_jabatan(dokumen_id)
        for change in edit.changes:
            if isinstance(change.record, Jabatan) and _menggeser(change):
                induk.add(self.induk(change.record.id))
        return {i for i in induk if i is not None}

    def _induk_kini(self, change: Change) -> int | None:
        record = change.record
        return None if isinstance(record, Jabatan) or not isinstance(record, Node) else induk_id(record)

    def _ikuti_jabatan(self, dokumen_id: int) -> set[int | None]:
        """Parents of the posts whose place differs from what was remembered."""
        lama = self._atasan.pop(dokumen_id, {})
        self._bawahan.pop(dokumen_id, None)
        if dokumen_id not in self.arsip:
            return set()
        bergeser = [i for i, a in self._baca_atasan(dokumen_id).items() if lama.get(i, AKAR) != a]
        return {self.induk(i) for i in bergeser} | {lama.get(i) for i in bergeser}


def _berujung(jabatan: Jabatan, semua: dict[int, Jabatan]) -> bool:
    """Whether the posts above end somewhere.  A damaged file may have a ring; it opens at the top."""
    atasan, langkah = jabatan.atasan_id, 0
    while atasan is not None:
        if atasan == jabatan.id or atasan not in semua:
            return False
        atasan, langkah = semua[atasan].atasan_id, langkah + 1
        if langkah > len(semua):
            return True  # hangs from a ring, and is no part of it
    return True


def _menggeser(change: Change) -> bool:
    """Whether a change can move rows: a birth, a deletion, another parent, another place."""
    lama, baru = change.before, change.after
    if not isinstance(lama, Node) or not isinstance(baru, Node):
        return isinstance(change.record, Node)
    if isinstance(lama, Dokumen) and isinstance(baru, Dokumen):
        return lama.tahun != baru.tahun
    return (
        lama.urutan != baru.urutan
        or induk_id(lama) != induk_id(baru)
        or getattr(lama, "atasan_id", None) != getattr(baru, "atasan_id", None)
    )
