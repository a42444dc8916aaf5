"""What the window remembers from one day to the next: sizes, open branches, recent files.

Only looks are kept here, never data.  One small INI file in the person's own folder; a broken
or unwritable one is as good as none.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

__all__ = ["Setelan"]

BANYAK_TERAKHIR = 8


class Setelan:
    """Typed access to the settings file."""

    def __init__(self, berkas: Path) -> None:
        self._q = QSettings(str(berkas), QSettings.Format.IniFormat)

    def teks(self, kunci: str, baku: str = "") -> str:
        """A text; ``baku`` where there is none."""
        return str(self._q.value(kunci, baku))

    def angka(self, kunci: str, baku: int = 0) -> int:
        """A whole number; ``baku`` where there is none or it is broken."""
        try:
            return int(str(self._q.value(kunci, baku)))
        except ValueError:
            return baku

    def bita(self, kunci: str) -> QByteArray:
        """A geometry or header state; empty where there is none."""
        nilai = self._q.value(kunci)
        return nilai if isinstance(nilai, QByteArray) else QByteArray()

    def daftar_angka(self, kunci: str) -> list[int]:
        """A list of whole numbers."""
        return [int(a) for a in self.teks(kunci).split() if a.lstrip("-").isdigit()]

    def daftar_teks(self, kunci: str) -> list[str]:
        """A list of texts."""
        return [t for t in self.teks(kunci).split("\n") if t]

    def simpan(self, kunci: str, nilai: str | int | QByteArray | list[int] | list[str]) -> None:
        """Remember a value."""
        if isinstance(nilai, list):
            pemisah = " " if nilai and isinstance(nilai[0], int) else "\n"
            nilai = pemisah.join(str(n) for n in nilai)
        self._q.setValue(kunci, nilai)

    def berkas_terakhir(self) -> list[Path]:
        """Recent files, newest first, those that still exist."""
        return [Path(t) for t in self.daftar_teks("berkas/terakhir") if Path(t).is_file()]

    def terakhir_dibuka(self) -> Path | None:
        """The file that was open last, whether it is still there or not."""
        daftar = self.daftar_teks("berkas/terakhir")
        return Path(daftar[0]) if daftar else None

    def catat_berkas(self, berkas: Path) -> None:
        """Put a file at the head of the recent ones."""
        daftar = [str(berkas), *(t for t in self.daftar_teks("berkas/terakhir") if t != str(berkas))]
        self.simpan("berkas/terakhir", daftar[:BANYAK_TERAKHIR])
