"""Rows of the lists of backups and of the journal."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from iki_desktop.ui.tampilan import JARAK

__all__ = ["renggangkan"]


def renggangkan(baris: QTreeWidgetItem) -> None:
    """Give a row air above and below its text."""
    baris.setSizeHint(0, QSize(0, QFontMetrics(QApplication.font()).height() + JARAK))
