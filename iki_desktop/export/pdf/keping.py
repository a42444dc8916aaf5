"""Pieces of a page: each knows its height, can be cut where a page ends, and draws itself.

A piece is made for one width and measured once; cutting and drawing never measure again.
Lengths are points, as the canvas counts them; y grows upwards and a piece hangs from its top.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["EPS", "Bagian", "Gambar", "Garis", "Jarak", "Keping", "Kotak", "Susunan", "Tanda"]

EPS = 1e-6


class Keping(ABC):
    """What can stand on a page.

    ``sebelum`` is the room above it, not taken at the top of a page; ``lekat`` keeps it on the
    page of what follows; ``berteman`` takes the end of what stands before it along to a new page.
    """

    __slots__ = ("berteman", "lekat", "sebelum", "tinggi")

    def __init__(
        self, tinggi: float, *, sebelum: float = 0.0, lekat: bool = False, berteman: bool = False
    ) -> None:
        self.tinggi = tinggi
        self.sebelum = sebelum
        self.lekat = lekat
        self.berteman = berteman

    def bagi(self, ruang: float, *, paksa: bool) -> Bagian:
        """Cut into what fits in ``ruang`` and the rest; a piece that cannot be cut goes whole.

        With ``paksa`` the page is empty and no later one has more room: something must fit,
        whatever the rules of taste say.
        """
        return (self, None) if paksa or self.tinggi <= ruang + EPS else (None, self)

    @abstractmethod
    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Draw, hanging from ``y``, beginning at ``x``."""


Bagian = tuple[Keping | None, Keping | None]


class Jarak(Keping):
    """Empty room."""

    __slots__ = ()

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Nothing to draw."""


class Garis(Keping):
    """A horizontal rule of a given width and thickness."""

    __slots__ = ("_lebar",)

    def __init__(self, lebar: float, tebal: float, *, sebelum: float = 0.0) -> None:
        super().__init__(tebal, sebelum=sebelum)
        self._lebar = lebar

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """A filled box: a stroke would stand half outside its own height."""
        kanvas.rect(x, y - self.tinggi, self._lebar, self.tinggi, stroke=0, fill=1)


class Kotak(Keping):
    """An empty frame; its rule lies within it."""

    __slots__ = ("_garis", "_lebar")

    def __init__(self, lebar: float, tinggi: float, garis: float) -> None:
        super().__init__(tinggi)
        self._lebar = lebar
        self._garis = garis

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """A stroke would stand half outside: it is moved in by half its thickness."""
        tepi = self._garis / 2
        kanvas.setLineWidth(self._garis)
        kanvas.rect(x + tepi, y - self.tinggi + tepi, self._lebar - self._garis, self.tinggi - self._garis)


class Gambar(Keping):
    """A picture within a frame, its proportions kept, centred in the width of its column."""

    __slots__ = ("_gambar", "_lebar", "_lebar_kolom")

    def __init__(
        self, gambar: ImageReader, lebar: float, tinggi: float, lebar_kolom: float, *, sebelum: float = 0.0
    ) -> None:
        asli_lebar, asli_tinggi = gambar.getSize()
        skala = min(lebar / asli_lebar, tinggi / asli_tinggi)
        super().__init__(asli_tinggi * skala, sebelum=sebelum)
        self._gambar = gambar
        self._lebar = asli_lebar * skala
        self._lebar_kolom = lebar_kolom

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Transparent parts stay transparent."""
        kiri = x + (self._lebar_kolom - self._lebar) / 2
        kanvas.drawImage(self._gambar, kiri, y - self.tinggi, self._lebar, self.tinggi, mask="auto")


class Tanda(Keping):
    """A bookmark: nothing on the paper, an entry in the document's outline."""

    __slots__ = ("judul", "tingkat")

    def __init__(self, judul: str, tingkat: int) -> None:
        super().__init__(0.0, lekat=True)
        self.judul = judul
        self.tingkat = tingkat

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """The entry leads to this height of this page."""
        kunci = f"tanda-{kanvas.getPageNumber()}-{y:.2f}-{self.tingkat}"
        kanvas.bookmarkHorizontal(kunci, 0, y)
        kanvas.addOutlineEntry(self.judul, kunci, self.tingkat, closed=False)


class Susunan(Keping):
    """Pieces one under the other, the whole set in by ``geser``."""

    __slots__ = ("_geser", "_utuh", "isi")

    def __init__(
        self,
        isi: Sequence[Keping],
        *,
        geser: float = 0.0,
        sebelum: float = 0.0,
        lekat: bool = False,
        berteman: bool = False,
        utuh: bool = False,
    ) -> None:
        super().__init__(_tinggi(isi), sebelum=sebelum, lekat=lekat, berteman=berteman)
        self.isi = tuple(isi)
        self._geser = geser
        self._utuh = utuh

    def bagi(self, ruang: float, *, paksa: bool) -> Bagian:
        """Fill ``ruang`` from the top; what must stay together moves on together."""
        if self.tinggi <= ruang + EPS:
            return self, None
        if self._utuh and not paksa:
            return None, self
        muat, sisa = _isi(self.isi, ruang, paksa=paksa)
        return self._seperti(muat, self.sebelum), self._seperti(sisa, 0.0)

    def _seperti(self, isi: list[Keping], sebelum: float) -> Susunan | None:
        return Susunan(isi, geser=self._geser, sebelum=sebelum, utuh=self._utuh) if isi else None

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Each piece under the one before."""
        pertama = True
        for keping in self.isi:
            if not pertama:
                y -= keping.sebelum
            keping.gambar(kanvas, x + self._geser, y)
            y -= keping.tinggi
            pertama = pertama and keping.tinggi == 0


def _tinggi(isi: Sequence[Keping]) -> float:
    tinggi = 0.0
    pertama = True
    for keping in isi:
        tinggi += keping.tinggi if pertama else keping.sebelum + keping.tinggi
        pertama = pertama and keping.tinggi == 0
    return tinggi


def _isi(semua: Sequence[Keping], ruang: float, *, paksa: bool) -> tuple[list[Keping], list[Keping]]:
    """The pieces that fit, and those that go on; one piece at most is cut."""
    muat: list[Keping] = []
    for nomor, keping in enumerate(semua):
        kosong = not any(k.tinggi for k in muat)
        jarak = 0.0 if kosong else keping.sebelum
        if keping.tinggi + jarak <= ruang + EPS:
            muat.append(keping)
            ruang -= keping.tinggi + jarak
            continue
        awal, akhir = keping.bagi(ruang - jarak, paksa=paksa and kosong)
        sisa = [k for k in (akhir, *semua[nomor + 1 :]) if k]
        if awal:
            return [*muat, awal], sisa
        return _mundur(muat, sisa, paksa=paksa)
    return muat, []


def _mundur(muat: list[Keping], sisa: list[Keping], *, paksa: bool) -> tuple[list[Keping], list[Keping]]:
    """Move on, with what did not fit, the heading above it or, for a signature, the end of the text."""
    asal = list(muat), list(sisa)
    if sisa and sisa[0].berteman and muat:
        teman = muat.pop()
        awal, akhir = teman.bagi(teman.tinggi - 2 * EPS, paksa=False)
        muat += [awal] if awal else []
        sisa = [akhir or teman, *sisa]
    while muat and muat[-1].lekat:
        sisa = [muat.pop(), *sisa]
    if not any(k.tinggi for k in muat):
        return asal if paksa else ([], [*asal[0], *asal[1]])
    return muat, sisa
