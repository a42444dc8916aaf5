"""A connection to a ``.iki`` file: locked for this program alone, and wary of what is in it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from iki_desktop.core.errors import StoreError
from iki_desktop.db.galat import bukan_berkas_iki, rusak, sebagai_store_error, sudah_dibuka
from iki_desktop.db.gembok import Gembok
from iki_desktop.db.migrasi import APPLICATION_ID, SKEMA_VERSI, VERSI

__all__ = ["Sambungan", "periksa_halaman", "periksa_skema", "sambungkan", "versi_berkas"]

Identitas = tuple[int, int]
"""Which file it is, whatever it is called: device and number."""

_terbuka: set[Identitas] = set()
"""Files that this program holds open.

On POSIX the locks of a process on a file all end as soon as it closes any handle of that file, so
a file that is open here is not even looked at a second time.  See also ``Gembok``.
"""

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

_TANDA_SQLITE, _TANDA_IKI = b"SQLite format 3\0", APPLICATION_ID.to_bytes(4, "big")

_TANDA_JURNAL = bytes.fromhex("d9d505f920a163d7")
"""The first bytes of a journal that is still needed."""

_PENCATAT_MIGRASI = {"_sqlite_migrations": "table", "idx__sqlite_migrations_migration_set_name": "index"}
_STATISTIK = {"sqlite_stat1", "sqlite_stat4"}


@dataclass(frozen=True, slots=True)
class Sambungan:
    """An open file.  ``baca_saja``: it lies on something that can only be read."""

    conn: sqlite3.Connection
    baca_saja: bool
    identitas: Identitas
    gembok: Gembok

    def tutup(self) -> None:
        """Let the file go.  A second time does nothing.

        One file is left behind: under an exclusive lock SQLite keeps its emptied journal.
        """
        if not self.gembok.terpasang:
            return
        with suppress(sqlite3.Error):
            self.conn.execute("PRAGMA locking_mode = NORMAL")
            self.conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        self.conn.close()
        self.gembok.lepas()
        _terbuka.discard(self.identitas)


def sambungkan(path: Path, *, hanya_baca: bool = False) -> Sambungan:
    """Open an existing file under an exclusive lock, or together with other readers (``hanya_baca``).

    A journal that a crash left behind is rolled back here by SQLite itself.  The lock belongs to
    the process and ends with it, however it ends.

    Raises
    ------
    StoreError
        where it is not there, not ours, from a newer program, or open elsewhere.
    """
    identitas = _identitas(path)
    if identitas in _terbuka:
        raise sudah_dibuka()
    _periksa_kepala(path)
    tertutup = _hanya_dapat_dibaca(path)
    baca_saja = hanya_baca or tertutup
    with sebagai_store_error():
        gembok = Gembok.pasang(path, bersama=baca_saja, tunggu=_TUNGGU)
        try:
            if hanya_baca and not tertutup and _belum_tuntas(path):
                _buka(path, baca_saja=False).close()
            conn = _buka(path, baca_saja=baca_saja)
        except BaseException:
            gembok.lepas()
            raise
    _terbuka.add(identitas)
    return Sambungan(conn, baca_saja, identitas, gembok)


def _buka(path: Path, *, baca_saja: bool) -> sqlite3.Connection:
    alamat = _uri(path, "ro" if baca_saja else "rw")
    conn = sqlite3.connect(alamat, uri=True, timeout=_TUNGGU, isolation_level=None)
    try:
        _waspada(conn)
        _kunci(conn, baca_saja=baca_saja)
        _periksa_versi(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _identitas(path: Path) -> Identitas:
    try:
        status = path.stat()
    except (OSError, ValueError) as salah:
        raise StoreError(f"Berkas “{path.name}” tidak ditemukan.", "Periksa nama dan foldernya.") from salah
    if stat.S_ISDIR(status.st_mode):
        raise StoreError(f"“{path.name or path}” adalah folder.", "Pilih berkas IKI.")
    return status.st_dev, status.st_ino


def _periksa_kepala(path: Path) -> None:
    """Look at the first bytes before SQLite does: it makes a database of an empty file.

    The mark of our files stands where no edit ever writes anything else, so that even a file in the
    midst of a crash shows it.
    """
    try:
        with path.open("rb") as berkas:
            kepala = berkas.read(100)
    except OSError as salah:
        raise StoreError(
            f"“{path.name}” tidak boleh dibaca.", "Periksa izinnya, atau pilih berkas lain."
        ) from salah
    if len(kepala) < 100 or not kepala.startswith(_TANDA_SQLITE) or kepala[68:72] != _TANDA_IKI:
        raise bukan_berkas_iki()


def _belum_tuntas(path: Path) -> bool:
    """Whether a crash left a journal: whoever only reads could not take the half edit back."""
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as berkas:
            return berkas.read(len(_TANDA_JURNAL)) == _TANDA_JURNAL
    except OSError:
        return False


def _hanya_dapat_dibaca(path: Path) -> bool:
    try:
        path.open("r+b").close()
    except OSError:
        return True
    return False


def _uri(path: Path, cara: str) -> str:
    # Built by hand: Path.as_uri() makes an address of a network folder that SQLite refuses.
    alamat = quote(os.fsencode(path.resolve().as_posix()), safe="/:")
    return f"file://{'' if alamat.startswith('/') else '/'}{alamat}?mode={cara}"


def _waspada(conn: sqlite3.Connection) -> None:
    for batas, nilai in _BATAS.items():
        conn.setlimit(batas, nilai)
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA mmap_size = 0")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA synchronous = FULL")


def _kunci(conn: sqlite3.Connection, *, baca_saja: bool) -> None:
    """Take the lock and keep it: all of the file, or a reader's part where nothing can be written."""
    conn.execute("PRAGMA locking_mode = EXCLUSIVE")
    if baca_saja:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return
    conn.execute("BEGIN EXCLUSIVE")
    conn.execute("COMMIT")
    conn.execute("PRAGMA journal_mode = DELETE")
    conn.execute("PRAGMA journal_size_limit = 1000000")


def _periksa_versi(conn: sqlite3.Connection) -> None:
    versi = versi_berkas(conn)
    if versi > VERSI:
        raise StoreError(
            "Berkas ini dibuat oleh IKI Desktop yang lebih baru.", "Perbarui program, lalu buka kembali."
        )
    if versi < 1:
        raise rusak()


def versi_berkas(conn: sqlite3.Connection) -> int:
    """The ``user_version`` of an open file."""
    versi: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return versi


def periksa_skema(conn: sqlite3.Connection) -> None:
    """Refuse a file that holds anything but the tables of this program, exactly as it makes them.

    No trigger, view, virtual table, computed column or extra constraint can then be in it.  A file
    of an older version holds what that version made.

    Raises
    ------
    StoreError
        where something is missing, different or too many.
    """
    with sebagai_store_error():
        isi = conn.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        versi = versi_berkas(conn)
    ada = {nama: sql for jenis, nama, sql in isi if not _bawaan_sqlite(jenis, nama, sql)}
    if ada != SKEMA_VERSI.get(versi):
        raise StoreError("Susunan berkas ini tidak dikenal.", "Buka salinan cadangannya.")


def periksa_halaman(conn: sqlite3.Connection, path: Path) -> None:
    """Have SQLite look through every page: 10 ms for a whole kabupaten, against damage unseen.

    SQLite takes what a copy cut short lacks for zeros, and does not look into long texts.

    Raises
    ------
    StoreError
        where the file is damaged.
    """
    with sebagai_store_error():
        temuan = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        halaman = conn.execute("PRAGMA page_count").fetchone()[0]
        utuh: int = halaman * conn.execute("PRAGMA page_size").fetchone()[0]
        ukuran = path.stat().st_size
    if temuan != "ok" or ukuran < utuh:
        raise rusak()


def _bawaan_sqlite(jenis: str, nama: str, sql: str | None) -> bool:
    """What SQLite and the migrations make by themselves."""
    if jenis == "table" and nama in _STATISTIK:
        return True
    return _PENCATAT_MIGRASI.get(nama) == jenis and (sql or "").startswith(("CREATE TABLE", "CREATE UNIQUE"))
