"""What is said right below a cell: why an entry is refused, or which of two numbers is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, label_polos, warna

__all__ = ["Gelembung", "Pilihan"]


def _letakkan(bingkai: QWidget, sel: QRect, lebar: int) -> None:
    """Right below the cell, or above it where there is no room; never outside the parent."""
    induk = bingkai.parentWidget()
    assert induk is not None
    bingkai.setMaximumWidth(min(lebar, induk.width()))
    bingkai.adjustSize()
    ukuran = bingkai.size()
    x = max(0, min(sel.left(), induk.width() - ukuran.width()))
    bawah, atas = sel.bottom() + 3, sel.top() - ukuran.height() - 3
    y = bawah if bawah + ukuran.height() <= induk.height() or atas < 0 else atas
    bingkai.move(QPoint(x, y))
    bingkai.raise_()
    bingkai.show()


class Gelembung(QFrame):
    """A sentence in the colour of a refusal; it never takes the focus or the mouse."""

    def __init__(self, induk: QWidget) -> None:
        super().__init__(induk)
        self.setObjectName("gelembung")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._teks = label_polos("", self)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK, JARAK_RAPAT, JARAK, JARAK_RAPAT)
        letak.addWidget(self._teks)
        self.hide()

    def teks(self) -> str:
        """The sentence that is shown; empty while hidden."""
        return "" if self.isHidden() else self._teks.text()

    def katakan(self, teks: str, sel: QRect) -> None:
        """Say it below a cell, given in the parent's coordinates."""
        w = warna()
        self.setStyleSheet(
            f"#gelembung {{ background: {w.latar_salah.name()}; border: 1px solid {w.salah.name()};"
            f" border-radius: 3px; }} QLabel {{ color: {w.salah.name()}; }}"
        )
        self._teks.setText(teks)
        huruf = self._teks.fontMetrics()
        lebar = min(huruf.horizontalAdvance(teks), huruf.averageCharWidth() * 46)
        self._teks.setMinimumWidth(lebar + JARAK_RAPAT)
        _letakkan(self, sel, lebar + 4 * JARAK)


class Pilihan(QFrame):
    """A few readings to choose from: by mouse, by arrows and Enter, or by their number.

    The keys come through ``tekan`` from whoever has the focus; with ``milik_sendiri`` the frame
    takes the focus itself.
    """

    def __init__(self, induk: QWidget) -> None:
        super().__init__(induk)
        self.setObjectName("pilihan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._judul = label_polos("", self)
        self._letak = QVBoxLayout(self)
        self._letak.setContentsMargins(JARAK, JARAK, JARAK, JARAK)
        self._letak.setSpacing(JARAK_RAPAT)
        self._letak.addWidget(self._judul)
        self._tombol: list[QPushButton] = []
        self._perbuatan: Sequence[Callable[[], object]] = ()
        self._selesai: Callable[[], object] | None = None
        self._terpilih = 0
        self.hide()

    @property
    def terbuka(self) -> bool:
        """Whether an answer is awaited."""
        return not self.isHidden()

    def judul(self) -> str:
        """The question."""
        return self._judul.text()

    def pilihan(self) -> list[str]:
        """The readings as they are shown."""
        return [t.text() for t in self._tombol]

    def tawarkan(
        self,
        judul: str,
        pilihan: Sequence[tuple[str, Callable[[], object]]],
        sel: QRect,
        *,
        selesai: Callable[[], object] | None = None,
        milik_sendiri: bool = False,
    ) -> None:
        """Ask; each reading is a label and what choosing it does.  ``selesai`` follows any answer."""
        self._bersihkan()
        self._selesai = selesai
        self._perbuatan = [perbuatan for _, perbuatan in pilihan]
        for nomor, (label, _) in enumerate(pilihan):
            self._tambah(nomor, label)
        self._warnai()
        self._judul.setText(judul)
        huruf = self._judul.fontMetrics()
        lebar = min(huruf.horizontalAdvance(judul), huruf.averageCharWidth() * 46)
        self._judul.setMinimumWidth(lebar + JARAK_RAPAT)
        self.setAccessibleName(". ".join([judul, *self.pilihan()]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if milik_sendiri else Qt.FocusPolicy.NoFocus)
        self._tandai(0)
        _letakkan(self, sel, huruf.averageCharWidth() * 60)
        if milik_sendiri:
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _bersihkan(self) -> None:
        for tombol in self._tombol:
            self._letak.removeWidget(tombol)
            tombol.hide()
            tombol.deleteLater()
        self._tombol.clear()

    def _tambah(self, nomor: int, label: str) -> None:
        tombol = QPushButton(f"{nomor + 1}   {label}", self)
        tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tombol.setFlat(True)
        tombol.clicked.connect(lambda _dicentang, n=nomor: self._pilih(n))
        self._letak.addWidget(tombol)
        self._tombol.append(tombol)

    def _warnai(self) -> None:
        w = warna()
        self.setStyleSheet(
            f"#pilihan {{ background: {w.kertas.name()}; border: 1px solid {w.aksen.name()};"
            f" border-radius: 3px; }}"
            f" QPushButton {{ text-align: left; border: none; padding: {JARAK_RAPAT}px {JARAK}px; }}"
            f" QPushButton:hover {{ background: {w.kelompok.name()}; }}"
            f" QPushButton[terpilih=true] {{ background: {w.aksen.name()};"
            f" color: {w.di_atas_aksen.name()}; }}"
        )

    def _tandai(self, nomor: int) -> None:
        self._terpilih = nomor % len(self._tombol)
        for satu, tombol in enumerate(self._tombol):
            tombol.setProperty("terpilih", satu == self._terpilih)
            tombol.style().unpolish(tombol)
            tombol.style().polish(tombol)

    def _pilih(self, nomor: int) -> None:
        self.tutup()
        self._perbuatan[nomor]()

    def tutup(self) -> None:
        """Take the question back."""
        self.hide()
        selesai, self._selesai = self._selesai, None
        if selesai is not None:
            selesai()

    def tekan(self, kejadian: QKeyEvent) -> bool:
        """A key while an answer is awaited; ``False`` where it is none of ours."""
        kunci = kejadian.key()
        nomor = kunci - Qt.Key.Key_1
        if 0 <= nomor < len(self._tombol):
            self._pilih(nomor)
        elif kunci in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._tandai(self._terpilih - 1)
        elif kunci in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._tandai(self._terpilih + 1)
        elif kunci in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pilih(self._terpilih)
        elif kunci == Qt.Key.Key_Escape:
            self.tutup()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.tekan(event):
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        return False
