"""Kill a program with -9 while it brings a file of an older version up to date, many times.

Whenever it is killed: the file opens, in this version or still in the old one, and holds every
cell that it held; each backup that bears a mark is whole.

Usage: python -m tests.db.pembunuh_migrasi FOLDER ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

from iki_desktop.core.cadangan import Putusan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.pembaruan import salin_ke_rak
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.rak import Rak, folder_milik
from tests.db.pembunuh import bunuh

DATA = Path(__file__).resolve().parents[1] / "data" / "versi"
LAMA = 2
"""A round of copying and steps takes about so many times as long as what lies between its first two words."""


def kerja(asal: Path, path: Path, akar: Path, pipa: int) -> None:
    while True:
        baru = path.with_name("baru.tmp")
        shutil.copyfile(asal, baru)
        baru.replace(path)
        os.write(pipa, b"mulai\n")
        Berkas.buka(path, salin_ke_rak(akar)).tutup()
        os.write(pipa, b"selesai\n")


def _versi(path: Path) -> int:
    """Which version it has now; SQLite first takes back what was not finished."""
    with closing(sqlite3.connect(path)) as conn:
        versi: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return versi


def main(folder: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    akar, path = folder / "cadangan", folder / "kantor.iki"
    semua = sorted(DATA.glob("*.iki"))
    isi = {asal: _isi(asal, folder / "harapan.iki") for asal in semua}
    hitung = Counter[str]()
    for nomor in range(kali):
        asal = semua[nomor % len(semua)]
        shutil.copyfile(asal, path)
        shutil.rmtree(akar, ignore_errors=True)
        kata = bunuh(partial(kerja, asal, path, akar), acak, LAMA)
        hitung[f"setelah {kata[-1].decode()}"] += 1
        hitung[f"versi {_versi(path)}"] += 1
        assert _isi(path, folder / "harapan.iki") == isi[asal]
        periksa_berkas(path)
        rak = Rak(folder_milik(akar, path), path)
        assert all(c.putusan is Putusan.TERUJI for c in rak.daftar())
        assert len(list(rak.teruji())) == len(rak.daftar())
        hitung["cadangan"] += len(rak.daftar())
    return {"kali": kali, **hitung}


def _isi(path: Path, salinan: Path) -> list[str]:
    """All records, read in a copy: what was killed may still be in its old version."""
    shutil.copyfile(path, salinan)
    jurnal = path.with_name(f"{path.name}-journal")
    if jurnal.exists():
        shutil.copyfile(jurnal, salinan.with_name(f"{salinan.name}-journal"))
    with Berkas.buka(salinan, lambda _conn, _path: None) as berkas:
        return [repr(r) for r in berkas.muat()]


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
