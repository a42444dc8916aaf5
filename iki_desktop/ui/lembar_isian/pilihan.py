"""Which empty sheets are wanted: quarter, jabatan, form, one file or many."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, nama_periode, triwulan_periode
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, beri_tempat, label_kecil

__all__ = ["PesananLembar", "PilihLembar"]

_BENTUK = (
    ("Excel, dapat diambil kembali", "xlsx"),
    ("PDF, diisi dengan pena", "pdf"),
    ("Word, diisi dengan pena", "docx"),
)
_SEMUA = "Semua jabatan"


@dataclass(frozen=True, slots=True)
class PesananLembar:
    """Sheets as they were asked for; ``akhiran`` is xlsx, pdf or docx.

    ``terpisah``: a file for each jabatan, into a folder.
    """

    triwulan: int
    jabatan_id: int | None
    akhiran: str
    terpisah: bool


class PilihLembar(QDialog):
    """Few questions; ``pesanan()`` answers them after ``Accepted``.

    It begins at the post that is selected, or at all of them where ``semua``: the whole office is shown.
    """

    def __init__(self, sesi: Sesi, induk: QWidget | None = None, *, semua: bool = False) -> None:
        super().__init__(induk)
        self.setWindowTitle("Lembar isian")
        self.triwulan = QComboBox()
        for t in SEMUA_TRIWULAN:
            self.triwulan.addItem(f"{nama_periode(t)} {sesi.tahun}", t)
        self.triwulan.setCurrentIndex(_triwulan_usulan(sesi) - 1)
        self.jabatan = QComboBox()
        self.jabatan.addItem(_SEMUA, None)
        dokumen, terpilih = sesi.dokumen_aktif(), None if semua else sesi.jabatan_aktif()
        for jabatan in sesi.arsip.jabatan(dokumen.id) if dokumen else ():
            self.jabatan.addItem(satu_baris(jabatan.nama), jabatan.id)
        self.jabatan.setCurrentIndex(max(self.jabatan.findData(terpilih.id if terpilih else None), 0))
        self.bentuk = QComboBox()
        for nama, akhiran in _BENTUK:
            self.bentuk.addItem(nama, akhiran)
        self.terpisah = QRadioButton("&Satu berkas tiap jabatan, ke sebuah folder")
        self.satu = QRadioButton("Satu berkas &untuk semuanya")
        self.terpisah.setChecked(True)
        self._berkas = QButtonGroup(self)
        self._susun()
        self.jabatan.currentIndexChanged.connect(lambda _nomor: self._segarkan())
        self._segarkan()

    def _susun(self) -> None:
        formulir = QFormLayout()
        formulir.setVerticalSpacing(JARAK)
        formulir.setHorizontalSpacing(JARAK_LEBAR)
        formulir.addRow("&Triwulan", self.triwulan)
        formulir.addRow("&Jabatan", self.jabatan)
        formulir.addRow("&Bentuk", self.bentuk)
        for nomor, tombol in enumerate((self.terpisah, self.satu)):
            self._berkas.addButton(tombol)
            formulir.addRow("Berkas" if nomor == 0 else "", tombol)
        kotak = QDialogButtonBox()
        lanjut = kotak.addButton("Buat lembar isian", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(
            label_kecil("Formulir kosong untuk diisi di meja lain. Isian yang sudah ada tercantum.")
        )
        letak.addLayout(formulir)
        letak.addWidget(kotak)
        # Only now: a button that is not in its dialog yet cannot become the dialog's default.
        lanjut.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * 72, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the sentences run."""
        super().showEvent(event)
        beri_tempat(self)

    def _segarkan(self) -> None:
        """Of one jabatan there is one file."""
        for tombol in (self.terpisah, self.satu):
            tombol.setEnabled(self.jabatan.currentData() is None)

    def pesanan(self) -> PesananLembar:
        """What is asked for."""
        jabatan_id = self.jabatan.currentData()
        return PesananLembar(
            self.triwulan.currentData(),
            jabatan_id,
            self.bentuk.currentData(),
            jabatan_id is None and self.terpisah.isChecked(),
        )


def _triwulan_usulan(sesi: Sesi) -> int:
    """The quarter that is looked at; of a longer period its last."""
    return triwulan_periode(sesi.periode)[-1]
