"""The first page: what one can do when no file is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_LEBAR,
    alat_polos,
    huruf_judul,
    huruf_tebal,
    label_kecil,
    label_polos,
)
from iki_desktop.ui.tombol_teks import TombolTeks

if TYPE_CHECKING:
    from iki_desktop.ui.sambutan_kabar import KabarSambutan

__all__ = ["HalamanSambutan"]

LEBAR_KOLOM = 84


class HalamanSambutan(QWidget):
    """Open, begin, look at the example, or bring a backup back; news and recent files beneath."""

    minta_buka = Signal()
    minta_baru = Signal()
    minta_contoh = Signal()
    minta_berkas = Signal(Path)
    minta_pulihkan = Signal()

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._kolom = QVBoxLayout()
        self._kolom.setSpacing(JARAK)
        judul = label_polos("IKI Desktop")
        judul.setFont(huruf_judul())
        self._kolom.addWidget(judul)
        self._kolom.addWidget(
            label_kecil("Indikator Kinerja Individu kecamatan: disusun, diisi tiap triwulan, dan dicetak.")
        )
        self._kolom.addSpacing(JARAK_LEBAR)
        self.tombol_buka = self._langkah(
            "Buka berkas …", "Lanjutkan pekerjaan di berkas kantor Anda.", self.minta_buka
        )
        self.tombol_baru = self._langkah(
            "Berkas kantor baru …", "Mulai dari nama kecamatan dan tahun.", self.minta_baru
        )
        self.tombol_contoh = self._langkah(
            "Buka contoh", "Lihat dan coba di kantor contoh.", self.minta_contoh
        )
        self.tombol_pulihkan = self._langkah(
            "Pulihkan dari cadangan …", "Cadangan dibuat sendiri setiap hari kerja.", self.minta_pulihkan
        )
        self.tombol_buka.setDefault(True)
        self._kolom.addSpacing(JARAK_LEBAR)
        self._tempat_kabar = QVBoxLayout()
        self._kolom.addLayout(self._tempat_kabar)
        self._terakhir = QVBoxLayout()
        self._terakhir.setSpacing(JARAK // 2)
        self._kolom.addLayout(self._terakhir)
        self._kolom.addStretch(1)
        self._pusatkan()

    @cached_property
    def kabar(self) -> KabarSambutan:
        """What there is to say first, made when there is something."""
        from iki_desktop.ui.sambutan_kabar import KabarSambutan  # noqa: PLC0415  (start-up)

        kabar = KabarSambutan()
        self._tempat_kabar.addWidget(kabar)
        self._tempat_kabar.addSpacing(JARAK)
        return kabar

    def tanpa_kabar(self) -> None:
        """Nothing is to be said."""
        if "kabar" in self.__dict__:
            self.kabar.kosongkan()

    def _pusatkan(self) -> None:
        wadah = QWidget()
        wadah.setLayout(self._kolom)
        wadah.setMaximumWidth(self.fontMetrics().averageCharWidth() * LEBAR_KOLOM)
        letak = QHBoxLayout(self)
        letak.addStretch(1)
        letak.addWidget(wadah, 8)
        letak.addStretch(1)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR * 5, JARAK_LEBAR, JARAK_LEBAR)

    def _langkah(self, teks: str, keterangan: str, sinyal: SignalInstance) -> QPushButton:
        tombol = QPushButton(teks)
        tombol.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)
        tombol.setAutoDefault(True)
        tombol.setAccessibleDescription(keterangan)
        tombol.clicked.connect(lambda: sinyal.emit())  # noqa: PLW0108  (drops the checked state)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK_LEBAR)
        baris.addWidget(tombol)
        baris.addWidget(label_kecil(keterangan), 1)
        self._kolom.addLayout(baris)
        return tombol

    def tampilkan_terakhir(self, berkas: list[Path]) -> None:
        """Show the recent files, newest first."""
        while (bagian := self._terakhir.takeAt(0)) is not None:
            if (lama := bagian.widget()) is not None:
                lama.hide()
                lama.deleteLater()
        if not berkas:
            return
        judul = label_polos("Terakhir dibuka")
        judul.setFont(huruf_tebal())
        self._terakhir.addWidget(judul)
        for satu in berkas:
            self._terakhir.addWidget(self._tautan(satu))
        self._mulai()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys begin at the next step."""
        super().showEvent(event)
        self._mulai()

    def _mulai(self) -> None:
        """Whoever comes back goes on with one key: Enter opens the newest file."""
        terbaru = self._terakhir.itemAt(1)
        tautan = terbaru.widget() if terbaru is not None else None
        if tautan is not None:
            tautan.show()  # what has just come is shown a moment later, and cannot have the focus before
        (tautan or self.tombol_buka).setFocus()

    def _tautan(self, berkas: Path) -> QPushButton:
        tombol = TombolTeks(self._elipsis(berkas))
        tombol.setAutoDefault(True)
        tombol.setStyleSheet("text-align: left; padding: 4px; outline: none;")
        tombol.setToolTip(alat_polos(str(berkas)))
        tombol.clicked.connect(lambda: self.minta_berkas.emit(berkas))
        return tombol

    def _elipsis(self, berkas: Path) -> str:
        teks = f"{berkas.name}   —   {berkas.parent}"
        lebar = self.fontMetrics().averageCharWidth() * LEBAR_KOLOM
        return self.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideMiddle, lebar).replace("&", "&&")
