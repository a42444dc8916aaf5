"""One formula for two indicators: its words stand twice, its entries once.

Offices print one formula in a cell that spans two indicators.  One of them keeps the entries, the
others name it (``sumber_id``) and repeat its words, which an edit therefore changes everywhere.
Nothing is changed here: the changes are for ``Workspace`` to make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.records import Butir, Centang, Daftar, Formulasi, Realisasi
from iki_desktop.core.triwulan import SEMUA_TRIWULAN

__all__ = ["bagikan", "dengan_kata", "lepaskan", "nama_butir", "ubah", "wariskan"]

_KATA = (
    "jenis", "teks", "pembilang", "penyebut", "penyebut_tetap", "rumus", "variabel", "butir",
    "sumber_data", "catatan",
)  # fmt: skip
"""What two that share have in common."""


def nama_butir(daftar: Daftar | None) -> tuple[str, ...]:
    """The items of a checklist that can be ticked: those that hold no list of their own."""
    return tuple(_daun(daftar or ()))


def _daun(daftar: Iterable[Butir]) -> Iterator[str]:
    for butir in daftar:
        if butir.butir:
            yield from _daun(butir.butir)
        else:
            yield butir.teks


def ubah(arsip: Arsip, lama: Formulasi, baru: Formulasi) -> list[Change]:
    """A formula's new words, for all that share it; ticked items go with a renamed one."""
    sumber_id = arsip.sumber_isian(lama.id)
    sekelompok = [f for f in (arsip[sumber_id], *arsip.pemakai(sumber_id)) if isinstance(f, Formulasi)]
    changes = [Change(lama, baru)]
    changes += [Change(f, dengan_kata(f, baru)) for f in sekelompok if f.id != lama.id]
    return changes + _ganti_centang(arsip, sumber_id, lama.butir, baru.butir)


def dengan_kata(formulasi: Formulasi, contoh: Formulasi) -> Formulasi:
    """The formula with the words of another one that it shares with."""
    kata: dict[str, Any] = {nama: getattr(contoh, nama) for nama in _KATA}
    return replace(formulasi, **kata)


def _ganti_centang(arsip: Arsip, formulasi_id: int, lama: Daftar | None, baru: Daftar | None) -> list[Change]:
    """An item that is called otherwise at its old place keeps its tick; one that only moved has its own."""
    dulu, kini = nama_butir(lama), nama_butir(baru)
    nama = _nama_baru(dulu, kini) if len(dulu) == len(kini) else {}
    changes = []
    for triwulan in SEMUA_TRIWULAN:
        isian = arsip.realisasi(formulasi_id, triwulan)
        if nama and isian is not None and isian.centang:
            centang = tuple(_bernama(c, nama) for c in isian.centang)
            changes.append(Change(isian, replace(isian, centang=centang)))
    return changes


def _nama_baru(dulu: Sequence[str], kini: Sequence[str]) -> dict[str, str]:
    """What was renamed: a name that is gone, and one that is new in its place."""
    return {a: b for a, b in zip(dulu, kini, strict=True) if a not in kini and b not in dulu}


def _bernama(centang: Centang, nama: dict[str, str]) -> Centang:
    return replace(centang, butir=nama.get(centang.butir, centang.butir))


def bagikan(arsip: Arsip, formulasi: Formulasi, sumber: Formulasi) -> list[Change]:
    """Let a formula be the same as another one: its words become that one's, its own entries go.

    Those that shared it share the other one too.
    """
    akar = arsip[arsip.sumber_isian(sumber.id)]
    assert isinstance(akar, Formulasi)
    changes = [Change(r, None) for r in _isian_sendiri(arsip, formulasi)]
    for satu in (formulasi, *arsip.pemakai(formulasi.id)):
        changes.append(Change(satu, replace(dengan_kata(satu, akar), sumber_id=akar.id)))
    return changes


def lepaskan(arsip: Arsip, formulasi: Formulasi) -> list[Change]:
    """Let a formula stand on its own again, with a copy of the entries that it shared."""
    isian = [r for r in arsip.empat_triwulan(formulasi.id) if r is not None]
    sendiri = [Change(None, replace(r, formulasi_id=formulasi.id)) for r in isian]
    return [Change(formulasi, replace(formulasi, sumber_id=None)), *sendiri]


def wariskan(arsip: Arsip, pergi: Iterable[int]) -> list[Change]:
    """Where formulas go that others share: the first of those others keeps the entries from now on."""
    hilang = set(pergi)
    changes: list[Change] = []
    for formulasi_id in sorted(hilang):
        sisa = [f for f in arsip.pemakai(formulasi_id) if f.id not in hilang]
        if sisa:
            changes += lepaskan(arsip, sisa[0])
            changes += [Change(f, replace(f, sumber_id=sisa[0].id)) for f in sisa[1:]]
    return changes


def _isian_sendiri(arsip: Arsip, formulasi: Formulasi) -> list[Realisasi]:
    if formulasi.sumber_id is not None:
        return []
    return [r for r in arsip.empat_triwulan(formulasi.id) if r is not None]
