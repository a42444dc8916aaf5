"""Entry sheets from the command line: out to a folder, back from one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.layanan import terbuka
from tests.cli.kantor import Jalan, minimal, tulis
from tests.exchange.lembar import isikan, sel_isian


def formulasi(arsip: Arsip) -> int:
    """The first formula of the office whose figure is a plain count."""
    dokumen = arsip.dokumen(arsip.kecamatan()[0].id)[0]
    semua = arsip.turunan(dokumen.id)
    return next(f.id for f in semua if isinstance(f, Formulasi) and f.jenis is JenisFormulasi.JUMLAH)


def nilai(berkas: Path) -> Any:
    with terbuka(berkas) as workspace:
        realisasi = workspace.arsip.realisasi(formulasi(workspace.arsip), 4)
        return realisasi and realisasi.nilai


@pytest.fixture
def folder(jalan: Jalan, contoh: Path, tmp_path: Path) -> Path:
    """A folder with the sheet of each jabatan for quarter IV."""
    tujuan = tmp_path / "lembar isian"
    assert jalan("lembar-isian", contoh, tujuan, "--triwulan", 4) == (
        0,
        f"14 lembar isian ditulis di {tujuan}.\n",
        "",
    )
    return tujuan


def isi_semua(folder: Path, kunci: int, angka: object) -> Path:
    """Fill one input in, in whichever file it stands."""
    for berkas in sorted(folder.iterdir()):
        buku = openpyxl.load_workbook(berkas)
        if (kunci, 0) in {letak for letak, _, _ in sel_isian(buku)}:
            return isikan(berkas, {(kunci, 0): angka})
    raise AssertionError(kunci)


def test_out_to_a_folder_and_back(jalan: Jalan, contoh: Path, folder: Path) -> None:
    assert "Lembar isian TW IV 2026 Camat.xlsx" in {b.name for b in folder.iterdir()}
    with terbuka(contoh) as workspace:
        kunci = formulasi(workspace.arsip)
    isi_semua(folder, kunci, 1234.5)
    kode, keluar, galat = jalan("ambil-isian", contoh, folder, "--periksa")
    assert (kode, galat) == (0, "")
    assert "kosong → 1.234,5" in keluar
    assert "1 baru, 0 berubah" in keluar
    assert nilai(contoh) is None, "only looked at"
    kode, keluar, galat = jalan("ambil-isian", contoh, *sorted(folder.iterdir()), "--triwulan", 4)
    assert (kode, galat) == (0, "")
    assert keluar.endswith("1 isian diambil dari lembar isian.\n")
    assert nilai(contoh) == 1234.5
    kode, keluar, _ = jalan("ambil-isian", contoh, folder)
    assert (kode, keluar.splitlines()[0]) == (0, "Tidak ada yang berubah.")


def test_findings_hold_everything_up(jalan: Jalan, contoh: Path, folder: Path) -> None:
    with terbuka(contoh) as workspace:
        kunci = formulasi(workspace.arsip)
    berkas = isi_semua(folder, kunci, "delapan")
    for pilihan, kode in (((), 2), (("--periksa",), 1)):
        hasil = jalan("ambil-isian", contoh, folder, *pilihan)
        assert hasil[0] == kode
        assert f"{berkas.name}, lembar" in hasil[2]
        assert "“delapan” bukan angka" in hasil[2]
    hasil = jalan("ambil-isian", contoh, berkas, "--triwulan", 1)
    assert (hasil[0], "untuk Triwulan IV, bukan Triwulan I" in hasil[2]) == (2, True)
    assert nilai(contoh) is None


def test_a_row_of_somebodys_own_is_told(jalan: Jalan, contoh: Path, folder: Path) -> None:
    berkas = folder / "Lembar isian TW IV 2026 Camat.xlsx"
    buku = openpyxl.load_workbook(berkas)
    buku.worksheets[0]["G90"] = 3
    buku.save(berkas)
    kode, _, galat = jalan("ambil-isian", contoh, berkas, "--periksa")
    assert (kode, "sel G90: Baris ini bukan baris lembar isian" in galat) == (0, True)


def test_nothing_filled_in_is_ever_written_over(jalan: Jalan, contoh: Path, folder: Path) -> None:
    semula = {b.name: b.read_bytes() for b in folder.iterdir()}
    jalan("lembar-isian", contoh, folder, "--triwulan", 4, "--jabatan", "camat", "SEKRETARIS")
    baru = {b.name: b.read_bytes() for b in folder.iterdir()}
    assert semula.items() <= baru.items()
    assert baru.keys() - semula.keys() == {
        "Lembar isian TW IV 2026 Camat (2).xlsx",
        "Lembar isian TW IV 2026 Sekretaris (2).xlsx",
    }


@pytest.mark.parametrize("akhiran", ["xlsx", "pdf", "docx"])
def test_forms_in_one_file_or_many(jalan: Jalan, contoh: Path, tmp_path: Path, akhiran: str) -> None:
    satu = tmp_path / f"semua.{akhiran}"
    assert jalan("lembar-isian", contoh, satu, "--triwulan", 1) == (0, f"Berkas {satu} ditulis.\n", "")
    assert satu.stat().st_size > 4000
    camat = tmp_path / f"camat.{akhiran}"
    assert jalan("lembar-isian", contoh, camat, "--triwulan", 1, "--jabatan", "Camat")[0] == 0
    assert camat.stat().st_size < satu.stat().st_size
    pilihan = ("--triwulan", 1, "--jabatan", "Camat", "--bentuk", akhiran)
    assert jalan("lembar-isian", contoh, tmp_path / "f", *pilihan)[0] == 0
    assert [b.name for b in (tmp_path / "f").iterdir()] == [f"Lembar isian TW I 2026 Camat.{akhiran}"]


def test_refusals(jalan: Jalan, contoh: Path, tmp_path: Path) -> None:
    tolak = {
        ("lembar-isian", contoh, tmp_path / "f"): "masih perlu: --triwulan",
        (
            "lembar-isian",
            contoh,
            "a.xlsx",
            "--triwulan",
            1,
            "--jabatan",
            "Camat",
            "Sekretaris",
        ): "satu jabatan atau",
        ("lembar-isian", contoh, "f", "--triwulan", 1, "--jabatan", "Lurah"): "Lurah",
        ("lembar-isian", contoh, tmp_path / "tiada" / "f", "--triwulan", 1): "tidak dapat dibuat",
        ("ambil-isian", contoh, tmp_path / "tiada.xlsx"): "tidak dapat dibaca",
        ("ambil-isian", contoh, tmp_path / "rumah"): "tidak dapat dibaca",
    }
    for argumen, pesan in tolak.items():
        kode, _, galat = jalan(*argumen)
        assert (kode, pesan in galat) == (2, True), galat
    (tmp_path / "kosong").mkdir()
    assert "Tidak ada lembar isian di folder itu" in jalan("ambil-isian", contoh, tmp_path / "kosong")[2]


def test_an_office_without_jabatan(jalan: Jalan, tmp_path: Path) -> None:
    tulis(tmp_path / "a.json", minimal({"tahun": 2026, "jabatan": []}))
    assert jalan("impor", "a.json", "a.iki")[0] == 0
    assert "belum memiliki jabatan" in jalan("lembar-isian", "a.iki", "f", "--triwulan", 1)[2]
