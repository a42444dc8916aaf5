"""Output files, written so that a reader never sees half of one and an old one is never lost.

The content goes to a temporary file beside the target, is flushed to the disk, and then takes
the target's name in one step.  A target that another program holds open (a PDF viewer, Excel)
refuses that step on Windows; it is tried again for a moment, then said in a sentence.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from iki_desktop.core.errors import ExportError

__all__ = ["nama_berkas", "nama_lain", "tulis_atomik"]

_JEDA = (0.05, 0.1, 0.2, 0.4)
"""Seconds between the tries: virus scanners let go of a fresh file within a second."""

_TERLARANG = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_CADANGAN_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


@contextmanager
def tulis_atomik(tujuan: Path) -> Iterator[Path]:
    """Give a temporary path to write to; on leaving without an error it becomes ``tujuan``.

    Raises
    ------
    ExportError
        where the folder cannot be written to, the disk is full, or the target is held open.
    """
    sementara = _berkas_sementara(tujuan)
    try:
        yield sementara
        _ke_cakram(sementara)
        _ganti(sementara, tujuan)
    except OSError as salah:
        raise _galat(tujuan, salah) from salah
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _berkas_sementara(tujuan: Path) -> Path:
    try:
        nomor, nama = tempfile.mkstemp(prefix=".iki-", suffix=tujuan.suffix, dir=tujuan.parent)
    except OSError as salah:
        raise _galat(tujuan, salah) from salah
    os.close(nomor)
    return Path(nama)


def _ke_cakram(berkas: Path) -> None:
    with berkas.open("rb+") as terbuka:
        os.fsync(terbuka.fileno())
    # mkstemp makes files that only their owner may read; a document is for the whole office.
    if os.name == "posix":
        umask = os.umask(0)
        os.umask(umask)
        berkas.chmod(0o666 & ~umask)


def _ganti(sementara: Path, tujuan: Path) -> None:
    for jeda in _JEDA:
        try:
            sementara.replace(tujuan)
            return
        except PermissionError:
            time.sleep(jeda)
    sementara.replace(tujuan)


def _galat(tujuan: Path, salah: OSError) -> ExportError:
    if isinstance(salah, PermissionError) and tujuan.exists():
        return ExportError(
            f"Berkas “{tujuan.name}” sedang dibuka program lain.", "Tutup dahulu, lalu coba lagi."
        )
    if isinstance(salah, FileNotFoundError | NotADirectoryError):
        return ExportError(f"Folder “{tujuan.parent}” tidak ada.", "Pilih folder lain.")
    if isinstance(salah, IsADirectoryError):
        return ExportError(f"“{tujuan.name}” adalah folder.", "Pilih nama lain.")
    return ExportError(
        f"Berkas “{tujuan.name}” tidak dapat ditulis di folder itu.",
        "Periksa ruang kosong dan izin folder, atau pilih folder lain.",
    )


def nama_berkas(teks: str) -> str:
    """A file name (without folder) made of any text: nothing in it escapes or is reserved."""
    bersih = _TERLARANG.sub(" ", teks)
    bersih = " ".join(bersih.split()).strip(". ")[:120].strip(". ")
    if not bersih or _CADANGAN_WINDOWS.fullmatch(bersih):
        bersih = f"Berkas {bersih}".strip()
    return bersih


def nama_lain(tujuan: Path) -> Path:
    """The first free name of the kind ``nama (2).pdf``."""
    nomor = 2
    while (calon := tujuan.with_name(f"{tujuan.stem} ({nomor}){tujuan.suffix}")).exists():
        nomor += 1
    return calon
