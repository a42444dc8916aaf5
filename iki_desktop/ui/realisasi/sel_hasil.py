"""The computed cells of a row: realisasi, target, capaian and class, as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.angka import format_angka, teks_sunting
from iki_desktop.core.aturan import Aturan
from iki_desktop.core.capaian import HasilFormulasi, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import Hitungan
from iki_desktop.core.records import Formulasi, Indikator, JenisFormulasi
from iki_desktop.core.skm import mutu_skm
from iki_desktop.core.target import Sasar, tulis_sasar
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.sel import Gaya, Sel, teks_sel

__all__ = ["sel_capaian", "sel_hasil", "sel_hitungan", "sel_kategori", "sel_sampai"]


def _satuan(indikator: Indikator, formulasi: Sequence[Formulasi]) -> str:
    """The indicator's unit; where none is given, a figure of ratios alone is in percent."""
    rasio = bool(formulasi) and all(f.jenis is JenisFormulasi.RASIO for f in formulasi)
    return indikator.satuan or ("%" if rasio else "")


def _mutu(nilai: Decimal | None, formulasi: Sequence[Formulasi]) -> str:
    """Letter and word of a survey's value: ``B (Baik)``; nothing for any other figure."""
    if nilai is None or {f.jenis for f in formulasi} != {JenisFormulasi.SKM}:
        return ""
    huruf, kata = mutu_skm(nilai)
    return f"{huruf} ({kata})"


def sel_hasil(
    indikator: Indikator, hasil: HasilIndikator, formulasi: Sequence[Formulasi], aturan: Aturan
) -> dict[JenisKolom, Sel]:
    """The figures of an indicator in its period."""
    mutu = _mutu(hasil.realisasi, formulasi)
    sel = {
        JenisKolom.REALISASI: _sel_angka(hasil.realisasi, _satuan(indikator, formulasi), aturan, mutu),
        JenisKolom.TARGET: _sel_target(indikator, hasil.sasar, aturan),
        JenisKolom.CAPAIAN: sel_capaian(hasil.capaian, aturan),
        JenisKolom.KATEGORI: sel_kategori(hasil, aturan),
    }
    if hasil.capaian is None and hasil.sebab:
        sel[JenisKolom.KATEGORI] = Sel(teks_sel(hasil.sebab), Gaya.KETERANGAN)
    return sel


def sel_sampai(
    indikator: Indikator, hasil: HasilIndikator, formulasi: Sequence[Formulasi], aturan: Aturan
) -> dict[JenisKolom, Sel]:
    """The figures of an indicator up to the end of the quarter; their unit stands beside the quarter's."""
    mutu, satuan = _mutu(hasil.realisasi, formulasi), _satuan(indikator, formulasi)
    realisasi = _sel_angka(hasil.realisasi, satuan, aturan, mutu)
    return {
        JenisKolom.REALISASI_SAMPAI: replace(realisasi, satuan=""),
        JenisKolom.CAPAIAN_SAMPAI: sel_capaian(hasil.capaian, aturan),
    }


def sel_hitungan(
    indikator: Indikator, formulasi: Formulasi, hasil: HasilIndikator, nomor: int, aturan: Aturan
) -> dict[JenisKolom, Sel]:
    """The figures of one formula among several; against its own target, where each is taken so."""
    hitungan = hasil.formulasi[nomor]
    satuan = "%" if formulasi.jenis is JenisFormulasi.RASIO else indikator.satuan or ""
    mutu = _mutu(hitungan.nilai, [formulasi])
    sel = {JenisKolom.REALISASI: _sel_angka(hitungan.nilai, satuan, aturan, mutu)}
    if hasil.masing_masing:
        sel |= _sel_masing_masing(hasil.masing_masing[nomor], aturan)
    sebab = _sebab(hitungan, hasil.masing_masing[nomor] if hasil.masing_masing else None)
    if sebab:
        sel[JenisKolom.KATEGORI] = Sel(teks_sel(sebab), Gaya.KETERANGAN)
    return sel


def _sebab(hitungan: Hitungan, sendiri: HasilFormulasi | None) -> str:
    if hitungan.nilai is None:
        return hitungan.sebab
    return sendiri.sebab if sendiri is not None and sendiri.capaian is None else ""


def _sel_masing_masing(hasil: HasilFormulasi, aturan: Aturan) -> dict[JenisKolom, Sel]:
    sel = {JenisKolom.CAPAIAN: sel_capaian(hasil.capaian, aturan)}
    if hasil.sasar is not None:
        sel[JenisKolom.TARGET] = _sel_sasar(hasil.sasar, aturan)
    return sel


def _sel_angka(nilai: Decimal | None, satuan: str, aturan: Aturan, bawah: str = "") -> Sel:
    if nilai is None:
        return Sel(gaya=Gaya.TERHITUNG)
    # A count or an index is shown as it was entered; only a percentage takes the document's decimals.
    tampil = aturan.tampil(nilai) if satuan == "%" else aturan.rapi(nilai)
    desimal = aturan.desimal if satuan == "%" else None
    teks = format_angka(tampil, desimal)
    salin = teks_sunting(tampil)
    return Sel(teks, Gaya.TERHITUNG, satuan=teks_sel(satuan), salin=salin, bawah=bawah)


def _sel_target(indikator: Indikator, sasar: Sasar | None, aturan: Aturan) -> Sel:
    if sasar is not None:
        return _sel_sasar(sasar, aturan)
    teks = teks_sel(indikator.target.teks or "") if indikator.target else ""
    return Sel(teks, Gaya.KETERANGAN, salin=teks)


def _sel_sasar(sasar: Sasar, aturan: Aturan) -> Sel:
    teks = tulis_sasar(sasar, aturan)
    return Sel(teks, Gaya.TERHITUNG, salin=teks if sasar.rentang else teks_sunting(sasar.bawah))


def sel_capaian(capaian: Decimal | None, aturan: Aturan) -> Sel:
    """A capaian as a percentage."""
    if capaian is None:
        return Sel(gaya=Gaya.TERHITUNG)
    return Sel(aturan.persen(capaian), Gaya.TERHITUNG, salin=teks_sunting(aturan.tampil(capaian)))


def sel_kategori(hasil: HasilIndikator | HasilInduk, aturan: Aturan) -> Sel:
    """The class of a capaian in its colour."""
    if hasil.kategori is None:
        return Sel(gaya=Gaya.KATEGORI)
    kelas = aturan.kelas(hasil.kategori)
    return Sel(teks_sel(hasil.kategori), Gaya.KATEGORI, kelas=kelas, salin=hasil.kategori)
