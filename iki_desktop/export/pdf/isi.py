"""What stands in a cell or beside a label: paragraphs, numbered lists, fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.gaya import MM, UKURAN, BentukTeks
from iki_desktop.export.pdf.keping import Keping, Susunan
from iki_desktop.export.pdf.pecahan import buat_pecahan
from iki_desktop.export.pdf.teks import Nomor, Teks
from iki_desktop.naskah.blok import BarisDaftar, Daftar, Gaya, Isi, Paragraf, Pecahan

if TYPE_CHECKING:
    from iki_desktop.export.pdf.huruf import Huruf

__all__ = ["PenyusunIsi"]


class PenyusunIsi:
    """Makes contents in one typeface; ``ukuran`` is the document's type size, ``tinggi`` a page's."""

    def __init__(self, huruf: Huruf, ukuran: float, tinggi: float) -> None:
        self._huruf = huruf
        self._ukuran = ukuran
        self._tinggi = tinggi

    def gaya(self, bentuk: BentukTeks, ukuran: float | None = None) -> GayaTeks:
        """A shape in this typeface, at a size of its own where it has one."""
        besar = (ukuran or self._ukuran) * bentuk.besar
        return GayaTeks(
            self._huruf, besar, besar * bentuk.spasi, bentuk.rata, bentuk.tebal, bentuk.masuk * MM
        )

    def daftar(self, daftar: Daftar, gaya: GayaTeks, lebar: float, jarak: float) -> list[Keping]:
        """The items of a list, each beside its number, the deeper the further in."""
        dari, nomor = _inden(daftar.baris, gaya, lebar)
        semua: list[Keping] = []
        for baris in daftar.baris:
            geser = dari[baris.tingkat]
            angka = Nomor(baris.nomor, nomor[baris.tingkat])
            teks = Teks.buat(baris.teks, gaya, lebar - geser, nomor=angka, sebelum=jarak)
            semua.append(Susunan([teks], geser=geser, sebelum=jarak) if geser else teks)
        return semua

    def isi(
        self, isi: Sequence[Isi], gaya: GayaTeks, lebar: float, *, jarak: float, jarak_daftar: float
    ) -> Susunan:
        """The contents of a cell or beside a label."""
        semua: list[Keping] = []
        for satu in isi:
            if isinstance(satu, Paragraf):
                semua.append(Teks.buat(satu.teks, _gaya_dalam(satu.gaya, gaya), lebar, sebelum=jarak))
            elif isinstance(satu, Pecahan):
                semua.append(buat_pecahan(satu, gaya, lebar, self._tinggi, jarak))
            else:
                semua += self.daftar(satu, gaya, lebar, jarak_daftar)
        return Susunan(semua)


def _gaya_dalam(diminta: Gaya, gaya: GayaTeks) -> GayaTeks:
    """A paragraph within a cell looks like the cell's text; only bold and small are its own."""
    match diminta:
        case Gaya.SUBJUDUL:
            return replace(gaya, tebal=True)
        case Gaya.KETERANGAN:
            kecil = UKURAN.sel_keterangan
            return replace(gaya, ukuran=gaya.ukuran * kecil, spasi=gaya.spasi * kecil)
        case _:
            return gaya


def _inden(
    baris: Sequence[BarisDaftar], gaya: GayaTeks, lebar: float
) -> tuple[dict[int, float], dict[int, float]]:
    """Where the numbers of each depth begin, and how much room they take; deep lists stay readable."""
    terlebar: dict[int, float] = {}
    for b in baris:
        terlebar[b.tingkat] = max(terlebar.get(b.tingkat, 0.0), lebar_teks(b.nomor, gaya) if b.nomor else 0.0)
    dari: dict[int, float] = {}
    nomor: dict[int, float] = {}
    sampai = 0.0
    for tingkat in sorted(terlebar):
        dari[tingkat] = min(sampai, UKURAN.tingkat_terdalam * lebar)
        ruang = max(
            terlebar[tingkat] + UKURAN.nomor_ke_teks * gaya.ukuran, UKURAN.nomor_terpendek * gaya.ukuran
        )
        nomor[tingkat] = ruang if terlebar[tingkat] else 0.0
        sampai += ruang
    return dari, nomor
