"""Runs of neighbouring rows in an ordered list of row numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["potongan"]


def potongan(nomor: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run: ``1 2 3 7`` gives ``(1, 3)`` and ``(7, 7)``."""
    awal = 0
    for n in range(1, len(nomor) + 1):
        if n == len(nomor) or nomor[n] != nomor[n - 1] + 1:
            yield nomor[awal], nomor[n - 1]
            awal = n
