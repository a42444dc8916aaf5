"""Files from elsewhere: whatever is in them, a sentence or sound records, never anything else."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.errors import RuleError, StoreError
from iki_desktop.core.records import Butir, Jabatan, Realisasi, Sasaran
from iki_desktop.core.sampah import kembalikan, kepala, kosongkan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.db.kodek import KodekError, dari_json, pembaca
from iki_desktop.db.migrasi import APPLICATION_ID, SKEMA, VERSI
from iki_desktop.db.penyelamatan import selamatkan
from iki_desktop.db.tabel import tabel
from tests.db.isi import ATASAN, DOKUMEN, INDIKATOR, JABATAN, SASARAN, SEMUA, lahir


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
    return path


def rusak_dengan(path: Path, *perintah: str) -> None:
    """Change a file behind the program's back, without any of its checks."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA ignore_check_constraints = ON")
        conn.execute("PRAGMA writable_schema = ON")
        for p in perintah:
            conn.execute(p)
        conn.commit()


def tolak(path: Path) -> str:
    """Open and load a file that must be refused; what is said."""
    isi = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as salah, Berkas.buka(path) as berkas:
        berkas.muat()
    assert salah.value.saran
    assert isi == (path.read_bytes() if path.is_file() else b"")
    return salah.value.pesan


# --- not a file of ours -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "isi", [b"", b"x", b"SQLite format 3\x00", b"PK\x03\x04" + b"\x00" * 5000, bytes(range(256)) * 64]
)
def test_garbage_is_not_a_file_of_ours(tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "sampah.iki"
    path.write_bytes(isi)
    assert tolak(path) == "Berkas ini bukan berkas IKI."


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "lain.iki"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("CREATE TABLE kecamatan (id INTEGER PRIMARY KEY)")
    assert tolak(path) == "Berkas ini bukan berkas IKI."


def test_what_is_not_there_and_what_is_a_folder(tmp_path: Path) -> None:
    assert tolak(tmp_path) == f"“{tmp_path.name}” adalah folder."
    assert tolak(tmp_path / "tidak ada.iki") == "Berkas “tidak ada.iki” tidak ditemukan."
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_a_newer_program_is_refused_untouched(path: Path) -> None:
    rusak_dengan(path, f"PRAGMA user_version = {VERSI + 1}")
    assert tolak(path) == "Berkas ini dibuat oleh IKI Desktop yang lebih baru."


def test_a_file_without_a_version_is_broken(path: Path) -> None:
    rusak_dengan(path, "PRAGMA user_version = 0")
    assert tolak(path) == "Isi berkas ini rusak."


# --- more or less in it than we make -------------------------------------------------------------


@pytest.mark.parametrize(
    "perintah",
    [
        "CREATE TRIGGER jahat AFTER UPDATE ON sasaran BEGIN DELETE FROM jurnal; END",
        "CREATE VIEW pandangan AS SELECT * FROM sasaran",
        "CREATE TABLE tambahan (id INTEGER)",
        "CREATE INDEX tambahan ON sasaran (teks)",
        "CREATE VIRTUAL TABLE cari USING fts5(teks)",
        "DROP TABLE jurnal",
        "DROP INDEX jabatan_atasan",
        "ALTER TABLE sasaran ADD COLUMN tambahan TEXT",
        "ALTER TABLE sasaran RENAME COLUMN teks TO tulisan",
        "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'sasaran'",
        "UPDATE sqlite_master SET sql = replace(sql, 'teks TEXT', 'teks TEXT AS (1)') WHERE name = 'sasaran'",
        "UPDATE sqlite_master SET type = 'view' WHERE name = '_sqlite_migrations'",
    ],
)
def test_only_our_own_tables_are_opened(path: Path, perintah: str) -> None:
    rusak_dengan(path, perintah)
    assert tolak(path) in ("Susunan berkas ini tidak dikenal.", "Isi berkas ini rusak.")


def test_statistics_that_a_browser_of_databases_leaves_do_no_harm(path: Path) -> None:
    rusak_dengan(path, "ANALYZE")
    with Berkas.buka(path) as berkas:
        assert tuple(berkas.muat()) == SEMUA


# --- rows that no record can be -------------------------------------------------------------------


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE indikator SET arah = 'miring'",
        "UPDATE indikator SET target = 'bukan json'",
        "UPDATE indikator SET target = '[]'",
        "UPDATE indikator SET target = '{\"tahun\": 80}'",
        'UPDATE indikator SET target = \'{"tahun": "NaN"}\'',
        'UPDATE indikator SET target = \'{"tahun": "1e999999"}\'',
        'UPDATE indikator SET target = \'{"tahun": "delapan"}\'',
        'UPDATE indikator SET target = \'{"asing": "80"}\'',
        'UPDATE indikator SET target = \'{"triwulan": ["1", null]}\'',
        "UPDATE indikator SET daftar_tertulis = 2",
        "UPDATE formulasi SET penyebut_tetap = 'empat belas'",
        "UPDATE formulasi SET jenis = 'lain'",
        "UPDATE formulasi SET butir = '[{\"butir\": []}]'",
        "UPDATE formulasi SET butir = '" + "[" * 50_000 + "]" * 50_000 + "'",
        'UPDATE dokumen SET keputusan = \'{"tanggal": "2026-02-30"}\'',
        "UPDATE dokumen SET capaian = '{\"desimal\": true}'",
        "UPDATE dokumen SET kecamatan_id = 99",
        "UPDATE realisasi SET triwulan = 5 WHERE triwulan = 4",
        "UPDATE realisasi SET formulasi_id = 5",
        "UPDATE realisasi SET nilai = 'Infinity'",
        "UPDATE sasaran SET id = 6",
        "UPDATE sasaran SET id = 0",
        "UPDATE kecamatan SET id = 9223372036854775807",
        "UPDATE terbitan SET nomor = -1 WHERE nomor = 0",
        "UPDATE sasaran SET teks = CAST(x'ff41' AS TEXT)",
        "UPDATE jabatan SET atasan_id = 4 WHERE id = 3",
        "UPDATE jabatan SET atasan_id = 3 WHERE id = 3",
        "UPDATE jabatan SET atasan_id = 99 WHERE id = 3",
    ],
)
def test_a_row_that_no_record_can_be_is_refused(path: Path, perintah: str) -> None:
    rusak_dengan(path, perintah)
    assert tolak(path) in ("Isi berkas ini rusak.", "Isinya tidak dapat disimpan atau dibaca.")


_JABATAN = {"id": 50, "dokumen_id": 2, "urutan": 0, "nama": "x"}


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"realisasi": [{"formulasi_id": 1, "triwulan": 1}]},
        {"jabatan": [{**_JABATAN, "id": -5}]},
        {"jabatan": [{**_JABATAN, "id": 10**30}]},
    ],
)
def test_something_deleted_that_is_nothing_is_refused_and_left_out_of_a_rescue(
    path: Path, tmp_path: Path, isi: object
) -> None:
    buang_ke_sampah(path, isi)
    assert tolak(path) == "Isi berkas ini rusak."
    hasil = selamatkan(path, tmp_path / "baru.iki")
    with Berkas.buka(tmp_path / "baru.iki") as berkas:
        assert list(berkas.muat()) == list(SEMUA)
    assert "1 isi tempat sampah tidak utuh." in hasil.hilang


@pytest.mark.parametrize(
    "isi",
    [
        {"jabatan": [_JABATAN, {**_JABATAN, "id": 51}]},
        {"jabatan": [_JABATAN] * 2},
        {"jabatan": [{**_JABATAN, "atasan_id": 50}]},
        {"jabatan": [_JABATAN], "realisasi": [{"formulasi_id": 1, "triwulan": 1}]},
        {"jabatan": [_JABATAN], "sasaran": [{"id": 51, "jabatan_id": 9, "urutan": 0, "teks": "x"}]},
        {
            "formulasi": [{"id": 60, "indikator_id": 6, "urutan": 0, "jenis": "nilai"}],
            "realisasi": [{"formulasi_id": 60, "triwulan": 9, "nilai": "1"}],
        },
        {
            "dokumen": [{"id": 60, "kecamatan_id": 1, "urutan": 0, "tahun": 2030}],
            "terbitan": [{"dokumen_id": 60, "nomor": -1, "waktu": "", "isi": ""}],
        },
    ],
)
def test_something_deleted_that_is_not_whole_does_not_come_back(path: Path, isi: object) -> None:
    """The file stays as it is, and can be opened again."""
    buang_ke_sampah(path, isi)
    with Berkas.buka(path) as berkas:
        ws = Workspace(berkas, berkas.muat())
        satu = ws.arsip.sampah()[0]
        assert kepala(satu.isi).id in (50, 60)
        with pytest.raises(RuleError, match=r"tidak (tersimpan utuh|cocok)"):
            ws.terapkan(*kembalikan(ws.arsip, satu, ws.id_baru), periksa=False)
        ws.terapkan(*kosongkan([satu]), periksa=False)
    with Berkas.buka(path) as berkas:
        assert list(berkas.muat()) == list(SEMUA)


def buang_ke_sampah(path: Path, isi: object) -> None:
    teks = json.dumps(isi).replace("'", "''")
    rusak_dengan(
        path, f"INSERT INTO sampah VALUES (9, '', 'x', '{teks}')", "UPDATE jurnal SET jumlah_uji = NULL"
    )


def test_an_atasan_of_another_document_is_refused(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        lain = replace(DOKUMEN, id=20, urutan=1, tahun=2027)
        berkas.apply(lahir(lain, Jabatan(21, 20, 0, "Camat", atasan_id=ATASAN.id)))
    assert tolak(path) == "Isi berkas ini rusak."


def test_a_long_chain_of_atasan_is_followed_once(path: Path) -> None:
    jabatan = [
        replace(JABATAN, id=100 + i, urutan=i + 2, atasan_id=99 + i if i else JABATAN.id) for i in range(3000)
    ]
    with Berkas.buka(path) as berkas:
        berkas.apply(lahir(*jabatan))
        assert len(berkas.muat()) == len(SEMUA) + 3000


# --- damage ---------------------------------------------------------------------------------------


def test_a_file_cut_short_is_refused_at_every_length(path: Path, tmp_path: Path) -> None:
    isi = path.read_bytes()
    for panjang in range(100, len(isi), 1777):
        potongan = tmp_path / "potongan.iki"
        potongan.write_bytes(isi[:panjang])
        assert tolak(potongan) in ("Isi berkas ini rusak.", "Berkas ini bukan berkas IKI.")


def test_flipped_bytes_are_refused_or_harmless(path: Path, tmp_path: Path) -> None:
    """Whatever a bad flash disk makes of a file: it opens as records, or is refused in a sentence."""
    acak = random.Random(20261120)
    isi = path.read_bytes()
    ditolak = 0
    for _ in range(150):
        cacat = bytearray(isi)
        for _ in range(acak.choice((1, 8, 64))):
            cacat[acak.randrange(len(cacat))] = acak.randrange(256)
        salinan = tmp_path / "cacat.iki"
        salinan.write_bytes(cacat)
        try:
            with Berkas.buka(salinan) as berkas:
                Workspace(berkas, berkas.muat())
        except StoreError:
            ditolak += 1
    assert ditolak > 0


def test_an_index_that_lies_is_found_before_a_copy_is_relied_on(path: Path, tmp_path: Path) -> None:
    rusak_dengan(path, "DELETE FROM sqlite_master WHERE name = 'sasaran_jabatan'")
    rusak_dengan(path, "UPDATE sasaran SET jabatan_id = 3")
    akar = len(path.read_bytes()) // 4096
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute(
            "INSERT INTO sqlite_master VALUES ('index', 'sasaran_jabatan', 'sasaran', ?, ?)",
            (_akar_bebas(path, akar), SKEMA["sasaran_jabatan"]),
        )
        conn.commit()
    with Berkas.buka(path) as berkas, pytest.raises(StoreError, match="tidak utuh"):
        berkas.cadangkan(tmp_path / "salinan.iki")
    assert not (tmp_path / "salinan.iki").exists()


def _akar_bebas(path: Path, halaman: int) -> int:
    """The page that no table or index stands on: the root of the index that was struck out."""
    with closing(sqlite3.connect(path)) as conn:
        dipakai = {r for (r,) in conn.execute("SELECT rootpage FROM sqlite_master")}
    return next(h for h in range(2, halaman + 1) if h not in dipakai)


def test_the_system_s_own_refusals_become_sentences(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Tempat penyimpanan"), sebagai_store_error():
        (tmp_path / "tidak ada").stat()


# --- the codec itself -------------------------------------------------------------------------------


@pytest.mark.parametrize("tipe", [dict, list[int], str | int | None, bytes])
def test_a_type_of_which_it_knows_nothing_is_a_bug(tipe: object) -> None:
    with pytest.raises(TypeError):
        pembaca(tipe)


@pytest.mark.parametrize(
    "baris", [("1", 4, 0, "x", 0), (1, 4, 0, None, 0), (1, 4, 0, b"x", 0), (1, 4, 0.5, "x", 0)]
)
def test_a_cell_of_another_type_is_refused(baris: tuple[object, ...]) -> None:
    with pytest.raises(KodekError):
        tabel(Sasaran).baca([(1, 4, 0, "x", 0), baris])


def test_text_too_deep_is_refused() -> None:
    with pytest.raises(KodekError):
        dari_json(tuple[Butir, ...], json.dumps("x")[:-1])


def test_what_is_in_the_file_stays_when_memory_is_wrong(path: Path) -> None:
    """Ids of our own making are above every id in use, whatever the kind."""
    with Berkas.buka(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        baru = ruang.tambah(Sasaran(0, JABATAN.id, 5, "baru"))
        assert baru.id > INDIKATOR.id > SASARAN.id
        assert Realisasi(7, 2, nilai=Decimal(1)) not in berkas.muat()


def test_the_mark_of_our_files_reads_as_text(path: Path) -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"IKI1" == path.read_bytes()[68:72]
