"""Dates as people type them: ``2 Januari 2026``, ``2/1/2026``, ``02-01-2026``."""

from __future__ import annotations

import re
from datetime import date

from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip
from iki_desktop.naskah.tanggal import NAMA_BULAN

__all__ = ["baca_tanggal"]

_ANGKA = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_KATA = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,})\.?\s+(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

_EJAAN_LAMA = {"peb": "feb", "nop": "nov"}


def baca_tanggal(teks: str) -> date | None:
    """Read a whole date, the day first; ``None`` for an empty text.

    Raises
    ------
    RuleError
        where it is not a date of the calendar.
    """
    teks = " ".join(teks.split())
    if not teks:
        return None
    for tahun, bulan, hari in _bacaan(teks):
        try:
            return date(int(tahun), bulan, int(hari))
        except ValueError:
            continue
    raise RuleError(f"{kutip(teks)} bukan tanggal lengkap.", "Ketik misalnya 2 Januari 2026.")


def _bacaan(teks: str) -> list[tuple[str, int, str]]:
    if cocok := _ISO.fullmatch(teks):
        return [(cocok[1], int(cocok[2]), cocok[3])]
    if cocok := _ANGKA.fullmatch(teks):
        return [(cocok[3], int(cocok[2]), cocok[1])]
    if cocok := _KATA.fullmatch(teks):
        awal = cocok[2].casefold()
        awal = _EJAAN_LAMA.get(awal[:3], awal[:3]) + awal[3:]
        calon = [n for n, nama in enumerate(NAMA_BULAN, 1) if nama.casefold().startswith(awal)]
        return [(cocok[3], calon[0], cocok[1])] if calon else []
    return []
