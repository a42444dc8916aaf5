"""Reading whatever can be read of a damaged file: its rows, and its journal.

Each table is read from its start until SQLite stumbles, then from its end, and what lies between
in small steps.  The file itself is only copied.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from iki_desktop.core.records import Formulasi, Realisasi, Record
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.db.migrasi import VERSI
from iki_desktop.db.sambungan import versi_berkas
from iki_desktop.db.tabel import JENIS, Tabel, tabel

__all__ = ["KOLOM_JURNAL", "BacaanRusak", "Baris", "baca_rusak", "urutan"]

_DICOBA = 200_000
"""Numbers beyond the last readable row among which more is looked for."""
_LANGKAH = 64
"""The longest step over what cannot be read."""
_SATU_SATU = 5_000
"""Within so many numbers each is asked for by itself."""
_SABAR = 400
"""Million steps of SQLite for one file: pages that point at each other could be read forever."""

_GALAT = (sqlite3.Error, OverflowError, UnicodeError)

KOLOM_JURNAL = ("id", "waktu", "pengguna", "komputer", "teks", "perubahan", "asal", "jumlah_uji")

Baris = tuple[Any, ...]


@dataclass(slots=True)
class BacaanRusak:
    """The rows of each kind, whether those are all, and the entries of the journal in their order.

    ``akhir`` is the number of the last entry there is, read or not; ``None`` where even that is lost.
    """

    baris: dict[type[Record], list[Baris]] = field(default_factory=dict)
    utuh: dict[type[Record], bool] = field(default_factory=dict)
    jurnal: list[Baris] = field(default_factory=list)
    akhir: int | None = None


def baca_rusak(path: Path) -> BacaanRusak:
    """Read a copy, with what a crash left beside it: SQLite may finish that there.

    Raises
    ------
    StoreError
        where no copy can be made or opened.
    """
    with tempfile.TemporaryDirectory(prefix="iki-") as nama, sebagai_store_error():
        salinan = Path(nama) / "salinan.iki"
        shutil.copyfile(path, salinan)
        jurnal = path.with_name(f"{path.name}-journal")
        if jurnal.is_file():
            shutil.copyfile(jurnal, salinan.with_name("salinan.iki-journal"))
        with closing(sqlite3.connect(salinan, isolation_level=None)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256_000_000)
            sisa = iter(range(_SABAR))
            conn.set_progress_handler(lambda: next(sisa, None) is None, 1_000_000)
            return _baca_semua(conn)


def _baca_semua(conn: sqlite3.Connection) -> BacaanRusak:
    hasil = BacaanRusak()
    for jenis in JENIS:
        nomor = [b[0] for b in hasil.baris.get(Formulasi, ()) if type(b[0]) is int]
        hasil.baris[jenis], hasil.utuh[jenis] = _baca_tabel(
            conn, _seperti_tersimpan(conn, tabel(jenis)), nomor
        )
    entri = {b[0]: b for b in _baca_jurnal(conn) if _sah(b)}
    hasil.jurnal = [entri[n] for n in sorted(entri)]
    akhir = _akhir_jurnal(conn)
    hasil.akhir = None if akhir is None else max((akhir, *entri))
    return hasil


def _akhir_jurnal(conn: sqlite3.Connection) -> int | None:
    """By its number alone: a long entry may be broken behind it."""
    baris, _ = _sampai_tersandung(conn, "SELECT id FROM jurnal ORDER BY id DESC LIMIT 1")
    return baris[0][0] if baris and type(baris[0][0]) is int else None


def _sah(entri: Baris) -> bool:
    """Whether each cell of an entry is of its kind."""
    nomor, *teks, asal, jumlah = entri
    return (
        type(nomor) is int
        and nomor > 0
        and all(type(t) is str for t in teks)
        and (asal is None or type(asal) is int)
        and (jumlah is None or type(jumlah) is str)
    )


def _baca_jurnal(conn: sqlite3.Connection) -> list[Baris]:
    """The entries, from both ends and the rest in steps."""
    ada = _kolom_ada(conn, "jurnal")
    kolom = ", ".join(k if k in ada else f"NULL AS {k}" for k in KOLOM_JURNAL)
    pilih = f"SELECT {kolom} FROM jurnal"
    depan, utuh = _sampai_tersandung(conn, f"{pilih} ORDER BY id")
    if utuh or not ada:
        return depan
    belakang, _ = _sampai_tersandung(conn, f"{pilih} ORDER BY id DESC")
    semua = {b[0]: b for b in (*depan, *belakang)}
    for satu in _antara(conn, pilih, depan, belakang):
        semua.setdefault(satu[0], satu)
    return [semua[n] for n in sorted(semua)]


def _kolom_ada(conn: sqlite3.Connection, nama: str) -> set[str]:
    try:
        return {k for _, k, *_ in conn.execute(f"PRAGMA table_info({nama})")}
    except _GALAT:
        return set()


def _seperti_tersimpan(conn: sqlite3.Connection, t: Tabel) -> Tabel | None:
    """The table asked for no more columns than a file of an older version has; ``None``: not there."""
    ada = _kolom_ada(conn, t.nama)
    try:
        if not ada and 0 < versi_berkas(conn) < VERSI:
            return None
    except _GALAT:
        return t
    if not ada:
        return t
    kolom = [k.nama if k.nama in ada else f"NULL AS {k.nama}" for k in t.kolom]
    return replace(t, pilih=f"SELECT {', '.join(kolom)} FROM {t.nama}")


def _baca_tabel(
    conn: sqlite3.Connection, t: Tabel | None, id_formulasi: Sequence[int]
) -> tuple[list[Baris], bool]:
    """The rows that can be read, in the order of their keys, and whether those are all."""
    if t is None:
        return [], True
    kunci = [k.nama for k in t.kolom[: t.kunci]]
    depan, utuh = _sampai_tersandung(conn, f"{t.pilih} ORDER BY {', '.join(kunci)}")
    if utuh:
        return depan, True
    belakang, _ = _sampai_tersandung(conn, f"{t.pilih} ORDER BY {', '.join(f'{k} DESC' for k in kunci)}")
    ada = {b[: t.kunci]: b for b in (*depan, *belakang)}
    antara: Iterable[Baris] = ()
    if t.jenis is Realisasi:
        antara = _realisasi(conn, t, id_formulasi)
    elif kunci == ["id"]:
        antara = _antara(conn, t.pilih, depan, belakang)
    for satu in antara:
        ada.setdefault(satu[: t.kunci], satu)
    return [ada[k] for k in sorted(ada, key=urutan)], False


def _antara(
    conn: sqlite3.Connection, pilih: str, depan: Sequence[Baris], belakang: Sequence[Baris]
) -> Iterator[Baris]:
    """Rows between the two places, one by one where they are near; else a step further after each
    stumble, and back from where it holds.
    """
    kini = _nomor(depan, 0)
    akhir = min(_nomor(belakang, kini + _DICOBA), kini + _DICOBA)
    if akhir - kini <= _SATU_SATU:
        for nomor in range(kini + 1, akhir):
            yield from _sampai_tersandung(conn, f"{pilih} WHERE id = ?", (nomor,))[0]
        return
    langkah = 1
    while kini < akhir:
        kini += langkah
        isi, _ = _sampai_tersandung(conn, f"{pilih} WHERE id BETWEEN ? AND ? ORDER BY id", (kini, akhir))
        if not isi:
            langkah = min(langkah * 2, _LANGKAH)
            continue
        yield from isi
        yield from _sampai_tersandung(
            conn, f"{pilih} WHERE id BETWEEN ? AND ? ORDER BY id DESC", (kini - langkah, kini)
        )[0]
        kini, langkah = max(kini, _nomor(isi, kini)), 1


def _nomor(baris: Sequence[Baris], bila_tiada: int) -> int:
    return baris[-1][0] if baris and type(baris[-1][0]) is int else bila_tiada


def _realisasi(conn: sqlite3.Connection, t: Tabel, id_formulasi: Sequence[int]) -> Iterator[Baris]:
    """What was entered, formula by formula."""
    for nomor in id_formulasi:
        yield from _sampai_tersandung(conn, f"{t.pilih} WHERE formulasi_id = ?", (nomor,))[0]


def urutan(kunci: Baris) -> tuple[tuple[bool, Any], ...]:
    """Sorts keys by their numbers; what is no number comes last."""
    return tuple((not isinstance(k, int), k if isinstance(k, int) else repr(k)) for k in kunci)


def _sampai_tersandung(
    conn: sqlite3.Connection, sql: str, isian: tuple[int, ...] = ()
) -> tuple[list[Baris], bool]:
    hasil: list[Baris] = []
    try:
        hasil.extend(conn.execute(sql, isian))
    except _GALAT:
        return hasil, False
    return hasil, True
