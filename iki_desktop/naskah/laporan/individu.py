"""Laporan capaian kinerja individu: one jabatan, its figures, what was said to them, two signatures."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.angka import format_angka
from iki_desktop.core.nip import nip_terkelompok
from iki_desktop.core.triwulan import nama_periode, nama_tw, triwulan_periode
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import BELUM_ADA_INDIKATOR, RATA_RATA, REALISASI, TARGET
from iki_desktop.naskah.laporan.ketentuan import ketentuan_laporan
from iki_desktop.naskah.laporan.lajur import (
    DEPAN,
    Lajur,
    baris_rata,
    isi_baris,
    kolom_lajur,
    lajur_capaian,
    lajur_depan,
    lajur_kata,
    lajur_kategori,
)
from iki_desktop.naskah.laporan.lampiran_individu import lampiran_individu
from iki_desktop.naskah.laporan.penandatangan import atasan, pemangku, penutup_pasangan, sebutan_jabatan
from iki_desktop.naskah.laporan.penjelasan import penjelasan_jabatan
from iki_desktop.naskah.laporan.rangka import baris_kosong, kepala_laporan, per_sasaran

__all__ = ["individu"]

_CATATAN = Kolom("Catatan", Peran.URAIAN)


def individu(bahan: Bahan) -> tuple[Bagian, ...]:
    """One report for each jabatan that is asked for, each with what bears it out."""
    return tuple(
        bagian
        for jabatan in bahan.jabatan
        for bagian in (_bagian(bahan, jabatan), *lampiran_individu(bahan, jabatan))
    )


def _bagian(bahan: Bahan, jabatan: JabatanTerhitung) -> Bagian:
    milik = jabatan.utuh.jabatan
    sendiri = bahan.milik(jabatan)
    lajur = tuple(_lajur(sendiri))
    kolom = (*DEPAN, *kolom_lajur(lajur))
    return Bagian(
        nama=milik.nama,
        judul=kepala_laporan(bahan, "LAPORAN CAPAIAN KINERJA INDIVIDU"),
        kolom=kolom,
        baris=tuple(_baris(bahan, jabatan, lajur)) or (baris_kosong(BELUM_ADA_INDIKATOR, len(kolom)),),
        kepala=_kepala(bahan, jabatan),
        catatan=ketentuan_laporan(sendiri, triwulan_periode(bahan.periode)),
        penjelasan=tuple(penjelasan_jabatan(sendiri, jabatan)),
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
        ("Bobot", format_angka(milik.bobot) if milik.bobot is not None else ""),
        ("Pemangku", orang.nama if orang else ""),
        ("NIP", nip_terkelompok(orang.nip) if orang and orang.nip else ""),
        ("Atasan", ", ".join(filter(None, (sebutan_jabatan(atas[0]), atas[1].nama if atas[1] else "")))),
        ("Periode", f"{nama_periode(bahan.periode)} {bahan.tahun}"),
    )
    return tuple((label, teks) for label, teks in semua if teks)


def _lajur(bahan: Bahan) -> Iterator[Lajur]:
    """The columns that this person's report needs."""
    periode, aturan = bahan.periode, bahan.aturan
    yield from lajur_depan(bahan)
    yield Lajur(TARGET, lambda satu: sel.target(satu, periode, aturan))
    yield Lajur(REALISASI, lambda satu: sel.realisasi(satu, periode, aturan))
    yield lajur_capaian(bahan, periode)
    yield lajur_kategori(periode)
    for kolom, bidang in lajur_kata(bahan, _CATATAN):
        yield _lajur_kata(bahan, kolom, bidang)


def _lajur_kata(bahan: Bahan, kolom: Kolom, bidang: str) -> Lajur:
    return Lajur(kolom, lambda satu: sel.kata(satu, bidang, bahan.periode))


def _baris(bahan: Bahan, jabatan: JabatanTerhitung, lajur: tuple[Lajur, ...]) -> Iterator[Baris]:
    yield from per_sasaran(bahan, jabatan, lambda satu: isi_baris(lajur, satu))
    if jabatan.sasaran:
        nama = f"{RATA_RATA} {nama_tw(bahan.periode)}"
        yield baris_rata(lajur, jabatan.hasil, nama, len(DEPAN))
