"""The question before something goes that has other things in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

__all__ = ["tanya_hapus"]


def tanya_hapus(pertanyaan: str, keterangan: str, induk: QWidget) -> bool:
    """Whether it shall go."""
    kotak = QMessageBox(induk)
    kotak.setWindowTitle("Hapus")
    kotak.setTextFormat(Qt.TextFormat.PlainText)
    kotak.setText(pertanyaan)
    kotak.setInformativeText(keterangan)
    ya = kotak.addButton("&Hapus", QMessageBox.ButtonRole.AcceptRole)
    batal = kotak.addButton("&Batal", QMessageBox.ButtonRole.RejectRole)
    kotak.setDefaultButton(ya)
    kotak.setEscapeButton(batal)
    kotak.exec()
    return kotak.clickedButton() is ya
