"""Values of the domain as JSON text and back, driven by their type annotations alone.

A number with decimals is a JSON string (``"82.5"``), so that nothing is ever rounded; a field
that holds its default is left away.  What comes back is checked against the annotation: a file
from elsewhere may hold anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from iki_desktop.core.angka import wajar

__all__ = ["KodekError", "dari_json", "ke_json", "pembaca", "polos"]

Pembaca = Callable[[Any], Any]


class KodekError(ValueError):
    """The stored text does not hold a value of the wanted type."""


def ke_json(nilai: object) -> str:
    """A value as JSON text."""
    return json.dumps(polos(nilai), ensure_ascii=False, separators=(",", ":"))


def polos(nilai: object) -> object:
    """A value as what JSON knows: dict, list, str, int, bool, None."""
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, tuple):
        return [polos(n) for n in nilai]
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return {f.name: polos(n) for f in fields(nilai) if not _bawaan(f, n := getattr(nilai, f.name))}
    return nilai


def _bawaan(field: Field[Any], nilai: object) -> bool:
    return field.default is not MISSING and type(nilai) is type(field.default) and nilai == field.default


def dari_json(tipe: Any, teks: str) -> Any:
    """Read JSON text back as a value of ``tipe``.

    Raises
    ------
    KodekError
        where the text is not JSON, or holds something else.
    """
    try:
        return pembaca(tipe)(json.loads(teks))
    except (json.JSONDecodeError, RecursionError) as salah:
        raise KodekError("not JSON") from salah


@cache
def pembaca(tipe: Any) -> Pembaca:
    """The function that reads a plain JSON value as ``tipe``."""
    if tipe in _DASAR:
        return _DASAR[tipe]
    asal, isi = get_origin(tipe), get_args(tipe)
    if asal in (Union, UnionType):
        return _pembaca_pilihan(isi)
    if asal is tuple:
        return _pembaca_larik(isi)
    if isinstance(tipe, type) and issubclass(tipe, StrEnum):
        return _pembaca_enum(tipe)
    if is_dataclass(tipe):
        return _pembaca_objek(tipe)
    raise TypeError(f"no codec for {tipe!r}")


def _persis(tipe: type) -> Pembaca:
    def baca(nilai: Any) -> Any:
        if type(nilai) is not tipe:
            raise KodekError(f"{tipe.__name__} expected")
        return nilai

    return baca


_baca_teks, _baca_daftar, _baca_kamus = _persis(str), _persis(list), _persis(dict)


def _baca_desimal(nilai: Any) -> Decimal:
    return _desimal(nilai if type(nilai) is str else _baca_teks(nilai))


@lru_cache(maxsize=4096)
def _desimal(teks: str) -> Decimal:
    try:
        angka = Decimal(teks)
    except InvalidOperation as salah:
        raise KodekError("number expected") from salah
    if not wajar(angka):
        raise KodekError("number out of bounds")
    return angka


def _baca_tanggal(nilai: Any) -> date:
    try:
        return date.fromisoformat(_baca_teks(nilai))
    except ValueError as salah:
        raise KodekError("date expected") from salah


_DASAR: dict[Any, Pembaca] = {
    str: _baca_teks,
    int: _persis(int),
    bool: _persis(bool),
    NoneType: _persis(NoneType),
    Decimal: _baca_desimal,
    date: _baca_tanggal,
}


def _pembaca_enum(tipe: type[StrEnum]) -> Pembaca:
    def baca(nilai: Any) -> StrEnum:
        try:
            return tipe(nilai)
        except ValueError as salah:
            raise KodekError(f"{tipe.__name__} expected") from salah

    return baca


def _pembaca_pilihan(isi: tuple[Any, ...]) -> Pembaca:
    """``X | None``, or a text beside a list: the JSON type tells them apart."""
    if len(isi) != 2:
        raise TypeError(f"no codec for {isi!r}")
    if NoneType in isi:
        baca_inti = pembaca(next(t for t in isi if t is not NoneType))
        return lambda nilai: None if nilai is None else baca_inti(nilai)
    satu, dua = sorted(isi, key=lambda t: t is not str)
    baca_satu, baca_dua = pembaca(satu), pembaca(dua)

    def baca(nilai: Any) -> Any:
        return baca_satu(nilai) if type(nilai) is satu else baca_dua(nilai)

    return baca


def _pembaca_larik(isi: tuple[Any, ...]) -> Pembaca:
    if len(isi) == 2 and isi[1] is Ellipsis:
        baca_isi = pembaca(isi[0])

        def baca_semua(nilai: Any) -> tuple[Any, ...]:
            return tuple(baca_isi(n) for n in _baca_daftar(nilai))

        return baca_semua
    baca_tempat = [pembaca(t) for t in isi]

    def baca_tetap(nilai: Any) -> tuple[Any, ...]:
        if len(_baca_daftar(nilai)) != len(baca_tempat):
            raise KodekError(f"{len(baca_tempat)} places expected")
        return tuple(baca(n) for baca, n in zip(baca_tempat, nilai, strict=True))

    return baca_tetap


def _pembaca_objek(tipe: Any) -> Pembaca:
    @cache
    def baca_field() -> dict[str, Pembaca]:
        # Resolved at the first use: a list item may hold list items.
        return {nama: pembaca(t) for nama, t in get_type_hints(tipe).items()}

    def baca(nilai: Any) -> Any:
        kenal = baca_field()
        try:
            return tipe(**{nama: kenal[nama](n) for nama, n in _baca_kamus(nilai).items()})
        except (KeyError, TypeError) as salah:
            raise KodekError(f"{tipe.__name__} expected") from salah

    return baca
