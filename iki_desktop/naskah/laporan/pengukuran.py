"""Pengukuran kinerja triwulan in both layouts: quarters side by side, or a row for each."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Periode, nama_periode, nama_tw
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris, Nilai
from iki_desktop.naskah.laporan.kata import (
    CAPAIAN,
    INDIKATOR,
    NO,
    RATA_RATA,
    SASARAN,
    SATUAN,
    TARGET,
    TARGET_TAHUN,
    kolom_tw,
)
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian
from iki_desktop.naskah.laporan.rangka import (
    baris_rata_rata,
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
    per_sasaran,
)
from iki_desktop.naskah.laporan.sel import capaian, catatan, realisasi, satuan, target, target_tahun

__all__ = ["berjajar", "menurun"]

_NAMA = "PENGUKURAN KINERJA"
_SETAHUN = "Setahun"


def berjajar(bahan: Bahan) -> tuple[Bagian, ...]:
    """Target, realisasi of each quarter, capaian: one row for each indicator."""
    kolom = _kolom_berjajar(bahan)
    baris = per_jabatan(bahan, len(kolom), lambda j: _rata(bahan, j, _jajar(bahan, j), len(kolom) - 1))
    return (_bagian(bahan, kolom, (*baris, *_kecamatan(bahan, len(kolom) - 1))),)


def menurun(bahan: Bahan) -> tuple[Bagian, ...]:
    """Target, realisasi, capaian and remarks: one row for each quarter of an indicator."""
    rincian = "Rincian Capaian"
    kolom = (
        NO, SASARAN, INDIKATOR, SATUAN, TARGET_TAHUN,
        Kolom("Triwulan", Peran.SATUAN, rincian),
        Kolom("Target", Peran.ANGKA, rincian),
        Kolom("Realisasi", Peran.ANGKA, rincian),
        Kolom("Capaian (%)", Peran.ANGKA, rincian),
        Kolom("Keterangan", Peran.URAIAN, rincian),
    )  # fmt: skip
    baris = per_jabatan(bahan, len(kolom), lambda j: _rata(bahan, j, _turun(bahan, j), 8, ("",)))
    return (_bagian(bahan, kolom, (*baris, *_kecamatan(bahan, 8, ("",)))),)


def _bagian(bahan: Bahan, kolom: tuple[Kolom, ...], baris: tuple[Baris, ...]) -> Bagian:
    return Bagian(
        nama="Pengukuran",
        judul=kepala_laporan(bahan, _NAMA),
        kolom=kolom,
        baris=baris,
        kepala=kepala_jabatan(bahan),
        catatan=ketentuan_capaian(bahan.aturan),
        penutup=penutup(bahan),
    )


# --- side by side -------------------------------------------------------------------------------


def _kolom_berjajar(bahan: Bahan) -> tuple[Kolom, ...]:
    """Under a year the realisasi has a column for it: the capaian rests on that figure."""
    depan = (NO, SASARAN, INDIKATOR, SATUAN)
    if bahan.periode is None:
        setahun = Kolom(_SETAHUN, Peran.ANGKA, "Realisasi")
        return (*depan, TARGET, *kolom_tw("Realisasi"), setahun, CAPAIAN)
    tw = nama_tw(bahan.periode)
    sempit = Kolom(f"Target {tw}", Peran.ANGKA), Kolom(f"Capaian {tw} (%)", Peran.ANGKA)
    return (*depan, sempit[0], *kolom_tw("Realisasi"), sempit[1])


def _jajar(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    periode: tuple[Periode, ...] = SEMUA_TRIWULAN if bahan.periode else (*SEMUA_TRIWULAN, None)

    def indikator(satu: IndikatorTerhitung) -> Baris:
        hasil = satu.hasil[bahan.periode]
        return Baris(
            (
                satu.utuh.indikator.teks,
                satuan(satu.utuh),
                target(satu.utuh, hasil, bahan.periode),
                *(_realisasi(bahan, satu, p) for p in periode),
                capaian(hasil, bahan.aturan),
            )
        )

    return per_sasaran(jabatan, indikator)


def _realisasi(bahan: Bahan, satu: IndikatorTerhitung, periode: Periode) -> Nilai:
    if isinstance(periode, int) and not bahan.termasuk(periode):
        return None
    return realisasi(satu.utuh, satu.hasil[periode], bahan.aturan)


# --- one row a quarter --------------------------------------------------------------------------


def _turun(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    periode: tuple[Periode, ...] = SEMUA_TRIWULAN if bahan.periode else (*SEMUA_TRIWULAN, None)

    def indikator(satu: IndikatorTerhitung) -> Baris:
        utuh = satu.utuh
        sel = (utuh.indikator.teks, satuan(utuh), target_tahun(utuh))
        return Baris(sel, tuple(_periode(bahan, satu, p) for p in periode))

    return per_sasaran(jabatan, indikator)


def _periode(bahan: Bahan, satu: IndikatorTerhitung, periode: Periode) -> Baris:
    """A quarter after the one reported has its target alone."""
    hasil = satu.hasil[periode]
    nama = ROMAWI[periode - 1] if isinstance(periode, int) else nama_periode(periode)
    sel = (nama, target(satu.utuh, hasil, periode))
    if isinstance(periode, int) and not bahan.termasuk(periode):
        return Baris((*sel, None, None, None))
    return Baris(
        (
            *sel,
            realisasi(satu.utuh, hasil, bahan.aturan),
            capaian(hasil, bahan.aturan),
            catatan(satu.utuh, periode) if isinstance(periode, int) else None,
        )
    )


# --- means --------------------------------------------------------------------------------------


def _rata(
    bahan: Bahan,
    jabatan: JabatanTerhitung,
    baris: Iterator[Baris],
    rentang: int,
    sesudah: tuple[Nilai, ...] = (),
) -> Iterator[Baris]:
    """The rows of a jabatan and their mean."""
    yield from baris
    if jabatan.sasaran:
        yield baris_rata_rata(bahan, jabatan.hasil[bahan.periode], rentang, sesudah, _nama_rata(bahan))


def _kecamatan(bahan: Bahan, rentang: int, sesudah: tuple[Nilai, ...] = ()) -> tuple[Baris, ...]:
    if bahan.tunggal or not bahan.jabatan:
        return ()
    hasil: HasilInduk = bahan.hasil[bahan.periode]
    teks = f"{_nama_rata(bahan)} {kecamatan(bahan.office)}"
    return (baris_rata_rata(bahan, hasil, rentang, sesudah, teks),)


def _nama_rata(bahan: Bahan) -> str:
    """The mean says which period it is of."""
    return f"{RATA_RATA} {nama_tw(bahan.periode)}"
