"""What the reports have in common: their titles, and the rows of jabatan, sasaran and indikator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from iki_desktop.core.angka import format_angka
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.naskah.identitas import daerah, kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung, SasaranTerhitung
from iki_desktop.naskah.laporan.isi import Baris, Penutup
from iki_desktop.naskah.laporan.kata import BELUM_ADA_INDIKATOR, BELUM_ADA_JABATAN
from iki_desktop.naskah.laporan.penandatangan import penutup_camat, penutup_pasangan
from iki_desktop.naskah.laporan.rincian import garis

__all__ = [
    "baris_judul",
    "baris_kosong",
    "berbobot",
    "kepala_jabatan",
    "kepala_laporan",
    "penutup",
    "per_jabatan",
    "per_sasaran",
]


def kepala_laporan(bahan: Bahan, nama: str, *, berperiode: bool = True) -> tuple[str, ...]:
    """The lines of a title: report and period, office, year."""
    periode = f" {nama_periode(bahan.periode).upper()}" if berperiode and bahan.periode is not None else ""
    office = f"{kecamatan(bahan.office)} {daerah(bahan.office)}".upper()
    return nama + periode, office, f"TAHUN {bahan.tahun}"


def kepala_jabatan(bahan: Bahan) -> tuple[tuple[str, str], ...]:
    """Which jabatan a report is of, where it is of one."""
    if not bahan.tunggal:
        return ()
    utuh = bahan.jabatan[0].utuh
    atasan = (("Atasan", utuh.atasan),) if utuh.atasan else ()
    return (("Jabatan", berbobot(utuh.jabatan.nama, utuh.jabatan.bobot)), *atasan)


def penutup(bahan: Bahan) -> Penutup:
    """The Camat for the office; holder and superior for one jabatan."""
    if bahan.tunggal:
        return penutup_pasangan(bahan, bahan.jabatan[0].utuh.jabatan)
    return penutup_camat(bahan)


def per_jabatan(
    bahan: Bahan, kolom: int, isi: Callable[[JabatanTerhitung], Iterable[Baris]]
) -> tuple[Baris, ...]:
    """The rows of every jabatan, under a title where there are several; ``kolom`` counts the columns."""
    if not bahan.jabatan:
        return (baris_kosong(BELUM_ADA_JABATAN, kolom),)
    baris: list[Baris] = []
    for jabatan in bahan.jabatan:
        if not bahan.tunggal:
            milik = jabatan.utuh.jabatan
            baris.append(baris_judul(berbobot(milik.nama, milik.bobot), kolom))
        if not jabatan.sasaran:
            baris.append(baris_kosong(BELUM_ADA_INDIKATOR, kolom))
        baris += isi(jabatan)
    return tuple(baris)


def per_sasaran(
    bahan: Bahan, jabatan: JabatanTerhitung, buat: Callable[[IndikatorTerhitung], Baris]
) -> Iterator[Baris]:
    """A numbered row for each sasaran, beside it the lines of its indicators."""
    for nomor, sasaran in enumerate(jabatan.sasaran, 1):
        yield _sasaran(bahan, nomor, sasaran, buat)


def _sasaran(
    bahan: Bahan, nomor: int, sasaran: SasaranTerhitung, buat: Callable[[IndikatorTerhitung], Baris]
) -> Baris:
    milik = sasaran.utuh.sasaran
    baris = (buat(satu) for i in sasaran.indikator for satu in garis(i, bahan.aturan))
    return Baris((str(nomor), berbobot(milik.teks, milik.bobot)), tuple(baris))


def berbobot(teks: str, bobot: Decimal | None) -> str:
    """Words with the weight that what they name was given: ``Camat (bobot 30)``."""
    return teks if bobot is None else f"{teks} (bobot\N{NO-BREAK SPACE}{format_angka(bobot)})"


def baris_judul(teks: str, kolom: int, *, tebal: bool = True) -> Baris:
    """A title over all columns."""
    return Baris((teks,), rentang=kolom, tebal=tebal)


def baris_kosong(teks: str, kolom: int) -> Baris:
    """What stands where rows would be."""
    return Baris((teks,), rentang=kolom)
