"""What stands in a cell, beside a label or in a list: paragraphs, lists and fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iki_desktop.export.docx.gaya import BentukWord
from iki_desktop.export.docx.lembar import Lembar, paragraf, sela, tabel, tulis_paragraf
from iki_desktop.export.docx.penomoran import Inden
from iki_desktop.export.docx.teks import bersihkan, untaian
from iki_desktop.export.docx.ukur import MM_POIN
from iki_desktop.export.docx.unsur import Unsur, twip, unsur
from iki_desktop.export.pdf.gaya import UKURAN
from iki_desktop.naskah.blok import BarisDaftar, Daftar, Gaya, Isi, Paragraf, Pecahan

__all__ = ["Rupa", "isi_sel", "sel", "susun_daftar", "susun_isi"]


@dataclass(frozen=True, slots=True)
class Rupa:
    """The styles of contents, and their type size in points."""

    paragraf: str
    butir: str
    ukuran: float


def susun_isi(lembar: Lembar, isi: Sequence[Isi], rupa: Rupa, lebar: float) -> list[Unsur]:
    """The paragraphs and tables of some contents in a width."""
    semua: list[Unsur] = []
    for satu in isi:
        if isinstance(satu, Paragraf):
            semua.append(tulis_paragraf(_gaya_dalam(lembar, satu.gaya, rupa), satu.teks))
        elif isinstance(satu, Daftar):
            semua += susun_daftar(lembar, satu, rupa.butir, rupa.ukuran, lebar)
        else:
            semua += _pecahan(lembar, satu, rupa, lebar)
    return semua


def _gaya_dalam(lembar: Lembar, diminta: Gaya, rupa: Rupa) -> str:
    """A paragraph within a cell looks like the cell's text; only bold and small are its own."""
    dasar = rupa.paragraf
    match diminta:
        case Gaya.SUBJUDUL:
            # A title stays with the row below it, a last row with the signature.
            return lembar.gaya.tambah(
                BentukWord(f"{dasar}Tebal", f"{dasar} Tebal", dasar, tebal=True, lekat=True)
            )
        case Gaya.KETERANGAN:
            ukuran = rupa.ukuran * UKURAN.sel_keterangan
            return lembar.gaya.tambah(BentukWord(f"{dasar}Kecil", f"{dasar} Kecil", dasar, ukuran=ukuran))
        case _:
            return dasar


def sel(lebar: float, isi: Sequence[Unsur], *sifat: Unsur | None) -> Unsur:
    """A cell; ``sifat`` in the order of the schema.  Its last element is a paragraph, as Word demands."""
    akhir = [] if isi and isi[-1].tag.endswith("}p") else [sela()]
    return unsur("w:tc", unsur("w:tcPr", unsur("w:tcW", w=twip(lebar), type="dxa"), *sifat), *isi, *akhir)


def isi_sel(lembar: Lembar, isi: Sequence[Isi], rupa: Rupa, lebar: float) -> list[Unsur]:
    """Contents for a cell; an empty one keeps a line of the right size to write in."""
    return susun_isi(lembar, isi, rupa, lebar) or [paragraf(rupa.paragraf, ())]


# --- lists --------------------------------------------------------------------------------------


def susun_daftar(lembar: Lembar, daftar: Daftar, gaya: str, ukuran: float, lebar: float) -> list[Unsur]:
    """The items of a list with hanging numbers, counted by Word where it counts alike."""
    inden = _inden(lembar, daftar.baris, ukuran, lebar)
    nomor = lembar.nomor.daftar(daftar.baris, inden)
    if nomor is None:
        return [_butir_tertulis(satu, gaya, inden[satu.tingkat]) for satu in daftar.baris]
    return [
        tulis_paragraf(
            gaya,
            satu.teks,
            unsur("w:numPr", unsur("w:ilvl", val=satu.tingkat), unsur("w:numId", val=nomor)),
        )
        for satu in daftar.baris
    ]


def _butir_tertulis(satu: BarisDaftar, gaya: str, inden: Inden) -> Unsur:
    masuk = unsur("w:ind", left=twip(inden.teks), hanging=twip(inden.teks - inden.nomor))
    awal = untaian(f"{satu.nomor}\t") if satu.nomor else []
    return paragraf(gaya, [*awal, *untaian(satu.teks)], masuk)


def _inden(lembar: Lembar, baris: Sequence[BarisDaftar], ukuran: float, lebar: float) -> dict[int, Inden]:
    """Where each level begins; deep lists stay readable."""
    terlebar: dict[int, float] = {}
    for satu in baris:
        selebar = lembar.ukur.lebar(satu.nomor, ukuran) if satu.nomor else 0.0
        terlebar[satu.tingkat] = max(terlebar.get(satu.tingkat, 0.0), selebar)
    huruf = ukuran * MM_POIN
    inden: dict[int, Inden] = {}
    sampai = 0.0
    for tingkat in sorted(terlebar):
        ruang = max(terlebar[tingkat] + UKURAN.nomor_ke_teks * huruf, UKURAN.nomor_terpendek * huruf)
        dari = min(sampai, UKURAN.tingkat_terdalam * lebar)
        inden[tingkat] = Inden(dari, dari + ruang if terlebar[tingkat] else dari)
        sampai += ruang
    return inden


# --- fractions ----------------------------------------------------------------------------------


def _pecahan(lembar: Lembar, pecahan: Pecahan, rupa: Rupa, lebar: float) -> list[Unsur]:
    """A short fraction as an equation; a long one, which no equation can wrap, as a small table."""
    akhiran = lembar.ukur.lebar(pecahan.akhiran, rupa.ukuran) + UKURAN.pecahan_ke_akhiran
    atas_bawah = (pecahan.pembilang, pecahan.penyebut)
    wajar = max(lembar.ukur.lebar(t, rupa.ukuran) for t in atas_bawah) + 2 * UKURAN.pecahan_lebih
    sebaris = all(_sederhana(t) for t in (*atas_bawah, pecahan.akhiran))
    if sebaris and wajar + akhiran <= lebar:
        return [paragraf(rupa.paragraf, [_persamaan(pecahan)])]
    selebar = min(wajar + 1.0, max(lebar - akhiran - 1.0, lebar / 4))
    return [_tabel_pecahan(pecahan, selebar, min(akhiran + 1.0, lebar - selebar)), sela()]


def _sederhana(teks: str) -> bool:
    """Whether an equation can hold a text: one line of letters that are read from left to right."""
    bersih = bersihkan(teks)
    return bool(bersih.strip()) and "\n" not in bersih and "\t" not in bersih and len(untaian(bersih)) == 1


def _persamaan(pecahan: Pecahan) -> Unsur:
    """Set apart from a line of text: within one Word would draw it small."""
    pecah = unsur("m:f", unsur("m:num", _kata(pecahan.pembilang)), unsur("m:den", _kata(pecahan.penyebut)))
    kiri = unsur("m:oMathParaPr", unsur("m:jc", val="left"))
    return unsur("m:oMathPara", kiri, unsur("m:oMath", pecah, _kata(f" {pecahan.akhiran}")))


def _kata(teks: str) -> Unsur:
    """Words in an equation: upright, as they are."""
    kata = unsur("m:t", xml_space="preserve")
    kata.text = bersihkan(teks)
    return unsur("m:r", unsur("m:rPr", unsur("m:nor")), kata)


def _tabel_pecahan(pecahan: Pecahan, lebar: float, lebar_akhiran: float) -> Unsur:
    """One row: numerator over its rule over denominator, and beside them what follows the fraction."""
    bagian = [
        tulis_paragraf("PecahanPembilang", pecahan.pembilang),
        tulis_paragraf("PecahanPenyebut", pecahan.penyebut),
    ]
    akhiran = tulis_paragraf("PecahanAkhiran", pecahan.akhiran)
    tengah = unsur("w:vAlign", val="center")
    kosong = unsur("w:tcMar", unsur("w:left", w=twip(UKURAN.pecahan_ke_akhiran), type="dxa"))
    baris = unsur("w:tr", sel(lebar, bagian), sel(lebar_akhiran, [akhiran], kosong, tengah))
    return tabel("TabelPecahan", (lebar, lebar_akhiran), [baris])
