"""The table of the year for the LKjIP: sasaran as title rows, the mean at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import (
    CAPAIAN,
    INDIKATOR,
    KATEGORI,
    NO,
    RATA_RATA,
    REALISASI,
    SATUAN,
    TARGET,
)
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian
from iki_desktop.naskah.laporan.rangka import (
    baris_judul,
    baris_rata_rata,
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
)
from iki_desktop.naskah.laporan.sel import capaian, realisasi, satuan, target

__all__ = ["lkjip"]

_KOLOM = (NO, INDIKATOR, SATUAN, TARGET, REALISASI, CAPAIAN, KATEGORI)
_SAMPAI_CAPAIAN = 5


def lkjip(bahan: Bahan) -> tuple[Bagian, ...]:
    """Indicators counted through within a jabatan, each sasaran named over its own."""
    baris = per_jabatan(bahan, len(_KOLOM), lambda j: _jabatan(bahan, j))
    if bahan.jabatan and not bahan.tunggal:
        hasil, nama = bahan.hasil[None], f"{RATA_RATA} {kecamatan(bahan.office)}"
        baris += (baris_rata_rata(bahan, hasil, _SAMPAI_CAPAIAN, (hasil.kategori,), nama),)
    return (
        Bagian(
            nama="Capaian Setahun",
            judul=kepala_laporan(bahan, "CAPAIAN INDIKATOR KINERJA", berperiode=False),
            kolom=_KOLOM,
            baris=baris,
            kepala=kepala_jabatan(bahan),
            catatan=ketentuan_capaian(bahan.aturan),
            penutup=penutup(bahan),
        ),
    )


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    nomor = count(1)
    for urutan, sasaran in enumerate(jabatan.sasaran, 1):
        judul = f"Sasaran {urutan}: {sasaran.utuh.sasaran.teks}"
        yield baris_judul(judul, len(_KOLOM), tebal=bahan.tunggal)
        yield from (_indikator(bahan, next(nomor), satu) for satu in sasaran.indikator)
    if jabatan.sasaran:
        hasil = jabatan.hasil[None]
        yield baris_rata_rata(bahan, hasil, _SAMPAI_CAPAIAN, (hasil.kategori,))


def _indikator(bahan: Bahan, nomor: int, satu: IndikatorTerhitung) -> Baris:
    utuh, hasil = satu.utuh, satu.hasil[None]
    return Baris(
        (
            str(nomor),
            utuh.indikator.teks,
            satuan(utuh),
            target(utuh, hasil, None),
            realisasi(utuh, hasil, bahan.aturan),
            capaian(hasil, bahan.aturan),
            hasil.kategori,
        )
    )
