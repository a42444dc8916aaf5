"""Charts of the Word file: tables whose bars are shaded paragraphs (docs/adr/0010-charts-in-files.md).

The words can be corrected like any others, a long chart goes on overleaf by itself, and any
program that knows tables shows it.  The line of the target is the edge between two cells: a bar
is drawn up to it in the one, and beyond it in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from iki_desktop.export.corak import Corak, RupaKelas, rupa_kelas
from iki_desktop.export.docx.isi import sel
from iki_desktop.export.docx.lembar import Lembar, paragraf, sela, tabel, tulis_paragraf
from iki_desktop.export.docx.teks import untaian
from iki_desktop.export.docx.unsur import Unsur, twip, unsur
from iki_desktop.export.pdf.gaya import UKURAN
from iki_desktop.naskah.grafik import TARGET, Batang, Grafik

__all__ = ["SOBEKAN", "susun_grafik"]

SOBEKAN = "//"
"""Stands in the end of a bar that goes on beyond the scale."""

_LONGGAR = 1.12
"""Words are given so much more than is measured: Word may have another typeface."""

_TARGET, _SUMBU, _BINGKAI = 8, 4, 4
"""Eighths of a point: how thick the line of the target, the foot of the bars and their frames are."""

_TERPENDEK = 0.1
"""Millimetres: a shorter bar is none."""

_ARSIR = {
    Corak.PENUH: "clear",
    Corak.RAPAT: "thinReverseDiagStripe",
    Corak.ARSIR: "thinReverseDiagStripe",
    Corak.JARANG: "pct12",
    Corak.KOSONG: "clear",
}


def susun_grafik(lembar: Lembar, grafik: Grafik) -> Unsur:
    """The chart as a table; its title stands above."""
    return _Tegak(lembar, grafik).tabel() if grafik.tegak else _Mendatar(lembar, grafik).tabel()


# --- what both have -----------------------------------------------------------------------------


def _isian(rupa: RupaKelas) -> Unsur:
    """The shading of a bar: background and, where its class has one, a pattern upon it."""
    latar, garis = {
        Corak.PENUH: (rupa.warna, "auto"),
        Corak.RAPAT: (rupa.warna, "FFFFFF"),
        Corak.KOSONG: ("FFFFFF", "auto"),
    }.get(rupa.corak, ("FFFFFF", rupa.warna))
    return unsur("w:shd", val=_ARSIR[rupa.corak], color=garis, fill=latar)


def _bingkai(rupa: RupaKelas) -> Unsur:
    sisi = ("top", "left", "bottom", "right")
    return unsur(
        "w:pBdr", *(unsur(f"w:{s}", val="single", sz=_BINGKAI, space=0, color=rupa.warna) for s in sisi)
    )


def _batang(rupa: RupaKelas, tinggi: float, kiri: float, kanan: float, *, sobek: bool = False) -> Unsur:
    """A bar: a paragraph of this height, shaded between its indents; millimetres."""
    isi = []
    if sobek:
        putih = unsur("w:rPr", unsur("w:color", val="FFFFFF"))
        (kata,) = untaian(SOBEKAN)
        kata.insert(0, putih)
        isi.append(kata)
    return paragraf(
        "Batang", isi, _bingkai(rupa), _isian(rupa),
        unsur("w:spacing", line=twip(tinggi), lineRule="exact"),
        unsur("w:ind", left=twip(kiri), right=twip(kanan)),
    )  # fmt: skip


def _tepi(**sisi: int) -> Unsur | None:
    """The rules at the edges of a cell, in eighths of a point."""
    garis = [unsur(f"w:{s}", val="single", sz=tebal, space=0, color="auto") for s, tebal in sisi.items()]
    return unsur("w:tcBorders", *garis) if garis else None


def _baris(semua: Iterable[Unsur], *, tinggi: float = 0.0, kepala: bool = False) -> Unsur:
    """A row that stays whole; one with a height has it whatever stands in it."""
    pasti = unsur("w:trHeight", val=twip(tinggi), hRule="exact") if tinggi else None
    sifat = unsur("w:trPr", unsur("w:cantSplit"), pasti, unsur("w:tblHeader") if kepala else None)
    return unsur("w:tr", sifat, *semua)


def _letak(tegak: str) -> Unsur:
    return unsur("w:vAlign", val=tegak)


# --- lying --------------------------------------------------------------------------------------


class _Mendatar:
    """Bars one under the other: name, bar up to the target, bar beyond it, number, class."""

    def __init__(self, lembar: Lembar, grafik: Grafik) -> None:
        self._lembar = lembar
        self._grafik = grafik
        self._ujung, self._sampai = float(grafik.ujung), float(TARGET)
        bernilai = [b for b in grafik.batang if b.nilai is not None]
        sela_kolom = UKURAN.grafik_sela
        nama = self._terlebar([b.nama for b in grafik.batang], UKURAN.grafik_nama_terlebar)
        kata = self._terlebar([b.kata for b in bernilai], UKURAN.grafik_kata_terlebar, tebal=True)
        angka = self._terlebar([b.angka for b in bernilai], UKURAN.grafik_angka_terlebar)
        self._bidang = lembar.lebar - nama - kata - angka - 3 * sela_kolom
        dalam = self._bidang * self._sampai / self._ujung
        self._lebar = (
            nama + sela_kolom, dalam, self._bidang - dalam, angka + sela_kolom, sela_kolom, kata,
        )  # fmt: skip

    def _terlebar(self, semua: Sequence[str], bagian: float, *, tebal: bool = False) -> float:
        ukur, ukuran = self._lembar.ukur, self._lembar.halaman.ukuran_tabel
        terlebar = max((ukur.lebar(teks, ukuran, tebal=tebal) for teks in semua), default=0.0)
        return min(terlebar * _LONGGAR, bagian * self._lembar.lebar)

    def tabel(self) -> Unsur:
        kepala = [] if self._grafik.kosong else [self._kepala()]
        return tabel("TabelGrafik", self._lebar, [*kepala, *(self._satu(b) for b in self._grafik.batang)])

    def _kepala(self) -> Unsur:
        """The label of the target ends at its line; the row is said again on every page."""
        kolom = [sel(mm, []) for mm in self._lebar]
        label = tulis_paragraf("GrafikLabel", self._grafik.label_target)
        kolom[1] = sel(self._lebar[1], [label])
        return _baris(kolom, kepala=True)

    def _satu(self, batang: Batang) -> Unsur:
        nama, dalam, luar, angka, jeda, kata = self._lebar
        tengah = _letak("center")
        # room above and below the name parts it from its neighbours
        ruang = unsur(
            "w:spacing", before=twip(UKURAN.grafik_baris_atas), after=twip(UKURAN.grafik_baris_atas)
        )
        isi_nama = tulis_paragraf("GrafikNama", batang.nama, ruang)
        if batang.nilai is None:
            sisa = dalam + luar + angka + jeda + kata
            kosong = tulis_paragraf(
                "GrafikNama", batang.kata, unsur("w:ind", left=twip(UKURAN.grafik_sela / 2))
            )
            gabung = unsur("w:gridSpan", val=5)
            tepi = None if self._grafik.kosong else _tepi(left=_SUMBU)
            return _baris(
                [sel(nama, [isi_nama], _letak("center")), sel(sisa, [kosong], gabung, tepi, tengah)]
            )
        return _baris(
            [
                sel(nama, [isi_nama], _letak("center")),
                *self._sel_batang(batang),
                sel(angka, [tulis_paragraf("GrafikAngka", batang.angka)], _letak("center")),
                sel(jeda, []),
                sel(kata, [tulis_paragraf("GrafikKelas", batang.kata)], _letak("center")),
            ]
        )

    def _sel_batang(self, batang: Batang) -> tuple[Unsur, Unsur]:
        """The bar up to the target, and what of it lies beyond; a little white on both sides of the line."""
        _, dalam, luar, *_ = self._lebar
        nilai, halo, tinggi = float(batang.nilai or 0), UKURAN.grafik_halo, UKURAN.grafik_tebal
        rupa = rupa_kelas(batang.kelas)
        isi, lewat = [], []
        panjang = min(max(nilai, 0.0), self._sampai) / self._sampai * dalam
        if panjang > _TERPENDEK:
            isi.append(_batang(rupa, tinggi, 0.0, max(dalam - panjang, halo)))
        lebih = min(max(nilai, self._sampai), self._ujung) / self._ujung * self._bidang - dalam
        if lebih > _TERPENDEK + halo:
            lewat.append(_batang(rupa, tinggi, halo, luar - lebih, sobek=nilai > self._ujung))
        kiri = sel(dalam, isi, _tepi(left=_SUMBU, right=_TARGET), _letak("center"))
        return kiri, sel(luar, lewat, _tepi(left=_TARGET), _letak("center"))


# --- standing -----------------------------------------------------------------------------------


class _Tegak:
    """Columns side by side: what lies above the target, what lies below it, and the words."""

    def __init__(self, lembar: Lembar, grafik: Grafik) -> None:
        self._grafik = grafik
        ukuran = lembar.halaman.ukuran_tabel * UKURAN.sel_keterangan
        label = lembar.ukur.lebar(grafik.label_target, ukuran) * _LONGGAR + UKURAN.grafik_sela
        self._label = 0.0 if grafik.kosong else label
        sisa = lembar.lebar - self._label
        self._lajur = min(sisa / max(len(grafik.batang), 1), UKURAN.grafik_lajur_terlebar)
        self._ujung = float(grafik.ujung)

    def tabel(self) -> Unsur:
        batang = self._grafik.batang
        lebar = [*((self._label,) if self._label else ()), *(self._lajur for _ in batang)]
        kata = (("GrafikTegakNama", 0), ("GrafikTegakKata", 1), ("GrafikTegakKata", 2))
        baris = [] if self._grafik.kosong else [self._atas(), self._bawah()]
        baris += [self._kata(gaya, [(b.nama, b.angka, b.kata)[n] for b in batang]) for gaya, n in kata]
        return tabel("TabelGrafik", lebar, baris)

    def _kata(self, gaya: str, semua: Sequence[str]) -> Unsur:
        depan = [sel(self._label, [])] if self._label else []
        return _baris([*depan, *(sel(self._lajur, [tulis_paragraf(gaya, teks)]) for teks in semua)])

    def _atas(self) -> Unsur:
        """What lies beyond the target; the label stands on its line."""
        label = tulis_paragraf("GrafikLabel", self._grafik.label_target, _ke_kiri())
        depan = sel(self._label, [label], _letak("bottom"))
        isi = [self._sel(b, float(TARGET), self._ujung, _TARGET) for b in self._grafik.batang]
        return _baris([depan, *isi], tinggi=self._tinggi(float(TARGET), self._ujung))

    def _bawah(self) -> Unsur:
        isi = [self._sel(b, 0.0, float(TARGET), _SUMBU) for b in self._grafik.batang]
        return _baris([sel(self._label, []), *isi], tinggi=self._tinggi(0.0, float(TARGET)))

    def _tinggi(self, dari: float, sampai: float) -> float:
        """Millimetres between two percentages."""
        return UKURAN.grafik_tegak_tinggi * (sampai - dari) / self._ujung

    def _sel(self, batang: Batang, dari: float, sampai: float, garis: int) -> Unsur:
        """The part of a column between two percentages, standing on a line."""
        isi: list[Unsur] = [_erat(sela())]
        nilai = dari if batang.nilai is None else float(batang.nilai)
        # A row of a fixed height would cut what fills it, its frame with it.
        penuh = self._tinggi(dari, sampai) - UKURAN.grafik_halo
        tinggi = min(self._tinggi(dari, min(max(nilai, dari), sampai)), penuh)
        if tinggi > _TERPENDEK:
            tepi = (self._lajur - min(UKURAN.grafik_tegak_lebar, self._lajur / 2)) / 2
            sobek = sampai == self._ujung and nilai > self._ujung
            isi = [_erat(_batang(rupa_kelas(batang.kelas), tinggi, tepi, tepi, sobek=sobek))]
        return sel(self._lajur, isi, _tepi(bottom=garis), _letak("bottom"))


def _ke_kiri() -> Unsur:
    return unsur("w:jc", val="left")


def _erat(p: Unsur) -> Unsur:
    """A row of the drawing stays on the page of the next."""
    p.pPr.insert(1, unsur("w:keepNext"))
    return p
