"""From the page of the decision to paper: the version that was asked for, and nothing of it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from iki_desktop.core.changes import Change
from iki_desktop.core.records import Terbitan
from iki_desktop.exchange.terbitan import RANCANGAN, tetapkan
from iki_desktop.ui.cetakan import Cetakan
from iki_desktop.ui.dialog.sebelum_cetak import SebelumCetak
from iki_desktop.ui.formulir.halaman_keputusan import HalamanKeputusan
from iki_desktop.ui.lembar_kerja import LembarKerja
from iki_desktop.ui.pencetakan import Pencetakan
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.tugas import BilahTugas

WAKTU = "2026-01-02T08:00:00+08:00"


@pytest.fixture
def dokumen(sesi_contoh):
    """Issued, and a post renamed since."""
    dokumen = sesi_contoh.dokumen_aktif()
    keputusan = replace(dokumen.keputusan, nomor="07 TAHUN 2026", tanggal=date(2026, 1, 2))
    tetapkan(sesi_contoh.workspace, dokumen.id, keputusan, WAKTU)
    jabatan = sesi_contoh.arsip.jabatan(dokumen.id)[0]
    sesi_contoh.workspace.ubah(replace(jabatan, nama="Pemimpin Kecamatan"))
    return sesi_contoh.dokumen_aktif()


@pytest.fixture
def lembar(qtbot, sesi_contoh, setelan, dokumen):
    lembar = LembarKerja(sesi_contoh, setelan, QMenu())
    qtbot.addWidget(lembar)
    lembar.show()
    return lembar


@pytest.fixture
def penetapan(qtbot, lembar):
    """The head of the page of the decision; a page is made when it is seen."""
    lembar.tampilkan(2)
    qtbot.waitUntil(lambda: lembar.findChild(HalamanKeputusan) is not None)
    return lembar.findChild(HalamanKeputusan).penetapan


@pytest.fixture
def pencetakan(qtbot, lembar, sesi_contoh, tmp_path):
    jendela = QWidget()
    qtbot.addWidget(jendela)
    pesan, tugas = BilahPesan(jendela), BilahTugas(jendela)
    return Pencetakan(sesi_contoh, lembar, pesan=pesan, tugas=tugas, folder=tmp_path, induk=jendela)


@pytest.fixture
def cetak(qtbot, pencetakan, monkeypatch, tmp_path):
    """Ask for paper, look at the last question, go on; the words of all pages."""
    tujuan = tmp_path / "versi.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tujuan), ""))

    def cetak(minta, periksa):
        salah = []

        def jawab():
            dialog = QApplication.activeModalWidget()
            try:
                assert isinstance(dialog, SebelumCetak)
                periksa(dialog)
                dialog.accept()
            except BaseException as satu:
                salah.append(satu)
                if isinstance(dialog, QDialog):
                    dialog.reject()

        QTimer.singleShot(0, jawab)
        minta()
        assert not salah
        qtbot.waitUntil(lambda: "sudah jadi" in pencetakan._pesan._teks.text(), timeout=60_000)
        with pypdfium2.PdfDocument(tujuan) as pdf:
            return "".join(_teks(halaman) for halaman in pdf)

    return cetak


def _teks(halaman):
    """The words of a page; both are closed before the file is."""
    isi = halaman.get_textpage()
    teks = isi.get_text_bounded()
    isi.close()
    halaman.close()
    return teks


def test_what_was_issued_is_printed_and_nothing_of_it_changes(cetak, penetapan, sesi_contoh, dokumen):
    def periksa(dialog):
        assert dialog._naskah.text() == "Keputusan, seperti ditetapkan"
        assert not dialog.tanggal.isEnabled()

    teks = cetak(lambda: penetapan.cetak.emit(0), periksa)

    assert "Pemimpin Kecamatan" not in teks
    assert "DRAF" not in teks
    assert sesi_contoh.arsip[dokumen.id] == dokumen
    assert sesi_contoh.arsip.jabatan(dokumen.id)[0].nama == "Pemimpin Kecamatan"


def test_the_draft_bears_its_mark_and_keeps_its_answers(cetak, pencetakan, lembar, sesi_contoh, dokumen):
    def periksa(dialog):
        assert dialog._naskah.text() == "Rancangan Perubahan ke-1"
        dialog.tanggal.setText("1 Juli 2026")

    lembar.pratinjau().isi.naskah.pilih(RANCANGAN)

    teks = cetak(lambda: pencetakan.cetak("pdf"), periksa)

    assert "Pemimpin Kecamatan" in teks
    assert "DRAF" in teks
    keputusan = sesi_contoh.arsip[dokumen.id].keputusan
    assert (keputusan.tanggal, keputusan.status) == (date(2026, 7, 1), "ditetapkan")


def test_a_version_is_looked_at_in_the_preview(lembar, penetapan):
    penetapan.lihat.emit(RANCANGAN)

    assert lembar.lembar.currentIndex() == 3
    assert lembar.pratinjau().isi.naskah.sebutan() == "Rancangan Perubahan ke-1"


def test_the_menu_leads_to_the_head_of_the_page(qtbot, lembar, sesi_contoh):
    lembar.ke_penetapan()

    qtbot.waitUntil(lambda: lembar.findChild(HalamanKeputusan) is not None)
    panel = lembar.findChild(HalamanKeputusan).penetapan
    qtbot.waitUntil(lambda: lembar.focusWidget() is panel.langkah)
    assert panel.langkah.text() == "Susun naskah Perubahan ke-1 …"
    assert lembar.lembar.currentIndex() == 2


def test_the_matrix_takes_the_same_way(qtbot, pencetakan, penetapan, monkeypatch, tmp_path):
    tujuan = tmp_path / "matriks.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tujuan), ""))

    def tulis(path, _progress):
        path.write_text("isi", encoding="utf-8")

    penetapan.minta_berkas.emit(lambda: Cetakan("Matriks", "matriks.txt", tulis))

    qtbot.waitUntil(lambda: "sudah jadi" in pencetakan._pesan._teks.text())
    assert tujuan.read_text(encoding="utf-8") == "isi"


def test_what_cannot_be_read_is_refused_with_a_sentence(pencetakan, sesi_contoh, dokumen):
    lama = sesi_contoh.arsip.terbitan(dokumen.id)[0]
    sesi_contoh.workspace.terapkan("rusak", [Change(lama, Terbitan(dokumen.id, 0, WAKTU, "[]"))])

    pencetakan.cetak("pdf")

    assert "tidak terbaca utuh" in pencetakan._pesan._teks.text()
