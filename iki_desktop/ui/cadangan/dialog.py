"""The page “Cadangan dan riwayat”: the file, its backups, its journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from iki_desktop.ui.cadangan.halaman_cadangan import HalamanCadangan
from iki_desktop.ui.cadangan.halaman_riwayat import HalamanRiwayat
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
        self.tab.setDocumentMode(True)
        self.tab.addTab(self.cadangan, "&Cadangan")
        self.tab.addTab(self.riwayat, "&Riwayat")
        self.tab.currentChanged.connect(lambda nomor: self.riwayat.mulai() if nomor == 1 else None)
        kotak = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(self.tab, 1)
        letak.addWidget(kotak)
        lebar = self.fontMetrics().averageCharWidth() * 120
        self.resize(lebar, lebar * 62 // 100)

    def _pakai(self, baru: Path, menggantikan: bool) -> None:
        self.terpilih = (baru, menggantikan)
        self.accept()

    def done(self, hasil: int) -> None:
        """Whatever still looks through the disk stops with the page."""
        self.cadangan.hentikan()
        super().done(hasil)
