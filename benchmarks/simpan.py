"""What an edit costs on the disk beside the least that SQLite could write, and what a backup costs.

Both run in a file of their own, with the same settings, turn by turn.  An edit is more than its
row: it writes who did what in the journal and the checksum of all records in the same transaction.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, bergiliran, lama
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import Realisasi
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.cadangan import Potret
from iki_desktop.db.rak import Rak

__all__ = ["ukur"]

LANTAI = "lantai: satu baris diubah, COMMIT"
BESAR, KECIL = Ukuran(1, 1112), Ukuran(1, 3)


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """An edit of one entry, then a backup that is tested and marked."""
    ukuran = KECIL if kecil else BESAR
    berkas = folder / "simpan.iki"
    buat_berkas(berkas, ukuran)
    yield _isian(folder, berkas, 5 if kecil else 300)
    yield _cadangan(folder, berkas, f"{ukuran.jumlah_indikator:n} indikator", 2 if kecil else 20)


def _isian(folder: Path, asal: Path, ulang: int) -> Lembar:
    polos = folder / "polos.iki"
    shutil.copyfile(asal, polos)
    with ExitStack() as tumpukan:
        berkas = tumpukan.enter_context(Berkas.buka(asal))
        conn = tumpukan.enter_context(closing(_buka_polos(polos)))
        giliran = {LANTAI: _polos(conn), "isian dengan riwayat": _program(berkas)}
        hasil = bergiliran(giliran, ulang)
    return Lembar(
        "simpan",
        "satu isian",
        (
            Baris(LANTAI, hasil[LANTAI]),
            Baris("isian dengan riwayat", hasil["isian dengan riwayat"], LANTAI, "≤ 1,5×"),
        ),
    )


def _buka_polos(path: Path) -> sqlite3.Connection:
    """SQLite with the settings of the program, and nothing else."""
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = DELETE", "synchronous = FULL"):
        conn.execute(f"PRAGMA {pragma}").fetchall()
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA journal_size_limit = 1000000").fetchall()
    return conn


def _polos(conn: sqlite3.Connection) -> Callable[[], float]:
    kunci = conn.execute("SELECT formulasi_id, triwulan FROM realisasi WHERE nilai IS NOT NULL").fetchall()
    nomor = iter(range(1, 10**9))

    def ubah() -> None:
        n = next(nomor)
        conn.execute("BEGIN")
        conn.execute(
            "UPDATE realisasi SET nilai = ? WHERE formulasi_id = ? AND triwulan = ?",
            (str(n), *kunci[n * 7919 % len(kunci)]),
        )
        conn.execute("COMMIT")

    return lambda: lama(ubah)


def _program(berkas: Berkas) -> Callable[[], float]:
    isi = [r for r in berkas.muat() if isinstance(r, Realisasi) and r.nilai is not None]
    nomor = iter(range(1, 10**9))

    def ubah() -> None:
        n = next(nomor)
        letak = n * 7919 % len(isi)
        baru = replace(isi[letak], nilai=Decimal(n))
        berkas.apply(Edit("isi realisasi TW I “indikator”", (Change(isi[letak], baru),)))
        isi[letak] = baru

    return lambda: lama(ubah)


def _cadangan(folder: Path, asal: Path, judul: str, ulang: int) -> Lembar:
    rak = Rak(folder / "cadangan", asal)
    ms: dict[str, list[float]] = {"potret": [], "tulis": [], "semua": []}
    with Berkas.buka(asal) as berkas:
        for _ in range(ulang + 1):
            semua: list[Potret] = []
            satu = lama(partial(_potret, berkas, semua))
            dua = lama(partial(rak.simpan, semua[0], datetime.now(), Sebab.DIMINTA))
            semua[0].tutup()
            for nama, nilai in (("potret", satu), ("tulis", dua), ("semua", satu + dua)):
                ms[nama].append(nilai)
            for cadangan in rak.daftar():
                cadangan.path.chmod(0o644)
                cadangan.path.unlink()
    return Lembar(
        "simpan",
        f"cadangan teruji, {judul}, {asal.stat().st_size / 1e6:.1f} MB",
        (
            Baris("cadangan teruji", tuple(ms["semua"][1:]), tujuan="≤ 1.000 ms"),
            Baris("· potret, selama itu jendela menunggu", tuple(ms["potret"][1:])),
            Baris("· tulis, uji, tandai: di latar", tuple(ms["tulis"][1:])),
        ),
    )


def _potret(berkas: Berkas, tempat: list[Potret]) -> None:
    tempat.append(Potret(berkas.sambungan_baca))
