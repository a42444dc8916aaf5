"""Text fields that behave on a form: they grow, let the page scroll, and share undo with the session."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QSizePolicy, QTextEdit, QWidget

from iki_desktop.ui.tampilan import Warna, warna

__all__ = ["BarisTeks", "KotakPilihan", "TeksTumbuh", "bingkai_isian", "perlihatkan"]

_KEMBALI = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back from another window or a menu: one has not left the field."""


def _giliran(event: QFocusEvent, lama: object) -> object:
    """Stands for one sitting at a field: a new one where the focus comes from another field."""
    return lama if event.reason() in _KEMBALI else object()


def _bukan_milik_sendiri(event: QEvent, dapat_urung: bool, dapat_ulang: bool) -> bool:
    """Whether Ctrl+Z or Ctrl+Y is for the session: the field has nothing of its own to take back."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    urung = event.matches(QKeySequence.StandardKey.Undo) and not dapat_urung
    return urung or (_ulangi(event) and not dapat_ulang)


def _ulangi(event: QEvent) -> bool:
    """Redo by the system's key, or by Ctrl+Y, which offices know from Word on any system."""
    if not isinstance(event, QKeyEvent):
        return False
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


def _mengulangi(event: QEvent, ulangi: Callable[[], object]) -> bool:
    """Whether the field itself did what the key asks for; first it claims the key from the menu."""
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not _ulangi(event):
        return False
    if event.type() == QEvent.Type.KeyPress:
        ulangi()
    event.accept()
    return True


def _gulungan(widget: QWidget) -> QScrollArea | None:
    """The page that scrolls around a widget."""
    induk = widget.parentWidget()
    while induk is not None and not isinstance(induk, QScrollArea):
        induk = induk.parentWidget()
    return induk


def perlihatkan(widget: QWidget) -> None:
    """Scroll the page so that the widget is seen, also where the page has yet to grow for it."""
    gulungan = _gulungan(widget)
    if gulungan is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        gulungan.ensureWidgetVisible(widget)


class BarisTeks(QLineEdit):
    """One line of text.  ``giliran`` stands for the time that one sits at it."""

    giliran: object = None

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.giliran = _giliran(e, self.giliran)
        super().focusInEvent(e)

    def event(self, event: QEvent) -> bool:
        if _bukan_milik_sendiri(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return True
        return (self.isRedoAvailable() and _mengulangi(event, self.redo)) or super().event(event)

    def pasang(self, teks: str) -> None:
        """Show a text; nothing is left to undo, and the cursor stays where it can."""
        letak = self.cursorPosition() if self.hasFocus() else 0
        self.setText(teks)
        self.setCursorPosition(min(letak, len(teks)))


class KotakPilihan(QComboBox):
    """A choice that a turn of the wheel over the page does not change.  ``giliran``: see ``BarisTeks``."""

    giliran: object = None

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.giliran = _giliran(e, self.giliran)
        super().focusInEvent(e)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        """The style draws hardly any border in the dark: the same as around the other fields."""
        super().paintEvent(e)
        w = warna()
        baris = self.lineEdit()
        fokus = self.hasFocus() or (baris is not None and baris.hasFocus())
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        tebal = 2.0 if fokus else 1.0
        pelukis.setPen(QPen(w.aksen if fokus else _tepi(w), tebal))
        daerah = QRectF(self.rect()).adjusted(tebal / 2, tebal / 2, -tebal / 2, -tebal / 2)
        pelukis.drawRoundedRect(daerah, 3, 3)
        pelukis.end()


class TeksTumbuh(QTextEdit):
    """Text over several lines, as high as what is in it; the page around it scrolls.

    ``giliran``: see ``BarisTeks``.
    """

    giliran: object = None
    selesai = Signal()

    def __init__(self, baris_minimum: int = 1, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._baris_minimum = baris_minimum
        self.petunjuk_kosong = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _ukuran: self.updateGeometry())
        self.cursorPositionChanged.connect(self._perlihatkan_kursor)

    def teks(self) -> str:
        """The text as typed, non-breaking blanks included."""
        mentah = self.document().toRawText()
        return mentah.replace("\u2029", "\n").replace("\u2028", "\n")

    def pasang(self, teks: str) -> None:
        """Show a text; nothing is left to undo, and the cursor stays where it can."""
        letak = self.textCursor().position() if self.hasFocus() else 0
        if teks != self.teks():
            self.setPlainText(teks)
            kursor = self.textCursor()
            kursor.setPosition(min(letak, self.document().characterCount() - 1))
            self.setTextCursor(kursor)
        self.document().clearUndoRedoStacks()

    def sizeHint(self) -> QSize:
        satu_baris = self.fontMetrics().lineSpacing() * self._baris_minimum
        isi = max(
            ceil(self.document().size().height()), ceil(satu_baris + 2 * self.document().documentMargin())
        )
        return QSize(super().sizeHint().width(), isi + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def event(self, e: QEvent) -> bool:
        dokumen = self.document()
        if _bukan_milik_sendiri(e, dokumen.isUndoAvailable(), dokumen.isRedoAvailable()):
            e.ignore()
            return True
        return (dokumen.isRedoAvailable() and _mengulangi(e, self.redo)) or super().event(e)

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._perlihatkan_kursor()

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def focusInEvent(self, e: QFocusEvent) -> None:
        self.giliran = _giliran(e, self.giliran)
        super().focusInEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.selesai.emit()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.petunjuk_kosong and self.document().isEmpty():
            self._lukis_petunjuk()

    def _lukis_petunjuk(self) -> None:
        blok = self.document().firstBlock()
        awal = self.document().documentLayout().blockBoundingRect(blok)
        kiri = awal.left() + blok.layout().lineAt(0).x() if blok.layout().lineCount() else awal.left()
        pelukis = QPainter(self.viewport())
        pelukis.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        daerah = self.viewport().rect().adjusted(0, 0, -4, 0)
        daerah.setTopLeft(QPointF(kiri, awal.top()).toPoint())
        pelukis.drawText(daerah, Qt.TextFlag.TextWordWrap, self.petunjuk_kosong)
        pelukis.end()

    def _perlihatkan_kursor(self) -> None:
        """The page scrolls along with the line that is written on."""
        gulungan = _gulungan(self)
        if gulungan is None or not self.hasFocus():
            return
        kursor = self.cursorRect()
        halaman = gulungan.widget()
        assert halaman is not None
        titik = self.viewport().mapTo(halaman, kursor.center())
        gulungan.ensureVisible(titik.x(), titik.y(), 0, 3 * kursor.height())


def _tepi(w: Warna) -> QColor:
    """Between the colour of rules and that of quiet text: 3:1 against the paper, so that a field is seen."""
    bagian = (
        (w.garis.red(), w.garis.green(), w.garis.blue()),
        (w.redup.red(), w.redup.green(), w.redup.blue()),
    )
    return QColor(*((4 * satu + 6 * dua) // 10 for satu, dua in zip(*bagian, strict=True)))


def bingkai_isian() -> str:
    """One border for all fields that are typed in, thicker and coloured where the focus is."""
    w = warna()
    return (
        f"QTextEdit, QLineEdit {{ border: 1px solid {_tepi(w).name()}; border-radius: 3px; }}"
        f"QTextEdit:focus, QLineEdit:focus {{ border: 2px solid {w.aksen.name()}; }}"
        "QTextEdit { padding: 1px; } QTextEdit:focus { padding: 0px; }"
        "QLineEdit { padding: 4px 3px; } QLineEdit:focus { padding: 3px 2px; }"
        "QComboBox { padding: 3px 4px; }"
        "QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0px; }"
    )
