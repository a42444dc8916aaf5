"""The list editor: its keys, its clipboard, and that what nobody touched comes out as it went in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from iki_desktop.core.records import Butir
from iki_desktop.ui.formulir import DaftarEditor

BERSARANG = (
    Butir("satu", (Butir("satu a"), Butir("satu b", ()))),
    Butir("dua", None, sebagai_objek=True),
    Butir("tiga"),
)


@pytest.fixture
def editor(aplikasi, qtbot):
    editor = DaftarEditor("a.")
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus()
    return editor


def tekan(editor, *tombol, alt=False):
    ubahan = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    for satu in tombol:
        QTest.keyClick(editor, satu, ubahan)


def ke_butir(editor, nomor, akhir=True):
    kursor = editor.textCursor()
    blok = editor.document().findBlockByNumber(nomor)
    kursor.setPosition(blok.position() + (blok.length() - 1 if akhir else 0))
    editor.setTextCursor(kursor)


def tempel(editor, teks):
    data = QMimeData()
    data.setText(teks)
    editor.insertFromMimeData(data)


def bentuk(daftar):
    """Texts alone, nested."""
    return [b.teks if not b.butir else (b.teks, bentuk(b.butir)) for b in daftar or ()]


@pytest.mark.parametrize(
    "daftar", [None, (), BERSARANG, (Butir("  ujung  "),), (Butir(""),), (Butir("a\nb\u2029c"),)]
)
def test_what_nobody_touched_comes_out_as_it_went_in(editor, daftar):
    editor.setDaftar(daftar)
    assert not editor.berubah()
    assert editor.daftar() is daftar


TEKS = st.text(st.characters(codec="utf-8"), max_size=6)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(Butir, TEKS, st.none() | st.lists(st.builds(Butir, TEKS), max_size=2).map(tuple)),
        max_size=4,
    )
)
def test_any_list_comes_out_as_it_went_in(editor, daftar):
    editor.setDaftar(tuple(daftar))
    assert not editor.berubah()
    assert editor.daftar() == tuple(daftar)
    assert len(editor.nomor()) == editor.document().blockCount()


def test_an_edit_leaves_the_marks_of_the_other_items(editor):
    editor.setDaftar(BERSARANG)
    ke_butir(editor, 4)
    QTest.keyClicks(editor, "!")
    assert editor.daftar() == (*BERSARANG[:2], Butir("tiga!"))


def test_typing_enter_and_tab_build_a_nested_list(editor):
    QTest.keyClicks(editor, "satu")
    tekan(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "dua")
    tekan(editor, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "tiga")
    tekan(editor, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "empat")
    tekan(editor, Qt.Key.Key_Tab)
    assert bentuk(editor.daftar()) == [("satu", [("dua", [("tiga", ["empat"])])])]
    assert editor.nomor() == ["a.", "1.", "a)", "1)"]


def _ruang_nomor(editor):
    """The room before each line, which its number is painted in."""
    return [blok.blockFormat().leftMargin() for blok in editor._naskah.blok()]


def test_there_is_room_for_the_numbers_of_a_list_that_begins_empty(editor):
    QTest.keyClicks(editor, "satu")
    tekan(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "dua")
    assert editor.nomor() == ["a.", "b."]
    kolom = editor.fontMetrics().horizontalAdvance("b.")
    assert all(ruang > kolom for ruang in _ruang_nomor(editor))
    editor.setDaftar(None)
    QTest.keyClicks(editor, "lagi")
    assert all(ruang > kolom for ruang in _ruang_nomor(editor))


def test_shift_tab_lifts_an_item_with_what_stands_under_it(editor):
    editor.setDaftar((Butir("a", (Butir("b", (Butir("c"),)),)),))
    ke_butir(editor, 1)
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert bentuk(editor.daftar()) == ["a", ("b", ["c"])]
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert bentuk(editor.daftar()) == ["a", ("b", ["c"])], "the outermost stays"


def test_the_first_item_cannot_be_nested(editor):
    editor.setDaftar((Butir("a"), Butir("b")))
    ke_butir(editor, 0)
    tekan(editor, Qt.Key.Key_Tab)
    assert not editor.berubah()


def test_enter_on_an_empty_item_lifts_it_and_then_rests(editor):
    editor.setDaftar((Butir("a", (Butir("b"),)),))
    ke_butir(editor, 1)
    tekan(editor, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert editor.document().blockCount() == 3
    QTest.keyClicks(editor, "c")
    assert bentuk(editor.daftar()) == [("a", ["b"]), "c"]


def test_alt_arrows_move_an_item_with_its_own(editor):
    editor.setDaftar(BERSARANG)
    ke_butir(editor, 0)
    tekan(editor, Qt.Key.Key_Down, alt=True)
    assert bentuk(editor.daftar()) == ["dua", ("satu", ["satu a", "satu b"]), "tiga"]
    QTest.keyClicks(editor, "!")
    tekan(editor, Qt.Key.Key_Up, Qt.Key.Key_Up, alt=True)
    assert bentuk(editor.daftar()) == [("satu!", ["satu a", "satu b"]), "dua", "tiga"]


def test_backspace_and_delete_remove_an_empty_item(editor):
    editor.setDaftar((Butir("a"), Butir("b"), Butir("c")))
    ke_butir(editor, 1)
    tekan(editor, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert not editor.berubah()
    assert editor.textCursor().blockNumber() == 1
    ke_butir(editor, 0)
    tekan(editor, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert not editor.berubah()
    assert editor.textCursor().block().text() == "b"


def test_backspace_in_an_empty_list_does_nothing(editor):
    tekan(editor, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    assert editor.daftar() is None


def test_backspace_at_the_start_lifts_then_joins(editor):
    editor.setDaftar((Butir("a", (Butir("b"),)),))
    ke_butir(editor, 1, akhir=False)
    tekan(editor, Qt.Key.Key_Backspace)
    assert bentuk(editor.daftar()) == ["a", "b"]
    tekan(editor, Qt.Key.Key_Backspace)
    assert bentuk(editor.daftar()) == ["ab"]


def test_deleting_a_parent_lifts_what_would_hang_in_the_air(editor):
    editor.setDaftar((Butir("a", (Butir("b", (Butir("c"),)),)),))
    ke_butir(editor, 0)
    kursor = editor.textCursor()
    kursor.setPosition(editor.document().findBlockByNumber(1).position() + 1, kursor.MoveMode.KeepAnchor)
    editor.setTextCursor(kursor)
    tekan(editor, Qt.Key.Key_Delete)
    assert bentuk(editor.daftar()) == [("a", ["c"])]


def test_pasted_lines_become_items_without_their_typed_numbers(editor):
    editor.setDaftar((Butir("awal"),))
    ke_butir(editor, 0)
    tekan(editor, Qt.Key.Key_Return)
    tempel(editor, "a. bahwa satu;\r\nb. bahwa dua;\r\n")
    assert bentuk(editor.daftar()) == ["awal", "bahwa satu;", "bahwa dua;"]
    tempel(editor, " x")
    assert bentuk(editor.daftar())[-1] == "bahwa dua;x"


def test_a_pasted_list_is_one_step_to_take_back(editor):
    editor.setDaftar((Butir("awal"),))
    ke_butir(editor, 0)
    tempel(editor, "satu\n\tdua\ntiga")
    assert bentuk(editor.daftar()) == [("awalsatu", ["dua"]), "tiga"]
    editor.undo()
    assert bentuk(editor.daftar()) == ["awal"]


def test_copying_keeps_the_depth(editor, qtbot):
    editor.setDaftar(BERSARANG)
    editor.selectAll()
    editor.copy()
    lain = DaftarEditor("1.")
    qtbot.addWidget(lain)
    lain.paste()
    assert bentuk(lain.daftar()) == bentuk(BERSARANG)


def test_long_hostile_text_stays_as_it_is(editor):
    aneh = "<b>tebal</b> &amp; </para> =1+1 😀 \u202eabc " + "panjang " * 700
    tempel(editor, aneh)
    assert editor.daftar() == (Butir(aneh.strip()),)
    satu_baris = editor.fontMetrics().lineSpacing()
    assert editor.sizeHint().height() > 10 * satu_baris, "it wraps and grows"


def test_shift_enter_breaks_the_line_inside_an_item(editor):
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "b")
    assert editor.daftar() == (Butir("a\nb"),)


def test_empty_items_are_left_out(editor):
    QTest.keyClicks(editor, " ")
    tekan(editor, Qt.Key.Key_Return)
    assert editor.daftar() is None
    editor.setDaftar((Butir("a"),))
    editor.selectAll()
    tekan(editor, Qt.Key.Key_Delete)
    assert editor.daftar() is None


def test_another_style_numbers_anew(editor):
    editor.setDaftar((Butir("a"), Butir("b")))
    editor.set_gaya("1)")
    assert editor.nomor() == ["1)", "2)"]
    assert not editor.grab().isNull()


@pytest.fixture
def di_antara(aplikasi, qtbot):
    """The editor between two lines, in a window that is active."""
    wadah = QWidget()
    qtbot.addWidget(wadah)
    letak = QVBoxLayout(wadah)
    atas, editor, bawah = QLineEdit(), DaftarEditor(), QLineEdit()
    for satu in (atas, editor, bawah):
        letak.addWidget(satu)
    editor.setDaftar((Butir("a"), Butir("b")))
    wadah.show()
    wadah.activateWindow()
    qtbot.waitActive(wadah)
    return atas, editor, bawah, wadah  # the window lives as long as the test


def test_tab_walks_through_a_form_without_changing_the_list(di_antara):
    atas, editor, bawah, _wadah = di_antara
    atas.setFocus()
    QTest.keyClick(atas, Qt.Key.Key_Tab)
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert bawah.hasFocus()
    QTest.keyClick(bawah, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Shift)
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert atas.hasFocus()
    assert not editor.berubah()


def test_escape_lets_tab_leave_the_list(di_antara):
    _, editor, bawah, _wadah = di_antara
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    ke_butir(editor, 1)
    tekan(editor, Qt.Key.Key_Tab)
    assert bentuk(editor.daftar()) == [("a", ["b"])]
    tekan(editor, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert bawah.hasFocus()


def test_leaving_the_list_says_so(di_antara, qtbot):
    _, editor, bawah, _wadah = di_antara
    editor.setFocus()
    with qtbot.waitSignal(editor.selesai):
        bawah.setFocus()


def test_an_empty_list_shows_what_belongs_there(editor):
    editor.petunjuk_kosong = "Belum ada butir."
    kosong = editor.grab().toImage()
    editor.petunjuk_kosong = ""
    assert editor.grab().toImage() != kosong
    QApplication.clipboard().clear()
