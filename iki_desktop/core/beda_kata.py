"""What differs between two texts word by word, and which of two lists belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import islice, pairwise

__all__ = ["Cara", "Pasangan", "Potongan", "beda_kata", "pasangkan", "urutan_sama"]

KATA_TERBANYAK = 2_000
"""Words and signs of both texts; two longer ones stand beside each other as wholes."""

SISA_TERBANYAK = 40
"""So many of a list that found no equal are looked through for likeness; more are taken in their order."""

_AWAL_DIBANDINGKAN = 120
"""Words of a text by which its likeness to others is told: each is held against each."""

_MIRIP = 0.5
"""From this share of common words on, two texts are one text that was changed."""

_KATA = re.compile(r"\w+|\s+|[^\w\s]")

Pasangan = tuple[int | None, int | None]
"""Places in an old and in a new list; ``None`` where it is in one of them alone."""


class Cara(StrEnum):
    """What became of a text, or of a piece of it."""

    SAMA = "sama"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


@dataclass(frozen=True, slots=True)
class Potongan:
    """Words that stand in both texts, in the new one alone, or in the old one alone."""

    teks: str
    cara: Cara

    @property
    def bertepi(self) -> tuple[str, str, str]:
        """The words with the blanks before and behind them, which no mark needs to hold."""
        inti = self.teks.strip() or self.teks
        sebelum, _, sesudah = self.teks.partition(inti)
        return sebelum, inti, sesudah


def beda_kata(semula: str, menjadi: str) -> tuple[Potongan, ...]:
    """Both texts in one run of pieces, what went before what came in its place.

    The pieces that are not DITAMBAH make the old text, those that are not DIHAPUS the new one.
    """
    lama, baru = _KATA.findall(semula), _KATA.findall(menjadi)
    if len(lama) + len(baru) > KATA_TERBANYAK:
        lama, baru = [semula], [menjadi]
    langkah = SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes()
    semua: list[Potongan] = []
    for cara, a, b, c, d in langkah:
        if cara == "equal":
            semua.append(Potongan("".join(lama[a:b]), Cara.SAMA))
            continue
        semua.append(Potongan("".join(lama[a:b]), Cara.DIHAPUS))
        semua.append(Potongan("".join(baru[c:d]), Cara.DITAMBAH))
    return tuple(_tanpa_serpihan([p for p in semua if p.teks]))


def _tanpa_serpihan(semua: Sequence[Potongan]) -> Iterator[Potongan]:
    """A blank alone between two changes is no common word: changes that follow each other are one."""
    hapus = tambah = ""
    for nomor, satu in enumerate(semua):
        terakhir = nomor == len(semua) - 1
        if satu.cara is Cara.SAMA and (terakhir or not (hapus or tambah) or not satu.teks.isspace()):
            yield from _perubahan(hapus, tambah)
            hapus = tambah = ""
            yield satu
            continue
        hapus += satu.teks if satu.cara is not Cara.DITAMBAH else ""
        tambah += satu.teks if satu.cara is not Cara.DIHAPUS else ""
    yield from _perubahan(hapus, tambah)


def _perubahan(hapus: str, tambah: str) -> Iterator[Potongan]:
    if hapus:
        yield Potongan(hapus, Cara.DIHAPUS)
    if tambah:
        yield Potongan(tambah, Cara.DITAMBAH)


def _mirip(satu: str, dua: str) -> float:
    """How much of two texts is common: 0 nothing, 1 everything."""
    kata = [_awal(teks) for teks in (satu, dua)]
    banding = SequenceMatcher(None, kata[0], kata[1], autojunk=False)
    return banding.ratio() if banding.real_quick_ratio() >= _MIRIP <= banding.quick_ratio() else 0.0


@lru_cache(maxsize=256)
def _awal(teks: str) -> list[str]:
    """The first words of a text, without its blanks."""
    kata = (k[0] for k in _KATA.finditer(teks.casefold()) if not k[0].isspace())
    return list(islice(kata, _AWAL_DIBANDINGKAN))


def pasangkan(lama: Sequence[str], baru: Sequence[str], *, mirip: bool = True) -> list[Pasangan]:
    """The members of two lists by their places, each with its counterpart: its equal, else the likest.

    In the order of the new list; what is gone stands behind what stood before it.  Without ``mirip``
    equals alone are counterparts.
    """
    letak = _yang_sama(lama, baru)
    if mirip:
        letak |= _yang_mirip(lama, baru, letak)
    asal = {b: a for a, b in letak.items()}
    hasil: list[Pasangan] = [(asal.get(b), b) for b in range(len(baru))]
    tempat = 0
    for a in range(len(lama)):
        if a in letak:
            tempat = hasil.index((a, letak[a])) + 1
        else:
            hasil.insert(tempat, (a, None))
            tempat += 1
    return hasil


def _yang_sama(lama: Sequence[str], baru: Sequence[str]) -> dict[int, int]:
    """Place in the old list -> place in the new one, for equal texts; the first with the first."""
    tempat: dict[str, list[int]] = {}
    for b in reversed(range(len(baru))):
        tempat.setdefault(baru[b], []).append(b)
    return {a: tempat[n].pop() for a, n in enumerate(lama) if tempat.get(n)}


def _yang_mirip(lama: Sequence[str], baru: Sequence[str], letak: dict[int, int]) -> dict[int, int]:
    terpakai = set(letak.values())
    sisa_lama = [a for a in range(len(lama)) if a not in letak]
    sisa_baru = [b for b in range(len(baru)) if b not in terpakai]
    if max(len(sisa_lama), len(sisa_baru)) > SISA_TERBANYAK:
        return dict(zip(sisa_lama, sisa_baru, strict=False))
    nilai = [(_mirip(lama[a], baru[b]), -abs(a - b), a, b) for a in sisa_lama for b in sisa_baru]
    hasil: dict[int, int] = {}
    for mirip, _, a, b in sorted(nilai, reverse=True):
        if mirip >= _MIRIP and a not in hasil and b not in hasil.values():
            hasil[a] = b
    return hasil


def urutan_sama(pasangan: Sequence[Pasangan]) -> bool:
    """Whether those that are in both lists stand in the same order in both."""
    lama = [a for a, b in pasangan if a is not None and b is not None]
    return all(satu < dua for satu, dua in pairwise(lama))
