"""Reports from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from docx import Document

from iki_desktop.cli.kata_cetakan import LAPORAN
from iki_desktop.naskah.laporan import JENIS_LAPORAN
from tests.cli.kantor import Jalan, minimal, tulis


def kata(berkas: Path, *, nilai: bool = False) -> str:
    """The words of a file; ``nilai``: of a workbook what its formulas come to."""
    match berkas.suffix:
        case ".pdf":
            with pypdfium2.PdfDocument(berkas) as pdf:
                return "\n".join(halaman.get_textpage().get_text_bounded() for halaman in pdf)
        case ".docx":
            return "\n".join(p.text or "" for p in Document(str(berkas)).element.body.iter("{*}t"))
        case _:
            semua = openpyxl.load_workbook(berkas, data_only=nilai).worksheets
            return "\n".join(
                str(c.value) for ws in semua for baris in ws.iter_rows() for c in baris if c.value
            )


def test_every_kind_has_its_word() -> None:
    assert tuple(JENIS_LAPORAN) == LAPORAN


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("jenis", LAPORAN)
def test_every_report_in_every_form(jalan: Jalan, contoh: Path, jenis: str, akhiran: str) -> None:
    keluaran = contoh.with_name(f"laporan.{akhiran}")
    assert jalan("laporan", contoh, keluaran, "--jenis", jenis) == (0, f"Berkas {keluaran} ditulis.\n", "")
    assert "TAHUN" in kata(keluaran)


def test_what_is_asked_for_stands_on_the_paper(jalan: Jalan, contoh: Path) -> None:
    keluaran = contoh.with_name("l.pdf")
    pilihan = ("--triwulan", 2, "--jabatan", "SEKRETARIS", "--tanggal", "2/7/2026", "--tempat", "Kota Kita")
    assert jalan("laporan", contoh, keluaran, "--jenis", "individu", *pilihan, "--penjelasan")[0] == 0
    tercetak = " ".join(kata(keluaran).split())
    for teks in ("INDIVIDU TRIWULAN II", "Kota Kita, 2 Juli 2026", "Penjelasan angka", "Sekretaris"):
        assert teks in tercetak
    assert "Kepala Seksi" not in tercetak


def test_up_to_a_quarter(jalan: Jalan, contoh: Path) -> None:
    keluaran = contoh.with_name("l.pdf")
    assert jalan("laporan", contoh, keluaran, "--jenis", "pengukuran", "--sampai", 2, "--penjelasan")[0] == 0
    tercetak = " ".join(kata(keluaran).split())
    for teks in ("PENGUKURAN KINERJA S.D. TRIWULAN II", "Terhadap Setahun", "Terhadap target setahun:"):
        assert teks in tercetak


def test_a_quarter_and_up_to_one_exclude_each_other(jalan: Jalan, contoh: Path) -> None:
    kode, _, galat = jalan("laporan", contoh, "l.pdf", "--jenis", "rekap", "--sampai", 2, "--triwulan", 1)
    assert kode == 2
    assert "--triwulan tidak dapat dipakai bersama --sampai." in galat
    kode, _, galat = jalan("laporan", contoh, "l.pdf", "--jenis", "rekap", "--sampai", 5)
    assert (kode, "--sampai: harus 1 sampai 4." in galat) == (2, True)


@pytest.mark.parametrize(
    "jenis, pilihan",
    [
        ("lkjip", ("--triwulan", "2")),
        ("rencana-aksi", ("--sampai", "2")),
        ("rekap", ("--jabatan", "Camat")),
        ("esakip", ("--penjelasan",)),
        ("individu", ("--grafik",)),
    ],
)
def test_what_means_nothing_is_said(jalan: Jalan, contoh: Path, jenis: str, pilihan: tuple[str, ...]) -> None:
    kode, _, galat = jalan("laporan", contoh, "l.xlsx", "--jenis", jenis, *pilihan)
    assert (kode, galat) == (0, f"Pilihan {pilihan[0]} tidak berpengaruh pada laporan {jenis}.\n")


@pytest.mark.parametrize("tanggal", ["31-2-2026", "besok", "2026-07-02", "0-1-2026", "", "١-١-٢٠٢٦"])
def test_a_day_that_is_none(jalan: Jalan, contoh: Path, tanggal: str) -> None:
    kode, _, galat = jalan("laporan", contoh, "l.pdf", "--jenis", "rekap", f"--tanggal={tanggal}")
    assert kode == 2
    assert f"“{tanggal}” bukan tanggal. Tulis misalnya 2-7-2026." in galat


def test_a_recap_may_have_charts(jalan: Jalan, contoh: Path) -> None:
    keluaran = contoh.with_name("r.docx")
    assert jalan("laporan", contoh, keluaran, "--jenis", "rekap", "--grafik") == (
        0,
        f"Berkas {keluaran} ditulis.\n",
        "",
    )
    assert "Capaian per jabatan, Setahun 2026" in kata(keluaran)


def test_the_summary_looks_at_the_years_before(jalan: Jalan, tmp_path: Path) -> None:
    def tahun(tahun: int, nilai: int) -> dict[str, Any]:
        target = {"tahun": 100, "triwulan": [100, 100, 100, 100]}
        formulasi = {"jenis": "jumlah", "realisasi": [{"nilai": nilai}, None, None, None]}
        indikator = {"teks": "i", "target": target, "formulasi": [formulasi]}
        sasaran = {"teks": "s", "indikator": [indikator]}
        return {"tahun": tahun, "jabatan": [{"nama": "Camat", "sasaran": [sasaran]}]}

    semua = (tahun(2024, 70), tahun(2026, 90), tahun(2019, 10))
    assert jalan("impor", tulis(tmp_path / "a.json", minimal(*semua)), "a.iki")[0] == 0
    jalan("laporan", "a.iki", "l.pdf", "--jenis", "ringkasan", "--tahun", "2026")
    tercetak = " ".join(kata(tmp_path / "l.pdf").split())
    assert "Capaian tiap tahun" in tercetak
    assert "2024 70,00 % Sedang 2025 belum ada 2026 90,00 % Tinggi" in tercetak
    assert "2019" not in tercetak
    jalan("laporan", "a.iki", "l.xlsx", "--jenis", "ringkasan", "--tahun", "2026")
    assert "2024\n70,00 % Sedang" in kata(tmp_path / "l.xlsx", nilai=True)


def test_refusals_name_what_there_is(jalan: Jalan, tmp_path: Path) -> None:
    isi = {"tahun": 2026, "jabatan": [{"nama": "Camat"}, {"nama": "Staf"}, {"nama": "Staf"}]}
    jalan("impor", tulis(tmp_path / "a.json", minimal(isi)), "a.iki")
    kode, _, galat = jalan("laporan", "a.iki", "l.pdf", "--jenis", "individu", "--jabatan", "Lurah")
    assert (kode, galat) == (2, "Jabatan “Lurah” tidak ada di dokumen ini. Yang ada: Camat; Staf.\n")
    kode, _, galat = jalan("laporan", "a.iki", "l.pdf", "--jenis", "individu", "--jabatan", "staf")
    assert kode == 2
    assert galat.startswith("Ada 2 jabatan bernama “staf”.")
    kode, _, galat = jalan("laporan", "a.iki", "l.txt", "--jenis", "rekap")
    assert (kode, galat) == (2, "Akhiran “.txt” tidak dikenal. Pakai .pdf, .docx, atau .xlsx.\n")
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["a.iki", "a.json"]


def test_a_kind_must_be_named(jalan: Jalan, contoh: Path) -> None:
    kode, _, galat = jalan("laporan", contoh, "l.pdf")
    assert (kode, "Belum lengkap, masih perlu: --jenis." in galat) == (2, True)
    kode, _, galat = jalan("laporan", contoh, "l.pdf", "--jenis", "lain")
    assert kode == 2
    assert "“lain” tidak dikenal. Pilihannya: pengukuran, pengukuran-rinci" in galat


def test_help_names_every_kind(jalan: Jalan) -> None:
    kode, keluar, _ = jalan("laporan", "--help")
    assert kode == 0
    assert all(jenis in " ".join(keluar.split()).replace("- ", "-") for jenis in LAPORAN)


def test_a_coat_of_arms_that_cannot_be_read_is_said(jalan: Jalan, tmp_path: Path) -> None:
    isi = minimal({"tahun": 2026, "jabatan": [{"nama": "Camat"}]})
    isi["kecamatan"]["logo_png"] = "YmFkYW4="
    jalan("impor", tulis(tmp_path / "a.json", isi), "a.iki")
    kode, _, galat = jalan("laporan", "a.iki", "l.pdf", "--jenis", "perjanjian-kinerja")
    assert (kode, galat) == (1, "Lambang daerah bukan gambar PNG; tidak dicetak.\n")
    assert jalan("laporan", "a.iki", "l.pdf", "--jenis", "rekap")[0] == 0
