"""The body of the Word file: the blocks of a naskah, one after the other, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from iki_desktop.export.docx.gaya import GAYA, BentukWord
from iki_desktop.export.docx.grafik import susun_grafik
from iki_desktop.export.docx.isi import Rupa, sel, susun_daftar, susun_isi
from iki_desktop.export.docx.label import Bagian, susun_berlabel, susun_kepala_lampiran
from iki_desktop.export.docx.lembar import Lembar, paragraf, sela, tabel, tulis_paragraf
from iki_desktop.export.docx.pasangan import susun_pasangan
from iki_desktop.export.docx.tabel import susun_tabel
from iki_desktop.export.docx.teks import satu_baris
from iki_desktop.export.docx.ukur import MM_POIN
from iki_desktop.export.docx.unsur import Unsur, sifat_paragraf, twip, unsur
from iki_desktop.export.pdf.gaya import GAYA_PARAGRAF, UKURAN, Rata
from iki_desktop.naskah.blok import (
    Berlabel,
    Blok,
    CaraTandaTangan,
    Daftar,
    GantiHalaman,
    Gaya,
    KepalaLampiran,
    Kop,
    Lambang,
    Paragraf,
    PasanganTandaTangan,
    Penanda,
    Ruang,
    Tabel,
    TandaTangan,
    Tembusan,
)
from iki_desktop.naskah.grafik import Grafik

__all__ = ["Badan"]

_CADANGAN_RUANG = 0.92
"""The part of the free height that is given away; Word's lines may be higher than those measured."""


class Badan:
    """Writes the blocks of one group of sheets."""

    def __init__(self, lembar: Lembar) -> None:
        self._lembar = lembar
        self.isi: list[Unsur] = []
        self._ganti = False
        self._ruang = 0.0
        self._penanda: Penanda | None = None
        self._calon: list[Bagian] = []
        self._cara: dict[type, Callable[[Any], Iterator[Bagian]]] = {
            Paragraf: self._paragraf,
            Daftar: self._daftar,
            Lambang: self._lambang,
            Kop: self._kop,
            Berlabel: self._berlabel,
            Tabel: self._tabel,
            Grafik: self._grafik,
            TandaTangan: self._tanda_tangan,
            PasanganTandaTangan: self._pasangan,
            Tembusan: self._tembusan,
            KepalaLampiran: self._kepala_lampiran,
        }

    def tulis(self, semua: Sequence[Blok]) -> Iterator[int]:
        """Write the blocks; after each, say how many are done."""
        satuan = self._satuan_ruang(semua)
        for nomor, blok in enumerate(semua, 1):
            match blok:
                case GantiHalaman():
                    self._ganti = True
                case Penanda():
                    self._tutup_penanda()
                    self._penanda = blok
                case Ruang():
                    self._ruang += blok.bagian * satuan
                case _:
                    if isinstance(blok, TandaTangan | PasanganTandaTangan | Daftar):
                        self._bawa_teman()
                    for bagian in self._cara[type(blok)](blok):
                        self._tambah(bagian)
            yield nomor
        self._tutup_penanda()

    # --- what stands where --------------------------------------------------------------------

    def _tambah(self, bagian: Bagian) -> None:
        """Put an element under the last one, on a new page or after room where that was asked for."""
        if bagian.unsur.tag.endswith("}tbl"):
            if self._ganti or self._ruang or (self.isi and self.isi[-1].tag.endswith("}tbl")):
                self._tambah(Bagian(sela()))
        else:
            if bagian.gaya:
                self._calon.append(bagian)
            if self._ganti and self.isi:
                _beri(bagian.unsur, unsur("w:pageBreakBefore"))
            if self._ruang:
                _beri(bagian.unsur, unsur("w:spacing", before=twip(self._ruang)))
            self._ganti, self._ruang = False, 0.0
        self.isi.append(bagian.unsur)

    def _satuan_ruang(self, semua: Sequence[Blok]) -> float:
        """What one part of the free room of a page is; pages with such room are pages of few words."""
        bagian = sum(b.bagian for b in semua if isinstance(b, Ruang))
        terpakai = sum(self._tinggi(b) for b in semua)
        sisa = (self._lembar.tinggi - terpakai) * _CADANGAN_RUANG
        return max(sisa / bagian, UKURAN.ruang_terpendek) if bagian else 0.0

    def _tinggi(self, blok: Blok) -> float:
        if isinstance(blok, Lambang):
            return UKURAN.lambang_sampul
        if not isinstance(blok, Paragraf):
            return 0.0
        bentuk = GAYA_PARAGRAF[blok.gaya]
        ukuran = self._lembar.halaman.ukuran * bentuk.besar
        tinggi = self._lembar.ukur.tinggi(
            blok.teks, ukuran, self._lembar.lebar, spasi=bentuk.spasi, tebal=bentuk.tebal
        )
        return tinggi + bentuk.sebelum + bentuk.sesudah

    def _tutup_penanda(self) -> None:
        """Let the paragraph that a bookmark speaks of show in the navigation pane."""
        if self._penanda and self._calon:
            terpilih = _cari(self._penanda.judul, self._calon)
            gaya = self._lembar.gaya.di_peta(terpilih.gaya, self._penanda.tingkat)
            terpilih.unsur.pPr.find(unsur("w:pStyle").tag).set(unsur("w:x", val="").keys()[0], gaya)
        self._penanda = None
        self._calon.clear()

    def _bawa_teman(self) -> None:
        """A signature takes the end of the text before it along to a new page, a list its first sentence."""
        if not self.isi:
            return
        akhir = self.isi[-1]
        if akhir.tag.endswith("}p"):
            _beri(akhir, unsur("w:keepNext"))
        else:
            for satu in list(akhir)[-1].iter(unsur("w:p").tag):
                _beri(satu, unsur("w:keepNext"))

    # --- blocks -------------------------------------------------------------------------------

    def _paragraf(self, blok: Paragraf) -> Iterator[Bagian]:
        gaya = GAYA[blok.gaya]
        yield Bagian(tulis_paragraf(gaya, blok.teks), blok.teks, gaya)

    def _daftar(self, blok: Daftar) -> Iterator[Bagian]:
        lembar = self._lembar
        for satu in susun_daftar(lembar, blok, "ButirAlinea", lembar.halaman.ukuran, lembar.lebar):
            yield Bagian(satu)

    def _berlabel(self, blok: Berlabel) -> Iterator[Bagian]:
        if not blok.baris:
            return
        yield Bagian(sela(UKURAN.jarak_blok))
        yield from susun_berlabel(self._lembar, blok)

    def _kepala_lampiran(self, blok: KepalaLampiran) -> Iterator[Bagian]:
        yield from susun_kepala_lampiran(self._lembar, blok)

    def _tabel(self, blok: Tabel) -> Iterator[Bagian]:
        yield Bagian(sela(UKURAN.tabel_sebelum))
        yield Bagian(susun_tabel(self._lembar, blok))

    def _grafik(self, blok: Grafik) -> Iterator[Bagian]:
        yield from self._paragraf(Paragraf(blok.judul, Gaya.SUBJUDUL))
        yield Bagian(sela(UKURAN.grafik_sebelum))
        yield Bagian(susun_grafik(self._lembar, blok))

    def _lambang(self, blok: Lambang) -> Iterator[Bagian]:
        gambar = self._lembar.gambar(blok, UKURAN.lambang_sampul, UKURAN.lambang_sampul)
        if gambar is not None:
            yield Bagian(paragraf("SampulBaris", [gambar]))

    def _kop(self, blok: Kop) -> Iterator[Bagian]:
        """Arms at the left, text centred on the page between them and as much room; thick over thin rule."""
        lembar = self._lembar
        gambar = None
        if blok.lambang:
            gambar = lembar.gambar(blok.lambang, UKURAN.lambang_lebar, UKURAN.lambang_tinggi)
        tepi = UKURAN.lambang_lebar + UKURAN.lambang_jarak if gambar is not None else 0.0
        tengah = lembar.lebar - 2 * tepi
        isi = [_sel_kop(tengah, self._baris_kop(blok, tengah))]
        if gambar is not None:
            isi = [_sel_kop(tepi, [paragraf("Lambang", [gambar])]), *isi, _sel_kop(tepi, [])]
        lebar = [tepi, tengah, tepi] if gambar is not None else [tengah]
        yield Bagian(tabel("TabelKop", lebar, [unsur("w:tr", *isi)]))
        yield Bagian(paragraf("GarisKop", ()))

    def _baris_kop(self, blok: Kop, lebar: float) -> list[Unsur]:
        """The two names shrink together, so that their sizes stay 3 to 4."""
        lembar = self._lembar
        nama = (
            ("KopInduk", "Kop Induk", blok.induk, UKURAN.kop_induk),
            ("KopNama", "Kop Nama", blok.nama, UKURAN.kop_nama),
        )
        selebar = [
            lembar.ukur.lebar(teks, lembar.halaman.ukuran * besar, tebal=True) for _, _, teks, besar in nama
        ]
        muat = min([1.0, *(lebar / w for w in selebar if w)])
        muat = muat if muat >= UKURAN.kop_mengecil else 1.0
        for ciri, sebutan, _, besar in nama:
            ukuran = lembar.halaman.ukuran * besar * muat
            lembar.gaya.tambah(BentukWord(ciri, sebutan, rata=Rata.TENGAH, tebal=True, ukuran=ukuran))
        alamat = [tulis_paragraf("KopAlamat", teks) for teks in blok.alamat]
        return [*(tulis_paragraf(ciri, teks) for ciri, _, teks, _ in nama), *alamat]

    def _tanda_tangan(self, blok: TandaTangan) -> Iterator[Bagian]:
        """At the right, kept together, with room for a signature above the name."""
        dasar = self._gaya_tanda_tangan()
        jabatan = [
            (f"{dasar}Jabatan" if n == 0 and blok.pembuka else dasar, t) for n, t in enumerate(blok.jabatan)
        ]
        baris = [
            *((dasar, teks) for teks in blok.pembuka),
            *jabatan,
            *_ruang_tanda_tangan(blok, dasar),
            *((dasar, teks) for teks in blok.keterangan),
        ]
        for nomor, (gaya, teks) in enumerate(baris):
            akhir = unsur("w:keepNext", val=0) if nomor == len(baris) - 1 else None
            yield Bagian(tulis_paragraf(gaya if nomor else f"{dasar}Awal", teks, akhir))

    def _pasangan(self, blok: PasanganTandaTangan) -> Iterator[Bagian]:
        """Two signatures side by side, in a table without rules: offices begin level, and so do names."""
        yield Bagian(sela(UKURAN.tanda_tangan_sebelum))
        yield Bagian(susun_pasangan(self._lembar, blok))

    def _gaya_tanda_tangan(self) -> str:
        lembar = self._lembar
        arah, nama = ("Mendatar", ", mendatar") if lembar.mendatar else ("", "")
        dasar = BentukWord(
            f"TandaTangan{arah}", f"Tanda Tangan{nama}", rata=Rata.KIRI,
            kiri=UKURAN.tanda_tangan_dari * lembar.lebar, lekat=True, utuh=True,
        )  # fmt: skip
        lembar.gaya.tambah(dasar)
        for turunan in self._turunan_tanda_tangan(dasar.id, nama):
            lembar.gaya.tambah(turunan)
        return dasar.id

    def _turunan_tanda_tangan(self, dasar: str, nama: str) -> Iterator[BentukWord]:
        """The styles of a signature's parts: by hand, at an anchor, in a frame."""
        lembar = self._lembar
        baris = lembar.halaman.ukuran * 1.2 * MM_POIN
        dari = UKURAN.tanda_tangan_dari * lembar.lebar
        setinggi, ke_kotak = UKURAN.tanda_tangan_elektronik, UKURAN.tanda_tangan_ke_kotak
        jarak = {
            "Awal": UKURAN.tanda_tangan_sebelum,
            "Jabatan": UKURAN.tanda_tangan_pembuka,
            "Nama": UKURAN.tanda_tangan_ruang,
        }
        for bagian, sebelum in jarak.items():
            yield BentukWord(f"{dasar}{bagian}", f"Tanda Tangan {bagian}{nama}", dasar, sebelum=sebelum)
        tepi = max(setinggi - baris, 0.0) / 2
        yield BentukWord(f"{dasar}Jangkar", f"Tanda Tangan Jangkar{nama}", dasar, sebelum=tepi, sesudah=tepi)
        yield BentukWord(
            f"{dasar}Kotak", f"Tanda Tangan Kotak{nama}", dasar, sebelum=ke_kotak, sesudah=ke_kotak,
            kiri=dari, kanan=max(lembar.lebar - dari - UKURAN.tanda_tangan_kotak, 0.0),
            bingkai=UKURAN.garis_kotak, tinggi=setinggi,
        )  # fmt: skip

    def _tembusan(self, blok: Tembusan) -> Iterator[Bagian]:
        lembar = self._lembar
        rupa = Rupa("Tembusan", "Butir", lembar.halaman.ukuran)
        yield Bagian(tulis_paragraf("TembusanJudul", blok.judul))
        for satu in susun_isi(lembar, blok.isi, rupa, lembar.lebar):
            yield Bagian(satu)


def _ruang_tanda_tangan(blok: TandaTangan, dasar: str) -> list[tuple[str, str]]:
    """Room for a hand, or for the picture of a signing application: at its anchor or in a frame."""
    match blok.cara:
        case CaraTandaTangan.ELEKTRONIK_JANGKAR:
            return [(f"{dasar}Jangkar", blok.jangkar), (dasar, blok.nama)]
        case CaraTandaTangan.ELEKTRONIK_KOTAK:
            return [(f"{dasar}Kotak", ""), (dasar, blok.nama)]
        case _:
            return [(f"{dasar}Nama", blok.nama)]


def _sel_kop(lebar: float, isi: list[Unsur]) -> Unsur:
    return sel(lebar, isi, unsur("w:vAlign", val="center"))


def _beri(p: Unsur, sifat: Unsur) -> None:
    """Give a paragraph one more property, in the place of the schema."""
    lama = p.pPr
    semua = [satu for satu in lama if satu.tag != sifat.tag]
    p.replace(lama, sifat_paragraf([*semua, sifat]))


def _cari(judul: str, calon: Sequence[Bagian]) -> Bagian:
    """The paragraph that says the title, that begins with it, or else the first."""
    dicari = satu_baris(judul, 10_000).casefold()
    sebutan = [(satu_baris(satu.sebutan, 10_000).casefold(), satu) for satu in calon]
    sama = [satu for teks, satu in sebutan if teks == dicari]
    mulai = [satu for teks, satu in sebutan if dicari and teks.startswith(dicari)]
    return (sama or mulai or list(calon))[0]
