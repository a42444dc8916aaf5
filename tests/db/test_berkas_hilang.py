"""The file goes away while it is open: no edit goes into nothing, and all of it can be saved elsewhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import BerkasDipegangError, PenyimpananError, StoreError
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.pemegang import tempat_pemegang
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.salinan import baca_jurnal, simpan_salinan
from tests.db.isi import FORMULASI, SASARAN, SEMUA, lahir
from tests.db.pemegang_lain import dipegang

if sys.platform == "win32":
    pytest.skip("Windows lets nobody delete an open file", allow_module_level=True)

UBAH = Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "flash disk"
    folder.mkdir()
    with Berkas.buat(folder / "kantor.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        return berkas.path


def hapus(path: Path) -> None:
    path.unlink()


def ganti(path: Path) -> None:
    shutil.copy(path, path.with_name("lain.iki"))
    path.with_name("lain.iki").replace(path)


def ganti_nama(path: Path) -> None:
    path.rename(path.with_name("lain.iki"))


def pindahkan_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("dicabut"))


def jadi_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


_TIADA = r"tidak ada lagi di tempatnya\. Kembalikan ke sana"
_LAIN = r"sudah diganti dengan berkas lain\. Kembalikan ke sana"
KALIMAT: dict[Callable[[Path], None], str] = {
    hapus: _TIADA,
    ganti: _LAIN,
    ganti_nama: _TIADA,
    pindahkan_folder: _TIADA,
    jadi_folder: _LAIN,
}


@pytest.mark.parametrize("cara", KALIMAT)
def test_no_edit_goes_into_nothing(path: Path, tmp_path: Path, cara: Callable[[Path], None]) -> None:
    salinan = tmp_path / "salinan.iki"
    with Berkas.buka(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal("82.5"))
        diakui = set(map(repr, ruang.arsip.semua()))
        cara(path)
        for _ in range(2):
            with pytest.raises(PenyimpananError, match=KALIMAT[cara]):
                ruang.hapus(SASARAN.id)
        assert set(map(repr, ruang.arsip.semua())) == diakui
        simpan_salinan(ruang.arsip.semua(), salinan, jurnal_dari=berkas.sambungan_baca)
    with Berkas.buka(salinan) as milik:
        assert set(map(repr, milik.muat())) == diakui
        assert len(baca_jurnal(milik.sambungan_baca)) == 3
    periksa_berkas(salinan)


def test_what_was_put_in_its_place_is_not_written_to(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        ganti(path)
        bita = path.read_bytes()
        with pytest.raises(PenyimpananError):
            berkas.apply(UBAH)
        with Berkas.buka(path):
            berkas.tutup()
            assert tempat_pemegang(path).exists(), "whoever has the new one still says so"
    assert path.read_bytes() == bita


def test_a_file_that_comes_back_is_edited_on(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        path.rename(path.with_name("lain.iki"))
        with pytest.raises(PenyimpananError):
            berkas.apply(UBAH)
        path.with_name("lain.iki").rename(path)
        berkas.apply(UBAH)
    with Berkas.buka(path) as berkas:
        assert replace(SASARAN, teks="baru") in berkas.muat()


def test_a_file_that_goes_in_the_very_moment_of_writing_holds_nothing_refused(path: Path) -> None:
    """It leaves between the looks before and after; what was refused is taken back once it is there again."""
    with Berkas.buka(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal(1))
        berkas.sambungan_baca.set_trace_callback(
            lambda perintah: ganti_nama(path) if perintah == "COMMIT" else None
        )
        with pytest.raises(PenyimpananError, match="tidak ada lagi"):
            ruang.ubah(replace(SASARAN, teks="ditolak"))
        berkas.sambungan_baca.set_trace_callback(None)
        path.with_name("lain.iki").rename(path)
        ruang.set_realisasi(FORMULASI.id, 3, "nilai", Decimal(2))
    with Berkas.buka(path) as berkas:
        assert set(map(repr, berkas.muat())) == set(map(repr, ruang.arsip.semua()))
        assert SASARAN in berkas.muat()


@pytest.fixture
def flash_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that can be pulled, where this machine lets us have one."""
    titik = tmp_path / "cabutan"
    titik.mkdir()
    pasang = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(titik)]
    if os.geteuid() != 0 or subprocess.run(pasang, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a disk")
    yield titik
    subprocess.run(["umount", "-l", str(titik)], capture_output=True, check=False)


def test_a_disk_that_is_pulled(flash_disk: Path, tmp_path: Path) -> None:
    """Its file still takes writes as long as somebody has it open: into nothing."""
    with Berkas.buat(flash_disk / "kantor.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        subprocess.run(["umount", "-l", str(flash_disk)], check=True)
        with pytest.raises(PenyimpananError, match="tidak ada lagi di tempatnya"):
            berkas.apply(UBAH)
        simpan_salinan(SEMUA, tmp_path / "salinan.iki", jurnal_dari=berkas.sambungan_baca)
    periksa_berkas(tmp_path / "salinan.iki")


def test_a_disk_that_turns_read_only(flash_disk: Path, tmp_path: Path) -> None:
    with Berkas.buat(flash_disk / "kantor.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
    subprocess.run(["mount", "-o", "remount,ro", str(flash_disk)], check=True)
    with Berkas.buka(flash_disk / "kantor.iki") as berkas:
        assert berkas.baca_saja
        with pytest.raises(StoreError, match="hanya dapat dibaca"):
            berkas.apply(UBAH)
        simpan_salinan(berkas.muat(), tmp_path / "salinan.iki", jurnal_dari=berkas.sambungan_baca)
    periksa_berkas(tmp_path / "salinan.iki")


# --- the copy -----------------------------------------------------------------------------------


def test_a_copy_takes_the_place_of_something_else_whole(tmp_path: Path) -> None:
    tujuan = tmp_path / "salinan.iki"
    tujuan.write_text("bukan berkas IKI", encoding="utf-8")
    simpan_salinan(Arsip(SEMUA).semua(), tujuan)
    with Berkas.buka(tujuan) as berkas:
        assert set(map(repr, berkas.muat())) == set(map(repr, SEMUA))


def test_a_copy_never_takes_the_place_of_what_is_open(path: Path, tmp_path: Path) -> None:
    bita = path.read_bytes()
    with Berkas.buka(path) as berkas:
        with pytest.raises(BerkasDipegangError):
            simpan_salinan(SEMUA, path, jurnal_dari=berkas.sambungan_baca)
        berkas.apply(UBAH)
    path.write_bytes(bita)
    with dipegang(path), pytest.raises(BerkasDipegangError):
        simpan_salinan(SEMUA, path)
    assert path.read_bytes() == bita


def test_a_copy_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="tidak ada"):
        simpan_salinan(SEMUA, tmp_path / "tidak ada" / "salinan.iki")


def test_of_a_journal_whatever_can_be_read_is_kept(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        for nomor in range(60):
            berkas.apply(lahir(replace(SASARAN, id=1000 + nomor, urutan=nomor + 1, teks="x" * 900)))
    bita = bytearray(path.read_bytes())
    halaman = [
        n for n in range(len(bita) // 4096) if bita.count(b'"jenis":"sasaran"', n * 4096, n * 4096 + 4096)
    ]
    tengah = halaman[len(halaman) // 2] * 4096
    bita[tengah : tengah + 8] = b"\xff" * 8
    path.write_bytes(bita)
    with closing(sqlite3.connect(path)) as conn:
        nomor_baris = [b[0] for b in baca_jurnal(conn)]
    assert nomor_baris[0] == 1
    assert nomor_baris[-1] == 61
    assert 40 < len(nomor_baris) < 61


# --- who is told --------------------------------------------------------------------------------


def test_the_window_is_told_what_failed_and_goes_on_in_the_copy(path: Path, tmp_path: Path) -> None:
    salinan = tmp_path / "salinan.iki"
    with Berkas.buka(path) as berkas:
        gudang = Gudang(berkas, tmp_path / "Cadangan IKI")
        ruang = Workspace(gudang, berkas.muat())
        kabar: list[str] = []
        gudang.saat_gagal = lambda salah: kabar.append(salah.pesan)
        path.unlink()
        with pytest.raises(PenyimpananError):
            ruang.hapus(SASARAN.id)
        assert kabar == ["Berkas “kantor.iki” tidak ada lagi di tempatnya."]
        simpan_salinan(ruang.arsip.semua(), salinan, jurnal_dari=berkas.sambungan_baca)
    with Berkas.buka(salinan) as baru:
        gudang.pindah(baru)
        ruang.hapus(SASARAN.id)
        assert gudang.berubah
        assert gudang.folder.name == "salinan"
        assert set(map(repr, baru.muat())) == set(map(repr, ruang.arsip.semua()))
