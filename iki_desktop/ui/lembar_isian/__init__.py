"""Entry sheets in the window: handing empty ones out, taking filled ones in."""

from __future__ import annotations

from iki_desktop.ui.lembar_isian.pelaku import PelakuLembar

__all__ = ["PelakuLembar"]
