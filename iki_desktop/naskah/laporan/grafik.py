"""The charts of a report, from its figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from iki_desktop.core.capaian import Aturan
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.kalimat_ringkasan import nama_titik, tanpa_capaian
from iki_desktop.core.ringkasan import Titik
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.naskah.grafik import Batang, Grafik
from iki_desktop.naskah.laporan.angka_ringkasan import titik_tahun, titik_triwulan
from iki_desktop.naskah.laporan.bahan import Bahan, JabatanTerhitung

__all__ = ["grafik_kantor", "nama_batang"]

_NAMA_TERPANJANG = 160
"""Characters beside a bar; the table below has the whole name."""

_BELUM_ADA = "belum ada"


def grafik_kantor(bahan: Bahan) -> tuple[Grafik, ...]:
    """The course of the office over the quarters and, in a report of the year, over the years; its posts."""
    if not bahan.jabatan:
        return ()
    aturan = bahan.aturan
    triwulan = tuple(
        _titik(t, aturan) if bahan.termasuk(n) else Batang(nama_titik(t))
        for n, t in enumerate(titik_triwulan(bahan), 1)
    )
    tahun = titik_tahun(bahan)
    jabatan = tuple(_jabatan(bahan, j) for j in bahan.jabatan)
    return (
        Grafik("Capaian tiap triwulan", triwulan, tegak=True),
        *_tahun(tahun, aturan),
        Grafik(f"Capaian per jabatan, {nama_periode(bahan.periode)} {bahan.tahun}", jabatan),
    )


def _tahun(semua: Sequence[Titik], aturan: Aturan) -> tuple[Grafik, ...]:
    batang = tuple(_titik(t, aturan) for t in semua)
    return (Grafik("Capaian tiap tahun", batang, tegak=True),) if batang else ()


def nama_batang(nama: str) -> str:
    """A name as it stands beside a bar."""
    return singkatkan(nama, _NAMA_TERPANJANG)


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung) -> Batang:
    nama, hasil = nama_batang(jabatan.utuh.jabatan.nama), jabatan.hasil[bahan.periode]
    if hasil.capaian is None:
        return Batang(nama, kata=tanpa_capaian(hasil))
    return _bernilai(nama, hasil.capaian, hasil.kategori, bahan.aturan)


def _titik(titik: Titik, aturan: Aturan) -> Batang:
    if titik.capaian is None:
        return Batang(nama_titik(titik), kata=_BELUM_ADA)
    return _bernilai(nama_titik(titik), titik.capaian, titik.kategori, aturan)


def _bernilai(nama: str, capaian: Decimal, kategori: str | None, aturan: Aturan) -> Batang:
    return Batang(nama, capaian, aturan.persen(capaian), kategori or "", aturan.kelas(kategori))
