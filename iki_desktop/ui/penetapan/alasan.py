"""Asking why, before something is done that needs a reason."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.tampilan import JARAK, beri_tempat, label_kecil, label_polos

__all__ = ["TanyaAlasan"]

_BARIS = 4
"""Lines that the field shows."""


class TanyaAlasan(QDialog):
    """What will happen, a field for the reason, and the step; ``alasan()`` after ``Accepted``."""

    def __init__(
        self, judul: str, uraian: str, langkah: str, *, contoh: str = "", induk: QWidget | None = None
    ) -> None:
        super().__init__(induk)
        self.setWindowTitle(judul)
        self.isian = QPlainTextEdit()
        self.isian.setPlaceholderText(contoh)
        self.isian.setTabChangesFocus(True)
        self.isian.setAccessibleName("Alasan")
        self.isian.setMaximumHeight(self.fontMetrics().lineSpacing() * (_BARIS + 1))
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        label = QLabel("&Alasan")
        label.setBuddy(self.isian)
        kotak = QDialogButtonBox()
        lanjut = kotak.addButton(langkah, QDialogButtonBox.ButtonRole.AcceptRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        for bagian in (label_polos(uraian), label, self.isian, self.penolakan, kotak):
            letak.addWidget(bagian)
        lanjut.setDefault(True)
        self.resize(self.fontMetrics().averageCharWidth() * 76, 0)
        self.isian.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the sentences run."""
        super().showEvent(event)
        beri_tempat(self)

    def accept(self) -> None:
        """Stay where nothing was written."""
        if not self.alasan():
            self.penolakan.setText("Alasan belum ditulis. Tuliskan dahulu, lalu ulangi.")
            beri_tempat(self)
            self.isian.setFocus()
            return
        super().accept()

    def alasan(self) -> str:
        """What was written, without what no paper can show."""
        return bersihkan_teks(self.isian.toPlainText())
