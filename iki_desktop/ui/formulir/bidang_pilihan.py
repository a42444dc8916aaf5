"""The field for one of a few values, each in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.ketikan import KotakPilihan
from iki_desktop.ui.tampilan import label_kecil

__all__ = ["BidangPilihan", "Opsi"]

Opsi = tuple[Any, str, str]
"""A choice: its value, its words, and a line that says what it does."""


class BidangPilihan(Bidang):
    """One of a few values, in words; taken at once.

    ``bawaan`` is the value that is shown where the record has none.
    """

    def __init__(self, opsi: Sequence[Opsi], bawaan: Any = None) -> None:
        super().__init__()
        self.kotak = KotakPilihan()
        self._bawaan = bawaan
        self._opsi: list[Opsi] = []
        self._awal = -1
        self._arti = label_kecil()
        letak = letak_rapat(self)
        letak.addWidget(self.kotak)
        letak.addWidget(self._arti)
        self.set_opsi(opsi)
        self._arti.setVisible(any(o[2] for o in opsi))
        self.kotak.currentIndexChanged.connect(self._jelaskan)
        self.kotak.activated.connect(lambda _nomor: self.selesai.emit())

    def set_opsi(self, opsi: Sequence[Opsi]) -> None:
        """Offer other choices; the chosen value stays."""
        if list(opsi) == self._opsi:
            return
        terpilih = self.nilai() if self._opsi else None
        self._opsi = list(opsi)
        self.kotak.clear()
        self.kotak.addItems([o[1] for o in opsi])
        self._pilih(terpilih)
        self._awal = self.kotak.currentIndex()

    def _pilih(self, nilai: Any) -> None:
        semua = [o[0] for o in self._opsi]
        dicari = nilai if nilai in semua else self._bawaan
        self.kotak.setCurrentIndex(semua.index(dicari) if dicari in semua else -1)
        self._jelaskan()

    def _jelaskan(self) -> None:
        nomor = self.kotak.currentIndex()
        self._arti.setText(self._opsi[nomor][2] if nomor >= 0 else "")

    def tampilkan(self, nilai: Any) -> None:
        self._pilih(nilai)
        self._awal = self.kotak.currentIndex()

    def nilai(self) -> Any:
        nomor = self.kotak.currentIndex()
        return self._opsi[nomor][0] if nomor >= 0 else self._bawaan

    def berubah(self) -> bool:
        return self.kotak.currentIndex() != self._awal

    def draf(self) -> int:
        return self.kotak.currentIndex()

    def pulihkan(self, draf: int) -> None:
        self.kotak.setCurrentIndex(draf)

    def tempat_ketik(self) -> QWidget:
        return self.kotak

    def giliran(self) -> object | None:
        return self.kotak.giliran
