"""Several forms of one kind, one below the other: dikta of a decision, formulas of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iki_desktop.ui.formulir.bidang import letak_rapat
from iki_desktop.ui.formulir.borang import Borang
from iki_desktop.ui.formulir.urutan_tab import urutkan_tab
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, garis, huruf_tebal, label_kecil, label_polos
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["Barisan", "Langkah", "tombol_teks"]


@dataclass(frozen=True, slots=True)
class Langkah:
    """What a row of forms can do: which there are, how one is made, and the edits on the row.

    ``judul(place, count)`` is the heading of a member.

    ``kunci()`` names the members now; ``pindah(place, to)``, ``hapus(place)`` and ``tambah()``
    make the edits.
    """

    judul: Callable[[int, int], str]
    kunci: Callable[[], Sequence[Hashable]]
    buat: Callable[[Hashable], Borang]
    buka: Callable[[Borang, Hashable], None]
    pindah: Callable[[int, int], object]
    hapus: Callable[[int], object]
    tambah: Callable[[], object]


def tombol_teks(teks: str, perbuatan: Callable[[], object], keterangan: str = "") -> QPushButton:
    """A quiet button of words."""
    tombol = TombolTeks(teks)
    tombol.setAccessibleName(keterangan or teks)
    tombol.clicked.connect(lambda *_: perbuatan())
    return tombol


class _Anggota(QWidget):
    """One form with its heading and the steps that move or delete it."""

    def __init__(self, borang: Borang, barisan: Barisan) -> None:
        super().__init__()
        self.borang = borang
        self._barisan = barisan
        self._judul = label_polos()
        self._judul.setFont(huruf_tebal())
        self._naik = tombol_teks("Naikkan", lambda: barisan.pindahkan(self, -1))
        self._turun = tombol_teks("Turunkan", lambda: barisan.pindahkan(self, 1))
        self._hapus = tombol_teks("Hapus", lambda: barisan.hapus(self))
        kepala = QHBoxLayout()
        kepala.setContentsMargins(0, JARAK, 0, 0)
        kepala.setSpacing(0)
        kepala.addWidget(self._judul, 1)
        for tombol in (self._naik, self._turun, self._hapus):
            kepala.addWidget(tombol)
        letak = letak_rapat(self, JARAK)
        letak.addWidget(garis())
        letak.addLayout(kepala)
        letak.addWidget(borang)

    def beri_judul(self, judul: str, nomor: int, jumlah: int) -> None:
        """Say which of how many this is."""
        self._judul.setText(judul)
        self._naik.setEnabled(nomor > 0)
        self._turun.setEnabled(nomor < jumlah - 1)
        for tombol in (self._naik, self._turun, self._hapus):
            tombol.setAccessibleName(f"{tombol.text()} {judul}")


class Barisan(QWidget):
    """The row of forms, with the step that adds one."""

    def __init__(self, langkah: Langkah, kosong: str, tambah: str) -> None:
        super().__init__()
        self._langkah = langkah
        self._anggota: dict[Hashable, _Anggota] = {}
        self._kosong = label_kecil(kosong)
        self.tombol_tambah = QPushButton(tambah)
        self.tombol_tambah.clicked.connect(lambda *_: self.tambah())
        letak = letak_rapat(self, JARAK_LEBAR)
        letak.setContentsMargins(0, JARAK_LEBAR, 0, 0)
        self._deret = QVBoxLayout()
        self._deret.setSpacing(JARAK_LEBAR)
        letak.addLayout(self._deret)
        letak.addWidget(self._kosong)
        letak.addWidget(self.tombol_tambah, 0, Qt.AlignmentFlag.AlignLeft)

    def borang(self) -> list[Borang]:
        """The forms in their order."""
        return [self._anggota[k].borang for k in self._langkah.kunci() if k in self._anggota]

    def segarkan(self) -> None:
        kunci = list(self._langkah.kunci())
        if kunci != list(self._anggota):
            self._susun_ulang(kunci)
        for anggota in self._anggota.values():
            anggota.borang.segarkan()
        self._beri_judul()

    def buka(self) -> None:
        """Show everything from the start: another record is looked at."""
        self._susun_ulang([])
        self.segarkan()

    def _susun_ulang(self, kunci: Sequence[Hashable]) -> None:
        """Forms that stay are kept as they are, with what is typed in them."""
        for hilang in [k for k in self._anggota if k not in kunci]:
            anggota = self._anggota.pop(hilang)
            self._deret.removeWidget(anggota)
            anggota.hide()
            anggota.deleteLater()
        baru = {k: self._anggota.get(k) or self._buat(k) for k in kunci}
        for nomor, anggota in enumerate(baru.values()):
            if self._deret.indexOf(anggota) != nomor:
                self._deret.removeWidget(anggota)
                self._deret.insertWidget(nomor, anggota)
        self._anggota = baru
        self._kosong.setVisible(not baru)
        urutkan_tab(self)

    def _buat(self, kunci: Hashable) -> _Anggota:
        borang = self._langkah.buat(kunci)
        self._langkah.buka(borang, kunci)
        return _Anggota(borang, self)

    def _beri_judul(self) -> None:
        jumlah = len(self._anggota)
        for nomor, anggota in enumerate(self._anggota.values()):
            anggota.beri_judul(self._langkah.judul(nomor, jumlah), nomor, jumlah)

    def simpan(self) -> bool:
        tersimpan = [a.borang.simpan() for a in list(self._anggota.values())]
        return all(tersimpan)

    def berubah(self) -> bool:
        return any(a.borang.berubah() for a in self._anggota.values())

    def tinggalkan(self) -> None:
        for anggota in self._anggota.values():
            anggota.borang.tinggalkan()

    # --- edits -----------------------------------------------------------------------------

    def _nomor(self, anggota: _Anggota) -> int:
        return list(self._anggota.values()).index(anggota)

    def pindahkan(self, anggota: _Anggota, arah: int) -> None:
        """Move one up (-1) or down (+1)."""
        if self.simpan():
            nomor = self._nomor(anggota)
            self._langkah.pindah(nomor, nomor + arah)

    def hapus(self, anggota: _Anggota) -> None:
        """Delete one; undo brings it back."""
        tersimpan = [a.borang.simpan() for a in self._anggota.values() if a is not anggota]
        if not all(tersimpan):
            return
        if not anggota.borang.simpan():
            anggota.borang.buka(anggota.borang.node_id)  # what was refused goes with what is deleted
        self._langkah.hapus(self._nomor(anggota))

    def tambah(self) -> None:
        """Add one behind the others and go to its first field."""
        if not self.simpan():
            return
        self._langkah.tambah()
        if self._anggota:
            list(self._anggota.values())[-1].borang.mulai()
