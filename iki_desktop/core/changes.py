"""An edit: what changed, in words and in records, reversible."""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.core.records import Record

__all__ = ["Change", "Edit"]


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; ``None`` before is a birth, ``None`` after a deletion."""

    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the user: one transaction, one undo step, one refresh.

    ``text`` names it in Indonesian for the menu and the journal: "ubah target “Nilai SKM”".
    ``asal`` is its place in the chain of undo as the journal keeps it (``core/jejak.py``): ``None``
    is a step of its own, *n* takes entry *n* back, −*n* goes on with entry *n* in one sitting, and 0
    stands outside: undo goes past it; ``BATAS``: it does not go behind it.
    """

    text: str
    changes: tuple[Change, ...]
    asal: int | None = None

    def inverse(self) -> Edit:
        """The edit that takes this one back, its changes in reverse order."""
        return Edit(self.text, tuple(c.inverse() for c in reversed(self.changes)))
