"""The typefaces of this computer in which the paper can be set.

Looking through every font file takes a while on the first time: ask in a worker.
"""

from __future__ import annotations

from iki_desktop.export.pdf.berkas_huruf import cari_keluarga, semua_muka
from iki_desktop.export.pdf.huruf import HURUF_BAWAAN

__all__ = ["alasan_ganti", "daftar_huruf"]


def daftar_huruf() -> tuple[str, ...]:
    """The families that may be embedded and have an upright face, by name; with the one that ships."""
    ada = {m.keluarga for m in semua_muka() if m.boleh and not m.miring and not m.tebal and m.keluarga}
    return tuple(sorted({HURUF_BAWAAN, *ada}, key=str.casefold))


def alasan_ganti(diminta: str | None) -> str:
    """Why a typeface that is asked for cannot be used; empty where it can, or none is asked for."""
    nama = (diminta or "").strip()
    if not nama or _rapat(nama) == _rapat(HURUF_BAWAAN):
        return ""
    if any(not m.miring and not m.tebal for m in cari_keluarga(nama)):
        return ""
    if any(_rapat(m.keluarga) == _rapat(nama) for m in semua_muka()):
        return "Izin huruf itu tidak membolehkannya disertakan dalam PDF."
    return "Huruf itu tidak terpasang di komputer ini."


def _rapat(nama: str) -> str:
    return "".join(nama.split()).casefold()
