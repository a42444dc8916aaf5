"""The preview: the real PDF, seen while the office is being edited."""

from iki_desktop.ui.pratinjau.panel import PanelPratinjau

__all__ = ["PanelPratinjau"]
