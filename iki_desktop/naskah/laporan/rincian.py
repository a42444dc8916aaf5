"""Indicators whose formulas are taken each on its own: a line for each, with its own target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iki_desktop.core.aturan import Aturan, kategori
from iki_desktop.core.capaian import HasilFormulasi, HasilIndikator
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Formulasi, Gabungan, JenisFormulasi
from iki_desktop.core.snapshot import IndikatorUtuh
from iki_desktop.naskah.laporan.bahan import IndikatorTerhitung

__all__ = ["berincian", "garis"]


def berincian(utuh: IndikatorUtuh) -> bool:
    """Whether there are several formulas that count, each against a target of its own."""
    return utuh.indikator.gabungan is Gabungan.MASING_MASING and len(_terhitung(utuh)) > 1


def _terhitung(utuh: IndikatorUtuh) -> list[int]:
    """The places of the formulas that something is computed of."""
    return [n for n, f in enumerate(utuh.formulasi) if f.formulasi.jenis is not JenisFormulasi.TEKS]


def garis(satu: IndikatorTerhitung, aturan: Aturan) -> Iterator[IndikatorTerhitung]:
    """The lines of an indicator: itself, then its formulas where each has figures of its own."""
    yield satu
    if berincian(satu.utuh):
        for tempat in _terhitung(satu.utuh):
            yield _formulasi(satu, tempat, aturan)


def _formulasi(satu: IndikatorTerhitung, tempat: int, aturan: Aturan) -> IndikatorTerhitung:
    """A formula as if it were an indicator: its words, its target, its figures."""
    utuh, milik = satu.utuh.formulasi[tempat], satu.utuh.indikator
    sendiri = replace(
        milik,
        teks=f"({tempat + 1}) {_nama(utuh.formulasi)}".strip(),
        target=utuh.formulasi.target or milik.target,
        gabungan=None,
        bobot=None,
    )
    hasil = {masa: _hasil(h.masing_masing[tempat], aturan) for masa, h in satu.hasil.items()}
    return IndikatorTerhitung(IndikatorUtuh(sendiri, (utuh,)), hasil, tempat + 1)


def _nama(formulasi: Formulasi) -> str:
    """A formula in its own words, or in those of its parts."""
    bagian = " ÷ ".join(filter(None, (formulasi.pembilang, formulasi.penyebut)))
    return satu_baris(formulasi.teks or bagian or formulasi.rumus or "")


def _hasil(satu: HasilFormulasi, aturan: Aturan) -> HasilIndikator:
    sasar = satu.sasar
    return HasilIndikator(
        realisasi=satu.hitungan.nilai,
        target=sasar.bawah if sasar else None,
        capaian=satu.capaian,
        kategori=kategori(satu.capaian, aturan),
        formulasi=(satu.hitungan,),
        terisi=0,
        jumlah=0,
        sebab=satu.sebab,
        target_sampai=sasar.atas if sasar and sasar.rentang else None,
    )
