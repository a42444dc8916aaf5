"""Find as one types: every word, in any order, in names, formulas and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from iki_desktop.core.records import (
    Butir,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Sasaran,
)
from iki_desktop.ui.pohon import PanelPohon
from iki_desktop.ui.pohon.hasil_cari import PERAN_JALUR
from iki_desktop.ui.pohon.indeks_cari import IndeksCari, lipat_huruf
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan


@pytest.fixture
def panel(qtbot: QtBot, sesi_contoh: Sesi, setelan: Setelan) -> PanelPohon:
    panel = PanelPohon(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    panel.resize(340, 700)
    panel.show()
    return panel


@pytest.fixture
def contoh(sesi_contoh: Sesi) -> Indikator:
    """An indicator with a text in each of its places."""
    ws = sesi_contoh.workspace
    dokumen = sesi_contoh.dokumen_aktif()
    assert dokumen is not None
    jabatan = ws.tambah(Jabatan(0, dokumen.id, 99, "Penguji Naïf"))
    sasaran = ws.tambah(Sasaran(0, jabatan.id, 0, "Terujinya pencarian"))
    indikator = ws.tambah(Indikator(0, sasaran.id, 0, "Banyaknya zigurat", penanggung_jawab="Ibu Zaitun"))
    ws.tambah(
        Formulasi(
            0, indikator.id, 0, JenisFormulasi.RASIO,
            pembilang="zigurat tegak", penyebut="zigurat dibangun", sumber_data="Arsip ubin " * 9 + "xilofon",
            butir=(Butir("satu", (Butir("kwintal"),)),), variabel=(("a", "quorum"),),
        )
    )  # fmt: skip
    return indikator


def hasil(panel: PanelPohon) -> list[str]:
    model = panel.pencarian.hasil.model()
    return [model.index(b, 0).data() for b in range(model.rowCount())]


@pytest.mark.parametrize(
    "dicari, terbaca",
    [
        ("ZIGURAT banyak", "Banyaknya zigurat"),
        ("tegak", "Pembilang: zigurat tegak"),
        ("kwintal", "Butir: satu; kwintal"),
        ("quorum", "Variabel: quorum"),
        ("zaitun", "Penanggung jawab: Ibu Zaitun"),
        ("naif", "Penguji Naïf"),
        ("NAÏF penguji", "Penguji Naïf"),
    ],
)
def test_it_is_found_wherever_it_stands(
    panel: PanelPohon, contoh: Indikator, dicari: str, terbaca: str
) -> None:
    panel.pencarian.kolom.setText(dicari)
    assert hasil(panel) == [terbaca]
    assert panel.pencarian.hasil.isVisible()


def test_a_word_far_behind_is_brought_into_sight(panel: PanelPohon, contoh: Indikator) -> None:
    panel.pencarian.kolom.setText("xilofon")
    assert hasil(panel)[0].startswith("Sumber data: … ")
    assert len(hasil(panel)[0]) < 60
    jalur = panel.pencarian.hasil.model().index(0, 0).data(PERAN_JALUR)
    assert jalur == "Penguji Naïf › Terujinya pencarian › Banyaknya zigurat"


def test_every_word_must_be_there(panel: PanelPohon, contoh: Indikator) -> None:
    panel.pencarian.kolom.setText("zigurat xyz")
    kosong = [w.text() for w in panel.findChildren(QLabel) if w.isVisible()]
    assert "Tidak ada yang cocok dengan “zigurat xyz”." in kosong


def test_enter_goes_to_the_row_and_gives_the_tree_back(
    panel: PanelPohon, contoh: Indikator, sesi_contoh: Sesi
) -> None:
    panel.cari()
    QTest.keyClicks(panel.pencarian.kolom, "zigurat")
    assert len(hasil(panel)) == 2
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Down)
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Down)
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Up)
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_PageDown)
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Return)
    assert sesi_contoh.pilihan == contoh.id  # the formula's hit leads to its indicator
    assert panel.pandangan.isVisible()
    assert panel.pencarian.kolom.text() == ""
    assert panel.model.id_dari(panel.pandangan.currentIndex()) == contoh.id


def test_esc_clears(panel: PanelPohon, contoh: Indikator, sesi_contoh: Sesi) -> None:
    sebelum = sesi_contoh.pilihan
    panel.pencarian.kolom.setText("zigurat")
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Escape)
    assert panel.pandangan.isVisible()
    assert sesi_contoh.pilihan == sebelum
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Down)
    assert panel.pencarian.kolom.text() == ""


def test_hits_follow_edits(panel: PanelPohon, contoh: Indikator, sesi_contoh: Sesi) -> None:
    ws = sesi_contoh.workspace
    panel.pencarian.kolom.setText("zigurat")
    ws.ubah(replace(contoh, teks="Banyaknya candi"))
    assert hasil(panel) == ["Pembilang: zigurat tegak"]
    ws.undo()
    assert len(hasil(panel)) == 2
    ws.hapus(contoh.sasaran_id)
    assert hasil(panel) == []
    panel.pencarian.kolom.setText("talisayan")
    ws.tambah(Kecamatan(0, 1, "Talisayan", "kabupaten", "Berau"))
    assert hasil(panel) == ["Kecamatan Talisayan"]


def test_only_the_year_that_is_looked_at(panel: PanelPohon, contoh: Indikator, sesi_contoh: Sesi) -> None:
    dokumen = sesi_contoh.dokumen_aktif()
    assert dokumen is not None
    sesi_contoh.workspace.salin_tahun(dokumen.id, 2027)
    panel.pencarian.kolom.setText("banyaknya zigurat")
    assert len(hasil(panel)) == 1
    sesi_contoh.set_tahun(2027)
    assert len(hasil(panel)) == 1
    QTest.keyClick(panel.pencarian.kolom, Qt.Key.Key_Return)
    assert sesi_contoh.pilihan != contoh.id
    sesi_contoh.set_tahun(2028)
    panel.pencarian.kolom.setText("banyaknya zigurat")
    assert hasil(panel) == []


def test_the_kept_index_is_the_index_made_anew(sesi_contoh: Sesi, contoh: Indikator) -> None:
    lama = IndeksCari(sesi_contoh.arsip)
    lama.siapkan(sesi_contoh.tahun)
    sesi_contoh.berubah.connect(lama.ikuti)
    lama.cari("a")
    ws = sesi_contoh.workspace
    ws.gandakan(contoh.sasaran_id)
    ws.hapus(contoh.id)
    ws.ubah(replace(sesi_contoh.arsip.kecamatan()[0], nama="Biatan Ilir"))
    ws.undo()
    baru = IndeksCari(sesi_contoh.arsip)
    baru.siapkan(sesi_contoh.tahun)
    assert lama.cari("a") == baru.cari("a") != []


@pytest.mark.parametrize(
    "teks, terlipat",
    [("Naïf\x0bÉLAN", "naif elan"), ("ẞ ﬁ", "ss fi"), ("  A \n b ", "a b"), ("", "")],
)
def test_folding(teks: str, terlipat: str) -> None:
    assert lipat_huruf(teks) == terlipat
