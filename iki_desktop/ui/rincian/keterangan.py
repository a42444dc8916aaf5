"""What is said of an entry in words: a field that saves when it is left, like those of the forms."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.workspace import Keterangan
from iki_desktop.ui.formulir.ketikan import TeksTumbuh
from iki_desktop.ui.rincian.tempat import Tempat
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_RAPAT, label_kecil

__all__ = ["BidangKeterangan"]


class BidangKeterangan(QWidget):
    """One of the texts of an entry.  What could not be saved waits until its entry is shown again."""

    def __init__(self, sesi: Sesi, kolom: Keterangan, judul: str, contoh: str) -> None:
        super().__init__()
        self._sesi = sesi
        self._kolom: Keterangan = kolom
        self._tempat: Tempat | None = None
        self._awal = ""
        self._draf: dict[Tempat, str] = {}
        self.judul = label_kecil(judul)
        self.judul.setWordWrap(False)
        self.teks = TeksTumbuh(2)
        self.teks.petunjuk_kosong = contoh
        self.teks.setAccessibleName(judul)
        self.teks.selesai.connect(self.simpan)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(self.judul)
        letak.addWidget(self.teks)

    def tampilkan(self, tempat: Tempat | None) -> None:
        """Show the text of an entry; typing that is not saved yet is not overwritten."""
        if tempat != self._tempat:
            self._tinggalkan()
            self._tempat = tempat
            self._pasang()
            self._pulihkan()
        elif not self.berubah() and bersihkan_teks(self.teks.teks()) != self._tersimpan():
            self._pasang()
        self.teks.setReadOnly(tempat is None or tempat.terkunci(self._sesi.arsip))

    def _tersimpan(self) -> str:
        isian = self._tempat.isian(self._sesi.arsip) if self._tempat else None
        nilai: str | None = getattr(isian, self._kolom) if isian else None
        return nilai or ""

    def _pasang(self) -> None:
        self.teks.pasang(self._tersimpan())
        self._awal = self.teks.teks()

    def _tinggalkan(self) -> None:
        if self._tempat is not None and not self.simpan():
            self._draf[self._tempat] = self.teks.teks()

    def _pulihkan(self) -> None:
        draf = self._draf.pop(self._tempat, None) if self._tempat else None
        if draf is not None:
            self.teks.setPlainText(draf)
            self.simpan()

    def berubah(self) -> bool:
        """Whether something typed is not saved."""
        return self.teks.teks() != self._awal

    def simpan(self) -> bool:
        """Save what is typed; ``False`` where that is refused, and the text stays."""
        tempat = self._tempat
        if tempat is None or not self.berubah() or not tempat.ada(self._sesi.arsip):
            return True
        teks = bersihkan_teks(self.teks.teks())
        rangkaian = None if self.teks.giliran is None else (self.teks.giliran, tempat, self._kolom)
        try:
            self._sesi.workspace.set_keterangan(
                tempat.formulasi_id, tempat.triwulan, self._kolom, teks, rangkaian=rangkaian
            )
        except IkiError as galat:
            self._sesi.ditolak.emit(str(galat))
            return False
        if self.teks.hasFocus():
            self._awal = self.teks.teks()  # a blank at its end may be followed by a word yet
        else:
            self._pasang()
        return True
