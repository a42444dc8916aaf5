"""The rows of the grid: a flat list of (kind, id), and where each id stands in it.

An indicator with one formula is one row; with several it has a row of its own above theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Indikator

__all__ = ["Baris", "DaftarBaris", "JenisBaris", "susun_baris"]


class JenisBaris(IntEnum):
    """What a row shows; ``TUNGGAL`` is an indicator together with its only formula."""

    JABATAN = 0
    SASARAN = 1
    INDIKATOR = 2
    FORMULASI = 3
    TUNGGAL = 4

    @property
    def kelompok(self) -> bool:
        """Whether the row heads those below it and spans the width."""
        return self <= JenisBaris.SASARAN


class Baris(NamedTuple):
    """A row: its kind and its record; for ``TUNGGAL`` the id is the formula's."""

    jenis: JenisBaris
    id: int


def susun_baris(arsip: Arsip, jabatan_id: Iterable[int]) -> list[Baris]:
    """The rows of some jabatan, in printed order."""
    return [baris for satu in jabatan_id for baris in _baris_jabatan(arsip, satu)]


def _baris_jabatan(arsip: Arsip, jabatan_id: int) -> Iterator[Baris]:
    yield Baris(JenisBaris.JABATAN, jabatan_id)
    for sasaran_id in arsip.anak_id(jabatan_id):
        yield Baris(JenisBaris.SASARAN, sasaran_id)
        for indikator_id in arsip.anak_id(sasaran_id):
            formulasi = arsip.anak_id(indikator_id)
            if len(formulasi) == 1:
                yield Baris(JenisBaris.TUNGGAL, formulasi[0])
                continue
            yield Baris(JenisBaris.INDIKATOR, indikator_id)
            for formulasi_id in formulasi:
                yield Baris(JenisBaris.FORMULASI, formulasi_id)


class DaftarBaris:
    """The rows as they stand, and the row of each record."""

    def __init__(self, arsip: Arsip, baris: list[Baris]) -> None:
        self._arsip = arsip
        self.baris = baris
        self._posisi: dict[int, int] = {}
        self.hitung_posisi()

    def __len__(self) -> int:
        return len(self.baris)

    def __getitem__(self, nomor: int) -> Baris:
        return self.baris[nomor]

    def hitung_posisi(self) -> None:
        """Find anew where each record stands, after rows came or went."""
        self._posisi = {baris.id: nomor for nomor, baris in enumerate(self.baris)}

    def posisi(self, node_id: int) -> int | None:
        """The row of a record; an indicator with one formula stands in its formula's row."""
        nomor = self._posisi.get(node_id)
        # Above the rows of a large office stand a document and an office with a thousand children:
        # their list is not made in vain for each cell that is painted.
        if nomor is None and node_id in self._arsip and isinstance(self._arsip[node_id], Indikator):
            anak = self._arsip.anak_id(node_id)
            nomor = self._posisi.get(anak[0]) if len(anak) == 1 else None
            if nomor is not None and self.baris[nomor].jenis is not JenisBaris.TUNGGAL:
                return None
        return nomor
