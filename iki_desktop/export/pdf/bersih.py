"""Texts of people as a page can show them.

Nothing in a text is markup.  What has no shape (control and format characters) is left out,
every kind of line break is one, and everything else stays.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["bersihkan"]

_GANTI_BARIS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_TAK_PUTUS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}"


@lru_cache(maxsize=4096)
def bersihkan(teks: str) -> str:
    """The text as it can be printed: line breaks as \\n, tabs as blanks, nothing that has no shape."""
    if teks.isascii() and teks.isprintable():
        return teks
    baris = _GANTI_BARIS.sub("\n", teks).replace("\t", "    ")
    return "".join(_tercetak(h) for h in baris)


def _tercetak(huruf: str) -> str:
    if huruf == "\n":
        return huruf
    jenis = unicodedata.category(huruf)
    if jenis == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    if jenis == "Zs":
        return "\N{NO-BREAK SPACE}" if huruf in _TAK_PUTUS else " "
    return "" if jenis in ("Cc", "Cf") else huruf
