"""Version 3: the quarter as work, weights, what was issued, and what was thrown away.

Columns are added rather than tables made anew: what stands in a file stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.db.migrasi import m0001_isi, m0002_jurnal

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSI = 3

_KOLOM = {
    "jabatan": ("bobot TEXT",),
    "sasaran": ("bobot TEXT",),
    "indikator": ("bobot TEXT", "gabungan TEXT"),
    "formulasi": (
        "sumber_id INTEGER REFERENCES formulasi (id) DEFERRABLE INITIALLY DEFERRED",
        "target TEXT",
    ),
    "realisasi": ("kendala TEXT", "tindak_lanjut TEXT", "bukti TEXT", "centang TEXT"),
    "jurnal": ("asal INTEGER",),
}
"""``jurnal.asal`` is the entry that this one takes back or makes again."""

_BARU = {
    "formulasi_sumber": "CREATE INDEX formulasi_sumber ON formulasi (sumber_id)",
    "statustriwulan": """CREATE TABLE statustriwulan (
  dokumen_id INTEGER NOT NULL REFERENCES dokumen (id) DEFERRABLE INITIALLY DEFERRED,
  triwulan INTEGER NOT NULL,
  status TEXT NOT NULL,
  alasan TEXT,
  PRIMARY KEY (dokumen_id, triwulan)
) STRICT, WITHOUT ROWID""",
    "terbitan": """CREATE TABLE terbitan (
  dokumen_id INTEGER NOT NULL REFERENCES dokumen (id) DEFERRABLE INITIALLY DEFERRED,
  nomor INTEGER NOT NULL,
  waktu TEXT NOT NULL,
  isi TEXT NOT NULL,
  alasan TEXT,
  PRIMARY KEY (dokumen_id, nomor)
) STRICT, WITHOUT ROWID""",
    "sampah": """CREATE TABLE sampah (
  nomor INTEGER PRIMARY KEY,
  waktu TEXT NOT NULL,
  teks TEXT NOT NULL,
  isi TEXT NOT NULL
) STRICT""",
}


def _dengan_kolom(sql: str, kolom: tuple[str, ...]) -> str:
    """A table's statement as SQLite rewrites it when columns are added: behind the last column."""
    batas = ",\n  PRIMARY KEY (" if ",\n  PRIMARY KEY (" in sql else ") STRICT"
    depan, tengah, belakang = sql.rpartition(batas)
    return ", ".join((depan, *kolom)) + tengah + belakang


_LAMA = {**m0001_isi.SQL, **m0002_jurnal.SQL}

SQL = {nama: _dengan_kolom(_LAMA[nama], kolom) for nama, kolom in _KOLOM.items()} | _BARU
"""The statements as they stand in a file of this version, where they are new or differ."""


def naik(db: Database) -> None:
    """Add the columns and the tables."""
    for nama, kolom in _KOLOM.items():
        for satu in kolom:
            db.execute(f"ALTER TABLE {nama} ADD COLUMN {satu}")
    for perintah in _BARU.values():
        db.execute(perintah)
    db.execute(f"PRAGMA user_version = {VERSI}")
