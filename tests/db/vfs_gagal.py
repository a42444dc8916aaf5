"""A disk that fails when it is told to: a layer of files of its own beneath SQLite.

SQLite reaches the system through a table of functions.  This puts before the real one a table that
counts every write, flush and change of length (or every reading), and lets the n-th of them fail,
and if wanted all after it.  Everything above it is the program as it is.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

IOERR_WRITE = sqlite3.SQLITE_IOERR_WRITE
IOERR_FSYNC = sqlite3.SQLITE_IOERR_FSYNC
IOERR_READ = sqlite3.SQLITE_IOERR_READ
FULL = sqlite3.SQLITE_FULL

_P = ctypes.c_void_p
_TULIS = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, ctypes.c_int, ctypes.c_int64)
_POTONG = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int64)
_SIRAM = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int)
_BUKA = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, _P, ctypes.c_int, _P)

# sqlite3_io_methods: iVersion, xClose, xRead, xWrite, xTruncate, xSync, and 14 more up to version 3.
_JUMLAH_METODE = 19
_XREAD, _XWRITE, _XTRUNCATE, _XSYNC = 2, 3, 4, 5
# sqlite3_vfs: iVersion, szOsFile, mxPathname, (padding), pNext, zName, pAppData, xOpen, and the rest.
_PANJANG_VFS = 22 * 8
_LETAK_NAMA, _LETAK_BUKA = 24, 40


@dataclass
class Cakram:
    """``gagal_pada``: the operation that fails, counted from 1; 0: none.  ``terus``: and all after it.

    ``baca``: readings are counted, and nothing else.
    """

    gagal_pada: int = 0
    terus: bool = False
    baca: bool = False
    kode: int = IOERR_WRITE
    dilakukan: int = 0
    kena: list[str] = field(default_factory=list)

    def jatuh(self, apa: str) -> bool:
        if (apa == "baca") != self.baca:
            return False
        self.dilakukan += 1
        gagal = self.dilakukan == self.gagal_pada or (self.terus and 0 < self.gagal_pada < self.dilakukan)
        if gagal:
            self.kena.append(apa)
        return gagal

    def mulai(self, gagal_pada: int, kode: int, *, terus: bool, baca: bool = False) -> None:
        self.baca = baca
        self.gagal_pada, self.kode, self.terus, self.dilakukan = gagal_pada, kode, terus, 0
        self.kena.clear()


def _pustaka() -> Any:
    """The very SQLite that Python's module uses."""
    import _sqlite3

    dalam = ctypes.CDLL(_sqlite3.__file__)
    for calon in (dalam, ctypes.CDLL(None), ctypes.CDLL(ctypes.util.find_library("sqlite3"))):
        try:
            calon.sqlite3_vfs_find.restype = _P
            calon.sqlite3_libversion.restype = ctypes.c_char_p
        except (AttributeError, OSError):
            continue
        if calon.sqlite3_libversion().decode() == sqlite3.sqlite_version:
            return calon
    raise OSError("SQLite of this Python cannot be reached")


@contextmanager
def cakram_gagal() -> Iterator[Cakram]:
    """Every connection that is opened within lies on such a disk."""
    pustaka, cakram = _pustaka(), Cakram()
    asli = pustaka.sqlite3_vfs_find(None)
    buka_asli = _BUKA(_baca_penunjuk(asli, _LETAK_BUKA))
    tabel: dict[int, Any] = {}

    @_BUKA
    def buka(vfs: int, nama: int, berkas: int, tanda: int, keluar: int) -> int:
        kode = buka_asli(asli, nama, berkas, tanda, keluar)
        metode = _baca_penunjuk(berkas, 0)
        if kode == 0 and metode:
            if metode not in tabel:
                tabel[metode] = _bungkus(metode, cakram)
            ctypes.c_void_p.from_address(berkas).value = ctypes.addressof(tabel[metode][0])
        return kode

    salinan = ctypes.create_string_buffer(ctypes.string_at(asli, _PANJANG_VFS), _PANJANG_VFS)
    nama = ctypes.create_string_buffer(b"cakram-gagal")
    alamat = ctypes.addressof(salinan)
    ctypes.c_void_p.from_address(alamat + _LETAK_NAMA).value = ctypes.addressof(nama)
    ctypes.c_void_p.from_address(alamat + _LETAK_BUKA).value = ctypes.cast(buka, _P).value
    assert pustaka.sqlite3_vfs_register(_P(alamat), 1) == 0
    try:
        yield cakram
    finally:
        pustaka.sqlite3_vfs_unregister(_P(alamat))
        pustaka.sqlite3_vfs_register(_P(asli), 1)


def _baca_penunjuk(alamat: int, letak: int) -> int:
    return ctypes.c_void_p.from_address(alamat + letak).value or 0


def _bungkus(metode: int, cakram: Cakram) -> tuple[Any, ...]:
    """A copy of a table of methods in which four may fail; what it needs is kept alive with it."""
    tiru = (ctypes.c_void_p * _JUMLAH_METODE).from_buffer_copy(
        ctypes.string_at(metode, _JUMLAH_METODE * ctypes.sizeof(_P))
    )
    baca_asli, tulis_asli = _TULIS(tiru[_XREAD] or 0), _TULIS(tiru[_XWRITE] or 0)
    potong_asli, siram_asli = _POTONG(tiru[_XTRUNCATE] or 0), _SIRAM(tiru[_XSYNC] or 0)

    @_TULIS
    def baca(berkas: int, isi: int, panjang: int, letak: int) -> int:
        return IOERR_READ if cakram.jatuh("baca") else baca_asli(berkas, isi, panjang, letak)

    @_TULIS
    def tulis(berkas: int, isi: int, panjang: int, letak: int) -> int:
        return cakram.kode if cakram.jatuh("tulis") else tulis_asli(berkas, isi, panjang, letak)

    @_POTONG
    def potong(berkas: int, panjang: int) -> int:
        return cakram.kode if cakram.jatuh("potong") else potong_asli(berkas, panjang)

    @_SIRAM
    def siram(berkas: int, tanda: int) -> int:
        return IOERR_FSYNC if cakram.jatuh("siram") else siram_asli(berkas, tanda)

    for letak, fungsi in ((_XREAD, baca), (_XWRITE, tulis), (_XTRUNCATE, potong), (_XSYNC, siram)):
        tiru[letak] = ctypes.cast(fungsi, _P).value
    return tiru, baca, tulis, potong, siram
