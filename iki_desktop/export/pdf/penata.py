"""Pages: the blocks of a naskah poured into sheets of paper, one page after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.gaya import MM
from iki_desktop.export.pdf.keping import Keping
from iki_desktop.export.pdf.susun import Penyusun
from iki_desktop.naskah.blok import Blok, GantiHalaman, Lembaran, NomorHalaman
from iki_desktop.naskah.tata_halaman import TataHalaman

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from iki_desktop.export.pdf.huruf import Huruf
    from iki_desktop.naskah.blok import Lambang

__all__ = ["Bidang", "Halaman", "bidang", "tata"]


@dataclass(frozen=True, slots=True)
class Bidang:
    """A sheet and the area of its text, in points; (``x``, ``y``) is the area's upper left corner."""

    lebar_kertas: float
    tinggi_kertas: float
    x: float
    y: float
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page ready to be drawn: its sheet, its pieces, its printed number, blocks done after it, its foot."""

    bidang: Bidang
    isi: Keping
    nomor: int | None
    blok_selesai: int
    kaki: str


def bidang(halaman: TataHalaman, *, mendatar: bool) -> Bidang:
    """The sheet of a layout, upright or across."""
    lebar, tinggi = halaman.kertas.lebar * MM, halaman.kertas.tinggi * MM
    if mendatar:
        lebar, tinggi = tinggi, lebar
    tepi = halaman.tepi
    return Bidang(
        lebar,
        tinggi,
        tepi.kiri * MM,
        tinggi - tepi.atas * MM,
        lebar - (tepi.kiri + tepi.kanan) * MM,
        tinggi - (tepi.atas + tepi.bawah) * MM,
    )


def tata(
    lembaran: tuple[Lembaran, ...],
    halaman: TataHalaman,
    huruf: Huruf,
    baca_lambang: Callable[[Lambang], ImageReader | None],
) -> Iterator[Halaman]:
    """The pages in their order; pieces are made page run by page run, so memory stays small."""
    nomor = selesai = 0
    for satu in lembaran:
        luas = bidang(halaman, mendatar=satu.mendatar)
        penyusun = Penyusun(huruf, halaman, luas.lebar, luas.tinggi, baca_lambang)
        if satu.nomor is NomorHalaman.MULAI:
            nomor = 0
        for bagian in _bagian(satu.blok):
            selesai += len(bagian)
            for isi in _halaman(penyusun.susun(bagian), luas.tinggi):
                nomor += satu.nomor is not NomorHalaman.TANPA
                tampil = nomor > 1 and satu.nomor is not NomorHalaman.TANPA
                yield Halaman(luas, isi, nomor if tampil else None, selesai, satu.kaki)


def _bagian(blok: tuple[Blok, ...]) -> Iterator[list[Blok]]:
    """The runs of blocks between page breaks."""
    kumpulan: list[Blok] = []
    for satu in blok:
        if isinstance(satu, GantiHalaman):
            yield kumpulan
            kumpulan = []
        else:
            kumpulan.append(satu)
    yield kumpulan


def _halaman(isi: Keping, tinggi: float) -> Iterator[Keping]:
    sisa: Keping | None = isi
    while sisa:
        awal, akhir = sisa.bagi(tinggi, paksa=True)
        # A piece that gives nothing to an empty page would never end: it is drawn as it is.
        yield awal or sisa
        sisa = akhir if awal else None
