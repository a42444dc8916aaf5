"""Tables of IKU as a small spreadsheet: typed, pasted, moved; each step one edit, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from iki_desktop.core.errors import RuleError, StoreError
from iki_desktop.core.records import Iku, IkuBaris
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui.formulir import PanelKeputusan
from iki_desktop.ui.formulir import bagian_naskah as naskah
from iki_desktop.ui.formulir.kolom_iku import (
    Kolom,
    baca_tahun,
    dengan_judul,
    dengan_sel,
    isi_sel,
    susun_kolom,
    tahun_target,
    tanpa_tahun,
)
from iki_desktop.ui.sesi import Sesi

DATA = Path(__file__).resolve().parent.parent / "data"
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SATU = IkuBaris("S1", "I1", target=(("2025", "51 %"), ("2026", "52 %")))
DUA = IkuBaris("S1", "I2", formulasi="hitung")


@pytest.fixture
def sesi(aplikasi, berkas):
    impor = Workspace(berkas, [])
    impor.terapkan(*rencana_impor(impor.arsip, baca_iki_json(DATA / "lengkap.json"), impor.id_baru))
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path)
    yield sesi
    sesi.tutup()


def buka(sesi, qtbot):
    panel = PanelKeputusan(sesi)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


@pytest.fixture
def panel(sesi, qtbot):
    return buka(sesi, qtbot)


def pilih(panel, nomor=0):
    panel.pilih_bagian([b for b in panel.bagian() if b.jenis == naskah.IKU][nomor])
    return panel.halaman().lembar


@pytest.fixture
def lembar(panel):
    """The first table of an office that uses every field."""
    return pilih(panel)


@pytest.fixture
def kecil(sesi_contoh, qtbot):
    """A table of two rows, in an office that had none."""
    panel = buka(sesi_contoh, qtbot)
    sesi_contoh.workspace.ubah(replace(sesi_contoh.dokumen_aktif(), iku=(Iku((SATU, DUA)),)))
    return pilih(panel)


def iku(lembar, nomor=0):
    return lembar._sesi.dokumen_aktif().iku[nomor]


def sel(lembar):
    model = lembar.model
    return [[model.teks(b, k) for k in range(model.columnCount())] for b in range(model.rowCount())]


def penyunting(lembar):
    from iki_desktop.ui.formulir.tabel_iku import _Penyunting

    terbuka = [p for p in lembar.tabel.viewport().findChildren(_Penyunting) if p.isVisible()]
    return terbuka[-1] if terbuka else None


def ketik(lembar, baris, kolom, teks, akhir=Qt.Key.Key_Return):
    lembar.tabel.ke(baris, kolom)
    QTest.keyClick(lembar.tabel, Qt.Key.Key_F2)
    QTest.keyClicks(penyunting(lembar), teks) if teks else QTest.keyClick(
        penyunting(lembar), Qt.Key.Key_Delete
    )
    QTest.keyClick(penyunting(lembar), akhir)


def tempel(lembar, baris, kolom, teks):
    QGuiApplication.clipboard().setText(teks)
    lembar.tabel.ke(baris, kolom)
    QTest.keyClick(lembar.tabel, Qt.Key.Key_V, CTRL)


def kini(lembar):
    indeks = lembar.tabel.currentIndex()
    return indeks.row(), indeks.column()


# --- what is shown --------------------------------------------------------------------------


def test_the_cells_are_those_of_the_paper(lembar):
    assert sel(lembar) == [
        [
            "Tujuan Daerah",
            "Sasaran Daerah",
            "Indikator Daerah",
            "Cara Menghitung",
            "Asal Data",
            "Penanggung",
            "Sasaran Tahun 2025",
            "Sasaran Tahun 2026",
        ],
        [
            "Tujuan IKU",
            "Sasaran IKU",
            "Indikator IKU pertama",
            "Hitungan IKU",
            "Data IKU",
            "Camat IKU",
            "51 %",
            "52 %",
        ],
        ["Tujuan IKU", "Sasaran IKU", "Indikator IKU kedua", "", "", "", "", "dua"],
        [""] * 8,
    ]
    assert lembar.tahun.baris.text() == "2025, 2026"


def test_a_table_untouched_makes_no_edit(lembar, panel, sesi):
    semula = sesi.dokumen_aktif()
    model = lembar.model
    for b in range(model.rowCount()):
        for k in range(model.columnCount()):
            lembar.tabel.ke(b, k)
            QTest.keyClick(lembar.tabel, Qt.Key.Key_F2)
            QTest.keyClick(penyunting(lembar), Qt.Key.Key_Return)
    assert panel.simpan_isian()
    assert not panel.halaman().berubah()
    assert sesi.dokumen_aktif() is semula


def test_a_new_table_says_what_it_needs(sesi_contoh, qtbot):
    panel = buka(sesi_contoh, qtbot)
    panel.daftar.tombol_iku.click()
    assert sesi_contoh.dokumen_aktif().iku == (Iku(()),)
    lembar = panel.halaman().lembar
    assert sel(lembar) == [["Sasaran", "Indikator Kinerja Utama"], ["", ""]]
    ketik(lembar, 1, 0, "S", Qt.Key.Key_Tab)
    assert kini(lembar) == (1, 1)
    assert "setelah sasaran dan indikator" in lembar.pesan.teks()
    assert not panel.simpan_isian()
    assert sel(lembar)[1] == ["S", ""]
    ketik(lembar, 1, 1, "I")
    assert iku(lembar) == Iku((IkuBaris("S", "I"),))
    assert lembar.pesan.teks() == ""
    assert panel.simpan_isian()
    assert kini(lembar) == (2, 1)


# --- typing ---------------------------------------------------------------------------------


def test_a_cell_is_one_edit(kecil, sesi_contoh):
    ketik(kecil, 1, 2, "hitungan lain")
    assert iku(kecil) == Iku((replace(SATU, formulasi="hitungan lain"), DUA))
    assert sesi_contoh.workspace.undo_text == "ubah baris ke-1, tabel IKU ke-1, dokumen tahun 2026"
    ketik(kecil, 1, 3, "")
    assert iku(kecil).baris[0].target == (("2026", "52 %"),)
    ketik(kecil, 1, 4, "")
    assert iku(kecil).baris[0].target is None
    sesi_contoh.urungkan()
    sesi_contoh.urungkan()
    ketik(kecil, 2, 3, "7")
    assert iku(kecil).baris[1].target == (("2025", "7"),)
    assert iku(kecil).baris[0].target == SATU.target


def test_shift_enter_makes_a_line_and_escape_gives_up(kecil, sesi_contoh):
    kecil.tabel.ke(1, 1)
    QTest.keyClicks(kecil.tabel, "a")
    QTest.keyClick(penyunting(kecil), Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(penyunting(kecil), "b")
    QTest.keyClick(penyunting(kecil), Qt.Key.Key_Return)
    assert iku(kecil).baris[0].indikator == "a\nb"
    kecil.tabel.ke(1, 1)
    QTest.keyClicks(kecil.tabel, "x")
    QTest.keyClick(penyunting(kecil), Qt.Key.Key_Escape)
    assert iku(kecil).baris[0].indikator == "a\nb"


def test_enter_at_the_end_begins_a_row_of_the_same_sasaran(kecil, sesi_contoh):
    ketik(kecil, 2, 1, "I2 baru")
    assert kini(kecil) == (3, 1)
    ketik(kecil, 3, 1, "I3")
    assert iku(kecil).baris[2] == IkuBaris("S1", "I3")
    assert kini(kecil) == (4, 1)
    ketik(kecil, 4, 0, "S2")
    assert len(iku(kecil).baris) == 3
    ketik(kecil, 4, 1, "I4")
    assert iku(kecil).baris[3] == IkuBaris("S2", "I4")


def test_tab_goes_on_row_by_row_and_leaves_at_the_end(kecil):
    kecil.tabel.ke(1, 4)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Tab)
    assert kini(kecil) == (2, 0)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Backtab, SHIFT)
    assert kini(kecil) == (1, 4)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Escape)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Tab)
    assert not kecil.tabel.hasFocus(), "Esc, then Tab"
    kecil.tabel.ke(3, 4)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Left)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Right)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Tab)
    assert not kecil.tabel.hasFocus(), "behind the last cell"


def test_a_row_keeps_sasaran_and_indikator(kecil, sesi_contoh):
    panel = kecil.window()
    ketik(kecil, 1, 1, "")
    assert iku(kecil) == Iku((SATU, DUA))
    assert kecil.pesan.teks() == "Indikator belum diisi. Isi kembali, atau hapus barisnya."
    assert not panel.simpan_isian()
    kecil.tabel.ke(1, 0)
    kecil.pindahkan(1)
    assert sel(kecil)[2][1] == "", "what is refused moves with its row"
    ketik(kecil, 2, 1, "I1")
    assert panel.simpan_isian()
    assert kecil.pesan.teks() == ""


def test_what_the_store_refuses_stays_at_its_cell(kecil, monkeypatch, berkas):
    def gagal(_edit):
        raise StoreError("Berkas tidak dapat ditulis.", "Periksa flash disk.")

    panel = kecil.window()
    with monkeypatch.context() as m:
        m.setattr(berkas, "apply", gagal)
        ketik(kecil, 2, 1, "penting")
        assert "tidak dapat ditulis" in kecil.pesan.teks()
        assert sel(kecil)[2][1] == "penting"
        panel.pilih_bagian(naskah.Bagian(naskah.SAMPUL))
    assert panel.simpan_isian(), "the next try succeeds"
    assert iku(kecil).baris[1].indikator == "penting"


def test_an_open_cell_is_taken_over_before_anything_else(kecil):
    kecil.tabel.ke(1, 1)
    QTest.keyClicks(kecil.tabel, "t")
    QTest.keyClicks(penyunting(kecil), "erbuka")
    assert kecil.berubah()
    assert kecil.window().simpan_isian()
    assert iku(kecil).baris[0].indikator == "terbuka"


def test_an_edit_from_elsewhere_leaves_the_open_cell_alone(kecil, sesi_contoh):
    kecil.tabel.ke(1, 1)
    QTest.keyClicks(kecil.tabel, "s")
    QTest.keyClicks(penyunting(kecil), "edang")
    sesi_contoh.workspace.ubah(replace(sesi_contoh.dokumen_aktif(), visi="baru"))
    assert penyunting(kecil).teks() == "sedang"
    QTest.keyClick(penyunting(kecil), Qt.Key.Key_Return)
    assert iku(kecil).baris[0].indikator == "sedang"


def test_hostile_text_is_kept(kecil):
    aneh = "<b>x</b> </para> =1+1 😀 \u202eabc " + "kata " * 1200
    kecil.model.setData(kecil.model.index(1, 1), aneh + "\x07")
    assert iku(kecil).baris[0].indikator == aneh.strip()
    assert kecil.tabel.rowHeight(1) < kecil.tabel.fontMetrics().lineSpacing() * 16
    assert not kecil.grab().isNull()


# --- headings and columns -------------------------------------------------------------------


def test_headings_are_cells(kecil):
    ketik(kecil, 0, 0, "Sasaran Strategis")
    ketik(kecil, 0, 3, "Target Tahun")
    assert dict(iku(kecil).judul_kolom) == {"sasaran": "Sasaran Strategis", "target": "Target Tahun"}
    assert sel(kecil)[0][3:] == ["Target Tahun 2025", "Target Tahun 2026"]
    ketik(kecil, 0, 0, "")
    ketik(kecil, 0, 4, "Target")
    assert iku(kecil).judul_kolom is None


def test_columns_are_shown_when_asked_for(kecil, sesi_contoh):
    assert not kecil.centang["formulasi"].isEnabled(), "what is written is shown"
    edit = sesi_contoh.workspace.undo_text
    kecil.centang["tujuan"].click()
    assert sel(kecil)[0][0] == "Tujuan"
    assert sesi_contoh.workspace.undo_text == edit
    ketik(kecil, 1, 0, "T")
    assert iku(kecil).baris[0].tujuan == "T"
    assert not kecil.centang["tujuan"].isEnabled()
    sesi_contoh.urungkan()
    kecil.centang["tujuan"].click()
    assert sel(kecil)[0][0] == "Sasaran"


def test_years_come_at_once_and_go_with_their_targets(kecil, sesi_contoh, qtbot):
    baris = kecil.tahun.baris
    baris.setFocus()
    baris.setText("2025-2027")
    QTest.keyClick(baris, Qt.Key.Key_Return)
    assert sel(kecil)[0][3:] == ["Target 2025", "Target 2026", "Target 2027"]
    assert iku(kecil) == Iku((SATU, DUA))
    baris.setText("2026")
    with qtbot.waitSignal(sesi_contoh.pesan) as pesan:
        QTest.keyClick(baris, Qt.Key.Key_Return)
    assert pesan.args == ["Target 2025 dihapus.", "urungkan"]
    assert iku(kecil).baris == (replace(SATU, target=(("2026", "52 %"),)), DUA)
    sesi_contoh.urungkan()
    assert sel(kecil)[0][3:] == ["Target 2025", "Target 2026"]
    assert baris.text() == "2025, 2026"
    baris.setText("2020-2099")
    assert not kecil.window().simpan_isian()
    assert "tidak dapat dibaca" in kecil.tahun.pesan.teks()
    assert baris.text() == "2020-2099"


# --- rows and the clipboard -----------------------------------------------------------------


def test_rows_are_moved_and_deleted(kecil, sesi_contoh, qtbot):
    kecil.tabel.ke(1, 1)
    assert not kecil._naik.isEnabled()
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Down, ALT)
    assert iku(kecil).baris == (DUA, SATU)
    assert kini(kecil) == (2, 1)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Down, ALT)
    assert iku(kecil).baris == (DUA, SATU)
    with qtbot.waitSignal(sesi_contoh.pesan) as pesan:
        kecil._hapus.click()
    assert pesan.args == ["Baris ke-2 dihapus.", "urungkan"]
    assert iku(kecil).baris == (DUA,)
    sesi_contoh.urungkan()
    sesi_contoh.urungkan()
    assert iku(kecil).baris == (SATU, DUA)


def test_a_block_from_a_spreadsheet_is_one_edit(kecil, sesi_contoh, qtbot):
    with qtbot.waitSignal(sesi_contoh.pesan) as pesan:
        tempel(kecil, 2, 0, 'S2\tI2\t"a\nb"\t1\t2\t3\n\tI3\n\t\nS4\tI4\n')
    assert iku(kecil).baris == (
        SATU,
        IkuBaris("S2", "I2", formulasi="a\nb", target=(("2025", "1"), ("2026", "2"))),
        IkuBaris("S2", "I3"),
        IkuBaris("S4", "I4"),
    ), "a blank under a sasaran is a merged cell, a blank row is none"
    assert pesan.args == ["8 sel terisi. 1 nilai tidak mendapat tempat.", "urungkan"]
    assert sesi_contoh.workspace.undo_text.startswith("tempel 9 sel")
    sesi_contoh.urungkan()
    assert iku(kecil) == Iku((SATU, DUA))


def test_a_block_that_leaves_a_row_incomplete_is_refused_whole(kecil, sesi_contoh, qtbot):
    with qtbot.waitSignal(sesi_contoh.ditolak) as tolak:
        tempel(kecil, 2, 0, "S2\tI2\nS3\t")
    assert tolak.args[0].startswith("Baris 3: sasaran atau indikator belum ada.")
    assert tolak.args[0].endswith("Tidak ada yang ditempel.")
    assert iku(kecil) == Iku((SATU, DUA))


def test_headings_are_pasted_with_their_years(kecil):
    tempel(kecil, 0, 2, "Rumus\tSasaran 2025\tSasaran 2026\nx\t1\t2")
    assert dict(iku(kecil).judul_kolom) == {"formulasi": "Rumus", "target": "Sasaran"}
    assert iku(kecil).baris[0] == replace(SATU, formulasi="x", target=(("2025", "1"), ("2026", "2")))


def test_what_is_copied_can_be_pasted_back(lembar, sesi):
    semula = iku(lembar)
    lembar.tabel.selectAll()
    QTest.keyClick(lembar.tabel, Qt.Key.Key_C, CTRL)
    tempel(lembar, 0, 0, QGuiApplication.clipboard().text())
    assert iku(lembar) == semula


def test_cells_are_emptied_together(kecil, sesi_contoh, qtbot):
    kecil.tabel.ke(1, 3)
    model = kecil.tabel.selectionModel()
    model.select(kecil.model.index(1, 4), model.SelectionFlag.Select)
    QTest.keyClick(kecil.tabel, Qt.Key.Key_Delete)
    assert iku(kecil).baris[0].target is None
    kecil.tabel.ke(1, 0)
    with qtbot.waitSignal(sesi_contoh.ditolak) as tolak:
        QTest.keyClick(kecil.tabel, Qt.Key.Key_Delete)
    assert "Sasaran belum diisi" in tolak.args[0]
    sesi_contoh.urungkan()
    assert iku(kecil) == Iku((SATU, DUA))


def test_typing_of_a_row_that_is_undone_goes_with_it(kecil, sesi_contoh):
    ketik(kecil, 3, 1, "I3")
    ketik(kecil, 3, 1, "")
    assert not kecil.window().simpan_isian()
    sesi_contoh.urungkan()
    assert kecil.window().simpan_isian()
    assert iku(kecil) == Iku((SATU, DUA))


# --- values ---------------------------------------------------------------------------------

BARIS = st.builds(
    IkuBaris,
    sasaran=st.sampled_from(["S", "T"]),
    indikator=st.sampled_from(["I", "J"]),
    tujuan=st.sampled_from([None, "U"]),
    formulasi=st.sampled_from([None, "", "F"]),
    target=st.sampled_from([None, (), (("2026", "1"),), (("2027", "2"), ("2025", ""))]),
)
KOLOM = st.sampled_from(susun_kolom({"tujuan", "formulasi", "sumber_data"}, ["2025", "2026"]))


@settings(max_examples=80)
@given(BARIS, KOLOM, st.sampled_from(["", "x", " y "]))
def test_a_cell_changes_nothing_but_itself(baris, kolom, teks):
    lama = isi_sel(baris, kolom)
    assert dengan_sel(baris, kolom, lama) is baris
    try:
        baru = dengan_sel(baris, kolom, teks)
    except RuleError:
        assert kolom.bidang in ("sasaran", "indikator")
        assert not teks.strip()
        return
    assert isi_sel(baru, kolom) == teks.strip()
    lain = [Kolom(b) for b in ("tujuan", "sasaran", "indikator", "formulasi", "penanggung_jawab")]
    for k in [*lain, *(Kolom("target", t) for t in ("2025", "2026", "2027"))]:
        if k != kolom:
            assert isi_sel(baru, k) == isi_sel(baris, k)


def test_headings_that_nobody_knows_stay():
    tabel = Iku((), judul_kolom=(("lain", "L"), ("sasaran", "S")))
    assert dengan_judul(tabel, "sasaran", "").judul_kolom == (("lain", "L"),)
    assert dengan_judul(tabel, "tujuan", "") is tabel
    assert dengan_judul(tabel, "tujuan", "Tujuan") is tabel


def test_years_as_they_are_typed():
    assert baca_tahun("2026, 2025;2026") == ["2025", "2026"]
    assert baca_tahun("2021–2023, akhir periode") == ["2021", "2022", "2023", "akhir periode"]
    assert baca_tahun("") == []
    with pytest.raises(RuleError):
        baca_tahun("2026-2021")
    tabel = Iku((SATU, DUA))
    assert tahun_target(tanpa_tahun(tabel, {"2025"})) == ["2026"]
    assert tanpa_tahun(tabel, {"1999"}) == tabel
