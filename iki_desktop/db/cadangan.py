"""Copies of a file that are known to be good before anything relies on them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from iki_desktop.core.errors import ExportError, StoreError
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.keluaran import nama_lain, tulis_atomik

__all__ = ["nama_cadangan", "salin_teruji"]


def salin_teruji(conn: sqlite3.Connection, tujuan: Path) -> None:
    """Copy an open file to ``tujuan`` through SQLite's own backup, and test the copy.

    Raises
    ------
    StoreError
        where the copy could not be made, or is not sound; then nothing is left at ``tujuan``.
    """
    try:
        with tulis_atomik(tujuan) as sementara, sebagai_store_error():
            with closing(sqlite3.connect(sementara)) as salinan:
                conn.backup(salinan)
                hasil = salinan.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if hasil != "ok":
                raise StoreError("Salinan cadangan tidak utuh.", "Berkas asal tidak diubah.")
    except ExportError as salah:
        raise StoreError(salah.pesan, salah.saran) from salah


def nama_cadangan(path: Path, versi: int) -> Path:
    """Where the copy of an older file goes: beside it, never over another copy."""
    # A name has room for 255 bytes, and a letter takes up to four.
    tujuan = path.with_name(f"{path.stem[:50]} (cadangan versi {versi}){path.suffix[:8]}")
    return nama_lain(tujuan) if tujuan.exists() else tujuan
