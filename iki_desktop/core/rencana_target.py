"""The quarters' targets and the year's: whether they agree, and how the year's is spread evenly.

They are two plans of one thing, and offices change one and forget the other.  What must agree
follows from how the figure grows (``core.target``): of a count the quarters add up to the year, of a
cumulative one the last is the year's; of a mean their mean is, of a measurement the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from iki_desktop.core.angka import bulatkan, hitung_desimal
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    EmpatAngka,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    Target,
)
from iki_desktop.core.target import (
    Sasar,
    SifatTarget,
    sasar_tahun,
    sasar_triwulan,
    sifat_target,
    target_periode,
    tulis_sasar,
)
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Sampai

__all__ = ["bagi_rata", "periksa_target"]

DESIMAL_TARAF = 2
"""Places to which a percentage or an index is split."""


# --- do they agree? ---------------------------------------------------------------------------


def periksa_target(indikator: Indikator, formulasi: Iterable[Formulasi]) -> str | None:
    """A sentence on what does not agree in an indicator's targets, or ``None``.

    A target below 0 is spoken of too: divided by it, more looks like less.
    Nothing is wrong where the year or all quarters have no target.  Where formulas are taken each on
    its own, their own targets are looked at too.
    """
    semua = [f for f in formulasi if f.jenis is not JenisFormulasi.TEKS]
    sendiri = [f for f in semua if f.target is not None and indikator.gabungan is Gabungan.MASING_MASING]
    bersama = [f for f in semua if f not in sendiri]
    if bersama or not sendiri:
        kata = _periksa(indikator, bersama)
        if kata:
            return kata
    for f in sendiri:
        kata = _periksa(replace(indikator, target=f.target), [f])
        if kata:
            return f"Formulasi {semua.index(f) + 1}: {kata[0].lower()}{kata[1:]}"
    return None


def _periksa(indikator: Indikator, formulasi: Sequence[Formulasi]) -> str:
    target = indikator.target
    if target is None:
        return ""
    kata = _selisih(indikator, target, formulasi)
    if not kata and any(n is not None and n < 0 for n in (target.tahun, *(target.triwulan or ()))):
        return "Target di bawah 0 dapat membalik capaian; periksa hasilnya."
    return kata


def _selisih(indikator: Indikator, target: Target, formulasi: Sequence[Formulasi]) -> str:
    """Where quarters and year part."""
    if not any(sasar_triwulan(target, t) for t in SEMUA_TRIWULAN):
        return ""
    if not formulasi and indikator.akumulasi is None:
        return ""  # a percentage or a count: what makes the year is not known before there is a formula
    sifat = sifat_target(indikator, formulasi)
    if target.kumulatif and sifat is SifatTarget.JUMLAH and (turun := _turun(target)):
        return f"Target kumulatif TW {ROMAWI[turun - 1]} di bawah triwulan sebelumnya."
    tahun = sasar_tahun(target)
    if tahun is None:
        return ""
    nama, akhir = _akhir(indikator, formulasi, sifat)
    if akhir is None or akhir == tahun or _boleh(indikator, sifat, akhir, tahun):
        return ""
    return f"{nama} {tulis_sasar(akhir, Aturan())}, tetapi target setahun {tulis_sasar(tahun, Aturan())}."


def _turun(target: Target) -> int:
    """The first quarter whose cumulative target is below the one before it; 0 for none."""
    ada = [(t, s) for t in SEMUA_TRIWULAN if (s := sasar_triwulan(target, t)) is not None]
    for (_, lalu), (triwulan, kini) in pairwise(ada):
        if kini.bawah < lalu.bawah or kini.atas < lalu.atas:
            return triwulan
    return 0


def _akhir(
    indikator: Indikator, formulasi: Sequence[Formulasi], sifat: SifatTarget
) -> tuple[str, Sasar | None]:
    """What the quarters come to, and what that is called; none where it cannot be said yet."""
    target = indikator.target
    assert target is not None
    ada = [t for t in SEMUA_TRIWULAN if sasar_triwulan(target, t) is not None]
    if target.kumulatif or sifat is SifatTarget.TERAKHIR:
        nama = f"Target TW {ROMAWI[ada[-1] - 1]}"
        selesai = ada[-1] == 4 or (target.kumulatif and sifat is SifatTarget.JUMLAH)
        return nama, sasar_triwulan(target, ada[-1]) if selesai else None
    nama = "Jumlah target triwulan" if sifat is SifatTarget.JUMLAH else "Rata-rata target triwulan"
    tanpa_tahun = replace(indikator, target=replace(target, tahun=None, tahun_sampai=None))
    return nama, target_periode(tanpa_tahun, formulasi, Sampai(4))


def _boleh(indikator: Indikator, sifat: SifatTarget, akhir: Sasar, tahun: Sasar) -> bool:
    """A mean is the year's as far as that is written out; a ratio of sums may also rise to it."""
    if sifat is not SifatTarget.RATA_RATA:
        return False
    pasangan = ((akhir.bawah, tahun.bawah), (akhir.atas, tahun.atas))
    if all(bulatkan(rata, _desimal(t)) == t for rata, t in pasangan):
        return True
    assert indikator.target is not None
    return indikator.akumulasi is not Akumulasi.RATA_RATA and sasar_triwulan(indikator.target, 4) == tahun


def _desimal(angka: Decimal) -> int:
    eksponen = angka.normalize().as_tuple().exponent
    assert isinstance(eksponen, int)
    return max(0, -eksponen)


# --- an even split ------------------------------------------------------------------------------


def bagi_rata(indikator: Indikator, formulasi: Iterable[Formulasi]) -> Target | None:
    """The indicator's target with the year's spread evenly over the quarters, or ``None`` without one.

    A count is split into whole parts that add up (10: 2, 3, 2, 3), finer only where the year's target
    is; a quarter on which nothing falls has no target, as none can be computed against 0, unless
    less is better.  A level is the same in each quarter, a cumulative target rises.
    """
    target, semua = indikator.target, list(formulasi)
    if target is None or sasar_tahun(target) is None:
        return None
    sifat = sifat_target(indikator, semua)
    if sifat is not SifatTarget.JUMLAH and not target.kumulatif:
        return replace(
            target,
            triwulan=_sama_rata(target.tahun),
            triwulan_sampai=_sama_rata(target.tahun_sampai),
        )
    halus = sifat is not SifatTarget.JUMLAH or any(f.jenis is JenisFormulasi.RASIO for f in semua)
    ujung = [n for n in (target.tahun, target.tahun_sampai) if n is not None]
    desimal = max(DESIMAL_TARAF if halus else 0, *map(_desimal, ujung))
    lewati_nol = indikator.arah is not Arah.TURUN and target.tahun_sampai is None
    bawah, atas = (_bagi(n, desimal, target.kumulatif) for n in (target.tahun, target.tahun_sampai))
    if bawah is not None and target.tahun and lewati_nol:
        bawah = _tanpa_nol(bawah)
    return replace(target, triwulan=bawah, triwulan_sampai=atas)


def _sama_rata(tahun: Decimal | None) -> EmpatAngka | None:
    return None if tahun is None else (tahun, tahun, tahun, tahun)


def _bagi(tahun: Decimal | None, desimal: int, kumulatif: bool) -> EmpatAngka | None:
    """Each quarter's end is rounded down, so that the last is the year's and the parts add up.

    Both bounds of a range have the same ``desimal``, or the lower might pass the upper one.
    """
    if tahun is None:
        return None
    satuan = Decimal(1).scaleb(-desimal)
    with hitung_desimal():
        ujung = [(tahun * t / 4).quantize(satuan, ROUND_FLOOR) for t in SEMUA_TRIWULAN]
        bagian = [kini - lalu for lalu, kini in zip([Decimal(0), *ujung], ujung, strict=False)]
    satu, dua, tiga, empat = ujung if kumulatif else bagian
    return satu, dua, tiga, empat


def _tanpa_nol(empat: EmpatAngka) -> EmpatAngka:
    satu, dua, tiga, akhir = (n or None for n in empat)
    return satu, dua, tiga, akhir
