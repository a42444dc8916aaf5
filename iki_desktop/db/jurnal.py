"""Writing the journal of a file: one row an edit, in the transaction of the edit itself."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from iki_desktop.core.changes import Change, Edit
from iki_desktop.db.kodek import ke_json
from iki_desktop.db.pemegang import komputer, pengguna
from iki_desktop.db.tabel import tabel

__all__ = ["catat"]

_SISIP = (
    "INSERT INTO jurnal (waktu, pengguna, komputer, teks, perubahan, asal, jumlah_uji)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def catat(conn: sqlite3.Connection, edit: Edit, jumlah_uji: str) -> int:
    """Write down who made this edit, when, every cell that it changed, and the checksum after it.

    Returns the number of the entry.
    """
    waktu = datetime.now().astimezone().isoformat(timespec="seconds")
    perubahan = ke_json(tuple(_catatan(c) for c in edit.changes))
    isi = (waktu, pengguna(), komputer(), edit.text, perubahan, edit.asal, jumlah_uji)
    hasil = conn.execute(_SISIP, isi)
    nomor: int = hasil.lastrowid or 0
    return nomor


def _catatan(change: Change) -> dict[str, object]:
    """A change for the journal: what names the record, and the cells that differ."""
    t = tabel(type(change.record))
    nama = [k.nama for k in t.kolom]
    sebelum, sesudah = (
        dict(zip(nama, t.baris(r), strict=True)) if r is not None else {}
        for r in (change.before, change.after)
    )
    kunci = dict(zip(nama[: t.kunci], t.baris(change.record)[: t.kunci], strict=True))
    beda = [n for n in nama if sebelum.get(n) != sesudah.get(n) and n not in kunci]
    return {
        "jenis": t.nama,
        **kunci,
        "sebelum": {n: sebelum[n] for n in beda} if change.before is not None else None,
        "sesudah": {n: sesudah[n] for n in beda} if change.after is not None else None,
    }
