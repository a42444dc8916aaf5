"""Which entries of the journal are wanted: by post, quarter, day and words."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iki_desktop.core.kalimat import satu_baris, singkatkan
from iki_desktop.core.riwayat import Saringan
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, label_polos

__all__ = ["PenyaringRiwayat"]

JEDA_KETIK = 250
"""Milliseconds after the last letter until the search begins."""
_PILIH_TANGGAL = -1
_KAPAN = (
    ("Kapan saja", None),
    ("Hari ini", 0),
    ("7 hari terakhir", 6),
    ("30 hari terakhir", 29),
    ("Pilih tanggal …", _PILIH_TANGGAL),
)


class PenyaringRiwayat(QWidget):
    """Signals: ``berubah()``, something else is asked for; while typing, after a moment."""

    berubah = Signal()

    def __init__(self, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.jabatan, self.triwulan, self.kapan = QComboBox(), QComboBox(), QComboBox()
        self.cari, self.dari, self.sampai = QLineEdit(), QDateEdit(), QDateEdit()
        self.rentang = QWidget()
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_KETIK)
        self._jeda.timeout.connect(self.berubah)
        self._isi_pilihan(sesi)
        self._susun()
        self.cari.textChanged.connect(lambda _teks: self._jeda.start())
        self.kapan.activated.connect(lambda _nomor: self.tampilkan_rentang())
        for pilihan in (self.jabatan, self.triwulan, self.kapan):
            pilihan.activated.connect(lambda _nomor: self.berubah.emit())
        for tanggal in (self.dari, self.sampai):
            tanggal.dateChanged.connect(lambda _tanggal: self._jeda.start())

    def _isi_pilihan(self, sesi: Sesi) -> None:
        self.jabatan.addItem("Semua jabatan", None)
        dokumen = sesi.dokumen_aktif()
        for satu in sesi.arsip.jabatan(dokumen.id) if dokumen else ():
            self.jabatan.addItem(singkatkan(satu.nama, 80), satu.id)
        self.triwulan.addItem("Semua triwulan", None)
        for nomor in SEMUA_TRIWULAN:
            self.triwulan.addItem(f"Triwulan {ROMAWI[nomor - 1]}", nomor)
        for kata, hari in _KAPAN:
            self.kapan.addItem(kata, hari)

    def _susun(self) -> None:
        self.cari.setPlaceholderText("Cari kata")
        self.cari.setClearButtonEnabled(True)
        self.jabatan.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        atas = QHBoxLayout()
        for bidang, nama, porsi in (
            (self.jabatan, "Jabatan", 2),
            (self.triwulan, "Triwulan", 0),
            (self.kapan, "Kapan", 0),
            (self.cari, "Cari di riwayat", 1),
        ):
            bidang.setAccessibleName(nama)
            atas.addWidget(bidang, porsi)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK)
        letak.addLayout(atas)
        letak.addWidget(self.rentang)
        self._susun_rentang()

    def _susun_rentang(self) -> None:
        """Two days, shown where they are asked for."""
        hari_ini = QDate.currentDate()
        letak = QHBoxLayout(self.rentang)
        letak.setContentsMargins(0, 0, 0, 0)
        for kata, nama, bidang, tanggal in (
            ("Dari", "Dari tanggal", self.dari, hari_ini.addMonths(-1)),
            ("sampai", "Sampai tanggal", self.sampai, hari_ini),
        ):
            bidang.setAccessibleName(nama)
            bidang.setCalendarPopup(True)
            bidang.setDisplayFormat("d MMMM yyyy")
            bidang.setDate(tanggal)
            label = label_polos(kata)
            label.setWordWrap(False)
            letak.addWidget(label)
            letak.addWidget(bidang)
        letak.addStretch(1)
        self.rentang.hide()

    def tampilkan_rentang(self) -> None:
        """Show the two days where they are asked for."""
        self.rentang.setVisible(self.kapan.currentData() == _PILIH_TANGGAL)

    def saringan(self) -> Saringan:
        """What is asked for."""
        dari, sampai = self._hari()
        return Saringan(
            self.jabatan.currentData(),
            self.triwulan.currentData(),
            dari,
            sampai,
            teks=satu_baris(self.cari.text()),
        )

    def tenang(self) -> None:
        """What was typed is being searched for already."""
        self._jeda.stop()

    def _hari(self) -> tuple[date | None, date | None]:
        """The first and the last day that are asked for; in whichever order they were chosen."""
        hari = self.kapan.currentData()
        if hari is None:
            return None, None
        if hari != _PILIH_TANGGAL:
            return date.today() - timedelta(days=hari), None
        dua = (self.dari.date(), self.sampai.date())
        awal, akhir = sorted(date(t.year(), t.month(), t.day()) for t in dua)
        return awal, akhir
