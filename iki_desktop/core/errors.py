"""Errors that carry the sentence for the person in front of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "BerkasDipegangError",
    "BerkasRusakError",
    "ExportError",
    "IkiError",
    "ImportFileError",
    "PenyimpananError",
    "RuleError",
    "StoreError",
    "TahunAdaError",
    "Temuan",
    "TidakSepadanError",
]


class IkiError(Exception):
    """Something that the user can understand and act upon.

    ``pesan`` says in Indonesian what happened, ``saran`` what to do; neither blames, neither
    names a technical thing.
    """

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran

    def __str__(self) -> str:
        return f"{self.pesan} {self.saran}".strip()


class RuleError(IkiError):
    """An edit that a rule of the field forbids; shown at the place where it was typed."""


class TidakSepadanError(RuleError):
    """An edit whose records do not fit those that are there, or one another; it never will."""


class StoreError(IkiError):
    """The file could not be opened, read or written; memory is as it was before."""


class BerkasDipegangError(StoreError):
    """Another program, or another window, has the file open."""


class PenyimpananError(StoreError):
    """What the file lies on failed, or the file is no longer there: a copy elsewhere would help."""


class BerkasRusakError(PenyimpananError):
    """What the file holds is not what was written to it: a rescue may help."""


class ExportError(IkiError):
    """A document could not be written; nothing of it was left behind."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding in a file from outside: where (``dokumen[0].jabatan[3]``, ``Sheet!B4``) and what.

    ``sebutan`` is the place in the office's words, where it has any.
    """

    tempat: str
    pesan: str
    sebutan: str = ""

    def __str__(self) -> str:
        di_mana = self.sebutan or self.tempat
        return f"{di_mana}: {self.pesan}" if di_mana else self.pesan


class ImportFileError(IkiError):
    """A file from outside was refused whole; ``temuan`` lists every reason with its place."""

    def __init__(self, pesan: str, temuan: Iterable[Temuan] = (), saran: str = "") -> None:
        super().__init__(pesan, saran)
        self.temuan = tuple(temuan)


class TahunAdaError(ImportFileError):
    """The file from outside is sound, but holds years that are there already: say whether to replace."""
