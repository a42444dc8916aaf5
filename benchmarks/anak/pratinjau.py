"""Edit an office beside its real preview, and tell when the pages in view are drawn anew."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from iki_desktop.core.progress import TANPA_KEMAJUAN
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.ui.pratinjau import PanelPratinjau
from iki_desktop.ui.pratinjau.hasil import buat_hasil
from iki_desktop.ui.pratinjau.pembuat import JEDA_KUMPUL
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import siapkan_aplikasi

SABAR = 60_000
"""Milliseconds after which a preview that does not come is a fault."""


def main(path: Path, jumlah: int) -> None:
    """Print the milliseconds of each edit, part by part."""
    app = QApplication(sys.argv[:1])
    siapkan_aplikasi(app)
    with Berkas.buka(path) as berkas:
        berkas.siapkan_tulis()
        sesi = Sesi(Workspace(berkas, berkas.muat()), path)
        panel = PanelPratinjau(sesi, Setelan(path.with_suffix(".ini")))
        panel.resize(1180, 600)
        penunggu = _Penunggu(panel)
        panel.show()
        penunggu.tunggu()
        hasil = [_sekali(sesi, panel, penunggu, str(nomor)) for nomor in range(jumlah + 1)][1:]
        panel.hide()
    print(json.dumps({nama: [satu[nama] for satu in hasil] for nama in hasil[0]}))


def _sekali(sesi: Sesi, panel: PanelPratinjau, penunggu: _Penunggu, nomor: str) -> dict[str, float]:
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    assert dokumen.keputusan is not None
    baru = replace(dokumen, keputusan=replace(dokumen.keputusan, nomor=nomor))
    awal = perf_counter()
    sesi.workspace.ubah(baru)
    penunggu.tunggu()
    semua = (penunggu.terlukis - awal) * 1000
    lukis = (penunggu.terlukis - penunggu.jadi) * 1000
    kerja = semua - JEDA_KUMPUL
    _tenangkan(panel)
    mulai = perf_counter()
    buat_hasil(sesi.workspace.snapshot(dokumen.id), panel.pilihan(), TANPA_KEMAJUAN)
    lantai = (perf_counter() - mulai) * 1000
    return {"semua": semua, "kerja": kerja, "cetak": kerja - lukis, "lukis": lukis, "lantai": lantai}


def _tenangkan(panel: PanelPratinjau) -> None:
    """Let the worker finish the pages near those in view: it would slow the floor."""
    while panel.pelukis._tugas is not None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class _Penunggu:
    """Waits, as the program does, in Qt's own loop: waiting in Python would hold up the worker."""

    def __init__(self, panel: PanelPratinjau) -> None:
        self._panel = panel
        self._putaran = QEventLoop()
        self.jadi = self.terlukis = 0.0
        panel.pembuat.jadi.connect(self._saat_jadi)
        panel.pelukis.terlukis.connect(self._periksa)

    def tunggu(self) -> None:
        """Until every strip in view is of the newest print and on the screen."""
        penjaga = QTimer(singleShot=True, interval=SABAR)
        penjaga.timeout.connect(lambda: self._putaran.exit(1))
        penjaga.start()
        if self._putaran.exec():
            raise TimeoutError("no preview")
        penjaga.stop()

    def _saat_jadi(self, _hasil: object) -> None:
        self.jadi = perf_counter()

    def _periksa(self) -> None:
        if self._panel.pembuat.menunggu() or not self._semua_segar():
            return
        self._panel.gulungan.viewport().repaint()
        self.terlukis = perf_counter()
        self._putaran.quit()

    def _semua_segar(self) -> bool:
        gulungan, letak = self._panel.gulungan, self._panel.gulungan._letak
        assert letak is not None
        atas, bawah = gulungan._rentang()
        terlihat = [p for n in letak.terlihat(atas, bawah) for p in gulungan._potongan(n, atas, bawah)]
        return bool(terlihat) and all(map(self._panel.pelukis.segar, terlihat))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
