"""Qt's own words are Indonesian."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWizard,
)

from iki_desktop.ui.bahasa import pasang_bahasa


@pytest.fixture
def berbahasa(qapp):
    lama = QLocale()
    penerjemah = pasang_bahasa(qapp)
    yield qapp
    qapp.removeTranslator(penerjemah)
    QLocale.setDefault(lama)


INGGRIS = {
    "save", "cancel", "yes", "no", "close", "open", "discard", "apply", "reset", "help", "abort", "retry",
    "ignore", "undo", "redo", "cut", "copy", "paste", "delete", "select", "next", "back", "finish", "all",
    "without", "saving", "don't", "restore", "defaults", "file", "name", "look", "directory", "type",
}  # fmt: skip


def kata_inggris(teks: str) -> set[str]:
    return {k.strip("&.:…<>\t") for k in teks.replace("&", "").lower().split()} & INGGRIS


def test_all_standard_buttons_are_indonesian(qtbot, berbahasa):
    semua = [b for b in QDialogButtonBox.StandardButton if b.value and bin(b.value).count("1") == 1]
    kotak = QDialogButtonBox()
    qtbot.addWidget(kotak)
    for tombol in semua:
        if tombol != QDialogButtonBox.StandardButton.NoButton:
            kotak.addButton(tombol)
    teks = [b.text() for b in kotak.buttons()]
    assert len(teks) >= 15
    assert not [t for t in teks if kata_inggris(t)]


def test_message_box_wizard_and_text_menus_are_indonesian(qtbot, berbahasa):
    kotak = QMessageBox()
    qtbot.addWidget(kotak)
    kotak.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    wizard = QWizard()
    qtbot.addWidget(wizard)
    teks = [b.text() for b in kotak.buttons()]
    teks += [
        wizard.buttonText(b)
        for b in (
            QWizard.WizardButton.NextButton,
            QWizard.WizardButton.BackButton,
            QWizard.WizardButton.FinishButton,
        )
    ]
    for kolom in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(kolom)
        menu = kolom.createStandardContextMenu()
        teks += [a.text().split("\t")[0] for a in menu.actions()]
        menu.deleteLater()
    assert not [t for t in teks if kata_inggris(t)]
    assert "Tidak" in [t.replace("&", "") for t in teks]


def test_file_dialog_is_indonesian(qtbot, berbahasa, tmp_path):
    dialog = QFileDialog(None, "Buka", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    teks = [w.text() for w in dialog.findChildren(QLabel)] + [
        w.text() for w in dialog.findChildren(QPushButton)
    ]
    assert not [t for t in teks if kata_inggris(t)]


def test_what_is_not_in_the_table_stays(berbahasa):
    assert QCoreApplication.translate("Apa", "Kata yang tidak ada di tabel") == "Kata yang tidak ada di tabel"


def test_numbers_and_dates_follow_indonesia(berbahasa):
    assert QLocale().toString(1234.5) == "1.234,5"
    assert QLocale().toString(QDate(2026, 1, 2), "d MMMM yyyy") == "2 Januari 2026"
