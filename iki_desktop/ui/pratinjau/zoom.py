"""How large the pages are shown: by the window's width, whole, or by a percentage."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BESAR_BAKU",
    "DAFTAR_PERSEN",
    "HALAMAN_PENUH",
    "LEBAR_HALAMAN",
    "Zoom",
    "langkah",
    "persen",
    "zoom_dari",
]

PERSEN_TERKECIL, PERSEN_TERBESAR = 50, 200
DAFTAR_PERSEN = (50, 75, 100, 125, 150, 200)
_LANGKAH = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Zoom:
    """``persen`` 100 is life size as far as the screen tells its own; 0 follows the window."""

    kunci: str
    kata: str
    persen: int = 0


LEBAR_HALAMAN = Zoom("lebar", "Lebar halaman")
HALAMAN_PENUH = Zoom("penuh", "Halaman penuh")
BESAR_BAKU = LEBAR_HALAMAN


def persen(angka: int) -> Zoom:
    """A size in percent, within what the page offers."""
    angka = min(max(angka, PERSEN_TERKECIL), PERSEN_TERBESAR)
    return Zoom(str(angka), f"{angka} %", angka)


def zoom_dari(kunci: str) -> Zoom:
    """The zoom that was remembered; fitting the width where it was none."""
    for tetap in (LEBAR_HALAMAN, HALAMAN_PENUH):
        if tetap.kunci == kunci:
            return tetap
    return persen(int(kunci)) if kunci.isascii() and kunci.isdigit() else BESAR_BAKU


def langkah(kini: float, arah: int) -> Zoom:
    """The next larger (1) or smaller (-1) step from a size in percent."""
    if arah > 0:
        return persen(next((p for p in _LANGKAH if p > kini + 0.5), PERSEN_TERBESAR))
    return persen(next((p for p in reversed(_LANGKAH) if p < kini - 0.5), PERSEN_TERKECIL))
