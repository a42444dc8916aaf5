"""The checksum of all records of a file, which stands in the newest entry of its journal.

It is a sum over rows, so that an edit changes it by its own rows alone, whatever their order; a
whole kabupaten is summed up in 25 ms.  What differs by one letter differs in it, but for one case
in four thousand million.
"""

from __future__ import annotations

import marshal
import sqlite3
import zlib
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import Any

from iki_desktop.db.migrasi import VERSI
from iki_desktop.db.tabel import JENIS, Tabel, tabel

__all__ = ["jumlahkan", "jumlahkan_semua", "sebagai_teks", "tercatat"]

_BENTUK = 2
"""Of ``marshal``: text as UTF-8, integers as they are, the same bytes in every Python."""


def jumlahkan(t: Tabel, baris: Iterable[tuple[Any, ...]]) -> int:
    """The sum over rows of a table, as they stand in the file."""
    return sum(map(zlib.crc32, map(marshal.dumps, baris, repeat(_BENTUK)), repeat(_awal(t.nama))))


@cache
def _awal(nama: str) -> int:
    """Alike rows of two tables count differently."""
    return zlib.crc32(nama.encode())


def jumlahkan_semua(conn: sqlite3.Connection) -> int:
    """The sum over all records of a file."""
    return sum(jumlahkan(t, conn.execute(t.pilih)) for t in map(tabel, JENIS))


def sebagai_teks(jumlah: int) -> str:
    """How it is written down: a later version may have other columns, and sums them up differently."""
    return f"{VERSI}:{jumlah:x}"


def tercatat(conn: sqlite3.Connection) -> str | None:
    """What the newest entry says; ``None`` where it says nothing that this version could compare."""
    isi = conn.execute("SELECT jumlah_uji FROM jurnal ORDER BY id DESC LIMIT 1").fetchone()
    if isi is None or not str(isi[0]).startswith(f"{VERSI}:"):
        return None
    return str(isi[0])
