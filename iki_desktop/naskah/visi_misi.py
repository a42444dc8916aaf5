"""Visi, misi, and the goals and sasaran under each misi."""

from __future__ import annotations

from iki_desktop.core.records import Butir, Dokumen, Misi, Tujuan
from iki_desktop.naskah.blok import (
    Blok,
    Cabang,
    Gaya,
    Isi,
    Kolom,
    Lembaran,
    NomorHalaman,
    Paragraf,
    Penanda,
    Peran,
    Tabel,
)
from iki_desktop.naskah.daftar import bernomor, isi_daftar
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["compose_visi_misi"]

_KOLOM = (Kolom("Misi", Peran.URAIAN), Kolom("Tujuan", Peran.URAIAN), Kolom("Sasaran", Peran.URAIAN))


def compose_visi_misi(dokumen: Dokumen, halaman: TataHalaman) -> Lembaran | None:
    """The region's visi and misi; a table where a misi has goals, a list where none has."""
    blok: list[Blok] = []
    if dokumen.visi:
        blok += [Penanda("Visi"), Paragraf("VISI", Gaya.JUDUL), Paragraf(dokumen.visi, Gaya.TENGAH)]
    if dokumen.misi:
        blok += [Penanda("Misi"), *_misi(dokumen.misi, halaman)]
    return Lembaran(tuple(blok), nomor=NomorHalaman.MULAI) if blok else None


def _misi(misi: tuple[Misi, ...], halaman: TataHalaman) -> list[Blok]:
    if not any(m.tujuan for m in misi):
        daftar = bernomor([Butir(m.teks) for m in misi], halaman.nomor.naskah)
        return [Paragraf("MISI", Gaya.JUDUL), daftar]
    cabang = tuple(_cabang(m, halaman) for m in misi)
    return [Paragraf("MISI, TUJUAN, DAN SASARAN", Gaya.JUDUL), Tabel(_KOLOM, cabang, tingkat_bergaris=2)]


def _cabang(misi: Misi, halaman: TataHalaman) -> Cabang:
    return Cabang(((Paragraf(misi.teks),),), tuple(_tujuan(t, halaman) for t in misi.tujuan or ()))


def _tujuan(tujuan: Tujuan, halaman: TataHalaman) -> Cabang:
    sasaran: tuple[Isi, ...] = isi_daftar(tujuan.sasaran or (), halaman.nomor.naskah)
    return Cabang(((Paragraf(tujuan.teks),), sasaran))
