"""Choosing under which node something deleted comes back: all of the right kind, found while typing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.arsip import AKAR, Arsip
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.pertalian import JENIS_INDUK
from iki_desktop.core.records import Dokumen, Kecamatan, Node
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_judul, label_polos

__all__ = ["PilihTempat", "sebut_tempat"]

_TERPANJANG = 60
_JENIS = {
    "Kecamatan": "Kecamatan",
    "Dokumen": "Tahun",
    "Jabatan": "Jabatan",
    "Sasaran": "Sasaran",
    "Indikator": "Indikator",
}


def sebut_tempat(arsip: Arsip, node_id: int) -> str:
    """Where a node stands, from its office down: ``Biatan › 2026 › Camat``."""
    return " › ".join(reversed([_nama(n) for n in arsip.leluhur(node_id)]))


def _nama(node: Node) -> str:
    if isinstance(node, Dokumen):
        return str(node.tahun)
    teks = (
        node.nama if isinstance(node, Kecamatan) else getattr(node, "nama", None) or getattr(node, "teks", "")
    )
    return singkatkan(str(teks), _TERPANJANG)


class PilihTempat(QDialog):
    """The places under which ``node`` may come back."""

    def __init__(self, arsip: Arsip, node: Node, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        jenis = JENIS_INDUK[type(node)]
        self.setWindowTitle("Kembalikan ke")
        judul = label_polos(f"{_JENIS[jenis.__name__]} mana tempatnya?")
        judul.setFont(huruf_judul())
        self.cari = QLineEdit()
        self.cari.setPlaceholderText("Cari")
        self.cari.setAccessibleName("Cari tempat")
        self.cari.setClearButtonEnabled(True)
        self.daftar = QListWidget()
        self.daftar.setAccessibleName("Tempat yang dapat dipilih")
        self.daftar.setWordWrap(True)
        self.daftar.setSpacing(JARAK_RAPAT // 2)
        self.kotak = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.kotak.button(QDialogButtonBox.StandardButton.Ok).setText("&Kembalikan ke sini")
        for satu in _semua(arsip, AKAR, jenis):
            baris = QListWidgetItem(sebut_tempat(arsip, satu.id), self.daftar)
            baris.setData(Qt.ItemDataRole.UserRole, satu.id)
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        for bidang in (judul, self.cari, self.daftar, self.kotak):
            letak.addWidget(bidang)
        self.cari.textChanged.connect(self._saring)
        self.daftar.itemActivated.connect(lambda _baris: self.accept())
        self.daftar.itemSelectionChanged.connect(self._segarkan)
        self.kotak.accepted.connect(self.accept)
        self.kotak.rejected.connect(self.reject)
        self._saring("")
        lebar = self.fontMetrics().averageCharWidth() * 80
        self.resize(lebar, lebar * 60 // 100)

    @property
    def terpilih(self) -> int | None:
        """The id of the chosen place."""
        baris = [b for b in self.daftar.selectedItems() if not b.isHidden()]
        return int(baris[0].data(Qt.ItemDataRole.UserRole)) if baris else None

    def _saring(self, kata: str) -> None:
        cari = kata.casefold()
        semua = [self.daftar.item(n) for n in range(self.daftar.count())]
        for baris in semua:
            baris.setHidden(cari not in baris.text().casefold())
        tampak = [baris for baris in semua if not baris.isHidden()]
        if self.terpilih is None and tampak:
            self.daftar.setCurrentItem(tampak[0])
        self._segarkan()

    def _segarkan(self) -> None:
        ok = self.kotak.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.terpilih is not None)


def _semua(arsip: Arsip, node_id: int, jenis: type[Node]) -> Iterator[Node]:
    """Every node of that kind, in reading order."""
    for anak in arsip.anak(node_id):
        if isinstance(anak, jenis):
            yield anak
        else:
            yield from _semua(arsip, anak.id, jenis)
