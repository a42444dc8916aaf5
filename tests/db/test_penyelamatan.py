"""A damaged file is never changed; what can be read of it goes into a new one, and the rest is told."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Realisasi, Record
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas, selamatkan
from iki_desktop.db.salinan import baca_jurnal
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
    ubah(kantor, "DELETE FROM jurnal")
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
        "DELETE FROM jurnal",
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


# --- filled up from a backup and the journal ------------------------------------------------------

BARU = replace(INDIKATOR, id=100, urutan=1, teks="indikator 0 " * 100)


@pytest.fixture
def cadangan(kantor: Path) -> Path:
    """A backup, and after it some entries: changed, born, deleted, and taken back."""
    tujuan = kantor.with_name("cadangan.iki")
    with Berkas.buka(kantor) as berkas:
        berkas.cadangkan(tujuan)
        ruang = Workspace(berkas, berkas.muat())
        ruang.ubah(replace(BARU, teks="diubah sesudah cadangan"))
        ruang.set_realisasi(300, 3, "nilai", Decimal("82.5"))
        ruang.set_realisasi(301, 1, "nilai", Decimal(7))
        ruang.gandakan(102)
        ruang.hapus(103)
        ruang.hapus(104)
        ruang.undo()
    return tujuan


def isi(path: Path) -> set[str]:
    with Berkas.buka(path) as berkas:
        return set(map(repr, berkas.muat()))


def rusakkan(path: Path, tabel: str, *, jurnal: bool = False, awal_jurnal: bool = True) -> None:
    """Pages of a table go, and with them the first entry of the journal, which tells of all of them."""
    bita = bytearray(path.read_bytes())
    for nomor in halaman_daun(path, tabel):
        if awal_jurnal or bita[nomor * 4096] == 0x0D:
            bita[nomor * 4096 : nomor * 4096 + 4096] = b"\xff" * 4096
    if jurnal:
        bita = bytearray(
            bytes(bita).replace(b'"jenis":"indikator","id":103', b'"jenis":"indikat0r","id":103')
        )
    path.write_bytes(bita)


def test_a_backup_and_the_journal_since_give_everything_back(kantor: Path, cadangan: Path) -> None:
    asal = isi(kantor)
    rusakkan(kantor, "indikator")
    bita = kantor.read_bytes()
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"), [cadangan])
    assert isi(kantor.with_name("baru.iki")) == asal
    assert hasil.hilang == ()
    (kalimat,) = hasil.asal
    assert kalimat.startswith("Semua isi disusun kembali dari cadangan “cadangan.iki” dan ")
    assert kantor.read_bytes() == bita
    with Berkas.buka(kantor.with_name("baru.iki")) as baru:
        assert [b[0] for b in baca_jurnal(baru.sambungan_baca)] == list(range(1, 10))


def test_without_a_backup_the_journal_alone_may_do(kantor: Path, cadangan: Path) -> None:
    asal = isi(kantor)
    rusakkan(kantor, "indikator", awal_jurnal=False)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"))
    assert isi(kantor.with_name("baru.iki")) == asal
    assert hasil.hilang == ()
    assert hasil.asal[0].startswith("Semua isi disusun kembali dari ")


def test_a_letter_that_changed_is_put_right(kantor: Path, cadangan: Path) -> None:
    asal = isi(kantor)
    bita = kantor.read_bytes()
    tempat = bita.index(b"indikator 30 indikator 30 ")
    kantor.write_bytes(bita[:tempat] + b"X" + bita[tempat + 1 :])
    with pytest.raises(StoreError, match="rusak"):
        periksa_berkas(kantor)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"), [cadangan])
    assert isi(kantor.with_name("baru.iki")) == asal
    assert hasil.hilang == ()


def test_a_letter_that_changed_and_nothing_to_compare_with_is_told(kantor: Path, cadangan: Path) -> None:
    ubah(kantor, "DELETE FROM jurnal WHERE id = 1", "UPDATE indikator SET satuan = 'km' WHERE id = 130")
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"))
    assert "Sebagian isi bukan lagi yang tercatat. Periksalah angkanya." in hasil.hilang
    assert "Sebagian riwayat pekerjaan tidak ikut." in hasil.hilang


def test_what_is_whole_comes_as_it_is(kantor: Path) -> None:
    asal = isi(kantor)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"))
    assert (hasil.hilang, isi(kantor.with_name("baru.iki"))) == ((), asal)
    assert hasil.asal == ("Semua isi masih terbaca dan sesuai dengan catatannya.",)


def test_where_the_journal_is_broken_too_the_backup_fills_what_is_missing(
    kantor: Path, cadangan: Path
) -> None:
    """What was read stays as it was read; what is from the backup is counted and said."""
    asal = isi(kantor)
    rusakkan(kantor, "indikator", jurnal=True)
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"), [cadangan])
    kini = isi(kantor.with_name("baru.iki"))
    assert any(k.endswith("indikator diambil dari cadangan “cadangan.iki”.") for k in hasil.asal)
    assert "Yang diambil mungkin lebih lama dari yang terakhir diisi." in hasil.asal
    assert "Sebagian indikator tidak terbaca." in hasil.hilang
    assert len(asal - kini) <= 4, "at most what was done since the backup"
    periksa_berkas(kantor.with_name("baru.iki"))


def test_a_row_that_cannot_be_read_is_taken_from_the_backup(kantor: Path, cadangan: Path) -> None:
    ubah(
        kantor,
        "UPDATE jurnal SET perubahan = 'bukan json' WHERE id = 3",
        "UPDATE indikator SET target = 'bukan json' WHERE id = 120",
        "DELETE FROM indikator WHERE id = 121",
    )
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"), [cadangan])
    with Berkas.buka(kantor.with_name("baru.iki")) as baru:
        nomor = {r.id for r in baru.muat() if isinstance(r, Indikator)}
    assert {120, 121} <= nomor
    assert "2 indikator diambil dari cadangan “cadangan.iki”." in hasil.asal


def test_a_backup_of_another_file_or_a_bad_one_fills_nothing(
    kantor: Path, cadangan: Path, tmp_path: Path
) -> None:
    asal = isi(kantor)
    lain, buruk = tmp_path / "lain.iki", tmp_path / "buruk.iki"
    with Berkas.buat(lain) as berkas:
        berkas.apply(lahir(*SEMUA))
        berkas.apply(lahir(replace(INDIKATOR, id=999, urutan=80, teks="dari berkas lain")))
    buruk.write_bytes(cadangan.read_bytes()[:9000])
    rusakkan(kantor, "indikator")
    hasil = selamatkan(
        kantor, kantor.with_name("baru.iki"), [lain, buruk, tmp_path / "tidak ada.iki", cadangan]
    )
    assert isi(kantor.with_name("baru.iki")) == asal
    assert "cadangan.iki" in hasil.asal[0]


def test_a_backup_after_which_nothing_was_done_is_enough(kantor: Path, tmp_path: Path) -> None:
    asal = isi(kantor)
    cadangan = tmp_path / "cadangan.iki"
    with Berkas.buka(kantor) as berkas:
        berkas.cadangkan(cadangan)
    bita = kantor.read_bytes()
    kantor.write_bytes(bita[: len(bita) // 2])
    hasil = selamatkan(kantor, kantor.with_name("baru.iki"), [cadangan])
    assert isi(kantor.with_name("baru.iki")) == asal or hasil.hilang
