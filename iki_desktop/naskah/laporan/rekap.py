"""Rekap capaian: a row for each jabatan."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode, nama_periode, nama_tw
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, Masa
from iki_desktop.naskah.laporan.grafik import grafik_kantor
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Nilai
from iki_desktop.naskah.laporan.kata import BELUM_ADA_JABATAN, BOBOT, KATEGORI, NO, TIADA, kolom_tw
from iki_desktop.naskah.laporan.ketentuan import ketentuan_laporan
from iki_desktop.naskah.laporan.rangka import baris_kosong, kepala_laporan, penutup
from iki_desktop.naskah.laporan.sel import capaian, kategori

__all__ = ["rekap", "tabel_rekap"]


def rekap(bahan: Bahan) -> tuple[Bagian, ...]:
    """Capaian of each quarter and of the year, class, how much is filled in; charts where asked for."""
    kolom, baris = tabel_rekap(bahan)
    tabel = Bagian(
        nama="Rekap",
        judul=kepala_laporan(bahan, "REKAPITULASI CAPAIAN KINERJA"),
        kolom=kolom,
        baris=baris,
        catatan=ketentuan_laporan(
            bahan, (t for t in SEMUA_TRIWULAN if bahan.termasuk(t)), berindikator=False
        ),
        penutup=penutup(bahan),
    )
    gambar = grafik_kantor(bahan) if bahan.grafik else ()
    if not gambar:
        return (tabel,)
    return tabel, Bagian("Grafik", kepala_laporan(bahan, "GRAFIK CAPAIAN KINERJA"), (), (), grafik=gambar)


def tabel_rekap(bahan: Bahan) -> tuple[tuple[Kolom, ...], tuple[Baris, ...]]:
    """The columns of the recap, and a row for each jabatan and for the office."""
    kelompok = "Capaian (%)"
    berjalan = () if isinstance(bahan.periode, int) else (Kolom(_nama(bahan.periode), Peran.ANGKA, kelompok),)
    berbobot = any(j.utuh.jabatan.bobot is not None for j in bahan.jabatan)
    kolom = (
        NO,
        Kolom("Jabatan", Peran.URAIAN),
        *((BOBOT,) if berbobot else ()),
        *kolom_tw(kelompok),
        *berjalan,
        KATEGORI,
        Kolom("Formulasi Terisi", Peran.SATUAN),
    )
    baris = [
        Baris((str(n), j.utuh.jabatan.nama, *_bobot(j.utuh.jabatan.bobot, berbobot), *_angka(bahan, j.hasil)))
        for n, j in enumerate(bahan.jabatan, 1)
    ]
    if bahan.jabatan and not bahan.tunggal:
        nama = kecamatan(bahan.office)
        baris.append(Baris((nama, *_angka(bahan, bahan.hasil)), rentang=2 + berbobot, tebal=True))
    return kolom, tuple(baris) or (baris_kosong(BELUM_ADA_JABATAN, len(kolom)),)


def _nama(periode: Periode) -> str:
    """The heading of a period that is no quarter: ``Setahun``, ``s.d. TW II``."""
    return nama_periode(None) if periode is None else nama_tw(periode)


def _bobot(bobot: Decimal | None, berbobot: bool) -> tuple[Nilai, ...]:
    """The cell of the weight, where there is a column for it."""
    if not berbobot:
        return ()
    return (TIADA if bobot is None else Angka(bobot),)


def _angka(bahan: Bahan, hasil: Mapping[Masa, HasilInduk]) -> tuple[Nilai, ...]:
    utama = hasil[bahan.periode]
    triwulan = tuple(capaian(hasil[t], bahan.aturan) if bahan.termasuk(t) else None for t in SEMUA_TRIWULAN)
    berjalan = () if isinstance(bahan.periode, int) else (capaian(utama, bahan.aturan),)
    return (*triwulan, *berjalan, kategori(utama), f"{utama.terisi} dari {utama.jumlah}")
