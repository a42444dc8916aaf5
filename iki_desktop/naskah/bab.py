"""The narrative chapters before the decision."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.records import Bab, Bagian, Kecamatan
from iki_desktop.naskah.blok import Blok, GantiHalaman, Gaya, Lembaran, NomorHalaman, Paragraf, Penanda
from iki_desktop.naskah.daftar import angka_romawi, bernomor
from iki_desktop.naskah.penutup import penutup_bab
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["compose_bab"]


def compose_bab(semua: tuple[Bab, ...], office: Kecamatan, halaman: TataHalaman) -> Lembaran | None:
    """Chapters, each on a new page; ``None`` where there are none."""
    blok: list[Blok] = []
    for nomor, bab in enumerate(semua, 1):
        if blok:
            blok.append(GantiHalaman())
        blok += _satu_bab(bab, nomor, office, halaman)
    return Lembaran(tuple(blok), nomor=NomorHalaman.MULAI) if blok else None


def _satu_bab(bab: Bab, nomor: int, office: Kecamatan, halaman: TataHalaman) -> Iterator[Blok]:
    judul = f"BAB {angka_romawi(nomor)}"
    yield Penanda(f"{judul} {bab.judul}")
    yield Paragraf(f"{judul}\n{bab.judul}", Gaya.JUDUL)
    urutan = 0
    for bagian in bab.bagian:
        if bagian.judul:
            urutan += 1
            yield Paragraf(f"{nomor}.{urutan} {bagian.judul}", Gaya.SUBJUDUL)
        yield from _isi(bagian, halaman)
    if bab.pengesahan:
        yield penutup_bab(bab.pengesahan, office)


def _isi(bagian: Bagian, halaman: TataHalaman) -> Iterator[Blok]:
    for isi in bagian.isi:
        if isinstance(isi, str):
            yield Paragraf(isi, Gaya.ALINEA)
        elif isi:
            yield bernomor(isi, halaman.nomor.naskah)
