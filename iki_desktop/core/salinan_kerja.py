"""Work done on this computer while its file lies elsewhere: what is known of it, and what can fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from iki_desktop.core.errors import StoreError

__all__ = ["AsalBerubahError", "AsalHilangError", "SalinanTertunda"]


@dataclass(frozen=True, slots=True)
class SalinanTertunda:
    """A working copy that holds what its file does not.

    ``asal`` is where the file lies, ``pada`` when both were last the same.
    """

    asal: Path
    pada: datetime


class AsalHilangError(StoreError):
    """The file is not where it was: pulled out, out of reach, or gone.  Nothing was written."""


class AsalBerubahError(StoreError):
    """The file was changed by somebody else since it was copied.  Nothing was written over it."""
