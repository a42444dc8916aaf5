"""Blocks side by side, as many as the width has room for; the rest goes on below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR

__all__ = ["Berkolom"]


class Berkolom(QWidget):
    """Equal columns, none narrower than ``huruf`` average characters."""

    def __init__(self, blok: Sequence[QWidget], huruf: int) -> None:
        super().__init__()
        self._blok = list(blok)
        self._huruf = huruf
        self._kolom = 0
        self._letak = QGridLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setHorizontalSpacing(JARAK_LEBAR)
        self._letak.setVerticalSpacing(JARAK)
        self._tata(len(self._blok))

    def _tata(self, kolom: int) -> None:
        if kolom == self._kolom:
            return
        for nomor in range(max(kolom, self._kolom)):
            self._letak.setColumnStretch(nomor, int(nomor < kolom))
        self._kolom = kolom
        for nomor, satu in enumerate(self._blok):
            self._letak.addWidget(satu, nomor // kolom, nomor % kolom, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        satu = self.fontMetrics().averageCharWidth() * self._huruf + JARAK_LEBAR
        muat = (event.size().width() + JARAK_LEBAR) // satu
        banyak = len(self._blok)
        # Four in a row or two and two: three and one would look forgotten.
        self._tata(next(n for n in (banyak, 2, 1) if n <= max(muat, 1) and n <= banyak))
