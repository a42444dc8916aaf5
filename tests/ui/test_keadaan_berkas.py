"""A file that somebody holds is shown and told of; one that fails is carried on elsewhere."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from iki_desktop import app, layanan, paths
from iki_desktop.core.records import Sasaran
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.ui import keadaan_berkas
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from tests.db.pemegang_lain import dipegang

if sys.platform == "win32":
    pytest.skip("the holder is a process of POSIX", allow_module_level=True)

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    folder = tmp_path / "flash disk"
    folder.mkdir()
    layanan.impor_ke_berkas(DATA / "biatan.json", folder / "Biatan.iki")
    return folder / "Biatan.iki"


@pytest.fixture
def jendela(qtbot, aplikasi, path):
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.close()
    QThreadPool.globalInstance().waitForDone()


def sasaran(jendela) -> Sasaran:
    return min((r for r in jendela.sesi.arsip.semua() if isinstance(r, Sasaran)), key=lambda r: r.id)


def ubah(jendela, teks: str) -> bool:
    sesi = jendela.sesi
    return sesi.berhasil(lambda: sesi.workspace.ubah(replace(sasaran(jendela), teks=teks)))


def isi(path: Path) -> set[str]:
    with Berkas.buka(path) as berkas:
        return {r.teks for r in berkas.muat() if isinstance(r, Sasaran)}


def test_a_usual_file_says_nothing(jendela, path: Path):
    assert jendela.buka(path)
    assert jendela.bilah_keadaan.teks() == ""
    assert ubah(jendela, "baru")
    assert jendela.bilah_keadaan.teks() == ""


# --- somebody has it ------------------------------------------------------------------------------


def test_the_second_window_reads_along_until_the_first_lets_go(
    qtbot, jendela, path: Path, dokumen_sendiri: Path
):
    with dipegang(path) as lain:
        assert jendela.buka(path)
        bilah = jendela.bilah_keadaan
        assert bilah.teks().startswith("Berkas ini sedang dibuka oleh SITI di PC-KASI sejak ")
        assert "Anda dapat membaca, tidak mengubah." in bilah.teks()
        assert bilah.accessibleName() == bilah.teks()
        assert jendela.status.tersimpan.text() == "Hanya dibaca · Berkas Biatan.iki"
        assert not ubah(jendela, "ditolak")
        assert "oleh SITI" in jendela.pesan.teks()
        assert sasaran(jendela).teks != "ditolak"
        assert jendela.keadaan.tawaran is None

        jendela.sesi.set_periode(3)
        jendela.sesi.pilih(sasaran(jendela).id)
        dipilih = jendela.sesi.pilihan
        lain.suruh("ubahan-siti")
        qtbot.mouseClick(bilah.tombol, Qt.MouseButton.LeftButton)
        assert jendela.pesan.teks() == "Berkas masih dibuka orang lain. Isinya sudah diperbarui."
        assert "ubahan-siti" in {r.teks for r in jendela.sesi.arsip.semua() if isinstance(r, Sasaran)}
        assert (jendela.sesi.periode, jendela.sesi.pilihan) == (3, dipilih)

        lain.suruh("tutup")
        qtbot.mouseClick(bilah.tombol, Qt.MouseButton.LeftButton)
        assert jendela.pesan.teks() == "Berkas sekarang dapat diubah."
        assert bilah.teks() == ""
        assert jendela.status.tersimpan.text().startswith("Tersimpan ")
        assert ubah(jendela, "sekarang saya")
        assert (jendela.sesi.periode, jendela.sesi.pilihan) == (3, dipilih)
    jendela.tutup_berkas()
    assert "sekarang saya" in isi(path)


def test_whoever_waits_is_told_when_the_file_is_free(
    qtbot, jendela, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(keadaan_berkas, "JEDA_PEMEGANG", 5)
    with dipegang(path) as lain:
        jendela.buka(path)
        lain.suruh("ubahan-siti")
        bilah = jendela.bilah_keadaan
        qtbot.waitUntil(jendela.keadaan._jam.isActive)
        assert "sedang dibuka oleh SITI" in bilah.teks()
        lain.suruh("tutup")
        qtbot.waitUntil(lambda: bilah.teks().startswith("SITI sudah menutup berkas ini."))
        assert not jendela.keadaan._jam.isActive()
        qtbot.mouseClick(bilah.tombol, Qt.MouseButton.LeftButton)
    assert bilah.teks() == ""
    assert ubah(jendela, "sekarang saya")


def test_a_picture_is_backed_up_by_nobody(qtbot, jendela, path: Path, dokumen_sendiri: Path):
    with dipegang(path):
        jendela.buka(path)
        jendela.penjaga._buka()
        jendela.berkas.impor(DATA / "camplong.json")
        assert "oleh SITI" in jendela.pesan.teks()
        QThreadPool.globalInstance().waitForDone()
    assert not dokumen_sendiri.exists()


def test_the_same_file_twice_in_one_window_stays_ones_own(jendela, path: Path):
    jendela.buka(path)
    assert not jendela.buka(path)
    assert ubah(jendela, "masih saya")


def test_the_grid_of_a_picture_says_at_the_first_key_that_it_is_only_read(qtbot, jendela, path: Path):
    with dipegang(path):
        jendela.buka(path)
        tabel = jendela.lembar.realisasi.tabel
        jendela.lembar.realisasi.setFocus()
        sebelum = list(jendela.sesi.arsip.semua())
        QTest.keyClick(tabel, Qt.Key.Key_7)
        assert tabel.delegasi.editor is None
        assert "hanya dibaca" in tabel.delegasi.gelembung.teks()
        assert list(jendela.sesi.arsip.semua()) == sebelum
    jendela.berkas.buka_ulang()
    assert jendela.lembar.realisasi.tabel.hanya_dibaca == ""


def test_what_is_typed_into_a_picture_does_not_hold_the_window(qtbot, jendela, path: Path):
    with dipegang(path):
        jendela.buka(path)
        jendela.lembar.realisasi.setFocus()
        jendela.sesi.pilih(sasaran(jendela).id)
        assert jendela.close()


# --- the disk fails -------------------------------------------------------------------------------


def gagalkan(path: Path) -> None:
    path.parent.rename(path.parent.with_name("dicabut"))


def test_what_was_not_saved_is_told_and_work_goes_on_in_a_copy(
    qtbot, jendela, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    jendela.buka(path)
    assert ubah(jendela, "diakui")
    gagalkan(path)
    for _ in range(2):
        assert not ubah(jendela, "hilang?")
    qtbot.waitUntil(lambda: jendela.keadaan.tawaran is not None)
    kotak = jendela.keadaan.tawaran
    assert "tidak ada lagi di tempatnya" in kotak.informativeText()
    assert jendela.bilah_keadaan.teks().startswith("Perubahan terakhir tidak tersimpan.")
    assert sasaran(jendela).teks == "diakui"
    assert jendela.isEnabled()

    tujuan = tmp_path / "salinan saya.iki"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tujuan), ""))
    ruang, lembar = jendela.sesi.workspace, jendela.lembar
    kotak.defaultButton().click()
    assert jendela.bilah_keadaan.teks() == ""
    assert jendela.pesan.teks() == "Pekerjaan dilanjutkan di salinan: salinan saya.iki."
    assert (jendela.sesi.workspace, jendela.lembar) == (ruang, lembar), "nothing jumps"
    assert "salinan saya.iki" in jendela.windowTitle()
    assert "salinan saya.iki" in jendela.status.tersimpan.text()
    assert ubah(jendela, "di salinan")
    jendela.sesi.urungkan()
    jendela.sesi.urungkan()
    assert sasaran(jendela).teks not in ("diakui", "di salinan")
    jendela.sesi.ulangi()
    jendela.tutup_berkas()
    assert "diakui" in isi(tujuan)
    periksa_berkas(tujuan)


def test_thinking_better_of_it_leaves_the_offer_in_the_strip(
    qtbot, jendela, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    jendela.buka(path)
    gagalkan(path)
    assert not ubah(jendela, "belum")
    qtbot.waitUntil(lambda: jendela.keadaan.tawaran is not None)
    jendela.keadaan.tawaran.reject()
    qtbot.mouseClick(jendela.bilah_keadaan.tombol, Qt.MouseButton.LeftButton)
    assert jendela.bilah_keadaan.teks().startswith("Perubahan terakhir tidak tersimpan.")
    path.parent.with_name("dicabut").rename(path.parent)
    assert ubah(jendela, "kembali")
    assert jendela.bilah_keadaan.teks() == "", "what fails no more is not told any more"
    jendela.tutup_berkas()
    assert "kembali" in isi(path)


def test_a_copy_that_cannot_be_written_leaves_all_as_it_was(
    qtbot, jendela, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    tujuan = tmp_path / "tidak ada" / "salinan.iki"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tujuan), ""))
    jendela.buka(path)
    gagalkan(path)
    assert not ubah(jendela, "belum")
    jendela.keadaan.simpan_salinan()
    assert "tidak ada" in jendela.pesan.teks()
    assert jendela.bilah_keadaan.teks().startswith("Perubahan terakhir tidak tersimpan.")
    qtbot.waitUntil(lambda: jendela.keadaan.tawaran is not None)
    jendela.keadaan.tawaran.reject()


def test_the_window_closes_whatever_is_offered(qtbot, jendela, path: Path):
    jendela.buka(path)
    gagalkan(path)
    assert not ubah(jendela, "belum")
    qtbot.waitUntil(lambda: jendela.keadaan.tawaran is not None)
    assert jendela.close()
    assert jendela.sesi is None
