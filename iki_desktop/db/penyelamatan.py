"""What can still be had of a damaged file, brought into a new one; the damaged one is never changed.

First what SQLite can still read, then the last good backup with the journal since.  What cannot be
a record, or has lost the record above it, is left out and counted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from iki_desktop.core.errors import StoreError
from iki_desktop.core.kamus_riwayat import HITUNGAN
from iki_desktop.core.pertalian import ID_TERBESAR
from iki_desktop.core.records import (
    Formulasi,
    Jabatan,
    Realisasi,
    Record,
    Sampah,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.sampah import terbaca
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.db.bacaan_rusak import BacaanRusak, Baris, baca_rusak, urutan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.galat import rusak, sebagai_store_error
from iki_desktop.db.keutuhan import INDUK, periksa_records
from iki_desktop.db.kodek import KodekError
from iki_desktop.db.migrasi import VERSI
from iki_desktop.db.pelengkap import Isi, Nama, Ulangan, bangun, jumlah_isi, kunci_baris, sebagai_isi
from iki_desktop.db.salinan import tulis_berkas
from iki_desktop.db.sambungan import periksa_halaman, periksa_skema, sambungkan, versi_berkas
from iki_desktop.db.tabel import JENIS, Tabel, tabel

__all__ = ["Penyelamatan", "periksa_berkas", "selamatkan"]


@dataclass(frozen=True, slots=True)
class Penyelamatan:
    """How many records of each kind were saved, what is missing and where the rest is from, in sentences."""

    terbaca: dict[str, int]
    hilang: tuple[str, ...]
    asal: tuple[str, ...] = ()


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
            raise rusak()
        if versi_berkas(sambungan.conn) == VERSI:
            Berkas(path, sambungan).muat()
    finally:
        sambungan.tutup()


# --- what can be saved -------------------------------------------------------------------------------

_PerJenis = dict[type[Record], list[Record]]


def selamatkan(path: Path, tujuan: Path, cadangan: Iterable[Path] = ()) -> Penyelamatan:
    """Bring what can be had of ``path`` into a new file at ``tujuan``.

    ``cadangan`` are good backups of the file, newest first; what cannot be read is taken from them.

    Raises
    ------
    StoreError
        where nothing can be read, ``tujuan`` is there already, or it cannot be written; then no
        new file is there.
    """
    if os.path.lexists(tujuan):
        raise StoreError(f"Berkas “{tujuan.name}” sudah ada.", "Pilih nama lain.")
    bacaan = baca_rusak(path)
    isi, jurnal, hilang, asal = _lengkapi(bacaan, cadangan)
    per_jenis = _tanpa_yatim(_sebagai_per_jenis(isi, hilang), hilang)
    semua = [r for jenis in JENIS for r in per_jenis[jenis]]
    if not semua:
        raise StoreError("Tidak ada isi yang masih terbaca di berkas ini.", "Pulihkan dari cadangannya.")
    try:
        periksa_records(per_jenis)
    except KodekError as salah:
        raise rusak() from salah
    tulis_berkas(semua, tujuan, jurnal, f"selamatkan isi “{path.name}”")
    if not _runtut(jurnal):
        hilang.append("Sebagian riwayat pekerjaan tidak ikut.")
    return Penyelamatan({j.__name__.lower(): len(per_jenis[j]) for j in JENIS}, tuple(hilang), tuple(asal))


def _lengkapi(bacaan: BacaanRusak, cadangan: Iterable[Path]) -> tuple[Isi, list[Baris], list[str], list[str]]:
    """All rows that can be had, the journal, what is missing, and where the rest is from."""
    isi = sebagai_isi(bacaan)
    tercatat = bacaan.jurnal[-1][-1] if bacaan.jurnal and bacaan.jurnal[-1][0] == bacaan.akhir else None
    if all(bacaan.utuh.values()) and tercatat == jumlah_isi(isi):
        return isi, bacaan.jurnal, [], ["Semua isi masih terbaca dan sesuai dengan catatannya."]
    ulangan = bangun(bacaan, cadangan)
    if ulangan is not None and ulangan.terbukti:
        return ulangan.isi, ulangan.jurnal, [], [_sebut_asal(ulangan)]
    hilang = [
        f"Sebagian {HITUNGAN[tabel(j).nama]} tidak terbaca." for j, utuh in bacaan.utuh.items() if not utuh
    ]
    if not hilang and tercatat is not None:
        hilang = ["Sebagian isi bukan lagi yang tercatat. Periksalah angkanya."]
    if ulangan is None:
        return isi, bacaan.jurnal, hilang, []
    return _gabung(isi, bacaan, ulangan, hilang)


def _sebut_asal(ulangan: Ulangan) -> str:
    catatan = f"{ulangan.diulang} catatan riwayat"
    if ulangan.cadangan is None:
        return f"Semua isi disusun kembali dari {catatan}."
    return f"Semua isi disusun kembali dari cadangan “{ulangan.cadangan.name}” dan {catatan} sesudahnya."


def _gabung(
    isi: Isi, bacaan: BacaanRusak, ulangan: Ulangan, hilang: list[str]
) -> tuple[Isi, list[Baris], list[str], list[str]]:
    """What was read, and from the backup what is missing where not all of a kind could be read."""
    baik = isi.keys() - _tak_terbaca(isi)
    diambil = {
        nama: baris
        for nama, baris in ulangan.isi.items()
        if nama not in baik and (nama in isi or not bacaan.utuh[_PER_NAMA[nama[0]].jenis])
    }
    hasil = {n: isi[n] for n in baik} | diambil
    diambil |= _induk_yang_kurang(hasil, ulangan.isi)
    hasil |= diambil
    sisa = sum(nama not in hasil for nama in ulangan.isi)
    if sisa:
        hilang.append(f"{sisa} catatan ada di cadangan, tetapi tidak di berkas.")
    dari = f"cadangan “{ulangan.cadangan.name}”" if ulangan.cadangan else "riwayat"
    asal = [f"{n} {HITUNGAN[nama]} diambil dari {dari}." for nama, n in _hitung(diambil).items()]
    if asal:
        asal.append("Yang diambil mungkin lebih lama dari yang terakhir diisi.")
    ada = {b[0]: b for b in (*bacaan.jurnal, *ulangan.jurnal)}
    return hasil, [ada[n] for n in sorted(ada)], hilang, asal


_PER_NAMA = {t.nama: t for t in map(tabel, JENIS)}


def _tak_terbaca(isi: Isi) -> set[Nama]:
    """The names of rows that no record can be."""
    hasil: set[Nama] = set()
    for t in _PER_NAMA.values():
        _, cacat = _baca_belah(t, [b for (nama, _), b in isi.items() if nama == t.nama])
        hasil |= {kunci_baris(t, b) for b in cacat}
    return hasil


def _baca_belah(t: Tabel, baris: list[Baris]) -> tuple[list[Record], list[Baris]]:
    """Rows as records, and the rows that are none: halved until what is wrong stands alone."""
    try:
        return t.baca(baris), []
    except (KodekError, TypeError, ValueError):
        if len(baris) == 1:
            return [], baris
    tengah = len(baris) // 2
    depan, belakang = _baca_belah(t, baris[:tengah]), _baca_belah(t, baris[tengah:])
    return depan[0] + belakang[0], depan[1] + belakang[1]


def _induk_yang_kurang(isi: Isi, sumber: Isi) -> Isi:
    """Parents that are not there but in the backup: from the leaves up, so that theirs follow."""
    hasil: Isi = {}
    for anak, kolom, induk in reversed(INDUK):
        t, nama = tabel(anak), tabel(induk).nama
        letak = [k.nama for k in t.kolom].index(kolom)
        dicari = {(nama, (b[letak],)) for (jenis, _), b in (*isi.items(), *hasil.items()) if jenis == t.nama}
        hasil |= {kunci: sumber[kunci] for kunci in dicari - isi.keys() if kunci in sumber}
    return hasil


def _hitung(isi: Isi) -> dict[str, int]:
    return {n: sum(satu == n for satu, _ in isi) for n in _PER_NAMA if any(satu == n for satu, _ in isi)}


def _runtut(jurnal: Sequence[Baris]) -> bool:
    """Whether no entry is missing between the first and the last."""
    nomor = [b[0] for b in jurnal]
    return bool(nomor) and nomor[0] == 1 and all(b == a + 1 for a, b in pairwise(nomor))


def _sebagai_per_jenis(isi: Isi, hilang: list[str]) -> _PerJenis:
    per_jenis: _PerJenis = {}
    for t in _PER_NAMA.values():
        milik = {kunci: baris for (nama, kunci), baris in isi.items() if nama == t.nama}
        per_jenis[t.jenis] = _sebagai_records(t, [milik[k] for k in sorted(milik, key=urutan)], hilang)
    return per_jenis


def _sebagai_records(t: Tabel, baris: list[Baris], hilang: list[str]) -> list[Record]:
    hasil, cacat = _baca_belah(t, baris)
    if cacat:
        hilang.append(f"{len(cacat)} {HITUNGAN[t.nama]} berisi yang tidak dapat dibaca.")
    return hasil


def _tanpa_yatim(per_jenis: _PerJenis, hilang: list[str]) -> _PerJenis:
    """Without what has lost its parent, top down; a post that has lost its superior stays."""
    hasil = dict(per_jenis)
    dipakai: set[int] = set()
    for jenis in JENIS:
        layak: Callable[[Record], bool] = _ada_induk(jenis, hasil)
        isi = [r for r in hasil[jenis] if layak(r) and _sah(r)]
        if hasattr(jenis, "id"):
            isi = [r for r in isi if 0 < (nomor := _id(r)) <= ID_TERBESAR and nomor not in dipakai]
            dipakai |= {_id(r) for r in isi}
        if len(isi) < len(hasil[jenis]):
            banyak, kata = len(hasil[jenis]) - len(isi), HITUNGAN[tabel(jenis).nama]
            hilang.append(f"{banyak} {kata} {'tidak utuh' if jenis is Sampah else 'kehilangan induknya'}.")
        hasil[jenis] = isi
    hasil[Jabatan] = _dengan_atasan(hasil[Jabatan])
    hasil[Formulasi], hasil[Realisasi] = _dengan_sumber(hasil[Formulasi], hasil[Realisasi])
    return hasil


def _sah(record: Record) -> bool:
    """Whether it is, by itself, what no other record forbids."""
    match record:
        case Realisasi() | StatusTriwulan():
            return record.triwulan in SEMUA_TRIWULAN
        case Terbitan():
            return record.nomor >= 0
        case Sampah():
            return terbaca(record.isi)
    return True


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
