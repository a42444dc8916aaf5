"""A working copy on this computer of a file that lies on a flash disk, in a network or a cloud folder.

The file is copied once, edited here, and written back where it came from: only where it still is,
byte for byte, what was copied.  What another person wrote meanwhile is never written over.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from iki_desktop.core.errors import BerkasDipegangError, ExportError, PenyimpananError, StoreError
from iki_desktop.core.salinan_kerja import AsalBerubahError, AsalHilangError, SalinanTertunda
from iki_desktop.db.asal_salinan import Asal, baca_catatan, tulis_catatan
from iki_desktop.db.cadangan import Potret, sidik
from iki_desktop.db.galat import sebagai_store_error
from iki_desktop.db.penyelamatan import periksa_berkas
from iki_desktop.db.sambungan import Sambungan, sambungkan
from iki_desktop.keluaran import nama_berkas, nama_lain, tulis_atomik

__all__ = ["SalinanKerja"]

_SISA = 3_600
"""Seconds after which a temporary file belongs to nobody: its program was ended in the midst of it."""


class SalinanKerja:
    """One working copy, in a folder of its own beside a note of where it came from."""

    def __init__(self, folder: Path, asal: Asal) -> None:
        self.folder = folder
        self._asal = asal
        self.conn: sqlite3.Connection | None = None
        """The connection to the copy while it is open in the window; it belongs to that thread."""

    @property
    def path(self) -> Path:
        """The copy on this computer."""
        return self.folder / self._asal.salinan

    @property
    def asal(self) -> Path:
        """The file that it is a copy of."""
        return self._asal.path

    # --- making ---------------------------------------------------------------------------

    @classmethod
    def buat(cls, akar: Path, asal: Path) -> Self:
        """Copy a file into a folder below ``akar``.

        Raises
        ------
        StoreError
            where it is open elsewhere, can only be read, is damaged, or cannot be copied; then
            nothing is left there.
        """
        folder = akar / nama_berkas(asal.stem)
        folder = nama_lain(folder) if folder.exists() else folder
        try:
            return cls(folder, _salin_masuk(asal, folder))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    @classmethod
    def baca(cls, folder: Path) -> Self | None:
        """The working copy in a folder; ``None`` where there is none."""
        asal = baca_catatan(folder)
        salinan = cls(folder, asal) if asal is not None else None
        return salinan if salinan is not None and salinan.path.is_file() else None

    def milik(self, path: Path) -> bool:
        """Whether it is a copy of this file, by whatever way one reached it, or lies there itself."""
        return path in (self.asal, self.path) or _berkas_sama(path, self.asal)

    def kenali(self, path: Path) -> bool:
        """Take a file for the original that is no longer where it was, where it has its name and bytes.

        A flash disk may have another letter today.
        """
        dikenal = self.asal.name == path.name and not _ada(self.asal) and _bersidik(path, self._asal)
        if dikenal:
            self._catat(replace(self._asal, path=path))
        return dikenal

    @property
    def tertunda(self) -> SalinanTertunda:
        """What there is to say of it."""
        return SalinanTertunda(self.asal, self._asal.pada)

    def belum_ditulis(self) -> bool:
        """Whether it holds what the file does not.

        Raises
        ------
        StoreError
            where it is open in another window, or cannot be read.
        """
        if self.conn is None:
            sambungkan(self.path).tutup()  # what a crash left unfinished is finished
        with sebagai_store_error():
            return sidik(self.path) != self._asal.sidik_salinan

    def buang(self) -> None:
        """Remove it: what was in it is in the file, or in another one."""
        with suppress(OSError):
            self.path.unlink()
            shutil.rmtree(self.folder, ignore_errors=True)

    # --- writing --------------------------------------------------------------------------

    def siapkan(self) -> Callable[[], None]:
        """Take a picture of the copy now; what is returned writes it back, in any thread.

        Raises
        ------
        StoreError
            where the copy cannot be read.  What is returned raises ``AsalHilangError`` and
            ``AsalBerubahError``, and any other ``StoreError`` where the file is open elsewhere or
            could not be written; the file is then as it was, and so is the copy.
        """
        potret, salinan = self._potret()

        def tulis() -> None:
            try:
                self._tulis_balik(potret, salinan)
            finally:
                potret.tutup()

        return tulis

    def siapkan_ke(self, tujuan: Path) -> Callable[[], None]:
        """The same into another file, which must not be there yet; from then on that one is the file.

        Raises
        ------
        StoreError
            as ``siapkan``; what is returned also where there is a file of that name.
        """
        potret, salinan = self._potret()

        def tulis() -> None:
            try:
                if os.path.lexists(tujuan):
                    raise StoreError(f"Berkas “{tujuan.name}” sudah ada.", "Pilih nama lain.")
                potret.tulis(tujuan)
                self._sepadan(tujuan, sidik(tujuan), salinan)
            finally:
                potret.tutup()

        return tulis

    def nama_di_sebelah(self, kini: datetime) -> Path:
        """A free name beside the file, which tells when it was written."""
        nama = f"{self.asal.stem[:80]} (salinan kerja {kini:%Y-%m-%d %H.%M}).iki"
        tujuan = self.asal.with_name(nama)
        return nama_lain(tujuan) if tujuan.exists() else tujuan

    def _potret(self) -> tuple[Potret, str]:
        """The copy as it is at this moment, and its checksum then."""
        if self.conn is not None:
            return Potret(self.conn), sidik(self.path)
        sambungan = sambungkan(self.path)
        try:
            return Potret(sambungan.conn), sidik(self.path)
        finally:
            sambungan.tutup()

    def _tulis_balik(self, potret: Potret, salinan: str) -> None:
        self._pegang_asal().tutup()  # before anything is written beside it
        baru = self._gantikan(potret)
        _buang_sisa(self.asal.parent)
        _ke_cakram(self.asal.parent)
        with sebagai_store_error():
            sama = sidik(self.asal) == baru
        if not sama:
            raise StoreError("Berkas asal tidak terbaca sama setelah ditulis.", "Coba sekali lagi.")
        self._sepadan(self.asal, baru, salinan)

    def _gantikan(self, potret: Potret) -> str:
        """Write and test beside the file, and let that take its place; returns the new checksum."""
        sambungan: Sambungan | None = None
        try:
            with tulis_atomik(self.asal) as sementara:
                potret.tulis(sementara)
                baru = sidik(sementara)
                # Whoever finds the new bytes after a crash shall know them for ours.
                self._catat(replace(self._asal, akan=baru))
                sambungan = self._pegang_asal()
                if sys.platform == "win32":
                    sambungan.tutup()  # what is open cannot be replaced there
        except ExportError as salah:
            raise StoreError(salah.pesan, salah.saran) from salah
        finally:
            if sambungan is not None:
                sambungan.tutup()
        return baru

    def _pegang_asal(self) -> Sambungan:
        """Hold the file alone, and be sure that it is what was copied."""
        if not _ada(self.asal):
            raise AsalHilangError(
                f"“{self.asal.name}” tidak ditemukan di tempat asalnya.",
                "Pasang flash disk atau jaringannya.",
            )
        try:
            sambungan = sambungkan(self.asal)
        except (BerkasDipegangError, PenyimpananError):
            raise
        except StoreError as salah:
            raise _berubah(self.asal) from salah
        if not sambungan.baca_saja and _bersidik(self.asal, self._asal):
            return sambungan
        sambungan.tutup()
        if sambungan.baca_saja:
            raise StoreError(f"“{self.asal.name}” hanya dapat dibaca.", "Periksa izin berkas dan foldernya.")
        raise _berubah(self.asal)

    def _sepadan(self, path: Path, isi: str, salinan: str) -> None:
        """At this moment the file at ``path`` holds what the copy held when its picture was taken."""
        nama = self._asal.salinan
        self._catat(Asal(path, nama, isi, salinan, datetime.now()))

    def _catat(self, asal: Asal) -> None:
        tulis_catatan(self.folder, asal)
        self._asal = asal


def _berubah(asal: Path) -> AsalBerubahError:
    return AsalBerubahError(
        f"“{asal.name}” sudah diubah di tempat asalnya sejak disalin.", "Tidak ada yang ditimpa."
    )


def _berkas_sama(satu: Path, dua: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return satu.samefile(dua)
    except OSError:
        return False


def _ada(path: Path) -> bool:
    """Whether the file is there; a disk that fails to answer is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def _bersidik(path: Path, asal: Asal) -> bool:
    """Whether these are the bytes that were copied, or that were about to be written."""
    try:
        return sidik(path) in (asal.sidik, asal.akan)
    except OSError:
        return False


def _salin_masuk(asal: Path, folder: Path) -> Asal:
    """The bytes of the file, read while nobody else has it, and tested here."""
    sambungan = sambungkan(asal)
    try:
        if sambungan.baca_saja:
            raise StoreError(f"“{asal.name}” hanya dapat dibaca.", "Simpan salinannya di folder lain.")
        salinan = folder / asal.name
        try:
            folder.mkdir(parents=True)
            with tulis_atomik(salinan) as sementara:
                shutil.copyfile(asal, sementara)
            isi = sidik(salinan)
        except OSError as salah:
            raise StoreError(
                "Salinan kerja tidak dapat dibuat di komputer ini.", "Periksa ruang kosong."
            ) from salah
        except ExportError as salah:
            raise StoreError(salah.pesan, salah.saran) from salah
    finally:
        sambungan.tutup()
    periksa_berkas(salinan)
    catatan = Asal(asal, salinan.name, isi, isi, datetime.now())
    tulis_catatan(folder, catatan)
    return catatan


def _buang_sisa(folder: Path) -> None:
    """Temporary files that a program left beside the file when it was ended."""
    with suppress(OSError):
        for path in folder.glob(".iki-*"):
            if time.time() - path.stat().st_mtime > _SISA:
                path.unlink(missing_ok=True)


def _ke_cakram(folder: Path) -> None:
    """The new name, too, is on the disk before one may pull it out."""
    if sys.platform != "win32":
        with suppress(OSError):
            nomor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(nomor)
            finally:
                os.close(nomor)
