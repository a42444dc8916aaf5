"""How any text of a person stands within a sentence: on one line, short, quoted, one among several."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["deretkan", "kutip", "satu_baris", "singkatkan"]

PANJANG_KUTIPAN = 40
"""Characters: enough to know a sasaran by, and a sentence around it stays one."""


def satu_baris(teks: str) -> str:
    """The same words on one line."""
    return " ".join(teks.split())


def singkatkan(teks: str, terpanjang: int) -> str:
    """The same words on one line, the end given up for ``…`` beyond so many characters."""
    teks = satu_baris(teks)
    return teks if len(teks) <= terpanjang else f"{teks[: terpanjang - 1]}…"


def kutip(teks: str, terpanjang: int = PANJANG_KUTIPAN) -> str:
    """Words between quotation marks, on one line, cut where they are long."""
    return f"“{singkatkan(teks, terpanjang)}”"


def deretkan(bagian: Sequence[str], kata: str = "dan") -> str:
    """``a``, ``a dan b``, ``a, b, dan c``, with the comma that EYD V asks for; empty for nothing."""
    if len(bagian) < 3:
        return f" {kata} ".join(bagian)
    return f"{', '.join(bagian[:-1])}, {kata} {bagian[-1]}"
