"""What a period is measured against: a number, or a range, from an indicator's target.

Two kinds of figure have to be told apart.  A *count* grows through the year (reports, villages
visited), so that a quarter's target is a part of the year's and the parts add up.  A *level* (an
index, a mean, a percentage of what came in) holds at any time, so that the year's target is also
every quarter's unless the quarter has its own.

========================  ==============================  =======================================
period                    count                           level
========================  ==============================  =======================================
a quarter                 its target; of a cumulative     its target, else the year's
                          one what it adds to the last
up to a quarter           the sum of the targets; of a    the last, or (rata_rata, and a ratio
                          cumulative one the last         of sums) the mean; of a cumulative one
                                                          the last
the year                  the year's                      the year's
========================  ==============================  =======================================

Up to the fourth quarter the year's own target counts, where there is one: it is the year.
A quarter without a target adds nothing to a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from iki_desktop.core.angka import format_angka, hitung_desimal, tanpa_sisa
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.formulasi import akumulasi_berlaku
from iki_desktop.core.records import Akumulasi, Formulasi, Indikator, JenisFormulasi, Target
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode, Sampai

__all__ = [
    "AsalTarget",
    "CaraTarget",
    "Sasar",
    "SifatTarget",
    "asal_target",
    "sasar_tahun",
    "sasar_triwulan",
    "sifat_target",
    "target_periode",
    "tulis_sasar",
]

NOL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sasar:
    """A target with numbers: a range from ``bawah`` to ``atas``, or one number, where both are the same."""

    bawah: Decimal
    atas: Decimal

    @property
    def rentang(self) -> bool:
        """Whether it is a range."""
        return self.bawah != self.atas

    def acuan(self, realisasi: Decimal) -> Decimal | None:
        """What a realisasi is held against: the bound that it is beyond, ``None`` inside a range.

        (PermenPANRB 8/2021: above the range the upper bound, below it the lower, inside 100 %.)
        """
        if not self.rentang:
            return self.bawah
        pasti = tanpa_sisa(realisasi)
        if pasti > tanpa_sisa(self.atas):
            return self.atas
        return self.bawah if pasti < tanpa_sisa(self.bawah) else None


def tulis_sasar(sasar: Sasar, aturan: Aturan) -> str:
    """A target for reading: ``80``, ``80–85``, ``−5 s.d. 5``."""
    bawah, atas = (format_angka(aturan.rapi(n)) for n in (sasar.bawah, sasar.atas))
    if not sasar.rentang:
        return bawah
    return f"{bawah} s.d. {atas}" if sasar.bawah < 0 else f"{bawah}–{atas}"


class SifatTarget(Enum):
    """How the targets of the quarters make that of the year."""

    JUMLAH = auto()
    RATA_RATA = auto()
    TERAKHIR = auto()


def sifat_target(indikator: Indikator, formulasi: Iterable[Formulasi]) -> SifatTarget:
    """Whether the figure is a count (``JUMLAH``) or a level, and if so of which kind.

    A ratio of sums (Σ numerators ÷ Σ denominators) is a level like a mean.  Without any formula the
    indicator's accumulation decides alone.
    """
    terhitung = [f for f in formulasi if f.jenis is not JenisFormulasi.TEKS]
    cara = {_sifat(akumulasi_berlaku(indikator, f), f) for f in terhitung}
    if not terhitung:
        cara = {_sifat(indikator.akumulasi or Akumulasi.JUMLAH, None)}
    if SifatTarget.JUMLAH in cara:
        return SifatTarget.JUMLAH
    return SifatTarget.TERAKHIR if cara == {SifatTarget.TERAKHIR} else SifatTarget.RATA_RATA


def _sifat(akumulasi: Akumulasi, formulasi: Formulasi | None) -> SifatTarget:
    if akumulasi is not Akumulasi.JUMLAH:
        return SifatTarget[akumulasi.name]
    perbandingan = (
        formulasi is not None and formulasi.jenis is JenisFormulasi.RASIO and formulasi.penyebut_tetap is None
    )
    return SifatTarget.RATA_RATA if perbandingan else SifatTarget.JUMLAH


class CaraTarget(Enum):
    """Where the target of a period is from."""

    SENDIRI = auto()
    """It was entered for this period."""
    TAHUN = auto()
    """The year's stands in."""
    TRIWULAN = auto()
    """That of an earlier quarter still holds."""
    TAMBAHAN = auto()
    """A cumulative target less the one before it."""
    JUMLAH = auto()
    """The sum of the quarters'."""
    RATA_RATA = auto()
    """The mean of the quarters'."""


@dataclass(frozen=True, slots=True)
class AsalTarget:
    """The target of a period, and how it came about.

    ``bagian`` are what was summed, or of a cumulative target it and the one before it; ``triwulan``
    is the earlier quarter that still holds.
    """

    sasar: Sasar
    cara: CaraTarget
    bagian: tuple[Sasar, ...] = ()
    triwulan: int = 0


def target_periode(indikator: Indikator, formulasi: Iterable[Formulasi], periode: Periode) -> Sasar | None:
    """The target that a period is measured against, or ``None`` where there is none."""
    asal = asal_target(indikator, formulasi, periode)
    return asal.sasar if asal else None


def asal_target(indikator: Indikator, formulasi: Iterable[Formulasi], periode: Periode) -> AsalTarget | None:
    """The same with how it came about."""
    target = indikator.target
    if target is None:
        return None
    tahun = sasar_tahun(target)
    if periode is None:
        return AsalTarget(tahun, CaraTarget.SENDIRI) if tahun else None
    if isinstance(periode, int):
        sendiri = sasar_triwulan(target, periode)
        if sendiri and not target.kumulatif:
            return AsalTarget(sendiri, CaraTarget.SENDIRI)
    elif periode.triwulan == 4 and tahun:
        return AsalTarget(tahun, CaraTarget.TAHUN)
    sifat = sifat_target(indikator, formulasi)
    pengganti = tahun if sifat is not SifatTarget.JUMLAH else None
    if isinstance(periode, Sampai):
        return _sampai(target, sifat, periode.triwulan, pengganti)
    return _satu_triwulan(target, sifat, periode, pengganti)


def _satu_triwulan(
    target: Target, sifat: SifatTarget, triwulan: int, tahun: Sasar | None
) -> AsalTarget | None:
    sendiri = sasar_triwulan(target, triwulan)
    if sendiri is None:
        return AsalTarget(tahun, CaraTarget.TAHUN) if tahun else None
    if target.kumulatif and sifat is SifatTarget.JUMLAH:
        return _tambahan(target, triwulan, sendiri)
    return AsalTarget(sendiri, CaraTarget.SENDIRI)


def sasar_tahun(target: Target) -> Sasar | None:
    """The year's target as it was entered."""
    return _sasar(target.tahun, target.tahun_sampai)


def sasar_triwulan(target: Target, triwulan: int) -> Sasar | None:
    """A quarter's target as it was entered."""
    bawah = target.triwulan[triwulan - 1] if target.triwulan else None
    atas = target.triwulan_sampai[triwulan - 1] if target.triwulan_sampai else None
    return _sasar(bawah, atas)


def _sasar(bawah: Decimal | None, atas: Decimal | None) -> Sasar | None:
    """A bound alone, whichever of the two, is a plain target."""
    satu, dua = (bawah if bawah is not None else atas), (atas if atas is not None else bawah)
    return None if satu is None or dua is None else Sasar(satu, dua)


def _sampai(target: Target, sifat: SifatTarget, triwulan: int, tahun: Sasar | None) -> AsalTarget | None:
    semua = [sasar_triwulan(target, t) for t in SEMUA_TRIWULAN[:triwulan]]
    bagian = tuple(satu for sendiri in semua if (satu := sendiri or tahun))
    if target.kumulatif or sifat is SifatTarget.TERAKHIR or len(bagian) <= 1 or not any(semua):
        return _terakhir(semua, tahun)
    if sifat is SifatTarget.JUMLAH:
        return AsalTarget(_gabung(bagian, _jumlah), CaraTarget.JUMLAH, bagian)
    return AsalTarget(_gabung(bagian, _rata), CaraTarget.RATA_RATA, bagian)


def _terakhir(semua: Sequence[Sasar | None], tahun: Sasar | None) -> AsalTarget | None:
    """The target of the last quarter; without one the year's, else what was last asked for."""
    if semua[-1] is not None:
        return AsalTarget(semua[-1], CaraTarget.SENDIRI)
    if tahun is not None:
        return AsalTarget(tahun, CaraTarget.TAHUN)
    ada = [(t, sasar) for t, sasar in enumerate(semua, 1) if sasar is not None]
    return AsalTarget(ada[-1][1], CaraTarget.TRIWULAN, triwulan=ada[-1][0]) if ada else None


def _tambahan(target: Target, triwulan: int, sendiri: Sasar) -> AsalTarget:
    """What a quarter adds to the last cumulative target before it.

    Where a range grows narrower, its lower bound rises by more than its upper one: the two change
    places, as what is asked of the quarter still lies between them.
    """
    sebelum = [s for t in range(1, triwulan) if (s := sasar_triwulan(target, t)) is not None]
    if not sebelum:
        return AsalTarget(sendiri, CaraTarget.SENDIRI)
    with hitung_desimal():
        satu, dua = sendiri.bawah - sebelum[-1].bawah, sendiri.atas - sebelum[-1].atas
    return AsalTarget(Sasar(min(satu, dua), max(satu, dua)), CaraTarget.TAMBAHAN, (sendiri, sebelum[-1]))


def _gabung(semua: Sequence[Sasar], cara: Callable[[Sequence[Decimal]], Decimal]) -> Sasar:
    with hitung_desimal():
        return Sasar(cara([s.bawah for s in semua]), cara([s.atas for s in semua]))


def _jumlah(nilai: Sequence[Decimal]) -> Decimal:
    return sum(nilai, NOL)


def _rata(nilai: Sequence[Decimal]) -> Decimal:
    return _jumlah(nilai) / len(nilai)
