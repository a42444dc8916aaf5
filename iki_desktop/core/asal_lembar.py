"""Where a row of an entry sheet belongs in the open file: its document, its formula."""

from __future__ import annotations

from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.lembar_isian import (
    AlamatLembar,
    KunciBaris,
    sidik_formulasi,
    sidik_jabatan,
    sidik_kantor,
)
from iki_desktop.core.records import Dokumen, Formulasi, Indikator, Jabatan

__all__ = ["AsalLembar"]

_LEMBAR_BARU = "Buat lembar baru untuk jabatan ini."


class AsalLembar:
    """Finds the records behind the keys of sheets; the file must not change meanwhile."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._dokumen = {
            (sidik_kantor(k), d.tahun): d for k in reversed(arsip.kecamatan()) for d in arsip.dokumen(k.id)
        }
        self._menurut_sidik: dict[int, dict[str, list[Formulasi]]] = {}

    def dokumen(self, alamat: AlamatLembar) -> Dokumen:
        """The document that a sheet was made from.

        Raises
        ------
        RuleError
            where the file has no such office, or not that year of it.
        """
        dokumen = self._dokumen.get((alamat.kantor, alamat.tahun))
        if dokumen is not None:
            return dokumen
        if all(sidik_kantor(k) != alamat.kantor for k in self._arsip.kecamatan()):
            raise RuleError("Lembar ini dari kantor lain.")
        raise RuleError(f"Lembar ini untuk tahun {alamat.tahun}, yang tidak ada di berkas ini.")

    def formulasi(self, kunci: KunciBaris, dokumen: Dokumen) -> Formulasi:
        """By its id, as long as its words are the same; else, in another file, by its words and place.

        Raises
        ------
        RuleError
            where there is none, or its words were changed since.
        """
        formulasi = self._ber_id(kunci.formulasi_id, dokumen)
        if formulasi is not None and self._sidik(formulasi) == kunci.sidik:
            return formulasi
        sama = self._bersidik(kunci.sidik, dokumen)
        sama = [f for f in sama if sidik_jabatan(self.jabatan(f)) == kunci.lembar.jabatan]
        setempat = [f for f in sama if self._tempat(f) == kunci.tempat]
        # Where the id is known here, its words were changed: a copy with the old ones is another indikator.
        calon = setempat or (sama if formulasi is None else [])
        if len(calon) == 1:
            return calon[0]
        if formulasi is not None:
            nama = kutip(self.indikator(formulasi).teks)
            raise RuleError(f"Indikator {nama} sudah berubah sejak lembar dibuat.", _LEMBAR_BARU)
        raise RuleError("Indikator baris ini sudah tidak ada di dokumen.", _LEMBAR_BARU)

    def indikator(self, formulasi: Formulasi) -> Indikator:
        """The indikator of a formula."""
        indikator = self._arsip[formulasi.indikator_id]
        assert isinstance(indikator, Indikator)
        return indikator

    def jabatan(self, formulasi: Formulasi) -> Jabatan:
        """The jabatan of a formula."""
        return next(n for n in self._arsip.leluhur(formulasi.id) if isinstance(n, Jabatan))

    def _ber_id(self, node_id: int, dokumen: Dokumen) -> Formulasi | None:
        if node_id not in self._arsip or self._arsip.dokumen_dari(node_id) != dokumen:
            return None
        node = self._arsip[node_id]
        return node if isinstance(node, Formulasi) else None

    def _bersidik(self, sidik: str, dokumen: Dokumen) -> list[Formulasi]:
        """The formulas of a document with these words."""
        if dokumen.id not in self._menurut_sidik:
            menurut = self._menurut_sidik[dokumen.id] = {}
            for node in self._arsip.turunan(dokumen.id):
                if isinstance(node, Formulasi):
                    menurut.setdefault(self._sidik(node), []).append(node)
        return self._menurut_sidik[dokumen.id].get(sidik, [])

    def _sidik(self, formulasi: Formulasi) -> str:
        return sidik_formulasi(self.indikator(formulasi), formulasi)

    def _tempat(self, formulasi: Formulasi) -> str:
        """The places of its jabatan, sasaran, indikator and its own, from 1."""
        jalan = list(self._arsip.leluhur(formulasi.id))[:4]
        return ".".join(str(self._arsip.anak_id(induk_id(n)).index(n.id) + 1) for n in reversed(jalan))
