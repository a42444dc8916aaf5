"""What is said of backups: when, how large, how sure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.core.angka import format_angka
from iki_desktop.core.cadangan import Cadangan, Putusan
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.naskah.tanggal import tanggal_panjang

if TYPE_CHECKING:
    from iki_desktop.core.riwayat import Catatan

__all__ = [
    "HASIL_UJI",
    "sebut_catatan",
    "sebut_kedua",
    "sebut_saat",
    "sebut_status",
    "sebut_ukuran",
    "sebut_waktu",
]

HASIL_UJI = {
    Putusan.TERUJI: "✓ teruji",
    Putusan.TANPA_TANDA: "belum diuji",
    Putusan.BERUBAH: "✗ berubah sejak diuji",
}

_SEHARI = timedelta(days=1)
_SEL_TERPANJANG = 300
"""How much of an entry is told on one line."""


def sebut_waktu(waktu: datetime, kini: datetime) -> str:
    """A moment as one says it: “hari ini 08.01”, “kemarin 16.20”, “12 November 2026 16.20”."""
    jarak = kini.date() - waktu.date()
    hari = {0: "hari ini", 1: "kemarin"}.get(jarak.days) or tanggal_panjang(waktu.date())
    return f"{hari} {waktu:%H.%M}"


def sebut_ukuran(byte: int) -> str:
    """A size in kB or MB, as people say it."""
    from decimal import Decimal  # noqa: PLC0415  (start-up)

    if byte < 1_000_000:
        return f"{format_angka(Decimal(max(1, round(byte / 1000))))} kB"
    return f"{format_angka(Decimal(round(byte / 100_000)) / 10)} MB"


def sebut_status(
    terbaru: Cadangan | None, kini: datetime, keluhan: str | None, hilang_sejak: date | None
) -> tuple[str, bool]:
    """The words for the foot of the window, and whether they are a warning.

    ``hilang_sejak``: the day since which the second place has not been there.
    """
    if terbaru is None:
        teks, genting = "Belum ada cadangan", True
    else:
        teks = f"Cadangan terakhir {sebut_waktu(terbaru.waktu, kini)}"
        genting = kini - terbaru.waktu > _SEHARI
    if keluhan is not None:
        teks, genting = f"Cadangan gagal dibuat · {teks}", True
    elif genting and terbaru is not None:
        teks += ", sudah lewat sehari"
    if hilang_sejak is not None:
        teks += f" · Tempat kedua tidak ada sejak {_hari(hilang_sejak, kini.date())}"
    return teks, genting


def _hari(tanggal: date, kini: date) -> str:
    return "hari ini" if tanggal == kini else tanggal_panjang(tanggal)


def sebut_kedua(kedua: Path | None, keluhan: str | None, hilang_sejak: date | None) -> str:
    """The second place, and since when it was not there."""
    if kedua is None:
        return "belum dipilih (flash disk atau folder jaringan)"
    if hilang_sejak is not None:
        return f"{kedua} · tidak ada sejak {_hari(hilang_sejak, date.today())}"
    return f"{kedua} · {keluhan}" if keluhan else str(kedua)


# --- the journal ----------------------------------------------------------------------------------


def sebut_saat(catatan: Catatan) -> str:
    """When an entry was made."""
    if catatan.waktu is None:
        return "waktu tidak diketahui"
    return f"{tanggal_panjang(catatan.waktu.date())} {catatan.waktu:%H.%M}"


def sebut_catatan(catatan: Catatan) -> str:
    """An entry on one line: when, what, by whom."""
    oleh = f" ({catatan.pengguna})" if catatan.pengguna else ""
    return singkatkan(f"{sebut_saat(catatan)} · {catatan.teks}{oleh}", _SEL_TERPANJANG)
