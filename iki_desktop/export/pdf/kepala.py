"""The heading of a table: one row, or two where columns stand under a common heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.keping import Jarak, Keping, Susunan
from iki_desktop.export.pdf.pohon import GayaPohon, Ranting, Sel
from iki_desktop.export.pdf.teks import Teks
from iki_desktop.naskah.blok import Kolom
from iki_desktop.naskah.kolom import kelompok_kolom

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["baris_kepala"]

BuatTeks = Callable[[str, float], Teks]
"""Sets a heading in a width (points)."""


def baris_kepala(kolom: Sequence[Kolom], gaya: GayaPohon, buat: BuatTeks) -> Ranting:
    """The heading as one row of cells; a common heading is a cell over its columns."""
    tunggal: dict[int, Teks] = {}
    bersama: dict[int, _Kelompok] = {}
    for nama, isi in kelompok_kolom(kolom):
        if nama:
            atas = buat(nama, gaya.ruang_isi(isi.start, len(isi)))
            bawah = [buat(kolom[n].judul, gaya.ruang_isi(n)) for n in isi]
            bersama[isi.start] = _Kelompok(atas, bawah, gaya, isi)
        else:
            tunggal[isi.start] = buat(kolom[isi.start].judul, gaya.ruang_isi(isi.start))
    tertinggi = max((k.tinggi for k in (*tunggal.values(), *bersama.values())), default=0.0)
    atas_tertinggi = max((k.atas.tinggi for k in bersama.values()), default=0.0)
    for satu in bersama.values():
        satu.samakan(atas_tertinggi, tertinggi)
    tertinggi = max((tertinggi, *(k.tinggi for k in bersama.values())))
    sel = [
        *(Sel(n, Susunan([Jarak((tertinggi - t.tinggi) / 2), t])) for n, t in tunggal.items()),
        *(Sel(n, Susunan([k]), k.rentang) for n, k in bersama.items()),
    ]
    return Ranting(sorted(sel, key=lambda s: s.kolom), (), 0, gaya)


class _Kelompok(Keping):
    """A common heading over a rule, and the headings of its columns side by side under it."""

    __slots__ = ("_bawah", "_gaya", "_kolom", "_setinggi_atas", "atas")

    def __init__(self, atas: Teks, bawah: Sequence[Teks], gaya: GayaPohon, kolom: range) -> None:
        setinggi_bawah = max((t.tinggi for t in bawah), default=0.0)
        super().__init__(atas.tinggi + 2 * gaya.atas + setinggi_bawah)
        self.atas = atas
        self._setinggi_atas = atas.tinggi
        self._bawah = tuple(bawah)
        self._gaya = gaya
        self._kolom = kolom

    @property
    def rentang(self) -> int:
        """How many columns stand under it."""
        return len(self._kolom)

    def samakan(self, setinggi_atas: float, setinggi: float) -> None:
        """Take the heights of the highest neighbours, so that rules stand level."""
        lebih = setinggi_atas - self._setinggi_atas
        self._setinggi_atas = setinggi_atas
        self.tinggi = max(self.tinggi + lebih, setinggi)

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Both rows centred in their heights, the lower one parted by upright rules."""
        gaya = self._gaya
        kiri = x - gaya.samping - gaya.kiri[self._kolom.start]
        self.atas.gambar(kanvas, x, y - (self._setinggi_atas - self.atas.tinggi) / 2)
        garis = y - self._setinggi_atas - gaya.atas
        dasar = y - self.tinggi - gaya.atas
        kanvas.line(kiri + gaya.kiri[self._kolom.start], garis, kiri + gaya.kiri[self._kolom.stop], garis)
        for nomor, teks in zip(self._kolom, self._bawah, strict=True):
            if nomor > self._kolom.start:
                kanvas.line(kiri + gaya.kiri[nomor], garis, kiri + gaya.kiri[nomor], dasar)
            sisa = garis - dasar - teks.tinggi
            teks.gambar(kanvas, kiri + gaya.kiri[nomor] + gaya.samping, garis - sisa / 2)
