"""The whole window: files in and out, menus, pickers, printing, and what stays after restart."""

from __future__ import annotations

import gc
import json
import weakref
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QMessageBox, QPushButton

from iki_desktop import app, layanan
from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.records import Jabatan
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.dialog.kantor_baru import KantorBaru
from iki_desktop.ui.dialog.laporan import PilihLaporan
from iki_desktop.ui.dialog.sebelum_cetak import SebelumCetak
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tindakan import DAFTAR_TINDAKAN

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def rumah(tmp_path, monkeypatch):
    """The person's own folder, empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def jendela(qtbot, aplikasi, rumah):
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    return satu


@pytest.fixture
def biatan(rumah) -> Path:
    path = rumah / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    return path


def ketik(qtbot, teks: str) -> None:
    """Type into whatever has the focus, as a person does."""
    for huruf in teks:
        qtbot.keyClicks(QApplication.focusWidget(), huruf)


def sesi_dari(jendela: Jendela) -> Sesi:
    assert jendela.sesi is not None
    return jendela.sesi


def langkah(bilah: BilahPesan, label: str) -> QPushButton:
    return next(b for b in bilah.findChildren(QPushButton) if b.text() == label and not b.isHidden())


def test_first_start_offers_four_steps(jendela):
    assert jendela.sesi is None
    assert [b.text() for b in jendela.sambutan.findChildren(QPushButton)] == [
        "Buka berkas …",
        "Berkas kantor baru …",
        "Buka contoh",
        "Pulihkan dari cadangan …",
    ]
    assert not jendela.tindakan("cetak.cetak").isEnabled()
    assert jendela.tindakan("jendela.buka_berkas").isEnabled()


def test_the_example_opens_and_comes_back_as_it_was_left(qtbot, jendela):
    jendela.sambutan.tombol_contoh.click()
    assert jendela.sesi is not None
    assert "Contoh" in jendela.windowTitle()
    dokumen = jendela.sesi.dokumen_aktif()
    assert dokumen is not None
    camat = jendela.sesi.arsip.jabatan(dokumen.id)[0]
    jendela.sesi.workspace.ubah(camat.__class__(**{**_isi(camat), "nama": "Camat Baru"}))
    jendela.tutup_berkas()
    assert not jendela.tindakan("jendela.tutup_berkas").isEnabled()
    jendela.buka_contoh()
    assert sesi_dari(jendela).arsip.jabatan(dokumen.id)[0].nama == "Camat Baru"


def _isi(record):
    return {nama: getattr(record, nama) for nama in record.__slots__}


def test_recent_files_are_offered(qtbot, jendela, biatan):
    assert jendela.buka(biatan)
    jendela.tutup_berkas()
    tautan = [b for b in jendela.sambutan.findChildren(QPushButton) if "Biatan.iki" in b.text()]
    assert len(tautan) == 1
    tautan[0].click()
    assert jendela.sesi is not None
    assert jendela.sesi.path == biatan


def test_a_refused_file_leaves_the_open_one(jendela, biatan, tmp_path):
    jendela.buka(biatan)
    rusak = tmp_path / "rusak.iki"
    rusak.write_bytes(b"bukan berkas" * 500)
    assert not jendela.buka(rusak)
    assert jendela.pesan.teks()
    assert jendela.sesi is not None
    assert jendela.sesi.path == biatan
    assert rusak.read_bytes() == b"bukan berkas" * 500


def test_a_file_open_in_another_window_is_refused_with_a_sentence(qtbot, jendela, biatan):
    dua = app._jendela()
    qtbot.addWidget(dua)
    jendela.buka(biatan)
    assert not dua.buka(biatan)
    assert "sedang dibuka" in dua.pesan.teks()


def test_a_new_office_begins_with_its_posts(jendela, rumah):
    def isi(workspace: Workspace) -> None:
        identitas = Identitas("Meral", "Kabupaten", "Karimun")
        workspace.terapkan("buat", kerangka_baru(identitas, 2027, workspace.id_baru))

    jendela.buat_kantor(rumah / "meral.iki", isi)
    assert jendela.sesi is not None
    assert jendela.sesi.tahun == 2027
    assert [k.nama for k in jendela.sesi.arsip.kecamatan()] == ["Meral"]
    assert jendela.lembar.pohon.menurut_atasan, "the usual posts stand under one another"
    jendela.close()
    with layanan.terbuka(rumah / "meral.iki") as workspace:
        assert workspace.arsip.kecamatan()[0].nama == "Meral"


def test_a_year_begun_in_the_window_can_be_filled_at_once(qtbot, jendela, biatan):
    jendela.buka(biatan)
    jendela.sesi.set_tahun(2030)
    assert jendela.lembar.realisasi.model.rowCount() == 0
    jendela.lembar.pohon.minta_dokumen.emit(jendela.sesi.kecamatan_aktif().id)
    assert jendela.sesi.dokumen_aktif().tahun == 2030
    jendela.sesi.pilih(jendela.sesi.arsip.jabatan(jendela.sesi.dokumen_aktif().id)[0].id)
    assert jendela.lembar.realisasi.model.rowCount() > 0
    jendela.tindakan("sesi.urungkan").trigger()
    assert jendela.sesi.dokumen_aktif() is None
    assert jendela.lembar.realisasi.model.rowCount() == 0


def test_pickers_move_every_view_and_stay_put(qtbot, jendela, biatan):
    jendela.buka(biatan)
    sesi = jendela.sesi
    for kunci, periode in ((Qt.Key.Key_2, 2), (Qt.Key.Key_5, None), (Qt.Key.Key_4, 4)):
        qtbot.keyClick(jendela, kunci, Qt.KeyboardModifier.ControlModifier)
        assert sesi.periode == periode
    dokumen = sesi.dokumen_aktif()
    sesi.pilih(sesi.arsip.jabatan(dokumen.id)[3].id)
    sesi.workspace.salin_tahun(dokumen.id, 2027)
    assert (sesi.tahun, sesi.periode) == (2026, 4), "another year does not pull the picker along"
    sesi.set_tahun(2027)
    assert sesi.dokumen_aktif().tahun == 2027
    assert sesi.periode == 4


def test_every_action_of_the_menus_has_someone_who_does_it(jendela, biatan):
    jendela.buka(biatan)
    for tindakan in DAFTAR_TINDAKAN:
        if tindakan is not None:
            siapa, bagaimana = tindakan.perbuatan.split(".")
            assert callable(getattr(jendela._pelaku(siapa), bagaimana)), tindakan.perbuatan


def test_mnemonics_of_a_menu_are_all_different(jendela):
    for menu in jendela.menuBar().findChildren(QMenu):
        huruf = [a.text().partition("&")[2][:1].lower() for a in menu.actions() if "&" in a.text()]
        assert len(huruf) == len(set(huruf)), menu.title()


def test_undo_names_what_it_takes_back(jendela, biatan):
    jendela.buka(biatan)
    urungkan = jendela.tindakan("sesi.urungkan")
    assert not urungkan.isEnabled()
    jendela.sesi.pilih(jendela.sesi.arsip.jabatan(jendela.sesi.dokumen_aktif().id)[2].id)
    jendela.tindakan("pohon.hapus").trigger()
    assert "hapus jabatan" in urungkan.text()
    banyak = len(jendela.sesi.arsip)
    langkah(jendela.pesan, "Urungkan").click()
    assert len(jendela.sesi.arsip) > banyak
    assert jendela.tindakan("sesi.ulangi").isEnabled()


def test_what_is_being_typed_is_taken_over_by_any_action(qtbot, jendela, biatan):
    jendela.buka(biatan)
    sesi = jendela.sesi
    sesi.pilih(sesi.arsip.jabatan(sesi.dokumen_aktif().id)[0].id)
    jendela.tindakan("realisasi.kosong_berikutnya").trigger()
    tabel = jendela.lembar.realisasi.tabel
    ketik(qtbot, "7")
    editor = tabel.findChild(QLineEdit)
    assert editor is not None
    assert not sesi.workspace.undo_text
    jendela.tindakan("berkas.simpan").trigger()
    assert sesi.workspace.undo_text is not None
    assert "isi realisasi" in sesi.workspace.undo_text


def test_a_refused_entry_stops_the_action_and_keeps_the_text(qtbot, jendela, biatan):
    jendela.buka(biatan)
    sesi = jendela.sesi
    sesi.pilih(sesi.arsip.jabatan(sesi.dokumen_aktif().id)[0].id)
    jendela.tindakan("realisasi.kosong_berikutnya").trigger()
    tabel = jendela.lembar.realisasi.tabel
    ketik(qtbot, "tujuh")
    jendela.tindakan("sesi.set_periode").trigger()
    assert sesi.periode == 1
    assert tabel.findChild(QLineEdit).text() == "tujuh"
    assert not jendela.close(), "the window does not close over a text that would be lost"
    qtbot.keyClick(tabel.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert jendela.close()


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
def test_paper_is_made_beside_the_window(qtbot, jendela, biatan, tmp_path, akhiran):
    jendela.buka(biatan)
    tujuan = tmp_path / f"hasil.{akhiran}"
    jendela.cetak.buat(akhiran, tujuan)
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    assert tujuan.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")
    assert langkah(jendela.pesan, "Buka folder").isEnabled()


def test_an_office_of_any_name_is_exported_into_the_folder_that_was_shown(
    jendela, biatan, tmp_path, monkeypatch
):
    jendela.buka(biatan)
    workspace = sesi_dari(jendela).workspace
    kecamatan = workspace.arsip.kecamatan()[0]
    workspace.ubah(replace(kecamatan, nama="../Biatan/Hulu: *"))
    usulan: list[Path] = []

    def jawab(_induk, _judul, usul, saringan):
        usulan.append(Path(usul))
        return str(tmp_path / "tanpa akhiran"), saringan

    monkeypatch.setattr(QFileDialog, "getSaveFileName", jawab)
    jendela.tindakan("berkas.ekspor_json").trigger()
    assert [u.name for u in usulan] == ["IKI .. Biatan Hulu.json"]
    assert "tanpa akhiran.json sudah jadi" in jendela.pesan.teks()
    assert json.loads((tmp_path / "tanpa akhiran.json").read_text(encoding="utf-8"))["format"] == "iki"


@pytest.mark.parametrize("tombol, versi", [("Tulis lengkap", 2), ("Tulis bentuk lama", 1), ("Batal", None)])
def test_what_the_older_form_has_no_place_for_is_told_before(jendela, biatan, monkeypatch, tombol, versi):
    jendela.buka(biatan)
    workspace = sesi_dari(jendela).workspace
    jabatan = next(r for r in workspace.arsip.turunan(1) if isinstance(r, Jabatan))
    workspace.ubah(replace(jabatan, bobot=Decimal(2)))
    tujuan = biatan.with_name("ekspor.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tujuan), ""))

    def jawab():
        kotak = QApplication.activeModalWidget()
        assert isinstance(kotak, QMessageBox)
        assert kotak.informativeText().startswith("Yang tidak ikut: 1 bobot.")
        next(t for t in kotak.buttons() if t.text() == tombol).click()

    QTimer.singleShot(0, jawab)
    jendela.tindakan("berkas.ekspor_json").trigger()
    if versi is None:
        assert not tujuan.exists()
    else:
        assert json.loads(tujuan.read_text(encoding="utf-8"))["versi"] == versi


def test_the_last_look_before_paper_is_one_edit(qtbot, jendela, biatan, tmp_path, monkeypatch):
    jendela.buka(biatan)
    sesi = sesi_dari(jendela)
    tujuan = tmp_path / "hasil.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tujuan), ""))

    def jawab():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SebelumCetak)
        dialog.tanggal.setText("31 Februari 2026")
        dialog.accept()
        assert dialog.isVisible()
        assert "bukan tanggal" in dialog.penolakan.text()
        letak = dialog.layout()
        assert letak is not None
        letak.activate()
        assert dialog.penolakan.height() >= dialog.penolakan.heightForWidth(dialog.penolakan.width())
        dialog.tanggal.setText("5/1/2026")
        dialog.accept()

    QTimer.singleShot(0, jawab)
    jendela.tindakan("cetak.cetak").trigger()
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    assert dokumen.keputusan is not None
    assert dokumen.keputusan.tanggal == date(2026, 1, 5)
    assert "tanggal dan penanda tangan" in (sesi.workspace.undo_text or "")
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    assert tujuan.read_bytes()[:4] == b"%PDF"


def baris_laporan(dialog, jenis):
    """The row of a kind of report in the dialog's list."""
    baris = range(dialog.jenis.count())
    return next(n for n in baris if dialog.jenis.item(n).data(Qt.ItemDataRole.UserRole) == jenis)


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
def test_a_report_is_asked_for_and_written(  # noqa: PLR0917  (fixtures)
    qtbot, jendela, biatan, tmp_path, monkeypatch, akhiran
):
    jendela.buka(biatan)
    sesi = sesi_dari(jendela)
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    sesi.pilih(sesi.arsip.jabatan(dokumen.id)[2].id)
    usulan = []

    def tujuan(_induk, _judul, nama, _saring):
        usulan.append(Path(nama).name)
        return str(tmp_path / f"laporan.{akhiran}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", tujuan)

    def jawab():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PilihLaporan)
        dialog.jenis.setCurrentRow(baris_laporan(dialog, "individu"))
        assert dialog.jabatan.currentData() == sesi.pilihan
        dialog.bentuk.setCurrentIndex(dialog.bentuk.findData(akhiran))
        dialog.tanggal.setText("besok")
        dialog.accept()
        assert "bukan tanggal" in dialog.penolakan.text()
        dialog.tanggal.setText("31 Maret 2026")
        dialog.accept()

    QTimer.singleShot(0, jawab)
    jendela.tindakan("cetak.laporan").trigger()
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    assert (tmp_path / f"laporan.{akhiran}").read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")
    assert usulan == [f"Laporan capaian kinerja individu TW I Kecamatan Biatan 2026.{akhiran}"]


def test_the_summary_is_a_report_of_the_whole_office(qtbot, jendela, biatan, tmp_path, monkeypatch):
    jendela.buka(biatan)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _induk, _judul, _nama, _saring: (str(tmp_path / "r.xlsx"), "")
    )

    def jawab():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PilihLaporan)
        dialog.jenis.setCurrentRow(baris_laporan(dialog, "ringkasan"))
        assert not dialog.jabatan.isEnabled()
        assert not dialog.grafik.isEnabled(), "it always has charts"
        dialog.jenis.setCurrentRow(baris_laporan(dialog, "rekap"))
        assert dialog.grafik.isEnabled()
        dialog.jenis.setCurrentRow(baris_laporan(dialog, "ringkasan"))
        dialog.bentuk.setCurrentIndex(dialog.bentuk.findData("xlsx"))
        dialog.accept()

    QTimer.singleShot(0, jawab)
    jendela.tindakan("cetak.laporan").trigger()
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    assert {"Ringkasan", "Grafik"} <= set(load_workbook(tmp_path / "r.xlsx").sheetnames)


def test_another_try_prints_what_was_corrected_in_between(qtbot, jendela, biatan, tmp_path):
    jendela.buka(biatan)
    sesi = sesi_dari(jendela)
    tujuan = tmp_path / "belum ada" / "hasil.xlsx"
    jendela.cetak.buat("xlsx", tujuan)
    qtbot.waitUntil(lambda: "Folder" in jendela.pesan.teks(), timeout=60_000)
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    camat = sesi.arsip.jabatan(dokumen.id)[0]
    sesi.workspace.ubah(replace(camat, nama="Camat Terkoreksi"))
    tujuan.parent.mkdir()
    langkah(jendela.pesan, "Coba lagi").click()
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    isi = load_workbook(tujuan)["IKI"]
    assert any("Camat Terkoreksi" in str(sel.value) for baris in isi.iter_rows() for sel in baris)


def test_paper_into_a_missing_folder_is_refused_with_two_ways_on(qtbot, jendela, biatan, tmp_path):
    jendela.buka(biatan)
    jendela.cetak.buat("pdf", tmp_path / "tidak ada" / "hasil.pdf")
    qtbot.waitUntil(lambda: "Folder" in jendela.pesan.teks(), timeout=60_000)
    assert langkah(jendela.pesan, "Coba lagi").isEnabled()
    assert langkah(jendela.pesan, "Folder lain").isEnabled(), "another name there would fare no better"


def test_a_refused_paper_can_still_be_made_after_its_file_was_closed(qtbot, jendela, biatan, tmp_path):
    """What is tried again is what was asked for, not what is open by then."""
    jendela.buka(biatan)
    jendela.lembar.pratinjau()
    tujuan = tmp_path / "belum ada" / "hasil.pdf"
    jendela.cetak.buat("pdf", tujuan)
    qtbot.waitUntil(lambda: "Folder" in jendela.pesan.teks(), timeout=60_000)
    lembar = jendela.lembar
    with qtbot.waitSignal(lembar.destroyed):
        jendela.tutup_berkas()
    tujuan.parent.mkdir()
    langkah(jendela.pesan, "Coba lagi").click()
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    assert tujuan.read_bytes()[:4] == b"%PDF"


def test_a_closed_file_leaves_the_memory(qtbot, jendela, biatan, tmp_path):
    jendela.buka(biatan)
    tujuan = tmp_path / "hasil.pdf"
    jendela.cetak.buat("pdf", tujuan)
    qtbot.waitUntil(lambda: "sudah jadi" in jendela.pesan.teks(), timeout=60_000)
    workspace = weakref.ref(sesi_dari(jendela).workspace)
    with qtbot.waitSignal(jendela.lembar.destroyed):
        jendela.tutup_berkas()
    gc.collect()
    assert workspace() is None


def test_exchange_files_go_out_and_in(jendela, biatan, tmp_path):
    jendela.buka(biatan)
    kecamatan = jendela.sesi.kecamatan_aktif()
    tujuan = tmp_path / "biatan.json"
    jendela.berkas._tukar.ekspor(jendela.sesi.workspace, kecamatan.id, tujuan, versi=1)
    isi = json.loads(tujuan.read_text("utf-8"))
    isi["dokumen"][0]["tahun"] = 2027
    tujuan.write_text(json.dumps(isi), "utf-8")
    jendela.berkas.impor(tujuan)
    assert jendela.sesi.daftar_tahun() == [2027, 2026]
    assert jendela.pesan.teks() == "Selesai: impor kecamatan “Biatan” tahun 2027."
    langkah(jendela.pesan, "Urungkan").click()
    assert jendela.sesi.daftar_tahun() == [2026]


def test_a_copy_is_a_whole_file(jendela, biatan, tmp_path):
    jendela.buka(biatan)
    tujuan = tmp_path / "salinan.iki"
    jendela.terbuka.simpan_salinan(tujuan)
    with layanan.terbuka(tujuan) as salinan:
        assert len(salinan.arsip) == len(jendela.sesi.arsip)


def test_looks_are_remembered(qtbot, rumah, biatan, aplikasi):
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.buka(biatan)
    satu.show()
    sesi = satu.sesi
    assert sesi is not None
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    jabatan = sesi.arsip.jabatan(dokumen.id)[4]
    sesi.pilih(jabatan.id)
    satu.resize(790, 590)
    satu.close()
    dua = app._jendela()
    qtbot.addWidget(dua)
    dua.buka(biatan)
    assert dua.height() == satu.height() == 590
    assert dua.sesi is not None
    assert dua.sesi.pilihan == jabatan.id


def test_an_unwritable_memory_does_no_harm(qtbot, aplikasi, tmp_path, biatan):
    satu = Jendela(app._Pintu(), app._Tukar(), Setelan(tmp_path / "berkas.txt" / "setelan.ini"), tmp_path)
    qtbot.addWidget(satu)
    assert satu.buka(biatan)
    assert satu.close()


def test_text_of_a_file_is_never_markup(qtbot, jendela, rumah):
    def isi(workspace: Workspace) -> None:
        identitas = Identitas("<img src=x><b>Meral</b> & Co", "Kabupaten", "<i>Karimun</i>")
        workspace.terapkan("buat", kerangka_baru(identitas, 2027, workspace.id_baru))

    jendela.buat_kantor(rumah / "meral.iki", isi)
    jendela.sesi.pilih(jendela.sesi.arsip.kecamatan()[0].id)
    jendela.lembar.tampilkan(1)
    jendela.lembar.tampilkan(2)
    for label in jendela.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def _tolak_target(qtbot, jendela: Jendela) -> tuple[int, QLineEdit]:
    """A target that is no number, typed into the form of the first indikator and left there."""
    assert jendela.lembar is not None
    arsip, dokumen = sesi_dari(jendela).arsip, sesi_dari(jendela).dokumen_aktif()
    assert dokumen is not None
    indikator = next(
        i for j in arsip.jabatan(dokumen.id) for s in arsip.sasaran(j.id) for i in arsip.indikator(s.id)
    )
    sesi_dari(jendela).pilih(indikator.id)
    jendela.lembar.tampilkan(1)
    QApplication.processEvents()  # a page made just now is shown with the next turn
    kotak = next(k for k in jendela.lembar.findChildren(QLineEdit) if k.accessibleName() == "Target setahun")
    kotak.setFocus()
    kotak.selectAll()
    qtbot.keyClicks(kotak, "lima")
    return indikator.id, kotak


def test_a_refusal_in_a_form_does_not_hold_up_the_rest(qtbot, jendela, biatan):
    assert jendela.buka(biatan)
    _, kotak = _tolak_target(qtbot, jendela)
    jendela.lembar.tampilkan(0)
    jendela._lakukan(next(t for t in DAFTAR_TINDAKAN if t and t.pintasan == "Ctrl+2"))
    assert sesi_dari(jendela).periode == 2
    assert jendela.lembar.lembar.currentIndex() == 0
    assert kotak.text() == "lima"


def test_leaving_the_file_leads_to_what_was_refused(qtbot, jendela, biatan):
    assert jendela.buka(biatan)
    indikator_id, kotak = _tolak_target(qtbot, jendela)
    jendela.lembar.tampilkan(0)
    assert not jendela.close()
    assert jendela.lembar.lembar.currentIndex() == 1
    assert jendela.focusWidget() is kotak
    assert "belum dapat disimpan" in jendela.pesan.teks()
    sesi_dari(jendela).pilih(sesi_dari(jendela).arsip.kecamatan()[0].id)
    jendela.lembar.tampilkan(2)
    assert not jendela.close(), "also where another record is looked at meanwhile"
    assert sesi_dari(jendela).pilihan == indikator_id
    assert jendela.focusWidget() is kotak
    assert kotak.text() == "lima"
    kotak.clear()
    assert jendela.close()


def test_an_offer_to_undo_goes_with_the_next_edit(qtbot, jendela, biatan):
    assert jendela.buka(biatan)
    sesi = sesi_dari(jendela)
    kecamatan = sesi.arsip.kecamatan()[0]
    sesi.workspace.ubah(replace(kecamatan, nama="Pertama"))
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    sesi.pilih(sesi.arsip.jabatan(dokumen.id)[-1].id)
    jendela._lakukan(next(t for t in DAFTAR_TINDAKAN if t and t.perbuatan == "pohon.hapus"))
    assert langkah(jendela.pesan, "Urungkan").isVisible()
    sesi.urungkan()
    assert jendela.pesan.teks() == "", "pressed now, it would take back the edit before"
    assert sesi.arsip.kecamatan()[0].nama == "Pertama"


def test_a_window_that_was_never_shown_leaves_no_looks(qtbot, aplikasi, rumah, biatan):
    satu = app._jendela()
    qtbot.addWidget(satu)
    assert satu.buka(biatan)
    assert satu.close()
    assert satu._setelan.bita("jendela/geometri").isEmpty()
    assert satu._setelan.angka("jendela/pembagian", -1) == -1


def test_another_office_is_shown_at_once(jendela, biatan):
    assert jendela.buka(biatan)
    sesi = sesi_dari(jendela)

    def jawab():
        wizard = QApplication.activeModalWidget()
        assert isinstance(wizard, KantorBaru)
        wizard.halaman_kantor.nama.setText("Tabalar")
        wizard.halaman_kantor.daerah.setText("Berau")
        wizard.next()
        wizard.halaman_tahun.tahun.setValue(sesi.tahun + 2)
        wizard.accept()

    QTimer.singleShot(0, jawab)
    tahun = sesi.tahun
    jendela.tindakan("kantor.kecamatan_baru").trigger()
    assert sesi.tahun == tahun + 2
    kecamatan = sesi.kecamatan_aktif()
    assert kecamatan is not None
    assert kecamatan.nama == "Tabalar"
    langkah(jendela.pesan, "Urungkan").click()
    assert [k.nama for k in sesi.arsip.kecamatan()] == ["Biatan"]


def test_the_window_never_exceeds_the_screen(qtbot, aplikasi, rumah):
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    layar = satu.screen().availableGeometry()
    satu.setGeometry(layar.x(), layar.y(), layar.width() * 2, layar.height() * 2)
    assert satu.close()
    dua = app._jendela()
    qtbot.addWidget(dua)
    assert layar.contains(dua.geometry())
