"""Perjanjian kinerja of a jabatan: the statement of both parties, and its annex of targets.

Shape after PermenPANRB 53/2014 Lampiran I as offices use it; the wording is data (``kata``).
"""

from __future__ import annotations

from iki_desktop.naskah.blok import (
    BarisBerlabel,
    Berlabel,
    Blok,
    Gaya,
    Kolom,
    Paragraf,
    Peran,
)
from iki_desktop.naskah.kop import compose_kop, compose_lambang
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris
from iki_desktop.naskah.laporan.kata import (
    BELUM_ADA_INDIKATOR,
    INDIKATOR,
    NO,
    PERJANJIAN,
    SASARAN,
    KataPerjanjian,
)
from iki_desktop.naskah.laporan.penandatangan import (
    Pihak,
    atasan,
    pemangku,
    penutup_pasangan,
    sebutan_jabatan,
)
from iki_desktop.naskah.laporan.rangka import baris_kosong, kepala_laporan, per_sasaran
from iki_desktop.naskah.laporan.sel import satuan, target_tahun

__all__ = ["perjanjian"]

_KOLOM = (NO, SASARAN, INDIKATOR, Kolom("Target", Peran.KATEGORI))


def perjanjian(bahan: Bahan, kata: KataPerjanjian = PERJANJIAN) -> tuple[Bagian, ...]:
    """Statement and annex for each jabatan that is asked for."""
    return tuple(_bagian(bahan, jabatan, kata) for jabatan in bahan.jabatan)


def _bagian(bahan: Bahan, jabatan: JabatanTerhitung, kata: KataPerjanjian) -> Bagian:
    milik = jabatan.utuh.jabatan
    baris = tuple(per_sasaran(jabatan, _indikator))
    penutup = penutup_pasangan(bahan, milik, kata.sebagai_kedua, kata.sebagai_pertama)
    lambang, _ = compose_lambang(bahan.office)
    pembuka: tuple[Blok, ...] = (
        compose_kop(bahan.office, lambang),
        Paragraf("\n".join((kata.judul, f"TAHUN {bahan.tahun}")), Gaya.JUDUL),
        Paragraf(kata.pembuka, Gaya.ALINEA),
        _pihak(pemangku(bahan, milik)),
        Paragraf(kata.pertama, Gaya.ALINEA),
        _pihak(atasan(bahan, milik)),
        Paragraf(kata.kedua, Gaya.ALINEA),
        *(Paragraf(janji, Gaya.ALINEA) for janji in kata.janji),
        penutup,
    )
    return Bagian(
        nama=milik.nama,
        judul=kepala_laporan(bahan, kata.lampiran, berperiode=False),
        kolom=_KOLOM,
        baris=baris or (baris_kosong(BELUM_ADA_INDIKATOR, len(_KOLOM)),),
        kepala=(("Jabatan", milik.nama),),
        penutup=penutup,
        pembuka=pembuka,
        node_id=milik.id,
    )


def _pihak(pihak: Pihak) -> Berlabel:
    jabatan, orang = pihak
    semua = (("Nama", orang.nama if orang else "." * 40), ("Jabatan", sebutan_jabatan(jabatan)))
    return Berlabel(tuple(BarisBerlabel(label, (Paragraf(teks),)) for label, teks in semua))


def _indikator(satu: IndikatorTerhitung) -> Baris:
    """A target in figures goes with its unit; one in words is said as it is."""
    target = target_tahun(satu.utuh)
    if isinstance(target, Angka):
        return Baris((satu.utuh.indikator.teks, f"{target.teks} {satuan(satu.utuh)}".strip()))
    return Baris((satu.utuh.indikator.teks, target))
