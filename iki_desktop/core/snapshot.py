"""One year of one office, whole and frozen: what documents and figures are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
)
from iki_desktop.core.triwulan import Periode

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
    "hitung_dokumen",
    "potret",
]

EmpatTriwulan = tuple[Realisasi | None, Realisasi | None, Realisasi | None, Realisasi | None]


@dataclass(frozen=True, slots=True)
class FormulasiUtuh:
    """A formula with its four quarters."""

    formulasi: Formulasi
    realisasi: EmpatTriwulan


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
    """A document of one year, in printed order."""

    kecamatan: Kecamatan
    dokumen: Dokumen
    jabatan: tuple[JabatanUtuh, ...]

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
    return Snapshot(kecamatan, dokumen, jabatan)


def _jabatan_utuh(arsip: Arsip, jabatan: Jabatan) -> JabatanUtuh:
    atasan = arsip[jabatan.atasan_id] if jabatan.atasan_id is not None else None
    nama = atasan.nama if isinstance(atasan, Jabatan) else None
    return JabatanUtuh(jabatan, nama, tuple(_sasaran_utuh(arsip, s) for s in arsip.sasaran(jabatan.id)))


def _sasaran_utuh(arsip: Arsip, sasaran: Sasaran) -> SasaranUtuh:
    return SasaranUtuh(
        sasaran,
        tuple(
            IndikatorUtuh(
                i, tuple(FormulasiUtuh(f, arsip.empat_triwulan(f.id)) for f in arsip.formulasi(i.id))
            )
            for i in arsip.indikator(sasaran.id)
        ),
    )


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
    """Compute every figure of a document for a quarter alone (1–4) or for the year (``None``)."""
    aturan = snapshot.aturan
    jabatan = tuple(_hitung_jabatan(j, aturan, periode) for j in snapshot.jabatan)
    return HasilDokumen(periode, gabung([j.hasil for j in jabatan], aturan), jabatan)


def _hitung_jabatan(jabatan: JabatanUtuh, aturan: Aturan, periode: Periode) -> HasilJabatan:
    sasaran = tuple(_hitung_sasaran(s, aturan, periode) for s in jabatan.sasaran)
    return HasilJabatan(gabung([s.hasil for s in sasaran], aturan), sasaran)


def _hitung_sasaran(sasaran: SasaranUtuh, aturan: Aturan, periode: Periode) -> HasilSasaran:
    indikator = tuple(
        hitung_indikator(i.indikator, [(f.formulasi, f.realisasi) for f in i.formulasi], aturan, periode)
        for i in sasaran.indikator
    )
    return HasilSasaran(gabung(indikator, aturan), indikator)
