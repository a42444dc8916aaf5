"""The page of an indikator: its target, with suggestions, and its formulas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from iki_desktop.core.records import (
    Formulasi,
    Indikator,
    JenisFormulasi,
    Target,
)
from iki_desktop.core.rencana_target import bagi_rata, periksa_target
from iki_desktop.core.terbilang import dengan_kata
from iki_desktop.ui.formulir.barisan import Barisan, Langkah
from iki_desktop.ui.formulir.borang import Borang
from iki_desktop.ui.formulir.formulasi import tabel_formulasi
from iki_desktop.ui.formulir.halaman import Halaman, nomor_kunci
from iki_desktop.ui.formulir.indikator import (
    TABEL_CARA_TARGET,
    TABEL_GABUNGAN,
    TABEL_INDIKATOR,
    TABEL_TARGET,
    TABEL_TARGET_KATA,
    TABEL_TARGET_SAMPAI,
)
from iki_desktop.ui.formulir.pesan_isian import PesanIsian
from iki_desktop.ui.tampilan import JARAK
from iki_desktop.ui.tanya_hapus import boleh_hapus

__all__ = ["HalamanIndikator"]


def _samakan(indikator: Indikator) -> Target | None:
    """The year's target, a range too, for each of the quarters."""
    target = indikator.target
    if target is None or target.tahun is None:
        return None
    atas = target.tahun_sampai
    return replace(
        target,
        triwulan=(target.tahun,) * 4,
        triwulan_sampai=None if atas is None else (atas,) * 4,
    )


class HalamanIndikator(Halaman):
    """An indikator, its target, and its formulas."""

    def susun(self) -> None:
        self.borang(TABEL_INDIKATOR)
        self._target = self.borang(TABEL_TARGET)
        self._sampai = self.borang(TABEL_TARGET_SAMPAI)
        self._sampai_diminta = False
        self._letak.addLayout(self._baris_usulan())
        self.selaras = PesanIsian()
        self._letak.addWidget(self.selaras)
        self.borang(TABEL_CARA_TARGET)
        self.borang(TABEL_TARGET_KATA)
        self._letak.addLayout(self._baris_kata())
        self._gabungan = self.borang(TABEL_GABUNGAN)
        langkah = Langkah(
            judul=lambda nomor, jumlah: "Formulasi" if jumlah == 1 else f"Formulasi {nomor + 1}",
            kunci=lambda: self.sesi.arsip.anak_id(self.node_id),
            buat=lambda _id: Borang(self.sesi, tabel_formulasi(self.sesi), self.draf),
            buka=lambda borang, kunci: borang.buka(nomor_kunci(kunci)),
            pindah=self._pindah,
            hapus=self._hapus,
            tambah=self._tambah,
        )
        self.formulasi = self.barisan(
            Barisan(
                langkah,
                "Belum ada formulasi. Tambahkan cara menghitung indikator ini.",
                "Tambah formulasi",
            )
        )

    def _baris_usulan(self) -> QHBoxLayout:
        self.tombol_samakan = QPushButton("Samakan tiap triwulan")
        self.tombol_bagi = QPushButton("Bagi rata")
        self.tombol_samakan.setToolTip("Target setahun dipakai di setiap triwulan.")
        self.tombol_bagi.setToolTip("Target setahun dibagi ke empat triwulan.")
        self.tombol_samakan.clicked.connect(lambda *_: self._isi_triwulan(_samakan))
        self.tombol_bagi.clicked.connect(lambda *_: self._isi_triwulan(self._bagi))
        self.tombol_rentang = QPushButton()
        self.tombol_rentang.clicked.connect(lambda *_: self._balik_rentang())
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        for tombol in (self.tombol_samakan, self.tombol_bagi, self.tombol_rentang):
            baris.addWidget(tombol)
        baris.addStretch(1)
        return baris

    def _balik_rentang(self) -> None:
        """Ask for upper bounds, or do without those that are there."""
        if not self.simpan():
            return
        indikator = self._indikator()
        target = indikator.target or Target()
        self._sampai_diminta = not self._berentang(target) and not self._sampai_diminta
        if self._berentang(target):
            baru = replace(indikator, target=replace(target, tahun_sampai=None, triwulan_sampai=None))
            self.sesi.coba(lambda: self.sesi.workspace.ubah(baru, "target tanpa rentang"))
        self.segarkan_kepala()
        if self._sampai_diminta:
            self._sampai.mulai()

    def _berentang(self, target: Target | None) -> bool:
        return target is not None and not (target.tahun_sampai is None and target.triwulan_sampai is None)

    def buka(self, node_id: int) -> None:
        self._sampai_diminta = False
        super().buka(node_id)

    def _baris_kata(self) -> QHBoxLayout:
        self.tombol_kata = QPushButton("Tulis dengan kata")
        self.tombol_kata.setToolTip("Target setahun ditulis seperti “12 (dua belas) bulan”.")
        self.tombol_kata.clicked.connect(lambda *_: self._tulis_dengan_kata())
        baris = QHBoxLayout()
        baris.addWidget(self.tombol_kata)
        baris.addStretch(1)
        return baris

    def _tulis_dengan_kata(self) -> None:
        if not self._target.simpan():
            return
        indikator = self._indikator()
        target = indikator.target
        if target is None or target.tahun is None:
            return
        teks = f"{dengan_kata(target.tahun)} {indikator.satuan or ''}".strip()
        baru = replace(indikator, target=replace(target, teks=teks))
        self.sesi.coba(lambda: self.sesi.workspace.ubah(baru, "tulis target dengan kata"))

    def _indikator(self) -> Indikator:
        node = self.sesi.arsip[self.node_id]
        assert isinstance(node, Indikator)
        return node

    def segarkan_kepala(self) -> None:
        super().segarkan_kepala()
        indikator = self._indikator()
        target = indikator.target
        ada = target is not None and target.tahun is not None
        berentang = self._berentang(target) or self._sampai_diminta
        self._sampai.setVisible(berentang)
        self.tombol_rentang.setText("Tanpa rentang" if berentang else "Jadikan rentang")
        formulasi = self.sesi.arsip.formulasi(self.node_id)
        self._gabungan.setVisible(len(formulasi) > 1 or indikator.gabungan is not None)
        if selisih := periksa_target(indikator, formulasi):
            self.selaras.tampilkan(selisih, salah=False)
        else:
            self.selaras.diam()
        self.tombol_samakan.setEnabled(ada)
        self.tombol_bagi.setEnabled(ada)
        self.tombol_kata.setEnabled(ada)

    def _bagi(self, indikator: Indikator) -> Target | None:
        return bagi_rata(indikator, self.sesi.arsip.formulasi(indikator.id))

    def _isi_triwulan(self, cara: Callable[[Indikator], Target | None]) -> None:
        if not self.simpan():
            return
        indikator = self._indikator()
        target = cara(indikator)
        if target is not None:
            baru = replace(indikator, target=target)
            self.sesi.coba(lambda: self.sesi.workspace.ubah(baru, "isi target tiap triwulan"))

    def _pindah(self, dari: int, ke_tempat: int) -> None:
        formulasi_id = self.sesi.arsip.anak_id(self.node_id)[dari]
        self.sesi.coba(lambda: self.sesi.workspace.pindah(formulasi_id, self.node_id, ke_tempat))

    def _hapus(self, nomor: int) -> None:
        formulasi_id = self.sesi.arsip.anak_id(self.node_id)[nomor]
        if not boleh_hapus(self.sesi.arsip, formulasi_id, self):
            return
        sendiri = self.sesi.arsip.sumber_isian(formulasi_id) == formulasi_id
        isian = sendiri and any(r is not None for r in self.sesi.arsip.empat_triwulan(formulasi_id))
        if self.sesi.coba(lambda: self.sesi.workspace.hapus(formulasi_id)) is not None:
            ikut = ", beserta realisasinya" if isian else ""
            self.sesi.pesan.emit(f"Formulasi dihapus{ikut}.", "urungkan")

    def _tambah(self) -> None:
        urutan = len(self.sesi.arsip.anak_id(self.node_id))
        baru = Formulasi(0, self.node_id, urutan, JenisFormulasi.RASIO)
        self.sesi.coba(lambda: self.sesi.workspace.tambah(baru))
