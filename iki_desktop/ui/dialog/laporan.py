"""Which report, of whom, in which form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Jabatan
from iki_desktop.core.triwulan import SEMUA_PERIODE, SEMUA_TRIWULAN, Periode, nama_periode
from iki_desktop.naskah.laporan import JENIS_LAPORAN, Laporan
from iki_desktop.ui.cetakan import PesananLaporan
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil

__all__ = ["PilihLaporan"]

_BENTUK = (("PDF", "pdf"), ("Word", "docx"), ("Excel", "xlsx"))


class PilihLaporan(QDialog):
    """A list of the reports at the left of their few questions; ``pesanan()`` after ``Accepted``."""

    def __init__(self, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Buat laporan")
        self._sesi = sesi
        self._pesanan: PesananLaporan | None = None
        self._periode: Periode = sesi.periode
        self.jenis = QListWidget()
        self.jenis.setAccessibleName("Jenis laporan")
        self.jenis.setSpacing(JARAK_RAPAT)
        for laporan in JENIS_LAPORAN.values():
            baris = QListWidgetItem(laporan.judul, self.jenis)
            baris.setData(Qt.ItemDataRole.UserRole, laporan.jenis)
            baris.setToolTip(laporan.uraian)
        self.uraian = label_kecil()
        self.masa = self._pilihan_masa()
        self.jabatan = QComboBox()
        self.bentuk = QComboBox()
        for nama, akhiran in _BENTUK:
            self.bentuk.addItem(nama, akhiran)
        self.tanggal = QLineEdit(placeholderText="Kosong: ditulis tangan")
        self.penjelasan = QCheckBox("Sertakan penjelasan tiap angka")
        self.grafik = QCheckBox("Sertakan grafik")
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        self._susun()
        self.jenis.currentRowChanged.connect(lambda _nomor: self._segarkan())
        self.jenis.setCurrentRow(0)

    def _susun(self) -> None:
        formulir = QFormLayout()
        formulir.setVerticalSpacing(JARAK)
        formulir.setHorizontalSpacing(JARAK_LEBAR)
        formulir.addRow("&Masa", self.masa)
        formulir.addRow("&Jabatan", self.jabatan)
        formulir.addRow("Tan&ggal laporan", self.tanggal)
        formulir.addRow("&Bentuk", self.bentuk)
        formulir.addRow("", self.penjelasan)
        formulir.addRow("", self.grafik)
        formulir.addRow("", self.penolakan)
        kotak = QDialogButtonBox()
        lanjut = kotak.addButton("Buat laporan", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        letak.addWidget(self.jenis, 1)
        letak.addWidget(self.uraian)
        letak.addSpacing(JARAK)
        letak.addLayout(formulir)
        letak.addWidget(kotak)
        # Only now: a button that is not in its dialog yet cannot become the dialog's default.
        lanjut.setDefault(True)
        lebar = self.fontMetrics().averageCharWidth()
        self.resize(lebar * 84, lebar * 88)

    def _pilihan_masa(self) -> QComboBox:
        """The quarters, the year up to each of them, and the year; a pick stays for the next report."""
        masa = QComboBox()
        for nomor, periode in enumerate(SEMUA_PERIODE):
            if nomor and nomor % len(SEMUA_TRIWULAN) == 0:
                masa.insertSeparator(masa.count())
            masa.addItem(f"{nama_periode(periode)} {self._sesi.tahun}", nomor)
        masa.setMaxVisibleItems(masa.count())
        masa.activated.connect(lambda _nomor: self._pilih_masa())
        return masa

    def _pilih_masa(self) -> None:
        self._periode = SEMUA_PERIODE[self.masa.currentData()]

    def _laporan(self) -> Laporan:
        baris = self.jenis.currentItem()
        return JENIS_LAPORAN[baris.data(Qt.ItemDataRole.UserRole)]

    def _segarkan(self) -> None:
        """The questions that this report has; the others rest."""
        laporan = self._laporan()
        self.uraian.setText(laporan.uraian)
        self.masa.setCurrentIndex(self.masa.findData(SEMUA_PERIODE.index(self._periode_laporan(laporan))))
        self.masa.setEnabled(laporan.bertriwulan)
        self._isi_jabatan(laporan)
        self.penjelasan.setEnabled(laporan.berpenjelasan)
        self.grafik.setEnabled(laporan.bergrafik)

    def _periode_laporan(self, laporan: Laporan) -> Periode:
        return self._periode if laporan.bertriwulan else None

    def _isi_jabatan(self, laporan: Laporan) -> None:
        dipilih = self.jabatan.currentData() if self.jabatan.count() else self._jabatan_aktif()
        self.jabatan.clear()
        semua = "Setiap jabatan, satu laporan masing-masing" if laporan.per_jabatan else "Seluruh kantor"
        self.jabatan.addItem(semua, None)
        for jabatan in self._semua_jabatan() if laporan.satu_jabatan else ():
            self.jabatan.addItem(" ".join(jabatan.nama.split()), jabatan.id)
        self.jabatan.setCurrentIndex(max(self.jabatan.findData(dipilih), 0))
        self.jabatan.setEnabled(laporan.satu_jabatan)

    def _jabatan_aktif(self) -> int | None:
        jabatan = self._sesi.jabatan_aktif()
        return jabatan.id if jabatan else None

    def _semua_jabatan(self) -> list[Jabatan]:
        dokumen = self._sesi.dokumen_aktif()
        return self._sesi.arsip.jabatan(dokumen.id) if dokumen else []

    def accept(self) -> None:
        """Refuse here, where what was typed still stands, a date that is none."""
        laporan = self._laporan()
        try:
            tanggal = baca_tanggal(self.tanggal.text())
        except RuleError as galat:
            self.penolakan.setText(str(galat))
            self.tanggal.setFocus()
            return
        self._pesanan = PesananLaporan(
            laporan.jenis,
            self.bentuk.currentData(),
            self._periode_laporan(laporan),
            self.jabatan.currentData(),
            tanggal,
            laporan.berpenjelasan and self.penjelasan.isChecked(),
            laporan.bergrafik and self.grafik.isChecked(),
        )
        super().accept()

    def pesanan(self) -> PesananLaporan | None:
        """What was asked for; ``None`` before ``Accepted``."""
        return self._pesanan
