"""Whoever comes second reads along: who holds the file, since when, and what is in it now."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import BerkasDipegangError, StoreError
from iki_desktop.core.pemegang import Pemegang
from iki_desktop.core.records import Sasaran
from iki_desktop.db import bacaan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.pemegang import baca_pemegang, catat_pemegang, hapus_pemegang, tempat_pemegang
from iki_desktop.db.penyelamatan import periksa_berkas
from tests.db.isi import SASARAN, SEMUA, lahir
from tests.db.pembunuh import KEPALA_PANAS
from tests.db.pemegang_lain import PemegangLain, dipegang

if sys.platform == "win32":
    pytest.skip("signals and locks of POSIX", allow_module_level=True)

VERSI_LAMA = Path(__file__).resolve().parents[1] / "data" / "versi"
UBAH = Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "Bu Désy – 100% #1"
    folder.mkdir()
    with Berkas.buat(folder / "kantor ku.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        return berkas.path


@pytest.fixture
def lain(path: Path) -> Iterator[PemegangLain]:
    with dipegang(path) as lain:
        yield lain


def sasaran(berkas: Berkas) -> str:
    return next(r.teks for r in berkas.muat() if isinstance(r, Sasaran))


# --- who has it ---------------------------------------------------------------------------------


def test_whoever_opens_a_file_says_so_beside_it_and_takes_that_back(path: Path) -> None:
    with Berkas.buka(path):
        assert tempat_pemegang(path).name == ".~kantor ku.iki.kunci"
        sejak = baca_pemegang(path).sejak
        assert sejak is not None
        assert 0 <= (datetime.now() - sejak).total_seconds() < 600
    assert list(path.parent.iterdir()) == [path]


def test_closing_twice_leaves_the_word_of_who_came_after(path: Path) -> None:
    pertama = Berkas.buka(path)
    pertama.tutup()
    with Berkas.buka(path):
        pertama.tutup()
        assert tempat_pemegang(path).exists()


@pytest.mark.parametrize(
    "isi", [b"", b"[]", b"{", b'{"pengguna": 7, "sejak": "kemarin"}', b"\xff\xfe", b"[" * 9_000, None]
)
def test_an_odd_word_beside_the_file_says_nothing(path: Path, isi: bytes | None) -> None:
    if isi is None:
        tempat_pemegang(path).mkdir()
    else:
        tempat_pemegang(path).write_bytes(isi)
    assert baca_pemegang(path) == Pemegang()
    with Berkas.buka(path) as berkas:
        assert not berkas.baca_saja


def test_a_name_too_long_for_a_word_beside_it_stands_in_nobodys_way(path: Path) -> None:
    panjang = path.rename(path.with_name("é" * 120 + ".iki"))
    with Berkas.buka(panjang) as berkas:
        berkas.apply(UBAH)
    assert list(path.parent.iterdir()) == [panjang]


def test_what_cannot_be_written_is_left_and_nothing_else_stays(tmp_path: Path) -> None:
    (tmp_path / "ada.iki").touch()
    tempat_pemegang(tmp_path / "ada.iki").mkdir()
    catat_pemegang(tmp_path / "ada.iki", datetime(2026, 11, 20))
    hapus_pemegang(tmp_path / "ada.iki")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".~ada.iki.kunci", "ada.iki"]


def test_by_another_name_the_holder_is_the_same(path: Path, lain: PemegangLain) -> None:
    tautan = path.with_name("tautan.iki")
    tautan.symlink_to(path)
    with Berkas.buka_atau_lihat(tautan) as berkas:
        assert berkas.pemegang is not None
        assert berkas.pemegang.pengguna == "SITI"


# --- reading along ------------------------------------------------------------------------------


def test_the_second_reads_and_is_told_who_has_it(path: Path, lain: PemegangLain) -> None:
    with pytest.raises(BerkasDipegangError, match=r"sedang dibuka oleh SITI di PC-KASI sejak \d\d\.\d\d\."):
        Berkas.buka(path)
    with Berkas.buka_atau_lihat(path) as berkas:
        assert berkas.baca_saja
        assert berkas.pemegang is not None
        assert (berkas.pemegang.pengguna, berkas.pemegang.komputer) == ("SITI", "PC-KASI")
        assert tuple(berkas.muat()) == SEMUA
        with pytest.raises(StoreError, match=r"oleh SITI .* Anda dapat membaca, belum dapat mengubah\."):
            berkas.apply(UBAH)
        assert tuple(berkas.muat()) == SEMUA
        assert lain.suruh("lain kali") == "sudah"
        assert tuple(berkas.muat()) == SEMUA, "a picture does not change by itself"
    with Berkas.buka_atau_lihat(path) as lagi:
        assert sasaran(lagi) == "lain kali"
    assert lain.suruh("masih saya") == "sudah", "who reads takes nothing from the holder"
    assert lain.suruh("tutup") == "sudah"
    with Berkas.buka_atau_lihat(path) as milik:
        assert not milik.baca_saja
        assert milik.pemegang is None
        assert sasaran(milik) == "masih saya"


def test_a_picture_can_be_saved_and_the_copy_is_ones_own(path: Path, lain: PemegangLain) -> None:
    salinan = path.with_name("salinan.iki")
    with Berkas.buka_atau_lihat(path) as berkas:
        berkas.cadangkan(salinan)
    with Berkas.buka(salinan) as milik:
        assert tuple(milik.muat()) == SEMUA
        milik.apply(UBAH)


def test_a_word_that_a_crash_left_behind_blocks_nobody(path: Path) -> None:
    with dipegang(path) as lain:
        lain.proses.kill()
        lain.proses.wait()
    assert tempat_pemegang(path).exists()
    with Berkas.buka_atau_lihat(path) as berkas:
        assert not berkas.baca_saja
        berkas.apply(UBAH)
    assert not tempat_pemegang(path).exists()


def test_a_holder_that_hangs_in_the_midst_of_writing_is_read_as_before(path: Path) -> None:
    """Its journal is copied too, and SQLite takes the half transaction back in our copy."""
    anak = _tulis_separuh(path)
    try:
        asal = path.read_bytes()
        with Berkas.buka_atau_lihat(path) as berkas:
            assert berkas.pemegang is not None
            assert tuple(berkas.muat()) == SEMUA
        assert path.read_bytes() == asal
    finally:
        os.kill(anak, signal.SIGKILL)
        os.waitpid(anak, 0)
    with Berkas.buka(path) as berkas:
        assert tuple(berkas.muat()) == SEMUA


def test_what_a_crash_left_unfinished_is_finished_before_a_file_is_looked_through(path: Path) -> None:
    anak = _tulis_separuh(path)
    os.kill(anak, signal.SIGKILL)
    os.waitpid(anak, 0)
    assert path.with_name(f"{path.name}-journal").read_bytes()[:8] == KEPALA_PANAS
    periksa_berkas(path)
    with Berkas.buka(path) as berkas:
        assert tuple(berkas.muat()) == SEMUA


_SASARAN = "INSERT INTO sasaran (id, jabatan_id, urutan, teks, daftar_tertulis) VALUES (?, 4, 0, ?, 0)"


def _tulis_separuh(path: Path) -> int:
    """A child that holds the file, has written half a transaction to it, and goes no further."""
    baca, tulis = os.pipe()
    anak = os.fork()
    if anak:
        os.close(tulis)
        assert os.read(baca, 1) == b"x"
        os.close(baca)
        return anak
    try:
        conn = Berkas.buka(path).sambungan_baca
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN")
        for nomor in range(300):
            conn.execute("UPDATE kecamatan SET nama = ?", ["separuh " * nomor])
            conn.execute(_SASARAN, [1000 + nomor, "x" * 3000])
        os.write(tulis, b"x")
        signal.pause()
    finally:
        os._exit(1)


def test_an_older_file_that_is_held_is_brought_up_to_date_in_the_picture_alone(tmp_path: Path) -> None:
    path = tmp_path / "lama.iki"
    asal = (VERSI_LAMA / "versi-1.iki").read_bytes()
    path.write_bytes(asal)
    with closing(sqlite3.connect(path, isolation_level=None)) as pemegang:
        pemegang.execute("BEGIN EXCLUSIVE")
        with Berkas.buka_atau_lihat(path) as berkas:
            assert sasaran(berkas) == "sasaran"
        pemegang.execute("COMMIT")
    assert path.read_bytes() == asal


def test_a_foreign_program_that_keeps_the_newest_elsewhere_is_not_read(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as asing:
        asing.execute("PRAGMA journal_mode = WAL")
        asing.execute("PRAGMA locking_mode = EXCLUSIVE")
        asing.execute("UPDATE sasaran SET teks = 'di luar'")
        with pytest.raises(BerkasDipegangError, match="program lain"):
            Berkas.buka_atau_lihat(path)


def test_a_file_that_never_holds_still_is_refused(
    path: Path, lain: PemegangLain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between any two looks the holder makes another edit."""
    gambar, nomor = bacaan._gambar, iter(range(10_000))

    def selalu_lain(path: Path) -> tuple[bytes, bytes]:
        lain.suruh(f"ke-{next(nomor)}")
        return gambar(path)

    monkeypatch.setattr(bacaan, "_gambar", selalu_lain)
    monkeypatch.setattr(bacaan, "_JEDA", 0)
    with pytest.raises(BerkasDipegangError, match="ditulisi terus"):
        Berkas.buka_atau_lihat(path)


def test_damage_in_a_held_file_is_no_picture(path: Path) -> None:
    bita = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as pemegang:
        pemegang.execute("BEGIN EXCLUSIVE")
        path.write_bytes(bita[:8192] + b"\xff" * (len(bita) - 8192))
        with pytest.raises(StoreError):
            Berkas.buka_atau_lihat(path)
