"""What is said where there is nothing to enter yet, and the step that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.records import Jabatan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR, label_polos

__all__ = ["HalamanKosong"]


class HalamanKosong(QWidget):
    """A sentence and, where it helps, a button."""

    minta_susun = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._node_id = 0
        self.teks = label_polos()
        self.teks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.langkah = QPushButton()
        self.langkah.clicked.connect(lambda: self.minta_susun.emit(self._node_id))
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addStretch(2)
        letak.addWidget(self.teks)
        letak.addWidget(self.langkah, 0, Qt.AlignmentFlag.AlignHCenter)
        letak.addStretch(3)

    def tampilkan(self, sesi: Sesi, jabatan_id: int) -> None:
        """Say what belongs here, for a jabatan or (0) for the whole office."""
        dokumen = sesi.dokumen_aktif()
        self._node_id = jabatan_id or (dokumen.id if dokumen else 0)
        self.langkah.setVisible(bool(self._node_id))
        if dokumen is None:
            self.teks.setText(f"Belum ada dokumen tahun {sesi.tahun}.")
        elif jabatan_id:
            jabatan = sesi.arsip[jabatan_id]
            assert isinstance(jabatan, Jabatan)
            self.teks.setText("Jabatan ini belum punya indikator. Susun di tab Susunan.")
            self.langkah.setText("Susun indikator")
        else:
            self.teks.setText("Belum ada indikator. Susun jabatan dan indikatornya di tab Susunan.")
            self.langkah.setText("Buka Susunan")
