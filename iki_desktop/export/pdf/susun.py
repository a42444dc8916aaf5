"""From the blocks of a naskah to pieces of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from iki_desktop.export.pdf.baris import lebar_teks
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.gaya import GAYA_PARAGRAF, MM, UKURAN, BentukTeks, Rata
from iki_desktop.export.pdf.grafik import PenyusunGrafik
from iki_desktop.export.pdf.isi import PenyusunIsi
from iki_desktop.export.pdf.keping import Gambar, Garis, Jarak, Keping, Kotak, Susunan, Tanda
from iki_desktop.export.pdf.pohon import GayaPohon, Pohon, Ranting, Sel
from iki_desktop.export.pdf.tabel import PenyusunTabel
from iki_desktop.export.pdf.teks import Teks
from iki_desktop.naskah.blok import (
    Berlabel,
    Blok,
    CaraTandaTangan,
    Daftar,
    Gaya,
    Isi,
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

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from iki_desktop.export.pdf.huruf import Huruf
    from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["Penyusun"]

_PANJANG_PENANDA = 200


class Penyusun:
    """Makes pieces for pages whose text area is ``lebar`` by ``tinggi`` points."""

    def __init__(
        self,
        huruf: Huruf,
        halaman: TataHalaman,
        lebar: float,
        tinggi: float,
        baca_lambang: Callable[[Lambang], ImageReader | None],
    ) -> None:
        self._ukuran = halaman.ukuran
        self._isi = PenyusunIsi(huruf, halaman.ukuran, tinggi)
        self._penyusun_tabel = PenyusunTabel(self._isi, halaman.ukuran_tabel, lebar, tinggi)
        self._penyusun_grafik = PenyusunGrafik(self._isi, halaman.ukuran_tabel, lebar)
        self._lebar = lebar
        self._tinggi = tinggi
        self._baca_lambang = baca_lambang
        self._cara: dict[type, Callable[[Any], list[Keping]]] = {
            Paragraf: self._paragraf,
            Daftar: self._daftar,
            Lambang: self._lambang,
            Kop: self._kop,
            Berlabel: self._berlabel,
            Tabel: self._penyusun_tabel.susun,
            Grafik: self._grafik,
            TandaTangan: self._tanda_tangan,
            PasanganTandaTangan: self._pasangan,
            Tembusan: self._tembusan,
            KepalaLampiran: self._kepala_lampiran,
            Penanda: self._penanda,
        }

    def susun(self, semua: Sequence[Blok]) -> Susunan:
        """The pieces of one run of blocks; ``Ruang`` shares what a page of them leaves free."""
        keping = [b if isinstance(b, Ruang) else self._cara[type(b)](b) for b in semua]
        bagian = sum(k.bagian for k in keping if isinstance(k, Ruang))
        if bagian:
            isi = Susunan([k for satu in keping if not isinstance(satu, Ruang) for k in satu])
            satuan = max((self._tinggi - isi.tinggi) / bagian, UKURAN.ruang_terpendek * MM)
        rata = [[Jarak(k.bagian * satuan)] if isinstance(k, Ruang) else k for k in keping]
        return Susunan([k for satu in rata for k in satu])

    # --- text ---------------------------------------------------------------------------------

    def _paragraf(self, paragraf: Paragraf) -> list[Keping]:
        bentuk = GAYA_PARAGRAF[paragraf.gaya]
        sebelum = bentuk.sebelum * MM
        teks = Teks.buat(
            paragraf.teks, self._isi.gaya(bentuk), self._lebar, sebelum=sebelum, lekat=bentuk.lekat
        )
        return [teks, Jarak(bentuk.sesudah * MM, lekat=True)] if bentuk.sesudah else [teks]

    def _daftar(self, daftar: Daftar) -> list[Keping]:
        bentuk = replace(GAYA_PARAGRAF[Gaya.ALINEA], masuk=0.0)
        baris = self._isi.daftar(daftar, self._isi.gaya(bentuk), self._lebar, UKURAN.daftar_alinea * MM)
        if baris:
            # The sentence that introduces a list does not stay behind on the page before.
            baris[0].berteman = True
        return baris

    # --- letterhead, headings -----------------------------------------------------------------

    def _penanda(self, penanda: Penanda) -> list[Keping]:
        judul = " ".join(bersihkan(penanda.judul).split())[:_PANJANG_PENANDA]
        return [Tanda(judul, penanda.tingkat)]

    def _lambang(self, lambang: Lambang) -> list[Keping]:
        gambar = self._baca_lambang(lambang)
        sisi = UKURAN.lambang_sampul * MM
        return [Gambar(gambar, sisi, sisi, self._lebar)] if gambar else []

    def _kop(self, kop: Kop) -> list[Keping]:
        """Arms at the left, text centred on the page, thick over thin rule."""
        gambar = self._baca_lambang(kop.lambang) if kop.lambang else None
        tepi = (UKURAN.lambang_lebar + UKURAN.lambang_jarak) * MM if gambar else 0.0
        baris = Susunan(self._baris_kop(kop, self._lebar - 2 * tepi))
        isi: Keping = baris
        if gambar:
            lambang = Gambar(gambar, UKURAN.lambang_lebar * MM, UKURAN.lambang_tinggi * MM, tepi)
            gaya = self._gaya_polos((0.0, tepi, self._lebar - tepi, self._lebar), 0.0)
            sel = [Sel(0, _di_tengah(lambang, baris)), Sel(1, _di_tengah(baris, lambang))]
            isi = Pohon([Ranting(sel, (), 0, gaya)], gaya)
        tebal = Garis(self._lebar, UKURAN.garis_tebal * MM, sebelum=UKURAN.garis_sebelum * MM)
        tipis = Garis(self._lebar, UKURAN.garis_tipis * MM, sebelum=UKURAN.garis_antara * MM)
        return [isi, tebal, tipis]

    def _baris_kop(self, kop: Kop, lebar: float) -> list[Keping]:
        """The two names shrink together, so that their sizes stay 3 to 4."""
        bentuk = BentukTeks(Rata.TENGAH, tebal=True)
        besar = (UKURAN.kop_induk, UKURAN.kop_nama)
        nama = [
            (t, self._isi.gaya(replace(bentuk, besar=b)))
            for t, b in zip((kop.induk, kop.nama), besar, strict=True)
        ]
        muat = min([1.0, *(lebar / lebar_teks(t, g) for t, g in nama if t)])
        if muat < UKURAN.kop_mengecil:
            muat = 1.0
        kecil = self._isi.gaya(BentukTeks(Rata.TENGAH, besar=UKURAN.kop_alamat))
        atas = [
            Teks.buat(t, replace(g, ukuran=g.ukuran * muat, spasi=g.spasi * muat), lebar) for t, g in nama
        ]
        return [*atas, *(Teks.buat(a, kecil, lebar) for a in kop.alamat)]

    def _kepala_lampiran(self, kepala: KepalaLampiran) -> list[Keping]:
        dari = UKURAN.lampiran_dari * self._lebar
        lebar = self._lebar - dari
        gaya = self._isi.gaya(BentukTeks())
        judul = [Teks.buat(baris, gaya, lebar) for baris in kepala.judul]
        label = UKURAN.lampiran_label * MM
        kolom = self._gaya_polos((0.0, label, label + UKURAN.titik_dua * MM, lebar), 0.0)
        baris = [
            self._baris_label(("", b.label, ":"), b.isi, kolom, BentukTeks(), mulai=-1) for b in kepala.baris
        ]
        return [Susunan([*judul, Pohon(baris, kolom)], geser=dari, lekat=True)]

    # --- label, colon, text -------------------------------------------------------------------

    def _gaya_polos(self, kiri: tuple[float, ...], atas: float) -> GayaPohon:
        return GayaPohon(
            kiri, samping=0.0, atas=atas, rapat=0.0, garis=0.0, bergaris=0, diulang=False, batas_utuh=0.0
        )

    def _berlabel(self, blok: Berlabel) -> list[Keping]:
        gaya_label = self._isi.gaya(BentukTeks())
        terlebar = max((lebar_teks(b.label, gaya_label) for b in blok.baris), default=0.0)
        label = min(
            max(terlebar + self._ukuran / 2, UKURAN.label_terpendek * MM), UKURAN.label_terpanjang * MM
        )
        nomor = UKURAN.nomor_kepala * MM if blok.kepala else 0.0
        titik = nomor + label
        jarak = UKURAN.jarak_baris_kepala if blok.kepala else UKURAN.jarak_baris_label
        kiri = (0.0, nomor, titik, titik + UKURAN.titik_dua * MM, self._lebar)
        kolom = self._gaya_polos(kiri, jarak * MM / 2)
        isi = BentukTeks(Rata.PENUH)
        baris = [self._baris_label((b.nomor, b.label, ":"), b.isi, kolom, isi) for b in blok.baris]
        return [Pohon(baris, kolom, sebelum=UKURAN.jarak_blok * MM)] if baris else []

    def _baris_label(
        self,
        label: tuple[str, str, str],
        isi: Sequence[Isi],
        kolom: GayaPohon,
        bentuk: BentukTeks,
        mulai: int = 0,
    ) -> Ranting:
        """One row: what stands before the text, each in its column from ``mulai`` on, then the text."""
        gaya = self._isi.gaya(BentukTeks())
        sel = [
            Sel(n, Susunan([Teks.buat(t, gaya, kolom.ruang_isi(n))])) for n, t in enumerate(label, mulai) if t
        ]
        terakhir = len(kolom.kiri) - 2
        jarak = UKURAN.daftar_jarak * MM
        susunan = self._isi.isi(
            isi, self._isi.gaya(bentuk), kolom.ruang_isi(terakhir), jarak=jarak, jarak_daftar=jarak
        )
        return Ranting([*sel, Sel(terakhir, susunan)], (), 0, kolom)

    # --- charts -------------------------------------------------------------------------------

    def _grafik(self, grafik: Grafik) -> list[Keping]:
        """Its title stays with its first bars."""
        return [*self._paragraf(Paragraf(grafik.judul, Gaya.SUBJUDUL)), self._penyusun_grafik.susun(grafik)]

    # --- signature, copies --------------------------------------------------------------------

    def _tanda_tangan(self, blok: TandaTangan) -> list[Keping]:
        """Never split where a page can hold it, never alone on a page."""
        dari = UKURAN.tanda_tangan_dari * self._lebar
        isi = [k for bagian in self._bagian_tanda_tangan(blok, self._lebar - dari) for k in bagian]
        sebelum = UKURAN.tanda_tangan_sebelum * MM
        return [Susunan(isi, geser=dari, sebelum=sebelum, berteman=True, utuh=True)]

    def _pasangan(self, blok: PasanganTandaTangan) -> list[Keping]:
        """Two signatures side by side; their offices begin level, and so do their names."""
        sela = UKURAN.tanda_tangan_sela * self._lebar / 2
        tengah = UKURAN.tanda_tangan_dari * self._lebar
        kolom = self._gaya_polos((0.0, tengah - sela, tengah + sela, self._lebar), 0.0)
        kiri, kanan = (
            self._bagian_tanda_tangan(satu, kolom.ruang_isi(n))
            for n, satu in ((0, blok.kiri), (2, blok.kanan))
        )
        isi: tuple[list[Keping], list[Keping]] = ([], [])
        for sebelah in zip(kiri, kanan, strict=True):
            tertinggi = max(Susunan(k).tinggi for k in sebelah)
            for semua, bagian in zip(isi, sebelah, strict=True):
                semua += [*bagian, Jarak(tertinggi - Susunan(bagian).tinggi)]
        pohon = Pohon([Ranting([Sel(0, Susunan(isi[0])), Sel(2, Susunan(isi[1]))], (), 0, kolom)], kolom)
        return [Susunan([pohon], sebelum=UKURAN.tanda_tangan_sebelum * MM, berteman=True, utuh=True)]

    def _bagian_tanda_tangan(self, blok: TandaTangan, lebar: float) -> list[list[Keping]]:
        """What stands above the office, the office, the room to sign, the name."""
        gaya = self._isi.gaya(BentukTeks())

        def baris(semua: Iterable[str]) -> list[Keping]:
            return [Teks.buat(t, gaya, lebar) for t in semua]

        pembuka = [*baris(blok.pembuka), Jarak(UKURAN.tanda_tangan_pembuka * MM)] if blok.pembuka else []
        return [
            pembuka,
            baris(blok.jabatan),
            self._ruang_tanda_tangan(blok, lebar),
            baris((blok.nama, *blok.keterangan)),
        ]

    def _ruang_tanda_tangan(self, blok: TandaTangan, lebar: float) -> list[Keping]:
        """Room for a hand, or for the picture of a signing application: at its anchor or in a frame."""
        setinggi = UKURAN.tanda_tangan_elektronik * MM
        match blok.cara:
            case CaraTandaTangan.ELEKTRONIK_JANGKAR:
                jangkar = Teks.buat(blok.jangkar, self._isi.gaya(BentukTeks()), lebar)
                tepi = Jarak(max(setinggi - jangkar.tinggi, 0.0) / 2)
                return [tepi, jangkar, tepi]
            case CaraTandaTangan.ELEKTRONIK_KOTAK:
                tepi = Jarak(UKURAN.tanda_tangan_ke_kotak * MM)
                selebar = min(UKURAN.tanda_tangan_kotak * MM, lebar)
                return [tepi, Kotak(selebar, setinggi, UKURAN.garis_kotak * MM), tepi]
            case _:
                return [Jarak(UKURAN.tanda_tangan_ruang * MM)]

    def _tembusan(self, blok: Tembusan) -> list[Keping]:
        gaya = self._isi.gaya(BentukTeks())
        jarak = UKURAN.daftar_jarak * MM
        isi = self._isi.isi(blok.isi, gaya, self._lebar, jarak=jarak, jarak_daftar=jarak)
        judul = Teks.buat(blok.judul, gaya, self._lebar, lekat=True)
        return [Susunan([judul, *isi.isi], sebelum=UKURAN.tembusan_sebelum * MM)]


def _di_tengah(keping: Keping, tetangga: Keping) -> Susunan:
    """A piece at half the height of a higher one beside it."""
    return Susunan([Jarak(max(tetangga.tinggi - keping.tinggi, 0.0) / 2), keping])
