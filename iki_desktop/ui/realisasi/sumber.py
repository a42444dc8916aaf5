"""Where figures are read: the workspace as it is, or as it would be with one entry changed."""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk, Pengisian, hitung_indikator
from iki_desktop.core.hasil import gulung
from iki_desktop.core.records import Formulasi, Indikator, Node, Realisasi
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.realisasi.sel import KunciSel
from iki_desktop.ui.realisasi.usulan import usulan

__all__ = ["BATAS_INDUK", "Pratinjau", "Sumber"]

BATAS_INDUK = 300
"""Above so many children a roll-up is not previewed at every key: it could be felt."""


class Sumber:
    """Figures as they are."""

    def __init__(self, workspace: Workspace, *, usulkan: bool = False) -> None:
        self.workspace = workspace
        self.usulkan = usulkan

    def usulan(self, kunci: KunciSel) -> Decimal | None:
        """The number proposed for an empty cell, where proposals are wanted."""
        return usulan(self.arsip, kunci) if self.usulkan else None

    @property
    def arsip(self) -> Arsip:
        """The records."""
        return self.workspace.arsip

    def aturan(self, node_id: int) -> Aturan:
        """How capaian is computed where this node stands."""
        dokumen = self.arsip.dokumen_dari(node_id)
        assert dokumen is not None
        return self.workspace.aturan(dokumen.id)

    def realisasi(self, formulasi_id: int, triwulan: int) -> Realisasi | None:
        """What is entered."""
        return self.arsip.realisasi(formulasi_id, triwulan)

    def pengisian(self, indikator_id: int) -> list[Pengisian]:
        """The formulas of an indicator with their quarters."""
        return [
            (f, [self.realisasi(f.id, t) for t in SEMUA_TRIWULAN]) for f in self.arsip.formulasi(indikator_id)
        ]

    def hasil_indikator(self, indikator_id: int, periode: Periode) -> HasilIndikator:
        """Figures of an indicator."""
        return self.workspace.hasil_indikator(indikator_id, periode)

    def hasil(self, node_id: int, periode: Periode) -> HasilInduk:
        """Rolled-up figures."""
        return self.workspace.hasil(node_id, periode)


class Pratinjau(Sumber):
    """Figures as they would be if ``isian`` were entered; nothing is changed."""

    def __init__(self, workspace: Workspace, isian: Realisasi, *, usulkan: bool = False) -> None:
        super().__init__(workspace, usulkan=usulkan)
        self.isian = isian
        formulasi = self.arsip[isian.formulasi_id]
        assert isinstance(formulasi, Formulasi)
        bersama = self.arsip.pemakai(formulasi.id)
        self._indikator_id = {f.indikator_id for f in (formulasi, *bersama)}
        self._induk = {n.id for satu in self._indikator_id for n in self.arsip.leluhur(satu)}

    def realisasi(self, formulasi_id: int, triwulan: int) -> Realisasi | None:
        sumber_id = self.arsip.sumber_isian(formulasi_id)
        if (sumber_id, triwulan) == (self.isian.formulasi_id, self.isian.triwulan):
            return self.isian
        return super().realisasi(formulasi_id, triwulan)

    def hasil_indikator(self, indikator_id: int, periode: Periode) -> HasilIndikator:
        if indikator_id not in self._indikator_id:
            return super().hasil_indikator(indikator_id, periode)
        indikator = self.arsip[indikator_id]
        assert isinstance(indikator, Indikator)
        pengisian = self.pengisian(indikator_id)
        return hitung_indikator(indikator, pengisian, self.aturan(indikator_id), periode)

    def hasil(self, node_id: int, periode: Periode) -> HasilInduk:
        if node_id not in self._induk or len(self.arsip.anak_id(node_id)) > BATAS_INDUK:
            return super().hasil(node_id, periode)

        def hasil_anak(anak: Node) -> HasilIndikator | HasilInduk:
            cara = self.hasil_indikator if isinstance(anak, Indikator) else self.hasil
            return cara(anak.id, periode)

        return gulung(self.arsip, node_id, self.aturan(node_id), hasil_anak)
