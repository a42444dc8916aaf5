"""The search field, and the pages that take the tree's place while there is something in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from iki_desktop.core.changes import Edit
from iki_desktop.core.kalimat import kutip
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR, label_polos

if TYPE_CHECKING:
    from iki_desktop.ui.pohon.hasil_cari import DaftarHasil, ModelHasil

__all__ = ["Pencarian"]

PANJANG_DIULANG = 80
"""Characters of what was typed that the sentence of no hit repeats."""


class Pencarian(QObject):
    """Field and pages; while the field is empty, the page ``pohon`` shows."""

    ditemukan = Signal(object)
    """A hit was chosen: the id of its row in the tree."""

    def __init__(self, sesi: Sesi, pohon: QWidget) -> None:
        super().__init__(pohon)
        self._sesi = sesi
        self._pohon = pohon
        self.kolom = QLineEdit()
        self.halaman = QStackedWidget()
        self._tanpa_hasil = label_polos()
        self._siapkan()
        self.kolom.textChanged.connect(self.cari)

    def _siapkan(self) -> None:
        self.kolom.setPlaceholderText("Cari jabatan, sasaran, indikator …")
        self.kolom.setAccessibleName("Cari di pohon")
        self.kolom.setClearButtonEnabled(True)
        self.kolom.installEventFilter(self)
        self._tanpa_hasil.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tanpa_hasil.setMargin(JARAK_LEBAR)
        self._tanpa_hasil.setAutoFillBackground(True)
        self._tanpa_hasil.setBackgroundRole(QPalette.ColorRole.Base)
        self._tanpa_hasil.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for halaman in (self._pohon, self._tanpa_hasil):
            self.halaman.addWidget(halaman)

    @cached_property
    def _model(self) -> ModelHasil:
        """What was found; made with the first search."""
        from iki_desktop.ui.pohon.hasil_cari import ModelHasil  # noqa: PLC0415  (start-up)

        return ModelHasil(self._sesi, self)

    @cached_property
    def hasil(self) -> DaftarHasil:
        """The hits; made with the first search."""
        from iki_desktop.ui.pohon.hasil_cari import DaftarHasil  # noqa: PLC0415  (start-up)

        hasil = DaftarHasil(self._model)
        hasil.activated.connect(self._pilih)
        hasil.clicked.connect(self._pilih)
        self.halaman.addWidget(hasil)
        return hasil

    def mulai(self) -> None:
        """Go to the field; what stands there is typed over."""
        self.kolom.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.kolom.selectAll()

    def tutup(self) -> None:
        """Give the tree its place back."""
        self.kolom.clear()

    def ikuti(self, edit: Edit) -> None:
        """Keep hits in step with an edit; before the first search there are none."""
        if "_model" in vars(self):
            self._model.ikuti(edit)
            self._tampilkan()

    def cari(self) -> None:
        """Search what stands in the field, in the year that is looked at."""
        self._model.cari(self.kolom.text())
        self._tampilkan()
        if self._model.rowCount():
            self.hasil.setCurrentIndex(self._model.index(0))

    def _tampilkan(self) -> None:
        teks = self.kolom.text().strip()
        if not teks:
            self.halaman.setCurrentWidget(self._pohon)
        elif self._model.rowCount():
            self.halaman.setCurrentWidget(self.hasil)
        else:
            self._tanpa_hasil.setText(f"Tidak ada yang cocok dengan {kutip(teks, PANJANG_DIULANG)}.")
            self.halaman.setCurrentWidget(self._tanpa_hasil)

    def _pilih(self, indeks: QModelIndex) -> None:
        node_id = self._model.node_id(indeks)
        self.tutup()
        self.ditemukan.emit(node_id)

    # --- keys in the field ----------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._tombol(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _tombol(self, kunci: Qt.Key) -> bool:
        """Whether a key was for the page beneath the field."""
        halaman = self.halaman.currentWidget()
        if kunci == Qt.Key.Key_Escape or (kunci == Qt.Key.Key_Down and halaman is self._pohon):
            self.tutup()
            self._pohon.setFocus()
            return True
        return halaman is self.hasil and self._tombol_hasil(kunci)

    def _tombol_hasil(self, kunci: Qt.Key) -> bool:
        if kunci in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pilih(self.hasil.currentIndex())
            return True
        muat = max(1, self.hasil.viewport().height() // max(1, self.hasil.sizeHintForRow(0)))
        langkah = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: muat,
            Qt.Key.Key_PageUp: -muat,
        }.get(kunci)
        if langkah is not None:
            self.hasil.geser(langkah)
        return langkah is not None
