"""Reading the journal of a file: newest first, a page at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from iki_desktop.core.riwayat import Catatan, Halaman, PetaJabatan, Saringan, baca_perubahan
from iki_desktop.db.galat import sebagai_store_error

__all__ = ["catatan_terakhir", "halaman_riwayat", "ukuran_sampah"]

_TERPANJANG = 500_000
"""Characters: the changes of a larger entry (a whole office brought in) are not looked into."""
_HURUF_TERBANYAK = 20_000_000
"""Characters of changes in one page: a file from elsewhere shall not fill the memory."""
_SEKALI = 500
_PILIH = f"""SELECT id, waktu, pengguna, komputer, teks,
 CASE WHEN ? AND length(perubahan) <= {_TERPANJANG} THEN perubahan END
 FROM jurnal WHERE id < ? AND id > ? AND waktu >= ? AND waktu < ? ORDER BY id DESC LIMIT {_SEKALI}"""
_PALING_AKHIR = 2**63 - 1
_AKHIR = "\U0010ffff"


def halaman_riwayat(
    conn: sqlite3.Connection,
    saringan: Saringan,
    peta: PetaJabatan,
    *,
    sebelum: int | None = None,
    sesudah: int = 0,
    rinci: bool = False,
    banyak: int = 200,
    terbaca: int = 2_000,
) -> Halaman:
    """A page of the journal: up to ``banyak`` entries, looking at no more than about ``terbaca``.

    A page may come back short, or empty, and still say where to read on: so a search through a long
    journal can be made in steps.  ``peta`` must be the same for all pages of one search.  ``rinci``:
    read the changes even where no filter needs them; ``sesudah``: only entries with a larger number.

    Raises
    ------
    StoreError
        where the file cannot be read.
    """
    dalam = rinci or saringan.ke_dalam or bool(saringan.teks)
    isi: list[Catatan] = []
    batas, dilihat, huruf = sebelum or _PALING_AKHIR, 0, 0
    with sebagai_store_error():
        while dilihat < terbaca:
            awal = dilihat
            for satu, panjang in _ambil(conn, saringan, batas, sesudah, dalam):
                batas = satu.id
                dilihat += 1
                huruf += panjang
                if _cocok(satu, saringan, peta):
                    isi.append(satu)
                if len(isi) == banyak or huruf > _HURUF_TERBANYAK:
                    return Halaman(tuple(isi), batas)
            if dilihat - awal < _SEKALI:
                return Halaman(tuple(isi), None)
    return Halaman(tuple(isi), batas)


def _ambil(
    conn: sqlite3.Connection, saringan: Saringan, sebelum: int, sesudah: int, dalam: bool
) -> Iterator[tuple[Catatan, int]]:
    """Entries one by one, each with how many characters of changes it has."""
    dari = saringan.dari.isoformat() if saringan.dari else ""
    # Where changes are looked into, the map has to see the newer entries too.
    sampai = "" if saringan.ke_dalam else _sampai(saringan)
    for baris in conn.execute(_PILIH, (dalam, sebelum, sesudah, dari, sampai or _AKHIR)):
        yield _catatan(baris), len(baris[-1] or "")


def _sampai(saringan: Saringan) -> str:
    """What is larger than every moment of the last wanted day: “U” comes after “T”."""
    return f"{saringan.sampai.isoformat()}U" if saringan.sampai else ""


def _catatan(baris: tuple[int, str, str, str, str, str | None]) -> Catatan:
    nomor, waktu, pengguna, komputer, teks, perubahan = baris
    isi = None if perubahan is None else baca_perubahan(perubahan)
    return Catatan(nomor, _waktu(waktu), pengguna, komputer, teks, isi)


def _waktu(teks: str) -> datetime | None:
    try:
        return datetime.fromisoformat(teks)
    except ValueError:
        return None


def _cocok(satu: Catatan, saringan: Saringan, peta: PetaJabatan) -> bool:
    if saringan.ke_dalam:
        # Looked at whatever else is asked: the map learns from every entry on its way.
        milik = peta.jabatan(satu)
        if satu.perubahan is not None and not _cocok_dalam(satu, saringan, milik):
            return False
        if saringan.sampai is not None and (satu.waktu is None or satu.waktu.date() > saringan.sampai):
            return False
    return not saringan.teks or satu.memuat(saringan.teks.casefold())


def _cocok_dalam(satu: Catatan, saringan: Saringan, milik: set[int]) -> bool:
    if saringan.jabatan_id is not None and saringan.jabatan_id not in milik:
        return False
    if saringan.triwulan is None:
        return True
    return any(p.triwulan == saringan.triwulan for p in satu.perubahan or ())


def catatan_terakhir(conn: sqlite3.Connection) -> int:
    """The number of the newest entry; 0 in a journal without any."""
    with sebagai_store_error():
        hasil: int = conn.execute("SELECT coalesce(max(id), 0) FROM jurnal").fetchone()[0]
    return hasil


def ukuran_sampah(conn: sqlite3.Connection) -> int:
    """How many bytes the bin takes: what was deleted and is still kept."""
    with sebagai_store_error():
        hasil: int = conn.execute(
            "SELECT coalesce(sum(length(CAST(isi AS BLOB))), 0) FROM sampah"
        ).fetchone()[0]
    return hasil
