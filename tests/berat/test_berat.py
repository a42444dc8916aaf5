"""The long runs: thousands of kills and of damaged files.  ``make test-berat`` runs and counts them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals of POSIX", allow_module_level=True)

pytestmark = pytest.mark.berat

CHECKOUT = Path(__file__).resolve().parents[2]
BENIH = "20261120"

PEMBUNUHAN = {
    "isian": ("pembunuh", 400),
    "pembaruan versi": ("pembunuh_migrasi", 250),
    "impor": ("pembunuh_impor", 250),
    "cadangan, pemulihan, dan penggantian": ("pembunuh_cadangan", 250),
    "tulis balik salinan kerja": ("pembunuh_salinan", 250),
}
KERUSAKAN = 2_000


def jalankan(modul: str, tempat: Path, kali: int) -> dict[str, int]:
    """Run a program of the tests to its end; one that fails ends the test with what it said."""
    perintah = [sys.executable, "-m", f"tests.db.{modul}", str(tempat), str(kali), BENIH]
    hasil = subprocess.run(perintah, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    ringkas: dict[str, int] = json.loads(hasil.stdout)
    return ringkas


def sebut(capsys: pytest.CaptureFixture[str], kalimat: str, sejak: float) -> None:
    with capsys.disabled():
        print(f"\n{kalimat} ({time.monotonic() - sejak:.0f} detik)", flush=True)


@pytest.mark.parametrize("apa", PEMBUNUHAN)
def test_kill_9(apa: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    modul, kali = PEMBUNUHAN[apa]
    sejak = time.monotonic()
    hasil = jalankan(modul, tmp_path / "kantor.iki" if modul == "pembunuh" else tmp_path, kali)
    assert hasil["kali"] >= kali
    tengah = f"; di tengah penulisan {hasil['panas']} kali" if "panas" in hasil else ""
    sebut(capsys, f"kill -9 saat {apa}: {hasil['kali']} kali{tengah}; yang hilang: 0", sejak)


def test_damage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sejak = time.monotonic()
    hasil = jalankan("perusak", tmp_path, KERUSAKAN)
    assert hasil["ditolak"] + hasil["sama"] == KERUSAKAN
    pulih = hasil["pulih seluruhnya"]
    sebut(
        capsys,
        f"berkas dirusak: {KERUSAKAN} kali; ditolak {hasil['ditolak']}, terbaca sama {hasil['sama']}; "
        f"terbaca lain: 0; macet: 0\n"
        f"penyelamatan: seluruhnya {pulih}, sebagian dan disebut {hasil['pulih sebagian']}, "
        f"tidak ada sisa {hasil.get('tanpa sisa', 0)}; hilang tanpa disebut: 0",
        sejak,
    )
