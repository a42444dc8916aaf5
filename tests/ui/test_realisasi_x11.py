"""A quarter typed with a real keyboard's events, under a real X server and window manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not all(shutil.which(p) for p in ("Xvfb", "xdotool")), reason="needs Xvfb and xdotool"
    ),
]

AKAR = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.realisasi import PanelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import siapkan_aplikasi

app = QApplication(sys.argv[:1])
siapkan_aplikasi(app)
bahasa = pasang_bahasa(app)
berkas = Berkas.buat(Path(sys.argv[2]))
workspace = Workspace(berkas, [])
workspace.terapkan(*rencana_impor(workspace.arsip, baca_iki_json(Path(sys.argv[1])), workspace.id_baru))
sesi = Sesi(workspace, berkas.path)
sesi.pilih(workspace.arsip.jabatan(sesi.dokumen_aktif().id)[2].id)
panel = PanelRealisasi(sesi)
panel.setWindowTitle("uji realisasi")
panel.resize(1100, 600)
panel.show()
panel.activateWindow()
panel.setFocus()


def laporkan():
    # Asked again and again, so that whoever types can wait for what is really there.
    isi = []
    for baris in panel.model.semua_baris():
        r = workspace.arsip.realisasi(baris.id, 1)
        if r is not None:
            isi.append("/".join(str(n) for n in (r.pembilang, r.penyebut, r.nilai)))
    editor = panel.tabel.delegasi.editor
    keadaan = editor.text() if editor else "-"
    aktif = panel.isActiveWindow() or QApplication.focusWidget() is not None
    print(f"{int(aktif)} {keadaan} | {' '.join(isi)}", flush=True)


jam = QTimer(interval=30)
jam.timeout.connect(laporkan)
jam.start()
app.exec()
"""


class Layar:
    """A screen with the program on it; ``tunggu`` reads what the program says of itself."""

    def __init__(self, nomor: str, proses: subprocess.Popen[str]) -> None:
        self.lingkungan = {**os.environ, "DISPLAY": nomor}
        self.proses = proses

    def xdotool(self, *kata: str) -> str:
        selesai = subprocess.run(
            ["xdotool", *kata], env=self.lingkungan, capture_output=True, text=True, check=False, timeout=20
        )
        return selesai.stdout.strip()

    def tunggu(self, akhir: str) -> str:
        assert self.proses.stdout is not None
        terakhir = ""
        batas = time.monotonic() + 30
        while time.monotonic() < batas:
            terakhir = self.proses.stdout.readline().rstrip("\n")
            if terakhir.endswith(akhir):
                return terakhir
        pytest.fail(f"waited for {akhir!r}, last seen {terakhir!r}")


@pytest.fixture
def layar(tmp_path: Path) -> Iterator[Layar]:
    baca, tulis = os.pipe()
    x = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tulis), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[tulis],
        stderr=subprocess.DEVNULL,
    )
    os.close(tulis)
    with os.fdopen(baca) as pipa:
        nomor = ":" + pipa.readline().strip()
    lingkungan = {**os.environ, "DISPLAY": nomor, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(AKAR)}
    proses = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(AKAR / "tests/data/biatan.json"), str(tmp_path / "k.iki")],
        env=lingkungan,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    layar = Layar(nomor, proses)
    layar.tunggu("| ")
    jendela = layar.xdotool("search", "--sync", "--name", "uji realisasi").splitlines()[0]
    layar.xdotool("windowfocus", "--sync", jendela)
    yield layar
    for satu in (proses, x):
        satu.terminate()
        satu.wait(10)
    assert proses.stdout is not None
    proses.stdout.close()


def test_a_jabatan_is_filled_by_real_keys(layar: Layar):
    layar.xdotool("key", "4", "5", "Tab", "6", "0", "Tab")
    layar.tunggu("- | 45/60/None")
    layar.xdotool("key", "8", "Return", "7", "comma", "5", "Return")
    layar.tunggu("- | 45/60/None 8/None/None None/None/7.5")
    layar.xdotool("key", "Home", "a", "b", "c", "Return")
    layar.xdotool("key", "ctrl+Home", "a", "b", "c", "Return")
    layar.tunggu("abc | 45/60/None 8/None/None None/None/7.5")
    layar.xdotool("key", "Escape", "ctrl+z")
    layar.tunggu("- | 45/60/None 8/None/None")
    layar.xdotool("key", "1", "period", "2", "3", "4", "Return", "2")
    layar.tunggu("- | 1.234/60/None 8/None/None")
    layar.xdotool("key", "F8", "9", "Return")
    layar.tunggu("- | 1.234/60/None 8/9/None")
