"""Rencana aksi: what is to be reached in each quarter, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import INDIKATOR, NO, SASARAN, SATUAN, TARGET_TAHUN, kolom_tw
from iki_desktop.naskah.laporan.ketentuan import ketentuan_target
from iki_desktop.naskah.laporan.rangka import (
    kepala_jabatan,
    kepala_laporan,
    penutup,
    per_jabatan,
    per_sasaran,
)
from iki_desktop.naskah.laporan.sel import satuan, target, target_tahun

__all__ = ["rencana_aksi"]

_KOLOM = (
    NO, SASARAN, INDIKATOR, SATUAN, TARGET_TAHUN, *kolom_tw("Target Triwulan"),
    Kolom("Penanggung Jawab", Peran.PENANGGUNG_JAWAB),
)  # fmt: skip


def rencana_aksi(bahan: Bahan) -> tuple[Bagian, ...]:
    """The targets of a year; who is not named otherwise, the jabatan itself answers for it."""
    return (
        Bagian(
            nama="Rencana Aksi",
            judul=kepala_laporan(bahan, "RENCANA AKSI PENCAPAIAN KINERJA", berperiode=False),
            kolom=_KOLOM,
            baris=per_jabatan(bahan, len(_KOLOM), _jabatan),
            kepala=kepala_jabatan(bahan),
            catatan=ketentuan_target(),
            penutup=penutup(bahan),
        ),
    )


def _jabatan(jabatan: JabatanTerhitung) -> Iterator[Baris]:
    def indikator(satu: IndikatorTerhitung) -> Baris:
        utuh = satu.utuh
        return Baris(
            (
                utuh.indikator.teks,
                satuan(utuh),
                target_tahun(utuh),
                *(target(utuh, satu.hasil[t], t) for t in SEMUA_TRIWULAN),
                utuh.indikator.penanggung_jawab or jabatan.utuh.jabatan.nama,
            )
        )

    return per_sasaran(jabatan, indikator)
