"""The journal as a sheet: nothing in it is a formula, nothing stops it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import load_workbook

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.errors import ExportError
from iki_desktop.core.kata_riwayat import Pembaca
from iki_desktop.core.riwayat import Catatan, Perubahan
from iki_desktop.export.xlsx.riwayat import tulis_riwayat_xlsx

PEMBACA = Pembaca(Arsip())
WITA = datetime(2026, 11, 20, 8, 1, tzinfo=timezone(timedelta(hours=8)))
TEKS = ["ubah target", "=1+1", "<b> </para> \x0b\x00", "x" * 40_000, "\u202e😀 _x000D_", "-1", ""]


def test_each_entry_is_a_row_of_texts(tmp_path: Path) -> None:
    isi = [Catatan(n, WITA if n else None, t, t, t, None) for n, t in enumerate(TEKS)]
    tulis_riwayat_xlsx(isi, tmp_path / "riwayat.xlsx", PEMBACA)
    lembar = load_workbook(tmp_path / "riwayat.xlsx").active
    assert lembar is not None
    baris = list(lembar.iter_rows(min_row=2))
    assert len(baris) == len(TEKS)
    assert all(sel.data_type in ("s", "n", "d") for satu in baris for sel in satu)
    assert baris[1][1].value == "=1+1"
    assert (baris[0][0].value, baris[1][0].value) == (None, datetime(2026, 11, 20, 8, 1))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        tulis_riwayat_xlsx([], tmp_path / "tidak ada" / "riwayat.xlsx", PEMBACA)


def test_what_an_entry_changed_stands_beside_it_in_words(tmp_path: Path) -> None:
    nama = Perubahan("jabatan", 3, None, {"nama": "=A"}, {"nama": "<b>"})
    banyak = tuple(Perubahan("sasaran", n, None, None, {"teks": "x" * 290}) for n in range(50))
    isi = [Catatan(1, WITA, "", "", "ubah", (nama,)), Catatan(2, WITA, "", "", "impor", banyak)]
    tulis_riwayat_xlsx(isi, tmp_path / "riwayat.xlsx", PEMBACA)
    lembar = load_workbook(tmp_path / "riwayat.xlsx").active
    assert lembar is not None
    satu, dua = (str(lembar.cell(baris, 3).value) for baris in (2, 3))
    assert satu == "Nama jabatan: =A → <b>"
    assert dua.startswith("Sasaran “xxx")
    assert len(dua) == 2002
