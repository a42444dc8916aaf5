"""A copy made of what is in memory, where the file itself can no longer be relied on.

Everything that is shown is in it, and of the journal whatever can still be read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from iki_desktop.core.arsip import kunci_record
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import BerkasDipegangError, ExportError, StoreError
from iki_desktop.core.records import Record
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.galat import rusak, sebagai_store_error
from iki_desktop.db.jumlah_uji import jumlahkan_semua, sebagai_teks
from iki_desktop.db.jurnal import catat
from iki_desktop.db.pembaruan import isi_kosong
from iki_desktop.db.sambungan import periksa_halaman, periksa_skema, sambungkan
from iki_desktop.db.tabel import tabel
from iki_desktop.keluaran import tulis_atomik

__all__ = ["baca_jurnal", "simpan_salinan", "tulis_berkas"]

BarisJurnal = tuple[Any, ...]

_JURNAL = "SELECT * FROM jurnal WHERE id > ? ORDER BY id"
_DARI_AKHIR = "SELECT * FROM jurnal WHERE id > ? ORDER BY id DESC"


def simpan_salinan(
    records: Iterable[Record], tujuan: Path, *, jurnal_dari: sqlite3.Connection | None = None
) -> None:
    """Make a new, sound file of records as they are in memory, in one step.

    ``jurnal_dari`` is the connection to the file they came from, in whatever state it is.

    Raises
    ------
    StoreError
        where it cannot be written there, or somebody has a file of that name open; then what was
        there is as it was.
    """
    _periksa_bebas(tujuan)
    jurnal = baca_jurnal(jurnal_dari) if jurnal_dari is not None else []
    tulis_berkas(records, tujuan, jurnal, "simpan salinan di tempat lain")


def _periksa_bebas(tujuan: Path) -> None:
    """Whatever is replaced, it is nothing that somebody works in."""
    if not os.path.lexists(tujuan):
        return
    try:
        sambungkan(tujuan).tutup()
    except BerkasDipegangError:
        raise
    except StoreError:
        return  # Something else of that name: the person has said that it may go.


def baca_jurnal(conn: sqlite3.Connection) -> list[BarisJurnal]:
    """The entries that can be read: from the first on, and where that stumbles, also from the last back."""
    depan: list[BarisJurnal] = []
    try:
        depan.extend(conn.execute(_JURNAL, [0]))
    except (sqlite3.Error, OverflowError, UnicodeError):
        belakang: list[BarisJurnal] = []
        with suppress(sqlite3.Error, OverflowError, UnicodeError):
            belakang.extend(conn.execute(_DARI_AKHIR, [depan[-1][0] if depan else 0]))
        depan += reversed(belakang)
    return depan


def tulis_berkas(records: Iterable[Record], tujuan: Path, jurnal: Iterable[BarisJurnal], teks: str) -> None:
    """Write records and a journal into a new file, read it back, and only then give it its name.

    ``teks`` says in the journal what this was.

    Raises
    ------
    StoreError
        where it could not be written or is not what was to be written; then nothing new is there.
    """
    semua = {kunci_record(r): r for r in records}
    try:
        with tulis_atomik(tujuan) as sementara:
            with sebagai_store_error():
                isi_kosong(sementara)
                _isi(sementara, semua.values(), jurnal, teks)
            if _baca(sementara) != semua:
                raise rusak()
    except ExportError as salah:
        raise StoreError(salah.pesan, salah.saran) from salah


def _isi(path: Path, records: Iterable[Record], jurnal: Iterable[BarisJurnal], teks: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        # Nobody knows this file yet: it is flushed once, as a whole, before it gets its name.
        conn.execute("PRAGMA journal_mode = OFF")
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("BEGIN")
        for record in records:
            t = tabel(type(record))
            conn.execute(t.sisip, t.baris(record))
        for baris in jurnal:
            conn.execute(f"INSERT OR IGNORE INTO jurnal VALUES ({', '.join('?' * len(baris))})", baris)
        catat(conn, Edit(teks, (), 0), sebagai_teks(jumlahkan_semua(conn)))
        conn.execute("COMMIT")


def _baca(path: Path) -> dict[object, Record]:
    sambungan = sambungkan(path)
    try:
        periksa_skema(sambungan.conn)
        periksa_halaman(sambungan.conn, path)
        return {kunci_record(r): r for r in Berkas(path, sambungan).muat()}
    finally:
        sambungan.tutup()
