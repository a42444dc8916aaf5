"""Backups of an office's file: why each was made, what is known of it, and which are kept.

Pure: the moment "now" is handed in, and nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from pathlib import Path

__all__ = ["BANYAK_HAPUSAN", "FOLDER_CADANGAN", "Cadangan", "Putusan", "Sebab", "yang_dibuang"]

FOLDER_CADANGAN = "Cadangan IKI"
"""The folder among the person's documents in which all backups lie."""

BANYAK_HAPUSAN = 25
"""An edit that deletes more records than this is worth a backup before it."""

_HARIAN = timedelta(days=14)
_MINGGUAN = timedelta(days=92)
_BULANAN = timedelta(days=5 * 366)
_SELALU = 5
"""So many of the newest stay whatever their age: a computer's clock may be years ahead."""


class Sebab(StrEnum):
    """Why a backup was made; the word stands in its name."""

    PEMBUKAAN = "pembukaan"
    HARI_BARU = "hari baru"
    PENUTUPAN = "penutupan"
    IMPOR = "sebelum impor"
    PENGHAPUSAN = "sebelum penghapusan"
    PEMULIHAN = "sebelum dipulihkan"
    PEMBARUAN = "sebelum pembaruan"
    DIMINTA = "diminta"


class Putusan(Enum):
    """What a backup is worth: whether it is, byte for byte, what was tested when it was made."""

    TERUJI = "teruji"
    TANPA_TANDA = "tanpa tanda uji"
    BERUBAH = "berubah sejak diuji"


@dataclass(frozen=True, slots=True)
class Cadangan:
    """One backup.  ``nomor`` tells apart those of one minute; ``ukuran`` in bytes.

    ``putusan`` is ``TERUJI`` where its mark lies beside it, until the bytes are looked at.
    """

    path: Path
    kantor: str
    waktu: datetime
    sebab: str
    nomor: int
    ukuran: int
    putusan: Putusan

    @property
    def urutan(self) -> tuple[datetime, int, str]:
        """Sorts by age: the newest is the largest."""
        return self.waktu, self.nomor, self.path.name


def yang_dibuang(semua: Iterable[Cadangan], kini: datetime) -> list[Cadangan]:
    """Which backups may go, oldest first.

    Kept are all of today (and of a later day), the last of each day for 14 days, of each week for
    3 months, of each month for 5 years, the newest few whatever their age, and what an older
    program could still open.  What was not tested counts for nothing and is left alone: it may be
    the person's own.
    """
    teruji = sorted((c for c in semua if c.putusan is Putusan.TERUJI), key=lambda c: c.urutan)
    tinggal = {c.path for c in teruji[-_SELALU:]}
    tinggal |= {c.path for c in teruji if c.waktu.date() >= kini.date() or c.sebab == Sebab.PEMBARUAN}
    for umur, kelompok in ((_HARIAN, _hari), (_MINGGUAN, _minggu), (_BULANAN, _bulan)):
        terakhir = {kelompok(c.waktu): c.path for c in teruji if kini - c.waktu <= umur}
        tinggal |= set(terakhir.values())
    return [c for c in teruji if c.path not in tinggal]


def _hari(waktu: datetime) -> Hashable:
    return waktu.date()


def _minggu(waktu: datetime) -> Hashable:
    return waktu.isocalendar()[:2]


def _bulan(waktu: datetime) -> Hashable:
    return waktu.year, waktu.month
