"""Fields for numbers and dates as people type them; what can mean two things is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from iki_desktop.core.angka import AngkaGandaError, parse_angka, teks_sunting
from iki_desktop.core.errors import IkiError
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.formulir.bidang import batasi_lebar, letak_rapat, rata_kanan
from iki_desktop.ui.formulir.bidang_teks import BidangBaris
from iki_desktop.ui.formulir.ketikan import BarisTeks
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.tampilan import angka_sejajar

__all__ = ["BidangAngka", "BidangTanggal"]


class BidangAngka(BidangBaris):
    """A number.  ``1.234`` is never guessed: both readings stand below as buttons."""

    def __init__(self, contoh: str = "") -> None:
        self.baris = BarisTeks()
        batasi_lebar(self.baris, 24)
        super().__init__(self.baris)
        self.baris.setPlaceholderText(contoh)
        self.baris.setFont(angka_sejajar(self.baris.font()))
        rata_kanan(self.baris)
        letak_rapat(self).addWidget(self.baris)

    def tampilkan(self, nilai: Decimal | None) -> None:
        self.baris.pasang("" if nilai is None else teks_sunting(nilai))
        self._awal = self.baris.text()

    def nilai(self) -> Decimal | None:
        return parse_angka(self.baris.text())

    def tolak(self, galat: IkiError) -> None:
        super().tolak(galat)
        if isinstance(galat, AngkaGandaError):
            pilihan = [(teks_sunting(p), lambda p=p: self._maksud(p)) for p in galat.pilihan]
            self.pesan.tampilkan(galat.pesan, pilihan)

    def _maksud(self, angka: Decimal) -> None:
        """One of the readings was chosen."""
        self.baris.setText(teks_sunting(angka))
        self.baris.setFocus()
        self.selesai.emit()


class BidangTanggal(BidangBaris):
    """A whole date, typed with words or figures."""

    def __init__(self) -> None:
        self.baris = BarisTeks()
        super().__init__(self.baris)
        self.baris.setPlaceholderText("2 Januari 2026")
        letak_rapat(self).addWidget(self.baris)

    def tampilkan(self, nilai: date | None) -> None:
        self.baris.pasang("" if nilai is None else tanggal_panjang(nilai))
        self._awal = self.baris.text()

    def nilai(self) -> date | None:
        return baca_tanggal(self.baris.text())
