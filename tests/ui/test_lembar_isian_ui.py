"""Entry sheets in the window: handed out as files, looked at before they are taken in, one step of undo."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from iki_desktop import app, layanan
from iki_desktop.core.records import Formulasi, JenisFormulasi, StatusIsian
from iki_desktop.core.triwulan import Sampai
from iki_desktop.export.berkas_isian import tulis_berkas_isian
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.lembar_isian.pilihan import PesananLembar, PilihLembar
from iki_desktop.ui.lembar_isian.pratinjau import AmbilLembar
from iki_desktop.ui.sesi import Sesi
from tests.exchange.lembar import Letak, isikan, sel_isian

DATA = Path(__file__).resolve().parent.parent / "data"


def jumlah(sesi: Sesi) -> list[int]:
    """The formulas of the office that count something."""
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    semua = sesi.arsip.turunan(dokumen.id)
    return [f.id for f in semua if isinstance(f, Formulasi) and f.jenis is JenisFormulasi.JUMLAH]


def lembar(sesi: Sesi, folder: Path, triwulan: int = 2) -> tuple[Path, ...]:
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    return tulis_berkas_isian(
        sesi.workspace.snapshot(dokumen.id), folder / "lembar", akhiran="xlsx", triwulan=triwulan
    )


def isi(semua: tuple[Path, ...], isian: dict[int, object]) -> None:
    """Fill the first input of formulas in, in whichever file each stands."""
    for berkas in semua:
        ada = {letak[0] for letak, _, _ in sel_isian(openpyxl.load_workbook(berkas))}
        milik: dict[Letak, object] = {(kunci, 0): nilai for kunci, nilai in isian.items() if kunci in ada}
        if milik:
            isikan(berkas, milik)


def sel(dialog: AmbilLembar) -> list[list[str]]:
    model = dialog.tabel.model()
    return [
        [str(model.index(b, k).data()) for k in range(model.columnCount())] for b in range(model.rowCount())
    ]


@pytest.fixture
def sesi(sesi_contoh: Sesi) -> Sesi:
    sesi_contoh.set_periode(2)
    return sesi_contoh


def test_the_preview_shows_what_would_change(qtbot, sesi, tmp_path):
    satu, dua, tiga = jumlah(sesi)[:3]
    sesi.workspace.set_realisasi(dua, 2, "nilai", Decimal(5))
    sesi.workspace.set_realisasi(tiga, 2, "nilai", Decimal(6))
    semua = lembar(sesi, tmp_path)
    isi(semua, {satu: 1234.5, dua: 7, tiga: None})
    sesi.workspace.set_realisasi(dua, 2, "nilai", Decimal(9))
    dialog = AmbilLembar(sesi, semua)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.judul.text() == "3 isian siap diambil"
    assert dialog.ringkasan.text().startswith(
        "14 berkas untuk TW II. Isian: 1 baru, 1 berubah, 1 dikosongkan"
    )
    assert {tuple(b[4:]) for b in sel(dialog)} == {
        ("baru", "—", "1.234,5"),
        ("berubah di dua tempat", "9", "7"),
        ("dikosongkan", "6", "—"),
    }
    assert dialog.tombol_ambil.text() == "&Ambil 3 isian"
    assert dialog.temuan.isHidden()
    assert dialog.peringatan.isHidden()
    assert dialog.tabel.isColumnHidden(0), "one quarter needs no column"
    model = dialog.tabel.model()
    assert "sel G" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    with qtbot.waitSignal(sesi.berubah):
        dialog.tombol_ambil.click()
    assert dialog.kalimat == "3 isian diambil dari lembar isian."
    assert sesi.arsip.realisasi(satu, 2).nilai == Decimal("1234.5")
    sesi.urungkan()
    assert sesi.arsip.realisasi(satu, 2) is None
    assert sesi.arsip.realisasi(dua, 2).nilai == 9


def test_findings_hold_it_up_until_the_sheet_is_mended(qtbot, sesi, tmp_path):
    satu, dua = jumlah(sesi)[:2]
    semua = lembar(sesi, tmp_path)
    isi(semua, {satu: "<b>delapan</b>", dua: 3})
    dialog = AmbilLembar(sesi, semua)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.judul.text() == "Belum dapat diambil: ada 1 temuan"
    assert "“<b>delapan</b>” bukan angka" in dialog.temuan.toPlainText()
    assert not dialog.tombol_ambil.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    assert sesi.workspace.undo_text is None
    dialog.tombol_salin.click()
    assert QApplication.clipboard().text() == dialog.temuan.toPlainText()
    isi(semua, {satu: 8})
    dialog.tombol_ulang.click()
    assert dialog.judul.text() == "2 isian siap diambil"
    assert dialog.temuan.isHidden()
    assert dialog.tombol_ambil.isEnabled()


def test_what_the_file_refuses_is_said_and_nothing_is_lost(qtbot, sesi, tmp_path):
    (satu, *_) = jumlah(sesi)
    semua = lembar(sesi, tmp_path)
    isi(semua, {satu: 8})
    dialog = AmbilLembar(sesi, semua)
    qtbot.addWidget(dialog)
    dialog.show()
    dokumen = sesi.dokumen_aktif()
    sesi.workspace.set_status(dokumen.id, 2, StatusIsian.DIKUNCI)
    dialog.tombol_ambil.click()
    assert dialog.isVisible()
    assert "sudah dikunci" in dialog.penolakan.text()
    dialog.tombol_ulang.click()
    assert "sudah dikunci" in dialog.temuan.toPlainText()
    assert dialog.penolakan.isHidden()
    assert sesi.arsip.realisasi(satu, 2) is None


def test_sheets_of_other_quarters_are_pointed_out(qtbot, sesi, tmp_path):
    (satu, *_) = jumlah(sesi)
    dua, tiga = lembar(sesi, tmp_path, 2), lembar(sesi, tmp_path, 3)
    isi(dua, {satu: 8})
    isi(tiga, {satu: 9})
    dialog = AmbilLembar(sesi, (*dua, *tiga))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.peringatan.text() == "Ada isian untuk TW III, bukan untuk triwulan yang sedang dibuka."
    assert not dialog.tabel.isColumnHidden(0)
    assert [b[0] for b in sel(dialog)] == ["II", "III"]
    sesi.set_periode(None)
    dialog.tombol_ulang.click()
    assert dialog.peringatan.isHidden()


def test_sheets_without_anything_new(qtbot, sesi, tmp_path):
    dialog = AmbilLembar(sesi, lembar(sesi, tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.judul.text() == "Tidak ada yang berubah"
    assert dialog.tabel.isHidden()
    assert dialog.tombol_ambil.isHidden()


def test_what_is_asked_before_sheets_are_made(qtbot, sesi):
    sesi.set_periode(Sampai(3))
    dokumen = sesi.dokumen_aktif()
    camat = sesi.arsip.jabatan(dokumen.id)[0]
    dialog = PilihLembar(sesi)
    qtbot.addWidget(dialog)
    assert dialog.pesanan() == PesananLembar(3, None, "xlsx", terpisah=True)
    dialog.satu.setChecked(True)
    dialog.bentuk.setCurrentIndex(1)
    assert dialog.pesanan() == PesananLembar(3, None, "pdf", terpisah=False)
    sesi.pilih(camat.id)
    dialog = PilihLembar(sesi)
    qtbot.addWidget(dialog)
    assert dialog.pesanan() == PesananLembar(3, camat.id, "xlsx", terpisah=False)
    assert not dialog.terpisah.isEnabled()
    dialog = PilihLembar(sesi, semua=True)
    qtbot.addWidget(dialog)
    assert dialog.pesanan().jabatan_id is None, "the whole office is shown"
    sesi.set_tahun(2030)
    dialog = PilihLembar(sesi)
    qtbot.addWidget(dialog)
    assert dialog.jabatan.count() == 1


# --- the whole way, from the menu ---------------------------------------------------------------------


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch) -> Jendela:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    layanan.impor_ke_berkas(DATA / "biatan.json", tmp_path / "Biatan.iki")
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    satu.buka(tmp_path / "Biatan.iki")
    return satu


def jawab(jenis: type, perbuatan) -> None:
    """Answer the dialog that is about to open."""

    def lakukan() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, jenis)
        perbuatan(dialog)

    QTimer.singleShot(0, lakukan)


def tekan(qtbot, jendela: Jendela, label: str) -> None:
    """Press the step that the notice offers; a button shows once its layout has been done."""

    def tombol() -> list[QPushButton]:
        return [b for b in jendela.pesan.findChildren(QPushButton) if b.text() == label and b.isVisible()]

    qtbot.waitUntil(lambda: len(tombol()) == 1)
    tombol()[0].click()


def test_out_to_a_folder_and_back_from_the_menu(qtbot, jendela, tmp_path, monkeypatch):
    folder = tmp_path / "untuk kasi"
    folder.mkdir()
    sesi = jendela.sesi
    (satu, *_) = jumlah(sesi)
    sesi.set_periode(4)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    jawab(PilihLembar, lambda dialog: dialog.accept())
    jendela.tindakan("cetak.lembar_isian").trigger()
    qtbot.waitUntil(lambda: "14 lembar isian sudah jadi di untuk kasi." in jendela.pesan.teks())
    semua = tuple(sorted(folder.iterdir()))
    isi(semua, {satu: 12})
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(b) for b in semua], ""))
    jawab(AmbilLembar, lambda dialog: dialog.tombol_ambil.click())
    jendela.tindakan("cetak.ambil_isian").trigger()
    assert jendela.pesan.teks() == "1 isian diambil dari lembar isian."
    assert sesi.arsip.realisasi(satu, 4).nilai == 12
    tekan(qtbot, jendela, "Urungkan")
    assert sesi.arsip.realisasi(satu, 4) is None


def test_one_file_from_the_menu(qtbot, jendela, tmp_path, monkeypatch):
    tujuan = tmp_path / "semua.pdf"
    usulan: list[str] = []

    def simpan(_induk, _judul, usul, _saring):
        usulan.append(Path(usul).name)
        return str(tujuan), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", simpan)

    def pilih(dialog: PilihLembar) -> None:
        dialog.satu.setChecked(True)
        dialog.bentuk.setCurrentIndex(1)
        dialog.accept()

    jawab(PilihLembar, pilih)
    jendela.tindakan("cetak.lembar_isian").trigger()
    qtbot.waitUntil(lambda: "semua.pdf sudah jadi" in jendela.pesan.teks(), timeout=20_000)
    assert usulan == ["Lembar isian TW I 2026 Kecamatan Biatan.pdf"]
    assert tujuan.read_bytes().startswith(b"%PDF")


def test_giving_up_changes_nothing(qtbot, jendela, tmp_path, monkeypatch):
    for nama, nilai in (
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
        ("getOpenFileNames", ([], "")),
    ):
        monkeypatch.setattr(QFileDialog, nama, lambda *_, n=nilai, **__: n)
    semula = sorted(tmp_path.iterdir())
    jawab(PilihLembar, lambda dialog: dialog.reject())
    jendela.tindakan("cetak.lembar_isian").trigger()
    jawab(PilihLembar, lambda dialog: dialog.accept())
    jendela.tindakan("cetak.lembar_isian").trigger()

    def satu(dialog: PilihLembar) -> None:
        dialog.jabatan.setCurrentIndex(1)
        dialog.accept()

    jawab(PilihLembar, satu)
    jendela.tindakan("cetak.lembar_isian").trigger()
    jendela.tindakan("cetak.ambil_isian").trigger()
    lain = tmp_path / "lain.xlsx"
    openpyxl.Workbook().save(lain)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(lain)], ""))
    jawab(AmbilLembar, lambda dialog: dialog.reject())
    jendela.tindakan("cetak.ambil_isian").trigger()
    assert sorted(b for b in tmp_path.iterdir() if b != lain) == semula
    assert jendela.sesi.workspace.undo_text is None


def test_a_folder_that_cannot_be_written(qtbot, jendela, tmp_path):
    pelaku = jendela.cetak._pelaku_lembar()
    assert pelaku is jendela.cetak._pelaku_lembar()
    pesanan = PesananLembar(1, None, "xlsx", terpisah=True)
    pelaku.tulis_semua(pesanan, tmp_path / "tiada" / "folder")
    qtbot.waitUntil(lambda: "tidak dapat dibuat" in jendela.pesan.teks())
    (tmp_path / "tiada").mkdir()
    tekan(qtbot, jendela, "Coba lagi")
    qtbot.waitUntil(lambda: "sudah jadi di folder" in jendela.pesan.teks())


def test_a_year_without_a_document(jendela):
    jendela.sesi.set_tahun(2031)
    jendela.tindakan("cetak.lembar_isian").trigger()
    assert jendela.pesan.teks() == "Belum ada dokumen tahun 2031."
