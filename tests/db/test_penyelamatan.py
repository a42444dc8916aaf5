"""A damaged file is never changed; what can be read of it goes into a new one, and the rest is told."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Realisasi, Record
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas, selamatkan
from tests.db.isi import FORMULASI, INDIKATOR, SEMUA, lahir

BANYAK = 60


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """A file of many pages: sixty indicators with long texts."""
    path = tmp_path / "kantor.iki"
    isi: list[Record] = [
        replace(INDIKATOR, id=100 + n, urutan=n + 1, teks=f"indikator {n} " * 100) for n in range(BANYAK)
    ]
    isi += [replace(FORMULASI, id=300 + n, indikator_id=100 + n, catatan="x" * 900) for n in range(BANYAK)]
    isi += [Realisasi(300 + n, t, catatan="y" * 400) for n in range(BANYAK) for t in (1, 2)]
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA, *isi))
    return path


def ubah(path: Path, *perintah: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for satu in perintah:
            conn.execute(satu)


def halaman_daun(path: Path, tabel: str) -> list[int]:
    """Pages that hold rows of a table, found by what is written in them."""
    bita = path.read_bytes()
    kata = {"indikator": b"indikator 30 indikator 30", "realisasi": b"yyyyyyyy"}[tabel]
    return [n for n in range(1, len(bita) // 4096) if kata in bita[n * 4096 : n * 4096 + 4096]]


def test_a_sound_file_is_found_sound_and_not_touched(kantor: Path) -> None:
    bita = kantor.read_bytes()
    periksa_berkas(kantor)
    assert kantor.read_bytes() == bita


def test_a_page_that_is_gone_costs_what_was_on_it_alone(kantor: Path) -> None:
    bita = bytearray(kantor.read_bytes())
    rusak = halaman_daun(kantor, "indikator")
    assert rusak
    bita[rusak[0] * 4096 : rusak[0] * 4096 + 4096] = b"\xff" * 4096
    kantor.write_bytes(bita)
    with pytest.raises(StoreError):
        periksa_berkas(kantor)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"))
    assert kantor.read_bytes() == bytes(bita)
    assert BANYAK - 5 <= hasil.terbaca["indikator"] <= BANYAK
    assert "Sebagian indikator tidak terbaca." in hasil.hilang
    assert any("formulasi kehilangan induknya" in h for h in hasil.hilang)
    periksa_berkas(kantor.with_name("baru.iki"))


def test_rows_that_no_record_can_be_and_orphans_are_counted(kantor: Path) -> None:
    ubah(
        kantor,
        "UPDATE indikator SET target = 'bukan json' WHERE id = 100",
        "DELETE FROM indikator WHERE id = 101",
        "UPDATE jabatan SET atasan_id = 4 WHERE id = 4",
        "UPDATE realisasi SET triwulan = 9 WHERE formulasi_id = 310 AND triwulan = 1",
    )
    with pytest.raises(StoreError):
        periksa_berkas(kantor)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"))
    assert "1 indikator berisi yang tidak dapat dibaca." in hasil.hilang
    assert "2 formulasi kehilangan induknya." in hasil.hilang
    with Berkas.buka(kantor.with_name("baru.iki")) as baru:
        isi = baru.muat()
    assert next(r for r in isi if isinstance(r, Jabatan) and r.id == 4).atasan_id is None
    assert sum(isinstance(r, Indikator) for r in isi) == 1 + BANYAK - 2
    assert sum(isinstance(r, Formulasi) for r in isi) == 2 + BANYAK - 2


def test_nothing_readable_makes_no_file(kantor: Path) -> None:
    bita = kantor.read_bytes()
    kantor.write_bytes(bita[:100] + b"\xff" * (len(bita) - 100))
    with pytest.raises(StoreError):
        selamatkan(kantor, kantor.with_name("baru.iki"))
    assert not kantor.with_name("baru.iki").exists()


def test_nothing_is_overwritten(kantor: Path) -> None:
    with pytest.raises(StoreError, match="sudah ada"):
        selamatkan(kantor, kantor)


@pytest.mark.parametrize("benih", range(40))
def test_any_damage_is_sound_saved_or_refused_and_never_more(kantor: Path, benih: int) -> None:
    acak = random.Random(benih)
    bita = bytearray(kantor.read_bytes())
    for _ in range(acak.choice([1, 3, 40])):
        mulai = acak.randrange(100, len(bita))
        panjang = acak.choice([1, 16, 4096])
        bita[mulai : mulai + panjang] = acak.randbytes(min(panjang, len(bita) - mulai))
    if acak.random() < 0.3:
        del bita[acak.randrange(4096, len(bita)) :]
    kantor.write_bytes(bita)
    baru = kantor.with_name("baru.iki")
    try:
        periksa_berkas(kantor)
    except StoreError:
        try:
            hasil = selamatkan(kantor, baru)
        except StoreError:
            assert not baru.exists()
        else:
            periksa_berkas(baru)
            semua = len(SEMUA) + 4 * BANYAK
            assert sum(hasil.terbaca.values()) >= semua or len(hasil.hilang) > 1, "nothing is lost in silence"
    assert kantor.read_bytes() == bytes(bita)
