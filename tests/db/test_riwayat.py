"""The journal as it is read: newest first, in pages, by post, quarter, day and words; odd entries too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Butir
from iki_desktop.core.riwayat import Catatan, PetaJabatan, Saringan, baca_perubahan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.riwayat import catatan_terakhir, halaman_riwayat
from tests.db.isi import ATASAN, FORMULASI, INDIKATOR, JABATAN, SASARAN, SEMUA, lahir

_SISIP = "INSERT INTO jurnal (waktu, pengguna, komputer, teks, perubahan) VALUES (?, 'SITI', 'PC', ?, ?)"

SEMUANYA = Saringan()


@pytest.fixture
def berkas(tmp_path: Path) -> Iterator[Berkas]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        berkas.apply(lahir(*SEMUA))
        yield berkas


def cari(berkas: Berkas, saringan: Saringan = SEMUANYA, **pilihan) -> list[str]:
    peta = PetaJabatan(Arsip(berkas.muat()))
    hasil: list[Catatan] = []
    lanjut: int | None = None
    while True:
        halaman = halaman_riwayat(berkas.sambungan_baca, saringan, peta, sebelum=lanjut, **pilihan)
        hasil += halaman.isi
        lanjut = halaman.lanjut
        if lanjut is None:
            return [c.teks for c in hasil]


def test_newest_first_and_page_by_page(berkas: Berkas) -> None:
    conn = berkas.sambungan_baca
    conn.execute("BEGIN")  # one flush, not twelve hundred
    conn.executemany(_SISIP, [("2026-11-20T08:01:00+08:00", f"edit {n}", "[]") for n in range(1203)])
    conn.execute("COMMIT")
    semua = [f"edit {n}" for n in reversed(range(1203))] + ["isi awal"]
    assert cari(berkas) == semua
    assert cari(berkas, banyak=7) == semua
    assert cari(berkas, terbaca=1) == semua
    assert catatan_terakhir(berkas.sambungan_baca) == 1204


def test_a_page_of_long_entries_is_short_and_says_where_to_read_on(berkas: Berkas) -> None:
    conn = berkas.sambungan_baca
    panjang = json.dumps([{"jenis": "jabatan", "id": 9, "sebelum": None, "sesudah": {"nama": "x" * 450_000}}])
    conn.executemany(_SISIP, [("2026-11-20T08:01:00+08:00", f"edit {n}", panjang) for n in range(60)])
    peta = PetaJabatan(Arsip(berkas.muat()))
    halaman = halaman_riwayat(conn, SEMUANYA, peta, rinci=True)
    assert 20 < len(halaman.isi) < 50
    assert halaman.lanjut == halaman.isi[-1].id
    semua = [f"edit {n}" for n in reversed(range(60))] + ["isi awal"]
    assert cari(berkas, rinci=True) == semua
    assert len(halaman_riwayat(conn, SEMUANYA, peta).isi) == 61


def test_by_post_also_what_was_deleted_since(berkas: Berkas) -> None:
    ruang = Workspace(berkas, berkas.muat())
    ruang.set_realisasi(FORMULASI.id, 2, "nilai", Decimal(5))
    ruang.ubah(replace(ATASAN, nama="Camat Biatan"))
    ruang.ubah(replace(INDIKATOR, teks="lain"))
    ruang.hapus(SASARAN.id)
    ruang.tambah(replace(SASARAN, jabatan_id=ATASAN.id, teks="di Camat"))
    milik = cari(berkas, Saringan(jabatan_id=JABATAN.id))
    assert len(milik) == 4
    assert milik[-1] == "isi awal"
    assert cari(berkas, Saringan(jabatan_id=ATASAN.id)) == [
        "tambah sasaran “di Camat”",
        "ubah jabatan “Camat Biatan”",
        "isi awal",
    ]
    assert cari(berkas, Saringan(triwulan=2)) == [
        "hapus sasaran “sasaran”",
        "isi realisasi TW II “indikator”",
        "isi awal",  # the state of that quarter came with it
    ]
    assert cari(berkas, Saringan(jabatan_id=ATASAN.id, triwulan=2)) == ["isi awal"]


def test_a_number_used_twice_is_two_records(berkas: Berkas) -> None:
    ruang = Workspace(berkas, berkas.muat())
    satu = ruang.tambah(replace(SASARAN, teks="satu"))
    ruang.undo()
    ruang = Workspace(berkas, berkas.muat())
    dua = ruang.tambah(replace(SASARAN, jabatan_id=ATASAN.id, teks="dua"))
    assert dua.id == satu.id
    assert cari(berkas, Saringan(jabatan_id=ATASAN.id)) == ["tambah sasaran “dua”", "isi awal"]
    assert len(cari(berkas, Saringan(jabatan_id=JABATAN.id))) == 3


def test_by_day_and_words(berkas: Berkas) -> None:
    berkas.sambungan_baca.execute("DELETE FROM jurnal")
    for hari, teks in ((18, "Ubah TARGET"), (19, "isi"), (20, "=1+1 <b>")):
        berkas.sambungan_baca.execute(_SISIP, (f"2026-11-{hari}T23:59:59+08:00", teks, "[]"))
    assert cari(berkas, Saringan(dari=date(2026, 11, 19))) == ["=1+1 <b>", "isi"]
    assert cari(berkas, Saringan(sampai=date(2026, 11, 18))) == ["Ubah TARGET"]
    assert cari(berkas, Saringan(dari=date(2026, 11, 19), sampai=date(2026, 11, 19))) == ["isi"]
    assert cari(berkas, Saringan(teks="target")) == ["Ubah TARGET"]
    assert len(cari(berkas, Saringan(teks="siti"))) == 3


def test_words_are_found_in_what_was_written_too(berkas: Berkas) -> None:
    ruang = Workspace(berkas, berkas.muat())
    ruang.set_keterangan(FORMULASI.id, 2, "kendala", "Data DINAS belum masuk")
    ruang.ubah(replace(JABATAN, tugas=(Butir("menyusun laporan bulanan"),)))
    assert cari(berkas, Saringan(teks="dinas belum")) == ["kendala triwulan II"]
    assert cari(berkas, Saringan(teks="laporan bulanan")) == ["ubah jabatan “Sekretaris”"]
    assert cari(berkas, Saringan(teks="sebagai_objek")) == []


RUSAK = [
    "",
    "x",
    "[",
    "[" * 100_000,
    "9" * 5000,
    "{}",
    "[1]",
    '[{"jenis": 1}]',
    '[{"jenis":"sasaran","id":"x"}]',
]
RUSAK += [
    '[{"jenis":"sasaran","id":5,"sebelum":{"jabatan_id":[]},"sesudah":null}]',
    "null",
    '[{"jenis":"\\ud800"}]',
]
RUSAK += ['[{"jenis":"sasaran","id":900,"sebelum":{"jabatan_id":901},"sesudah":null},'
          '{"jenis":"sasaran","id":901,"sebelum":{"jabatan_id":900},"sesudah":null}]']  # fmt: skip


@pytest.mark.parametrize("perubahan", RUSAK)
def test_an_odd_entry_is_shown_and_trips_nothing(berkas: Berkas, perubahan: str) -> None:
    berkas.sambungan_baca.execute(_SISIP, ("kemarin", "aneh", perubahan))
    assert cari(berkas, rinci=True) == ["aneh", "isi awal"]
    assert cari(berkas, Saringan(jabatan_id=ATASAN.id)) == ["isi awal"]
    assert cari(berkas, Saringan(triwulan=4)) == ["isi awal"]


def test_an_entry_too_long_to_look_into_is_shown_under_every_filter(berkas: Berkas) -> None:
    berkas.sambungan_baca.execute(_SISIP, ("2026-11-20T08:01:00+08:00", "impor", f"[{' ' * 2_000_001}]"))
    assert cari(berkas, Saringan(jabatan_id=ATASAN.id, triwulan=2)) == ["impor", "isi awal"]


@settings(max_examples=100)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=5)
        | st.sampled_from(["sasaran", "jabatan"]),
        lambda isi: (
            st.lists(isi, max_size=4)
            | st.dictionaries(
                st.sampled_from(["jenis", "id", "sebelum", "sesudah", "triwulan"]), isi, max_size=5
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_without_a_word(isi: object) -> None:
    import json

    perubahan = baca_perubahan(json.dumps(isi))
    PetaJabatan(Arsip(SEMUA)).jabatan(Catatan(1, None, "", "", "", perubahan))
