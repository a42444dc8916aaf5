"""The panel at the left: a search field on top, the tree beneath, and every deed on its rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Jabatan, Kecamatan, Node
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.pohon.delegate import DelegasiPohon
from iki_desktop.ui.pohon.ingatan import IngatanPohon
from iki_desktop.ui.pohon.menu import buat_menu
from iki_desktop.ui.pohon.model import ModelPohon
from iki_desktop.ui.pohon.pandangan import PandanganPohon
from iki_desktop.ui.pohon.pencarian import Pencarian
from iki_desktop.ui.pohon.perbuatan import PerbuatanPohon
from iki_desktop.ui.pohon.susunan import PETUNJUK
from iki_desktop.ui.pohon.teks import dengan_nama, yang_terhapus
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import JARAK

__all__ = ["PanelPohon"]

LEBAR_BAKU = 46
"""Characters across, where nothing is remembered."""

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class PanelPohon(QWidget):
    """The tree of one open file."""

    minta_dokumen = Signal(int)
    """A document of the year is wanted for an office (its id)."""

    minta_kecamatan = Signal()
    """A first office is wanted."""

    def __init__(self, sesi: Sesi, setelan: Setelan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._ingatan = IngatanPohon(sesi, setelan)
        self._mengikuti = False
        self.model = ModelPohon(sesi, menurut_atasan=self._ingatan.menurut_atasan(), induk=self)
        self._perbuatan = PerbuatanPohon(sesi, self.model)
        self.model.terima_jatuhan = self._perbuatan.jatuhkan
        self.pandangan = PandanganPohon(self.model, self._perintah())
        self.pandangan.setItemDelegate(DelegasiPohon(self._beri_nama, self.pandangan))
        self.pencarian = Pencarian(sesi, self.pandangan)
        self._susun_letak()
        self._ingatan.pasang(self.pandangan, self.model)
        self._sambungkan()
        self._tunjukkan_pilihan()

    def _susun_letak(self) -> None:
        letak_cari = QVBoxLayout()
        letak_cari.setContentsMargins(JARAK, JARAK, JARAK, JARAK)
        letak_cari.addWidget(self.pencarian.kolom)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        letak.addLayout(letak_cari)
        letak.addWidget(self.pencarian.halaman, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To the tree.  With a focus proxy the search field would be left out when one tabs forward."""
        self.pandangan.setFocus(event.reason())

    def _sambungkan(self) -> None:
        self._sesi.berubah.connect(self._ikuti_edit)
        self._sesi.ringkasan_berubah.connect(self.model.segarkan_angka)
        self._sesi.konteks_berubah.connect(self._ikuti_konteks)
        self._sesi.pilihan_berubah.connect(self._tunjukkan_pilihan)
        self.pandangan.selectionModel().currentChanged.connect(self._teruskan_pilihan)
        self.pandangan.petunjuk_diminta.connect(self._lakukan_petunjuk)
        self.pandangan.customContextMenuRequested.connect(self._buka_menu)
        self.pencarian.ditemukan.connect(self._ke_temuan)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * LEBAR_BAKU, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().averageCharWidth() * LEBAR_BAKU * 3 // 4, super().minimumSizeHint().height()
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self.simpan_keadaan()
        super().hideEvent(event)

    # --- following ------------------------------------------------------------------------

    def _ikuti_edit(self, edit: Edit) -> None:
        self._mengikuti = True
        try:
            self.model.ikuti(edit)
        finally:
            self._mengikuti = False
        self._ingatan.ikuti_tersisip()
        self.pencarian.ikuti(edit)
        self._tunjukkan_pilihan()
        if not self._sesi.pilihan and self._id_terpilih():
            self._sesi.pilih(self._id_terpilih())  # the view found a neighbour of what is gone

    def _ikuti_konteks(self) -> None:
        if self.model.susunan.tahun == self._sesi.tahun:
            self.model.segarkan_semua()
        else:
            self._atur_ulang(self.menurut_atasan)
            self.pencarian.cari()

    def _atur_ulang(self, menurut_atasan: bool) -> None:
        """Other rows altogether: what was open stays open, and the view does not jump."""
        jarak, nilai = self.pandangan.jarak_pilihan(), self.pandangan.verticalScrollBar().value()
        self._mengikuti = True
        try:
            self.model.atur(self._sesi.tahun, menurut_atasan=menurut_atasan)
            self._ingatan.pulihkan_bentangan()
        finally:
            self._mengikuti = False
        self._tunjukkan_pilihan()
        self.pandangan.gulirkan(jarak, nilai)

    def _tunjukkan_pilihan(self) -> None:
        """Select the row of what the session has selected; scroll only if it is out of sight."""
        node_id = self.model.terdekat(self._sesi.pilihan)
        if self._mengikuti or node_id in (AKAR, self._id_kini()):
            return
        indeks = self.model.indeks(node_id)
        self._mengikuti = True
        try:
            self._ingatan.buka_atasnya(indeks)
            self.pandangan.setCurrentIndex(indeks)
        finally:
            self._mengikuti = False

    def _teruskan_pilihan(self, kini: QModelIndex, _lama: QModelIndex) -> None:
        node_id = self.model.id_dari(kini)
        if not self._mengikuti and AKAR < node_id < PETUNJUK:
            self._sesi.pilih(node_id)

    def _id_kini(self) -> int:
        return self.model.id_dari(self.pandangan.currentIndex())

    def _id_terpilih(self) -> int:
        """The selected row, ``AKAR`` where there is none: what is not seen is not changed."""
        kini = self._id_kini()
        return kini if kini < PETUNJUK else AKAR

    def _tempat_menambah(self) -> int:
        """Where something is added: the selected row, or the empty one that a hint speaks for."""
        kini = self._id_kini() or self._sesi.pilihan
        return kini - PETUNJUK if kini >= PETUNJUK else kini

    # --- deeds: for the menus, the keys and the context menu --------------------------------

    def tambah_jabatan(self) -> None:
        """Add a post behind the selected one and name it at once."""
        self._tambah(self._perbuatan.tambah_jabatan)

    def tambah_bawahan(self) -> None:
        """Add a post under the selected one and name it at once."""
        self._tambah(self._perbuatan.tambah_bawahan)

    def tambah_sasaran(self) -> None:
        """Add a sasaran to the selected post, or behind the selected one."""
        self._tambah(self._perbuatan.tambah_sasaran)

    def tambah_indikator(self) -> None:
        """Add an indicator to the selected sasaran, or behind the selected one."""
        self._tambah(self._perbuatan.tambah_indikator)

    def _tambah(self, perbuatan: Callable[[int], int]) -> None:
        dekat = self._tempat_menambah()
        baru = self._sesi.coba(lambda: perbuatan(dekat))
        if baru is not None:
            self.pencarian.tutup()
            self._sesi.pilih(baru)
            self.ganti_nama()

    def ganti_nama(self) -> None:
        """Open the selected row for renaming, at its place."""
        indeks = self.pandangan.currentIndex()
        if indeks.isValid() and self._id_kini() < PETUNJUK:
            self.pencarian.tutup()
            self.pandangan.setFocus()
            self.pandangan.edit(indeks)

    def _beri_nama(self, node_id: int, teks: str) -> str:
        """Rename; the sentence of the refusal, empty where there is none."""
        try:
            self._sesi.workspace.ubah(dengan_nama(self._sesi.arsip[node_id], bersihkan_teks(teks)))
        except IkiError as galat:
            return str(galat)
        return ""

    def hapus(self) -> None:
        """Delete the selected row with everything under it, once asked; a notice offers to take it back."""
        from iki_desktop.ui.tanya_hapus import boleh_hapus  # noqa: PLC0415  (start-up)

        node_id = self._id_terpilih()
        if node_id == AKAR:
            return
        if not boleh_hapus(self._sesi.arsip, node_id, self):
            return
        kalimat = yang_terhapus(self._sesi.arsip, node_id)
        pengganti = self._perbuatan.pengganti(node_id)
        if self._sesi.coba(lambda: self._sesi.workspace.hapus(node_id)) is not None:
            self._sesi.pilih(pengganti)
            self._sesi.pesan.emit(kalimat, "urungkan")

    def gandakan(self) -> None:
        """Copy the selected row with everything under it, without what was entered."""
        node_id = self._id_terpilih()
        if node_id == AKAR:
            return
        salinan = self._sesi.coba(lambda: self._sesi.workspace.gandakan(node_id))
        if salinan is not None:
            self._sesi.pilih(salinan.id)

    def naikkan(self) -> None:
        """Move the selected row one place up among its siblings."""
        self._geser(-1)

    def turunkan(self) -> None:
        """Move the selected row one place down among its siblings."""
        self._geser(1)

    def _geser(self, langkah: int) -> None:
        node_id = self._id_terpilih()
        if node_id != AKAR:
            self._sesi.coba(lambda: self._perbuatan.geser(node_id, langkah))
            self.pandangan.scrollTo(self.pandangan.currentIndex())

    def bentangkan(self) -> None:
        """Open every branch."""
        self._ingatan.bentangkan_semua()

    def lipat(self) -> None:
        """Close every branch but the offices themselves."""
        self._ingatan.lipat_semua()
        indeks = self.pandangan.currentIndex()
        while indeks.parent().isValid() and not self.pandangan.isExpanded(indeks.parent()):
            indeks = indeks.parent()
        self.pandangan.setCurrentIndex(indeks)

    @property
    def menurut_atasan(self) -> bool:
        """Whether posts stand under their atasan; else flat in printed order."""
        return self.model.susunan.menurut_atasan

    def set_menurut_atasan(self, ya: bool) -> None:
        """Nest posts by atasan, or list them in printed order; remembered for this file."""
        if ya != self.menurut_atasan:
            self._ingatan.simpan_menurut_atasan(ya)
            self._atur_ulang(ya)

    def balik_susunan(self) -> None:
        """Change between the two orders."""
        self.set_menurut_atasan(not self.menurut_atasan)

    def simpan_isian(self) -> bool:
        """Take over a name that is still being typed; ``False`` where it is refused."""
        penyunting = self.pandangan.penyunting()
        if penyunting is None:
            return True
        self.pandangan.commitData(penyunting)
        self.pandangan.closeEditor(penyunting, DelegasiPohon.EndEditHint.NoHint)
        return not penyunting.tertolak

    def simpan_keadaan(self) -> None:
        """Remember what is open and selected; the panel also does so by itself."""
        self._ingatan.simpan()

    def _lakukan_petunjuk(self, node_id: int) -> None:
        node = self._sesi.arsip[node_id] if node_id != AKAR else None
        match node:
            case None:
                self.minta_kecamatan.emit()
            case Kecamatan() if self.model.susunan.dokumen(node_id) is None:
                self.minta_dokumen.emit(node_id)
            case Kecamatan():
                self.tambah_jabatan()
            case Jabatan():
                self.tambah_sasaran()
            case _:
                self.tambah_indikator()

    def _perintah(self) -> dict[QKeyCombination, Callable[[], object]]:
        kunci = Qt.Key
        return {
            QKeyCombination(kunci.Key_Delete): self.hapus,
            QKeyCombination(_CTRL, kunci.Key_D): self.gandakan,
            QKeyCombination(_ALT, kunci.Key_Up): self.naikkan,
            QKeyCombination(_ALT, kunci.Key_Down): self.turunkan,
            QKeyCombination(_CTRL, kunci.Key_F): self.cari,
        }

    # --- the context menu -----------------------------------------------------------------

    def dapat_digeser(self, node_id: int, langkah: int) -> bool:
        """Whether there is a place for a row one step up (-1) or down (1)."""
        return self._perbuatan.dapat_digeser(node_id, langkah)

    def menu_konteks(self, node: Node | None) -> QMenu:
        """What can be done with a row; ``None`` where no row was hit."""
        return buat_menu(self, node, self)

    def _buka_menu(self, tempat: QPoint) -> None:
        node_id = self._id_terpilih() if self.pandangan.indexAt(tempat).isValid() else AKAR
        menu = self.menu_konteks(self._sesi.arsip[node_id] if node_id != AKAR else None)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.pandangan.viewport().mapToGlobal(tempat))

    # --- searching ------------------------------------------------------------------------

    def cari(self) -> None:
        """Go to the search field."""
        self.pencarian.mulai()

    def _ke_temuan(self, node_id: int) -> None:
        self._sesi.pilih(node_id)
        self.pandangan.scrollTo(self.pandangan.currentIndex())
        self.pandangan.setFocus()
