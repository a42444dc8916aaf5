"""Names of sheets that any spreadsheet program takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.rules import bersihkan_teks

__all__ = ["nama_lembar"]

_TERLARANG = re.compile(r"[\[\]:*?/\\']+")
_PANJANG_NAMA = 31
_NAMA_EXCEL = "history"
"""A name that Excel keeps for itself."""


def nama_lembar(nama: str, ada: Sequence[str], tanpa_nama: str = "Laporan") -> str:
    """A name that Excel takes, and that no other sheet has."""
    polos = satu_baris(_TERLARANG.sub(" ", bersihkan_teks(nama))) or tanpa_nama
    terpakai = {satu.casefold() for satu in ada} | {_NAMA_EXCEL}
    calon, nomor = _terpotong(polos, ""), 1
    while calon.casefold() in terpakai:
        nomor += 1
        calon = _terpotong(polos, f" ({nomor})")
    return calon


def _terpotong(nama: str, akhiran: str) -> str:
    """Cut to so many characters as Excel counts them: a pair is two."""
    sandi = nama.encode("utf-16-le")[: 2 * (_PANJANG_NAMA - len(akhiran))]
    return sandi.decode("utf-16-le", "ignore").strip() + akhiran
