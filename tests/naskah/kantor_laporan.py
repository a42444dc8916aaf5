"""Offices with figures to report: chance entries, notes, gaps, denominators of 0."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from iki_desktop.core.formulasi import dengan_isi, masukan
from iki_desktop.core.records import Realisasi, Target
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot


def terisi(snapshot: Snapshot, biji: int = 1) -> Snapshot:
    """The same office with entries by chance, ids told apart, and a target at most indicators."""
    acak = Random(biji)
    jabatan = tuple(_jabatan(j, n, acak) for n, j in enumerate(snapshot.jabatan))
    return replace(snapshot, jabatan=jabatan)


def _jabatan(utuh: JabatanUtuh, nomor: int, acak: Random) -> JabatanUtuh:
    sasaran = tuple(_sasaran(s, acak) for s in utuh.sasaran)
    return replace(utuh, jabatan=replace(utuh.jabatan, id=100 + nomor, atasan_id=None), sasaran=sasaran)


def _sasaran(utuh: SasaranUtuh, acak: Random) -> SasaranUtuh:
    return replace(utuh, indikator=tuple(_indikator(i, acak) for i in utuh.indikator))


def _indikator(utuh: IndikatorUtuh, acak: Random) -> IndikatorUtuh:
    triwulan = (Decimal(20), Decimal("40.5"), None, Decimal(80)) if acak.random() < 0.5 else None
    target = Target(Decimal(acak.choice([0, 12, 90, 1500])), triwulan) if acak.random() < 0.9 else None
    formulasi = tuple(_formulasi(f, acak) for f in utuh.formulasi)
    return replace(utuh, indikator=replace(utuh.indikator, target=target), formulasi=formulasi)


def _formulasi(utuh: FormulasiUtuh, acak: Random) -> FormulasiUtuh:
    satu, dua, tiga, empat = (_realisasi(utuh, t, acak) for t in (1, 2, 3, 4))
    return replace(utuh, realisasi=(satu, dua, tiga, empat))


def _realisasi(utuh: FormulasiUtuh, triwulan: int, acak: Random) -> Realisasi | None:
    if acak.random() < 0.25:
        return None
    isian = Realisasi(utuh.formulasi.id, triwulan)
    for satu in masukan(utuh.formulasi):
        if acak.random() < 0.9:
            nilai = (
                Decimal(0) if acak.random() < 0.1 else Decimal(acak.randint(1, 9999)) / acak.choice([1, 4])
            )
            isian = dengan_isi(isian, satu.kunci, nilai)
    return replace(isian, catatan=f"catatan {triwulan}") if acak.random() < 0.3 else isian
