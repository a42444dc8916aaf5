"""What was found wrong with a file from outside: the whole list, each with its place."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.errors import ImportFileError, TahunAdaError
from iki_desktop.ui.tampilan import JARAK_LEBAR, huruf_judul, label_polos

__all__ = ["DaftarTemuan"]


class DaftarTemuan(QDialog):
    """The refusal of a file, with its reasons to read and to copy."""

    GANTI = 2
    """Result of ``exec`` where the person wants years that are there already to be replaced."""

    def __init__(self, galat: ImportFileError, nama: str, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Berkas tidak dapat diimpor")
        judul = label_polos(f"“{nama}” belum dapat diimpor")
        judul.setFont(huruf_judul())
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(judul)
        letak.addWidget(label_polos(str(galat)))
        self._daftar = QPlainTextEdit("\n".join(str(t) for t in galat.temuan))
        self._daftar.setReadOnly(True)
        self._daftar.setAccessibleName("Daftar temuan")
        if galat.temuan:
            letak.addWidget(self._daftar, 1)
        kotak = self._tombol(galat)
        letak.addWidget(kotak)
        # Only now: a button that is not in its dialog yet cannot become the dialog's default.
        kotak.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        lebar = self.fontMetrics().averageCharWidth() * 92
        self.resize(lebar, lebar // 2 if galat.temuan else 0)

    def _tombol(self, galat: ImportFileError) -> QDialogButtonBox:
        kotak = QDialogButtonBox()
        kotak.rejected.connect(self.reject)
        if galat.temuan:
            salin = QPushButton("Salin daftar")
            salin.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._daftar.toPlainText()))
            kotak.addButton(salin, QDialogButtonBox.ButtonRole.ActionRole)
        if isinstance(galat, TahunAdaError):
            ganti = QPushButton("Ganti tahun yang sudah ada")
            ganti.clicked.connect(lambda: self.done(self.GANTI))
            kotak.addButton(ganti, QDialogButtonBox.ButtonRole.ActionRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Close)
        return kotak
