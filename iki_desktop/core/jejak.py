"""The chain of undo as the journal keeps it, read backwards from its newest entry.

Each entry says in ``asal`` how it stands to another one.  ``None``: a step of its own.  −*n*: it
goes on with entry *n*, in the same sitting at the same field.  *n*: it takes entry *n* back; where
that is an edit this is an undo, and where that is an undo this is a redo.  0: it stands outside.
``BATAS``: nothing behind it is taken back any more.

What lies between an undo and its edit, or between a redo and its undo, is balanced: each step in
it was taken back or made again.  So a reader may leap over it, and two stacks need not be kept.
Why: docs/adr/0013-undo-after-reopening.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change

__all__ = [
    "AWALAN_BATAL",
    "AWALAN_ULANG",
    "AWALAN_URUNG",
    "BATAS",
    "DI_LUAR",
    "Entri",
    "Jurnal",
    "Langkah",
    "langkah_redo",
    "langkah_undo",
]

DI_LUAR, BATAS = 0, -(2**53)
"""What undo goes past; what it does not go behind, which goes on with an entry that there never is."""

AWALAN_URUNG, AWALAN_ULANG = "urungkan: ", "ulangi: "
"""How the words of an undo and a redo begin.  Journals from before version 3 tell an undo by them alone."""

AWALAN_BATAL = "batalkan: "
"""How the words of an entry begin that takes back an edit which was refused, yet stayed in the file."""


@dataclass(frozen=True, slots=True)
class Entri:
    """One entry of the journal: its number, its words, and how it stands to another one."""

    nomor: int
    teks: str
    asal: int | None


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step that can be taken.

    ``entri`` are the entries to take back, newest first: the edits of a sitting for undo, an undo
    for redo.  ``edit`` is the newest edit of the step.  ``sisa`` is the entry up to which the
    journal is read for the step after this one.
    """

    teks: str
    entri: tuple[int, ...]
    edit: int
    sisa: int


class Jurnal(Protocol):
    """The journal of an open file, as undo needs it."""

    def entri(self, nomor: int | None) -> Entri | None:
        """The newest entry up to that number; ``None`` for the newest of all.

        Raises
        ------
        StoreError
            where the journal cannot be read.
        """

    def nihil(self, entri: Sequence[int]) -> bool:
        """Whether these entries of one sitting, newest first, end where they began."""

    def ambil_balik(self, entri: Sequence[int], arsip: Arsip) -> tuple[Change, ...]:
        """What takes these entries back, newest first, from the records as they are now.

        Raises
        ------
        RuleError
            where the records are no longer what those entries left behind.
        StoreError
            where the journal cannot be read.
        """


def langkah_undo(jurnal: Jurnal, sampai: int) -> Langkah | None:
    """What undo would take back, had the file been left with entry ``sampai``; ``None``: nothing.

    The very first entry, with which the file began, is not offered: who opens a file and takes a
    step back shall not see the whole office go.
    """
    while (entri := jurnal.entri(sampai)) is not None:
        if _langkah_sendiri(entri):
            langkah = _sekali_duduk(jurnal, entri)
            if langkah is None or _awal_berkas(jurnal, langkah):
                return None
            if len(langkah.entri) == 1 or not jurnal.nihil(langkah.entri):
                return langkah
            sampai = langkah.sisa
        else:
            sampai = _sebelum(jurnal, entri)
    return None


def _awal_berkas(jurnal: Jurnal, langkah: Langkah) -> bool:
    """Whether there is nothing before it that could be told: the file began, or its journal is older."""
    return langkah.teks.startswith(AWALAN_URUNG) or jurnal.entri(langkah.sisa) is None


def langkah_redo(jurnal: Jurnal, sampai: int) -> Langkah | None:
    """What redo would make again, had the file been left with entry ``sampai``; ``None``: nothing."""
    while (entri := jurnal.entri(sampai)) is not None and not _langkah_sendiri(entri):
        asal = _persis(jurnal, entri.asal, entri) if entri.asal else None
        if asal is not None and _langkah_sendiri(asal) and not _batal(entri):
            awal = _sekali_duduk(jurnal, asal)
            return awal and Langkah(awal.teks, (entri.nomor,), asal.nomor, entri.nomor - 1)
        sampai = _sebelum(jurnal, entri)
    return None


def _langkah_sendiri(entri: Entri) -> bool:
    """Whether it is an edit, and not the taking back of one, nor outside."""
    return entri.asal is None or entri.asal < 0


def _batal(entri: Entri) -> bool:
    """Whether it takes back what was refused: both are as though they had never been."""
    return entri.teks.startswith(AWALAN_BATAL)


def _sekali_duduk(jurnal: Jurnal, entri: Entri) -> Langkah | None:
    """The step that ends with this edit, in the words of its first."""
    semua = [entri]
    while entri.asal is not None:
        sebelum = _persis(jurnal, -entri.asal, entri)
        if sebelum is None or not _langkah_sendiri(sebelum):
            return None
        entri = sebelum
        semua.append(entri)
    return Langkah(entri.teks, tuple(e.nomor for e in semua), semua[0].nomor, entri.nomor - 1)


def _sebelum(jurnal: Jurnal, entri: Entri) -> int:
    """Where to read on behind what is no step of its own; 0, the end, where the chain is broken."""
    if not entri.asal:
        return entri.nomor - 1
    asal = _persis(jurnal, entri.asal, entri)
    if asal is None:
        return 0
    if _batal(entri) or not _langkah_sendiri(asal):
        return asal.nomor - 1
    langkah = _sekali_duduk(jurnal, asal)
    return langkah.sisa if langkah is not None else 0


def _persis(jurnal: Jurnal, nomor: int, sesudahnya: Entri) -> Entri | None:
    """The entry of just that number, which must be an older one: a file from elsewhere may lie."""
    if not 0 < nomor < sesudahnya.nomor:
        return None
    entri = jurnal.entri(nomor)
    return entri if entri is not None and entri.nomor == nomor else None
