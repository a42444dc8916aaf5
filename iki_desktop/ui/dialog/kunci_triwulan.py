"""Before a quarter is locked: what is still empty.  Before it is opened again: why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.ringkasan import Kekosongan
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, beri_tempat, huruf_judul, label_kecil, label_polos

__all__ = ["BukaTriwulan", "KunciTriwulan"]

_LEBAR = 72
_BARIS_TERLIHAT = 8


def _kerangka(dialog: QDialog, judul: str, *isi: QWidget) -> QVBoxLayout:
    kepala = label_polos(judul)
    kepala.setFont(huruf_judul())
    letak = QVBoxLayout(dialog)
    letak.setSpacing(JARAK)
    letak.addWidget(kepala)
    for satu in isi:
        letak.addWidget(satu)
    letak.addSpacing(JARAK_LEBAR - JARAK)
    dialog.resize(dialog.fontMetrics().averageCharWidth() * _LEBAR, 0)
    return letak


class KunciTriwulan(QDialog):
    """Says what locking means and how much is still empty; locking goes on all the same."""

    def __init__(self, nama: str, kosong: Sequence[Kekosongan], induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle(f"Kunci {nama}")
        arti = label_polos(
            "Angka seluruh kantor untuk triwulan ini tidak dapat diubah lagi."
            " Bila perlu, triwulan dapat dibuka kembali dengan alasan."
        )
        self.daftar = QPlainTextEdit("\n".join(map(_sebut, kosong)))
        self.daftar.setReadOnly(True)
        self.daftar.setAccessibleName("Yang masih kosong")
        self._beri_tinggi(len(kosong))
        banyak = sum(k.kosong for k in kosong)
        self.keterangan = label_polos(
            f"Masih ada {banyak} isian kosong:" if banyak else "Semua isian terisi."
        )
        letak = _kerangka(self, f"Kunci {nama}?", arti, self.keterangan, self.daftar)
        self.daftar.setVisible(bool(banyak))
        kotak = QDialogButtonBox()
        self.kunci = kotak.addButton("Kunci", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak.addWidget(kotak)
        self.kunci.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys begin at the answer, not in the list above it."""
        super().showEvent(event)
        beri_tempat(self)
        self.kunci.setFocus()

    def _beri_tinggi(self, banyak: int) -> None:
        """As many lines as there are, up to so many; more are scrolled."""
        bingkai = 2 * (self.daftar.frameWidth() + int(self.daftar.document().documentMargin()))
        tinggi = self.daftar.fontMetrics().lineSpacing() * min(banyak, _BARIS_TERLIHAT) + bingkai
        self.daftar.setMinimumHeight(tinggi)
        self.daftar.setMaximumHeight(tinggi)


def _sebut(kosong: Kekosongan) -> str:
    return f"{satu_baris(kosong.nama)}: {kosong.kosong} dari {kosong.jumlah}"


class BukaTriwulan(QDialog):
    """Asks why a locked quarter is opened again; ``alasan`` holds it after ``Accepted``."""

    def __init__(self, nama: str, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle(f"Buka kembali {nama}")
        self.isian = QLineEdit(placeholderText="Misalnya: data Capil diralat")
        label = QLabel("&Alasan")
        label.setBuddy(self.isian)
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        arti = label_polos("Angkanya dapat diubah lagi. Alasan tercatat di riwayat.")
        letak = _kerangka(self, f"Buka kembali {nama}?", arti, label, self.isian, self.penolakan)
        kotak = QDialogButtonBox()
        buka = kotak.addButton("Buka kembali", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak.addWidget(kotak)
        buka.setDefault(True)
        self.isian.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the sentences run."""
        super().showEvent(event)
        beri_tempat(self)

    @property
    def alasan(self) -> str:
        """The reason as it will be kept."""
        return bersihkan_teks(self.isian.text())

    def accept(self) -> None:
        """Stay where there is no reason yet."""
        if self.alasan:
            super().accept()
            return
        self.penolakan.setText("Alasan belum ditulis. Satu kalimat pendek sudah cukup.")
        beri_tempat(self)
        self.isian.setFocus()
