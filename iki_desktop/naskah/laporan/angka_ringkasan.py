"""The figures of the summary, from what a report is made of."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.ringkasan import (
    TAHUN_TERBANYAK,
    AngkaIndikator,
    AngkaJabatan,
    Pembanding,
    Ringkasan,
    Titik,
    periode_sebelum,
    rangkum,
    sebutan_pembanding,
)
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode
from iki_desktop.naskah.laporan.bahan import Bahan

__all__ = ["ringkasan_bahan", "titik_tahun", "titik_triwulan"]


def ringkasan_bahan(bahan: Bahan) -> Ringkasan:
    """The office at a glance, as the window has it."""
    return rangkum(
        bahan.periode,
        bahan.tahun,
        bahan.aturan,
        hasil=bahan.hasil[bahan.periode],
        pembanding=_pembanding(bahan),
        jabatan=tuple(
            AngkaJabatan(j.utuh.jabatan.id, j.utuh.jabatan.nama, j.hasil[bahan.periode])
            for j in bahan.jabatan
        ),
        indikator=tuple(_indikator(bahan)),
    )


def _indikator(bahan: Bahan) -> Iterator[AngkaIndikator]:
    tahun, sebelum = periode_sebelum(bahan.tahun, bahan.periode)
    for jabatan in bahan.jabatan:
        for sasaran in jabatan.sasaran:
            for satu in sasaran.indikator:
                milik, hasil = satu.utuh.indikator, satu.hasil[bahan.periode]
                terbanding = tahun == bahan.tahun and hasil.capaian is not None
                yield AngkaIndikator(
                    milik.id,
                    milik.teks,
                    jabatan.utuh.jabatan.nama,
                    milik.penanggung_jawab or "",
                    hasil,
                    satu.hasil[sebelum].capaian if terbanding else None,
                )


def _pembanding(bahan: Bahan) -> Pembanding | None:
    tahun, sebelum = periode_sebelum(bahan.tahun, bahan.periode)
    hasil = bahan.hasil[sebelum] if tahun == bahan.tahun else _hasil_lalu(bahan, tahun, sebelum)
    if hasil is None:
        return None
    return Pembanding(sebutan_pembanding(bahan.tahun, bahan.periode), hasil.capaian)


def _hasil_lalu(bahan: Bahan, tahun: int, periode: Periode) -> HasilInduk | None:
    snapshot = next((s for s in bahan.lalu if s.dokumen.tahun == tahun), None)
    return None if snapshot is None else hitung_dokumen(snapshot, periode).hasil


def titik_triwulan(bahan: Bahan) -> tuple[Titik, ...]:
    """The office in the four quarters; a report of a quarter knows nothing of later ones."""
    return tuple(
        _titik(bahan.tahun, t, bahan.hasil[t]) if bahan.termasuk(t) else Titik(bahan.tahun, t)
        for t in SEMUA_TRIWULAN
    )


def titik_tahun(bahan: Bahan) -> tuple[Titik, ...]:
    """The office over the years up to this one, a year without a document as a gap.

    Empty where no earlier year has a capaian, and for a quarter: its year is not at its end.
    """
    if bahan.periode is not None:
        return ()
    awal = bahan.tahun - TAHUN_TERBANYAK + 1
    semua = {tahun: _hasil_lalu(bahan, tahun, None) for tahun in range(awal, bahan.tahun)}
    ada = [tahun for tahun, hasil in semua.items() if hasil is not None and hasil.capaian is not None]
    if not ada:
        return ()
    semua[bahan.tahun] = bahan.hasil[None]
    return tuple(_titik(tahun, None, hasil) for tahun, hasil in semua.items() if tahun >= ada[0])


def _titik(tahun: int, periode: Periode, hasil: HasilInduk | None) -> Titik:
    if hasil is None:
        return Titik(tahun, periode)
    return Titik(tahun, periode, capaian=hasil.capaian, kategori=hasil.kategori)
