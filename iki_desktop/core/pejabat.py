"""The register of pejabat, and how who stands on a paper compares with it.

A paper holds values of its own, copied when they were chosen, so that whoever comes later changes
no earlier paper.  The register is only asked what it says of the person now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from iki_desktop.core.records import Pejabat, Penandatangan

__all__ = [
    "DEFINITIF",
    "PANGKAT",
    "Padanan",
    "dicatat",
    "jabatan_bersebutan",
    "menurut_masa",
    "padanan",
    "terdaftar",
]

DEFINITIF = "definitif"
"""The sebutan of who holds an office in full, which is also what is meant where none is given."""

PANGKAT = (
    ("Juru Muda", "I/a"), ("Juru Muda Tingkat I", "I/b"), ("Juru", "I/c"), ("Juru Tingkat I", "I/d"),
    ("Pengatur Muda", "II/a"), ("Pengatur Muda Tingkat I", "II/b"),
    ("Pengatur", "II/c"), ("Pengatur Tingkat I", "II/d"),
    ("Penata Muda", "III/a"), ("Penata Muda Tingkat I", "III/b"),
    ("Penata", "III/c"), ("Penata Tingkat I", "III/d"),
    ("Pembina", "IV/a"), ("Pembina Tingkat I", "IV/b"), ("Pembina Utama Muda", "IV/c"),
    ("Pembina Utama Madya", "IV/d"), ("Pembina Utama", "IV/e"),
)  # fmt: skip
"""The ranks of civil servants with their golongan ruang, lowest first (PP 99/2000).

A paper prints the rank alone, without the golongan.
"""


@dataclass(frozen=True, slots=True)
class Padanan:
    """What the register says of who stands on a paper, at a date.

    ``pejabat`` is their entry; ``sama``: the paper says the same; ``berlaku``: it is in force.
    ``pengganti`` is who holds the same office then, where that is one other entry.
    """

    pejabat: Pejabat
    sama: bool
    berlaku: bool
    pengganti: Pejabat | None


def jabatan_bersebutan(orang: Pejabat | Penandatangan) -> str:
    """The jabatan with Plt., Plh. or Pj. before it, once, also where it was typed into the jabatan."""
    jabatan = orang.jabatan.rstrip()
    sebutan = orang.sebutan or DEFINITIF
    return jabatan if sebutan == DEFINITIF or jabatan.startswith(sebutan) else f"{sebutan} {jabatan}"


def menurut_masa(register: Sequence[Pejabat], pada: date) -> tuple[list[Pejabat], list[Pejabat]]:
    """Those in force at a date, and the others; each in the order of the register."""
    return [p for p in register if p.berlaku(pada)], [p for p in register if not p.berlaku(pada)]


def padanan(register: Sequence[Pejabat], orang: Penandatangan, pada: date) -> Padanan | None:
    """The entry of the person in that office; ``None`` where the register does not know them in it.

    Of several the one in force comes first, then the one that says the same as the paper.
    """
    calon = [p for p in register if _orang_sama(p.penandatangan, orang)]
    if not calon:
        return None
    entri = max(
        calon, key=lambda p: (p.berlaku(pada), _setara(p.penandatangan, orang), _sebutan_sama(p, orang))
    )
    lain = [p for p in register if p.berlaku(pada) and _serupa(p.jabatan, orang.jabatan)]
    return Padanan(
        entri,
        _setara(entri.penandatangan, orang),
        entri.berlaku(pada),
        lain[0] if len(lain) == 1 and lain[0] not in calon else None,
    )


def terdaftar(register: Sequence[Pejabat], orang: Penandatangan) -> bool:
    """Whether the register holds exactly that, in whatever term."""
    return any(_setara(p.penandatangan, orang) for p in register)


def dicatat(register: Sequence[Pejabat], orang: Penandatangan, pada: date) -> tuple[Pejabat, ...]:
    """The register with the person in it: in place of their entry, whose term stays, else behind the others.

    The same person under another sebutan is another entry: who was Plt. first and is definitif now
    was both, each in its time.
    """
    hasil = list(register)
    calon = [
        nomor
        for nomor, p in enumerate(register)
        if _orang_sama(p.penandatangan, orang) and _sebutan_sama(p, orang)
    ]
    if not calon:
        return (*hasil, Pejabat.dari(orang))
    tempat = max(calon, key=lambda nomor: register[nomor].berlaku(pada))
    lama = register[tempat]
    hasil[tempat] = Pejabat.dari(orang, lama.berlaku_dari, lama.berlaku_sampai)
    return tuple(hasil)


def _setara(satu: Penandatangan, dua: Penandatangan) -> bool:
    """Whether both print the same."""
    return _tanpa_definitif(satu) == _tanpa_definitif(dua)


def _tanpa_definitif(orang: Penandatangan) -> Penandatangan:
    return replace(orang, sebutan=None) if orang.sebutan == DEFINITIF else orang


def _sebutan_sama(pejabat: Pejabat, orang: Penandatangan) -> bool:
    return (pejabat.sebutan or DEFINITIF) == (orang.sebutan or DEFINITIF)


def _orang_sama(satu: Penandatangan, dua: Penandatangan) -> bool:
    """The same person in the same office, also after a degree was won or a NIP put right."""
    nip_sama = satu.nip is not None and satu.nip == dua.nip
    return (nip_sama or _kata(satu.nama) == _kata(dua.nama)) and _serupa(satu.jabatan, dua.jabatan)


def _serupa(satu: str, dua: str) -> bool:
    """``CAMAT`` and ``Camat Biatan,`` are one office: the shorter name begins the longer one."""
    pendek, panjang = sorted((_kata(satu), _kata(dua)), key=len)
    return panjang[: len(pendek)] == pendek


def _kata(teks: str) -> list[str]:
    """The words without case and punctuation; what holds no word is compared as it is."""
    return re.findall(r"\w+", teks.casefold()) or [teks]
