"""The fields of a form: each shows one value, reads it back, and says when typing has ended.

A field knows nothing of records.  ``Borang`` puts values in, takes them out, and commits them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.formulir.ketikan import BarisTeks, KotakPilihan, TeksTumbuh
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, label_kecil, label_polos, warna

__all__ = [
    "Bidang",
    "BidangParagraf",
    "BidangPilihan",
    "BidangSatuan",
    "BidangTeks",
    "Opsi",
    "PesanIsian",
    "letak_rapat",
]

Opsi = tuple[Any, str, str]
"""A choice: its value, its words, and a line that says what it does."""


def letak_rapat(induk: QWidget, jarak: int = JARAK_RAPAT) -> QVBoxLayout:
    """A column without margins."""
    letak = QVBoxLayout(induk)
    letak.setContentsMargins(0, 0, 0, 0)
    letak.setSpacing(jarak)
    return letak


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


def _isi(bidang: Bidang, teks: str, *, wajib: bool) -> str | None:
    """A typed text cleaned; ``None`` where nothing is left."""
    bersih = bersihkan_teks(teks)
    if wajib and not bersih:
        nama = bidang.tempat_ketik().accessibleName() or "Isian ini"
        raise RuleError(f"{nama} belum diisi.", "Tuliskan dahulu.")
    return bersih or None


class _BidangBaris(Bidang):
    """What all fields of one typed line share."""

    def __init__(self, baris: QLineEdit) -> None:
        super().__init__()
        self._ketik = baris
        self._awal = ""
        baris.editingFinished.connect(self.selesai)

    def berubah(self) -> bool:
        return self._ketik.text() != self._awal

    def draf(self) -> str:
        return self._ketik.text()

    def pulihkan(self, draf: str) -> None:
        self._ketik.setText(draf)

    def tempat_ketik(self) -> QWidget:
        return self._ketik


class BidangTeks(_BidangBaris):
    """One line of text; emptied it is ``None``, and refused where the record must have one."""

    def __init__(self, *, wajib: bool = False, contoh: str = "", lebar: int = 0) -> None:
        self.baris = BarisTeks()
        batasi_lebar(self.baris, lebar)
        super().__init__(self.baris)
        self._wajib = wajib
        self.baris.setPlaceholderText(contoh)
        letak_rapat(self).addWidget(self.baris)

    def tampilkan(self, nilai: str | None) -> None:
        self.baris.pasang(nilai or "")
        self._awal = self.baris.text()

    def nilai(self) -> str | None:
        return _isi(self, self.baris.text(), wajib=self._wajib)


class BidangSatuan(_BidangBaris):
    """One line of text with usual words to choose from."""

    def __init__(self, usulan: Sequence[str]) -> None:
        self.kotak = KotakPilihan()
        self.kotak.setEditable(True)
        self.kotak.setInsertPolicy(KotakPilihan.InsertPolicy.NoInsert)
        self.kotak.setLineEdit(BarisTeks())
        self.kotak.addItems(list(usulan))
        self.kotak.setCompleter(None)  # type: ignore[arg-type]  # it would complete what is meant as typed
        baris = self.kotak.lineEdit()
        assert isinstance(baris, BarisTeks)
        self._baris = baris
        super().__init__(baris)
        self.kotak.activated.connect(lambda _nomor: self.selesai.emit())
        letak_rapat(self).addWidget(self.kotak)

    def tampilkan(self, nilai: str | None) -> None:
        self._baris.pasang(nilai or "")
        self._awal = self._baris.text()

    def nilai(self) -> str | None:
        return bersihkan_teks(self._baris.text()) or None

    def namai(self, label: str) -> None:
        self.kotak.setAccessibleName(label)
        super().namai(label)


class BidangParagraf(Bidang):
    """A text of any length over several lines."""

    def __init__(self, *, wajib: bool = False, contoh: str = "", baris: int = 2) -> None:
        super().__init__()
        self._wajib = wajib
        self.teks = TeksTumbuh(baris)
        self.teks.petunjuk_kosong = contoh
        self.teks.selesai.connect(self.selesai)
        self._awal = ""
        letak_rapat(self).addWidget(self.teks)

    def tampilkan(self, nilai: str | None) -> None:
        self.teks.pasang(nilai or "")
        self._awal = self.teks.teks()

    def nilai(self) -> str | None:
        return _isi(self, self.teks.teks(), wajib=self._wajib)

    def berubah(self) -> bool:
        return self.teks.teks() != self._awal

    def draf(self) -> str:
        return self.teks.teks()

    def pulihkan(self, draf: str) -> None:
        self.teks.setPlainText(draf)

    def tempat_ketik(self) -> QWidget:
        return self.teks


class BidangPilihan(Bidang):
    """One of a few values, in words; taken at once.

    ``bawaan`` is the value that is shown where the record has none.
    """

    def __init__(self, opsi: Sequence[Opsi], bawaan: Any = None) -> None:
        super().__init__()
        self.kotak = KotakPilihan()
        self._bawaan = bawaan
        self._opsi: list[Opsi] = []
        self._awal = -1
        self._arti = label_kecil()
        letak = letak_rapat(self)
        letak.addWidget(self.kotak)
        letak.addWidget(self._arti)
        self.set_opsi(opsi)
        self._arti.setVisible(any(o[2] for o in opsi))
        self.kotak.currentIndexChanged.connect(self._jelaskan)
        self.kotak.activated.connect(lambda _nomor: self.selesai.emit())

    def set_opsi(self, opsi: Sequence[Opsi]) -> None:
        """Offer other choices; the chosen value stays."""
        if list(opsi) == self._opsi:
            return
        terpilih = self.nilai() if self._opsi else None
        self._opsi = list(opsi)
        self.kotak.clear()
        self.kotak.addItems([o[1] for o in opsi])
        self._pilih(terpilih)
        self._awal = self.kotak.currentIndex()

    def _pilih(self, nilai: Any) -> None:
        semua = [o[0] for o in self._opsi]
        dicari = nilai if nilai in semua else self._bawaan
        self.kotak.setCurrentIndex(semua.index(dicari) if dicari in semua else -1)
        self._jelaskan()

    def _jelaskan(self) -> None:
        nomor = self.kotak.currentIndex()
        self._arti.setText(self._opsi[nomor][2] if nomor >= 0 else "")

    def tampilkan(self, nilai: Any) -> None:
        self._pilih(nilai)
        self._awal = self.kotak.currentIndex()

    def nilai(self) -> Any:
        nomor = self.kotak.currentIndex()
        return self._opsi[nomor][0] if nomor >= 0 else self._bawaan

    def berubah(self) -> bool:
        return self.kotak.currentIndex() != self._awal

    def draf(self) -> int:
        return self.kotak.currentIndex()

    def pulihkan(self, draf: int) -> None:
        self.kotak.setCurrentIndex(draf)

    def tempat_ketik(self) -> QWidget:
        return self.kotak


def batasi_lebar(baris: QLineEdit, huruf: int) -> None:
    """A field for a short text is no wider than about so many letters; 0 for as wide as there is room."""
    if huruf:
        baris.setMaximumWidth(baris.fontMetrics().averageCharWidth() * huruf)


def rata_kanan(baris: QLineEdit) -> None:
    """Numbers stand at the right."""
    baris.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
