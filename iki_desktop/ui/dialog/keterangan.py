"""Two pages to read: the list of keys, and what this program is made of."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, huruf_tebal, label_kecil, label_polos
from iki_desktop.ui.tindakan import DAFTAR_TINDAKAN, PINTASAN_SETEMPAT

__all__ = ["DaftarPintasan", "Tentang"]

PAKAIAN = (
    ("Qt dan PySide6", "PySide6_Essentials", "LGPL-3.0"),
    ("ReportLab", "reportlab", "BSD"),
    ("openpyxl", "openpyxl", "MIT"),
    ("python-docx", "python-docx", "MIT"),
    ("PDFium (pypdfium2)", "pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("sqlite-utils", "sqlite-utils", "Apache-2.0"),
    ("jsonschema", "jsonschema", "MIT"),
    ("simplejson", "simplejson", "MIT"),
    ("simpleeval", "simpleeval", "MIT"),
    ("Huruf Caladea", "font-caladea", "OFL-1.1"),
)


class _DialogBaca(QDialog):
    """A page that scrolls, with one button."""

    def __init__(self, judul: str, induk: QWidget | None) -> None:
        super().__init__(induk)
        self.setWindowTitle(judul)
        self.isi = QGridLayout()
        self.isi.setHorizontalSpacing(JARAK_LEBAR * 2)
        self.isi.setVerticalSpacing(JARAK // 2)
        self.isi.setColumnStretch(1, 1)
        wadah = QWidget()
        kolom = QVBoxLayout(wadah)
        # Else a row wider than the page would leave all of them without height.
        kolom.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        kolom.addLayout(self.isi)
        kolom.addStretch(1)
        gulir = self._gulir = QScrollArea()
        gulir.setWidgetResizable(True)
        gulir.setFrameShape(QScrollArea.Shape.NoFrame)
        gulir.setWidget(wadah)
        tombol = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        tombol.rejected.connect(self.reject)
        letak = QVBoxLayout(self)
        letak.addWidget(gulir)
        letak.addWidget(tombol)
        lebar = self.fontMetrics().averageCharWidth() * 92
        self.resize(lebar, lebar * 6 // 10)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its widest row, as far as the screen is."""
        isi = self._gulir.widget()
        assert isi is not None
        geser = self._gulir.verticalScrollBar().sizeHint().width()
        layar = self.screen().availableGeometry().width() - 4 * JARAK_LEBAR
        self._gulir.setMinimumWidth(min(isi.sizeHint().width() + geser, layar))
        super().showEvent(event)

    def bagian(self, judul: str) -> None:
        """A heading over the rows that follow."""
        label = label_polos(judul)
        label.setFont(huruf_tebal())
        label.setContentsMargins(0, JARAK, 0, 0)
        label.setWordWrap(False)
        self.isi.addWidget(label, self.isi.rowCount(), 0, 1, 2)

    def baris(self, kiri: str, kanan: str) -> None:
        """A pair: a key or a name, and what it means."""
        nomor = self.isi.rowCount()
        for kolom, teks in enumerate((kiri, kanan)):
            label = label_polos(teks)
            # A wrapping label may be squeezed to nothing in a page that scrolls; these are short.
            label.setWordWrap(False)
            self.isi.addWidget(label, nomor, kolom)


class DaftarPintasan(_DialogBaca):
    """All keys, from the same table that makes the menus."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__("Daftar pintasan", induk)
        for judul, baris in PINTASAN_SETEMPAT:
            self.bagian(judul)
            for pintasan, arti in baris:
                self.baris(pintasan, arti)
        menu = ""
        for tindakan in DAFTAR_TINDAKAN:
            if tindakan is None or not tindakan.pintasan:
                continue
            if tindakan.menu != menu:
                menu = tindakan.menu
                self.bagian(f"Menu {menu.replace('&', '')}")
            kunci = QKeySequence(tindakan.pintasan).toString(QKeySequence.SequenceFormat.NativeText)
            self.baris(kunci, tindakan.teks.replace("&", "").removesuffix(" …"))


class Tentang(_DialogBaca):
    """Version, licence, and the libraries inside with theirs."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__("Tentang IKI Desktop", induk)
        judul = label_polos("IKI Desktop")
        judul.setFont(huruf_judul())
        judul.setWordWrap(False)
        self.isi.addWidget(judul, 0, 0, 1, 2)
        self.baris("Versi", _versi("iki-desktop"))
        self.baris("Lisensi", "MIT")
        self.isi.addWidget(
            label_kecil("Semua data tersimpan di komputer ini. Tidak ada yang dikirim ke luar."),
            self.isi.rowCount(), 0, 1, 2,
        )  # fmt: skip
        self.bagian("Dibuat dengan")
        for nama, paket, lisensi in PAKAIAN:
            self.baris(nama, f"{_versi(paket)}   ·   {lisensi}")
        self.baris("Python", f"{platform.python_version()}   ·   PSF")
        self.baris("Qt", f"{qVersion()}   ·   LGPL-3.0")


def _versi(paket: str) -> str:
    try:
        return metadata.version(paket)
    except metadata.PackageNotFoundError:
        return "—"
