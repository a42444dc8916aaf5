"""What the window remembers, and that a broken memory does no harm."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from iki_desktop.ui.setelan import Setelan


def test_values_come_back_after_restart(tmp_path):
    berkas = tmp_path / "setelan.ini"
    satu = Setelan(berkas)
    satu.simpan("a/teks", "é “kutip” 100 %, baris\nbaru")
    satu.simpan("a/angka", 42)
    satu.simpan("a/daftar", [3, 1, 2])
    satu.simpan("a/bita", QByteArray(b"\x00\x01\xff"))
    del satu
    dua = Setelan(berkas)
    assert dua.teks("a/teks") == "é “kutip” 100 %, baris\nbaru"
    assert dua.angka("a/angka") == 42
    assert dua.daftar_angka("a/daftar") == [3, 1, 2]
    assert dua.bita("a/bita") == QByteArray(b"\x00\x01\xff")


def test_broken_values_count_as_none(tmp_path):
    berkas = tmp_path / "setelan.ini"
    berkas.write_bytes(b"[a]\nangka=bukan\ndaftar=1 x 2\nbita=x\n\xff\xfe\n")
    setelan = Setelan(berkas)
    assert setelan.angka("a/angka", 7) == 7
    assert setelan.daftar_angka("a/daftar") == [1, 2]
    assert setelan.bita("a/bita").isEmpty()
    assert setelan.teks("tidak/ada", "baku") == "baku"


def test_recent_files_newest_first_without_those_that_are_gone(tmp_path):
    setelan = Setelan(tmp_path / "setelan.ini")
    berkas = [tmp_path / f"{n}.iki" for n in "abc"]
    for satu in berkas:
        satu.write_bytes(b"")
        setelan.catat_berkas(satu)
    setelan.catat_berkas(berkas[0])
    assert setelan.berkas_terakhir() == [berkas[0], berkas[2], berkas[1]]
    berkas[2].unlink()
    assert setelan.berkas_terakhir() == [berkas[0], berkas[1]]
