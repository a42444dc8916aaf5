"""Quiet notices at the foot of the window: they say what happened, offer one step, and leave."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_polos, warna

__all__ = ["BilahPesan"]

TAMPIL_BIASA = 8_000
TAMPIL_PENTING = 20_000
"""Milliseconds that a notice stays."""


class BilahPesan(QFrame):
    """One line above the status bar; hidden while there is nothing to say."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setObjectName("bilahPesan")
        self._teks = label_polos()
        self._tombol: list[QPushButton] = []
        self._tutup = QToolButton(self)
        self._tutup.setText("×")
        self._tutup.setAutoRaise(True)
        self._tutup.setObjectName("tutupPesan")
        self._tutup.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tutup.setAccessibleName("Tutup pesan")
        self._tutup.setToolTip("Tutup pesan")
        self._tutup.clicked.connect(self.hide)
        self._letak = QHBoxLayout(self)
        self._letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK, JARAK)
        self._letak.addWidget(self._teks, 1)
        self._letak.addWidget(self._tutup)
        self._jeda = QTimer(self, singleShot=True)
        self._jeda.timeout.connect(self.hide)
        self.hide()

    def teks(self) -> str:
        """The sentence shown now; empty while hidden."""
        return self._teks.text() if not self.isHidden() else ""

    def tampilkan(self, teks: str, *langkah: tuple[str, Callable[[], object]], penting: bool = False) -> None:
        """Show a sentence with steps, each a label and what it does; ``penting`` for a refusal."""
        self._buang_tombol()
        for label, perbuatan in langkah:
            self._tambah_tombol(label, perbuatan)
        self._teks.setText(teks)
        self.setAccessibleName(teks)
        self._warnai(penting)
        self.show()
        self._jeda.start(TAMPIL_PENTING if penting else TAMPIL_BIASA)

    def cabut(self, label: str) -> None:
        """Hide the sentence where it offers that step: the step is no longer what it was."""
        if any(tombol.text() == label for tombol in self._tombol):
            self.hide()

    def _buang_tombol(self) -> None:
        for tombol in self._tombol:
            self._letak.removeWidget(tombol)
            tombol.hide()
            tombol.deleteLater()
        self._tombol.clear()

    def _tambah_tombol(self, label: str, perbuatan: Callable[[], object]) -> None:
        tombol = QPushButton(label)
        tombol.clicked.connect(self.hide)
        tombol.clicked.connect(lambda: perbuatan())  # noqa: PLW0108  (drops the checked state)
        self._letak.insertWidget(1 + len(self._tombol), tombol)
        self._tombol.append(tombol)

    def _warnai(self, penting: bool) -> None:
        w = warna()
        latar, tepi = (w.latar_salah, w.salah) if penting else (w.kelompok, w.aksen)
        self.setStyleSheet(
            f"#bilahPesan {{ background: {latar.name()}; border-left: 4px solid {tepi.name()}; }}"
            "#tutupPesan { border: 2px solid transparent; border-radius: 3px; padding: 0 3px; }"
            f"#tutupPesan:focus {{ border-color: {w.aksen.name()}; }}"
        )
