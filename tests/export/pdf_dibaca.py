"""Reading a PDF back: its words, where they stand, its pages, its properties."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2

from iki_desktop.core.errors import Temuan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.pdf import cetak_pdf
from iki_desktop.naskah.keputusan import Pilihan, compose_dokumen

TAK_TAMPAK = re.compile(r"[\s\u0002\u00ad\ufffe\uffff-]+")
NOMOR_HALAMAN = re.compile(r"\A- \d+ -\s*")


POLOS = Pilihan(tanda_draf=False)
"""Everything, and no mark across the words that are looked for."""


def cetak(snapshot: Snapshot, path: Path, pilihan: Pilihan = POLOS) -> tuple[Temuan, ...]:
    return cetak_pdf(compose_dokumen(snapshot, pilihan), path)


@contextmanager
def terbuka(path: Path) -> Iterator[Any]:
    dokumen = pypdfium2.PdfDocument(path)
    try:
        yield dokumen
    finally:
        dokumen.close()


def teks_halaman(path: Path) -> list[str]:
    """The words of every page, its number left out."""
    return [NOMOR_HALAMAN.sub("", teks) for teks in teks_mentah(path)]


def teks_mentah(path: Path) -> list[str]:
    with terbuka(path) as dokumen:
        semua = []
        for halaman in dokumen:
            teks = halaman.get_textpage()
            semua.append(teks.get_text_bounded())
            teks.close()
            halaman.close()
        return semua


def ukuran_halaman(path: Path) -> list[tuple[float, float]]:
    """Width and height of every page in millimetres."""
    with terbuka(path) as dokumen:
        return [tuple(sisi * 25.4 / 72 for sisi in dokumen.get_page_size(n)) for n in range(len(dokumen))]


def kotak_huruf(path: Path) -> list[list[tuple[str, float, float, float, float]]]:
    """Every visible character of every page: itself, left, bottom, right, top, in millimetres."""
    with terbuka(path) as dokumen:
        semua = []
        for halaman in dokumen:
            teks = halaman.get_textpage()
            isi = []
            for n in range(teks.count_chars()):
                huruf = teks.get_text_range(n, 1)
                if huruf.strip():
                    isi.append((huruf, *(sisi * 25.4 / 72 for sisi in teks.get_charbox(n))))
            teks.close()
            halaman.close()
            semua.append(isi)
        return semua


def daftar_isi(path: Path) -> list[tuple[int, str, int]]:
    """The bookmarks: depth, title, page from 1."""
    with terbuka(path) as dokumen:
        return [(b.level, b.get_title(), b.get_dest().get_index() + 1) for b in dokumen.get_toc()]


def keterangan(path: Path) -> dict[str, str]:
    with terbuka(path) as dokumen:
        semua: dict[str, str] = dokumen.get_metadata_dict()
        return semua


def padat(teks: str) -> str:
    """A text without what a line break may add or take: blanks, hyphens, the forms of one letter."""
    return TAK_TAMPAK.sub("", unicodedata.normalize("NFKC", teks))
