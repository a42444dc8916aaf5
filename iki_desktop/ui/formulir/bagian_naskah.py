"""The parts of a year's document that are edited on their own pages, in the order of printing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from iki_desktop.core.kalimat import kutip, satu_baris
from iki_desktop.core.records import Bab, Dokumen, Iku
from iki_desktop.naskah.daftar import angka_romawi
from iki_desktop.ui.formulir.kunci_deret import KunciDeret
from iki_desktop.ui.formulir.lensa import Lensa

__all__ = [
    "BAB",
    "IKU",
    "KEPUTUSAN",
    "SAMPUL",
    "VISI_MISI",
    "Bagian",
    "PenandaNaskah",
    "Tempat",
    "deret_baru",
    "nama_bagian",
    "sebut_bagian",
]

SAMPUL, BAB, VISI_MISI, IKU, KEPUTUSAN = "sampul", "bab", "visi_misi", "iku", "keputusan"

_BERDERET = (BAB, IKU)
"""The parts of which there may be several, or none."""

_NAMA = {SAMPUL: "Sampul", VISI_MISI: "Visi dan misi", KEPUTUSAN: "Keputusan"}


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part: what it is, and which of its kind (0 where there is only one)."""

    jenis: str
    kunci: int = 0

    @property
    def berderet(self) -> bool:
        """Whether it stands in a row of its kind, and can be moved and deleted."""
        return self.jenis in _BERDERET


def _lensa_deret(jenis: str) -> Lensa:
    """The row of chapters or tables; one that is not given looks empty."""

    def pasang(dokumen: Dokumen, deret: tuple[Any, ...]) -> Dokumen:
        return replace(dokumen, bab=deret) if jenis == BAB else replace(dokumen, iku=deret)

    return Lensa(lambda dokumen: getattr(dokumen, jenis) or (), pasang)


def deret_baru(dokumen: Dokumen, jenis: str, deret: Sequence[Any]) -> Dokumen:
    """The document with other chapters or tables; without any, they are not given."""
    isi = tuple(deret) or None
    return replace(dokumen, bab=isi) if jenis == BAB else replace(dokumen, iku=isi)


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a chapter or table stands in its document, wherever it is moved to."""

    bagian: Bagian
    deret: KunciDeret

    def nomor(self, dokumen: Dokumen) -> int | None:
        """Its place among its kind; ``None`` where it is gone."""
        return self.deret.nomor(getattr(dokumen, self.bagian.jenis) or (), self.bagian.kunci)

    def lensa(self) -> Lensa:
        """The value inside the document."""
        dalam = self.deret.lensa(lambda: self.bagian.kunci)
        return _lensa_deret(self.bagian.jenis).lalu(dalam)


class PenandaNaskah:
    """Keeps apart the chapters and tables of each document that was looked at."""

    def __init__(self) -> None:
        self._deret: dict[tuple[int, str], KunciDeret] = {}

    def deret(self, dokumen_id: int, jenis: str) -> KunciDeret:
        """The keys of one row."""
        return self._deret.setdefault((dokumen_id, jenis), KunciDeret())

    def tempat(self, dokumen_id: int, bagian: Bagian) -> Tempat:
        """Where a part stands."""
        return Tempat(bagian, self.deret(dokumen_id, bagian.jenis))

    def bagian(self, dokumen: Dokumen) -> list[Bagian]:
        """The parts of a document, in the order of printing."""
        hasil: list[Bagian] = []
        for jenis in (SAMPUL, BAB, VISI_MISI, IKU, KEPUTUSAN):
            if jenis in _BERDERET:
                kunci = self.deret(dokumen.id, jenis).kunci(getattr(dokumen, jenis) or ())
                hasil += [Bagian(jenis, k) for k in kunci]
            else:
                hasil.append(Bagian(jenis))
        return hasil

    def nilai(self, dokumen: Dokumen, bagian: Bagian) -> tuple[int, Any]:
        """The place of a chapter or table, and what it says."""
        nomor = self.tempat(dokumen.id, bagian).nomor(dokumen)
        assert nomor is not None
        return nomor, getattr(dokumen, bagian.jenis)[nomor]


def nama_bagian(penanda: PenandaNaskah, dokumen: Dokumen, bagian: Bagian) -> tuple[str, str]:
    """What a part is called, and its title where it has one."""
    if not bagian.berderet:
        return _NAMA[bagian.jenis], ""
    nomor, nilai = penanda.nilai(dokumen, bagian)
    judul = satu_baris(nilai.judul or "")
    if bagian.jenis == BAB:
        return f"Bab {angka_romawi(nomor + 1)}", judul
    return (f"IKU {nomor + 1}" if len(dokumen.iku or ()) > 1 else "IKU"), judul


def sebut_bagian(nilai: Bab | Iku, nomor: int) -> str:
    """A chapter or table within a sentence."""
    if isinstance(nilai, Bab):
        return f"bab {kutip(nilai.judul)}"
    return f"tabel IKU {kutip(nilai.judul)}" if nilai.judul else f"tabel IKU ke-{nomor + 1}"
