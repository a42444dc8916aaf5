"""The journal of a file as it is read: entries with their changes, and whose they are.

What stands in a journal came from a file: every piece of it may be missing or odd, and is then
taken for nothing known, never for a reason to stop.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Jabatan, Node

__all__ = ["Catatan", "Halaman", "Perubahan", "PetaJabatan", "Saringan", "baca_perubahan"]

_INDUK = {
    "dokumen": "kecamatan_id",
    "jabatan": "dokumen_id",
    "sasaran": "jabatan_id",
    "indikator": "sasaran_id",
    "formulasi": "indikator_id",
    "realisasi": "formulasi_id",
}
_KUNCI = {
    "realisasi": "formulasi_id",
    "statustriwulan": "dokumen_id",
    "terbitan": "dokumen_id",
    "sampah": "nomor",
}
"""By what records are found that stand beside the tree; all others have an id."""

_NAMA_FIELD = re.compile(r'"[a-z_]+":')
"""How the fields of a value are called in its JSON text: nobody looks for them."""

_MATI = -1
"""The parent of a record before its birth: older entries with its number speak of another one."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One record in an entry: the cells that differ, before and after; ``None``: not there.

    ``kunci`` is its id, or that of the formula or document to which it belongs; ``nomor`` tells
    what was issued of a document apart.
    """

    jenis: str
    kunci: int
    triwulan: int | None
    sebelum: Mapping[str, Any] | None
    sesudah: Mapping[str, Any] | None
    nomor: int | None = None


@dataclass(frozen=True, slots=True)
class Catatan:
    """One entry: an edit, when and by whom.  ``perubahan`` is ``None`` where it is too long to read."""

    id: int
    waktu: datetime | None
    pengguna: str
    komputer: str
    teks: str
    perubahan: tuple[Perubahan, ...] | None

    def memuat(self, kata: str) -> bool:
        """Whether the entry holds the word, given in small letters: in its own words or in a field."""
        if any(kata in t.casefold() for t in (self.teks, self.pengguna, self.komputer)):
            return True
        sel = (
            n for p in self.perubahan or () for isi in (p.sebelum, p.sesudah) for n in (isi or {}).values()
        )
        return any(kata in _NAMA_FIELD.sub(" ", n).casefold() for n in sel if isinstance(n, str))


@dataclass(frozen=True, slots=True)
class Saringan:
    """Which entries are wanted; everything that is ``None`` or empty leaves all of them."""

    jabatan_id: int | None = None
    triwulan: int | None = None
    dari: date | None = None
    sampai: date | None = None
    teks: str = ""

    @property
    def ke_dalam(self) -> bool:
        """Whether the changes themselves have to be looked at."""
        return self.jabatan_id is not None or self.triwulan is not None


@dataclass(frozen=True, slots=True)
class Halaman:
    """Entries, newest first, and where to read on: ``None`` at the end of the journal."""

    isi: tuple[Catatan, ...]
    lanjut: int | None


def baca_perubahan(teks: str) -> tuple[Perubahan, ...]:
    """The changes of an entry; those that cannot be understood are left out."""
    try:
        isi = json.loads(teks)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(isi, list):
        return ()
    return tuple(p for p in map(_satu, isi) if p is not None)


def _satu(isi: object) -> Perubahan | None:
    if not isinstance(isi, dict) or not isinstance(isi.get("jenis"), str):
        return None
    kunci = isi.get(_KUNCI.get(isi["jenis"], "id"))
    if type(kunci) is not int:
        return None
    return Perubahan(
        isi["jenis"],
        kunci,
        _bulat(isi, "triwulan"),
        _kamus(isi.get("sebelum")),
        _kamus(isi.get("sesudah")),
        _bulat(isi, "nomor"),
    )


def _bulat(isi: Mapping[str, Any], nama: str) -> int | None:
    nilai = isi.get(nama)
    return nilai if isi["jenis"] in _KUNCI and type(nilai) is int else None


def _kamus(isi: object) -> Mapping[str, Any] | None:
    return isi if isinstance(isi, dict) else None


class PetaJabatan:
    """To which post a change belonged, also of records that are gone.

    Entries are handed in newest first: a deletion names the parent of what was deleted, and
    whatever is older and of the same number stood under it.
    """

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._induk: dict[int, int] = {}
        self._posisi: set[int] = set()

    def jabatan(self, catatan: Catatan) -> set[int]:
        """The ids of the posts that an entry touches; entries must come newest first."""
        semua = catatan.perubahan or ()
        hilang = [p for p in semua if p.sesudah is None and p.jenis not in _KUNCI]
        for p in hilang:
            self._kenali(p, p.sebelum or {})
        hasil = {self._milik(p) for p in semua} - {None}
        for p in semua:
            if p.sebelum is None and p.jenis not in _KUNCI:
                self._induk[p.kunci] = _MATI
                self._posisi.discard(p.kunci)
        return {j for j in hasil if j is not None}

    def _kenali(self, p: Perubahan, isi: Mapping[str, Any]) -> None:
        induk = isi.get(_INDUK.get(p.jenis, ""))
        if type(induk) is int:
            self._induk[p.kunci] = induk
            if p.jenis == "jabatan":
                self._posisi.add(p.kunci)

    def _milik(self, p: Perubahan) -> int | None:
        if p.jenis in ("kecamatan", "dokumen") or (p.jenis in _KUNCI and p.jenis != "realisasi"):
            return None
        if p.jenis == "jabatan":
            return p.kunci
        if p.sebelum is None and type(induk := (p.sesudah or {}).get(_INDUK.get(p.jenis, ""))) is int:
            return self._naik(induk)
        return self._naik(p.kunci)

    def _naik(self, kunci: int) -> int | None:
        for _ in range(8):  # a file from elsewhere may hold a circle
            node = self._node(kunci)
            if kunci in self._posisi or isinstance(node, Jabatan):
                return kunci
            induk = self._induk.get(kunci)
            if induk is None and node is not None:
                return next((n.id for n in self._arsip.leluhur(kunci) if isinstance(n, Jabatan)), None)
            if induk is None or induk == _MATI:
                return None
            kunci = induk
        return None

    def _node(self, kunci: int) -> Node | None:
        """The record of that number today, unless older entries mean another one."""
        if kunci in self._induk or kunci not in self._arsip:
            return None
        return self._arsip[kunci]
