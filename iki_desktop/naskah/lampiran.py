"""The annex: its heading, then every jabatan on a page of its own, then the signature."""

from __future__ import annotations

from collections.abc import Sequence

from iki_desktop.core.records import Kecamatan, Keputusan
from iki_desktop.core.snapshot import JabatanUtuh
from iki_desktop.naskah.blok import (
    BarisBerlabel,
    Blok,
    GantiHalaman,
    KepalaLampiran,
    Lembaran,
    NomorHalaman,
    Paragraf,
    Penanda,
)
from iki_desktop.naskah.identitas import nama_keputusan
from iki_desktop.naskah.jabatan import compose_jabatan
from iki_desktop.naskah.penutup import TITIK_TITIK, penutup_lampiran
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["compose_lampiran"]


def compose_lampiran(
    semua: Sequence[JabatanUtuh], office: Kecamatan, keputusan: Keputusan | None, halaman: TataHalaman
) -> Lembaran | None:
    """The tables of every jabatan; heading and signature only where a decision stands before them."""
    blok: list[Blok] = []
    if keputusan:
        blok += [Penanda("Lampiran"), _kepala(office, keputusan)]
    for nomor, jabatan in enumerate(semua):
        if nomor:
            blok.append(GantiHalaman())
        blok += compose_jabatan(jabatan, office, halaman, tingkat_penanda=1 if keputusan else 0)
    if keputusan and semua:
        blok.append(penutup_lampiran(keputusan, office))
    cara = NomorHalaman.LANJUT if keputusan else NomorHalaman.MULAI
    return Lembaran(tuple(blok), halaman.lampiran_mendatar, cara) if semua else None


def _kepala(office: Kecamatan, keputusan: Keputusan) -> KepalaLampiran:
    """LAMPIRAN, the decision's name, number, date and subject (UU 12/2011 Lampiran II no. 194)."""
    tanggal = tanggal_panjang(keputusan.tanggal) if keputusan.tanggal else keputusan.tanggal_teks
    baris = (
        ("NOMOR", keputusan.nomor or TITIK_TITIK),
        ("TANGGAL", tanggal or TITIK_TITIK),
        ("TENTANG", keputusan.tentang_lampiran or keputusan.tentang or ""),
    )
    return KepalaLampiran(
        ("LAMPIRAN", *nama_keputusan(office)),
        tuple(BarisBerlabel(label, (Paragraf(teks),)) for label, teks in baris if teks),
    )
