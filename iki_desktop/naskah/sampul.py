"""The cover: title, office, region, year."""

from __future__ import annotations

from iki_desktop.core.records import Dokumen, Kecamatan
from iki_desktop.naskah.blok import Blok, Gaya, Lambang, Lembaran, Paragraf, Penanda, Ruang
from iki_desktop.naskah.identitas import daerah, kecamatan

__all__ = ["compose_sampul"]


def compose_sampul(office: Kecamatan, dokumen: Dokumen, lambang: Lambang | None) -> Lembaran | None:
    """The cover of a document that has a title; lines that the title already holds are not said twice."""
    if not dokumen.judul:
        return None
    provinsi = f"PROVINSI {office.provinsi}".upper() if office.provinsi else ""
    identitas = [kecamatan(office).upper(), daerah(office).upper(), provinsi]
    blok: list[Blok] = [Penanda("Sampul"), Ruang(2)]
    if lambang:
        blok += [lambang, Ruang(1)]
    blok += [
        Paragraf(dokumen.judul, Gaya.SAMPUL_JUDUL),
        Ruang(2),
        *_baris(identitas, dokumen.judul),
        Ruang(3),
        *_baris([f"TAHUN {dokumen.tahun}"], dokumen.judul),
        Ruang(1),
    ]
    return Lembaran(tuple(blok))


def _baris(baris: list[str], judul: str) -> list[Paragraf]:
    dalam_judul = {" ".join(b.split()).upper() for b in judul.splitlines()}
    return [Paragraf(b, Gaya.SAMPUL_BARIS) for b in baris if b and " ".join(b.split()) not in dalam_judul]
