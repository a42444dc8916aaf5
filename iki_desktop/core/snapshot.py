"""One year of one office, whole and frozen: what documents and figures are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iki_desktop.core.arsip import induk_id
from iki_desktop.core.capaian import (
    Aturan,
    HasilIndikator,
    HasilInduk,
    aturan_capaian,
    gabung,
    hitung_indikator,
)
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Realisasi,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode

if TYPE_CHECKING:
    from iki_desktop.core.arsip import Arsip

__all__ = [
    "FormulasiUtuh",
    "HasilDokumen",
    "HasilJabatan",
    "HasilSasaran",
    "IndikatorUtuh",
    "JabatanUtuh",
    "SasaranUtuh",
    "Snapshot",
    "Tempat",
    "hitung_dokumen",
    "potret",
    "potret_lalu",
]

Tempat = tuple[int, int, int, int]
"""The places, from 0, of a jabatan, its sasaran, its indicator and its formula."""

EmpatTriwulan = tuple[Realisasi | None, Realisasi | None, Realisasi | None, Realisasi | None]


@dataclass(frozen=True, slots=True)
class FormulasiUtuh:
    """A formula with its four quarters.

    ``sama_dengan`` is the place of the formula whose entries it shares.
    """

    formulasi: Formulasi
    realisasi: EmpatTriwulan
    sama_dengan: Tempat | None = None


@dataclass(frozen=True, slots=True)
class IndikatorUtuh:
    """An indicator with its formulas."""

    indikator: Indikator
    formulasi: tuple[FormulasiUtuh, ...]


@dataclass(frozen=True, slots=True)
class SasaranUtuh:
    """A sasaran with its indicators."""

    sasaran: Sasaran
    indikator: tuple[IndikatorUtuh, ...]


@dataclass(frozen=True, slots=True)
class JabatanUtuh:
    """A jabatan with its table; ``atasan`` is the name of the jabatan above it."""

    jabatan: Jabatan
    atasan: str | None
    sasaran: tuple[SasaranUtuh, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document of one year, in printed order, with the state of its quarters and what was issued."""

    kecamatan: Kecamatan
    dokumen: Dokumen
    jabatan: tuple[JabatanUtuh, ...]
    status: tuple[StatusTriwulan, ...] = ()
    terbitan: tuple[Terbitan, ...] = ()

    @property
    def aturan(self) -> Aturan:
        """How capaian is computed in this document."""
        return aturan_capaian(self.dokumen.capaian)


def potret(arsip: Arsip, dokumen_id: int) -> Snapshot:
    """A frozen copy of a document with everything that belongs to it."""
    dokumen = arsip[dokumen_id]
    assert isinstance(dokumen, Dokumen)
    kecamatan = arsip[dokumen.kecamatan_id]
    assert isinstance(kecamatan, Kecamatan)
    jabatan = tuple(_jabatan_utuh(arsip, j) for j in arsip.jabatan(dokumen_id))
    status = [s for t in SEMUA_TRIWULAN if (s := arsip.status_triwulan(dokumen_id, t)) is not None]
    return Snapshot(kecamatan, dokumen, jabatan, tuple(status), tuple(arsip.terbitan(dokumen_id)))


def potret_lalu(arsip: Arsip, dokumen_id: int, banyak: int) -> tuple[Snapshot, ...]:
    """The same office in the years before, at most so many years back, the earliest first."""
    dokumen = arsip[dokumen_id]
    assert isinstance(dokumen, Dokumen)
    semua = sorted(arsip.dokumen(dokumen.kecamatan_id), key=lambda d: d.tahun)
    return tuple(potret(arsip, d.id) for d in semua if 0 < dokumen.tahun - d.tahun <= banyak)


def _jabatan_utuh(arsip: Arsip, jabatan: Jabatan) -> JabatanUtuh:
    atasan = arsip[jabatan.atasan_id] if jabatan.atasan_id is not None else None
    nama = atasan.nama if isinstance(atasan, Jabatan) else None
    return JabatanUtuh(jabatan, nama, tuple(_sasaran_utuh(arsip, s) for s in arsip.sasaran(jabatan.id)))


def _sasaran_utuh(arsip: Arsip, sasaran: Sasaran) -> SasaranUtuh:
    return SasaranUtuh(
        sasaran,
        tuple(
            IndikatorUtuh(
                i,
                tuple(
                    FormulasiUtuh(f, arsip.empat_triwulan(f.id), _tempat_sumber(arsip, f))
                    for f in arsip.formulasi(i.id)
                ),
            )
            for i in arsip.indikator(sasaran.id)
        ),
    )


def _tempat_sumber(arsip: Arsip, formulasi: Formulasi) -> Tempat | None:
    if formulasi.sumber_id is None:
        return None
    jalan = [n for n in arsip.leluhur(formulasi.sumber_id) if not isinstance(n, Dokumen | Kecamatan)]
    f, i, s, j = (arsip.anak_id(induk_id(n)).index(n.id) for n in jalan)
    return j, s, i, f


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """Figures of a sasaran and of its indicators, in their order."""

    hasil: HasilInduk
    indikator: tuple[HasilIndikator, ...]


@dataclass(frozen=True, slots=True)
class HasilJabatan:
    """Figures of a jabatan and of its sasaran, in their order."""

    hasil: HasilInduk
    sasaran: tuple[HasilSasaran, ...]


@dataclass(frozen=True, slots=True)
class HasilDokumen:
    """Figures of a whole document in one period, parallel to its snapshot."""

    periode: Periode
    hasil: HasilInduk
    jabatan: tuple[HasilJabatan, ...]


def hitung_dokumen(snapshot: Snapshot, periode: Periode) -> HasilDokumen:
    """Compute every figure of a document for a period."""
    aturan = snapshot.aturan
    jabatan = tuple(_hitung_jabatan(j, aturan, periode) for j in snapshot.jabatan)
    bobot = [j.jabatan.bobot for j in snapshot.jabatan]
    return HasilDokumen(periode, gabung([j.hasil for j in jabatan], aturan, bobot), jabatan)


def _hitung_jabatan(jabatan: JabatanUtuh, aturan: Aturan, periode: Periode) -> HasilJabatan:
    sasaran = tuple(_hitung_sasaran(s, aturan, periode) for s in jabatan.sasaran)
    bobot = [s.sasaran.bobot for s in jabatan.sasaran]
    return HasilJabatan(gabung([s.hasil for s in sasaran], aturan, bobot), sasaran)


def _hitung_sasaran(sasaran: SasaranUtuh, aturan: Aturan, periode: Periode) -> HasilSasaran:
    indikator = tuple(
        hitung_indikator(i.indikator, [(f.formulasi, f.realisasi) for f in i.formulasi], aturan, periode)
        for i in sasaran.indikator
    )
    bobot = [i.indikator.bobot for i in sasaran.indikator]
    return HasilSasaran(gabung(indikator, aturan, bobot), indikator)
