"""The window's door, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

RUSAK_SEBELUM_TAMPIL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from iki_desktop import app

aplikasi = QApplication([])

def rusak(*_):
    raise ZeroDivisionError("sebelum jendela tampil")

def jawab():
    kotak = aplikasi.activeModalWidget()
    print(isinstance(kotak, QMessageBox), kotak.text())
    kotak.done(0)

app._buka_awal = rusak
jam = QTimer(interval=10)
jam.timeout.connect(lambda: aplikasi.activeModalWidget() and (jam.stop(), jawab()))
jam.start()
sys.exit(app.jalankan([]))
"""


def jalankan(kode: str, rumah: Path) -> subprocess.CompletedProcess[str]:
    lingkungan = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)}
    lingkungan |= {"XDG_DATA_HOME": str(rumah), "LOCALAPPDATA": str(rumah)}
    return subprocess.run(
        [sys.executable, "-c", kode], env=lingkungan, capture_output=True, text=True, check=False
    )


def test_a_fault_before_the_first_paint_is_told_and_ends_in_order(tmp_path):
    selesai = jalankan(RUSAK_SEBELUM_TAMPIL, tmp_path)
    assert selesai.stdout == "True Ada gangguan pada program.\n"
    assert selesai.returncode == 2
    assert "Traceback" not in selesai.stderr


def test_the_fault_stands_in_the_log(tmp_path):
    jalankan(RUSAK_SEBELUM_TAMPIL, tmp_path)
    catatan = next(tmp_path.rglob("*.log")).read_text("utf-8")
    assert "ZeroDivisionError" in catatan
