"""The table whose cells stand beside the rows that belong to them, cut at any height.

ReportLab's own table cannot carry a merged cell over a page.  Here a row is a tree: its cells,
then the rows to their right.  It is as high as the higher of the two; where a page ends it is
cut through cells and children alike, and its cells may be said again on the next page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iki_desktop.export.pdf.keping import EPS, Bagian, Keping, Susunan

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["GayaPohon", "Pohon", "Ranting", "Sel", "bagi_ranting", "gambar_ranting"]


@dataclass(frozen=True, slots=True)
class GayaPohon:
    """Columns and rules of a table; points.

    ``kiri`` holds the left edge of every column and, last, the right edge of the table.
    ``bergaris`` is how many levels are parted by rules (0: a table without rules).  ``setinggi`` is the
    least height of a row that has no others to its right.
    """

    kiri: tuple[float, ...]
    samping: float
    atas: float
    rapat: float
    garis: float
    bergaris: int
    diulang: bool
    batas_utuh: float
    setinggi: float = 0.0

    def ruang_isi(self, kolom: int, rentang: int = 1) -> float:
        """The width that the contents of a column, or of a run of columns, have."""
        return self.kiri[kolom + rentang] - self.kiri[kolom] - 2 * self.samping

    def tepi(self, tingkat: int) -> float:
        """The room above and below the contents of a cell; rows that no rule parts stand closer."""
        return self.atas if tingkat < max(self.bergaris, 1) else self.rapat


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: its column, its contents, and how many columns it takes."""

    kolom: int
    isi: Susunan
    rentang: int = 1


class Ranting:
    """A row with the rows to its right."""

    __slots__ = ("anak", "asal", "gaya", "sel", "tinggi", "tingkat")

    def __init__(
        self,
        sel: Sequence[Sel],
        anak: Sequence[Ranting],
        tingkat: int,
        gaya: GayaPohon,
        asal: Sequence[Sel] | None = None,
    ) -> None:
        self.sel = tuple(sel)
        self.anak = tuple(anak)
        self.tingkat = tingkat
        self.gaya = gaya
        self.asal = self.sel if asal is None else tuple(asal)
        """The cells as they were before any cut: what is said again on the next page."""
        tepi = 2 * gaya.tepi(tingkat)
        setinggi_sel = max((s.isi.tinggi + tepi for s in self.sel), default=0.0)
        setinggi_anak = sum(a.tinggi for a in self.anak) + 2 * self._masuk if self.anak else 0.0
        self.tinggi: float = max(setinggi_sel, setinggi_anak or gaya.setinggi)

    @property
    def _masuk(self) -> float:
        """The room above and below children that no rule parts, so that all cells of a row begin level."""
        return self.gaya.tepi(self.tingkat) - self.gaya.tepi(self.tingkat + 1)

    def bagi(self, ruang: float, *, paksa: bool) -> tuple[Ranting | None, Ranting | None]:
        """Cut at ``ruang``; a low row goes whole."""
        if self.tinggi <= ruang + EPS:
            return self, None
        if not paksa and self.tinggi <= self.gaya.batas_utuh:
            return None, self
        sel = self._bagi_sel(ruang, paksa=paksa)
        muat, sisa = bagi_ranting(self.anak, ruang - 2 * self._masuk, paksa=paksa)
        if sel is None or (self.anak and not muat):
            return None, self
        awal, akhir = sel
        return self._seperti(awal, muat), self._sisa(akhir, sisa)

    def _bagi_sel(self, ruang: float, *, paksa: bool) -> tuple[list[Sel], list[Sel]] | None:
        """What of each cell fits and what goes on.

        ``None`` where a cell could not even begin, or where a low one beside other rows would be cut.
        """
        ruang -= 2 * self.gaya.tepi(self.tingkat)
        awal: list[Sel] = []
        akhir: list[Sel] = []
        for sel in self.sel:
            muat, sisa = sel.isi.bagi(ruang, paksa=paksa)
            rendah = bool(self.anak) and sel.isi.tinggi <= self.gaya.batas_utuh and not paksa
            if sel.isi.isi and (muat is None or (sisa and rendah)):
                return None
            if isinstance(muat, Susunan):
                awal.append(replace(sel, isi=muat))
            if isinstance(sisa, Susunan):
                akhir.append(replace(sel, isi=sisa))
        return awal, akhir

    def _sisa(self, akhir: list[Sel], sisa: list[Ranting]) -> Ranting | None:
        if not akhir and not sisa:
            return None
        diulang = self.gaya.diulang and self.tingkat == 0 and not akhir and bool(sisa)
        return self._seperti(self.asal if diulang else akhir, sisa)

    def _seperti(self, sel: Sequence[Sel], anak: Sequence[Ranting]) -> Ranting:
        return Ranting(sel, anak, self.tingkat, self.gaya, self.asal)

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Cells, then children, each but the first under a rule where its level has rules."""
        gaya = self.gaya
        for sel in self.sel:
            sel.isi.gambar(kanvas, x + gaya.kiri[sel.kolom] + gaya.samping, y - gaya.tepi(self.tingkat))
        gambar_ranting(self.anak, kanvas, x, y - self._masuk)

    @property
    def lekat(self) -> bool:
        """Whether the row is a title over all columns: it stays with the row below it."""
        return any(sel.rentang >= len(self.gaya.kiri) - 1 > 1 for sel in self.sel)

    def menutupi(self, tepi: int) -> bool:
        """Whether a cell of the row lies across the edge before this column."""
        return any(sel.kolom < tepi < sel.kolom + sel.rentang for sel in self.sel)

    @property
    def kolom_pertama(self) -> int:
        """The first column that the row or its children fill."""
        return self.sel[0].kolom if self.sel else min((a.kolom_pertama for a in self.anak), default=0)


def bagi_ranting(
    semua: Sequence[Ranting], ruang: float, *, paksa: bool
) -> tuple[list[Ranting], list[Ranting]]:
    """The rows that fit, and those that go on; one at most is cut."""
    muat: list[Ranting] = []
    for nomor, ranting in enumerate(semua):
        awal, akhir = ranting.bagi(ruang, paksa=paksa and not muat)
        if awal:
            muat.append(awal)
            ruang -= awal.tinggi
        if akhir:
            return _dengan_judul(muat, [akhir, *semua[nomor + 1 :]], paksa=paksa)
    return muat, []


def _dengan_judul(
    muat: list[Ranting], sisa: list[Ranting], *, paksa: bool
) -> tuple[list[Ranting], list[Ranting]]:
    """A title moves on with the row that it stands over."""
    asal = list(muat), list(sisa)
    while muat and muat[-1].lekat:
        sisa = [muat.pop(), *sisa]
    return asal if paksa and not muat else (muat, sisa)


def gambar_ranting(semua: Sequence[Ranting], kanvas: Canvas, x: float, y: float) -> None:
    """Rows one under the other, parted by rules from their own first column to the right edge."""
    for nomor, ranting in enumerate(semua):
        gaya = ranting.gaya
        if nomor and ranting.tingkat < gaya.bergaris:
            kanvas.line(x + gaya.kiri[ranting.kolom_pertama], y, x + gaya.kiri[-1], y)
        ranting.gambar(kanvas, x, y)
        y -= ranting.tinggi


class Pohon(Keping):
    """A table: headings that are said again on every page, rows, and a remark where it goes on."""

    __slots__ = ("_berlanjut", "_bersambung", "_gaya", "_kepala", "_ranting")

    def __init__(
        self,
        ranting: Sequence[Ranting],
        gaya: GayaPohon,
        *,
        kepala: Sequence[Ranting] = (),
        bersambung: Keping | None = None,
        berlanjut: bool = False,
        sebelum: float = 0.0,
    ) -> None:
        self._ranting = tuple(ranting)
        self._kepala = tuple(kepala)
        self._gaya = gaya
        self._bersambung = bersambung
        self._berlanjut = berlanjut
        tinggi = sum(r.tinggi for r in (*self._kepala, *self._ranting))
        if bersambung and berlanjut:
            tinggi += bersambung.tinggi
        super().__init__(tinggi, sebelum=sebelum)

    def bagi(self, ruang: float, *, paksa: bool) -> Bagian:
        """Between rows where it can be, through a row where it must be."""
        if self.tinggi <= ruang + EPS:
            return self, None
        ruang -= sum(k.tinggi for k in self._kepala)
        if self._bersambung:
            ruang -= self._bersambung.tinggi
        muat, sisa = bagi_ranting(self._ranting, ruang, paksa=paksa)
        if not muat:
            return None, self
        return (
            self._seperti(muat, berlanjut=bool(sisa), sebelum=self.sebelum),
            self._seperti(sisa, berlanjut=self._berlanjut, sebelum=0.0) if sisa else None,
        )

    def _seperti(self, ranting: Sequence[Ranting], *, berlanjut: bool, sebelum: float) -> Pohon:
        return Pohon(
            ranting, self._gaya,
            kepala=self._kepala, bersambung=self._bersambung, berlanjut=berlanjut, sebelum=sebelum,
        )  # fmt: skip

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        """Headings and rows, then the frame and the upright rules over the whole height."""
        gaya = self._gaya
        kanvas.setLineWidth(gaya.garis)
        semua = (*self._kepala, *self._ranting)
        gambar_ranting(semua, kanvas, x, y)
        bawah = y - sum(r.tinggi for r in semua)
        if gaya.bergaris:
            for nomor, kiri in enumerate(gaya.kiri):
                for dari, sampai in _tegak(semua, nomor, y):
                    kanvas.line(x + kiri, dari, x + kiri, sampai)
            for garis in (y, bawah):
                kanvas.line(x, garis, x + gaya.kiri[-1], garis)
        if self._bersambung and self._berlanjut:
            self._bersambung.gambar(kanvas, x, bawah)


def _tegak(semua: Sequence[Ranting], tepi: int, y: float) -> list[tuple[float, float]]:
    """The upright rules at an edge: one over the whole height, but for rows whose cells lie across it."""
    garis: list[tuple[float, float]] = []
    sambung = False
    for ranting in semua:
        bawah = y - ranting.tinggi
        tertutup = ranting.menutupi(tepi)
        if not tertutup:
            garis.append((garis.pop()[0] if sambung else y, bawah))
        sambung, y = not tertutup, bawah
    return garis
