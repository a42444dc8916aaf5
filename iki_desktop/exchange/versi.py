"""From version 2 of the exchange format to version 1: what has a likeness there, and what has none.

The other way nothing has to be done: whatever version 1 says, version 2 says in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.angka import format_angka
from iki_desktop.core.formulasi import hitung_triwulan
from iki_desktop.core.records import Formulasi, Gabungan, Indikator, JenisFormulasi, Realisasi, Target
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.exchange.isi_iki import IsiIki

__all__ = ["ke_versi_1"]

_Hilang = Counter[str]


def ke_versi_1(isi: IsiIki) -> tuple[IsiIki, tuple[str, ...]]:
    """The content with what version 1 can hold of it, and what is left away, in words.

    A survey by its unsur becomes the value that it comes to; of a range the lower bound stays, with
    the range in words; a cumulative target becomes one for each quarter; shared entries stand at
    every formula.
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
        indikator = replace(indikator, target=_target(indikator, indikator.target, hilang))
    return replace(utuh, indikator=indikator, formulasi=tuple(_formulasi(f, hilang) for f in utuh.formulasi))


def _target(indikator: Indikator, target: Target, hilang: _Hilang) -> Target:
    teks = target.teks
    if target.tahun_sampai is not None or target.triwulan_sampai is not None:
        hilang["rentang target"] += 1
        if target.tahun is not None and target.tahun_sampai is not None and teks is None:
            satuan = f" {indikator.satuan}" if indikator.satuan else ""
            teks = f"{format_angka(target.tahun)}–{format_angka(target.tahun_sampai)}{satuan}"
    if target.kumulatif:
        hilang["target kumulatif"] += 1
    return Target(target.tahun, None if target.kumulatif else target.triwulan, teks)


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
        isian = replace(isian, nilai=hitung_triwulan(formulasi, isian, triwulan).nilai, variabel=None)
    return None if isian.kosong and utuh.realisasi[triwulan - 1] != isian else isian


_TANPA_TEMPAT = {
    "kendala": "kendala",
    "tindak_lanjut": "tindak lanjut",
    "bukti": "bukti dukung",
    "centang": "isian butir yang dicentang",
}
