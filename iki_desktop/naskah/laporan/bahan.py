"""What reports are made from: the document, its figures in every period, and who is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Kecamatan
from iki_desktop.core.ringkasan import periode_sebelum
from iki_desktop.core.snapshot import (
    HasilDokumen,
    IndikatorUtuh,
    JabatanUtuh,
    SasaranUtuh,
    Snapshot,
    hitung_dokumen,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode, Sampai, triwulan_periode
from iki_desktop.naskah.laporan.kemajuan import TerhadapTahun, hitung_terhadap_tahun

__all__ = [
    "Bahan",
    "IndikatorTerhitung",
    "JabatanTerhitung",
    "Masa",
    "SasaranTerhitung",
    "siapkan",
]

Masa = Periode | TerhadapTahun
"""What a figure of a report is of: a period, or what is reached up to a quarter of the year's target."""

_SELALU: tuple[Periode, ...] = (*SEMUA_TRIWULAN, None)


@dataclass(frozen=True, slots=True)
class IndikatorTerhitung:
    """An indicator with its figures, or its formula ``nomor`` (from 1) with figures of its own."""

    utuh: IndikatorUtuh
    hasil: dict[Masa, HasilIndikator]
    nomor: int = 0


@dataclass(frozen=True, slots=True)
class SasaranTerhitung:
    """A sasaran with its indicators and their figures."""

    utuh: SasaranUtuh
    hasil: dict[Masa, HasilInduk]
    indikator: tuple[IndikatorTerhitung, ...]


@dataclass(frozen=True, slots=True)
class JabatanTerhitung:
    """A jabatan with its sasaran and its own figures."""

    utuh: JabatanUtuh
    hasil: dict[Masa, HasilInduk]
    sasaran: tuple[SasaranTerhitung, ...]

    @property
    def indikator(self) -> tuple[IndikatorTerhitung, ...]:
        """The indicators of all its sasaran."""
        return tuple(satu for sasaran in self.sasaran for satu in sasaran.indikator)


@dataclass(frozen=True, slots=True)
class Bahan:
    """A document for one report.  ``jabatan`` are those asked for, ``tunggal`` whether it is but one.

    ``hasil`` are the figures of the whole office.  ``tanggal`` is the day of signing; ``None``
    leaves room to write it.  ``lalu`` are the office's documents of the years before.
    ``grafik`` asks for charts where the report can do without.
    """

    snapshot: Snapshot
    periode: Periode
    jabatan: tuple[JabatanTerhitung, ...]
    tunggal: bool
    hasil: dict[Masa, HasilInduk]
    tanggal: date | None = None
    tempat: str | None = None
    penjelasan: bool = False
    lalu: tuple[Snapshot, ...] = ()
    grafik: bool = False

    @property
    def aturan(self) -> Aturan:
        """The document's rules."""
        return self.snapshot.aturan

    @property
    def office(self) -> Kecamatan:
        """Whose report it is."""
        return self.snapshot.kecamatan

    @property
    def tahun(self) -> int:
        """The year of the document."""
        return self.snapshot.dokumen.tahun

    @property
    def indikator(self) -> tuple[IndikatorTerhitung, ...]:
        """The indicators of every jabatan that is asked for."""
        return tuple(satu for jabatan in self.jabatan for satu in jabatan.indikator)

    def milik(self, jabatan: JabatanTerhitung) -> Bahan:
        """The same for this jabatan alone."""
        return replace(self, jabatan=(jabatan,), tunggal=True)

    def termasuk(self, triwulan: int) -> bool:
        """Whether a quarter has its place in the report: one of a quarter knows nothing of later ones."""
        return triwulan <= triwulan_periode(self.periode)[-1]


def siapkan(
    snapshot: Snapshot,
    periode: Periode,
    jabatan_id: int | None,
    *,
    tanggal: date | None = None,
    tempat: str | None = None,
    penjelasan: bool = False,
    grafik: bool = False,
    lalu: tuple[Snapshot, ...] = (),
) -> Bahan:
    """Compute the figures that a report needs.

    Raises
    ------
    IkiError
        where the document has no such jabatan.
    """
    _, sebelum = periode_sebelum(snapshot.dokumen.tahun, periode)
    hasil: dict[Masa, HasilDokumen] = {
        p: hitung_dokumen(snapshot, p) for p in dict.fromkeys((*_SELALU, periode, sebelum))
    }
    if isinstance(periode, Sampai):
        hasil[TerhadapTahun(periode.triwulan)] = hitung_terhadap_tahun(snapshot, periode.triwulan)
    semua = tuple(_jabatan(utuh, n, hasil) for n, utuh in enumerate(snapshot.jabatan))
    if jabatan_id is not None:
        semua = tuple(j for j in semua if j.utuh.jabatan.id == jabatan_id)
        if not semua:
            raise IkiError("Jabatan ini tidak ada lagi di dokumen.", "Pilih jabatan lain.")
    return Bahan(
        snapshot,
        periode,
        semua,
        jabatan_id is not None,
        {p: h.hasil for p, h in hasil.items()},
        tanggal,
        tempat,
        penjelasan,
        lalu,
        grafik,
    )


def _jabatan(utuh: JabatanUtuh, nomor: int, hasil: dict[Masa, HasilDokumen]) -> JabatanTerhitung:
    sendiri = {p: h.jabatan[nomor] for p, h in hasil.items()}
    sasaran = tuple(
        SasaranTerhitung(
            s,
            {p: h.sasaran[ns].hasil for p, h in sendiri.items()},
            tuple(
                IndikatorTerhitung(i, {p: h.sasaran[ns].indikator[ni] for p, h in sendiri.items()})
                for ni, i in enumerate(s.indikator)
            ),
        )
        for ns, s in enumerate(utuh.sasaran)
    )
    return JabatanTerhitung(utuh, {p: h.hasil for p, h in sendiri.items()}, sasaran)
