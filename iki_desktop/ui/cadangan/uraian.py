"""What is told at length on these pages: an entry of the journal, and what differs between two states."""

from __future__ import annotations

from itertools import islice

from iki_desktop.core.kamus_riwayat import HITUNGAN
from iki_desktop.core.kata_riwayat import Pembaca
from iki_desktop.core.perbandingan import BedaJabatan, Perbandingan
from iki_desktop.core.riwayat import Catatan
from iki_desktop.ui.cadangan.kata import sebut_saat

__all__ = ["sebut_beda", "sebut_jumlah", "urai_catatan"]

_PERUBAHAN_TERBANYAK = 60
"""Records of an entry: a whole office that came in would fill the page."""


def urai_catatan(catatan: Catatan, pembaca: Pembaca) -> str:
    """An entry in full: its words, and each field before and after."""
    baris = [f"{sebut_saat(catatan)}, {catatan.pengguna or '–'} di {catatan.komputer or '–'}", catatan.teks]
    if catatan.perubahan is None:
        return "\n".join([*baris, "Perubahannya terlalu banyak untuk ditampilkan di sini."])
    semua = pembaca.urai(catatan)
    for judul, beda in islice(semua, _PERUBAHAN_TERBANYAK):
        baris += ["", judul, *(f"  {satu}" for satu in beda)]
    sisa = sum(1 for _ in semua)
    return "\n".join([*baris, "", f"… dan {sisa} perubahan lain"] if sisa else baris)


# --- what differs ---------------------------------------------------------------------------------


def sebut_jumlah(beda: Perbandingan) -> list[str]:
    """How many of each kind there are on both sides, where that differs."""
    return [f"{HITUNGAN.get(j, j)}: {satu} → {dua}" for j, satu, dua in beda.jumlah if satu != dua]


def sebut_beda(beda: Perbandingan) -> list[str]:
    """What comes, goes and changes, post by post."""
    baris = [_sebut_satu(satu) for satu in beda.jabatan]
    luar = beda.di_luar
    if any((luar.bertambah, luar.berkurang, luar.berubah)):
        baris.append(f"Di luar jabatan{_sebut_satu(luar)}")
    return baris


def _sebut_satu(beda: BedaJabatan) -> str:
    isi = (("ditambah", beda.bertambah), ("dihapus", beda.berkurang), ("diubah", beda.berubah))
    return f"{beda.nama}: {', '.join(f'{n} {kata}' for kata, n in isi if n)}"
