"""How long a whole kabupaten's file takes to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak, bergiliran

__all__ = ["BESAR", "KECIL", "ukur"]

LANTAI = "lantai: SELECT * dengan sqlite3"
BESAR = {
    "12 kecamatan × 100 jabatan": Ukuran(12, 100),
    "1 kecamatan × 1.200 jabatan": Ukuran(1, 1200),
}
KECIL = {"2 kecamatan × 2 jabatan": Ukuran(2, 2)}


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Open each size of file in fresh processes, beside a bare reading of its tables."""
    ukuran = KECIL if kecil else BESAR
    for judul, satu in ukuran.items():
        yield _ukur(folder, judul, satu, 2 if kecil else 15)


def _ukur(folder: Path, judul: str, ukuran: Ukuran, ulang: int) -> Lembar:
    path = folder / f"buka {ukuran.kecamatan}.iki"
    buat_berkas(path, ukuran)
    bagian: dict[str, list[float]] = {"buka": [], "muat": [], "workspace": []}

    def program() -> float:
        hasil: dict[str, float] = anak("benchmarks.anak.buka", path)
        for nama, ms in hasil.items():
            bagian[nama].append(ms)
        return sum(hasil.values())

    def lantai() -> float:
        ms: float = anak("benchmarks.anak.lantai_baca", path)["baca"]
        return ms

    giliran: dict[str, Callable[[], float]] = {LANTAI: lantai, "program": program}
    hasil = bergiliran(giliran, ulang)
    return Lembar(
        "buka",
        f"{judul}, {ukuran.jumlah_indikator:n} indikator, {path.stat().st_size / 1e6:.1f} MB",
        (
            Baris(LANTAI, hasil[LANTAI]),
            Baris("sampai ruang kerja", hasil["program"], LANTAI, "p50 ≤ 500 ms"),
            Baris("· buka: kunci, skema, periksa halaman", tuple(bagian["buka"][1:])),
            Baris("· muat: baris menjadi record", tuple(bagian["muat"][1:])),
            Baris("· ruang kerja: susun di memori", tuple(bagian["workspace"][1:])),
        ),
    )
