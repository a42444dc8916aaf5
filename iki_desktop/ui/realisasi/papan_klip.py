"""Blocks of cells as the clipboard carries them between this grid and a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.angka import AngkaError, AngkaGandaError, parse_angka
from iki_desktop.core.kalimat import kutip
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel

__all__ = ["Blok", "Salah", "Tempelan", "baca_blok", "susun_tempelan", "tulis_blok"]

_BUKAN_RUMUS = ("=", "+", "-", "@")
_SALAH_DISEBUT = 3

Blok = list[list[str]]


def tulis_blok(sel: Iterable[Sequence[tuple[str, bool]]]) -> str:
    """A block as tab-separated text; each cell is its text and whether it is a number.

    Words that a spreadsheet would run as a formula get a blank before them.
    """
    tujuan = io.StringIO()
    penulis = csv.writer(tujuan, delimiter="\t", lineterminator="\n")
    for baris in sel:
        isi = [t if angka or not t.startswith(_BUKAN_RUMUS) else f" {t}" for t, angka in baris]
        if isi == [""]:
            tujuan.write("\n")  # the writer would put quotes there, which nobody entered
        else:
            penulis.writerow(isi)
    return tujuan.getvalue().removesuffix("\n")


def baca_blok(teks: str) -> Blok:
    """Tab-separated text as a spreadsheet copies it: quoted line breaks stay inside their cell.

    The line end after the last row is not a row of its own.
    """
    teks = teks.replace("\x00", "")
    try:
        blok = list(csv.reader(io.StringIO(teks, newline=""), delimiter="\t"))
    except csv.Error:
        blok = [baris.split("\t") for baris in teks.splitlines()]
    blok = [baris or [""] for baris in blok]
    while len(blok) > 1 and not any(blok[-1]):
        blok.pop()
    return blok


@dataclass(frozen=True, slots=True)
class Salah:
    """A pasted cell that is not a number; row and column count from 1 within the block."""

    baris: int
    kolom: int
    teks: str

    def __str__(self) -> str:
        return f"baris {self.baris}, kolom {self.kolom}: {kutip(self.teks, 30)} bukan angka"


@dataclass(frozen=True, slots=True)
class Tempelan:
    """A block as it would be entered.

    ``angka`` and ``catatan`` are the cells with what goes into them; ``ganda`` holds those that
    can be read in two ways, thousands first; ``dilewati`` counts values that have no cell.
    """

    angka: tuple[tuple[KunciSel, Decimal | None], ...] = ()
    catatan: tuple[tuple[KunciSel, str], ...] = ()
    ganda: tuple[tuple[KunciSel, str, tuple[Decimal, Decimal]], ...] = ()
    salah: tuple[Salah, ...] = ()
    dilewati: int = 0

    def terbaca(self, bacaan: int) -> tuple[tuple[KunciSel, Decimal | None], ...]:
        """All numbers, the doubtful ones read as thousands (0) or as decimals (1)."""
        return (*self.angka, *((kunci, pilihan[bacaan]) for kunci, _, pilihan in self.ganda))

    @property
    def sel(self) -> tuple[KunciSel, ...]:
        """Every cell that something goes into."""
        angka, catatan, ganda = ([satu[0] for satu in b] for b in (self.angka, self.catatan, self.ganda))
        return (*angka, *catatan, *ganda)

    def penolakan(self) -> str:
        """Why nothing is entered, naming the first cells that are wrong."""
        sebut = "; ".join(str(s) for s in self.salah[:_SALAH_DISEBUT])
        sisa = len(self.salah) - _SALAH_DISEBUT
        lain = f"; dan {sisa} sel lain" if sisa > 0 else ""
        return f"{sebut[:1].upper()}{sebut[1:]}{lain}. Tidak ada yang ditempel."


def susun_tempelan(blok: Blok, tujuan: Sequence[Sequence[KunciSel | None]]) -> Tempelan:
    """Lay a block over its cells; ``tujuan`` holds the rows from the first cell on, to their ends."""
    angka: list[tuple[KunciSel, Decimal | None]] = []
    catatan: list[tuple[KunciSel, str]] = []
    ganda: list[tuple[KunciSel, str, tuple[Decimal, Decimal]]] = []
    salah: list[Salah] = []
    dilewati = 0
    for nomor, baris in enumerate(blok):
        for kolom, teks in enumerate(baris):
            kunci = tujuan[nomor][kolom] if nomor < len(tujuan) and kolom < len(tujuan[nomor]) else None
            if kunci is None:
                dilewati += bool(teks.strip())
            elif kunci.kunci == CATATAN:
                catatan.append((kunci, teks))
            else:
                try:
                    angka.append((kunci, parse_angka(teks)))
                except AngkaGandaError as dua:
                    ganda.append((kunci, teks.strip(), dua.pilihan))
                except AngkaError:
                    salah.append(Salah(nomor + 1, kolom + 1, teks))
    return Tempelan(tuple(angka), tuple(catatan), tuple(ganda), tuple(salah), dilewati)
