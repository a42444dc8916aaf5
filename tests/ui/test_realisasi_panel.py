"""The page "Isi realisasi" under the keys, the mouse and the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from iki_desktop.core.records import Formulasi, Indikator, Jabatan, JenisFormulasi, Target
from iki_desktop.ui.realisasi import PanelRealisasi
from iki_desktop.ui.realisasi.baris import JenisBaris
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.pelukis import Pelukis, SelTampak
from iki_desktop.ui.realisasi.penyunting import Penyunting
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Tangan:
    """A person at the keyboard: keys go wherever the focus is."""

    def __init__(self, panel: PanelRealisasi, sesi: Sesi) -> None:
        self.panel, self.sesi, self.tabel, self.model = panel, sesi, panel.tabel, panel.model
        self.pesan: list[tuple[str, str]] = []
        self.ditolak: list[str] = []
        sesi.pesan.connect(lambda teks, langkah: self.pesan.append((teks, langkah)))
        sesi.ditolak.connect(self.ditolak.append)

    def tekan(self, kunci: Qt.Key, bantu: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        penerima = QApplication.focusWidget()
        assert penerima is not None
        QTest.keyClick(penerima, kunci, bantu)

    def ketik(self, teks: str, *lalu: Qt.Key) -> None:
        for huruf in teks:
            penerima = QApplication.focusWidget()
            assert penerima is not None
            QTest.keyClicks(penerima, huruf)
        for kunci in lalu:
            self.tekan(kunci)

    @property
    def editor(self) -> Penyunting | None:
        return self.tabel.delegasi.editor

    @property
    def gelembung(self) -> str:
        return self.tabel.delegasi.gelembung.teks()

    @property
    def dokumen_id(self) -> int:
        dokumen = self.sesi.dokumen_aktif()
        assert dokumen is not None
        return dokumen.id

    def jabatan(self, nomor: int) -> Jabatan:
        return self.sesi.arsip.jabatan(self.dokumen_id)[nomor]

    def indikator(self, nomor: int) -> list[Indikator]:
        arsip = self.sesi.arsip
        return [i for s in arsip.sasaran(self.jabatan(nomor).id) for i in arsip.indikator(s.id)]

    def formulasi(self, jabatan: int, indikator: int, nomor: int = 0) -> Formulasi:
        return self.sesi.arsip.formulasi(self.indikator(jabatan)[indikator].id)[nomor]

    def isian(self, formulasi: Formulasi, triwulan: int = 1) -> tuple[Decimal | None, ...] | None:
        r = self.sesi.arsip.realisasi(formulasi.id, triwulan)
        return None if r is None else (r.pembilang, r.penyebut, r.nilai)

    def ke(self, formulasi: Formulasi, slot: int = 0) -> None:
        self.tabel.tuju(self.index(formulasi, slot))

    def index(self, formulasi: Formulasi, slot: int = 0) -> QModelIndex:
        nomor = self.model.nomor_baris(formulasi.id)
        assert nomor is not None
        return self.model.index(nomor, 1 + slot)

    def kini(self) -> tuple[int, str]:
        kini = self.tabel.currentIndex()
        kunci = self.model.kunci(kini.row(), kini.column())
        assert kunci is not None
        return kunci.formulasi_id, kunci.kunci

    def klik(self, index: QModelIndex) -> None:
        tengah = self.tabel.visualRect(index).center()
        QTest.mouseClick(self.tabel.viewport(), Qt.MouseButton.LeftButton, pos=tengah)

    def pilih(self, awal: QModelIndex, akhir: QModelIndex) -> None:
        from PySide6.QtCore import QItemSelection

        self.tabel.setCurrentIndex(awal)
        self.tabel.selectionModel().select(
            QItemSelection(awal, akhir), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def tempel(self, teks: str) -> None:
        QGuiApplication.clipboard().setText(teks)
        self.tekan(K.Key_V, CTRL)


@pytest.fixture
def tangan(qtbot, sesi_contoh: Sesi) -> Iterator[Tangan]:
    panel = PanelRealisasi(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1100, 620)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    tangan = Tangan(panel, sesi_contoh)
    sesi_contoh.pilih(tangan.jabatan(0).id)
    panel.setFocus()
    yield tangan
    if tangan.editor is not None:
        tangan.tabel.delegasi.tutup(tangan.editor)


# --- moving ---------------------------------------------------------------------------------------


def test_the_focus_begins_at_the_first_input(tangan):
    assert tangan.kini() == (tangan.formulasi(0, 0).id, "pembilang")


def test_enter_goes_down_the_same_input_past_what_cannot_be_entered(tangan):
    tangan.ke(tangan.formulasi(0, 0, 2), slot=1)
    tangan.ketik("8", K.Key_Return)
    assert tangan.kini() == (tangan.formulasi(0, 1).id, "nilai"), "no second input here: the first"
    tangan.ketik("80", K.Key_Return)
    tangan.tekan(K.Key_Return)
    assert tangan.kini() == (tangan.formulasi(0, 3).id, "pembilang")
    assert tangan.isian(tangan.formulasi(0, 0, 2)) == (None, Decimal(8), None)


def test_tab_goes_right_then_on_to_the_next_row_and_back(tangan):
    jalan = [tangan.kini()]
    for _ in range(7):
        tangan.tekan(K.Key_Tab)
        jalan.append(tangan.kini())
    satu, dua, tiga = (tangan.formulasi(0, 0, n).id for n in range(3))
    empat, lima = tangan.formulasi(0, 1).id, tangan.formulasi(0, 2).id
    pasang = [(f, k) for f in (satu, dua, tiga) for k in ("pembilang", "penyebut")]
    assert jalan == [*pasang, (empat, "nilai"), (lima, "nilai")]
    for tempat in reversed(jalan[:-1]):
        tangan.tekan(K.Key_Backtab, SHIFT)
        assert tangan.kini() == tempat


class Lukisan(QObject):
    """Watches what is painted anew."""

    def __init__(self, tangan: Tangan) -> None:
        super().__init__()
        self.bagian: list[QRegion] = []
        tangan.tabel.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.bagian.append(event.region())
        return False


def test_rows_that_stay_in_sight_are_moved_not_painted_anew(tangan):
    tangan.panel.resize(1100, 480)
    QApplication.processEvents()
    geser = tangan.tabel.verticalScrollBar()
    awal = geser.value()
    while geser.value() == awal:
        tangan.ketik("7")
        QApplication.processEvents()
        lukisan = Lukisan(tangan)
        tangan.tekan(K.Key_Return)
        QApplication.processEvents()
    assert lukisan.bagian
    assert QRegion(tangan.tabel.viewport().rect()) not in lukisan.bagian


def test_enter_crosses_into_the_next_jabatan(tangan):
    tangan.panel.set_seluruh_kantor(True)
    tangan.ke(tangan.formulasi(0, 7))
    tangan.panel.setFocus()
    tangan.ketik("3", K.Key_Return)
    assert tangan.kini() == (tangan.formulasi(1, 0).id, "pembilang")
    tangan.tekan(K.Key_Return, SHIFT)
    assert tangan.kini() == (tangan.formulasi(0, 7).id, "pembilang")


def test_the_first_and_the_last_cell_stay_calm(tangan):
    pertama = tangan.kini()
    tangan.tekan(K.Key_Backtab, SHIFT)
    tangan.tekan(K.Key_Return, SHIFT)
    assert tangan.kini() == pertama
    tangan.tekan(K.Key_End, CTRL)
    terakhir = tangan.kini()
    assert terakhir == (tangan.formulasi(0, 7).id, "penyebut")
    tangan.ketik("9", K.Key_Tab)
    tangan.ketik("9", K.Key_Return)
    assert tangan.kini() == terakhir
    tangan.tekan(K.Key_Home, CTRL)
    assert tangan.kini() == pertama


def test_f8_finds_the_next_empty_input_and_says_when_there_is_none(tangan):
    tangan.sesi.pilih(tangan.jabatan(2).id)
    tangan.ketik("5", K.Key_Tab)
    tangan.tekan(K.Key_End, CTRL)
    tangan.tekan(K.Key_F8)
    assert tangan.kini() == (tangan.formulasi(2, 0).id, "penyebut"), "round the end"
    for _ in range(4):
        tangan.ketik("6")
        tangan.tekan(K.Key_F8)
    assert tangan.pesan[-1] == ("Semua isian di sini sudah terisi.", "")


def test_letters_do_not_make_the_current_cell_jump(tangan):
    tangan.tabel.tuju(tangan.model.index(2, 0))
    tangan.ketik("P")
    assert tangan.editor is None
    assert tangan.tabel.currentIndex().row() == 2


# --- the open cell ----------------------------------------------------------------------------------


def test_typing_replaces_and_f2_goes_on_at_the_end(tangan):
    tangan.ketik("45", K.Key_Return)
    tangan.tekan(K.Key_Up)
    tangan.ketik("7", K.Key_Return)
    formulasi = tangan.formulasi(0, 0)
    assert tangan.isian(formulasi) == (Decimal(7), None, None)
    tangan.tekan(K.Key_Up)
    tangan.tekan(K.Key_F2)
    tangan.ketik("5", K.Key_Return)
    assert tangan.isian(formulasi) == (Decimal(75), None, None)


def test_escape_gives_up_what_was_typed(tangan):
    tangan.ketik("45", K.Key_Escape)
    assert tangan.editor is None
    assert tangan.isian(tangan.formulasi(0, 0)) is None
    assert tangan.tabel.hasFocus()


def test_figures_follow_the_typing_and_return_with_escape(tangan):
    indikator, formulasi = tangan.indikator(0)[1], tangan.formulasi(0, 1)
    tangan.sesi.workspace.ubah(replace(indikator, target=Target(tahun=Decimal(80))))
    nomor = tangan.index(formulasi).row()
    capaian = next(n for n, k in enumerate(tangan.model.kolom) if k.jenis is JenisKolom.CAPAIAN)
    tangan.ke(formulasi)
    tangan.ketik("60")
    assert tangan.model.sel(nomor, capaian).teks == "75,00 %"
    assert tangan.model.sel(0, capaian).teks == "75,00 %"
    assert tangan.editor is not None
    assert tangan.editor.text() == "60", "repainting its row does not touch the editor"
    tangan.tekan(K.Key_Escape)
    assert tangan.model.sel(nomor, capaian).teks == ""


@pytest.mark.parametrize("teks", ["abc", "9" * 40, "1,234,567"])
def test_a_refused_text_stays_in_the_open_cell_with_a_sentence(tangan, teks):
    tangan.ketik(teks, K.Key_Return)
    assert tangan.editor is not None
    assert tangan.editor.text() == teks
    assert tangan.editor.hasFocus()
    assert tangan.gelembung
    assert tangan.editor.accessibleDescription() == tangan.gelembung
    assert not tangan.panel.simpan_isian()
    tangan.tekan(K.Key_Backspace)
    assert tangan.gelembung == ""


def test_a_click_elsewhere_does_not_lose_a_refused_text(tangan):
    tempat = tangan.kini()
    tangan.ketik("abc")
    tangan.klik(tangan.index(tangan.formulasi(0, 2)))
    assert tangan.editor is not None
    assert tangan.editor.text() == "abc"
    assert tangan.kini() == tempat
    assert tangan.gelembung
    tangan.tekan(K.Key_Escape)
    tangan.klik(tangan.index(tangan.formulasi(0, 2)))
    assert tangan.kini() == (tangan.formulasi(0, 2).id, "nilai")


def test_a_click_elsewhere_takes_a_good_text_over(tangan):
    tangan.ketik("12,5")
    tangan.klik(tangan.index(tangan.formulasi(0, 2)))
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal("12.5"), None, None)
    assert tangan.kini() == (tangan.formulasi(0, 2).id, "nilai")


def test_another_jabatan_waits_until_the_refused_text_is_settled(tangan, qtbot):
    tangan.ketik("abc")
    tangan.sesi.pilih(tangan.jabatan(2).id)
    assert tangan.editor is not None
    assert tangan.model.nomor_baris(tangan.formulasi(0, 0).id) is not None
    tangan.tekan(K.Key_Escape)
    qtbot.waitUntil(lambda: tangan.model.nomor_baris(tangan.formulasi(2, 0).id) is not None)


def test_another_jabatan_takes_a_good_text_over(tangan):
    tangan.ketik("45")
    tangan.sesi.pilih(tangan.jabatan(2).id)
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal(45), None, None)


def test_another_quarter_takes_the_text_into_the_one_it_was_typed_in(tangan):
    tangan.ketik("45")
    tangan.sesi.set_periode(3)
    assert tangan.isian(tangan.formulasi(0, 0), 1) == (Decimal(45), None, None)
    assert tangan.isian(tangan.formulasi(0, 0), 3) is None


def test_hiding_the_page_takes_the_text_over(tangan):
    tangan.ketik("45")
    tangan.panel.hide()
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal(45), None, None)


def test_a_full_disk_is_told_at_the_cell_and_the_text_stays(tangan, monkeypatch):
    from iki_desktop.core.errors import StoreError

    def penuh(edit):
        raise StoreError("Diska penuh.", "Kosongkan sebagian isinya.")

    monkeypatch.setattr(tangan.sesi.workspace._store, "apply", penuh)
    tangan.ketik("45", K.Key_Return)
    assert tangan.gelembung == "Diska penuh. Kosongkan sebagian isinya."
    assert tangan.editor is not None
    assert tangan.editor.text() == "45"


# --- two readings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tombol, nilai",
    [
        ([K.Key_1], Decimal(1234)),
        ([K.Key_2], Decimal("1.234")),
        ([K.Key_Return], Decimal(1234)),
        ([K.Key_Down, K.Key_Return], Decimal("1.234")),
        ([K.Key_Up, K.Key_Return], Decimal("1.234")),
    ],
)
def test_what_has_two_readings_is_asked(tangan, tombol, nilai):
    tangan.ketik("1.234", K.Key_Return)
    pilihan = tangan.tabel.delegasi.pilihan
    assert pilihan.pilihan() == ["1   1234", "2   1,234"]
    assert tangan.editor is not None
    assert tangan.editor.hasFocus()
    for kunci in tombol:
        tangan.tekan(kunci)
    assert tangan.isian(tangan.formulasi(0, 0)) == (nilai, None, None)
    assert tangan.kini() == (tangan.formulasi(0, 0, 1).id, "pembilang"), "on as Enter would"


def test_the_readings_can_be_clicked(tangan):
    tangan.ketik("1.234", K.Key_Tab)
    pilihan = tangan.tabel.delegasi.pilihan
    QTest.mouseClick(pilihan._tombol[1], Qt.MouseButton.LeftButton)
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal("1.234"), None, None)
    assert tangan.kini() == (tangan.formulasi(0, 0).id, "penyebut")


def test_escape_takes_the_question_back_and_keeps_the_text(tangan):
    tangan.ketik("1.234", K.Key_Return, K.Key_Escape)
    assert not tangan.tabel.delegasi.pilihan.terbuka
    assert tangan.editor is not None
    assert tangan.editor.text() == "1.234"
    tangan.ketik("5", K.Key_Return)
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal("1.2345"), None, None)


# --- undo, clearing, notes --------------------------------------------------------------------------


def test_undo_and_redo_are_the_sessions_outside_the_open_cell(tangan):
    tangan.ketik("45", K.Key_Return)
    tangan.tekan(K.Key_Z, CTRL)
    assert tangan.isian(tangan.formulasi(0, 0)) is None
    tangan.tekan(K.Key_Y, CTRL)
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal(45), None, None)


def test_undo_in_the_open_cell_is_the_fields_while_it_has_something_to_undo(tangan):
    tangan.ketik("45", K.Key_Return)
    tangan.ketik("7")
    tangan.tekan(K.Key_Z, CTRL)
    assert tangan.editor is not None
    assert tangan.editor.text() == ""
    assert tangan.isian(tangan.formulasi(0, 0)) == (Decimal(45), None, None)
    tangan.tekan(K.Key_Z, CTRL)
    assert tangan.editor is None
    assert tangan.isian(tangan.formulasi(0, 0)) is None


def test_delete_empties_the_selection_as_one_edit(tangan):
    for teks in ("1", "2", "3"):
        tangan.ketik(teks, K.Key_Return)
    tangan.pilih(tangan.index(tangan.formulasi(0, 0)), tangan.index(tangan.formulasi(0, 0, 2), 1))
    tangan.tekan(K.Key_Delete)
    assert all(tangan.isian(tangan.formulasi(0, 0, n)) is None for n in range(3))
    assert tangan.pesan == [("6 sel dikosongkan.", "urungkan")]
    tangan.sesi.urungkan()
    assert [tangan.isian(tangan.formulasi(0, 0, n))[0] for n in range(3)] == [1, 2, 3]


def test_a_note_is_typed_in_its_column(tangan):
    catatan = len(tangan.model.kolom) - 1
    nomor = tangan.index(tangan.formulasi(0, 1)).row()
    tangan.tabel.tuju(tangan.model.index(nomor, catatan))
    tangan.ketik("Data 1.234 menyusul", K.Key_Return)
    realisasi = tangan.sesi.arsip.realisasi(tangan.formulasi(0, 1).id, 1)
    assert realisasi is not None
    assert realisasi.catatan == "Data 1.234 menyusul"
    assert tangan.tabel.currentIndex() == tangan.model.index(nomor + 1, catatan)


# --- the clipboard ----------------------------------------------------------------------------------


def test_a_block_is_pasted_over_group_rows_as_one_edit(tangan):
    tangan.ke(tangan.formulasi(0, 0, 1))
    tangan.tempel("4\t6\r\n3\t4\r\n82,5 %\r\n")
    assert tangan.isian(tangan.formulasi(0, 0, 1)) == (4, 6, None)
    assert tangan.isian(tangan.formulasi(0, 0, 2)) == (3, 4, None)
    assert tangan.isian(tangan.formulasi(0, 1)) == (None, None, Decimal("82.5"))
    assert tangan.pesan == [("5 sel terisi.", "urungkan")]
    tangan.tekan(K.Key_Z, CTRL)
    assert tangan.isian(tangan.formulasi(0, 0, 1)) is None
    assert tangan.isian(tangan.formulasi(0, 1)) is None


def test_values_on_computed_cells_are_counted_not_entered(tangan):
    tangan.ke(tangan.formulasi(0, 1))
    tangan.tempel("80\t99\t99\n")
    assert tangan.isian(tangan.formulasi(0, 1)) == (None, None, 80)
    assert tangan.pesan == [("1 sel terisi. 2 nilai tidak mendapat tempat.", "urungkan")]


def test_a_block_with_a_note_of_two_lines_is_one_edit(tangan):
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel('6\t8\t\t\t\t\t"baris satu\nbaris dua"\n')
    realisasi = tangan.sesi.arsip.realisasi(tangan.formulasi(0, 0).id, 1)
    assert realisasi is not None
    assert (realisasi.pembilang, realisasi.penyebut) == (6, 8)
    assert realisasi.catatan == "baris satu\nbaris dua"
    tangan.sesi.urungkan()
    assert tangan.sesi.arsip.realisasi(tangan.formulasi(0, 0).id, 1) is None


def test_one_wrong_cell_and_nothing_is_entered(tangan):
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel("1\t2\nabc\t4\n")
    assert tangan.isian(tangan.formulasi(0, 0)) is None
    assert tangan.ditolak == ["Baris 2, kolom 1: “abc” bukan angka. Tidak ada yang ditempel."]


@pytest.mark.parametrize(
    "tombol, nilai", [(K.Key_1, Decimal(1234)), (K.Key_2, Decimal("1.234")), (K.Key_3, None)]
)
def test_a_block_with_two_readings_is_asked_about_once(tangan, tombol, nilai):
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel("1.234\t5.678\n")
    pilihan = tangan.tabel.delegasi.pilihan
    assert pilihan.terbuka
    assert pilihan.hasFocus()
    assert tangan.isian(tangan.formulasi(0, 0)) is None
    tangan.tekan(tombol)
    isian = tangan.isian(tangan.formulasi(0, 0))
    assert (isian and isian[0]) == nilai
    assert tangan.tabel.hasFocus()


def test_one_value_fills_the_whole_selection(tangan):
    tangan.pilih(tangan.index(tangan.formulasi(0, 0)), tangan.index(tangan.formulasi(0, 1), 1))
    tangan.tempel("7\n")
    assert tangan.isian(tangan.formulasi(0, 0, 2)) == (7, 7, None)
    assert tangan.isian(tangan.formulasi(0, 1)) == (None, None, 7)
    assert tangan.pesan == [("7 sel terisi.", "urungkan")]


def test_a_paste_into_the_open_cell_stays_in_it(tangan):
    tangan.ketik("1")
    tangan.tempel("23\n")
    assert tangan.editor is not None
    assert tangan.editor.text().strip() == "123"
    tangan.tekan(K.Key_Return)
    assert tangan.isian(tangan.formulasi(0, 0)) == (123, None, None)


def test_a_copied_block_comes_back_to_its_own_cells(tangan):
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel("1234,5\t2\n3\t4\n5\t6\n7\n8\n9\t10\n")
    sebelum = [tangan.isian(tangan.formulasi(0, n)) for n in range(4)]
    tangan.pilih(tangan.index(tangan.formulasi(0, 0)), tangan.index(tangan.formulasi(0, 3), 1))
    tangan.tekan(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1234,5\t2\n3\t4\n5\t6\n7\t\n8\t\n9\t10"
    tangan.tekan(K.Key_Delete)
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tekan(K.Key_V, CTRL)
    assert [tangan.isian(tangan.formulasi(0, n)) for n in range(4)] == sebelum


def test_computed_columns_are_copied_too(tangan):
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel("45\t60\n")
    baris = tangan.index(tangan.formulasi(0, 0)).row()
    tangan.pilih(tangan.model.index(baris, 0), tangan.model.index(baris, 3))
    tangan.tekan(K.Key_C, CTRL)
    teks = QGuiApplication.clipboard().text()
    assert teks.endswith("\t45\t60\t75")
    assert teks.startswith("Jumlah kampung dengan nilai survey")


def test_a_paste_where_nothing_can_be_entered_says_so(tangan):
    tangan.tabel.tuju(tangan.model.index(tangan.index(tangan.formulasi(0, 1)).row(), 3))
    tangan.tempel("5\n")
    assert tangan.pesan == [("Tidak ada sel yang dapat diisi di sini.", "")]


def test_empty_cells_of_a_block_empty_theirs(tangan):
    tangan.ketik("45", K.Key_Tab)
    tangan.ke(tangan.formulasi(0, 0))
    tangan.tempel("\t60\n")
    assert tangan.isian(tangan.formulasi(0, 0)) == (None, 60, None)
    assert tangan.pesan == [("1 sel terisi. 1 sel dikosongkan.", "urungkan")]


def test_an_empty_clipboard_does_nothing(tangan):
    tangan.tempel("")
    assert tangan.pesan == tangan.ditolak == []


# --- the page ---------------------------------------------------------------------------------------


def test_the_head_says_where_one_is_and_how_far(tangan, qtbot):
    assert tangan.panel.tajuk.judul.teks() == "Camat"
    assert tangan.panel.tajuk.keterangan.text() == "Triwulan I 2026 · terisi 0 dari 10"
    tangan.ketik("6", K.Key_Tab)
    tangan.ketik("8", K.Key_Tab)
    qtbot.waitUntil(lambda: "terisi 1 dari 10" in tangan.panel.tajuk.keterangan.text())


def test_the_strip_explains_the_current_cell(tangan, qtbot):
    rincian = tangan.panel.bawah.strip
    qtbot.waitUntil(lambda: rincian.judul.teks().startswith("Pembilang: Jumlah kampung dengan nilai"))
    assert rincian.sumber.teks() == "Sumber data: Nilai SKM"
    tangan.ketik("6", K.Key_Tab)
    tangan.ketik("8")
    qtbot.waitUntil(lambda: "75,00 %" in rincian.penjelasan.teks())


def test_the_strip_says_how_a_group_came_to_its_figure(tangan, qtbot):
    rincian = tangan.panel.bawah.strip
    tangan.tabel.setCurrentIndex(tangan.model.index(0, 0))
    qtbot.waitUntil(lambda: rincian.penjelasan.teks().endswith(" yang bercapaian."))
    assert rincian.sumber.teks() == ""


def test_the_scope_and_the_current_cell_survive_each_other(tangan):
    tangan.ke(tangan.formulasi(0, 2))
    tangan.panel.balik_cakupan()
    assert tangan.panel.seluruh_kantor
    assert tangan.kini() == (tangan.formulasi(0, 2).id, "nilai")
    tangan.sesi.set_periode(None)
    assert tangan.kini() == (tangan.formulasi(0, 2).id, "nilai")
    tangan.sesi.set_periode(2)
    tangan.panel.balik_cakupan()
    assert tangan.kini() == (tangan.formulasi(0, 2).id, "nilai")


def test_a_selected_indicator_comes_into_sight(tangan):
    tangan.panel.set_seluruh_kantor(True)
    indikator = tangan.indikator(8)[3]
    tangan.sesi.pilih(indikator.id)
    assert tangan.kini()[0] == tangan.formulasi(8, 3).id
    kotak = tangan.tabel.visualRect(tangan.tabel.currentIndex())
    assert tangan.tabel.viewport().rect().contains(kotak)


def test_scope_and_widths_are_remembered(tangan, setelan: Setelan):
    tangan.panel.set_seluruh_kantor(True)
    tangan.tabel.horizontalHeader().resizeSection(1, 133)
    tangan.panel.ingat(setelan)
    baru = PanelRealisasi(tangan.sesi)
    baru.pulihkan(setelan)
    assert baru.seluruh_kantor
    assert baru.tabel.columnWidth(1) == 133
    baru.deleteLater()


def test_without_a_jabatan_there_is_the_whole_office(tangan):
    tangan.sesi.pilih(tangan.sesi.arsip.kecamatan()[0].id)
    assert tangan.panel.tajuk.seluruh_kantor.isChecked()
    assert not tangan.panel.tajuk.jabatan_ini.isEnabled()
    assert tangan.panel.tajuk.judul.teks() == "Kecamatan Biatan"


def test_a_jabatan_without_indicators_offers_the_step(tangan, qtbot):
    baru = tangan.sesi.workspace.tambah(Jabatan(0, tangan.dokumen_id, 0, "Kosong"))
    tangan.sesi.pilih(baru.id)
    assert tangan.panel.kosong.isVisible()
    assert tangan.panel.kosong.teks.text() == "Jabatan ini belum punya indikator. Susun di tab Susunan."
    with qtbot.waitSignal(tangan.panel.minta_susun) as sinyal:
        tangan.panel.kosong.langkah.click()
    assert sinyal.args == [baru.id]


def test_a_file_without_any_office_says_so(qtbot, sesi_kosong: Sesi):
    panel = PanelRealisasi(sesi_kosong)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.kosong.isVisible()
    assert panel.kosong.teks.text().startswith("Belum ada dokumen tahun")
    assert panel.simpan_isian()
    panel.kosong_berikutnya()


def test_a_year_without_jabatan_offers_the_step(tangan, qtbot):
    for jabatan in tangan.sesi.arsip.jabatan(tangan.dokumen_id):
        tangan.sesi.workspace.hapus(jabatan.id)
    assert tangan.panel.kosong.isVisible()
    assert tangan.panel.kosong.langkah.text() == "Buka Susunan"
    with qtbot.waitSignal(tangan.panel.minta_susun) as sinyal:
        tangan.panel.kosong.langkah.click()
    assert sinyal.args == [tangan.dokumen_id]


def test_a_number_is_never_cut(tangan):
    formulasi = tangan.formulasi(0, 1)
    tangan.sesi.workspace.set_realisasi(formulasi.id, 1, "nilai", Decimal("123456789012"))
    pelukis = tangan.tabel.delegasi.pelukis
    sel = tangan.model.sel(tangan.index(formulasi).row(), 1)
    tampak = SelTampak(JenisBaris.TUNGGAL, sel, angka=True)
    tertulis = [_tertulis(pelukis, tampak, lebar) for lebar in (300, 40)]
    assert tertulis == ["123.456.789.012", "####"]


def _tertulis(pelukis: Pelukis, tampak: SelTampak, lebar: int) -> str:
    """The text that is painted into a cell of some width, as an SVG has it."""
    penyangga = QBuffer()
    penyangga.open(QBuffer.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(penyangga)
    painter = QPainter(svg)
    pelukis.lukis(painter, QRect(0, 0, lebar, 40), tampak)
    painter.end()
    return "".join(re.findall(r"<text[^>]*>([^<]*)<", bytes(penyangga.data().data()).decode()))


def test_f6_leaves_the_grid(tangan):
    tangan.tekan(K.Key_F6)
    assert not tangan.tabel.hasFocus()


def test_rows_that_come_and_go_leave_the_current_cell_alone(tangan):
    tangan.ke(tangan.formulasi(0, 5))
    sasaran = tangan.indikator(0)[0].sasaran_id
    tangan.sesi.workspace.tambah(Indikator(0, sasaran, 0, "Baru di atas"))
    assert tangan.kini() == (tangan.formulasi(0, 6).id, "pembilang")
    tinggi = {b.jenis.kelompok: tangan.tabel.rowHeight(n) for n, b in enumerate(tangan.model.semua_baris())}
    assert tinggi[True] < tinggi[False]


def test_an_open_cell_survives_an_edit_elsewhere(tangan):
    tangan.ketik("45")
    tangan.sesi.workspace.set_realisasi(tangan.formulasi(0, 0).id, 1, "penyebut", Decimal(60))
    assert tangan.editor is not None
    assert tangan.editor.text() == "45"
    tangan.tekan(K.Key_Return)
    assert tangan.isian(tangan.formulasi(0, 0)) == (45, 60, None)


@pytest.mark.parametrize("jenis", ["hapus", "kolom"])
def test_an_open_cell_whose_row_goes_leaves_quietly(tangan, jenis):
    tangan.ke(tangan.formulasi(0, 4))
    tangan.ketik("45x", K.Key_Return)
    if jenis == "hapus":
        tangan.sesi.workspace.hapus(tangan.indikator(0)[4].id)
    else:
        variabel = tuple((n, n) for n in "abcd")
        tangan.sesi.workspace.ubah(
            replace(tangan.formulasi(0, 1), jenis=JenisFormulasi.RUMUS, rumus="a+b+c+d", variabel=variabel)
        )
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert tangan.editor is None
    assert tangan.gelembung == ""
    assert tangan.panel.simpan_isian()
    tangan.panel.setFocus()
    tangan.tekan(K.Key_Home, CTRL)
    tangan.ketik("6", K.Key_Return)
    assert tangan.isian(tangan.formulasi(0, 0)) == (6, None, None)


def test_what_is_said_below_a_cell_scrolls_with_it(tangan):
    tangan.ketik("abc", K.Key_Return)
    gelembung = tangan.tabel.delegasi.gelembung
    jarak = gelembung.y() - tangan.editor.y()
    tangan.tabel.verticalScrollBar().setValue(30)
    assert gelembung.y() - tangan.editor.y() == jarak


def test_the_menu_of_the_cells_does_what_the_keys_do(tangan, monkeypatch):
    tangan.ketik("45", K.Key_Return)
    tangan.tekan(K.Key_Up)
    muncul = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: muncul.append(menu))
    titik = tangan.tabel.visualRect(tangan.tabel.currentIndex()).center()
    global_ = tangan.tabel.viewport().mapToGlobal(titik)
    kejadian = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, titik, global_)
    tangan.tabel.contextMenuEvent(kejadian)
    salin, tempel, kosongkan = muncul[0].actions()
    salin.trigger()
    kosongkan.trigger()
    assert tangan.isian(tangan.formulasi(0, 0)) is None
    tempel.trigger()
    assert tangan.isian(tangan.formulasi(0, 0)) == (45, None, None)


def test_a_selected_sasaran_that_is_in_sight_stays_where_it_is(tangan):
    tangan.sesi.pilih(tangan.jabatan(2).id)
    tangan.tekan(K.Key_End, CTRL)
    geser = tangan.tabel.verticalScrollBar().value()
    tangan.sesi.pilih(tangan.indikator(2)[1].sasaran_id)
    assert tangan.tabel.verticalScrollBar().value() == geser
    assert tangan.kini()[0] == tangan.formulasi(2, 1).id


def test_hostile_words_are_painted_as_they_are(tangan):
    jahat = "<b>tebal</b> </para> =1+1 \x0b 😀 שלום " + "x" * 6_000
    tangan.sesi.workspace.ubah(replace(tangan.indikator(0)[1], teks=jahat, satuan=jahat))
    tangan.sesi.workspace.ubah(replace(tangan.formulasi(0, 1), teks=jahat, sumber_data=jahat))
    tangan.ke(tangan.formulasi(0, 1))
    tangan.ketik("5", K.Key_Return)
    assert not tangan.panel.grab().isNull()


def test_the_year_scrolls_behind_the_frozen_words(tangan):
    tangan.sesi.set_periode(None)
    tangan.panel.resize(700, 500)
    tangan.tekan(K.Key_End, CTRL)
    assert tangan.tabel.horizontalScrollBar().value() > 0
    beku = tangan.tabel.columnWidth(0)
    tangan.tekan(K.Key_Home, CTRL)
    assert tangan.tabel.visualRect(tangan.tabel.currentIndex()).left() >= beku - 1
    tangan.tabel.horizontalScrollBar().setValue(120)
    nomor = tangan.tabel.currentIndex().row()
    titik = tangan.tabel.visualRect(tangan.model.index(nomor, 0)).center()
    assert tangan.tabel.indexAt(titik) == tangan.model.index(nomor, 0)
    assert not tangan.panel.grab().isNull()


# --- a whole quarter ----------------------------------------------------------------------------------


def test_a_whole_quarter_is_typed_by_keys_alone(tangan):
    tangan.panel.set_seluruh_kantor(True)
    tangan.panel.setFocus()
    tangan.tekan(K.Key_Home, CTRL)
    diketik = {}
    sebelum = None
    for angka in range(1, 200):
        kini = tangan.kini()
        if kini == sebelum:
            break
        diketik[kini] = Decimal(angka) / 4
        tangan.ketik(f"{angka / 4}".replace(".", ",") if angka % 4 else str(angka // 4), K.Key_Tab)
        sebelum = kini
    arsip = tangan.sesi.arsip
    dokumen = tangan.sesi.workspace.hasil(tangan.dokumen_id, 1)
    assert dokumen.terisi == dokumen.jumlah == 45
    for (formulasi_id, kunci), nilai in list(diketik.items())[:-1]:
        realisasi = arsip.realisasi(formulasi_id, 1)
        assert realisasi is not None
        nama = kunci.removeprefix("variabel:")
        ada = dict(realisasi.variabel or ()).get(nama) if ":" in kunci else getattr(realisasi, kunci)
        assert ada == nilai


def test_a_key_the_field_does_not_know_leaves_the_cell_open(tangan):
    tangan.ketik("45")
    assert tangan.editor is not None
    geser = QKeyEvent(QEvent.Type.KeyPress, K.Key_Shift, SHIFT)
    QApplication.sendEvent(tangan.editor, geser)
    assert isinstance(tangan.editor, QLineEdit)
    assert tangan.editor.text() == "45"


def test_a_refused_text_keeps_the_quarter_and_the_year_it_belongs_to(tangan):
    sesi = tangan.sesi
    tahun = sesi.tahun
    tangan.ketik("abc")
    sesi.set_periode(2)
    assert sesi.periode == 1, "the pickers say what the table shows"
    sesi.set_tahun(tahun + 1)
    assert sesi.tahun == tahun
    assert tangan.editor is not None
    assert tangan.editor.text() == "abc"
    tangan.tekan(K.Key_Escape)
    sesi.set_periode(2)
    assert sesi.periode == 2
