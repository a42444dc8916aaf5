"""Where the file lies, its backups with their verdicts, and what can be done with them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.cadangan import Cadangan
from iki_desktop.core.errors import IkiError
from iki_desktop.ui.cadangan.bagian_tempat import BagianTempat
from iki_desktop.ui.cadangan.baris_cadangan import (
    HASIL,
    JALAN,
    JEDA_HASIL,
    MEMERIKSA,
    baris_cadangan,
    nilai_baris,
    pemeriksaan,
)
from iki_desktop.ui.cadangan.kata import sebut_waktu
from iki_desktop.ui.cadangan.penjaga import Penjaga
from iki_desktop.ui.cadangan.tinjauan import TinjauanPemulihan
from iki_desktop.ui.pintu import Pintu
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_tebal, label_polos
from iki_desktop.ui.tugas import Tugas

__all__ = ["HalamanCadangan"]

_KOLOM = ("Waktu", "Sebab", "Ukuran", "Hasil uji")
_CONTOH = ("30 September 2026 00.00", "sebelum penghapusan", "999,9 MB", "")
"""The longest text of each column."""


class HalamanCadangan(QWidget):
    """Signals: ``dipulihkan(Path, bool)``, a restored file, and whether it takes today's place."""

    dipulihkan = Signal(object, bool)

    def __init__(self, penjaga: Penjaga, pintu: Pintu, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._penjaga = penjaga
        self._pintu = pintu
        self._pemeriksa: Tugas | None = None
        self._hasil: list[Cadangan] = []
        self._jam = QTimer(self, interval=JEDA_HASIL)
        self.tempat = BagianTempat(penjaga)
        self.tempat.diubah.connect(self.segarkan)
        self.kabar = label_polos()
        self.tempat.kabar.connect(self.kabar.setText)
        self.daftar = self._buat_daftar()
        self.tombol_cadangkan = QPushButton("Cadangkan &sekarang")
        self.tombol_pulihkan = QPushButton("&Pulihkan …")
        self.tombol_lain = QPushButton("&Dari berkas lain …")
        self._susun()
        self.tombol_cadangkan.clicked.connect(self.cadangkan)
        self.tombol_pulihkan.clicked.connect(self.pulihkan)
        self.tombol_lain.clicked.connect(self.pulihkan_lain)
        self.daftar.itemSelectionChanged.connect(self._segarkan_tombol)
        self._jam.timeout.connect(self._tuai)
        penjaga.selesai.connect(self._berhasil)
        penjaga.gagal.connect(self._usai)
        self.segarkan()

    # --- layout ---------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR, 0)
        letak.setSpacing(JARAK)
        letak.addWidget(self.tempat)
        judul = label_polos("Cadangan")
        judul.setFont(huruf_tebal())
        letak.addSpacing(JARAK)
        letak.addWidget(judul)
        letak.addWidget(self.daftar, 1)
        letak.addWidget(self.kabar)
        baris = QHBoxLayout()
        for tombol in (self.tombol_cadangkan, self.tombol_lain, self.tombol_pulihkan):
            tombol.setAutoDefault(tombol is self.tombol_cadangkan)
            baris.addWidget(tombol)
        baris.insertStretch(1)
        letak.addLayout(baris)

    def _buat_daftar(self) -> QTreeWidget:
        daftar = QTreeWidget()
        daftar.setHeaderLabels(_KOLOM)
        daftar.setRootIsDecorated(False)
        daftar.setUniformRowHeights(True)
        daftar.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        daftar.setAccessibleName("Daftar cadangan")
        for kolom, contoh in enumerate(_CONTOH):
            daftar.header().resizeSection(
                kolom, daftar.fontMetrics().horizontalAdvance(contoh) + JARAK_LEBAR * 2
            )
        daftar.header().setStretchLastSection(True)
        return daftar

    # --- the list -------------------------------------------------------------------------

    def segarkan(self) -> None:
        """Show what is there, and have a worker read every one of it anew."""
        gudang = self._penjaga.gudang
        self.tempat.segarkan()
        self.hentikan()
        self.daftar.clear()
        semua = gudang.daftar()
        kini = datetime.now()
        for satu in semua:
            self.daftar.addTopLevelItem(baris_cadangan(satu, sebut_waktu(satu.waktu, kini)))
        if semua:
            self.daftar.setCurrentItem(self._baris()[0])
            self._periksa(semua)
        elif not self.kabar.text():
            self.kabar.setText("Belum ada cadangan. Cadangkan sekarang untuk membuat yang pertama.")
        self._segarkan_tombol()

    def _periksa(self, semua: list[Cadangan]) -> None:
        self._hasil = []
        kerja = pemeriksaan(semua, self._penjaga.gudang.periksa, self._hasil)
        self._pemeriksa = Tugas(kerja, self._penjaga.parent())
        for akhir in (self._pemeriksa.selesai, self._pemeriksa.gagal, self._pemeriksa.dibatalkan):
            akhir.connect(self._pemeriksa.deleteLater)
        self._pemeriksa.mulai()
        self._jam.start()

    def _tuai(self) -> None:
        """Show the verdicts that have come."""
        while self._hasil:
            nilai_baris(self._baris(), self._hasil.pop(0))
        if all(satu.text(HASIL) != MEMERIKSA for satu in self._baris()):
            self._jam.stop()
            self._pemeriksa = None

    def hentikan(self) -> None:
        """Stop reading backups."""
        self._jam.stop()
        self._hasil = []
        if self._pemeriksa is not None:
            self._pemeriksa.batalkan()
            self._pemeriksa = None

    def _baris(self) -> list[QTreeWidgetItem]:
        semua = (self.daftar.topLevelItem(n) for n in range(self.daftar.topLevelItemCount()))
        return [satu for satu in semua if satu is not None]

    def _segarkan_tombol(self) -> None:
        self.tombol_pulihkan.setEnabled(bool(self.daftar.selectedItems()))

    def _berhasil(self, _cadangan: Cadangan) -> None:
        self._usai("Cadangan dibuat dan teruji.")

    def _usai(self, kabar: str) -> None:
        self.kabar.setText(kabar)
        self.segarkan()

    # --- doing ----------------------------------------------------------------------------

    def cadangkan(self) -> None:
        """Take a backup now."""
        self.kabar.setText("Membuat cadangan …")
        self._penjaga.cadangkan()

    def pulihkan(self) -> None:
        """Make a new file of the selected backup, show what differs, and ask what to do with it."""
        for baris in self.daftar.selectedItems():
            self._tinjau(Path(baris.data(0, JALAN)))

    def pulihkan_lain(self) -> None:
        """The same of a backup from anywhere; one of another kecamatan is told as such."""
        nama, _ = QFileDialog.getOpenFileName(
            self, "Pulihkan dari berkas lain", str(self._penjaga.gudang.akar), "Berkas IKI (*.iki)"
        )
        if nama:
            self._tinjau(Path(nama))

    def _tinjau(self, cadangan: Path) -> None:
        try:
            tinjauan = TinjauanPemulihan(cadangan, self._penjaga.terbuka, self._pintu, self)
        except IkiError as galat:
            self.kabar.setText(str(galat))
            return
        if tinjauan.exec():
            self.dipulihkan.emit(tinjauan.berkas, tinjauan.menggantikan)
        tinjauan.deleteLater()
