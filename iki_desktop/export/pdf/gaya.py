"""The measures and styles of the printed page; lengths in millimetres, type sizes relative to the text's.

Nothing here is drawn; the drawing code has no numbers of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iki_desktop.naskah.blok import Gaya, Peran

__all__ = ["GAYA_PARAGRAF", "MM", "UKURAN", "BentukTeks", "LebarKolom", "Rata", "Ukuran", "lebar_kolom"]


MM = 72 / 25.4
"""Points in a millimetre."""


class Rata(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"
    PENUH = "penuh"


@dataclass(frozen=True, slots=True)
class BentukTeks:
    """The shape of a paragraph; ``besar`` multiplies the document's type size, ``spasi`` that size."""

    rata: Rata = Rata.KIRI
    tebal: bool = False
    besar: float = 1.0
    spasi: float = 1.2
    sebelum: float = 0.0
    masuk: float = 0.0
    """How far the first line is indented."""
    sesudah: float = 0.0
    lekat: bool = False
    """Whether it stays on the page of what follows it."""


GAYA_PARAGRAF: dict[Gaya, BentukTeks] = {
    Gaya.ISI: BentukTeks(Rata.PENUH),
    Gaya.ALINEA: BentukTeks(Rata.PENUH, spasi=1.35, sebelum=2.0, masuk=12.5),
    Gaya.SAMPUL_JUDUL: BentukTeks(Rata.TENGAH, tebal=True, besar=1.75, spasi=1.4),
    Gaya.SAMPUL_BARIS: BentukTeks(Rata.TENGAH, tebal=True, besar=1.35, spasi=1.5),
    Gaya.JUDUL: BentukTeks(Rata.TENGAH, tebal=True, spasi=1.25, sebelum=4.0, sesudah=1.5, lekat=True),
    Gaya.SUBJUDUL: BentukTeks(tebal=True, sebelum=4.5, lekat=True),
    Gaya.TENGAH: BentukTeks(Rata.TENGAH, sebelum=3.0),
    Gaya.KETERANGAN: BentukTeks(besar=0.75, sebelum=2.0),
}


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Every length of the page that is not a paragraph's own."""

    nomor_halaman_dari_atas: float = 11.0

    kaki_dari_teks: float = 5.0
    kaki_huruf: float = 8.0
    """Points: the sentence at the foot is small whatever the document's type."""

    tanda_panjang: float = 0.5
    """The part of the diagonal of the text area that the mark across a page takes."""
    tanda_kelabu: float = 0.88
    """From 0 (black) to 1 (white): a printer of black alone sets so few dots that text stays sharp."""

    celah_terlebar: float = 1.2
    """A blank is widened by so much of the type size at most; a line that needs more is not justified."""

    kop_induk: float = 1.125
    kop_nama: float = 1.5
    kop_alamat: float = 0.8
    kop_mengecil: float = 0.7
    lambang_lebar: float = 20.0
    lambang_tinggi: float = 24.0
    lambang_sampul: float = 40.0
    lambang_jarak: float = 3.0
    garis_tebal: float = 0.9
    garis_tipis: float = 0.25
    garis_antara: float = 0.8
    garis_sebelum: float = 2.0

    label_terpendek: float = 30.0
    label_terpanjang: float = 45.0
    titik_dua: float = 4.5
    nomor_kepala: float = 8.0
    jarak_baris_label: float = 2.2
    jarak_baris_kepala: float = 1.2
    jarak_blok: float = 4.0

    daftar_jarak: float = 0.4
    daftar_alinea: float = 1.2
    nomor_terpendek: float = 1.4
    nomor_ke_teks: float = 0.4
    """Of a list's numbers, in parts of the type size."""
    tingkat_terdalam: float = 0.45
    """The part of the width that indents may take; deeper lists stay there."""

    tabel_sebelum: float = 5.0
    sel_samping: float = 1.5
    sel_atas: float = 1.1
    sel_rapat: float = 0.6
    sel_keterangan: float = 0.8
    """The type size of a remark in a cell, as a part of the table's."""
    isi_sel_jarak: float = 1.0
    judul_kolom_terlebar: float = 0.2
    """A column grows with the longest word of its heading up to this part of the table."""
    garis_tabel: float = 0.18
    spasi_tabel: float = 1.18
    kepala_tertinggi: float = 0.4
    """A heading taller than this part of the page is not repeated."""
    baris_utuh: float = 0.25
    """A row no taller than this part of the page is not split."""

    garis_pecahan: float = 0.25
    pecahan_jarak: float = 0.7
    pecahan_lebih: float = 1.0
    pecahan_ke_akhiran: float = 1.5
    pecahan_tertinggi: float = 0.5
    pecahan_tersempit: float = 0.25
    """A column that leaves less of its width to the fraction gets a sentence."""

    grafik_sebelum: float = 3.0
    grafik_nama_terlebar: float = 0.4
    grafik_kata_terlebar: float = 0.22
    grafik_angka_terlebar: float = 0.16
    """The parts of a chart's width that names, classes and numbers may take."""
    grafik_sela: float = 3.0
    grafik_tebal: float = 3.6
    grafik_baris_atas: float = 1.0
    grafik_garis: float = 0.18
    grafik_garis_target: float = 0.3
    grafik_halo: float = 0.3
    """White on both sides of the line of the target, so that it is seen on a dark bar."""
    grafik_tepi: float = 0.3
    """The edge of a bar, in the colour of its class."""
    grafik_arsir_rapat: float = 1.1
    grafik_arsir: float = 1.5
    grafik_arsir_jarang: float = 3.2
    grafik_arsir_tebal: float = 0.3
    """How far the lines of a pattern stand apart, and how thick they are."""
    grafik_sobek: float = 0.9
    grafik_sobek_dari_ujung: float = 3.0
    """The width of a cut through a torn bar, and where the first one stands before its end."""
    grafik_tegak_tinggi: float = 30.0
    grafik_tegak_lebar: float = 14.0
    grafik_lajur_terlebar: float = 42.0
    grafik_baris_terkecil: int = 2
    """Rows of a chart that at least stand together on a page."""

    tanda_tangan_dari: float = 0.5
    """Where the signature begins, as a part of the width."""
    tanda_tangan_sela: float = 0.04
    """The room between two signatures side by side, as a part of the width."""
    tanda_tangan_sebelum: float = 7.0
    tanda_tangan_ruang: float = 24.0
    tanda_tangan_elektronik: float = 35.0
    """Room for the picture of a signing application: 3 to 4 cm."""
    tanda_tangan_kotak: float = 70.0
    tanda_tangan_ke_kotak: float = 2.0
    garis_kotak: float = 0.18
    tanda_tangan_pembuka: float = 4.0
    tembusan_sebelum: float = 7.0
    lampiran_dari: float = 0.45
    lampiran_label: float = 23.0
    ruang_terpendek: float = 3.0


UKURAN = Ukuran()


@dataclass(frozen=True, slots=True)
class LebarKolom:
    """A column's width: fixed millimetres, or a share of what the fixed ones leave."""

    tetap: float = 0.0
    bagian: float = 0.0


_LEBAR: dict[Peran, LebarKolom] = {
    Peran.NOMOR: LebarKolom(tetap=10.0),
    Peran.SASARAN: LebarKolom(bagian=0.95),
    Peran.INDIKATOR: LebarKolom(bagian=1.05),
    Peran.FORMULASI: LebarKolom(bagian=1.65),
    Peran.SUMBER: LebarKolom(bagian=0.85),
    Peran.PENANGGUNG_JAWAB: LebarKolom(bagian=0.75),
    Peran.TARGET: LebarKolom(tetap=15.0),
    Peran.URAIAN: LebarKolom(bagian=1.0),
    Peran.SATUAN: LebarKolom(tetap=19.0),
    Peran.ANGKA: LebarKolom(tetap=16.0),
    Peran.KATEGORI: LebarKolom(tetap=26.0),
}

_ANGKA_TERSEMPIT = 13.5
"""Millimetres below which columns of figures no longer look alike."""

_KATA_TERSEMPIT = 40.0
"""Millimetres that a column of words should have beside columns of figures."""


def lebar_kolom(peran: list[Peran], lebar: float, terkecil: list[float] | None = None) -> list[float]:
    """Share a width (millimetres) among columns, none narrower than its ``terkecil`` where that can be.

    Figures give up what they do not need where their many columns leave little to words.  What a
    narrow column lacks is taken from those that have room to spare, each its part.
    """
    kolom = [_LEBAR[p] for p in peran]
    terkecil = terkecil or [k.tetap for k in kolom]
    tetap = _rapatkan(peran, lebar, terkecil)
    sisa = lebar - sum(tetap)
    jumlah = sum(k.bagian for k in kolom) or 1.0
    hasil = [t + sisa * k.bagian / jumlah for t, k in zip(tetap, kolom, strict=True)]
    kurang = [max(butuh - ada, 0.0) for butuh, ada in zip(terkecil, hasil, strict=True)]
    lebih = [max(ada - butuh, 0.0) for butuh, ada in zip(terkecil, hasil, strict=True)]
    if not sum(kurang) or sum(kurang) > sum(lebih):
        return hasil
    potong = sum(kurang) / sum(lebih)
    return [ada + k - potong * s for ada, k, s in zip(hasil, kurang, lebih, strict=True)]


def _rapatkan(peran: list[Peran], lebar: float, terkecil: list[float]) -> list[float]:
    """The fixed columns, those of figures and units narrowed as far as words need and theirs allow."""
    kolom = [_LEBAR[p] for p in peran]
    tetap = [k.tetap for k in kolom]
    perlu = _KATA_TERSEMPIT * sum(k.bagian for k in kolom) - (lebar - sum(tetap))
    luang = [
        max(t - max(butuh, _ANGKA_TERSEMPIT), 0.0) if p in (Peran.ANGKA, Peran.SATUAN) else 0.0
        for p, t, butuh in zip(peran, tetap, terkecil, strict=True)
    ]
    if Peran.ANGKA not in peran or perlu <= 0 or not sum(luang):
        return tetap
    potong = min(perlu / sum(luang), 1.0)
    return [t - potong * s for t, s in zip(tetap, luang, strict=True)]
