"""Many cells entered or emptied at once: one edit, one step of undo, notes included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.formulasi import dengan_isi
from iki_desktop.core.records import Realisasi
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.core.workspace import IsiSel, Workspace
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel

__all__ = ["isi_sel", "kosongkan"]

Angka = Iterable[tuple[KunciSel, Decimal | None]]
Catatan = Iterable[tuple[KunciSel, str]]


def isi_sel(workspace: Workspace, angka: Angka, catatan: Catatan, text: str) -> Edit | None:
    """Enter numbers and notes as one edit.

    Raises
    ------
    RuleError, StoreError
        where it is refused; nothing is changed.
    """
    daftar_catatan = tuple(catatan)
    sel = [IsiSel(k.formulasi_id, k.triwulan, k.kunci, nilai) for k, nilai in angka]
    if not daftar_catatan:
        return workspace.isi_banyak(sel, text)
    baru: dict[tuple[int, int], Realisasi] = {}
    for s in sel:
        kunci = (workspace.arsip.sumber_isian(s.formulasi_id), s.triwulan)
        baru[kunci] = dengan_isi(_sekarang(workspace, baru, kunci), s.kunci, s.nilai)
    for k, teks in daftar_catatan:
        kunci = (workspace.arsip.sumber_isian(k.formulasi_id), k.triwulan)
        lama = _sekarang(workspace, baru, kunci)
        baru[kunci] = replace(lama, catatan=bersihkan_teks(teks) or None)
    return workspace.terapkan(
        text, [Change(workspace.arsip.realisasi(*k), None if r.kosong else r) for k, r in baru.items()]
    )


def _sekarang(
    workspace: Workspace, baru: dict[tuple[int, int], Realisasi], kunci: tuple[int, int]
) -> Realisasi:
    return baru.get(kunci) or workspace.arsip.realisasi(*kunci) or Realisasi(*kunci)


def kosongkan(workspace: Workspace, sel: Iterable[KunciSel]) -> Edit | None:
    """Empty cells as one edit."""
    daftar = list(sel)
    angka = [(k, None) for k in daftar if k.kunci != CATATAN]
    catatan = [(k, "") for k in daftar if k.kunci == CATATAN]
    return isi_sel(workspace, angka, catatan, f"kosongkan {len(daftar)} sel realisasi")
