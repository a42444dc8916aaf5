"""All the words of a document, in the order in which they stand on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from iki_desktop.naskah.blok import BarisBerlabel, Naskah, Penanda, Tabel

__all__ = ["semua_teks"]


def semua_teks(naskah: Naskah) -> Iterator[str]:
    """Every text of the blocks, once each; page numbers and what is said again overleaf are the pen's."""
    for lembaran in naskah.lembaran:
        for blok in lembaran.blok:
            yield from _teks(blok)


def _teks(nilai: object) -> Iterator[str]:
    """The texts of a block or of what it holds; its fields stand in the order of the paper."""
    match nilai:
        case Enum() | Penanda():
            return
        case str():
            if nilai:
                yield nilai
        case tuple():
            for satu in nilai:
                yield from _teks(satu)
        case BarisBerlabel():
            yield from _teks((nilai.nomor, nilai.label, nilai.isi))
        case Tabel():
            yield from _teks((nilai.kolom, nilai.cabang))
        case _ if is_dataclass(nilai):
            for bidang in fields(nilai):
                yield from _teks(getattr(nilai, bidang.name))
