"""The quarters of a year, and the periods over which a figure is computed."""

from __future__ import annotations

from iki_desktop.core.kalimat import deretkan

__all__ = ["ROMAWI", "SEMUA_TRIWULAN", "Periode", "daftar_triwulan", "nama_periode"]

SEMUA_TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("I", "II", "III", "IV")

Periode = int | None
"""A quarter (1–4) alone, or ``None`` for the whole year."""


def nama_periode(periode: Periode) -> str:
    """``Triwulan II`` or ``Setahun``."""
    return "Setahun" if periode is None else f"Triwulan {ROMAWI[periode - 1]}"


def daftar_triwulan(triwulan: list[int] | tuple[int, ...]) -> str:
    """Name several quarters in one breath: ``TW I–III``, ``TW I dan III``; empty for none."""
    urut = sorted(triwulan)
    if not urut:
        return ""
    nama = [ROMAWI[t - 1] for t in urut]
    if len(urut) > 2 and urut[-1] - urut[0] == len(urut) - 1:
        return f"TW {nama[0]}–{nama[-1]}"
    return f"TW {deretkan(nama)}"
