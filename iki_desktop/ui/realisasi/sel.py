"""A cell as text that is ready to be painted, and the key under which it is entered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from iki_desktop.core.angka import teks_sunting
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom

__all__ = [
    "CATATAN",
    "KOSONG",
    "Gaya",
    "KunciSel",
    "Sel",
    "kunci_sel",
    "teks_formulasi",
    "teks_sel",
]

CATATAN = "catatan"
"""The key under which the note of a formula in a quarter is edited."""

_PANJANG_TAMPIL = 400


class Gaya(IntEnum):
    """How a cell looks."""

    KOSONG = 0
    KELOMPOK = 1
    URAIAN = 2
    ISIAN = 3
    TERHITUNG = 4
    TETAP = 5
    KETERANGAN = 6
    KATEGORI = 7
    CATATAN = 8
    URAIAN_REDUP = 9


@dataclass(frozen=True, slots=True)
class KunciSel:
    """A cell that can be edited, whichever row and column it stands in."""

    formulasi_id: int
    triwulan: int
    kunci: str


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: its text, unit and look; ``salin`` is what the clipboard gets.

    ``kelas`` is the place of the class of capaian in its scale and the length of the scale.
    ``petunjuk`` stands in grey where nothing was entered, ``usulan`` is a number proposed there;
    ``bawah`` is a few quiet words on a second line.
    """

    teks: str = ""
    gaya: Gaya = Gaya.KOSONG
    satuan: str = ""
    petunjuk: str = ""
    salin: str = ""
    kelas: tuple[int, int] | None = None
    kunci: KunciSel | None = None
    bawah: str = ""
    usulan: Decimal | None = None


KOSONG = Sel()


def kunci_sel(formulasi: Formulasi, kolom: Kolom) -> KunciSel | None:
    """What can be entered for a formula in a column; ``None`` where nothing can."""
    daftar = masukan(formulasi)
    if kolom.jenis is JenisKolom.CATATAN and daftar:
        return KunciSel(formulasi.id, kolom.triwulan, CATATAN)
    if kolom.jenis is JenisKolom.ISIAN and kolom.slot < len(daftar):
        return KunciSel(formulasi.id, kolom.triwulan, daftar[kolom.slot].kunci)
    return None


def teks_sel(teks: str) -> str:
    """A text on one line, cut to what a cell could ever show."""
    return satu_baris(teks[: _PANJANG_TAMPIL * 2])[:_PANJANG_TAMPIL]


def teks_formulasi(formulasi: Formulasi) -> str:
    """A formula in words: its own, or made from its parts."""
    if formulasi.teks:
        return formulasi.teks
    if formulasi.pembilang:
        bawah = formulasi.penyebut or (
            teks_sunting(formulasi.penyebut_tetap) if formulasi.penyebut_tetap is not None else ""
        )
        tanda = "−" if formulasi.jenis is JenisFormulasi.SELISIH else "÷"
        return f"{formulasi.pembilang} {tanda} {bawah}" if bawah else formulasi.pembilang
    return formulasi.rumus or "Formulasi"
