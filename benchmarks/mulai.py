"""From the start of the process to a painted window, beside an empty window of the same size.

The child says when it has painted; its end is no part of what is measured.  The work of the
processor is told beside the time: on a machine that does other things it is the steadier number.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.layar import layar_x
from benchmarks.ukur import Baris, Lembar, anak, bergiliran, jalankan

__all__ = ["ukur"]

LANTAI = "lantai: jendela kosong PySide6"
CONTOH = "program dengan kantor contoh"
BESAR = "program dengan 10.800 indikator"
KERJA = "· waktu prosesor, "


def ukur(folder: Path, *, kecil: bool = False) -> Iterator[Lembar]:
    """Without a screen, and under an X server of its own where one is installed."""
    berkas = {CONTOH: folder / "contoh.iki"}
    jalankan("iki_desktop", "buat", berkas[CONTOH], "--contoh")
    if not kecil:
        berkas[BESAR] = folder / "besar.iki"
        buat_berkas(berkas[BESAR], Ukuran(12, 100))
    lingkungan = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    ulang = 1 if kecil else 20
    yield _ukur("tanpa layar", berkas, ulang, lingkungan | {"QT_QPA_PLATFORM": "offscreen"})
    if shutil.which("Xvfb") and not kecil:
        with layar_x() as nomor:
            x11 = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": nomor}
            yield _ukur("di X11 (Xvfb)", berkas, ulang, lingkungan | x11)


def _ukur(judul: str, berkas: Mapping[str, Path], ulang: int, lingkungan: dict[str, str]) -> Lembar:
    kerja: dict[str, list[float]] = {nama: [] for nama in (LANTAI, *berkas)}

    def jalan(nama: str, modul: str, *argumen: Path) -> float:
        awal = time.monotonic()
        hasil = anak(modul, *argumen, **lingkungan)
        kerja[nama].append(hasil["kerja"] * 1000)
        return float(hasil["saat"] - awal) * 1000

    giliran = {LANTAI: partial(jalan, LANTAI, "benchmarks.anak.jendela_kosong")}
    for nama, path in berkas.items():
        giliran[nama] = partial(jalan, nama, "benchmarks.anak.jendela_program", path)
    hasil = bergiliran(giliran, ulang)
    tujuan = {CONTOH: "≤ 1,5×"}
    baris = [Baris(LANTAI, hasil[LANTAI])]
    baris += [Baris(nama, hasil[nama], LANTAI, tujuan.get(nama, "")) for nama in berkas]
    baris.append(Baris(KERJA + LANTAI, tuple(kerja[LANTAI][1:])))
    baris += [Baris(KERJA + nama, tuple(kerja[nama][1:]), KERJA + LANTAI) for nama in berkas]
    return Lembar("mulai", f"sampai jendela terlukis, {judul}", tuple(baris))
