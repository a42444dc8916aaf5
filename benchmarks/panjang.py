"""Printing that grows: does twice the paper take twice the time, and how much memory does it hold?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.cetak import halaman
from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.ukur import Baris, Lembar, anak, bergiliran, persentil

__all__ = ["ukur"]

BESAR = (25, 50, 100, 200)
KECIL = (1, 2)
LANTAI = "lantai: 100 halaman dari cetakan terkecil"


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """One PDF of more and more posts, each in a fresh process; imports are not counted."""
    jabatan = KECIL if kecil else BESAR
    puncak: dict[int, list[float]] = {n: [] for n in jabatan}
    for n in jabatan:
        buat_berkas(folder / f"{n}.iki", Ukuran(1, n))

    def jalan(n: int) -> float:
        hasil: dict[str, float] = anak(
            "benchmarks.anak.cetak", "pdf", folder / f"{n}.iki", folder / f"{n}.pdf"
        )
        puncak[n].append(hasil["puncak"])
        return hasil["susun"] + hasil["tulis"]

    hasil = bergiliran({str(n): partial(jalan, n) for n in jabatan}, 1 if kecil else 7)
    lembar = {n: halaman(folder / f"{n}.pdf") for n in jabatan}
    yield Lembar(
        "panjang",
        f"satu PDF, {jabatan[0]} sampai {jabatan[-1]} jabatan, 9 indikator setiap jabatan",
        (
            *(Baris(f"{n} jabatan, {lembar[n]} halaman", hasil[str(n)]) for n in jabatan),
            *_seratus_halaman({n: hasil[str(n)] for n in jabatan}, lembar),
        ),
        tuple(f"{n} jabatan: memori paling banyak {persentil(mb, 100):.0f} MB." for n, mb in puncak.items()),
    )


def _seratus_halaman(hasil: dict[int, tuple[float, ...]], lembar: dict[int, int]) -> Iterator[Baris]:
    """The same pace at every length is a ratio of 1."""
    terkecil, *lain = hasil
    pukul = {n: tuple(satu * 100 / lembar[n] for satu in ms) for n, ms in hasil.items()}
    yield Baris(LANTAI, pukul[terkecil])
    for n in lain:
        yield Baris(f"100 halaman dari cetakan {n} jabatan", pukul[n], LANTAI, "± 1×")
