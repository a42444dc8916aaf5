"""In which row each record of the document stands on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iki_desktop.core.records import Formulasi
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot

__all__ = ["Susunan", "TempatFormulasi", "TempatIndikator", "TempatJabatan", "TempatSasaran", "susun"]


@dataclass(frozen=True, slots=True)
class TempatFormulasi:
    """A formula with its first and last row."""

    baris: int
    akhir: int
    utuh: FormulasiUtuh


@dataclass(frozen=True, slots=True)
class TempatIndikator:
    """An indicator with its rows; one without formulas has one of its own."""

    baris: int
    akhir: int
    utuh: IndikatorUtuh
    formulasi: tuple[TempatFormulasi, ...]


@dataclass(frozen=True, slots=True)
class TempatSasaran:
    """A sasaran: the row of its own, and the last row of its indicators."""

    baris: int
    akhir: int
    utuh: SasaranUtuh
    indikator: tuple[TempatIndikator, ...]


@dataclass(frozen=True, slots=True)
class TempatJabatan:
    """A jabatan: the row of its own, and the last row of its table."""

    baris: int
    akhir: int
    utuh: JabatanUtuh
    sasaran: tuple[TempatSasaran, ...]


@dataclass(frozen=True, slots=True)
class Susunan:
    """All records of a sheet; ``akhir`` is the row under the last of them."""

    awal: int
    akhir: int
    jabatan: tuple[TempatJabatan, ...]

    def formulasi(self) -> Iterator[TempatFormulasi]:
        """Every formula, from the top down."""
        for jabatan in self.jabatan:
            for sasaran in jabatan.sasaran:
                for indikator in sasaran.indikator:
                    yield from indikator.formulasi


def susun(snapshot: Snapshot, awal: int, tinggi: Callable[[Formulasi], int]) -> Susunan:
    """Give every record its rows from ``awal`` on; ``tinggi`` says how many a formula takes."""
    penyusun = _Penyusun(awal, tinggi)
    jabatan = tuple(penyusun.jabatan(j) for j in snapshot.jabatan)
    return Susunan(awal, penyusun.berikut, jabatan)


class _Penyusun:
    """Goes down the sheet; ``berikut`` is the next free row."""

    def __init__(self, awal: int, tinggi: Callable[[Formulasi], int]) -> None:
        self.berikut = awal
        self._tinggi = tinggi

    def _ambil(self, jumlah: int = 1) -> int:
        baris = self.berikut
        self.berikut += jumlah
        return baris

    def jabatan(self, utuh: JabatanUtuh) -> TempatJabatan:
        baris = self._ambil()
        sasaran = tuple(self.sasaran(s) for s in utuh.sasaran)
        return TempatJabatan(baris, self.berikut - 1, utuh, sasaran)

    def sasaran(self, utuh: SasaranUtuh) -> TempatSasaran:
        baris = self._ambil()
        indikator = tuple(self.indikator(i) for i in utuh.indikator)
        return TempatSasaran(baris, self.berikut - 1, utuh, indikator)

    def indikator(self, utuh: IndikatorUtuh) -> TempatIndikator:
        baris = self.berikut
        formulasi = tuple(self.formulasi(f) for f in utuh.formulasi)
        if not formulasi:
            self._ambil()
        return TempatIndikator(baris, self.berikut - 1, utuh, formulasi)

    def formulasi(self, utuh: FormulasiUtuh) -> TempatFormulasi:
        baris = self._ambil(self._tinggi(utuh.formulasi))
        return TempatFormulasi(baris, self.berikut - 1, utuh)
