"""From an empty file to the newest version, a module a step.

A step, once published, is never changed.  Each runs in a transaction of its own together with
the record of it, and sets ``user_version``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.db.migrasi import m0001_isi, m0002_jurnal

if TYPE_CHECKING:
    from sqlite_utils import Migrations

__all__ = ["APPLICATION_ID", "SKEMA", "VERSI", "daftar_migrasi"]

APPLICATION_ID = 0x494B4931
"""``IKI1`` in the header of the file: what tells it from every other SQLite file."""

_LANGKAH = (m0001_isi, m0002_jurnal)

VERSI = _LANGKAH[-1].VERSI
"""The ``user_version`` that this program reads and writes."""

SKEMA = {**m0001_isi.SQL, **m0002_jurnal.SQL}
"""Everything that a file of ``VERSI`` consists of: name -> the statement that makes it."""


def daftar_migrasi() -> Migrations:
    """The steps in order, ready to be applied to a database."""
    from sqlite_utils import Migrations  # noqa: PLC0415  (costs 60 ms of start-up; few files need it)

    migrasi = Migrations("iki")
    for langkah in _LANGKAH:
        migrasi(name=langkah.__name__.rpartition(".")[2])(langkah.naik)
    return migrasi
