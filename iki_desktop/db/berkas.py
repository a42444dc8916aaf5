"""The ``.iki`` file of an office: made, opened, loaded, and written one edit at a time."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import BerkasDipegangError, ExportError, PenyimpananError, StoreError
from iki_desktop.core.jejak import AWALAN_BATAL
from iki_desktop.core.pemegang import Pemegang, sebut_pemegang
from iki_desktop.core.records import Record
from iki_desktop.db.galat import HANYA_BACA, SudahDibukaError, rusak, sebagai_store_error
from iki_desktop.db.gembok import Gembok
from iki_desktop.db.jumlah_uji import jumlahkan, jumlahkan_semua, sebagai_teks, tercatat
from iki_desktop.db.jurnal import catat
from iki_desktop.db.keutuhan import periksa_records
from iki_desktop.db.kodek import KodekError
from iki_desktop.db.pembaruan import (
    Penyalin,
    isi_kosong,
    naikkan,
    perbarui,
    salin_di_sebelah,
    sebagai_database,
)
from iki_desktop.db.pemegang import baca_pemegang, catat_pemegang, hapus_pemegang
from iki_desktop.db.sambungan import Sambungan, periksa_halaman, periksa_skema, sambungkan
from iki_desktop.db.tabel import JENIS, tabel
from iki_desktop.keluaran import tulis_atomik

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Berkas"]

_TIADA = (-1, -1)
"""What a picture in memory is on the disk."""


class Berkas:
    """An open ``.iki`` file; the ``Store`` behind a workspace.

    It holds the file for this program alone until ``tutup()``.  ``baca_saja`` is true where the
    file lies on something that can only be read, or where this is but a picture of a file that
    ``pemegang`` has open, as it was at ``per``: it loads, and each edit is refused with a sentence.
    """

    def __init__(self, path: Path, sambungan: Sambungan, pemegang: Pemegang | None = None) -> None:
        self.path = path
        self.baca_saja = sambungan.baca_saja
        self.pemegang = pemegang
        self.per = datetime.now()
        self._sambungan = sambungan
        self._conn = sambungan.conn
        self._db: Database | None = None
        self._jumlah: int | None = None
        self._gantung: dict[int, Edit] = {}

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
                isi_kosong(sementara)
        except ExportError as salah:
            raise StoreError(salah.pesan, salah.saran) from salah
        return cls.buka(path)

    @classmethod
    def buka(cls, path: Path, salin: Penyalin = salin_di_sebelah) -> Self:
        """Open a file; one of an older version is copied with ``salin`` and brought up to date first.

        Raises
        ------
        BerkasDipegangError
            where another program has it open: see ``buka_atau_lihat``.
        StoreError
            where it cannot be opened: newer, broken, or something else.
        """
        try:
            sambungan = sambungkan(path)
        except SudahDibukaError:
            raise
        except BerkasDipegangError as salah:
            kini = datetime.now()
            raise BerkasDipegangError(sebut_pemegang(baca_pemegang(path), kini), salah.saran) from salah
        try:
            periksa_skema(sambungan.conn)
            periksa_halaman(sambungan.conn, path)
            perbarui(sambungan, path, salin)
        except BaseException:
            sambungan.tutup()
            raise
        if not sambungan.baca_saja:
            catat_pemegang(path, datetime.now())
        return cls(path, sambungan)

    @classmethod
    def buka_atau_lihat(cls, path: Path, salin: Penyalin = salin_di_sebelah) -> Self:
        """Open a file; where another program has it open, a picture of it that can only be read.

        Raises
        ------
        StoreError
            where it can be neither opened nor read.
        """
        try:
            return cls.buka(path, salin)
        except SudahDibukaError:
            raise
        except BerkasDipegangError:
            return cls._lihat(path)

    @classmethod
    def _lihat(cls, path: Path) -> Self:
        from iki_desktop.db.bacaan import potret_terpegang  # noqa: PLC0415  (rare)

        pemegang = baca_pemegang(path)
        memori = potret_terpegang(path, naikkan)
        return cls(path, Sambungan(memori, True, _TIADA, Gembok()), pemegang)

    def tutup(self) -> None:
        """Let the file go.  A second time does nothing."""
        gembok = self._sambungan.gembok
        if not self.baca_saja and gembok.terpasang and gembok.menjaga(self.path):
            if self._gantung:
                with suppress(StoreError), sebagai_store_error(), self._tulis().atomic():
                    self._bereskan()
            hapus_pemegang(self.path)
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
            where a row holds what no record can, the rows do not fit together, or they are not what
            was written.
        """
        try:
            with sebagai_store_error(), _tanpa_gc():
                per_jenis, jumlah = self._muat_semua()
                periksa_records(per_jenis)
                catatan = tercatat(self._conn)
        except KodekError as salah:
            raise rusak() from salah
        if catatan not in (None, sebagai_teks(jumlah)):
            raise rusak()
        self._jumlah = jumlah
        return list(chain.from_iterable(per_jenis.values()))

    def _muat_semua(self) -> tuple[dict[type[Record], list[Record]], int]:
        per_jenis: dict[type[Record], list[Record]] = {}
        jumlah = 0
        for t in map(tabel, JENIS):
            baris = self._conn.execute(t.pilih).fetchall()
            jumlah += jumlahkan(t, baris)
            per_jenis[t.jenis] = t.baca(baris)
        return per_jenis, jumlah

    # --- writing --------------------------------------------------------------------------

    def apply(self, edit: Edit) -> int:
        """Write an edit and its line in the journal in one transaction, durable on return.

        Returns the number of that line.

        Raises
        ------
        PenyimpananError
            where what the file lies on failed, or the file is no longer in its place.
        StoreError
            where it could not be written; then nothing of it is.
        """
        self._periksa_tempat()
        nomor = self._tulis_edit(edit)
        try:
            self._periksa_tempat()
        except StoreError:
            self._gantung[nomor] = edit
            raise
        return nomor

    def _tulis_edit(self, edit: Edit) -> int:
        nomor = 0
        try:
            with sebagai_store_error(), self._tulis().atomic():
                jumlah = self._bereskan() + sum(map(self._terapkan, edit.changes))
                nomor = catat(self._conn, edit, sebagai_teks(jumlah))
        except BaseException:
            self._jumlah = None
            if nomor:
                self._gantung[nomor] = edit
            raise
        self._jumlah = jumlah
        self._gantung.clear()
        return nomor

    def _bereskan(self) -> int:
        """Take back an edit that was refused and is in the file all the same; returns the checksum.

        Where the very last flush of a transaction fails, SQLite says so, but what it wrote stays.
        """
        if self._jumlah is not None and not self._gantung:
            return self._jumlah
        from iki_desktop.db.riwayat import catatan_terakhir  # noqa: PLC0415  (rare)

        jumlah = jumlahkan_semua(self._conn)
        terakhir = catatan_terakhir(self._conn)
        edit = self._gantung.get(terakhir)
        if edit is not None:
            balik = Edit(f"{AWALAN_BATAL}{edit.text}", edit.inverse().changes, terakhir)
            jumlah += sum(map(self._terapkan, balik.changes))
            catat(self._conn, balik, sebagai_teks(jumlah))
        return jumlah

    def _periksa_tempat(self) -> None:
        """Before an edit, and again when it is written: what nobody will find is not kept."""
        if self.pemegang is not None:
            raise BerkasDipegangError(
                sebut_pemegang(self.pemegang, datetime.now()), "Anda dapat membaca, belum dapat mengubah."
            )
        if self.baca_saja:
            raise StoreError(*HANYA_BACA)
        if not self._sambungan.gembok.menjaga(self.path):
            diganti = os.path.lexists(self.path)
            apa = "sudah diganti dengan berkas lain" if diganti else "tidak ada lagi di tempatnya"
            raise PenyimpananError(
                f"Berkas “{self.path.name}” {apa}.",
                "Kembalikan ke sana, atau simpan salinan di tempat lain.",
            )

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
        from iki_desktop.db.cadangan import salin_teruji  # noqa: PLC0415  (start-up)

        salin_teruji(self._conn, tujuan)

    def _tulis(self) -> Database:
        if self._db is None:
            self._db = sebagai_database(self._conn)
        return self._db

    def _terapkan(self, change: Change) -> int:
        """Write one change; returns by how much it changes the checksum."""
        t = tabel(type(change.record))
        baris = t.baris(change.record)
        kunci, isi = baris[: t.kunci], baris[t.kunci :]
        # As it stands there: an older program may have written the same in another way.
        lama = self._conn.execute(t.pilih_satu, kunci).fetchall() if change.before is not None else []
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
        return jumlahkan(t, [baris] if change.after is not None else []) - jumlahkan(t, lama)


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
