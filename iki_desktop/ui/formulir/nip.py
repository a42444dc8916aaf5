"""NIP as it is typed, shown and checked: 18 digits, printed in groups of 8, 6, 1 and 3.

The groups are the date of birth, the month of appointment, the sex (1 or 2) and a running number.
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["baca_nip", "nip_terkelompok", "nip_wajar"]


def nip_terkelompok(nip: str) -> str:
    """``199001012010011001`` → ``19900101 201001 1 001``; anything else as it is."""
    if not re.fullmatch(r"[0-9]{18}", nip):
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def baca_nip(teks: str) -> str | None:
    """The digits of a NIP typed with blanks, dots or the word in front; ``None`` for nothing."""
    tanpa_kata = re.sub(r"^\s*nip\b[.:\s]*", "", teks, flags=re.IGNORECASE)
    return re.sub(r"[\s.\-]", "", tanpa_kata) or None


def nip_wajar(nip: str) -> bool:
    """Whether a NIP begins with a date of birth, names a month, and has 1 or 2 for the sex."""
    try:
        lahir = date.fromisoformat(f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}")
        angkat = date.fromisoformat(f"{nip[8:12]}-{nip[12:14]}-01")
    except ValueError:
        return False
    return lahir.year >= 1900 and lahir < angkat and nip[14] in "12"
