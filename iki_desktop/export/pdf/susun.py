"""From the blocks of a naskah to pieces of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.gaya import GAYA_PARAGRAF, UKURAN, BentukTeks, Rata, lebar_kolom
from iki_desktop.export.pdf.keping import EPS, Gambar, Garis, Jarak, Keping, Susunan, Tanda
from iki_desktop.export.pdf.pecahan import buat_pecahan
from iki_desktop.export.pdf.pohon import GayaPohon, Pohon, Ranting, Sel
from iki_desktop.export.pdf.teks import GayaTeks, Nomor, Teks, lebar_teks
from iki_desktop.naskah.blok import (
    BarisDaftar,
    Berlabel,
    Blok,
    Cabang,
    Daftar,
    Gaya,
    Isi,
    KepalaLampiran,
    Kop,
    Lambang,
    Paragraf,
    Pecahan,
    Penanda,
    Peran,
    Ruang,
    Tabel,
    TandaTangan,
    Tembusan,
)

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from iki_desktop.export.pdf.huruf import Huruf
    from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["MM", "Penyusun"]

MM = 72 / 25.4
"""Points in a millimetre."""

_PANJANG_PENANDA = 200

_DI_TENGAH = frozenset({Peran.NOMOR, Peran.TARGET})


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
        self._huruf = huruf
        self._ukuran = halaman.ukuran
        self._ukuran_tabel = halaman.ukuran_tabel
        self._lebar = lebar
        self._tinggi = tinggi
        self._baca_lambang = baca_lambang
        self._cara: dict[type, Callable[[Any], list[Keping]]] = {
            Paragraf: self._paragraf,
            Daftar: self._daftar,
            Lambang: self._lambang,
            Kop: self._kop,
            Berlabel: self._berlabel,
            Tabel: self._tabel,
            TandaTangan: self._tanda_tangan,
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

    def _gaya(self, bentuk: BentukTeks, ukuran: float | None = None) -> GayaTeks:
        besar = (ukuran or self._ukuran) * bentuk.besar
        return GayaTeks(
            self._huruf, besar, besar * bentuk.spasi, bentuk.rata, bentuk.tebal, bentuk.masuk * MM
        )

    def _paragraf(self, paragraf: Paragraf) -> list[Keping]:
        bentuk = GAYA_PARAGRAF[paragraf.gaya]
        sebelum = bentuk.sebelum * MM
        teks = Teks.buat(paragraf.teks, self._gaya(bentuk), self._lebar, sebelum=sebelum, lekat=bentuk.lekat)
        return [teks, Jarak(bentuk.sesudah * MM, lekat=True)] if bentuk.sesudah else [teks]

    def _daftar(self, daftar: Daftar) -> list[Keping]:
        bentuk = replace(GAYA_PARAGRAF[Gaya.ALINEA], masuk=0.0)
        baris = self._baris_daftar(daftar, self._gaya(bentuk), self._lebar, UKURAN.daftar_alinea * MM)
        if baris:
            # The sentence that introduces a list does not stay behind on the page before.
            baris[0].berteman = True
        return baris

    def _baris_daftar(self, daftar: Daftar, gaya: GayaTeks, lebar: float, jarak: float) -> list[Keping]:
        dari, nomor = _inden(daftar.baris, gaya, lebar)
        semua: list[Keping] = []
        for baris in daftar.baris:
            geser = dari[baris.tingkat]
            angka = Nomor(baris.nomor, nomor[baris.tingkat])
            teks = Teks.buat(baris.teks, gaya, lebar - geser, nomor=angka, sebelum=jarak)
            semua.append(Susunan([teks], geser=geser, sebelum=jarak) if geser else teks)
        return semua

    def _isi(
        self, isi: Sequence[Isi], gaya: GayaTeks, lebar: float, *, jarak: float, jarak_daftar: float
    ) -> Susunan:
        """The contents of a cell or beside a label."""
        semua: list[Keping] = []
        for satu in isi:
            if isinstance(satu, Paragraf):
                semua.append(Teks.buat(satu.teks, gaya, lebar, sebelum=jarak))
            elif isinstance(satu, Pecahan):
                semua.append(buat_pecahan(satu, gaya, lebar, self._tinggi, jarak))
            else:
                semua += self._baris_daftar(satu, gaya, lebar, jarak_daftar)
        return Susunan(semua)

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
            isi = Pohon([Ranting([Sel(0, Susunan([lambang])), Sel(1, baris)], (), 0, gaya)], gaya)
        tebal = Garis(self._lebar, UKURAN.garis_tebal * MM, sebelum=UKURAN.garis_sebelum * MM)
        tipis = Garis(self._lebar, UKURAN.garis_tipis * MM, sebelum=UKURAN.garis_antara * MM)
        return [isi, tebal, tipis]

    def _baris_kop(self, kop: Kop, lebar: float) -> list[Keping]:
        """The two names shrink together, so that their sizes stay 3 to 4."""
        bentuk = BentukTeks(Rata.TENGAH, tebal=True)
        besar = (UKURAN.kop_induk, UKURAN.kop_nama)
        nama = [
            (t, self._gaya(replace(bentuk, besar=b)))
            for t, b in zip((kop.induk, kop.nama), besar, strict=True)
        ]
        muat = min([1.0, *(lebar / lebar_teks(t, g) for t, g in nama if t)])
        if muat < UKURAN.kop_mengecil:
            muat = 1.0
        kecil = self._gaya(BentukTeks(Rata.TENGAH, besar=UKURAN.kop_alamat))
        atas = [
            Teks.buat(t, replace(g, ukuran=g.ukuran * muat, spasi=g.spasi * muat), lebar) for t, g in nama
        ]
        return [*atas, *(Teks.buat(a, kecil, lebar) for a in kop.alamat)]

    def _kepala_lampiran(self, kepala: KepalaLampiran) -> list[Keping]:
        dari = UKURAN.lampiran_dari * self._lebar
        lebar = self._lebar - dari
        gaya = self._gaya(BentukTeks())
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
        gaya_label = self._gaya(BentukTeks())
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
        gaya = self._gaya(BentukTeks())
        sel = [
            Sel(n, Susunan([Teks.buat(t, gaya, kolom.ruang_isi(n))])) for n, t in enumerate(label, mulai) if t
        ]
        terakhir = len(kolom.kiri) - 2
        jarak = UKURAN.daftar_jarak * MM
        susunan = self._isi(
            isi, self._gaya(bentuk), kolom.ruang_isi(terakhir), jarak=jarak, jarak_daftar=jarak
        )
        return Ranting([*sel, Sel(terakhir, susunan)], (), 0, kolom)

    # --- tables -------------------------------------------------------------------------------

    def _tabel(self, tabel: Tabel) -> list[Keping]:
        peran = [k.peran for k in tabel.kolom]
        kiri = [0.0]
        for lebar in lebar_kolom(
            peran, self._lebar / MM, [self._kata_terlebar(k.judul) for k in tabel.kolom]
        ):
            kiri.append(kiri[-1] + lebar * MM)
        gaya = GayaPohon(
            tuple(kiri),
            samping=UKURAN.sel_samping * MM,
            atas=UKURAN.sel_atas * MM,
            rapat=UKURAN.sel_rapat * MM,
            garis=UKURAN.garis_tabel * MM,
            bergaris=tabel.tingkat_bergaris,
            diulang=tabel.diulang,
            batas_utuh=UKURAN.baris_utuh * self._tinggi,
        )
        kepala = self._kepala_tabel(tabel, gaya)
        isi = [self._cabang(c, 0, 0, peran, gaya) for c in tabel.cabang]
        if sum(k.tinggi for k in kepala) > UKURAN.kepala_tertinggi * self._tinggi:
            kepala, isi = [], [*kepala, *isi]
        bersambung = self._keterangan(tabel.bersambung) if tabel.bersambung else None
        return [Pohon(isi, gaya, kepala=kepala, bersambung=bersambung, sebelum=UKURAN.tabel_sebelum * MM)]

    def _kata_terlebar(self, judul: str) -> float:
        """The millimetres that a column needs for its heading not to be broken within a word."""
        tebal = self._bentuk_tabel(Rata.TENGAH, tebal=True)
        terlebar = max((lebar_teks(kata, tebal) for kata in judul.replace("/", "/ ").split()), default=0.0)
        batas = UKURAN.judul_kolom_terlebar * self._lebar
        return (min(terlebar, batas) + EPS) / MM + 2 * UKURAN.sel_samping

    def _bentuk_tabel(self, rata: Rata, *, tebal: bool = False) -> GayaTeks:
        return self._gaya(BentukTeks(rata, tebal=tebal, spasi=UKURAN.spasi_tabel), self._ukuran_tabel)

    def _keterangan(self, teks: str) -> Keping:
        return Teks.buat(teks, self._bentuk_tabel(Rata.KANAN), self._lebar)

    def _kepala_tabel(self, tabel: Tabel, gaya: GayaPohon) -> list[Ranting]:
        tebal, biasa = (self._bentuk_tabel(Rata.TENGAH, tebal=t) for t in (True, False))
        judul = [Teks.buat(k.judul, tebal, gaya.ruang_isi(n)) for n, k in enumerate(tabel.kolom)]
        tertinggi = max((t.tinggi for t in judul), default=0.0)
        sel = [Sel(n, Susunan([Jarak((tertinggi - t.tinggi) / 2), t])) for n, t in enumerate(judul)]
        kepala = [Ranting(sel, (), 0, gaya)]
        if tabel.baris_nomor:
            nomor = (Teks.buat(str(n + 1), biasa, gaya.ruang_isi(n)) for n in range(len(judul)))
            rapat = replace(gaya, atas=gaya.rapat)
            kepala.append(Ranting([Sel(n, Susunan([t])) for n, t in enumerate(nomor)], (), 0, rapat))
        return kepala

    def _cabang(
        self, cabang: Cabang, kolom: int, tingkat: int, peran: Sequence[Peran], gaya: GayaPohon
    ) -> Ranting:
        sel = [self._sel(isi, n, peran[n], gaya) for n, isi in enumerate(cabang.sel, kolom)]
        lanjut = kolom + len(cabang.sel)
        anak = [self._cabang(a, lanjut, tingkat + 1, peran, gaya) for a in cabang.anak]
        return Ranting(sel, anak, tingkat, gaya)

    def _sel(self, isi: tuple[Isi, ...], kolom: int, peran: Peran, gaya: GayaPohon) -> Sel:
        rata = Rata.TENGAH if peran in _DI_TENGAH else Rata.KIRI
        return Sel(
            kolom,
            self._isi(
                isi,
                self._bentuk_tabel(rata),
                gaya.ruang_isi(kolom),
                jarak=UKURAN.isi_sel_jarak * MM,
                jarak_daftar=UKURAN.daftar_jarak * MM,
            ),
        )

    # --- signature, copies --------------------------------------------------------------------

    def _tanda_tangan(self, blok: TandaTangan) -> list[Keping]:
        """Never split where a page can hold it, never alone on a page."""
        dari = UKURAN.tanda_tangan_dari * self._lebar
        gaya = self._gaya(BentukTeks())

        def baris(semua: Iterable[str]) -> list[Keping]:
            return [Teks.buat(t, gaya, self._lebar - dari) for t in semua]

        pembuka = [*baris(blok.pembuka), Jarak(UKURAN.tanda_tangan_pembuka * MM)] if blok.pembuka else []
        isi = [
            *pembuka,
            *baris(blok.jabatan),
            Jarak(UKURAN.tanda_tangan_ruang * MM),
            *baris((blok.nama, *blok.keterangan)),
        ]
        sebelum = UKURAN.tanda_tangan_sebelum * MM
        return [Susunan(isi, geser=dari, sebelum=sebelum, berteman=True, utuh=True)]

    def _tembusan(self, blok: Tembusan) -> list[Keping]:
        gaya = self._gaya(BentukTeks())
        jarak = UKURAN.daftar_jarak * MM
        isi = self._isi(blok.isi, gaya, self._lebar, jarak=jarak, jarak_daftar=jarak)
        judul = Teks.buat(blok.judul, gaya, self._lebar, lekat=True)
        return [Susunan([judul, *isi.isi], sebelum=UKURAN.tembusan_sebelum * MM)]


def _inden(
    baris: Sequence[BarisDaftar], gaya: GayaTeks, lebar: float
) -> tuple[dict[int, float], dict[int, float]]:
    """Where the numbers of each depth begin, and how much room they take; deep lists stay readable."""
    terlebar: dict[int, float] = {}
    for b in baris:
        terlebar[b.tingkat] = max(terlebar.get(b.tingkat, 0.0), lebar_teks(b.nomor, gaya) if b.nomor else 0.0)
    dari: dict[int, float] = {}
    nomor: dict[int, float] = {}
    sampai = 0.0
    for tingkat in sorted(terlebar):
        dari[tingkat] = min(sampai, UKURAN.tingkat_terdalam * lebar)
        ruang = max(terlebar[tingkat] + UKURAN.nomor_ke_teks * MM, UKURAN.nomor_terpendek * MM)
        nomor[tingkat] = ruang if terlebar[tingkat] else 0.0
        sampai += ruang
    return dari, nomor
