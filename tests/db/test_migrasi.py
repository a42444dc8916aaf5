"""From an older version: a tested copy first, then up to date, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iki_desktop.core.cadangan import Putusan, Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Pejabat, Penandatangan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.kodek import ke_json
from iki_desktop.db.migrasi import SKEMA, VERSI
from iki_desktop.db.pembaruan import salin_ke_rak
from iki_desktop.db.pemulihan import pulihkan
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.rak import Rak, periksa_sidik
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


# --- files as released versions made them -------------------------------------------------------

DATA = Path(__file__).resolve().parents[1] / "data" / "versi"
VERSI_LAMA = sorted(DATA.glob("*.iki"))
"""Made by those versions themselves, and never made anew."""

Isi = dict[str, list[dict[str, object]]]


def isi_mentah(path: Path) -> Isi:
    """Every row of every table of ours, cell by cell."""
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        nama = [n for (n,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            n: [dict(b) for b in conn.execute(f"SELECT * FROM {n}")] for n in nama if not n.startswith("_")
        }


def test_there_is_a_file_of_each_older_version() -> None:
    assert [p.name for p in VERSI_LAMA] == [f"versi-{v}.iki" for v in range(1, VERSI)]


@pytest.mark.parametrize("asal", VERSI_LAMA, ids=lambda p: p.stem)
def test_a_file_of_each_version_comes_along_whole(asal: Path, tmp_path: Path) -> None:
    path = tmp_path / "kantor.iki"
    path.write_bytes(asal.read_bytes())
    dulu = isi_mentah(path)
    with Berkas.buka(path, salin_ke_rak(tmp_path / "Cadangan IKI")) as berkas:
        records = berkas.muat()
        assert sum(map(len, dulu.values())) - len(dulu.get("jurnal", ())) == len(records)
        berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),)))
    kini = isi_mentah(path)
    for nama, baris in dulu.items():
        for lama, baru in zip(baris, kini[nama], strict=nama != "jurnal"):
            tanpa = {"teks"} if nama == "sasaran" else set()
            assert {k: baru[k] for k in lama.keys() - tanpa} == {k: lama[k] for k in lama.keys() - tanpa}
    periksa_berkas(path)


@pytest.mark.parametrize("asal", VERSI_LAMA, ids=lambda p: p.stem)
def test_the_way_back_lies_among_the_backups_of_the_file(asal: Path, tmp_path: Path) -> None:
    path = tmp_path / "kantor.iki"
    path.write_bytes(asal.read_bytes())
    Berkas.buka(path, salin_ke_rak(tmp_path / "Cadangan IKI")).tutup()
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".iki"] == ["kantor.iki"]
    (cadangan,) = Rak(tmp_path / "Cadangan IKI" / "kantor", path).daftar()
    assert cadangan.sebab == Sebab.PEMBARUAN
    assert periksa_sidik(cadangan).putusan is Putusan.TERUJI
    assert isi_mentah(cadangan.path) == isi_mentah(asal)
    pulihkan(cadangan.path, tmp_path / "baru.iki")
    with Berkas.buka(path) as satu, Berkas.buka(tmp_path / "baru.iki") as dua:
        assert satu.muat() == dua.muat()
    assert sorted(p.name for p in tmp_path.glob("*.iki")) == ["baru.iki", "kantor.iki"]


def test_where_no_backup_can_lie_the_copy_lies_beside_the_file(lama: Path, tmp_path: Path) -> None:
    (tmp_path / "bukan folder").touch()
    Berkas.buka(lama, salin_ke_rak(tmp_path / "bukan folder")).tutup()
    assert lama.with_name("kantor (cadangan versi 1).iki").exists()


def test_an_older_file_that_lies_nowhere_else_is_not_touched_where_no_copy_can_be_made(lama: Path) -> None:
    def gagal(_conn: sqlite3.Connection, _path: Path) -> None:
        raise StoreError("Ruang penyimpanan habis.")

    asal = lama.read_bytes()
    with pytest.raises(StoreError, match="habis"):
        Berkas.buka(lama, gagal)
    assert lama.read_bytes() == asal
