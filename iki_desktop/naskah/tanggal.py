"""Dates as they stand on a paper: the words are those of core."""

from __future__ import annotations

from iki_desktop.core.tanggal import NAMA_BULAN, tanggal_panjang

__all__ = ["NAMA_BULAN", "tanggal_panjang"]
