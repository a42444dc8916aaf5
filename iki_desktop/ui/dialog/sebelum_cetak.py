"""A last look before paper: the date, who signs, and which parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Dokumen, Keputusan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.pilihan import BAGIAN, Pilihan, bagian_ada
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.dialog.calon_penandatangan import calon_penandatangan, sebut_calon
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, beri_tempat, label_kecil, label_polos

__all__ = ["SebelumCetak"]

_NAMA_BAGIAN = dict(
    zip(BAGIAN, ("sampul", "bab", "visi dan misi", "IKU", "Keputusan", "lampiran"), strict=True)
)


class SebelumCetak(QDialog):
    """Asks what a paper needs and what is easily forgotten.

    After ``exec`` gave ``Accepted``, ``dokumen()`` is the document with the answers in it.
    """

    UBAH_BAGIAN = 2
    """Result of ``exec`` where the person wants to choose other parts first."""

    def __init__(self, snapshot: Snapshot, pilihan: Pilihan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Sebelum mencetak")
        self._dokumen = snapshot.dokumen
        keputusan = snapshot.dokumen.keputusan or Keputusan()
        self._tetap = keputusan.ditetapkan or snapshot.dokumen.keputusan is None
        self.tanggal = QLineEdit(_tertulis(keputusan), placeholderText="2 Januari 2026")
        self.penanda_tangan = QComboBox()
        self._calon = calon_penandatangan(snapshot.kecamatan, keputusan, date.today())
        for calon in self._calon:
            self.penanda_tangan.addItem(sebut_calon(calon))
        self._naskah = label_polos()
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        self._susun(keputusan, _ringkas(snapshot, pilihan))

    def _susun(self, keputusan: Keputusan, bagian: str) -> None:
        for isian in (self.tanggal, self.penanda_tangan):
            isian.setDisabled(self._tetap)
        self._formulir = formulir = QFormLayout()
        formulir.setVerticalSpacing(JARAK)
        formulir.setHorizontalSpacing(JARAK_LEBAR)
        formulir.addRow("Naskah", self._naskah)
        formulir.setRowVisible(self._naskah, False)
        formulir.addRow("&Tanggal ditetapkan", self.tanggal)
        formulir.addRow("", label_kecil(self._keterangan(keputusan)))
        formulir.addRow("&Penanda tangan", self.penanda_tangan)
        formulir.addRow(QLabel("Yang dicetak"), self._baris_bagian(bagian))
        formulir.addRow("", self.penolakan)
        kotak = QDialogButtonBox()
        lanjut = kotak.addButton("Lanjut", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addLayout(formulir)
        letak.addWidget(kotak)
        # Only now: a button that is not in its dialog yet cannot become the dialog's default.
        lanjut.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * 84, 0)

    def sebut_naskah(self, versi: str) -> None:
        """Say which version is printed, where there are several."""
        self._naskah.setText(versi)
        self._formulir.setRowVisible(self._naskah, bool(versi))

    def _keterangan(self, keputusan: Keputusan) -> str:
        if keputusan.ditetapkan:
            return "Keputusan ini sudah ditetapkan. Tanggal dan penanda tangannya tetap."
        return "Boleh kosong: tempatnya disediakan untuk ditulis tangan."

    def _baris_bagian(self, bagian: str) -> QHBoxLayout:
        ubah = QPushButton("Ubah …")
        ubah.setAutoDefault(False)
        ubah.setAccessibleName("Ubah yang dicetak")
        ubah.clicked.connect(lambda: self.done(self.UBAH_BAGIAN))
        baris = QHBoxLayout()
        label = label_polos(bagian)
        label.setWordWrap(False)
        baris.addWidget(label, 1)
        baris.addWidget(ubah)
        return baris

    def accept(self) -> None:
        """Refuse here, where what was typed still stands, a date that is none."""
        try:
            self._dokumen = self._jawaban()
        except RuleError as galat:
            self.penolakan.setText(str(galat))
            beri_tempat(self)
            self.tanggal.setFocus()
            return
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the sentences run."""
        super().showEvent(event)
        beri_tempat(self)

    def dokumen(self) -> Dokumen:
        """The document with the date and the signatory chosen here."""
        return self._dokumen

    def _jawaban(self) -> Dokumen:
        keputusan = self._dokumen.keputusan
        if self._tetap or keputusan is None:
            return self._dokumen
        teks = self.tanggal.text().strip()
        if teks != _tertulis(keputusan):
            tanggal: date | None = baca_tanggal(teks) if teks else None
            keputusan = replace(keputusan, tanggal=tanggal, tanggal_teks=None)
        if self._calon:
            keputusan = replace(keputusan, penandatangan=self._calon[self.penanda_tangan.currentIndex()])
        return replace(self._dokumen, keputusan=keputusan)


def _tertulis(keputusan: Keputusan) -> str:
    if keputusan.tanggal is not None:
        return tanggal_panjang(keputusan.tanggal)
    return keputusan.tanggal_teks or ""


def _ringkas(snapshot: Snapshot, pilihan: Pilihan) -> str:
    """The parts that will be printed, in one line."""
    bagian = [_NAMA_BAGIAN[b] for b in bagian_ada(snapshot) if getattr(pilihan, b)]
    if pilihan.lampiran and snapshot.jabatan:
        jumlah = len(snapshot.jabatan) if pilihan.jabatan is None else len(pilihan.jabatan)
        bagian[-1] = f"lampiran {jumlah} jabatan"
    if not bagian:
        return "Belum ada yang dipilih."
    teks = ", ".join(bagian)
    return teks[0].upper() + teks[1:]
