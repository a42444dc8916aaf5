"""A panel of pages that follows the session, and the one that shows the form of what is selected."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from iki_desktop.core.changes import Edit
from iki_desktop.core.records import Dokumen, Formulasi, Indikator, Jabatan, Kecamatan, Node, Sasaran
from iki_desktop.ui.formulir.borang import Draf
from iki_desktop.ui.formulir.halaman import (
    Halaman,
    HalamanJabatan,
    HalamanKecamatan,
    HalamanSasaran,
)
from iki_desktop.ui.formulir.halaman_indikator import HalamanIndikator
from iki_desktop.ui.formulir.ketikan import bingkai_isian
from iki_desktop.ui.formulir.urutan_tab import urutkan_tab
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR, label_polos

__all__ = ["Gulungan", "Panel", "PanelSusunan"]

_LEBAR_KOLOM = 820
"""Width of the column, in device-independent pixels: longer lines are hard to read."""

_HALAMAN: dict[type[Node], type[Halaman]] = {
    Kecamatan: HalamanKecamatan,
    Jabatan: HalamanJabatan,
    Sasaran: HalamanSasaran,
    Indikator: HalamanIndikator,
}


class Gulungan(QScrollArea):
    """One page in a column that scrolls."""

    def __init__(self, halaman: Halaman) -> None:
        super().__init__()
        self.halaman = halaman
        halaman.setMaximumWidth(_LEBAR_KOLOM)
        wadah = QWidget()
        letak = QHBoxLayout(wadah)
        letak.setContentsMargins(2 * JARAK_LEBAR, JARAK_LEBAR, 2 * JARAK_LEBAR, 2 * JARAK_LEBAR)
        letak.addWidget(halaman, 100)
        letak.addStretch(1)
        self.setWidget(wadah)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(self.fontMetrics().lineSpacing())


class Panel(QWidget):
    """A page for a record, or a sentence where there is none."""

    def __init__(self, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.sesi = sesi
        self._draf: Draf = {}
        self._gulungan: dict[Hashable, Gulungan] = {}
        self._aktif: Gulungan | None = None
        self._tertunda = True
        self._kosong = label_polos()
        self._kosong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._kosong.setMargin(2 * JARAK_LEBAR)
        self._tumpukan = QStackedLayout()
        self._tumpukan.addWidget(self._kosong)
        self.susun()
        self._warnai()
        sesi.berubah.connect(self._berubah)
        sesi.konteks_berubah.connect(self.sesuaikan)
        sesi.pilihan_berubah.connect(lambda _id: self.sesuaikan())
        self.sesuaikan()

    def susun(self) -> None:
        """Put the pages into the panel."""
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.addLayout(self._tumpukan)

    def sasaran_isian(self) -> Node | None:
        """The record to be shown now."""
        raise NotImplementedError

    def kunci_halaman(self, node: Node) -> Hashable:
        """Which page shows a record."""
        return _HALAMAN[type(node)].__name__

    def buat_halaman(self, kunci: Hashable) -> Halaman:
        """Make the page of that name."""
        raise NotImplementedError

    def kalimat_kosong(self) -> str:
        """What to say where there is none."""
        raise NotImplementedError

    def halaman(self) -> Halaman | None:
        """The page that is shown."""
        return self._aktif.halaman if self._aktif else None

    # --- following the session -------------------------------------------------------------

    def sesuaikan(self) -> None:
        """Show what is to be shown now; the same record stays as it is, with what is typed."""
        if self._dapat_ditunda():
            self._tertunda = True
            return
        self._tertunda = False
        node = self.sasaran_isian()
        if node is not None and self._sudah_tampil(node):
            assert self._aktif is not None
            self._aktif.halaman.segarkan()
            return
        if self._aktif is not None:
            self._aktif.halaman.simpan()
            self._aktif.halaman.tinggalkan()
        self._ganti(node)

    def _dapat_ditunda(self) -> bool:
        """A page nobody looks at follows when it is shown, unless typing in it waits to be saved."""
        return not self.isVisible() and (self._aktif is None or not self._aktif.halaman.berubah())

    def showEvent(self, event: QShowEvent) -> None:
        if self._tertunda:
            self.sesuaikan()
        super().showEvent(event)

    def _sudah_tampil(self, node: Node) -> bool:
        aktif = self._aktif
        return (
            aktif is not None
            and aktif.halaman.node_id == node.id
            and aktif is self._gulungan.get(self.kunci_halaman(node))
        )

    def _ganti(self, node: Node | None) -> None:
        if node is None:
            self._aktif = None
            self._kosong.setText(self.kalimat_kosong())
            self._tumpukan.setCurrentWidget(self._kosong)
            return
        self._aktif = self._gulungan_untuk(self.kunci_halaman(node))
        self._aktif.halaman.buka(node.id)
        self._aktif.verticalScrollBar().setValue(0)
        urutkan_tab(self._aktif.halaman)
        self._tumpukan.setCurrentWidget(self._aktif)

    def _gulungan_untuk(self, kunci: Hashable) -> Gulungan:
        if kunci not in self._gulungan:
            self._gulungan[kunci] = Gulungan(self.buat_halaman(kunci))
            self._tumpukan.addWidget(self._gulungan[kunci])
        return self._gulungan[kunci]

    def _berubah(self, _edit: Edit) -> None:
        self.sesuaikan()

    # --- for the main window ---------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Commit what is being typed; ``False`` where something was refused and stays as typed."""
        tersimpan = self._aktif.halaman.simpan() if self._aktif else True
        return tersimpan and not self._tertinggal()

    def buka_tertolak(self) -> None:
        """Show the record whose typing was refused."""
        tertinggal = self._tertinggal()
        if not tertinggal or (self._aktif is not None and self._aktif.halaman.berubah()):
            return
        self._ke(tertinggal[0])
        for kunci in [k for k in self._draf if k[0] == tertinggal[0]]:
            del self._draf[kunci]  # its place is gone: nothing can show it any more

    def _tertinggal(self) -> list[int]:
        """Records of the file for which refused typing is kept while another is shown."""
        return [node_id for node_id, _ in self._draf if node_id in self.sesi.arsip]

    def _ke(self, node_id: int) -> None:
        """Let the session look at a record, so that its page is shown."""
        dokumen = self.sesi.arsip.dokumen_dari(node_id)
        if dokumen is not None:
            self.sesi.set_tahun(dokumen.tahun)
        node = self.sesi.arsip[node_id]
        if isinstance(node, Formulasi):
            self.sesi.pilih(node.indikator_id)
        else:
            self.sesi.pilih(node.kecamatan_id if isinstance(node, Dokumen) else node_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._warnai()

    def _warnai(self) -> None:
        gaya = bingkai_isian()
        if gaya != self.styleSheet():
            self.setStyleSheet(gaya)


class PanelSusunan(Panel):
    """The form of the selected node."""

    def sasaran_isian(self) -> Node | None:
        node = self.sesi.node_terpilih()
        if isinstance(node, Formulasi):
            return self.sesi.arsip[node.indikator_id]
        if isinstance(node, Dokumen):
            return self.sesi.arsip[node.kecamatan_id]
        return node

    def buat_halaman(self, kunci: Hashable) -> Halaman:
        jenis = next(j for j in _HALAMAN.values() if j.__name__ == kunci)
        return jenis(self.sesi, self._draf)

    def kalimat_kosong(self) -> str:
        return "Pilih kecamatan, jabatan, sasaran, atau indikator di sebelah kiri."
