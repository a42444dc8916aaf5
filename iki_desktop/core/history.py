"""What can be undone and redone: edits, in memory, for every kind of record."""

from __future__ import annotations

from iki_desktop.core.changes import Edit

__all__ = ["History"]


class History:
    """Two stacks of edits.  It only remembers; applying is the workspace's affair."""

    def __init__(self) -> None:
        self._undo: list[Edit] = []
        self._redo: list[Edit] = []

    def push(self, edit: Edit) -> None:
        """Remember a new edit; what had been undone can no longer be redone."""
        self._undo.append(edit)
        self._redo.clear()

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redo_edit(self) -> Edit | None:
        """The edit that redo would make again."""
        return self._redo[-1] if self._redo else None

    def undone(self) -> None:
        """The last edit was taken back."""
        self._redo.append(self._undo.pop())

    def redone(self) -> None:
        """The last undone edit was made again."""
        self._undo.append(self._redo.pop())
