"""A chart as data: what it says, not how it is drawn.

A pen draws bars lying beside their names, or columns standing on theirs.  Every number and every
class stands there as a word as well, so a chart can be read without its picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["SKALA_TERBESAR", "SKALA_TERKECIL", "TARGET", "Batang", "Grafik", "ujung_skala"]

TARGET = Decimal(100)
"""Percent: where the line of reference stands."""

SKALA_TERKECIL, SKALA_TERBESAR = Decimal(120), Decimal(200)
"""Percent at the far end: a single outlier shall not make all others short.  A longer bar is torn off."""


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar: its name, its number as it is written, the word of its class.

    ``nilai`` is the capaian in percent that gives its length.  Where it is ``None`` there is no bar,
    ``angka`` is empty and ``kata`` says why.  ``kelas`` is the place of the class in its scale
    (0 is best) and the length of the scale, ``None`` where there is no class.
    """

    nama: str
    nilai: Decimal | None = None
    angka: str = ""
    kata: str = ""
    kelas: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Grafik:
    """Bars under a title, with the line of the target.

    ``tegak``: few columns side by side, such as the quarters of a year; else bars one under the
    other, as many as there are.
    """

    judul: str
    batang: tuple[Batang, ...]
    tegak: bool = False
    label_target: str = "target 100 %"

    @property
    def ujung(self) -> Decimal:
        """Percent at the far end of the bars."""
        return ujung_skala(b.nilai for b in self.batang if b.nilai is not None)

    @property
    def kosong(self) -> bool:
        """Whether there is no bar at all."""
        return all(b.nilai is None for b in self.batang)


def ujung_skala(nilai: Iterable[Decimal]) -> Decimal:
    """Percent at the far end: room for the longest, within bounds."""
    return min(max([SKALA_TERKECIL, *nilai]), SKALA_TERBESAR)
