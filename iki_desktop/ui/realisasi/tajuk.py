"""The head of the page: where one is, how much is filled, which rows are shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.realisasi.rincian import LabelRingkas
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_LEBAR,
    JARAK_RAPAT,
    huruf_judul,
    huruf_kecil,
    huruf_tebal,
    warna,
)
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["Tajuk"]


class _Kemajuan(QWidget):
    """A thin bar: how much of what can be entered is there."""

    def __init__(self) -> None:
        super().__init__()
        self._terisi, self._jumlah = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set(self, terisi: int, jumlah: int) -> None:
        """Show so many of so many."""
        self._terisi, self._jumlah = terisi, jumlah
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, JARAK_RAPAT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, JARAK_RAPAT)

    def paintEvent(self, event: QPaintEvent) -> None:
        w = warna()
        painter = QPainter(self)
        painter.fillRect(self.rect(), w.garis)
        if self._jumlah:
            lebar = self.width() * self._terisi // self._jumlah
            painter.fillRect(QRect(0, 0, lebar, self.height()), w.aksen)
        painter.end()


class Tajuk(QWidget):
    """Title, progress, scope, and the step to the next empty input."""

    cakupan_dipilih = Signal(bool)
    minta_isian_kosong = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.judul = LabelRingkas(huruf_judul())
        self.keterangan = LabelSebaris(huruf_kecil())
        self.keterangan.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._periode = ""
        self._kemajuan = _Kemajuan()
        self.jabatan_ini = self._tombol("Jabatan ini")
        self.seluruh_kantor = self._tombol("Seluruh kantor")
        self._cakupan = QButtonGroup(self)
        self._cakupan.addButton(self.jabatan_ini, 0)
        self._cakupan.addButton(self.seluruh_kantor, 1)
        self._cakupan.idClicked.connect(lambda nomor: self.cakupan_dipilih.emit(bool(nomor)))
        self.kosong = TombolTeks("Isian kosong berikutnya (F8)")
        self.kosong.clicked.connect(self._diminta)
        self._susun()

    def _tombol(self, teks: str) -> QPushButton:
        tombol = QPushButton(teks)
        tombol.setCheckable(True)
        tombol.setFont(huruf_tebal())
        tombol.setMinimumWidth(tombol.sizeHint().width())
        tombol.setFont(self.font())
        tombol.toggled.connect(lambda ya: tombol.setFont(huruf_tebal() if ya else self.font()))
        return tombol

    def _diminta(self) -> None:
        self.minta_isian_kosong.emit()

    def _susun(self) -> None:
        bawah = QHBoxLayout()
        bawah.setSpacing(JARAK)
        bawah.addWidget(self.keterangan)
        bawah.addWidget(self._kemajuan, 0, Qt.AlignmentFlag.AlignVCenter)
        bawah.addStretch(1)
        kiri = QVBoxLayout()
        kiri.setSpacing(JARAK_RAPAT)
        kiri.addWidget(self.judul)
        kiri.addLayout(bawah)
        letak = QHBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK)
        letak.addLayout(kiri, 1)
        pasangan = QHBoxLayout()
        pasangan.setSpacing(0)
        pasangan.addWidget(self.jabatan_ini)
        pasangan.addWidget(self.seluruh_kantor)
        letak.addLayout(pasangan)
        letak.addWidget(self.kosong)

    def katakan(self, judul: str, periode: str) -> None:
        """Say where one is."""
        self.judul.setTeks(judul)
        self._periode = periode
        self.keterangan.setText(periode)

    def hitung(self, terisi: int, jumlah: int) -> None:
        """Say how far it is filled."""
        ada = f"terisi {terisi} dari {jumlah}" if jumlah else "belum ada isian"
        self.keterangan.setText(f"{self._periode} · {ada}")
        self._kemajuan.set(terisi, jumlah)
        self._kemajuan.setVisible(bool(jumlah))
        self.kosong.setEnabled(bool(jumlah))

    def tandai_cakupan(self, seluruh: bool, *, ada_jabatan: bool) -> None:
        """Show which rows are looked at; without a selected jabatan there is only the whole office."""
        (self.seluruh_kantor if seluruh or not ada_jabatan else self.jabatan_ini).setChecked(True)
        self.jabatan_ini.setEnabled(ada_jabatan)
        self.jabatan_ini.setToolTip("" if ada_jabatan else "Pilih dahulu sebuah jabatan di kiri.")
