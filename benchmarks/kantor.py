"""Synthetic offices: as many as wanted, from a seed, with texts as long as those of real ones.

The lengths are those of two printed documents (medians: jabatan 40 characters, sasaran 60,
indikator 56, numerator 75, denominator 60, source 30, tugas 110, one fungsi 110).  The words are
drawn at random, so that nearly no two texts are the same: harder than an office's own file.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Butir,
    Daftar,
    Diktum,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Keputusan,
    Penandatangan,
    Realisasi,
    Record,
    Sasaran,
    Target,
    Unit,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.db.berkas import Berkas

__all__ = ["Ukuran", "buat_berkas", "isi_berkas"]

BENIH = 20260101
TAHUN = 2026

KATALOG = (
    "pelaksanaan penyelenggaraan pemerintahan kecamatan pelayanan umum masyarakat desa kelurahan "
    "pembangunan pemberdayaan ketenteraman ketertiban koordinasi pembinaan pengawasan evaluasi laporan "
    "kegiatan program anggaran kepegawaian perencanaan keuangan administrasi kependudukan perizinan "
    "musrenbang usulan dokumen tepat waktu sesuai ketentuan yang berlaku jumlah persentase tingkat "
    "kepuasan kehadiran peserta terhadap seluruh dalam rangka peningkatan kualitas sarana prasarana "
    "wilayah kerja aparatur data hasil tindak lanjut rapat bulanan pengaduan selesai terlaksana"
)
KATA = KATALOG.split()
JABATAN = (
    "Camat",
    "Sekretaris Camat",
    "Kepala Seksi",
    "Kepala Subbagian",
    "Analis",
    "Pengelola",
    "Pengadministrasi",
)
JENIS = (
    [JenisFormulasi.RASIO] * 60
    + [JenisFormulasi.JUMLAH] * 25
    + [JenisFormulasi.NILAI] * 8
    + [JenisFormulasi.SELISIH] * 4
    + [JenisFormulasi.RUMUS] * 3
)


@dataclass(frozen=True, slots=True)
class Ukuran:
    """How large a file is: offices, posts in each, sasaran of a post, indikator of a sasaran.

    ``triwulan`` is the number of quarters that are filled (0–4).
    """

    kecamatan: int
    jabatan: int
    sasaran: int = 3
    indikator: int = 3
    triwulan: int = 4

    @property
    def jumlah_indikator(self) -> int:
        """Indicators of the whole file, each with one formula."""
        return self.kecamatan * self.jabatan * self.sasaran * self.indikator


def buat_berkas(path: Path, ukuran: Ukuran, benih: int = BENIH) -> None:
    """Make a file the way the program does: each office comes in as one edit, journal and all."""
    pembuat = _Pembuat(benih)
    with Berkas.buat(path) as berkas:
        for urutan in range(ukuran.kecamatan):
            records = pembuat.kantor(urutan, ukuran)
            berkas.apply(Edit("impor kecamatan", tuple(Change(None, r) for r in records)))


def isi_berkas(ukuran: Ukuran, benih: int = BENIH) -> list[Record]:
    """The records alone, office after office."""
    pembuat = _Pembuat(benih)
    return [r for urutan in range(ukuran.kecamatan) for r in pembuat.kantor(urutan, ukuran)]


class _Pembuat:
    """Draws texts and numbers from one seed, and ids from one row."""

    def __init__(self, benih: int) -> None:
        self._acak = random.Random(benih)
        self._id = 0

    def kantor(self, urutan: int, ukuran: Ukuran) -> Iterator[Record]:
        kecamatan = Kecamatan(
            self._nomor(),
            urutan,
            f"Sukamaju {urutan + 1}",
            "Kabupaten",
            "Contoh",
            alamat="Jalan Raya Nomor 1",
            kode_pos="12345",
        )
        dokumen = Dokumen(self._nomor(), kecamatan.id, 0, TAHUN, keputusan=self._keputusan())
        yield kecamatan
        yield dokumen
        atasan: list[int] = []
        for posisi in range(ukuran.jabatan):
            jabatan = self._jabatan(dokumen.id, posisi, atasan)
            atasan.append(jabatan.id)
            yield jabatan
            yield from self._isi_jabatan(jabatan.id, ukuran)

    def _isi_jabatan(self, jabatan_id: int, ukuran: Ukuran) -> Iterator[Record]:
        for posisi_sasaran in range(ukuran.sasaran):
            sasaran = Sasaran(self._nomor(), jabatan_id, posisi_sasaran, self._teks(60))
            yield sasaran
            for posisi in range(ukuran.indikator):
                yield from self._indikator(sasaran.id, posisi, ukuran.triwulan)

    def _indikator(self, sasaran_id: int, posisi: int, triwulan: int) -> Iterator[Record]:
        jenis = self._acak.choice(JENIS)
        rasio = jenis is JenisFormulasi.RASIO
        indikator = Indikator(
            self._nomor(),
            sasaran_id,
            posisi,
            self._teks(56),
            satuan="%" if rasio else "laporan",
            arah=Arah.TURUN if jenis is JenisFormulasi.SELISIH else Arah.NAIK,
            akumulasi=self._acak.choice(list(Akumulasi)),
            target=Target(Decimal(self._acak.randint(60, 100)), (Decimal(90),) * 4),
        )
        formulasi = self._formulasi(indikator.id, jenis)
        yield indikator
        yield formulasi
        yield from (self._realisasi(formulasi, t) for t in SEMUA_TRIWULAN[:triwulan])

    def _formulasi(self, indikator_id: int, jenis: JenisFormulasi) -> Formulasi:
        pecahan = jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH)
        rumus = jenis is JenisFormulasi.RUMUS
        return Formulasi(
            self._nomor(),
            indikator_id,
            0,
            jenis,
            teks=None if pecahan else self._teks(60),
            pembilang=self._teks(75) if pecahan else None,
            penyebut=self._teks(60) if pecahan else None,
            rumus="(a + b) / c * 100" if rumus else None,
            variabel=tuple((n, self._teks(40)) for n in "abc") if rumus else None,
            sumber_data=self._teks(30),
        )

    def _realisasi(self, formulasi: Formulasi, triwulan: int) -> Realisasi:
        penyebut = self._acak.randint(5, 400)
        pembilang = Decimal(self._acak.randint(penyebut // 2, penyebut))
        if formulasi.jenis in (JenisFormulasi.RASIO, JenisFormulasi.SELISIH):
            return Realisasi(formulasi.id, triwulan, pembilang, Decimal(penyebut))
        if formulasi.jenis is JenisFormulasi.RUMUS:
            isi = (("a", pembilang), ("b", Decimal(1)), ("c", Decimal(penyebut)))
            return Realisasi(formulasi.id, triwulan, variabel=isi)
        return Realisasi(formulasi.id, triwulan, nilai=pembilang / 4)

    def _jabatan(self, dokumen_id: int, posisi: int, atasan: list[int]) -> Jabatan:
        """A tree of posts some five deep, as offices have it."""
        kepala = JABATAN[min(posisi, 2 + posisi % 5)]
        return Jabatan(
            self._nomor(),
            dokumen_id,
            posisi,
            kepala if posisi < 2 else f"{kepala} {self._teks(30)}",
            atasan_id=atasan[(posisi - 1) // 3] if posisi else None,
            unit=Unit.KECAMATAN,
            tugas=(Butir(self._teks(110)),),
            fungsi=self._daftar(7, 110),
        )

    def _keputusan(self) -> Keputusan:
        return Keputusan(
            nomor="1 Tahun 2026",
            tentang="Indikator Kinerja Individu",
            menimbang=self._daftar(3, 200),
            mengingat=self._daftar(8, 150),
            menetapkan="KEPUTUSAN CAMAT",
            diktum=tuple(Diktum(label, self._teks(160)) for label in ("KESATU", "KEDUA", "KETIGA")),
            tempat="Sukamaju",
            tanggal=date(TAHUN, 1, 2),
            penandatangan=Penandatangan("Camat", "NAMA CAMAT, S.Sos.", "Pembina", "199001012010011001"),
            tembusan=self._daftar(3, 40),
        )

    def _daftar(self, jumlah: int, panjang: int) -> Daftar:
        return tuple(Butir(self._teks(panjang)) for _ in range(jumlah))

    def _teks(self, panjang: int) -> str:
        """Words of about this many characters: from half to one and a half times as many."""
        cukup = self._acak.uniform(0.5, 1.5) * panjang
        teks = self._acak.choice(KATA).capitalize()
        while len(teks) < cukup:
            teks += " " + self._acak.choice(KATA)
        return teks

    def _nomor(self) -> int:
        self._id += 1
        return self._id
