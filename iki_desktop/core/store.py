"""Where edits are made durable, as the core sees it."""

from __future__ import annotations

from typing import Protocol

from iki_desktop.core.changes import Edit

__all__ = ["Store"]


class Store(Protocol):
    """The drawer behind a workspace."""

    def apply(self, edit: Edit) -> int | None:
        """Write every change of the edit in one transaction, durable when this returns.

        Returns the number of its entry in the journal; ``None`` where none is kept.

        Raises
        ------
        StoreError
            where it could not be written; then nothing of it is.
        """
