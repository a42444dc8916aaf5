"""One of a few: plain buttons side by side, of which one is on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from iki_desktop.ui.tampilan import huruf_tebal

__all__ = ["TombolPilihan"]


class TombolPilihan(QWidget):
    """The first is on at the beginning; ``berganti`` tells that the person has chosen."""

    berganti = Signal()

    def __init__(self, *teks: str) -> None:
        super().__init__()
        kelompok = QButtonGroup(self)
        letak = QHBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        self.tombol = tuple(self._buat(satu) for satu in teks)
        for satu in self.tombol:
            kelompok.addButton(satu)
            letak.addWidget(satu)
        self.tombol[0].setChecked(True)
        kelompok.buttonClicked.connect(lambda _tombol: self.berganti.emit())

    def _buat(self, teks: str) -> QPushButton:
        """Wide enough for the weight that it has while it is on."""
        satu = QPushButton(teks)
        satu.setCheckable(True)
        satu.setFont(huruf_tebal())
        satu.setMinimumWidth(satu.sizeHint().width())
        satu.setFont(self.font())
        satu.toggled.connect(_penebal(satu))
        return satu

    @property
    def nomor(self) -> int:
        """The place of the one that is on."""
        return next(n for n, satu in enumerate(self.tombol) if satu.isChecked())


def _penebal(tombol: QPushButton) -> Callable[[bool], None]:
    return lambda ya: tombol.setFont(huruf_tebal() if ya else QApplication.font())
