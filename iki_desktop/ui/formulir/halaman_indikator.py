"""The page of an indikator: its target, with suggestions, and its formulas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from iki_desktop.core.records import (
    Formulasi,
    Indikator,
    JenisFormulasi,
    Target,
)
from iki_desktop.core.terbilang import dengan_kata
from iki_desktop.ui.formulir.barisan import Barisan, Langkah
from iki_desktop.ui.formulir.borang import Borang
from iki_desktop.ui.formulir.formulasi import TABEL_FORMULASI
from iki_desktop.ui.formulir.halaman import Halaman, nomor_kunci
from iki_desktop.ui.formulir.indikator import TABEL_INDIKATOR, TABEL_TARGET, TABEL_TARGET_KATA
from iki_desktop.ui.tampilan import JARAK

__all__ = ["HalamanIndikator", "bagi_rata"]


def bagi_rata(tahun: Decimal) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """A year's target in four parts: whole numbers stay whole, the later quarters take the rest."""
    if tahun == tahun.to_integral_value():
        dasar = (tahun / 4).to_integral_value(ROUND_FLOOR)
        sisa = int(tahun - 4 * dasar)
        satu, dua, tiga, empat = (dasar + (1 if n >= 4 - sisa else 0) for n in range(4))
        return satu, dua, tiga, empat
    return (tahun / 4,) * 4


class HalamanIndikator(Halaman):
    """An indikator, its target, and its formulas."""

    def susun(self) -> None:
        self.borang(TABEL_INDIKATOR)
        self._target = self.borang(TABEL_TARGET)
        self._letak.addLayout(self._baris_usulan())
        self.borang(TABEL_TARGET_KATA)
        self._letak.addLayout(self._baris_kata())
        langkah = Langkah(
            judul=lambda nomor, jumlah: "Formulasi" if jumlah == 1 else f"Formulasi {nomor + 1}",
            kunci=lambda: self.sesi.arsip.anak_id(self.node_id),
            buat=lambda _id: Borang(self.sesi, TABEL_FORMULASI, self.draf),
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
        self.tombol_samakan.clicked.connect(lambda *_: self._isi_triwulan(lambda t: (t,) * 4))
        self.tombol_bagi.clicked.connect(lambda *_: self._isi_triwulan(bagi_rata))
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        baris.addWidget(self.tombol_samakan)
        baris.addWidget(self.tombol_bagi)
        baris.addStretch(1)
        return baris

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
        target = self._indikator().target
        ada = target is not None and target.tahun is not None
        self.tombol_samakan.setEnabled(ada)
        self.tombol_bagi.setEnabled(ada)
        self.tombol_kata.setEnabled(ada)

    def _isi_triwulan(self, cara: Callable[[Decimal], tuple[Decimal, Decimal, Decimal, Decimal]]) -> None:
        if not self._target.simpan():
            return
        indikator = self._indikator()
        target = indikator.target or Target()
        if target.tahun is None:
            return
        baru = replace(indikator, target=replace(target, triwulan=cara(target.tahun)))
        self.sesi.coba(lambda: self.sesi.workspace.ubah(baru, "isi target tiap triwulan"))

    def _pindah(self, dari: int, ke_tempat: int) -> None:
        formulasi_id = self.sesi.arsip.anak_id(self.node_id)[dari]
        self.sesi.coba(lambda: self.sesi.workspace.pindah(formulasi_id, self.node_id, ke_tempat))

    def _hapus(self, nomor: int) -> None:
        formulasi_id = self.sesi.arsip.anak_id(self.node_id)[nomor]
        if self.sesi.coba(lambda: self.sesi.workspace.hapus(formulasi_id)) is not None:
            self.sesi.pesan.emit("Formulasi dihapus, beserta realisasinya.", "urungkan")

    def _tambah(self) -> None:
        urutan = len(self.sesi.arsip.anak_id(self.node_id))
        baru = Formulasi(0, self.node_id, urutan, JenisFormulasi.RASIO)
        self.sesi.coba(lambda: self.sesi.workspace.tambah(baru))
