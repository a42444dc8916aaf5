"""Output files, written so that a reader never sees half of one and an old one is never lost.

The content goes to a temporary file beside the target, is flushed to the disk, and then takes
the target's name in one step.  A target that another program holds open (a PDF viewer, Excel)
refuses that step on Windows; it is tried again for a moment, then said in a sentence.
"""

from __future__ import annotations

import os
import re
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from iki_desktop.core.errors import ExportError
from iki_desktop.core.kalimat import satu_baris

__all__ = ["nama_berkas", "nama_lain", "tulis_atomik"]

_JEDA = (0.05, 0.1, 0.2, 0.4)
"""Seconds between the tries: virus scanners let go of a fresh file within a second."""

_TERLARANG = re.compile(r'[<>:"/\\|?*]+')
_CADANGAN_WINDOWS = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
_HURUF_TERBANYAK, _BYTE_TERBANYAK = 120, 200
"""Length of a name; a file system takes 255 bytes, and an ending and ``(2)`` are still to come."""


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
        import tempfile  # noqa: PLC0415  (start-up: it brings archives and compressors with it)

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
        umask = os.umask(0o077)  # for this moment: another thread may be making a file
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
    # A folder is told by IsADirectoryError on Linux, by PermissionError on Windows.
    if isinstance(salah, IsADirectoryError | PermissionError) and tujuan.is_dir():
        return ExportError(f"“{tujuan.name}” adalah folder.", "Pilih nama lain.")
    if isinstance(salah, PermissionError) and tujuan.exists():
        return ExportError(
            f"Berkas “{tujuan.name}” sedang dibuka program lain.", "Tutup dahulu, lalu coba lagi."
        )
    if isinstance(salah, FileNotFoundError | NotADirectoryError):
        return ExportError(f"Folder “{tujuan.parent}” tidak ada.", "Pilih folder lain.")
    return ExportError(
        f"Berkas “{tujuan.name}” tidak dapat ditulis di folder itu.",
        "Periksa ruang kosong dan izin folder, atau pilih folder lain.",
    )


def nama_berkas(teks: str) -> str:
    """A file name (without folder or ending) made of any text.

    Nothing in it leaves the folder, is reserved on Windows, cannot be seen, or turns the order of
    the letters, under which ``exe.pdf`` could stand for ``fdp.exe``.
    """
    tampak = "".join(" " if unicodedata.category(h)[0] in "CZ" else h for h in teks)
    bersih = satu_baris(_TERLARANG.sub(" ", tampak)).strip(". ")[:_HURUF_TERBANYAK]
    bersih = bersih.encode()[:_BYTE_TERBANYAK].decode(errors="ignore").strip(". ")
    if not bersih or _CADANGAN_WINDOWS.fullmatch(bersih):
        bersih = f"Berkas {bersih}".strip()
    return bersih


def nama_lain(tujuan: Path) -> Path:
    """The first free name of the kind ``nama (2).pdf``."""
    nomor = 2
    while (calon := tujuan.with_name(f"{tujuan.stem} ({nomor}){tujuan.suffix}")).exists():
        nomor += 1
    return calon
