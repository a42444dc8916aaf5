"""Another program that holds a file, for the tests; it edits when told to, and ends when told to.

Usage: python -m tests.db.pemegang_lain FILE
Each line on standard input is a command; each answer is one line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import Sasaran
from iki_desktop.db.berkas import Berkas

CHECKOUT = Path(__file__).resolve().parents[2]


class PemegangLain:
    """A running holder, from the test's side."""

    def __init__(self, proses: subprocess.Popen[str], masuk: IO[str], keluar: IO[str]) -> None:
        self.proses = proses
        self._masuk = masuk
        self._keluar = keluar

    def suruh(self, perintah: str) -> str:
        """Let it do something, and wait until that is done."""
        self._masuk.write(f"{perintah}\n")
        self._masuk.flush()
        return self._keluar.readline().strip()


@contextmanager
def dipegang(path: Path, pengguna: str = "SITI", komputer: str = "PC-KASI") -> Iterator[PemegangLain]:
    """Hold a file in another process for as long as the block lasts, unless that is ended before."""
    lingkungan = os.environ | {"USERNAME": pengguna, "COMPUTERNAME": komputer}
    proses = subprocess.Popen(
        [sys.executable, "-m", "tests.db.pemegang_lain", str(path)],
        cwd=CHECKOUT, env=lingkungan, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert proses.stdin is not None
    assert proses.stdout is not None
    with proses:
        try:
            assert proses.stdout.readline().strip() == "terbuka"
            yield PemegangLain(proses, proses.stdin, proses.stdout)
        finally:
            proses.kill()


def main(path: Path) -> None:
    berkas = Berkas.buka(path)
    print("terbuka", flush=True)
    for baris in sys.stdin:
        kata = baris.strip()
        if kata == "tutup":
            berkas.tutup()
        elif kata == "buka":
            berkas = Berkas.buka(path)
        else:
            _ubah(berkas, kata)
        print("sudah", flush=True)


def _ubah(berkas: Berkas, teks: str) -> None:
    sasaran = next(r for r in berkas.muat() if isinstance(r, Sasaran))
    berkas.apply(Edit("ubah", (Change(sasaran, replace(sasaran, teks=teks)),)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
