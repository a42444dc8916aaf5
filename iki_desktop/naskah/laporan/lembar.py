"""From the contents of a report to the blocks of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iki_desktop.naskah.blok import (
    BarisBerlabel,
    BarisDaftar,
    Berlabel,
    Blok,
    Cabang,
    Daftar,
    GantiHalaman,
    Gaya,
    Isi,
    Lembaran,
    NomorHalaman,
    Paragraf,
    Penanda,
    Tabel,
)
from iki_desktop.naskah.laporan.isi import Bagian, Baris, Keterangan, Nilai, teks_nilai
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["halaman_laporan", "lembaran_laporan"]

_UKURAN_TERBESAR, _TABEL_TERBESAR = 11.0, 9.0
"""Points: a wide table is read at arm's length, and an office's type for decisions is too large for it."""

_TINGKAT_BERGARIS = 3


def halaman_laporan(halaman: TataHalaman, *, kecil: bool) -> TataHalaman:
    """The office's layout, in smaller type for wide tables."""
    if not kecil:
        return halaman
    return replace(
        halaman,
        ukuran=min(halaman.ukuran, _UKURAN_TERBESAR),
        ukuran_tabel=min(halaman.ukuran_tabel, _TABEL_TERBESAR),
    )


def lembaran_laporan(semua: Sequence[Bagian], halaman: TataHalaman, *, mendatar: bool) -> Lembaran:
    """Every part on pages of its own, but for one that goes on under the part before; numbered through."""
    blok: list[Blok] = []
    for bagian in semua:
        if blok and not bagian.sambung:
            blok.append(GantiHalaman())
        blok += _bagian(bagian, halaman)
    return Lembaran(tuple(blok), mendatar, NomorHalaman.MULAI)


def _bagian(bagian: Bagian, halaman: TataHalaman) -> Iterator[Blok]:
    yield Penanda(bagian.nama, 0, bagian.node_id)
    if bagian.pembuka:
        yield from bagian.pembuka
        yield GantiHalaman()
    if bagian.sambung:
        yield Paragraf(bagian.nama, Gaya.SUBJUDUL)
    else:
        yield Paragraf("\n".join(bagian.judul), Gaya.JUDUL)
    if bagian.kepala:
        yield Berlabel(tuple(BarisBerlabel(label, (Paragraf(teks),)) for label, teks in bagian.kepala))
    yield from bagian.grafik
    if bagian.kolom:
        yield Tabel(
            bagian.kolom,
            tuple(_cabang(b) for b in bagian.baris),
            baris_nomor=halaman.baris_nomor_kolom,
            diulang=halaman.sasaran_diulang,
            tingkat_bergaris=_TINGKAT_BERGARIS,
            tinggi_baris=bagian.tinggi_baris,
        )
    if bagian.catatan:
        yield Paragraf("\n".join(bagian.catatan), Gaya.KETERANGAN)
    if bagian.penjelasan:
        yield Paragraf("Penjelasan angka", Gaya.SUBJUDUL)
        yield Daftar(tuple(BarisDaftar(0, f"{n}.", t) for n, t in enumerate(bagian.penjelasan, 1)))
    if bagian.penutup:
        yield bagian.penutup


def _cabang(baris: Baris) -> Cabang:
    sel = tuple(_isi(nilai, tebal=baris.tebal) for nilai in baris.sel)
    return Cabang(sel, tuple(_cabang(a) for a in baris.anak), baris.rentang)


def _isi(nilai: Nilai, *, tebal: bool) -> tuple[Isi, ...]:
    teks = teks_nilai(nilai)
    if not teks:
        return ()
    if isinstance(nilai, Keterangan):
        return (Paragraf(teks, Gaya.KETERANGAN),)
    return (Paragraf(teks, Gaya.SUBJUDUL if tebal else Gaya.ISI),)
