"""Working on this computer on a file that lies elsewhere: nothing of anybody's is ever written over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import BerkasDipegangError, StoreError
from iki_desktop.core.records import Kecamatan
from iki_desktop.core.salinan_kerja import AsalBerubahError, AsalHilangError
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.rak_salinan import cari_salinan, semua_salinan
from iki_desktop.db.salinan_kerja import SalinanKerja
from tests.db.isi import SEMUA, lahir

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def akar(tmp_path) -> Path:
    return tmp_path / "data program" / "Salinan kerja"


@pytest.fixture
def asal(tmp_path) -> Path:
    """A file on what stands for a flash disk."""
    path = tmp_path / "KINGSTON é" / "Kantor 😀.iki"
    path.parent.mkdir()
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
    return path


@pytest.fixture
def salinan(akar, asal) -> SalinanKerja:
    return SalinanKerja.buat(akar, asal)


def namai(path: Path, nama: str) -> None:
    """Somebody gives the office another name in a file."""
    with Berkas.buka(path) as berkas:
        namai_terbuka(berkas, nama)


def namai_terbuka(berkas: Berkas, nama: str) -> None:
    lama = next(r for r in berkas.muat() if isinstance(r, Kecamatan))
    berkas.apply(Edit("ubah nama", (Change(lama, replace(lama, nama=nama)),)))


def nama(path: Path) -> str:
    with Berkas.buka(path) as berkas:
        return next(r.nama for r in berkas.muat() if isinstance(r, Kecamatan))


def isi(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir() if not p.name.endswith("-journal")}


def test_it_is_the_same_file_here_and_the_file_there_is_left_alone(akar, asal):
    sebelum = asal.read_bytes()
    salinan = SalinanKerja.buat(akar, asal)
    assert salinan.path.name == asal.name
    assert salinan.path.read_bytes() == sebelum == asal.read_bytes()
    assert salinan.asal == asal
    assert salinan.tertunda.asal == asal
    assert not salinan.belum_ditulis()
    assert isi(asal.parent) == {asal.name}


def test_what_is_entered_here_comes_there_with_its_journal(salinan, asal):
    namai(salinan.path, "Baru")
    assert salinan.belum_ditulis()
    assert nama(asal) != "Baru"
    salinan.siapkan()()
    assert nama(asal) == "Baru"
    assert not salinan.belum_ditulis()
    with Berkas.buka(asal) as berkas:
        jurnal = berkas.sambungan_baca.execute("SELECT teks FROM jurnal ORDER BY id DESC LIMIT 1")
        assert jurnal.fetchone()[0] == "ubah nama"
    assert isi(asal.parent) == {asal.name}


def test_what_is_entered_while_it_is_written_is_still_to_be_written(salinan, asal):
    with Berkas.buka(salinan.path) as berkas:
        salinan.conn = berkas.sambungan_baca
        namai_terbuka(berkas, "Satu")
        tulis = salinan.siapkan()
        namai_terbuka(berkas, "Dua")
        tulis()
        assert salinan.belum_ditulis()
        assert nama(asal) == "Satu"
        salinan.siapkan()()
        assert not salinan.belum_ditulis()
    assert nama(asal) == "Dua"


def test_what_another_wrote_meanwhile_is_never_written_over(salinan, asal):
    namai(salinan.path, "Saya")
    namai(asal, "Orang lain")
    sebelum = asal.read_bytes()
    with pytest.raises(AsalBerubahError, match="sudah diubah"):
        salinan.siapkan()()
    assert asal.read_bytes() == sebelum
    assert nama(salinan.path) == "Saya"
    assert salinan.belum_ditulis()
    assert isi(asal.parent) == {asal.name}


def test_what_another_writes_at_the_last_moment_is_not_written_over(salinan, asal, monkeypatch):
    namai(salinan.path, "Saya")
    catat = SalinanKerja._catat

    def menyela(diri: SalinanKerja, baru: object) -> None:
        catat(diri, baru)  # type: ignore[arg-type]
        namai(asal, "Orang lain")

    monkeypatch.setattr(SalinanKerja, "_catat", menyela)
    with pytest.raises(AsalBerubahError):
        salinan.siapkan()()
    assert nama(asal) == "Orang lain"
    assert isi(asal.parent) == {asal.name}


@pytest.mark.parametrize("penghalang", [b"", b"bukan basis data" * 99])
def test_what_has_become_something_else_is_not_written_over(salinan, asal, penghalang):
    asal.write_bytes(penghalang)
    with pytest.raises(AsalBerubahError):
        salinan.siapkan()()
    assert asal.read_bytes() == penghalang


def test_what_is_gone_is_said_and_the_work_stays(salinan, asal):
    namai(salinan.path, "Saya")
    folder = asal.parent.rename(asal.parent.with_name("dicabut"))
    with pytest.raises(AsalHilangError, match="tidak ditemukan"):
        salinan.siapkan()()
    assert not asal.parent.exists()
    assert salinan.belum_ditulis()
    folder.rename(asal.parent)
    salinan.siapkan()()
    assert nama(asal) == "Saya"


def test_what_another_has_open_waits(salinan, asal):
    namai(salinan.path, "Saya")
    with Berkas.buka(asal), pytest.raises(BerkasDipegangError):
        salinan.siapkan()()
    salinan.siapkan()()
    assert nama(asal) == "Saya"


def test_what_is_open_elsewhere_is_not_copied(akar, asal):
    with Berkas.buka(asal), pytest.raises(BerkasDipegangError):
        SalinanKerja.buat(akar, asal)
    assert not akar.exists()


def test_what_is_no_file_of_ours_is_not_copied(akar, tmp_path):
    lain = tmp_path / "lain.iki"
    lain.write_bytes(b"x" * 200)
    with pytest.raises(StoreError, match="bukan berkas IKI"):
        SalinanKerja.buat(akar, lain)
    assert semua_salinan(akar) == []


def test_a_damaged_file_is_not_copied(akar, asal):
    utuh = asal.read_bytes()
    asal.write_bytes(utuh[: len(utuh) // 2])
    with pytest.raises(StoreError, match="rusak"):
        SalinanKerja.buat(akar, asal)
    assert not akar.exists() or not list(akar.iterdir())


def test_what_a_killed_program_left_beside_it_goes_after_an_hour(salinan, asal):
    lama, baru = asal.with_name(".iki-lama.iki"), asal.with_name(".iki-baru.iki")
    for satu in (lama, baru):
        satu.write_bytes(b"x")
    os.utime(lama, (0, 0))
    salinan.siapkan()()
    assert not lama.exists()
    assert baru.exists()


def test_beside_it_under_another_name(salinan, asal):
    namai(salinan.path, "Saya")
    namai(asal, "Orang lain")
    kini = datetime(2026, 11, 20, 10, 5)
    tujuan = salinan.nama_di_sebelah(kini)
    assert tujuan == asal.with_name("Kantor 😀 (salinan kerja 2026-11-20 10.05).iki")
    salinan.siapkan_ke(tujuan)()
    assert (nama(tujuan), nama(asal)) == ("Saya", "Orang lain")
    assert not salinan.belum_ditulis()
    with pytest.raises(StoreError, match="sudah ada"):
        salinan.siapkan_ke(asal)()
    assert nama(asal) == "Orang lain"


def test_once_it_is_written_elsewhere_that_is_its_file(salinan, akar, asal):
    namai(salinan.path, "Saya")
    tujuan = salinan.nama_di_sebelah(datetime(2026, 11, 20, 10, 5))
    salinan.siapkan_ke(tujuan)()
    assert salinan.nama_di_sebelah(datetime(2026, 11, 20, 10, 5)) != tujuan
    ditemukan = cari_salinan(akar, tujuan)
    assert ditemukan is not None
    assert cari_salinan(akar, asal) is None
    namai(ditemukan.path, "Lagi")
    ditemukan.siapkan()()
    assert nama(tujuan) == "Lagi"
    assert nama(asal) not in ("Saya", "Lagi")


def test_it_is_found_by_the_file_by_itself_and_gone_when_thrown_away(salinan, akar, asal, tmp_path):
    for path in (asal, salinan.path):
        ditemukan = cari_salinan(akar, path)
        assert ditemukan is not None
        assert ditemukan.folder == salinan.folder
    assert cari_salinan(akar, tmp_path / "lain.iki") is None
    salinan.buang()
    assert list(akar.iterdir()) == []
    assert cari_salinan(akar, asal) is None


def test_a_file_reached_by_another_way_is_the_same(salinan, akar, asal, tmp_path):
    jalan_lain = tmp_path / "pintasan"
    jalan_lain.symlink_to(asal.parent, target_is_directory=True)
    ditemukan = cari_salinan(akar, jalan_lain / asal.name)
    assert ditemukan is not None
    assert ditemukan.asal == asal


def test_a_flash_disk_under_another_letter_is_known_again(salinan, akar, asal):
    namai(salinan.path, "Saya")
    baru = asal.parent.rename(asal.parent.with_name("E")) / asal.name
    ditemukan = cari_salinan(akar, baru)
    assert ditemukan is not None
    assert ditemukan.asal == baru
    ditemukan.siapkan()()
    assert nama(baru) == "Saya"


def test_another_file_of_the_same_name_is_not_taken_for_it(salinan, akar, asal):
    lain = asal.parent.rename(asal.parent.with_name("E")) / asal.name
    namai(lain, "Kantor lain")
    assert cari_salinan(akar, lain) is None
    kedua = SalinanKerja.buat(akar, lain)
    assert kedua.folder != salinan.folder
    assert {s.asal for s in semua_salinan(akar)} == {asal, lain}


@pytest.mark.parametrize(
    "rusak", ["", "[]", "{", '{"asal": 1}', "[" * 100_000, '{"asal": "x", "salinan": "../x.iki"}']
)
def test_a_broken_note_is_as_good_as_none(salinan, akar, rusak):
    (salinan.folder / "asal.json").write_text(rusak)
    assert semua_salinan(akar) == []
    assert salinan.path.exists()


def test_a_note_is_plain_to_read(salinan, asal):
    catatan = json.loads((salinan.folder / "asal.json").read_text("utf-8"))
    assert catatan["asal"] == str(asal)


def test_a_folder_that_cannot_be_made_is_said(akar, asal):
    akar.parent.mkdir(parents=True)
    akar.write_text("penghalang")
    with pytest.raises(StoreError, match="tidak dapat dibuat"):
        SalinanKerja.buat(akar, asal)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is Unix's")
def test_killed_at_any_moment_nothing_is_lost(tmp_path):
    perintah = [sys.executable, "-m", "tests.db.pembunuh_salinan", str(tmp_path), "8", "20261120"]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=False, cwd=CHECKOUT, timeout=300)
    assert hasil.returncode == 0, hasil.stderr
    terputus = json.loads(hasil.stdout)
    assert terputus["kali"] == 8
    assert terputus.get("ada", 0) > 0
