"""What a page bears besides its text: a mark beneath it, its number above, a sentence at its foot."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.gaya import MM, UKURAN, Rata
from iki_desktop.export.pdf.teks import Teks

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from iki_desktop.export.pdf.huruf import Huruf
    from iki_desktop.export.pdf.penata import Bidang, Halaman

__all__ = ["Bingkai"]


class Bingkai:
    """Draws what is alike on all pages of a document; ``ukuran`` is its type size, ``tanda`` its mark."""

    def __init__(self, huruf: Huruf, ukuran: float, tanda: str) -> None:
        self._gaya = GayaTeks(huruf, ukuran, ukuran, Rata.TENGAH)
        self._tanda = tanda

    def gambar(self, kanvas: Canvas, halaman: Halaman) -> None:
        """Before the text of the page, so that the mark lies beneath it and no word is hidden."""
        luas = halaman.bidang
        if self._tanda:
            self._gambar_tanda(kanvas, luas)
        if halaman.nomor is not None:
            nomor = Teks.buat(f"- {halaman.nomor} -", self._gaya, luas.lebar)
            nomor.gambar(kanvas, luas.x, luas.tinggi_kertas - UKURAN.nomor_halaman_dari_atas * MM)
        if halaman.kaki:
            gaya = replace(self._gaya, ukuran=UKURAN.kaki_huruf, spasi=UKURAN.kaki_huruf * 1.2)
            kaki = Teks.buat(halaman.kaki, gaya, luas.lebar)
            kaki.gambar(kanvas, luas.x, luas.y - luas.tinggi - UKURAN.kaki_dari_teks * MM)

    def _gambar_tanda(self, kanvas: Canvas, luas: Bidang) -> None:
        """Light, along the diagonal, in the middle; an artifact, which no reader reads aloud."""
        panjang = hypot(luas.lebar, luas.tinggi) * UKURAN.tanda_panjang
        ukuran = panjang / (lebar_teks(self._tanda, self._gaya) / self._gaya.ukuran)
        tanda = Teks.buat(self._tanda, replace(self._gaya, ukuran=ukuran, spasi=ukuran), panjang * 1.1)
        kanvas.saveState()
        kanvas.addLiteral("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
        kanvas.setFillGray(UKURAN.tanda_kelabu)
        kanvas.translate(luas.x + luas.lebar / 2, luas.y - luas.tinggi / 2)
        kanvas.rotate(degrees(atan2(luas.tinggi, luas.lebar)))
        tanda.gambar(kanvas, -panjang * 1.1 / 2, ukuran / 2)
        kanvas.addLiteral("EMC")
        kanvas.restoreState()
