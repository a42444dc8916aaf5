"""What a formula asks for, and what its inputs come to in a quarter and in a year.

Rules (source: the exchange format's own words; accumulation after PP 8/2006 Pasal 27(3), which
asks for the figures quarter by quarter):

* an empty quarter takes no part, an entered 0 does;
* a ratio's year under ``jumlah`` is Σ numerators ÷ Σ denominators, never a mean of percentages;
* a constant denominator counts once, not once a quarter;
* a denominator of 0 gives no figure ("tidak dapat dihitung"), neither a crash nor a 0;
* a survey by its unsur is the mean of them all × 25 (``core.skm``), and one that lacks an unsur is
  not yet a figure;
* the year up to a quarter is a year that ends there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import hitung_desimal
from iki_desktop.core.records import Akumulasi, Formulasi, Indikator, JenisFormulasi, Realisasi
from iki_desktop.core.rumus import RumusError, baca_rumus
from iki_desktop.core.skm import UNSUR_SKM
from iki_desktop.core.triwulan import Periode, triwulan_periode

__all__ = [
    "TIDAK_DAPAT_DIHITUNG",
    "Hitungan",
    "Masukan",
    "akumulasi_berlaku",
    "dengan_isi",
    "hitung_formulasi",
    "hitung_tahun",
    "hitung_triwulan",
    "isi",
    "lengkap",
    "masukan",
]

TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"

SERATUS = Decimal(100)
KONVERSI_SKM = Decimal(25)
"""From the scale 1–4 of the unsur to 25–100 (PermenPANRB 14/2017)."""

_INDEKS = (JenisFormulasi.NILAI, JenisFormulasi.SKM)
"""What is measured anew each time, so that the last measurement stands for the year."""

_DARI_TRIWULAN = (JenisFormulasi.RUMUS, JenisFormulasi.SKM)
"""Kinds whose inputs cannot be summed before they are computed."""


@dataclass(frozen=True, slots=True)
class Masukan:
    """One thing to type for a formula: ``kunci`` names it, ``label`` is the office's words."""

    kunci: str
    label: str


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A computed figure: ``nilai`` or ``None``, the quarters it rests on, and why there is none.

    ``sebab`` is empty where nothing was entered at all.
    """

    nilai: Decimal | None
    triwulan: tuple[int, ...] = ()
    sebab: str = ""


KOSONG = Hitungan(None)


def masukan(formulasi: Formulasi) -> tuple[Masukan, ...]:
    """What is typed for this formula in a quarter, in the order in which Tab goes through it."""
    match formulasi.jenis:
        case JenisFormulasi.RASIO | JenisFormulasi.SELISIH:
            pembilang = Masukan("pembilang", formulasi.pembilang or "Pembilang")
            if formulasi.penyebut_tetap is not None:
                return (pembilang,)
            return (pembilang, Masukan("penyebut", formulasi.penyebut or "Penyebut"))
        case JenisFormulasi.JUMLAH | JenisFormulasi.NILAI:
            return (Masukan("nilai", formulasi.teks or "Nilai"),)
        case JenisFormulasi.RUMUS:
            return tuple(Masukan(f"variabel:{nama}", label) for nama, label in _variabel(formulasi))
        case JenisFormulasi.SKM:
            unsur = formulasi.variabel or UNSUR_SKM
            return tuple(Masukan(f"variabel:{nama}", label) for nama, label in unsur)
        case _:
            return ()


def _variabel(formulasi: Formulasi) -> list[tuple[str, str]]:
    """Declared variables first, then those that the expression uses without declaring them."""
    terdaftar = list(formulasi.variabel or ())
    nama = {n for n, _ in terdaftar}
    return terdaftar + [(n, n) for n in _dipakai(formulasi) if n not in nama]


def _dipakai(formulasi: Formulasi) -> tuple[str, ...]:
    nama = tuple(n for n, _ in formulasi.variabel or ())
    try:
        return baca_rumus(formulasi.rumus or "", nama).nama
    except RumusError:
        return nama


def isi(realisasi: Realisasi | None, kunci: str) -> Decimal | None:
    """The value entered under ``kunci``, or ``None``."""
    if realisasi is None:
        return None
    match kunci:
        case "pembilang":
            return realisasi.pembilang
        case "penyebut":
            return realisasi.penyebut
        case "nilai":
            return realisasi.nilai
        case _:
            return dict(realisasi.variabel or ()).get(kunci.removeprefix("variabel:"))


def dengan_isi(realisasi: Realisasi, kunci: str, nilai: Decimal | None) -> Realisasi:
    """The same entry with ``kunci`` set to ``nilai``, or emptied."""
    match kunci:
        case "pembilang":
            return replace(realisasi, pembilang=nilai)
        case "penyebut":
            return replace(realisasi, penyebut=nilai)
        case "nilai":
            # A figure that is typed is no longer the count of what is ticked, unless it says the same.
            centang = realisasi.centang if nilai == len(realisasi.centang or ()) else None
            return replace(realisasi, nilai=nilai, centang=centang)
        case _:
            isian = dict(realisasi.variabel or ())
            nama = kunci.removeprefix("variabel:")
            if nilai is None:
                isian.pop(nama, None)
            else:
                isian[nama] = nilai
            return replace(realisasi, variabel=tuple(isian.items()) or None)


def _wajib(formulasi: Formulasi) -> tuple[Masukan, ...]:
    """The inputs without which there is no figure."""
    semua = masukan(formulasi)
    if formulasi.jenis is not JenisFormulasi.RUMUS:
        return semua
    dipakai = set(_dipakai(formulasi))
    return tuple(m for m in semua if m.kunci.removeprefix("variabel:") in dipakai)


def lengkap(formulasi: Formulasi, realisasi: Realisasi | None) -> bool:
    """Whether everything that the figure of the quarter needs is entered."""
    wajib = _wajib(formulasi)
    return bool(wajib) and all(isi(realisasi, m.kunci) is not None for m in wajib)


def akumulasi_berlaku(indikator: Indikator, formulasi: Formulasi) -> Akumulasi:
    """The indicator's accumulation; where none is given, the last value for an index, else the sum."""
    if indikator.akumulasi is not None:
        return indikator.akumulasi
    return Akumulasi.TERAKHIR if formulasi.jenis in _INDEKS else Akumulasi.JUMLAH


def hitung_formulasi(
    formulasi: Formulasi, realisasi: Sequence[Realisasi | None], akumulasi: Akumulasi, periode: Periode
) -> Hitungan:
    """The figure of a period; ``realisasi`` has four places."""
    if isinstance(periode, int):
        return hitung_triwulan(formulasi, realisasi[periode - 1], periode)
    return hitung_tahun(formulasi, realisasi[: len(triwulan_periode(periode))], akumulasi)


def hitung_triwulan(formulasi: Formulasi, realisasi: Realisasi | None, triwulan: int) -> Hitungan:
    """The figure of one quarter from its own inputs: percent for a ratio, else the formula's unit."""
    wajib = _wajib(formulasi)
    terisi = [m for m in wajib if isi(realisasi, m.kunci) is not None]
    if realisasi is None or not terisi:
        return KOSONG
    if len(terisi) < len(wajib):
        kurang = ", ".join(m.label for m in wajib if m not in terisi)
        return Hitungan(None, (), f"{kurang} belum diisi")
    if formulasi.jenis is JenisFormulasi.RUMUS:
        return _hitung_rumus(formulasi, realisasi, triwulan)
    if formulasi.jenis is JenisFormulasi.SKM:
        return _hitung_skm([isi(realisasi, m.kunci) or Decimal(0) for m in wajib], triwulan)
    pembilang = isi(realisasi, wajib[0].kunci) or Decimal(0)
    return _gabungan(formulasi, pembilang, realisasi.penyebut, (triwulan,))


def _hitung_rumus(formulasi: Formulasi, realisasi: Realisasi, triwulan: int) -> Hitungan:
    nama = tuple(n for n, _ in formulasi.variabel or ())
    try:
        nilai = baca_rumus(formulasi.rumus or "", nama).hitung(dict(realisasi.variabel or ()))
    except ZeroDivisionError:
        return Hitungan(None, (triwulan,), "pembagi dalam rumus bernilai 0")
    except RumusError as salah:
        return Hitungan(None, (triwulan,), salah.pesan.rstrip("."))
    return Hitungan(nilai, (triwulan,))


def _hitung_skm(unsur: Sequence[Decimal], triwulan: int) -> Hitungan:
    with hitung_desimal():
        return Hitungan(sum(unsur, Decimal(0)) * KONVERSI_SKM / len(unsur), (triwulan,))


def _gabungan(
    formulasi: Formulasi, pembilang: Decimal, penyebut: Decimal | None, triwulan: tuple[int, ...]
) -> Hitungan:
    """Numerator and denominator, each already summed, to the figure of the formula's kind."""
    if formulasi.penyebut_tetap is not None:
        penyebut = formulasi.penyebut_tetap
    with hitung_desimal():
        match formulasi.jenis:
            case JenisFormulasi.RASIO:
                if not penyebut:
                    return Hitungan(None, triwulan, "penyebut 0")
                return Hitungan(pembilang / penyebut * SERATUS, triwulan)
            case JenisFormulasi.SELISIH:
                return Hitungan(pembilang - (penyebut or Decimal(0)), triwulan)
            case _:
                return Hitungan(pembilang, triwulan)


def hitung_tahun(
    formulasi: Formulasi, realisasi: Sequence[Realisasi | None], akumulasi: Akumulasi
) -> Hitungan:
    """The figure of the year from the quarters that are entered, by the indicator's accumulation.

    ``realisasi`` begins with the first quarter and has as many places as the year is to have.
    """
    per_triwulan = [(t, hitung_triwulan(formulasi, r, t)) for t, r in enumerate(realisasi, 1)]
    terisi = [t for t, h in per_triwulan if h.triwulan]
    if not terisi:
        return next((h for _, h in per_triwulan if h.sebab), KOSONG)
    if akumulasi is Akumulasi.TERAKHIR:
        return per_triwulan[terisi[-1] - 1][1]
    if akumulasi is Akumulasi.JUMLAH and formulasi.jenis not in _DARI_TRIWULAN:
        return _jumlahkan(formulasi, [realisasi[t - 1] for t in terisi], tuple(terisi))
    return _dari_nilai([h for _, h in per_triwulan if h.triwulan], akumulasi)


def _jumlahkan(
    formulasi: Formulasi, terisi: Sequence[Realisasi | None], triwulan: tuple[int, ...]
) -> Hitungan:
    kunci = masukan(formulasi)[0].kunci
    with hitung_desimal():
        pembilang = sum((isi(r, kunci) or Decimal(0) for r in terisi), Decimal(0))
        penyebut = sum((isi(r, "penyebut") or Decimal(0) for r in terisi), Decimal(0))
    return _gabungan(formulasi, pembilang, penyebut, triwulan)


def _dari_nilai(hitungan: Sequence[Hitungan], akumulasi: Akumulasi) -> Hitungan:
    """Sum or mean of the quarters' own figures; one that cannot be computed takes no part in a mean."""
    ada = [h for h in hitungan if h.nilai is not None]
    if not ada or (akumulasi is Akumulasi.JUMLAH and len(ada) < len(hitungan)):
        return next(h for h in hitungan if h.nilai is None)
    with hitung_desimal():
        jumlah = sum((h.nilai for h in ada if h.nilai is not None), Decimal(0))
        nilai = jumlah if akumulasi is Akumulasi.JUMLAH else jumlah / len(ada)
    return Hitungan(nilai, tuple(t for h in ada for t in h.triwulan))
