"""Where a file lies, as far as that is a danger: on what is pulled out, far away, or synchronised."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

from PySide6.QtCore import QStorageInfo

__all__ = ["peringatan_letak", "sebab_letak"]

_AWAN = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive saya": "Google Drive",
    "dropbox": "Dropbox",
}
_JARINGAN = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "davfs"}
)
_CABUTAN = (("media",), ("run", "media"), ("Volumes",))


def sebab_letak(path: PurePath, sistem: str, akar: PurePath) -> str | None:
    """What is to be said of a place, in one sentence; ``None`` where nothing is.

    ``sistem`` names the kind of file system, ``akar`` where its disk is mounted.
    """
    for bagian in path.parts[:-1]:
        awan = next((nama for kata, nama in _AWAN.items() if _sama(bagian, kata)), None)
        if awan is not None:
            return f"Berkas ini ada di folder {awan}. {_SARAN}"
    if sistem.casefold() in _JARINGAN or str(path).startswith(("\\\\", "//")):
        return f"Berkas ini ada di folder jaringan. {_SARAN}"
    if akar.parts[1:3] and any(akar.parts[1 : 1 + len(c)] == c for c in _CABUTAN):
        return _FLASH_DISK
    return None


_SARAN = "Lebih aman dikerjakan di komputer ini, lalu ditulis balik saat ditutup."
_FLASH_DISK = f"Berkas ini ada di flash disk. {_SARAN}"


def _sama(bagian: str, kata: str) -> bool:
    """“OneDrive” and “OneDrive - Pemkab Berau” alike."""
    bagian = bagian.casefold()
    return bagian == kata or bagian.startswith((f"{kata} -", f"{kata} ("))


def peringatan_letak(path: Path) -> str | None:
    """The same of a file on this computer."""
    tempat = QStorageInfo(str(path.parent))
    sebab = sebab_letak(
        path, bytes(tempat.fileSystemType().data()).decode(errors="replace"), Path(tempat.rootPath())
    )
    if sebab is None and sys.platform == "win32":
        return _windows(path)
    return sebab


def _windows(path: Path) -> str | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (Windows only)

        cabutan, jaringan = 2, 4
        jenis = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        if jenis == cabutan:
            return _FLASH_DISK
        if jenis == jaringan:
            return sebab_letak(path, "smb", path)
    return None
