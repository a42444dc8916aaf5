"""Columns of a report with what stands in them, so that one may be left out where it would be empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.naskah.blok import Kolom
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, Masa
from iki_desktop.naskah.laporan.isi import Baris, Nilai
from iki_desktop.naskah.laporan.kata import (
    BOBOT,
    CAPAIAN,
    INDIKATOR,
    KATEGORI,
    KENDALA,
    NO,
    SASARAN,
    SATUAN,
    TINDAK_LANJUT,
)

__all__ = [
    "DEPAN",
    "Hasil",
    "Lajur",
    "baris_rata",
    "isi_baris",
    "kolom_lajur",
    "lajur_bobot",
    "lajur_capaian",
    "lajur_depan",
    "lajur_kata",
    "lajur_kategori",
]

DEPAN = (NO, SASARAN)
"""The columns of a sasaran, which stand before those of its indicators."""

Hasil = Mapping[Masa, HasilInduk]


@dataclass(frozen=True, slots=True)
class Lajur:
    """A column, what it says of a line, and what the closing row of means has in it."""

    kolom: Kolom
    isi: Callable[[IndikatorTerhitung], Nilai]
    rata: Callable[[Hasil], Nilai] | None = None


def lajur_depan(bahan: Bahan) -> tuple[Lajur, ...]:
    """Indicator, unit and, where any was given, weight."""
    return (
        Lajur(INDIKATOR, lambda satu: satu.utuh.indikator.teks),
        Lajur(SATUAN, lambda satu: sel.satuan(satu.utuh)),
        *lajur_bobot(bahan),
    )


def lajur_bobot(bahan: Bahan) -> tuple[Lajur, ...]:
    """The weights, where any was given."""
    ada = any(satu.utuh.indikator.bobot is not None for satu in bahan.indikator)
    return (Lajur(BOBOT, sel.bobot),) if ada else ()


def kolom_lajur(semua: Iterable[Lajur]) -> tuple[Kolom, ...]:
    """The headings."""
    return tuple(satu.kolom for satu in semua)


def isi_baris(semua: Iterable[Lajur], satu: IndikatorTerhitung) -> Baris:
    """The cells of a line."""
    return Baris(tuple(lajur.isi(satu) for lajur in semua))


def baris_rata(semua: Sequence[Lajur], hasil: Hasil, teks: str, depan: int) -> Baris:
    """The closing row: words up to the first mean, then the means; ``depan`` columns stand before."""
    awal = next(n for n, lajur in enumerate(semua) if lajur.rata)
    nilai = (lajur.rata(hasil) if lajur.rata else "" for lajur in semua[awal:])
    return Baris((teks, *nilai), rentang=awal + depan, tebal=True)


def lajur_capaian(bahan: Bahan, masa: Masa, kolom: Kolom = CAPAIAN) -> Lajur:
    """The capaian of a period, and its mean."""
    return Lajur(
        kolom,
        lambda satu: sel.capaian(satu.hasil[masa], bahan.aturan),
        lambda hasil: sel.capaian(hasil[masa], bahan.aturan),
    )


def lajur_kategori(masa: Masa) -> Lajur:
    """Its class, and that of the mean."""
    return Lajur(
        KATEGORI, lambda satu: sel.kategori(satu.hasil[masa]), lambda hasil: sel.kategori(hasil[masa])
    )


def lajur_kata(bahan: Bahan, ringan: Kolom) -> tuple[tuple[Kolom, str], ...]:
    """The columns for what was said to entries, with what stands in each; none where nobody said any.

    ``ringan`` is the column of plain notes, which stays for a hand to write in where it is alone.
    """
    ada = {bidang for bidang in sel.BIDANG_KATA if _dikatakan(bahan, bidang)}
    semua = ((ringan, "catatan"), (KENDALA, "kendala"), (TINDAK_LANJUT, "tindak_lanjut"))
    return tuple((k, b) for k, b in semua if b in ada) or semua[:1]


def _dikatakan(bahan: Bahan, bidang: str) -> bool:
    formulasi = (f for satu in bahan.indikator for f in satu.utuh.formulasi)
    semua = (r for f in formulasi for r in f.realisasi if r is not None and bahan.termasuk(r.triwulan))
    return any(getattr(r, bidang) for r in semua)
