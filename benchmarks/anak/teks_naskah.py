"""The words of a document, whatever blocks they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

__all__ = ["semua_teks"]


def semua_teks(isi: object) -> Iterator[str]:
    """Every text in a tree of values, in its order; names of variants are no text."""
    if isinstance(isi, str):
        if isi and not isinstance(isi, Enum):
            yield isi
    elif isinstance(isi, tuple):
        for satu in isi:
            yield from semua_teks(satu)
    elif is_dataclass(isi):
        for field in fields(isi):
            yield from semua_teks(getattr(isi, field.name))
