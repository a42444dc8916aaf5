"""The ``.iki`` file of an office: made, opened, loaded, and written one edit at a time."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import ExportError, StoreError
from iki_desktop.core.records import Record
from iki_desktop.db.cadangan import nama_cadangan, salin_teruji
from iki_desktop.db.galat import RUSAK, sebagai_store_error
from iki_desktop.db.keutuhan import periksa_records
from iki_desktop.db.kodek import KodekError, ke_json
from iki_desktop.db.migrasi import APPLICATION_ID, VERSI, daftar_migrasi
from iki_desktop.db.sambungan import Sambungan, periksa_halaman, periksa_skema, sambungkan, versi_berkas
from iki_desktop.db.tabel import JENIS, tabel
from iki_desktop.keluaran import tulis_atomik

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Berkas"]

_SISIP_JURNAL = "INSERT INTO jurnal (waktu, pengguna, komputer, teks, perubahan) VALUES (?, ?, ?, ?, ?)"


class Berkas:
    """An open ``.iki`` file; the ``Store`` behind a workspace.

    It holds the file for this program alone until ``tutup()``.  ``baca_saja`` is true where the
    file lies on something that can only be read: it loads, and each edit is refused with a
    sentence.
    """

    def __init__(self, path: Path, sambungan: Sambungan) -> None:
        self.path = path
        self.baca_saja = sambungan.baca_saja
        self._sambungan = sambungan
        self._conn = sambungan.conn
        self._db: Database | None = None

    # --- opening and closing --------------------------------------------------------------

    @classmethod
    def buat(cls, path: Path) -> Self:
        """Make a new, empty file and open it.

        Raises
        ------
        StoreError
            where there is a file of that name, or none can be made there.
        """
        if os.path.lexists(path):
            raise StoreError(f"Berkas “{path.name}” sudah ada.", "Pilih nama lain.")
        try:
            with tulis_atomik(path) as sementara, sebagai_store_error():
                _isi_kosong(sementara)
        except ExportError as salah:
            raise StoreError(salah.pesan, salah.saran) from salah
        return cls.buka(path)

    @classmethod
    def buka(cls, path: Path) -> Self:
        """Open a file; one of an older version is copied, tested and brought up to date first.

        Raises
        ------
        StoreError
            where it cannot be opened: open elsewhere, newer, broken, or something else.
        """
        sambungan = sambungkan(path)
        try:
            periksa_skema(sambungan.conn)
            periksa_halaman(sambungan.conn, path)
            if versi_berkas(sambungan.conn) < VERSI:
                _perbarui(sambungan, path)
        except BaseException:
            sambungan.tutup()
            raise
        return cls(path, sambungan)

    def tutup(self) -> None:
        """Let the file go.  A second time does nothing."""
        self._sambungan.tutup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, salah: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.tutup()

    # --- reading --------------------------------------------------------------------------

    @property
    def sambungan_baca(self) -> sqlite3.Connection:
        """The connection, for those in this room who only read; it belongs to the opener's thread."""
        return self._conn

    def muat(self) -> list[Record]:
        """Every record of the file, parents before children.

        Raises
        ------
        StoreError
            where a row holds what no record can, or the rows do not fit together.
        """
        try:
            with sebagai_store_error(), _tanpa_gc():
                per_jenis = {jenis: self._muat_jenis(jenis) for jenis in JENIS}
                periksa_records(per_jenis)
        except KodekError as salah:
            raise StoreError(*RUSAK) from salah
        return list(chain.from_iterable(per_jenis.values()))

    def _muat_jenis(self, jenis: type[Record]) -> list[Record]:
        t = tabel(jenis)
        return t.baca(self._conn.execute(t.pilih).fetchall())

    # --- writing --------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Write an edit and its line in the journal in one transaction, durable on return.

        Raises
        ------
        StoreError
            where it could not be written; then nothing of it is.
        """
        with sebagai_store_error(), self._tulis().atomic():
            for change in edit.changes:
                self._terapkan(change)
            self._catat(edit)

    def siapkan_tulis(self) -> None:
        """Load what the first edit needs, so that it is as quick as those after it."""
        self._tulis()

    def cadangkan(self, tujuan: Path) -> None:
        """Write a tested copy of the file to ``tujuan``.

        Raises
        ------
        StoreError
            where it could not be made; then nothing is left there.
        """
        salin_teruji(self._conn, tujuan)

    def _tulis(self) -> Database:
        if self._db is None:
            self._db = _database(self._conn)
        return self._db

    def _terapkan(self, change: Change) -> None:
        t = tabel(type(change.record))
        baris = t.baris(change.record)
        kunci, isi = baris[: t.kunci], baris[t.kunci :]
        if change.before is None:
            hasil = self._conn.execute(t.sisip, baris)
        elif change.after is None:
            hasil = self._conn.execute(t.hapus, kunci)
        else:
            hasil = self._conn.execute(t.ubah, isi + kunci)
        if hasil.rowcount != 1:
            raise StoreError(
                "Isi berkas tidak sesuai dengan yang tampil.", "Tutup berkas, lalu buka kembali."
            )

    def _catat(self, edit: Edit) -> None:
        waktu = datetime.now().astimezone().isoformat(timespec="seconds")
        perubahan = ke_json(tuple(_catatan(c) for c in edit.changes))
        self._conn.execute(_SISIP_JURNAL, (waktu, _pengguna(), _komputer(), edit.text, perubahan))


def _database(conn: sqlite3.Connection) -> Database:
    from sqlite_utils import Database  # noqa: PLC0415  (costs 60 ms; a file is shown before it is changed)

    # Plugins are other people's code; recursive triggers need triggers, of which there are none.
    return Database(conn, execute_plugins=False, recursive_triggers=False)


def _isi_kosong(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        daftar_migrasi().apply(_database(conn))


def _perbarui(sambungan: Sambungan, path: Path) -> None:
    conn = sambungan.conn
    if sambungan.baca_saja:
        raise StoreError(
            "Berkas lama ini perlu diperbarui, tetapi hanya dapat dibaca.",
            "Salin ke folder lain, lalu buka salinannya.",
        )
    salin_teruji(conn, nama_cadangan(path, versi_berkas(conn)))
    with sebagai_store_error():
        daftar_migrasi().apply(_database(conn))
    periksa_skema(conn)
    if versi_berkas(conn) != VERSI:
        raise StoreError(*RUSAK)


@contextmanager
def _tanpa_gc() -> Iterator[None]:
    """A hundred thousand new records hold no cycles; looking for some doubles the time."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()


def _catatan(change: Change) -> dict[str, object]:
    """A change for the journal: what names the record, and the cells that differ."""
    t = tabel(type(change.record))
    nama = [k.nama for k in t.kolom]
    sebelum, sesudah = (
        dict(zip(nama, t.baris(r), strict=True)) if r is not None else {}
        for r in (change.before, change.after)
    )
    kunci = dict(zip(nama[: t.kunci], t.baris(change.record)[: t.kunci], strict=True))
    beda = [n for n in nama if sebelum.get(n) != sesudah.get(n) and n not in kunci]
    return {
        "jenis": t.nama,
        **kunci,
        "sebelum": {n: sebelum[n] for n in beda} if change.before is not None else None,
        "sesudah": {n: sesudah[n] for n in beda} if change.after is not None else None,
    }


def _pengguna() -> str:
    return os.environ.get("USERNAME") or os.environ.get("LOGNAME") or os.environ.get("USER") or ""


def _komputer() -> str:
    return os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")
