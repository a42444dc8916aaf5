"""What can be undone and redone: edits made since the file was opened, and behind them its journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.jejak import Jurnal, Langkah, langkah_redo, langkah_undo

__all__ = ["History", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step, to be undone or made again.

    ``nomor`` is its newest edit in the journal; ``asal`` is what the entry names that takes it: that
    edit for undo, the undo for redo.  ``edit`` is what was done; ``None`` where only the journal
    knows: it is to be built from its ``entri``.
    """

    text: str
    nomor: int | None
    asal: int | None
    edit: Edit | None
    entri: tuple[int, ...] = ()


class History:
    """Two stacks of steps.  It only remembers; applying is the workspace's affair.

    What was done before the file was opened is read from ``jurnal`` a step at a time, when nothing
    newer is left: a long journal costs nothing.
    """

    def __init__(self, jurnal: Jurnal | None = None) -> None:
        self._undo = _Stack(jurnal, langkah_undo)
        self._redo = _Stack(jurnal, langkah_redo)
        self._rangkaian: object | None = None
        """What the last edit belongs to; nothing follows it after an undo or a redo."""

    def asal(self, edit: Edit, rangkaian: object | None) -> int | None:
        """How the journal links a new edit to the last one: see ``Edit``."""
        terakhir = self._lanjutan(edit, rangkaian)
        return None if terakhir is None or terakhir.nomor is None else -terakhir.nomor

    def _lanjutan(self, edit: Edit, rangkaian: object | None) -> Step | None:
        """The last step, where the edit goes on with it."""
        if rangkaian is None or rangkaian != self._rangkaian:
            return None
        terakhir = self._undo.top
        return terakhir if terakhir is not None and _sambung(terakhir.edit, edit) is not None else None

    def push(self, edit: Edit, nomor: int | None = None, rangkaian: object | None = None) -> None:
        """Remember a new edit; what had been undone can no longer be redone.

        One record edited again and again under an equal ``rangkaian`` is one step: from what it was
        before the first edit to what it is after the last.  What ends where it began is none.
        ``nomor`` is its entry in the journal.
        """
        terakhir = self._lanjutan(edit, rangkaian)
        bersama = _sambung(terakhir.edit, edit) if terakhir is not None else None
        self._redo.clear()
        if terakhir is None or bersama is None:
            self._undo.push(Step(edit.text, nomor, nomor, edit))
        else:
            self._undo.pop()
            if bersama.changes[0].before != bersama.changes[0].after:
                self._undo.push(Step(terakhir.text, nomor, nomor, bersama))
            else:
                rangkaian = None
        self._rangkaian = rangkaian

    @property
    def undo_step(self) -> Step | None:
        """The step that undo would take back."""
        return self._undo.top

    @property
    def redo_step(self) -> Step | None:
        """The step that redo would make again."""
        return self._redo.top

    def undone(self, edit: Edit, nomor: int | None) -> None:
        """The last step, which had done ``edit``, was taken back by entry ``nomor``."""
        step = self._undo.pop()
        self._redo.push(Step(step.text, step.nomor, nomor, edit))
        self._rangkaian = None

    def redone(self, edit: Edit) -> None:
        """The last undone step was made again, by ``edit``."""
        step = self._redo.pop()
        self._undo.push(Step(step.text, step.nomor, step.nomor, edit))
        self._rangkaian = None

    def forget(self) -> None:
        """What was done until now is neither taken back nor made again."""
        self._undo.clear()
        self._redo.clear()
        self._rangkaian = None

    def forget_undo(self) -> None:
        """Nothing can be taken back any more: what the journal tells is not what is there."""
        self._undo.clear()

    def forget_redo(self) -> None:
        """Nothing can be made again any more, for the same reason."""
        self._redo.clear()


class _Stack:
    """Steps, and behind the oldest of them what the journal of the file tells."""

    def __init__(self, jurnal: Jurnal | None, cari: Callable[[Jurnal, int], Langkah | None]) -> None:
        self._steps: list[Step] = []
        self._jurnal = jurnal
        self._cari = cari
        self._sisa = _terakhir(jurnal)

    @property
    def top(self) -> Step | None:
        if not self._steps:
            self._pull()
        return self._steps[-1] if self._steps else None

    def _pull(self) -> None:
        """One step out of the journal; none where it cannot be read, which is no reason to stop."""
        if self._jurnal is None or not self._sisa:
            return
        try:
            langkah = self._cari(self._jurnal, self._sisa)
        except StoreError:
            langkah = None
        self._sisa = 0 if langkah is None else langkah.sisa
        if langkah is not None:
            entri = langkah.entri
            self._steps.append(Step(langkah.teks, langkah.edit, entri[0], None, entri))

    def push(self, step: Step) -> None:
        self._steps.append(step)

    def pop(self) -> Step:
        return self._steps.pop()

    def clear(self) -> None:
        self._steps.clear()
        self._sisa = 0


def _terakhir(jurnal: Jurnal | None) -> int:
    try:
        entri = jurnal.entri(None) if jurnal is not None else None
    except StoreError:
        return 0
    return 0 if entri is None else entri.nomor


def _sambung(lama: Edit | None, baru: Edit) -> Edit | None:
    """Two edits of one record as one, in the words of the first; ``None`` where they are of more."""
    if lama is None or len(lama.changes) != 1 or len(baru.changes) != 1:
        return None
    awal, akhir = lama.changes[0], baru.changes[0]
    if awal.after is None or awal.after != akhir.before:
        return None
    return Edit(lama.text, (Change(awal.before, akhir.after),))
