"""The cover: title, office, region, year."""

from __future__ import annotations

from iki_desktop.core.records import Dokumen, Kecamatan
from iki_desktop.naskah.blok import Blok, Gaya, Lambang, Lembaran, Paragraf, Penanda, Ruang
from iki_desktop.naskah.identitas import daerah, kecamatan, pemerintah

__all__ = ["compose_sampul"]


def compose_sampul(office: Kecamatan, dokumen: Dokumen, lambang: Lambang | None) -> Lembaran | None:
    """The cover of a document that has a title; lines that the title already holds are not said twice."""
    if not dokumen.judul:
        return None
    provinsi = f"PROVINSI {office.provinsi}".upper() if office.provinsi else ""
    identitas = _baris([kecamatan(office).upper(), daerah(office).upper(), provinsi], dokumen.judul)
    tahun = _baris([f"TAHUN {dokumen.tahun}"], dokumen.judul)
    if not identitas and not tahun:
        tahun = _baris([pemerintah(office).upper(), str(dokumen.tahun)], dokumen.judul)
    gambar: list[Blok] = [lambang, Ruang(1)] if lambang else []
    return Lembaran(
        (
            Penanda("Sampul"),
            Ruang(2),
            *gambar,
            Paragraf(dokumen.judul, Gaya.SAMPUL_JUDUL),
            Ruang(2),
            *identitas,
            Ruang(3),
            *tahun,
            Ruang(1),
        )
    )


def _baris(baris: list[str], judul: str) -> list[Paragraf]:
    dalam_judul = {" ".join(b.split()).upper() for b in judul.splitlines()}
    return [Paragraf(b, Gaya.SAMPUL_BARIS) for b in baris if b and " ".join(b.split()) not in dalam_judul]
