"""Each kind of record as a table: its columns, a record as a row, and rows as records.

Scalars are columns of their own; values and lists are JSON text.  Rows are read a column at a
time: types are checked and values decoded once for each distinct value, which makes a whole
kabupaten load at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import NoneType
from typing import Any, get_args, get_type_hints

from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.db.kodek import KodekError, dari_json, ke_json, pembaca

__all__ = ["JENIS", "Kolom", "Tabel", "tabel"]

JENIS: tuple[type[Record], ...] = (
    *(Kecamatan, Dokumen, Jabatan, Sasaran, Indikator, Formulasi),
    *(Realisasi, StatusTriwulan, Terbitan, Sampah),
)
"""Every kind of record, parents before children."""

Nilai = str | int | None
"""What a cell of a table holds."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: what it may hold, and how that becomes the field (``None``: as it is)."""

    nama: str
    tipe: type[str] | type[int]
    boleh_kosong: bool
    tulis: Callable[[Any], Nilai] | None
    baca: Callable[[Any], Any] | None

    def baca_semua(self, isi: Sequence[Any]) -> Iterable[Any]:
        """The fields of all rows.

        Raises
        ------
        KodekError
            where a cell holds what this column cannot.
        """
        jenis = set(map(type, isi))
        if not jenis <= ({self.tipe, NoneType} if self.boleh_kosong else {self.tipe}):
            raise KodekError(f"{self.nama}: {self.tipe.__name__} expected")
        if self.baca is None:
            return isi
        arti = {n: None if n is None else self.baca(n) for n in set(isi)}
        return map(arti.__getitem__, isi)


@dataclass(frozen=True, slots=True)
class Tabel:
    """The table of one kind of record, with its statements ready to run."""

    jenis: type[Record]
    nama: str
    kolom: tuple[Kolom, ...]
    kunci: int
    sisip: str
    ubah: str
    hapus: str
    pilih: str
    pilih_satu: str

    def baris(self, record: Record) -> tuple[Nilai, ...]:
        """A record as a row; the first ``kunci`` cells name it."""
        isi = (getattr(record, k.nama) for k in self.kolom)
        return tuple(
            n if n is None or k.tulis is None else k.tulis(n) for k, n in zip(self.kolom, isi, strict=True)
        )

    def baca(self, baris: Sequence[tuple[Any, ...]]) -> list[Record]:
        """Rows as records.

        Raises
        ------
        KodekError
            where a row holds what no such record can.
        """
        if not baris:
            return []
        isi = zip(*baris, strict=True)
        kolom = [k.baca_semua(sel) for k, sel in zip(self.kolom, isi, strict=True)]
        return list(map(self.jenis, *kolom))


def tabel(jenis: type[Record]) -> Tabel:
    """The table for a kind of record."""
    return _semua()[jenis]


@cache
def _semua() -> dict[type[Record], Tabel]:
    return {jenis: _susun(jenis) for jenis in JENIS}


def _susun(jenis: type[Record]) -> Tabel:
    petunjuk = get_type_hints(jenis)
    kolom = tuple(_kolom(f.name, petunjuk[f.name]) for f in fields(jenis))
    kunci = 2 if jenis in (Realisasi, StatusTriwulan, Terbitan) else 1
    nama = jenis.__name__.lower()
    semua = [k.nama for k in kolom]
    syarat = " AND ".join(f"{k} = ?" for k in semua[:kunci])
    return Tabel(
        jenis,
        nama,
        kolom,
        kunci,
        sisip=f"INSERT INTO {nama} ({', '.join(semua)}) VALUES ({', '.join('?' * len(semua))})",
        ubah=f"UPDATE {nama} SET {', '.join(f'{k} = ?' for k in semua[kunci:])} WHERE {syarat}",
        hapus=f"DELETE FROM {nama} WHERE {syarat}",
        pilih=f"SELECT {', '.join(semua)} FROM {nama}",
        pilih_satu=f"SELECT {', '.join(semua)} FROM {nama} WHERE {syarat}",
    )


def _kolom(nama: str, tipe: Any) -> Kolom:
    pilihan = get_args(tipe)
    boleh_kosong = NoneType in pilihan
    inti = next(t for t in pilihan if t is not NoneType) if boleh_kosong else tipe
    if inti in (int, str):
        return Kolom(nama, inti, boleh_kosong, None, None)
    if inti is bool:
        return Kolom(nama, int, boleh_kosong, int, _baca_bool)
    if inti is Decimal:
        return Kolom(nama, str, boleh_kosong, str, pembaca(Decimal))
    if isinstance(inti, type) and issubclass(inti, StrEnum):
        return Kolom(nama, str, boleh_kosong, str, pembaca(inti))
    return Kolom(nama, str, boleh_kosong, ke_json, partial(dari_json, inti))


def _baca_bool(nilai: int) -> bool:
    if nilai not in (0, 1):
        raise KodekError("0 or 1 expected")
    return nilai == 1
