"""From an older version: a tested copy first, then up to date, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Pejabat, Penandatangan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.kodek import ke_json
from iki_desktop.db.migrasi import SKEMA, VERSI
from tests.db.isi import CAMAT, KECAMATAN, SASARAN, SEMUA_LAMA, berkas_versi, lahir


@pytest.fixture
def lama(tmp_path: Path) -> Path:
    """A file as the first version made it: records, and no journal yet."""
    path = tmp_path / "kantor.iki"
    berkas_versi(path, 1)
    return path


def test_an_older_file_is_copied_and_brought_up_to_date(lama: Path) -> None:
    asal = lama.read_bytes()
    with Berkas.buka(lama) as berkas:
        assert tuple(berkas.muat()) == SEMUA_LAMA
        berkas.apply(lahir(SASARAN.__class__(50, SASARAN.jabatan_id, 1, "baru")))
    cadangan = lama.with_name("kantor (cadangan versi 1).iki")
    assert sorted(lama.parent.iterdir()) == sorted([lama, cadangan])
    with closing(sqlite3.connect(cadangan)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(cadangan.read_bytes()) == len(asal)
    with Berkas.buka(cadangan) as berkas:
        assert tuple(berkas.muat()) == SEMUA_LAMA


def test_a_register_from_before_terms_is_read_as_it_stands(tmp_path: Path) -> None:
    """Its entries are who signs and no more; a term stands beside that, so the file needs no step."""
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(replace(KECAMATAN, pejabat=None)))
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(
            "UPDATE kecamatan SET pejabat = ?", [ke_json((CAMAT, Penandatangan("Sekretaris", "<b>")))]
        )
        conn.execute("UPDATE jurnal SET jumlah_uji = NULL")
    isi_lama = path.read_bytes()
    with Berkas.buka(path) as berkas:
        (kantor,) = berkas.muat()
        assert kantor == replace(KECAMATAN, pejabat=(Pejabat.dari(CAMAT), Pejabat("Sekretaris", "<b>")))
    assert path.read_bytes() == isi_lama


def test_an_earlier_copy_is_kept(lama: Path) -> None:
    cadangan = lama.with_name("kantor (cadangan versi 1).iki")
    cadangan.write_text("salinan lain", encoding="utf-8")
    Berkas.buka(lama).tutup()
    assert cadangan.read_text(encoding="utf-8") == "salinan lain"
    assert lama.with_name("kantor (cadangan versi 1) (2).iki").exists()


def test_a_copy_of_a_file_with_a_long_name_has_a_shorter_one(lama: Path) -> None:
    panjang = lama.rename(lama.with_name("é" * 120 + ".iki"))
    Berkas.buka(panjang).tutup()
    assert panjang.with_name("é" * 50 + " (cadangan versi 1).iki").exists()


def test_a_migration_that_fails_leaves_the_file_as_it_was(lama: Path) -> None:
    """A foreign file of version 1 that claims to have taken the step to version 2."""
    with closing(sqlite3.connect(lama)) as conn, conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " SELECT migration_set, 'm0002_jurnal', applied_at FROM _sqlite_migrations"
        )
    asal = lama.read_bytes()
    with pytest.raises(StoreError):
        Berkas.buka(lama)
    assert lama.read_bytes() == asal


def test_a_file_that_claims_to_be_older_than_it_is_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kantor.iki"
    Berkas.buat(path).tutup()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("DROP TABLE jurnal")
        conn.execute("PRAGMA user_version = 1")
    with pytest.raises(StoreError, match="tidak dikenal"):
        Berkas.buka(path)


def test_what_the_steps_make_is_what_is_expected(tmp_path: Path) -> None:
    Berkas.buat(tmp_path / "kantor.iki").tutup()
    with closing(sqlite3.connect(tmp_path / "kantor.iki")) as conn:
        ada = dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        assert conn.execute("PRAGMA user_version").fetchone() == (VERSI,)
    assert {n: s for n, s in ada.items() if "_sqlite_migrations" not in n} == SKEMA
