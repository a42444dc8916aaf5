"""A small office for the tests of core, and a drawer that lives in memory."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Node,
    Realisasi,
    Record,
    Sasaran,
    Target,
)
from iki_desktop.core.workspace import Workspace


class Laci:
    """A store that keeps every edit in a list, and refuses while ``tolak`` is set.

    As a database with foreign keys does, it wants a parent before its children, and no children left
    where a parent goes.
    """

    def __init__(self, awal: Iterable[Record] = ()) -> None:
        self.edits: list[Edit] = []
        self.tolak = False
        self._isi = Arsip(awal)

    def apply(self, edit: Edit) -> None:
        if self.tolak:
            raise StoreError("Berkas tidak dapat ditulis.", "Periksa flashdisk.")
        for change in edit.changes:
            if change.before is None:
                induk = induk_id(change.record)
                assert induk == AKAR or induk in self._isi
            if change.after is None and isinstance(change.record, Node):
                assert len(list(self._isi.turunan(change.record.id))) == 1
            self._isi.terapkan([change])
        self.edits.append(edit)


def isi_arsip(arsip: Arsip) -> list[Record]:
    """Every record in reading order."""
    return [r for k in arsip.anak_id(AKAR) for r in arsip.turunan(k)]


def putar_ulang(edits: list[Edit], awal: list[Record]) -> list[Record]:
    """What the drawer's edits make of the records that the file began with."""
    arsip = Arsip(awal)
    for edit in edits:
        arsip.terapkan(edit.changes)
    return isi_arsip(arsip)


def indikator(node_id: int, sasaran_id: int, urutan: int, target: int = 100) -> list[Record]:
    """An indicator with a single ratio, whose id is ten times its own."""
    return [
        Indikator(node_id, sasaran_id, urutan, f"Indikator {node_id}", target=Target(Decimal(target))),
        Formulasi(node_id * 10, node_id, 0, JenisFormulasi.RASIO, pembilang="Selesai", penyebut="Semua"),
    ]


def rasio(indikator_id: int, triwulan: int, pembilang: int, penyebut: int) -> Realisasi:
    """What is entered for the ratio of ``indikator``."""
    return Realisasi(indikator_id * 10, triwulan, Decimal(pembilang), Decimal(penyebut))


CAMAT, SEKRETARIS, KASI = 11, 12, 13
"""Posts of the office; Kasi stands under Sekretaris, and he under Camat."""

SASARAN_CAMAT, SASARAN_KEDUA, SASARAN_SEKRETARIS = 101, 102, 103


def isi_kantor() -> list[Record]:
    """One office, one year, three posts, three sasaran, four indicators, three of them entered."""
    return [
        Kecamatan(1, 0, "Contoh", "Kabupaten", "Contoh"),
        Dokumen(2, 1, 0, 2026),
        Jabatan(CAMAT, 2, 0, "Camat"),
        Jabatan(SEKRETARIS, 2, 1, "Sekretaris", atasan_id=CAMAT),
        Jabatan(KASI, 2, 2, "Kasi", atasan_id=SEKRETARIS),
        Sasaran(SASARAN_CAMAT, CAMAT, 0, "Sasaran satu"),
        Sasaran(SASARAN_KEDUA, CAMAT, 1, "Sasaran dua"),
        Sasaran(SASARAN_SEKRETARIS, SEKRETARIS, 0, "Sasaran tiga"),
        *indikator(1001, SASARAN_CAMAT, 0),
        *indikator(1002, SASARAN_CAMAT, 1),
        *indikator(1003, SASARAN_KEDUA, 0),
        *indikator(1004, SASARAN_SEKRETARIS, 0),
        rasio(1001, 1, 100, 100),
        rasio(1002, 1, 50, 100),
        rasio(1004, 2, 80, 100),
    ]


def buka_kantor() -> tuple[Workspace, Laci]:
    """The small office, open."""
    laci = Laci(isi_kantor())
    return Workspace(laci, isi_kantor()), laci
