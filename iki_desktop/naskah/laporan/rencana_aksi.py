"""Rencana aksi: what is to be reached in each quarter, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.target import CaraTarget, asal_target, sasar_triwulan
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris, Nilai
from iki_desktop.naskah.laporan.kata import TARGET_TAHUN, TIADA, kolom_tw
from iki_desktop.naskah.laporan.ketentuan import ketentuan_target
from iki_desktop.naskah.laporan.lajur import DEPAN, Lajur, isi_baris, kolom_lajur, lajur_depan
from iki_desktop.naskah.laporan.rangka import (
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
    per_sasaran,
)
from iki_desktop.naskah.laporan.rincian import berincian

__all__ = ["rencana_aksi"]

_SIFAT = Kolom("Sifat Target", Peran.SATUAN)
_PENANGGUNG_JAWAB = Kolom("Penanggung Jawab", Peran.PENANGGUNG_JAWAB)


def rencana_aksi(bahan: Bahan) -> tuple[Bagian, ...]:
    """The targets of a year; who is not named otherwise, the jabatan itself answers for it."""
    kumulatif = any(_kumulatif(satu) for satu in bahan.indikator)
    lajur = (*lajur_depan(bahan), *_lajur_target(bahan, kumulatif=kumulatif))
    kolom = (*DEPAN, *kolom_lajur(lajur), _PENANGGUNG_JAWAB)
    return (
        Bagian(
            nama="Rencana Aksi",
            judul=kepala_laporan(bahan, "RENCANA AKSI PENCAPAIAN KINERJA", berperiode=False),
            kolom=kolom,
            baris=per_jabatan(bahan, len(kolom), lambda j: _jabatan(bahan, j, lajur)),
            kepala=kepala_jabatan(bahan),
            catatan=ketentuan_target(kumulatif=kumulatif),
            penutup=penutup(bahan),
        ),
    )


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung, lajur: tuple[Lajur, ...]) -> Iterator[Baris]:
    def indikator(satu: IndikatorTerhitung) -> Baris:
        jawab = satu.utuh.indikator.penanggung_jawab or jabatan.utuh.jabatan.nama
        return Baris((*isi_baris(lajur, satu).sel, jawab))

    return per_sasaran(bahan, jabatan, indikator)


def _lajur_target(bahan: Bahan, *, kumulatif: bool) -> Iterator[Lajur]:
    """The year, how its quarters are meant where any is cumulative, and the quarters."""
    yield Lajur(TARGET_TAHUN, lambda satu: sel.target_tahun(satu, bahan.aturan))
    if kumulatif:
        yield Lajur(_SIFAT, _sifat)
    for kolom, triwulan in zip(kolom_tw("Target Triwulan"), SEMUA_TRIWULAN, strict=True):
        yield _lajur_triwulan(bahan, kolom, triwulan)


def _lajur_triwulan(bahan: Bahan, kolom: Kolom, triwulan: int) -> Lajur:
    return Lajur(kolom, lambda satu: _target(bahan, satu, triwulan))


def _target(bahan: Bahan, satu: IndikatorTerhitung, triwulan: int) -> Nilai:
    """A quarter's target as it was entered; where it was not and the year's holds, that one."""
    milik = satu.utuh.indikator
    if berincian(satu.utuh):
        return None
    sendiri = sasar_triwulan(milik.target, triwulan) if milik.target else None
    if sendiri is not None:
        return sel.sasar(sendiri, bahan.aturan)
    asal = asal_target(milik, [f.formulasi for f in satu.utuh.formulasi], triwulan)
    ikut = asal is not None and asal.cara is CaraTarget.TAHUN
    return sel.sasar(asal.sasar, bahan.aturan) if asal and ikut else TIADA


def _kumulatif(satu: IndikatorTerhitung) -> bool:
    """Whether its targets, or those of one of its formulas, are cumulative."""
    semua = (satu.utuh.indikator.target, *(f.formulasi.target for f in satu.utuh.formulasi))
    return any(target is not None and target.kumulatif for target in semua)


def _sifat(satu: IndikatorTerhitung) -> Nilai:
    milik = satu.utuh.indikator.target
    if berincian(satu.utuh) or milik is None or not any(milik.triwulan or milik.triwulan_sampai or ()):
        return None
    return "kumulatif" if milik.kumulatif else "per triwulan"
