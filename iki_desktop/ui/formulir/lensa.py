"""Places inside a record: how to look at one value, and how to make the same record with another.

A form's table names such a place for each of its fields, so that one way of committing an edit
serves them all, whether the value stands in the record itself or deep in ``Dokumen.keputusan``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

__all__ = ["UTUH", "Lensa", "bagian", "ke", "kolom", "tempat_triwulan"]


@dataclass(frozen=True, slots=True)
class Lensa:
    """``ambil(record)`` is the value; ``pasang(record, value)`` the record with another value."""

    ambil: Callable[[Any], Any]
    pasang: Callable[[Any, Any], Any]

    def lalu(self, dalam: Lensa) -> Lensa:
        """The place ``dalam`` inside this one."""
        return Lensa(
            lambda r: dalam.ambil(self.ambil(r)),
            lambda r, nilai: self.pasang(r, dalam.pasang(self.ambil(r), nilai)),
        )


UTUH = Lensa(lambda r: r, lambda _r, nilai: nilai)
"""The whole record."""


def kolom(nama: str) -> Lensa:
    """A field of a record or value."""
    return Lensa(lambda r: getattr(r, nama), lambda r, nilai: replace(r, **{nama: nilai}))


def bagian(nama: str, kosong: Callable[[], Any]) -> Lensa:
    """A field that holds a value with fields of its own, or ``None``.

    While it is ``None`` it looks like ``kosong()``; once everything in it is emptied again it is
    ``None``: not given.
    """

    def pasang(record: Any, nilai: Any) -> Any:
        return replace(record, **{nama: None if nilai == kosong() else nilai})

    return Lensa(lambda r: kosong() if getattr(r, nama) is None else getattr(r, nama), pasang)


def ke(nomor: int) -> Lensa:
    """One of the values of a tuple."""

    def pasang(deret: tuple[Any, ...], nilai: Any) -> tuple[Any, ...]:
        return (*deret[:nomor], nilai, *deret[nomor + 1 :])

    return Lensa(lambda deret: deret[nomor], pasang)


def tempat_triwulan(nomor: int) -> Lensa:
    """One of four quarters that are ``None`` together where none of them is given."""
    kosong = (None,) * 4
    empat = ke(nomor)

    def pasang(deret: tuple[Any, ...] | None, nilai: Any) -> tuple[Any, ...] | None:
        baru = empat.pasang(deret or kosong, nilai)
        return None if baru == kosong else baru

    return Lensa(lambda deret: empat.ambil(deret or kosong), pasang)
