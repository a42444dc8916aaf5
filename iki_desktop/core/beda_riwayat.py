"""What differs between two cells of the journal, item by item and in the office's words.

A cell came from a file.  It may be of any shape, as deep and as long as it likes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

from iki_desktop.core.angka import format_angka, wajar
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.kamus_riwayat import ANGKA, KATA, RAHASIA, TANGGAL, label
from iki_desktop.core.tanggal import tanggal_panjang

__all__ = ["KOSONG", "TERPANJANG", "Beda", "beda_nilai", "kata_angka", "kata_nilai", "sepasang", "urai_sel"]

KOSONG = "kosong"
TERPANJANG = 300
"""Characters of one side of a difference."""
_BUTIR_TERBANYAK = 200
"""Items of a list of which it is looked for where they went."""
_TERDALAM = 30
"""Levels of a value; a list in a list in a list is as far as an office goes."""
_TERLALU_DALAM = "…"


@dataclass(frozen=True, slots=True)
class Beda:
    """One field before and after; ``utuh``: of a record that came or went as a whole."""

    nama: str
    sebelum: str | None
    sesudah: str | None
    utuh: bool = False

    def __str__(self) -> str:
        if self.utuh:
            return f"{self.nama}: {self.sesudah or self.sebelum}"
        return f"{self.nama}: {self.sebelum or KOSONG} → {self.sesudah or KOSONG}"


def urai_sel(sel: object) -> Any:
    """Lists and values are JSON text in a cell; what is none, or too deep for a record, is as it is."""
    if not isinstance(sel, str):
        return sel if _dangkal(sel, _TERDALAM) else _TERLALU_DALAM
    if sel[:1] not in ("[", "{"):
        return sel
    try:
        isi = json.loads(sel)
    except (ValueError, RecursionError):
        return sel
    return isi if _dangkal(isi, _TERDALAM) else sel


def _dangkal(isi: Any, sisa: int) -> bool:
    bawah = isi.values() if isinstance(isi, dict) else isi if isinstance(isi, list) else ()
    return sisa > 0 and all(_dangkal(satu, sisa - 1) for satu in bawah)


def sepasang(nama: str, satu: str | None, dua: str | None) -> Iterator[Beda]:
    if satu != dua:
        yield Beda(nama, satu, dua)


def beda_nilai(nama: str, jalan: str, satu: Any, dua: Any) -> Iterator[Beda]:
    """What differs between two values, field by field and item by item."""
    if satu == dua:
        return
    pasangan = _pasangan(satu), _pasangan(dua)
    if any(pasangan) and None not in pasangan:
        for kunci in dict.fromkeys((*(pasangan[0] or ()), *(pasangan[1] or ()))):
            a, b = ((isi or {}).get(kunci) for isi in pasangan)
            yield from sepasang(f"{nama} {kunci}", kata_nilai(jalan, a), kata_nilai(jalan, b))
    elif isinstance(satu, dict) and isinstance(dua, dict):
        for kolom in dict.fromkeys((*satu, *dua)):
            if kolom not in RAHASIA:
                bawah = nama if kolom == "teks" else f"{nama}, {_kecil(label(kolom))}"
                yield from beda_nilai(bawah, kolom, satu.get(kolom), dua.get(kolom))
    elif isinstance(satu, list) and isinstance(dua, list):
        yield from _beda_daftar(nama, jalan, satu, dua)
    else:
        yield from sepasang(nama, kata_nilai(jalan, satu), kata_nilai(jalan, dua))


def _pasangan(isi: Any) -> dict[str, str] | None:
    """Names with what belongs to them, as the variables of a formula; ``None`` for anything else."""
    if isi is None:
        return {}
    if not isinstance(isi, list):
        return None
    utuh = all(isinstance(n, list) and len(n) == 2 and all(isinstance(t, str) for t in n) for n in isi)
    return dict(isi) if utuh else None


def _beda_daftar(nama: str, jalan: str, satu: list[Any], dua: list[Any]) -> Iterator[Beda]:
    for a, b, c, d in _potongan_beda(satu, dua):
        for k in range(max(b - a, d - c)):
            lama = satu[a + k] if a + k < b else None
            baru = dua[c + k] if c + k < d else None
            yield from beda_nilai(f"{nama} ke-{(c if baru is not None else a) + k + 1}", jalan, lama, baru)


def _potongan_beda(satu: list[Any], dua: list[Any]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of two lists that differ; in lists longer than any office's, item by item."""
    if max(len(satu), len(dua)) > _BUTIR_TERBANYAK:
        for n in range(max(len(satu), len(dua))):
            yield n, min(n + 1, len(satu)), n, min(n + 1, len(dua))
        return
    teks = [[json.dumps(n, sort_keys=True) for n in isi] for isi in (satu, dua)]
    for cara, a, b, c, d in SequenceMatcher(a=teks[0], b=teks[1], autojunk=False).get_opcodes():
        if cara != "equal":
            yield a, b, c, d


def _kecil(teks: str) -> str:
    return teks if teks.isupper() else f"{teks[:1].lower()}{teks[1:]}"


def kata_nilai(kolom: str, nilai: object) -> str | None:
    """A value in words; ``None`` for nothing."""
    match nilai:
        case None | "" | False:
            return None
        case True:
            return "ya"
        case str():
            return KATA.get((kolom, nilai)) or _tulisan(kolom, nilai)
        case list():
            return (
                singkatkan("; ".join(filter(None, (kata_nilai(kolom, n) for n in nilai))), TERPANJANG) or None
            )
        case dict():
            isi = (kata_nilai(k, n) for k, n in nilai.items() if k not in RAHASIA)
            return singkatkan(", ".join(filter(None, isi)), TERPANJANG) or None
    return str(nilai)


def _tulisan(kolom: str, teks: str) -> str:
    if kolom in ANGKA:
        return kata_angka(teks) or KOSONG
    if kolom in TANGGAL:
        try:
            return tanggal_panjang(date.fromisoformat(teks))
        except ValueError:
            return singkatkan(teks, TERPANJANG)
    return singkatkan(teks, TERPANJANG)


def kata_angka(nilai: object) -> str | None:
    """A number as the office writes it, with a decimal comma."""
    if nilai is None:
        return None
    try:
        angka = Decimal(str(nilai))
    except InvalidOperation:
        return singkatkan(str(nilai), TERPANJANG)
    return format_angka(angka) if wajar(angka) else singkatkan(str(nilai), TERPANJANG)
