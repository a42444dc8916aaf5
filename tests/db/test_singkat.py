"""Short runs of what ``make test-berat`` does at length: kills, and damaged files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals of POSIX", allow_module_level=True)

CHECKOUT = Path(__file__).resolve().parents[2]


def jalankan(modul: str, tempat: Path, kali: int) -> dict[str, int]:
    perintah = [sys.executable, "-m", f"tests.db.{modul}", str(tempat), str(kali), "7"]
    hasil = subprocess.run(perintah, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    ringkas: dict[str, int] = json.loads(hasil.stdout)
    return ringkas


def test_kill_9_in_the_midst_of_bringing_up_to_date(tmp_path: Path) -> None:
    hasil = jalankan("pembunuh_migrasi", tmp_path, 12)
    assert sum(n for kata, n in hasil.items() if kata.startswith("setelah ")) == 12


def test_kill_9_in_the_midst_of_an_import(tmp_path: Path) -> None:
    assert jalankan("pembunuh_impor", tmp_path, 8)["setelah mau"] > 0


def test_damage_of_every_kind(tmp_path: Path) -> None:
    hasil = jalankan("perusak", tmp_path, 12)
    assert hasil["ditolak"] + hasil["sama"] == 12
    assert hasil["pulih seluruhnya"] > 4
    assert hasil["huruf"] == 2
