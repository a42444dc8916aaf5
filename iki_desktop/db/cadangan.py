"""Copies of a file that are known to be good before anything relies on them."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from iki_desktop.core.errors import ExportError, StoreError
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.keluaran import nama_lain, tulis_atomik

__all__ = ["AKHIRAN_TANDA", "Potret", "baca_tanda", "nama_cadangan", "salin_teruji", "sidik", "tempat_tanda"]

AKHIRAN_TANDA = ".sha256"
"""Beside a tested copy lies its checksum, in the form that ``sha256sum -c`` reads."""


class Potret:
    """A file as it was at one moment, held in memory.

    Taken where the connection belongs, in a few milliseconds through SQLite's own backup; written
    and tested later, by any one thread, while the file is edited on.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        with sebagai_store_error():
            self._jumlah = _jumlah_baris(conn)
            self._memori = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
            conn.backup(self._memori)

    def kantor(self) -> str | None:
        """The name of the office in it; ``None`` where there is none, or several."""
        if "kecamatan" not in self._jumlah:
            return None
        nama = self._memori.execute("SELECT nama FROM kecamatan LIMIT 2").fetchall()
        return str(nama[0][0]) if len(nama) == 1 else None

    def tulis(self, tujuan: Path, *, tanda: bool = False) -> None:
        """Write it to ``tujuan`` and test what was written before it has that name.

        ``tanda``: put the checksum beside it, so that whoever finds the copy finds it tested.

        Raises
        ------
        StoreError
            where it could not be written, or is not sound; then nothing is left at ``tujuan``.
        """
        berkas_tanda = tempat_tanda(tujuan)
        try:
            with tulis_atomik(tujuan) as sementara, sebagai_store_error():
                self._tulis_halaman(sementara)
                _uji(sementara, self._jumlah)
                if tanda:
                    _tulis_tanda(berkas_tanda, sidik(sementara), tujuan.name)
        except BaseException as salah:
            if tanda:
                with suppress(OSError):
                    berkas_tanda.unlink(missing_ok=True)
            if isinstance(salah, ExportError):
                raise StoreError(salah.pesan, salah.saran) from salah
            raise

    def _tulis_halaman(self, sementara: Path) -> None:
        with closing(sqlite3.connect(sementara, isolation_level=None)) as salinan:
            # Nobody knows this file yet: it is flushed once, as a whole, before it gets its name.
            salinan.execute("PRAGMA journal_mode = OFF")
            salinan.execute("PRAGMA synchronous = OFF")
            self._memori.backup(salinan)

    def tutup(self) -> None:
        """Give the memory back."""
        self._memori.close()


def salin_teruji(conn: sqlite3.Connection, tujuan: Path, *, tanda: bool = False) -> None:
    """Copy an open file to ``tujuan`` through SQLite's own backup, and test the copy.

    Raises
    ------
    StoreError
        where the copy could not be made, or is not sound; then nothing is left at ``tujuan``.
    """
    potret = Potret(conn)
    try:
        potret.tulis(tujuan, tanda=tanda)
    finally:
        potret.tutup()


def _jumlah_baris(conn: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    daftar = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {n: conn.execute(f"SELECT count(*) FROM {_kutip(n)}").fetchone()[0] for (n,) in daftar}


def _kutip(nama: str) -> str:
    return '"{}"'.format(nama.replace('"', '""'))


def _uji(salinan: Path, jumlah: dict[str, int]) -> None:
    with closing(sqlite3.connect(salinan, isolation_level=None)) as conn:
        conn.execute("PRAGMA trusted_schema = OFF")
        utuh = conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        utuh = utuh and conn.execute("PRAGMA foreign_key_check").fetchone() is None
        utuh = utuh and _jumlah_baris(conn) == jumlah
    if not utuh:
        raise StoreError("Salinan cadangan tidak utuh.", "Berkas asal tidak diubah.")


# --- the mark of a test that was passed ---------------------------------------------------------


def tempat_tanda(path: Path) -> Path:
    """Where the checksum of a copy lies."""
    return path.with_name(path.name + AKHIRAN_TANDA)


def sidik(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    import hashlib  # noqa: PLC0415  (start-up)

    with path.open("rb") as berkas:
        return hashlib.file_digest(berkas, "sha256").hexdigest()


def _tulis_tanda(tempat: Path, isi: str, nama: str) -> None:
    with tulis_atomik(tempat) as sementara:
        sementara.write_text(f"{isi}  {nama}\n", encoding="utf-8")


def baca_tanda(path: Path) -> str | None:
    """The checksum that lies beside a copy; ``None`` where there is none."""
    try:
        with tempat_tanda(path).open(encoding="utf-8", errors="replace") as berkas:
            isi = berkas.read(64)
    except OSError:
        return None
    return isi if len(isi) == 64 else None


def nama_cadangan(path: Path, versi: int) -> Path:
    """Where the copy of an older file goes: beside it, never over another copy."""
    # A name has room for 255 bytes, and a letter takes up to four.
    tujuan = path.with_name(f"{path.stem[:50]} (cadangan versi {versi}){path.suffix[:8]}")
    return nama_lain(tujuan) if tujuan.exists() else tujuan
