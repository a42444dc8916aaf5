"""The floor of printing: the same text by ReportLab's own means, with no care for how it looks.

``SimpleDocTemplate`` with plain ``Paragraph`` and ``Table``; the paper, the margins, the faces, the
type sizes and the widths of the columns are those of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from iki_desktop.export.pdf.gaya import lebar_kolom
from iki_desktop.export.pdf.huruf import pilih_huruf
from iki_desktop.naskah.blok import (
    Berlabel,
    Blok,
    Cabang,
    Daftar,
    GantiHalaman,
    Gaya,
    Isi,
    KepalaLampiran,
    Kop,
    Lembaran,
    Naskah,
    Paragraf,
    Pecahan,
    Tabel,
    TandaTangan,
    Tembusan,
)

__all__ = ["tulis_polos"]

MM = 72 / 25.4
LABEL = 40 * MM
BERGARIS = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
TANPA_GARIS = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])


def tulis_polos(naskah: Naskah, path: Path) -> None:
    """Write every text of the document to ``path``, as bare as ReportLab allows."""
    halaman = naskah.halaman
    mendatar = any(lembaran.mendatar for lembaran in naskah.lembaran)
    kertas = (halaman.kertas.lebar * MM, halaman.kertas.tinggi * MM)
    tepi = halaman.tepi
    dokumen = SimpleDocTemplate(
        str(path),
        pagesize=kertas[::-1] if mendatar else kertas,
        leftMargin=tepi.kiri * MM,
        rightMargin=tepi.kanan * MM,
        topMargin=tepi.atas * MM,
        bottomMargin=tepi.bawah * MM,
    )
    dokumen.build(list(_Polos(naskah, dokumen.width).semua(naskah.lembaran)))


class _Polos:
    """Turns blocks into flowables for one width of text (points)."""

    def __init__(self, naskah: Naskah, lebar: float) -> None:
        huruf, _ = pilih_huruf(naskah.halaman.huruf)
        biasa, tebal = huruf.biasa.nama, huruf.tebal.nama
        ukuran, tabel = naskah.halaman.ukuran, naskah.halaman.ukuran_tabel
        self._lebar = lebar
        self._biasa = ParagraphStyle("biasa", fontName=biasa, fontSize=ukuran, leading=1.2 * ukuran)
        self._tebal = ParagraphStyle("tebal", fontName=tebal, fontSize=ukuran, leading=1.2 * ukuran)
        self._sel = ParagraphStyle("sel", fontName=biasa, fontSize=tabel, leading=1.2 * tabel)
        self._judul = ParagraphStyle("judul", fontName=tebal, fontSize=tabel, leading=1.2 * tabel)

    def semua(self, lembaran: Iterable[Lembaran]) -> Iterator[Flowable]:
        for satu in lembaran:
            for blok in satu.blok:
                yield from self._blok(blok)
            yield PageBreak()

    def _blok(self, blok: Blok) -> Iterator[Flowable]:
        match blok:
            case Paragraf() | Daftar():
                yield from self._isi((blok,), self._biasa)
            case Kop():
                yield from self._teks((blok.induk, blok.nama, *blok.alamat), self._tebal)
            case Berlabel():
                yield from self._berlabel(blok)
            case KepalaLampiran():
                yield from self._teks(blok.judul, self._biasa)
                yield from self._berlabel(Berlabel(blok.baris))
            case Tabel():
                yield self._tabel(blok)
            case TandaTangan():
                teks = (*blok.pembuka, *blok.jabatan, blok.nama, *blok.keterangan)
                yield from self._teks(teks, self._biasa)
            case Tembusan():
                yield from self._isi((Paragraf(blok.judul), *blok.isi), self._biasa)
            case GantiHalaman():
                yield PageBreak()

    def _isi(self, isi: Iterable[Isi], gaya: ParagraphStyle) -> Iterator[Flowable]:
        for satu in isi:
            match satu:
                case Paragraf():
                    yield Paragraph(_aman(satu.teks), self._tebal if satu.gaya is Gaya.JUDUL else gaya)
                case Daftar():
                    yield from self._teks([f"{b.nomor} {b.teks}" for b in satu.baris], gaya)
                case Pecahan():
                    yield from self._teks((satu.pembilang, f"{satu.penyebut} {satu.akhiran}"), gaya)

    def _teks(self, teks: Iterable[str], gaya: ParagraphStyle) -> Iterator[Flowable]:
        return (Paragraph(_aman(satu), gaya) for satu in teks)

    def _berlabel(self, blok: Berlabel) -> Iterator[Flowable]:
        baris = [
            (Paragraph(_aman(f"{b.nomor} {b.label} :"), self._biasa), list(self._isi(b.isi, self._biasa)))
            for b in blok.baris
        ]
        if baris:
            yield Table(baris, colWidths=(LABEL, self._lebar - LABEL), style=TANPA_GARIS, splitInRow=1)

    def _tabel(self, blok: Tabel) -> Table:
        kepala = [Paragraph(_aman(k.judul), self._judul) for k in blok.kolom]
        isi = [self._baris(sel, len(kepala)) for cabang in blok.cabang for sel in _mendatar(cabang, ())]
        lebar = [n * MM for n in lebar_kolom([k.peran for k in blok.kolom], self._lebar / MM)]
        return Table([kepala, *isi], colWidths=lebar, style=BERGARIS, repeatRows=1, splitInRow=1)

    def _baris(self, sel: Sequence[tuple[Isi, ...]], kolom: int) -> list[list[Flowable]]:
        isi = [list(self._isi(satu, self._sel)) for satu in sel]
        return isi + [[] for _ in range(kolom - len(isi))]


def _mendatar(cabang: Cabang, kiri: tuple[tuple[Isi, ...], ...]) -> Iterator[tuple[tuple[Isi, ...], ...]]:
    """The rows of a branch; what stands beside many rows is in the first of them alone."""
    sel = kiri + cabang.sel
    if not cabang.anak:
        yield sel
        return
    for nomor, anak in enumerate(cabang.anak):
        yield from _mendatar(anak, sel if nomor == 0 else ((),) * len(sel))


def _aman(teks: str) -> str:
    return escape(teks).replace("\n", "<br/>")
