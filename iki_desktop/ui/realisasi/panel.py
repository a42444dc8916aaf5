"""The page "Isi realisasi": head, grid, and the strip that explains the current cell."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iki_desktop.core.changes import Edit
from iki_desktop.core.records import Dokumen, StatusTriwulan
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.ui.realisasi.bawah import BagianBawah
from iki_desktop.ui.realisasi.kosong import HalamanKosong
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.penguncian import Penguncian
from iki_desktop.ui.realisasi.pengusul import Pengusul
from iki_desktop.ui.realisasi.sel import KunciSel
from iki_desktop.ui.realisasi.tajuk import Tajuk
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import garis

if TYPE_CHECKING:
    from iki_desktop.ui.realisasi.pencari_kosong import PencariKosong
    from iki_desktop.ui.realisasi.tempel import Penempel

__all__ = ["PanelRealisasi"]

_KUNCI_CAKUPAN = "realisasi/seluruh_kantor"
_KUNCI_LEBAR = "realisasi/lebar"
_KUNCI_USULAN = "realisasi/usulan"
_KUNCI_SAMPAI = "realisasi/sampai"
_LAPANG = 1_600
"""Pixels of a screen on which the figures up to the quarter have room beside its own from the start."""
_BANYAK_BARIS = 2_000
_JEDA_TAJUK = 30
"""Milliseconds: with more rows than that, these are painted before their sum is computed."""


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
        self._waktu = sesi.tahun, sesi.periode
        self.model = ModelRealisasi(sesi.workspace, self)
        self.tabel = TabelRealisasi(self.model)
        self.tajuk = Tajuk()
        self.bawah = BagianBawah(sesi, self.tabel, self.model)
        self.penguncian = Penguncian(sesi, self)
        self.pengusul = Pengusul(sesi, self.tabel, self.model)
        self.kosong = HalamanKosong()
        self._node_tajuk = 0
        self._jeda_rincian = QTimer(self, singleShot=True, interval=0)
        self._jeda_tajuk = QTimer(self, singleShot=True, interval=_JEDA_TAJUK)
        self._jeda_tajuk.timeout.connect(self._hitung_tajuk)
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
        dalam.addWidget(self.bawah)
        self._tumpukan = QStackedWidget()
        self._tumpukan.addWidget(self._isi)
        self._tumpukan.addWidget(self.kosong)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        letak.addWidget(self.tajuk)
        letak.addWidget(self.pengusul)
        letak.addWidget(garis())
        letak.addWidget(self._tumpukan, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To the table.  With a focus proxy the row above would be left out when one tabs forward."""
        self.tabel.setFocus(event.reason())

    def _sambungkan(self) -> None:
        sesi, tabel = self._sesi, self.tabel
        sesi.berubah.connect(self._terima)
        sesi.ringkasan_berubah.connect(self._ikuti_ringkasan)
        sesi.konteks_berubah.connect(self._ikuti_konteks)
        sesi.pilihan_berubah.connect(self._ikuti_pilihan)
        tabel.minta_urungkan.connect(sesi.urungkan)
        tabel.minta_ulangi.connect(sesi.ulangi)
        tabel.minta_salin.connect(self.salin)
        tabel.minta_tempel.connect(self.tempel)
        tabel.minta_kosongkan.connect(self.kosongkan)
        tabel.minta_isian_kosong.connect(self.kosong_berikutnya)
        tabel.minta_daftar_kosong.connect(self.daftar_kosong)
        tabel.minta_rincian.connect(self.rincian_isian)
        self.model.centang_lepas.connect(self._kabarkan_lepas)
        tabel.kini_berubah.connect(self._jeda_rincian.start)
        tabel.delegasi.selesai.connect(self._lanjutkan_tertunda)
        self.model.dataChanged.connect(lambda *_: self._jeda_rincian.start())
        self.model.tersusun.connect(self._perbarui_tumpukan)
        self._jeda_rincian.timeout.connect(self.bawah.segarkan)
        self.tajuk.cakupan_dipilih.connect(self.set_seluruh_kantor)
        self.tajuk.minta_isian_kosong.connect(self.kosong_berikutnya)
        self.tajuk.minta_daftar_kosong.connect(self.daftar_kosong)
        self.tajuk.status.minta_selesai.connect(self.balik_selesai)
        self.tajuk.status.minta_kunci.connect(self.kunci_triwulan)
        self.tajuk.status.minta_buka.connect(self.buka_kembali)
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
        self.tabel.lebar.atur(setelan.daftar_angka(_KUNCI_LEBAR))
        self.model.set_usulkan(bool(setelan.angka(_KUNCI_USULAN)))
        lapang = self.screen().availableGeometry().width() >= _LAPANG
        self.model.set_sampai(bool(setelan.angka(_KUNCI_SAMPAI, int(lapang))))
        self.set_seluruh_kantor(bool(setelan.angka(_KUNCI_CAKUPAN)))

    def ingat(self, setelan: Setelan) -> None:
        """Remember scope and widths."""
        setelan.simpan(_KUNCI_CAKUPAN, int(self._seluruh))
        setelan.simpan(_KUNCI_LEBAR, self.tabel.lebar.diatur())
        setelan.simpan(_KUNCI_USULAN, int(self.model.usulkan))
        setelan.simpan(_KUNCI_SAMPAI, int(self.model.sampai))

    def _jabatan_id(self) -> int:
        jabatan = self._sesi.jabatan_aktif()
        dokumen = self._sesi.dokumen_aktif()
        return jabatan.id if jabatan and dokumen and jabatan.dokumen_id == dokumen.id else 0

    def _ikuti_konteks(self, *_: object) -> None:
        """Show what the session looks at; an entry that is refused is not left behind."""
        if not self.simpan_isian():
            self._tertunda = True
            self._tahan_waktu()
            return
        self._tertunda = False
        self._waktu = self._sesi.tahun, self._sesi.periode
        dokumen = self._sesi.dokumen_aktif()
        jabatan_id = self._jabatan_id()
        tempat, atas = self._tempat_kini(), self.tabel.baris_teratas()
        self.model.set_lingkup(
            dokumen.id if dokumen else 0, 0 if self._seluruh else jabatan_id, self._sesi.periode
        )
        self.tajuk.tandai_cakupan(self._seluruh, ada_jabatan=bool(jabatan_id))
        self._kembali_ke(tempat, atas)
        self._perbarui_tumpukan()

    def _tahan_waktu(self) -> None:
        """Year and quarter stay those of the entry that is refused: the pickers say what is shown."""
        tahun, periode = self._waktu
        self._sesi.set_tahun(tahun)
        self._sesi.set_periode(periode)

    def _ikuti_pilihan(self, node_id: int) -> None:
        """What is selected in the tree comes into sight, its first input the current cell."""
        self._ikuti_konteks()
        nomor = self.model.nomor_baris(node_id) if node_id and not self._tertunda else None
        if nomor is not None:
            self.tabel.perlihatkan(nomor)

    def _lanjutkan_tertunda(self) -> None:
        if self._tertunda:
            QTimer.singleShot(0, self, self._ikuti_konteks)

    def _tempat_kini(self) -> KunciSel | None:
        kini = self.tabel.currentIndex()
        return self.model.kunci(kini.row(), kini.column()) if kini.isValid() else None

    def _kembali_ke(self, tempat: KunciSel | None, atas: int) -> None:
        """The rows and the current cell where they were, as far as they are still shown."""
        if self.tabel.currentIndex().isValid():
            return
        if atas and (nomor := self.model.nomor_baris(atas)) is not None:
            self.tabel.gulir_ke_atas(nomor)
        if tempat is not None:
            periode = self._sesi.periode
            triwulan = periode if isinstance(periode, int) else tempat.triwulan
            self.tabel.tuju(self.model.cari(KunciSel(tempat.formulasi_id, triwulan, tempat.kunci)))
        if not self.tabel.currentIndex().isValid():
            self.tabel.ke_awal()

    # --- keeping up -------------------------------------------------------------------------------

    def _terima(self, edit: Edit) -> None:
        self.model.ikuti(edit)
        if any(isinstance(c.record, Dokumen) for c in edit.changes):
            self._ikuti_konteks()
        if any(isinstance(c.record, StatusTriwulan) for c in edit.changes):
            self._perbarui_tajuk()

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
        self.tajuk.katakan(judul, periode)
        self.tajuk.tandai_status(*self.penguncian.keadaan())
        self._node_tajuk = node_id
        self.pengusul.segarkan()
        if self.model.rowCount() > _BANYAK_BARIS:
            self._jeda_tajuk.start()
        else:
            self._hitung_tajuk()

    def _ikuti_ringkasan(self) -> None:
        """After an edit only what it touched is computed anew: quick, however much is shown."""
        self._perbarui_tajuk()
        self._jeda_tajuk.stop()
        self._hitung_tajuk()

    def _hitung_tajuk(self) -> None:
        """The sum over everything that is shown; of a very large office once the rows are there."""
        if self._node_tajuk in self._sesi.arsip:
            hasil = self._sesi.workspace.hasil(self._node_tajuk, self._sesi.periode)
            self.tajuk.hitung(hasil.terisi, hasil.jumlah)
        else:
            self.tajuk.hitung(0, 0)

    def _kabarkan_lepas(self) -> None:
        """A number that is typed is no longer the count of what is ticked."""
        self._sesi.pesan.emit("Centang butirnya dilepas, karena angkanya diketik.", "urungkan")

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is turned to: what is typed is taken over."""
        self.tabel.delegasi.simpan()
        self.bawah.simpan()
        super().hideEvent(event)

    # --- what can be done ---------------------------------------------------------------------------

    def simpan_isian(self) -> bool:
        """Take over what is being typed; ``False`` where it is refused, and the cell says why."""
        rinci = self.bawah.simpan()
        return self.tabel.simpan_isian() and rinci

    @cached_property
    def _pencari_kosong(self) -> PencariKosong:
        from iki_desktop.ui.realisasi.pencari_kosong import PencariKosong  # noqa: PLC0415  (start-up)

        return PencariKosong(self._sesi, self.tabel, self)

    def kosong_berikutnya(self) -> None:
        """To the next input in which nothing is entered."""
        if self.simpan_isian() and self.model.rowCount():
            self._pencari_kosong.berikutnya()

    def daftar_kosong(self) -> None:
        """List what is still empty in the office, by jabatan and by penanggung jawab."""
        if self.simpan_isian():
            tajuk = self.tajuk
            self._pencari_kosong.tampilkan(tajuk.daftar if tajuk.daftar.isVisible() else tajuk)

    def rincian_isian(self) -> None:
        """Go to the words, ticks and evidence of the current entry; Esc leads back."""
        if self.tabel.simpan_isian():
            self.bawah.buka().mulai()

    def balik_usulan(self) -> None:
        """Propose last quarter's numbers where nothing is entered, or stop it."""
        if self.simpan_isian():
            self.pengusul.balik()

    def terima_usulan(self) -> None:
        """Take every number that is proposed in the rows that are shown, as one edit."""
        if self.simpan_isian():
            self.pengusul.terima()

    def balik_sampai(self) -> None:
        """Show the figures up to the quarter beside its own, or hide them."""
        if self.simpan_isian():
            tempat, atas = self._tempat_kini(), self.tabel.baris_teratas()
            self.model.set_sampai(not self.model.sampai)
            self._kembali_ke(tempat, atas)

    def balik_selesai(self) -> None:
        """Mark the quarter as done, or as open again."""
        if self.simpan_isian():
            self.penguncian.balik_selesai()

    def kunci_triwulan(self) -> None:
        """Lock the quarter, after saying what is still empty."""
        if self.simpan_isian():
            self.penguncian.kunci()

    def buka_kembali(self) -> None:
        """Open a locked quarter again, with a reason."""
        self.penguncian.buka_kembali()

    @cached_property
    def _penempel(self) -> Penempel:
        """The clipboard's hand, made when it is first reached for."""
        from iki_desktop.ui.realisasi.tempel import Penempel  # noqa: PLC0415  (start-up)

        return Penempel(self._sesi, self.tabel, self.model)

    def salin(self) -> None:
        """Copy the selected cells."""
        self._penempel.salin()

    def tempel(self) -> None:
        """Paste from the clipboard at the current cell."""
        if self.simpan_isian():
            self._penempel.tempel()

    def kosongkan(self) -> None:
        """Empty the selected cells, as one edit."""
        if self.simpan_isian():
            self._penempel.kosongkan()
