"""The small field in which a row is renamed: it grows with its text, and keeps what is refused."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_kecil, label_polos, warna

__all__ = ["PenyuntingNama"]

QWIDGETSIZE_MAX = (1 << 24) - 1
LEBAR_TERKECIL = 24
"""Characters that must find room, however deep the row stands."""


class PenyuntingNama(QPlainTextEdit):
    """Enter takes the text over, Shift+Enter makes a line, Esc leaves everything as it was."""

    def __init__(self, induk: QWidget) -> None:
        super().__init__(induk)
        self.terisi = False
        self._awal = ""
        self._baris = QRect()
        self._penolakan = label_polos("", self)
        self._penolakan.setFont(huruf_kecil())
        self._penolakan.hide()
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        palet = self.palette()
        palet.setColor(QPalette.ColorRole.WindowText, warna().aksen)
        self.setPalette(palet)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName("Ganti nama")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(JARAK_RAPAT)
        self.textChanged.connect(self._sunting)

    def isi(self, teks: str) -> None:
        """Show the text to edit, all of it selected."""
        self._awal = teks
        self.terisi = True
        self.setPlainText(teks)
        self.selectAll()

    def berubah(self) -> bool:
        """Whether something else is typed now than was there."""
        return bersihkan_teks(self.toPlainText()) != bersihkan_teks(self._awal)

    @property
    def tertolak(self) -> bool:
        """Whether what is typed was refused, and not changed since."""
        return bool(self._penolakan.text())

    def tolak(self, kalimat: str) -> None:
        """Say at the place why the text is not taken; an empty sentence takes that back."""
        self._penolakan.setText(kalimat)
        self._penolakan.setVisible(bool(kalimat))
        self.setAccessibleDescription(kalimat)
        palet = self._penolakan.palette()
        for peran in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palet.setColor(peran, warna().salah)
        self._penolakan.setPalette(palet)
        self._atur_ukuran()

    def tempatkan(self, baris: QRect) -> None:
        """Lie over a row, and over as many below it as the text needs."""
        self._baris = QRect(baris)
        self._atur_ukuran()

    def _sunting(self) -> None:
        if self.tertolak:
            self.tolak("")
        self._atur_ukuran()

    def _atur_ukuran(self) -> None:
        induk = self.parentWidget()
        assert induk is not None
        lebar_kecil = self.fontMetrics().averageCharWidth() * LEBAR_TERKECIL
        kiri = max(0, min(self._baris.left(), induk.width() - lebar_kecil))
        lebar = induk.width() - kiri
        bawah = self._penolakan.heightForWidth(lebar - 2 * JARAK) + JARAK if self.tertolak else 0
        tinggi = max(self._baris.height(), min(self._tinggi_teks(lebar) + bawah, induk.height()))
        atas = max(0, min(self._baris.top(), induk.height() - tinggi))
        self.setViewportMargins(0, 0, 0, bawah)
        self.setGeometry(kiri, atas, lebar, tinggi)

    def _tinggi_teks(self, lebar: int) -> int:
        """Measured apart from the field itself, whose own layout waits until it is shown."""
        ruang = lebar - 2 * (JARAK_RAPAT + self.frameWidth())
        kotak = QRect(0, 0, ruang, QWIDGETSIZE_MAX)
        lipat = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        teks = self.toPlainText()
        tinggi = self.fontMetrics().boundingRect(
            kotak, lipat, teks + ("x" if teks[-1:] in ("", "\n") else "")
        )
        return tinggi.height() + 2 * (JARAK_RAPAT + self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tinggi, tepi = self.viewportMargins().bottom(), JARAK_RAPAT + self.frameWidth()
        self._penolakan.setGeometry(tepi, self.height() - tinggi, self.width() - 2 * tepi, tinggi)
