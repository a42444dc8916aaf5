"""Who has a file open: the words for whoever comes second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from iki_desktop.core.kalimat import satu_baris

__all__ = ["Pemegang", "sebut_pelepas", "sebut_pemegang", "sebut_waktu"]

_TERPANJANG = 60
"""Characters of a name: what stands in a file beside the office's may be anybody's."""


@dataclass(frozen=True, slots=True)
class Pemegang:
    """A person at a computer who has the file open.  ``sejak``: since when, by their clock."""

    pengguna: str = ""
    komputer: str = ""
    sejak: datetime | None = None


def sebut_pemegang(pemegang: Pemegang, kini: datetime) -> str:
    """“Berkas ini sedang dibuka oleh SITI di PC-KASI sejak 08.15.”, as far as that is known."""
    pengguna, komputer = _nama(pemegang.pengguna), _nama(pemegang.komputer)
    kata = [f"oleh {pengguna}"] if pengguna else []
    kata += [f"di {komputer}"] if komputer else []
    kata = kata or ["di jendela atau program lain"]
    if pemegang.sejak:
        kata.append(f"sejak {sebut_waktu(pemegang.sejak, kini)}")
    return f"Berkas ini sedang dibuka {' '.join(kata)}."


def sebut_pelepas(pemegang: Pemegang) -> str:
    """The same person has let the file go."""
    siapa = _nama(pemegang.pengguna)
    return f"{siapa} sudah menutup berkas ini." if siapa else "Berkas ini sudah ditutup di sana."


def sebut_waktu(waktu: datetime, kini: datetime) -> str:
    """The hour of a moment of today; the day before it on any other."""
    if waktu.date() == kini.date():
        return f"{waktu:%H.%M}"
    return f"{waktu:%d-%m-%Y %H.%M}"


def _nama(teks: str) -> str:
    tampak = "".join(h if h.isprintable() else " " for h in teks)
    return satu_baris(tampak)[:_TERPANJANG].strip()
