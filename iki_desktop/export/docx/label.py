"""Word, colon, text: the parts of a decision, the head of a jabatan, the heading of the annex.

Rows that hold a list are rows of a table without rules, so that Word can count the list from
its first item on.  Rows of plain text are paragraphs with tabs: those Word can show in its
navigation pane, which passes over tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from iki_desktop.export.docx.gaya import BentukWord
from iki_desktop.export.docx.isi import Rupa, isi_sel, sel
from iki_desktop.export.docx.lembar import Lembar, paragraf, tabel, tulis_paragraf
from iki_desktop.export.docx.teks import untaian
from iki_desktop.export.docx.unsur import Unsur, unsur
from iki_desktop.export.pdf.gaya import UKURAN, Rata
from iki_desktop.naskah.blok import BarisBerlabel, Berlabel, KepalaLampiran, Paragraf

__all__ = ["Bagian", "susun_berlabel", "susun_kepala_lampiran"]

_LONGGAR = 1.0
"""Millimetres that a label leaves free before its colon; one that cannot goes into a table, and wraps."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """An element of the page; ``sebutan`` is what a paragraph is about, by which a bookmark finds it."""

    unsur: Unsur
    sebutan: str = ""
    gaya: str = ""


@dataclass(frozen=True, slots=True)
class _Kolom:
    """Widths of the columns number, label, colon and text after an indent; millimetres."""

    dari: float
    nomor: float
    label: float
    teks: float

    @property
    def kiri_teks(self) -> float:
        return self.dari + self.nomor + self.label + UKURAN.titik_dua

    @property
    def tab(self) -> tuple[float, ...]:
        """Where the columns begin after the first, and last the text's."""
        label = self.dari + self.nomor
        titik_dua = label + self.label
        return (*((label,) if self.nomor else ()), titik_dua, self.kiri_teks)


def susun_berlabel(lembar: Lembar, blok: Berlabel) -> Iterator[Bagian]:
    """The rows of a decision as a table; those of a jabatan's head as paragraphs where they are plain."""
    label = lembar.label[blok.kepala]
    nomor = UKURAN.nomor_kepala if blok.kepala else 0.0
    kolom = _Kolom(0.0, nomor, label, lembar.lebar - nomor - label - UKURAN.titik_dua)
    if not blok.kepala:
        yield Bagian(_tabel(lembar, blok.baris, kolom, "TabelLabel"))
        return
    gaya = _gaya_tab(lembar, "KepalaJabatan", "Kepala Jabatan", kolom, UKURAN.jarak_baris_kepala)
    yield from _campuran(lembar, blok.baris, kolom, gaya, "TabelKepala")


def susun_kepala_lampiran(lembar: Lembar, kepala: KepalaLampiran) -> Iterator[Bagian]:
    """At the upper right, left-aligned."""
    dari = UKURAN.lampiran_dari * lembar.lebar
    label = UKURAN.lampiran_label
    kolom = _Kolom(dari, 0.0, label, lembar.lebar - dari - label - UKURAN.titik_dua)
    arah, nama_arah = ("Mendatar", ", mendatar") if lembar.mendatar else ("", "")
    judul = BentukWord(
        f"KepalaLampiran{arah}", f"Kepala Lampiran{nama_arah}", rata=Rata.KIRI, kiri=dari, lekat=True
    )
    gaya = lembar.gaya.tambah(judul)
    for baris in kepala.judul:
        yield Bagian(tulis_paragraf(gaya, baris), baris, gaya)
    baris_gaya = _gaya_tab(lembar, f"BarisLampiran{arah}", f"Baris Lampiran{nama_arah}", kolom, 0.0)
    yield from _campuran(lembar, kepala.baris, kolom, baris_gaya, "TabelKepala")


def _gaya_tab(lembar: Lembar, ciri: str, nama: str, kolom: _Kolom, sebelum: float) -> str:
    teks = kolom.kiri_teks
    bentuk = BentukWord(
        ciri, nama,
        rata=Rata.KIRI, sebelum=sebelum, kiri=teks, gantung=teks - kolom.dari, tab=kolom.tab, lekat=True,
    )  # fmt: skip
    lanjutan = BentukWord(f"{ciri}Lanjutan", f"{nama}, lanjutan", rata=Rata.KIRI, kiri=teks)
    lembar.gaya.tambah(lanjutan)
    return lembar.gaya.tambah(bentuk)


def _campuran(
    lembar: Lembar, semua: Sequence[BarisBerlabel], kolom: _Kolom, gaya: str, gaya_tabel: str
) -> Iterator[Bagian]:
    for polos, kelompok in groupby(semua, lambda baris: _polos(lembar, baris, kolom)):
        if not polos:
            yield Bagian(_tabel(lembar, tuple(kelompok), kolom, gaya_tabel))
            continue
        for baris in kelompok:
            yield from _baris_tab(baris, gaya)


def _polos(lembar: Lembar, baris: BarisBerlabel, kolom: _Kolom) -> bool:
    """Whether a row can stand as paragraphs: text alone, and a label that leaves its column in peace."""
    muat = lembar.ukur.lebar(baris.label, lembar.halaman.ukuran) + _LONGGAR <= kolom.label
    sebaris = "\n" not in baris.label and "\t" not in baris.label
    return muat and sebaris and all(isinstance(isi, Paragraf) for isi in baris.isi)


def _baris_tab(baris: BarisBerlabel, gaya: str) -> Iterator[Bagian]:
    nomor = f"{baris.nomor}\t" if baris.nomor or gaya == "KepalaJabatan" else ""
    isi = [satu for satu in baris.isi if isinstance(satu, Paragraf)]
    pertama = isi[0].teks if isi else ""
    awal = untaian(f"{nomor}{baris.label}\t:\t")
    yield Bagian(paragraf(gaya, [*awal, *untaian(pertama)]), pertama, gaya)
    for satu in isi[1:]:
        yield Bagian(tulis_paragraf(f"{gaya}Lanjutan", satu.teks), satu.teks, f"{gaya}Lanjutan")


def _tabel(lembar: Lembar, semua: Sequence[BarisBerlabel], kolom: _Kolom, gaya: str) -> Unsur:
    lebar = tuple(mm for mm in (kolom.dari + kolom.nomor, kolom.label, UKURAN.titik_dua, kolom.teks) if mm)
    rupa = Rupa("Isi", "Butir", lembar.halaman.ukuran)
    baris = []
    for satu in semua:
        kata = [satu.label, ":"] if len(lebar) == 3 else [satu.nomor, satu.label, ":"]
        depan = [sel(mm, [tulis_paragraf("Label", t)]) for mm, t in zip(lebar, kata, strict=False)]
        isi = isi_sel(lembar, satu.isi, rupa, kolom.teks)
        baris.append(unsur("w:tr", *depan, sel(kolom.teks, isi)))
    return tabel(gaya, lebar, baris)
