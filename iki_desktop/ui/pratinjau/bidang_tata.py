"""The fields of the layout that no other form needs: a tick, a typeface, its size."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from iki_desktop.core.errors import RuleError
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.bidang_angka import BidangAngka
from iki_desktop.ui.formulir.bidang_teks import BidangSatuan
from iki_desktop.ui.pratinjau.centang import KotakCentang
from iki_desktop.ui.pratinjau.pola import UKURAN_TERBESAR, UKURAN_TERKECIL

__all__ = ["BidangCentang", "BidangHuruf", "BidangUkuran"]


class BidangCentang(Bidang):
    """Yes or no; ``bawaan`` is shown where the record says neither."""

    def __init__(self, kata: str, *, bawaan: bool) -> None:
        super().__init__()
        self.centang = KotakCentang(kata)
        self._bawaan = bawaan
        self._awal = bawaan
        self.centang.clicked.connect(lambda _nyala: self.selesai.emit())
        letak_rapat(self).addWidget(self.centang)

    def tampilkan(self, nilai: bool | None) -> None:
        self._awal = self._bawaan if nilai is None else nilai
        self.centang.setChecked(self._awal)

    def nilai(self) -> bool:
        return self.centang.isChecked()

    def berubah(self) -> bool:
        return self.centang.isChecked() != self._awal

    def draf(self) -> bool:
        return self.centang.isChecked()

    def pulihkan(self, draf: bool) -> None:
        self.centang.setChecked(draf)

    def tempat_ketik(self) -> QWidget:
        return self.centang

    def namai(self, label: str) -> None:
        """Its own words are its name."""


class BidangHuruf(BidangSatuan):
    """A typeface: one of those of this computer, or any name as it is typed."""

    def __init__(self, bawaan: str) -> None:
        super().__init__(())
        self.baris = self._baris
        self.baris.setPlaceholderText(bawaan)

    def usulkan(self, semua: Sequence[str]) -> None:
        """Offer these; what is typed stays."""
        teks = self.baris.text()
        with QSignalBlocker(self.kotak):
            self.kotak.clear()
            self.kotak.addItems(list(semua))
            self.kotak.setCurrentIndex(-1)
            self.baris.setText(teks)

    def tampilkan(self, nilai: Any) -> None:
        with QSignalBlocker(self.kotak):
            self.kotak.setCurrentIndex(-1)
        super().tampilkan(nilai)


class BidangUkuran(BidangAngka):
    """A size of type in points; empty for the program's own."""

    def nilai(self) -> Decimal | None:
        ukuran = super().nilai()
        if ukuran is not None and not UKURAN_TERKECIL <= ukuran <= UKURAN_TERBESAR:
            raise RuleError(f"Ukuran huruf antara {UKURAN_TERKECIL} dan {UKURAN_TERBESAR} titik.")
        return ukuran
