"""The table of indicators: headings on every page, left cells merged beside their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from iki_desktop.export.docx.isi import Rupa, isi_sel, sel
from iki_desktop.export.docx.lembar import Lembar, paragraf, tabel, tulis_paragraf
from iki_desktop.export.docx.ukur import MM_POIN
from iki_desktop.export.docx.unsur import Unsur, unsur
from iki_desktop.export.pdf.gaya import UKURAN, lebar_kolom
from iki_desktop.naskah.blok import BarisDaftar, Cabang, Daftar, Isi, Paragraf, Peran, Tabel
from iki_desktop.naskah.kolom import kata_kolom, kelompok_kolom

__all__ = ["susun_tabel"]

_GAYA = {
    Peran.NOMOR: "SelTengah",
    Peran.TARGET: "SelTengah",
    Peran.SATUAN: "SelTengah",
    Peran.KATEGORI: "SelTengah",
    Peran.ANGKA: "SelKanan",
}
"""The style of a column's cells; else they stand at the left."""


@dataclass(frozen=True, slots=True)
class _Kotak:
    """A place in the grid: contents where a cell begins, ``None`` where one goes on from above."""

    isi: tuple[Isi, ...] | None = ()
    menyambung: bool = False
    """Whether the cell goes on in the row below."""
    rentang: int = 1
    """How many columns the cell takes."""


@dataclass(frozen=True, slots=True)
class _Baris:
    """A row of the grid; ``tingkat`` is the outermost level that begins in it."""

    kotak: tuple[_Kotak, ...]
    tingkat: int


def susun_tabel(lembar: Lembar, blok: Tabel) -> Unsur:
    """The table as Word holds it.

    A remark that the table goes on overleaf, and a merged cell said again there, are no things
    that Word can do; the page they would stand on is not known before the words are final.
    """
    lebar = _lebar(lembar, blok)
    baris = [b for cabang in blok.cabang for b in _datar(cabang, 0, len(lebar), 0)]
    isi = [
        _baris(
            lembar,
            blok,
            lebar,
            satu,
            di_atas=_bergaris(baris, n, blok),
            di_bawah=_bergaris(baris, n + 1, blok),
        )
        for n, satu in enumerate(baris)
    ]
    return tabel("TabelKinerja", lebar, [*_kepala(lembar, blok, lebar), *isi])


# --- columns and headings -----------------------------------------------------------------------


def _lebar(lembar: Lembar, blok: Tabel) -> list[float]:
    """As on the printed page: no heading is broken within a word where that can be."""
    batas = UKURAN.judul_kolom_terlebar * lembar.lebar

    def terkecil(semua: Iterable[str]) -> float:
        terlebar = max(
            (lembar.ukur.lebar(k, lembar.halaman.ukuran_tabel, tebal=True) for k in semua), default=0.0
        )
        return min(terlebar, batas) + 2 * UKURAN.sel_samping + 0.2

    return lebar_kolom([k.peran for k in blok.kolom], lembar.lebar, [terkecil(k) for k in kata_kolom(blok)])


def _kepala(lembar: Lembar, blok: Tabel, lebar: Sequence[float]) -> list[Unsur]:
    tinggi = max(
        (_tinggi(lembar, [Paragraf(k.judul)], mm) for mm, k in zip(lebar, blok.kolom, strict=True)),
        default=0.0,
    )
    # A heading that takes half the page would leave no room to what it heads.
    diulang = tinggi <= UKURAN.kepala_tertinggi * lembar.tinggi
    baris = [_baris_kepala(judul, diulang=diulang) for judul in _judul(blok, lebar)]
    if blok.baris_nomor:
        nomor = [sel(mm, [tulis_paragraf("NomorKolom", str(n))]) for n, mm in enumerate(lebar, 1)]
        baris.append(_baris_kepala(nomor, diulang=diulang))
    return baris


def _judul(blok: Tabel, lebar: Sequence[float]) -> Iterator[list[Unsur]]:
    """One row of headings, or two: common ones stand over their columns, the others reach down."""
    kelompok = kelompok_kolom(blok.kolom)
    dua = any(nama for nama, _ in kelompok)
    mulai = unsur("w:vMerge", val="restart") if dua else None
    yield [
        _sel_judul(
            sum(lebar[n] for n in isi),
            nama or blok.kolom[isi.start].judul,
            unsur("w:gridSpan", val=len(isi)) if nama else None,
            None if nama else deepcopy(mulai),
        )
        for nama, isi in kelompok
    ]
    if dua:
        yield [
            _sel_judul(lebar[n], blok.kolom[n].judul if nama else "", None if nama else unsur("w:vMerge"))
            for nama, isi in kelompok
            for n in isi
        ]


def _sel_judul(lebar: float, teks: str, *sifat: Unsur | None) -> Unsur:
    return sel(lebar, [tulis_paragraf("KepalaTabel", teks)], *sifat, unsur("w:vAlign", val="center"))


def _baris_kepala(semua: Sequence[Unsur], *, diulang: bool) -> Unsur:
    sifat = unsur("w:trPr", unsur("w:cantSplit"), unsur("w:tblHeader")) if diulang else None
    return unsur("w:tr", sifat, *semua)


# --- rows ---------------------------------------------------------------------------------------


def _datar(cabang: Cabang, kolom: int, jumlah: int, tingkat: int) -> list[_Baris]:
    """The rows of the grid that a branch and its children fill, from ``kolom`` on."""
    lanjut = kolom + len(cabang.sel) + cabang.rentang - 1
    anak = [b for a in cabang.anak for b in _datar(a, lanjut, jumlah, tingkat + 1)]
    anak = anak or [_Baris((_Kotak(),) * (jumlah - lanjut), tingkat)]
    return [
        _Baris(
            (
                *(
                    _Kotak(isi if n == 0 else None, n < len(anak) - 1, 1 if m else cabang.rentang)
                    for m, isi in enumerate(cabang.sel)
                ),
                *baris.kotak,
            ),
            baris.tingkat if n else tingkat,
        )
        for n, baris in enumerate(anak)
    ]


def _bergaris(baris: Sequence[_Baris], nomor: int, blok: Tabel) -> bool:
    """Whether a rule stands above a row; the last one always ends in the frame."""
    return nomor >= len(baris) or baris[nomor].tingkat < blok.tingkat_bergaris or nomor == 0


def _baris(
    lembar: Lembar,
    blok: Tabel,
    lebar: Sequence[float],
    baris: _Baris,
    *,
    di_atas: bool,
    di_bawah: bool,
) -> Unsur:
    kotak, setinggi, nomor = [], [], 0
    for satu in baris.kotak:
        mm = sum(lebar[nomor : nomor + satu.rentang])
        peran = blok.kolom[nomor].peran if satu.rentang == 1 else Peran.URAIAN
        kotak.append(_sel(lembar, mm, satu, peran, di_atas=di_atas, di_bawah=di_bawah))
        setinggi.append(_tinggi(lembar, satu.isi or (), mm))
        nomor += satu.rentang
    tinggi = max(setinggi)
    utuh = unsur("w:cantSplit") if tinggi <= UKURAN.baris_utuh * lembar.tinggi else None
    twip = round(blok.tinggi_baris / MM_POIN * 20)
    terendah = unsur("w:trHeight", val=twip, hRule="atLeast") if twip else None
    return unsur("w:tr", unsur("w:trPr", utuh, terendah), *kotak)


def _sel(
    lembar: Lembar, lebar: float, kotak: _Kotak, peran: Peran, *, di_atas: bool, di_bawah: bool
) -> Unsur:
    gaya = _GAYA.get(peran, "Sel")
    lebih = unsur("w:gridSpan", val=kotak.rentang) if kotak.rentang > 1 else None
    gabung = None
    if kotak.isi is None:
        gabung = unsur("w:vMerge")
    elif kotak.menyambung:
        gabung = unsur("w:vMerge", val="restart")
    hilang = [
        unsur(f"w:{sisi}", val="nil")
        for sisi, ada in (("top", di_atas or kotak.isi is None), ("bottom", di_bawah or kotak.menyambung))
        if not ada
    ]
    isi = [paragraf(gaya, ())]
    if kotak.isi:
        rupa = Rupa(gaya, "ButirSel", lembar.halaman.ukuran_tabel)
        isi = isi_sel(lembar, kotak.isi, rupa, lebar - 2 * UKURAN.sel_samping)
    return sel(lebar, isi, lebih, gabung, unsur("w:tcBorders", *hilang) if hilang else None)


def _tinggi(lembar: Lembar, isi: Sequence[Isi], lebar: float) -> float:
    """About how high the contents of a cell are."""
    ukuran = lembar.halaman.ukuran_tabel
    dalam = lebar - 2 * UKURAN.sel_samping

    def setinggi(teks: str, masuk: float = 0.0) -> float:
        return lembar.ukur.tinggi(teks, ukuran, dalam - masuk) + UKURAN.daftar_jarak

    jumlah = 2 * UKURAN.sel_atas
    for satu in isi:
        if isinstance(satu, Paragraf):
            jumlah += setinggi(satu.teks)
        elif isinstance(satu, Daftar):
            jumlah += sum(setinggi(b.teks, _masuk(b, ukuran)) for b in satu.baris)
        else:
            jumlah += setinggi(satu.pembilang, dalam / 4) + setinggi(satu.penyebut, dalam / 4)
    return jumlah


def _masuk(baris: BarisDaftar, ukuran: float) -> float:
    return min(baris.tingkat + 1, 3) * ukuran * UKURAN.nomor_terpendek * MM_POIN
