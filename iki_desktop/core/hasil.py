"""Figures of an open file: computed when asked for, kept until an edit reaches them."""

from __future__ import annotations

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.capaian import (
    Aturan,
    HasilIndikator,
    HasilInduk,
    aturan_capaian,
    gabung,
    hitung_indikator,
)
from iki_desktop.core.changes import Edit
from iki_desktop.core.records import (
    Dokumen,
    Indikator,
    Kecamatan,
    Realisasi,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode

__all__ = ["HasilBerkas"]


class HasilBerkas:
    """What the records of ``arsip`` come to.  Whoever changes them says so through ``lupakan``."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._hasil: dict[tuple[int, Periode], HasilIndikator | HasilInduk] = {}
        self._aturan: dict[int, Aturan] = {}

    def aturan(self, dokumen_id: int) -> Aturan:
        """How capaian is computed in a document."""
        aturan = self._aturan.get(dokumen_id)
        if aturan is None:
            dokumen = self._arsip[dokumen_id]
            assert isinstance(dokumen, Dokumen)
            aturan = self._aturan[dokumen_id] = aturan_capaian(dokumen.capaian)
        return aturan

    def indikator(self, indikator_id: int, periode: Periode) -> HasilIndikator:
        """Figures of an indicator in a period."""
        hasil = self._hasil.get((indikator_id, periode))
        if hasil is None:
            indikator = self._arsip[indikator_id]
            assert isinstance(indikator, Indikator)
            aturan = self._aturan_dari(indikator_id)
            hasil = hitung_indikator(indikator, self._arsip.pengisian(indikator_id), aturan, periode)
            self._hasil[indikator_id, periode] = hasil
        assert isinstance(hasil, HasilIndikator)
        return hasil

    def induk(self, node_id: int, periode: Periode) -> HasilInduk:
        """Rolled-up figures of a sasaran, jabatan or document in a period."""
        hasil = self._hasil.get((node_id, periode))
        if hasil is None:
            hasil = self._hasil[node_id, periode] = self._hitung_induk(node_id, periode)
        assert isinstance(hasil, HasilInduk)
        return hasil

    def _hitung_induk(self, node_id: int, periode: Periode) -> HasilInduk:
        anak = self._arsip.anak_id(node_id)
        aturan = self._aturan_dari(node_id)
        if isinstance(self._arsip[node_id], Sasaran):
            return gabung([self.indikator(i, periode) for i in anak], aturan)
        return gabung([self.induk(i, periode) for i in anak], aturan)

    def _aturan_dari(self, node_id: int) -> Aturan:
        dokumen = self._arsip.dokumen_dari(node_id)
        assert dokumen is not None
        return self.aturan(dokumen.id)

    # --- forgetting -------------------------------------------------------------------------

    def lupakan(self, edit: Edit) -> None:
        """Drop what was computed of the records that changed, and of everything above them.

        A document's rules reach all that lies under it; a node that moved may have come under
        another document's rules.
        """
        for change in edit.changes:
            pindah = change.before and change.after and induk_id(change.before) != induk_id(change.after)
            if pindah or isinstance(change.record, Dokumen):
                self._hasil.clear()
                self._aturan.clear()
                return
        for change in edit.changes:
            match change.record:
                case Kecamatan() | StatusTriwulan() | Terbitan() | Sampah():
                    continue
                case Realisasi() as isian:
                    self._lupakan_jalan(isian.formulasi_id)
                    for pemakai in self._arsip.pemakai(isian.formulasi_id):
                        self._lupakan_jalan(pemakai.id)
                case node:
                    self._lupakan_node(node.id)
                    self._lupakan_jalan(induk_id(node))

    def _lupakan_jalan(self, node_id: int) -> None:
        """Drop the figures of a node and of everything above it."""
        while node_id != AKAR:
            self._lupakan_node(node_id)
            if node_id not in self._arsip:
                return
            node_id = induk_id(self._arsip[node_id])

    def _lupakan_node(self, node_id: int) -> None:
        for periode in (None, *SEMUA_TRIWULAN):
            self._hasil.pop((node_id, periode), None)
