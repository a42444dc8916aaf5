"""The page of backups says where everything lies, and takes other places and backups from anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from iki_desktop import app, layanan, paths
from iki_desktop.naskah.tanggal import tanggal_panjang
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from iki_desktop.ui.cadangan.halaman_cadangan import HalamanCadangan
from iki_desktop.ui.cadangan.tinjauan import TinjauanPemulihan

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    satu.buka(path)
    qtbot.waitUntil(lambda: bool(satu.status.cadangan.text()))
    yield satu
    satu.lepas_berkas()
    satu.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def halaman(qtbot, jendela):
    satu = HalamanCadangan(jendela.penjaga, jendela.pintu)
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.hentikan()


def pilih_folder(monkeypatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def tombol(halaman, nama: str) -> QPushButton:
    return next(t for t in halaman.findChildren(QPushButton) if t.accessibleName() == nama)


def test_file_size_and_last_entry(qtbot, jendela):
    kecamatan = jendela.sesi.arsip.kecamatan()[0]
    jendela.sesi.workspace.ubah(replace(kecamatan, telepon="0554 1"), "ubah telepon <b>kantor</b>")
    halaman = HalamanCadangan(jendela.penjaga, jendela.pintu)
    qtbot.addWidget(halaman)
    ukuran, terakhir = halaman.tempat.keterangan.text().split("\n")
    assert ukuran.endswith(" kB")
    assert terakhir.startswith("Terakhir diubah: ")
    assert "ubah telepon <b>kantor</b>" in terakhir
    assert halaman.tempat.berkas.text() == str(jendela.sesi.path)
    halaman.hentikan()


def test_both_folders_are_shown_by_the_system(halaman, jendela, monkeypatch, dokumen_sendiri):
    dibuka: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: dibuka.append(url.toLocalFile()))
    tombol(halaman, "Tampilkan folder berkas").click()
    tombol(halaman, "Tampilkan folder cadangan").click()
    assert [Path(d) for d in dibuka] == [jendela.sesi.path.parent, jendela.penjaga.gudang.folder]


def test_another_folder_gets_the_next_backup(qtbot, halaman, jendela, monkeypatch, tmp_path):
    pilih_folder(monkeypatch, tmp_path / "lain")
    with qtbot.waitSignal(jendela.penjaga.selesai):
        tombol(halaman, "Ubah folder cadangan").click()
        assert "Yang lama tetap di folder sebelumnya." in halaman.kabar.text()
    assert jendela.penjaga.gudang.folder == tmp_path / "lain" / "Biatan"
    qtbot.waitUntil(lambda: [b.text(3) for b in halaman._baris()] == ["✓ teruji"])


def test_a_second_place_is_chosen_missed_and_let_go(qtbot, halaman, jendela, monkeypatch, tmp_path):
    pilih_folder(monkeypatch, tmp_path / "flash disk")
    with qtbot.waitSignal(jendela.penjaga.selesai):
        tombol(halaman, "Pilih tempat kedua").click()
    kemarin = date.today() - timedelta(days=3)
    jendela._setelan.simpan("cadangan/kedua_hilang", kemarin.isoformat())
    halaman.segarkan()
    assert halaman.tempat.kedua.text().endswith(f"tidak ada sejak {tanggal_panjang(kemarin)}")
    tombol(halaman, "Lepas tempat kedua").click()
    assert jendela.penjaga.gudang.kedua is None
    assert not tombol(halaman, "Lepas tempat kedua").isVisible()


def test_a_backup_of_another_kecamatan_from_anywhere_is_told(halaman, tmp_path, monkeypatch):
    lain = tmp_path / "lain.iki"
    layanan.impor_ke_berkas(DATA / "camplong.json", lain)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(lain), ""))
    tampil: list[str] = []

    def batal(tinjauan: TinjauanPemulihan) -> int:
        tampil.extend(label.text() for label in tinjauan.findChildren(QLabel))
        tinjauan.reject()
        return tinjauan.result()

    monkeypatch.setattr(TinjauanPemulihan, "exec", batal)
    halaman.tombol_lain.click()
    assert "Ini cadangan kecamatan lain: Camplong" in tampil
    assert lain.exists()


def test_what_is_no_backup_is_said(halaman, tmp_path, monkeypatch):
    lain = tmp_path / "lain.iki"
    lain.write_bytes(b"x" * 200)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(lain), ""))
    halaman.tombol_lain.click()
    assert "bukan berkas IKI" in halaman.kabar.text()


def test_the_foot_counts_only_what_is_still_what_was_tested(qtbot, jendela):
    gudang = jendela.penjaga.gudang
    (satu,) = gudang.daftar()
    assert gudang.terbaru() == satu
    satu.path.chmod(0o644)
    satu.path.write_bytes(satu.path.read_bytes()[:-1] + b"x")
    assert gudang.terbaru() is None
