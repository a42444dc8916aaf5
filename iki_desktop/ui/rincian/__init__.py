"""What belongs to one entry besides its number: words, ticked items, evidence."""

from __future__ import annotations

from iki_desktop.ui.rincian.panel import RincianIsian

__all__ = ["RincianIsian"]
