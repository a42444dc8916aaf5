"""Who has a file open: told to others by a small file beside it, as office programs do.

It only tells.  Whether the file is held is known by the lock of the operating system alone, so
that what a crash left behind stands in nobody's way.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from iki_desktop.core.pemegang import Pemegang

__all__ = ["baca_pemegang", "catat_pemegang", "hapus_pemegang", "komputer", "pengguna", "tempat_pemegang"]

_TERBESAR = 4_096
"""Bytes: a larger file of that name is not ours."""


def pengguna() -> str:
    """The name under which the person is logged in; empty where the system tells none."""
    return os.environ.get("USERNAME") or os.environ.get("LOGNAME") or os.environ.get("USER") or ""


def komputer() -> str:
    """The name of this computer."""
    return os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")


def tempat_pemegang(path: Path) -> Path:
    """Where it is written who has ``path`` open, by whatever name the file was reached."""
    asli = path.resolve()
    return asli.with_name(f".~{asli.name}.kunci")


def catat_pemegang(path: Path, kini: datetime) -> None:
    """Tell others that the file is open here; where that cannot be written, they learn no name."""
    tempat = tempat_pemegang(path)
    sementara = tempat.with_name(f"{tempat.name}.baru")
    isi = {"pengguna": pengguna(), "komputer": komputer(), "sejak": kini.isoformat(timespec="seconds")}
    with suppress(OSError):
        try:
            sementara.write_text(json.dumps(isi), encoding="ascii")
            _sembunyikan(sementara)
            sementara.replace(tempat)
        except OSError:
            sementara.unlink(missing_ok=True)


def baca_pemegang(path: Path) -> Pemegang:
    """Who says to have the file open; nothing known where nobody does."""
    try:
        with tempat_pemegang(path).open("rb") as berkas:
            isi = json.loads(berkas.read(_TERBESAR))
    except (OSError, ValueError, RecursionError):
        return Pemegang()
    if not isinstance(isi, dict):
        return Pemegang()
    return Pemegang(_teks(isi.get("pengguna")), _teks(isi.get("komputer")), _waktu(isi.get("sejak")))


def _teks(isi: object) -> str:
    return isi if isinstance(isi, str) else ""


def _waktu(isi: object) -> datetime | None:
    """A moment without a zone: what it is compared with is the clock on the wall."""
    try:
        return datetime.fromisoformat(_teks(isi)).replace(tzinfo=None)
    except ValueError:
        return None


def hapus_pemegang(path: Path) -> None:
    """Tell nothing more; called while the file is still locked."""
    with suppress(OSError):
        tempat_pemegang(path).unlink(missing_ok=True)


def _sembunyikan(path: Path) -> None:
    """A leading dot hides a file everywhere but on Windows."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (Windows only)

        ctypes.windll.kernel32.SetFileAttributesW(str(path), 0x2)
