"""Names for values that have none: which chapter is which, also after others came, went or moved.

A chapter, a section or a row is a value inside its document and knows no id.  A form that is open
on one must still find it after an edit from anywhere, so that typing never lands in its neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from iki_desktop.ui.formulir.lensa import Lensa

__all__ = ["KunciDeret", "padankan"]

_NOMOR = count(1)


def padankan(lama: Sequence[Any], baru: Sequence[Any]) -> list[int | None]:
    """For each new value the place of the old one that it continues, ``None`` for one that is new.

    What stays in place at either end is settled first, then what moved; of the rest, the values
    that changed continue the old ones in their order.
    """
    hasil: list[int | None] = [None] * len(baru)
    terkecil = min(len(lama), len(baru))
    awal = next((n for n in range(terkecil) if lama[n] != baru[n]), terkecil)
    sisa = terkecil - awal
    akhir = next((n for n in range(sisa) if lama[-1 - n] != baru[-1 - n]), sisa)
    for n in range(awal):
        hasil[n] = n
    for n in range(1, akhir + 1):
        hasil[-n] = len(lama) - n
    bebas = list(range(awal, len(lama) - akhir))
    tengah = range(awal, len(baru) - akhir)
    for n in tengah:
        hasil[n] = next((b for b in bebas if lama[b] == baru[n]), None)
        if hasil[n] is not None:
            bebas.remove(hasil[n])  # type: ignore[arg-type]
    for n in tengah:
        if hasil[n] is None and bebas:
            hasil[n] = bebas.pop(0)
    return hasil


class KunciDeret:
    """Keys of the values of one tuple; a key is never given twice."""

    def __init__(self) -> None:
        self._isi: tuple[Any, ...] = ()
        self._kunci: list[int] = []

    def kunci(self, isi: tuple[Any, ...]) -> list[int]:
        """The keys of the values as they stand now, in their order."""
        if isi is not self._isi:
            asal = padankan(self._isi, isi)
            self._kunci = [next(_NOMOR) if n is None else self._kunci[n] for n in asal]
            self._isi = isi
        return list(self._kunci)

    def nomor(self, isi: tuple[Any, ...], kunci: int) -> int | None:
        """Where the value with that key stands now; ``None`` where it is gone."""
        semua = self.kunci(isi)
        return semua.index(kunci) if kunci in semua else None

    def lensa(self, kunci: Callable[[], int]) -> Lensa:
        """The place of one value of the tuple, wherever it has moved to."""

        def di(deret: tuple[Any, ...]) -> int:
            nomor = self.nomor(deret, kunci())
            assert nomor is not None, "a form without its place is closed before it is asked"
            return nomor

        def pasang(deret: tuple[Any, ...], nilai: Any) -> tuple[Any, ...]:
            nomor = di(deret)
            return (*deret[:nomor], nilai, *deret[nomor + 1 :])

        return Lensa(lambda deret: deret[di(deret)], pasang)
