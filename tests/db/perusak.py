"""Damage a file in every way that disks and copies do, many times, and see what becomes of it.

Each time: opening it is refused with a sentence or gives, to the letter, what was in it.  Then the
rescue, with a backup or without: what it makes is sound, and where it names no loss there is none.

Usage: python -m tests.db.perusak FOLDER ROUNDS SEED
"""

from __future__ import annotations

import json
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Realisasi, Record
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas, selamatkan
from tests.db.isi import FORMULASI, INDIKATOR, SEMUA, lahir

BANYAK = 60
HALAMAN = 4096
TERLAMA = 60
"""Seconds for one file, on a busy machine: beyond that it hangs."""

Bita = bytearray


def isi_awal(path: Path, cadangan: Path) -> None:
    """A file of many pages, a backup of it, and some work after that."""
    isi: list[Record] = [
        replace(INDIKATOR, id=100 + n, urutan=n + 1, teks=f"indikator {n} " * 60) for n in range(BANYAK)
    ]
    isi += [replace(FORMULASI, id=300 + n, indikator_id=100 + n, catatan="x" * 600) for n in range(BANYAK)]
    isi += [Realisasi(300 + n, t, catatan="y" * 300) for n in range(BANYAK) for t in (1, 2)]
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA, *isi))
        berkas.cadangkan(cadangan)
        ruang = Workspace(berkas, berkas.muat())
        for nomor in range(20):
            ruang.set_realisasi(300 + nomor, 3, "nilai", Decimal(nomor))
        ruang.hapus(110)
        ruang.gandakan(111)


# --- ways to damage --------------------------------------------------------------------------------


def balik_bit(bita: Bita, acak: random.Random) -> None:
    for _ in range(acak.choice([1, 1, 2, 8, 64])):
        bita[acak.randrange(len(bita))] ^= 1 << acak.randrange(8)


def potong(bita: Bita, acak: random.Random) -> None:
    del bita[acak.randrange(len(bita)) :]


def nolkan(bita: Bita, acak: random.Random) -> None:
    for _ in range(acak.choice([1, 1, 3])):
        mulai = acak.randrange(len(bita) // HALAMAN) * HALAMAN
        bita[mulai : mulai + HALAMAN] = bytes(HALAMAN)


def tukar(bita: Bita, acak: random.Random) -> None:
    satu, dua = (acak.randrange(len(bita) // HALAMAN) * HALAMAN for _ in range(2))
    a, b = bita[satu : satu + HALAMAN], bita[dua : dua + HALAMAN]
    bita[satu : satu + HALAMAN], bita[dua : dua + HALAMAN] = b, a


def asing(bita: Bita, acak: random.Random) -> None:
    for _ in range(acak.choice([1, 1, 4])):
        panjang = acak.choice([1, 16, 512, HALAMAN])
        mulai = acak.randrange(max(1, len(bita) - panjang))
        bita[mulai : mulai + panjang] = acak.randbytes(panjang)


def huruf(bita: Bita, acak: random.Random) -> None:
    """A letter of a text becomes another one: for SQLite the file is sound."""
    mulai = acak.randrange(len(bita))
    tempat = bita.find(acak.choice([b"indikator", b"xxxx", b"yyyy", b"panjang", b"sumber"]), mulai)
    bita[tempat if tempat >= 0 else mulai] = acak.randrange(65, 91)


CARA: tuple[Callable[[Bita, random.Random], None], ...] = (balik_bit, potong, nolkan, tukar, asing, huruf)


# --- what becomes of it ----------------------------------------------------------------------------


def main(folder: Path, kali: int, benih: int) -> dict[str, int]:
    acak = random.Random(benih)
    asal, cadangan = folder / "asal.iki", folder / "cadangan.iki"
    isi_awal(asal, cadangan)
    utuh, isi = asal.read_bytes(), _isi(asal)
    signal.signal(signal.SIGALRM, _macet)
    hitung = Counter[str]()
    for nomor in range(kali):
        cara = CARA[nomor % len(CARA)]
        bita = bytearray(utuh)
        cara(bita, acak)
        signal.alarm(TERLAMA)
        hitung += _satu(folder, bytes(bita), isi, cadangan if nomor % 4 else None)
        signal.alarm(0)
        hitung[cara.__name__] += 1
    return {"kali": kali, **hitung}


def _macet(_tanda: int, _bingkai: object) -> None:
    raise AssertionError("hangs")


def _satu(folder: Path, bita: bytes, isi: list[str], cadangan: Path | None) -> Counter[str]:
    path, baru = folder / "rusak.iki", folder / "baru.iki"
    baru.unlink(missing_ok=True)
    path.write_bytes(bita)
    try:
        dibaca = _isi(path)
    except StoreError:
        hitung = Counter({"ditolak": 1})
    else:
        assert dibaca == isi, "what is read is not what was written"
        hitung = Counter({"sama": 1})
    path.write_bytes(bita)
    path.with_name("rusak.iki-journal").unlink(missing_ok=True)
    try:
        hasil = selamatkan(path, baru, [cadangan] if cadangan else [])
    except StoreError:
        assert not baru.exists()
        return hitung + Counter({"tanpa sisa": 1})
    assert path.read_bytes() == bita, "the damaged file is never changed"
    periksa_berkas(baru)
    if _isi(baru) == isi:
        return hitung + Counter({"pulih seluruhnya": 1})
    assert hasil.hilang or hasil.asal, "a loss that is not named"
    return hitung + Counter({"pulih sebagian": 1})


def _isi(path: Path) -> list[str]:
    with Berkas.buka(path) as berkas:
        return sorted(map(repr, berkas.muat()))


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
