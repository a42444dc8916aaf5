"""Where everything stands on the pages of a PDF, and what stands where it must not; millimetres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2

from iki_desktop.naskah.tata_halaman import TataHalaman
from tests.export.pdf_dibaca import NOMOR_HALAMAN, terbuka

PDFIUM: Any = pypdfium2.raw

MM = 25.4 / 72
TIPIS = 0.6
"""What is no thicker than this is a rule."""
LEWAT = 0.35
"""Ink may stand out of its line so far: the tail of a slanted letter, a sign of another face."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A piece of a line, or a rule, with its four sides."""

    teks: str
    kiri: float
    bawah: float
    kanan: float
    atas: float

    def menindih(self, lain: Kotak, lewat: float = LEWAT) -> bool:
        """Whether two boxes share more than their edges."""
        return (
            min(self.kanan, lain.kanan) - max(self.kiri, lain.kiri) > lewat
            and min(self.atas, lain.atas) - max(self.bawah, lain.bawah) > lewat
        )

    def dilintasi(self, garis: Kotak) -> bool:
        """Whether a rule runs through it."""
        x, y = (garis.kiri + garis.kanan) / 2, (garis.bawah + garis.atas) / 2
        if garis.kanan - garis.kiri <= TIPIS:
            bertemu = min(self.atas, garis.atas) - max(self.bawah, garis.bawah) > LEWAT
            return bertemu and self.kiri + LEWAT < x < self.kanan - LEWAT
        bertemu = min(self.kanan, garis.kanan) - max(self.kiri, garis.kiri) > LEWAT
        return bertemu and self.bawah + LEWAT < y < self.atas - LEWAT


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: its size, its pieces of text in the order of the file, its rules and frames."""

    lebar: float
    tinggi: float
    teks: tuple[Kotak, ...]
    garis: tuple[Kotak, ...]


def baca_letak(pdf: Path) -> Iterator[Halaman]:
    """Every page of a file."""
    with terbuka(pdf) as dokumen:
        for halaman in dokumen:
            baca = halaman.get_textpage()
            lebar, tinggi = halaman.get_size()
            yield Halaman(lebar * MM, tinggi * MM, tuple(_teks(baca)), tuple(_garis(halaman)))
            baca.close()
            halaman.close()


def _teks(baca: Any) -> Iterator[Kotak]:
    """The pieces that were written at once: a line, or the part of it in one face."""
    for nomor in range(baca.count_rects()):
        sisi = baca.get_rect(nomor)
        yield Kotak(baca.get_text_bounded(*sisi), *(s * MM for s in sisi))


def _garis(halaman: Any) -> Iterator[Kotak]:
    for objek in halaman.get_objects([PDFIUM.FPDF_PAGEOBJ_PATH]):
        yield Kotak("", *(s * MM for s in objek.get_bounds()))


# --- what is wrong ------------------------------------------------------------------------------


def salah_letak(pdf: Path, tata: TataHalaman, kaki: str = "") -> list[str]:
    """Everything that does not stand where it may, page by page; nothing where all is well.

    ``kaki`` is the sentence at the foot, which stands in the lower margin.
    """
    salah = []
    for nomor, halaman in enumerate(baca_letak(pdf), 1):
        isi = [k for k in halaman.teks if not _di_tepi(k, halaman, tata, kaki)]
        keluhan = [
            *_kertas(halaman, tata),
            *_luar(isi, halaman, tata),
            *_luar(halaman.garis, halaman, tata),
            *_bertindih(halaman.teks),
            *_terlintas(isi, [g for g in halaman.garis if _tipis(g)]),
        ]
        salah += [f"halaman {nomor}: {k}" for k in keluhan]
    return salah


def _di_tepi(kotak: Kotak, halaman: Halaman, tata: TataHalaman, kaki: str) -> bool:
    """Whether it is the page's number or its foot, and stands in the margin as such."""
    tepi = tata.tepi
    dalam = kotak.kiri > tepi.kiri and kotak.kanan < halaman.lebar - tepi.kanan
    if NOMOR_HALAMAN.fullmatch(kotak.teks.strip()):
        return dalam and halaman.tinggi - tepi.atas < kotak.bawah < kotak.atas < halaman.tinggi - 8
    di_kaki = kaki and "".join(kotak.teks.split()) in "".join(kaki.split())
    return bool(di_kaki) and dalam and 8 < kotak.bawah < kotak.atas < tepi.bawah


def _kertas(halaman: Halaman, tata: TataHalaman) -> Iterator[str]:
    sisi = sorted((halaman.lebar, halaman.tinggi))
    if any(abs(a - b) > 0.001 for a, b in zip(sisi, (tata.kertas.lebar, tata.kertas.tinggi), strict=True)):
        yield f"kertas {halaman.lebar} × {halaman.tinggi}"


def _luar(isi: Iterable[Kotak], halaman: Halaman, tata: TataHalaman) -> Iterator[str]:
    tepi = tata.tepi
    for kotak in isi:
        if (
            kotak.kiri < tepi.kiri - LEWAT
            or kotak.kanan > halaman.lebar - tepi.kanan + LEWAT
            or kotak.bawah < tepi.bawah - LEWAT
            or kotak.atas > halaman.tinggi - tepi.atas + LEWAT
        ):
            yield f"di luar bidang teks: {kotak}"


def _bertindih(isi: Sequence[Kotak]) -> Iterator[str]:
    for satu, dua in combinations(isi, 2):
        if satu.menindih(dua):
            yield f"bertindih: {satu} dan {dua}"


def _tipis(garis: Kotak) -> bool:
    return min(garis.kanan - garis.kiri, garis.atas - garis.bawah) <= TIPIS


def _terlintas(isi: Iterable[Kotak], garis: Sequence[Kotak]) -> Iterator[str]:
    for kotak in isi:
        for satu in garis:
            if kotak.dilintasi(satu):
                yield f"dilintasi garis: {kotak} oleh {satu}"
