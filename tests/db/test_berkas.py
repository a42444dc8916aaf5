"""The file of an office: what goes in comes out, edit by edit, for one program at a time."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Kecamatan, Realisasi, Record, Sasaran
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.migrasi import APPLICATION_ID, SKEMA, VERSI
from tests.db.isi import (
    ATASAN,
    DOKUMEN,
    FORMULASI,
    INDIKATOR,
    JABATAN,
    KECAMATAN,
    REALISASI,
    SASARAN,
    SEMUA,
    lahir,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "Bu Désy – 100% #1"
    folder.mkdir()
    return folder / "kantor ku?.iki"


@pytest.fixture
def berkas(path: Path) -> Iterator[Berkas]:
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
        yield berkas


# --- in and out -------------------------------------------------------------------------------


def test_everything_comes_back_as_it_was(berkas: Berkas) -> None:
    berkas.tutup()
    with Berkas.buka(berkas.path) as lagi:
        dimuat = lagi.muat()
    assert tuple(dimuat) == SEMUA
    assert [repr(r) for r in dimuat] == [repr(r) for r in SEMUA]  # 82.50 is still 82.50


def test_a_new_file_is_empty_and_ours(path: Path) -> None:
    with Berkas.buat(path) as berkas:
        assert berkas.muat() == []
        assert not berkas.baca_saja
        assert berkas.path == path
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert conn.execute("PRAGMA user_version").fetchone() == (VERSI,)
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        tabel = conn.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    milik = {nama: strict for nama, strict in tabel if nama in SKEMA}
    assert len(milik) == 11
    assert set(milik.values()) == {1}


def test_a_file_is_never_made_over_another(path: Path) -> None:
    path.write_text("penting", encoding="utf-8")
    with pytest.raises(StoreError, match="sudah ada"):
        Berkas.buat(path)
    assert path.read_text(encoding="utf-8") == "penting"


def test_one_file_is_left_behind(berkas: Berkas) -> None:
    berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),)))
    berkas.tutup()
    berkas.tutup()
    assert list(berkas.path.parent.iterdir()) == [berkas.path]


def test_a_copy_is_whole_and_of_its_own(berkas: Berkas, tmp_path: Path) -> None:
    salinan = tmp_path / "salinan.iki"
    berkas.cadangkan(salinan)
    berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),)))
    with Berkas.buka(salinan) as lagi:
        assert tuple(lagi.muat()) == SEMUA


def test_a_copy_that_cannot_be_made_leaves_nothing(berkas: Berkas, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="tidak ada"):
        berkas.cadangkan(tmp_path / "tidak ada" / "salinan.iki")
    assert not (tmp_path / "tidak ada").exists()


# --- edits ------------------------------------------------------------------------------------


def test_each_kind_of_record_is_changed_and_deleted(berkas: Berkas) -> None:
    baru: tuple[Record, ...] = (
        replace(KECAMATAN, nama="Biatan", pejabat=None),
        replace(DOKUMEN, tahun=2027, keputusan=None, capaian=None),
        replace(JABATAN, nama="Lurah", atasan_id=None),
        replace(SASARAN, teks="lain"),
        replace(INDIKATOR, target=None),
        replace(FORMULASI, variabel=None, penyebut_tetap=None),
        replace(REALISASI[0], nilai=None, variabel=None),
    )
    lama: tuple[Record, ...] = (KECAMATAN, DOKUMEN, JABATAN, SASARAN, INDIKATOR, FORMULASI, REALISASI[0])
    berkas.apply(Edit("ubah", tuple(Change(b, a) for b, a in zip(lama, baru, strict=True))))
    assert [r for r in berkas.muat() if r not in SEMUA] == list(baru)
    sisa = [r for r in berkas.muat() if not isinstance(r, Kecamatan)]
    berkas.apply(Edit("hapus", tuple(Change(r, None) for r in reversed(sisa))))
    assert berkas.muat() == [baru[0]]


def test_the_order_within_an_edit_does_not_matter(path: Path) -> None:
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*reversed(SEMUA)))
        assert tuple(berkas.muat()) == SEMUA
        berkas.apply(Edit("hapus", tuple(Change(r, None) for r in SEMUA)))
        assert berkas.muat() == []


@pytest.mark.parametrize(
    "change",
    [
        Change(replace(SASARAN, id=99), replace(SASARAN, id=99, teks="x")),
        Change(Realisasi(7, 2), None),
        Change(REALISASI[0], replace(REALISASI[0], formulasi_id=98)),
        Change(None, SASARAN),
        Change(None, replace(SASARAN, id=99, jabatan_id=98)),
        Change(ATASAN, None),
        Change(SASARAN, replace(SASARAN, teks="\ud800")),
        Change(SASARAN, replace(SASARAN, urutan=2**63)),
    ],
)
def test_an_edit_that_does_not_fit_leaves_no_trace(berkas: Berkas, change: Change) -> None:
    edit = Edit("salah", (Change(INDIKATOR, replace(INDIKATOR, teks="ikut")), change))
    with pytest.raises(StoreError) as salah:
        berkas.apply(edit)
    assert salah.value.pesan
    assert salah.value.saran
    assert tuple(berkas.muat()) == SEMUA
    berkas.apply(Edit("benar", (Change(SASARAN, replace(SASARAN, teks="baru")),)))
    assert replace(SASARAN, teks="baru") in berkas.muat()


def test_a_workspace_undoes_through_the_file(berkas: Berkas) -> None:
    ruang = Workspace(berkas, berkas.muat())
    ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal("12.5"))
    ruang.hapus(DOKUMEN.id)
    ruang.undo()
    ruang.undo()
    assert sorted(map(repr, berkas.muat())) == sorted(map(repr, SEMUA))


def test_the_journal_says_who_changed_what(berkas: Berkas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", "désy")
    monkeypatch.setenv("COMPUTERNAME", "PC-01")
    berkas.apply(
        Edit("ubah sasaran", (Change(SASARAN, replace(SASARAN, teks="baru")), Change(REALISASI[1], None)))
    )
    berkas.tutup()
    with closing(sqlite3.connect(berkas.path)) as conn:
        baris = conn.execute("SELECT waktu, pengguna, komputer, teks, perubahan FROM jurnal").fetchall()
    assert [b[3] for b in baris] == ["isi awal", "ubah sasaran"]
    waktu, pengguna, komputer, _, perubahan = baris[-1]
    assert (pengguna, komputer) == ("désy", "PC-01")
    assert waktu[10] == "T"
    assert json.loads(perubahan) == [
        {"jenis": "sasaran", "id": 5, "sebelum": {"teks": "sasaran"}, "sesudah": {"teks": "baru"}},
        {"jenis": "realisasi", "formulasi_id": 7, "triwulan": 3, "sebelum": {}, "sesudah": None},
    ]
    lahir_pertama = json.loads(baris[0][4])[0]
    assert lahir_pertama["sebelum"] is None
    assert lahir_pertama["sesudah"]["nama_daerah"] == "Berau"


def test_what_the_first_edit_needs_can_be_had_before(berkas: Berkas) -> None:
    berkas.tutup()
    with Berkas.buka(berkas.path) as lagi:
        lagi.siapkan_tulis()
        lagi.siapkan_tulis()
        baru = replace(SASARAN, teks="baru")
        lagi.apply(Edit("ubah", (Change(SASARAN, baru),)))
        assert baru in lagi.muat()


# --- one program at a time --------------------------------------------------------------------

BUKA = """
import sys
from pathlib import Path
from iki_desktop.core.errors import StoreError
from iki_desktop.db.berkas import Berkas
try:
    Berkas.buka(Path(sys.argv[1])).tutup()
except StoreError as salah:
    sys.exit(salah.pesan)
"""


def buka_di_luar(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", BUKA, str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_another_program_is_kept_out_until_the_file_is_closed(berkas: Berkas) -> None:
    kedua = buka_di_luar(berkas.path)
    assert kedua.returncode == 1
    assert kedua.stderr.startswith("Berkas ini sedang dibuka ")
    berkas.tutup()
    assert buka_di_luar(berkas.path).returncode == 0


def test_another_window_of_this_program_is_kept_out(berkas: Berkas) -> None:
    tautan = berkas.path.with_name("tautan.iki")
    tautan.symlink_to(berkas.path)
    for nama in (berkas.path, tautan):
        with pytest.raises(StoreError, match="sedang dibuka di jendela atau program lain"):
            Berkas.buka(nama)
    assert buka_di_luar(berkas.path).returncode == 1, "the second try took the lock of the first away"
    berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),)))


# --- garbage collection is put back as it was ---------------------------------------------------


def test_loading_leaves_the_collector_as_it_was(berkas: Berkas) -> None:
    import gc

    berkas.muat()
    assert gc.isenabled()
    gc.disable()
    try:
        berkas.muat()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_sasaran_is_not_its_neighbour(path: Path) -> None:
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA, replace(SASARAN, id=50, urutan=1)))
        berkas.apply(Edit("ubah", (Change(SASARAN, replace(SASARAN, teks="baru")),)))
        assert [r.teks for r in berkas.muat() if isinstance(r, Sasaran)] == ["baru", "sasaran"]
