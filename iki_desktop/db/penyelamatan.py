"""What can still be read of a damaged file, brought into a new one; the damaged one is never changed.

Each table is read from its start until SQLite stumbles, then from its end, and what lies between
in small steps.  What cannot be a record, or has lost the record above it, is left out and counted.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Formulasi, Jabatan, Realisasi, Record
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.galat import RUSAK, sebagai_store_error
from iki_desktop.db.keutuhan import INDUK, periksa_records
from iki_desktop.db.kodek import KodekError
from iki_desktop.db.migrasi import VERSI
from iki_desktop.db.sambungan import periksa_halaman, periksa_skema, sambungkan, versi_berkas
from iki_desktop.db.tabel import JENIS, Tabel, tabel

__all__ = ["Penyelamatan", "periksa_berkas", "selamatkan"]

_DICOBA = 200_000
"""Numbers beyond the last readable row among which more is looked for."""
_LANGKAH = 64
"""The longest step over what cannot be read."""
_SABAR = 400
"""Million steps of SQLite for one file: pages that point at each other could be read forever."""

_GALAT = (sqlite3.Error, OverflowError, UnicodeError)


@dataclass(frozen=True, slots=True)
class Penyelamatan:
    """How many records of each kind were saved, and what is missing, in sentences."""

    terbaca: dict[str, int]
    hilang: tuple[str, ...]


# --- is it sound -----------------------------------------------------------------------------------


def periksa_berkas(path: Path) -> None:
    """Look through a whole file without changing it: pages, keys, and every record.

    Raises
    ------
    StoreError
        where something is not as it should be, or the file cannot be looked at.
    """
    sambungan = sambungkan(path, hanya_baca=True)
    try:
        periksa_skema(sambungan.conn)
        periksa_halaman(sambungan.conn, path)
        with sebagai_store_error():
            utuh = sambungan.conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            utuh = utuh and sambungan.conn.execute("PRAGMA foreign_key_check").fetchone() is None
        if not utuh:
            raise StoreError(*RUSAK)
        if versi_berkas(sambungan.conn) == VERSI:
            Berkas(path, sambungan).muat()
    finally:
        sambungan.tutup()


# --- what can be saved -------------------------------------------------------------------------------


def selamatkan(path: Path, tujuan: Path) -> Penyelamatan:
    """Bring what can be read of ``path`` into a new file at ``tujuan``.

    Raises
    ------
    StoreError
        where nothing can be read, ``tujuan`` is there already, or it cannot be written; then no
        new file is there.
    """
    if os.path.lexists(tujuan):
        raise StoreError(f"Berkas “{tujuan.name}” sudah ada.", "Pilih nama lain.")
    per_jenis, hilang = _baca_salinan(path)
    per_jenis = _tanpa_yatim(per_jenis, hilang)
    semua = [r for jenis in JENIS for r in per_jenis[jenis]]
    if not semua:
        raise StoreError("Tidak ada isi yang masih terbaca di berkas ini.", "Pulihkan dari cadangannya.")
    try:
        periksa_records(per_jenis)
    except KodekError as salah:
        raise StoreError(*RUSAK) from salah
    _tulis_baru(tujuan, path.name, semua)
    hilang.append("Riwayat pekerjaan sebelumnya tidak ikut.")
    return Penyelamatan({j.__name__.lower(): len(per_jenis[j]) for j in JENIS}, tuple(hilang))


def _tulis_baru(tujuan: Path, asal: str, semua: Sequence[Record]) -> None:
    try:
        with Berkas.buat(tujuan) as baru:
            baru.apply(Edit(f"selamatkan isi “{asal}”", tuple(Change(None, r) for r in semua)))
            if baru.muat() != list(semua):
                raise StoreError(*RUSAK)
    except BaseException:
        with suppress(OSError):
            tujuan.unlink(missing_ok=True)
        raise


_PerJenis = dict[type[Record], list[Record]]


def _baca_salinan(path: Path) -> tuple[_PerJenis, list[str]]:
    """Read a copy, with what a crash left beside it: SQLite may finish that there."""
    hilang: list[str] = []
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
            per_jenis: _PerJenis = {}
            for jenis in JENIS:
                id_formulasi = list(map(_id, per_jenis.get(Formulasi, ())))
                baris, utuh = _baca_tabel(conn, _seperti_tersimpan(conn, tabel(jenis)), id_formulasi)
                per_jenis[jenis] = _sebagai_records(tabel(jenis), baris, hilang)
                if not utuh:
                    hilang.append(f"Sebagian {jenis.__name__.lower()} tidak terbaca.")
    return per_jenis, hilang


_Baris = tuple[Any, ...]


def _seperti_tersimpan(conn: sqlite3.Connection, t: Tabel) -> Tabel | None:
    """The table asked for no more columns than a file of an older version has; ``None``: not there."""
    try:
        ada = {nama for _, nama, *_ in conn.execute(f"PRAGMA table_info({t.nama})")}
        if not ada and 0 < versi_berkas(conn) < VERSI:
            return None
    except _GALAT:
        return t
    kolom = [k.nama if k.nama in ada else f"NULL AS {k.nama}" for k in t.kolom]
    return replace(t, pilih=f"SELECT {', '.join(kolom)} FROM {t.nama}")


def _baca_tabel(
    conn: sqlite3.Connection, t: Tabel | None, id_formulasi: Sequence[int]
) -> tuple[list[_Baris], bool]:
    """The rows that can be read, in the order of their keys, and whether those are all."""
    if t is None:
        return [], True
    kunci = [k.nama for k in t.kolom[: t.kunci]]
    depan, utuh = _sampai_tersandung(conn, f"{t.pilih} ORDER BY {', '.join(kunci)}")
    if utuh:
        return depan, True
    belakang, _ = _sampai_tersandung(conn, f"{t.pilih} ORDER BY {', '.join(f'{k} DESC' for k in kunci)}")
    ada = {b[: t.kunci]: b for b in (*depan, *belakang)}
    antara: Iterable[_Baris] = ()
    if t.jenis is Realisasi:
        antara = _realisasi(conn, t, id_formulasi)
    elif kunci == ["id"]:
        antara = _antara(conn, t, depan, belakang)
    for satu in antara:
        ada.setdefault(satu[: t.kunci], satu)
    return [ada[k] for k in sorted(ada, key=_urutan)], False


def _antara(
    conn: sqlite3.Connection, t: Tabel, depan: Sequence[_Baris], belakang: Sequence[_Baris]
) -> Iterator[_Baris]:
    """Rows between the two places: a step further after each stumble, and back from where it holds."""
    kini = _nomor(depan, 0)
    akhir = min(_nomor(belakang, kini + _DICOBA), kini + _DICOBA)
    langkah = 1
    while kini < akhir:
        kini += langkah
        isi, _ = _sampai_tersandung(conn, f"{t.pilih} WHERE id BETWEEN ? AND ? ORDER BY id", (kini, akhir))
        if not isi:
            langkah = min(langkah * 2, _LANGKAH)
            continue
        yield from isi
        yield from _sampai_tersandung(
            conn, f"{t.pilih} WHERE id BETWEEN ? AND ? ORDER BY id DESC", (kini - langkah, kini)
        )[0]
        kini, langkah = max(kini, _nomor(isi, kini)), 1


def _nomor(baris: Sequence[_Baris], bila_tiada: int) -> int:
    return baris[-1][0] if baris and type(baris[-1][0]) is int else bila_tiada


def _realisasi(conn: sqlite3.Connection, t: Tabel, id_formulasi: Sequence[int]) -> Iterator[_Baris]:
    """What was entered, formula by formula."""
    for nomor in id_formulasi:
        yield from _sampai_tersandung(conn, f"{t.pilih} WHERE formulasi_id = ?", (nomor,))[0]


def _urutan(kunci: _Baris) -> tuple[tuple[bool, Any], ...]:
    return tuple((not isinstance(k, int), k if isinstance(k, int) else repr(k)) for k in kunci)


def _sampai_tersandung(
    conn: sqlite3.Connection, sql: str, isian: tuple[int, ...] = ()
) -> tuple[list[_Baris], bool]:
    hasil: list[_Baris] = []
    try:
        hasil.extend(conn.execute(sql, isian))
    except _GALAT:
        return hasil, False
    return hasil, True


def _sebagai_records(t: Tabel, baris: Iterable[_Baris], hilang: list[str]) -> list[Record]:
    hasil: list[Record] = []
    cacat = 0
    for satu in baris:
        try:
            hasil += t.baca([satu])
        except (KodekError, TypeError, ValueError):
            cacat += 1
    if cacat:
        hilang.append(f"{cacat} {t.nama} berisi yang tidak dapat dibaca.")
    return hasil


def _tanpa_yatim(per_jenis: _PerJenis, hilang: list[str]) -> _PerJenis:
    """Without what has lost its parent, top down; a post that has lost its superior stays."""
    hasil = dict(per_jenis)
    dipakai: set[int] = set()
    for jenis in JENIS:
        layak: Callable[[Record], bool] = _ada_induk(jenis, hasil)
        isi = [r for r in hasil[jenis] if layak(r) and getattr(r, "triwulan", 1) in SEMUA_TRIWULAN]
        if hasattr(jenis, "id"):
            isi = [r for r in isi if (nomor := _id(r)) > 0 and nomor not in dipakai]
            dipakai |= {_id(r) for r in isi}
        if len(isi) < len(hasil[jenis]):
            hilang.append(f"{len(hasil[jenis]) - len(isi)} {jenis.__name__.lower()} kehilangan induknya.")
        hasil[jenis] = isi
    hasil[Jabatan] = _dengan_atasan(hasil[Jabatan])
    hasil[Formulasi], hasil[Realisasi] = _dengan_sumber(hasil[Formulasi], hasil[Realisasi])
    return hasil


def _dengan_sumber(
    formulasi: Sequence[Record], realisasi: Sequence[Record]
) -> tuple[list[Record], list[Record]]:
    """A formula that shares what is lost, or has entries of its own, stands on its own."""
    ada = {f.id: f for f in formulasi if isinstance(f, Formulasi)}
    sumber = {f.id for f in ada.values() if f.sumber_id is None}
    berisi = {r.formulasi_id for r in realisasi if isinstance(r, Realisasi)}
    hasil: list[Record] = [
        f if f.sumber_id in sumber and f.id not in berisi else replace(f, sumber_id=None)
        for f in ada.values()
    ]
    return hasil, list(realisasi)


def _id(record: Record) -> int:
    nomor: int = getattr(record, "id", 0)
    return nomor


def _ada_induk(jenis: type[Record], per_jenis: _PerJenis) -> Callable[[Record], bool]:
    for anak, kolom, induk in INDUK:
        if anak is jenis:
            ada = {_id(r) for r in per_jenis[induk]}
            return lambda r: getattr(r, kolom) in ada
    return lambda _r: True


def _dengan_atasan(isi: Sequence[Record]) -> list[Record]:
    """Posts whose chain of superiors is broken or goes in a circle stand under none."""
    jabatan = {r.id: r for r in isi if isinstance(r, Jabatan)}
    hasil: list[Record] = []
    for satu in jabatan.values():
        dilalui, kini = {satu.id}, satu.atasan_id
        while kini is not None and kini in jabatan and kini not in dilalui:
            dilalui.add(kini)
            kini = jabatan[kini].atasan_id
        atasan = jabatan.get(satu.atasan_id) if satu.atasan_id is not None else None
        lain = atasan is None or atasan.dokumen_id != satu.dokumen_id
        hasil.append(replace(satu, atasan_id=None) if lain or kini in dilalui else satu)
    return hasil
