"""Figures worked out by hand, case by case: kind × accumulation × direction × what was entered.

Quarters are written as they would be typed: ``45/60`` is numerator and denominator, ``-`` an empty
quarter, ``45/`` an entry without its denominator, ``3,4,`` the unsur of a survey with the last one
missing; ``80..85`` is a range.  An expected figure is compared at the places that it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.aturan import Aturan, aturan_capaian
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Formulasi,
    Indikator,
    JenisFormulasi,
    Kelas,
    PengaturanCapaian,
    Realisasi,
    Target,
)
from iki_desktop.core.triwulan import Periode

SKALA_KANTOR = (Kelas("Kurang", Decimal(0)), Kelas("Baik", Decimal(100)), Kelas("Cukup", Decimal("75.5")))
SKALA_TANPA_DASAR = (Kelas("Istimewa", Decimal(110)), Kelas("Baik", Decimal(90)))


def d(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _ujung(teks: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of ``80..85``; of a plain target the first alone."""
    bawah, _, atas = teks.partition("..")
    return d(None if bawah == "-" else bawah), d(atas or None)


@dataclass(frozen=True)
class K:
    """One case: what is entered, and what it must come to."""

    jenis: str
    isian: str
    nilai: str | None = None
    capaian: str | None = None
    kelas: str | None = None
    sebab: str = ""
    target: str | None = None
    target_tw: str | None = None
    tw: Periode = None
    akumulasi: str | None = None
    turun: bool = False
    tetap: str | None = None
    atur: PengaturanCapaian | None = None
    rumus: str | None = None
    kumulatif: bool = False

    def formulasi(self) -> Formulasi:
        unsur = self.isian.split()[0].count(",") + 1 if self.jenis == "skm" else 0
        return Formulasi(
            1,
            1,
            0,
            JenisFormulasi(self.jenis),
            rumus=self.rumus,
            penyebut_tetap=d(self.tetap),
            variabel=tuple((f"u{n}", f"U{n}") for n in range(1, unsur + 1)) or None,
        )

    def indikator(self) -> Indikator:
        return Indikator(
            1,
            1,
            0,
            "Indikator",
            arah=Arah.TURUN if self.turun else None,
            akumulasi=Akumulasi(self.akumulasi) if self.akumulasi else None,
            target=self._target(),
        )

    def _target(self) -> Target | None:
        if self.target is None and self.target_tw is None:
            return None
        tahun, *triwulan = (_ujung(t) for t in (self.target or "-", *(self.target_tw or "- - - -").split()))
        bawah, atas = zip(*triwulan, strict=True)
        return Target(
            tahun[0],
            bawah if self.target_tw else None,
            None,
            self.kumulatif,
            tahun[1],
            atas if any(atas) else None,
        )

    def aturan(self) -> Aturan:
        return aturan_capaian(self.atur)

    def realisasi(self) -> list[Realisasi | None]:
        return [self._satu(t, teks) for t, teks in enumerate(self.isian.split(), 1)]

    def _satu(self, triwulan: int, teks: str) -> Realisasi | None:
        if teks == "-":
            return None
        if self.jenis == "rumus":
            isi = tuple((nama, Decimal(nilai)) for nama, nilai in (v.split("=") for v in teks.split(",")))
            return Realisasi(1, triwulan, variabel=isi)
        if self.jenis == "skm":
            unsur = [(f"u{n}", Decimal(nilai)) for n, nilai in enumerate(teks.split(","), 1) if nilai]
            return Realisasi(1, triwulan, variabel=tuple(unsur))
        if self.jenis in ("rasio", "selisih"):
            pembilang, _, penyebut = teks.partition("/")
            return Realisasi(1, triwulan, pembilang=d(pembilang or None), penyebut=d(penyebut or None))
        return Realisasi(1, triwulan, nilai=Decimal(teks))


BALIK = PengaturanCapaian(rumus_turun="kebalikan")
BATAS_120 = PengaturanCapaian(batas_atas=Decimal(120))
BATAS_100 = PengaturanCapaian(batas_atas=Decimal(100))
TANPA_BATAS = PengaturanCapaian(tanpa_batas=True)
KANTOR = PengaturanCapaian(skala=SKALA_KANTOR)
TINGGI = PengaturanCapaian(skala=SKALA_TANPA_DASAR)
ST, T, S, R, SR = "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"

RASIO = [
    # a quarter alone
    K("rasio", "45/60 - - -", "75", "93.75", ST, target="80", tw=1),
    K("rasio", "45/60 - - -", tw=2, target="80"),
    K("rasio", "0/60 - - -", "0", "0", SR, target="80", tw=1),
    K("rasio", "60/60 - - -", "100", "125", ST, target="80", tw=1),
    K("rasio", "75/60 - - -", "125", "156.25", ST, target="80", tw=1),
    K("rasio", "1/3 - - -", "33.33333333", "41.66666667", SR, target="80", tw=1),
    K("rasio", "2/3 - - -", "66.66666667", "66.66666667", S, target="100", tw=1),
    K("rasio", "5/0 - - -", sebab="penyebut 0", target="80", tw=1),
    K("rasio", "0/0 - - -", sebab="penyebut 0", target="80", tw=1),
    K("rasio", "5/ - - -", sebab="Penyebut belum diisi", target="80", tw=1),
    K("rasio", "/5 - - -", sebab="Pembilang belum diisi", target="80", tw=1),
    K("rasio", "0/ - - -", sebab="Penyebut belum diisi", target="80", tw=1),
    K("rasio", "-5/50 - - -", "-10", "-12.5", SR, target="80", tw=1),
    K("rasio", "5/-50 - - -", "-10", "-12.5", SR, target="80", tw=1),
    K("rasio", "12.5/25 - - -", "50", "100", ST, target="50", tw=1),
    K("rasio", "45/60 - - -", "75", sebab="target belum ada", tw=1),
    # a year under jumlah: sums over sums
    K("rasio", "10/20 30/40 - -", "66.66666667", "83.33333333", T, target="80"),
    K("rasio", "10/20 30/40 - -", "66.67", "83.33", T, target="80", akumulasi="jumlah"),
    K("rasio", "1/1 1/99 - -", "2", "2.5", SR, target="80"),
    K("rasio", "10/10 - - 10/30", "50", "62.5", R, target="80"),
    K("rasio", "10/10 0/30 - -", "25", "31.25", SR, target="80"),
    K("rasio", "10/10 - - -", "100", "125", ST, target="80"),
    K("rasio", "25/25 25/25 25/25 25/25", "100", "100", ST, target="100"),
    K("rasio", "10/20 5/ - -", "50", "62.5", R, target="80"),
    K("rasio", "10/20 0/0 - -", "50", "62.5", R, target="80"),
    K("rasio", "0/0 0/0 - -", sebab="penyebut 0", target="80"),
    K("rasio", "5/ - - -", sebab="Penyebut belum diisi", target="80"),
    K("rasio", "- - - -", target="80"),
    K("rasio", "- - - -"),
    K("rasio", "0/0 10/10 - -", "100", "125", ST, target="80"),
    # a year under rata_rata: the mean of the quarters' percentages
    K("rasio", "10/20 30/40 - -", "62.5", "78.125", T, target="80", akumulasi="rata_rata"),
    K("rasio", "1/1 1/99 - -", "50.505051", "63.131313", R, target="80", akumulasi="rata_rata"),
    K("rasio", "10/10 0/30 - -", "50", "62.5", R, target="80", akumulasi="rata_rata"),
    K("rasio", "10/10 - 0/30 -", "50", "62.5", R, target="80", akumulasi="rata_rata"),
    K("rasio", "10/20 5/0 - -", "50", "62.5", R, target="80", akumulasi="rata_rata"),
    K("rasio", "5/0 - - -", sebab="penyebut 0", target="80", akumulasi="rata_rata"),
    K("rasio", "1/3 1/3 1/3 -", "33.3333333", "66.66666667", S, target="50", akumulasi="rata_rata"),
    # a year under terakhir: the last quarter that was entered
    K("rasio", "10/20 30/40 - -", "75", "93.75", ST, target="80", akumulasi="terakhir"),
    K("rasio", "10/20 0/40 - -", "0", "0", SR, target="80", akumulasi="terakhir"),
    K("rasio", "10/20 - 30/40 -", "75", "93.75", ST, target="80", akumulasi="terakhir"),
    K("rasio", "10/20 5/0 - -", sebab="penyebut 0", target="80", akumulasi="terakhir"),
    K("rasio", "10/20 5/ - -", "50", "62.5", R, target="80", akumulasi="terakhir"),
]  # fmt: skip

TETAP = [
    K("rasio", "7 - - -", "50", "50", SR, target_tw="100 - - -", tw=1, tetap="14"),
    K("rasio", "0 - - -", "0", "0", SR, target_tw="100 - - -", tw=1, tetap="14"),
    K("rasio", "7/99 - - -", "50", "50", SR, target_tw="100 - - -", tw=1, tetap="14"),
    K("rasio", "7 - - -", sebab="penyebut 0", target="100", tw=1, tetap="0"),
    K("rasio", "3 4 - -", "50", "50", SR, target="100", tetap="14"),
    K("rasio", "3 4 5 2", "100", "100", ST, target="100", tetap="14"),
    K("rasio", "7 7 7 7", "200", "200", ST, target="100", tetap="14"),
    K("rasio", "3 - - 4", "50", "50", SR, target="100", tetap="14", akumulasi="jumlah"),
    K("rasio", "7 0 - -", "50", "50", SR, target="100", tetap="14"),
    K("rasio", "7 14 - -", "75", "75", S, target="100", tetap="14", akumulasi="rata_rata"),
    K("rasio", "7 0 - -", "25", "25", SR, target="100", tetap="14", akumulasi="rata_rata"),
    K("rasio", "7 - - -", "50", "50", SR, target="100", tetap="14", akumulasi="rata_rata"),
    K("rasio", "7 14 - -", "100", "100", ST, target="100", tetap="14", akumulasi="terakhir"),
    K("rasio", "14 7 - 0", "0", "0", SR, target="100", tetap="14", akumulasi="terakhir"),
    K("rasio", "7 7 - -", sebab="penyebut 0", target="100", tetap="0"),
    K("rasio", "- - - -", target="100", tetap="14"),
    K("selisih", "20 - - -", "6", "60", R, target_tw="10 - - -", tw=1, tetap="14"),
    K("selisih", "20 8 - -", "14", "140", ST, target="10", tetap="14"),
    K("selisih", "20 8 - -", "0", "0", SR, target="10", tetap="14", akumulasi="rata_rata"),
    K("selisih", "20 18 - -", "4", "40", SR, target="10", tetap="14", akumulasi="terakhir"),
    K("selisih", "20 - - -", "20", "200", ST, target="10", tetap="0"),
]

HITUNGAN = [
    K("jumlah", "3 - - -", "3", "30", SR, target_tw="10 10 10 10", tw=1),
    K("jumlah", "3 4 - 5", "12", "100", ST, target="12"),
    K("jumlah", "3 4 0 5", "12", "100", ST, target="12"),
    K("jumlah", "0 - - -", "0", "0", SR, target="12"),
    K("jumlah", "- - - -", target="12"),
    K("jumlah", "3 4 - 5", "4", "33.33333", SR, target="12", akumulasi="rata_rata"),
    K("jumlah", "3 4 0 5", "3", "25", SR, target="12", akumulasi="rata_rata"),
    K("jumlah", "3 4 - -", "4", "33.33333", SR, target="12", akumulasi="terakhir"),
    K("jumlah", "3 0 - -", "0", "0", SR, target="12", akumulasi="terakhir"),
    K("jumlah", "-3 4 - -", "1", "10", SR, target="10"),
    K("jumlah", "0.5 0.25 0.125 -", "0.875", "87.5", T, target="1"),
    K("jumlah", "0.1 0.2 - -", "0.3", "100", ST, target="0.3"),
    K("jumlah", "3 - - -", "3", sebab="target belum ada", target="12", tw=1),
    K("jumlah", "3 - - -", "3", "25", SR, target="12", tw=1, akumulasi="rata_rata"),
    K("jumlah", "3 4 - 5", "12", sebab="target 0", target="0"),
    K("nilai", "80 82.5 - -", "82.5", "100", ST, target="82.5"),
    K("nilai", "80 82.5 - -", "82.5", "100", ST, target="82.5", akumulasi="terakhir"),
    K("nilai", "80 82.5 - -", "81.25", "65", R, target="125", akumulasi="rata_rata"),
    K("nilai", "80 82.5 - -", "162.5", "130", ST, target="125", akumulasi="jumlah"),
    K("nilai", "80 0 - -", "0", "0", SR, target="125"),
    K("nilai", "80 - - -", "80", "64", R, target="125", tw=1),
    K("nilai", "80 - - -", target="125", tw=2),
    K("nilai", "- - - -", target="125"),
    K("selisih", "30/25 - - -", "5", "50", SR, target="10", tw=1, target_tw="10 - - -"),
    K("selisih", "30/25 - - -", "5", sebab="target belum ada", target="10", tw=1),
    K("selisih", "30/25 20/25 - -", "0", "0", SR, target="10"),
    K("selisih", "30/25 20/10 - -", "15", "150", ST, target="10"),
    K("selisih", "30/25 20/10 - -", "7.5", "75", S, target="10", akumulasi="rata_rata"),
    K("selisih", "30/25 20/10 - -", "10", "100", ST, target="10", akumulasi="terakhir"),
    K("selisih", "0/0 - - -", "0", "0", SR, target="10"),
    K("selisih", "5/ - - -", sebab="Penyebut belum diisi", target="10"),
    K("selisih", "3/5 - - -", "-2", "100", ST, target="-2"),
    K("teks", "- - - -", target="10"),
    K("teks", "5 - - -", target="10"),
]

RUMUS = [
    K("rumus", "a=4,b=5 - - -", "20", "100", ST, target="20", rumus="a * b"),
    K("rumus", "a=4,b=5 a=1,b=1 - -", "21", "105", ST, target="20", rumus="a * b"),
    K("rumus", "a=4,b=5 a=0,b=1 - -", "10", "50", SR, target="20", rumus="a * b", akumulasi="rata_rata"),
    K("rumus", "a=4,b=5 a=1,b=1 - -", "1", "5", SR, target="20", rumus="a * b", akumulasi="terakhir"),
    K("rumus", "a=4 - - -", sebab="b belum diisi", target="20", rumus="a * b"),
    K("rumus", "a=4,b=0 - - -", sebab="pembagi dalam rumus bernilai 0", target="20", rumus="a / b"),
    K("rumus", "a=0,b=0 - - -", sebab="pembagi dalam rumus bernilai 0", target="20", rumus="a / b"),
    K("rumus", "a=4,b=5 a=4,b=0 - -", sebab="pembagi dalam rumus bernilai 0", target="20", rumus="a / b"),
    K("rumus", "a=4,b=5 a=4,b=0 - -", "0.8", "4", SR, target="20", rumus="a / b", akumulasi="rata_rata"),
    K("rumus", "a=99,b=99 - - -", sebab="Rumus tidak menghasilkan angka", target="20", rumus="a ^ b ^ b"),
    K("rumus", "a=4,b=5 - - -", target="20", rumus="12"),
    K("rumus", "- - - -", target="20", rumus="a * b"),
    K("rumus", "a=1 - - -", target="20", rumus="a +"),
    K("rumus", "a=3,b=4 - - -", "75", "100", ST, target="75", rumus="a : b x 100 %"),
    K("rumus", "a=4,b=5 - - -", "20", sebab="target belum ada", target="20", rumus="a * b", tw=1),
    K("rumus", "a=4,b=5 - - -", "20", "100", ST, target_tw="20 - - -", rumus="a * b", tw=1),
]

ARAH = [
    K("nilai", "80 - - -", "80", "100", ST, target="80", turun=True),
    K("nilai", "90 - - -", "90", "87.5", T, target="80", turun=True),
    K("nilai", "72 - - -", "72", "110", ST, target="80", turun=True),
    K("nilai", "0 - - -", "0", "200", ST, target="80", turun=True),
    K("nilai", "160 - - -", "160", "0", SR, target="80", turun=True),
    K("nilai", "161 - - -", "161", "0", SR, target="80", turun=True),
    K("nilai", "6.5 - - -", "6.5", "107.14", ST, target="7", turun=True),
    K("nilai", "9 - - -", "9", "87.5", T, target="8", turun=True),
    K("nilai", "0 - - -", "0", "100", ST, target="0", turun=True),
    K("nilai", "1 - - -", "1", "0", SR, target="0", turun=True),
    K("nilai", "80 - - -", "80", "100", ST, target="80", turun=True, atur=BALIK),
    K("nilai", "100 - - -", "100", "80", T, target="80", turun=True, atur=BALIK),
    K("nilai", "160 - - -", "160", "50", SR, target="80", turun=True, atur=BALIK),
    K("nilai", "0 - - -", "0", sebab="realisasi 0", target="80", turun=True, atur=BALIK),
    K("nilai", "0 - - -", "0", "100", ST, target="0", turun=True, atur=BALIK),
    K("nilai", "1 - - -", "1", "0", SR, target="0", turun=True, atur=BALIK),
    K("nilai", "0 - - -", "0", sebab="target 0", target="0"),
    K("nilai", "5 - - -", "5", sebab="target 0", target="0"),
    K("nilai", "5 - - -", "5", sebab="target 0", target="0", atur=BALIK),
    K("nilai", "90 - - -", "90", "112.5", ST, target="80", atur=BALIK),
    K("selisih", "30/25 20/25 - -", "0", "200", ST, target="10", turun=True),
    K("jumlah", "3 2 - -", "5", "50", SR, target="10"),
    K("jumlah", "3 2 - -", "5", "150", ST, target="10", turun=True),
    K("rasio", "3/30 - - -", "10", "100", ST, target="10", turun=True),
]

BATAS = [
    K("nilai", "150 - - -", "150", "150", ST, target="100"),
    K("nilai", "150 - - -", "150", "150", ST, target="100", atur=TANPA_BATAS),
    K("nilai", "150 - - -", "150", "120", ST, target="100", atur=BATAS_120),
    K("nilai", "120 - - -", "120", "120", ST, target="100", atur=BATAS_120),
    K("nilai", "119.99 - - -", "119.99", "119.99", ST, target="100", atur=BATAS_120),
    K("nilai", "101 - - -", "101", "100", ST, target="100", atur=BATAS_100),
    K("nilai", "0 - - -", "0", "120", ST, target="80", turun=True, atur=BATAS_120),
    K("nilai", "91 - - -", "91", "91", ST, target="100"),
    K("nilai", "90.999999 - - -", "90.999999", "90.999999", T, target="100"),
    K("nilai", "90.5 - - -", "90.5", "90.5", T, target="100"),
    K("nilai", "76 - - -", "76", "76", T, target="100"),
    K("nilai", "75.999 - - -", "75.999", "75.999", S, target="100"),
    K("nilai", "66 - - -", "66", "66", S, target="100"),
    K("nilai", "65.99 - - -", "65.99", "65.99", R, target="100"),
    K("nilai", "51 - - -", "51", "51", R, target="100"),
    K("nilai", "50.99 - - -", "50.99", "50.99", SR, target="100"),
    K("nilai", "0 - - -", "0", "0", SR, target="100"),
    K("nilai", "-5 - - -", "-5", "-5", SR, target="100"),
    K("nilai", "100 - - -", "100", "100", "Baik", target="100", atur=KANTOR),
    K("nilai", "99.999 - - -", "99.999", "99.999", "Cukup", target="100", atur=KANTOR),
    K("nilai", "75.5 - - -", "75.5", "75.5", "Cukup", target="100", atur=KANTOR),
    K("nilai", "75.4999 - - -", "75.4999", "75.4999", "Kurang", target="100", atur=KANTOR),
    K("nilai", "110 - - -", "110", "110", "Istimewa", target="100", atur=TINGGI),
    K("nilai", "89 - - -", "89", "89", None, target="100", atur=TINGGI),
    K("nilai", "-1 - - -", "-1", "-1", "Kurang", target="100", atur=KANTOR),
    K("nilai", "95 - - -", "95", "95", ST, target="100", atur=PengaturanCapaian(skala=())),
]

SASARAN_TARGET = [
    K("rasio", "45/60 - - -", "75", "75", S, target="80", target_tw="100 90 80 80", tw=1),
    K("rasio", "45/60 - - -", "75", "93.75", ST, target="80", target_tw="- 90 80 80", tw=1),
    K("rasio", "45/60 - - -", "75", "93.75", ST, target="80", target_tw="100 90 80 80"),
    K("rasio", "45/60 - - -", "75", sebab="target belum ada", target_tw="100 90 80 80"),
    K("rasio", "45/60 - - -", "75", sebab="target belum ada", target_tw="- 90 80 80", tw=1),
    K("rasio", "7 - - -", "50", sebab="target belum ada", target="80", tw=1, tetap="14"),
    K("rasio", "7 - - -", "50", "62.5", R, target="80", tw=1, tetap="14", akumulasi="terakhir"),
    K("nilai", "80 - - -", "80", sebab="target belum ada", target="100", tw=1, akumulasi="jumlah"),
    K("jumlah", "3 - - -", "3", sebab="target 0", target_tw="0 5 5 5", tw=1),
    K("jumlah", "0 - - -", "0", "100", ST, target_tw="0 5 5 5", tw=1, turun=True),
]

SEMUA = [*RASIO, *TETAP, *HITUNGAN, *RUMUS, *ARAH, *BATAS, *SASARAN_TARGET]
