"""How the figure of one formula came about, as a clause of a sentence, and how its numbers are written.

Percentages show the document's decimals; other numbers stay as typed, and only the long tail of a
division is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import format_angka, hitung_desimal
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.formulasi import (
    TIDAK_DAPAT_DIHITUNG,
    Hitungan,
    hitung_formulasi,
    hitung_triwulan,
    isi,
    masukan,
)
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.records import Akumulasi, Formulasi, JenisFormulasi, Realisasi
from iki_desktop.core.rumus import Rumus, RumusError, baca_rumus
from iki_desktop.core.skm import mutu_skm
from iki_desktop.core.triwulan import ROMAWI, Periode, daftar_triwulan, triwulan_periode

__all__ = ["Uraian", "berkurung", "sebut_mutu", "tulis_hasil", "tulis_nilai", "urai_formulasi"]

_TANDA = {"*": " × ", "/": " ÷ ", "**": " ^ ", "-": "−", ",": ";"}
_SUKU = re.compile(r"\d+\.?\d*|\.\d+|[^\W\d]\w*|\*\*|[*/,-]")

Empat = Sequence[Realisasi | None]


@dataclass(frozen=True, slots=True)
class Uraian:
    """A formula's part of the sentence, and what it leaves out: quarters without a figure."""

    isi: str
    catatan: tuple[str, ...] = ()


def urai_formulasi(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, periode: Periode, aturan: Aturan
) -> Uraian:
    """How the figure of a formula came about in a period; ``empat`` are its four quarters."""
    if formulasi.jenis is JenisFormulasi.TEKS:
        return Uraian("kata-kata, tidak dihitung")
    if formulasi.jenis is JenisFormulasi.RUMUS and (halangan := _halangan(formulasi)):
        return Uraian(halangan)
    hitungan = hitung_formulasi(formulasi, empat, akumulasi, periode)
    if isinstance(periode, int):
        return Uraian(_urai_triwulan(formulasi, empat[periode - 1], periode, hitungan, aturan))
    empat = empat[: len(triwulan_periode(periode))]
    catatan = _catatan(formulasi, empat, akumulasi)
    if not hitungan.triwulan:
        return Uraian("" if catatan else _belum_diisi(periode), catatan)
    if hitungan.nilai is None:
        return Uraian(_gagal(hitungan), catatan)
    return Uraian(_urai_tahun(formulasi, empat, akumulasi, hitungan, aturan), catatan)


def _belum_diisi(periode: Periode) -> str:
    if periode is None:
        return "belum ada triwulan yang diisi"
    return f"{daftar_triwulan(triwulan_periode(periode))} belum diisi"


def _halangan(formulasi: Formulasi) -> str:
    """Why nothing can be entered for an expression; empty where something can."""
    if not formulasi.rumus:
        return "rumus belum ditulis"
    try:
        nama = _baca(formulasi).nama
    except RumusError as salah:
        return salah.pesan.rstrip(".")
    return "" if nama else "rumus tidak memuat variabel"


def _urai_triwulan(
    formulasi: Formulasi, realisasi: Realisasi | None, triwulan: int, hitungan: Hitungan, aturan: Aturan
) -> str:
    if hitungan.nilai is None:
        return _gagal(hitungan) if hitungan.sebab else f"TW {ROMAWI[triwulan - 1]} belum diisi"
    assert realisasi is not None
    if formulasi.jenis is JenisFormulasi.RUMUS:
        return f"{_rumus(formulasi, realisasi)} = {format_angka(aturan.rapi(hitungan.nilai))}"
    if formulasi.jenis is JenisFormulasi.SKM:
        nilai = tulis_hasil(hitungan.nilai, formulasi.jenis, aturan)
        return f"{_unsur(formulasi, realisasi)} = {nilai}{sebut_mutu(hitungan.nilai)}"
    return _dari_isian(formulasi, [realisasi], "", hitungan.nilai, aturan)


def _gagal(hitungan: Hitungan) -> str:
    """Why there is no figure: an input is missing, or the arithmetic has no answer."""
    return f"{hitungan.sebab}, {TIDAK_DAPAT_DIHITUNG}" if hitungan.triwulan else hitungan.sebab


def _urai_tahun(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, hitungan: Hitungan, aturan: Aturan
) -> str:
    assert hitungan.nilai is not None
    terisi = hitungan.triwulan
    if akumulasi is Akumulasi.TERAKHIR:
        terakhir = _urai_triwulan(formulasi, empat[terisi[0] - 1], terisi[0], hitungan, aturan)
        return f"terakhir TW {ROMAWI[terisi[0] - 1]}: {terakhir}"
    if akumulasi is Akumulasi.JUMLAH and formulasi.jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH):
        dipakai = [r for t, r in enumerate(empat, 1) if t in terisi]
        return _dari_isian(formulasi, dipakai, _rentang(terisi), hitungan.nilai, aturan)
    return _dari_triwulan(formulasi, empat, akumulasi, hitungan, aturan)


def _dari_isian(formulasi: Formulasi, dipakai: Empat, rentang: str, nilai: Decimal, aturan: Aturan) -> str:
    """``Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %``; without Σ where it is but one entry."""
    kunci = masukan(formulasi)[0].kunci
    sigma = "Σ " if len(dipakai) > 1 else ""
    awal = " ".join(filter(None, [f"{sigma}{kunci}", rentang, _jumlah(dipakai, kunci)]))
    if kunci == "nilai":
        return awal
    if formulasi.penyebut_tetap is not None:
        penyebut = f"{berkurung(format_angka(formulasi.penyebut_tetap))} (tetap)"
    else:
        penyebut = f"{sigma}penyebut {_jumlah(dipakai, 'penyebut')}"
    if formulasi.jenis is JenisFormulasi.RASIO:
        return f"{awal} ÷ {penyebut} × 100 = {aturan.persen(nilai)}"
    return f"{awal} − {penyebut} = {format_angka(aturan.rapi(nilai))}"


def _jumlah(dipakai: Empat, kunci: str) -> str:
    with hitung_desimal():
        return format_angka(sum((isi(r, kunci) or Decimal(0) for r in dipakai), Decimal(0)))


def _dari_triwulan(
    formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi, hitungan: Hitungan, aturan: Aturan
) -> str:
    """``Σ TW I–III: 3 + 4 + 5 = 12`` or ``rata-rata dari TW I 50,00 % dan TW II 75,00 % = 62,50 %``."""
    assert hitungan.nilai is not None
    nilai = {t: hitung_triwulan(formulasi, empat[t - 1], t).nilai for t in hitungan.triwulan}
    tertulis = {t: tulis_hasil(n, formulasi.jenis, aturan) for t, n in nilai.items() if n is not None}
    hasil = tulis_hasil(hitungan.nilai, formulasi.jenis, aturan)
    if akumulasi is Akumulasi.RATA_RATA:
        if formulasi.jenis is JenisFormulasi.SKM:
            hasil += sebut_mutu(hitungan.nilai)
        daftar = deretkan([f"TW {ROMAWI[t - 1]} {n}" for t, n in tertulis.items()])
        return f"rata-rata dari {daftar}" + (f" = {hasil}" if len(tertulis) > 1 else "")
    if len(tertulis) == 1:
        (triwulan,) = tertulis
        return f"TW {ROMAWI[triwulan - 1]}: " + _urai_triwulan(
            formulasi, empat[triwulan - 1], triwulan, hitungan, aturan
        )
    return f"Σ {_rentang(hitungan.triwulan)}: {' + '.join(map(berkurung, tertulis.values()))} = {hasil}"


def _catatan(formulasi: Formulasi, empat: Empat, akumulasi: Akumulasi) -> tuple[str, ...]:
    """The quarters that take no part in the year, and why; empty where nothing at all was entered."""
    hitungan = [hitung_triwulan(formulasi, r, t) for t, r in enumerate(empat, 1)]
    if not any(h.triwulan or h.sebab for h in hitungan):
        return ()
    kosong = [t for t, h in enumerate(hitungan, 1) if not h.triwulan and not h.sebab]
    catatan = [
        f"TW {ROMAWI[t - 1]}: {h.sebab}" for t, h in enumerate(hitungan, 1) if h.sebab and not h.triwulan
    ]
    if akumulasi is Akumulasi.RATA_RATA and any(h.nilai is not None for h in hitungan):
        lewat = [t for t, h in enumerate(hitungan, 1) if h.triwulan and h.nilai is None]
        catatan += [f"TW {ROMAWI[t - 1]}: {hitungan[t - 1].sebab}, tidak ikut dihitung" for t in lewat]
    if kosong:
        catatan.append(f"{daftar_triwulan(kosong)} belum diisi")
    return tuple(catatan)


def _rumus(formulasi: Formulasi, realisasi: Realisasi) -> str:
    """The expression with the entered values in the place of their names."""
    rumus = _baca(formulasi)
    terisi = dict(realisasi.variabel or ())
    nilai = {sandi: berkurung(format_angka(terisi[asli])) for asli, sandi in rumus.sandi if asli in terisi}

    def ganti(suku: re.Match[str]) -> str:
        teks = suku.group()
        if teks[0].isdigit() or teks[0] == ".":
            return format_angka(Decimal(teks))
        return nilai.get(teks, _TANDA.get(teks, teks))

    return " ".join(_SUKU.sub(ganti, rumus.teks).split())


def _unsur(formulasi: Formulasi, realisasi: Realisasi) -> str:
    """``(3,2 + 3,4) ÷ 2 unsur × 25``."""
    nilai = [isi(realisasi, m.kunci) or Decimal(0) for m in masukan(formulasi)]
    return f"({' + '.join(format_angka(n) for n in nilai)}) ÷ {len(nilai)} unsur × 25"


def _baca(formulasi: Formulasi) -> Rumus:
    return baca_rumus(formulasi.rumus or "", tuple(n for n, _ in formulasi.variabel or ()))


def _rentang(triwulan: tuple[int, ...]) -> str:
    """``TW I–II``: shorter than ``TW I dan II`` where a number follows."""
    if len(triwulan) == 2 and triwulan[1] - triwulan[0] == 1:
        return f"TW {ROMAWI[triwulan[0] - 1]}–{ROMAWI[triwulan[1] - 1]}"
    return daftar_triwulan(triwulan)


# --- numbers in a sentence ---------------------------------------------------------------------


def tulis_nilai(nilai: Decimal, persen: bool, aturan: Aturan) -> str:
    """A figure, with the percent sign where it is a percentage."""
    return aturan.persen(nilai) if persen else format_angka(aturan.rapi(nilai))


def tulis_hasil(nilai: Decimal, jenis: JenisFormulasi, aturan: Aturan) -> str:
    """A figure of a kind of formula: a ratio is a percentage, a survey needs two decimals for its bands."""
    if jenis is JenisFormulasi.SKM:
        aturan = replace(aturan, desimal=max(2, aturan.desimal))
    return tulis_nilai(nilai, jenis is JenisFormulasi.RASIO, aturan)


def sebut_mutu(nilai: Decimal) -> str:
    """Letter and word of a survey in brackets: `` (mutu B, Baik)``."""
    huruf, kata = mutu_skm(nilai)
    return f" (mutu {huruf}, {kata})"


def berkurung(angka: str) -> str:
    """A number as a term of an expression: a negative one in brackets."""
    return f"({angka})" if angka.startswith("−") else angka
