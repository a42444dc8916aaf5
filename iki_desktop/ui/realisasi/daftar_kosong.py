"""What is still empty, by jabatan and by penanggung jawab; choosing one leads to its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.ringkasan import Kekosongan
from iki_desktop.ui.tampilan import (
    JARAK,
    JARAK_RAPAT,
    alat_polos,
    angka_sejajar,
    huruf_tebal,
    label_polos,
    warna,
)

__all__ = ["DaftarKosong"]

_ID = Qt.ItemDataRole.UserRole
_LEBAR = 62
_BARIS_TERBANYAK = 16


class DaftarKosong(QFrame):
    """A list that drops down from its button; arrows and Enter, or a click.  Esc closes it."""

    dipilih = Signal(int)

    def __init__(self, induk: QWidget) -> None:
        super().__init__(induk, Qt.WindowType.Popup)
        self.setObjectName("daftarKosong")
        self.judul = label_polos()
        self.judul.setFont(huruf_tebal())
        self.daftar = QTreeWidget()
        self.daftar.setAccessibleName("Yang masih kosong")
        self.daftar.setColumnCount(2)
        self.daftar.setHeaderHidden(True)
        self.daftar.setRootIsDecorated(False)
        self.daftar.setItemsExpandable(False)
        self.daftar.setIndentation(JARAK)
        self.daftar.setUniformRowHeights(True)
        self.daftar.setFrameShape(QFrame.Shape.NoFrame)
        self.daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.daftar.header().setStretchLastSection(False)
        self.daftar.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.daftar.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.daftar.itemActivated.connect(self._pilih)
        self.daftar.itemClicked.connect(self._pilih)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK, JARAK, JARAK, JARAK)
        letak.addWidget(self.judul)
        letak.addWidget(self.daftar, 1)

    def tampilkan(
        self, judul: str, jabatan: Sequence[Kekosongan], orang: Sequence[Kekosongan], bawah: QPoint
    ) -> None:
        """Show the two lists; ``bawah`` is the point on the screen below which they drop."""
        self.judul.setText(judul)
        self._warnai()
        self.daftar.clear()
        self._tambah("Menurut jabatan", jabatan)
        self._tambah("Menurut penanggung jawab", orang)
        self.resize(self._ukuran())
        self._letakkan(bawah)
        self.show()
        self.daftar.setFocus(Qt.FocusReason.PopupFocusReason)
        pertama = self.daftar.topLevelItem(0)
        if pertama is not None and (anak := pertama.child(0)) is not None:
            self.daftar.setCurrentItem(anak)

    def baris(self) -> list[tuple[str, str]]:
        """The names and counts as they are shown, under whichever heading."""
        kepala = [self.daftar.topLevelItem(n) for n in range(self.daftar.topLevelItemCount())]
        anak = [k.child(n) for k in kepala if k is not None for n in range(k.childCount())]
        return [(satu.text(0), satu.text(1)) for satu in anak if satu is not None]

    def _tambah(self, judul: str, isi: Sequence[Kekosongan]) -> None:
        if not isi:
            return
        kepala = QTreeWidgetItem(self.daftar, [judul])
        kepala.setFlags(Qt.ItemFlag.ItemIsEnabled)
        kepala.setForeground(0, warna().redup)
        for satu in isi:
            nama = satu_baris(satu.nama) or "Belum ada namanya"
            baris = QTreeWidgetItem(kepala, [nama, f"{satu.kosong} dari {satu.jumlah}"])
            baris.setData(0, _ID, satu.id)
            baris.setToolTip(0, alat_polos(nama))
            baris.setFont(1, angka_sejajar())
            baris.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        kepala.setExpanded(True)

    def _ukuran(self) -> QSize:
        banyak = len(self.baris()) + self.daftar.topLevelItemCount()
        self.ensurePolished()
        isi = self.daftar.sizeHintForRow(0) * min(banyak, _BARIS_TERBANYAK)
        lebar = self.fontMetrics().averageCharWidth() * _LEBAR
        return QSize(lebar, self.judul.sizeHint().height() + isi + 4 * JARAK)

    def _letakkan(self, bawah: QPoint) -> None:
        """Below its button, and on the screen as a whole."""
        layar = self.screen().availableGeometry()
        self.setMaximumSize(layar.size())
        x = max(layar.left(), min(bawah.x(), layar.right() - self.width()))
        y = max(layar.top(), min(bawah.y(), layar.bottom() - self.height()))
        self.move(x, y)

    def _warnai(self) -> None:
        w = warna()
        self.setStyleSheet(
            f"#daftarKosong {{ background: {w.kertas.name()}; border: 1px solid {w.aksen.name()}; }}"
            f"QTreeWidget::item {{ padding: {JARAK_RAPAT}px 0; }}"
        )

    def _pilih(self, baris: QTreeWidgetItem, _kolom: int = 0) -> None:
        node_id = baris.data(0, _ID)
        if node_id is not None:
            self.hide()
            self.dipilih.emit(node_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the list's own affair; the same key that opened it closes it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F7):
            self.hide()
        else:
            super().keyPressEvent(event)
