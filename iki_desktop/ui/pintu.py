"""What the window needs from outside its room: opening and making files.

The window never opens a database itself; the application hands it a door.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from iki_desktop.core.workspace import Workspace

__all__ = ["BerkasTerbuka", "Pintu"]


class BerkasTerbuka(Protocol):
    """An open file: its workspace, where it lies, and how it is closed."""

    @property
    def workspace(self) -> Workspace:
        """The one door for edits."""

    @property
    def path(self) -> Path:
        """Where the file lies."""

    def siapkan_tulis(self) -> None:
        """Load what the first edit needs; called when nobody waits."""

    def simpan_salinan(self, tujuan: Path) -> None:
        """Write a verified copy of the file as it is now; ``StoreError`` where it cannot be."""

    def tutup(self) -> None:
        """Release the file."""


class Pintu(Protocol):
    """Opens and makes files.  Every refusal is an ``IkiError`` with its sentence."""

    def buka(self, path: Path) -> BerkasTerbuka:
        """Open an existing file."""

    def buat(self, path: Path) -> BerkasTerbuka:
        """Make a new, empty file; the name must be free."""

    def buat_contoh(self) -> BerkasTerbuka:
        """Open the example office, made anew where it is not there yet."""
