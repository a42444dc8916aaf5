"""Durations, what is said of them, and the floor they stand on.

A time by itself says more of the machine than of the program.  Each thing is therefore measured
beside a *floor* in the same run, turn by turn: the least that anyone could do for the same end.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Baris", "Lembar", "anak", "bergiliran", "jalankan", "lama", "persentil"]

AKAR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Baris:
    """One thing that was measured.

    ``ms`` are its durations in milliseconds, one a run; ``lantai`` names the row of the same sheet
    that is its floor; ``tujuan`` is what we aim at, in words.
    """

    apa: str
    ms: tuple[float, ...]
    lantai: str | None = None
    tujuan: str = ""


@dataclass(frozen=True, slots=True)
class Lembar:
    """The results of one benchmark; ``catatan`` are sentences beside the numbers."""

    nama: str
    judul: str
    baris: tuple[Baris, ...]
    catatan: tuple[str, ...] = ()

    def rasio(self, baris: Baris) -> float | None:
        """How many times its floor a row takes, median by median."""
        if baris.lantai is None:
            return None
        lantai = next(b for b in self.baris if b.apa == baris.lantai)
        return persentil(baris.ms, 50) / persentil(lantai.ms, 50)


def persentil(ms: Sequence[float], p: float) -> float:
    """The smallest of the durations that ``p`` percent of them do not exceed."""
    urut = sorted(ms)
    return urut[max(0, math.ceil(len(urut) * p / 100) - 1)]


def lama(perbuatan: Callable[[], object]) -> float:
    """Milliseconds that a deed takes."""
    mulai = time.perf_counter()
    perbuatan()
    return (time.perf_counter() - mulai) * 1000


def bergiliran(perbuatan: Mapping[str, Callable[[], float]], ulang: int) -> dict[str, tuple[float, ...]]:
    """Do each in turn, ``ulang`` times over, after one turn that does not count.

    Whatever slows the machine for a while then slows the floor as well.
    """
    hasil: dict[str, list[float]] = {k: [] for k in perbuatan}
    for putaran in range(ulang + 1):
        for kunci, satu in perbuatan.items():
            ms = satu()
            if putaran:
                hasil[kunci].append(ms)
    return {k: tuple(v) for k, v in hasil.items()}


def jalankan(modul: str, *argumen: object, **lingkungan: str) -> str:
    """Run a module in a fresh process to its end; returns what it printed."""
    perintah = [sys.executable, "-m", modul, *map(str, argumen)]
    hasil = subprocess.run(
        perintah, cwd=AKAR, env=_lingkungan() | lingkungan, capture_output=True, text=True, check=False
    )
    if hasil.returncode:
        raise RuntimeError(f"{' '.join(perintah)}: {hasil.returncode}\n{hasil.stderr}")
    return hasil.stdout


def anak(modul: str, *argumen: object, **lingkungan: str) -> Any:
    """What a module tells (as JSON) that is run in a fresh process."""
    return json.loads(jalankan(modul, *argumen, **lingkungan))


def _lingkungan() -> dict[str, str]:
    """Ours, with compiled modules kept: an installed program is not compiled anew at each start.

    Documents lie in a folder of ours, so that no backup goes to those of whoever measures.
    """
    tanpa = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return tanpa | {"PYTHONPYCACHEPREFIX": _simpanan_modul(), "XDG_CONFIG_HOME": _pengaturan()}


@cache
def _pengaturan() -> str:
    folder = Path(tempfile.mkdtemp(prefix="iki-ukur-rumah-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "user-dirs.dirs").write_text(f'XDG_DOCUMENTS_DIR="{folder}"\n', encoding="utf-8")
    return str(folder)


@cache
def _simpanan_modul() -> str:
    folder = tempfile.mkdtemp(prefix="iki-ukur-modul-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
