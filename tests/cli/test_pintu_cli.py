"""Help, slips, pipes and bugs: the door itself."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from iki_desktop import cli
from tests.cli.kantor import INGGRIS, Jalan

CHECKOUT = Path(__file__).resolve().parents[2]
RAHASIA = "NAMA CAMAT, S.Sos."


@pytest.mark.parametrize("perintah", [(), ("buat",), ("impor",), ("ekspor",), ("capaian",)])
def test_help_is_in_indonesian(jalan: Jalan, perintah: tuple[str, ...]) -> None:
    for pilihan in ("-h", "--help"):
        kode, keluar, galat = jalan(*perintah, pilihan)
        assert (kode, galat) == (0, "")
        assert keluar.startswith("Pemakaian: iki-desktop")
        assert "tampilkan bantuan ini" in keluar
        assert not INGGRIS.search(keluar)
    assert "Perintah" in jalan("--help")[1]


def test_the_version(jalan: Jalan) -> None:
    assert re.fullmatch(r"IKI Desktop( \d+\.\d+\.\d+|, dijalankan dari kode sumber)\n", jalan("--versi")[1])


@pytest.mark.parametrize(
    "argv, kalimat",
    [
        (
            ["hapus"],
            "“hapus” tidak dikenal. Pilihannya: buat, impor, ekspor, ubah-format, laporan, bandingkan, "
            "lembar-isian, ambil-isian, capaian, cadangkan, pulihkan, periksa-berkas, riwayat.",
        ),
        (["buat"], "Belum lengkap, masih perlu: BERKAS.iki."),
        (["impor", "a.json"], "Belum lengkap, masih perlu: BERKAS.iki."),
        (["--apa"], "Tidak dikenal: --apa."),
        (["-q"], "Tidak dikenal: -q."),
        (["buat", "a.iki", "b.iki"], "Tidak dikenal: b.iki."),
        (["buat", "a.iki", "--conto"], "Tidak dikenal: --conto."),
        (["buat", "a.iki", "--contoh=1"], "--contoh tidak memerlukan nilai “1”."),
        (["capaian", "a.iki", "--tahun"], "--tahun perlu satu nilai."),
        (["capaian", "a.iki", "--tahun", "dua"], "--tahun: harus 1945 sampai 2200."),
        (["capaian", "a.iki", "--tahun", "1944"], "--tahun: harus 1945 sampai 2200."),
        (["capaian", "a.iki", "--triwulan", "5"], "--triwulan: harus 1 sampai 4."),
        (["capaian", "a.iki", "--triwulan", "٢"], "--triwulan: harus 1 sampai 4."),
        (["capaian", "a.iki", "--triwulan", "0"], "--triwulan: harus 1 sampai 4."),
        (["ekspor", "a.iki", "a.pdf", "--jabatan"], "--jabatan perlu sedikitnya satu nilai."),
        (
            ["ekspor", "a.iki", "a.pdf", "--bagian", "bab,isi"],
            "--bagian: “isi” tidak dikenal. Pilihannya: sampul, bab, visi, iku, keputusan, lampiran.",
        ),
        (
            ["ekspor", "a.iki", "a.pdf", "--bagian", " ,"],
            "--bagian: “ ,” tidak dikenal. Pilihannya: sampul, bab, visi, iku, keputusan, lampiran.",
        ),
        (
            ["ekspor", "a.iki", "a.pdf", "--tanda-tangan", "cap"],
            "“cap” tidak dikenal. Pilihannya: basah, jangkar, kotak.",
        ),
    ],
)
def test_slips_are_told_in_indonesian(jalan: Jalan, argv: list[str], kalimat: str) -> None:
    kode, keluar, galat = jalan(*argv)
    assert (kode, keluar) == (2, "")
    assert galat.startswith("Pemakaian: iki-desktop")
    assert galat.splitlines()[-1] == kalimat


# --- as a process ---


def proses(*argv: object, **pilihan: Any) -> subprocess.Popen[bytes]:
    perintah = [sys.executable, "-m", "iki_desktop", *map(str, argv)]
    return subprocess.Popen(perintah, cwd=CHECKOUT, stderr=subprocess.PIPE, **pilihan)


def test_output_is_utf_8_whatever_the_system_says(contoh: Path) -> None:
    lingkungan = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    anak = proses("capaian", contoh, "--json", stdout=subprocess.PIPE, env=lingkungan)
    keluar, galat = anak.communicate()
    assert (anak.returncode, galat) == (0, b"")
    assert "–" in keluar.decode("utf-8") or json.loads(keluar.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")
def test_a_reader_that_leaves_early_is_no_trouble(contoh: Path) -> None:
    baca, tulis_ = os.pipe()
    os.close(baca)
    anak = proses("capaian", contoh, "--json", stdout=tulis_)
    os.close(tulis_)
    _, galat = anak.communicate()
    assert (anak.returncode, galat) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_takes_nothing(contoh: Path) -> None:
    with Path("/dev/full").open("wb") as penuh:
        anak = proses("capaian", contoh, "--json", stdout=penuh)
        _, galat = anak.communicate()
    assert anak.returncode == 2
    assert galat.decode() == "Hasilnya tidak dapat ditulis. Periksa ruang kosong dan izinnya.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")
def test_ctrl_c_ends_with_a_sentence(contoh: Path, tmp_path: Path) -> None:
    """Reading from a pipe that nobody fills waits until it is interrupted."""
    os.mkfifo(tmp_path / "pipa.json")
    anak = proses("impor", tmp_path / "pipa.json", tmp_path / "x.iki", stdout=subprocess.PIPE)
    with (tmp_path / "pipa.json").open("wb"):  # opens as soon as the other side reads
        anak.send_signal(signal.SIGINT)
        keluar, galat = anak.communicate()
    assert (anak.returncode, keluar, galat) == (2, b"", b"Dihentikan.\n")
    assert not (tmp_path / "x.iki").exists()


def test_a_program_without_a_console_is_silent(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["capaian", str(contoh)]) == 0
    assert cli.main(["capaian"]) == 2
    for aliran in {sys.stdout, sys.stderr}:
        aliran.close()


def test_a_bug_of_ours_goes_into_the_log(
    jalan: Jalan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def salah() -> int:
        raise ZeroDivisionError(RAHASIA)

    assert cli.jalankan_terjaga(salah) == 2
    galat = capsys.readouterr().err
    assert "Terjadi gangguan di dalam program." in galat
    assert RAHASIA not in galat
    catatan = tmp_path / "rumah" / "IKI Desktop" / "log" / "iki-desktop.log"
    assert "ZeroDivisionError" in catatan.read_text(encoding="utf-8")
    assert RAHASIA not in catatan.read_text(encoding="utf-8")
    catatan.unlink()
    catatan.mkdir()
    assert cli.jalankan_terjaga(salah) == 2
    assert "Perintah ini tidak selesai." in capsys.readouterr().err


# --- the window -------------------------------------------------------------------------------


@pytest.mark.parametrize("ada", [True, False])
def test_a_file_opens_the_window(contoh: Path, tmp_path: Path, ada: bool) -> None:
    """Painted once without a screen, and closed; 1 where the file was refused."""
    path = contoh if ada else tmp_path / "tidak ada.iki"
    lingkungan = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    anak = proses("--uji-mulai", path, stdout=subprocess.PIPE, env=lingkungan)
    anak.communicate(timeout=60)
    assert anak.returncode == (0 if ada else 1)
    assert (tmp_path / "tidak ada.iki").exists() is False
