"""All the words of a document, in the order in which they stand on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from iki_desktop.naskah.blok import (
    BarisBerlabel,
    Lembaran,
    Naskah,
    PasanganTandaTangan,
    Penanda,
    Tabel,
    TandaTangan,
)
from iki_desktop.naskah.grafik import Grafik
from iki_desktop.naskah.kolom import kelompok_kolom

__all__ = ["semua_teks", "teks_lembaran"]


def semua_teks(naskah: Naskah) -> Iterator[str]:
    """Every text of the blocks, once each; what stands on every page or again overleaf is the pen's."""
    for lembaran in naskah.lembaran:
        yield from teks_lembaran(lembaran)


def teks_lembaran(lembaran: Lembaran) -> Iterator[str]:
    """The texts of one group of sheets, as ``semua_teks``."""
    for blok in lembaran.blok:
        yield from _teks(blok)


def _teks(nilai: object) -> Iterator[str]:
    """The texts of a block or of what it holds; its fields stand in the order of the paper."""
    match nilai:
        case Enum() | Penanda() | "":
            return
        case str():
            yield nilai
        case tuple():
            for satu in nilai:
                yield from _teks(satu)
        case _ if is_dataclass(nilai):
            yield from _teks(tuple(_isi(nilai)))


def _isi(nilai: object) -> Iterator[object]:
    """What a block holds, in the order of the paper, where that is not the order of its fields."""
    match nilai:
        case BarisBerlabel():
            yield from (nilai.nomor, nilai.label, nilai.isi)
        case Tabel():
            yield from _kepala(nilai)
            yield nilai.cabang
        case TandaTangan():
            yield from (nilai.pembuka, nilai.jabatan, nilai.jangkar, nilai.nama, nilai.keterangan)
        case Grafik():
            yield from _grafik(nilai)
        case PasanganTandaTangan(kiri, kanan):
            yield from (kiri.pembuka, kanan.pembuka, kiri.jabatan, kanan.jabatan)
            yield from (kiri.nama, kiri.keterangan, kanan.nama, kanan.keterangan)
        case _:
            yield from (getattr(nilai, bidang.name) for bidang in fields(nilai))  # type: ignore[arg-type]


def _kepala(tabel: Tabel) -> Iterator[str]:
    """The headings row by row: common ones in the first, the columns under them in the second."""
    kelompok = kelompok_kolom(tabel.kolom)
    yield from (nama or tabel.kolom[isi.start].judul for nama, isi in kelompok)
    yield from (tabel.kolom[n].judul for nama, isi in kelompok if nama for n in isi)


def _grafik(grafik: Grafik) -> Iterator[object]:
    """Lying bars are read one by one, columns that stand side by side row by row."""
    yield grafik.judul
    if not grafik.kosong:
        yield grafik.label_target
    semua = [(b.nama, b.angka, b.kata) for b in grafik.batang]
    yield from zip(*semua, strict=True) if grafik.tegak else semua
