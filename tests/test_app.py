"""The window's door, as a process of its own."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iki_desktop import app, paths
from iki_desktop.db.berkas import Berkas
from iki_desktop.layanan import impor_ke_berkas

CHECKOUT = Path(__file__).resolve().parent.parent
DATA = CHECKOUT / "tests" / "data"

JAWAB = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from iki_desktop import app
from iki_desktop.ui.halaman_gangguan import HalamanGangguan

aplikasi = QApplication([])

def rusak(*_):
    raise ZeroDivisionError("sebelum jendela tampil, NAMA CAMAT")

def jawab(tombol):
    halaman = aplikasi.activeModalWidget()
    if isinstance(halaman, HalamanGangguan):
        jam.stop()
        print(halaman.windowTitle(), flush=True)
        getattr(halaman, tombol).click()

jam = QTimer(interval=10)
"""

RUSAK_SEBELUM_TAMPIL = (
    JAWAB
    + """
app._buka_awal = rusak
jam.timeout.connect(lambda: jawab("tombol_lanjut"))
jam.start()
sys.exit(app.jalankan([]))
"""
)

RUSAK_LALU_ULANG = (
    JAWAB
    + """
sys.executable = sys.argv[1]
sys.frozen = "beku" in sys.argv
jam.timeout.connect(lambda: jawab("tombol_ulang"))
jam.start()
QTimer.singleShot(0, rusak)
if "tutup-rusak" in sys.argv:
    from iki_desktop.ui.lembar_kerja import LembarKerja
    LembarKerja.ingat = rusak
sys.exit(app.jalankan(sys.argv[2:3]))
"""
)

PENERUS = """#!{python}
import sys
sys.path.insert(0, {checkout!r})
from pathlib import Path
from iki_desktop.db.berkas import Berkas
berkas = Berkas.buka(Path(sys.argv[-1]))
sementara = Path({hasil!r} + ".baru")
sementara.write_text("\\n".join(sys.argv[1:] + [str(len(berkas.muat()))]))
berkas.tutup()
sementara.replace({hasil!r})
"""


def jalankan(kode: str, rumah: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    lingkungan = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)}
    lingkungan |= {"XDG_DATA_HOME": str(rumah), "LOCALAPPDATA": str(rumah), "XDG_CONFIG_HOME": str(rumah)}
    perintah = [sys.executable, "-c", kode, *argumen]
    return subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False, timeout=120)


def test_a_fault_before_the_first_paint_is_told_and_ends_in_order(tmp_path):
    selesai = jalankan(RUSAK_SEBELUM_TAMPIL, tmp_path)
    assert selesai.stdout == "IKI Desktop\n"
    assert selesai.returncode == 2
    assert "Traceback" not in selesai.stderr


def test_the_fault_stands_in_the_log_without_what_it_quotes(tmp_path):
    jalankan(RUSAK_SEBELUM_TAMPIL, tmp_path)
    (catatan,) = tmp_path.rglob("*.log")
    assert catatan.parent == tmp_path / "IKI Desktop" / "log"
    isi = catatan.read_text("utf-8")
    assert "ZeroDivisionError" in isi
    assert "CAMAT" not in isi


@pytest.mark.skipif(sys.platform == "win32", reason="a script that stands for a program is Unix's")
@pytest.mark.parametrize("cara", ["biasa", "tutup-rusak", "beku"])
def test_the_program_starts_anew_on_the_same_file_which_it_has_let_go(tmp_path, qtbot, cara):
    berkas, hasil = tmp_path / "Berkas kantor.iki", tmp_path / "hasil"
    impor_ke_berkas(DATA / "biatan.json", berkas)
    penerus = tmp_path / "penerus"
    penerus.write_text(
        PENERUS.format(python=sys.executable, checkout=str(CHECKOUT), hasil=str(hasil)), encoding="utf-8"
    )
    penerus.chmod(0o755)
    selesai = jalankan(RUSAK_LALU_ULANG, tmp_path / "rumah", str(penerus), str(berkas), cara)
    assert (selesai.returncode, selesai.stdout) == (0, "IKI Desktop\n"), selesai.stderr
    qtbot.waitUntil(hasil.exists)
    with Berkas.buka(berkas) as dibuka:
        banyak = len(dibuka.muat())
    awalan = "" if cara == "beku" else "-m\niki_desktop\n"
    assert hasil.read_text() == f"{awalan}{berkas}\n{banyak}"


def test_the_log_rotates_in_the_persons_own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    penulis = app._PenulisLog()
    penulis.setFormatter(app._BentukLog("%(message)s"))
    for _ in range(2_500):
        penulis.handle(logging.LogRecord("iki", logging.INFO, "", 0, "x" * 999, None, None))
    penulis.close()
    berkas = sorted((tmp_path / "data" / "log").iterdir())
    assert [b.name for b in berkas] == ["iki-desktop.log", "iki-desktop.log.1", "iki-desktop.log.2"]
    assert all(b.stat().st_size <= 500_000 for b in berkas)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "penghalang").write_text("x")
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "penghalang")
    penulis = app._PenulisLog()
    penulis.handle(logging.LogRecord("iki", logging.INFO, "", 0, "x", None, None))
    penulis.close()
