"""Figures of an open file: computed when asked for, kept until an edit reaches them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.capaian import (
    Aturan,
    HasilIndikator,
    HasilInduk,
    aturan_capaian,
    gabung,
    hitung_indikator,
    hitung_kemajuan,
)
from iki_desktop.core.changes import Edit
from iki_desktop.core.records import (
    Dokumen,
    Indikator,
    Jabatan,
    Kecamatan,
    Node,
    Realisasi,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.triwulan import Periode

__all__ = ["HasilBerkas", "bobot_anak", "gulung"]


_BERBOBOT = (Jabatan, Sasaran, Indikator)


def gulung(
    arsip: Arsip,
    node_id: int,
    aturan: Aturan,
    hasil_anak: Callable[[Node], HasilIndikator | HasilInduk],
) -> HasilInduk:
    """What the children of a sasaran, jabatan or document come to together, each by its weight.

    Where their figures are from is the caller's affair: as they are, or as they would be.
    """
    anak = arsip.anak(node_id)
    return gabung([hasil_anak(a) for a in anak], aturan, _bobot(anak))


def bobot_anak(arsip: Arsip, node_id: int) -> list[Decimal | None]:
    """The weights of a node's children as they were given, in their order."""
    return _bobot(arsip.anak(node_id))


def _bobot(anak: Sequence[Node]) -> list[Decimal | None]:
    return [a.bobot if isinstance(a, _BERBOBOT) else None for a in anak]


class HasilBerkas:
    """What the records of ``arsip`` come to.  Whoever changes them says so through ``lupakan``."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._hasil: dict[int, dict[Periode, HasilIndikator | HasilInduk]] = {}
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
        hasil = self._ingatan(indikator_id).get(periode)
        if hasil is None:
            indikator, aturan = self._indikator(indikator_id), self._aturan_dari(indikator_id)
            hasil = hitung_indikator(indikator, self._arsip.pengisian(indikator_id), aturan, periode)
            self._ingatan(indikator_id)[periode] = hasil
        assert isinstance(hasil, HasilIndikator)
        return hasil

    def kemajuan(self, indikator_id: int, triwulan: int) -> HasilIndikator:
        """What an indicator reached up to the end of a quarter, against the target of its year."""
        indikator, aturan = self._indikator(indikator_id), self._aturan_dari(indikator_id)
        return hitung_kemajuan(indikator, self._arsip.pengisian(indikator_id), aturan, triwulan)

    def induk(self, node_id: int, periode: Periode) -> HasilInduk:
        """Rolled-up figures of a sasaran, jabatan or document in a period."""
        hasil = self._ingatan(node_id).get(periode)
        if hasil is None:
            hasil = gulung(self._arsip, node_id, self._aturan_dari(node_id), self._hasil_anak(periode))
            self._ingatan(node_id)[periode] = hasil
        assert isinstance(hasil, HasilInduk)
        return hasil

    def _hasil_anak(self, periode: Periode) -> Callable[[Node], HasilIndikator | HasilInduk]:
        semua = self._hasil

        def hasil(anak: Node) -> HasilIndikator | HasilInduk:
            # An office has a thousand posts, and after each edit all of them but one are remembered.
            ada = semua[anak.id].get(periode) if anak.id in semua else None
            if ada is not None:
                return ada
            cara = self.indikator if isinstance(anak, Indikator) else self.induk
            return cara(anak.id, periode)

        return hasil

    def _ingatan(self, node_id: int) -> dict[Periode, HasilIndikator | HasilInduk]:
        return self._hasil.setdefault(node_id, {})

    def _indikator(self, indikator_id: int) -> Indikator:
        indikator = self._arsip[indikator_id]
        assert isinstance(indikator, Indikator)
        return indikator

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
        self._hasil.pop(node_id, None)
