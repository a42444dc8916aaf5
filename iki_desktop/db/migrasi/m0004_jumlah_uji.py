"""Version 4: each entry of the journal holds a checksum of all records as they are after it.

SQLite finds a page that is torn, but not a letter that has become another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.db.migrasi import m0003_pekerjaan_triwulan

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSI = 4

SQL = {
    "jurnal": m0003_pekerjaan_triwulan.SQL["jurnal"].removesuffix(") STRICT") + ", jumlah_uji TEXT) STRICT"
}


def naik(db: Database) -> None:
    """Add the column; entries of older versions have none."""
    db.execute("ALTER TABLE jurnal ADD COLUMN jumlah_uji TEXT")
    db.execute(f"PRAGMA user_version = {VERSI}")
