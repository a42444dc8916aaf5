"""The working page of an open file: pickers above, the tree at the left, one task at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from iki_desktop.ui.bilah_tab import BilahTab
from iki_desktop.ui.konteks import BarisKonteks
from iki_desktop.ui.penetapan.pengingat import PengingatPenetapan
from iki_desktop.ui.pohon import PanelPohon
from iki_desktop.ui.realisasi import PanelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import garis

if TYPE_CHECKING:
    from iki_desktop.naskah.pilihan import Pilihan
    from iki_desktop.ui.formulir import PanelKeputusan, PanelSusunan
    from iki_desktop.ui.pratinjau import PanelPratinjau
    from iki_desktop.ui.ringkasan import PanelRingkasan

    Panel = PanelSusunan | PanelKeputusan | PanelPratinjau | PanelRingkasan

__all__ = ["LembarKerja"]

_KUNCI_LEBAR = "jendela/pembagian"
_NASKAH, _PRATINJAU = 2, 3
"""The places of the document's texts and of the preview among the pages."""
_BELUM_TERSIMPAN = "Satu isian belum dapat disimpan. Perbaiki atau kosongkan dahulu."


class LembarKerja(QWidget):
    """Everything that belongs to one open file."""

    minta_tahun_baru = Signal()
    minta_cetak = Signal(str)
    """Paper is asked for in the preview: "pdf", "docx" or "cetak"."""
    minta_berkas = Signal(object)
    """A file is to be made: a function that gives a ``Cetakan``."""

    def __init__(self, sesi: Sesi, setelan: Setelan, menu_cetak: QMenu, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.sesi = sesi
        self._setelan = setelan
        self.konteks = BarisKonteks(sesi, menu_cetak)
        self.konteks.minta_tahun_baru.connect(self.minta_tahun_baru)
        self.pohon = PanelPohon(sesi, setelan)
        self.pengingat = PengingatPenetapan(sesi, self)
        self.realisasi = PanelRealisasi(sesi)
        self.realisasi.pulihkan(setelan)
        self.realisasi.minta_susun.connect(self._susun)
        self.lembar = QTabWidget()
        self.lembar.setTabBar(BilahTab())
        self.lembar.setDocumentMode(True)
        self._belum_dibuat: dict[int, Callable[[], Panel]] = {}
        self._formulir: list[Panel] = []
        self._isi_lembar()
        self._susun_letak()

    # --- pages ----------------------------------------------------------------------------

    def _isi_lembar(self) -> None:
        """Only the page that is shown first is made at once; the others when they are asked for."""
        self.lembar.addTab(self.realisasi, "Isi realisasi")
        for nama, pembuat in (
            ("Susunan", self._buat_susunan),
            ("Naskah", self._buat_keputusan),
            ("Pratinjau", self._buat_pratinjau),
            ("Ringkasan", self._buat_ringkasan),
        ):
            nomor = self.lembar.addTab(QWidget(), nama)
            self._belum_dibuat[nomor] = pembuat
        self.lembar.currentChanged.connect(self._pastikan_ada)
        self.lembar.currentChanged.connect(lambda nomor: self.konteks.redam_cetak(nomor == _PRATINJAU))

    def _buat_susunan(self) -> PanelSusunan:
        from iki_desktop.ui.formulir import PanelSusunan  # noqa: PLC0415  (start-up)

        return PanelSusunan(self.sesi)

    def _buat_keputusan(self) -> PanelKeputusan:
        from iki_desktop.ui.formulir import PanelKeputusan  # noqa: PLC0415  (start-up)

        panel = PanelKeputusan(self.sesi)
        panel.lihat_versi.connect(self._lihat_versi)
        panel.cetak_versi.connect(self._cetak_versi)
        panel.minta_berkas.connect(self.minta_berkas)
        return panel

    def _buat_pratinjau(self) -> PanelPratinjau:
        from iki_desktop.ui.pratinjau import PanelPratinjau  # noqa: PLC0415  (start-up)

        panel = PanelPratinjau(self.sesi, self._setelan)
        panel.minta_cetak.connect(self.minta_cetak)
        return panel

    def _buat_ringkasan(self) -> PanelRingkasan:
        from iki_desktop.ui.ringkasan import PanelRingkasan  # noqa: PLC0415  (start-up)

        panel = PanelRingkasan(self.sesi)
        panel.minta_isian.connect(self._isi)
        return panel

    def _pastikan_ada(self, nomor: int) -> None:
        pembuat = self._belum_dibuat.pop(nomor, None)
        if pembuat is None:
            return
        wadah = self.lembar.widget(nomor)
        assert wadah is not None
        letak = QVBoxLayout(wadah)
        letak.setContentsMargins(0, 0, 0, 0)
        panel = pembuat()
        self._formulir.append(panel)
        letak.addWidget(panel)
        wadah.setFocusProxy(panel)

    def pratinjau(self) -> PanelPratinjau:
        """The preview, made where it is not there yet."""
        from iki_desktop.ui.pratinjau import PanelPratinjau  # noqa: PLC0415  (start-up)

        self._pastikan_ada(_PRATINJAU)
        return next(p for p in self._formulir if isinstance(p, PanelPratinjau))

    def _lihat_versi(self, nomor: int) -> None:
        self.pratinjau().isi.naskah.pilih(nomor)
        self.tampilkan(_PRATINJAU)

    def _cetak_versi(self, nomor: int) -> None:
        self.pratinjau().isi.naskah.pilih(nomor)
        self.minta_cetak.emit("pdf")

    def pilihan_cetak(self) -> Pilihan:
        """Which parts are to be printed, and how."""
        return self.pratinjau().pilihan()

    def tampilkan(self, nomor: int) -> None:
        """Turn to a page: 0 realisasi, 1 susunan, 2 naskah, 3 pratinjau, 4 ringkasan.

        Whoever asks for the grid wants to type in it, also where it is shown already.
        """
        self.lembar.setCurrentIndex(nomor)
        if nomor == 0:
            self.realisasi.setFocus()

    def ke_penetapan(self) -> None:
        """Where the decision is issued and amended, and its versions stand."""
        from iki_desktop.ui.formulir import PanelKeputusan  # noqa: PLC0415  (start-up)

        self.tampilkan(_NASKAH)
        next(p for p in self._formulir if isinstance(p, PanelKeputusan)).ke_penetapan()

    def _susun(self, node_id: int) -> None:
        self.sesi.pilih(node_id)
        self.tampilkan(1)

    def _isi(self) -> None:
        """To the rows of what has just been selected elsewhere."""
        self.tampilkan(0)

    def _susun_letak(self) -> None:
        self._pembagian = QSplitter(Qt.Orientation.Horizontal)
        self._pembagian.addWidget(self.pohon)
        self._pembagian.addWidget(self.lembar)
        self._pembagian.setStretchFactor(1, 1)
        self._pembagian.setChildrenCollapsible(False)
        lebar = self._setelan.angka(_KUNCI_LEBAR, self.fontMetrics().averageCharWidth() * 54)
        self._pembagian.setSizes([lebar, 10_000])
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        letak.addWidget(self.konteks)
        letak.addWidget(garis())
        letak.addWidget(self._pembagian, 1)

    # --- the end of an entry ---------------------------------------------------------------

    def simpan_isian(self, *, seluruhnya: bool = True) -> bool:
        """Take over what is still being typed, wherever it is; ``False`` where it is refused.

        What is refused is brought into view.  A form keeps what it refuses: where ``seluruhnya`` is
        false, only an editor that what comes next would close stands in the way.
        """
        # Every panel is asked, also after one that refuses: none may keep what another would lose.
        tertolak = [p for p in (self.pohon, self.realisasi) if not p.simpan_isian()]
        formulir = [p for p in self._formulir if not p.simpan_isian()]
        if tertolak:
            self._perlihatkan_sunting(tertolak[0])
        elif formulir and seluruhnya:
            self._perlihatkan_formulir(formulir[0])
        return not tertolak and not (formulir and seluruhnya)

    def _perlihatkan_sunting(self, panel: QWidget) -> None:
        """The editor says itself what is wrong, once it is seen."""
        if panel is self.realisasi and not panel.isVisible():
            self.tampilkan(0)
            self.sesi.ditolak.emit(_BELUM_TERSIMPAN)

    def _perlihatkan_formulir(self, panel: Panel) -> None:
        from iki_desktop.ui.formulir import PanelKeputusan, PanelSusunan  # noqa: PLC0415  (start-up)
        from iki_desktop.ui.formulir.borang import ke_tertolak  # noqa: PLC0415  (start-up)

        wadah = panel.parentWidget()
        assert wadah is not None
        self.tampilkan(self.lembar.indexOf(wadah))
        if isinstance(panel, PanelSusunan | PanelKeputusan):
            panel.buka_tertolak()
        ke_tertolak(panel)
        self.sesi.ditolak.emit(_BELUM_TERSIMPAN)

    def ingat(self) -> None:
        """Remember how the page looks; one that was never shown has only the looks of its parts."""
        if self.isVisible():
            self._setelan.simpan(_KUNCI_LEBAR, self._pembagian.sizes()[0])
        self.pohon.simpan_keadaan()
        self.realisasi.ingat(self._setelan)
