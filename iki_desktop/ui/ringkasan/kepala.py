"""The head of the page: the office's capaian as one large figure, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.ringkasan import Ringkasan
from iki_desktop.ui.ringkasan.kata import perubahan
from iki_desktop.ui.ringkasan.tinta import warna_kelas
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_RAPAT,
    angka_sejajar,
    huruf_judul,
    label_kecil,
    label_polos,
)

__all__ = ["Kepala"]

_SKALA_BESAR = 2.8


def _huruf_besar() -> QFont:
    huruf = angka_sejajar()
    huruf.setPointSizeF(QApplication.font().pointSizeF() * _SKALA_BESAR)
    huruf.setWeight(QFont.Weight.DemiBold)
    return huruf


class Kepala(QWidget):
    """``minta_kosong`` asks for the place of the first empty input."""

    minta_kosong = Signal()

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._kelas: tuple[int, int] | None = None
        self._mewarnai = False
        self.angka = QLabel()
        self.angka.setTextFormat(Qt.TextFormat.PlainText)
        self.angka.setFont(_huruf_besar())
        self.kategori = label_polos()
        self.kategori.setFont(huruf_judul())
        self.perubahan = label_polos()
        self.dasar = label_kecil()
        self.langkah = QPushButton("Isi yang masih kosong")
        self.langkah.clicked.connect(self._diminta)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK, 0, 0, 0)
        letak.setSpacing(JARAK_RAPAT)
        for satu in (self.angka, self.kategori, self.perubahan, self.dasar):
            letak.addWidget(satu)
        letak.addSpacing(JARAK)
        baris = QHBoxLayout()
        baris.addWidget(self.langkah)
        baris.addStretch(1)
        letak.addLayout(baris)
        letak.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _diminta(self) -> None:
        self.minta_kosong.emit()

    def tampilkan(self, ringkasan: Ringkasan) -> None:
        """Say how the office stands."""
        hasil = ringkasan.hasil
        ada = hasil.capaian is not None
        self.angka.setText(ringkasan.aturan.persen(hasil.capaian) if hasil.capaian is not None else "")
        self.angka.setVisible(ada)
        self.angka.setAccessibleName(f"Capaian kantor {self.angka.text()}")
        self.kategori.setText(hasil.kategori or ("" if ada else _tanpa_capaian(hasil)))
        self.kategori.setVisible(bool(self.kategori.text()))
        self._kelas = ringkasan.aturan.kelas(hasil.kategori)
        self.perubahan.setText(perubahan(ringkasan).replace(" %", "\u00a0%"))
        self.perubahan.setVisible(bool(self.perubahan.text()))
        self.dasar.setText(_dasar(ringkasan))
        self.langkah.setVisible(hasil.terisi < hasil.jumlah)
        self._warnai()

    def _warnai(self) -> None:
        self._mewarnai = True
        self.kategori.setStyleSheet(f"color: {warna_kelas(self._kelas).name()}")
        self._mewarnai = False

    def changeEvent(self, event: QEvent) -> None:
        """The system turned dark or light: colour anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._mewarnai:
            self._warnai()


def _tanpa_capaian(hasil: HasilInduk) -> str:
    return f"Belum ada capaian: {hasil.sebab}" if hasil.sebab else "Belum ada capaian"


def _dasar(ringkasan: Ringkasan) -> str:
    """On how much the figure rests, a line each."""
    hasil = ringkasan.hasil
    baris = [f"Terisi {hasil.terisi} dari {hasil.jumlah}." if hasil.jumlah else "Belum ada indikator."]
    if hasil.capaian is not None:
        baris.append(f"{ringkasan.bercapaian} dari {len(ringkasan.jabatan)} jabatan bercapaian.")
    if ringkasan.tanpa_target:
        baris.append(f"{ringkasan.tanpa_target} indikator terisi, tetapi belum bertarget.")
    return "\n".join(baris)
