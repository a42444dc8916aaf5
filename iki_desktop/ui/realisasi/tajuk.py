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

from iki_desktop.core.records import StatusIsian
from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.realisasi.rincian import LabelRingkas
from iki_desktop.ui.realisasi.tombol_status import TombolStatus
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
    """Title, progress and state of the quarter, scope, what is still empty and the step to it."""

    cakupan_dipilih = Signal(bool)
    minta_isian_kosong = Signal()
    minta_daftar_kosong = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.judul = LabelRingkas(huruf_judul())
        self.keterangan = LabelSebaris(huruf_kecil())
        self.keterangan.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._periode = ""
        self._dikunci = False
        self._kemajuan = _Kemajuan()
        self.jabatan_ini = self._tombol("Jabatan ini")
        self.seluruh_kantor = self._tombol("Seluruh kantor")
        self._cakupan = QButtonGroup(self)
        self._cakupan.addButton(self.jabatan_ini, 0)
        self._cakupan.addButton(self.seluruh_kantor, 1)
        self._cakupan.idClicked.connect(lambda nomor: self.cakupan_dipilih.emit(bool(nomor)))
        self.status = TombolStatus()
        self.daftar = TombolTeks()
        self.daftar.clicked.connect(self.minta_daftar_kosong)
        self.kosong = TombolTeks("Kosong berikutnya (F8)")
        self.kosong.setToolTip("Ke isian kosong berikutnya")
        self.kosong.clicked.connect(self.minta_isian_kosong)
        self._susun()

    def _tombol(self, teks: str) -> QPushButton:
        tombol = QPushButton(teks)
        tombol.setCheckable(True)
        tombol.setFont(huruf_tebal())
        tombol.setMinimumWidth(tombol.sizeHint().width())
        tombol.setFont(self.font())
        tombol.toggled.connect(lambda ya: tombol.setFont(huruf_tebal() if ya else self.font()))
        return tombol

    def _susun(self) -> None:
        atas = QHBoxLayout()
        atas.setSpacing(0)
        atas.addWidget(self.judul, 1)
        atas.addSpacing(JARAK)
        atas.addWidget(self.jabatan_ini)
        atas.addWidget(self.seluruh_kantor)
        bawah = QHBoxLayout()
        bawah.setSpacing(JARAK)
        bawah.addWidget(self.keterangan)
        bawah.addWidget(self._kemajuan, 0, Qt.AlignmentFlag.AlignVCenter)
        bawah.addWidget(self.status)
        bawah.addStretch(1)
        bawah.addWidget(self.daftar)
        bawah.addWidget(self.kosong)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK_RAPAT)
        letak.setSpacing(JARAK_RAPAT)
        letak.addLayout(atas)
        letak.addLayout(bawah)

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
        sisa = jumlah - terisi
        self.daftar.setText(f"{sisa} masih kosong (F7)")
        self.daftar.setVisible(bool(sisa))
        self.kosong.setVisible(bool(sisa) and not self._dikunci)

    def tandai_status(self, triwulan: int, status: StatusIsian | None) -> None:
        """Show how far the quarter is; nothing for a whole year, whose columns say it themselves."""
        self._dikunci = status is StatusIsian.DIKUNCI
        self.status.setVisible(status is not None)
        if status is not None:
            self.status.tampilkan(triwulan, status)

    def tandai_cakupan(self, seluruh: bool, *, ada_jabatan: bool) -> None:
        """Show which rows are looked at; without a selected jabatan there is only the whole office."""
        (self.seluruh_kantor if seluruh or not ada_jabatan else self.jabatan_ini).setChecked(True)
        self.jabatan_ini.setEnabled(ada_jabatan)
        self.jabatan_ini.setToolTip("" if ada_jabatan else "Pilih dahulu sebuah jabatan di kiri.")
