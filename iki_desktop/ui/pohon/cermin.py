"""The rows as Qt has been told of them: lists of ids, filled where somebody looked.

The records have already changed when the news of an edit arrives, while Qt wants to hear of each
row before it goes; so the model needs to know what it said last.  Only ids are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iki_desktop.core.arsip import AKAR

__all__ = ["Cermin"]


class Cermin:
    """Children by parent, and the way back; ``muat`` answers for a parent that is asked for first."""

    def __init__(self, muat: Callable[[int], list[int]]) -> None:
        self._muat = muat
        self._anak: dict[int, list[int]] = {}
        self._induk: dict[int, int] = {}
        self._baris: dict[int, dict[int, int]] = {}
        self.kurang: set[int] = set()
        """Parents loaded while some of their children still stood elsewhere."""

    def __contains__(self, node_id: int) -> bool:
        return node_id in self._induk

    def termuat(self, induk: int) -> bool:
        """Whether somebody asked for the rows under this parent."""
        return induk in self._anak

    def semua_induk(self) -> list[int]:
        """Every parent that somebody asked for."""
        return list(self._anak)

    def anak(self, induk: int) -> list[int]:
        """The rows under a parent; not to be changed by the caller."""
        if induk not in self._anak:
            semua = self._muat(induk)
            hadir = [i for i in semua if i not in self._induk]
            if len(hadir) < len(semua):
                self.kurang.add(induk)
            self._anak[induk] = hadir
            self._induk.update(dict.fromkeys(hadir, induk))
        return self._anak[induk]

    def induk(self, node_id: int) -> int | None:
        """The parent of a row; ``None`` where there is no such row."""
        return self._induk.get(node_id)

    def baris(self, node_id: int) -> int:
        """The place of a row under its parent."""
        induk = self._induk[node_id]
        if induk not in self._baris:
            self._baris[induk] = {i: b for b, i in enumerate(self._anak[induk])}
        return self._baris[induk][node_id]

    def di_bawah(self, node_id: int, atas: int) -> bool:
        """Whether a node is ``atas`` or stands somewhere under it."""
        while node_id != AKAR:
            if node_id == atas:
                return True
            node_id = self._induk.get(node_id, AKAR)
        return atas == AKAR

    # --- changing: between begin… and end… of the model -------------------------------------

    def sisipkan(self, induk: int, posisi: int, ids: list[int]) -> None:
        """Put rows that are nowhere yet under a parent."""
        self._anak[induk][posisi:posisi] = ids
        self._induk.update(dict.fromkeys(ids, induk))
        self._baris.pop(induk, None)

    def buang(self, induk: int, awal: int, akhir: int) -> None:
        """Drop the rows ``awal`` up to and without ``akhir``, with everything under them."""
        ids = self._anak[induk][awal:akhir]
        del self._anak[induk][awal:akhir]
        self._baris.pop(induk, None)
        self._lupakan(ids)

    def _lupakan(self, ids: Iterable[int]) -> None:
        for node_id in ids:
            del self._induk[node_id]
            self._baris.pop(node_id, None)
            self.kurang.discard(node_id)
            self._lupakan(self._anak.pop(node_id, ()))

    def pindahkan(self, node_id: int, induk: int, posisi: int) -> None:
        """Move a row; ``posisi`` counts without the row itself."""
        lama = self._induk[node_id]
        self._anak[lama].remove(node_id)
        self._anak[induk].insert(posisi, node_id)
        self._induk[node_id] = induk
        self._baris.pop(lama, None)
        self._baris.pop(induk, None)
