"""What was saved of a damaged file, what is missing, and where the rest is from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.kamus_riwayat import HITUNGAN
from iki_desktop.ui.pintu import Selamatan
from iki_desktop.ui.tampilan import JARAK_LEBAR, huruf_judul, label_polos

__all__ = ["HasilPenyelamatan"]


class HasilPenyelamatan(QDialog):
    """Accepted where the new file shall be opened; it stays where it is in any case."""

    def __init__(self, rusak: Path, hasil: Selamatan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Selamatkan isi berkas")
        judul = label_polos(_judul(hasil))
        judul.setFont(huruf_judul())
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(judul)
        nama = f"Berkas baru: {hasil.berkas.name}\nBerkas rusak, tidak diubah: {rusak.name}"
        letak.addWidget(label_polos(nama))
        self.uraian = QPlainTextEdit("\n".join(_uraian(hasil)))
        self.uraian.setReadOnly(True)
        self.uraian.setAccessibleName("Asal isi dan yang hilang")
        letak.addWidget(self.uraian, 1)
        letak.addWidget(self._kotak())
        lebar = self.fontMetrics().averageCharWidth() * 88
        self.resize(lebar, lebar // 2)

    def _kotak(self) -> QDialogButtonBox:
        kotak = QDialogButtonBox()
        self.tombol_buka = QPushButton("&Buka berkas baru")
        self.tombol_buka.clicked.connect(self.accept)
        kotak.addButton(self.tombol_buka, QDialogButtonBox.ButtonRole.ActionRole)
        self.tombol_buka.setDefault(True)
        kotak.addButton(QDialogButtonBox.StandardButton.Close)
        kotak.rejected.connect(self.reject)
        return kotak


def _judul(hasil: Selamatan) -> str:
    return "Sebagian isi hilang" if hasil.hilang else "Semua isi terselamatkan"


def _uraian(hasil: Selamatan) -> list[str]:
    baris = [
        "Terselamatkan: "
        + ", ".join(f"{n} {HITUNGAN.get(jenis, jenis)}" for jenis, n in hasil.terbaca.items() if n)
        + "."
    ]
    baris += hasil.asal
    if hasil.hilang:
        baris += ["", "Yang hilang", *(f"  {kalimat}" for kalimat in hasil.hilang)]
    return baris
