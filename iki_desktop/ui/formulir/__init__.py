"""Forms: the editors of what is selected, and of the decision of the year."""

from __future__ import annotations

from iki_desktop.ui.formulir.daftar_editor import DaftarEditor
from iki_desktop.ui.formulir.panel import PanelSusunan
from iki_desktop.ui.formulir.panel_naskah import PanelKeputusan

__all__ = ["DaftarEditor", "PanelKeputusan", "PanelSusunan"]
