"""Version 2: the journal of edits, who changed what and when, beside the records themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSI = 2

SQL = {
    "jurnal": """CREATE TABLE jurnal (
  id INTEGER PRIMARY KEY,
  waktu TEXT NOT NULL,
  pengguna TEXT NOT NULL,
  komputer TEXT NOT NULL,
  teks TEXT NOT NULL,
  perubahan TEXT NOT NULL
) STRICT""",
}


def naik(db: Database) -> None:
    """Make the journal."""
    for perintah in SQL.values():
        db.execute(perintah)
    db.execute(f"PRAGMA user_version = {VERSI}")
