"""Power cuts, full disks and locked folders: the file stays whole, and the person gets a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from tests.db.isi import FORMULASI, SASARAN, SEMUA, berkas_versi, lahir

if sys.platform == "win32":
    pytest.skip("signals, limits and permissions of POSIX", allow_module_level=True)

import resource

CHECKOUT = Path(__file__).resolve().parents[2]
UBAH = Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),))
BESAR = Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="panjang " * 100_000)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
    return path


def test_kill_9_at_any_moment_loses_nothing_that_was_said(tmp_path: Path) -> None:
    perintah = [sys.executable, "-m", "tests.db.pembunuh", str(tmp_path / "kantor.iki"), "25", "20261120"]
    hasil = subprocess.run(perintah, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    ringkas = json.loads(hasil.stdout)
    assert ringkas["kali"] >= 25
    assert ringkas["panas"] >= 3, "too few kills hit the midst of a write; the test proves nothing"


# --- no room ----------------------------------------------------------------------------------


@contextmanager
def berkas_paling_besar(byte: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes."""
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, keras))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))


def test_a_file_that_cannot_grow_stays_as_it_is_and_goes_on_later(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        with berkas_paling_besar(path.stat().st_size + 20_000), pytest.raises(StoreError) as salah:
            ruang.ubah(replace(SASARAN, teks="panjang " * 100_000))
        assert salah.value.pesan == "Tempat penyimpanan tidak dapat dibaca atau ditulisi."
        assert ruang.arsip[SASARAN.id] == SASARAN
        assert tuple(berkas.muat()) == SEMUA
        ruang.ubah(replace(SASARAN, teks="baru"))
    with Berkas.buka(path) as berkas:
        assert replace(SASARAN, teks="baru") in berkas.muat()


def test_a_backup_that_finds_no_room_leaves_nothing_and_editing_goes_on(path: Path, tmp_path: Path) -> None:
    with Berkas.buka(path) as berkas:
        gudang = Gudang(berkas, tmp_path / "cadangan")
        tulis = gudang.siapkan(Sebab.DIMINTA)
        with berkas_paling_besar(20_000), pytest.raises(StoreError):
            tulis()
        assert gudang.keluhan
        assert gudang.daftar() == []
        assert [p.name for p in gudang.folder.iterdir()] == ["asal.txt"]
        gudang.apply(UBAH)
        assert gudang.cadangkan(Sebab.DIMINTA)


@pytest.fixture
def cakram_kecil(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB, where this machine lets us have one."""
    titik = tmp_path / "cakram"
    titik.mkdir()
    pasang = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(titik)]
    if os.geteuid() != 0 or subprocess.run(pasang, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield titik
    subprocess.run(["umount", "-l", str(titik)], check=True)


def penuhi(path: Path) -> None:
    """Take all the room that is left."""
    with suppress(OSError), path.open("wb", buffering=0) as berkas:
        while berkas.write(b"x" * 4096):
            pass


def test_a_full_disk_is_said_and_nothing_is_lost(cakram_kecil: Path) -> None:
    path = cakram_kecil / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
        with pytest.raises(StoreError) as salah:
            berkas.apply(BESAR)
        assert salah.value.pesan == "Ruang penyimpanan habis."
        penuhi(cakram_kecil / "penuh")
        with pytest.raises(StoreError, match="habis"):
            berkas.cadangkan(cakram_kecil / "salinan.iki")
        (cakram_kecil / "penuh").unlink()
        assert tuple(berkas.muat()) == SEMUA
        berkas.apply(UBAH)
    assert list(cakram_kecil.iterdir()) == [path]
    with Berkas.buka(path) as berkas:
        assert replace(SASARAN, teks="baru") in berkas.muat()


def test_no_file_is_made_on_a_full_disk(cakram_kecil: Path) -> None:
    penuhi(cakram_kecil / "penuh")
    with pytest.raises(StoreError):
        Berkas.buat(cakram_kecil / "kantor.iki")
    assert [p.name for p in cakram_kecil.iterdir()] == ["penuh"]


# --- no permission ----------------------------------------------------------------------------


@pytest.fixture
def tanpa_hak() -> Iterator[Path]:
    """A folder of an ordinary user, whom permissions bind even where the tests run as root."""
    with tempfile.TemporaryDirectory(prefix="iki-") as nama:
        folder = Path(nama)
        root = os.geteuid() == 0
        Berkas.buat(folder / "pemanasan.iki").tutup()  # what is imported late may lie where only root reads
        (folder / "pemanasan.iki").unlink()
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            with Berkas.buat(folder / "kantor.iki") as berkas:
                berkas.apply(lahir(*SEMUA))
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o700)


def test_a_file_that_can_only_be_read_is_read(tanpa_hak: Path) -> None:
    path = tanpa_hak / "kantor.iki"
    path.chmod(0o444)
    with Berkas.buka(path) as berkas:
        assert berkas.baca_saja
        ruang = Workspace(berkas, berkas.muat())
        with pytest.raises(StoreError, match="hanya dapat dibaca"):
            ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal(1))
        assert ruang.arsip.realisasi(FORMULASI.id, 2) is None
        berkas.cadangkan(tanpa_hak / "salinan.iki")
    with Berkas.buka(tanpa_hak / "salinan.iki") as salinan:
        assert not salinan.baca_saja
        salinan.apply(UBAH)


def test_a_folder_that_cannot_be_written_to_is_said_at_the_first_edit(tanpa_hak: Path) -> None:
    path = tanpa_hak / "kantor.iki"
    tanpa_hak.chmod(0o555)
    with Berkas.buka(path) as berkas:
        assert tuple(berkas.muat()) == SEMUA
        with pytest.raises(StoreError, match="folder"):
            berkas.apply(UBAH)
        assert tuple(berkas.muat()) == SEMUA
        tanpa_hak.chmod(0o755)
        berkas.apply(UBAH)
    with pytest.raises(StoreError):
        Berkas.buat(tanpa_hak / "tidak ada" / "baru.iki")


def test_no_file_is_made_in_such_a_folder(tanpa_hak: Path) -> None:
    tanpa_hak.chmod(0o555)
    with pytest.raises(StoreError):
        Berkas.buat(tanpa_hak / "baru.iki")
    assert [p.name for p in tanpa_hak.iterdir()] == ["kantor.iki"]


def test_an_older_file_that_can_only_be_read_is_not_brought_up_to_date(tanpa_hak: Path) -> None:
    path = tanpa_hak / "kantor.iki"
    path.unlink()
    berkas_versi(path, 1)
    path.chmod(0o444)
    with pytest.raises(StoreError, match="perlu diperbarui"):
        Berkas.buka(path)
    assert [p.name for p in tanpa_hak.iterdir()] == ["kantor.iki"]


def test_a_file_that_cannot_be_read_is_said(tanpa_hak: Path) -> None:
    path = tanpa_hak / "kantor.iki"
    path.chmod(0)
    with pytest.raises(StoreError, match="tidak boleh dibaca"):
        Berkas.buka(path)
