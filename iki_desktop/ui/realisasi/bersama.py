"""Formulas that stand in several places and are entered once: how a row names its others."""

from __future__ import annotations

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.records import Formulasi, Indikator, Jabatan

__all__ = ["sama_dengan"]


def sama_dengan(arsip: Arsip, formulasi: Formulasi) -> str:
    """``sama dengan “Nilai SKM” (Camat)``; empty for a formula that stands alone."""
    if formulasi.sumber_id is not None:
        lain = [arsip[formulasi.sumber_id]]
    else:
        lain = list(arsip.pemakai(formulasi.id))
    if not lain:
        return ""
    pertama = lain[0]
    assert isinstance(pertama, Formulasi)
    lagi = f" dan {len(lain) - 1} lagi" if len(lain) > 1 else ""
    return f"sama dengan {_sebut(arsip, formulasi, pertama)}{lagi}"


def _sebut(arsip: Arsip, formulasi: Formulasi, lain: Formulasi) -> str:
    """The indicator of the other one, and its jabatan where that is another one."""
    indikator = arsip[lain.indikator_id]
    assert isinstance(indikator, Indikator)
    sini, sana = _jabatan(arsip, formulasi), _jabatan(arsip, lain)
    return kutip(indikator.teks) + ("" if sini.id == sana.id else f" ({sana.nama})")


def _jabatan(arsip: Arsip, formulasi: Formulasi) -> Jabatan:
    return next(n for n in arsip.leluhur(formulasi.id) if isinstance(n, Jabatan))
