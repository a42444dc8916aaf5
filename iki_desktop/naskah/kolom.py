"""The columns of a table: their common headings, and the words that must fit them whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from iki_desktop.naskah.blok import Cabang, Kolom, Paragraf, Peran, Tabel

__all__ = ["kata_kolom", "kelompok_kolom"]

_KATA_TERPANJANG = 20
"""Letters of a unit: ``pertanggungjawaban`` has 18."""


def kelompok_kolom(kolom: Sequence[Kolom]) -> list[tuple[str, range]]:
    """The headings of the upper row: a common one with its columns, or none (empty) over one column."""
    hasil: list[tuple[str, range]] = []
    for nama, isi in groupby(enumerate(kolom), lambda satu: satu[1].kelompok):
        nomor = [n for n, _ in isi]
        hasil += [(nama, range(nomor[0], nomor[-1] + 1))] if nama else [("", range(n, n + 1)) for n in nomor]
    return hasil


def kata_kolom(tabel: Tabel) -> list[set[str]]:
    """The words of each column that no line should break: those of its heading, its figures, its units.

    A unit that is no word of any language gives no measure.
    """
    kata = [set(k.judul.replace("/", "/ ").split()) for k in tabel.kolom]
    if any(k.peran is Peran.ANGKA for k in tabel.kolom):
        for cabang in tabel.cabang:
            for nomor, teks in _teks(cabang, 0):
                match tabel.kolom[nomor].peran:
                    case Peran.ANGKA:
                        kata[nomor].update(teks.split())
                    case Peran.SATUAN:
                        kata[nomor].update(k for k in teks.split() if len(k) <= _KATA_TERPANJANG)
    return kata


def _teks(cabang: Cabang, kolom: int) -> Iterator[tuple[int, str]]:
    """The texts of cells one column wide, each with its column."""
    for nomor, isi in enumerate(cabang.sel):
        if nomor or cabang.rentang == 1:
            tempat = kolom + nomor + cabang.rentang - 1
            yield from ((tempat, satu.teks) for satu in isi if isinstance(satu, Paragraf))
    for anak in cabang.anak:
        yield from _teks(anak, kolom + len(cabang.sel) + cabang.rentang - 1)
