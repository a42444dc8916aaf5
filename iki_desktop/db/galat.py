"""What SQLite complains of, in sentences for the person in front of the screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from iki_desktop.core.errors import BerkasDipegangError, BerkasRusakError, PenyimpananError, StoreError

__all__ = [
    "RUSAK",
    "SudahDibukaError",
    "bukan_berkas_iki",
    "galat_sqlite",
    "rusak",
    "sebagai_store_error",
    "sedang_dibuka",
    "sudah_dibuka",
]

_COBA_LAGI = "Coba sekali lagi."

_KALIMAT = {
    sqlite3.SQLITE_BUSY: (
        "Berkas ini sedang dibuka di jendela atau program lain.",
        "Tutup dahulu yang lain.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Berkas ini hanya dapat dibaca.",
        "Salin ke folder lain, lalu buka salinannya.",
    ),
    sqlite3.SQLITE_FULL: ("Ruang penyimpanan habis.", "Kosongkan sebagian isinya, lalu coba lagi."),
    sqlite3.SQLITE_IOERR: (
        "Tempat penyimpanan tidak dapat dibaca atau ditulisi.",
        "Periksa flash disk atau jaringan, lalu coba lagi.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Berkas atau foldernya tidak dapat dibuka untuk ditulisi.",
        "Periksa izin folder, atau salin berkas ke folder lain.",
    ),
    sqlite3.SQLITE_CORRUPT: ("Isi berkas ini rusak.", "Buka salinan cadangannya."),
    sqlite3.SQLITE_NOTADB: ("Berkas ini bukan berkas IKI.", "Pilih berkas lain."),
    sqlite3.SQLITE_TOOBIG: ("Isinya terlalu panjang untuk disimpan.", "Pendekkan teksnya, lalu coba lagi."),
}
_SAMA = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_READONLY,
}

RUSAK = _KALIMAT[sqlite3.SQLITE_CORRUPT]
HANYA_BACA = _KALIMAT[sqlite3.SQLITE_READONLY]

_JENIS: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: BerkasDipegangError,
    sqlite3.SQLITE_READONLY: PenyimpananError,
    sqlite3.SQLITE_FULL: PenyimpananError,
    sqlite3.SQLITE_IOERR: PenyimpananError,
    sqlite3.SQLITE_CANTOPEN: PenyimpananError,
    sqlite3.SQLITE_CORRUPT: BerkasRusakError,
}


def bukan_berkas_iki() -> StoreError:
    """The refusal of a file that is something else."""
    return StoreError(*_KALIMAT[sqlite3.SQLITE_NOTADB])


def rusak() -> BerkasRusakError:
    """The refusal of a file that is damaged."""
    return BerkasRusakError(*_KALIMAT[sqlite3.SQLITE_CORRUPT])


def sedang_dibuka() -> BerkasDipegangError:
    """The refusal of a file that is open elsewhere."""
    return BerkasDipegangError(*_KALIMAT[sqlite3.SQLITE_BUSY])


class SudahDibukaError(BerkasDipegangError):
    """This very program has the file open: nobody else would let it go."""


def sudah_dibuka() -> SudahDibukaError:
    """The refusal of a file that this very program has open."""
    return SudahDibukaError(*_KALIMAT[sqlite3.SQLITE_BUSY])


def galat_sqlite(salah: Exception) -> StoreError:
    """The sentence for an error of SQLite, by its primary result code."""
    kode = getattr(salah, "sqlite_errorcode", None)
    if kode is None:
        # Not from SQLite itself: text that is not UTF-8, or a number that no column can hold.
        return StoreError("Isinya tidak dapat disimpan atau dibaca.", "Periksa kembali isinya.")
    utama = _SAMA.get(kode & 0xFF, kode & 0xFF)
    kalimat = _KALIMAT.get(utama) or ("Berkas tidak dapat dibaca atau ditulisi.", _COBA_LAGI)
    return _JENIS.get(utama, StoreError)(*kalimat)


@contextmanager
def sebagai_store_error() -> Iterator[None]:
    """Turn what SQLite, its binding and the system raise within into a ``StoreError``."""
    try:
        yield
    except (sqlite3.Error, OverflowError, UnicodeError) as salah:
        raise galat_sqlite(salah) from salah
    except OSError as salah:
        raise PenyimpananError(*_KALIMAT[sqlite3.SQLITE_IOERR]) from salah
