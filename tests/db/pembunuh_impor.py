"""Kill a program with -9 while it brings a whole year in over another, many times.

An import is one edit of hundreds of records.  Whenever it is killed: all texts of the file are
those of one import, the last that was said to be there or the one on its way.

Usage: python -m tests.db.pembunuh_impor FOLDER ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from pathlib import Path

from iki_desktop.core.records import Indikator
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.layanan import impor_ke_berkas
from tests.db.pembunuh import KEPALA_PANAS, bunuh

SUMBER = Path(__file__).resolve().parents[1] / "data" / "camplong.json"
TANDA = ("[satu] ", "[dua] ")
LAMA = 3


def buat_sumber(folder: Path) -> list[Path]:
    """Two exchange files of one year that differ in every indicator."""
    hasil = []
    for tanda in TANDA:
        isi = json.loads(SUMBER.read_text(encoding="utf-8"))
        for dokumen in isi["dokumen"]:
            for jabatan in dokumen["jabatan"]:
                for sasaran in jabatan["sasaran"]:
                    for indikator in sasaran["indikator"]:
                        indikator["teks"] = tanda + indikator["teks"]
        hasil.append(folder / f"{tanda.strip()}.json")
        hasil[-1].write_text(json.dumps(isi), encoding="utf-8")
    return hasil


def kerja(sumber: list[Path], path: Path, pipa: int) -> None:
    while True:
        for nomor, satu in enumerate(sumber):
            os.write(pipa, b"mau:%d\n" % nomor)
            impor_ke_berkas(satu, path, ganti=True)
            os.write(pipa, b"ada:%d\n" % nomor)


def tanda_isi(path: Path) -> tuple[int, int]:
    """Which import the file holds, and how many indicators."""
    with Berkas.buka(path) as berkas:
        teks = [r.teks for r in berkas.muat() if isinstance(r, Indikator)]
    (tanda,) = {next(n for n, t in enumerate(TANDA) if satu.startswith(t)) for satu in teks}
    return tanda, len(teks)


def main(folder: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    sumber, path = buat_sumber(folder), folder / "kantor.iki"
    jurnal = folder / "kantor.iki-journal"
    impor_ke_berkas(sumber[0], path)
    awal, banyak = tanda_isi(path)
    hitung = Counter[str]()
    for _ in range(kali):
        kata = [k.decode().split(":") for k in bunuh(lambda pipa: kerja(sumber, path, pipa), acak, LAMA)]
        hitung["panas"] += jurnal.exists() and jurnal.read_bytes()[:8] == KEPALA_PANAS
        hitung[f"setelah {kata[-1][0]}"] += 1
        diakui = [int(n) for apa, n in kata if apa == "ada"]
        mungkin = {diakui[-1] if diakui else awal, int(kata[-1][1])}
        awal, kini = tanda_isi(path)
        assert awal in mungkin, (awal, kata[-4:])
        assert kini == banyak
        periksa_berkas(path)
        with Berkas.buka(path) as berkas:
            # What stands in the journal grows with each import of everything; only the last is looked at.
            if berkas.sambungan_baca.execute("SELECT count(*) FROM jurnal").fetchone()[0] > 60:
                berkas.tutup()
                path.unlink()
                impor_ke_berkas(sumber[awal], path)
    return {"kali": kali, **hitung}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
