"""Where the open file lies, where its backups go, and the second place: what each is, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.riwayat import Catatan, PetaJabatan, Saringan
from iki_desktop.ui.cadangan.kata import sebut_catatan, sebut_kedua, sebut_ukuran
from iki_desktop.ui.cadangan.penjaga import Penjaga
from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.pencetakan import tunjukkan
from iki_desktop.ui.pintu import BerkasTerbuka
from iki_desktop.ui.tampilan import JARAK_LEBAR, label_kecil, label_polos

__all__ = ["BagianTempat"]


class BagianTempat(QWidget):
    """Signals: ``diubah``, another place was chosen; ``kabar(str)``, what that means."""

    diubah = Signal()
    kabar = Signal(str)

    def __init__(self, penjaga: Penjaga, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._penjaga = penjaga
        self.berkas, self.folder, self.kedua = (LabelSebaris(self.font()) for _ in range(3))
        self.keterangan = label_kecil("\n".join(_sebut_berkas(penjaga.terbuka)))
        self.tombol_lepas = _tombol("&Lepas", "Lepas tempat kedua", lambda: self._ganti_kedua(None))
        self._susun()
        self.segarkan()

    def _susun(self) -> None:
        tampilkan_berkas = _tombol("Tampilkan &folder", "Tampilkan folder berkas", self.tampilkan_berkas)
        tampilkan = _tombol("&Tampilkan folder", "Tampilkan folder cadangan", self.tampilkan_folder)
        ubah = _tombol("&Ubah …", "Ubah folder cadangan", self.pilih_folder)
        pilih = _tombol("Pi&lih …", "Pilih tempat kedua", self.pilih_kedua)
        kisi = QGridLayout(self)
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(JARAK_LEBAR)
        kisi.setColumnStretch(1, 1)
        isi: tuple[tuple[str, QWidget, tuple[QWidget, ...]], ...] = (
            ("Berkas", self.berkas, (tampilkan_berkas,)),
            ("", self.keterangan, ()),
            ("Folder cadangan", self.folder, (tampilkan, ubah)),
            ("Tempat kedua", self.kedua, (self.tombol_lepas, pilih)),
        )
        for nomor, (nama, satu, deret) in enumerate(isi):
            label = label_polos(nama)
            label.setWordWrap(False)
            for kolom, bidang in enumerate((label, satu, *deret)):
                kisi.addWidget(bidang, nomor, kolom)

    def segarkan(self) -> None:
        """Show the places as they are now."""
        gudang = self._penjaga.gudang
        self.berkas.setText(str(self._penjaga.terbuka.path))
        self.folder.setText(str(gudang.folder))
        hilang = self._penjaga.kedua_hilang_sejak()
        self.kedua.setText(sebut_kedua(gudang.kedua, gudang.keluhan_kedua, hilang))
        self.tombol_lepas.setVisible(gudang.kedua is not None)

    # --- doing ----------------------------------------------------------------------------

    def tampilkan_berkas(self) -> None:
        """Open the folder in which the file lies."""
        tunjukkan(_yang_ada(self._penjaga.terbuka.path.parent))

    def tampilkan_folder(self) -> None:
        """Open the folder of backups, or the nearest one above it that is there."""
        tunjukkan(_yang_ada(self._penjaga.gudang.folder))

    def pilih_folder(self) -> None:
        """Ask for the folder of backups."""
        nama = QFileDialog.getExistingDirectory(self, "Folder cadangan", str(self._penjaga.gudang.akar))
        if nama:
            self._penjaga.pilih_folder(Path(nama))
            self._usai()
            self.kabar.emit("Mulai sekarang cadangan disimpan di sini. Yang lama tetap di folder sebelumnya.")

    def pilih_kedua(self) -> None:
        """Ask for the second place."""
        nama = QFileDialog.getExistingDirectory(self, "Tempat kedua: flash disk atau folder jaringan")
        if nama:
            self._ganti_kedua(Path(nama))

    def _ganti_kedua(self, kedua: Path | None) -> None:
        self._penjaga.pilih_kedua(kedua)
        self._usai()

    def _usai(self) -> None:
        self.segarkan()
        self.diubah.emit()


def _tombol(teks: str, nama: str, perbuatan: Callable[[], object]) -> QPushButton:
    tombol = QPushButton(teks)
    tombol.setAccessibleName(nama)
    tombol.setAutoDefault(False)
    tombol.clicked.connect(lambda: perbuatan())  # noqa: PLW0108  (drops the checked state)
    return tombol


def _yang_ada(folder: Path) -> Path:
    """A folder, or the nearest one above it that is there."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def _sebut_berkas(terbuka: BerkasTerbuka) -> Iterator[str]:
    """Its size, the last entry in it, and where the work on it is done."""
    try:
        yield sebut_ukuran(terbuka.path.stat().st_size)
    except OSError:
        yield "Berkas tidak ditemukan di tempatnya."
    terakhir = _catatan_terakhir(terbuka)
    if terakhir is not None:
        yield f"Terakhir diubah: {sebut_catatan(terakhir)}"
    if terbuka.salinan is not None:
        yield "Dikerjakan di salinan di komputer ini, ditulis balik saat ditutup."


def _catatan_terakhir(terbuka: BerkasTerbuka) -> Catatan | None:
    try:
        halaman = terbuka.riwayat(Saringan(), PetaJabatan(terbuka.workspace.arsip), None)
    except IkiError:
        return None
    return next(iter(halaman.isi), None)
