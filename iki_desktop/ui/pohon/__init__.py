"""The tree at the left: who answers for what, and how far it has come."""

from iki_desktop.ui.pohon.panel import PanelPohon

__all__ = ["PanelPohon"]
