"""The sheet of the year, or of a part of it: the quarters side by side, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl import Workbook

from iki_desktop.core.angka import hitung_desimal
from iki_desktop.core.capaian import HasilIndikator
from iki_desktop.core.formulasi import Hitungan, akumulasi_berlaku, hitung_triwulan, isi, lengkap
from iki_desktop.core.records import Akumulasi, Indikator, JenisFormulasi
from iki_desktop.core.snapshot import FormulasiUtuh, Snapshot
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Sampai, nama_tw, triwulan_periode
from iki_desktop.export.xlsx import gaya, rumus_excel
from iki_desktop.export.xlsx.bagian_hitung import LembarHitung, nilai_hitungan
from iki_desktop.export.xlsx.isian import baris_isian, urutan_wajib
from iki_desktop.export.xlsx.kata_formulasi import kata_formulasi
from iki_desktop.export.xlsx.lembar import BARIS_ISI, Kolom
from iki_desktop.export.xlsx.lembar_iki import LembarIki
from iki_desktop.export.xlsx.lembar_triwulan import ANGKA, nama_lembar
from iki_desktop.export.xlsx.lembar_triwulan import BAGAN as BAGAN_TRIWULAN
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.rumus_excel import Bagan, sel
from iki_desktop.export.xlsx.susunan import (
    Susunan,
    TempatFormulasi,
    TempatIndikator,
    susun,
)
from iki_desktop.naskah.tata_halaman import tata_halaman

__all__ = ["BAGAN", "LembarSetahun", "susunan_setahun"]

_HASIL = "Hasil setahun"

_KOLOM = (
    Kolom("No", 5),
    Kolom("Indikator Kinerja Individu", 32),
    Kolom("Formulasi", 34),
    *(Kolom(nama_lembar(t), 12) for t in SEMUA_TRIWULAN),
    Kolom("Cara", 10),
    Kolom(_HASIL, 13),
    Kolom("Satuan", 10),
    Kolom("Target", 12),
    Kolom("Realisasi", 13),
    Kolom("Capaian (%)", 12),
    Kolom("Kategori", 17),
    Kolom("", 3, bantu=True),
    Kolom("Tingkat", 10, bantu=True),
    Kolom("Capaian tanpa pembulatan (%)", 16, bantu=True),
    Kolom("Formulasi terisi", 10, bantu=True),
    Kolom("Triwulan terisi", 10, bantu=True),
    Kolom("Jumlah pembilang", 12, bantu=True),
    Kolom("Jumlah penyebut", 12, bantu=True),
)
_FORMULASI, _CARA = "C", "H"
_TRIWULAN = ("D", "E", "F", "G")
_BANYAK, _PEMBILANG, _PENYEBUT = "S", "T", "U"
BAGAN = Bagan(
    hasil="I",
    satuan="J",
    target="K",
    realisasi="L",
    capaian="M",
    kategori="N",
    tingkat="P",
    penuh="Q",
    terisi="R",
)

_NAMA_CARA = {
    Akumulasi.JUMLAH: "Jumlah",
    Akumulasi.RATA_RATA: "Rata-rata",
    Akumulasi.TERAKHIR: "Terakhir",
}


def susunan_setahun(snapshot: Snapshot) -> Susunan:
    """The rows of the year's sheet: one for each formula."""
    return susun(snapshot, BARIS_ISI, lambda _: 1)


@dataclass(frozen=True, slots=True)
class _Asal:
    """Where a formula stands on the quarters' sheets."""

    baris: int
    triwulan: tuple[int, ...]

    def sel(self, huruf: str, *, turun: int = 0) -> list[str]:
        """The same cell of each quarter."""
        return [sel(huruf, self.baris + turun, nama_lembar(t)) for t in self.triwulan]


class LembarSetahun(LembarHitung):
    """Writes the year, or the year up to a quarter; ``triwulan`` are the rows of the quarters' sheets."""

    kolom_angka = (*_TRIWULAN, BAGAN.hasil, BAGAN.target, BAGAN.realisasi)

    def __init__(
        self, buku: Workbook, snapshot: Snapshot, iki: LembarIki, triwulan: Susunan, periode: Sampai | None
    ) -> None:
        super().__init__(buku, _kolom(periode), BAGAN, snapshot, periode)
        self._triwulan_periode = triwulan_periode(periode)
        self._iki = iki
        self._halaman = tata_halaman(snapshot.dokumen.tata_letak)
        self._asal = {
            f.utuh.formulasi.id: _Asal(f.baris, self._triwulan_periode) for f in triwulan.formulasi()
        }

    def isi_indikator(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        """Write the target and the formulas of an indicator."""
        indikator = tempat.utuh.indikator
        if not self.tulis_target(tempat, hasil.sasar):
            self._target(tempat.baris, indikator.id, hasil.target)
        for urutan, (formulasi, hitungan) in enumerate(
            zip(tempat.formulasi, hasil.formulasi, strict=True), 1
        ):
            awalan = f"({urutan}) " if len(tempat.formulasi) > 1 else ""
            self.teks(
                formulasi.baris,
                _FORMULASI,
                awalan + kata_formulasi(formulasi.utuh.formulasi, self._halaman),
                gaya.TEKS,
            )
            self._formulasi(indikator, formulasi, hitungan)

    def _target(self, baris: int, indikator_id: int, target: Decimal | None) -> None:
        """The year's as it stands in the table; that of a part of the year as the program finds it."""
        if self.periode is not None:
            self.angka(baris, BAGAN.target, target, gaya.TERHITUNG)
            return
        asal = self._iki.sel_target(indikator_id)
        nilai: Nilai = "" if target is None else target
        self.rumus(baris, BAGAN.target, f'IF(ISNUMBER({asal}),{asal},"")', nilai, gaya.TERHITUNG)

    def _formulasi(self, indikator: Indikator, tempat: TempatFormulasi, hitungan: Hitungan) -> None:
        formulasi, baris = tempat.utuh.formulasi, tempat.baris
        if not urutan_wajib(formulasi):
            if baris_isian(formulasi)[-1].kunci is not None:
                self.angka(baris, BAGAN.terisi, 0, gaya.BANTU)
            return
        akumulasi = akumulasi_berlaku(indikator, formulasi)
        asal = self._asal[formulasi.id]
        banyak = sum(lengkap(formulasi, tempat.utuh.realisasi[t - 1]) for t in self._triwulan_periode)
        self.teks(baris, _CARA, _NAMA_CARA[akumulasi], gaya.TEKS_TENGAH)
        self._triwulan(tempat, asal)
        self.rumus(baris, _BANYAK, "+".join(asal.sel(BAGAN_TRIWULAN.terisi)), banyak, gaya.BANTU)
        self.rumus(baris, BAGAN.terisi, f"IF({_BANYAK}{baris}>0,1,0)", int(banyak > 0), gaya.BANTU)
        isi_rumus = self._isi(tempat, akumulasi, asal)
        rumus = rumus_excel.hasil_tahun(f"{_BANYAK}{baris}", isi_rumus, _rentang_triwulan(baris))
        self.rumus(baris, BAGAN.hasil, rumus, nilai_hitungan(hitungan), gaya.TERHITUNG)

    def _triwulan(self, tempat: TempatFormulasi, asal: _Asal) -> None:
        utuh = tempat.utuh
        alamat_hasil = asal.sel(BAGAN_TRIWULAN.hasil)
        for huruf, alamat, t in zip(_TRIWULAN, alamat_hasil, self._triwulan_periode, strict=False):
            nilai = nilai_hitungan(hitung_triwulan(utuh.formulasi, utuh.realisasi[t - 1], t))
            self.rumus(tempat.baris, huruf, alamat, nilai, gaya.TERHITUNG)

    def _isi(self, tempat: TempatFormulasi, akumulasi: Akumulasi, asal: _Asal) -> str:
        """The formula of a year in which at least one quarter takes part."""
        baris = tempat.baris
        if akumulasi is Akumulasi.TERAKHIR:
            hasil = [f"{huruf}{baris}" for huruf in _TRIWULAN[: len(asal.triwulan)]]
            return rumus_excel.tahun_terakhir(asal.sel(BAGAN_TRIWULAN.terisi), hasil)
        if akumulasi is Akumulasi.RATA_RATA:
            return rumus_excel.tahun_rata_rata(_rentang_triwulan(baris))
        if tempat.utuh.formulasi.jenis in (JenisFormulasi.RUMUS, JenisFormulasi.SKM):
            return rumus_excel.tahun_jumlah_rumus(_rentang_triwulan(baris), f"{_BANYAK}{baris}")
        return self._jumlah(tempat, asal)

    def _jumlah(self, tempat: TempatFormulasi, asal: _Asal) -> str:
        """Σ numerators against Σ denominators; a constant denominator counts once."""
        baris, formulasi = tempat.baris, tempat.utuh.formulasi
        terisi = asal.sel(BAGAN_TRIWULAN.terisi)
        kunci = [b.kunci for b in baris_isian(formulasi)]
        self._jumlah_isian(tempat, _PEMBILANG, rumus_excel.tahun_jumlah(terisi, asal.sel(ANGKA)), kunci[0])
        if len(kunci) > 1 and kunci[1] is not None:
            bawah = rumus_excel.tahun_jumlah(terisi, asal.sel(ANGKA, turun=1))
            self._jumlah_isian(tempat, _PENYEBUT, bawah, kunci[1])
        elif formulasi.penyebut_tetap is not None and len(kunci) > 1:
            alamat = asal.sel(ANGKA, turun=1)[0]
            self.rumus(baris, _PENYEBUT, alamat, formulasi.penyebut_tetap, gaya.BANTU_ANGKA)
        return rumus_excel.hitungan(formulasi.jenis, f"{_PEMBILANG}{baris}", f"{_PENYEBUT}{baris}")

    def _jumlah_isian(self, tempat: TempatFormulasi, huruf: str, rumus: str, kunci: str | None) -> None:
        with hitung_desimal():
            bagian = (_terpakai(tempat.utuh, t, kunci or "") for t in self._triwulan_periode)
            jumlah = sum(bagian, Decimal(0))
        self.rumus(tempat.baris, huruf, rumus, jumlah, gaya.BANTU_ANGKA)


def _kolom(periode: Sampai | None) -> tuple[Kolom, ...]:
    """The columns, the sum of the quarters under its own name."""
    nama = f"Hasil {nama_tw(periode)}"
    return tuple(replace(k, judul=nama) if k.judul == _HASIL else k for k in _KOLOM)


def _terpakai(utuh: FormulasiUtuh, triwulan: int, kunci: str) -> Decimal:
    """What a quarter adds to the year's sum: nothing where its inputs are not all there."""
    realisasi = utuh.realisasi[triwulan - 1]
    if not lengkap(utuh.formulasi, realisasi):
        return Decimal(0)
    return isi(realisasi, kunci) or Decimal(0)


def _rentang_triwulan(baris: int) -> str:
    return f"{_TRIWULAN[0]}{baris}:{_TRIWULAN[-1]}{baris}"
