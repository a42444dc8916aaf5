"""The columns of the grid in a quarter, and for the whole year with its quarters side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.core.triwulan import Periode, Sampai, nama_periode, nama_tw, triwulan_periode

__all__ = ["JenisKolom", "Kolom", "banyak_isian", "judul_isian", "susun_kolom"]


class JenisKolom(IntEnum):
    """What a column shows."""

    URAIAN = 0
    ISIAN = 1
    REALISASI = 2
    TARGET = 3
    CAPAIAN = 4
    KATEGORI = 5
    CATATAN = 6
    REALISASI_SAMPAI = 7
    CAPAIAN_SAMPAI = 8

    @property
    def angka(self) -> bool:
        """Whether the column holds numbers, set to the right."""
        return JenisKolom.ISIAN <= self <= JenisKolom.CAPAIAN or self >= JenisKolom.REALISASI_SAMPAI


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: ``slot`` counts the inputs of a formula, ``grup`` is the heading over several.

    ``unsur``: it takes nothing but the means of a survey, numbers from 1 to 4.
    """

    jenis: JenisKolom
    judul: str
    grup: str = ""
    triwulan: int = 0
    slot: int = 0
    unsur: bool = False


def banyak_isian(formulasi: Iterable[Formulasi]) -> int:
    """How many input columns these formulas need, a constant denominator counted in."""
    return max((_lebar(f) for f in formulasi), default=1)


def _lebar(formulasi: Formulasi) -> int:
    if formulasi.jenis in (JenisFormulasi.RUMUS, JenisFormulasi.SKM):
        return max(1, len(masukan(formulasi)))
    return 2 if formulasi.jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH) else 1


def judul_isian(formulasi: Iterable[Formulasi], banyak: int) -> list[str]:
    """Headings of the input columns, by the kinds of formula that stand below them."""
    daftar = list(formulasi)
    jenis = {f.jenis for f in daftar}
    berpasangan = bool(jenis & {JenisFormulasi.RASIO, JenisFormulasi.SELISIH})
    tunggal = bool(jenis & {JenisFormulasi.NILAI, JenisFormulasi.JUMLAH})
    judul: list[str] = []
    if berpasangan:
        judul = ["Pembilang / nilai" if tunggal else "Pembilang", "Penyebut"]
    elif tunggal or not jenis & {JenisFormulasi.RUMUS, JenisFormulasi.SKM}:
        judul = ["Nilai"]
    berumus = max((_lebar(f) for f in daftar if f.jenis is JenisFormulasi.RUMUS), default=0)
    lanjutan = (_lanjutan(n, berumus) for n in range(len(judul) + 1, banyak + 1))
    return [*judul, *lanjutan][:banyak]


def _lanjutan(nomor: int, berumus: int) -> str:
    """Of a formula of several variables; past those, what only a survey by its unsur has."""
    return f"Isian {nomor}" if nomor <= berumus else f"U{nomor}"


def susun_kolom(periode: Periode, judul: list[str], *, sampai: bool = False) -> list[Kolom]:
    """The columns of a period; ``judul`` holds one heading for each input column.

    ``sampai``: beside the figures of a quarter, those of the year up to its end; in the first
    quarter they are the same.
    """
    triwulan, satu = triwulan_periode(periode), isinstance(periode, int)
    kolom = [Kolom(JenisKolom.URAIAN, "Indikator dan formulasi")]
    for t in triwulan:
        grup = "" if satu else nama_periode(t)
        kolom += [
            Kolom(JenisKolom.ISIAN, j, grup, t, slot, unsur=j == f"U{slot + 1}")
            for slot, j in enumerate(judul)
        ]
    grup = "" if satu else nama_periode(periode)
    kolom += [
        Kolom(JenisKolom.REALISASI, "Realisasi", grup),
        Kolom(JenisKolom.TARGET, "Target", grup),
        Kolom(JenisKolom.CAPAIAN, "Capaian", grup),
        Kolom(JenisKolom.KATEGORI, "Kategori", grup),
    ]
    if isinstance(periode, int):
        if sampai and periode > 1:
            grup = nama_tw(Sampai(periode))
            kolom += [
                Kolom(JenisKolom.REALISASI_SAMPAI, "Realisasi", grup),
                Kolom(JenisKolom.CAPAIAN_SAMPAI, "Capaian", grup),
            ]
        kolom.append(Kolom(JenisKolom.CATATAN, "Catatan", "", periode))
    return kolom
