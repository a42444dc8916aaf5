"""Filling up what a damaged file no longer tells: the last good backup, and the journal since.

Entries of the journal are done again on the rows of a backup, one after the other.  Where the
checksum of the last entry agrees with what comes out, that is the file as it was, to the letter.
The empty file before the first entry is such a start as well.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iki_desktop.core.errors import StoreError
from iki_desktop.db.bacaan_rusak import KOLOM_JURNAL, BacaanRusak, Baris
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jumlah_uji import jumlahkan, sebagai_teks
from iki_desktop.db.pembaruan import tanpa_salinan
from iki_desktop.db.tabel import JENIS, Tabel, tabel

__all__ = ["Isi", "Nama", "Ulangan", "bangun", "jumlah_isi", "kunci_baris", "sebagai_isi"]

Nama = tuple[str, Baris]
"""A table, and the key of one of its rows."""
Isi = dict[Nama, Baris]
"""All records of a file, as rows."""

_WAKTU, _TEKS, _PERUBAHAN, _JUMLAH = 1, 4, 5, 7
assert [KOLOM_JURNAL[n] for n in (_WAKTU, _TEKS, _PERUBAHAN, _JUMLAH)] == [
    *("waktu", "teks", "perubahan", "jumlah_uji")
]
_PER_NAMA = {t.nama: t for t in map(tabel, JENIS)}


@dataclass(slots=True)
class Ulangan:
    """A file built anew.  ``cadangan``: from which backup (``None``: from nothing).

    ``diulang`` entries were done again; ``terbukti``: their checksum agrees; ``jurnal`` are the
    entries that lead there.
    """

    isi: Isi
    cadangan: Path | None
    diulang: int
    terbukti: bool
    jurnal: list[Baris]


def kunci_baris(t: Tabel, baris: Baris) -> Nama:
    """What names a row."""
    return t.nama, baris[: t.kunci]


def sebagai_isi(bacaan: BacaanRusak) -> Isi:
    """The rows that were read."""
    return {kunci_baris(tabel(j), b): b for j, semua in bacaan.baris.items() for b in semua}


def jumlah_isi(isi: Isi) -> str:
    """The checksum of these rows, as an entry of the journal has it."""
    per_nama: dict[str, list[Baris]] = {}
    for (nama, _), baris in isi.items():
        per_nama.setdefault(nama, []).append(baris)
    return sebagai_teks(sum(jumlahkan(_PER_NAMA[n], semua) for n, semua in per_nama.items()))


def bangun(bacaan: BacaanRusak, cadangan: Iterable[Path]) -> Ulangan | None:
    """The file anew, from the first backup that leads to a proven end; else from the first good one.

    ``cadangan`` comes newest first.  ``None`` where nothing can be built.
    """
    terbaik: Ulangan | None = None
    for path in cadangan:
        dasar = _baca_cadangan(path)
        if dasar is None or not _sejalan(dasar[1], bacaan):
            continue
        ulangan = _ulangi(dasar[0], dasar[1], bacaan, path)
        if ulangan.terbukti:
            return ulangan
        terbaik = terbaik or ulangan
    dari_awal = _ulangi({}, [], bacaan, None)
    return dari_awal if dari_awal.terbukti else terbaik


def _baca_cadangan(path: Path) -> tuple[Isi, list[Baris]] | None:
    """The rows and the journal of a backup, brought up to date in a copy; ``None`` where it is not good."""
    try:
        with tempfile.TemporaryDirectory(prefix="iki-") as folder:
            salinan = Path(folder) / "cadangan.iki"
            shutil.copyfile(path, salinan)
            salinan.chmod(0o600)
            with Berkas.buka(salinan, tanpa_salinan) as berkas:
                berkas.muat()
                conn = berkas.sambungan_baca
                isi: Isi = {kunci_baris(t, b): b for t in _PER_NAMA.values() for b in conn.execute(t.pilih)}
                jurnal = conn.execute(f"SELECT {', '.join(KOLOM_JURNAL)} FROM jurnal ORDER BY id").fetchall()
                return isi, jurnal
    except (StoreError, OSError):
        return None


def _sejalan(lama: list[Baris], bacaan: BacaanRusak) -> bool:
    """Whether nothing speaks against the file having grown out of this backup."""
    if not lama:
        return False
    if bacaan.akhir is not None and bacaan.akhir < lama[-1][0]:
        return False
    ada = {b[0]: b for b in lama}
    bersama = [b for b in bacaan.jurnal if b[0] in ada]
    return not bersama or _serupa(bersama[-1], ada[bersama[-1][0]])


def _serupa(satu: Baris, dua: Baris) -> bool:
    return (satu[_WAKTU], satu[_TEKS]) == (dua[_WAKTU], dua[_TEKS])


def _ulangi(isi: Isi, lama: list[Baris], bacaan: BacaanRusak, cadangan: Path | None) -> Ulangan:
    """Do again what the journal says, until an entry is missing or makes no sense."""
    isi, jurnal = dict(isi), list(lama)
    nomor = lama[-1][0] if lama else 0
    dasar = nomor
    tercatat = lama[-1][_JUMLAH] if lama else None
    for baris in bacaan.jurnal:
        if type(baris[0]) is not int or baris[0] <= dasar:
            continue
        if baris[0] != nomor + 1 or not _jalankan(isi, baris[_PERUBAHAN]):
            break
        nomor, tercatat = baris[0], baris[_JUMLAH]
        jurnal.append(baris)
    terbukti = nomor == bacaan.akhir and tercatat == jumlah_isi(isi)
    return Ulangan(isi, cadangan, nomor - dasar, terbukti, jurnal)


def _jalankan(isi: Isi, perubahan: Any) -> bool:
    """One entry, whole or not at all; whether it could be done."""
    baru: dict[Nama, Baris | None] = {}
    try:
        for satu in json.loads(perubahan):
            nama = _nama(satu)
            baru[nama] = _sesudah(nama, baru[nama] if nama in baru else isi.get(nama), satu)
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    for nama, baris in baru.items():
        if baris is None:
            isi.pop(nama, None)
        else:
            isi[nama] = baris
    return True


def _nama(satu: Mapping[str, Any]) -> Nama:
    t = _PER_NAMA[satu["jenis"]]
    return t.nama, tuple(satu[k.nama] for k in t.kolom[: t.kunci])


def _sesudah(nama: Nama, lama: Baris | None, satu: Mapping[str, Any]) -> Baris | None:
    """A row after a change; a change that starts from something else is none."""
    if (lama is None) != (satu["sebelum"] is None):
        raise ValueError(nama)
    if satu["sesudah"] is None:
        return None
    kolom = [k.nama for k in _PER_NAMA[nama[0]].kolom]
    sel = dict(zip(kolom, lama, strict=True)) if lama is not None else dict.fromkeys(kolom)
    sel |= dict(zip(kolom, nama[1], strict=False)) | dict(satu["sesudah"])
    return tuple(sel[k] for k in kolom)
