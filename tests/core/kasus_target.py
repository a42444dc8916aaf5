"""Figures worked out by hand: running quarters, cumulative targets, ranges, surveys, printed reports."""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.records import PengaturanCapaian
from iki_desktop.core.triwulan import Sampai
from tests.core.kasus_capaian import BALIK, BATAS_120, SR, ST, TANPA_BATAS, K, R, S, T

TW = {n: Sampai(n) for n in (1, 2, 3, 4)}

BERJALAN = [
    # the year up to a quarter: of counts the sum, against the sum of the targets
    K("jumlah", "3 2 - -", "5", "83.33", T, target="12", target_tw="3 3 3 3", tw=TW[2]),
    K("jumlah", "3 2 - -", "5", "41.67", SR, target="12", target_tw="3 3 3 3", tw=TW[4]),
    K("jumlah", "3 2 9 -", "5", sebab="target belum ada", target="12", tw=TW[2]),
    K("jumlah", "3 2 9 -", "5", "83.33", T, target_tw="3 3 - -", tw=TW[2]),
    K("jumlah", "3 2 9 3", "17", "283.33", ST, target_tw="3 3 - -", tw=TW[4]),
    K("jumlah", "- 2 - -", target_tw="3 3 3 3", tw=TW[1]),
    K("jumlah", "0 0 - -", "0", "0", SR, target_tw="3 3 3 3", tw=TW[2]),
    K("jumlah", "3 2 - -", "5", "100", ST, target_tw="- 5 - -", tw=TW[3]),
    K("jumlah", "-3 4 - -", "1", "10", SR, target_tw="5 5 5 5", tw=TW[2]),
    K("jumlah", "3 4 - -", "7", sebab="target 0", target_tw="0 0 5 5", tw=TW[2]),
    K("jumlah", "1 3 - -", "4", "66.67", S, target_tw="1 2 1 1", tw=TW[2], turun=True),
    K("jumlah", "0 0 - -", "0", "100", ST, target_tw="0 0 5 5", tw=TW[2], turun=True),
    K("jumlah", "0 1 - -", "1", "0", SR, target_tw="0 0 5 5", tw=TW[2], turun=True),
    K("jumlah", "9 9 - -", "18", "120", ST, target_tw="3 3 3 3", tw=TW[2], atur=BATAS_120),
    K("jumlah", "4 2 9 -", "3", "100", ST, target_tw="2 4 6 8", tw=TW[2], akumulasi="rata_rata"),
    K("rasio", "3 4 7 -", "50", "100", ST, target_tw="25 25 25 25", tw=TW[2], tetap="14"),
    K("selisih", "30/25 20/10 9/1 -", "15", "150", ST, target_tw="5 5 5 5", tw=TW[2]),
    K("rumus", "a=4,b=5 a=1,b=1 a=9,b=9 -", "21", "105", ST, target_tw="10 10 - -", tw=TW[2], rumus="a * b"),
    K("rumus", "a=4,b=5 a=4,b=0 - -", sebab="pembagi dalam rumus bernilai 0", target_tw="1 1 1 1", tw=TW[2],
      rumus="a / b"),
    K("rumus", "a=4,b=5 a=4,b=0 - -", "0.8", "80", T, target_tw="1 1 1 1", tw=TW[1], rumus="a / b"),
    K("teks", "- - - -", target="10", tw=TW[2]),
    # of levels the mean or the last
    K("rasio", "10/20 30/40 9/9 -", "66.67", "88.89", T, target_tw="70 80 90 90", tw=TW[2]),
    K("rasio", "10/20 30/40 0/1 -", "66.67", "83.33", T, target="80", tw=TW[2]),
    K("rasio", "10/20 30/40 0/1 -", "62.5", "83.33", T, target_tw="70 80 90 90", tw=TW[2],
      akumulasi="rata_rata"),
    K("rasio", "10/20 30/40 0/1 -", "75", "93.75", ST, target_tw="70 80 90 90", tw=TW[2],
      akumulasi="terakhir"),
    K("rasio", "5/0 10/20 - -", "75", "93.75", ST, target="80", tw=TW[2]),
    K("rasio", "5/0 - 1/1 -", sebab="penyebut 0", target="80", tw=TW[2]),
    K("rasio", "5/ - 1/2 -", sebab="Penyebut belum diisi", target="80", tw=TW[2]),
    K("nilai", "80 82.5 90 -", "82.5", "100", ST, target="82.5", tw=TW[2]),
    K("nilai", "80 - 90 -", "80", "100", ST, target_tw="80 80 90 90", tw=TW[2]),
    K("nilai", "80 - 90 -", "80", "97.56", ST, target="82", target_tw="80 - 90 90", tw=TW[2]),
    K("nilai", "80 - - -", "80", "100", ST, target_tw="80 - - -", tw=TW[3]),
    K("nilai", "80 - 0 -", "0", "0", SR, target="80", tw=TW[3]),
]  # fmt: skip

BERTAMBAH = [
    # targets that say what is to be reached by the end of the quarter
    K("jumlah", "3 2 - -", "3", "100", ST, target_tw="3 6 9 12", tw=1, kumulatif=True),
    K("jumlah", "3 2 - -", "2", "66.67", S, target_tw="3 6 9 12", tw=2, kumulatif=True),
    K("jumlah", "3 2 - -", "5", "83.33", T, target_tw="3 6 9 12", tw=TW[2], kumulatif=True),
    K("jumlah", "3 2 - -", "5", "55.56", R, target_tw="3 6 9 12", tw=TW[3], kumulatif=True),
    K("jumlah", "3 2 4 3", "12", "100", ST, target_tw="3 6 9 12", tw=TW[4], kumulatif=True),
    K("jumlah", "3 2 4 3", "12", "120", ST, target="10", target_tw="3 6 9 12", kumulatif=True),
    K("jumlah", "3 2 4 3", "12", sebab="target belum ada", target_tw="3 6 9 12", kumulatif=True),
    K("jumlah", "- 5 - -", "5", "100", ST, target_tw="- 5 - 9", tw=2, kumulatif=True),
    K("jumlah", "- 5 - 2", "2", "50", SR, target_tw="- 5 - 9", tw=4, kumulatif=True),
    K("jumlah", "- 5 1 -", "1", sebab="target belum ada", target_tw="- 5 - 9", tw=3, kumulatif=True),
    K("jumlah", "- 5 1 -", "6", "120", ST, target_tw="- 5 - 9", tw=TW[3], kumulatif=True),
    K("jumlah", "3 2 - -", "2", sebab="target 0", target_tw="3 3 9 12", tw=2, kumulatif=True),
    K("jumlah", "3 0 - -", "0", "100", ST, target_tw="3 3 9 12", tw=2, turun=True, kumulatif=True),
    K("nilai", "60 70 - -", "70", "100", ST, target_tw="60 70 80 90", tw=2, kumulatif=True),
    K("nilai", "60 70 - -", "70", "87.5", T, target_tw="60 70 80 90", tw=TW[3], kumulatif=True),
    K("rasio", "1/2 - - -", "50", "83.33", T, target_tw="60 70 80 90", tw=TW[1], kumulatif=True),
    K("rasio", "7 7 - -", "50", "100", ST, target_tw="50 100 100 100", tw=2, tetap="14", kumulatif=True),
    K("rasio", "7 7 - -", "100", "100", ST, target_tw="50 100 - -", tw=TW[2], tetap="14", kumulatif=True),
]  # fmt: skip

RENTANG = [
    K("nilai", "83 - - -", "83", "100", ST, target="80..85", tw=1),
    K("nilai", "80 - - -", "80", "100", ST, target="80..85", tw=1),
    K("nilai", "85 - - -", "85", "100", ST, target="80..85"),
    K("nilai", "79.999 - - -", "79.999", "99.99875", ST, target="80..85"),
    K("nilai", "40 - - -", "40", "50", SR, target="80..85"),
    K("nilai", "102 - - -", "102", "120", ST, target="80..85"),
    K("nilai", "102 - - -", "102", "80", T, target="80..85", turun=True),
    K("nilai", "40 - - -", "40", "150", ST, target="80..85", turun=True),
    K("nilai", "170 - - -", "170", "0", SR, target="80..85", turun=True),
    K("nilai", "171 - - -", "171", "0", SR, target="80..85", turun=True),
    K("nilai", "106.25 - - -", "106.25", "80", T, target="80..85", turun=True, atur=BALIK),
    K("nilai", "0 - - -", "0", sebab="realisasi 0", target="80..85", turun=True, atur=BALIK),
    K("nilai", "170 - - -", "170", "120", ST, target="80..85", atur=BATAS_120),
    K("nilai", "83 - - -", "83", "90", T, target="80..85", atur=PengaturanCapaian(batas_atas=Decimal(90))),
    K("nilai", "-1 - - -", "-1", sebab="target 0", target="0..5"),
    K("nilai", "0 - - -", "0", "100", ST, target="0..5"),
    K("nilai", "6 - - -", "6", "120", ST, target="0..5"),
    K("nilai", "6 - - -", "6", "80", T, target="0..5", turun=True),
    K("nilai", "3 - - -", "3", "0", SR, target="-5..0", turun=True),
    K("nilai", "3 - - -", "3", sebab="target 0", target="0..0"),
    K("rasio", "45/60 - - -", "75", "93.75", ST, target="80..85", tw=1),
    K("rasio", "1/3 1/3 1/3 -", "33.33", "100", ST, target="33.3..40", akumulasi="rata_rata"),
    K("jumlah", "2 3 - -", "2", "100", ST, target_tw="2..3 2..3 2..3 2..3", tw=1),
    K("jumlah", "2 3 - -", "5", "100", ST, target_tw="2..3 2..3 2..3 2..3", tw=TW[2]),
    K("jumlah", "2 1 - -", "3", "75", S, target_tw="2..3 2..3 2..3 2..3", tw=TW[2]),
    K("jumlah", "2 7 - -", "9", "150", ST, target_tw="2..3 2..3 2..3 2..3", tw=TW[2]),
    K("jumlah", "2 3 - -", "3", "100", ST, target_tw="2..3 4..6 6..9 8..12", tw=2, kumulatif=True),
    K("jumlah", "2 3 2 -", "7", "100", ST, target_tw="2..3 4..6 6..9 8..12", tw=TW[3], kumulatif=True),
    K("jumlah", "2 3 - -", "5", sebab="target belum ada", target="8..12", tw=TW[2]),
    K("nilai", "70 - - -", "70", "93.33", ST, target="80..85", target_tw="75 - - -", tw=1),
]  # fmt: skip

SURVEI = [
    K("skm", "3,3,3 - - -", "75", "100", ST, target="75", tw=1),
    K("skm", "4,4 - - -", "100", "125", ST, target="80", tw=1),
    K("skm", "1,1 - - -", "25", "31.25", SR, target="80", tw=1),
    K("skm", "3.1,3.2,3.3,3.4,3.5,3.6,3.7,3.8,3.9 - - -", "87.5", "100", ST, target="87.5"),
    K("skm", "3,3,4 - - -", "83.33", "104.17", ST, target="80"),
    K("skm", "3,3 - 4,4 -", "100", "125", ST, target="80"),
    K("skm", "3,3 - 4,4 -", "75", "93.75", ST, target="80", tw=TW[2]),
    K("skm", "3,3 - 4,4 -", "87.5", "109.38", ST, target="80", akumulasi="rata_rata"),
    K("skm", "3,3 - 4,4 -", "175", "218.75", ST, target="80", akumulasi="jumlah"),
    K("skm", "3,4 - 4, -", "87.5", "109.38", ST, target="80"),
    K("skm", "3, - - -", sebab="U2 belum diisi", target="80"),
    K("skm", ",3, - - -", sebab="U1, U3 belum diisi", target="80", tw=1),
    K("skm", "- - - -", target="80"),
    K("skm", "3,4 - - -", "87.5", "100", ST, target="76.61..88.30", tw=1),
]

DARI_LAPORAN = [
    # figures of published reports, printed without a cap
    K("nilai", "120.82 - - -", "120.82", "120.82", ST, target="100"),
    K("nilai", "198.88 - - -", "198.88", "198.88", ST, target="100", atur=TANPA_BATAS),
    K("nilai", "26620.69 - - -", "26620.69", "26620.69", ST, target="100"),
    # PermenPANRB 8/2021: seven months, done in six and a half; eight, done in nine
    K("nilai", "6.5 - - -", "6.5", "107", ST, target="7", turun=True),
    K("nilai", "9 - - -", "9", "87.50", T, target="8", turun=True),
    # a fixed twelve months; items of a checklist done so far
    K("jumlah", "3 3 3 3", "12", "100", ST, target="12"),
    K("rasio", "4 3 - -", "70", "70", S, target="100", tetap="10"),
]

SEMUA = [*BERJALAN, *BERTAMBAH, *RENTANG, *SURVEI, *DARI_LAPORAN]
