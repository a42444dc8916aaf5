"""The table of the year for the LKjIP: sasaran as title rows, the mean at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import NO, RATA_RATA, REALISASI, TARGET
from iki_desktop.naskah.laporan.ketentuan import ketentuan_laporan
from iki_desktop.naskah.laporan.lajur import (
    Lajur,
    baris_rata,
    isi_baris,
    kolom_lajur,
    lajur_capaian,
    lajur_depan,
    lajur_kategori,
)
from iki_desktop.naskah.laporan.rangka import (
    baris_judul,
    berbobot,
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
)
from iki_desktop.naskah.laporan.rincian import garis

__all__ = ["lkjip"]


def lkjip(bahan: Bahan) -> tuple[Bagian, ...]:
    """Indicators counted through within a jabatan, each sasaran named over its own."""
    lajur = (
        *lajur_depan(bahan),
        Lajur(TARGET, lambda satu: sel.target(satu, None, bahan.aturan)),
        Lajur(REALISASI, lambda satu: sel.realisasi(satu, None, bahan.aturan)),
        lajur_capaian(bahan, None),
        lajur_kategori(None),
    )
    kolom = (NO, *kolom_lajur(lajur))
    baris = per_jabatan(bahan, len(kolom), lambda j: _jabatan(bahan, j, lajur))
    if bahan.jabatan and not bahan.tunggal:
        baris += (baris_rata(lajur, bahan.hasil, f"{RATA_RATA} {kecamatan(bahan.office)}", 1),)
    return (
        Bagian(
            nama="Capaian Setahun",
            judul=kepala_laporan(bahan, "CAPAIAN INDIKATOR KINERJA", berperiode=False),
            kolom=kolom,
            baris=baris,
            kepala=kepala_jabatan(bahan),
            catatan=ketentuan_laporan(bahan, SEMUA_TRIWULAN),
            penutup=penutup(bahan),
        ),
    )


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung, lajur: tuple[Lajur, ...]) -> Iterator[Baris]:
    nomor = count(1)
    for urutan, sasaran in enumerate(jabatan.sasaran, 1):
        milik = sasaran.utuh.sasaran
        judul = f"Sasaran {urutan}: {berbobot(milik.teks, milik.bobot)}"
        yield baris_judul(judul, 1 + len(lajur), tebal=bahan.tunggal)
        for satu in sasaran.indikator:
            yield from _indikator(bahan, str(next(nomor)), satu, lajur)
    if jabatan.sasaran:
        yield baris_rata(lajur, jabatan.hasil, RATA_RATA, 1)


def _indikator(
    bahan: Bahan, nomor: str, satu: IndikatorTerhitung, lajur: tuple[Lajur, ...]
) -> Iterator[Baris]:
    """The lines of an indicator; those of its formulas have no number of their own."""
    for baris in garis(satu, bahan.aturan):
        yield Baris(("" if baris.nomor else nomor, *isi_baris(lajur, baris).sel))
