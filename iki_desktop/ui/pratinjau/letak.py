"""Where the pages stand on the screen: one under the other, centred, at any size."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize

__all__ = ["JARAK_HALAMAN", "Letak", "Titik", "Ukuran", "skala_halaman_penuh", "skala_lebar", "susun"]

JARAK_HALAMAN = 16
"""Room around every page, in device-independent pixels."""

Ukuran = Sequence[tuple[float, float]]
"""Widths and heights of pages, in points."""


@dataclass(frozen=True, slots=True)
class Titik:
    """A point of a page (from 0): points from its left and upper edge; outside it is allowed."""

    halaman: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Letak:
    """The pages as rectangles; ``skala`` is pixels a point."""

    kotak: tuple[QRect, ...]
    luas: QSize
    skala: float

    def terlihat(self, atas: int, bawah: int) -> range:
        """The pages that reach between two heights."""
        mulai = bisect_right(self.kotak, atas, key=lambda k: k.bottom())
        sampai = bisect_right(self.kotak, bawah, key=lambda k: k.top())
        return range(mulai, max(sampai, mulai))

    def utama(self, atas: int, bawah: int) -> int:
        """The page of which most is seen; the upper one of two alike."""
        terlihat = self.terlihat(atas, bawah)
        if not terlihat:
            return min(terlihat.start, len(self.kotak) - 1)

        def tampak(nomor: int) -> int:
            kotak = self.kotak[nomor]
            return min(kotak.bottom(), bawah) - max(kotak.top(), atas)

        return max(terlihat, key=tampak)

    def titik(self, letak: QPointF) -> Titik:
        """The point of the nearest page under a place."""
        nomor = bisect_right(self.kotak, letak.y(), key=lambda k: k.top() - JARAK_HALAMAN // 2) - 1
        kotak = self.kotak[max(nomor, 0)]
        x, y = letak.x() - kotak.left(), letak.y() - kotak.top()
        return Titik(max(nomor, 0), x / self.skala, y / self.skala)

    def tempat(self, titik: Titik) -> QPointF:
        """Where a point of a page stands."""
        kotak = self.kotak[min(titik.halaman, len(self.kotak) - 1)]
        return QPointF(kotak.left() + titik.x * self.skala, kotak.top() + titik.y * self.skala)


def susun(ukuran: Ukuran, skala: float, ruang: int) -> Letak:
    """Lay the pages out in a room of so many pixels; wider pages make it wider."""
    seukuran = [QSize(round(lebar * skala), round(tinggi * skala)) for lebar, tinggi in ukuran]
    lebar = max(ruang, max(s.width() for s in seukuran) + 2 * JARAK_HALAMAN)
    kotak: list[QRect] = []
    atas = JARAK_HALAMAN
    for satu in seukuran:
        kotak.append(QRect((lebar - satu.width()) // 2, atas, satu.width(), satu.height()))
        atas += satu.height() + JARAK_HALAMAN
    return Letak(tuple(kotak), QSize(lebar, atas), skala)


def skala_lebar(ukuran: Ukuran, ruang: QSize) -> float:
    """The widest page fills the width."""
    return _skala(ruang.width(), max(lebar for lebar, _ in ukuran))


def skala_halaman_penuh(ukuran: Ukuran, ruang: QSize) -> float:
    """Every page is seen whole."""
    return min(skala_lebar(ukuran, ruang), _skala(ruang.height(), max(tinggi for _, tinggi in ukuran)))


def _skala(ruang: int, titik: float) -> float:
    return max(ruang - 2 * JARAK_HALAMAN, 1) / titik
