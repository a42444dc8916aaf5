"""The page that tells of a fault of the program, and offers three steps."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, label_kecil, label_polos

__all__ = ["HalamanGangguan"]

_LEBAR = 100
"""Width of the page in letters."""
_AMAN = "Data Anda aman. Semua isian yang sudah tampil sudah ada di berkas."
_LANGKAH = "Anda dapat melanjutkan. Bila tampilan terasa janggal, mulai ulang program."
_LAPORAN = (
    "Bila terulang, salin laporan dan kirimkan kepada pengelola program. "
    "Laporan memuat versi program dan letak gangguan, tanpa isi berkas Anda."
)


class HalamanGangguan(QDialog):
    """What it means for the data, and three steps: go on, start anew, report it."""

    MULAI_ULANG = 2
    """Result of ``exec`` where the program shall start anew."""

    def __init__(self, laporan: str, *, dapat_mulai_ulang: bool) -> None:
        super().__init__()
        self.setWindowTitle("IKI Desktop")
        self._rincian = QPlainTextEdit(laporan)
        self._rincian.setReadOnly(True)
        self._rincian.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rincian.setAccessibleName("Laporan gangguan")
        self._rincian.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._rincian.hide()
        self.tombol_lihat = QPushButton("&Lihat laporan")
        self.tombol_salin = QPushButton("&Salin laporan")
        self.tombol_ulang = QPushButton("&Mulai ulang")
        self.tombol_lanjut = QPushButton("L&anjutkan")
        self.tombol_lihat.clicked.connect(self._bentangkan)
        self.tombol_salin.clicked.connect(self._salin)
        self.tombol_ulang.clicked.connect(lambda: self.done(self.MULAI_ULANG))
        self.tombol_lanjut.clicked.connect(self.reject)
        self.tombol_ulang.setVisible(dapat_mulai_ulang)
        self._susun()

    def _susun(self) -> None:
        judul = label_polos("Ada gangguan pada program")
        judul.setFont(huruf_judul())
        letak = QVBoxLayout(self)
        letak.setContentsMargins(*(JARAK_LEBAR + JARAK,) * 4)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(judul)
        for bagian in (label_polos(_AMAN), label_polos(_LANGKAH), label_kecil(_LAPORAN)):
            letak.addWidget(bagian)
        letak.addWidget(self._rincian, 1)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        for tombol in (self.tombol_lihat, self.tombol_salin, self.tombol_ulang, self.tombol_lanjut):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.insertStretch(2, 1)
        letak.addLayout(baris)
        self.tombol_lanjut.setDefault(True)
        self.tombol_lanjut.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEBAR)

    def uraian(self) -> str:
        """The report, as it is shown and copied."""
        return self._rincian.toPlainText()

    def _bentangkan(self) -> None:
        tampak = self._rincian.isHidden()
        self._rincian.setVisible(tampak)
        self.tombol_lihat.setText("&Tutup laporan" if tampak else "&Lihat laporan")
        ukuran = self.sizeHint()
        if tampak:
            ukuran.setHeight(ukuran.height() + self.fontMetrics().lineSpacing() * 8)
        self.resize(ukuran.boundedTo(self.screen().availableSize()))

    def _salin(self) -> None:
        QGuiApplication.clipboard().setText(self.uraian())
        self.tombol_salin.setText("Laporan tersalin")
