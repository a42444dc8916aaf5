"""The columns of the grid in a quarter, and for the whole year with its quarters side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.core.triwulan import Periode, nama_periode, triwulan_periode

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

    @property
    def angka(self) -> bool:
        """Whether the column holds numbers, set to the right."""
        return JenisKolom.ISIAN <= self <= JenisKolom.CAPAIAN


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: ``slot`` counts the inputs of a formula, ``grup`` is the heading over several."""

    jenis: JenisKolom
    judul: str
    grup: str = ""
    triwulan: int = 0
    slot: int = 0


def banyak_isian(formulasi: Iterable[Formulasi]) -> int:
    """How many input columns these formulas need, a constant denominator counted in."""
    return max((_lebar(f) for f in formulasi), default=1)


def _lebar(formulasi: Formulasi) -> int:
    if formulasi.jenis is JenisFormulasi.RUMUS:
        return max(1, len(masukan(formulasi)))
    return 2 if formulasi.jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH) else 1


def judul_isian(formulasi: Iterable[Formulasi], banyak: int) -> list[str]:
    """Headings of the input columns, by the kinds of formula that stand below them."""
    jenis = {f.jenis for f in formulasi}
    berpasangan = bool(jenis & {JenisFormulasi.RASIO, JenisFormulasi.SELISIH})
    tunggal = bool(jenis & {JenisFormulasi.NILAI, JenisFormulasi.JUMLAH})
    if berpasangan:
        judul = ["Pembilang / nilai" if tunggal else "Pembilang", "Penyebut"]
    else:
        judul = ["Nilai" if tunggal or not jenis & {JenisFormulasi.RUMUS} else "Isian 1"]
    return [*judul, *(f"Isian {n}" for n in range(len(judul) + 1, banyak + 1))][:banyak]


def susun_kolom(periode: Periode, judul: list[str]) -> list[Kolom]:
    """The columns of a period; ``judul`` holds one heading for each input column."""
    triwulan, satu = triwulan_periode(periode), isinstance(periode, int)
    kolom = [Kolom(JenisKolom.URAIAN, "Indikator dan formulasi")]
    for t in triwulan:
        grup = "" if satu else nama_periode(t)
        kolom += [Kolom(JenisKolom.ISIAN, j, grup, t, slot) for slot, j in enumerate(judul)]
    grup = "" if satu else nama_periode(periode)
    kolom += [
        Kolom(JenisKolom.REALISASI, "Realisasi", grup),
        Kolom(JenisKolom.TARGET, "Target", grup),
        Kolom(JenisKolom.CAPAIAN, "Capaian", grup),
        Kolom(JenisKolom.KATEGORI, "Kategori", grup),
    ]
    if isinstance(periode, int):
        kolom.append(Kolom(JenisKolom.CATATAN, "Catatan", "", periode))
    return kolom
