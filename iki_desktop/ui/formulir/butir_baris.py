"""A nested list as lines with a depth: the shape in which it is typed, moved and pasted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from iki_desktop.core.records import Butir, Daftar
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.naskah.daftar import bernomor

__all__ = [
    "Baris",
    "baca_tempelan",
    "ke_baris",
    "ke_daftar",
    "nomor_cetak",
    "pindahkan",
    "rapikan",
    "turunan",
]

_NOMOR = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[a-z]|([a-z])\1|[ivx]{1,5})[.)]|[-–•·*])(?:\s+|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Baris:
    """One item: how deep it stands (0 is outermost) and its text.

    ``objek`` and ``tertulis`` carry how the exchange file wrote it (an item as an object, an
    empty list of sub-items), so that what nobody touched goes out as it came in.
    """

    tingkat: int
    teks: str
    objek: bool = False
    tertulis: bool = False


def ke_baris(daftar: Daftar | None) -> list[Baris]:
    """The items of a list in reading order."""
    hasil: list[Baris] = []
    antrean = [(b, 0) for b in reversed(daftar or ())]
    while antrean:
        butir, tingkat = antrean.pop()
        hasil.append(Baris(tingkat, butir.teks, butir.sebagai_objek, butir.butir == ()))
        antrean += [(b, tingkat + 1) for b in reversed(butir.butir or ())]
    return hasil


def rapikan(baris: Iterable[Baris]) -> list[Baris]:
    """No item stands more than one step deeper than the one before it; the first is outermost."""
    hasil: list[Baris] = []
    batas = 0
    for satu in baris:
        tingkat = min(satu.tingkat, batas)
        hasil.append(satu if tingkat == satu.tingkat else replace(satu, tingkat=tingkat))
        batas = tingkat + 1
    return hasil


def ke_daftar(baris: Sequence[Baris]) -> Daftar:
    """The nested list that the lines stand for."""
    wadah: defaultdict[int, list[Butir]] = defaultdict(list)
    for satu in reversed(rapikan(baris)):
        anak = wadah.pop(satu.tingkat + 1, None)
        butir = tuple(reversed(anak)) if anak else (() if satu.tertulis else None)
        wadah[satu.tingkat].append(Butir(satu.teks, butir, satu.objek and not butir))
    return tuple(reversed(wadah[0]))


def nomor_cetak(baris: Sequence[Baris], gaya: str, *, kalimat_tunggal: bool = False) -> list[str]:
    """The printed number of each line.

    With ``kalimat_tunggal`` one outermost item alone is a sentence: it has no number, and the
    items under it begin with ``gaya``.
    """
    rapi = rapikan(baris)
    if kalimat_tunggal and sum(b.tingkat == 0 for b in rapi) == 1:
        anak = ke_daftar([replace(b, tingkat=b.tingkat - 1) for b in rapi[1:]])
        return ["", *(b.nomor for b in bernomor(anak, gaya).baris)]
    return [b.nomor for b in bernomor(ke_daftar(rapi), gaya).baris]


def turunan(baris: Sequence[Baris], nomor: int) -> int:
    """The place just behind a line and everything under it."""
    akhir = nomor + 1
    while akhir < len(baris) and baris[akhir].tingkat > baris[nomor].tingkat:
        akhir += 1
    return akhir


def pindahkan(baris: Sequence[Baris], nomor: int, arah: int) -> tuple[list[Baris], int] | None:
    """Move a line with all under it before (-1) or behind (+1) its neighbour of the same depth.

    Returns the lines and the new place; ``None`` where there is no such neighbour.
    """
    if arah < 0:
        sebelum = _saudara_sebelum(baris, nomor)
        if sebelum is None:
            return None
        akhir = turunan(baris, nomor)
        urut = [*baris[:sebelum], *baris[nomor:akhir], *baris[sebelum:nomor], *baris[akhir:]]
        return urut, sebelum
    sesudah = turunan(baris, nomor)
    if sesudah >= len(baris) or baris[sesudah].tingkat != baris[nomor].tingkat:
        return None
    hasil = pindahkan(baris, sesudah, -1)
    assert hasil is not None
    return hasil[0], nomor + turunan(baris, sesudah) - sesudah


def _saudara_sebelum(baris: Sequence[Baris], nomor: int) -> int | None:
    for calon in range(nomor - 1, -1, -1):
        if baris[calon].tingkat <= baris[nomor].tingkat:
            return calon if baris[calon].tingkat == baris[nomor].tingkat else None
    return None


def baca_tempelan(teks: str) -> list[Baris]:
    """Pasted text as items: one a line, blank lines dropped, tabs in front as depth.

    A typed numbering (``a.``, ``1)``, ``-``) goes if every line has one: it would be printed twice.
    """
    polos = [b for b in re.split(r"\r\n|\r|\n|\u2029", teks) if b.strip()]
    tingkat = [len(b) - len(b.lstrip("\t")) for b in polos]
    terluar = min(tingkat, default=0)
    if len(polos) > 1 and all(_NOMOR.match(b) for b in polos):
        polos = [_NOMOR.sub("", b, count=1) for b in polos]
    return [Baris(t - terluar, bersihkan_teks(b)) for t, b in zip(tingkat, polos, strict=True)]
