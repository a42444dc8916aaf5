"""Dates in words: 2 Januari 2026."""

from __future__ import annotations

from datetime import date

__all__ = ["NAMA_BULAN", "tanggal_panjang"]

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def tanggal_panjang(tanggal: date) -> str:
    """The date as it is written in a decision: day without a leading zero, month in words."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"
