"""A backup comes back as a new file, and takes the place of today's in one step or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.perbandingan import BedaJabatan, bandingkan
from iki_desktop.core.records import Realisasi
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.pemulihan import gantikan, pulihkan
from tests.db.isi import JABATAN, KECAMATAN, SAMPAH, SASARAN, SEMUA, STATUS, TERBITAN, lahir

CHECKOUT = Path(__file__).resolve().parents[2]
BARU = replace(SASARAN, teks="baru")


@pytest.fixture
def kini(tmp_path: Path) -> Path:
    """Today's file, edited since its backup was made."""
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
        berkas.cadangkan(tmp_path / "cadangan.iki")
        berkas.apply(Edit("ubah", (Change(SASARAN, BARU),)))
    (tmp_path / "cadangan.iki").chmod(0o444)
    return path


@pytest.fixture
def cadangan(kini: Path) -> Path:
    return kini.with_name("cadangan.iki")


def isi(path: Path) -> list:
    with Berkas.buka(path) as berkas:
        return berkas.muat()


def test_it_comes_back_as_a_new_file(kini: Path, cadangan: Path) -> None:
    sidik = kini.read_bytes(), cadangan.read_bytes()
    baru = kini.with_name("baru.iki")
    pulihkan(cadangan, baru)
    assert tuple(isi(baru)) == SEMUA
    assert (kini.read_bytes(), cadangan.read_bytes()) == sidik


def test_nothing_is_ever_overwritten(kini: Path, cadangan: Path) -> None:
    with pytest.raises(StoreError, match="sudah ada"):
        pulihkan(cadangan, kini)
    assert BARU in isi(kini)


@pytest.mark.parametrize("cara", ["pendek", "asing", "rusak", "kosong"])
def test_what_is_damaged_makes_no_file(kini: Path, cadangan: Path, cara: str) -> None:
    cadangan.chmod(0o644)
    bita = bytearray(cadangan.read_bytes())
    if cara == "rusak":
        bita[4096:12288] = b"\xff" * 8192
    isi = {"pendek": bytes(bita[:9000]), "asing": b"PK" * 999, "rusak": bytes(bita), "kosong": b""}
    cadangan.write_bytes(isi[cara])
    with pytest.raises(StoreError):
        pulihkan(cadangan, kini.with_name("baru.iki"))
    assert not list(kini.parent.glob("baru*"))
    assert not list(kini.parent.glob(".iki-*"))


def test_it_takes_the_place_of_todays(kini: Path, cadangan: Path) -> None:
    baru = kini.with_name("baru.iki")
    pulihkan(cadangan, baru)
    gantikan(baru, kini)
    assert tuple(isi(kini)) == SEMUA
    assert sorted(p.name for p in kini.parent.glob("*.iki")) == ["cadangan.iki", "kantor.iki"]


def test_not_while_todays_is_open(kini: Path, cadangan: Path) -> None:
    baru = kini.with_name("baru.iki")
    pulihkan(cadangan, baru)
    with Berkas.buka(kini) as berkas:
        with pytest.raises(StoreError, match="sedang dibuka"):
            gantikan(baru, kini)
        assert BARU in berkas.muat()
    assert tuple(isi(baru)) == SEMUA


def test_a_journal_of_the_old_file_does_not_meet_the_new_one(kini: Path, cadangan: Path) -> None:
    kini.with_name("kantor.iki-journal").write_bytes(b"\0" * 5000)
    baru = kini.with_name("baru.iki")
    pulihkan(cadangan, baru)
    gantikan(baru, kini)
    assert not kini.with_name("kantor.iki-journal").exists()
    assert tuple(isi(kini)) == SEMUA


def test_kill_9_during_backups_and_restores_leaves_everything_whole(tmp_path: Path) -> None:
    perintah = [sys.executable, "-m", "tests.db.pembunuh_cadangan", str(tmp_path), "20", "20261120"]
    hasil = subprocess.run(perintah, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    ringkas = json.loads(hasil.stdout)
    assert ringkas["diperiksa"] >= 40
    assert sum(n for k, n in ringkas.items() if k in ("setelah cadangan", "setelah ganti")) >= 1


# --- what differs -------------------------------------------------------------------------------


def test_what_differs_is_said_post_by_post() -> None:
    tambahan = Realisasi(7, 2, catatan="x")
    kini = [BARU if r == SASARAN else r for r in SEMUA if not (isinstance(r, Realisasi) and r.triwulan == 3)]
    beda = bandingkan(SEMUA, [*kini, tambahan])
    assert beda.jabatan == (BedaJabatan("Sekretaris", 1, 1, 1),)
    assert ("realisasi", 3, 3) in beda.jumlah
    assert not beda.sama
    assert not beda.kantor_lain
    assert bandingkan(SEMUA, SEMUA).sama


def test_a_post_that_is_gone_is_named_and_what_is_of_no_post_counted() -> None:
    sisa = SEMUA[:3]
    kini = [replace(KECAMATAN, alamat="baru"), *sisa[1:]]
    beda = bandingkan(SEMUA, kini)
    assert [b.nama for b in beda.jabatan] == [JABATAN.nama]
    assert beda.jabatan[0].berkurang + beda.di_luar.berkurang == len(SEMUA) - 3
    assert beda.di_luar.berkurang == len((*STATUS, *TERBITAN, SAMPAH))
    assert beda.di_luar.berubah == 1


def test_another_kecamatan_is_told() -> None:
    satu, dua = replace(KECAMATAN, nama="Biatan"), replace(KECAMATAN, nama="Camplong")
    assert bandingkan([satu], [dua]).kantor_lain
    assert not bandingkan([satu], [replace(dua, nama="BIATAN")]).kantor_lain
    assert not bandingkan([], [dua]).kantor_lain
