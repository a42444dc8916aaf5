"""From version 2 of the exchange format to version 1: what has a likeness there, and what has none.

The other way nothing has to be done: whatever version 1 says, version 2 says in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_angka, wajar
from iki_desktop.core.formulasi import hitung_triwulan
from iki_desktop.core.records import EmpatAngka, Formulasi, Gabungan, JenisFormulasi, Realisasi, Target
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot
from iki_desktop.core.target import Sasar, sasar_tahun, sasar_triwulan, target_periode
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.exchange.isi_iki import IsiIki

__all__ = ["ke_versi_1"]

DESIMAL = 10
"""Places of a computed value; a mean of nine has no end, and no reader takes sixty digits."""

_Hilang = Counter[str]


def ke_versi_1(isi: IsiIki) -> tuple[IsiIki, tuple[str, ...]]:
    """The content with what version 1 can hold of it, and what is left away, in words.

    A survey by its unsur becomes the value that it comes to, to ``DESIMAL`` places; of a range the
    lower bound stays, with the year's range in words; a cumulative target becomes one for each quarter;
    shared entries stand at every formula.
    """
    hilang: _Hilang = Counter()
    hilang["masa berlaku pejabat"] += sum(
        p.berlaku_dari is not None or p.berlaku_sampai is not None for p in isi.kecamatan.pejabat or ()
    )
    dokumen = tuple(_dokumen(d, hilang) for d in isi.dokumen)
    kata = tuple(f"{format_angka(Decimal(n))} {apa}" for apa, n in hilang.items() if n)
    return IsiIki(isi.kecamatan, dokumen), kata


def _dokumen(snapshot: Snapshot, hilang: _Hilang) -> Snapshot:
    hilang["keadaan triwulan"] += len(snapshot.status)
    hilang["naskah yang sudah ditetapkan"] += len(snapshot.terbitan)
    jabatan = tuple(_jabatan(j, hilang) for j in snapshot.jabatan)
    return replace(snapshot, jabatan=jabatan, status=(), terbitan=())


def _jabatan(utuh: JabatanUtuh, hilang: _Hilang) -> JabatanUtuh:
    _catat_bobot([utuh.jabatan.bobot], hilang)
    return replace(utuh, sasaran=tuple(_sasaran(s, hilang) for s in utuh.sasaran))


def _sasaran(utuh: SasaranUtuh, hilang: _Hilang) -> SasaranUtuh:
    _catat_bobot([utuh.sasaran.bobot, *(i.indikator.bobot for i in utuh.indikator)], hilang)
    return replace(utuh, indikator=tuple(_indikator(i, hilang) for i in utuh.indikator))


def _catat_bobot(bobot: Iterable[Decimal | None], hilang: _Hilang) -> None:
    hilang["bobot"] += sum(b is not None for b in bobot)


def _indikator(utuh: IndikatorUtuh, hilang: _Hilang) -> IndikatorUtuh:
    indikator = utuh.indikator
    hilang["cara menggabungkan formulasi"] += indikator.gabungan is Gabungan.MASING_MASING
    if indikator.target is not None:
        indikator = replace(indikator, target=_target(utuh, indikator.target, hilang))
    return replace(utuh, indikator=indikator, formulasi=tuple(_formulasi(f, hilang) for f in utuh.formulasi))


def _target(utuh: IndikatorUtuh, target: Target, hilang: _Hilang) -> Target:
    teks = target.teks
    if target.tahun_sampai is not None or target.triwulan_sampai is not None:
        hilang["rentang target"] += 1
        if target.tahun is not None and target.tahun_sampai is not None and teks is None:
            satuan = f" {utuh.indikator.satuan}" if utuh.indikator.satuan else ""
            teks = f"{format_angka(target.tahun)}–{format_angka(target.tahun_sampai)}{satuan}"
        target = _batas_bawah(target)
    triwulan = target.triwulan
    if target.kumulatif:
        hilang["target kumulatif"] += 1
        triwulan = _per_triwulan(utuh, target)
    return Target(target.tahun, triwulan, teks)


def _batas_bawah(target: Target) -> Target:
    """The lower bounds alone; where there is but an upper one, it is a plain target."""
    triwulan = target.triwulan
    if target.triwulan_sampai is not None:
        satu, dua, tiga, empat = (_bawah(sasar_triwulan(target, t)) for t in SEMUA_TRIWULAN)
        triwulan = satu, dua, tiga, empat
    return Target(_bawah(sasar_tahun(target)), triwulan, kumulatif=target.kumulatif)


def _bawah(sasar: Sasar | None) -> Decimal | None:
    return None if sasar is None else sasar.bawah


def _per_triwulan(utuh: IndikatorUtuh, target: Target) -> EmpatAngka | None:
    """What each quarter of a cumulative plan asks for by itself; none where none was planned."""
    if target.triwulan is None:
        return None
    polos, formulasi = replace(utuh.indikator, target=target), [f.formulasi for f in utuh.formulasi]
    satu, dua, tiga, empat = (
        None if target.triwulan[t - 1] is None else _wajar(target_periode(polos, formulasi, t))
        for t in SEMUA_TRIWULAN
    )
    return satu, dua, tiga, empat


def _wajar(sasar: Sasar | None) -> Decimal | None:
    """A target as a number that can be read back."""
    return sasar.bawah if sasar is not None and wajar(sasar.bawah) else None


def _formulasi(utuh: FormulasiUtuh, hilang: _Hilang) -> FormulasiUtuh:
    formulasi = utuh.formulasi
    hilang["formulasi bersama"] += utuh.sama_dengan is not None
    hilang["target formulasi"] += formulasi.target is not None
    satu, dua, tiga, empat = (_realisasi(formulasi, utuh, t, hilang) for t in SEMUA_TRIWULAN)
    if formulasi.jenis is JenisFormulasi.SKM:
        hilang["rincian unsur survei"] += 1
        formulasi = replace(formulasi, jenis=JenisFormulasi.NILAI, variabel=None)
    return FormulasiUtuh(formulasi, (satu, dua, tiga, empat))


def _realisasi(formulasi: Formulasi, utuh: FormulasiUtuh, triwulan: int, hilang: _Hilang) -> Realisasi | None:
    isian = utuh.realisasi[triwulan - 1]
    if isian is None:
        return None
    for kolom, kata in _TANPA_TEMPAT.items():
        hilang[kata] += bool(getattr(isian, kolom))
    isian = replace(isian, kendala=None, tindak_lanjut=None, bukti=None, centang=None)
    if formulasi.jenis is JenisFormulasi.SKM:
        isian = replace(isian, nilai=_nilai_survei(formulasi, isian, triwulan), variabel=None)
    return None if isian.kosong and utuh.realisasi[triwulan - 1] != isian else isian


def _nilai_survei(formulasi: Formulasi, isian: Realisasi, triwulan: int) -> Decimal | None:
    nilai = hitung_triwulan(formulasi, isian, triwulan).nilai
    if nilai is None:
        return None
    bulat = bulatkan(nilai, DESIMAL).normalize()
    return bulat if wajar(bulat) else None


_TANPA_TEMPAT = {
    "kendala": "kendala",
    "tindak_lanjut": "tindak lanjut",
    "bukti": "bukti dukung",
    "centang": "isian butir yang dicentang",
}
