"""Looks after the working copy that is open: says so, writes it back when asked and at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from iki_desktop.core.errors import IkiError, StoreError
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.setelan import Setelan

if TYPE_CHECKING:
    from iki_desktop.ui.pintu import BerkasTerbuka, Pintu, SalinanKerja

__all__ = ["PengurusSalinan", "buka_sesuai", "dikerjakan_di_sini", "pilih_tempat"]

_KUNCI = "salinan/dikerjakan_di_sini"


def dikerjakan_di_sini(setelan: Setelan, path: Path) -> bool:
    """Whether the person wants to work on this file in a copy on this computer."""
    return str(path) in setelan.daftar_teks(_KUNCI)


def pilih_tempat(setelan: Setelan, path: Path, *, di_sini: bool) -> None:
    """Remember how the person wants to work on this file."""
    lain = [t for t in setelan.daftar_teks(_KUNCI) if t != str(path)]
    setelan.simpan(_KUNCI, [str(path), *lain] if di_sini else lain)


def buka_sesuai(pintu: Pintu, setelan: Setelan, path: Path) -> BerkasTerbuka:
    """Open a file as the person wants to work on it, or where it lies if that cannot be.

    Raises
    ------
    IkiError
        where it cannot be opened.
    """
    if dikerjakan_di_sini(setelan, path):
        try:
            return pintu.kerjakan_di_sini(path)
        except StoreError:
            pass  # held by somebody, or no room here: as if nothing had been chosen
    return pintu.buka(path)


class PengurusSalinan(QObject):
    """One open working copy.

    Signals
    -------
    berpindah(Path)
        the copy now belongs to this file.
    """

    berpindah = Signal(object)

    def __init__(self, salinan: SalinanKerja, pesan: BilahPesan, jendela: QWidget) -> None:
        super().__init__(jendela)
        self._salinan = salinan
        self._pesan = pesan
        self._jendela = jendela

    def sambut(self) -> None:
        """Say where the work is done, and whether some of it has waited."""
        if self._belum():
            self._pesan.tampilkan(
                "Melanjutkan pekerjaan yang belum ditulis balik ke tempat asalnya.",
                ("Tulis balik sekarang", self.tulis_sekarang),
            )
        else:
            self._pesan.tampilkan("Dikerjakan di komputer ini. Ditulis balik saat berkas ditutup.")

    def tulis_sekarang(self) -> bool:
        """Write back while the work goes on; whether it is written."""
        if not self._belum():
            self._pesan.tampilkan("Semua isian sudah ada di tempat asalnya.")
            return True
        lama = self._salinan.asal
        if not self._tulis():
            return False
        if self._salinan.asal != lama:
            self.berpindah.emit(self._salinan.asal)
        self._pesan.tampilkan(f"Sudah ditulis balik: {self._salinan.asal.name}.")
        return True

    def selesaikan(self) -> bool:
        """The copy is closed: write it back and let it go; ``False`` where it waits for another day."""
        belum = self._belum()
        tertulis = not belum or self._tulis()
        if tertulis:
            self._salinan.buang()
            if belum:
                self._pesan.tampilkan(f"Sudah ditulis balik: {self._salinan.asal.name}.")
        else:
            self._pesan.tampilkan(
                "Pekerjaan tersimpan di komputer ini. Tulis balik dari halaman awal.", penting=True
            )
        self.deleteLater()
        return tertulis

    def _belum(self) -> bool:
        try:
            return self._salinan.belum_ditulis()
        except IkiError:
            return True

    def _tulis(self) -> bool:
        from iki_desktop.ui.salinan_kerja.dialog import DialogTulisBalik  # noqa: PLC0415  (start-up)

        dialog = DialogTulisBalik(self._salinan, self._jendela)
        tertulis = dialog.jalankan()
        dialog.deleteLater()
        return tertulis
