"""Lembar isian: an empty form of one jabatan for a quarter, to be filled in by pen at another desk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iki_desktop.core.angka import format_angka
from iki_desktop.core.lembar_isian import (
    BIDANG_KATA,
    JUDUL_ANGKA,
    BarisLembar,
    FormulasiLembar,
    formulasi_lembar,
)
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Periode, triwulan_periode
from iki_desktop.naskah.blok import Kolom, PasanganTandaTangan, Peran
from iki_desktop.naskah.identitas import daerah, kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Keterangan, Nilai
from iki_desktop.naskah.laporan.kata import BELUM_ADA_INDIKATOR, INDIKATOR, NO, SASARAN, SATUAN, TARGET
from iki_desktop.naskah.laporan.penandatangan import pemangku, tempat_tanggal
from iki_desktop.naskah.laporan.rangka import baris_kosong
from iki_desktop.naskah.penutup import TITIK_TITIK, tanda_tangan

__all__ = ["lembar_isian", "triwulan_diisi"]

_KOLOM = (
    NO, SASARAN, INDIKATOR, SATUAN, TARGET,
    Kolom("Yang diisi", Peran.URAIAN), Kolom(JUDUL_ANGKA, Peran.KATEGORI),
    *(Kolom(bidang.judul, Peran.URAIAN) for bidang in BIDANG_KATA),
)  # fmt: skip

_PETUNJUK = (
    "Kosong berarti belum ada angka; tulis 0 bila memang nol."
    " Angka kecil yang tercetak adalah isian yang sudah ada: bila berubah, coret dan tulis yang benar.",
)

_TINGGI_TULIS = 9.0
"""Millimetres that a hand needs for a line."""


def lembar_isian(bahan: Bahan) -> tuple[Bagian, ...]:
    """A form for each jabatan that is asked for; where no quarter is, one for each of the four."""
    return tuple(_bagian(bahan, j, t) for j in bahan.jabatan for t in triwulan_diisi(bahan.periode))


def triwulan_diisi(periode: Periode) -> tuple[int, ...]:
    """The quarters that there is a form for: the last one of a period, or all four of the year."""
    return SEMUA_TRIWULAN if periode is None else triwulan_periode(periode)[-1:]


def _bagian(bahan: Bahan, jabatan: JabatanTerhitung, triwulan: int) -> Bagian:
    tw = f"TRIWULAN {ROMAWI[triwulan - 1]} TAHUN {bahan.tahun}"
    milik = jabatan.utuh.jabatan
    orang = pemangku(bahan, milik)[1]
    return Bagian(
        nama=milik.nama if bahan.periode is not None else f"TW {ROMAWI[triwulan - 1]} {milik.nama}",
        judul=("LEMBAR ISIAN REALISASI " + tw, f"{kecamatan(bahan.office)} {daerah(bahan.office)}".upper()),
        kolom=_KOLOM,
        baris=tuple(_baris(bahan, jabatan, triwulan)) or (baris_kosong(BELUM_ADA_INDIKATOR, len(_KOLOM)),),
        kepala=(("Jabatan", milik.nama), *((("Pemangku", orang.nama),) if orang else ())),
        catatan=_PETUNJUK,
        penutup=PasanganTandaTangan(
            tanda_tangan((f"Diterima tanggal {TITIK_TITIK}",), None, "Yang menerima"),
            tanda_tangan((tempat_tanggal(bahan),), None, "Yang mengisi"),
        ),
        node_id=milik.id,
        tinggi_baris=_TINGGI_TULIS,
    )


def _baris(bahan: Bahan, jabatan: JabatanTerhitung, triwulan: int) -> Iterator[Baris]:
    """A row for each sasaran, beside it those of its indicators, beside these what is to be filled in."""
    semua = formulasi_lembar(bahan.snapshot, jabatan.utuh, triwulan)
    milik = {nomor: list(isi) for nomor, isi in groupby(semua, lambda f: f.nomor[1])}
    for nomor, utuh in enumerate(jabatan.utuh.sasaran, 1):
        indikator = groupby(milik.get(nomor, ()), lambda f: f.nomor[2])
        yield Baris((str(nomor), utuh.sasaran.teks), tuple(_indikator(list(satu)) for _, satu in indikator))


def _indikator(semua: list[FormulasiLembar]) -> Baris:
    utuh, target = semua[0].indikator, semua[0].target
    sel: tuple[Nilai, ...] = (
        utuh.indikator.teks,
        utuh.indikator.satuan,
        target if isinstance(target, str | None) else Angka(target),
    )
    return Baris(sel, tuple(b for satu in semua for b in _isian(satu)))


def _isian(satu: FormulasiLembar) -> Iterator[Baris]:
    banyak = len(satu.indikator.formulasi) > 1
    for urutan, baris in enumerate(satu.baris):
        awalan = f"({satu.nomor[3]}) " if banyak and urutan == 0 else ""
        kata = [satu.kata(b) if urutan == 0 else "" for b in BIDANG_KATA]
        yield Baris((awalan + baris.label, _angka(baris), *(Keterangan(k) if k else None for k in kata)))


def _angka(baris: BarisLembar) -> Nilai:
    """What is entered already, small, so that there is room to write beside it."""
    return None if baris.nilai is None else Keterangan(format_angka(baris.nilai))
