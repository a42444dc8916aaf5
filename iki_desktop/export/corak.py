"""How a class of capaian looks in a chart: a colour, and a pattern that a printer of black alone keeps.

The better the class, the fuller its bar.  The word of the class always stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CORAK_TANPA_KELAS", "Corak", "RupaKelas", "rupa_kelas"]


class Corak(StrEnum):
    """How a bar is filled, from the fullest to the emptiest."""

    PENUH = "penuh"
    RAPAT = "rapat"
    ARSIR = "arsir"
    JARANG = "jarang"
    KOSONG = "kosong"


@dataclass(frozen=True, slots=True)
class RupaKelas:
    """The looks of a class; ``warna`` is RGB in six hexadecimal digits."""

    corak: Corak
    warna: str


_DERET = (
    RupaKelas(Corak.PENUH, "1B6E3C"),
    RupaKelas(Corak.RAPAT, "2F6F9F"),
    RupaKelas(Corak.ARSIR, "7A5C00"),
    RupaKelas(Corak.JARANG, "A1520A"),
    RupaKelas(Corak.KOSONG, "A4262C"),
)
"""The colours are those of the window on a light screen."""

CORAK_TANPA_KELAS = RupaKelas(Corak.RAPAT, "6B7280")


def rupa_kelas(kelas: tuple[int, int] | None) -> RupaKelas:
    """The looks of the class at a place (0 is best) in a scale of so many; a scale may have any length."""
    if kelas is None:
        return CORAK_TANPA_KELAS
    urutan, jumlah = kelas
    if jumlah <= 1:
        return _DERET[0]
    return _DERET[round(urutan * (len(_DERET) - 1) / (jumlah - 1))]
