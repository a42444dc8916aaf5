"""Capaian: realisasi set against its target, named by a scale, and rolled up.

Sources: naik ``realisasi / target × 100`` and turun ``(2 × target − realisasi) / target × 100``
as printed in published LKjIP (and, for the second form, PermenPANRB 8/2021); classes after the
"Skala Nilai Peringkat Kinerja" of Permendagri 54/2010, taken over by Permendagri 86/2017.
A document may say otherwise in its ``PengaturanCapaian``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_persen, hitung_desimal, tanpa_sisa
from iki_desktop.core.formulasi import Hitungan, akumulasi_berlaku, hitung_formulasi, lengkap, masukan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Formulasi,
    Indikator,
    JenisFormulasi,
    Kelas,
    PengaturanCapaian,
    Realisasi,
)
from iki_desktop.core.triwulan import Periode

__all__ = [
    "SKALA_BAKU",
    "Aturan",
    "HasilIndikator",
    "HasilInduk",
    "Pengisian",
    "aturan_capaian",
    "gabung",
    "hitung_capaian",
    "hitung_indikator",
    "kategori",
    "target_periode",
]

SKALA_BAKU = (
    Kelas("Sangat Tinggi", Decimal(91)),
    Kelas("Tinggi", Decimal(76)),
    Kelas("Sedang", Decimal(66)),
    Kelas("Rendah", Decimal(51)),
    Kelas("Sangat Rendah", Decimal(0)),
)
DESIMAL_BAKU = 2

PECAHAN_TERTULIS = 4
"""A number with no more decimals is shown whole; a longer one is rounded to the document's."""

SERATUS = Decimal(100)
NOL = Decimal(0)

Pengisian = tuple[Formulasi, Sequence[Realisasi | None]]
"""A formula with its four quarters."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """A document's way of computing capaian, every default resolved."""

    kebalikan: bool = False
    batas_atas: Decimal | None = None
    desimal: int = DESIMAL_BAKU
    skala: tuple[Kelas, ...] = SKALA_BAKU
    potong: bool = False
    rata_rata_dibulatkan: bool = False

    def tampil(self, capaian: Decimal) -> Decimal:
        """The capaian as it is shown: rounded or cut to the document's decimals."""
        return bulatkan(capaian, self.desimal, potong=self.potong)

    def persen(self, capaian: Decimal) -> str:
        """The capaian, or another percentage, as it is written: ``86,25 %``."""
        return format_persen(self.tampil(capaian), self.desimal)

    def rapi(self, angka: Decimal) -> Decimal:
        """A number that is no percentage as it was typed; only the long tail of a division is rounded."""
        eksponen = angka.normalize().as_tuple().exponent
        assert isinstance(eksponen, int)
        return angka if eksponen >= -PECAHAN_TERTULIS else bulatkan(angka, self.desimal)

    def kelas(self, kategori: str | None) -> tuple[int, int] | None:
        """The place of a class in the scale, 0 for the best, of how many; ``None`` where it is none."""
        nama = [k.nama for k in self.skala]
        return (nama.index(kategori), len(nama)) if kategori in nama else None


def aturan_capaian(pengaturan: PengaturanCapaian | None) -> Aturan:
    """Resolve a document's settings; what is not given is the program's default."""
    p = pengaturan or PengaturanCapaian()
    skala = tuple(sorted(p.skala, key=lambda k: k.batas_bawah, reverse=True)) if p.skala else SKALA_BAKU
    return Aturan(
        kebalikan=p.rumus_turun == "kebalikan",
        batas_atas=p.batas_atas,
        desimal=DESIMAL_BAKU if p.desimal is None else p.desimal,
        skala=skala,
        potong=p.pembulatan == "potong",
        rata_rata_dibulatkan=p.rata_rata_dari == "dibulatkan",
    )


@dataclass(frozen=True, slots=True)
class HasilInduk:
    """Capaian of a sasaran, jabatan or kecamatan, and how much of the period is filled.

    ``jumlah`` counts the formulas that something can be entered for, ``terisi`` those of them
    that are filled in the period (for a year: in at least one quarter).
    """

    capaian: Decimal | None
    kategori: str | None
    terisi: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """Everything that is computed of one indicator in one period.

    ``sebab`` says in a few words why there is no capaian, where there is none.
    """

    realisasi: Decimal | None
    target: Decimal | None
    capaian: Decimal | None
    kategori: str | None
    formulasi: tuple[Hitungan, ...]
    terisi: int
    jumlah: int
    sebab: str = ""


def target_periode(indikator: Indikator, formulasi: Iterable[Formulasi], periode: Periode) -> Decimal | None:
    """The target that a period is measured against.

    The year has its own target.  A quarter has its own; where it has none, the year's target
    stands in only if it is a level that holds at any time (an index, a mean, a percentage of what
    came in), never for a count, of which a quarter is only a part.
    """
    target = indikator.target
    if target is None:
        return None
    if periode is None:
        return target.tahun
    sendiri = target.triwulan[periode - 1] if target.triwulan else None
    if sendiri is not None:
        return sendiri
    return target.tahun if _taraf(indikator, list(formulasi)) else None


def _taraf(indikator: Indikator, formulasi: Sequence[Formulasi]) -> bool:
    """Whether the figure is a level rather than something that grows through the year."""
    terhitung = [f for f in formulasi if f.jenis is not JenisFormulasi.TEKS]
    return bool(terhitung) and all(
        akumulasi_berlaku(indikator, f) is not Akumulasi.JUMLAH
        or (f.jenis is JenisFormulasi.RASIO and f.penyebut_tetap is None)
        for f in terhitung
    )


def hitung_capaian(
    realisasi: Decimal, target: Decimal, arah: Arah, aturan: Aturan
) -> tuple[Decimal | None, str]:
    """Capaian in percent, unrounded and capped by the document's cap; or ``None`` and why.

    A target of 0 with arah turun is met by 0 (100 %) and by nothing else (0 %), whichever falling
    form the document uses; with arah naik nothing can be said.  ``selisih`` is floored at 0.
    """
    with hitung_desimal():
        if arah is Arah.NAIK:
            nilai = realisasi / target * SERATUS if target else None
        elif not target:
            nilai = SERATUS if not realisasi else NOL
        elif aturan.kebalikan:
            nilai = target / realisasi * SERATUS if realisasi else None
        else:
            nilai = max(NOL, (2 * target - realisasi) / target * SERATUS)
    if nilai is None:
        return None, "target 0" if arah is Arah.NAIK else "realisasi 0"
    if aturan.batas_atas is not None:
        nilai = min(nilai, aturan.batas_atas)
    return nilai, ""


def kategori(capaian: Decimal | None, aturan: Aturan) -> str | None:
    """The name of the class, by the unrounded capaian against inclusive lower bounds.

    Below every bound: the lowest class if it reaches down to 0, else none.
    """
    if capaian is None:
        return None
    pasti = tanpa_sisa(capaian)
    for kelas in aturan.skala:
        if pasti >= kelas.batas_bawah:
            return kelas.nama
    terendah = aturan.skala[-1]
    return terendah.nama if terendah.batas_bawah <= 0 else None


def _rata_rata(nilai: Sequence[Decimal]) -> Decimal | None:
    if not nilai:
        return None
    with hitung_desimal():
        return sum(nilai, NOL) / len(nilai)


def hitung_indikator(
    indikator: Indikator, pengisian: Sequence[Pengisian], aturan: Aturan, periode: Periode
) -> HasilIndikator:
    """Realisasi (the mean of the formulas that can be computed), target, capaian and class."""
    hitungan = tuple(
        hitung_formulasi(f, empat, akumulasi_berlaku(indikator, f), periode) for f, empat in pengisian
    )
    realisasi = _rata_rata([h.nilai for h in hitungan if h.nilai is not None])
    target = target_periode(indikator, [f for f, _ in pengisian], periode)
    terisi, jumlah = _terisi(pengisian, periode)
    if realisasi is None or target is None:
        sebab = next((h.sebab for h in hitungan if h.sebab), "") if realisasi is None else "target belum ada"
        return HasilIndikator(realisasi, target, None, None, hitungan, terisi, jumlah, sebab)
    capaian, sebab = hitung_capaian(realisasi, target, indikator.arah or Arah.NAIK, aturan)
    return HasilIndikator(
        realisasi, target, capaian, kategori(capaian, aturan), hitungan, terisi, jumlah, sebab
    )


def _terisi(pengisian: Sequence[Pengisian], periode: Periode) -> tuple[int, int]:
    dapat_diisi = [(f, empat) for f, empat in pengisian if masukan(f)]
    terisi = sum(
        any(lengkap(f, r) for r in (empat if periode is None else (empat[periode - 1],)))
        for f, empat in dapat_diisi
    )
    return terisi, len(dapat_diisi)


def gabung(anak: Sequence[HasilIndikator | HasilInduk], aturan: Aturan) -> HasilInduk:
    """Roll up: the mean of the capaian of those children that have one, each weighing the same."""
    nilai = [h.capaian for h in anak if h.capaian is not None]
    if aturan.rata_rata_dibulatkan:
        nilai = [aturan.tampil(n) for n in nilai]
    capaian = _rata_rata(nilai)
    return HasilInduk(
        capaian, kategori(capaian, aturan), sum(h.terisi for h in anak), sum(h.jumlah for h in anak)
    )
