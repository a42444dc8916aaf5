"""Text broken into lines: words are kept, widths held, long words broken.

A word wider than its column is broken, never let into the margin; a line that runs from right
to left is turned, because a page is drawn from left to right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from iki_desktop.export.pdf.arab import KANAN_KE_KIRI, sambung, terbalik
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.gaya import Rata
from iki_desktop.export.pdf.huruf import Aksara, Huruf
from iki_desktop.export.pdf.keping import EPS

__all__ = ["Baris", "GayaTeks", "Runs", "lebar_teks", "pecah_baris"]

_PATAH = re.compile(r"(?<=[/\-_.,;:@&=?\\|)])(?=[^\s])")
"""Where a word too long for its column is broken before it is broken anywhere."""

_KATA = re.compile(r"( *)([^ ]+)")

_SAMBUNG = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[^\W\d_]{4}/)(?=[^\W\d_]{4})")
"""A word may end its line after a hyphen (perundang-undangan) or a stroke (Fungsional/Pelaksana)."""

_IMBANG_TERBANYAK = 8
_IMBANG_LANGKAH = 6


@dataclass(frozen=True, slots=True)
class GayaTeks:
    """How a paragraph is set; lengths in points."""

    huruf: Huruf
    ukuran: float
    spasi: float
    rata: Rata = Rata.KIRI
    tebal: bool = False
    masuk: float = 0.0

    @property
    def utama(self) -> Aksara:
        """The face of plain characters."""
        return self.huruf.tebal if self.tebal else self.huruf.biasa


Runs = tuple[tuple[Aksara, str], ...]


@dataclass(frozen=True, slots=True)
class Baris:
    """A line: its runs, the blanks among them, its width, and whether a line break ends it."""

    runs: Runs
    lebar: float
    celah: int
    akhir: bool


@lru_cache(maxsize=4096)
def pecah_baris(teks: str, gaya: GayaTeks, lebar: float) -> tuple[Baris, ...]:
    """The lines of a text; the same text comes again in many jabatan, so lines are remembered."""
    semua: list[Baris] = []
    for baris in _bersambung(teks, gaya).split("\n"):
        batas = lebar - (0.0 if semua else gaya.masuk)
        jadi = _Pemecah(gaya, batas, lebar).pecah(baris)
        if gaya.rata is Rata.TENGAH and 1 < len(jadi) <= _IMBANG_TERBANYAK:
            jadi = _imbangkan(baris, gaya, lebar, jadi)
        semua += jadi
    return tuple(semua)


def _imbangkan(teks: str, gaya: GayaTeks, lebar: float, jadi: list[Baris]) -> list[Baris]:
    """Centred lines of about one length: the narrowest width that needs no line more and breaks no word."""
    kata_terlebar = max(_lebar(gaya.huruf.potong(kata, tebal=gaya.tebal)) for kata in teks.split(" "))
    sempit, longgar = max(lebar / len(jadi), kata_terlebar * gaya.ukuran), lebar
    for _ in range(_IMBANG_LANGKAH if sempit < longgar else 0):
        tengah = (sempit + longgar) / 2
        calon = _Pemecah(gaya, tengah, tengah).pecah(teks)
        if len(calon) == len(jadi):
            jadi, longgar = calon, tengah
        else:
            sempit = tengah
    return jadi


class _Pemecah:
    """Breaks one line of input into lines of paper; widths at a type size of 1 until a line is done."""

    def __init__(self, gaya: GayaTeks, lebar_pertama: float, lebar: float) -> None:
        self._gaya = gaya
        self._utama = gaya.utama
        self._batas = max(lebar_pertama, 0.0) / gaya.ukuran
        self._batas_lanjut = max(lebar, 0.0) / gaya.ukuran
        self._teks = ""
        self._lebar = 0.0
        self._jadi: list[Baris] = []

    def pecah(self, teks: str) -> list[Baris]:
        """Fill line after line with as much as it holds; blanks at a break belong to neither line."""
        for cocok in _KATA.finditer(teks):
            celah, kata = cocok.groups()
            if "-" not in kata and "/" not in kata:
                self._tambah(celah, kata)
                continue
            for bagian in _SAMBUNG.split(kata):
                self._tambah(celah, bagian)
                celah = ""
        self._tutup(akhir=True)
        return self._jadi

    def _tambah(self, celah: str, kata: str) -> None:
        lebar = self._ukur(kata)
        lebar_celah = self._ukur(celah) if celah else 0.0
        if self._teks and self._lebar + lebar_celah + lebar > self._batas + EPS:
            self._tutup(akhir=False)
            celah, lebar_celah = "", 0.0
        if not self._teks and lebar_celah + lebar > self._batas + EPS:
            *penuh, kata = self._patahkan(kata)
            for bagian in penuh:
                self._teks, self._lebar = bagian, self._ukur(bagian)
                self._tutup(akhir=False)
            celah, lebar_celah, lebar = "", 0.0, self._ukur(kata)
        self._teks += celah + kata
        self._lebar += lebar_celah + lebar

    def _ukur(self, kata: str) -> float:
        if self._utama.huruf.issuperset(kata):
            return self._utama.lebar(kata)
        return _lebar(self._gaya.huruf.potong(kata, tebal=self._gaya.tebal))

    def _tutup(self, *, akhir: bool) -> None:
        teks = KANAN_KE_KIRI.sub(lambda cocok: terbalik(cocok[0]), self._teks)
        runs = self._gaya.huruf.potong(teks, tebal=self._gaya.tebal) if teks else ()
        # ReportLab writes a no-break space as a space, and the page widens both.
        celah = teks.count(" ") + teks.count("\N{NO-BREAK SPACE}")
        self._jadi.append(Baris(runs, self._lebar * self._gaya.ukuran, celah, akhir))
        self._teks, self._lebar, self._batas = "", 0.0, self._batas_lanjut

    def _patahkan(self, kata: str) -> list[str]:
        """Break a word that is wider than a line: after a sign where there is one, else anywhere."""
        potongan = [""]
        batas = self._batas
        for bagian in _PATAH.split(kata):
            lebar = self._ukur(bagian)
            satuan = [bagian] if lebar <= self._batas_lanjut else list(bagian)
            for satu in satuan:
                if potongan[-1] and self._ukur(potongan[-1]) + self._ukur(satu) > batas + EPS:
                    potongan.append("")
                    batas = self._batas_lanjut
                potongan[-1] += satu
        return potongan


def lebar_teks(teks: str, gaya: GayaTeks) -> float:
    """The width of the widest line of a text that is not broken."""
    baris = _bersambung(bersihkan(teks), gaya).split("\n")
    return max(_lebar(gaya.huruf.potong(b, tebal=gaya.tebal)) for b in baris) * gaya.ukuran


def _bersambung(teks: str, gaya: GayaTeks) -> str:
    """Arabic letters joined, where a typeface has all the shapes that this takes."""
    if not KANAN_KE_KIRI.search(teks):
        return teks
    jadi = sambung(teks)
    return jadi if all(gaya.huruf.ada(h) for h in set(jadi) - set(teks)) else teks


def _lebar(runs: Runs) -> float:
    return sum(aksara.lebar(teks) for aksara, teks in runs)
