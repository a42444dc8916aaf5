"""The sentence of every newer shape: running quarters, ranges, surveys, own targets, weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.aturan import Aturan
from iki_desktop.core.capaian import HasilInduk, Pengisian
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_induk, jelaskan_kemajuan, jelaskan_node
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    EmpatAngka,
    Formulasi,
    Gabungan,
    Indikator,
    JenisFormulasi,
    Realisasi,
    Target,
)
from iki_desktop.core.triwulan import Periode, Sampai
from tests.core.kantor import CAMAT, KASI, SASARAN_CAMAT, buka_kantor

LAPORAN = Formulasi(1, 1, 0, JenisFormulasi.JUMLAH)
INDEKS = Formulasi(2, 1, 0, JenisFormulasi.NILAI)
RASIO = Formulasi(3, 1, 0, JenisFormulasi.RASIO)
SKM = Formulasi(4, 1, 0, JenisFormulasi.SKM)
KATA = Formulasi(5, 1, 0, JenisFormulasi.TEKS)
KOSONG: list[Realisasi | None] = [None] * 4


def empat(teks: str) -> EmpatAngka:
    satu, dua, tiga, akhir = (None if t == "-" else Decimal(t) for t in teks.split())
    return satu, dua, tiga, akhir


def nilai(teks: str) -> list[Realisasi | None]:
    return [None if n is None else Realisasi(1, t, nilai=n) for t, n in enumerate(empat(teks), 1)]


def rasio(teks: str) -> list[Realisasi | None]:
    pasangan = [None if t == "-" else t.split("/") for t in teks.split()]
    return [
        None if p is None else Realisasi(1, t, Decimal(p[0]), Decimal(p[1]))
        for t, p in enumerate(pasangan, 1)
    ]


def unsur(triwulan: int, *angka: str) -> Realisasi:
    return Realisasi(1, triwulan, variabel=tuple((f"u{n}", Decimal(a)) for n, a in enumerate(angka, 1)))


def indikator(
    target: Target | None = None,
    *,
    arah: Arah | None = None,
    akumulasi: Akumulasi | None = None,
    gabungan: Gabungan | None = None,
) -> Indikator:
    return Indikator(1, 1, 0, "Indikator", None, arah, akumulasi, target, gabungan=gabungan)


PER_TRIWULAN = indikator(Target(Decimal(12), empat("3 3 3 3")))
KUMULATIF = indikator(Target(Decimal(12), empat("3 6 9 12"), kumulatif=True))
RENTANG = indikator(Target(Decimal(80), tahun_sampai=Decimal(85)))
SEMBILAN = ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"]

KALIMAT: list[tuple[Indikator, list[Pengisian], Periode, str]] = [
    # up to a quarter
    (PER_TRIWULAN, [(LAPORAN, nilai("3 2 - -"))], Sampai(2),
     "Σ TW I–II: 3 + 2 = 5; target s.d. TW II 6 (jumlah 3 dan 3) → capaian 83,33 % (Tinggi)."),
    (PER_TRIWULAN, [(LAPORAN, nilai("3 2 - -"))], Sampai(4),
     "Σ TW I–II: 3 + 2 = 5; target s.d. TW IV mengikuti target setahun 12 → capaian 41,67 % "
     "(Sangat Rendah); TW III dan IV belum diisi."),
    (PER_TRIWULAN, [(LAPORAN, KOSONG)], Sampai(2), "TW I dan II belum diisi."),
    (PER_TRIWULAN, [(LAPORAN, KOSONG)], Sampai(1), "TW I belum diisi."),
    (indikator(Target(Decimal(80), empat("70 80 - -"))), [(RASIO, rasio("20/25 25/35 - -"))], Sampai(3),
     "Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %; target s.d. TW III 76,67 "
     "(rata-rata 70, 80, dan 80) → capaian 97,83 % (Sangat Tinggi); TW III belum diisi."),
    (indikator(Target(None, empat("70 80 - -"))), [(INDEKS, nilai("70 - 60 -"))], Sampai(3),
     "Terakhir TW III: nilai 60; target s.d. TW III mengikuti target TW II 80 → capaian 75,00 % (Sedang); "
     "TW II belum diisi."),
    (indikator(Target(None, empat("- 5 - -"))), [(LAPORAN, nilai("3 2 - -"))], Sampai(2),
     "Σ TW I–II: 3 + 2 = 5; target s.d. TW II 5 → capaian 100,00 % (Sangat Tinggi)."),
    (indikator(Target(None, empat("5 - - -"))), [(LAPORAN, nilai("3 2 - -"))], Sampai(2),
     "Σ TW I–II: 3 + 2 = 5; target s.d. TW II mengikuti target TW I 5 → capaian 100,00 % (Sangat Tinggi)."),
    (indikator(Target(Decimal(80))), [(RASIO, rasio("20/25 25/35 - -"))], Sampai(2),
     "Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %; target s.d. TW II mengikuti "
     "target setahun 80 → capaian 93,75 % (Sangat Tinggi)."),
    (indikator(Target(Decimal(12))), [(LAPORAN, nilai("3 2 - -"))], Sampai(2),
     "Σ TW I–II: 3 + 2 = 5; target belum ada."),
    # cumulative
    (KUMULATIF, [(LAPORAN, nilai("3 2 - -"))], 1,
     "Nilai 3; target TW I 3 → capaian 100,00 % (Sangat Tinggi)."),
    (KUMULATIF, [(LAPORAN, nilai("3 2 - -"))], 2,
     "Nilai 2; target TW II 3 (kumulatif 6 dikurangi 3) → capaian 66,67 % (Sedang)."),
    (KUMULATIF, [(LAPORAN, nilai("3 2 - -"))], Sampai(3),
     "Σ TW I–II: 3 + 2 = 5; target s.d. TW III 9 → capaian 55,56 % (Rendah); TW III belum diisi."),
    # ranges
    (RENTANG, [(INDEKS, nilai("70 - 60 -"))], None,
     "Terakhir TW III: nilai 60; target setahun 80–85, realisasi di bawah batas 80 → "
     "capaian 60 ÷ 80 × 100 = 75,00 % (Sedang); TW II dan IV belum diisi."),
    (RENTANG, [(INDEKS, nilai("83 - - -"))], 1,
     "Nilai 83; target TW I mengikuti target setahun 80–85, realisasi di antaranya → "
     "capaian 100,00 % (Sangat Tinggi)."),
    (RENTANG, [(INDEKS, nilai("102 - - -"))], 1,
     "Nilai 102; target TW I mengikuti target setahun 80–85, realisasi di atas batas 85 → "
     "capaian 102 ÷ 85 × 100 = 120,00 % (Sangat Tinggi)."),
    (replace(RENTANG, arah=Arah.TURUN), [(INDEKS, nilai("90 - - -"))], 1,
     "Nilai 90; target TW I mengikuti target setahun 80–85, realisasi di atas batas 85 → "
     "capaian (2 × 85 − 90) ÷ 85 × 100 = 94,12 % (Sangat Tinggi)."),
    (indikator(Target(Decimal(0), tahun_sampai=Decimal(5))), [(INDEKS, nilai("-1 - - -"))], 1,
     "Nilai −1; target TW I mengikuti target setahun 0–5, realisasi di bawah batas 0, "
     "capaian tidak dapat dihitung."),
    (indikator(Target(Decimal(-5), tahun_sampai=Decimal(0)), arah=Arah.TURUN),
     [(INDEKS, nilai("3 - - -"))], 1,
     "Nilai 3; target TW I mengikuti target setahun −5 s.d. 0, realisasi di atas batas 0 → "
     "capaian 0,00 % (Sangat Rendah)."),
    # a survey by its unsur
    (indikator(Target(Decimal(80))), [(SKM, [unsur(1, *SEMBILAN), None, None, None])], None,
     "Terakhir TW I: (3,1 + 3,2 + 3,3 + 3,4 + 3,5 + 3,6 + 3,7 + 3,8 + 3,9) ÷ 9 unsur × 25 = 87,5 "
     "(mutu B, Baik); target setahun 80 → capaian 109,38 % (Sangat Tinggi); TW II–IV belum diisi."),
    (indikator(akumulasi=Akumulasi.RATA_RATA),
     [(replace(SKM, variabel=(("u1", "A"), ("u2", "B"), ("u3", "C"))),
       [unsur(1, "3", "3", "4"), unsur(2, "4", "4", "3"), None, None])], Sampai(2),
     "Rata-rata dari TW I 83,33 dan TW II 91,67 = 87,5 (mutu B, Baik); target belum ada."),
    (indikator(akumulasi=Akumulasi.JUMLAH),
     [(replace(SKM, variabel=(("u1", "A"),)), [unsur(1, "3"), unsur(2, "4"), None, None])], Sampai(2),
     "Σ TW I–II: 75 + 100 = 175; target belum ada."),
    (indikator(), [(replace(SKM, variabel=(("u1", "A"), ("u2", "B"))), [unsur(1, "3"), *KOSONG[1:]])], 1,
     "B belum diisi."),
    # each formula on its own
    (indikator(Target(Decimal(80)), gabungan=Gabungan.MASING_MASING),
     [(replace(LAPORAN, target=Target(Decimal(6))), nilai("3 2 - -")), (RASIO, rasio("20/25 25/35 - -")),
      (INDEKS, KOSONG)], None,
     "(1) Σ TW I–II: 3 + 2 = 5, target setahun 6 → capaian 83,33 %, TW III dan IV belum diisi; "
     "(2) Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %, target setahun 80 → capaian 93,75 %, "
     "TW III dan IV belum diisi; (3) belum ada triwulan yang diisi; "
     "rata-rata capaian 2 dari 3 formulasi: (83,33 + 93,75) ÷ 2 = 88,54 % (Tinggi)."),
    (indikator(gabungan=Gabungan.MASING_MASING),
     [(replace(LAPORAN, target=Target(Decimal(6))), nilai("3 2 - -"))], None,
     "Σ TW I–II: 3 + 2 = 5; target setahun 6 → capaian 83,33 % (Tinggi); TW III dan IV belum diisi."),
    (indikator(Target(Decimal(80)), gabungan=Gabungan.MASING_MASING),
     [(LAPORAN, nilai("3 2 - -")), (RASIO, rasio("20/25 25/35 - -")), (KATA, KOSONG)], 2,
     "(1) nilai 2, target belum ada; (2) pembilang 25 ÷ penyebut 35 × 100 = 71,43 %, "
     "target TW II mengikuti target setahun 80 → capaian 89,29 %; (3) kata-kata, tidak dihitung; "
     "rata-rata capaian 1 dari 3 formulasi = 89,29 % (Tinggi)."),
    (indikator(gabungan=Gabungan.MASING_MASING), [(LAPORAN, nilai("3 - - -")), (INDEKS, KOSONG)], 1,
     "(1) nilai 3, target belum ada; (2) TW I belum diisi."),
    (indikator(Target(Decimal(80))), [(SKM, [unsur(1, *SEMBILAN), *KOSONG[1:]])] * 2, 1,
     "(1) (3,1 + 3,2 + 3,3 + 3,4 + 3,5 + 3,6 + 3,7 + 3,8 + 3,9) ÷ 9 unsur × 25 = 87,5 (mutu B, Baik); "
     "(2) (3,1 + 3,2 + 3,3 + 3,4 + 3,5 + 3,6 + 3,7 + 3,8 + 3,9) ÷ 9 unsur × 25 = 87,5 (mutu B, Baik); "
     "rata-rata 2 formulasi = 87,5; target TW I mengikuti target setahun 80 → capaian 109,38 % "
     "(Sangat Tinggi)."),
]  # fmt: skip


@pytest.mark.parametrize("milik, pengisian, periode, kalimat", KALIMAT)
def test_every_shape(
    milik: Indikator, pengisian: Sequence[Pengisian], periode: Periode, kalimat: str
) -> None:
    assert jelaskan_indikator(milik, pengisian, Aturan(), periode) == kalimat


def test_progress_names_the_target_of_the_year() -> None:
    assert jelaskan_kemajuan(PER_TRIWULAN, [(LAPORAN, nilai("3 2 9 -"))], Aturan(), 2) == (
        "Σ TW I–II: 3 + 2 = 5; target setahun 12 → capaian 41,67 % (Sangat Rendah)."
    )
    assert jelaskan_kemajuan(PER_TRIWULAN, [(LAPORAN, KOSONG)], Aturan(), 1) == "TW I belum diisi."
    assert jelaskan_kemajuan(PER_TRIWULAN, [], Aturan(), 1) == "Belum ada formulasi."


def test_rounding_before_the_mean_is_said() -> None:
    milik = indikator(Target(Decimal(3)), gabungan=Gabungan.MASING_MASING)
    dua = [(INDEKS, nilai("1 - - -")), (INDEKS, nilai("2 - - -"))]
    assert jelaskan_indikator(milik, dua, Aturan(desimal=0, rata_rata_dibulatkan=True), 1).endswith(
        "rata-rata capaian 2 formulasi: (33 + 67) ÷ 2 = 50 % (Sangat Rendah); capaian dibulatkan dahulu."
    )


def anak(*capaian: str | None) -> list[HasilInduk]:
    return [HasilInduk(None if c is None else Decimal(c), None, 0, 1) for c in capaian]


def bobot(teks: str) -> list[Decimal | None]:
    return [None if t == "-" else Decimal(t) for t in teks.split()]


@pytest.mark.parametrize(
    "hasil, berat, aturan, kalimat",
    [
        (anak("90", "80"), "3 1", Aturan(),
         "Rata-rata berbobot 2 sasaran: (3 × 90,00 + 1 × 80,00) ÷ 4 = 87,50 % (Tinggi)."),
        (anak("90", "80"), "- -", Aturan(), "Rata-rata 2 sasaran: (90,00 + 80,00) ÷ 2 = 85,00 % (Tinggi)."),
        (anak("93.75", None, "80"), "3 2 -", Aturan(),
         "Rata-rata berbobot 2 dari 3 sasaran yang bercapaian: (3 × 93,75 + 2,5 × 80,00) ÷ 5,5 = 87,50 % "
         "(Tinggi); yang tanpa bobot dihitung 2,5."),
        (anak("-10", "50"), "1 1", Aturan(),
         "Rata-rata berbobot 2 sasaran: (1 × (−10,00) + 1 × 50,00) ÷ 2 = 20,00 % (Sangat Rendah)."),
        (anak("93.75", None), "3 2", Aturan(),
         "Rata-rata berbobot 1 dari 2 sasaran yang bercapaian: 93,75 % (Sangat Tinggi)."),
        (anak("93.75", "80"), "0 0", Aturan(), "Bobot 2 sasaran semuanya 0; capaian tidak dapat dihitung."),
        (anak("93.75", None), "0 1", Aturan(),
         "Bobot 1 dari 2 sasaran yang bercapaian semuanya 0; capaian tidak dapat dihitung."),
        (anak(*["93.75"] * 9, "50"), "3 3 3 3 3 3 3 3 3 1", Aturan(),
         "Rata-rata berbobot 10 sasaran: jumlah bobot × capaian 2.581,25 ÷ jumlah bobot 28 = 92,19 % "
         "(Sangat Tinggi)."),
        (anak("90.4", "80.5"), "1 2", Aturan(desimal=0, rata_rata_dibulatkan=True),
         "Rata-rata berbobot 2 sasaran: (1 × 90 + 2 × 81) ÷ 3 = 84 % (Tinggi); capaian dibulatkan dahulu."),
    ],
)  # fmt: skip
def test_children_by_their_weights(hasil: list[HasilInduk], berat: str, aturan: Aturan, kalimat: str) -> None:
    assert jelaskan_induk("sasaran", hasil, aturan, bobot(berat)) == kalimat


def test_a_node_of_the_tree_explains_itself() -> None:
    ws, _ = buka_kantor()
    pertama = ws.arsip[1001]
    assert isinstance(pertama, Indikator)
    ws.ubah(replace(pertama, bobot=Decimal(3)))
    assert jelaskan_node(ws, SASARAN_CAMAT, 1) == (
        "Rata-rata berbobot 2 indikator: (3 × 100,00 + 3 × 50,00) ÷ 6 = 75,00 % (Sedang); "
        "yang tanpa bobot dihitung 3."
    )
    assert jelaskan_node(ws, CAMAT, 1) == ("Rata-rata 1 dari 2 sasaran yang bercapaian: 75,00 % (Sedang).")
    assert jelaskan_node(ws, 2, None) == (
        "Rata-rata 2 dari 3 jabatan yang bercapaian: (75,00 + 80,00) ÷ 2 = 77,50 % (Tinggi)."
    )
    assert jelaskan_node(ws, KASI, 1) == "Belum ada sasaran."
