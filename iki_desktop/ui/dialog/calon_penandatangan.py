"""Who may sign a decision, as a list to choose from."""

from __future__ import annotations

from datetime import date

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.pejabat import jabatan_bersebutan, menurut_masa
from iki_desktop.core.records import Kecamatan, Keputusan, Penandatangan

__all__ = ["calon_penandatangan", "sebut_calon"]


def calon_penandatangan(kecamatan: Kecamatan, keputusan: Keputusan, hari_ini: date) -> list[Penandatangan]:
    """Who signs now, then those of the register who hold office on the day, then the others."""
    menjabat, lain = menurut_masa(kecamatan.pejabat or (), keputusan.tanggal or hari_ini)
    semua = [keputusan.penandatangan, *(p.penandatangan for p in (*menjabat, *lain))]
    return list(dict.fromkeys(p for p in semua if p is not None))


def sebut_calon(pejabat: Penandatangan) -> str:
    """A candidate in one line."""
    return satu_baris(f"{jabatan_bersebutan(pejabat)} — {pejabat.nama}")
