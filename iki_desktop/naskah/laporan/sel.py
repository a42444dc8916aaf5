"""The cells of a report: figures as the document shows them, and what stands where there is none.

A figure that does not exist prints as a dash.  One that arithmetic does not give (a denominator of
0, a target of 0) says so; one whose inputs are half there says that.  Where the formulas of an
indicator are taken each on its own, its own line has no figure but the capaian: theirs stand below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG
from iki_desktop.core.records import JenisFormulasi, Realisasi
from iki_desktop.core.skm import mutu_skm
from iki_desktop.core.snapshot import IndikatorUtuh
from iki_desktop.core.target import Sasar, sasar_tahun, tulis_sasar
from iki_desktop.core.triwulan import ROMAWI, Periode, triwulan_periode
from iki_desktop.naskah.laporan.bahan import IndikatorTerhitung, Masa
from iki_desktop.naskah.laporan.isi import Angka, Keterangan, Nilai
from iki_desktop.naskah.laporan.kata import TIADA
from iki_desktop.naskah.laporan.kemajuan import TerhadapTahun
from iki_desktop.naskah.laporan.rincian import berincian

__all__ = [
    "BIDANG_KATA",
    "angka",
    "bobot",
    "capaian",
    "kata",
    "kategori",
    "realisasi",
    "sasar",
    "satuan",
    "target",
    "target_tahun",
]

BELUM_LENGKAP = "belum lengkap"

BIDANG_KATA = ("catatan", "kendala", "tindak_lanjut")
"""What may be said to an entry, by the names that a ``Realisasi`` has for them."""

_PERSEN = frozenset({"%", "persen"})
_RENTANG_TERPANJANG = 11
"""Characters of a range that fit the column of a figure; a longer one may go on to a second line."""

_DESIMAL_SURVEI = 2
"""The bands of a survey's letters have two decimals."""


def satuan(utuh: IndikatorUtuh) -> str:
    """The unit; where none is given, a figure of ratios alone is in percent."""
    return utuh.indikator.satuan or ("%" if _semua(utuh, JenisFormulasi.RASIO) else "")


def _semua(utuh: IndikatorUtuh, dicari: JenisFormulasi) -> bool:
    semua = [f.formulasi.jenis for f in utuh.formulasi]
    return bool(semua) and all(j is dicari for j in semua)


def _persen(utuh: IndikatorUtuh) -> bool:
    return satuan(utuh).strip().casefold() in _PERSEN


def bobot(satu: IndikatorTerhitung) -> Nilai:
    """The weight that an indicator was given; a formula has none."""
    if satu.nomor:
        return None
    milik = satu.utuh.indikator.bobot
    return TIADA if milik is None else Angka(milik)


# --- targets ------------------------------------------------------------------------------------


def sasar(milik: Sasar | None, aturan: Aturan) -> Nilai:
    """A target with numbers: a figure, or the words of a range."""
    if milik is None:
        return TIADA
    if not milik.rentang:
        return Angka(aturan.rapi(milik.bawah))
    teks = tulis_sasar(milik, aturan)
    return teks if len(teks) <= _RENTANG_TERPANJANG else teks.replace("–", " – ")


def target_tahun(satu: IndikatorTerhitung, aturan: Aturan) -> Nilai:
    """The year's target: its figures, or where there are none its words."""
    if berincian(satu.utuh):
        return None
    milik = satu.utuh.indikator.target
    if milik is None:
        return TIADA
    tahun = sasar_tahun(milik)
    return sasar(tahun, aturan) if tahun else milik.teks or TIADA


def target(satu: IndikatorTerhitung, masa: Masa, aturan: Aturan) -> Nilai:
    """What is asked for in this period."""
    if berincian(satu.utuh):
        return None
    milik = satu.hasil[masa].sasar
    if milik is None and (masa is None or isinstance(masa, TerhadapTahun)):
        return target_tahun(satu, aturan)
    return sasar(milik, aturan)


# --- figures ------------------------------------------------------------------------------------


def realisasi(satu: IndikatorTerhitung, masa: Masa, aturan: Aturan, *, bermutu: bool = True) -> Nilai:
    """The realisasi, or why there is none although something was entered.

    ``bermutu`` adds the letter of a survey's value.
    """
    utuh, hasil = satu.utuh, satu.hasil[masa]
    if berincian(utuh):
        return None
    if hasil.realisasi is None:
        return _tanpa_angka(hasil)
    if _semua(utuh, JenisFormulasi.SKM):
        return _survei(hasil.realisasi, aturan, bermutu=bermutu)
    return angka(hasil.realisasi, aturan, persen=_persen(utuh))


def _survei(nilai: Decimal, aturan: Aturan, *, bermutu: bool) -> Angka:
    tertulis = angka(nilai, replace(aturan, desimal=max(_DESIMAL_SURVEI, aturan.desimal)), persen=False)
    return replace(tertulis, imbuhan=f"({mutu_skm(nilai)[0]})") if bermutu else tertulis


def _tanpa_angka(hasil: HasilIndikator) -> Nilai:
    if any(h.triwulan and h.sebab for h in hasil.formulasi):
        return Keterangan(TIDAK_DAPAT_DIHITUNG)
    return Keterangan(BELUM_LENGKAP) if any(h.sebab for h in hasil.formulasi) else TIADA


def angka(nilai: Decimal, aturan: Aturan, *, persen: bool) -> Angka:
    """A percentage with the document's decimals; other numbers as typed but for a division's long tail."""
    if persen:
        return Angka(aturan.tampil(nilai), aturan.desimal)
    return Angka(aturan.rapi(nilai))


def capaian(hasil: HasilIndikator | HasilInduk, aturan: Aturan) -> Nilai:
    """The capaian in percent as the document rounds it."""
    if hasil.capaian is not None:
        return Angka(aturan.tampil(hasil.capaian), aturan.desimal)
    if isinstance(hasil, HasilIndikator) and None not in (hasil.realisasi, hasil.target):
        return Keterangan(TIDAK_DAPAT_DIHITUNG)
    return TIADA


def kategori(hasil: HasilIndikator | HasilInduk) -> Nilai:
    """The name of the class."""
    return hasil.kategori or TIADA


# --- words --------------------------------------------------------------------------------------


def kata(satu: IndikatorTerhitung, bidang: str, periode: Periode) -> str:
    """What was said to the entries of a quarter; of a longer period each with its quarter."""
    if berincian(satu.utuh):
        return ""
    if isinstance(periode, int):
        return "\n".join(_kata(satu, bidang, periode))
    triwulan = triwulan_periode(periode)
    return "\n".join(f"TW {ROMAWI[t - 1]}: {teks}" for t in triwulan for teks in _kata(satu, bidang, t))


def _kata(satu: IndikatorTerhitung, bidang: str, triwulan: int) -> Iterator[str]:
    for formulasi in satu.utuh.formulasi:
        isian: Realisasi | None = formulasi.realisasi[triwulan - 1]
        if isian is not None and (teks := getattr(isian, bidang)):
            yield teks
