"""The open cell: a text field that keeps what was typed until it is taken or given up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel
from iki_desktop.ui.tampilan import angka_sejajar, warna

__all__ = ["Penyunting"]


class Penyunting(QLineEdit):
    """An editor that knows which input it belongs to, whatever happens to the rows meanwhile."""

    def __init__(self, kunci: KunciSel, label: str, induk: QWidget) -> None:
        super().__init__(induk)
        self.kunci = kunci
        self.terisi = False
        self.setFrame(False)
        self.setAccessibleName(label)
        if kunci.kunci != CATATAN:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setFont(angka_sejajar())
        self.tandai(salah=False)

    def tandai(self, *, salah: bool, alasan: str = "") -> None:
        """Red while the text is refused; the reason is told to a screen reader as well."""
        w = warna()
        tepi = w.salah if salah else w.aksen
        gaya = (
            f"QLineEdit {{ border: 2px solid {tepi.name()}; padding: 0 4px; background: {w.kertas.name()}; }}"
        )
        if gaya != self.styleSheet():  # a style is parsed anew each time; this is called at every key
            self.setStyleSheet(gaya)
        self.setAccessibleDescription(alasan)
