"""A jabatan in the annex: its head and its table of indicators."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.records import JudulKolom, Kecamatan
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh
from iki_desktop.naskah.blok import (
    BarisBerlabel,
    Berlabel,
    Blok,
    Cabang,
    Gaya,
    Isi,
    Kolom,
    Paragraf,
    Penanda,
    Peran,
    Tabel,
)
from iki_desktop.naskah.daftar import isi_daftar
from iki_desktop.naskah.formulasi import compose_formulasi
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["JUDUL_IKI", "compose_jabatan", "tabel_iki"]

JUDUL_IKI = "INDIKATOR KINERJA INDIVIDU (IKI)"

_BERSAMBUNG = "Bersambung ..."

Sel = tuple[Isi, ...]


def compose_jabatan(
    jabatan: JabatanUtuh, office: Kecamatan, halaman: TataHalaman, tingkat_penanda: int = 0
) -> Iterator[Blok]:
    """Title, numbered head (Perangkat Daerah, Jabatan, Tugas, Fungsi) and, where there is one, the table."""
    yield Penanda(jabatan.jabatan.nama, tingkat_penanda, jabatan.jabatan.id)
    yield Paragraf(JUDUL_IKI, Gaya.JUDUL)
    yield Berlabel(_kepala(jabatan, office, halaman), kepala=True)
    if jabatan.sasaran:
        yield tabel_iki(jabatan, halaman)


def _kepala(jabatan: JabatanUtuh, office: Kecamatan, halaman: TataHalaman) -> tuple[BarisBerlabel, ...]:
    data = jabatan.jabatan
    baris: tuple[tuple[str, Sel], ...] = (
        ("Perangkat Daerah", (Paragraf(kecamatan(office)),)),
        ("Jabatan", (Paragraf(data.nama),)),
        ("Tugas", isi_daftar(data.tugas or (), halaman.nomor.tugas)),
        ("Fungsi", isi_daftar(data.fungsi or (), halaman.nomor.fungsi)),
    )
    ada = [(label, isi) for label, isi in baris if isi]
    return tuple(BarisBerlabel(label, isi, f"{n}.") for n, (label, isi) in enumerate(ada, 1))


def tabel_iki(jabatan: JabatanUtuh, halaman: TataHalaman) -> Tabel:
    """The table of a jabatan: sasaran beside its indicators, each beside its formulas and their sources."""
    return Tabel(
        kolom=tuple(_kolom(jabatan.jabatan.judul_kolom or JudulKolom(), halaman)),
        cabang=tuple(_sasaran(s, nomor, halaman) for nomor, s in enumerate(jabatan.sasaran, 1)),
        baris_nomor=halaman.baris_nomor_kolom,
        bersambung=_BERSAMBUNG if halaman.keterangan_bersambung else "",
        diulang=halaman.sasaran_diulang,
        tingkat_bergaris=2,
    )


def _kolom(judul: JudulKolom, halaman: TataHalaman) -> Iterator[Kolom]:
    if halaman.kolom_no:
        yield Kolom("No", Peran.NOMOR)
    yield Kolom(judul.sasaran or "Sasaran", Peran.SASARAN)
    yield Kolom(judul.indikator or "Indikator Kinerja Individu", Peran.INDIKATOR)
    yield Kolom(judul.formulasi or "Penjelasan/Formulasi Penghitungan", Peran.FORMULASI)
    yield Kolom(judul.sumber_data or "Sumber Data", Peran.SUMBER)
    if halaman.kolom_penanggung_jawab:
        yield Kolom(judul.penanggung_jawab or "Penanggung Jawab", Peran.PENANGGUNG_JAWAB)


def _sasaran(sasaran: SasaranUtuh, nomor: int, halaman: TataHalaman) -> Cabang:
    teks = _isi(sasaran.sasaran.teks)
    sel = ((Paragraf(str(nomor)),), teks) if halaman.kolom_no else (teks,)
    return Cabang(sel, tuple(_indikator(i, halaman) for i in sasaran.indikator))


def _indikator(indikator: IndikatorUtuh, halaman: TataHalaman) -> Cabang:
    data = indikator.indikator
    formulasi: tuple[tuple[Sel, ...], ...] = tuple(_formulasi(f, halaman) for f in indikator.formulasi)
    if not formulasi and data.target and data.target.teks:
        formulasi = (((Paragraf(data.target.teks),), ()),)
    if halaman.kolom_penanggung_jawab:
        # The one responsible stands once, beside the first formula.
        penanggung = (_isi(data.penanggung_jawab),) + ((),) * max(len(formulasi) - 1, 0)
        formulasi = tuple((*f, p) for f, p in zip(formulasi or (((), ()),), penanggung, strict=True))
    return Cabang((_isi(data.teks),), tuple(Cabang(f) for f in formulasi))


def _formulasi(formulasi: FormulasiUtuh, halaman: TataHalaman) -> tuple[Sel, ...]:
    return compose_formulasi(formulasi.formulasi, halaman), _isi(formulasi.formulasi.sumber_data)


def _isi(teks: str | None) -> Sel:
    return (Paragraf(teks),) if teks else ()
