"""A fraction as it is written by hand: numerator over a rule over denominator, then "× 100 %"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.gaya import MM, UKURAN, Rata
from iki_desktop.export.pdf.keping import Garis, Keping, Susunan
from iki_desktop.export.pdf.teks import Teks
from iki_desktop.naskah.blok import Pecahan

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["buat_pecahan"]


class _Pecahan(Keping):
    """Two centred paragraphs, the rule between them, and what follows at the height of the rule."""

    __slots__ = ("_akhiran", "_atas", "_bawah", "_lebar")

    def __init__(self, atas: Teks, bawah: Teks, akhiran: Teks, lebar: float, sebelum: float) -> None:
        self._atas, self._bawah, self._akhiran = atas, bawah, akhiran
        self._lebar = lebar
        super().__init__(atas.tinggi + bawah.tinggi + 2 * UKURAN.pecahan_jarak * MM, sebelum=sebelum)

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """The rule is as wide as the wider of the two."""
        garis = y - self._atas.tinggi - UKURAN.pecahan_jarak * MM
        self._atas.gambar(kanvas, x, y)
        self._bawah.gambar(kanvas, x, garis - UKURAN.pecahan_jarak * MM)
        Garis(self._lebar, UKURAN.garis_pecahan * MM).gambar(kanvas, x, garis)
        kanan = x + self._lebar + UKURAN.pecahan_ke_akhiran * MM
        self._akhiran.gambar(kanvas, kanan, garis + self._akhiran.tinggi / 2)


def buat_pecahan(
    pecahan: Pecahan, gaya: GayaTeks, lebar: float, tinggi_halaman: float, sebelum: float
) -> Keping:
    """A fraction for a width; one too tall for a page is set as the sentence it stands for."""
    kiri = replace(gaya, rata=Rata.KIRI, masuk=0.0)
    tengah = replace(kiri, rata=Rata.TENGAH)
    lebar_akhiran = lebar_teks(pecahan.akhiran, kiri)
    tersedia = lebar - lebar_akhiran - UKURAN.pecahan_ke_akhiran * MM
    wajar = max(lebar_teks(pecahan.pembilang, kiri), lebar_teks(pecahan.penyebut, kiri))
    selebar = min(tersedia, wajar + 2 * UKURAN.pecahan_lebih * MM)
    if tersedia > lebar * UKURAN.pecahan_tersempit:
        jadi = _Pecahan(
            Teks.buat(pecahan.pembilang, tengah, selebar),
            Teks.buat(pecahan.penyebut, tengah, selebar),
            Teks.buat(pecahan.akhiran, kiri, lebar_akhiran + gaya.ukuran),
            selebar,
            sebelum,
        )
        if jadi.tinggi <= tinggi_halaman * UKURAN.pecahan_tertinggi:
            return jadi
    kalimat = (f"{pecahan.pembilang} ÷", pecahan.penyebut, pecahan.akhiran)
    return Susunan([Teks.buat(k, kiri, lebar) for k in kalimat], sebelum=sebelum)
