"""Perjanjian kinerja of a jabatan: the statement of both parties, and its annex of targets.

Shape after PermenPANRB 53/2014 Lampiran I as offices use it; the wording is data (``kata``).
"""

from __future__ import annotations

from iki_desktop.core.aturan import Aturan
from iki_desktop.core.target import sasar_tahun
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
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Nilai, teks_nilai
from iki_desktop.naskah.laporan.kata import BELUM_ADA_INDIKATOR, INDIKATOR, PERJANJIAN, TIADA, KataPerjanjian
from iki_desktop.naskah.laporan.lajur import DEPAN, Lajur, isi_baris, kolom_lajur, lajur_bobot
from iki_desktop.naskah.laporan.penandatangan import (
    Pihak,
    atasan,
    pemangku,
    penutup_pasangan,
    sebutan_jabatan,
)
from iki_desktop.naskah.laporan.rangka import baris_kosong, kepala_laporan, per_sasaran
from iki_desktop.naskah.laporan.rincian import berincian

__all__ = ["perjanjian"]

_KATA_TERPANJANG = 60
"""Characters of a target in the narrow column of a figure; words have one of words."""


def perjanjian(bahan: Bahan, kata: KataPerjanjian = PERJANJIAN) -> tuple[Bagian, ...]:
    """Statement and annex for each jabatan that is asked for."""
    return tuple(_bagian(bahan, jabatan, kata) for jabatan in bahan.jabatan)


def _bagian(bahan: Bahan, jabatan: JabatanTerhitung, kata: KataPerjanjian) -> Bagian:
    milik = jabatan.utuh.jabatan
    sendiri = bahan.milik(jabatan)
    lajur = (
        Lajur(INDIKATOR, lambda satu: satu.utuh.indikator.teks),
        *lajur_bobot(sendiri),
        Lajur(_kolom_target(sendiri), lambda satu: _target(satu, bahan.aturan)),
    )
    kolom = (*DEPAN, *kolom_lajur(lajur))
    baris = tuple(per_sasaran(bahan, jabatan, lambda satu: isi_baris(lajur, satu)))
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
        kolom=kolom,
        baris=baris or (baris_kosong(BELUM_ADA_INDIKATOR, len(kolom)),),
        kepala=(("Jabatan", milik.nama),),
        penutup=penutup,
        pembuka=pembuka,
        node_id=milik.id,
    )


def _pihak(pihak: Pihak) -> Berlabel:
    jabatan, orang = pihak
    semua = (("Nama", orang.nama if orang else "." * 40), ("Jabatan", sebutan_jabatan(jabatan)))
    return Berlabel(tuple(BarisBerlabel(label, (Paragraf(teks),)) for label, teks in semua))


def _kolom_target(bahan: Bahan) -> Kolom:
    panjang = max((len(teks_nilai(_target(satu, bahan.aturan))) for satu in bahan.indikator), default=0)
    return Kolom("Target", Peran.URAIAN if panjang > _KATA_TERPANJANG else Peran.KATEGORI)


def _target(satu: IndikatorTerhitung, aturan: Aturan) -> Nilai:
    """A target in figures goes with its unit; its words stand below it, or in its place."""
    if berincian(satu.utuh):
        return None
    milik = satu.utuh.indikator.target
    angka = sasar_tahun(milik) if milik else None
    kata = (milik and milik.teks) or ""
    if angka is None:
        return kata or TIADA
    tertulis = f"{teks_nilai(sel.sasar(angka, aturan))} {sel.satuan(satu.utuh)}".strip()
    return "\n".join(filter(None, (tertulis, kata)))
