"""Values that figures are made of: targets, ways of computing, what bears an entry out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = [
    "Bukti",
    "Centang",
    "EmpatAngka",
    "Kelas",
    "PengaturanCapaian",
    "Target",
]


EmpatAngka = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
"""A figure for each of the four quarters."""


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class of the scale of capaian; ``batas_bawah`` is a percentage, inclusive."""

    nama: str
    batas_bawah: Decimal


@dataclass(frozen=True, slots=True)
class PengaturanCapaian:
    """How capaian is computed and named in one document.

    ``rumus_turun`` is ``selisih`` or ``kebalikan``; ``batas_atas`` caps a capaian (percent);
    ``tanpa_batas`` is true where the document says outright that there is no cap;
    ``pembulatan`` is ``setengah_ke_atas`` or ``potong``; ``rata_rata_dari`` is ``dibulatkan``
    or ``penuh``.
    """

    rumus_turun: str | None = None
    batas_atas: Decimal | None = None
    tanpa_batas: bool = False
    desimal: int | None = None
    skala: tuple[Kelas, ...] | None = None
    pembulatan: str | None = None
    rata_rata_dari: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: in the year, in each of the four quarters, or in words.

    ``triwulan`` has exactly four places; ``None`` in one of them means no target there.
    ``kumulatif``: a quarter's target is what is to be reached by its end, not within it.  Where the
    target is a range, ``tahun`` and ``triwulan`` are its lower bounds, ``tahun_sampai`` and
    ``triwulan_sampai`` its upper ones.
    """

    tahun: Decimal | None = None
    triwulan: EmpatAngka | None = None
    teks: str | None = None
    kumulatif: bool = False
    tahun_sampai: Decimal | None = None
    triwulan_sampai: EmpatAngka | None = None


@dataclass(frozen=True, slots=True)
class Centang:
    """One item of a checklist that is done: which one, when, and a note."""

    butir: str
    tanggal: date | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class Bukti:
    """A file that bears an entry out (bukti dukung), copied into the folder beside the office's file.

    ``nama`` is what the office called it, ``berkas`` its name in that folder, ``ukuran`` in bytes,
    ``sidik`` the SHA-256 of its content in hexadecimal.
    """

    nama: str
    berkas: str
    ukuran: int
    sidik: str
