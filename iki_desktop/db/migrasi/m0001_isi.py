"""Version 1: a table for each kind of record.

Foreign keys are checked when the transaction ends: an edit may write a child before its parent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSI = 1

SQL = {
    "kecamatan": """CREATE TABLE kecamatan (
  id INTEGER PRIMARY KEY,
  urutan INTEGER NOT NULL,
  nama TEXT NOT NULL,
  jenis_daerah TEXT NOT NULL,
  nama_daerah TEXT NOT NULL,
  provinsi TEXT,
  alamat TEXT,
  telepon TEXT,
  kode_pos TEXT,
  laman TEXT,
  surel TEXT,
  sebutan_desa TEXT,
  logo_png TEXT,
  pejabat TEXT
) STRICT""",
    "dokumen": """CREATE TABLE dokumen (
  id INTEGER PRIMARY KEY,
  kecamatan_id INTEGER NOT NULL REFERENCES kecamatan (id) DEFERRABLE INITIALLY DEFERRED,
  urutan INTEGER NOT NULL,
  tahun INTEGER NOT NULL,
  judul TEXT,
  periode TEXT,
  keputusan TEXT,
  bab TEXT,
  visi TEXT,
  misi TEXT,
  iku TEXT,
  tata_letak TEXT,
  capaian TEXT
) STRICT""",
    "jabatan": """CREATE TABLE jabatan (
  id INTEGER PRIMARY KEY,
  dokumen_id INTEGER NOT NULL REFERENCES dokumen (id) DEFERRABLE INITIALLY DEFERRED,
  urutan INTEGER NOT NULL,
  nama TEXT NOT NULL,
  atasan_id INTEGER REFERENCES jabatan (id) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT,
  tugas TEXT,
  fungsi TEXT,
  judul_kolom TEXT,
  pemangku TEXT,
  daftar_tertulis INTEGER NOT NULL
) STRICT""",
    "sasaran": """CREATE TABLE sasaran (
  id INTEGER PRIMARY KEY,
  jabatan_id INTEGER NOT NULL REFERENCES jabatan (id) DEFERRABLE INITIALLY DEFERRED,
  urutan INTEGER NOT NULL,
  teks TEXT NOT NULL,
  daftar_tertulis INTEGER NOT NULL
) STRICT""",
    "indikator": """CREATE TABLE indikator (
  id INTEGER PRIMARY KEY,
  sasaran_id INTEGER NOT NULL REFERENCES sasaran (id) DEFERRABLE INITIALLY DEFERRED,
  urutan INTEGER NOT NULL,
  teks TEXT NOT NULL,
  satuan TEXT,
  arah TEXT,
  akumulasi TEXT,
  target TEXT,
  penanggung_jawab TEXT,
  daftar_tertulis INTEGER NOT NULL
) STRICT""",
    "formulasi": """CREATE TABLE formulasi (
  id INTEGER PRIMARY KEY,
  indikator_id INTEGER NOT NULL REFERENCES indikator (id) DEFERRABLE INITIALLY DEFERRED,
  urutan INTEGER NOT NULL,
  jenis TEXT NOT NULL,
  teks TEXT,
  pembilang TEXT,
  penyebut TEXT,
  penyebut_tetap TEXT,
  rumus TEXT,
  variabel TEXT,
  butir TEXT,
  sumber_data TEXT,
  catatan TEXT,
  daftar_tertulis INTEGER NOT NULL
) STRICT""",
    "realisasi": """CREATE TABLE realisasi (
  formulasi_id INTEGER NOT NULL REFERENCES formulasi (id) DEFERRABLE INITIALLY DEFERRED,
  triwulan INTEGER NOT NULL,
  pembilang TEXT,
  penyebut TEXT,
  nilai TEXT,
  variabel TEXT,
  catatan TEXT,
  PRIMARY KEY (formulasi_id, triwulan)
) STRICT, WITHOUT ROWID""",
    "dokumen_kecamatan": "CREATE INDEX dokumen_kecamatan ON dokumen (kecamatan_id)",
    "jabatan_dokumen": "CREATE INDEX jabatan_dokumen ON jabatan (dokumen_id)",
    "jabatan_atasan": "CREATE INDEX jabatan_atasan ON jabatan (atasan_id)",
    "sasaran_jabatan": "CREATE INDEX sasaran_jabatan ON sasaran (jabatan_id)",
    "indikator_sasaran": "CREATE INDEX indikator_sasaran ON indikator (sasaran_id)",
    "formulasi_indikator": "CREATE INDEX formulasi_indikator ON formulasi (indikator_id)",
}


def naik(db: Database) -> None:
    """Make the tables of records."""
    for perintah in SQL.values():
        db.execute(perintah)
    db.execute(f"PRAGMA user_version = {VERSI}")
