"""The sentence under a figure, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from iki_desktop.core.capaian import Aturan, HasilInduk, aturan_capaian
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_induk
from iki_desktop.core.records import Akumulasi, Formulasi, Indikator, JenisFormulasi, PengaturanCapaian
from iki_desktop.core.triwulan import Periode
from tests.core.kasus_capaian import BALIK, BATAS_120, KANTOR, TINGGI, K

POTONG = PengaturanCapaian(pembulatan="potong", desimal=1)
ST = "(Sangat Tinggi)"
SR = "(Sangat Rendah)"

KALIMAT = [
    # a ratio
    (K("rasio", "20/25 25/35 - -", target="80"),
     f"Σ pembilang TW I–II 45 ÷ Σ penyebut 60 × 100 = 75,00 %; target setahun 80 → capaian 93,75 % {ST}; "
     "TW III dan IV belum diisi."),
    (K("rasio", "- 45/60 - -", target_tw="- 80 - -", tw=2),
     f"Pembilang 45 ÷ penyebut 60 × 100 = 75,00 %; target TW II 80 → capaian 93,75 % {ST}."),
    (K("rasio", "- 45/60 - -", target="80", tw=2),
     "Pembilang 45 ÷ penyebut 60 × 100 = 75,00 %; target TW II mengikuti target setahun 80 → "
     f"capaian 93,75 % {ST}."),
    (K("rasio", "- 45/60 - -", tw=2), "Pembilang 45 ÷ penyebut 60 × 100 = 75,00 %; target belum ada."),
    (K("rasio", "- 45/60 - -", target="80", tw=1), "TW I belum diisi."),
    (K("rasio", "45/ - - -", target="80", tw=1), "Penyebut belum diisi."),
    (K("rasio", "/45 - - -", target="80"), "TW I: Pembilang belum diisi; TW II–IV belum diisi."),
    (K("rasio", "45/0 - - -", target="80", tw=1), "Penyebut 0, tidak dapat dihitung."),
    (K("rasio", "45/0 - - 5/0", target="80"),
     "Penyebut 0, tidak dapat dihitung; TW II dan III belum diisi."),
    (K("rasio", "- - - -", target="80"), "Belum ada triwulan yang diisi."),
    (K("rasio", "10/10 - - 10/30", target="80"),
     "Σ pembilang TW I dan IV 20 ÷ Σ penyebut 40 × 100 = 50,00 %; target setahun 80 → "
     "capaian 62,50 % (Rendah); TW II dan III belum diisi."),
    (K("rasio", "1250/2500.5 - - -", target="80"),
     "Pembilang TW I 1.250 ÷ penyebut 2.500,5 × 100 = 49,99 %; target setahun 80 → "
     "capaian 62,49 % (Rendah); TW II–IV belum diisi."),
    (K("rasio", "10/20 5/ 3/4 1/1", target="80", akumulasi="jumlah"),
     "Σ pembilang TW I, III, dan IV 14 ÷ Σ penyebut 25 × 100 = 56,00 %; target setahun 80 → "
     "capaian 70,00 % (Sedang); TW II: Penyebut belum diisi."),
    (K("rasio", "10/20 30/40 - -", target="80", akumulasi="rata_rata"),
     "Rata-rata dari TW I 50,00 % dan TW II 75,00 % = 62,50 %; target setahun 80 → "
     "capaian 78,13 % (Tinggi); TW III dan IV belum diisi."),
    (K("rasio", "1/2 1/0 1/1 3/4", target="80", akumulasi="rata_rata"),
     "Rata-rata dari TW I 50,00 %, TW III 100,00 %, dan TW IV 75,00 % = 75,00 %; target setahun 80 → "
     f"capaian 93,75 % {ST}; TW II: penyebut 0, tidak ikut dihitung."),
    (K("rasio", "1/2 - - -", akumulasi="rata_rata"),
     "Rata-rata dari TW I 50,00 %; target belum ada; TW II–IV belum diisi."),
    (K("rasio", "1/0 - - -", akumulasi="rata_rata"),
     "Penyebut 0, tidak dapat dihitung; TW II–IV belum diisi."),
    (K("rasio", "10/20 - 30/40 -", target="80", akumulasi="terakhir"),
     f"Terakhir TW III: pembilang 30 ÷ penyebut 40 × 100 = 75,00 %; target setahun 80 → "
     f"capaian 93,75 % {ST}; TW II dan IV belum diisi."),
    # a constant denominator
    (K("rasio", "7 - - -", target_tw="50 - - -", tw=1, tetap="14"),
     f"Pembilang 7 ÷ 14 (tetap) × 100 = 50,00 %; target TW I 50 → capaian 100,00 % {ST}."),
    (K("rasio", "3 4 - -", target="100", tetap="14"),
     f"Σ pembilang TW I–II 7 ÷ 14 (tetap) × 100 = 50,00 %; target setahun 100 → capaian 50,00 % {SR}; "
     "TW III dan IV belum diisi."),
    # a count and a value
    (K("jumlah", "3 - - -", target_tw="4 - - -", tw=1),
     "Nilai 3; target TW I 4 → capaian 75,00 % (Sedang)."),
    (K("jumlah", "3 4 - 5", target="12"),
     f"Σ TW I, II, dan IV: 3 + 4 + 5 = 12; target setahun 12 → capaian 100,00 % {ST}; TW III belum diisi."),
    (K("jumlah", "-3 4 1 0", target="4"),
     f"Σ TW I–IV: (−3) + 4 + 1 + 0 = 2; target setahun 4 → capaian 50,00 % {SR}."),
    (K("jumlah", "3 - - -", target="4"),
     "TW I: nilai 3; target setahun 4 → capaian 75,00 % (Sedang); TW II–IV belum diisi."),
    (K("jumlah", "1 1 2 -", akumulasi="rata_rata"),
     "Rata-rata dari TW I 1, TW II 1, dan TW III 2 = 1,33; target belum ada; TW IV belum diisi."),
    (K("nilai", "80 82.125 - -", target="82.125"),
     f"Terakhir TW II: nilai 82,125; target setahun 82,125 → capaian 100,00 % {ST}; "
     "TW III dan IV belum diisi."),
    # a difference
    (K("selisih", "30/25 - - -", target_tw="10 - - -", tw=1),
     f"Pembilang 30 − penyebut 25 = 5; target TW I 10 → capaian 50,00 % {SR}."),
    (K("selisih", "30/25 20/10 - -", target="10"),
     f"Σ pembilang TW I–II 50 − Σ penyebut 35 = 15; target setahun 10 → capaian 150,00 % {ST}; "
     "TW III dan IV belum diisi."),
    (K("selisih", "20 8 - -", target="14", tetap="14"),
     f"Σ pembilang TW I–II 28 − 14 (tetap) = 14; target setahun 14 → capaian 100,00 % {ST}; "
     "TW III dan IV belum diisi."),
    # an expression
    (K("rumus", "a=4,b=-5 - - -", tw=1, rumus="a*(b-2,5)/3 + max(a;1.5)^2"),
     "4 × ((−5)−2,5) ÷ 3 + max(4;1,5) ^ 2 = 6; target belum ada."),
    (K("rumus", "a=1,b=3 - - -", tw=1, rumus="a : b x 100 %"), "1 ÷ 3 × 100 = 33,33; target belum ada."),
    (K("rumus", "a=4,b=5 a=1,b=1 - -", target="20", rumus="a * b"),
     f"Σ TW I–II: 20 + 1 = 21; target setahun 20 → capaian 105,00 % {ST}; TW III dan IV belum diisi."),
    (K("rumus", "a=4,b=5 - - -", target="20", rumus="a * b"),
     f"TW I: 4 × 5 = 20; target setahun 20 → capaian 100,00 % {ST}; TW II–IV belum diisi."),
    (K("rumus", "a=4,b=0 - - -", tw=1, rumus="a / b"),
     "Pembagi dalam rumus bernilai 0, tidak dapat dihitung."),
    (K("rumus", "a=4 - - -", tw=1, rumus="a / b"), "B belum diisi."),
    (K("rumus", "a=4 - - -", tw=1, rumus="a / .5"), "4 ÷ 0,5 = 8; target belum ada."),
    (K("rumus", "a=4 - - -", tw=1, rumus="a +"), "Rumus “a +” belum dapat dibaca."),
    (K("rumus", "a=4 - - -", rumus="12"), "Rumus tidak memuat variabel."),
    (K("rumus", "a=4 - - -"), "Rumus belum ditulis."),
    # words
    (K("teks", "- - - -", target="80"), "Formulasi berupa kata-kata; tidak ada yang dihitung."),
    # less is better
    (K("nilai", "90 - - -", target="80", turun=True, tw=1),
     "Nilai 90; target TW I mengikuti target setahun 80 → capaian (2 × 80 − 90) ÷ 80 × 100 = "
     "87,50 % (Tinggi)."),
    (K("nilai", "161 - - -", target_tw="80 - - -", turun=True, tw=1),
     "Nilai 161; target TW I 80 → capaian (2 × 80 − 161) ÷ 80 × 100 di bawah 0, dihitung "
     f"0,00 % {SR}."),
    (K("selisih", "3/5 - - -", target_tw="4 - - -", turun=True, tw=1, atur=BATAS_120),
     "Pembilang 3 − penyebut 5 = −2; target TW I 4 → capaian (2 × 4 − (−2)) ÷ 4 × 100 = "
     f"250,00 % dibatasi 120 % {ST}."),
    (K("nilai", "100 - - -", target_tw="80 - - -", turun=True, tw=1, atur=BALIK),
     "Nilai 100; target TW I 80 → capaian 80 ÷ 100 × 100 = 80,00 % (Tinggi)."),
    (K("nilai", "0 - - -", target_tw="80 - - -", turun=True, tw=1, atur=BALIK),
     "Nilai 0; target TW I 80, realisasi 0, capaian tidak dapat dihitung."),
    (K("nilai", "0 - - -", target_tw="0 - - -", turun=True, tw=1),
     f"Nilai 0; target TW I 0, realisasi 0 → capaian 100,00 % {ST}."),
    (K("nilai", "2 - - -", target_tw="0 - - -", turun=True, tw=1),
     f"Nilai 2; target TW I 0, realisasi bukan 0 → capaian 0,00 % {SR}."),
    (K("nilai", "2 - - -", target_tw="0 - - -", tw=1),
     "Nilai 2; target TW I 0, capaian tidak dapat dihitung."),
    # the document's ways
    (K("nilai", "150 - - -", target_tw="100 - - -", tw=1, atur=BATAS_120),
     f"Nilai 150; target TW I 100 → capaian 150,00 % dibatasi 120 % {ST}."),
    (K("nilai", "120 - - -", target_tw="100 - - -", tw=1, atur=BATAS_120),
     f"Nilai 120; target TW I 100 → capaian 120,00 % {ST}."),
    (K("nilai", "75.4999 - - -", target_tw="100 - - -", tw=1, atur=KANTOR),
     "Nilai 75,4999; target TW I 100 → capaian 75,50 % (Kurang, sebelum dibulatkan)."),
    (K("nilai", "50 - - -", target_tw="100 - - -", tw=1, atur=TINGGI),
     "Nilai 50; target TW I 100 → capaian 50,00 %."),
    (K("rasio", "2/3 - - -", target_tw="100 - - -", tw=1, atur=POTONG),
     "Pembilang 2 ÷ penyebut 3 × 100 = 66,6 %; target TW I 100 → capaian 66,6 % dipotong (Sedang)."),
]  # fmt: skip


@pytest.mark.parametrize("kasus, kalimat", KALIMAT, ids=lambda k: getattr(k, "isian", ""))
def test_one_formula(kasus: K, kalimat: str) -> None:
    pengisian = [(kasus.formulasi(), kasus.realisasi())]
    assert jelaskan_indikator(kasus.indikator(), pengisian, aturan_capaian(kasus.atur), kasus.tw) == kalimat


@pytest.mark.parametrize(
    "kasus, periode, kalimat",
    [
        ([], None, "Belum ada formulasi."),
        ([K("rasio", "1/2 - - -"), K("rasio", "3/4 1/4 - -")], 1,
         "(1) pembilang 1 ÷ penyebut 2 × 100 = 50,00 %; (2) pembilang 3 ÷ penyebut 4 × 100 = 75,00 %; "
         "rata-rata 2 formulasi = 62,50 %; "
         "target TW I mengikuti target setahun 80 → capaian 78,13 % (Tinggi)."),
        ([K("rasio", "1/2 - - -"), K("rasio", "3/4 1/4 - -")], None,
         "(1) pembilang TW I 1 ÷ penyebut 2 × 100 = 50,00 %, TW II–IV belum diisi; "
         "(2) Σ pembilang TW I–II 4 ÷ Σ penyebut 8 × 100 = 50,00 %, TW III dan IV belum diisi; "
         "rata-rata 2 formulasi = 50,00 %; target setahun 80 → capaian 62,50 % (Rendah)."),
        ([K("rasio", "1/2 - - -"), K("rasio", "3/ - - -"), K("teks", "- - - -")], None,
         "(1) pembilang TW I 1 ÷ penyebut 2 × 100 = 50,00 %, TW II–IV belum diisi; "
         "(2) TW I: Penyebut belum diisi, TW II–IV belum diisi; (3) kata-kata, tidak dihitung; "
         "rata-rata 1 dari 3 formulasi = 50,00 %; target setahun 80 → capaian 62,50 % (Rendah)."),
        ([K("nilai", "60 - - -"), K("rasio", "4/5 - - -")], 1,
         "(1) nilai 60; (2) pembilang 4 ÷ penyebut 5 × 100 = 80,00 %; rata-rata 2 formulasi = 70; "
         "target TW I mengikuti target setahun 80 → capaian 87,50 % (Tinggi)."),
        ([K("nilai", "- - - -"), K("rasio", "4/0 - - -")], 1,
         "(1) TW I belum diisi; (2) penyebut 0, tidak dapat dihitung."),
        ([K("teks", "- - - -"), K("teks", "- - - -")], None,
         "Formulasi berupa kata-kata; tidak ada yang dihitung."),
    ],
)  # fmt: skip
def test_several_formulas_and_their_mean(kasus: Sequence[K], periode: Periode, kalimat: str) -> None:
    indikator = K("nilai", "- - - -", target="80").indikator()
    pengisian = [(k.formulasi(), k.realisasi()) for k in kasus]
    assert jelaskan_indikator(indikator, pengisian, aturan_capaian(None), periode) == kalimat


def test_the_words_of_the_office_are_quoted_as_they_are() -> None:
    formulasi = Formulasi(
        1, 1, 0, JenisFormulasi.RUMUS, rumus="hari kerja * lambda",
        variabel=(("hari kerja", "Hari <b>kerja</b>"), ("lambda", "=1+1")),
    )  # fmt: skip
    indikator = Indikator(1, 1, 0, "Indikator", akumulasi=Akumulasi.JUMLAH)
    kosong = K("rumus", "hari=1 - - -").realisasi()[0]
    assert kosong is not None
    isian = [replace(kosong, variabel=(("hari kerja", Decimal(20)),)), None, None, None]
    assert jelaskan_indikator(indikator, [(formulasi, isian)], Aturan(), 1) == "=1+1 belum diisi."


def anak(*capaian: str | None) -> list[HasilInduk]:
    return [HasilInduk(None if c is None else Decimal(c), None, 0, 1) for c in capaian]


@pytest.mark.parametrize(
    "hasil, atur, kalimat",
    [
        (anak(), None, "Belum ada indikator."),
        (anak(None, None), None, "Belum ada indikator yang bercapaian."),
        (anak("93.75", None, "80", "100"), None,
         "Rata-rata 3 dari 4 indikator yang bercapaian: (93,75 + 80,00 + 100,00) ÷ 3 = "
         "91,25 % (Sangat Tinggi)."),
        (anak("90", "80"), None, "Rata-rata 2 indikator: (90,00 + 80,00) ÷ 2 = 85,00 % (Tinggi)."),
        (anak("90"), None, "Rata-rata 1 indikator: 90,00 % (Tinggi)."),
        (anak("90", None), None, "Rata-rata 1 dari 2 indikator yang bercapaian: 90,00 % (Tinggi)."),
        (anak("-10", "50"), None, "Rata-rata 2 indikator: ((−10,00) + 50,00) ÷ 2 = 20,00 % (Sangat Rendah)."),
        (anak("50", "60"), TINGGI, "Rata-rata 2 indikator: (50,00 + 60,00) ÷ 2 = 55,00 %."),
        (anak(*["90.125"] * 9), None, "Rata-rata 9 indikator: jumlah 811,13 ÷ 9 = 90,13 % (Tinggi)."),
        (anak(*["90.125"] * 9), PengaturanCapaian(rata_rata_dari="dibulatkan"),
         "Rata-rata 9 indikator: jumlah 811,17 ÷ 9 = 90,13 % (Tinggi); capaian dibulatkan dahulu."),
        (anak("90.996", "90.999"), None,
         "Rata-rata 2 indikator: (91,00 + 91,00) ÷ 2 = 91,00 % (Tinggi, sebelum dibulatkan)."),
        (anak("90.996", "90.999"), PengaturanCapaian(rata_rata_dari="dibulatkan"),
         "Rata-rata 2 indikator: (91,00 + 91,00) ÷ 2 = 91,00 % (Sangat Tinggi); capaian dibulatkan dahulu."),
    ],
)  # fmt: skip
def test_children_and_their_mean(
    hasil: list[HasilInduk], atur: PengaturanCapaian | None, kalimat: str
) -> None:
    assert jelaskan_induk("indikator", hasil, aturan_capaian(atur)) == kalimat
