"""The journal of a file as undo needs it: how its entries hang together, and what takes them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.jejak import Entri
from iki_desktop.db.galat import sebagai_store_error

__all__ = ["Jejak", "kembali_ke"]

_PALING_AKHIR = 2**63 - 1
_ENTRI = "SELECT id, teks, asal FROM jurnal WHERE id <= ? ORDER BY id DESC LIMIT 1"
_PERUBAHAN = "SELECT perubahan FROM jurnal WHERE id = ?"
_SEJAK = "SELECT perubahan FROM jurnal WHERE id >= ? ORDER BY id DESC"


class Jejak:
    """The ``Jurnal`` behind a workspace; it belongs to the thread of the connection.

    ``sambungan`` tells the connection of the moment: a file may be gone on with in another place.
    """

    def __init__(self, sambungan: Callable[[], sqlite3.Connection]) -> None:
        self._sambungan = sambungan

    def entri(self, nomor: int | None) -> Entri | None:
        """The newest entry up to that number; ``None`` for the newest of all."""
        with sebagai_store_error():
            baris = self._sambungan().execute(_ENTRI, (_PALING_AKHIR if nomor is None else nomor,)).fetchone()
        return None if baris is None else Entri(*baris)

    def nihil(self, entri: Sequence[int]) -> bool:
        """Whether these entries of one sitting, newest first, end where they began."""
        akhir: dict[str, object] = {}
        awal: dict[str, object] = {}
        try:
            for nomor in entri:
                (satu,) = json.loads(self._perubahan(nomor))
                sebelum, sesudah = satu["sebelum"], satu["sesudah"]
                akhir = _sel(sesudah, sebelum) | akhir
                awal |= _sel(sebelum, sesudah)
        except (ValueError, TypeError, KeyError, RecursionError):
            return False
        return akhir == awal

    def ambil_balik(self, entri: Sequence[int], arsip: Arsip) -> tuple[Change, ...]:
        """What takes these entries back, newest first, from the records as they are now.

        Raises
        ------
        RuleError
            where the records are no longer what those entries left behind.
        StoreError
            where the journal cannot be read.
        """
        from iki_desktop.db.mundur import Mundur, tidak_sesuai  # noqa: PLC0415  (start-up)

        mundur = Mundur(arsip)
        for nomor in entri:
            mundur.ambil_balik(self._perubahan(nomor))
        changes = mundur.changes()
        if not changes:
            raise tidak_sesuai()
        return changes

    def _perubahan(self, nomor: int) -> str:
        with sebagai_store_error():
            baris = self._sambungan().execute(_PERUBAHAN, (nomor,)).fetchone()
        if baris is None:
            raise RuleError("Catatan itu tidak ada lagi di riwayat.")
        return str(baris[0])


def _sel(satu: dict[str, object] | None, lain: dict[str, object] | None) -> dict[str, object]:
    """The cells that an entry tells of one side, and under no name whether the record was there."""
    return {"": satu is not None, **dict.fromkeys(lain or ()), **(satu or {})}


def kembali_ke(conn: sqlite3.Connection, arsip: Arsip, nomor: int) -> tuple[Change, ...]:
    """What takes back entry ``nomor`` and every later one, from the records as they are now.

    Raises
    ------
    RuleError
        where one of them does not fit what is there.
    StoreError
        where the journal cannot be read.
    """
    from iki_desktop.db.mundur import Mundur  # noqa: PLC0415  (start-up)

    mundur = Mundur(arsip)
    with sebagai_store_error():
        for (perubahan,) in conn.execute(_SEJAK, (nomor,)):
            mundur.ambil_balik(perubahan)
    return mundur.changes()
