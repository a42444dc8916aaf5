"""The cells of a report: figures as the document shows them, and what stands where there is none.

A quarter that nobody filled in prints blank.  A figure that arithmetic does not give (a denominator
of 0, a target of 0) says so; one whose inputs are half there says that.  Without a target the cell
of the target is blank, and so is that of the capaian.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG
from iki_desktop.core.records import JenisFormulasi
from iki_desktop.core.snapshot import IndikatorUtuh
from iki_desktop.core.triwulan import ROMAWI, Periode, triwulan_periode
from iki_desktop.naskah.laporan.isi import Angka, Keterangan, Nilai

__all__ = ["angka", "capaian", "catatan", "realisasi", "satuan", "target", "target_tahun"]

BELUM_LENGKAP = "belum lengkap"

_PERSEN = frozenset({"%", "persen"})


def satuan(utuh: IndikatorUtuh) -> str:
    """The unit; where none is given, a figure of ratios alone is in percent."""
    return utuh.indikator.satuan or ("%" if _rasio(utuh) else "")


def _rasio(utuh: IndikatorUtuh) -> bool:
    semua = [f.formulasi.jenis for f in utuh.formulasi]
    return bool(semua) and all(j is JenisFormulasi.RASIO for j in semua)


def _persen(utuh: IndikatorUtuh) -> bool:
    return satuan(utuh).strip().casefold() in _PERSEN


def target_tahun(utuh: IndikatorUtuh) -> Nilai:
    """The year's target: its figure, or where there is none its words."""
    milik = utuh.indikator.target
    if milik is None:
        return None
    return Angka(milik.tahun) if milik.tahun is not None else milik.teks


def target(utuh: IndikatorUtuh, hasil: HasilIndikator, periode: Periode) -> Nilai:
    """What the period is measured against."""
    if periode is None and hasil.target is None:
        return target_tahun(utuh)
    return None if hasil.target is None else Angka(hasil.target)


def realisasi(utuh: IndikatorUtuh, hasil: HasilIndikator, aturan: Aturan) -> Nilai:
    """The realisasi of the period, or why there is none although something was entered."""
    if hasil.realisasi is not None:
        return angka(hasil.realisasi, aturan, persen=_persen(utuh))
    if any(h.triwulan and h.sebab for h in hasil.formulasi):
        return Keterangan(TIDAK_DAPAT_DIHITUNG)
    return Keterangan(BELUM_LENGKAP) if any(h.sebab for h in hasil.formulasi) else None


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
    return None


def catatan(utuh: IndikatorUtuh, periode: Periode) -> str:
    """The notes of a quarter; those of a year each with its quarter."""
    if isinstance(periode, int):
        return "\n".join(_catatan(utuh, periode))
    triwulan = triwulan_periode(periode)
    return "\n".join(f"TW {ROMAWI[t - 1]}: {teks}" for t in triwulan for teks in _catatan(utuh, t))


def _catatan(utuh: IndikatorUtuh, triwulan: int) -> Sequence[str]:
    semua = (f.realisasi[triwulan - 1] for f in utuh.formulasi)
    return [r.catatan for r in semua if r is not None and r.catatan]
