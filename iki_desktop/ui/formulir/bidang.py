"""What all fields of a form share: each shows one value, reads it back, and says when typing has ended.

A field knows nothing of records.  ``Borang`` puts values in, takes them out, and commits them.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.ui.formulir.pesan_isian import PesanIsian
from iki_desktop.ui.tampilan import JARAK_RAPAT

__all__ = ["Bidang", "batasi_lebar", "letak_rapat", "rata_kanan"]


def letak_rapat(induk: QWidget, jarak: int = JARAK_RAPAT) -> QVBoxLayout:
    """A column without margins."""
    letak = QVBoxLayout(induk)
    letak.setContentsMargins(0, 0, 0, 0)
    letak.setSpacing(jarak)
    return letak


class Bidang(QWidget):
    """One field.  Its message is a widget of its own, placed by the form under the whole row."""

    selesai = Signal()
    """Typing has ended: the value may be committed."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.pesan = PesanIsian()

    def kenali(self, record: Any) -> None:
        """Look at the record around the value: choices and numbering may depend on it."""

    def tampilkan(self, nilai: Any) -> None:
        """Show a value as saved; typing that stands there is replaced."""
        raise NotImplementedError

    def nilai(self) -> Any:
        """The value that is typed.

        Raises
        ------
        RuleError
            where it is none.
        """
        raise NotImplementedError

    def berubah(self) -> bool:
        """Whether something was typed that is not saved."""
        raise NotImplementedError

    def draf(self) -> Any:
        """What is typed, as it stands, for ``pulihkan``."""
        raise NotImplementedError

    def pulihkan(self, draf: Any) -> None:
        """Show again what was typed and could not be saved."""
        raise NotImplementedError

    def tempat_ketik(self) -> QWidget:
        """The widget that takes the focus."""
        raise NotImplementedError

    def giliran(self) -> object | None:
        """Stands for one sitting at the field: what is committed in it is one step of undo.

        ``None`` for a field of several parts, where one goes from part to part.
        """
        return None

    def tolak(self, galat: IkiError) -> None:
        """Say why the value was not taken; the typing stays."""
        self.pesan.tampilkan(str(galat))
        self.tempat_ketik().setAccessibleDescription(str(galat))

    def terima(self) -> None:
        """The value was taken: there is nothing to say."""
        if self.pesan.teks():
            self.pesan.diam()
            self.tempat_ketik().setAccessibleDescription("")

    def namai(self, label: str) -> None:
        """The name that a screen reader says."""
        self.tempat_ketik().setAccessibleName(label)


def batasi_lebar(baris: QLineEdit, huruf: int) -> None:
    """A field for a short text is no wider than about so many letters; 0 for as wide as there is room."""
    if huruf:
        baris.setMaximumWidth(baris.fontMetrics().averageCharWidth() * huruf)


def rata_kanan(baris: QLineEdit) -> None:
    """Numbers stand at the right."""
    baris.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
