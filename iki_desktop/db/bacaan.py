"""Reading along in a file that another program holds: a picture of its last whole transaction.

The holder locks everyone out of SQLite, but plain reading of bytes is free.  What is read twice
alike, journal and file, is what the disk would hold if the holder were ended at that moment: from
that SQLite itself finds the last whole transaction, in a copy of our own.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from iki_desktop.core.errors import BerkasDipegangError
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.db.sambungan import Sambungan, periksa_halaman, periksa_skema, sambungkan

__all__ = ["potret_terpegang"]

_JEDA = 0.03
"""Seconds between two looks at a file that is being written."""
_KALI = 80
"""Looks: an import of a whole kabupaten is written within so many."""

_Gambar = tuple[bytes, bytes]
"""The bytes of a file, and of its journal (empty: there is none)."""


def potret_terpegang(path: Path, perbarui: Callable[[Sambungan], None]) -> sqlite3.Connection:
    """A copy in memory of a file that is held elsewhere; nothing is written beside the file.

    ``perbarui`` brings the private copy of a file of an older version up to date.

    Raises
    ------
    BerkasDipegangError
        where the file did not hold still, or its holder keeps a part of it elsewhere.
    StoreError
        where it is no sound file of ours.
    """
    import tempfile  # noqa: PLC0415  (start-up; rare)

    with tempfile.TemporaryDirectory(prefix="iki-") as folder, sebagai_store_error():
        salinan = Path(folder) / "salinan.iki"
        isi, jurnal = _gambar_mantap(path)
        salinan.write_bytes(isi)
        if jurnal:
            salinan.with_name(f"{salinan.name}-journal").write_bytes(jurnal)
        sambungan = sambungkan(salinan)
        try:
            periksa_skema(sambungan.conn)
            periksa_halaman(sambungan.conn, salinan)
            perbarui(sambungan)
            return _ke_memori(sambungan.conn)
        finally:
            sambungan.tutup()


def _ke_memori(conn: sqlite3.Connection) -> sqlite3.Connection:
    memori = sqlite3.connect(":memory:", isolation_level=None)
    try:
        conn.backup(memori)
        memori.execute("PRAGMA query_only = ON")
        memori.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        memori.close()
        raise
    return memori


def _gambar_mantap(path: Path) -> _Gambar:
    lama = _gambar(path)
    for _ in range(_KALI):
        baru = _gambar(path)
        if baru == lama:
            return baru
        lama = baru
        time.sleep(_JEDA)
    raise BerkasDipegangError("Berkas ini sedang ditulisi terus.", "Tunggu sebentar, lalu coba lagi.")


def _gambar(path: Path) -> _Gambar:
    """The journal first: while it stays the same, no transaction has begun or ended."""
    jurnal = b""
    try:
        with closing(path.with_name(f"{path.name}-journal").open("rb")) as berkas:
            jurnal = berkas.read()
    except FileNotFoundError:
        pass
    isi = path.read_bytes()
    if isi[18:20] != b"\x01\x01":
        # A foreign program has changed the way of writing: what is newest lies in a file beside it.
        raise BerkasDipegangError("Berkas ini sedang dibuka di program lain.", "Tutup dahulu program itu.")
    return isi, jurnal
