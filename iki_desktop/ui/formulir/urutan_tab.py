"""Tab goes through a form in the order in which it is read, also after rows were added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QWidget

__all__ = ["urutkan_tab"]


def urutkan_tab(induk: QWidget) -> None:
    """Chain everything that takes the focus in ``induk`` in reading order."""
    sebelum: QWidget | None = None
    for widget in _fokus_dalam(induk.layout()):
        if sebelum is not None:
            QWidget.setTabOrder(sebelum, widget)
        sebelum = widget


def _fokus_dalam(letak: QLayout | None) -> Iterator[QWidget]:
    if letak is None:
        return
    for nomor in _urutan(letak):
        butir = letak.itemAt(nomor)
        assert butir is not None
        widget = butir.widget()
        if widget is None:
            yield from _fokus_dalam(butir.layout())
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if not isinstance(widget, QAbstractScrollArea):
            yield from _fokus_dalam(widget.layout())


def _urutan(letak: QLayout) -> list[int]:
    """Row by row in a grid, else as added."""
    nomor = list(range(letak.count()))
    if isinstance(letak, QGridLayout):
        nomor.sort(key=lambda n: cast("tuple[int, ...]", letak.getItemPosition(n))[:2])
    return nomor
