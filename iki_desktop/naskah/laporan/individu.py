"""Laporan capaian kinerja individu: one jabatan, its figures, its notes, two signatures."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.nip import nip_terkelompok
from iki_desktop.core.penjelasan import jelaskan_indikator
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import (
    BELUM_ADA_INDIKATOR,
    CAPAIAN,
    INDIKATOR,
    KATEGORI,
    NO,
    REALISASI,
    SASARAN,
    SATUAN,
    TARGET,
)
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian
from iki_desktop.naskah.laporan.penandatangan import atasan, pemangku, penutup_pasangan, sebutan_jabatan
from iki_desktop.naskah.laporan.rangka import baris_kosong, baris_rata_rata, kepala_laporan, per_sasaran
from iki_desktop.naskah.laporan.sel import capaian, catatan, realisasi, satuan, target

__all__ = ["individu"]

_KOLOM = (
    NO, SASARAN, INDIKATOR, SATUAN, TARGET, REALISASI, CAPAIAN, KATEGORI, Kolom("Catatan", Peran.URAIAN),
)  # fmt: skip


def individu(bahan: Bahan) -> tuple[Bagian, ...]:
    """One report for each jabatan that is asked for."""
    return tuple(_bagian(bahan, jabatan) for jabatan in bahan.jabatan)


def _bagian(bahan: Bahan, jabatan: JabatanTerhitung) -> Bagian:
    milik = jabatan.utuh.jabatan
    hasil = jabatan.hasil[bahan.periode]
    baris = list(per_sasaran(jabatan, lambda satu: _indikator(bahan, satu)))
    if baris:
        baris.append(baris_rata_rata(bahan, hasil, 6, (hasil.kategori, "")))
    return Bagian(
        nama=milik.nama,
        judul=kepala_laporan(bahan, "LAPORAN CAPAIAN KINERJA INDIVIDU"),
        kolom=_KOLOM,
        baris=tuple(baris) or (baris_kosong(BELUM_ADA_INDIKATOR, len(_KOLOM)),),
        kepala=_kepala(bahan, jabatan),
        catatan=ketentuan_capaian(bahan.aturan),
        penjelasan=tuple(_penjelasan(bahan, jabatan)) if bahan.penjelasan else (),
        penutup=penutup_pasangan(bahan, milik),
        node_id=milik.id,
    )


def _kepala(bahan: Bahan, jabatan: JabatanTerhitung) -> tuple[tuple[str, str], ...]:
    """Whose report it is; a name that is not known is left out here and written by hand below."""
    milik = jabatan.utuh.jabatan
    orang, atas = pemangku(bahan, milik)[1], atasan(bahan, milik)
    semua = (
        ("Perangkat Daerah", kecamatan(bahan.office)),
        ("Jabatan", milik.nama),
        ("Pemangku", orang.nama if orang else ""),
        ("NIP", nip_terkelompok(orang.nip) if orang and orang.nip else ""),
        ("Atasan", ", ".join(filter(None, (sebutan_jabatan(atas[0]), atas[1].nama if atas[1] else "")))),
        ("Periode", f"{nama_periode(bahan.periode)} {bahan.tahun}"),
    )
    return tuple((label, teks) for label, teks in semua if teks)


def _indikator(bahan: Bahan, satu: IndikatorTerhitung) -> Baris:
    utuh, hasil = satu.utuh, satu.hasil[bahan.periode]
    return Baris(
        (
            utuh.indikator.teks,
            satuan(utuh),
            target(utuh, hasil, bahan.periode),
            realisasi(utuh, hasil, bahan.aturan),
            capaian(hasil, bahan.aturan),
            hasil.kategori,
            catatan(utuh, bahan.periode),
        )
    )


def _penjelasan(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[str]:
    for sasaran in jabatan.sasaran:
        for satu in sasaran.indikator:
            pengisian = [(f.formulasi, f.realisasi) for f in satu.utuh.formulasi]
            milik = satu.utuh.indikator
            kalimat = jelaskan_indikator(milik, pengisian, bahan.aturan, bahan.periode)
            yield f"{milik.teks}: {kalimat}"
