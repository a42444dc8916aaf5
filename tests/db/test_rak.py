"""The folder of backups: named, marked, tested anew, thinned, told apart."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.cadangan import Cadangan, Putusan, Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.cadangan import Potret, tempat_tanda
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.rak import Rak, baca_cadangan, folder_milik, periksa_sidik
from iki_desktop.keluaran import nama_berkas
from tests.db.isi import KECAMATAN, SASARAN, SEMUA, lahir

PAGI = datetime(2026, 11, 20, 8, 1)
BIATAN = replace(KECAMATAN, nama="Biatan")


@pytest.fixture
def berkas(tmp_path: Path) -> Iterator[Berkas]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        berkas.apply(lahir(BIATAN, *SEMUA[1:]))
        yield berkas


@pytest.fixture
def rak(tmp_path: Path) -> Rak:
    return Rak(tmp_path / "Dokumen" / "Cadangan IKI" / "kantor", tmp_path / "kantor.iki")


def potret(berkas: Berkas) -> Potret:
    return Potret(berkas.sambungan_baca)


def simpan(rak: Rak, berkas: Berkas, waktu: datetime, sebab: Sebab = Sebab.PEMBUKAAN) -> Cadangan:
    satu = potret(berkas)
    try:
        return rak.simpan(satu, waktu, sebab)
    finally:
        satu.tutup()


# --- one backup -------------------------------------------------------------------------------


def test_a_backup_says_office_moment_and_cause_and_opens(rak: Rak, berkas: Berkas) -> None:
    satu = simpan(rak, berkas, PAGI)
    assert satu.path.name == "Biatan 2026-11-20 08.01 pembukaan.iki"
    assert (satu.kantor, satu.waktu, satu.sebab, satu.putusan) == (
        "Biatan",
        PAGI,
        Sebab.PEMBUKAAN,
        Putusan.TERUJI,
    )
    assert satu.ukuran == satu.path.stat().st_size
    assert not satu.path.stat().st_mode & 0o222, "a backup is opened for reading"
    with Berkas.buka(satu.path) as salinan:
        assert salinan.muat() == berkas.muat()
    assert rak.daftar() == [satu]


def test_the_mark_is_one_that_other_programs_read(rak: Rak, berkas: Berkas) -> None:
    satu = simpan(rak, berkas, PAGI)
    hasil = subprocess.run(
        ["sha256sum", "-c", tempat_tanda(satu.path).name], cwd=rak.folder, capture_output=True, check=False
    )
    assert hasil.returncode == 0, hasil.stderr


def test_two_in_one_minute_are_two(rak: Rak, berkas: Berkas) -> None:
    dua = [simpan(rak, berkas, PAGI), simpan(rak, berkas, PAGI)]
    assert [c.nomor for c in dua] == [1, 2]
    assert rak.daftar() == dua[::-1]


def test_a_picture_is_of_its_moment(rak: Rak, berkas: Berkas) -> None:
    satu = potret(berkas)
    berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="kemudian")),)))
    with Berkas.buka(rak.simpan(satu, PAGI, Sebab.DIMINTA).path) as salinan:
        assert SASARAN in salinan.muat()
    satu.tutup()


@pytest.mark.parametrize(
    "nama", ["", "CON", "../../etc", "<b>x</b>", "\u202efdp", "😀" * 200, "a:b?*\x00", "=1+1 "]
)
def test_any_name_of_an_office_makes_a_name_of_a_file(rak: Rak, berkas: Berkas, nama: str) -> None:
    berkas.apply(Edit("ubah", (Change(BIATAN, replace(BIATAN, nama=nama)),)))
    satu = simpan(rak, berkas, PAGI, Sebab.PENGHAPUSAN)
    assert satu.path.parent == rak.folder
    assert len(satu.path.name.encode()) < 250
    assert nama_berkas(satu.path.stem[:60]) == satu.path.stem[:60].strip(" .")
    assert rak.daftar() == [satu]


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_a_foreign_name_is_never_taken_for_a_backup_nor_trips(teks: str) -> None:
    assert baca_cadangan(Path(f"/tidak-ada/{teks.replace('/', '')}.iki")) is None
    assert baca_cadangan(Path("/tidak-ada/Biatan 2026-02-31 08.01 pembukaan.iki")) is None


# --- what is not there, not sound, not ours -----------------------------------------------------


def test_a_backup_that_changed_is_told(rak: Rak, berkas: Berkas) -> None:
    satu = simpan(rak, berkas, PAGI)
    satu.path.chmod(0o644)
    isi = bytearray(satu.path.read_bytes())
    isi[-1] ^= 1
    satu.path.write_bytes(isi)
    assert periksa_sidik(satu).putusan is Putusan.BERUBAH
    tempat_tanda(satu.path).unlink()
    assert periksa_sidik(satu).putusan is Putusan.TANPA_TANDA
    assert [c.putusan for c in rak.daftar()] == [Putusan.TANPA_TANDA]


def test_a_folder_that_is_a_file_is_said_and_nothing_is_made(tmp_path: Path, berkas: Berkas) -> None:
    (tmp_path / "penghalang").write_text("x")
    with pytest.raises(StoreError, match="tidak dapat ditulisi"):
        simpan(Rak(tmp_path / "penghalang" / "kantor", berkas.path), berkas, PAGI)
    assert Rak(tmp_path / "penghalang", berkas.path).daftar() == []


def test_a_damaged_source_makes_no_backup(rak: Rak, tmp_path: Path, berkas: Berkas) -> None:
    berkas.sambungan_baca.execute("PRAGMA foreign_keys = OFF")
    berkas.sambungan_baca.execute("DELETE FROM jabatan")
    with pytest.raises(StoreError, match="tidak utuh"):
        simpan(rak, berkas, PAGI)
    assert [p.name for p in rak.folder.iterdir()] == ["asal.txt"]


# --- thinning -----------------------------------------------------------------------------------


def test_thinning_removes_copy_and_mark_and_leaves_what_is_not_ours(rak: Rak, berkas: Berkas) -> None:
    lama = [simpan(rak, berkas, PAGI - timedelta(days=40, hours=j)) for j in range(3)]
    baru = [simpan(rak, berkas, PAGI - timedelta(minutes=j)) for j in range(5)]
    (rak.folder / "catatan.txt").write_text("milik orang")
    assert rak.jarangkan(PAGI) == [lama[2], lama[1]]
    assert rak.jarangkan(PAGI) == []
    assert set(rak.daftar()) == {lama[0], *baru}
    nama = {p.name for p in rak.folder.iterdir()}
    tinggal = {c.path.name for c in (lama[0], *baru)}
    assert nama == tinggal | {f"{n}.sha256" for n in tinggal} | {"catatan.txt", "asal.txt"}


def test_one_that_has_gone_bad_does_not_stand_for_a_good_one(rak: Rak, berkas: Berkas) -> None:
    lama = [simpan(rak, berkas, PAGI - timedelta(days=40, hours=j)) for j in range(3)]
    for j in range(5):
        simpan(rak, berkas, PAGI - timedelta(minutes=j))
    lama[0].path.chmod(0o644)
    lama[0].path.write_bytes(b"rusak")
    assert rak.jarangkan(PAGI) == [lama[2]]
    assert lama[1].path.exists()
    assert lama[0].path.exists()


def test_what_a_killed_program_left_goes_after_an_hour(rak: Rak, berkas: Berkas) -> None:
    simpan(rak, berkas, PAGI)
    kini = datetime.now()
    for nama, umur in (
        (".iki-abc.iki", 2),
        (".iki-baru.iki", 0),
        ("X 2026-01-01 08.00 diminta.iki.sha256", 2),
    ):
        (rak.folder / nama).write_text("sisa")
        saat = (kini - timedelta(hours=umur)).timestamp()
        os.utime(rak.folder / nama, (saat, saat))
    rak.jarangkan(kini)
    sisa = {p.name for p in rak.folder.iterdir()}
    assert ".iki-baru.iki" in sisa
    assert not {".iki-abc.iki", "X 2026-01-01 08.00 diminta.iki.sha256"} & sisa


# --- whose folder it is -------------------------------------------------------------------------


def test_two_files_of_one_name_have_two_folders(tmp_path: Path, berkas: Berkas) -> None:
    akar = tmp_path / "Cadangan IKI"
    for nama in ("a", "b"):
        (tmp_path / nama).mkdir()
        (tmp_path / nama / "kantor.iki").write_bytes(b"")
    satu, dua = tmp_path / "a" / "kantor.iki", tmp_path / "b" / "kantor.iki"
    for path in (satu, dua, satu):
        simpan(Rak(folder_milik(akar, path), path), berkas, PAGI)
    assert folder_milik(akar, satu) == akar / "kantor"
    assert folder_milik(akar, dua) == akar / "kantor (2)"
    assert len(Rak(akar / "kantor", satu).daftar()) == 2
    satu.unlink()
    assert folder_milik(akar, dua.with_name("lain.iki")) == akar / "lain"
    assert folder_milik(akar, tmp_path / "c" / "kantor.iki") == akar / "kantor"


# --- the guardian of an open file -----------------------------------------------------------------


class Jam:
    def __init__(self) -> None:
        self.kini = PAGI

    def __call__(self) -> datetime:
        return self.kini


def anak_banyak(banyak: int) -> list:
    return [replace(SASARAN, id=1000 + i, urutan=i + 1) for i in range(banyak)]


def test_a_bulk_deletion_is_preceded_by_a_backup(tmp_path: Path, berkas: Berkas) -> None:
    gudang = Gudang(berkas, tmp_path / "cad", Jam())
    ruang = Workspace(gudang, berkas.muat())
    ruang.terapkan("tambah", [Change(None, s) for s in anak_banyak(40)])
    ruang.terapkan("hapus", [Change(s, None) for s in anak_banyak(40)[:25]])
    assert gudang.daftar() == []
    ruang.undo()
    ruang.terapkan("hapus", [Change(s, None) for s in anak_banyak(40)])
    (satu,) = gudang.daftar()
    assert satu.sebab == Sebab.PENGHAPUSAN
    with Berkas.buka(satu.path) as salinan:
        assert set(anak_banyak(40)) <= set(salinan.muat())


def test_a_backup_that_cannot_be_made_does_not_hinder_the_deletion(tmp_path: Path, berkas: Berkas) -> None:
    (tmp_path / "cad").write_text("penghalang")
    gudang = Gudang(berkas, tmp_path / "cad", Jam())
    ruang = Workspace(gudang, berkas.muat())
    ruang.terapkan("tambah", [Change(None, s) for s in anak_banyak(40)])
    ruang.terapkan("hapus", [Change(s, None) for s in anak_banyak(40)])
    assert gudang.keluhan is not None
    assert gudang.berubah
    assert gudang.daftar() == []
    gudang.akar = tmp_path / "lain"
    assert gudang.cadangkan(Sebab.DIMINTA)
    assert gudang.keluhan is None
    assert not gudang.berubah


def test_the_first_opening_of_a_day_and_changes_after_it_ask_for_one(tmp_path: Path, berkas: Berkas) -> None:
    jam = Jam()
    gudang = Gudang(berkas, tmp_path / "cad", jam)
    assert gudang.perlu_pembukaan()
    satu = gudang.cadangkan(Sebab.PEMBUKAAN)
    assert satu
    assert not gudang.perlu_pembukaan()
    assert gudang.terbaru() == satu
    kemudian = satu.path.stat().st_mtime + 60
    os.utime(berkas.path, (kemudian, kemudian))
    assert gudang.perlu_pembukaan()
    os.utime(berkas.path, (kemudian - 120, kemudian - 120))
    assert not gudang.perlu_pembukaan()
    jam.kini += timedelta(days=1)
    assert gudang.perlu_pembukaan()


def test_a_second_place_comes_and_goes(tmp_path: Path, berkas: Berkas) -> None:
    gudang = Gudang(berkas, tmp_path / "cad", Jam())
    gudang.kedua = tmp_path / "flashdisk"
    gudang.simpan(gudang.potret(), Sebab.PEMBUKAAN)
    assert gudang.keluhan_kedua == "Tempat kedua sedang tidak ada."
    assert not gudang.kedua.exists()
    gudang.kedua.mkdir()
    satu = gudang.simpan(gudang.potret(), Sebab.PEMBUKAAN)
    assert gudang.keluhan_kedua is None
    salinan = gudang.kedua / "kantor" / "Biatan 2026-11-20 08.01 pembukaan.iki"
    assert salinan.read_bytes() == satu.path.read_bytes()


def test_the_second_place_gets_its_copy_where_the_first_one_fails(tmp_path: Path, berkas: Berkas) -> None:
    (tmp_path / "cad").write_text("penghalang")
    gudang = Gudang(berkas, tmp_path / "cad", Jam())
    gudang.kedua = tmp_path
    with pytest.raises(StoreError):
        gudang.simpan(gudang.potret(), Sebab.PENUTUPAN)
    assert gudang.keluhan
    assert len(list((tmp_path / "kantor").glob("*.iki"))) == 1
