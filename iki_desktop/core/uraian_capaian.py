"""How a figure stands against its target, as a clause of a sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_angka, format_persen, hitung_desimal, tanpa_sisa
from iki_desktop.core.aturan import Aturan, kategori
from iki_desktop.core.capaian import hitung_sasar
from iki_desktop.core.formulasi import TIDAK_DAPAT_DIHITUNG
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.records import Arah
from iki_desktop.core.target import AsalTarget, CaraTarget, Sasar, tulis_sasar
from iki_desktop.core.triwulan import Periode, nama_tw
from iki_desktop.core.uraian import berkurung

__all__ = ["sebut_kelas", "sebut_target", "urai_capaian"]


def urai_capaian(
    realisasi: Decimal, asal: AsalTarget | None, arah: Arah, aturan: Aturan, periode: Periode
) -> str:
    """``target setahun 80 → capaian 93,75 %``, with the way where it is not plainly a division."""
    if asal is None:
        return "target belum ada"
    target = sebut_target(asal, periode, aturan) + _letak(realisasi, asal.sasar)
    penuh, sebab = hitung_sasar(realisasi, asal.sasar, arah, replace(aturan, batas_atas=None))
    if penuh is None:
        sebab = "" if sebab == "target 0" else f", {sebab}"
        return f"{target}{sebab}, capaian {TIDAK_DAPAT_DIHITUNG}"
    if asal.sasar == Sasar(Decimal(0), Decimal(0)):  # only arah turun has an answer then
        target += ", realisasi bukan 0" if realisasi else ", realisasi 0"
    cara = _cara(realisasi, asal.sasar, arah, aturan)
    return f"{target} → capaian {cara}{_terbilang(penuh, aturan)}"


def sebut_kelas(capaian: Decimal, nama: str | None, aturan: Aturan) -> str:
    """The class in brackets; said to be that of the unrounded figure where the shown one has another."""
    if nama is None:
        return ""
    sama = kategori(aturan.tampil(capaian), aturan) == nama
    return f" ({nama})" if sama else f" ({nama}, sebelum dibulatkan)"


# --- the target -----------------------------------------------------------------------------


def sebut_target(asal: AsalTarget, periode: Periode, aturan: Aturan) -> str:
    """``target TW II 80``, and where it was not entered for the period how it came about."""
    nama, nilai = f"target {nama_tw(periode)}", tulis_sasar(asal.sasar, aturan)
    bagian = [tulis_sasar(satu, aturan) for satu in asal.bagian]
    match asal.cara:
        case CaraTarget.TAHUN:
            return f"{nama} mengikuti target setahun {nilai}"
        case CaraTarget.TRIWULAN:
            return f"{nama} mengikuti target {nama_tw(asal.triwulan)} {nilai}"
        case CaraTarget.JUMLAH:
            return f"{nama} {nilai} (jumlah {deretkan(bagian)})"
        case CaraTarget.RATA_RATA:
            return f"{nama} {nilai} (rata-rata {deretkan(bagian)})"
        case CaraTarget.TAMBAHAN:
            return f"{nama} {nilai} (kumulatif {bagian[0]} dikurangi {bagian[1]})"
        case _:
            return f"{nama} {nilai}"


def _letak(realisasi: Decimal, sasar: Sasar) -> str:
    """Where a figure lies against a range."""
    if not sasar.rentang:
        return ""
    acuan = sasar.acuan(realisasi)
    if acuan is None:
        return ", realisasi di antaranya"
    arah = "atas" if acuan == sasar.atas else "bawah"
    return f", realisasi di {arah} batas {format_angka(acuan)}"


# --- the way to the capaian -------------------------------------------------------------------


def _cara(realisasi: Decimal, sasar: Sasar, arah: Arah, aturan: Aturan) -> str:
    """The arithmetic, where it is not plainly realisasi ÷ target."""
    acuan = sasar.acuan(realisasi)
    if not acuan:
        return ""
    if arah is Arah.TURUN:
        return _cara_turun(realisasi, acuan, aturan)
    if not sasar.rentang:
        return ""
    r, t = (berkurung(format_angka(aturan.rapi(n))) for n in (realisasi, acuan))
    return f"{r} ÷ {t} × 100 = "


def _cara_turun(realisasi: Decimal, target: Decimal, aturan: Aturan) -> str:
    r, t = (berkurung(format_angka(aturan.rapi(n))) for n in (realisasi, target))
    if aturan.kebalikan:
        return f"{t} ÷ {r} × 100 = "
    with hitung_desimal():
        terlampaui = (2 * target - realisasi) / target < 0
    return f"(2 × {t} − {r}) ÷ {t} × 100 " + ("di bawah 0, dihitung " if terlampaui else "= ")


def _terbilang(penuh: Decimal, aturan: Aturan) -> str:
    """The capaian as it is shown, and what cutting or the cap did to it."""
    teks = aturan.persen(penuh)
    if aturan.potong and aturan.tampil(penuh) != bulatkan(penuh, aturan.desimal):
        teks += " dipotong"
    if aturan.batas_atas is not None and tanpa_sisa(penuh) > aturan.batas_atas:
        teks += f" dibatasi {format_persen(aturan.batas_atas)}"
    return teks
