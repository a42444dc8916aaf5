"""A paragraph on the page: the one place where text is drawn.

Text comes from people and is taken as it is: nothing in it is markup, no parser ever sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.baris import Baris, GayaTeks, Runs, pecah_baris
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.gaya import UKURAN, Rata
from iki_desktop.export.pdf.keping import EPS, Bagian, Keping

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from iki_desktop.export.pdf.huruf import Aksara

__all__ = ["Nomor", "Teks"]

_BARIS_MINIMUM = 2
"""Neither the first nor the last line of a paragraph stands alone on a page."""


@dataclass(frozen=True, slots=True)
class Nomor:
    """A hanging number: the text stands ``lebar`` to the right of where the number begins."""

    teks: str
    lebar: float


class Teks(Keping):
    """A paragraph broken for one width."""

    __slots__ = ("_baris", "_gaya", "_geser", "_lebar", "_masuk", "_nomor")

    def __init__(
        self,
        baris: tuple[Baris, ...],
        gaya: GayaTeks,
        lebar: float,
        *,
        nomor: Runs = (),
        geser: float = 0.0,
        masuk: float = 0.0,
        sebelum: float = 0.0,
        lekat: bool = False,
    ) -> None:
        super().__init__(len(baris) * gaya.spasi, sebelum=sebelum, lekat=lekat)
        self._baris = baris
        self._gaya = gaya
        self._lebar = lebar
        self._nomor = nomor
        self._geser = geser
        self._masuk = masuk

    @classmethod
    def buat(
        cls,
        teks: str,
        gaya: GayaTeks,
        lebar: float,
        *,
        nomor: Nomor | None = None,
        sebelum: float = 0.0,
        lekat: bool = False,
    ) -> Teks:
        """Set a text in ``lebar`` points, beside its hanging number where it has one."""
        geser = nomor.lebar if nomor else 0.0
        angka = gaya.huruf.potong(bersihkan(nomor.teks), tebal=gaya.tebal) if nomor and nomor.teks else ()
        baris = pecah_baris(bersihkan(teks), gaya, lebar - geser)
        return cls(
            baris, gaya, lebar - geser,
            nomor=angka, geser=geser, masuk=gaya.masuk, sebelum=sebelum, lekat=lekat,
        )  # fmt: skip

    def bagi(self, ruang: float, *, paksa: bool) -> Bagian:
        """Between lines, two at least on either side."""
        jumlah = len(self._baris)
        muat = int((ruang + EPS) / self._gaya.spasi)
        if muat >= jumlah:
            return self, None
        if not paksa:
            muat = min(muat, jumlah - _BARIS_MINIMUM)
            if muat < _BARIS_MINIMUM:
                return None, self
        muat = max(muat, 1)
        awal = self._potongan(self._baris[:muat], self._nomor, self._masuk, self.sebelum)
        return awal, self._potongan(self._baris[muat:], (), 0.0, 0.0)

    def _potongan(self, baris: tuple[Baris, ...], nomor: Runs, masuk: float, sebelum: float) -> Teks:
        return Teks(
            baris, self._gaya, self._lebar, nomor=nomor, geser=self._geser, masuk=masuk, sebelum=sebelum
        )

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """All lines in one text object, the number first."""
        gaya = self._gaya
        naik = gaya.utama.naik
        y -= (gaya.spasi + (naik - gaya.utama.turun) * gaya.ukuran) / 2
        pena = _Pena(kanvas, gaya.ukuran)
        if self._nomor and self._baris:
            pena.tulis(self._nomor, x, y, 0.0)
        masuk = self._masuk
        for baris in self._baris:
            kiri, celah = self._letak(baris, masuk)
            pena.tulis(baris.runs, x + self._geser + kiri, y, celah)
            y -= gaya.spasi
            masuk = 0.0
        pena.selesai()

    def _letak(self, baris: Baris, masuk: float) -> tuple[float, float]:
        """How far from the left a line begins, and how much its blanks are widened."""
        sisa = self._lebar - masuk - baris.lebar
        if self._gaya.rata is Rata.TENGAH:
            return masuk + max(sisa, 0.0) / 2, 0.0
        if self._gaya.rata is Rata.KANAN:
            return masuk + max(sisa, 0.0), 0.0
        if self._gaya.rata is Rata.PENUH and not baris.akhir and baris.celah:
            celah = max(sisa, 0.0) / baris.celah
            return masuk, celah if celah <= UKURAN.celah_terlebar * self._gaya.ukuran else 0.0
        return masuk, 0.0


class _Pena:
    """One text object of a page; says the face and the width of blanks only where they change."""

    __slots__ = ("_aksara", "_celah", "_kanvas", "_tulis", "_ukuran")

    def __init__(self, kanvas: Canvas, ukuran: float) -> None:
        self._kanvas = kanvas
        self._tulis = kanvas.beginText()
        self._ukuran = ukuran
        self._aksara: Aksara | None = None
        self._celah = 0.0

    def tulis(self, runs: Runs, x: float, y: float, celah: float) -> None:
        """Write a line from its left end on its baseline."""
        self._tulis.setTextOrigin(x, y)
        if celah != self._celah:
            self._tulis.setWordSpace(celah)
            self._celah = celah
        for aksara, teks in runs:
            if aksara is not self._aksara:
                self._tulis.setFont(aksara.nama, self._ukuran)
                self._aksara = aksara
            self._tulis.textOut(teks)

    def selesai(self) -> None:
        """Put the text on the page; widened blanks would outlive it."""
        if self._celah:
            self._tulis.setWordSpace(0)
        self._kanvas.drawText(self._tulis)
