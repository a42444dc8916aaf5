"""Backups, repair and the journal from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iki_desktop import paths
from tests.cli.kantor import Jalan


@pytest.fixture(autouse=True)
def dokumen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "documents_dir", lambda: tmp_path / "Dokumen")
    return tmp_path / "Dokumen"


def test_a_backup_goes_among_the_documents_and_comes_back(jalan: Jalan, contoh: Path, dokumen: Path) -> None:
    kode, keluar, _ = jalan("cadangkan", contoh)
    (cadangan,) = (dokumen / "Cadangan IKI" / "contoh").glob("*diminta.iki")
    assert (kode, keluar.strip()) == (0, f"Cadangan teruji: {cadangan}")
    assert jalan("pulihkan", cadangan, "baru.iki")[0] == 0
    angka = [json.loads(jalan("capaian", nama, "--json")[1]) for nama in ("contoh.iki", "baru.iki")]
    assert angka[0] == angka[1]


def test_a_backup_goes_where_it_is_wanted(jalan: Jalan, contoh: Path, tmp_path: Path, dokumen: Path) -> None:
    assert jalan("cadangkan", contoh, "flashdisk")[0] == 0
    assert len(list((tmp_path / "flashdisk" / "contoh").glob("*.iki"))) == 1
    assert not dokumen.exists()


def test_nothing_is_overwritten(jalan: Jalan, contoh: Path) -> None:
    bita = contoh.read_bytes()
    jalan("cadangkan", contoh, "cad")
    (cadangan,) = Path("cad/contoh").glob("*.iki")
    kode, _, galat = jalan("pulihkan", cadangan, contoh)
    assert kode == 2
    assert "sudah ada" in galat
    assert contoh.read_bytes() == bita


def test_a_backup_that_changed_comes_back_with_a_word(jalan: Jalan, contoh: Path) -> None:
    jalan("cadangkan", contoh, "cad")
    (cadangan,) = Path("cad/contoh").glob("*.iki")
    cadangan.chmod(0o644)
    bita = bytearray(cadangan.read_bytes())
    bita[27] ^= 1  # the counter of changes: the file is still sound
    cadangan.write_bytes(bita)
    kode, _, galat = jalan("pulihkan", cadangan, "baru.iki")
    assert kode == 1
    assert "berubah sejak diuji" in galat


def test_looking_through_a_file(jalan: Jalan, contoh: Path) -> None:
    assert jalan("periksa-berkas", contoh)[0] == 0
    bita = bytearray(contoh.read_bytes())
    tengah = len(bita) // 4096 // 2 * 4096
    bita[tengah : tengah + 4096] = b"\xff" * 4096
    contoh.write_bytes(bita)
    kode, keluar, galat = jalan("periksa-berkas", contoh)
    assert kode == 1
    assert "Terselamatkan: 1 kecamatan" in keluar
    assert galat
    assert contoh.read_bytes() == bytes(bita)
    assert jalan("periksa-berkas", "contoh (diselamatkan).iki")[0] == 0


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04" * 100, None])
def test_what_is_no_file_of_ours_is_refused(jalan: Jalan, tmp_path: Path, isi: bytes | None) -> None:
    if isi is not None:
        (tmp_path / "x.iki").write_bytes(isi)
    assert jalan("periksa-berkas", "x.iki")[0] == 2
    assert jalan("cadangkan", "x.iki")[0] == 2
    assert jalan("riwayat", "x.iki", "--json")[0] == 2


def test_the_journal_for_programs_and_for_people(jalan: Jalan, contoh: Path) -> None:
    kode, keluar, _ = jalan("riwayat", contoh, "--json")
    assert kode == 0
    (satu,) = json.loads(keluar)["riwayat"]
    assert satu["teks"].startswith("impor ")
    assert satu["perubahan"][0]["sebelum"] is None
    assert satu["waktu"][:2] == "20"
    assert satu["teks"] in jalan("riwayat", contoh)[1]


@pytest.mark.parametrize("perintah", ["cadangkan", "pulihkan", "periksa-berkas", "riwayat"])
def test_each_command_explains_itself(jalan: Jalan, perintah: str) -> None:
    kode, keluar, _ = jalan(perintah, "--help")
    assert kode == 0
    assert keluar.startswith(f"Pemakaian: iki-desktop {perintah}")
