"""From an empty file to the newest version, a module a step.

A step, once published, is never changed.  Each runs in a transaction of its own together with
the record of it, and sets ``user_version``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.db.migrasi import m0001_isi, m0002_jurnal, m0003_pekerjaan_triwulan, m0004_jumlah_uji

if TYPE_CHECKING:
    from sqlite_utils import Migrations

__all__ = ["APPLICATION_ID", "SKEMA", "SKEMA_VERSI", "VERSI", "daftar_migrasi"]

APPLICATION_ID = 0x494B4931
"""``IKI1`` in the header of the file: what tells it from every other SQLite file."""

_LANGKAH = (m0001_isi, m0002_jurnal, m0003_pekerjaan_triwulan, m0004_jumlah_uji)

VERSI = _LANGKAH[-1].VERSI
"""The ``user_version`` that this program reads and writes."""

SKEMA_VERSI: dict[int, dict[str, str]] = {}
"""Everything that a file of each version consists of: name -> the statement that makes it."""

for _satu in _LANGKAH:
    SKEMA_VERSI[_satu.VERSI] = SKEMA_VERSI.get(_satu.VERSI - 1, {}) | _satu.SQL

SKEMA = SKEMA_VERSI[VERSI]
"""The same of ``VERSI``."""


def daftar_migrasi() -> Migrations:
    """The steps in order, ready to be applied to a database."""
    from sqlite_utils import Migrations  # noqa: PLC0415  (costs 60 ms of start-up; few files need it)

    migrasi = Migrations("iki")
    for langkah in _LANGKAH:
        migrasi(name=langkah.__name__.rpartition(".")[2])(langkah.naik)
    return migrasi
