"""Entering realisasi: the grid, its rows and columns, the open cell, the clipboard."""

from __future__ import annotations

from iki_desktop.ui.realisasi.panel import PanelRealisasi

__all__ = ["PanelRealisasi"]
