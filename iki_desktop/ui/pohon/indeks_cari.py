"""Find as one types: every text of a year, folded once, kept in step with edits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import (
    Daftar,
    Dokumen,
    Formulasi,
    Indikator,
    Kecamatan,
    Node,
)
from iki_desktop.ui.pohon.teks import judul

__all__ = ["Bagian", "IndeksCari", "bagian_tercari", "baris_pohon", "lipat_huruf"]

PANJANG_RUAS = 48
"""Characters of one station of a path."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One text that can be found, and what it is ("" for the name of the node itself)."""

    sebutan: str
    teks: str


def lipat_huruf(teks: str) -> str:
    """Without case and accents, on one line: what is compared."""
    if teks.isascii():
        return satu_baris(teks.lower())
    terurai = unicodedata.normalize("NFKD", teks.casefold())
    return satu_baris("".join(c for c in terurai if not unicodedata.combining(c)))


def bagian_tercari(node: Node) -> list[Bagian]:
    """The texts of a node; an indicator's formulas are nodes of their own."""
    match node:
        case Formulasi():
            return [b for b in _bagian_formulasi(node) if b.teks]
        case Dokumen():
            return []
        case Indikator(penanggung_jawab=str(nama)):
            return [Bagian("", judul(node)), Bagian("Penanggung jawab", nama)]
        case _:
            return [Bagian("", judul(node))]


def _bagian_formulasi(formulasi: Formulasi) -> Iterator[Bagian]:
    yield Bagian("Formulasi", formulasi.teks or "")
    yield Bagian("Pembilang", formulasi.pembilang or "")
    yield Bagian("Penyebut", formulasi.penyebut or "")
    yield Bagian("Rumus", formulasi.rumus or "")
    yield Bagian("Variabel", "; ".join(label for _, label in formulasi.variabel or ()))
    yield Bagian("Butir", "; ".join(_teks_butir(formulasi.butir or ())))
    yield Bagian("Sumber data", formulasi.sumber_data or "")
    yield Bagian("Catatan", formulasi.catatan or "")


def _teks_butir(daftar: Daftar) -> Iterator[str]:
    for butir in daftar:
        yield butir.teks
        yield from _teks_butir(butir.butir or ())


class IndeksCari:
    """Folded texts by node, made when the first search asks for them."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._tahun = 0
        self._terlipat: dict[int, str] | None = None

    def siapkan(self, tahun: int) -> None:
        """Cover another year from the next search on."""
        if tahun != self._tahun:
            self._tahun = tahun
            self._terlipat = None

    def ikuti(self, edit: Edit) -> None:
        """Keep in step with an edit, as far as anything was made already."""
        if self._terlipat is None:
            return
        for change in edit.changes:
            record = change.record
            if isinstance(record, Dokumen):
                self._terlipat = None
                return
            if isinstance(record, Node):
                self._perbarui(record.id)

    def _perbarui(self, node_id: int) -> None:
        assert self._terlipat is not None
        self._terlipat.pop(node_id, None)
        if node_id in self._arsip and self._tercakup(node_id):
            self._masukkan(self._arsip[node_id], self._terlipat)

    def _tercakup(self, node_id: int) -> bool:
        dokumen = self._arsip.dokumen_dari(node_id)
        return dokumen is None or dokumen.tahun == self._tahun

    @staticmethod
    def _masukkan(node: Node, terlipat: dict[int, str]) -> None:
        teks = "\n".join(lipat_huruf(b.teks) for b in bagian_tercari(node))
        if teks:
            terlipat[node.id] = teks

    def _baca(self) -> dict[int, str]:
        terlipat: dict[int, str] = {}
        for kecamatan in self._arsip.kecamatan():
            self._masukkan(kecamatan, terlipat)
            for dokumen in self._arsip.dokumen(kecamatan.id):
                if dokumen.tahun == self._tahun:
                    self._baca_di_bawah(dokumen.id, terlipat)
        return terlipat

    def _baca_di_bawah(self, node_id: int, terlipat: dict[int, str]) -> None:
        for anak in self._arsip.anak(node_id):
            self._masukkan(anak, terlipat)
            self._baca_di_bawah(anak.id, terlipat)

    def cari(self, teks: str) -> list[int]:
        """Ids of the nodes whose texts hold every word, in any order; in printed order."""
        kata = lipat_huruf(teks).split()
        if not kata:
            return []
        if self._terlipat is None:
            self._terlipat = self._baca()
        kena = [i for i, t in self._terlipat.items() if all(k in t for k in kata)]
        return sorted(kena, key=self._tempat)

    def _tempat(self, node_id: int) -> tuple[int, ...]:
        return tuple(n.urutan for n in self._arsip.leluhur(node_id))[::-1]

    def kutipan(self, node_id: int, teks: str) -> Bagian:
        """Which text of a found node to show: the one that holds most of the words."""
        kata = lipat_huruf(teks).split()
        bagian = bagian_tercari(self._arsip[node_id])
        return max(bagian, key=lambda b: sum(k in lipat_huruf(b.teks) for k in kata))

    def jalur(self, node_id: int) -> str:
        """Where a found node stands: ``Camat › Meningkatkan kepuasan …``."""
        atas = [n for n in self._arsip.leluhur(node_id) if n.id != node_id]
        satu_kantor = len(self._arsip.kecamatan()) == 1
        ruas = [
            n.nama if isinstance(n, Kecamatan) else judul(n)
            for n in reversed(atas)
            if not isinstance(n, Dokumen | Formulasi) and not (satu_kantor and isinstance(n, Kecamatan))
        ]
        return " › ".join(_ringkas(r) for r in ruas)


def _ringkas(teks: str) -> str:
    return teks if len(teks) <= PANJANG_RUAS else teks[: PANJANG_RUAS - 2].rstrip() + " …"


def baris_pohon(arsip: Arsip, node_id: int) -> int:
    """The node whose row shows a found one: the indicator of a formula, else the node itself."""
    node = arsip[node_id]
    return induk_id(node) if isinstance(node, Formulasi) else node_id
