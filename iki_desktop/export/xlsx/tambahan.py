"""The helper columns that only some documents need: weights, ranges, formulas each on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase

from iki_desktop.core.capaian import bobot_berlaku
from iki_desktop.core.records import Gabungan, Target
from iki_desktop.core.snapshot import IndikatorUtuh, Snapshot
from iki_desktop.export.xlsx.lembar import Kolom

__all__ = ["Tambahan", "bobot_semua"]


@dataclass(frozen=True, slots=True)
class Tambahan:
    """Letters of the columns; ``None`` where the document does without.

    ``bobot`` is the weight of a row, ``berbobot`` its capaian times that; ``dari`` and ``sampai`` are
    the bounds of a target, ``capaian`` the capaian of a formula that is taken on its own.
    """

    bobot: str | None = None
    berbobot: str | None = None
    dari: str | None = None
    sampai: str | None = None
    capaian: str | None = None

    @staticmethod
    def untuk(snapshot: Snapshot, kolom: int) -> Tambahan:
        """The columns that this document needs, behind the ``kolom`` that the sheet has anyway."""
        huruf = iter(ascii_uppercase[kolom:])
        berbobot = any(b is not None for b in _bobot(snapshot))
        indikator = list(_indikator(snapshot))
        masing = any(i.indikator.gabungan is Gabungan.MASING_MASING for i in indikator)
        rentang = masing or any(_rentang(i.indikator.target) for i in indikator)
        return Tambahan(
            bobot=next(huruf) if berbobot else None,
            berbobot=next(huruf) if berbobot else None,
            dari=next(huruf) if rentang else None,
            sampai=next(huruf) if rentang else None,
            capaian=next(huruf) if masing else None,
        )

    def kolom(self) -> tuple[Kolom, ...]:
        """Headings and widths, in the order of the letters."""
        semua = (
            (self.bobot, "Bobot", 8),
            (self.berbobot, "Capaian × bobot", 12),
            (self.dari, "Target dari", 10),
            (self.sampai, "Target sampai", 10),
            (self.capaian, "Capaian formulasi (%)", 12),
        )
        return tuple(Kolom(judul, lebar, bantu=True) for huruf, judul, lebar in semua if huruf)


def _rentang(target: Target | None) -> bool:
    return target is not None and not (target.tahun_sampai is None and target.triwulan_sampai is None)


def _indikator(snapshot: Snapshot) -> Iterator[IndikatorUtuh]:
    return (i for j in snapshot.jabatan for s in j.sasaran for i in s.indikator)


def _bobot(snapshot: Snapshot) -> Iterator[Decimal | None]:
    for jabatan in snapshot.jabatan:
        yield jabatan.jabatan.bobot
        for sasaran in jabatan.sasaran:
            yield sasaran.sasaran.bobot
            yield from (i.indikator.bobot for i in sasaran.indikator)


def bobot_semua(snapshot: Snapshot) -> dict[int, Decimal]:
    """What each jabatan, sasaran and indikator weighs among its siblings, by its id."""
    hasil: dict[int, Decimal] = {}
    jabatan = snapshot.jabatan
    _catat(hasil, [j.jabatan.id for j in jabatan], [j.jabatan.bobot for j in jabatan])
    for j in jabatan:
        _catat(hasil, [s.sasaran.id for s in j.sasaran], [s.sasaran.bobot for s in j.sasaran])
        for s in j.sasaran:
            _catat(hasil, [i.indikator.id for i in s.indikator], [i.indikator.bobot for i in s.indikator])
    return hasil


def _catat(hasil: dict[int, Decimal], nomor: list[int], bobot: list[Decimal | None]) -> None:
    hasil.update(zip(nomor, bobot_berlaku(bobot), strict=True))
