"""The padlock on an open file: it holds whatever else this program does with the file.

SQLite locks a file for the process.  On POSIX such a lock ends as soon as the process closes any
handle of the file, and a file dialog that shows the folder opens and closes every file in it to see
what it is.  This lock (BSD's) belongs to its handle alone.  On Windows SQLite's does too.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from iki_desktop.db.galat import sedang_dibuka

__all__ = ["Gembok"]

_JEDA = 0.02
"""Seconds between two tries."""


@dataclass(slots=True)
class Gembok:
    """A lock that is held until ``lepas``.  ``pegangan`` is -1 where the system needs none."""

    pegangan: int = -1
    terpasang: bool = True

    @classmethod
    def pasang(cls, path: Path, *, bersama: bool, tunggu: float) -> Gembok:
        """Lock a file, together with other readers (``bersama``) or alone, within ``tunggu`` seconds.

        Raises
        ------
        StoreError
            where another window holds it.
        """
        if sys.platform == "win32":
            return cls()
        batas = time.monotonic() + tunggu
        gembok = cls(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        while not gembok._coba(bersama=bersama):
            if time.monotonic() >= batas:
                gembok.lepas()
                raise sedang_dibuka()
            time.sleep(_JEDA)
        return gembok

    def _coba(self, *, bersama: bool) -> bool:
        """Whether the lock is ours now, or the disk knows no such locks and SQLite's must do."""
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415  (not on Windows)

            cara = fcntl.LOCK_SH if bersama else fcntl.LOCK_EX
            try:
                fcntl.flock(self.pegangan, cara | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            except OSError:
                return True
        return True

    def menjaga(self, path: Path) -> bool:
        """Whether what is locked is still the file of that name.

        A file that was deleted, replaced or moved, or whose disk was pulled, may go on taking
        writes that nobody will ever read.  Windows lets nobody delete or replace an open file.
        """
        try:
            di_sana = path.stat()
            return self.pegangan < 0 or os.path.samestat(os.fstat(self.pegangan), di_sana)
        except OSError:
            return False

    def lepas(self) -> None:
        """Let go, after SQLite has: on POSIX this would take its lock along.  A second time does nothing."""
        if self.terpasang and self.pegangan >= 0:
            os.close(self.pegangan)
        self.terpasang = False
