"""``python -m benchmarks [nama …] [--kecil] [--json BERKAS]``: measure, and print tables."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.lembaran import sebagai_json, sebagai_tabel, tentang_mesin
from benchmarks.ukur import Lembar

NAMA = ("mulai", "isian", "simpan", "buka", "cetak", "panjang", "pratinjau")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the named benchmarks, all of them where none is named; always 0: a number is no verdict."""
    pilihan = _pilihan(argv)
    mesin = tentang_mesin()
    print("; ".join(f"{k} {v}" for k, v in mesin.items()), file=sys.stderr)
    semua: list[Lembar] = []
    with tempfile.TemporaryDirectory(prefix="iki-ukur-", dir=pilihan.folder) as folder:
        for nama in pilihan.nama or NAMA:
            (ruang := Path(folder) / nama).mkdir(exist_ok=True)
            for lembar in import_module(f"benchmarks.{nama}").ukur(ruang, kecil=pilihan.kecil):
                semua.append(lembar)
                print(f"\n{sebagai_tabel(lembar)}", flush=True)
    if pilihan.json:
        pilihan.json.write_text(sebagai_json(mesin, semua) + "\n", encoding="utf-8")
    return 0


def _pilihan(argv: Sequence[str] | None) -> argparse.Namespace:
    pengurai = argparse.ArgumentParser(prog="python -m benchmarks", description="Mengukur kecepatan.")
    pengurai.add_argument("nama", nargs="*", choices=[*NAMA, []], help=", ".join(NAMA))
    pengurai.add_argument("--kecil", action="store_true", help="ukuran kecil: hanya mencoba")
    pengurai.add_argument("--json", type=Path, metavar="BERKAS", help="tulis semua angka ke berkas ini")
    pengurai.add_argument("--folder", type=Path, help="folder kerja, misalnya di flashdisk")
    return pengurai.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
