"""What can be undone and redone: edits, in memory, for every kind of record."""

from __future__ import annotations

from iki_desktop.core.changes import Change, Edit

__all__ = ["History"]


class History:
    """Two stacks of edits.  It only remembers; applying is the workspace's affair."""

    def __init__(self) -> None:
        self._undo: list[Edit] = []
        self._redo: list[Edit] = []
        self._rangkaian: object | None = None
        """What the last edit belongs to; nothing follows it after an undo or a redo."""

    def push(self, edit: Edit, rangkaian: object | None = None) -> None:
        """Remember a new edit; what had been undone can no longer be redone.

        One record edited again and again under an equal ``rangkaian`` is one step: from what it was
        before the first edit to what it is after the last.  What ends where it began is none.
        """
        self._redo.clear()
        lanjutan = rangkaian is not None and rangkaian == self._rangkaian
        bersama = _sambung(self._undo[-1], edit) if lanjutan else None
        if bersama is None:
            self._undo.append(edit)
        elif bersama.changes[0].before != bersama.changes[0].after:
            self._undo[-1] = bersama
        else:
            self._undo.pop()
            rangkaian = None
        self._rangkaian = rangkaian

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
        self._rangkaian = None

    def redone(self) -> None:
        """The last undone edit was made again."""
        self._undo.append(self._redo.pop())
        self._rangkaian = None

    def forget_undo(self) -> None:
        """Nothing can be taken back any more: what came after does not allow it."""
        self._undo.clear()
        self._rangkaian = None

    def forget_redo(self) -> None:
        """Nothing can be made again any more, for the same reason."""
        self._redo.clear()


def _sambung(lama: Edit, baru: Edit) -> Edit | None:
    """Two edits of one record as one, in the words of the first; ``None`` where they are of more."""
    if len(lama.changes) != 1 or len(baru.changes) != 1:
        return None
    awal, akhir = lama.changes[0], baru.changes[0]
    if awal.after is None or awal.after != akhir.before:
        return None
    return Edit(lama.text, (Change(awal.before, akhir.after),))
