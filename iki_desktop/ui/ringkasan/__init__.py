"""The page "Ringkasan": the chosen quarter at a glance."""

from iki_desktop.ui.ringkasan.panel import PanelRingkasan

__all__ = ["PanelRingkasan"]
