"""Working in a copy here: offered where the file is easily lost, written back on closing, found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from iki_desktop import app, layanan, paths
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.records import Kecamatan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.rak_salinan import semua_salinan
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from iki_desktop.ui.jendela import KERJAKAN_DI_SINI, Jendela
from iki_desktop.ui.salinan_kerja.dialog import DialogTulisBalik

DATA = Path(__file__).resolve().parent.parent / "data"
ANEH = "<b>Biatan</b> 😀"


@pytest.fixture
def asal(tmp_path) -> Path:
    """A file in what looks like a synchronised folder."""
    path = tmp_path / "OneDrive - Kantor" / "Biatan.iki"
    path.parent.mkdir()
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    return path


@pytest.fixture
def akar(tmp_path) -> Path:
    return tmp_path / "data" / "Salinan kerja"


def buat_jendela(qtbot) -> Jendela:
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    return satu


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    satu = buat_jendela(qtbot)
    yield satu
    satu.lepas_berkas()
    satu.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def bekerja(qtbot, jendela, asal) -> Jendela:
    """The window in a working copy."""
    jendela.buka(asal)
    jendela.berkas.balik_tempat()
    assert jendela.salinan is not None
    return jendela


def namai(jendela: Jendela, nama: str) -> None:
    assert jendela.sesi is not None
    kecamatan = jendela.sesi.arsip.kecamatan()[0]
    jendela.sesi.workspace.ubah(replace(kecamatan, nama=nama))


def nama(path: Path) -> str:
    with Berkas.buka(path) as berkas:
        return next(r.nama for r in berkas.muat() if isinstance(r, Kecamatan))


def orang_lain(path: Path) -> None:
    """Somebody else brings another office into the file."""
    layanan.impor_ke_berkas(DATA / "camplong.json", path)


def di_dialog(perbuatan: Callable[[DialogTulisBalik], object]) -> list[str]:
    """Do something as soon as the page asks; what it said."""
    tampil: list[str] = []
    jam = QTimer(QApplication.instance(), interval=5)

    def lakukan() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DialogTulisBalik) and not dialog._bilah.isVisible():
            jam.stop()
            tampil.extend((dialog.judul.text(), dialog.uraian.text()))
            perbuatan(dialog)

    jam.timeout.connect(lakukan)
    jam.start()
    return tampil


def langkah(jendela: Jendela) -> QPushButton:
    return jendela.pesan._tombol[0]


def test_it_is_offered_where_the_file_is_easily_lost(qtbot, jendela, asal, akar):
    jendela.buka(asal)
    qtbot.waitUntil(lambda: "OneDrive" in jendela.pesan.teks())
    assert langkah(jendela).text() == KERJAKAN_DI_SINI
    jendela.sesi.set_periode(3)
    langkah(jendela).click()
    assert jendela.salinan is not None
    assert jendela.sesi.periode == 3
    assert jendela.sesi.path == asal
    assert jendela.windowTitle().startswith("Biatan.iki")
    assert "salinan kerja" in jendela.status.tersimpan.text()
    assert jendela._setelan.berkas_terakhir() == [asal]
    assert "Ditulis balik saat berkas ditutup" in jendela.pesan.teks()
    assert len(semua_salinan(akar)) == 1


def test_closing_writes_back_and_leaves_nothing_here(qtbot, bekerja, asal, akar):
    namai(bekerja, ANEH)
    assert nama(asal) == "Biatan"
    bekerja.tutup_berkas()
    assert nama(asal) == ANEH
    assert bekerja.pesan.teks() == "Sudah ditulis balik: Biatan.iki."
    assert list(akar.iterdir()) == []


def test_closing_the_window_writes_back(qtbot, bekerja, asal):
    namai(bekerja, ANEH)
    bekerja.close()
    assert nama(asal) == ANEH


def test_where_nothing_was_entered_the_file_is_left_alone(qtbot, bekerja, asal, akar):
    sebelum = asal.stat().st_mtime_ns
    bekerja.tutup_berkas()
    assert asal.stat().st_mtime_ns == sebelum
    assert list(akar.iterdir()) == []


def test_the_choice_holds_the_next_time_and_can_be_taken_back(qtbot, bekerja, asal):
    bekerja.tutup_berkas()
    bekerja.buka(asal)
    assert bekerja.salinan is not None
    assert bekerja.tindakan("berkas.balik_tempat").isChecked()
    namai(bekerja, ANEH)
    bekerja.tindakan("berkas.balik_tempat").trigger()
    assert bekerja.salinan is None
    assert not bekerja.tindakan("berkas.balik_tempat").isChecked()
    assert not bekerja.tindakan("berkas.tulis_balik").isEnabled()
    assert bekerja.sesi.arsip.kecamatan()[0].nama == ANEH
    assert "salinan kerja" not in bekerja.status.tersimpan.text()
    bekerja.tutup_berkas()
    bekerja.buka(asal)
    assert bekerja.salinan is None


def test_writing_back_now_goes_on_in_the_copy(qtbot, bekerja, asal):
    namai(bekerja, ANEH)
    bekerja.tindakan("berkas.tulis_balik").trigger()
    assert nama(asal) == ANEH
    assert bekerja.pesan.teks() == "Sudah ditulis balik: Biatan.iki."
    bekerja.berkas.tulis_balik()
    assert bekerja.pesan.teks() == "Semua isian sudah ada di tempat asalnya."
    namai(bekerja, "Lagi")
    bekerja.tutup_berkas()
    assert nama(asal) == "Lagi"


def test_what_another_wrote_stays_and_ours_goes_beside_it(qtbot, bekerja, asal, akar):
    namai(bekerja, ANEH)
    orang_lain(asal)
    sebelum = asal.read_bytes()
    tampil = di_dialog(lambda dialog: dialog.tombol_sebelah.click())
    bekerja.tutup_berkas()
    assert tampil[0] == "Berkas asal sudah diubah"
    assert "aman di komputer ini" in tampil[1]
    assert asal.read_bytes() == sebelum
    (sebelah,) = asal.parent.glob("Biatan (salinan kerja *).iki")
    assert nama(sebelah) == ANEH
    assert list(akar.iterdir()) == []


def test_beside_it_while_working_the_window_goes_on_there(qtbot, bekerja, asal):
    namai(bekerja, ANEH)
    orang_lain(asal)
    di_dialog(lambda dialog: dialog.tombol_sebelah.click())
    bekerja.berkas.tulis_balik()
    assert bekerja.sesi.path != asal
    assert bekerja.windowTitle().startswith("Biatan (salinan kerja ")
    namai(bekerja, "Lagi")
    sebelah = bekerja.sesi.path
    bekerja.tutup_berkas()
    assert nama(sebelah) == "Lagi"


def test_what_is_pulled_out_is_waited_for(qtbot, bekerja, asal, akar):
    namai(bekerja, ANEH)
    dicabut = asal.parent.rename(asal.parent.with_name("dicabut"))

    def pasang_kembali(dialog: DialogTulisBalik) -> None:
        dicabut.rename(asal.parent)
        dialog.tombol_ulang.click()

    tampil = di_dialog(pasang_kembali)
    bekerja.tutup_berkas()
    assert tampil[0] == "Tempat asalnya tidak ada"
    assert nama(asal) == ANEH
    assert list(akar.iterdir()) == []


def test_elsewhere_where_the_person_says(bekerja, asal, akar, tmp_path, monkeypatch):
    namai(bekerja, ANEH)
    asal.parent.rename(asal.parent.with_name("dicabut"))
    tujuan = tmp_path / "di sini.iki"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tujuan), ""))
    di_dialog(lambda dialog: dialog.tombol_lain.click())
    bekerja.tutup_berkas()
    assert nama(tujuan) == ANEH
    assert list(akar.iterdir()) == []


def test_later_is_another_day_and_is_offered_again(qtbot, bekerja, asal, akar):
    namai(bekerja, ANEH)
    dicabut = asal.parent.rename(asal.parent.with_name("dicabut"))
    di_dialog(lambda dialog: dialog.tombol_nanti.click())
    bekerja.tutup_berkas()
    assert "Tulis balik dari halaman awal" in bekerja.pesan.teks()
    assert [s.asal for s in bekerja.pintu.salinan_tertunda()] == [asal]
    dicabut.rename(asal.parent)
    bekerja.buka(asal)
    assert bekerja.sesi.arsip.kecamatan()[0].nama == ANEH
    assert "Melanjutkan pekerjaan" in bekerja.pesan.teks()
    langkah(bekerja).click()
    assert nama(asal) == ANEH


def test_after_a_crash_the_work_is_found(qtbot, bekerja, asal, akar):
    namai(bekerja, ANEH)
    bekerja.terbuka._berkas.tutup()  # what the end of a process does
    bekerja.lembar = bekerja.sesi = bekerja.terbuka = bekerja.penjaga = bekerja.salinan = None
    lain = buat_jendela(qtbot)
    lain.buka(asal)
    assert lain.sesi is not None
    assert lain.sesi.arsip.kecamatan()[0].nama == ANEH
    assert lain.salinan is not None
    lain.close()
    assert nama(asal) == ANEH


def test_a_restored_backup_takes_the_place_of_the_file(qtbot, bekerja, asal):
    lama = bekerja.terbuka.gudang.cadangkan(Sebab.DIMINTA)
    namai(bekerja, ANEH)
    baru = asal.with_name("dipulihkan.iki")
    bekerja.pintu.pulihkan(lama.path, baru)
    bekerja.berkas._pakai_pemulihan(baru, True)
    assert bekerja.sesi.arsip.kecamatan()[0].nama == "Biatan"
    assert bekerja.salinan is not None
    assert nama(asal) == "Biatan"


def test_a_file_that_waits_is_not_replaced_by_a_backup(qtbot, bekerja, asal):
    lama = bekerja.terbuka.gudang.cadangkan(Sebab.DIMINTA)
    namai(bekerja, ANEH)
    baru = asal.with_name("dipulihkan.iki")
    bekerja.pintu.pulihkan(lama.path, baru)
    orang_lain(asal)
    sebelum = asal.read_bytes()
    di_dialog(lambda dialog: dialog.tombol_nanti.click())
    bekerja.berkas._pakai_pemulihan(baru, True)
    assert asal.read_bytes() == sebelum
    assert bekerja.sesi.arsip.kecamatan()[0].nama == ANEH
    assert "tidak diganti" in bekerja.pesan.teks()
    di_dialog(lambda dialog: dialog.tombol_sebelah.click())
    bekerja.tutup_berkas()


def test_backups_lie_where_those_of_the_file_lie(qtbot, bekerja, asal, dokumen_sendiri):
    namai(bekerja, ANEH)
    bekerja.tutup_berkas()
    QThreadPool.globalInstance().waitForDone()
    assert [p.name for p in (dokumen_sendiri / "Cadangan IKI").iterdir()] == ["Biatan"]
