"""The floor of opening: plain sqlite3 fetches every row of the same tables, and keeps them as they are."""

from __future__ import annotations

import json
import sqlite3
import sys
from time import perf_counter

TABEL = ("kecamatan", "dokumen", "jabatan", "sasaran", "indikator", "formulasi", "realisasi")


def main(path: str) -> None:
    """Print the milliseconds that it took."""
    awal = perf_counter()
    conn = sqlite3.connect(path)
    isi = [conn.execute(f"SELECT * FROM {nama}").fetchall() for nama in TABEL]
    selesai = perf_counter()
    conn.close()
    print(json.dumps({"baca": (selesai - awal) * 1000, "baris": sum(map(len, isi))}))


if __name__ == "__main__":
    main(sys.argv[1])
