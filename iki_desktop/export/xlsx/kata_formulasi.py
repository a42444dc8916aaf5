"""A formula in words, as a cell shows it: the words of the printed table, without its signs of layout."""

from __future__ import annotations

from iki_desktop.core.records import Formulasi
from iki_desktop.naskah.blok import Daftar, Isi, Pecahan
from iki_desktop.naskah.formulasi import compose_formulasi
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["kata_formulasi"]

_INDENTASI = "   "


def kata_formulasi(formulasi: Formulasi, halaman: TataHalaman) -> str:
    """The sentence or fraction in one line, the list and the note under it."""
    return "\n".join(_kata(isi) for isi in compose_formulasi(formulasi, halaman))


def _kata(isi: Isi) -> str:
    match isi:
        case Pecahan():
            return f"{isi.pembilang} ÷ {isi.penyebut} {isi.akhiran}".strip()
        case Daftar():
            return "\n".join(f"{_INDENTASI * b.tingkat}{b.nomor} {b.teks}".rstrip() for b in isi.baris)
        case _:
            return isi.teks
