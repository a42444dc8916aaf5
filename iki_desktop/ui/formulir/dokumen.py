"""The fields of a year's document outside its decision: cover, visi and misi, how capaian is computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from iki_desktop.core.records import PengaturanCapaian
from iki_desktop.ui.formulir.bidang_daftar import BidangMisi
from iki_desktop.ui.formulir.bidang_pasangan import BidangSkala
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import angka, paragraf, pilihan, teks
from iki_desktop.ui.formulir.lensa import Lensa, bagian, kolom

__all__ = ["TABEL_DOKUMEN", "TABEL_SAMPUL", "TABEL_VISI_MISI"]

_CAPAIAN = bagian("capaian", PengaturanCapaian)


def _capaian(nama: str) -> Lensa:
    return _CAPAIAN.lalu(kolom(nama))


def _pasang_batas(pengaturan: PengaturanCapaian, batas: Decimal | None) -> PengaturanCapaian:
    """A cap takes the place of "no cap"; emptied, there is none."""
    tanpa = pengaturan.tanpa_batas and batas is None
    return replace(pengaturan, batas_atas=batas, tanpa_batas=tanpa)


def _ambil_batas(pengaturan: Any) -> Any:
    return pengaturan.batas_atas


_RUMUS_TURUN = (
    ("selisih", "(2 × target − realisasi) ÷ target", "Dipakai hampir semua laporan kinerja."),
    ("kebalikan", "target ÷ realisasi", "Realisasi dua kali target dihitung 50 %."),
)
_DESIMAL = tuple((n, str(n), "") for n in range(5))
_PEMBULATAN = (
    ("setengah_ke_atas", "Dibulatkan", "86,255 ditulis 86,26."),
    ("potong", "Dipotong", "86,259 ditulis 86,25."),
)
_RATA_RATA = (
    ("penuh", "Angka penuh", "Rata-rata dari capaian sebelum dibulatkan."),
    ("dibulatkan", "Angka yang tampak", "Rata-rata dari capaian seperti yang dicetak."),
)

TABEL_SAMPUL: Tabel = (
    Bagian(
        "",
        (
            (
                paragraf(
                    "judul",
                    "Judul sampul",
                    contoh="INDIKATOR KINERJA INDIVIDU (IKI)",
                    petunjuk="Kosong: tanpa sampul.",
                ),
            ),
            (
                teks(
                    "periode",
                    "Periode",
                    petunjuk="Bila untuk beberapa tahun: 2019-2024.",
                    lebar=30,
                ),
            ),
        ),
    ),
)

TABEL_DOKUMEN: Tabel = (
    Bagian(
        "Perhitungan capaian",
        (
            (
                pilihan(
                    "rumus_turun",
                    "Bila makin kecil makin baik",
                    _RUMUS_TURUN,
                    bawaan="selisih",
                    lensa=_capaian("rumus_turun"),
                ),
                angka(
                    "batas_atas",
                    "Batas atas capaian (%)",
                    petunjuk="Kosong: tanpa batas.",
                    lensa=_CAPAIAN.lalu(Lensa(_ambil_batas, _pasang_batas)),
                ),
            ),
            (
                pilihan("desimal", "Angka di belakang koma", _DESIMAL, bawaan=2, lensa=_capaian("desimal")),
                pilihan(
                    "pembulatan",
                    "Pembulatan",
                    _PEMBULATAN,
                    bawaan="setengah_ke_atas",
                    lensa=_capaian("pembulatan"),
                ),
                pilihan(
                    "rata_rata_dari",
                    "Rata-rata dari",
                    _RATA_RATA,
                    bawaan="penuh",
                    lensa=_capaian("rata_rata_dari"),
                ),
            ),
            (
                Isian(
                    "skala",
                    "Kategori capaian",
                    _capaian("skala"),
                    lambda _s: BidangSkala(),
                    "Kosong: skala Permendagri 54/2010.",
                ),
            ),
        ),
    ),
)

TABEL_VISI_MISI: Tabel = (
    Bagian(
        "",
        (
            (paragraf("visi", "Visi"),),
            (
                Isian(
                    "misi",
                    "Misi, tujuan, dan sasaran",
                    kolom("misi"),
                    lambda _s: BidangMisi(
                        contoh="Misi pertama",
                        petunjuk="Tingkat pertama misi, di bawahnya tujuan, lalu sasaran.",
                    ),
                ),
            ),
        ),
    ),
)
