"""Output files: whole or not at all, and named so that nothing escapes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.errors import ExportError
from iki_desktop.keluaran import nama_berkas, nama_lain, tulis_atomik

# --- writing ----------------------------------------------------------------------------------------


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    tujuan = tmp_path / "Keputusan Désa.pdf"
    tujuan.write_text("lama")
    with tulis_atomik(tujuan) as sementara:
        sementara.write_text("baru")
        assert sementara.parent == tmp_path
        assert sementara.suffix == ".pdf"
        assert tujuan.read_text() == "lama"
    assert tujuan.read_text() == "baru"
    assert list(tmp_path.iterdir()) == [tujuan]


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    tujuan = tmp_path / "x.pdf"
    tujuan.write_text("lama")
    with pytest.raises(ArithmeticError), tulis_atomik(tujuan) as sementara:
        _berhenti_di_tengah(sementara)
    assert tujuan.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [tujuan]


def _berhenti_di_tengah(berkas: Path) -> None:
    berkas.write_text("setengah")
    raise ArithmeticError


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_document_is_for_the_whole_office(tmp_path: Path) -> None:
    biasa = tmp_path / "biasa"
    biasa.touch()
    with tulis_atomik(tmp_path / "x.pdf") as sementara:
        sementara.write_text("isi")
    assert (tmp_path / "x.pdf").stat().st_mode == biasa.stat().st_mode


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportError, match=r"Folder “.*tidak ada” tidak ada\."),
        tulis_atomik(tmp_path / "tidak ada" / "x.pdf"),
    ):
        pytest.fail("there is no place to write to")


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(ExportError, match=r"“x.pdf” adalah folder\."), tulis_atomik(tmp_path / "x.pdf") as s:
        s.write_text("isi")
    assert [p.name for p in tmp_path.iterdir()] == ["x.pdf"]


def test_a_name_that_no_disk_takes(tmp_path: Path) -> None:
    tujuan = tmp_path / ("x" * 300 + ".pdf")
    with pytest.raises(ExportError, match="tidak dapat ditulis"), tulis_atomik(tujuan) as sementara:
        sementara.write_text("isi")
    assert list(tmp_path.iterdir()) == []


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks, nama",
    [
        ("Keputusan IKI Kecamatan Biatan 2026", "Keputusan IKI Kecamatan Biatan 2026"),
        ("../../etc/passwd", "etc passwd"),
        (r"C:\Windows\system32", "C Windows system32"),
        ('a/b\\c:d*e?f"g<h>i|j\x00k\nl', "a b c d e f g h i j k l"),
        ("  .tersembunyi. ", "tersembunyi"),
        ("laporan\u202efdp.exe", "laporan fdp.exe"),
        ("nol\u200b\ufefflebar", "nol lebar"),
        ("setengah \ud83d huruf", "setengah huruf"),
        ("", "Berkas"),
        (" ... ", "Berkas"),
        ("con", "Berkas con"),
        ("NUL.pdf", "Berkas NUL.pdf"),
        ("aux .txt", "Berkas aux .txt"),
        ("COM1", "Berkas COM1"),
        ("conin$", "Berkas conin$"),
        ("Contoh", "Contoh"),
        ("x" * 6_000, "x" * 120),
        ("😀" * 200, "😀" * 50),
    ],
)
def test_a_name_made_of_any_text(teks: str, nama: str) -> None:
    assert nama_berkas(teks) == nama


@given(st.text(st.characters(), max_size=300))
def test_a_name_stays_in_its_folder_and_can_be_written(teks: str) -> None:
    nama = nama_berkas(teks)
    assert nama
    assert Path(nama).name == nama
    assert not set(nama) & set('<>:"/\\|?*')
    assert nama == nama.strip(". ")
    assert nama.isprintable()
    assert len(nama.encode()) <= 220
    assert nama_berkas(nama) == nama


def test_the_first_name_that_is_free(tmp_path: Path) -> None:
    tujuan = tmp_path / "Buku kerja.xlsx"
    assert nama_lain(tujuan) == tmp_path / "Buku kerja (2).xlsx"
    (tmp_path / "Buku kerja (2).xlsx").touch()
    assert nama_lain(tujuan) == tmp_path / "Buku kerja (3).xlsx"
