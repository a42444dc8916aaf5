"""Pengukuran kinerja triwulan with the quarters side by side: a row for each indicator."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Periode, Sampai, nama_periode, nama_tw
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, JabatanTerhitung, Masa
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import CAPAIAN, RATA_RATA, TARGET
from iki_desktop.naskah.laporan.kemajuan import TerhadapTahun
from iki_desktop.naskah.laporan.ketentuan import ketentuan_laporan
from iki_desktop.naskah.laporan.lajur import (
    DEPAN,
    Lajur,
    baris_rata,
    isi_baris,
    kolom_lajur,
    lajur_capaian,
    lajur_depan,
)
from iki_desktop.naskah.laporan.penjelasan import penjelasan_kantor
from iki_desktop.naskah.laporan.rangka import (
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
    per_sasaran,
)

__all__ = ["bagian_pengukuran", "berjajar"]

_REALISASI = "Realisasi"
_TERHADAP = "Terhadap Setahun"


def berjajar(bahan: Bahan) -> tuple[Bagian, ...]:
    """Target, realisasi of each quarter, capaian; up to a quarter also that quarter and the year."""
    lajur = (*lajur_depan(bahan), *_lajur(bahan))
    kolom = (*DEPAN, *kolom_lajur(lajur))
    baris = per_jabatan(bahan, len(kolom), lambda j: _jabatan(bahan, j, lajur))
    return (bagian_pengukuran(bahan, kolom, (*baris, *_kecamatan(bahan, lajur))),)


def bagian_pengukuran(bahan: Bahan, kolom: tuple[Kolom, ...], baris: tuple[Baris, ...]) -> Bagian:
    """What both layouts have around their table."""
    return Bagian(
        nama="Pengukuran",
        judul=kepala_laporan(bahan, "PENGUKURAN KINERJA"),
        kolom=kolom,
        baris=baris,
        kepala=kepala_jabatan(bahan),
        catatan=ketentuan_laporan(bahan, (t for t in SEMUA_TRIWULAN if bahan.termasuk(t))),
        penjelasan=penjelasan_kantor(bahan),
        penutup=penutup(bahan),
    )


# --- columns ------------------------------------------------------------------------------------


def _lajur(bahan: Bahan) -> Iterator[Lajur]:
    match bahan.periode:
        case None:
            yield _target(bahan, None, TARGET)
            yield from _triwulan(bahan, SEMUA_TRIWULAN)
            yield _realisasi(bahan, None, nama_periode(None), _REALISASI)
            yield lajur_capaian(bahan, None)
        case Sampai(triwulan):
            yield from _triwulan(bahan, SEMUA_TRIWULAN[: triwulan - 1])
            yield from _berkelompok(bahan, triwulan)
            yield from _berkelompok(bahan, bahan.periode)
            yield _target(bahan, None, Kolom("Target", Peran.ANGKA, _TERHADAP))
            kolom = Kolom("Capaian (%)", Peran.ANGKA, _TERHADAP)
            yield lajur_capaian(bahan, TerhadapTahun(triwulan), kolom)
        case triwulan:
            tw = nama_tw(triwulan)
            yield _target(bahan, triwulan, Kolom(f"Target {tw}", Peran.ANGKA))
            yield from _triwulan(bahan, SEMUA_TRIWULAN)
            yield lajur_capaian(bahan, triwulan, Kolom(f"Capaian {tw} (%)", Peran.ANGKA))


def _berkelompok(bahan: Bahan, periode: Periode) -> Iterator[Lajur]:
    """Target, realisasi and capaian of a period under its name."""
    nama = nama_periode(periode)
    yield _target(bahan, periode, Kolom("Target", Peran.ANGKA, nama))
    yield _realisasi(bahan, periode, "Realisasi", nama)
    yield lajur_capaian(bahan, periode, Kolom(CAPAIAN.judul, Peran.ANGKA, nama))


def _triwulan(bahan: Bahan, semua: tuple[int, ...]) -> Iterator[Lajur]:
    """The realisasi of quarters under a common heading; one after the report's stays blank."""
    for t in semua:
        tw = f"TW {ROMAWI[t - 1]}"
        # One alone is too narrow for a heading above it.
        nama, kelompok = (tw, _REALISASI) if len(semua) > 1 else (f"{_REALISASI} {tw}", "")
        if bahan.termasuk(t):
            yield _realisasi(bahan, t, nama, kelompok)
        else:
            yield Lajur(Kolom(nama, Peran.ANGKA, kelompok), lambda _: None)


def _target(bahan: Bahan, masa: Masa, kolom: Kolom) -> Lajur:
    return Lajur(kolom, lambda satu: sel.target(satu, masa, bahan.aturan))


def _realisasi(bahan: Bahan, masa: Masa, nama: str, kelompok: str) -> Lajur:
    kolom = Kolom(nama, Peran.ANGKA, kelompok)
    return Lajur(kolom, lambda satu: sel.realisasi(satu, masa, bahan.aturan))


# --- rows ---------------------------------------------------------------------------------------


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung, lajur: tuple[Lajur, ...]) -> Iterator[Baris]:
    """The rows of a jabatan and their mean."""
    yield from per_sasaran(bahan, jabatan, lambda satu: isi_baris(lajur, satu))
    if jabatan.sasaran:
        yield baris_rata(lajur, jabatan.hasil, _nama_rata(bahan), len(DEPAN))


def _kecamatan(bahan: Bahan, lajur: tuple[Lajur, ...]) -> tuple[Baris, ...]:
    if bahan.tunggal or not bahan.jabatan:
        return ()
    nama = f"{_nama_rata(bahan)} {kecamatan(bahan.office)}"
    return (baris_rata(lajur, bahan.hasil, nama, len(DEPAN)),)


def _nama_rata(bahan: Bahan) -> str:
    """The mean says which period it is of, but for where each has its column."""
    return RATA_RATA if isinstance(bahan.periode, Sampai) else f"{RATA_RATA} {nama_tw(bahan.periode)}"
