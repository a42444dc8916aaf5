"""Font files on this computer: where they lie, what family and style each holds, what it may do.

Only what is asked of a file is read: its table directory, its names, its embedding bits, the
characters it covers.  ReportLab draws TrueType outlines only, so a file without a ``glyf``
table does not count.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

__all__ = ["MukaHuruf", "baca_muka", "cari_keluarga", "folder_huruf", "mencakup", "semua_muka"]

_AKHIRAN = frozenset({".ttf", ".ttc"})
_NAMA_KELUARGA, _NAMA_GAYA = 1, 2
_PLATFORM_MAC = 1
_MUKA_TERBANYAK = 64
_TABEL_TERBESAR = 4_000_000
_OS2_TERPENDEK = 64
_PETA_UNICODE = frozenset({(3, 1), (3, 10)})
_BENTUK_SEGMEN, _BENTUK_RENTANG = 4, 12
_BMP_TERAKHIR = 0xFFFF
_TERLARANG = 0x0002
_DIIZINKAN = 0x000C
"""Preview & print, and editable: either lifts the restriction (OS/2 fsType, OpenType specification)."""
_TANPA_SUBSET = 0x0300
"""No subsetting, or bitmaps only: a document with a subset of outlines may not be made."""
_TEBAL, _MIRING = 0x0020, 0x0001


@dataclass(frozen=True, slots=True)
class MukaHuruf:
    """One face in a font file; ``indeks`` is its place in a collection."""

    berkas: Path
    indeks: int
    keluarga: str
    tebal: bool
    miring: bool
    boleh: bool
    """Whether its licence lets a subset of it be embedded (OS/2 fsType)."""


def folder_huruf() -> tuple[Path, ...]:
    """The folders in which this computer keeps its fonts, the person's own first."""
    if sys.platform == "win32":
        lokal = os.environ.get("LOCALAPPDATA", "")
        windows = os.environ.get("WINDIR", r"C:\Windows")
        milik = [Path(lokal, "Microsoft", "Windows", "Fonts")] if lokal else []
        return (*milik, Path(windows, "Fonts"))
    rumah = Path.home()
    return (
        rumah / ".local/share/fonts",
        rumah / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


def cari_keluarga(nama: str) -> tuple[MukaHuruf, ...]:
    """The faces of a family that are installed and may be embedded; empty where there is none."""
    dicari = _kunci(nama)
    return tuple(m for m in semua_muka() if m.boleh and _kunci(m.keluarga) == dicari)


def _kunci(nama: str) -> str:
    return "".join(nama.split()).casefold()


@cache
def semua_muka() -> tuple[MukaHuruf, ...]:
    """Every TrueType face installed, in a fixed order.  Read once: fonts rarely come and go."""
    return tuple(muka for berkas in _semua_berkas() for muka in baca_muka(berkas))


def _semua_berkas() -> Iterator[Path]:
    for folder in folder_huruf():
        for akar, cabang, nama_berkas in os.walk(folder):
            cabang.sort()
            yield from (Path(akar, n) for n in sorted(nama_berkas) if Path(n).suffix.lower() in _AKHIRAN)


def baca_muka(berkas: Path) -> tuple[MukaHuruf, ...]:
    """The faces of a file; none where it is damaged, unreadable, or has no TrueType outlines."""
    try:
        with berkas.open("rb") as terbuka:
            muka = [_satu_muka(berkas, i, _Tabel(terbuka, awal)) for i, awal in enumerate(_awal(terbuka))]
    except (OSError, struct.error, ValueError):
        return ()
    return tuple(m for m in muka if m)


def _awal(terbuka: BinaryIO) -> tuple[int, ...]:
    """Where each face of the file begins: one, unless it is a collection."""
    kepala = terbuka.read(12)
    if kepala[:4] != b"ttcf":
        return (0,)
    jumlah = min(struct.unpack_from(">L", kepala, 8)[0], _MUKA_TERBANYAK)
    return struct.unpack(f">{jumlah}L", terbuka.read(4 * jumlah))


class _Tabel:
    """The tables of one face, read when they are asked for."""

    def __init__(self, terbuka: BinaryIO, awal: int) -> None:
        self._terbuka = terbuka
        terbuka.seek(awal)
        (jumlah,) = struct.unpack_from(">4xH", terbuka.read(12))
        arah = terbuka.read(16 * jumlah)
        self.letak: dict[bytes, tuple[int, int]] = {
            tanda: (letak, panjang) for tanda, letak, panjang in struct.iter_unpack(">4s4xLL", arah)
        }

    def isi(self, tanda: bytes) -> bytes:
        """The bytes of a table; none where there is no such table."""
        letak, panjang = self.letak.get(tanda, (0, 0))
        self._terbuka.seek(letak)
        return self._terbuka.read(min(panjang, _TABEL_TERBESAR))


def _satu_muka(berkas: Path, indeks: int, tabel: _Tabel) -> MukaHuruf | None:
    if not {b"glyf", b"name", b"cmap"} <= tabel.letak.keys():
        return None
    nama = _nama(tabel.isi(b"name"))
    os2 = tabel.isi(b"OS/2")
    fs_type, fs_selection = struct.unpack_from(">8xH52xH", os2) if len(os2) >= _OS2_TERPENDEK else (0, 0)
    gaya = nama.get(_NAMA_GAYA, "").lower()
    return MukaHuruf(
        berkas,
        indeks,
        nama.get(_NAMA_KELUARGA, ""),
        tebal=bool(fs_selection & _TEBAL) or "bold" in gaya,
        miring=bool(fs_selection & _MIRING) or "italic" in gaya or "oblique" in gaya,
        boleh=not fs_type & _TANPA_SUBSET and (not fs_type & _TERLARANG or bool(fs_type & _DIIZINKAN)),
    )


def _nama(isi: bytes) -> dict[int, str]:
    """The family and style names of a face; the Windows names are preferred, which are UTF-16."""
    jumlah, simpanan = struct.unpack_from(">2xHH", isi)
    nama: dict[int, str] = {}
    for n in range(jumlah):
        platform, _, _, jenis, panjang, letak = struct.unpack_from(">6H", isi, 6 + 12 * n)
        if jenis not in (_NAMA_KELUARGA, _NAMA_GAYA) or (platform == _PLATFORM_MAC and jenis in nama):
            continue
        mentah = isi[simpanan + letak : simpanan + letak + panjang]
        nama[jenis] = mentah.decode("mac_roman" if platform == _PLATFORM_MAC else "utf-16-be", "replace")
    return nama


# --- the characters of a face ---------------------------------------------------------------------


def mencakup(muka: MukaHuruf, kode: int) -> bool:
    """Whether a face has the character of this code point, without loading the face."""
    try:
        with muka.berkas.open("rb") as terbuka:
            cmap = _Tabel(terbuka, _awal(terbuka)[muka.indeks]).isi(b"cmap")
        return any(_dalam_peta(cmap, letak, kode) for letak in _peta(cmap))
    except (OSError, struct.error, ValueError, IndexError):
        return False


def _peta(cmap: bytes) -> set[int]:
    """Where the Unicode maps of a cmap table begin."""
    (jumlah,) = struct.unpack_from(">2xH", cmap)
    semua = (struct.unpack_from(">HHL", cmap, 4 + 8 * n) for n in range(jumlah))
    return {letak for platform, jenis, letak in semua if (platform, jenis) in _PETA_UNICODE or platform == 0}


def _dalam_peta(cmap: bytes, letak: int, kode: int) -> bool:
    (bentuk,) = struct.unpack_from(">H", cmap, letak)
    if bentuk == _BENTUK_RENTANG:
        (jumlah,) = struct.unpack_from(">12xL", cmap, letak)
        rentang = cmap[letak + 16 : letak + 16 + 12 * jumlah]
        return any(awal <= kode <= akhir for awal, akhir in struct.iter_unpack(">LL4x", rentang))
    if bentuk != _BENTUK_SEGMEN or kode > _BMP_TERAKHIR:
        return False
    return _dalam_segmen(cmap[letak:], kode)


def _dalam_segmen(peta: bytes, kode: int) -> bool:
    """Look a code up in a map of format 4: segments of ends, starts, deltas and offsets."""
    jumlah = struct.unpack_from(">6xH", peta)[0] // 2
    akhir = struct.unpack_from(f">{jumlah}H", peta, 14)
    segmen = next((n for n, a in enumerate(akhir) if kode <= a), jumlah)
    if segmen == jumlah:
        return False
    awal, delta, geser = (
        struct.unpack_from(">H", peta, 16 + 2 * (jumlah * bagian + segmen))[0] for bagian in (1, 2, 3)
    )
    if kode < awal:
        return False
    if not geser:
        return bool((kode + delta) & 0xFFFF)
    letak = 16 + 2 * (jumlah * 3 + segmen) + geser + 2 * (kode - awal)
    return bool(struct.unpack_from(">H", peta, letak)[0])
