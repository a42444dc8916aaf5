"""The row of ready-made layouts: take one up, keep one's own, throw one of one's own away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.records import TataLetak
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.ketikan import KotakPilihan
from iki_desktop.ui.pratinjau.pola import POLA_BAWAAN, Pola, ke_teks, pola_dari_teks
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, label_kecil

__all__ = ["BarisPola"]

_KUNCI = "tata_letak/pola"
_NAMA_TERPANJANG = 60


class BarisPola(QWidget):
    """``dipakai(Pola)``: the office takes a layout up."""

    dipakai = Signal(object)

    def __init__(self, setelan: Setelan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._setelan = setelan
        self._kini = TataLetak()
        self._milik = tuple(
            p for p in pola_dari_teks(setelan.teks(_KUNCI)) if p.nama not in {b.nama for b in POLA_BAWAAN}
        )
        self.kotak = KotakPilihan()
        self.kotak.setAccessibleName("Pola tata letak")
        self.kotak.setPlaceholderText("Pilihan sendiri")
        self.kotak.activated.connect(self._pilih)
        self.tombol_simpan = QPushButton("Simpan pola …")
        self.tombol_hapus = QPushButton("Hapus pola")
        self.tombol_simpan.clicked.connect(self._tanya_nama)
        self.tombol_hapus.clicked.connect(self._hapus)
        self._susun()
        self._isi()

    def _susun(self) -> None:
        label = QLabel("Pola")
        label.setBuddy(self.kotak)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        for tombol in (self.tombol_simpan, self.tombol_hapus):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.addStretch(1)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(label)
        letak.addWidget(self.kotak)
        letak.addWidget(label_kecil("Mengganti semua pilihan di bawah sekaligus. Dapat diurungkan."))
        letak.addLayout(baris)

    def daftar(self) -> tuple[Pola, ...]:
        """All ready-made layouts, those of the office last."""
        return (*POLA_BAWAAN, *self._milik)

    def _isi(self) -> None:
        self.kotak.clear()
        self.kotak.addItems([p.nama for p in self.daftar()])
        self.tampilkan(self._kini)

    def tampilkan(self, tata_letak: TataLetak | None) -> None:
        """Name the layout that a document has, where it is a ready-made one."""
        self._kini = tata_letak or TataLetak()
        cocok = [n for n, p in enumerate(self.daftar()) if p.terapkan(self._kini) == self._kini]
        self.kotak.setCurrentIndex(cocok[0] if cocok else -1)
        self.tombol_hapus.setEnabled(bool(cocok) and cocok[0] >= len(POLA_BAWAAN))
        self.tombol_simpan.setEnabled(not cocok)

    def _pilih(self, nomor: int) -> None:
        self.dipakai.emit(self.daftar()[nomor])
        self.tampilkan(self._kini)

    def _tanya_nama(self) -> None:
        nama, ya = QInputDialog.getText(self, "Simpan pola", "Nama pola tata letak:")
        if ya:
            self.simpan(nama)

    def simpan(self, nama: str) -> bool:
        """Keep the layout that is shown under a name; one of the same name is replaced."""
        nama = " ".join(bersihkan_teks(nama).split())[:_NAMA_TERPANJANG]
        if not nama or nama in {p.nama for p in POLA_BAWAAN}:
            return False
        self._simpan((*(p for p in self._milik if p.nama != nama), Pola(nama, self._kini)))
        return True

    def _hapus(self) -> None:
        nomor = self.kotak.currentIndex() - len(POLA_BAWAAN)
        if nomor >= 0:
            self._simpan((*self._milik[:nomor], *self._milik[nomor + 1 :]))

    def _simpan(self, milik: tuple[Pola, ...]) -> None:
        self._milik = milik
        self._setelan.simpan(_KUNCI, ke_teks(milik))
        self._isi()
