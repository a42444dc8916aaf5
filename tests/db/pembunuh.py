"""Kill a program with -9 in the midst of its writing, many times; a program of its own for the tests.

Each round a child opens the file and enters one number after another into every row at once,
saying so after each edit.  The parent kills it at a random moment, opens the file in turn, and
looks: all rows hold the same number, which is the last one said or the one being written.

Usage: python -m tests.db.pembunuh FILE ROUNDS SEED
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import Realisasi
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas
from tests.db.isi import FORMULASI, SEMUA, lahir

BARIS = 120
KEPALA_PANAS = bytes.fromhex("d9d505f920a163d7")
"""The first bytes of a rollback journal that is still needed."""


def isi_awal(path: Path) -> None:
    formulasi = [replace(FORMULASI, id=1000 + i, urutan=i + 1) for i in range(BARIS)]
    realisasi = [Realisasi(f.id, 1, nilai=Decimal(0)) for f in formulasi]
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA, *formulasi, *realisasi))


def baris(berkas: Berkas) -> list[Realisasi]:
    return [r for r in berkas.muat() if isinstance(r, Realisasi) and r.formulasi_id >= 1000]


def tulis_terus(path: Path, pipa: int) -> None:
    berkas = Berkas.buka(path)
    kini = baris(berkas)
    nomor = int(kini[0].nilai or 0)
    while True:
        nomor += 1
        # A note that grows and shrinks moves pages about, so that there is something to roll back.
        baru = [replace(r, nilai=Decimal(nomor), catatan="x" * (nomor * 731 % 3000) or None) for r in kini]
        berkas.apply(Edit(f"isi {nomor}", tuple(Change(b, a) for b, a in zip(kini, baru, strict=True))))
        os.write(pipa, b"%d\n" % nomor)
        kini = baru


def bunuh(kerja: Callable[[int], None], acak: random.Random, kali_lama: float = 1) -> list[bytes]:
    """One round: let a child do ``kerja`` for a moment; every word it has said on the pipe it got.

    The moment is at most ``kali_lama`` times as long as what lies between its first two words.
    """
    baca, tulis = os.pipe()
    anak = os.fork()
    if anak == 0:
        os.close(baca)
        try:
            kerja(tulis)
        finally:
            os._exit(1)
    os.close(tulis)
    kata = os.read(baca, 4096)
    mulai = time.perf_counter()
    kata += os.read(baca, 4096)
    select.select([], [], [], acak.random() * kali_lama * (time.perf_counter() - mulai))
    os.kill(anak, signal.SIGKILL)
    os.waitpid(anak, 0)
    while sisa := os.read(baca, 4096):
        kata += sisa
    os.close(baca)
    return kata.split()


def main(path: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    isi_awal(path)
    jurnal = path.with_name(f"{path.name}-journal")
    panas = 0
    dibunuh = 0
    while dibunuh < kali or (panas < 3 and dibunuh < 1000):
        dibunuh += 1
        terakhir = int(bunuh(lambda pipa: tulis_terus(path, pipa), acak)[-1])
        panas += jurnal.exists() and jurnal.read_bytes()[:8] == KEPALA_PANAS
        with Berkas.buka(path) as berkas:
            (nomor,) = {int(r.nilai or 0) for r in baris(berkas)}
            assert nomor in (terakhir, terakhir + 1), (nomor, terakhir)
        periksa_berkas(path)
        assert not jurnal.exists() or jurnal.read_bytes()[:8] != KEPALA_PANAS
    return {"kali": dibunuh, "panas": panas}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
