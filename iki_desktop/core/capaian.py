"""Capaian: realisasi set against its target, named by a scale, and rolled up.

Sources: naik ``realisasi / target × 100`` and turun ``(2 × target − realisasi) / target × 100``
as printed in published LKjIP (and, for the second form, PermenPANRB 8/2021); classes after the
"Skala Nilai Peringkat Kinerja" of Permendagri 54/2010, taken over by Permendagri 86/2017.
A document may say otherwise in its ``PengaturanCapaian``.

A range (PermenPANRB 8/2021): inside it 100 %; beyond it the same formulas against the bound that is
passed.  So a count that should rise has more than 100 % above its upper bound and less below its
lower one; where less is better it is the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import hitung_desimal
from iki_desktop.core.aturan import SKALA_BAKU, Aturan, aturan_capaian, kategori
from iki_desktop.core.formulasi import Hitungan, akumulasi_berlaku, hitung_formulasi, lengkap, masukan
from iki_desktop.core.records import (
    Arah,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    Realisasi,
)
from iki_desktop.core.target import Sasar, target_periode
from iki_desktop.core.triwulan import Periode, Sampai, triwulan_periode

__all__ = [
    "SKALA_BAKU",
    "TANPA_TARGET",
    "Aturan",
    "HasilFormulasi",
    "HasilIndikator",
    "HasilInduk",
    "Pengisian",
    "aturan_capaian",
    "bobot_berlaku",
    "gabung",
    "hitung_capaian",
    "hitung_indikator",
    "hitung_kemajuan",
    "hitung_sasar",
    "kategori",
    "target_periode",
]

BOBOT_NOL = "semua bobotnya 0"
TANPA_TARGET = "target belum ada"

SERATUS = Decimal(100)
NOL = Decimal(0)

Pengisian = tuple[Formulasi, Sequence[Realisasi | None]]
"""A formula with its four quarters."""


@dataclass(frozen=True, slots=True)
class HasilInduk:
    """Capaian of a sasaran, jabatan or kecamatan, and how much of the period is filled.

    ``jumlah`` counts the formulas that something can be entered for, ``terisi`` those of them
    that are filled in the period (where it has several quarters: in at least one).  ``sebab`` says why
    there is no capaian although a child has one.
    """

    capaian: Decimal | None
    kategori: str | None
    terisi: int
    jumlah: int
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class HasilFormulasi:
    """One formula against its own target, where an indicator takes each on its own."""

    hitungan: Hitungan
    sasar: Sasar | None
    capaian: Decimal | None
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """Everything that is computed of one indicator in one period.

    ``target`` is the plain target, or the lower bound of a range whose upper bound is
    ``target_sampai``.  ``sebab`` says in a few words why there is no capaian, where there is none.
    ``masing_masing`` has a place for each formula where each is taken on its own, and is empty
    elsewhere; where more than one of them is counted, there is no realisasi and no target of the whole.
    """

    realisasi: Decimal | None
    target: Decimal | None
    capaian: Decimal | None
    kategori: str | None
    formulasi: tuple[Hitungan, ...]
    terisi: int
    jumlah: int
    sebab: str = ""
    target_sampai: Decimal | None = None
    masing_masing: tuple[HasilFormulasi, ...] = ()

    @property
    def sasar(self) -> Sasar | None:
        """The target, plain or a range, as one thing."""
        if self.target is None:
            return None
        return Sasar(self.target, self.target if self.target_sampai is None else self.target_sampai)


def hitung_capaian(
    realisasi: Decimal, target: Decimal, arah: Arah, aturan: Aturan
) -> tuple[Decimal | None, str]:
    """Capaian in percent, unrounded and capped by the document's cap; or ``None`` and why.

    A target of 0 with arah turun is met by 0 (100 %) and by nothing else (0 %), whichever falling
    form the document uses; with arah naik nothing can be said.  ``selisih`` is floored at 0.
    """
    with hitung_desimal():
        if arah is Arah.NAIK:
            nilai = realisasi / target * SERATUS if target else None
        elif not target:
            nilai = SERATUS if not realisasi else NOL
        elif aturan.kebalikan:
            nilai = target / realisasi * SERATUS if realisasi else None
        else:
            nilai = max(NOL, (2 * target - realisasi) / target * SERATUS)
    if nilai is None:
        return None, "target 0" if arah is Arah.NAIK else "realisasi 0"
    if aturan.batas_atas is not None:
        nilai = min(nilai, aturan.batas_atas)
    return nilai, ""


def hitung_sasar(realisasi: Decimal, sasar: Sasar, arah: Arah, aturan: Aturan) -> tuple[Decimal | None, str]:
    """The same against a target that may be a range; inside one it is 100 %."""
    acuan = sasar.acuan(realisasi)
    if acuan is not None:
        return hitung_capaian(realisasi, acuan, arah, aturan)
    return SERATUS if aturan.batas_atas is None else min(SERATUS, aturan.batas_atas), ""


def _rata_rata(nilai: Sequence[Decimal]) -> Decimal | None:
    if len(nilai) <= 1:
        return nilai[0] if nilai else None
    with hitung_desimal():
        return sum(nilai, NOL) / len(nilai)


def hitung_indikator(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, periode: Periode
) -> HasilIndikator:
    """Realisasi, target, capaian and class of an indicator in a period.

    Several formulas make the mean of those that can be computed, or (``masing_masing``) the mean of
    what each comes to against its own target.
    """
    return _hitung(indikator, pengisian, aturan, periode, periode)


def hitung_kemajuan(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, triwulan: int
) -> HasilIndikator:
    """What is reached up to the end of a quarter (1–4), against the target of the whole year."""
    return _hitung(indikator, pengisian, aturan, Sampai(triwulan), None)


def _hitung(
    indikator: Indikator,
    pengisian: Sequence[Pengisian],
    aturan: Aturan,
    periode: Periode,
    periode_target: Periode,
) -> HasilIndikator:
    if indikator.gabungan is Gabungan.MASING_MASING:
        tiap = tuple(_hitung_satu(indikator, p, aturan, periode, periode_target) for p in pengisian)
        return _dari_masing(pengisian, tiap, aturan, periode)
    hitungan = tuple(_hitungan(indikator, p, periode) for p in pengisian)
    realisasi = _rata_rata([h.nilai for h in hitungan if h.nilai is not None])
    sasar = target_periode(indikator, [f for f, _ in pengisian], periode_target)
    capaian, sebab = _capaian(indikator, realisasi, sasar, hitungan, aturan)
    return HasilIndikator(
        realisasi,
        sasar.bawah if sasar else None,
        capaian,
        kategori(capaian, aturan),
        hitungan,
        *_terisi(pengisian, periode),
        sebab,
        sasar.atas if sasar and sasar.rentang else None,
    )


def _dari_masing(
    pengisian: Sequence[Pengisian], tiap: tuple[HasilFormulasi, ...], aturan: Aturan, periode: Periode
) -> HasilIndikator:
    """The mean of formulas taken each on its own; a single one speaks for the whole."""
    terhitung = [h for h, (f, _) in zip(tiap, pengisian, strict=True) if f.jenis is not JenisFormulasi.TEKS]
    satu = terhitung[0] if len(terhitung) == 1 else None
    sasar = satu.sasar if satu else None
    dirata = [_dirata(h.capaian, aturan) for h in tiap if h.capaian is not None]
    capaian = satu.capaian if satu else _rata_rata(dirata)
    return HasilIndikator(
        satu.hitungan.nilai if satu else None,
        sasar.bawah if sasar else None,
        capaian,
        kategori(capaian, aturan),
        tuple(h.hitungan for h in tiap),
        *_terisi(pengisian, periode),
        "" if capaian is not None else next((h.sebab for h in tiap if h.sebab), ""),
        sasar.atas if sasar and sasar.rentang else None,
        tiap,
    )


def _hitungan(indikator: Indikator, pengisian: Pengisian, periode: Periode) -> Hitungan:
    formulasi, empat = pengisian
    return hitung_formulasi(formulasi, empat, akumulasi_berlaku(indikator, formulasi), periode)


def _hitung_satu(
    indikator: Indikator, pengisian: Pengisian, aturan: Aturan, periode: Periode, periode_target: Periode
) -> HasilFormulasi:
    """One formula by itself, against its own target or, where it has none, the indicator's."""
    formulasi, _ = pengisian
    hitungan = _hitungan(indikator, pengisian, periode)
    milik = indikator if formulasi.target is None else replace(indikator, target=formulasi.target)
    sasar = target_periode(milik, [formulasi], periode_target)
    capaian, sebab = _capaian(indikator, hitungan.nilai, sasar, (hitungan,), aturan)
    return HasilFormulasi(hitungan, sasar, capaian, sebab)


def _capaian(
    indikator: Indikator,
    realisasi: Decimal | None,
    sasar: Sasar | None,
    hitungan: Sequence[Hitungan],
    aturan: Aturan,
) -> tuple[Decimal | None, str]:
    if realisasi is None:
        return None, next((h.sebab for h in hitungan if h.sebab), "")
    if sasar is None:
        return None, TANPA_TARGET
    return hitung_sasar(realisasi, sasar, indikator.arah or Arah.NAIK, aturan)


def _terisi(pengisian: Sequence[Pengisian], periode: Periode) -> tuple[int, int]:
    triwulan = triwulan_periode(periode)
    dapat_diisi = [(f, empat) for f, empat in pengisian if masukan(f)]
    terisi = sum(any(lengkap(f, empat[t - 1]) for t in triwulan) for f, empat in dapat_diisi)
    return terisi, len(dapat_diisi)


# --- rolling up -------------------------------------------------------------------------------


def gabung(
    anak: Sequence[HasilIndikator | HasilInduk],
    aturan: Aturan,
    bobot: Sequence[Decimal | None] | None = None,
) -> HasilInduk:
    """Roll up: the weighted mean of the capaian of those children that have one.

    ``bobot`` has a place for each child (``bobot_berlaku`` says what an empty one counts for);
    without it all weigh the same.  Where those that have a capaian weigh nothing, there is none.
    """
    capaian, sebab = _rata_anak(anak, aturan, bobot)
    return HasilInduk(
        capaian, kategori(capaian, aturan), sum(h.terisi for h in anak), sum(h.jumlah for h in anak), sebab
    )


def _rata_anak(
    anak: Sequence[HasilIndikator | HasilInduk], aturan: Aturan, bobot: Sequence[Decimal | None] | None
) -> tuple[Decimal | None, str]:
    if bobot is None or all(b is None for b in bobot):
        return _rata_rata([_dirata(h.capaian, aturan) for h in anak if h.capaian is not None]), ""
    berat = bobot_berlaku(bobot)
    return _rata_berbobot(
        [(_dirata(h.capaian, aturan), b) for h, b in zip(anak, berat, strict=True) if h.capaian is not None]
    )


def bobot_berlaku(bobot: Sequence[Decimal | None]) -> list[Decimal]:
    """What each child weighs: its own weight, else the mean of those that are given, else 1."""
    tertulis = [b for b in bobot if b is not None]
    rata = _rata_rata(tertulis) if tertulis else Decimal(1)
    assert rata is not None
    return [rata if b is None else b for b in bobot]


def _rata_berbobot(ada: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal | None, str]:
    with hitung_desimal():
        jumlah = sum((b for _, b in ada), NOL)
        if not jumlah:
            return None, BOBOT_NOL if ada else ""
        return sum((c * b for c, b in ada), NOL) / jumlah, ""


def _dirata(capaian: Decimal, aturan: Aturan) -> Decimal:
    """The capaian as it goes into a mean."""
    return aturan.tampil(capaian) if aturan.rata_rata_dibulatkan else capaian
