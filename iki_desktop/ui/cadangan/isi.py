"""What a backup holds, in words."""

from __future__ import annotations

from collections.abc import Sequence

from iki_desktop.core.isi_cadangan import IsiCadangan
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.ui.cadangan.kata import sebut_catatan

__all__ = ["sebut_isi"]

_SEBUTAN = {"realisasi": "isian realisasi"}
_KANTOR_TERBANYAK = 8


def sebut_isi(isi: IsiCadangan) -> str:
    """Offices and years, how much of everything, and the last entries."""
    baris = [_sebut_kantor(*satu) for satu in isi.kantor[:_KANTOR_TERBANYAK]]
    if not baris:
        baris = ["Belum ada kecamatan di dalamnya."]
    if (sisa := len(isi.kantor) - _KANTOR_TERBANYAK) > 0:
        baris.append(f"… dan {sisa} kecamatan lain")
    baris.append(", ".join(f"{banyak} {_SEBUTAN.get(jenis, jenis)}" for jenis, banyak in isi.jumlah))
    if isi.catatan:
        baris += ["", "Pekerjaan terakhir"]
        baris += [f"  {sebut_catatan(satu)}" for satu in isi.catatan]
    return "\n".join(baris)


def _sebut_kantor(nama: str, tahun: Sequence[int]) -> str:
    tahunnya = f"tahun {', '.join(map(str, tahun))}" if tahun else "belum ada tahun"
    return f"Kecamatan {singkatkan(nama, 80)}: {tahunnya}"
