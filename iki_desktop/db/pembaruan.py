"""Making a file, and bringing one of an older version up to date: a tested copy first, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.core.errors import StoreError
from iki_desktop.db.galat import rusak, sebagai_store_error
from iki_desktop.db.migrasi import APPLICATION_ID, VERSI, daftar_migrasi
from iki_desktop.db.sambungan import Sambungan, periksa_skema, versi_berkas

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = [
    "Penyalin",
    "isi_kosong",
    "naikkan",
    "perbarui",
    "salin_di_sebelah",
    "salin_ke_rak",
    "sebagai_database",
    "tanpa_salinan",
]

Penyalin = Callable[[sqlite3.Connection, Path], None]
"""Puts a tested copy of an open file of an older version somewhere, before it is changed."""


def sebagai_database(conn: sqlite3.Connection) -> Database:
    """The connection as sqlite-utils has it, for its migrations."""
    from sqlite_utils import Database  # noqa: PLC0415  (costs 60 ms; a file is shown before it is changed)

    # Plugins are other people's code; recursive triggers need triggers, of which there are none.
    return Database(conn, execute_plugins=False, recursive_triggers=False)


def isi_kosong(path: Path) -> None:
    """Make an empty file of this version."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        daftar_migrasi().apply(sebagai_database(conn))


def perbarui(sambungan: Sambungan, path: Path, salin: Penyalin) -> None:
    """Copy a file of an older version, and bring it up to date.

    Raises
    ------
    StoreError
        where it can only be read, no copy can be made, or a step fails; then it is as it was.
    """
    if versi_berkas(sambungan.conn) == VERSI:
        return
    if sambungan.baca_saja:
        raise StoreError(
            "Berkas lama ini perlu diperbarui, tetapi hanya dapat dibaca.",
            "Salin ke folder lain, lalu buka salinannya.",
        )
    salin(sambungan.conn, path)
    naikkan(sambungan)


def naikkan(sambungan: Sambungan) -> None:
    """Take the steps to this version; the file is one that may be changed without a copy.

    Raises
    ------
    StoreError
        where one fails; then nothing of it is done.
    """
    if versi_berkas(sambungan.conn) == VERSI:
        return
    with sebagai_store_error():
        daftar_migrasi().apply(sebagai_database(sambungan.conn))
    periksa_skema(sambungan.conn)
    if versi_berkas(sambungan.conn) != VERSI:
        raise rusak()


# --- where the copy goes ------------------------------------------------------------------------


def salin_di_sebelah(conn: sqlite3.Connection, path: Path) -> None:
    """Beside the file, under a name that says which version it is."""
    from iki_desktop.db.cadangan import nama_cadangan, salin_teruji  # noqa: PLC0415  (rare)

    salin_teruji(conn, nama_cadangan(path, versi_berkas(conn)))


def salin_ke_rak(akar: Path) -> Penyalin:
    """Among the backups of the file below ``akar``; beside it where nothing can be written there."""

    def salin(conn: sqlite3.Connection, path: Path) -> None:
        from iki_desktop.core.cadangan import Sebab  # noqa: PLC0415  (rare)
        from iki_desktop.db.cadangan import Potret  # noqa: PLC0415
        from iki_desktop.db.rak import Rak, folder_milik  # noqa: PLC0415  (rare)

        path = path.absolute()
        potret = Potret(conn)
        try:
            Rak(folder_milik(akar, path), path).simpan(potret, datetime.now(), Sebab.PEMBARUAN)
        except StoreError:
            salin_di_sebelah(conn, path)
        finally:
            potret.tutup()

    return salin


def tanpa_salinan(_conn: sqlite3.Connection, _path: Path) -> None:
    """Nowhere: the file is a copy itself."""
