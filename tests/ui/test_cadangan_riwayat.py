"""The page of backups and the journal, and the way back from a backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QDialog

from iki_desktop import app, layanan, paths
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.records import Sasaran
from iki_desktop.db.berkas import Berkas
from iki_desktop.ui.cadangan import halaman_riwayat
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from iki_desktop.ui.cadangan.dialog import CadanganDanRiwayat
from iki_desktop.ui.cadangan.tinjauan import TinjauanPemulihan

DATA = Path(__file__).resolve().parent.parent / "data"
ANEH = "<b>tebal</b> =1+1 \u202e 😀"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    """The window on an office with one backup and an edit after it."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    satu.buka(path)
    qtbot.waitUntil(lambda: bool(satu.status.cadangan.text()))
    assert satu.sesi is not None
    satu.sesi.workspace.ubah(replace(sasaran(satu), teks=ANEH))
    yield satu
    satu.close()
    QThreadPool.globalInstance().waitForDone()


def sasaran(jendela) -> Sasaran:
    arsip = jendela.sesi.arsip
    dokumen = jendela.sesi.dokumen_aktif()
    return next(r for r in arsip.turunan(dokumen.id) if isinstance(r, Sasaran))


@pytest.fixture
def dialog(qtbot, jendela):
    satu = CadanganDanRiwayat(jendela.penjaga, jendela.sesi, jendela.pintu)
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.reject()


def hasil_uji(dialog) -> list[str]:
    return [baris.text(3) for baris in dialog.cadangan._baris()]


def isi(path: Path) -> set[str]:
    with Berkas.buka(path) as berkas:
        return {getattr(r, "teks", "") for r in berkas.muat()}


# --- backups --------------------------------------------------------------------------------------


def test_each_backup_has_its_verdict_from_its_bytes(qtbot, dialog, jendela):
    qtbot.waitUntil(lambda: hasil_uji(dialog) == ["✓ teruji"])
    (satu,) = jendela.penjaga.gudang.daftar()
    satu.path.chmod(0o644)
    satu.path.write_bytes(satu.path.read_bytes()[:-1] + b"x")
    dialog.cadangan.segarkan()
    qtbot.waitUntil(lambda: hasil_uji(dialog) == ["✗ berubah sejak diuji"])


def test_one_taken_now_is_listed_first(qtbot, dialog):
    dialog.cadangan.tombol_cadangkan.click()
    qtbot.waitUntil(lambda: hasil_uji(dialog) == ["✓ teruji", "✓ teruji"])
    assert dialog.cadangan._baris()[0].text(1) == Sebab.DIMINTA
    assert dialog.cadangan.kabar.text() == "Cadangan dibuat dan teruji."


def test_what_is_asked_for_in_between_is_not_forgotten(qtbot, jendela):
    jendela.penjaga.cadangkan()
    jendela.penjaga.cadangkan()
    qtbot.waitUntil(lambda: len(jendela.penjaga.gudang.daftar()) == 3)


def test_the_page_may_go_while_backups_are_being_read(qtbot, jendela):
    dialog = CadanganDanRiwayat(jendela.penjaga, jendela.sesi, jendela.pintu)
    dialog.reject()
    shiboken6.delete(dialog)
    with qtbot.waitSignal(jendela.penjaga.selesai):
        jendela.penjaga.cadangkan()
    QThreadPool.globalInstance().waitForDone()


# --- the way back -----------------------------------------------------------------------------------


def pilih(monkeypatch, tombol: str) -> list[str]:
    """Answer the question before a restore; what it said."""
    tampil: list[str] = []

    def jawab(tinjauan: TinjauanPemulihan) -> int:
        tampil.append(tinjauan.uraian.toPlainText())
        getattr(tinjauan, tombol).click() if tombol else tinjauan.reject()
        return tinjauan.result()

    monkeypatch.setattr(TinjauanPemulihan, "exec", jawab)
    return tampil


def test_a_backup_takes_the_place_of_today_which_becomes_one(qtbot, jendela, monkeypatch):
    tampil = pilih(monkeypatch, "tombol_ganti")

    def pakai(dialog: CadanganDanRiwayat) -> int:
        dialog.cadangan.tombol_pulihkan.click()
        return dialog.result()

    monkeypatch.setattr(CadanganDanRiwayat, "exec", pakai)
    path = jendela.sesi.path
    jendela.berkas.cadangan_dan_riwayat()
    assert "1 diubah" in tampil[0]
    assert "ubah sasaran" in tampil[0]
    assert jendela.sesi.path == path
    assert ANEH not in {
        getattr(r, "teks", "") for r in jendela.sesi.arsip.turunan(jendela.sesi.dokumen_aktif().id)
    }
    assert "menjadi berkas kerja" in jendela.pesan.teks()
    QThreadPool.globalInstance().waitForDone()
    sebelum = next(c for c in jendela.penjaga.gudang.daftar() if c.sebab == Sebab.PEMULIHAN)
    assert ANEH in isi(sebelum.path)
    assert [p.name for p in path.parent.glob("*.iki")] == ["Biatan.iki"]


def test_today_is_not_replaced_where_it_cannot_be_backed_up(qtbot, jendela, dokumen_sendiri, tmp_path):
    baru = tmp_path / "baru.iki"
    jendela.pintu.pulihkan(jendela.penjaga.gudang.daftar()[0].path, baru)
    (tmp_path / "penghalang").write_text("x")
    jendela.penjaga.gudang.akar = tmp_path / "penghalang"
    jendela.berkas._pakai_pemulihan(baru, True)
    assert "tidak diganti" in jendela.pesan.teks()
    assert sasaran(jendela).teks == ANEH
    assert baru.exists()


def test_a_backup_opens_by_itself_beside_today(qtbot, jendela, dialog, monkeypatch):
    pilih(monkeypatch, "tombol_buka")
    dialog.cadangan.tombol_pulihkan.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    baru, menggantikan = dialog.terpilih
    assert not menggantikan
    path = jendela.sesi.path
    jendela.berkas._pakai_pemulihan(baru, menggantikan)
    assert jendela.sesi.path == baru
    assert "(dipulihkan " in baru.name
    assert ANEH in isi(path)


def test_thinking_better_of_it_leaves_nothing(qtbot, jendela, dialog, monkeypatch, tmp_path):
    pilih(monkeypatch, "")
    dialog.cadangan.tombol_pulihkan.click()
    assert [p.name for p in tmp_path.glob("*.iki")] == ["Biatan.iki"]
    assert dialog.isVisible()


def test_a_damaged_backup_is_said_and_makes_nothing(qtbot, jendela, dialog, tmp_path):
    (satu,) = jendela.penjaga.gudang.daftar()
    satu.path.chmod(0o644)
    satu.path.write_bytes(satu.path.read_bytes()[:5000])
    dialog.cadangan.tombol_pulihkan.click()
    assert "rusak" in dialog.cadangan.kabar.text()
    assert [p.name for p in tmp_path.glob("*.iki")] == ["Biatan.iki"]


def test_the_backup_of_another_kecamatan_is_told(qtbot, jendela, tmp_path):
    lain = tmp_path / "lain.iki"
    layanan.impor_ke_berkas(DATA / "camplong.json", lain)
    tinjauan = TinjauanPemulihan(lain, jendela.terbuka, jendela.pintu)
    qtbot.addWidget(tinjauan)
    assert any(
        "kecamatan lain: " in label.text() for label in tinjauan.findChildren(type(jendela.status.tersimpan))
    )
    tinjauan.reject()


# --- the journal --------------------------------------------------------------------------------------


def baris(dialog) -> list[str]:
    daftar = dialog.riwayat.daftar
    return [daftar.topLevelItem(n).text(1) for n in range(daftar.topLevelItemCount())]


def test_the_journal_says_what_was_done_and_how(qtbot, dialog, jendela):
    dialog.tab.setCurrentIndex(1)
    assert baris(dialog)[0].startswith("ubah sasaran “<b>tebal</b> =1+1")
    dialog.riwayat.daftar.setCurrentItem(dialog.riwayat.daftar.topLevelItem(0))
    rincian = dialog.riwayat.rincian.toPlainText()
    assert "(Camat) diubah" in rincian
    assert f"→ {ANEH}" in rincian
    assert dialog.riwayat.daftar.topLevelItem(0).text(2).endswith(f"→ {ANEH}")


def test_the_journal_is_found_by_post_quarter_and_words(qtbot, dialog, jendela):
    riwayat = dialog.riwayat
    dialog.tab.setCurrentIndex(1)
    jendela.sesi.workspace.set_catatan(next(_formulasi(jendela)).id, 2, "x")
    riwayat.penyaring.triwulan.setCurrentIndex(2)
    riwayat.penyaring.triwulan.activated.emit(2)
    assert baris(dialog) == ["catatan triwulan II"]
    riwayat.penyaring.triwulan.setCurrentIndex(0)
    riwayat.penyaring.jabatan.setCurrentIndex(riwayat.penyaring.jabatan.count() - 1)
    riwayat.segarkan()
    assert baris(dialog) == ["impor kecamatan “Biatan” tahun 2026"]
    riwayat.penyaring.jabatan.setCurrentIndex(0)
    riwayat.penyaring.cari.setText("TEBAL")
    qtbot.waitUntil(lambda: len(baris(dialog)) == 1)
    riwayat.penyaring.cari.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: riwayat.jumlah.text() == "Tidak ada yang cocok.")


def _formulasi(jendela):
    arsip = jendela.sesi.arsip
    return (r for r in arsip.turunan(jendela.sesi.dokumen_aktif().id) if type(r).__name__ == "Formulasi")


def test_older_entries_come_when_one_scrolls_to_the_end(qtbot, dialog, jendela):
    formulasi = next(_formulasi(jendela))
    for nomor in range(230):
        jendela.sesi.workspace.set_catatan(formulasi.id, 1, str(nomor))
    dialog.tab.setCurrentIndex(1)
    assert len(baris(dialog)) == 200
    gulir = dialog.riwayat.daftar.verticalScrollBar()
    qtbot.waitUntil(lambda: gulir.maximum() > 0)
    gulir.setValue(gulir.maximum())
    qtbot.waitUntil(lambda: len(baris(dialog)) == 232)


def test_what_is_asked_for_goes_into_a_workbook(qtbot, dialog, jendela, tmp_path, monkeypatch):
    from openpyxl import load_workbook

    monkeypatch.setattr(halaman_riwayat, "tanya_tujuan", lambda *_: tmp_path / "riwayat.xlsx")
    dialog.tab.setCurrentIndex(1)
    dialog.riwayat.penyaring.cari.setText("tebal")
    dialog.riwayat.tombol_ekspor.click()
    lembar = load_workbook(tmp_path / "riwayat.xlsx").active
    assert lembar is not None
    assert lembar.max_row == 2
    assert str(lembar.cell(2, 3).value).endswith(f"→ {ANEH}")
    assert dialog.riwayat.jumlah.text() == "riwayat.xlsx sudah jadi."
