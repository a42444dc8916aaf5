"""Tables of Indikator Kinerja Utama: the kecamatan's own, above those of its people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from iki_desktop.core.records import Iku, IkuBaris
from iki_desktop.naskah.blok import (
    Blok,
    Cabang,
    GantiHalaman,
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
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["JUDUL_BAWAAN", "compose_iku"]

JUDUL_BAWAAN = "INDIKATOR KINERJA UTAMA"
"""The title of a table that gives none."""

_BIDANG = (
    ("formulasi", "Penjelasan/Formulasi Penghitungan", Peran.FORMULASI),
    ("sumber_data", "Sumber Data", Peran.SUMBER),
    ("penanggung_jawab", "Penanggung Jawab", Peran.PENANGGUNG_JAWAB),
)
"""The fields that a table may do without, in the order in which they are printed."""

_KOLOM_TEGAK = 6
"""A table of more columns is printed across the paper."""


def compose_iku(semua: tuple[Iku, ...], halaman: TataHalaman) -> list[Lembaran]:
    """A group of sheets for the tables that stand upright, one for each that needs the paper's length."""
    lembaran: list[Lembaran] = []
    for nomor, (iku, tabel) in enumerate((iku, _tabel(iku, halaman)) for iku in semua):
        judul = iku.judul or JUDUL_BAWAAN
        blok: tuple[Blok, ...] = (Penanda(judul), Paragraf(judul, Gaya.JUDUL), tabel)
        mendatar = len(tabel.kolom) > _KOLOM_TEGAK
        if lembaran and lembaran[-1].mendatar == mendatar:
            sebelum = lembaran.pop()
            lembaran.append(Lembaran((*sebelum.blok, GantiHalaman(), *blok), mendatar, sebelum.nomor))
        else:
            cara = NomorHalaman.LANJUT if nomor else NomorHalaman.MULAI
            lembaran.append(Lembaran(blok, mendatar, cara))
    return lembaran


def _tabel(iku: Iku, halaman: TataHalaman) -> Tabel:
    """The columns are the fields that any row has, and one for every year that has a target."""
    tahun = sorted({t for baris in iku.baris for t, _ in baris.target or ()})
    bidang = [b for b in _BIDANG if any(getattr(baris, b[0]) for baris in iku.baris)]
    ada_tujuan = any(baris.tujuan for baris in iku.baris)
    kolom = _kolom(dict(iku.judul_kolom or ()), bidang, tahun, ada_tujuan=ada_tujuan)
    if halaman.kolom_no:
        kolom = [Kolom("No", Peran.NOMOR), *kolom]
    kelompok = _kelompok(iku.baris, [nama for nama, _, _ in bidang], tahun, ada_tujuan=ada_tujuan)
    if halaman.kolom_no:
        kelompok = [Cabang(((Paragraf(str(n)),), *c.sel), c.anak) for n, c in enumerate(kelompok, 1)]
    return Tabel(
        tuple(kolom),
        tuple(kelompok),
        baris_nomor=halaman.baris_nomor_kolom,
        bersambung="Bersambung ..." if halaman.keterangan_bersambung else "",
        diulang=halaman.sasaran_diulang,
        tingkat_bergaris=3,
    )


def _kolom(
    judul: dict[str, str], bidang: Sequence[tuple[str, str, Peran]], tahun: Sequence[str], *, ada_tujuan: bool
) -> list[Kolom]:
    kolom = [Kolom(judul.get("tujuan", "Tujuan"), Peran.SASARAN)] if ada_tujuan else []
    kolom += [
        Kolom(judul.get("sasaran", "Sasaran"), Peran.SASARAN),
        Kolom(judul.get("indikator", "Indikator Kinerja Utama"), Peran.INDIKATOR),
    ]
    kolom += [Kolom(judul.get(nama, bawaan), peran) for nama, bawaan, peran in bidang]
    return kolom + [Kolom(f"{judul.get('target', 'Target')} {t}", Peran.TARGET) for t in tahun]


def _kelompok(
    baris: Sequence[IkuBaris], bidang: Sequence[str], tahun: Sequence[str], *, ada_tujuan: bool
) -> list[Cabang]:
    """Rows that follow each other under one tujuan and one sasaran stand beside one cell."""
    if ada_tujuan:
        return [
            Cabang((_isi(tujuan),), tuple(_per_sasaran(list(isi), bidang, tahun)))
            for tujuan, isi in groupby(baris, lambda b: b.tujuan)
        ]
    return _per_sasaran(baris, bidang, tahun)


def _per_sasaran(baris: Sequence[IkuBaris], bidang: Sequence[str], tahun: Sequence[str]) -> list[Cabang]:
    return [
        Cabang((_isi(sasaran),), tuple(_baris(b, bidang, tahun) for b in isi))
        for sasaran, isi in groupby(baris, lambda b: b.sasaran)
    ]


def _baris(baris: IkuBaris, bidang: Sequence[str], tahun: Sequence[str]) -> Cabang:
    target = dict(baris.target or ())
    teks = [baris.indikator, *(getattr(baris, nama) for nama in bidang), *(target.get(t) for t in tahun)]
    return Cabang(tuple(_isi(t) for t in teks))


def _isi(teks: str | None) -> tuple[Isi, ...]:
    return (Paragraf(teks),) if teks else ()
