"""What a quarter's sheet and the year's have in common: the figures of indicators and of those above."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG, Hitungan
from iki_desktop.core.records import Arah
from iki_desktop.core.snapshot import HasilJabatan, HasilSasaran
from iki_desktop.export.xlsx import gaya, rumus_excel
from iki_desktop.export.xlsx.gaya import Gaya
from iki_desktop.export.xlsx.isian import urutan_wajib
from iki_desktop.export.xlsx.lembar import Kolom, Lembar
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.rumus_excel import BELUM_LENGKAP, Bagan
from iki_desktop.export.xlsx.susunan import TempatIndikator, TempatJabatan, TempatSasaran

__all__ = ["JABATAN", "KECAMATAN", "SASARAN", "Induk", "LembarHitung", "Tingkat", "nilai_hitungan"]


@dataclass(frozen=True, slots=True)
class Tingkat:
    """A level of the roll-up: its word in the helper column, the level below, its looks."""

    nama: str
    anak: str
    teks: Gaya
    angka: Gaya
    kategori: Gaya


NO, INDIKATOR_KOLOM = "A", "B"
"""The columns with which every such sheet begins."""

INDIKATOR = "indikator"
SASARAN = Tingkat("sasaran", INDIKATOR, gaya.SASARAN, gaya.SASARAN_ANGKA, gaya.SASARAN_KATEGORI)
JABATAN = Tingkat("jabatan", "sasaran", gaya.JABATAN, gaya.JABATAN_ANGKA, gaya.JABATAN_KATEGORI)
KECAMATAN = Tingkat("kecamatan", "jabatan", gaya.JABATAN, gaya.JABATAN_ANGKA, gaya.JABATAN_KATEGORI)

_BERPERSEN = (gaya.PERSEN, gaya.SASARAN_ANGKA, gaya.JABATAN_ANGKA)


@dataclass(frozen=True, slots=True)
class Induk:
    """A row of a sasaran, jabatan or kecamatan: its words, its figures, and the rows that it sums up."""

    tingkat: Tingkat
    baris: int
    awal: int
    akhir: int
    teks: str
    hasil: HasilInduk


def keadaan(hitungan: Hitungan) -> str:
    """What a cell says in place of a figure that is not there."""
    if hitungan.triwulan:
        return TIDAK_DAPAT_DIHITUNG
    return BELUM_LENGKAP if hitungan.sebab else ""


def nilai_hitungan(hitungan: Hitungan) -> Nilai:
    """A figure, or what stands in its place."""
    return keadaan(hitungan) if hitungan.nilai is None else hitungan.nilai


def _keadaan_bersama(hitungan: Sequence[Hitungan]) -> str:
    semua = {keadaan(h) for h in hitungan}
    return next((k for k in (TIDAK_DAPAT_DIHITUNG, BELUM_LENGKAP) if k in semua), "")


def _angka_atau(angka: Decimal | None, kata: str) -> Nilai:
    return kata if angka is None else angka


class LembarHitung(Lembar, ABC):
    """A sheet with columns for realisasi, target, capaian and class (``bagan``).

    ``kolom_angka`` are the columns with figures in the units of the office.
    """

    kolom_angka: tuple[str, ...] = ()

    def __init__(
        self, buku: Workbook, nama: str, kolom: Sequence[Kolom], bagan: Bagan, aturan: Aturan
    ) -> None:
        super().__init__(buku, nama, kolom)
        self.bagan = bagan
        self.aturan = aturan
        self._persen = {g: g.berdesimal(aturan.desimal) for g in _BERPERSEN}

    def jabatan(self, nomor: int, tempat: TempatJabatan, hasil: HasilJabatan) -> None:
        """Write the row of a jabatan, and its table."""
        teks = f"{nomor}. {tempat.utuh.jabatan.nama}"
        self.induk(Induk(JABATAN, tempat.baris, tempat.baris + 1, tempat.akhir, teks, hasil.hasil))
        for urutan, (sasaran, satu) in enumerate(zip(tempat.sasaran, hasil.sasaran, strict=True), 1):
            self._sasaran(urutan, sasaran, satu)

    def _sasaran(self, nomor: int, tempat: TempatSasaran, hasil: HasilSasaran) -> None:
        teks = f"Sasaran {nomor}: {tempat.utuh.sasaran.teks}"
        self.induk(Induk(SASARAN, tempat.baris, tempat.baris + 1, tempat.akhir, teks, hasil.hasil))
        for urutan, (indikator, satu) in enumerate(zip(tempat.indikator, hasil.indikator, strict=True), 1):
            self._kepala_indikator(f"{nomor}.{urutan}", indikator)
            self.isi_indikator(indikator, satu)
            self._hitung_indikator(indikator, satu)
            self.tutup(indikator.akhir)

    @abstractmethod
    def isi_indikator(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        """Write the target and the formulas of an indicator: what each sheet has of its own."""

    def _kepala_indikator(self, nomor: str, tempat: TempatIndikator) -> None:
        """Looks of all its rows; number and words in the first."""
        b = self.bagan
        for huruf in self.kolom_cetak:
            terhitung = huruf in (b.hasil, b.realisasi, b.capaian, b.kategori)
            gaya_sel = gaya.TERHITUNG if terhitung else gaya.TEKS
            for baris in range(tempat.baris, tempat.akhir + 1):
                self.kosong(baris, huruf, gaya_sel if baris == tempat.baris else gaya_sel.lanjutan())
        indikator = tempat.utuh.indikator
        self.teks(tempat.baris, NO, nomor, gaya.TEKS_TENGAH)
        self.teks(tempat.baris, INDIKATOR_KOLOM, indikator.teks, gaya.TEKS)
        self.teks(tempat.baris, self.bagan.satuan, indikator.satuan or "", gaya.TEKS_TENGAH)

    def induk(self, induk: Induk) -> None:
        """Write the row of a sasaran, jabatan or kecamatan with the mean of what is under it."""
        b, tingkat = self.bagan, induk.tingkat
        self.gabung(induk.baris, "A", b.realisasi, induk.teks, tingkat.teks)
        for huruf in self.kolom_cetak[self.kolom_cetak.index(b.kategori) + 1 :]:
            self.kosong(induk.baris, huruf, tingkat.teks)
        rata_rata = rumus_excel.rata_rata_anak(b, induk.awal, induk.akhir, tingkat.anak, self.aturan)
        self.teks(induk.baris, b.tingkat, tingkat.nama, gaya.BANTU)
        self.rumus(induk.baris, b.penuh, rata_rata, _angka_atau(induk.hasil.capaian, ""), gaya.BANTU_ANGKA)
        self._capaian(induk.baris, induk.hasil.capaian, "", tingkat.angka)
        self._kategori(induk.baris, induk.hasil.kategori, tingkat.kategori)

    def _hitung_indikator(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        b, baris = self.bagan, tempat.baris
        kata = _keadaan_bersama(hasil.formulasi)
        # a reference to a cell that is truly empty would come to 0
        if any(urutan_wajib(f.utuh.formulasi) for f in tempat.formulasi):
            rumus = rumus_excel.realisasi(b, baris, tempat.akhir, len(tempat.formulasi))
            self.rumus(baris, b.realisasi, rumus, _angka_atau(hasil.realisasi, kata), gaya.TERHITUNG)
        else:
            self.kosong(baris, b.realisasi, gaya.TERHITUNG)
        penuh = rumus_excel.capaian_penuh(b, baris, tempat.utuh.indikator.arah or Arah.NAIK, self.aturan)
        tanpa = "" if None in (hasil.realisasi, hasil.target) else TIDAK_DAPAT_DIHITUNG
        self.teks(baris, b.tingkat, INDIKATOR, gaya.BANTU)
        self.rumus(baris, b.penuh, penuh, _angka_atau(hasil.capaian, tanpa), gaya.BANTU_ANGKA)
        self._capaian(baris, hasil.capaian, tanpa, gaya.PERSEN)
        self._kategori(baris, hasil.kategori, gaya.KATEGORI)

    def _capaian(self, baris: int, capaian: Decimal | None, tanpa: str, gaya_sel: Gaya) -> None:
        tampil = tanpa if capaian is None else self.aturan.tampil(capaian)
        rumus = rumus_excel.capaian(self.bagan, baris, self.aturan)
        self.rumus(baris, self.bagan.capaian, rumus, tampil, self._persen[gaya_sel])

    def _kategori(self, baris: int, kategori: str | None, gaya_sel: Gaya) -> None:
        rumus = rumus_excel.kategori(self.bagan, baris, self.aturan)
        self.rumus(baris, self.bagan.kategori, rumus, kategori or "", gaya_sel)
