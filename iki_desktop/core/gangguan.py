"""A fault of the program as lines of text: where in the program it was, and nothing of the office's data.

The messages of exceptions quote what they stumbled over: names, typed text, paths.  Only those that
Python itself makes of the names in a program stay.
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator
from pathlib import PurePath

__all__ = ["urai_gangguan"]

_NAMA = r"[A-Za-z_][\w.<>]*"
_AMAN = re.compile(
    "|".join(
        (
            r"(integer |float |Decimal )?(division|modulo)( or modulo)? by zero",
            rf"'{_NAMA}' object has no attribute '{_NAMA}'( and no __dict__ for setting new attributes)?",
            rf"type object '{_NAMA}' has no attribute '{_NAMA}'",
            rf"module '{_NAMA}' has no attribute '{_NAMA}'",
            rf"'{_NAMA}' object is not (callable|iterable|subscriptable|an iterator)",
            rf"'{_NAMA}' object does not support item (assignment|deletion)",
            rf"unsupported operand type\(s\) for \S+: '{_NAMA}' and '{_NAMA}'",
            rf"'[<>=]+' not supported between instances of '{_NAMA}' and '{_NAMA}'",
            rf"{_NAMA}\(\) (missing|takes|got) [\w ,():']+",
            rf"name '{_NAMA}' is not defined",
            rf"cannot access (local|free) variable '{_NAMA}' [\w ]+",
            rf"cannot unpack non-iterable {_NAMA} object",
            r"(not enough|too many) values to unpack \([\w ,]+\)",
            r"(list|tuple|string|range object) (assignment )?index out of range",
            r"pop from (an )?empty (list|deque|set)",
            r"(dictionary|set|deque) \w+ changed (size )?during iteration",
            r"maximum recursion depth exceeded( [\w ]+)?",
            rf"No module named '{_NAMA}'",
            rf"Internal C\+\+ object \({_NAMA}\) already deleted\.",
            r"database is locked|disk I/O error|database disk image is malformed",
        )
    ),
    re.DOTALL,
)
"""Messages that hold names of the program alone."""

_BINGKAI = 40
"""Steps of one trace, from its end: a recursion has a thousand that are alike."""
_RANTAI = 8
"""Faults behind faults that are followed."""
_HURUF = 20_000


def urai_gangguan(salah: BaseException) -> str:
    """The trace with what lies behind it, its messages masked, its paths cut to the program's own."""
    return "\n".join(_urai(salah, set()))[:_HURUF]


def _urai(salah: BaseException, dilalui: set[int], geser: str = "") -> Iterator[str]:
    dilalui.add(id(salah))
    di_belakang = salah.__cause__ or (None if salah.__suppress_context__ else salah.__context__)
    if di_belakang is not None and id(di_belakang) not in dilalui and len(dilalui) < _RANTAI:
        yield from _urai(di_belakang, dilalui, geser)
        yield f"{geser}— lalu:"
    yield from (geser + baris for baris in _jejak(salah))
    yield geser + _sebut(salah)
    if isinstance(salah, BaseExceptionGroup):
        for satu in salah.exceptions[:_RANTAI]:
            yield from _urai(satu, dilalui, geser + "  ")


def _jejak(salah: BaseException) -> Iterator[str]:
    bingkai = traceback.extract_tb(salah.__traceback__)
    if len(bingkai) > _BINGKAI:
        yield f"… {len(bingkai) - _BINGKAI} langkah lain"
    for satu in bingkai[-_BINGKAI:]:
        yield f"{_pendek(satu.filename)}:{satu.lineno} {satu.name}"
        if satu.line:
            yield f"    {satu.line}"


def _pendek(path: str) -> str:
    """A path below the program or a library; what lies above it may be somebody's name."""
    bagian = PurePath(path.replace("\\", "/")).parts
    for akar in ("site-packages", "iki_desktop"):
        if akar in bagian[:-1]:
            mulai = len(bagian) - 1 - bagian[::-1].index(akar)
            return "/".join(bagian[mulai + (akar == "site-packages") :])
    return bagian[-1] if bagian else path


def _sebut(salah: BaseException) -> str:
    """The kind of an exception, and its message where that tells nothing of the data."""
    tipe = type(salah)
    nama = tipe.__qualname__ if tipe.__module__ == "builtins" else f"{tipe.__module__}.{tipe.__qualname__}"
    if isinstance(salah, OSError) and isinstance(salah.errno, int):
        return f"{nama}: [{salah.errno}] {os.strerror(salah.errno)}"
    try:
        pesan = str(salah)
    except Exception:  # a message that cannot even be made
        pesan = "?"
    if not pesan or _AMAN.fullmatch(pesan):
        return f"{nama}: {pesan}".removesuffix(": ")
    return f"{nama}: (pesan {len(pesan)} huruf, tidak disertakan)"
