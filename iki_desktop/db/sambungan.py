"""A connection to a ``.iki`` file: locked for this program alone, and wary of what is in it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from iki_desktop.core.errors import StoreError
from iki_desktop.db.galat import RUSAK, bukan_berkas_iki, sebagai_store_error
from iki_desktop.db.migrasi import APPLICATION_ID, SKEMA, VERSI

__all__ = ["periksa_halaman", "periksa_skema", "sambungkan", "tutup", "versi_berkas"]

_TUNGGU = 0.3
"""Seconds to wait for a lock: a program that is just closing lets go within that."""

_BATAS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 256_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
"""Far above what this program needs, far below what a hostile file could make use of."""

_PENCATAT_MIGRASI = {"_sqlite_migrations": "table", "idx__sqlite_migrations_migration_set_name": "index"}
_STATISTIK = {"sqlite_stat1", "sqlite_stat4"}


def sambungkan(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open an existing file under an exclusive lock; also says whether it can only be read.

    A journal that a crash left behind is rolled back here by SQLite itself.  The lock belongs to
    the process and ends with it, however it ends.

    Raises
    ------
    StoreError
        where it is not there, not ours, from a newer program, or open elsewhere.
    """
    _periksa_ada(path)
    with sebagai_store_error():
        conn = sqlite3.connect(_uri(path), uri=True, timeout=_TUNGGU, isolation_level=None)
        try:
            _waspada(conn)
            baca_saja = _kunci(conn)
            _periksa_asal(conn)
            if not baca_saja:
                _atur_jurnal(conn)
        except BaseException:
            conn.close()
            raise
    return conn, baca_saja


def _periksa_ada(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"“{path.name or path}” adalah folder.", "Pilih berkas IKI.")
    if not path.exists():
        raise StoreError(f"Berkas “{path.name}” tidak ditemukan.", "Periksa nama dan foldernya.")


def _uri(path: Path) -> str:
    # Built by hand: Path.as_uri() makes an address of a network folder that SQLite refuses.
    alamat = quote(os.fsencode(path.resolve().as_posix()), safe="/:")
    return f"file://{'' if alamat.startswith('/') else '/'}{alamat}?mode=rw"


def _waspada(conn: sqlite3.Connection) -> None:
    for batas, nilai in _BATAS.items():
        conn.setlimit(batas, nilai)
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA mmap_size = 0")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA synchronous = FULL")


def _kunci(conn: sqlite3.Connection) -> bool:
    """Take the lock; true where the file can only be read, and a reader's lock was taken."""
    conn.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        conn.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as salah:
        if (salah.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_READONLY:
            raise
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return True
    conn.execute("COMMIT")
    return False


def _periksa_asal(conn: sqlite3.Connection) -> None:
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise bukan_berkas_iki()
    versi = versi_berkas(conn)
    if versi > VERSI:
        raise StoreError(
            "Berkas ini dibuat oleh IKI Desktop yang lebih baru.", "Perbarui program, lalu buka kembali."
        )
    if versi < 1:
        raise StoreError(*RUSAK)


def _atur_jurnal(conn: sqlite3.Connection) -> None:
    if conn.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise StoreError(*RUSAK)


def versi_berkas(conn: sqlite3.Connection) -> int:
    """The ``user_version`` of an open file."""
    versi: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return versi


def periksa_skema(conn: sqlite3.Connection) -> None:
    """Refuse a file that holds anything but the tables of this program, exactly as it makes them.

    No trigger, view, virtual table, computed column or extra constraint can then be in it.  A file
    of an older version holds a part of them, and becomes whole by its migration.

    Raises
    ------
    StoreError
        where something is missing, different or too many.
    """
    with sebagai_store_error():
        isi = conn.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        versi = versi_berkas(conn)
    ada = {nama: sql for jenis, nama, sql in isi if not _bawaan_sqlite(jenis, nama, sql)}
    asing = [n for n, sql in ada.items() if SKEMA.get(n) != sql]
    if asing or (versi == VERSI and ada.keys() != SKEMA.keys()):
        raise StoreError("Susunan berkas ini tidak dikenal.", "Buka salinan cadangannya.")


def periksa_halaman(conn: sqlite3.Connection) -> None:
    """Have SQLite look through every page: 10 ms for a whole kabupaten, against damage unseen.

    Raises
    ------
    StoreError
        where the file is damaged.
    """
    with sebagai_store_error():
        temuan = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    if temuan != "ok":
        raise StoreError(*RUSAK)


def _bawaan_sqlite(jenis: str, nama: str, sql: str | None) -> bool:
    """What SQLite and the migrations make by themselves."""
    if jenis == "index" and sql is None:
        return True
    if jenis == "table" and nama in _STATISTIK:
        return True
    return _PENCATAT_MIGRASI.get(nama) == jenis and (sql or "").startswith(("CREATE TABLE", "CREATE UNIQUE"))


def tutup(conn: sqlite3.Connection) -> None:
    """Close, leaving one file behind: under an exclusive lock SQLite keeps its emptied journal."""
    with suppress(sqlite3.Error):
        conn.execute("PRAGMA locking_mode = NORMAL")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    conn.close()
