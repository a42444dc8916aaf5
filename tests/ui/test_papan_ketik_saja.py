"""Without a mouse: what has the focus is pressed by Enter, and coming back is one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from iki_desktop import app, layanan, paths
from iki_desktop.core.kerangka import Identitas, kerangka_baru

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    assert satu.buka(path)
    return satu


def test_whoever_comes_back_opens_the_newest_file_by_enter(jendela):
    jendela.tutup_berkas()
    tautan = jendela.sambutan.focusWidget()
    assert isinstance(tautan, QPushButton)
    assert "Biatan.iki" in tautan.text()
    QTest.keyClick(tautan, Qt.Key.Key_Return)
    assert jendela.sesi is not None
    assert jendela.sesi.path.name == "Biatan.iki"


def test_enter_presses_a_button_of_the_window(jendela):
    tombol = jendela.lembar.konteks.findChildren(QAbstractButton)
    lain = next(t for t in tombol if t.isCheckable() and t.isEnabled() and not t.isChecked())
    lain.setFocus()
    QTest.keyClick(lain, Qt.Key.Key_Return)
    assert lain.isChecked()


def test_asking_for_the_grid_puts_the_keys_there(jendela):
    lembar = jendela.lembar
    lembar.pohon.setFocus()
    assert not lembar.realisasi.isAncestorOf(jendela.focusWidget())
    jendela.tindakan("lembar.tampilkan").trigger()
    assert lembar.realisasi.isAncestorOf(jendela.focusWidget())


def test_a_new_office_shows_all_its_posts(jendela, tmp_path):
    def isi(workspace):
        identitas = Identitas("Tabalar", "Kabupaten", "Berau")
        workspace.terapkan("buat", kerangka_baru(identitas, 2026, workspace.id_baru))

    jendela.buat_kantor(tmp_path / "Tabalar.iki", isi)
    pohon = jendela.lembar.pohon
    camat, sekretaris, *_ = jendela.sesi.arsip.jabatan(jendela.sesi.dokumen_aktif().id)
    assert sekretaris.atasan_id == camat.id
    assert pohon.pandangan.isExpanded(pohon.model.indeks(camat.id))
    assert "Pilih jabatan di kiri" in jendela.pesan.teks()
