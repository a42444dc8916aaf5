"""The text of a section: paragraphs and lists, one below the other, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.ui.formulir.barisan import tombol_teks
from iki_desktop.ui.formulir.bidang import Bidang, letak_rapat
from iki_desktop.ui.formulir.blok_isi import BlokIsi, Langkah, NilaiBlok, kunci
from iki_desktop.ui.formulir.daftar_editor import DaftarEditor
from iki_desktop.ui.formulir.ketikan import perlihatkan
from iki_desktop.ui.formulir.kunci_deret import padankan
from iki_desktop.ui.formulir.urutan_tab import urutkan_tab
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, label_kecil

__all__ = ["BidangIsi"]

_K, _U = Qt.Key, Qt.KeyboardModifier
_PETUNJUK = (
    "Ctrl+Enter: alinea sesudah ini · Ctrl+Shift+Enter: daftar sesudah ini · Alt+Shift+panah: pindahkan"
)

_Isi = tuple[NilaiBlok, ...]


class BidangIsi(Bidang):
    """The contents of a ``Bagian``.  Blocks left empty do not count, and stay until the page is left.

    What was not touched goes back as it was, an empty text or list included.
    """

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._asal: _Isi = ()
        self._gaya = "a."
        self._blok: list[BlokIsi] = []
        self._langkah = self._tabel_langkah()
        self._deret = QVBoxLayout()
        self._deret.setSpacing(JARAK)
        letak = letak_rapat(self, JARAK)
        letak.addLayout(self._deret)
        letak.addLayout(self._susun_kaki())
        self.tampilkan(())

    def _susun_kaki(self) -> QHBoxLayout:
        kaki = QHBoxLayout()
        kaki.setSpacing(0)
        self.tombol_alinea = tombol_teks("Tambah alinea", lambda: self.tambah(None, berdaftar=False))
        self.tombol_daftar = tombol_teks("Tambah daftar", lambda: self.tambah(None, berdaftar=True))
        kaki.addWidget(self.tombol_alinea)
        kaki.addWidget(self.tombol_daftar)
        kaki.addSpacing(JARAK)
        kaki.addWidget(label_kecil(_PETUNJUK), 1)
        return kaki

    def _tabel_langkah(self) -> tuple[Langkah, ...]:
        masuk = (_K.Key_Return, _K.Key_Enter)
        alt, alt_shift = (_U.AltModifier,), (_U.AltModifier, _U.ShiftModifier)
        return (
            Langkah(
                "Alinea sesudah ini",
                tuple(kunci(k, _U.ControlModifier) for k in masuk),
                "Ctrl+Enter",
                lambda blok: self.tambah(blok, berdaftar=False),
            ),
            Langkah(
                "Daftar sesudah ini",
                tuple(kunci(k, _U.ControlModifier, _U.ShiftModifier) for k in masuk),
                "Ctrl+Shift+Enter",
                lambda blok: self.tambah(blok, berdaftar=True),
            ),
            Langkah(
                "Naikkan",
                (kunci(_K.Key_Up, *alt_shift),),
                "Alt+Shift+Panah atas",
                lambda blok: self.pindahkan(blok, -1),
                (kunci(_K.Key_Up, *alt),),
            ),
            Langkah(
                "Turunkan",
                (kunci(_K.Key_Down, *alt_shift),),
                "Alt+Shift+Panah bawah",
                lambda blok: self.pindahkan(blok, 1),
                (kunci(_K.Key_Down, *alt),),
            ),
            Langkah("Hapus", (kunci(_K.Key_Delete, _U.ControlModifier, _U.ShiftModifier),), "", self.hapus),
        )

    def blok(self) -> list[BlokIsi]:
        """The blocks in their order, empty ones included."""
        return list(self._blok)

    # --- steps -----------------------------------------------------------------------------

    def tambah(self, sesudah: BlokIsi | None, *, berdaftar: bool) -> None:
        """Put an empty paragraph or list behind a block, ``None`` for the end, and write there."""
        tempat = self._blok.index(sesudah) + 1 if sesudah is not None else len(self._blok)
        if sesudah is None and self._blok and self._blok[-1].nilai() is None:
            tempat -= 1  # the empty place at the end gives way
            self._buang(self._blok[-1])
        baru = self._buat(berdaftar=berdaftar, tempat=tempat)
        self._selesai_menyusun(baru)

    def pindahkan(self, blok: BlokIsi, arah: int) -> None:
        """Move a block one place up (-1) or down (+1)."""
        tempat = self._blok.index(blok) + arah
        if not 0 <= tempat < len(self._blok):
            return
        self._blok.remove(blok)
        self._blok.insert(tempat, blok)
        self._deret.removeWidget(blok)
        self._deret.insertWidget(tempat, blok)
        self._selesai_menyusun(blok)
        self.selesai.emit()

    def hapus(self, blok: BlokIsi) -> None:
        """Delete a block; undo brings it back."""
        tempat, berisi = self._blok.index(blok), blok.asal is not None
        self._buang(blok)
        self._sediakan_tempat()
        self._selesai_menyusun(self._blok[min(tempat, len(self._blok) - 1)])
        self.selesai.emit()
        if berisi and not self.berubah():
            self._sesi.pesan.emit("Daftar dihapus." if blok.berdaftar else "Alinea dihapus.", "urungkan")

    def _buat(self, *, berdaftar: bool, tempat: int) -> BlokIsi:
        blok = BlokIsi(berdaftar=berdaftar, langkah=self._langkah)
        blok.selesai.connect(self.selesai)
        if isinstance(blok.editor, DaftarEditor):
            blok.editor.set_gaya(self._gaya)
        self._blok.insert(tempat, blok)
        self._deret.insertWidget(tempat, blok)
        return blok

    def _buang(self, blok: BlokIsi) -> None:
        self._blok.remove(blok)
        self._deret.removeWidget(blok)
        blok.selesai.disconnect(self.selesai)
        blok.hide()
        blok.deleteLater()

    def _selesai_menyusun(self, blok: BlokIsi) -> None:
        urutkan_tab(self)
        blok.editor.setFocus()
        perlihatkan(blok)

    def _sediakan_tempat(self) -> None:
        """Where there is nothing yet, there is a place to write."""
        if not self._blok:
            self._buat(berdaftar=False, tempat=0).pasang(None)

    # --- the field -------------------------------------------------------------------------

    def kenali(self, record: Any) -> None:
        self._gaya = tata_halaman(record.tata_letak).nomor.naskah
        for blok in self._blok:
            if isinstance(blok.editor, DaftarEditor):
                blok.editor.set_gaya(self._gaya)

    def tampilkan(self, nilai: _Isi) -> None:
        if nilai == self.nilai():
            sisa = iter(nilai)
            for blok in self._blok:
                blok.pasang(None if blok.nilai() is None else next(sisa))
        else:
            self._susun_ulang(nilai)
        self._asal = nilai
        self._sediakan_tempat()

    def _susun_ulang(self, nilai: _Isi) -> None:
        """Blocks that stay are kept, with the cursor in them."""
        lama = [blok for blok in self._blok if blok.asal is not None]
        baru: list[BlokIsi] = []
        for tempat, (satu, asal) in enumerate(
            zip(nilai, padankan([b.asal for b in lama], nilai), strict=True)
        ):
            blok = lama[asal] if asal is not None else None
            if blok is None or blok.berdaftar is not isinstance(satu, tuple):
                blok = self._buat(berdaftar=isinstance(satu, tuple), tempat=tempat)
            blok.pasang(satu)
            baru.append(blok)
        for blok in [b for b in self._blok if b not in baru]:
            self._buang(blok)
        for tempat, blok in enumerate(baru):
            if self._deret.indexOf(blok) != tempat:
                self._deret.removeWidget(blok)
                self._deret.insertWidget(tempat, blok)
        self._blok = baru
        urutkan_tab(self)

    def nilai(self) -> _Isi:
        semua = (blok.nilai() for blok in self._blok)
        return tuple(n for n in semua if n is not None)

    def berubah(self) -> bool:
        tersimpan = [blok.asal for blok in self._blok if blok.asal is not None]
        return tersimpan != list(self._asal) or any(blok.berubah() for blok in self._blok)

    def draf(self) -> list[tuple[bool, NilaiBlok | None, Any]]:
        return [(b.berdaftar, b.asal, b.mentah()) for b in self._blok]

    def pulihkan(self, draf: Sequence[tuple[bool, NilaiBlok | None, Any]]) -> None:
        for blok in self.blok():
            self._buang(blok)
        for tempat, (berdaftar, asal, mentah) in enumerate(draf):
            blok = self._buat(berdaftar=berdaftar, tempat=tempat)
            blok.pasang(asal)
            blok.pulihkan(mentah)
        self._sediakan_tempat()

    def tempat_ketik(self) -> QWidget:
        return self._blok[0].editor

    def namai(self, label: str) -> None:
        """Each block says what it is."""
