"""A person at the keyboard for a whole year, as a process of its own, which then waits to be killed.

Run as ``python pengetik_setahun.py BERKAS FOLDER BUKTI``.  In the real window, by keys alone: each
quarter is entered and locked, one entry gets a word and the file BUKTI, and every report is made in
every form into FOLDER.  At the end a line of JSON says what was seen on the way.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from iki_desktop import app as pintu
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.naskah.laporan import JENIS_LAPORAN
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.dialog.kunci_triwulan import KunciTriwulan
from iki_desktop.ui.dialog.laporan import PilihLaporan
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.tampilan import siapkan_aplikasi

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SABAR = 30_000
BENTUK = ("pdf", "docx", "xlsx")


def tekan(kunci: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, kunci, modifier)


def ketik(teks: str) -> None:
    for huruf in teks:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, huruf)


def tunggu(syarat: Callable[[], bool]) -> bool:
    """Let the window go on until it is so; ``False`` where it takes too long."""
    putaran, jam = QEventLoop(), QTimer(interval=10)
    jam.timeout.connect(lambda: putaran.quit() if syarat() else None)
    jam.start()
    QTimer.singleShot(SABAR, putaran, putaran.quit)
    putaran.exec()
    jam.stop()
    return syarat()


def saat_ditanya(jenis: type[QDialog], perbuatan: Callable[[QDialog], object], *lalu: object) -> None:
    """Once a question of that kind has come up and has the keys, answer it; then wait for the next."""
    jam = QTimer(QApplication.instance(), interval=10)

    def lihat() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, jenis) and QApplication.focusWidget() is not None and dialog.isActiveWindow():
            jam.stop()
            jam.deleteLater()
            perbuatan(dialog)

    jam.timeout.connect(lihat)
    jam.start()


def terfokus(jendela: QWidget) -> None:
    jendela.activateWindow()
    assert QTest.qWaitForWindowActive(jendela, SABAR)


def namai(berkas: Path) -> None:
    """The name that a file dialog asks for."""
    tekan(K.Key_A, CTRL)
    ketik(str(berkas))
    tekan(K.Key_Return)


class Setahun:
    """The year of one office; ``bukti`` is a paper that lies elsewhere."""

    def __init__(self, jendela: Jendela, bukti: Path) -> None:
        self.bukti = bukti
        assert jendela.lembar is not None
        assert jendela.sesi is not None
        self.jendela, self.sesi = jendela, jendela.sesi
        self.panel = jendela.lembar.realisasi
        self.terlihat: dict[str, list[str]] = {"kunci": [], "tolak": [], "jadi": []}

    def formulasi(self) -> list[Formulasi]:
        dokumen = self.sesi.dokumen_aktif()
        assert dokumen is not None
        return [n for n in self.sesi.arsip.turunan(dokumen.id) if isinstance(n, Formulasi)]

    def isi_dan_kunci(self, triwulan: int) -> None:
        tekan((K.Key_1, K.Key_2, K.Key_3, K.Key_4)[triwulan - 1], CTRL)
        tekan(K.Key_R, CTRL)
        self.panel.setFocus()
        tekan(K.Key_Home, CTRL)
        nomor = 0
        for formulasi in self.formulasi():
            for _ in masukan(formulasi):
                nomor += 1
                ketik(angka(formulasi, nomor, triwulan))
                tekan(K.Key_Tab)
        if triwulan == 4:
            self.rincikan()
        saat_ditanya(KunciTriwulan, self._setujui)
        tekan(K.Key_K, CTRL)
        terfokus(self.jendela)
        self.panel.setFocus()
        tekan(K.Key_Home, CTRL)
        ketik("7")
        self.terlihat["tolak"].append(self.panel.tabel.delegasi.gelembung.teks())

    def rincikan(self) -> None:
        """A word about the first entry, and a paper that bears it out."""
        tekan(K.Key_Home, CTRL)
        tekan(K.Key_F4)
        ketik("Dua kampung terlambat mengirim data.")
        tekan(K.Key_Tab)
        ketik("Menyurati kepala kampung.")
        while not isinstance(tombol := QApplication.focusWidget(), QPushButton):
            tekan(K.Key_Tab)
        assert tombol.text() == "Tambah …"
        saat_ditanya(QFileDialog, lambda _dialog: namai(self.bukti))
        tekan(K.Key_Space)
        rinci = self.panel.bawah.isian
        assert rinci is not None
        assert tunggu(lambda: not rinci.bukti.bilah.sibuk)
        terfokus(self.jendela)
        tekan(K.Key_Escape)

    def _setujui(self, dialog: QDialog) -> None:
        assert isinstance(dialog, KunciTriwulan)
        self.terlihat["kunci"].append(dialog.keterangan.text())
        tekan(K.Key_Return)

    def cetak(self, nomor: int, bentuk: int, tujuan: Path) -> None:
        """Ctrl+L; in the list of reports so many down, in that of the forms too; then the name."""

        def pilih(dialog: QDialog) -> None:
            assert isinstance(dialog, PilihLaporan)
            dialog.jenis.setFocus()
            tekan(K.Key_Home)
            for _ in range(nomor):
                tekan(K.Key_Down)
            tekan(K.Key_B, ALT)
            for _ in range(bentuk):
                tekan(K.Key_Down)
            saat_ditanya(QFileDialog, lambda _dialog: namai(tujuan))
            tekan(K.Key_Return)

        self.jendela.pesan.hide()
        saat_ditanya(PilihLaporan, pilih)
        tekan(K.Key_L, CTRL)
        jendela = self.jendela
        assert tunggu(lambda: bool(jendela.pesan.teks()) and not jendela.status.tugas.sibuk), tujuan.name
        self.terlihat["jadi"].append(self.jendela.pesan.teks())
        terfokus(self.jendela)


def angka(formulasi: Formulasi, nomor: int, triwulan: int) -> str:
    """A number for a cell: believable for a rate, different everywhere else."""
    if formulasi.jenis is JenisFormulasi.SKM:
        return f"3,{triwulan}"
    return f"{nomor + triwulan},5" if nomor % 2 else str(nomor + 10)


def utama(berkas: Path, folder: Path, bukti: Path) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication(sys.argv[:1])
    bahasa = pasang_bahasa(app)
    siapkan_aplikasi(app)
    jendela = pintu._jendela()
    assert jendela.buka(berkas)
    jendela.show()
    terfokus(jendela)
    QTest.keyClick(jendela, K.Key_R, ALT)
    tekan(K.Key_N)
    setahun = Setahun(jendela, bukti)
    for triwulan in (1, 2, 3, 4):
        setahun.isi_dan_kunci(triwulan)
    for nomor, jenis in enumerate(JENIS_LAPORAN):
        for bentuk, akhiran in enumerate(BENTUK):
            setahun.cetak(nomor, bentuk, folder / f"{jenis}.{akhiran}")
    print(json.dumps(setahun.terlihat), flush=True)
    app.exec()
    del bahasa


if __name__ == "__main__":
    utama(*map(Path, sys.argv[1:]))
