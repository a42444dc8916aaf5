"""Progress of long work, and the wish to stop it."""

from __future__ import annotations

from typing import Protocol

__all__ = ["TANPA_KEMAJUAN", "Dibatalkan", "Progress"]


class Dibatalkan(Exception):
    """The user stopped the work; not an error, and nothing is left behind."""


class Progress(Protocol):
    """Told how far the work is; raises ``Dibatalkan`` from ``maju`` where the user wants to stop."""

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        """Say that ``selesai`` of ``jumlah`` steps are done; ``pesan`` names the step in Indonesian."""


class _TanpaKemajuan:
    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        """Nobody watches."""


TANPA_KEMAJUAN: Progress = _TanpaKemajuan()
