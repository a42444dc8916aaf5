"""From the start of the process to a painted window, beside an empty window of the same size.

Both are started as ``python -m …``, paint once and end; the whole life of the process is timed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.kantor import Ukuran, buat_berkas
from benchmarks.layar import layar_x
from benchmarks.ukur import Baris, Lembar, bergiliran, jalankan, lama

__all__ = ["ukur"]

LANTAI = "lantai: jendela kosong PySide6"
CONTOH = "program dengan kantor contoh"
BESAR = "program dengan 10.800 indikator"


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


def _ukur(judul: str, berkas: dict[str, Path], ulang: int, lingkungan: dict[str, str]) -> Lembar:
    jalan = partial(jalankan, **lingkungan)
    giliran = {LANTAI: partial(lama, partial(jalan, "benchmarks.anak.jendela_kosong"))}
    for nama, path in berkas.items():
        giliran[nama] = partial(lama, partial(jalan, "iki_desktop", "--uji-mulai", path))
    hasil = bergiliran(giliran, ulang)
    tujuan = {CONTOH: "≤ 1,5×"}
    baris = [Baris(nama, hasil[nama], LANTAI, tujuan.get(nama, "")) for nama in berkas]
    return Lembar("mulai", f"sampai jendela terlukis, {judul}", (Baris(LANTAI, hasil[LANTAI]), *baris))
