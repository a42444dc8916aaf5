"""The keys come by the buttons of a dialog as the eye does: first the step, last the way out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QWidget

from iki_desktop.core.errors import TahunAdaError, Temuan
from iki_desktop.core.records import Keputusan
from iki_desktop.core.snapshot import potret
from iki_desktop.naskah.pilihan import Pilihan
from iki_desktop.ui.dialog.kunci_triwulan import BukaTriwulan, KunciTriwulan
from iki_desktop.ui.dialog.sebelum_cetak import SebelumCetak
from iki_desktop.ui.dialog.temuan import DaftarTemuan
from iki_desktop.ui.penetapan.alasan import TanyaAlasan


def _dilalui(dialog: QDialog) -> list[QPushButton]:
    """The buttons of the box, as Tab comes by them from the first field on."""
    (kotak,) = dialog.findChildren(QDialogButtonBox)
    ditemui: list[QPushButton] = []
    for _ in range(20):
        fokus: QWidget | None = dialog.focusWidget()
        widget = dialog if fokus is None else fokus
        if isinstance(widget, QPushButton) and widget.parentWidget() is kotak:
            if widget in ditemui:
                break
            ditemui.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return ditemui


@pytest.mark.parametrize(
    "buat",
    [
        lambda: TanyaAlasan("Susun naskah", "Isian diganti.", "Susun naskah"),
        lambda: BukaTriwulan("Triwulan I"),
        lambda: KunciTriwulan("Triwulan I", []),
        lambda: DaftarTemuan(TahunAdaError("Sudah ada.", [Temuan("tahun", "sudah ada")]), "k.json"),
    ],
)
def test_tab_comes_by_the_buttons_from_left_to_right(aplikasi, qtbot, buat):
    dialog = buat()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    tombol = _dilalui(dialog)
    assert len(tombol) >= 2
    awal = min(range(len(tombol)), key=lambda n: tombol[n].x())
    letak = [t.x() for t in tombol[awal:] + tombol[:awal]]
    assert letak == sorted(letak)


def test_a_reason_is_given_by_keyboard_alone(aplikasi, qtbot):
    dialog = TanyaAlasan("Susun naskah", "Isian diganti.", "Susun naskah")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    QTest.keyClicks(dialog.isian, "susunan organisasi berubah")
    QTest.keyClick(dialog.isian, Qt.Key.Key_Tab)
    fokus = dialog.focusWidget()
    assert fokus is not None
    QTest.keyClick(fokus, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.alasan() == "susunan organisasi berubah"


def _utuh(dialog: QDialog) -> bool:
    label = [satu for satu in dialog.findChildren(QLabel) if satu.isVisible() and satu.wordWrap()]
    assert label
    return all(satu.height() >= satu.heightForWidth(satu.width()) for satu in label)


@pytest.mark.parametrize(
    "buat",
    [
        lambda: TanyaAlasan("Susun naskah", "Isian diganti dengan usulan naskah. " * 3, "Susun naskah"),
        lambda: BukaTriwulan("Triwulan I"),
        lambda: KunciTriwulan("Triwulan I", []),
    ],
)
def test_no_sentence_of_a_dialog_is_cut(aplikasi, qtbot, buat):
    dialog = buat()
    qtbot.addWidget(dialog)
    dialog.show()
    assert _utuh(dialog)


def test_the_last_look_before_paper_shows_its_sentences_whole(qtbot, sesi_contoh):
    snapshot = potret(sesi_contoh.arsip, sesi_contoh.dokumen_aktif().id)
    keputusan = snapshot.dokumen.keputusan or Keputusan()
    dokumen = replace(snapshot.dokumen, keputusan=replace(keputusan, status="ditetapkan"))
    dialog = SebelumCetak(replace(snapshot, dokumen=dokumen), Pilihan())
    dialog.sebut_naskah("Keputusan, seperti ditetapkan")
    qtbot.addWidget(dialog)
    dialog.show()
    assert any("tetap" in satu.text() for satu in dialog.findChildren(QLabel))
    assert _utuh(dialog)


def test_enter_only_closes_a_list_of_findings(aplikasi, qtbot):
    dialog = DaftarTemuan(TahunAdaError("Sudah ada.", [Temuan("tahun", "sudah ada")]), "k.json")
    qtbot.addWidget(dialog)
    dialog.show()
    baku = [t for t in dialog.findChildren(QPushButton) if t.isDefault()]
    assert [t.text().replace("&", "") for t in baku] == ["Tutup"]
