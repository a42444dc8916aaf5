"""Evidence in the whole window: it goes along with a copy; what is not named is thrown away on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from iki_desktop import app, layanan
from iki_desktop.core.records import Formulasi
from iki_desktop.db.bukti import LemariBukti
from iki_desktop.ui.dialog import bukti_lepas
from iki_desktop.ui.dialog.bukti_lepas import BuktiLepas

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    path = tmp_path / "Biatan 2026.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    assert satu.buka(path)
    return satu


@pytest.fixture
def lemari(jendela, tmp_path) -> LemariBukti:
    """Three files, two of them named by an entry."""
    sesi = jendela.sesi
    bukti = []
    for nama in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / nama).write_bytes(nama.encode())
        bukti.append(sesi.lemari.simpan(tmp_path / nama))
    dokumen = sesi.dokumen_aktif()
    f = next(n for n in sesi.arsip.turunan(dokumen.id) if isinstance(n, Formulasi))
    sesi.workspace.set_bukti(f.id, 1, bukti[:2])
    return sesi.lemari


def test_evidence_goes_along_with_a_copy(qtbot, jendela, lemari, tmp_path, monkeypatch):
    tujuan = tmp_path / "salinan" / "Biatan lain.iki"
    tujuan.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tujuan), ""))
    jendela.tindakan("berkas.simpan_salinan").trigger()
    qtbot.waitUntil(lambda: "bukti ikut" in jendela.pesan.teks())
    assert jendela.pesan.teks() == "Salinan tersimpan: Biatan lain.iki. 3 bukti ikut."
    assert jendela.buka(tujuan)
    assert [p.name for p in jendela.sesi.lemari.isi()] == ["a.pdf", "b.pdf", "c.pdf"]
    assert jendela.sesi.lemari.folder == tujuan.with_name("Biatan lain.iki.bukti")


def test_a_name_that_is_taken_there_is_left_as_it_is_and_said(qtbot, jendela, lemari, tmp_path):
    tujuan = tmp_path / "lain.iki"
    asing = LemariBukti(tujuan).folder / "a.pdf"
    asing.parent.mkdir()
    asing.write_bytes(b"milik berkas lain")
    jendela.berkas.bawa_bukti(jendela.sesi.path, tujuan, "Tersimpan.")
    qtbot.waitUntil(lambda: bool(jendela.pesan.teks()))
    assert jendela.pesan.teks() == "Tersimpan. 2 bukti ikut. 1 nama sudah terpakai di sana dan dilewati."
    assert asing.read_bytes() == b"milik berkas lain"


def test_a_copy_that_fails_midway_is_said(qtbot, jendela, lemari, tmp_path):
    tujuan = tmp_path / "lain.iki"
    LemariBukti(tujuan).folder.write_bytes(b"a file where the folder should be")
    jendela.berkas.bawa_bukti(jendela.sesi.path, tujuan, "Tersimpan.")
    qtbot.waitUntil(lambda: bool(jendela.pesan.teks()))
    assert jendela.pesan.teks().startswith("Tersimpan. Bukti belum ikut semuanya. Folder bukti")


def test_without_evidence_nothing_is_said_of_it(jendela, tmp_path, monkeypatch):
    tujuan = tmp_path / "lain.iki"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tujuan), ""))
    jendela.tindakan("berkas.simpan_salinan").trigger()
    assert jendela.pesan.teks() == "Salinan tersimpan: lain.iki."
    jendela.tindakan("berkas.bukti_tak_terpakai").trigger()
    assert jendela.pesan.teks() == "Semua berkas di folder bukti terpakai."


@pytest.mark.parametrize("buang", [True, False])
def test_what_no_entry_names_is_listed_and_thrown_away_on_purpose(jendela, lemari, monkeypatch, buang):
    tersampah: list[str] = []

    def ke_sampah(path: Path) -> bool:
        tersampah.append(path.name)  # else it would lie in the trash of whoever runs the tests
        return True

    monkeypatch.setattr(bukti_lepas, "_ke_sampah", ke_sampah)

    def jawab() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BuktiLepas)
        terlihat.append(dialog.daftar.item(0).text())
        (dialog.buang.click if buang else dialog.reject)()

    terlihat: list[str] = []
    QTimer.singleShot(0, jawab)
    jendela.tindakan("berkas.bukti_tak_terpakai").trigger()
    assert terlihat == ["c.pdf · 1 kB"]
    assert tersampah == (["c.pdf"] if buang else [])
    assert jendela.pesan.teks() == ("1 berkas dipindahkan ke tempat sampah komputer." if buang else "")


def test_what_is_done_in_the_grid_is_seen_there(jendela):
    jendela.lembar.tampilkan(1)
    jendela.tindakan("realisasi.rincian_isian").trigger()
    assert jendela.lembar.lembar.currentIndex() == 0
    assert jendela.lembar.realisasi.bawah.terbuka
    assert QApplication.focusWidget() is jendela.lembar.realisasi.bawah.isian.kendala.teks


def test_closing_the_file_in_the_midst_of_a_copy_ends_quietly(qtbot, jendela, tmp_path):
    (tmp_path / "besar.pdf").write_bytes(b"x" * 8_000_000)
    jendela.tindakan("realisasi.rincian_isian").trigger()
    lemari = jendela.sesi.lemari
    jendela.lembar.realisasi.bawah.isian.bukti.terima([tmp_path / "besar.pdf"])
    jendela.tutup_berkas()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QThreadPool.globalInstance().waitForDone(30_000)
    QApplication.processEvents()
    assert all(p.name == "besar.pdf" for p in lemari.isi()), "whole, or not at all"
