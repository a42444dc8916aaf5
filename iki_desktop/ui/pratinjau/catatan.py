"""What the pen found: a few quiet lines over the pages; nothing where there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from iki_desktop.ui.pratinjau.hasil import Hasil
from iki_desktop.ui.tampilan import JARAK_LEBAR, JARAK_RAPAT, label_kecil, label_polos, warna

__all__ = ["Catatan"]

_RINGKAS = 2
"""So many lines are shown until more are asked for."""


class Catatan(QWidget):
    """Sentences of the pen, and the one that says why there is no newer print."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._galat = label_polos()
        self._temuan = label_kecil()
        self._lebih = QPushButton()
        self._lebih.setFlat(True)
        self._lebih.clicked.connect(self._balik)
        self._semua: Sequence[str] = ()
        self._naskah = ""
        self._terbuka = False
        self._susun()
        self._warnai()
        self._segarkan()

    def _susun(self) -> None:
        baris = QHBoxLayout()
        baris.setSpacing(JARAK_LEBAR)
        baris.addWidget(self._temuan, 1)
        baris.addWidget(self._lebih)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, 0, JARAK_LEBAR, JARAK_RAPAT)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(self._galat)
        letak.addLayout(baris)

    def label(self) -> tuple[QLabel, QLabel]:
        """The line of the failure, and those of the findings."""
        return self._galat, self._temuan

    def sebut_naskah(self, teks: str) -> None:
        """Say which version is shown; empty for nothing to say."""
        if teks != self._naskah:
            self._naskah = teks
            self._segarkan()

    def tampilkan(self, hasil: Hasil) -> None:
        """Show what was found in a print; a failure before it is over."""
        ganti = [hasil.huruf] if hasil.huruf_diganti else []
        self._semua = [*ganti, *(t.pesan for t in hasil.temuan)]
        self._galat.clear()
        self._segarkan()

    def gagal(self, pesan: str) -> None:
        """Say why there is no newer print."""
        self._galat.setText(pesan)
        self._segarkan()

    def kosongkan(self) -> None:
        """Say nothing."""
        self._semua, self._naskah = (), ""
        self._galat.clear()
        self._segarkan()

    def _balik(self) -> None:
        self._terbuka = not self._terbuka
        self._segarkan()

    def _segarkan(self) -> None:
        tampil = self._semua if self._terbuka else self._semua[:_RINGKAS]
        sisa = len(self._semua) - _RINGKAS
        baris = [*filter(None, (self._naskah,)), *tampil]
        self._temuan.setText("\n".join(baris))
        self._temuan.setVisible(bool(baris))
        self._lebih.setText("Ringkas" if self._terbuka else f"{sisa} catatan lagi")
        self._lebih.setVisible(sisa > 0)
        self._galat.setVisible(bool(self._galat.text()))
        self.setVisible(bool(baris or self._galat.text()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._warnai()

    def _warnai(self) -> None:
        palet = self._galat.palette()
        if palet.color(QPalette.ColorRole.WindowText) != warna().salah:
            palet.setColor(QPalette.ColorRole.WindowText, warna().salah)
            self._galat.setPalette(palet)
