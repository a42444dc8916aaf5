"""Fields of text: one line, one line with usual words, several lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from iki_desktop.core.errors import RuleError
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.bidang import Bidang, batasi_lebar, letak_rapat
from iki_desktop.ui.formulir.ketikan import BarisTeks, KotakPilihan, TeksTumbuh

__all__ = ["BidangBaris", "BidangParagraf", "BidangSatuan", "BidangTeks"]


def _isi(bidang: Bidang, teks: str, *, wajib: bool) -> str | None:
    """A typed text cleaned; ``None`` where nothing is left."""
    bersih = bersihkan_teks(teks)
    if wajib and not bersih:
        nama = bidang.tempat_ketik().accessibleName() or "Isian ini"
        raise RuleError(f"{nama} belum diisi.", "Tuliskan dahulu.")
    return bersih or None


class BidangBaris(Bidang):
    """What all fields of one typed line share."""

    def __init__(self, baris: QLineEdit) -> None:
        super().__init__()
        self._ketik = baris
        self._awal = ""
        baris.editingFinished.connect(self.selesai)

    def berubah(self) -> bool:
        return self._ketik.text() != self._awal

    def draf(self) -> str:
        return self._ketik.text()

    def pulihkan(self, draf: str) -> None:
        self._ketik.setText(draf)

    def tempat_ketik(self) -> QWidget:
        return self._ketik

    def giliran(self) -> object | None:
        return getattr(self._ketik, "giliran", None)


class BidangTeks(BidangBaris):
    """One line of text; emptied it is ``None``, and refused where the record must have one."""

    def __init__(self, *, wajib: bool = False, contoh: str = "", lebar: int = 0) -> None:
        self.baris = BarisTeks()
        batasi_lebar(self.baris, lebar)
        super().__init__(self.baris)
        self._wajib = wajib
        self.baris.setPlaceholderText(contoh)
        letak_rapat(self).addWidget(self.baris)

    def tampilkan(self, nilai: str | None) -> None:
        self.baris.pasang(nilai or "")
        self._awal = self.baris.text()

    def nilai(self) -> str | None:
        return _isi(self, self.baris.text(), wajib=self._wajib)


class BidangSatuan(BidangBaris):
    """One line of text with usual words to choose from."""

    def __init__(self, usulan: Sequence[str]) -> None:
        self.kotak = KotakPilihan()
        self.kotak.setEditable(True)
        self.kotak.setInsertPolicy(KotakPilihan.InsertPolicy.NoInsert)
        self.kotak.setLineEdit(BarisTeks())
        self.kotak.addItems(list(usulan))
        self.kotak.setCompleter(None)  # type: ignore[arg-type]  # it would complete what is meant as typed
        baris = self.kotak.lineEdit()
        assert isinstance(baris, BarisTeks)
        self._baris = baris
        super().__init__(baris)
        self.kotak.activated.connect(lambda _nomor: self.selesai.emit())
        letak_rapat(self).addWidget(self.kotak)

    def tampilkan(self, nilai: str | None) -> None:
        self._baris.pasang(nilai or "")
        self._awal = self._baris.text()

    def nilai(self) -> str | None:
        return bersihkan_teks(self._baris.text()) or None

    def namai(self, label: str) -> None:
        self.kotak.setAccessibleName(label)
        super().namai(label)


class BidangParagraf(Bidang):
    """A text of any length over several lines."""

    def __init__(self, *, wajib: bool = False, contoh: str = "", baris: int = 2) -> None:
        super().__init__()
        self._wajib = wajib
        self.teks = TeksTumbuh(baris)
        self.teks.petunjuk_kosong = contoh
        self.teks.selesai.connect(self.selesai)
        self._awal = ""
        letak_rapat(self).addWidget(self.teks)

    def tampilkan(self, nilai: str | None) -> None:
        self.teks.pasang(nilai or "")
        self._awal = self.teks.teks()

    def nilai(self) -> str | None:
        return _isi(self, self.teks.teks(), wajib=self._wajib)

    def berubah(self) -> bool:
        return self.teks.teks() != self._awal

    def draf(self) -> str:
        return self.teks.teks()

    def pulihkan(self, draf: str) -> None:
        self.teks.setPlainText(draf)

    def tempat_ketik(self) -> QWidget:
        return self.teks

    def giliran(self) -> object | None:
        return self.teks.giliran
