"""Which entry is looked at: a formula in a quarter."""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Formulasi, Realisasi, StatusIsian

__all__ = ["Tempat"]


@dataclass(frozen=True, slots=True)
class Tempat:
    """The place of an entry, whether anything is entered there or not."""

    formulasi_id: int
    triwulan: int

    def ada(self, arsip: Arsip) -> bool:
        """Whether the formula is still there."""
        return self.formulasi_id in arsip

    def formulasi(self, arsip: Arsip) -> Formulasi:
        """The formula."""
        formulasi = arsip[self.formulasi_id]
        assert isinstance(formulasi, Formulasi)
        return formulasi

    def isian(self, arsip: Arsip, triwulan: int | None = None) -> Realisasi | None:
        """What is entered, here or in another quarter of the same formula."""
        return arsip.realisasi(self.formulasi_id, triwulan or self.triwulan)

    def terkunci(self, arsip: Arsip) -> bool:
        """Whether the quarter is locked."""
        dokumen = arsip.dokumen_dari(self.formulasi_id)
        return dokumen is not None and arsip.status_isian(dokumen.id, self.triwulan) is StatusIsian.DIKUNCI
