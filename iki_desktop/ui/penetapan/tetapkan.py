"""The last look before a decision is issued: its number, its date, who signs, and why it is amended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.penerbitan import nama_versi
from iki_desktop.core.records import Kecamatan, Keputusan, Penandatangan
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.tanggal import tanggal_panjang
from iki_desktop.ui.dialog.calon_penandatangan import calon_penandatangan, sebut_calon
from iki_desktop.ui.formulir.tanggal_ketik import baca_tanggal
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, beri_tempat, label_kecil, label_polos

__all__ = ["Penetapan", "Tetapkan"]

Penetapan = Callable[[Keputusan, str], object]
"""What issues a decision with a reason; it may refuse with an ``IkiError``."""

_URAIAN = (
    "Setelah ditetapkan, bunyi naskah dibekukan dan tercetak tanpa tanda DRAF. "
    "Langkah sebelumnya tidak dapat diurungkan lagi."
)


class Tetapkan(QDialog):
    """Asks what an issued decision must have.  ``nomor`` is 0 for the decision, 1 … for an amendment.

    It closes once ``perbuatan`` has done it; a refusal is said here, where what was typed still stands.
    """

    def __init__(
        self,
        kecamatan: Kecamatan,
        keputusan: Keputusan,
        nomor: int,
        perbuatan: Penetapan,
        *,
        alasan: str = "",
        induk: QWidget | None = None,
    ) -> None:
        super().__init__(induk)
        self._keputusan = keputusan
        self._perbuatan = perbuatan
        self.setWindowTitle(f"Tetapkan {nama_versi(nomor)}")
        self.nomor = QLineEdit(keputusan.nomor or "", placeholderText="07 TAHUN 2026")
        tertulis = tanggal_panjang(keputusan.tanggal) if keputusan.tanggal else ""
        self.tanggal = QLineEdit(tertulis, placeholderText="2 Januari 2026")
        self.penanda_tangan = QComboBox()
        self._calon: list[Penandatangan] = calon_penandatangan(kecamatan, keputusan, date.today())
        self.penanda_tangan.addItems([sebut_calon(calon) for calon in self._calon])
        self.alasan = QPlainTextEdit(alasan)
        self.alasan.setTabChangesFocus(True)
        self.alasan.setMaximumHeight(self.fontMetrics().lineSpacing() * 4)
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        self._susun(beralasan=nomor > 0)

    def _susun(self, *, beralasan: bool) -> None:
        formulir = QFormLayout()
        formulir.setVerticalSpacing(JARAK)
        formulir.setHorizontalSpacing(JARAK_LEBAR)
        formulir.addRow("&Nomor", self.nomor)
        formulir.addRow("&Tanggal ditetapkan", self.tanggal)
        formulir.addRow("&Penanda tangan", self.penanda_tangan)
        if not self._calon:
            formulir.addRow("", label_kecil("Belum ada. Isi dahulu di bagian Penanda tangan."))
        if beralasan:
            formulir.addRow("&Alasan perubahan", self.alasan)
        formulir.addRow("", self.penolakan)
        kotak = QDialogButtonBox()
        lanjut = kotak.addButton("Tetapkan", QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(label_polos(_URAIAN))
        letak.addLayout(formulir)
        letak.addWidget(kotak)
        # Only now: a button that is not in its dialog yet cannot become the dialog's default.
        lanjut.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * 84, 0)

    def accept(self) -> None:
        """Issue it; where that is refused, say why and stay."""
        try:
            self._perbuatan(self._jawaban(), bersihkan_teks(self.alasan.toPlainText()))
        except IkiError as galat:
            self.penolakan.setText(str(galat))
            beri_tempat(self)
            if isinstance(galat, RuleError):
                self._ke_yang_kosong()
            return
        super().accept()

    def _jawaban(self) -> Keputusan:
        """The decision with what was typed here.

        Raises
        ------
        RuleError
            where the date is none.
        """
        tanggal = baca_tanggal(self.tanggal.text())
        penandatangan = self._calon[self.penanda_tangan.currentIndex()] if self._calon else None
        return replace(
            self._keputusan,
            nomor=bersihkan_teks(self.nomor.text()) or None,
            tanggal=tanggal,
            tanggal_teks=None if tanggal else self._keputusan.tanggal_teks,
            penandatangan=penandatangan,
        )

    def _ke_yang_kosong(self) -> None:
        kosong = [isian for isian in (self.nomor, self.tanggal) if not isian.text().strip()]
        (kosong or [self.tanggal])[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the sentences run."""
        super().showEvent(event)
        beri_tempat(self)
