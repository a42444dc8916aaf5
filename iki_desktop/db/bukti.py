"""The folder of evidence beside an office's file: taken in safely, found again, never written over.

The folder has the file's whole name with ``.bukti`` behind it.  Nothing in it is named by anyone
outside: names are made safe when a file comes in, and are checked again when a record names one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from iki_desktop.core.bukti import UKURAN_TERBESAR, KeadaanBukti, sebut_ukuran
from iki_desktop.core.errors import StoreError
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.records import Bukti
from iki_desktop.keluaran import nama_berkas

__all__ = ["LemariBukti", "nama_dalam"]

AKHIRAN_FOLDER = ".bukti"
_AWALAN_SEMENTARA = ".iki-"
_AKHIRAN = re.compile(r"[A-Za-z0-9]{1,10}")
_POTONG = 1 << 20
_NAMA_TERPANJANG = 200


def nama_dalam(nama: str) -> str:
    """A name for the folder made of any name: safe on every system, its ending kept where it is one."""
    nama = unicodedata.normalize("NFC", nama)
    batang, titik, akhiran = nama.rpartition(".")
    if titik and _AKHIRAN.fullmatch(akhiran):
        return f"{nama_berkas(batang)}.{akhiran.lower()}"
    return nama_berkas(nama)


class LemariBukti:
    """The evidence of the office's file at ``berkas``; every method may run in any thread."""

    def __init__(self, berkas: Path, *, baca_saja: bool = False) -> None:
        self.folder = berkas.with_name(berkas.name + AKHIRAN_FOLDER)
        self._baca_saja = baca_saja
        self._sidik: dict[str, tuple[int, int, str]] = {}

    # --- taking in ------------------------------------------------------------------------

    def simpan(self, asal: Path, kemajuan: Progress = TANPA_KEMAJUAN) -> Bukti:
        """Copy a file into the folder; the original is only read.

        The same content under the same name is kept once; other content gets a number.

        Raises
        ------
        StoreError
            where it is no file, too large, cannot be read, or the folder cannot be written to; then
            nothing is left there.
        Dibatalkan
            where ``kemajuan`` says so; nothing is left either.
        """
        if self._baca_saja:
            raise StoreError("Berkas kantor ini hanya dapat dibaca.", "Buka untuk mengubah, lalu ulangi.")
        nama = satu_baris(asal.name)[:_NAMA_TERPANJANG] or "Berkas"
        kira_kira = _periksa_asal(asal, nama)
        sementara = self._sementara()
        try:
            ukuran, sidik = _salin(asal, sementara, _Laju(nama, kira_kira, kemajuan))
            berkas = self._tempatkan(sementara, nama_dalam(asal.name), ukuran, sidik)
        except OSError as salah:
            raise _galat_tulis(self.folder, salah) from salah
        finally:
            with suppress(OSError):
                sementara.unlink(missing_ok=True)
        return Bukti(nama, berkas, ukuran, sidik)

    def _sementara(self) -> Path:
        import tempfile  # noqa: PLC0415  (start-up)

        try:
            self.folder.mkdir(exist_ok=True)
            nomor, nama = tempfile.mkstemp(prefix=_AWALAN_SEMENTARA, dir=self.folder)
        except OSError as salah:
            raise _galat_tulis(self.folder, salah) from salah
        os.close(nomor)
        return Path(nama)

    def _tempatkan(self, sementara: Path, nama: str, ukuran: int, sidik: str) -> str:
        """Give it the first name that is free; or the one under which the same already lies."""
        for calon in _calon(self.folder / nama):
            try:
                os.close(os.open(calon, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            except FileExistsError:
                if self._bersidik(calon, ukuran, sidik):
                    return calon.name
                continue
            try:
                _samakan_izin(calon, sementara)
                sementara.replace(calon)
            except OSError:
                with suppress(OSError):
                    calon.unlink()
                raise
            return calon.name
        raise AssertionError  # pragma: no cover  (there is always a next number)

    # --- finding again --------------------------------------------------------------------

    def tempat(self, bukti: Bukti) -> Path | None:
        """Where the file lies; ``None`` where a record names what could never have come in."""
        aman = nama_dalam(bukti.berkas).casefold() == bukti.berkas.casefold()
        return self.folder / bukti.berkas if aman else None

    def keadaan(self, bukti: Bukti, *, teliti: bool = True) -> KeadaanBukti:
        """What has become of the file; with ``teliti`` its content is read, else its size is believed."""
        tempat = self.tempat(bukti)
        ada = None if tempat is None else _berkas_biasa(tempat)
        if tempat is None or ada is None:
            return KeadaanBukti.HILANG
        if ada.st_size != bukti.ukuran:
            return KeadaanBukti.BERUBAH
        if teliti and self._sidik_kini(tempat, ada) != bukti.sidik:
            return KeadaanBukti.BERUBAH
        return KeadaanBukti.ADA

    def _bersidik(self, path: Path, ukuran: int, sidik: str) -> bool:
        ada = _berkas_biasa(path)
        return ada is not None and ada.st_size == ukuran and self._sidik_kini(path, ada) == sidik

    def _sidik_kini(self, path: Path, ada: os.stat_result) -> str:
        """The checksum now; read once as long as the file shows no change."""
        lama = self._sidik.get(path.name)
        if lama is not None and lama[:2] == (ada.st_size, ada.st_mtime_ns):
            return lama[2]
        sidik = hashlib.sha256()
        try:
            with path.open("rb") as terbuka:
                while potong := terbuka.read(_POTONG):
                    sidik.update(potong)
        except OSError:
            return ""
        self._sidik[path.name] = (ada.st_size, ada.st_mtime_ns, sidik.hexdigest())
        return sidik.hexdigest()

    # --- as a whole -----------------------------------------------------------------------

    def isi(self) -> list[Path]:
        """Every file in the folder, by name; links and folders are none of it."""
        try:
            semua = sorted(self.folder.iterdir())
        except OSError:
            return []
        return [p for p in semua if not p.name.startswith(_AWALAN_SEMENTARA) and _berkas_biasa(p) is not None]

    def tak_terpakai(self, dipakai: Collection[Bukti]) -> list[Path]:
        """The files that no evidence names."""
        nama = {b.berkas.casefold() for b in dipakai}
        return [p for p in self.isi() if p.name.casefold() not in nama]

    def salin_ke(self, berkas: Path, kemajuan: Progress = TANPA_KEMAJUAN) -> tuple[int, int]:
        """Take everything along to a copy of the office's file.

        Returns how many files lie there now under their names, and how many names were taken by
        something else, which is left as it is.

        Raises
        ------
        StoreError
            where something cannot be copied; what was copied before it stays.
        """
        tujuan, semua = LemariBukti(berkas), self.isi()
        terbawa = 0
        for nomor, path in enumerate(semua):
            kemajuan.maju(nomor, len(semua), f"Menyalin bukti: {path.name}")
            terbawa += tujuan._terima(path)
        return terbawa, len(semua) - terbawa

    def _terima(self, path: Path) -> bool:
        """Take a file in under its own name alone; whether it is there."""
        if os.path.lexists(self.folder / path.name):
            ada = _berkas_biasa(path)
            return ada is not None and self._bersidik(
                self.folder / path.name, ada.st_size, self._sidik_kini_lain(path, ada)
            )
        return self.simpan(path).berkas == path.name

    @staticmethod
    def _sidik_kini_lain(path: Path, ada: os.stat_result) -> str:
        return LemariBukti(path)._sidik_kini(path, ada)


def _calon(tujuan: Path) -> Iterator[Path]:
    """``nama.pdf``, ``nama (2).pdf``, ``nama (3).pdf`` …"""
    yield tujuan
    nomor = 2
    while True:
        yield tujuan.with_name(_bernomor(tujuan.stem, nomor, tujuan.suffix))
        nomor += 1


def _bernomor(batang: str, nomor: int, akhiran: str) -> str:
    """A name with a number, no longer than ``nama_dalam`` makes one: it will be known by that."""
    while (nama := f"{batang} ({nomor}){akhiran}") != nama_dalam(nama) and batang:
        batang = batang[:-1]
    return nama


def _berkas_biasa(path: Path) -> os.stat_result | None:
    """What the system knows of a plain file; a link could lead anywhere and counts as none."""
    try:
        ada = path.lstat()
    except (OSError, ValueError):
        return None
    return ada if stat.S_ISREG(ada.st_mode) else None


@dataclass(frozen=True, slots=True)
class _Laju:
    """How far the copying of a file is; its size may still change."""

    nama: str
    kira_kira: int
    kemajuan: Progress

    def maju(self, ukuran: int) -> None:
        _periksa_ukuran(self.nama, ukuran)
        self.kemajuan.maju(ukuran, max(ukuran, self.kira_kira), f"Menyalin {self.nama}")


def _periksa_asal(asal: Path, nama: str) -> int:
    """The size of the file, where it is one that can be taken in."""
    try:
        ada = asal.stat()
    except (OSError, ValueError) as salah:
        raise _galat_baca(nama) from salah
    if stat.S_ISDIR(ada.st_mode):
        raise StoreError(f"“{nama}” adalah folder.", "Pilih berkas di dalamnya.")
    if not stat.S_ISREG(ada.st_mode):
        raise StoreError(f"“{nama}” bukan berkas biasa.", "Pilih berkas lain.")
    _periksa_ukuran(nama, ada.st_size)
    return ada.st_size


def _periksa_ukuran(nama: str, ukuran: int) -> None:
    if ukuran > UKURAN_TERBESAR:
        raise StoreError(
            f"“{nama}” terlalu besar ({sebut_ukuran(ukuran)}); paling besar {sebut_ukuran(UKURAN_TERBESAR)}.",
            "Kecilkan dahulu, misalnya pindai hitam putih.",
        )


def _salin(asal: Path, sementara: Path, laju: _Laju) -> tuple[int, str]:
    """Size and checksum of what was written, which is what was read: the original may change meanwhile."""
    sidik, ukuran = hashlib.sha256(), 0
    with sementara.open("wb") as keluar:
        for potong in _baca(asal, laju.nama):
            ukuran += len(potong)
            laju.maju(ukuran)
            sidik.update(potong)
            keluar.write(potong)
        keluar.flush()
        os.fsync(keluar.fileno())
    return ukuran, sidik.hexdigest()


def _baca(asal: Path, nama: str) -> Iterator[bytes]:
    """The content in pieces; where it cannot be read, that is said of the original."""
    try:
        with asal.open("rb") as terbuka:
            while potong := terbuka.read(_POTONG):
                yield potong
    except OSError as salah:
        raise _galat_baca(nama) from salah


def _samakan_izin(contoh: Path, berkas: Path) -> None:
    """A temporary file is for its owner alone, a document for the whole office."""
    if os.name == "posix":
        berkas.chmod(stat.S_IMODE(contoh.stat().st_mode))


def _galat_baca(nama: str) -> StoreError:
    return StoreError(f"“{nama}” tidak dapat dibaca.", "Salin dahulu ke komputer ini, lalu ulangi.")


def _galat_tulis(folder: Path, salah: OSError) -> StoreError:
    if salah.errno == errno.ENOSPC:
        return StoreError("Ruang penyimpanan penuh; bukti tidak disalin.", "Kosongkan sebagian, lalu ulangi.")
    return StoreError(
        f"Folder bukti “{folder.name}” tidak dapat ditulisi.", "Periksa izin foldernya, lalu ulangi."
    )
