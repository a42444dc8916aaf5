"""One entry: from the key that ends it to every number that depends on it, in the real window.

The disk's flush is timed inside the program (the one COMMIT), and beside it the same transaction
alone.  Sums follow an entry after a pause of the program's own choice; the pause is no work, and
only the row "dengan jeda" holds it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak

__all__ = ["ukur"]

TRANSAKSI = "lantai: transaksi SQLite yang sama"
FSYNC = "lantai: fsync berkas kecil"
CAKUPAN = {"kantor": "tabel seluruh kantor", "jabatan": "tabel satu jabatan"}


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Both scopes of the grid, each in a fresh process and a fresh file."""
    ukuran = Ukuran(1, 3, triwulan=3) if kecil else Ukuran(1, 1112, triwulan=3)
    for cakupan, judul in CAKUPAN.items():
        berkas = folder / f"{cakupan}.iki"
        buat_berkas(berkas, ukuran)
        yield _ukur(berkas, cakupan, f"{judul}, {ukuran.jumlah_indikator} indikator", 3 if kecil else 300)


def _ukur(berkas: Path, cakupan: str, judul: str, jumlah: int) -> Lembar:
    folder = str(berkas.parent)
    lingkungan = {"XDG_DATA_HOME": folder}
    if not os.environ.get("QT_QPA_PLATFORM"):
        lingkungan["QT_QPA_PLATFORM"] = "offscreen"
    hasil: dict[str, list[float]] = anak("benchmarks.anak.isian", berkas, cakupan, jumlah, **lingkungan)
    ms = {nama: tuple(isi) for nama, isi in hasil.items()}
    return Lembar(
        "isian",
        judul,
        (
            Baris(FSYNC, ms["fsync"]),
            Baris(TRANSAKSI, ms["transaksi"]),
            Baris("tulis ke disk di dalam program", ms["flush"], TRANSAKSI),
            Baris("Enter sampai tabel terlukis", ms["langsung"], TRANSAKSI),
            Baris("· tombol: periksa, simpan, kabari", ms["tombol"]),
            Baris("· lukis tabel", ms["lukis"]),
            Baris("jumlah yang menyusul: hitung dan lukis", ms["susulan"]),
            Baris("semua angka, di luar tulis ke disk", ms["di_luar_flush"], TRANSAKSI, "p99 ≤ 16 ms"),
            Baris("· waktu prosesor untuk semua angka", ms["prosesor"]),
            Baris("semua angka, dengan jeda", ms["semua"]),
        ),
    )
