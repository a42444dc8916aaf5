"""The range of percent that a course is drawn in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

__all__ = ["Sumbu", "sumbu"]


@dataclass(frozen=True, slots=True)
class Sumbu:
    """The range of percent that is drawn."""

    bawah: float
    atas: float


def sumbu(nilai: Sequence[float]) -> Sumbu:
    """A range that holds the values and the target, begins at a round number, and is wide enough."""
    terendah, tertinggi = min([*nilai, 100.0]), max([*nilai, 100.0])
    rentang = max(tertinggi - terendah, 10.0)
    langkah = _langkah(rentang / 4)
    bawah = floor((terendah - rentang * 0.25) / langkah) * langkah
    if terendah >= 0 and (bawah < 0 or terendah < tertinggi / 3):
        bawah = 0.0
    return Sumbu(bawah, max(ceil(tertinggi / langkah) * langkah, tertinggi))


def _langkah(kasar: float) -> float:
    """The next of 1, 2, 5, 10, 20 …"""
    sepuluh = 10.0 ** floor(log10(kasar))
    return next(s * sepuluh for s in (1, 2, 5, 10) if s * sepuluh >= kasar * 0.999)
