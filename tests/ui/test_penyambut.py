"""The first page: bringing a backup back, a file that is gone or damaged, and work that waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from iki_desktop import app, layanan, paths
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import Kecamatan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.salinan_kerja import SalinanKerja
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from iki_desktop.ui.cadangan.pemulih import DialogPulihkan
from iki_desktop.ui.jendela import Jendela

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def akar(dokumen_sendiri) -> Path:
    return dokumen_sendiri / "Cadangan IKI"


def buat(path: Path, akar: Path, nama: str = "biatan", sebab: Sebab = Sebab.DIMINTA) -> Path:
    """A file with a backup."""
    if not path.exists():
        layanan.impor_ke_berkas(DATA / f"{nama}.json", path)
    with Berkas.buka(path) as berkas:
        gudang = Gudang(berkas, akar)
        return gudang.simpan(gudang.potret(), sebab).path


@pytest.fixture
def biatan(tmp_path, akar) -> Path:
    path = tmp_path / "Kantor saya" / "Biatan.iki"
    path.parent.mkdir()
    buat(path, akar)
    return path


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.lepas_berkas()
    satu.close()
    QThreadPool.globalInstance().waitForDone()


def kabar(jendela: Jendela) -> list[str]:
    jendela.penyambut.kabarkan()
    semua = jendela.sambutan.kabar
    return [
        label.text() for label in semua.findChildren(QLabel) if not semua.isHidden() and label.isVisible()
    ]


def tekan(jendela: Jendela, teks: str) -> None:
    semua = jendela.sambutan.kabar.findChildren(QPushButton) + jendela.pesan._tombol
    next(t for t in semua if t.text() == teks and t.isVisible()).click()


def di_dialog(perbuatan: Callable[[DialogPulihkan], object]) -> None:
    """Do something once the page stands and has looked into the selected backup."""
    jam = QTimer(QApplication.instance(), interval=5)

    def lakukan() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DialogPulihkan) and dialog.isi.toPlainText() != "Membaca …":
            jam.stop()
            perbuatan(dialog)

    jam.timeout.connect(lakukan)
    jam.start()


def simpan_ke(monkeypatch, path: Path | None = None) -> list[Path]:
    """Answer where to save: what is proposed, or ``path``; what was proposed."""
    usulan: list[Path] = []

    def jawab(_induk, _judul, nama, _saringan):
        usulan.append(Path(nama))
        return str(path or nama), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", jawab)
    return usulan


def nama(path: Path) -> str:
    with Berkas.buka(path) as berkas:
        return next(r.nama for r in berkas.muat() if isinstance(r, Kecamatan))


# --- every backup ---------------------------------------------------------------------------------


def test_every_backup_of_every_file_is_there_with_what_it_holds(jendela, biatan, akar, tmp_path, monkeypatch):
    buat(tmp_path / "Camplong.iki", akar, "camplong", Sebab.IMPOR)
    tampil: list[str] = []

    def lihat(dialog: DialogPulihkan) -> None:
        for baris in dialog._baris():
            induk = baris.parent()
            assert induk is not None
            tampil.extend((induk.text(0), baris.text(1)))
        tampil.append(dialog.isi.toPlainText())
        dialog.tombol_pulihkan.click()

    usulan = simpan_ke(monkeypatch, tmp_path / "baru.iki")
    di_dialog(lihat)
    jendela.sambutan.tombol_pulihkan.click()
    assert tampil[0] == f"Camplong · {tmp_path / 'Camplong.iki'}"
    assert tampil[1] == Sebab.IMPOR
    assert tampil[2] == f"Biatan · {biatan}"
    assert tampil[3] == Sebab.DIMINTA
    assert tampil[4].startswith("Kecamatan Camplong: tahun 2021")
    assert "jabatan" in tampil[4]
    assert usulan[0].name.startswith("Camplong (dipulihkan ")
    assert jendela.sesi.path == tmp_path / "baru.iki"
    assert "Cadangan sudah dipulihkan" in jendela.pesan.teks()


def test_verdicts_come_from_the_bytes(qtbot, jendela, biatan, akar):
    rusak = next(akar.rglob("*.iki"))
    rusak.chmod(0o644)
    rusak.write_bytes(rusak.read_bytes()[:-1] + b"x")
    dialog = DialogPulihkan(jendela.pintu, jendela.pintu.semua_cadangan(None, None), akar)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: [b.text(3) for b in dialog._baris()] == ["✗ berubah sejak diuji"])
    dialog.reject()


def test_the_page_may_go_while_it_reads(qtbot, jendela, biatan, akar):
    for _ in range(3):
        dialog = DialogPulihkan(jendela.pintu, jendela.pintu.semua_cadangan(None, None), akar, induk=jendela)
        dialog._intip()
        dialog.reject()
        dialog.deleteLater()
    QThreadPool.globalInstance().waitForDone()


def test_a_backup_from_anywhere(jendela, biatan, akar, tmp_path, monkeypatch):
    lain = next(akar.rglob("*.iki")).rename(tmp_path / "dari flash disk.iki")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(lain), ""))
    simpan_ke(monkeypatch, tmp_path / "baru.iki")
    di_dialog(lambda dialog: dialog.tombol_cari.click())
    jendela.sambutan.tombol_pulihkan.click()
    assert jendela.sesi.path == tmp_path / "baru.iki"
    assert lain.exists()


def test_older_ones_are_found_where_they_were_before_another_folder_was_chosen(jendela, biatan, tmp_path):
    jendela._setelan.simpan("cadangan/folder", str(tmp_path / "lain"))
    buat(tmp_path / "Camplong.iki", tmp_path / "lain", "camplong")
    simpanan = jendela.pintu.semua_cadangan(*modul_penjaga.tempat_cadangan(jendela._setelan))
    assert {s.kantor for s in simpanan} == {"Biatan", "Camplong"}


def test_without_any_backup_it_says_so(jendela):
    tampil: list[str] = []

    def lihat(dialog: DialogPulihkan) -> None:
        tampil.append(dialog.kabar.text())
        assert not dialog.tombol_pulihkan.isEnabled()
        dialog.tombol_batal.click()

    di_dialog(lihat)
    jendela.sambutan.tombol_pulihkan.click()
    assert "Belum ada cadangan" in tampil[0]
    assert jendela.sesi is None


def test_what_is_there_is_not_written_over(jendela, biatan, monkeypatch):
    sebelum = biatan.read_bytes()
    simpan_ke(monkeypatch, biatan)
    tampil: list[str] = []

    def coba(dialog: DialogPulihkan) -> None:
        dialog.tombol_pulihkan.click()
        tampil.append(dialog.kabar.text())
        dialog.reject()

    di_dialog(coba)
    jendela.sambutan.tombol_pulihkan.click()
    assert "sudah ada" in tampil[0]
    assert biatan.read_bytes() == sebelum


def test_a_damaged_backup_says_what_it_is(jendela, biatan, akar):
    rusak = next(akar.rglob("*.iki"))
    rusak.chmod(0o644)
    rusak.write_bytes(rusak.read_bytes()[:5_000])
    tampil: list[str] = []

    def lihat(dialog: DialogPulihkan) -> None:
        tampil.append(dialog.isi.toPlainText())
        dialog.reject()

    di_dialog(lihat)
    jendela.sambutan.tombol_pulihkan.click()
    assert "rusak" in tampil[0]


# --- the last file ----------------------------------------------------------------------------------


def test_a_last_file_that_is_gone_comes_back_where_it_was(jendela, biatan, monkeypatch):
    jendela._setelan.catat_berkas(biatan)
    assert kabar(jendela) == []
    biatan.unlink()
    (teks, tempat) = kabar(jendela)
    assert teks.startswith("“Biatan.iki” tidak ditemukan di tempatnya. Cadangan terakhirnya hari ini ")
    assert tempat == str(biatan)
    usulan = simpan_ke(monkeypatch)
    di_dialog(lambda dialog: dialog.tombol_pulihkan.click())
    tekan(jendela, "Pulihkan cadangan itu …")
    assert usulan == [biatan]
    assert jendela.sesi.path == biatan


def test_a_last_file_that_is_damaged_is_left_alone(jendela, biatan, monkeypatch):
    jendela._setelan.catat_berkas(biatan)
    rusak = biatan.read_bytes()[:5_000]
    biatan.write_bytes(rusak)
    assert kabar(jendela)[0].startswith("“Biatan.iki” rusak. Cadangan terakhirnya hari ini ")
    usulan = simpan_ke(monkeypatch)
    di_dialog(lambda dialog: dialog.tombol_pulihkan.click())
    tekan(jendela, "Pulihkan cadangan itu …")
    assert usulan[0].parent == biatan.parent
    assert usulan[0].name.startswith("Biatan (dipulihkan ")
    assert biatan.read_bytes() == rusak
    assert jendela.sesi.path == usulan[0]
    assert jendela.sesi.arsip.kecamatan()[0].nama == "Biatan"


def test_where_there_is_no_backup_none_is_offered(jendela, tmp_path):
    jendela._setelan.catat_berkas(tmp_path / "hilang.iki")
    assert (
        kabar(jendela)[0]
        == "“hilang.iki” tidak ditemukan di tempatnya. Belum ada cadangannya di folder cadangan."
    )
    assert jendela.sambutan.kabar.findChildren(QPushButton) == []


def test_only_a_backup_that_is_what_was_tested_is_offered(jendela, biatan, akar):
    rusak = buat(biatan, akar, sebab=Sebab.PENUTUPAN)
    rusak.chmod(0o644)
    rusak.write_bytes(rusak.read_bytes()[:-1] + b"x")
    teruji = jendela.penyambut._teruji(biatan)
    assert teruji is not None
    assert teruji.sebab == Sebab.DIMINTA


def test_a_file_that_cannot_be_opened_offers_its_backups(jendela, biatan, monkeypatch):
    isi = bytearray(biatan.read_bytes())
    isi[4096:8192] = b"\xff" * 4096
    biatan.write_bytes(isi)
    assert not jendela.buka(biatan)
    assert "rusak" in jendela.pesan.teks()
    usulan = simpan_ke(monkeypatch)
    di_dialog(lambda dialog: dialog.tombol_pulihkan.click())
    tekan(jendela, "Pulihkan dari cadangan …")
    assert jendela.sesi.path == usulan[0] != biatan


# --- work that waits --------------------------------------------------------------------------------


@pytest.fixture
def tertunda(jendela, biatan, tmp_path) -> SalinanKerja:
    salinan = SalinanKerja.buat(tmp_path / "data" / "Salinan kerja", biatan)
    with Berkas.buka(salinan.path) as berkas:
        lama = next(r for r in berkas.muat() if isinstance(r, Kecamatan))
        berkas.apply(Edit("ubah", (Change(lama, replace(lama, nama="Ditunda")),)))
    return salinan


def test_work_that_waits_is_written_back_from_the_first_page(jendela, biatan, tertunda):
    assert kabar(jendela) == ["“Biatan.iki” belum ditulis balik ke tempat asalnya.", str(biatan)]
    tekan(jendela, "Tulis balik")
    assert nama(biatan) == "Ditunda"
    assert jendela.pesan.teks() == "Sudah ditulis balik: Biatan.iki."
    assert kabar(jendela) == []


def test_work_that_waits_goes_on(jendela, biatan, tertunda):
    kabar(jendela)
    tekan(jendela, "Lanjutkan")
    assert jendela.sesi.arsip.kecamatan()[0].nama == "Ditunda"
    jendela.tutup_berkas()
    assert nama(biatan) == "Ditunda"


def test_a_copy_without_anything_new_goes_quietly(jendela, biatan, tmp_path):
    SalinanKerja.buat(tmp_path / "data" / "Salinan kerja", biatan)
    assert kabar(jendela) == []
    assert list((tmp_path / "data" / "Salinan kerja").iterdir()) == []
