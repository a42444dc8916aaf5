"""The quarters of a year, and the periods over which a figure is computed."""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.core.kalimat import deretkan

__all__ = [
    "ROMAWI",
    "SEMUA_PERIODE",
    "SEMUA_TRIWULAN",
    "Periode",
    "Sampai",
    "daftar_triwulan",
    "nama_periode",
    "nama_tw",
    "triwulan_periode",
    "triwulan_sebelum",
]

SEMUA_TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Sampai:
    """From the beginning of the year to the end of a quarter (1–4): ``s.d. Triwulan II``."""

    triwulan: int


Periode = int | Sampai | None
"""A quarter (1–4) alone, the year up to the end of one, or ``None`` for the whole year."""

SEMUA_PERIODE: tuple[Periode, ...] = (*SEMUA_TRIWULAN, *map(Sampai, SEMUA_TRIWULAN), None)


def triwulan_periode(periode: Periode) -> tuple[int, ...]:
    """The quarters that a period covers, in order."""
    match periode:
        case None:
            return SEMUA_TRIWULAN
        case Sampai(triwulan):
            return SEMUA_TRIWULAN[:triwulan]
        case triwulan:
            return (triwulan,)


def nama_periode(periode: Periode) -> str:
    """``Triwulan II``, ``s.d. Triwulan II`` or ``Setahun``."""
    return _nama(periode, "Triwulan", "Setahun")


def nama_tw(periode: Periode) -> str:
    """The same in a sentence or a narrow column: ``TW II``, ``s.d. TW II`` or ``setahun``."""
    return _nama(periode, "TW", "setahun")


def _nama(periode: Periode, triwulan: str, setahun: str) -> str:
    if periode is None:
        return setahun
    if isinstance(periode, Sampai):
        return f"s.d. {triwulan} {ROMAWI[periode.triwulan - 1]}"
    return f"{triwulan} {ROMAWI[periode - 1]}"


def triwulan_sebelum(periode: Periode) -> Periode:
    """The same one quarter earlier in the year; ``None`` where there is none before it, or it is a year."""
    match periode:
        case None | 1 | Sampai(1):
            return None
        case Sampai(triwulan):
            return Sampai(triwulan - 1)
        case triwulan:
            return triwulan - 1


def daftar_triwulan(triwulan: list[int] | tuple[int, ...]) -> str:
    """Name several quarters in one breath: ``TW I–III``, ``TW I dan III``; empty for none."""
    urut = sorted(triwulan)
    if not urut:
        return ""
    nama = [ROMAWI[t - 1] for t in urut]
    if len(urut) > 2 and urut[-1] - urut[0] == len(urut) - 1:
        return f"TW {nama[0]}–{nama[-1]}"
    return f"TW {deretkan(nama)}"
