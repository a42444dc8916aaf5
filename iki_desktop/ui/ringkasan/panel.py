"""The page "Ringkasan": the chosen quarter at a glance, each part of it a way to its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iki_desktop.core.records import Dokumen, StatusIsian
from iki_desktop.core.ringkasan import perlu, ringkas
from iki_desktop.core.triwulan import Periode, Sampai, nama_periode, triwulan_periode
from iki_desktop.ui.realisasi.rincian import LabelRingkas
from iki_desktop.ui.ringkasan.isi import IsiRingkasan
from iki_desktop.ui.ringkasan.pilihan import TombolPilihan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, garis, huruf_judul, label_kecil, label_polos

__all__ = ["PanelRingkasan"]

_BANYAK_JABATAN = 300
"""Posts: with more than that, figures are computed little by little before the page shows them."""

_KEADAAN = {StatusIsian.SELESAI: "selesai", StatusIsian.DIKUNCI: "dikunci"}

_SEBAGIAN = 30
"""Milliseconds of computing at a time: what is typed or clicked meanwhile is answered at once."""


class PanelRingkasan(QWidget):
    """What the session looks at, at a glance.

    ``minta_isian`` asks for the page on which realisasi are entered; the record is already selected.
    """

    minta_isian = Signal(int)

    def __init__(self, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._basi = True
        self._dokumen_id = 0
        self._jeda = QTimer(self, singleShot=True, interval=0)
        self._jeda.timeout.connect(self._hitung_sebagian)
        self._antrean: Iterator[tuple[int, Periode]] = iter(())
        self.judul = LabelRingkas(huruf_judul())
        self.keterangan = label_kecil()
        self.cakupan = TombolPilihan("Triwulan ini", "S.d. triwulan ini")
        self.kosong = label_polos()
        self.kosong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.isi = IsiRingkasan()
        self.gulungan = QScrollArea()
        self._tumpukan = QStackedWidget()
        self._susun()
        self._sambungkan()

    def _susun(self) -> None:
        self.gulungan.setWidget(self.isi)
        self.gulungan.setWidgetResizable(True)
        self.gulungan.setFrameShape(QFrame.Shape.NoFrame)
        self.gulungan.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gulungan.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tumpukan.addWidget(self.gulungan)
        self._tumpukan.addWidget(self.kosong)
        tajuk = QVBoxLayout()
        tajuk.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        tajuk.setSpacing(JARAK // 2)
        tajuk.addWidget(self.judul)
        baris = QHBoxLayout()
        baris.addWidget(self.keterangan, 1)
        baris.addWidget(self.cakupan)
        tajuk.addLayout(baris)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        letak.addLayout(tajuk)
        letak.addWidget(garis())
        letak.addWidget(self._tumpukan, 1)
        self.setFocusProxy(self.isi.batang)

    def _sambungkan(self) -> None:
        sesi = self._sesi
        sesi.berubah.connect(self._jeda.stop)  # what is being computed may rest on what is gone
        sesi.ringkasan_berubah.connect(self._ikuti)
        sesi.konteks_berubah.connect(self._ikuti)
        sesi.pilihan_berubah.connect(self._ikuti_pilihan)
        self.isi.urutan_berubah.connect(self._ikuti)
        self.cakupan.berganti.connect(self._ikuti)
        self.isi.kepala.minta_kosong.connect(self._ke_kosong)
        for deret in self.isi.semua_deret():
            deret.dituju.connect(self._tuju)
            deret.dipilih.connect(self._pilih)
            deret.kini_berubah.connect(self._pembawa(deret))
        for jejak in (self.isi.jejak, self.isi.jejak_tahun):
            jejak.dituju.connect(self._tuju_titik)
            jejak.kini_berubah.connect(self._pembawa(jejak))

    # --- keeping up -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._basi:
            self._ikuti()

    @property
    def periode(self) -> Periode:
        """What the page shows: the quarter or year of the session, or the year up to that quarter."""
        periode = self._sesi.periode
        return Sampai(periode) if isinstance(periode, int) and self.cakupan.nomor else periode

    def _ikuti(self) -> None:
        """Show what the session looks at; while the page is not seen, remember to."""
        self._basi = True
        if not self.isVisible():
            return
        dokumen = self._sesi.dokumen_aktif()
        self._katakan_tempat()
        if dokumen is not None and len(self._sesi.arsip.anak_id(dokumen.id)) > _BANYAK_JABATAN:
            self.keterangan.setText(f"{self.keterangan.text()} · menghitung …")
            self._antrean = perlu(self._sesi.workspace, dokumen.id, self.periode)
            self._jeda.start()
        else:
            self._segarkan()

    def _hitung_sebagian(self) -> None:
        """Compute for a moment, and go on in the next; turning to another page stops it."""
        if not self.isVisible():
            return
        waktu = QElapsedTimer()
        waktu.start()
        for jabatan_id, periode in self._antrean:
            self._sesi.workspace.hasil(jabatan_id, periode)
            if waktu.elapsed() > _SEBAGIAN:
                self._jeda.start()
                return
        self._segarkan()

    def _ikuti_pilihan(self) -> None:
        """Within an office only the course of the selected post is another."""
        dokumen = self._sesi.dokumen_aktif()
        if self._basi or not self.isVisible() or dokumen is None or dokumen.id != self._dokumen_id:
            self._ikuti()
        else:
            self._perlihatkan_jejak(dokumen)

    def _segarkan(self) -> None:
        self._basi = False
        self._jeda.stop()
        dokumen = self._sesi.dokumen_aktif()
        self._dokumen_id = dokumen.id if dokumen else 0
        self._katakan_tempat()
        if dokumen is None or not self._ada_indikator(dokumen):
            self.kosong.setText(self._kata_kosong(dokumen))
            self._tumpukan.setCurrentIndex(1)
            return
        self.isi.tampilkan(ringkas(self._sesi.workspace, dokumen.id, self.periode))
        self._perlihatkan_jejak(dokumen)
        self._tumpukan.setCurrentIndex(0)

    def _perlihatkan_jejak(self, dokumen: Dokumen) -> None:
        jabatan = self._sesi.jabatan_aktif()
        jabatan_id = jabatan.id if jabatan and jabatan.dokumen_id == dokumen.id else 0
        self.isi.tampilkan_jejak(self._sesi.workspace, dokumen.id, jabatan_id, self.periode)

    def _katakan_tempat(self) -> None:
        kecamatan = self._sesi.kecamatan_aktif()
        self.judul.setTeks(f"Kecamatan {kecamatan.nama}" if kecamatan else "Belum ada kecamatan")
        self.cakupan.setVisible(isinstance(self._sesi.periode, int))
        self.keterangan.setText(f"{nama_periode(self.periode)} {self._sesi.tahun}{self._kata_keadaan()}")

    def _kata_keadaan(self) -> str:
        """How far the quarter is, where that was said."""
        dokumen, triwulan = self._sesi.dokumen_aktif(), self._sesi.periode
        if dokumen is None or not isinstance(triwulan, int):
            return ""
        kata = _KEADAAN.get(self._sesi.arsip.status_isian(dokumen.id, triwulan), "")
        siapa = f"{nama_periode(triwulan)} " if kata and self.periode != triwulan else ""
        return f" · {siapa}{kata}" if kata else ""

    def _ada_indikator(self, dokumen: Dokumen) -> bool:
        arsip = self._sesi.arsip
        return any(arsip.anak_id(s) for j in arsip.anak_id(dokumen.id) for s in arsip.anak_id(j))

    def _kata_kosong(self, dokumen: Dokumen | None) -> str:
        if self._sesi.kecamatan_aktif() is None:
            return "Belum ada kecamatan. Capaiannya nanti tampil di sini."
        if dokumen is None:
            return f"Belum ada dokumen tahun {self._sesi.tahun}."
        return "Belum ada indikator. Susun jabatan dan indikatornya di tab Susunan."

    # --- going ------------------------------------------------------------------------------------

    def _pilih(self, node_id: int) -> None:
        if node_id in self._sesi.arsip:  # an edit may have taken it away since it was painted
            self._sesi.pilih(node_id)

    def _tuju(self, node_id: int) -> None:
        if node_id in self._sesi.arsip:
            self._sesi.pilih(node_id)
            self.minta_isian.emit(node_id)

    def _tuju_titik(self, node_id: int, tahun: int, periode: Periode) -> None:
        """To the row of a point in the quarter and year of that point."""
        if node_id in self._sesi.arsip:
            self._sesi.set_tahun(tahun)
            self._sesi.set_periode(None if periode is None else triwulan_periode(periode)[-1])
            self._tuju(node_id)

    def _ke_kosong(self) -> None:
        """To the first post, in printed order, in which something is empty."""
        dokumen = self._sesi.dokumen_aktif()
        for jabatan in self._sesi.arsip.jabatan(dokumen.id) if dokumen else ():
            hasil = self._sesi.workspace.hasil(jabatan.id, self.periode)
            if hasil.terisi < hasil.jumlah:
                self._tuju(jabatan.id)
                return

    def _pembawa(self, widget: QWidget) -> Callable[[QRect], None]:
        """What brings a part of a drawing into sight."""

        def bawa(kotak: QRect) -> None:
            tengah = widget.mapTo(self.isi, kotak.center())
            self.gulungan.ensureVisible(0, tengah.y(), 0, kotak.height() // 2 + JARAK)

        return bawa

    # --- what can be done -------------------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Nothing is typed here: always taken over."""
        return True
