"""The sheet that staff type into e-SAKIP: one value a cell, in the order of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import CAPAIAN, INDIKATOR, REALISASI, SATUAN, TARGET
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian
from iki_desktop.naskah.laporan.rangka import kepala_jabatan, kepala_laporan, per_jabatan
from iki_desktop.naskah.laporan.sel import capaian, realisasi, satuan, target

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
            catatan=ketentuan_capaian(bahan.aturan),
            satu_nilai=True,
        ),
    )


def _jabatan(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    for sasaran in jabatan.sasaran:
        for satu in sasaran.indikator:
            yield _indikator(bahan, satu)


def _indikator(bahan: Bahan, satu: IndikatorTerhitung) -> Baris:
    utuh, hasil = satu.utuh, satu.hasil[bahan.periode]
    return Baris(
        (
            utuh.indikator.teks,
            satuan(utuh),
            target(utuh, hasil, bahan.periode),
            realisasi(utuh, hasil, bahan.aturan),
            capaian(hasil, bahan.aturan),
        )
    )
