"""NIP as it is typed, shown and checked: 18 digits, printed in groups of 8, 6, 1 and 3.

The groups (Perka BKN 22/2007) are the date of birth, the month of appointment, the sex (1 or 2) and
a running number.  That of a PPPK has, in place of the month, a number from 21 on.
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["PANJANG_NIP", "baca_nip", "lahir_menurut_nip", "nip_lengkap", "nip_terkelompok"]

PANJANG_NIP = 18
"""How many digits a NIP has."""

_NIP = re.compile(rf"[0-9]{{{PANJANG_NIP}}}")


def nip_lengkap(nip: str) -> bool:
    """Whether it is 18 digits and nothing else, whatever they mean."""
    return _NIP.fullmatch(nip) is not None


def nip_terkelompok(nip: str) -> str:
    """``199001012010011001`` → ``19900101 201001 1 001``; anything else as it is."""
    if not nip_lengkap(nip):
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def baca_nip(teks: str) -> str | None:
    """The digits of a NIP typed with blanks, dots or the word in front; ``None`` for nothing."""
    tanpa_kata = re.sub(r"^\s*nip\b[.:\s]*", "", teks, flags=re.IGNORECASE)
    return re.sub(r"[\s.\-]", "", tanpa_kata) or None


def lahir_menurut_nip(nip: str) -> date | None:
    """The date of birth in a NIP; ``None`` where its groups cannot be what they stand for.

    That is no reason to refuse it: NIPs were given out with mistakes, and those are theirs.
    """
    if not nip_lengkap(nip):
        return None
    bulan = int(nip[12:14])
    try:
        lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        angkat = date(int(nip[8:12]), bulan if bulan <= 12 else 1, 1)
    except ValueError:
        return None
    wajar = lahir.year >= 1900 and lahir < angkat and nip[14] in "12" and not 12 < bulan <= 20
    return lahir if wajar else None
