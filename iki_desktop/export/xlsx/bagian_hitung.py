"""What a quarter's sheet and the year's have in common: the figures of indicators and of those above."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl import Workbook

from iki_desktop.core.capaian import HasilFormulasi, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG, Hitungan
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_induk
from iki_desktop.core.records import Arah, Gabungan, JenisFormulasi
from iki_desktop.core.snapshot import HasilJabatan, HasilSasaran, Snapshot
from iki_desktop.core.target import Sasar, tulis_sasar
from iki_desktop.core.triwulan import Periode, nama_tw
from iki_desktop.export.xlsx import gaya, rumus_excel
from iki_desktop.export.xlsx.gaya import Gaya
from iki_desktop.export.xlsx.isian import urutan_wajib
from iki_desktop.export.xlsx.lembar import Kolom, Lembar
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.rumus_excel import BELUM_LENGKAP, Bagan, sel
from iki_desktop.export.xlsx.susunan import TempatIndikator, TempatJabatan, TempatSasaran
from iki_desktop.export.xlsx.tambahan import Tambahan, bobot_semua

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
    """A row of a sasaran, jabatan or kecamatan: its words, its figures and how they came, its rows."""

    tingkat: Tingkat
    baris: int
    awal: int
    akhir: int
    teks: str
    hasil: HasilInduk
    kalimat: str
    bobot: Decimal | None = None


def _keadaan(hitungan: Hitungan) -> str:
    """What a cell says in place of a figure that is not there."""
    if hitungan.triwulan:
        return TIDAK_DAPAT_DIHITUNG
    return BELUM_LENGKAP if hitungan.sebab else ""


def nilai_hitungan(hitungan: Hitungan) -> Nilai:
    """A figure, or what stands in its place."""
    return _keadaan(hitungan) if hitungan.nilai is None else hitungan.nilai


def _keadaan_bersama(hitungan: Sequence[Hitungan]) -> str:
    semua = {_keadaan(h) for h in hitungan}
    return next((k for k in (TIDAK_DAPAT_DIHITUNG, BELUM_LENGKAP) if k in semua), "")


def _banyak_terhitung(tempat: TempatIndikator) -> int:
    """How many of its formulas are more than words."""
    return sum(f.utuh.formulasi.jenis is not JenisFormulasi.TEKS for f in tempat.formulasi)


def _angka_atau(angka: Decimal | None, kata: str) -> Nilai:
    return kata if angka is None else angka


class LembarHitung(Lembar, ABC):
    """A sheet with columns for realisasi, target, capaian and class (``bagan``).

    ``kolom_angka`` are the columns with figures in the units of the office, ``periode`` is what its
    figures are of.
    """

    kolom_angka: tuple[str, ...] = ()

    def __init__(
        self, buku: Workbook, kolom: Sequence[Kolom], bagan: Bagan, snapshot: Snapshot, periode: Periode
    ) -> None:
        nama = nama_tw(periode)
        tambahan = Tambahan.untuk(snapshot, len(kolom))
        super().__init__(buku, f"{nama[0].upper()}{nama[1:]}", (*kolom, *tambahan.kolom()))
        self.periode = periode
        self.bagan = replace(bagan, tambahan=tambahan)
        self.aturan = snapshot.aturan
        self._bobot = bobot_semua(snapshot) if tambahan.bobot else {}
        aturan = self.aturan
        self._persen = {g: g.berdesimal(aturan.desimal) for g in _BERPERSEN}

    def jabatan(self, nomor: int, tempat: TempatJabatan, hasil: HasilJabatan) -> None:
        """Write the row of a jabatan, and its table."""
        jabatan = tempat.utuh.jabatan
        sasaran = [s.utuh.sasaran.bobot for s in tempat.sasaran]
        kalimat = jelaskan_induk("sasaran", [s.hasil for s in hasil.sasaran], self.aturan, sasaran)
        rentang = (tempat.baris, tempat.baris + 1, tempat.akhir)
        bobot = self._bobot.get(jabatan.id)
        self.induk(Induk(JABATAN, *rentang, f"{nomor}. {jabatan.nama}", hasil.hasil, kalimat, bobot))
        for urutan, (satu, angka) in enumerate(zip(tempat.sasaran, hasil.sasaran, strict=True), 1):
            self._sasaran(urutan, satu, angka)

    def _sasaran(self, nomor: int, tempat: TempatSasaran, hasil: HasilSasaran) -> None:
        sasaran = tempat.utuh.sasaran
        indikator = [i.utuh.indikator.bobot for i in tempat.indikator]
        kalimat = jelaskan_induk("indikator", hasil.indikator, self.aturan, indikator)
        rentang = (tempat.baris, tempat.baris + 1, tempat.akhir)
        bobot = self._bobot.get(sasaran.id)
        teks = f"Sasaran {nomor}: {sasaran.teks}"
        self.induk(Induk(SASARAN, *rentang, teks, hasil.hasil, kalimat, bobot))
        for urutan, (satu, angka) in enumerate(zip(tempat.indikator, hasil.indikator, strict=True), 1):
            self._kepala_indikator(f"{nomor}.{urutan}", satu)
            self.isi_indikator(satu, angka)
            self._hitung_indikator(satu, angka)
            self.tutup(satu.akhir)

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
        self._timbang(induk.baris, induk.bobot, induk.hasil.capaian)
        self.catatan(induk.baris, b.capaian, induk.kalimat)

    def _hitung_indikator(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        b, baris = self.bagan, tempat.baris
        tanpa = "" if None in (hasil.realisasi, hasil.target) else TIDAK_DAPAT_DIHITUNG
        self._realisasi(tempat, hasil)
        self.teks(baris, b.tingkat, INDIKATOR, gaya.BANTU)
        penuh = self._penuh(tempat, hasil)
        self.rumus(baris, b.penuh, penuh, _angka_atau(hasil.capaian, tanpa), gaya.BANTU_ANGKA)
        self._capaian(baris, hasil.capaian, tanpa, gaya.PERSEN)
        self._kategori(baris, hasil.kategori, gaya.KATEGORI)
        self._timbang(baris, self._bobot.get(tempat.utuh.indikator.id), hasil.capaian)
        pengisian = [(f.utuh.formulasi, f.utuh.realisasi) for f in tempat.formulasi]
        kalimat = jelaskan_indikator(tempat.utuh.indikator, pengisian, self.aturan, self.periode)
        self.catatan(baris, b.capaian, kalimat)

    def _realisasi(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        """The mean of the formulas; none where several are taken each on its own."""
        b, baris = self.bagan, tempat.baris
        terhitung = any(urutan_wajib(f.utuh.formulasi) for f in tempat.formulasi)
        # a reference to a cell that is truly empty would come to 0
        if not terhitung or (hasil.masing_masing and _banyak_terhitung(tempat) > 1):
            self.kosong(baris, b.realisasi, gaya.TERHITUNG)
            return
        kata = _keadaan_bersama(hasil.formulasi)
        rumus = rumus_excel.realisasi(b, baris, tempat.akhir, len(tempat.formulasi))
        self.rumus(baris, b.realisasi, rumus, _angka_atau(hasil.realisasi, kata), gaya.TERHITUNG)

    def _penuh(self, tempat: TempatIndikator, hasil: HasilIndikator) -> str:
        b, baris, arah = self.bagan, tempat.baris, tempat.utuh.indikator.arah or Arah.NAIK
        if hasil.masing_masing:
            return self._masing_masing(tempat, hasil)
        if hasil.sasar is not None and hasil.sasar.rentang:
            self._batas(baris, hasil.sasar)
            return rumus_excel.capaian_sasar(b, baris, sel(b.realisasi, baris), arah, self.aturan)
        return rumus_excel.capaian_penuh(b, baris, arah, self.aturan)

    def _masing_masing(self, tempat: TempatIndikator, hasil: HasilIndikator) -> str:
        """Each formula's target and capaian beside the page, and what they make together."""
        huruf, arah = self.bagan.tambahan.capaian, tempat.utuh.indikator.arah or Arah.NAIK
        assert huruf is not None
        beberapa = _banyak_terhitung(tempat) > 1
        terhitung: list[int] = []
        for formulasi, satu in zip(tempat.formulasi, hasil.masing_masing, strict=True):
            if not urutan_wajib(formulasi.utuh.formulasi):
                continue
            terhitung.append(formulasi.baris)
            self._batas(formulasi.baris, satu.sasar)
            hitungan = sel(self.bagan.hasil, formulasi.baris)
            rumus = rumus_excel.capaian_sasar(self.bagan, formulasi.baris, hitungan, arah, self.aturan)
            if beberapa:
                rumus = rumus_excel.capaian_dirata(rumus, self.aturan)
            self.rumus(formulasi.baris, huruf, rumus, self._nilai_masing(satu, beberapa), gaya.BANTU_ANGKA)
        if not terhitung:
            return '""'
        if not beberapa:
            return sel(huruf, terhitung[0])
        return rumus_excel.rata_rata_masing(huruf, tempat.baris, tempat.akhir)

    def _nilai_masing(self, satu: HasilFormulasi, beberapa: bool) -> Nilai:
        if satu.capaian is None:
            return "" if None in (satu.hitungan.nilai, satu.sasar) else TIDAK_DAPAT_DIHITUNG
        dibulatkan = beberapa and self.aturan.rata_rata_dibulatkan
        return self.aturan.tampil(satu.capaian) if dibulatkan else satu.capaian

    def _batas(self, baris: int, sasar: Sasar | None) -> None:
        tambahan = self.bagan.tambahan
        assert tambahan.dari is not None
        assert tambahan.sampai is not None
        if sasar is None:
            return
        self.angka(baris, tambahan.dari, sasar.bawah, gaya.BANTU_ANGKA)
        self.angka(baris, tambahan.sampai, sasar.atas, gaya.BANTU_ANGKA)

    def _timbang(self, baris: int, bobot: Decimal | None, capaian: Decimal | None) -> None:
        tambahan = self.bagan.tambahan
        if tambahan.bobot is None or tambahan.berbobot is None or bobot is None:
            return
        self.angka(baris, tambahan.bobot, bobot, gaya.BANTU_ANGKA)
        rumus = rumus_excel.capaian_berbobot(self.bagan, baris, self.aturan)
        nilai: Nilai = ""
        if capaian is not None:
            nilai = (self.aturan.tampil(capaian) if self.aturan.rata_rata_dibulatkan else capaian) * bobot
        self.rumus(baris, tambahan.berbobot, rumus, nilai, gaya.BANTU_ANGKA)

    def tulis_target(self, tempat: TempatIndikator, sasar: Sasar | None) -> bool:
        """Write a target that no other cell gives: a range in words, or that of formulas on their own.

        ``False`` where it is none of these.
        """
        rentang = sasar is not None and sasar.rentang
        if not rentang and tempat.utuh.indikator.gabungan is not Gabungan.MASING_MASING:
            return False
        if sasar is None or rentang:
            kata = "" if sasar is None else tulis_sasar(sasar, self.aturan)
            self.teks(tempat.baris, self.bagan.target, kata, gaya.TERHITUNG)
        else:
            self.angka(tempat.baris, self.bagan.target, sasar.bawah, gaya.TERHITUNG)
        return True

    def _capaian(self, baris: int, capaian: Decimal | None, tanpa: str, gaya_sel: Gaya) -> None:
        tampil = tanpa if capaian is None else self.aturan.tampil(capaian)
        rumus = rumus_excel.capaian(self.bagan, baris, self.aturan)
        self.rumus(baris, self.bagan.capaian, rumus, tampil, self._persen[gaya_sel])

    def _kategori(self, baris: int, kategori: str | None, gaya_sel: Gaya) -> None:
        rumus = rumus_excel.kategori(self.bagan, baris, self.aturan)
        self.rumus(baris, self.bagan.kategori, rumus, kategori or "", gaya_sel)
