"""The page "Pratinjau": the paper as it will be, chosen, laid out and sent on its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QStyle, QVBoxLayout, QWidget

from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Realisasi
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.pilihan import Pilihan
from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.ui.formulir.ketikan import bingkai_isian
from iki_desktop.ui.pratinjau.catatan import Catatan
from iki_desktop.ui.pratinjau.gulungan import GulunganHalaman
from iki_desktop.ui.pratinjau.hasil import Hasil, buat_halaman_uji, buat_hasil
from iki_desktop.ui.pratinjau.kepala import KepalaPratinjau
from iki_desktop.ui.pratinjau.lajur import LajurHalaman
from iki_desktop.ui.pratinjau.pekerjaan_cetak import PekerjaanCetak
from iki_desktop.ui.pratinjau.pelukis import Pelukis
from iki_desktop.ui.pratinjau.pembuat import Pembuat, Pesanan
from iki_desktop.ui.pratinjau.tata_letak import FormulirTataLetak
from iki_desktop.ui.pratinjau.yang_dicetak import YangDicetak
from iki_desktop.ui.pratinjau.zoom import LEBAR_HALAMAN, Zoom, zoom_dari
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import JARAK_LEBAR, garis, label_kecil, label_polos

__all__ = ["PanelPratinjau"]

_KUNCI_ZOOM = "pratinjau/zoom"
_KUNCI_SAMPING = "pratinjau/samping"
_TATA_BEKU = "Berlaku bagi rancangan dan laporan. Naskah yang ditetapkan tetap seperti semula."
_LEBAR_SAMPING = 38
"""Least width of the page beside, in average letters."""


class PanelPratinjau(QWidget):
    """The preview.  While it is hidden nothing is computed.

    Signals
    -------
    minta_cetak(str)
        paper is asked for: "pdf", "docx", or "cetak" for the printer.
    """

    minta_cetak = Signal(str)

    def __init__(self, sesi: Sesi, setelan: Setelan, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._setelan = setelan
        self._hasil: Hasil | None = None
        self._dokumen_id = 0
        self._tuju = 0
        self._jabatan_dilihat = 0
        self._memilih = False
        self.pembuat = Pembuat(self._pesanan, self)
        self.pelukis = Pelukis(self)
        self.kepala = KepalaPratinjau()
        self.pekerjaan_cetak = PekerjaanCetak(sesi, self)
        self.catatan = Catatan()
        self.lajur = LajurHalaman(self.pelukis)
        self.gulungan = GulunganHalaman(self.pelukis)
        self.isi = YangDicetak(sesi, setelan)
        self.tata = FormulirTataLetak(sesi, setelan)
        self.keterangan_tata = label_kecil(_TATA_BEKU)
        self._samping = QStackedWidget()
        self._kosong = label_polos()
        self._tumpukan = QStackedWidget()
        self._susun()
        self._sambungkan()
        self._pintasan()
        self._pulihkan()
        self._warnai()

    # --- layout -------------------------------------------------------------------------------

    def _susun(self) -> None:
        self._kosong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._kosong.setMargin(2 * JARAK_LEBAR)
        halaman = QWidget()
        baris = QHBoxLayout(halaman)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(0)
        baris.addWidget(self.lajur)
        baris.addWidget(self.gulungan, 1)
        baris.addWidget(self._samping)
        self._samping.addWidget(_bergulir(self.isi))
        self._samping.addWidget(_bergulir(self.keterangan_tata, self.tata))
        self._samping.setFixedWidth(self._lebar_samping())
        self._tumpukan.addWidget(self._kosong)
        self._tumpukan.addWidget(halaman)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        for bagian in (self.kepala, self.pekerjaan_cetak.bilah, self.catatan, garis()):
            letak.addWidget(bagian)
        letak.addWidget(self._tumpukan, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To the pages.  With a focus proxy the row above would be left out when one tabs forward."""
        self.gulungan.setFocus(event.reason())

    def _lebar_samping(self) -> int:
        """As wide as its fields need, so that nothing scrolls sideways."""
        bilah = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        isi = max(w.minimumSizeHint().width() for w in (self.isi, self.tata))
        return max(isi + 2 * JARAK_LEBAR + bilah, self.fontMetrics().averageCharWidth() * _LEBAR_SAMPING)

    def _sambungkan(self) -> None:
        sesi = self._sesi
        sesi.berubah.connect(self._berubah)
        sesi.konteks_berubah.connect(self._perbarui)
        sesi.pilihan_berubah.connect(self._terpilih)
        self.isi.berubah.connect(self._perbarui)
        self.pembuat.jadi.connect(self._pasang)
        self.pembuat.gagal.connect(self.catatan.gagal)
        self.pembuat.sibuk.connect(self.kepala.tampilkan_sibuk)
        self.kepala.halaman_diminta.connect(self.gulungan.ke_halaman)
        self.kepala.zoom_diminta.connect(self._zoom)
        self.kepala.samping_diminta.connect(self._tampilkan_samping)
        self.kepala.minta_cetak.connect(self.minta_cetak)
        self.kepala.minta_halaman_uji.connect(self.halaman_uji)
        self.lajur.dipilih.connect(self.gulungan.ke_halaman)
        self.gulungan.halaman_berubah.connect(self._sebut_halaman)
        self.gulungan.zoom_berubah.connect(self._zoom_berubah)
        self.gulungan.diklik.connect(self._klik)
        self.destroyed.connect(self.pelukis.tutup)

    def _pintasan(self) -> None:
        for tombol, perbuatan in (
            ("Ctrl++", lambda: self.gulungan.ubah_zoom(1)),
            ("Ctrl+=", lambda: self.gulungan.ubah_zoom(1)),
            ("Ctrl+-", lambda: self.gulungan.ubah_zoom(-1)),
            ("Ctrl+0", lambda: self._zoom(LEBAR_HALAMAN)),
        ):
            pintasan = QShortcut(QKeySequence(tombol), self)
            pintasan.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pintasan.activated.connect(perbuatan)

    def _pulihkan(self) -> None:
        self._zoom(zoom_dari(self._setelan.teks(_KUNCI_ZOOM)))
        samping = self._setelan.teks(_KUNCI_SAMPING)
        self.kepala.tampilkan_samping(samping)
        self._tampilkan_samping(samping)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._warnai()

    def _warnai(self) -> None:
        gaya = bingkai_isian()
        for isi in (self.isi, self.tata):
            if gaya != isi.styleSheet():
                isi.setStyleSheet(gaya)

    # --- for the main window --------------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Commit what is being typed; ``False`` where something was refused and stays as typed."""
        self.isi.simpan()
        return self.tata.simpan()

    def pilihan(self) -> Pilihan:
        """What is chosen to be printed."""
        return self.isi.pilihan()

    def snapshot(self) -> Snapshot:
        """The document of the year in the version that is chosen; there must be one.

        Raises
        ------
        IkiError
            where that version cannot be read.
        """
        snapshot = self.isi.naskah.snapshot()
        assert snapshot is not None
        return snapshot

    def ke_jabatan(self, jabatan_id: int) -> None:
        """Bring the page of a post into view; at once, or when its page has been made."""
        self._tuju = jabatan_id
        if self.isVisible() and not self.pembuat.menunggu():
            self._ke_tujuan()

    def cetak_ke_pencetak(self) -> None:
        """Print what is chosen through the system's dialog, at 100 % on the document's paper."""
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            return
        try:
            snapshot, pilihan = self.snapshot(), self.pilihan()
        except IkiError as galat:
            self._sesi.ditolak.emit(str(galat))
            return
        self.pekerjaan_cetak.cetak(
            tata_halaman(snapshot.dokumen.tata_letak).kertas,
            f"{dokumen.judul or 'IKI'} {dokumen.tahun}",
            lambda progress: buat_hasil(snapshot, pilihan, progress).pdf,
        )

    def halaman_uji(self) -> None:
        """Print a page with rulers, by which the printer's 100 % is seen."""
        dokumen = self._sesi.dokumen_aktif()
        kertas = tata_halaman(dokumen.tata_letak if dokumen else None).kertas
        self.pekerjaan_cetak.cetak(kertas, "Halaman uji", lambda _progress: buat_halaman_uji(kertas))

    # --- following the session ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        jabatan = self._sesi.jabatan_aktif()
        if jabatan is not None and jabatan.id != self._jabatan_dilihat:
            self._jabatan_dilihat = self._tuju = jabatan.id
        self._perbarui(segera=True)
        if not self.pembuat.menunggu():
            self._ke_tujuan()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pembuat.hentikan()
        self.pelukis.ringkas()

    def _berubah(self, edit: Edit) -> None:
        """What was entered for a quarter does not stand on this paper."""
        if not all(isinstance(c.record, Realisasi) for c in edit.changes):
            self._perbarui()

    def _terpilih(self, _node_id: int) -> None:
        """Another post is selected elsewhere: go there; another office: its pages."""
        dokumen = self._sesi.dokumen_aktif()
        if (dokumen.id if dokumen else 0) != self._dokumen_id:
            self._perbarui()
        jabatan = self._sesi.jabatan_aktif()
        if self._memilih or not self.isVisible():
            return
        if jabatan is not None and jabatan.id != self._jabatan_dilihat:
            self._jabatan_dilihat = jabatan.id
            self.ke_jabatan(jabatan.id)

    def _perbarui(self, *, segera: bool = False) -> None:
        """Something on the paper may be another; a page that nobody looks at waits."""
        if not self.isVisible():
            return
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            self._tampilkan_kosong()
            return
        if dokumen.id != self._dokumen_id:
            self._dokumen_id = dokumen.id
            segera = True
        self.tata.buka(dokumen)
        self.keterangan_tata.setVisible(self.isi.naskah.beku())
        self.catatan.sebut_naskah(self.isi.naskah.peringatan())
        self.pembuat.minta(segera=segera)

    def _tampilkan_kosong(self) -> None:
        self.pembuat.lupakan()
        self.pelukis.tutup()
        self._dokumen_id, self._hasil = 0, None
        self._kosong.setText(f"Belum ada dokumen tahun {self._sesi.tahun}.")
        self._tumpukan.setCurrentIndex(0)
        self.catatan.kosongkan()
        self.kepala.tampilkan_halaman(0, 0)
        self.kepala.set_ada(False)

    def _pesanan(self) -> Pesanan | None:
        try:
            snapshot = self.isi.naskah.snapshot()
        except IkiError as galat:
            self.catatan.gagal(str(galat))
            return None
        return (snapshot, self.pilihan()) if snapshot else None

    def _pasang(self, hasil: Hasil) -> None:
        self._hasil = hasil
        self.pelukis.pasang(hasil)
        self.catatan.tampilkan(hasil)
        self.tata.tampilkan_huruf(hasil)
        self.kepala.set_ada(True)
        self._tumpukan.setCurrentIndex(1)
        self.lajur.pasang(hasil)
        self.gulungan.pasang(hasil)
        self._sebut_halaman(self.gulungan.halaman)
        self._ke_tujuan()

    def _ke_tujuan(self) -> None:
        if self._hasil is None:
            return
        tempat = self._hasil.tempat_node(self._tuju)
        self._tuju = 0
        if tempat is not None:
            self.gulungan.ke_halaman(tempat.halaman, self._hasil.awal_dilihat(tempat))

    # --- from the pages to the session ------------------------------------------------------------

    def _klik(self, halaman: int, dari_atas: float) -> None:
        """The post whose page is clicked is selected; the pages stay where they are."""
        jabatan_id = self._hasil.node_di(halaman, dari_atas) if self._hasil else 0
        aktif = self._sesi.jabatan_aktif()
        if jabatan_id not in self._sesi.arsip or (aktif is not None and aktif.id == jabatan_id):
            return
        self._memilih = True
        self._jabatan_dilihat = jabatan_id
        self._sesi.pilih(jabatan_id)
        self._memilih = False

    def _sebut_halaman(self, halaman: int) -> None:
        jumlah = len(self._hasil.ukuran) if self._hasil else 0
        self.kepala.tampilkan_halaman(halaman, jumlah)
        self.lajur.ikuti(halaman)

    # --- looks --------------------------------------------------------------------------------------

    def _zoom(self, zoom: Zoom) -> None:
        self.gulungan.set_zoom(zoom)
        self._zoom_berubah()

    def _zoom_berubah(self) -> None:
        self.kepala.tampilkan_zoom(self.gulungan.zoom)
        self._setelan.simpan(_KUNCI_ZOOM, self.gulungan.zoom.kunci)

    def _tampilkan_samping(self, nama: str) -> None:
        self._samping.setVisible(nama in self.kepala.samping)
        if nama in self.kepala.samping:
            self._samping.setCurrentIndex(list(self.kepala.samping).index(nama))
        self._setelan.simpan(_KUNCI_SAMPING, nama)


def _bergulir(*isi: QWidget) -> QScrollArea:
    """A page beside the paper, in a column that scrolls."""
    wadah = QWidget()
    letak = QVBoxLayout(wadah)
    letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR)
    for satu in isi:
        letak.addWidget(satu)
    gulungan = QScrollArea()
    gulungan.setWidget(wadah)
    gulungan.setWidgetResizable(True)
    gulungan.setFrameShape(QFrame.Shape.NoFrame)
    gulungan.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    gulungan.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return gulungan
