"""Each single write, flush and change of length fails once; and the disk fails from there on.

After it: memory and file agree, nothing acknowledged is gone, no half edit is there, the program
goes on where the disk does, and everything can be saved elsewhere where it does not.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.errors import PenyimpananError, StoreError
from iki_desktop.core.records import Sasaran
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.pembaruan import salin_ke_rak
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.rak import Rak
from iki_desktop.db.salinan import simpan_salinan
from tests.db.isi import FORMULASI, SASARAN, SEMUA, lahir
from tests.db.vfs_gagal import FULL, IOERR_READ, IOERR_WRITE, Cakram, cakram_gagal

if sys.platform != "linux":
    pytest.skip("reaches into the SQLite of Linux", allow_module_level=True)

SELANG = 3
"""Of the longer works every third operation fails; of an edit each one does."""
LAMA = Path(__file__).resolve().parents[1] / "data" / "versi" / "versi-2.iki"
KALIMAT = ("Tempat penyimpanan tidak dapat dibaca atau ditulisi.", "Ruang penyimpanan habis.")
TERBANYAK = 80
"""Operations of one edit, far above what there are: the loop ends where none failed."""


@pytest.fixture
def asal(tmp_path: Path) -> Path:
    with Berkas.buat(tmp_path / "asal.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        return berkas.path


@pytest.fixture
def cakram() -> Iterator[Cakram]:
    with cakram_gagal() as cakram:
        yield cakram


def sasaran(ruang: Workspace) -> Sasaran:
    isi = ruang.arsip[SASARAN.id]
    assert isinstance(isi, Sasaran)
    return isi


def sama(berkas: Berkas, ruang: Workspace) -> bool:
    return set(map(repr, berkas.muat())) == set(map(repr, ruang.arsip.semua()))


@pytest.mark.parametrize("kode", [IOERR_WRITE, FULL])
@pytest.mark.parametrize("terus", [False, True])
def test_every_operation_of_an_edit_may_fail(asal: Path, cakram: Cakram, kode: int, terus: bool) -> None:
    path = asal.with_name("kantor.iki")
    for nomor in range(1, TERBANYAK):
        shutil.copy(asal, path)
        with Berkas.buka(path) as berkas:
            ruang = Workspace(berkas, berkas.muat())
            ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal(nomor))
            cakram.mulai(nomor, kode, terus=terus)
            if not _coba(ruang, "baru"):
                assert not cakram.kena
                break
            assert cakram.kena
            assert sasaran(ruang).teks == "sasaran", "what was refused is not shown"
            cakram.mulai(0, kode, terus=False)
            ruang.ubah(replace(sasaran(ruang), urutan=0, daftar_tertulis=False))
            assert sama(berkas, ruang)
        with Berkas.buka(path) as berkas:
            assert sama(berkas, ruang)
        periksa_berkas(path)
    else:
        pytest.fail("the edit never came through")
    assert nomor > 15, "an edit has more operations than that: the layer was not in between"


def _coba(ruang: Workspace, teks: str) -> bool:
    """Whether the edit was refused with a sentence."""
    try:
        ruang.ubah(replace(sasaran(ruang), teks=teks))
    except PenyimpananError as salah:
        return salah.pesan in KALIMAT
    return False


def test_what_was_refused_is_not_there_after_closing_either(asal: Path, cakram: Cakram) -> None:
    for nomor in range(1, TERBANYAK):
        path = asal.with_name("kantor.iki")
        shutil.copy(asal, path)
        with Berkas.buka(path) as berkas:
            ruang = Workspace(berkas, berkas.muat())
            cakram.mulai(nomor, IOERR_WRITE, terus=False)
            ditolak = _coba(ruang, "baru")
            cakram.mulai(0, IOERR_WRITE, terus=False)
        with Berkas.buka(path) as berkas:
            assert sama(berkas, ruang)
        if not ditolak:
            return
    pytest.fail("the edit never came through")


def test_several_refusals_in_a_row_leave_what_was_acknowledged(asal: Path, cakram: Cakram) -> None:
    """The last flush fails three times over: each time the file holds what nobody was promised."""
    with Berkas.buka(asal) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        ruang.ubah(replace(SASARAN, teks="pemanasan"))
        cakram.mulai(0, IOERR_WRITE, terus=False)
        ruang.ubah(replace(SASARAN, teks="diakui"))
        terakhir = cakram.dilakukan
        for kali in range(3):
            cakram.mulai(terakhir, IOERR_WRITE, terus=True)
            assert _coba(ruang, f"ditolak {kali}")
        cakram.mulai(0, IOERR_WRITE, terus=False)
        ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal(1))
        assert sama(berkas, ruang)
        assert sasaran(ruang).teks == "diakui"


def test_a_dead_disk_lets_everything_be_saved_elsewhere(asal: Path, cakram: Cakram, tmp_path: Path) -> None:
    lain = tmp_path / "tempat lain"
    lain.mkdir()
    with Berkas.buka(asal) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal("82.5"))
        cakram.mulai(1, IOERR_WRITE, terus=True)
        for teks in ("satu", "dua"):
            assert _coba(ruang, teks)
        cakram.mulai(0, IOERR_WRITE, terus=False)
        simpan_salinan(ruang.arsip.semua(), lain / "salinan.iki", jurnal_dari=berkas.sambungan_baca)
    periksa_berkas(lain / "salinan.iki")
    with Berkas.buka(lain / "salinan.iki") as salinan:
        assert sama(salinan, ruang)
        jurnal = [t for (t,) in salinan.sambungan_baca.execute("SELECT teks FROM jurnal ORDER BY id")]
    assert jurnal[0] == "isi awal"
    assert jurnal[-1] == "simpan salinan di tempat lain"
    assert len(jurnal) == 3


def test_a_copy_that_finds_no_room_leaves_nothing(asal: Path, cakram: Cakram, tmp_path: Path) -> None:
    cakram.mulai(3, FULL, terus=True)
    with pytest.raises(StoreError, match="habis"):
        simpan_salinan(SEMUA, tmp_path / "salinan.iki")
    assert [p.name for p in tmp_path.iterdir()] == ["asal.iki"]


def test_a_backup_of_a_dying_disk_fails_with_a_sentence(asal: Path, cakram: Cakram, tmp_path: Path) -> None:
    with Berkas.buka(asal) as berkas:
        cakram.mulai(2, IOERR_WRITE, terus=True)
        with pytest.raises(StoreError):
            berkas.cadangkan(tmp_path / "salinan.iki")
        cakram.mulai(0, IOERR_WRITE, terus=False)
        berkas.apply(lahir(replace(SASARAN, id=900, urutan=9)))
        berkas.cadangkan(tmp_path / "salinan.iki")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["asal.iki", "salinan.iki"]


def test_the_layer_is_the_one_that_the_program_uses(asal: Path, cakram: Cakram) -> None:
    cakram.mulai(1, FULL, terus=True)
    with (
        closing(sqlite3.connect(asal.with_name("lain.iki"))) as conn,
        pytest.raises(sqlite3.OperationalError, match="full"),
    ):
        conn.execute("CREATE TABLE a (b)")


# --- opening, bringing up to date, backing up -------------------------------------------------------


def test_every_reading_of_an_opening_may_fail(asal: Path, cakram: Cakram) -> None:
    """What is loaded is all there is; no page that cannot be read is taken for an empty one."""
    ditolak = 0
    for nomor in range(1, 400):
        cakram.mulai(nomor, IOERR_READ, terus=False, baca=True)
        try:
            with Berkas.buka(asal) as berkas:
                isi = set(map(repr, berkas.muat()))
        except StoreError as salah:
            ditolak += bool(salah.pesan)
        else:
            assert isi == set(map(repr, SEMUA))
        if not cakram.kena:
            break
    else:
        pytest.fail("the opening never came through")
    assert ditolak > 10


@pytest.mark.parametrize("terus", [False, True])
def test_every_operation_of_bringing_up_to_date_may_fail(tmp_path: Path, cakram: Cakram, terus: bool) -> None:
    path = tmp_path / "kantor.iki"
    harapan = None
    for nomor in [0, *range(1, 400, SELANG)]:
        shutil.rmtree(tmp_path / "Cadangan IKI", ignore_errors=True)
        shutil.copy(LAMA, path)
        cakram.mulai(nomor, IOERR_WRITE, terus=terus)
        with suppress(StoreError):
            Berkas.buka(path, salin_ke_rak(tmp_path / "Cadangan IKI")).tutup()
        kena = list(cakram.kena)
        cakram.mulai(0, IOERR_WRITE, terus=False)
        with Berkas.buka(path, salin_ke_rak(tmp_path / "Cadangan IKI")) as berkas:
            isi = [repr(r) for r in berkas.muat()]
        assert isi == (harapan or isi)
        rak = Rak(tmp_path / "Cadangan IKI" / "kantor", path)
        assert len(list(rak.teruji())) == len(rak.daftar())
        di_sebelah = list(tmp_path.glob("kantor (cadangan versi 2)*.iki"))
        assert rak.daftar() or di_sebelah, "one of the two places has the way back"
        for satu in di_sebelah:
            satu.unlink()
        harapan = isi
        if nomor and not kena:
            return
    pytest.fail("bringing up to date never came through")


def test_every_operation_of_a_backup_may_fail(asal: Path, cakram: Cakram, tmp_path: Path) -> None:
    """A backup that bears a mark is whole; one that could not be made is not there."""
    with Berkas.buka(asal) as berkas:
        for nomor in range(1, 400):
            gudang = Gudang(berkas, tmp_path / "Cadangan IKI")
            cakram.mulai(nomor, FULL, terus=False)
            berhasil = gudang.cadangkan(Sebab.DIMINTA) is not None
            kena = list(cakram.kena)
            cakram.mulai(0, FULL, terus=False)
            semua = gudang.rak.daftar()
            assert len(list(gudang.rak.teruji())) == len(semua) == int(berhasil)
            if berhasil:
                assert not kena
                return
            assert gudang.keluhan
    pytest.fail("the backup never came through")


def test_every_operation_of_a_copy_elsewhere_may_fail(cakram: Cakram, tmp_path: Path) -> None:
    tujuan = tmp_path / "salinan.iki"
    tujuan.write_bytes(b"yang lama")
    for nomor in range(1, 400, SELANG):
        cakram.mulai(nomor, FULL, terus=False)
        try:
            simpan_salinan(SEMUA, tujuan)
        except StoreError:
            assert tujuan.read_bytes() == b"yang lama"
            assert cakram.kena
        else:
            break
    cakram.mulai(0, FULL, terus=False)
    periksa_berkas(tujuan)
    assert list(tmp_path.iterdir()) == [tujuan]
