"""The sheet that staff type into e-SAKIP: one value a cell, in the order of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.triwulan import triwulan_periode
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import CAPAIAN, INDIKATOR, REALISASI, SATUAN, TARGET
from iki_desktop.naskah.laporan.ketentuan import ketentuan_laporan
from iki_desktop.naskah.laporan.rangka import kepala_jabatan, kepala_laporan, per_jabatan
from iki_desktop.naskah.laporan.rincian import garis

__all__ = ["esakip"]

_KOLOM = (INDIKATOR, SATUAN, TARGET, REALISASI, CAPAIAN)


def esakip(bahan: Bahan) -> tuple[Bagian, ...]:
    """A row for each indicator; nothing is merged, nobody signs."""
    return (
        Bagian(
            nama="e-SAKIP",
            judul=kepala_laporan(bahan, "ISIAN e-SAKIP"),
            kolom=_KOLOM,
            baris=per_jabatan(bahan, len(_KOLOM), lambda j: _jabatan(bahan, j)),
            kepala=kepala_jabatan(bahan),
            catatan=ketentuan_laporan(bahan, triwulan_periode(bahan.periode), bermutu=False),
            satu_nilai=True,
        ),
    )


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    for indikator in jabatan.indikator:
        for satu in garis(indikator, bahan.aturan):
            yield _indikator(bahan, satu)


def _indikator(bahan: Bahan, satu: IndikatorTerhitung) -> Baris:
    """A survey's value without its letter: it is to be copied as a number."""
    periode, aturan = bahan.periode, bahan.aturan
    return Baris(
        (
            satu.utuh.indikator.teks,
            sel.satuan(satu.utuh),
            sel.target(satu, periode, aturan),
            sel.realisasi(satu, periode, aturan, bermutu=False),
            sel.capaian(satu.hasil[periode], aturan),
        )
    )
