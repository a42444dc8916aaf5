"""The preview: from an edit to the pages in view drawn anew, beside the same PDF without a window.

The program waits a moment for more edits before it begins; that pause is no work, but it is part of
what a person waits, and so of the first row.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak

__all__ = ["ukur"]

LANTAI = "lantai: PDF yang sama tanpa jendela"
BESAR = {"kantor biasa": Ukuran(1, 16, 2, 2), "kantor besar": Ukuran(1, 100)}
KECIL = {"kantor": Ukuran(1, 2, 1, 1)}


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Each size of office in a fresh process, edited and looked at again and again."""
    for judul, ukuran in (KECIL if kecil else BESAR).items():
        berkas = folder / f"{ukuran.jabatan}.iki"
        buat_berkas(berkas, ukuran)
        yield _ukur(berkas, f"{judul}, {ukuran.jabatan} jabatan", 2 if kecil else 25)


def _ukur(berkas: Path, judul: str, jumlah: int) -> Lembar:
    lingkungan = {} if os.environ.get("QT_QPA_PLATFORM") else {"QT_QPA_PLATFORM": "offscreen"}
    hasil: dict[str, list[float]] = anak("benchmarks.anak.pratinjau", berkas, jumlah, **lingkungan)
    ms = {nama: tuple(isi) for nama, isi in hasil.items()}
    return Lembar(
        "pratinjau",
        f"dari suntingan sampai halaman terlihat terlukis, {judul}",
        (
            Baris(LANTAI, ms["lantai"]),
            Baris("dari suntingan sampai terlukis", ms["semua"], tujuan="≤ 1.000 ms"),
            Baris("· tanpa jeda mengumpulkan suntingan", ms["kerja"], LANTAI),
            Baris("· susun dan tulis PDF, di samping jendela", ms["cetak"], LANTAI),
            Baris("· gambar dan lukis halaman yang terlihat", ms["lukis"]),
        ),
    )
