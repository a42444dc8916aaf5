"""What the page shows, from the whole office down to single indicators."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iki_desktop.core.kalimat_ringkasan import kata_turun, tanpa_terendah
from iki_desktop.core.ringkasan import (
    BANYAK_DISEBUT,
    Kekosongan,
    Ringkasan,
    lintasan_tahun,
    lintasan_triwulan,
    urut_capaian,
)
from iki_desktop.core.triwulan import Periode, Sampai, nama_periode, triwulan_periode
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.ringkasan.bagian import Bagian, BagianDeret, Berdampingan
from iki_desktop.ui.ringkasan.batang import GrafikBatang
from iki_desktop.ui.ringkasan.daftar import DaftarBaris
from iki_desktop.ui.ringkasan.deret import Deret
from iki_desktop.ui.ringkasan.jejak import GrafikJejak
from iki_desktop.ui.ringkasan.kata import (
    baris_indikator,
    baris_jabatan,
    baris_kosong,
    baris_turun,
)
from iki_desktop.ui.ringkasan.kepala import Kepala
from iki_desktop.ui.ringkasan.pilihan import TombolPilihan
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR

__all__ = ["BATANG_AWAL", "IsiRingkasan"]

BATANG_AWAL = 16
"""Bars shown at first: the posts of an ordinary kecamatan; more are shown when asked for."""

_KOSONG_AWAL = 6

_JUDUL_TRIWULAN, _JUDUL_SAMPAI = "Capaian tiap triwulan", "Capaian s.d. tiap triwulan"


class IsiRingkasan(QWidget):
    """The parts one under another; ``urutan_berubah`` asks for the bars in the other order."""

    urutan_berubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kepala = Kepala()
        self.jejak = GrafikJejak(_JUDUL_TRIWULAN)
        self.jejak_tahun = GrafikJejak("Capaian tiap tahun")
        self.batang = GrafikBatang("Capaian per jabatan")
        urutan = TombolPilihan("Urutan dokumen", "Urutan capaian")
        urutan.berganti.connect(self.urutan_berubah)
        self.urut_dokumen, self.urut_capaian = urutan.tombol
        self.bagian_jejak = Bagian(_JUDUL_TRIWULAN, self.jejak)
        self.bagian_tahun = Bagian("Capaian tiap tahun", self.jejak_tahun)
        self.bagian_jabatan = BagianDeret("Capaian per jabatan", self.batang, BATANG_AWAL, "jabatan", urutan)
        self.kosong_jabatan = self._daftar("Masih kosong, per jabatan", _KOSONG_AWAL, "jabatan")
        self.kosong_pj = self._daftar("Masih kosong, per penanggung jawab", _KOSONG_AWAL, "nama")
        self.turun = self._daftar("Turun terbanyak", BANYAK_DISEBUT, "indikator")
        self.tertinggi = self._daftar("Indikator tertinggi", BANYAK_DISEBUT, "indikator")
        self.terendah = self._daftar("Indikator terendah", BANYAK_DISEBUT, "indikator")
        self._susun()

    def _daftar(self, judul: str, awal: int, benda: str) -> BagianDeret:
        return BagianDeret(judul, DaftarBaris(judul), awal, benda)

    def _susun(self) -> None:
        kosong = QWidget()
        tumpuk = QVBoxLayout(kosong)
        tumpuk.setContentsMargins(0, 0, 0, 0)
        tumpuk.setSpacing(2 * JARAK_LEBAR)
        tumpuk.addWidget(self.kosong_jabatan)
        tumpuk.addWidget(self.kosong_pj)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK, JARAK_LEBAR, JARAK, JARAK_LEBAR)
        letak.setSpacing(2 * JARAK_LEBAR)
        letak.addWidget(Berdampingan((self.kepala, 3), (self.bagian_jejak, 5), (self.bagian_tahun, 4)))
        letak.addWidget(self.bagian_jabatan)
        self.baris_ekstrem = Berdampingan((self.tertinggi, 1), (self.terendah, 1))
        letak.addWidget(self.baris_ekstrem)
        letak.addWidget(Berdampingan((self.turun, 1), (kosong, 1)))
        letak.addStretch(1)

    def semua_deret(self) -> tuple[Deret, ...]:
        """The drawings made of rows."""
        return (
            self.batang,
            *(
                b.deret
                for b in (self.tertinggi, self.terendah, self.turun, self.kosong_jabatan, self.kosong_pj)
            ),
        )

    # --- showing ----------------------------------------------------------------------------------

    def tampilkan(self, ringkasan: Ringkasan) -> None:
        """Show these figures."""
        aturan, kapan = ringkasan.aturan, f"{nama_periode(ringkasan.periode)} {ringkasan.tahun}"
        self.kepala.tampilkan(ringkasan)
        jabatan = urut_capaian(ringkasan.jabatan) if self.urut_capaian.isChecked() else ringkasan.jabatan
        judul = f"Capaian per jabatan, {kapan}, target 100 %"
        self.bagian_jabatan.set_baris(baris_jabatan(jabatan, aturan), judul)
        self._tampilkan_ekstrem(ringkasan)
        self.turun.set_baris(baris_turun(ringkasan.turun, aturan), f"Turun terbanyak, {kapan}")
        self.turun.setVisible(ringkasan.hasil.capaian is not None)
        self.turun.katakan(kata_turun(ringkasan), tanpa_isi=not ringkasan.turun)
        self._tampilkan_kosong(self.kosong_jabatan, ringkasan.kosong_jabatan, _kata_kosong(ringkasan))
        self._tampilkan_kosong(self.kosong_pj, ringkasan.kosong_penanggung_jawab, "")
        self.kosong_pj.setVisible(bool(ringkasan.kosong_penanggung_jawab))

    def _tampilkan_ekstrem(self, ringkasan: Ringkasan) -> None:
        e, aturan = ringkasan.ekstrem, ringkasan.aturan
        self.baris_ekstrem.setVisible(bool(e.tertinggi))
        self.tertinggi.set_baris(baris_indikator(e.tertinggi, aturan), "Indikator tertinggi")
        self.terendah.set_baris(baris_indikator(e.terendah, aturan), "Indikator terendah")
        self.tertinggi.katakan(_dan_lain(e.tertinggi_lain, "sama tinggi"))
        if e.terendah:
            self.terendah.katakan(_dan_lain(e.terendah_lain, "sama rendah"))
        else:
            self.terendah.katakan(tanpa_terendah(ringkasan), tanpa_isi=True)

    def _tampilkan_kosong(self, bagian: BagianDeret, kosong: tuple[Kekosongan, ...], kata: str) -> None:
        bagian.set_baris(baris_kosong(kosong), bagian.judul.text())
        bagian.katakan("" if kosong else kata, tanpa_isi=not kosong)

    def tampilkan_jejak(
        self, workspace: Workspace, dokumen_id: int, jabatan_id: int, periode: Periode
    ) -> None:
        """Show the course of the office and of one of its posts (0: of none)."""
        self.batang.set_terpilih(jabatan_id)
        aturan = workspace.aturan(dokumen_id)
        pilihan = (0, jabatan_id) if jabatan_id else (0,)
        sampai = isinstance(periode, Sampai)
        triwulan = [lintasan_triwulan(workspace, dokumen_id, j, sampai=sampai) for j in pilihan]
        judul = _JUDUL_SAMPAI if sampai else _JUDUL_TRIWULAN
        kini = -1 if periode is None else triwulan_periode(periode)[-1] - 1
        self.bagian_jejak.judul.setText(judul)
        self.jejak.set_lintasan(triwulan, aturan, kini, judul)
        self.bagian_jejak.setVisible(triwulan[0].ada)
        self.bagian_jejak.katakan("" if jabatan_id else "Pilih jabatan di kiri untuk membandingkannya.")
        tahun = [lintasan_tahun(workspace, dokumen_id, j) for j in pilihan]
        dahulu = tahun[0].titik[:-1]
        self.bagian_tahun.setVisible(any(t.capaian is not None for t in dahulu))
        self.jejak_tahun.set_lintasan(tahun, aturan, len(dahulu) if periode is None else -1)


# --- sentences beside the drawings --------------------------------------------------------------


def _dan_lain(banyak: int, bagaimana: str) -> str:
    return f"Dan {banyak} indikator lain yang {bagaimana}." if banyak else ""


def _kata_kosong(ringkasan: Ringkasan) -> str:
    return "Semua isian sudah terisi." if ringkasan.hasil.jumlah else "Belum ada indikator."
