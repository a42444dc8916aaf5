"""What is reached up to the end of a quarter, against the targets of the whole year."""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.core.capaian import gabung, hitung_kemajuan
from iki_desktop.core.snapshot import (
    HasilDokumen,
    HasilJabatan,
    HasilSasaran,
    JabatanUtuh,
    SasaranUtuh,
    Snapshot,
)
from iki_desktop.core.triwulan import Sampai

__all__ = ["TerhadapTahun", "hitung_terhadap_tahun"]


@dataclass(frozen=True, slots=True)
class TerhadapTahun:
    """From the beginning of the year to the end of a quarter (1–4), against the year's target."""

    triwulan: int


def hitung_terhadap_tahun(snapshot: Snapshot, triwulan: int) -> HasilDokumen:
    """Every figure of a document in this way, rolled up as those of a period are."""
    jabatan = tuple(_jabatan(j, snapshot, triwulan) for j in snapshot.jabatan)
    bobot = [j.jabatan.bobot for j in snapshot.jabatan]
    hasil = gabung([j.hasil for j in jabatan], snapshot.aturan, bobot)
    return HasilDokumen(Sampai(triwulan), hasil, jabatan)


def _jabatan(jabatan: JabatanUtuh, snapshot: Snapshot, triwulan: int) -> HasilJabatan:
    sasaran = tuple(_sasaran(s, snapshot, triwulan) for s in jabatan.sasaran)
    bobot = [s.sasaran.bobot for s in jabatan.sasaran]
    return HasilJabatan(gabung([s.hasil for s in sasaran], snapshot.aturan, bobot), sasaran)


def _sasaran(sasaran: SasaranUtuh, snapshot: Snapshot, triwulan: int) -> HasilSasaran:
    aturan = snapshot.aturan
    indikator = tuple(
        hitung_kemajuan(i.indikator, [(f.formulasi, f.realisasi) for f in i.formulasi], aturan, triwulan)
        for i in sasaran.indikator
    )
    bobot = [i.indikator.bobot for i in sasaran.indikator]
    return HasilSasaran(gabung(indikator, aturan, bobot), indikator)
