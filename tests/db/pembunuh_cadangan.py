"""Kill a program with -9 in the midst of backups and restores, many times.

A child edits a file, backs it up, and now and then lets a restored backup take its place; before
each step it says which number the file is about to hold, after it that it holds it.  Whenever it is
killed: the file opens and holds one of the last two numbers in every row, and every backup that
bears a mark is whole.

Usage: python -m tests.db.pembunuh_cadangan FOLDER ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.cadangan import Putusan, Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.pemulihan import gantikan, pulihkan
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.rak import periksa_sidik
from tests.db.pembunuh import baris, bunuh, isi_awal

LAMA = 25
"""A round of edit, backup and restore takes about so many times as long as its edit."""
TERBARU = 4
"""Backups that are read anew after each round: older ones were read after an earlier one."""


def kerja(path: Path, akar: Path, pipa: int) -> None:
    nomor = 0
    kini = datetime.now()
    while True:
        with Berkas.buka(path) as berkas:
            # Few backups of one day, so that there is something to thin.
            kini += timedelta(hours=9)
            gudang = Gudang(berkas, akar, kini.replace)
            lama = baris(berkas)
            nomor = int(lama[0].nilai or 0) + 1
            os.write(pipa, b"mau:%d\n" % nomor)
            baru = [
                replace(r, nilai=Decimal(nomor), catatan="x" * (nomor * 731 % 3000) or None) for r in lama
            ]
            gudang.apply(Edit("isi", tuple(Change(a, b) for a, b in zip(lama, baru, strict=True))))
            os.write(pipa, b"ada:%d\n" % nomor)
            gudang.simpan(gudang.potret(), Sebab.PEMULIHAN)
            os.write(pipa, b"cadangan:%d\n" % nomor)
            cadangan = gudang.daftar()[nomor % 3]
            dulu = isi_cadangan(cadangan.path)
        pemulihan = path.with_name("dipulihkan.iki")
        pemulihan.unlink(missing_ok=True)
        pulihkan(cadangan.path, pemulihan)
        os.write(pipa, b"ganti:%d\n" % dulu)
        gantikan(pemulihan, path)
        os.write(pipa, b"ada:%d\n" % dulu)


def isi_cadangan(path: Path) -> int:
    with Berkas.buka(path) as salinan:
        (nomor,) = {int(r.nilai or 0) for r in baris(salinan)}
    return nomor


def main(folder: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    path, akar = folder / "kantor.iki", folder / "cadangan"
    isi_awal(path)
    with Berkas.buka(path) as berkas:
        gudang = Gudang(berkas, akar)
        for _ in range(3):
            gudang.simpan(gudang.potret(), Sebab.DIMINTA)
    diperiksa = 0
    terputus = Counter[str]()
    for _ in range(kali):
        kata = [k.decode().split(":") for k in bunuh(lambda pipa: kerja(path, akar, pipa), acak, LAMA)]
        mungkin = {int(n) for _, n in kata[-2:]}
        terputus[kata[-1][0]] += 1
        assert isi_cadangan(path) in mungkin, (isi_cadangan(path), kata[-4:])
        periksa_berkas(path)
        with Berkas.buka(path) as berkas:
            semua = Gudang(berkas, akar).daftar()
        assert len(semua) >= 3
        for cadangan in semua[:TERBARU]:
            if cadangan.putusan is Putusan.TERUJI:
                assert periksa_sidik(cadangan).putusan is Putusan.TERUJI
                isi_cadangan(cadangan.path)
                diperiksa += 1
    return {"kali": kali, "diperiksa": diperiksa, **{f"setelah {k}": n for k, n in terputus.items()}}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
