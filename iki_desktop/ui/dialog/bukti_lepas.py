"""Files in the folder of evidence that no entry names: listed, and thrown away only on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from iki_desktop.core.bukti import sebut_ukuran
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_polos

__all__ = ["BuktiLepas"]


class BuktiLepas(QDialog):
    """After ``Accepted``, ``terbuang`` counts the files that went to the system's own trash."""

    def __init__(self, berkas: Sequence[Path], induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Bukti yang tidak terpakai")
        self._berkas = tuple(berkas)
        self.terbuang = 0
        self.daftar = QListWidget()
        self.daftar.setAccessibleName("Bukti yang tidak terpakai")
        self.daftar.addItems([f"{p.name} · {sebut_ukuran(p.stat().st_size)}" for p in self._berkas])
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        letak.addWidget(
            label_polos(
                f"{len(self._berkas)} berkas di folder bukti tidak disebut isian mana pun."
                " Cadangan lama mungkin masih menyebutnya."
            )
        )
        letak.addWidget(self.daftar, 1)
        letak.addSpacing(JARAK_LEBAR - JARAK)
        kotak = QDialogButtonBox()
        self.buang = kotak.addButton("Pindahkan ke tempat sampah", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak.addWidget(kotak)
        batal = kotak.button(QDialogButtonBox.StandardButton.Cancel)
        batal.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * 76, self.fontMetrics().lineSpacing() * 18)

    def accept(self) -> None:
        """To the trash with them, from where the desktop brings them back."""
        self.terbuang = sum(_ke_sampah(p) for p in self._berkas)
        super().accept()


def _ke_sampah(path: Path) -> bool:
    return bool(QFile(str(path)).moveToTrash())
