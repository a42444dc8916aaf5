"""A letter that has become another one is found, and no edit is ever taken for damage."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import IkiError, StoreError
from iki_desktop.core.records import Sasaran
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jumlah_uji import jumlahkan, jumlahkan_semua, sebagai_teks, tercatat
from iki_desktop.db.tabel import tabel
from tests.db.isi import DOKUMEN, FORMULASI, JABATAN, SASARAN, SEMUA, TEKS_SULIT, lahir

UBAH = Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        return berkas.path


def ubah(path: Path, perintah: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(perintah)


def test_the_sum_of_a_known_row_is_what_it_always_was() -> None:
    """Files that exist hold it: neither a new Python nor a new version of ours may change it."""
    baris = (5, None, "Désy 😀\x00", 2**40, -1, "")
    assert jumlahkan(tabel(Sasaran), [baris]) == 3467876774
    assert jumlahkan(tabel(Sasaran), [baris, baris]) == 2 * 3467876774
    assert jumlahkan(tabel(type(JABATAN)), [baris]) != 3467876774
    satu, dua = sys.intern("".join(["kata", "sama"])), "".join(["kata", "sama"])
    assert satu is not dua
    assert jumlahkan(tabel(Sasaran), [(satu, satu)]) == jumlahkan(tabel(Sasaran), [(dua, satu)])


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE kecamatan SET nama = replace(nama, 'tebal', 'tebaL')",
        "UPDATE realisasi SET nilai = '1' WHERE nilai = '0'",
        "DELETE FROM realisasi WHERE triwulan = 3",
        "UPDATE formulasi SET urutan = urutan + 1",
        "INSERT INTO realisasi (formulasi_id, triwulan) VALUES (7, 2)",
    ],
)
def test_what_was_changed_behind_the_journals_back_is_refused(path: Path, perintah: str) -> None:
    ubah(path, perintah)
    with Berkas.buka(path) as berkas, pytest.raises(StoreError, match="rusak"):
        berkas.muat()


def test_a_letter_that_changed_on_the_disk_is_found(path: Path) -> None:
    bita = path.read_bytes()
    tempat = bita.index(b"panjang panjang")
    path.write_bytes(bita[:tempat] + b"P" + bita[tempat + 1 :])
    with Berkas.buka(path) as berkas, pytest.raises(StoreError, match="rusak"):
        berkas.muat()


def test_what_says_nothing_is_compared_with_nothing(path: Path) -> None:
    ubah(path, "UPDATE jurnal SET jumlah_uji = '99:abc'")
    with Berkas.buka(path) as berkas:
        assert tercatat(berkas.sambungan_baca) is None
        berkas.muat()


def test_a_file_from_before_sums_has_one_after_its_first_edit(path: Path) -> None:
    """Also where the same is written in another way there, and where nothing was loaded."""
    ubah(path, "UPDATE jurnal SET jumlah_uji = NULL")
    ubah(path, "UPDATE jabatan SET tugas = replace(tugas, ',', ' , ') WHERE id = 4")
    with Berkas.buka(path) as berkas:
        berkas.apply(UBAH)
        berkas.apply(Edit("ubah", (Change(JABATAN, replace(JABATAN, nama="Lurah")),)))
        assert tercatat(berkas.sambungan_baca) == sebagai_teks(jumlahkan_semua(berkas.sambungan_baca))
    with Berkas.buka(path) as berkas:
        assert replace(JABATAN, nama="Lurah") in berkas.muat()


def test_an_edit_that_was_refused_counts_for_nothing(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        berkas.muat()
        with pytest.raises(StoreError):
            berkas.apply(Edit("salah", (*UBAH.changes, Change(None, SASARAN))))
        berkas.apply(UBAH)
    with Berkas.buka(path) as berkas:
        assert replace(SASARAN, teks="baru") in berkas.muat()


PERBUATAN = st.one_of(
    st.tuples(st.just("isi"), st.integers(1, 4), st.none() | st.integers(0, 10**6)),
    st.tuples(st.just("sasaran"), st.sampled_from(["a", TEKS_SULIT, "é\x00"]), st.none()),
    st.tuples(st.just("gandakan"), st.sampled_from([JABATAN.id, SASARAN.id, DOKUMEN.id]), st.none()),
    st.tuples(st.just("hapus"), st.integers(0, 30), st.none()),
    st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PERBUATAN, max_size=12))
def test_whatever_is_done_the_file_opens_again(path: Path, semua: list[tuple]) -> None:
    with Berkas.buka(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        for satu in semua:
            try:
                _lakukan(ruang, *satu)
            except IkiError:
                continue
        assert tercatat(berkas.sambungan_baca) == sebagai_teks(jumlahkan_semua(berkas.sambungan_baca))
    with Berkas.buka(path) as berkas:
        assert len(berkas.muat()) > 0


def _lakukan(ruang: Workspace, apa: str, satu, dua) -> None:
    match apa:
        case "isi":
            nilai = None if dua is None else Decimal(dua)
            ruang.set_realisasi(FORMULASI.id, satu, "nilai", nilai) if FORMULASI.id in ruang.arsip else None
        case "sasaran" if SASARAN.id in ruang.arsip:
            ruang.ubah(replace(ruang.arsip[SASARAN.id], teks=satu))
        case "gandakan" | "hapus" if satu in ruang.arsip and satu != 1:
            getattr(ruang, apa)(satu)
        case "undo" | "redo":
            getattr(ruang, apa)()
