"""One paragraph or one list in the text of a section, with the steps that act on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from iki_desktop.core.records import Daftar
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.daftar_editor import DaftarEditor
from iki_desktop.ui.formulir.ketikan import TeksTumbuh
from iki_desktop.ui.tampilan import JARAK_RAPAT
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["BlokIsi", "Langkah", "NilaiBlok", "kunci"]

NilaiBlok = str | Daftar


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step on a block: its words, its keys, and whether a paragraph alone has the second key."""

    teks: str
    kunci: tuple[QKeyCombination, ...]
    pintasan: str
    perbuatan: Callable[[BlokIsi], object]
    kunci_alinea: tuple[QKeyCombination, ...] = ()


class BlokIsi(QWidget):
    """An editor of one value.

    ``asal`` is the value as saved; ``None`` for a block that nothing was written into yet.
    """

    selesai = Signal()

    def __init__(self, *, berdaftar: bool, langkah: tuple[Langkah, ...]) -> None:
        super().__init__()
        self.berdaftar = berdaftar
        self.asal: NilaiBlok | None = None
        self._langkah = langkah
        self._awal = ""
        self.editor: TeksTumbuh = DaftarEditor() if berdaftar else TeksTumbuh(1)
        self.editor.petunjuk_kosong = "Butir pertama" if berdaftar else "Tulis alinea di sini."
        self.editor.setAccessibleName("Daftar" if berdaftar else "Alinea")
        self.editor.selesai.connect(self.selesai)
        self.editor.installEventFilter(self)
        self.tombol = TombolTeks("Atur")
        self.tombol.setAccessibleName(f"Atur {'daftar' if berdaftar else 'alinea'} ini")
        self.tombol.setMenu(self._menu())
        self.tombol.installEventFilter(self)
        self._susun()

    def _susun(self) -> None:
        letak = QHBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(self.editor, 1)
        letak.addWidget(self.tombol, 0, Qt.AlignmentFlag.AlignTop)
        ukuran = self.tombol.sizePolicy()
        ukuran.setRetainSizeWhenHidden(True)
        self.tombol.setSizePolicy(ukuran)
        self.tombol.hide()

    def _menu(self) -> QMenu:
        menu = QMenu(self.tombol)
        for langkah in self._langkah:
            menu.addAction(f"{langkah.teks}\t{langkah.pintasan}").triggered.connect(self._pelaku(langkah))
        return menu

    def _pelaku(self, langkah: Langkah) -> Callable[[], None]:
        return lambda: (langkah.perbuatan(self), None)[1]

    # --- the value -------------------------------------------------------------------------

    def pasang(self, nilai: NilaiBlok | None) -> None:
        """Show a value as saved; ``None`` for nothing yet."""
        self.asal = nilai
        if isinstance(self.editor, DaftarEditor):
            self.editor.setDaftar(nilai if isinstance(nilai, tuple) else None)
        else:
            self.editor.pasang(nilai if isinstance(nilai, str) else "")
            self._awal = self.editor.teks()

    def berubah(self) -> bool:
        """Whether something else stands there than what was shown."""
        if isinstance(self.editor, DaftarEditor):
            return self.editor.berubah()
        return self.editor.teks() != self._awal

    def nilai(self) -> NilaiBlok | None:
        """What stands there, cleaned; ``None`` where nothing is left of it."""
        if not self.berubah():
            return self.asal
        if isinstance(self.editor, DaftarEditor):
            return self.editor.daftar() or None
        return bersihkan_teks(self.editor.teks()) or None

    def mentah(self) -> Any:
        """What is typed, as it stands."""
        if isinstance(self.editor, DaftarEditor):
            return self.editor.baris_draf()
        return self.editor.teks()

    def pulihkan(self, mentah: Any) -> None:
        """Show again what was typed."""
        if isinstance(self.editor, DaftarEditor):
            self.editor.pulihkan(mentah)
        else:
            self.editor.setPlainText(mentah)

    # --- steps -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._atur_tombol(dipakai=event.type() == QEvent.Type.FocusIn)
        elif event.type() == QEvent.Type.KeyPress and watched is self.editor:
            assert isinstance(event, QKeyEvent)
            return self._tekan(event)
        return super().eventFilter(watched, event)

    def _tekan(self, event: QKeyEvent) -> bool:
        ubahan = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ditekan = QKeyCombination(ubahan, Qt.Key(event.key()))
        for langkah in self._langkah:
            alinea = () if self.berdaftar else langkah.kunci_alinea
            if ditekan in (*langkah.kunci, *alinea):
                langkah.perbuatan(self)
                return True
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._atur_tombol(dipakai=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._atur_tombol(dipakai=False)

    def _atur_tombol(self, *, dipakai: bool) -> None:
        """The steps are seen only beside the block that is written on or pointed at."""
        fokus = self.editor.hasFocus() or self.tombol.hasFocus()
        self.tombol.setVisible(dipakai or fokus or self.underMouse() or self.tombol.menu().isVisible())


def kunci(tombol: Qt.Key, *ubahan: Qt.KeyboardModifier) -> QKeyCombination:
    """A key with its modifiers."""
    semua = Qt.KeyboardModifier.NoModifier
    for satu in ubahan:
        semua |= satu
    return QKeyCombination(semua, tombol)
