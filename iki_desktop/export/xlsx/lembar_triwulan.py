"""A quarter's sheet: what was entered, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from openpyxl import Workbook

from iki_desktop.core.capaian import HasilIndikator, target_periode
from iki_desktop.core.formulasi import Hitungan, isi, lengkap
from iki_desktop.core.records import Formulasi, JenisFormulasi, Target
from iki_desktop.core.skm import mutu_skm
from iki_desktop.core.snapshot import IndikatorUtuh, Snapshot
from iki_desktop.core.target import sasar_triwulan
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.export.xlsx import gaya, rumus_excel
from iki_desktop.export.xlsx.bagian_hitung import LembarHitung, nilai_hitungan
from iki_desktop.export.xlsx.isian import BarisIsian, baris_isian, rumus_terbaca, urutan_wajib
from iki_desktop.export.xlsx.lembar import BARIS_ISI, Kolom
from iki_desktop.export.xlsx.lembar_iki import LembarIki
from iki_desktop.export.xlsx.nilai_simpanan import Nilai
from iki_desktop.export.xlsx.rumus_excel import Bagan, sel
from iki_desktop.export.xlsx.susunan import (
    Susunan,
    TempatFormulasi,
    TempatIndikator,
    susun,
)
from iki_desktop.export.xlsx.terjemah import TidakTerjemahError, terjemahkan

__all__ = ["ANGKA", "BAGAN", "LembarTriwulan", "nama_lembar", "susunan_triwulan"]

_KOLOM = (
    Kolom("No", 5),
    Kolom("Indikator Kinerja Individu", 32),
    Kolom("Isian", 37),
    Kolom("Angka", 13),
    Kolom("Hasil formulasi", 13),
    Kolom("Satuan", 10),
    Kolom("Target", 12),
    Kolom("Realisasi", 13),
    Kolom("Capaian (%)", 12),
    Kolom("Kategori", 17),
    Kolom("Catatan", 22),
    Kolom("", 3, bantu=True),
    Kolom("Tingkat", 10, bantu=True),
    Kolom("Capaian tanpa pembulatan (%)", 16, bantu=True),
    Kolom("Formulasi terisi", 10, bantu=True),
)
_ISIAN, ANGKA, _CATATAN = "C", "D", "K"
BAGAN = Bagan(
    hasil="E",
    satuan="F",
    target="G",
    realisasi="H",
    capaian="I",
    kategori="J",
    tingkat="M",
    penuh="N",
    terisi="O",
)


def nama_lembar(triwulan: int) -> str:
    """``TW II``."""
    return f"TW {ROMAWI[triwulan - 1]}"


def susunan_triwulan(snapshot: Snapshot) -> Susunan:
    """The rows of every quarter's sheet: they are the same in all four, so the year can refer to them."""
    return susun(snapshot, BARIS_ISI, lambda f: len(baris_isian(f)))


class LembarTriwulan(LembarHitung):
    """Writes one quarter."""

    kolom_angka = (ANGKA, BAGAN.hasil, BAGAN.target, BAGAN.realisasi)

    def __init__(
        self,
        buku: Workbook,
        snapshot: Snapshot,
        triwulan: int,
        iki: LembarIki,
        *,
        susunan: Susunan,
        induk: int,
    ) -> None:
        """``induk`` is the quarter whose sheet holds the constants; the others refer to it."""
        super().__init__(buku, _KOLOM, BAGAN, snapshot, triwulan)
        self._triwulan = triwulan
        self._baris = {f.utuh.formulasi.id: f.baris for f in susunan.formulasi()}
        self._iki = iki
        self._induk = induk

    def isi_indikator(self, tempat: TempatIndikator, hasil: HasilIndikator) -> None:
        """Write the target and the formulas of an indicator."""
        if not self.tulis_target(tempat, hasil.sasar):
            self._target(tempat.baris, tempat.utuh, hasil.target)
        for urutan, (formulasi, hitungan) in enumerate(
            zip(tempat.formulasi, hasil.formulasi, strict=True), 1
        ):
            self._formulasi(formulasi, hitungan, f"({urutan}) " if len(tempat.formulasi) > 1 else "")

    def _target(self, baris: int, utuh: IndikatorUtuh, target: Decimal | None) -> None:
        """The quarter's own target is an input; the year's stands in for it only where core lets it."""
        milik = utuh.indikator.target
        sendiri = None if milik is None else sasar_triwulan(milik, self._triwulan)
        if sendiri is None and _target_tahun_berlaku(utuh, self._triwulan):
            asal = self._iki.sel_target(utuh.indikator.id)
            nilai = "" if target is None else target
            self.rumus(baris, BAGAN.target, f'IF(ISNUMBER({asal}),{asal},"")', nilai, gaya.TERHITUNG)
        else:
            # of a cumulative target the quarter has to reach what is added to the one before
            hanya_tambahan = milik is not None and milik.kumulatif
            self.angka(baris, BAGAN.target, target, gaya.TERHITUNG if hanya_tambahan else gaya.ISIAN)

    def _formulasi(self, tempat: TempatFormulasi, hitungan: Hitungan, awalan: str) -> None:
        realisasi = tempat.utuh.realisasi[self._triwulan - 1]
        sumber = self._baris.get(tempat.utuh.formulasi.sumber_id or 0)
        for urutan, satu in enumerate(baris_isian(tempat.utuh.formulasi)):
            baris = tempat.baris + urutan
            gaya_teks = gaya.TEKS if urutan == 0 else gaya.TEKS.lanjutan()
            self.teks(baris, _ISIAN, (awalan if urutan == 0 else "") + satu.label, gaya_teks)
            angka = isi(realisasi, satu.kunci) if satu.kunci else None
            if sumber is not None and satu.kunci:
                self._angka_bersama(baris, sumber + urutan, angka)
            else:
                self._angka(baris, satu, angka)
        self._hasil(tempat, hitungan)
        if realisasi is not None and realisasi.catatan:
            self.teks(tempat.baris, _CATATAN, realisasi.catatan, gaya.KETERANGAN)

    def _angka_bersama(self, baris: int, asal: int, angka: Decimal | None) -> None:
        """An input that is typed at another formula: what stands there, and nothing where nothing does."""
        alamat = sel(ANGKA, asal)
        nilai: Nilai = "" if angka is None else angka
        self.rumus(baris, ANGKA, f'IF(ISNUMBER({alamat}),{alamat},"")', nilai, gaya.TERHITUNG)

    def _angka(self, baris: int, isian: BarisIsian, angka: Decimal | None) -> None:
        if isian.kunci is not None:
            self.angka(baris, ANGKA, angka, gaya.ISIAN)
        elif isian.tetap is not None and self._triwulan == self._induk:
            self.angka(baris, ANGKA, isian.tetap, gaya.TETAP)
        elif isian.tetap is not None:
            asal = sel(ANGKA, baris, nama_lembar(self._induk))
            self.rumus(baris, ANGKA, asal, isian.tetap, gaya.TETAP)

    def _hasil(self, tempat: TempatFormulasi, hitungan: Hitungan) -> None:
        formulasi = tempat.utuh.formulasi
        wajib = [tempat.baris + n for n in urutan_wajib(formulasi)]
        if wajib:
            terisi = int(lengkap(formulasi, tempat.utuh.realisasi[self._triwulan - 1]))
            self.rumus(tempat.baris, BAGAN.terisi, rumus_excel.terisi(ANGKA, wajib), terisi, gaya.BANTU)
            self._hasil_terhitung(tempat, wajib, hitungan)
        elif baris_isian(formulasi)[-1].kunci is not None:
            self.angka(tempat.baris, BAGAN.terisi, 0, gaya.BANTU)

    def _hasil_terhitung(self, tempat: TempatFormulasi, wajib: list[int], hitungan: Hitungan) -> None:
        nilai = nilai_hitungan(hitungan)
        try:
            isi_rumus = _isi_rumus(tempat)
        except TidakTerjemahError:
            self._nilai_saja(tempat.baris, nilai)
            return
        rumus = rumus_excel.hasil_formulasi(ANGKA, wajib, isi_rumus)
        self.rumus(tempat.baris, BAGAN.hasil, rumus, nilai, gaya.TERHITUNG)
        if tempat.utuh.formulasi.jenis is JenisFormulasi.SKM and tempat.akhir > tempat.baris:
            self._mutu(tempat.baris, nilai)

    def _mutu(self, baris: int, nilai: Nilai) -> None:
        """The letter of a survey's value, under the value."""
        kata = "" if isinstance(nilai, str) else f"Mutu {mutu_skm(Decimal(nilai))[0]}"
        rumus = rumus_excel.mutu_skm(sel(BAGAN.hasil, baris))
        self.rumus(baris + 1, BAGAN.hasil, rumus, kata, gaya.TERHITUNG.lanjutan())

    def _nilai_saja(self, baris: int, nilai: Nilai) -> None:
        """The figure without the way to it.  Words are a formula too: an empty cell would count as 0."""
        if isinstance(nilai, str):
            self.rumus(baris, BAGAN.hasil, f'"{nilai}"', nilai, gaya.TERHITUNG)
        else:
            self.angka(baris, BAGAN.hasil, Decimal(nilai), gaya.TERHITUNG)


def _isi_rumus(tempat: TempatFormulasi) -> str:
    """The figure of a formula whose inputs are all there."""
    formulasi = tempat.utuh.formulasi
    if formulasi.jenis is JenisFormulasi.SKM:
        return rumus_excel.hasil_skm(ANGKA, [tempat.baris + n for n in urutan_wajib(formulasi)])
    if formulasi.jenis is not JenisFormulasi.RUMUS:
        return rumus_excel.hitungan(
            formulasi.jenis, sel(ANGKA, tempat.baris), sel(ANGKA, min(tempat.baris + 1, tempat.akhir))
        )
    rumus = rumus_terbaca(formulasi)
    if rumus is None:
        return rumus_excel.TIDAK
    return rumus_excel.rumus_aman(terjemahkan(rumus, _sel_variabel(formulasi, tempat.baris)))


def _sel_variabel(formulasi: Formulasi, baris: int) -> dict[str, str]:
    return {
        satu.kunci.removeprefix("variabel:"): sel(ANGKA, baris + urutan)
        for urutan, satu in enumerate(baris_isian(formulasi))
        if satu.kunci is not None
    }


def _target_tahun_berlaku(utuh: IndikatorUtuh, triwulan: int) -> bool:
    """Whether core would measure this quarter against the year's target, if there were one."""
    andai = replace(utuh.indikator, target=Target(tahun=Decimal(1)))
    return target_periode(andai, [f.formulasi for f in utuh.formulasi], triwulan) is not None
