"""How dialogs look on every desktop."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QProxyStyle, QStyle

from iki_desktop.ui.tampilan import _TanpaGambar

GAMBAR = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons


class Bergambar(QProxyStyle):
    """A desktop that puts pictures on the buttons of dialogs."""

    def styleHint(self, hint, option=None, widget=None, returnData=None):
        return 1 if hint is GAMBAR else super().styleHint(hint, option, widget, returnData)


def bergambar(qtbot, gaya: QStyle) -> list[bool]:
    kotak = QDialogButtonBox()
    qtbot.addWidget(kotak)
    kotak.setStyle(gaya)
    kotak.setStandardButtons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
    return [not tombol.icon().isNull() for tombol in kotak.buttons()]


def test_buttons_of_dialogs_have_words_alone(qtbot, aplikasi):
    asal = Bergambar("Fusion")
    assert bergambar(qtbot, asal) == [True, True]
    assert bergambar(qtbot, _TanpaGambar(asal)) == [False, False]
    assert not aplikasi.style().styleHint(GAMBAR)
