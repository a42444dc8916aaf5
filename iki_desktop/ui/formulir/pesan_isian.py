"""What a form says under a field, quietly and beside what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from iki_desktop.ui.tampilan import JARAK, label_polos, warna

__all__ = ["PesanIsian"]


class PesanIsian(QWidget):
    """The line under a field: why it was refused, or what to look at; with choices where there are."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._label = label_polos(induk=self)
        self._tombol: list[QPushButton] = []
        self._salah = True
        self._letak = QHBoxLayout(self)
        self._letak.setContentsMargins(0, 0, 0, 0)
        self._letak.setSpacing(JARAK)
        self._letak.addWidget(self._label, 1)
        self._letak.addStretch(0)
        self.hide()

    def teks(self) -> str:
        """The sentence shown; empty while there is none."""
        return self._label.text() if not self.isHidden() else ""

    def tampilkan(
        self, teks: str, pilihan: Sequence[tuple[str, Callable[[], object]]] = (), *, salah: bool = True
    ) -> None:
        """Show a sentence; the same one again changes nothing, so that a pressed button lives on."""
        if teks == self.teks() and [t for t, _ in pilihan] == [t.text() for t in self._tombol]:
            return
        self._buang_tombol()
        for label, perbuatan in pilihan:
            tombol = QPushButton(label, self)
            tombol.setAutoDefault(True)
            tombol.clicked.connect(lambda *_, p=perbuatan: p())
            self._letak.insertWidget(1 + len(self._tombol), tombol)
            self._tombol.append(tombol)
        self._letak.setStretch(0, 0 if pilihan else 1)
        self._letak.setStretch(self._letak.count() - 1, 1 if pilihan else 0)
        self._label.setWordWrap(not pilihan)
        self._salah = salah
        self._label.setText(teks)
        self._warnai()
        self.show()

    def diam(self) -> None:
        """Say nothing."""
        self.hide()
        self._label.clear()
        self._buang_tombol()

    def tombol(self) -> list[QPushButton]:
        """The choices offered."""
        return list(self._tombol)

    def _buang_tombol(self) -> None:
        for tombol in self._tombol:
            self._letak.removeWidget(tombol)
            tombol.hide()
            tombol.deleteLater()
        self._tombol.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._warnai()

    def _warnai(self) -> None:
        palet = self._label.palette()
        w = warna()
        palet.setColor(QPalette.ColorRole.WindowText, w.salah if self._salah else w.peringatan)
        self._label.setPalette(palet)
