"""The page “Cadangan dan riwayat”: the file, its backups, its journal, and what was deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from iki_desktop.ui.bilah_tab import BilahTab
from iki_desktop.ui.cadangan.halaman_cadangan import HalamanCadangan
from iki_desktop.ui.cadangan.halaman_riwayat import HalamanRiwayat
from iki_desktop.ui.cadangan.halaman_sampah import HalamanSampah
from iki_desktop.ui.cadangan.penjaga import Penjaga
from iki_desktop.ui.pintu import Pintu
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR

__all__ = ["CadanganDanRiwayat"]


class CadanganDanRiwayat(QDialog):
    """``terpilih`` holds, where it was accepted, a restored file and whether it takes today's place."""

    def __init__(self, penjaga: Penjaga, sesi: Sesi, pintu: Pintu, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Cadangan dan riwayat")
        self.terpilih: tuple[Path, bool] | None = None
        self.cadangan = HalamanCadangan(penjaga, pintu)
        self.cadangan.dipulihkan.connect(self._pakai)
        self.riwayat = HalamanRiwayat(penjaga.terbuka, sesi)
        self.tab = QTabWidget()
        self.tab.setTabBar(BilahTab())
        self.tab.setDocumentMode(True)
        self.tab.addTab(self.cadangan, "&Cadangan")
        self.tab.addTab(self.riwayat, "&Riwayat")
        self.sampah = HalamanSampah(penjaga.terbuka, sesi)
        self.tab.addTab(self.sampah, "&Tempat sampah")
        self.tab.currentChanged.connect(self._mulai)
        kotak = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(self.tab, 1)
        letak.addWidget(kotak)
        lebar = self.fontMetrics().averageCharWidth() * 150
        self.resize(QSize(lebar, lebar * 60 // 100).boundedTo(self.screen().availableSize()))

    def _mulai(self, _nomor: int) -> None:
        """A page is filled when it is first looked at; the bin also whenever it is again."""
        if self.tab.currentWidget() is self.riwayat:
            self.riwayat.mulai()
        elif self.tab.currentWidget() is self.sampah:
            self.sampah.segarkan()

    def _pakai(self, baru: Path, menggantikan: bool) -> None:
        self.terpilih = (baru, menggantikan)
        self.accept()

    def done(self, hasil: int) -> None:
        """Whatever still looks through the disk stops with the page."""
        self.cadangan.hentikan()
        super().done(hasil)
