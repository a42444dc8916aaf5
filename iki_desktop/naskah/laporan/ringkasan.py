"""Ringkasan kinerja: an office at a glance, in charts and short tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.kalimat_ringkasan import kata_turun, perubahan, tanpa_terendah
from iki_desktop.core.ringkasan import (
    AngkaIndikator,
    Kekosongan,
    Ringkasan,
    periode_sebelum,
    selisih,
)
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.laporan.angka_ringkasan import ringkasan_bahan
from iki_desktop.naskah.laporan.bahan import Bahan
from iki_desktop.naskah.laporan.grafik import grafik_kantor
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Nilai
from iki_desktop.naskah.laporan.kata import CAPAIAN, INDIKATOR, KATEGORI, NO
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian
from iki_desktop.naskah.laporan.rangka import baris_judul, baris_kosong, kepala_laporan, penutup
from iki_desktop.naskah.laporan.rekap import tabel_rekap
from iki_desktop.naskah.laporan.sel import capaian

__all__ = ["ringkasan"]

_JUDUL = "RINGKASAN KINERJA"
_TANPA_PENANGGUNG_JAWAB = "Tanpa penanggung jawab"


def ringkasan(bahan: Bahan) -> tuple[Bagian, ...]:
    """Charts and recap, then the indicators that stand out, then what is empty; the last one is signed."""
    isi = ringkasan_bahan(bahan)
    bagian = [_kantor(bahan, isi)]
    if isi.ekstrem.bercapaian:
        bagian.append(_indikator(bahan, isi))
    if isi.kosong_jabatan:
        bagian.append(_kosong(bahan, isi))
    bagian[-1] = replace(
        bagian[-1], catatan=(*bagian[-1].catatan, *ketentuan_capaian(bahan.aturan)), penutup=penutup(bahan)
    )
    return tuple(bagian)


# --- the office ---------------------------------------------------------------------------------


def _kantor(bahan: Bahan, isi: Ringkasan) -> Bagian:
    kolom, baris = tabel_rekap(bahan)
    return Bagian(
        nama="Ringkasan",
        judul=kepala_laporan(bahan, _JUDUL),
        kolom=kolom,
        baris=baris,
        kepala=_kepala(isi),
        grafik=grafik_kantor(bahan),
        tegak=True,
    )


def _kepala(isi: Ringkasan) -> tuple[tuple[str, str], ...]:
    """The figure of the office, what it is against, and on how much it rests."""
    hasil = isi.hasil
    kelas = "" if hasil.capaian is None else f"{isi.aturan.persen(hasil.capaian)} {hasil.kategori or ''}"
    baris = [("Capaian kecamatan", kelas.strip() or "belum ada")]
    if banding := perubahan(isi):
        baris.append(("Perubahan", banding))
    baris.append(("Jabatan bercapaian", f"{isi.bercapaian} dari {len(isi.jabatan)}"))
    baris.append(("Formulasi terisi", f"{hasil.terisi} dari {hasil.jumlah}"))
    if isi.tanpa_target:
        baris.append(("Tanpa target", f"{isi.tanpa_target} indikator terisi, tetapi belum bertarget"))
    return tuple(baris)


# --- indicators ---------------------------------------------------------------------------------


def _indikator(bahan: Bahan, isi: Ringkasan) -> Bagian:
    banding = periode_sebelum(isi.tahun, isi.periode)[0] == isi.tahun
    kolom = (
        NO,
        INDIKATOR,
        Kolom("Jabatan", Peran.URAIAN),
        *((Kolom("Sebelumnya (%)", Peran.ANGKA),) if banding else ()),
        CAPAIAN,
        *((Kolom("Selisih", Peran.ANGKA),) if banding else ()),
        KATEGORI,
    )
    penyusun = _Deret(isi, len(kolom), banding=banding)
    return Bagian(
        nama="Indikator yang menonjol",
        judul=kepala_laporan(bahan, "INDIKATOR YANG MENONJOL"),
        kolom=kolom,
        baris=penyusun.semua(),
        sambung=True,
        tegak=True,
    )


class _Deret:
    """The rows of indicators, group by group; ``banding`` adds the quarter before."""

    def __init__(self, isi: Ringkasan, kolom: int, *, banding: bool) -> None:
        self._isi = isi
        self._kolom = kolom
        self._banding = banding

    def semua(self) -> tuple[Baris, ...]:
        isi, e = self._isi, self._isi.ekstrem
        turun = [p.indikator for p in isi.turun]
        terendah = _dan_lain(e.terendah_lain, "sama rendah") if e.terendah else tanpa_terendah(isi)
        return (
            *self._kelompok("Indikator tertinggi", e.tertinggi, _dan_lain(e.tertinggi_lain, "sama tinggi")),
            *self._kelompok("Indikator terendah", e.terendah, terendah),
            *(self._kelompok("Turun terbanyak", turun, kata_turun(isi)) if self._banding else ()),
        )

    def _kelompok(self, judul: str, semua: Sequence[AngkaIndikator], kata: str) -> tuple[Baris, ...]:
        """A title, its rows, and the sentence that the window has below them or in their place."""
        baris = [self._baris(n, satu) for n, satu in enumerate(semua, 1)]
        penutup_kelompok = (baris_kosong(kata, self._kolom),) if kata else ()
        return (baris_judul(judul, self._kolom), *baris, *penutup_kelompok)

    def _baris(self, nomor: int, satu: AngkaIndikator) -> Baris:
        aturan = self._isi.aturan
        sebelum: tuple[Nilai, ...] = ()
        beda: tuple[Nilai, ...] = ()
        if self._banding:
            sebelum, beda = (self._persen(satu.sebelum),), (self._beda(satu),)
        isi = (*sebelum, capaian(satu.hasil, aturan), *beda, satu.hasil.kategori)
        return Baris((str(nomor), satu.teks, satu.jabatan, *isi))

    def _persen(self, nilai: Decimal | None) -> Nilai:
        aturan = self._isi.aturan
        return None if nilai is None else Angka(aturan.tampil(nilai), aturan.desimal)

    def _beda(self, satu: AngkaIndikator) -> Nilai:
        if satu.sebelum is None or satu.hasil.capaian is None:
            return None
        aturan = self._isi.aturan
        return Angka(selisih(satu.sebelum, satu.hasil.capaian, aturan), aturan.desimal)


def _dan_lain(banyak: int, bagaimana: str) -> str:
    return f"Dan {banyak} indikator lain yang {bagaimana}." if banyak else ""


# --- what is empty ------------------------------------------------------------------------------


def _kosong(bahan: Bahan, isi: Ringkasan) -> Bagian:
    kolom = (
        NO,
        Kolom("Nama", Peran.INDIKATOR),
        Kolom("Belum Terisi", Peran.ANGKA),
        Kolom("Jumlah Formulasi", Peran.ANGKA),
    )
    kelompok = (
        ("Per jabatan", isi.kosong_jabatan),
        ("Per penanggung jawab", isi.kosong_penanggung_jawab),
    )
    baris = [
        satu
        for judul, semua in kelompok
        if semua
        for satu in (baris_judul(judul, len(kolom)), *(_baris_kosong(n, k) for n, k in enumerate(semua, 1)))
    ]
    return Bagian(
        nama="Masih kosong",
        judul=kepala_laporan(bahan, "MASIH KOSONG"),
        kolom=kolom,
        baris=tuple(baris),
        sambung=True,
        tegak=True,
    )


def _baris_kosong(nomor: int, satu: Kekosongan) -> Baris:
    nama = satu_baris(satu.nama) or _TANPA_PENANGGUNG_JAWAB
    return Baris((str(nomor), nama, Angka(Decimal(satu.kosong)), Angka(Decimal(satu.jumlah))))
