"""Kill a program with -9 in the midst of entries in a working copy and of writing it back, many times.

A child edits the copy and writes it back, again and again; it says which number the copy holds.
Whenever it is killed: the file opens and holds one number in every row, the copy holds the last one,
what was written is known for the program's own, and writing back once more gives the file the same.

Usage: python -m tests.db.pembunuh_salinan FOLDER ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.changes import Change, Edit
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.rak_salinan import cari_salinan
from iki_desktop.db.salinan_kerja import SalinanKerja
from tests.db.pembunuh import baris, bunuh, isi_awal

LAMA = 6
"""A round of edit and writing back takes about so many times as long as its edit."""


def angka(path: Path) -> int:
    with Berkas.buka(path) as berkas:
        (nomor,) = {int(r.nilai or 0) for r in baris(berkas)}
    return nomor


def kerja(akar: Path, asal: Path, pipa: int) -> None:
    salinan = cari_salinan(akar, asal) or SalinanKerja.buat(akar, asal)
    nomor = angka(salinan.path)
    while True:
        nomor += 1
        with Berkas.buka(salinan.path) as berkas:
            salinan.conn = berkas.sambungan_baca
            lama = baris(berkas)
            baru = [
                replace(r, nilai=Decimal(nomor), catatan="x" * (nomor * 731 % 3000) or None) for r in lama
            ]
            berkas.apply(Edit("isi", tuple(Change(a, b) for a, b in zip(lama, baru, strict=True))))
            os.write(pipa, b"ada:%d\n" % nomor)
            salinan.siapkan()()
            os.write(pipa, b"balik:%d\n" % nomor)
        salinan.conn = None


def main(folder: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    akar, asal = folder / "Salinan kerja", folder / "flash disk" / "kantor.iki"
    asal.parent.mkdir(parents=True)
    isi_awal(asal)
    terputus = Counter[str]()
    for _ in range(kali):
        jenis, nomor = bunuh(lambda pipa: kerja(akar, asal, pipa), acak, LAMA)[-1].decode().split(":")
        terputus[jenis] += 1
        terakhir = int(nomor)
        di_asal = angka(asal)
        assert di_asal in (terakhir - 1, terakhir), (di_asal, jenis, terakhir)
        salinan = cari_salinan(akar, asal)
        assert salinan is not None
        assert angka(salinan.path) in (terakhir, terakhir + 1)
        salinan.siapkan()()
        assert not salinan.belum_ditulis()
        assert angka(asal) == angka(salinan.path)
        assert {p.name for p in asal.parent.iterdir() if p.name[0] != "."} <= {
            asal.name,
            f"{asal.name}-journal",
        }
    return {"kali": kali, **terputus}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
