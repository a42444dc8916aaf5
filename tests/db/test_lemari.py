"""Backups of every file side by side, and what one holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from iki_desktop import layanan
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.errors import StoreError
from iki_desktop.core.isi_cadangan import KeadaanAwal
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.lemari import intip, keadaan_awal, semua_cadangan

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture
def kantor(tmp_path) -> dict[str, Path]:
    hasil = {}
    for nama in ("biatan", "camplong"):
        hasil[nama] = tmp_path / f"{nama}.iki"
        layanan.impor_ke_berkas(DATA / f"{nama}.json", hasil[nama])
    return hasil


def cadangkan(path: Path, akar: Path, jam: datetime, kedua: Path | None = None) -> None:
    with Berkas.buka(path) as berkas:
        gudang = Gudang(berkas, akar, lambda: jam)
        gudang.kedua = kedua
        gudang.simpan(gudang.potret(), Sebab.DIMINTA)


def test_the_file_with_the_newest_backup_comes_first(kantor, tmp_path):
    akar = tmp_path / "Cadangan IKI"
    cadangkan(kantor["biatan"], akar, datetime(2026, 11, 18, 8, 0))
    cadangkan(kantor["camplong"], akar, datetime(2026, 11, 19, 8, 0))
    cadangkan(kantor["biatan"], akar, datetime(2026, 11, 17, 8, 0))
    (akar / "lain.txt").write_text("x")
    (akar / "kosong").mkdir()
    satu, dua = semua_cadangan([akar, tmp_path / "tidak ada"])
    assert (satu.asal, satu.kantor) == (kantor["camplong"], "Camplong")
    assert (dua.asal, dua.kantor) == (kantor["biatan"], "Biatan")
    assert [c.waktu.day for c in dua.cadangan] == [18, 17]


def test_what_lies_in_two_places_is_told_once(kantor, tmp_path):
    akar, kedua = tmp_path / "satu", tmp_path / "dua"
    kedua.mkdir()
    cadangkan(kantor["biatan"], akar, datetime(2026, 11, 18, 8, 0), kedua)
    (simpanan,) = semua_cadangan([akar, kedua])
    (cadangan,) = simpanan.cadangan
    assert akar in cadangan.path.parents
    cadangan.path.chmod(0o644)
    cadangan.path.unlink()
    ((dari_kedua,),) = [s.cadangan for s in semua_cadangan([akar, kedua])]
    assert kedua in dari_kedua.path.parents


def test_a_folder_whose_note_is_gone_is_told_without_its_file(kantor, tmp_path):
    cadangkan(kantor["biatan"], tmp_path / "akar", datetime(2026, 11, 18, 8, 0))
    next((tmp_path / "akar").rglob("asal.txt")).unlink()
    (simpanan,) = semua_cadangan([tmp_path / "akar"])
    assert simpanan.asal is None
    assert simpanan.kantor == "Biatan"


def test_what_a_backup_holds(kantor, tmp_path):
    cadangkan(kantor["biatan"], tmp_path / "akar", datetime(2026, 11, 18, 8, 0))
    (simpanan,) = semua_cadangan([tmp_path / "akar"])
    path = simpanan.cadangan[0].path
    sebelum = path.read_bytes()
    isi = intip(path)
    assert isi.kantor == (("Biatan", (2026,)),)
    jumlah = dict(isi.jumlah)
    assert jumlah["jabatan"] > 1
    assert jumlah["indikator"] >= jumlah["sasaran"] > 1
    assert isi.catatan[0].teks.startswith("impor kecamatan “Biatan”")
    assert path.read_bytes() == sebelum


def test_what_is_damaged_is_said(kantor, tmp_path):
    kantor["biatan"].write_bytes(kantor["biatan"].read_bytes()[:5_000])
    with pytest.raises(StoreError, match="rusak"):
        intip(kantor["biatan"])


def test_a_file_at_a_glance(kantor, tmp_path):
    path = kantor["biatan"]
    assert keadaan_awal(path) is KeadaanAwal.ADA
    with Berkas.buka(path):
        assert keadaan_awal(path) is KeadaanAwal.ADA
    assert keadaan_awal(tmp_path / "tidak ada.iki") is KeadaanAwal.HILANG
    assert keadaan_awal(tmp_path / "tidak ada" / "x.iki") is KeadaanAwal.HILANG
    utuh = path.read_bytes()
    for rusak in (b"", utuh[:99], utuh[:5_000], b"\0" * len(utuh), utuh[:68] + b"lain" + utuh[72:]):
        path.write_bytes(rusak)
        assert keadaan_awal(path) is KeadaanAwal.RUSAK
