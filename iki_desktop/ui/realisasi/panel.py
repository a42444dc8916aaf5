"""The page "Isi realisasi": head, grid, and the strip that explains the current cell."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iki_desktop.core.changes import Edit
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.ui.realisasi.kosong import HalamanKosong
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.rincian import Rincian
from iki_desktop.ui.realisasi.sel import KunciSel
from iki_desktop.ui.realisasi.tajuk import Tajuk
from iki_desktop.ui.realisasi.tempel import Penempel
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import garis

__all__ = ["PanelRealisasi"]

_KUNCI_CAKUPAN = "realisasi/seluruh_kantor"
_KUNCI_LEBAR = "realisasi/lebar"


class PanelRealisasi(QWidget):
    """Entering of realisasi for one jabatan or the whole office, in the quarter of the session.

    ``minta_susun`` asks for the page on which the jabatan with this id is drawn up.
    """

    minta_susun = Signal(int)

    def __init__(self, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._seluruh = False
        self._tertunda = False
        self.model = ModelRealisasi(sesi.workspace, self)
        self.tabel = TabelRealisasi(self.model)
        self.tajuk = Tajuk()
        self.rincian = Rincian(self.model)
        self.kosong = HalamanKosong()
        self.penempel = Penempel(sesi, self.tabel, self.model)
        self._jeda_rincian = QTimer(self, singleShot=True, interval=0)
        self._susun_letak()
        self._sambungkan()
        self._ikuti_konteks()

    def _susun_letak(self) -> None:
        self._isi = QWidget()
        dalam = QVBoxLayout(self._isi)
        dalam.setContentsMargins(0, 0, 0, 0)
        dalam.setSpacing(0)
        dalam.addWidget(self.tabel, 1)
        dalam.addWidget(garis())
        dalam.addWidget(self.rincian)
        self._tumpukan = QStackedWidget()
        self._tumpukan.addWidget(self._isi)
        self._tumpukan.addWidget(self.kosong)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        letak.addWidget(self.tajuk)
        letak.addWidget(garis())
        letak.addWidget(self._tumpukan, 1)
        self.setFocusProxy(self.tabel)

    def _sambungkan(self) -> None:
        sesi, tabel = self._sesi, self.tabel
        sesi.berubah.connect(self._terima)
        sesi.ringkasan_berubah.connect(self._perbarui_tajuk)
        sesi.konteks_berubah.connect(self._ikuti_konteks)
        sesi.pilihan_berubah.connect(self._ikuti_konteks)
        tabel.minta_urungkan.connect(sesi.urungkan)
        tabel.minta_ulangi.connect(sesi.ulangi)
        tabel.minta_salin.connect(self.salin)
        tabel.minta_tempel.connect(self.tempel)
        tabel.minta_kosongkan.connect(self.kosongkan)
        tabel.minta_isian_kosong.connect(self.kosong_berikutnya)
        tabel.kini_berubah.connect(self._jeda_rincian.start)
        tabel.delegasi.selesai.connect(self._lanjutkan_tertunda)
        self.model.dataChanged.connect(lambda *_: self._jeda_rincian.start())
        self.model.tersusun.connect(self._perbarui_tumpukan)
        self._jeda_rincian.timeout.connect(self._perbarui_rincian)
        self.tajuk.cakupan_dipilih.connect(self.set_seluruh_kantor)
        self.tajuk.minta_isian_kosong.connect(self.kosong_berikutnya)
        self.kosong.minta_susun.connect(self.minta_susun)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def seluruh_kantor(self) -> bool:
        """Whether the whole office is shown rather than the selected jabatan."""
        return self._seluruh

    def set_seluruh_kantor(self, seluruh: bool) -> None:
        """Show the whole office, or the selected jabatan alone."""
        self._seluruh = seluruh
        self._ikuti_konteks()

    def balik_cakupan(self) -> None:
        """From the jabatan to the whole office and back."""
        self.set_seluruh_kantor(not self._seluruh)

    def pulihkan(self, setelan: Setelan) -> None:
        """Bring back scope and widths of the last time."""
        self.tabel.atur_lebar(setelan.daftar_angka(_KUNCI_LEBAR))
        self.set_seluruh_kantor(bool(setelan.angka(_KUNCI_CAKUPAN)))

    def ingat(self, setelan: Setelan) -> None:
        """Remember scope and widths."""
        setelan.simpan(_KUNCI_CAKUPAN, int(self._seluruh))
        setelan.simpan(_KUNCI_LEBAR, self.tabel.lebar_diatur())

    def _jabatan_id(self) -> int:
        jabatan = self._sesi.jabatan_aktif()
        dokumen = self._sesi.dokumen_aktif()
        return jabatan.id if jabatan and dokumen and jabatan.dokumen_id == dokumen.id else 0

    def _ikuti_konteks(self, *_: object) -> None:
        """Show what the session looks at; an entry that is refused is not left behind."""
        if not self.simpan_isian():
            self._tertunda = True
            return
        self._tertunda = False
        dokumen = self._sesi.dokumen_aktif()
        jabatan_id = self._jabatan_id()
        tempat = self._tempat_kini()
        self.model.set_lingkup(
            dokumen.id if dokumen else 0, 0 if self._seluruh else jabatan_id, self._sesi.periode
        )
        self.tajuk.tandai_cakupan(self._seluruh, ada_jabatan=bool(jabatan_id))
        self._kembali_ke(tempat)
        self._gulir_ke_pilihan()
        self._perbarui_tumpukan()

    def _lanjutkan_tertunda(self) -> None:
        if self._tertunda:
            QTimer.singleShot(0, self, self._ikuti_konteks)

    def _tempat_kini(self) -> KunciSel | None:
        kini = self.tabel.currentIndex()
        return self.model.kunci(kini.row(), kini.column()) if kini.isValid() else None

    def _kembali_ke(self, tempat: KunciSel | None) -> None:
        """The cell that was the current one, wherever it stands now."""
        if tempat is None or self.tabel.currentIndex().isValid():
            return
        triwulan = self._sesi.periode or tempat.triwulan
        self.tabel.tuju(self.model.cari(KunciSel(tempat.formulasi_id, triwulan, tempat.kunci)))

    def _gulir_ke_pilihan(self) -> None:
        """The selected sasaran or indicator comes into sight, its first input the current cell."""
        nomor = self.model.nomor_baris(self._sesi.pilihan) if self._sesi.pilihan else None
        if nomor is not None:
            self.tabel.perlihatkan(nomor)

    # --- keeping up -------------------------------------------------------------------------------

    def _terima(self, edit: Edit) -> None:
        self.model.ikuti(edit)

    def _perbarui_tumpukan(self) -> None:
        ada = any(not b.jenis.kelompok for b in self.model.semua_baris())
        if not ada:
            self.kosong.tampilkan(self._sesi, self._jabatan_id())
        self._tumpukan.setCurrentIndex(0 if ada else 1)
        self._perbarui_tajuk()
        self._jeda_rincian.start()

    def _perbarui_tajuk(self) -> None:
        sesi = self._sesi
        dokumen, jabatan_id = sesi.dokumen_aktif(), self._jabatan_id()
        periode = f"{nama_periode(sesi.periode)} {sesi.tahun}"
        node_id = (0 if self._seluruh else jabatan_id) or (dokumen.id if dokumen else 0)
        kecamatan, jabatan = sesi.kecamatan_aktif(), sesi.jabatan_aktif()
        judul = f"Kecamatan {kecamatan.nama}" if kecamatan else "Belum ada kecamatan"
        if node_id == jabatan_id and jabatan is not None:
            judul = jabatan.nama
        if not node_id:
            self.tajuk.tampilkan(judul, periode, 0, 0)
            return
        hasil = sesi.workspace.hasil(node_id, sesi.periode)
        self.tajuk.tampilkan(judul, periode, hasil.terisi, hasil.jumlah)

    def _perbarui_rincian(self) -> None:
        kini = self.tabel.currentIndex()
        if not kini.isValid():
            self.rincian.tampilkan(None, None, None)
            return
        nomor, kolom = kini.row(), kini.column()
        self.rincian.tampilkan(
            self.model.baris(nomor), self.model.kolom[kolom], self.model.kunci(nomor, kolom)
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is turned to: what is typed is taken over."""
        self.tabel.delegasi.simpan()
        super().hideEvent(event)

    # --- what can be done ---------------------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Take over what is being typed; ``False`` where it is refused, and the cell says why."""
        return self.tabel.simpan_isian()

    def kosong_berikutnya(self) -> None:
        """To the next input in which nothing is entered."""
        if not self.simpan_isian():
            return
        self.tabel.setFocus()
        if not self.tabel.ke_isian_kosong():
            self._sesi.pesan.emit("Semua isian di sini sudah terisi.", "")

    def salin(self) -> None:
        """Copy the selected cells."""
        self.penempel.salin()

    def tempel(self) -> None:
        """Paste from the clipboard at the current cell."""
        if self.simpan_isian():
            self.penempel.tempel()

    def kosongkan(self) -> None:
        """Empty the selected cells, as one edit."""
        if self.simpan_isian():
            self.penempel.kosongkan()

    def pilih_semua(self) -> None:
        """Select every cell."""
        self.tabel.selectAll()

    def terpilih(self) -> QItemSelection:
        """The selected cells."""
        return self.tabel.selectionModel().selection()
