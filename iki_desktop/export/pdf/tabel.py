"""A table block as a tree of rows: columns, headings, merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.gaya import MM, UKURAN, BentukTeks, Rata, lebar_kolom
from iki_desktop.export.pdf.isi import PenyusunIsi
from iki_desktop.export.pdf.kepala import baris_kepala
from iki_desktop.export.pdf.keping import EPS, Keping, Susunan
from iki_desktop.export.pdf.pohon import GayaPohon, Pohon, Ranting, Sel
from iki_desktop.export.pdf.teks import Teks
from iki_desktop.naskah.blok import Cabang, Isi, Peran, Tabel
from iki_desktop.naskah.kolom import kata_kolom

__all__ = ["PenyusunTabel"]

_RATA = {
    Peran.NOMOR: Rata.TENGAH,
    Peran.TARGET: Rata.TENGAH,
    Peran.SATUAN: Rata.TENGAH,
    Peran.KATEGORI: Rata.TENGAH,
    Peran.ANGKA: Rata.KANAN,
}
"""Where the lines of a cell stand; else at its left."""


class PenyusunTabel:
    """Makes tables for pages whose text area is ``lebar`` by ``tinggi`` points, at ``ukuran`` points."""

    def __init__(self, isi: PenyusunIsi, ukuran: float, lebar: float, tinggi: float) -> None:
        self._isi = isi
        self._ukuran = ukuran
        self._lebar = lebar
        self._tinggi = tinggi

    def susun(self, tabel: Tabel) -> list[Keping]:
        """The one piece that a table is."""
        peran = [k.peran for k in tabel.kolom]
        kiri = [0.0]
        for lebar in lebar_kolom(
            peran, self._lebar / MM, [self._kata_terlebar(kata) for kata in kata_kolom(tabel)]
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
        gaya = replace(gaya, setinggi=tabel.tinggi_baris * MM)
        isi = [self._cabang(c, 0, 0, peran, gaya) for c in tabel.cabang]
        if sum(k.tinggi for k in kepala) > UKURAN.kepala_tertinggi * self._tinggi:
            kepala, isi = [], [*kepala, *isi]
        bersambung = self._keterangan(tabel.bersambung) if tabel.bersambung else None
        return [Pohon(isi, gaya, kepala=kepala, bersambung=bersambung, sebelum=UKURAN.tabel_sebelum * MM)]

    def _kata_terlebar(self, semua: Iterable[str]) -> float:
        """The millimetres that a column needs for none of these words to be broken."""
        tebal = self._bentuk_tabel(Rata.TENGAH, tebal=True)
        terlebar = max((lebar_teks(kata, tebal) for kata in semua), default=0.0)
        batas = UKURAN.judul_kolom_terlebar * self._lebar
        return (min(terlebar, batas) + EPS) / MM + 2 * UKURAN.sel_samping

    def _bentuk_tabel(self, rata: Rata, *, tebal: bool = False) -> GayaTeks:
        return self._isi.gaya(BentukTeks(rata, tebal=tebal, spasi=UKURAN.spasi_tabel), self._ukuran)

    def _keterangan(self, teks: str) -> Keping:
        return Teks.buat(teks, self._bentuk_tabel(Rata.KANAN), self._lebar)

    def _kepala_tabel(self, tabel: Tabel, gaya: GayaPohon) -> list[Ranting]:
        tebal, biasa = (self._bentuk_tabel(Rata.TENGAH, tebal=t) for t in (True, False))
        kepala = [baris_kepala(tabel.kolom, gaya, lambda teks, lebar: Teks.buat(teks, tebal, lebar))]
        if tabel.baris_nomor:
            nomor = (Teks.buat(str(n + 1), biasa, gaya.ruang_isi(n)) for n in range(len(tabel.kolom)))
            rapat = replace(gaya, atas=gaya.rapat)
            kepala.append(Ranting([Sel(n, Susunan([t])) for n, t in enumerate(nomor)], (), 0, rapat))
        return kepala

    def _cabang(
        self, cabang: Cabang, kolom: int, tingkat: int, peran: Sequence[Peran], gaya: GayaPohon
    ) -> Ranting:
        rentang = cabang.rentang
        sel = [
            self._sel(isi, kolom, Peran.URAIAN if rentang > 1 else peran[kolom], gaya, rentang)
            for isi in cabang.sel[:1]
        ]
        mulai = kolom + rentang
        sel += [self._sel(isi, n, peran[n], gaya) for n, isi in enumerate(cabang.sel[1:], mulai)]
        lanjut = kolom + len(cabang.sel) + rentang - 1
        anak = [self._cabang(a, lanjut, tingkat + 1, peran, gaya) for a in cabang.anak]
        return Ranting(sel, anak, tingkat, gaya)

    def _sel(self, isi: tuple[Isi, ...], kolom: int, peran: Peran, gaya: GayaPohon, rentang: int = 1) -> Sel:
        return Sel(
            kolom,
            self._isi.isi(
                isi,
                self._bentuk_tabel(_RATA.get(peran, Rata.KIRI)),
                gaya.ruang_isi(kolom, rentang),
                jarak=UKURAN.isi_sel_jarak * MM,
                jarak_daftar=UKURAN.daftar_jarak * MM,
            ),
            rentang,
        )
