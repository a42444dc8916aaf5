"""Which office of a file, which of its years and which part of that a command is about."""

from __future__ import annotations

from argparse import Namespace

from iki_desktop.cli import kunci
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Dokumen, Kecamatan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import Periode, Sampai

__all__ = ["masa", "pilih_dokumen", "pilih_kecamatan", "pilih_snapshot"]


def pilih_snapshot(arsip: Arsip, pilihan: Namespace) -> Snapshot:
    """The document that the options ask for.

    Raises
    ------
    IkiError
        where there is none, or it is not clear which.
    """
    kecamatan = pilih_kecamatan(arsip, pilihan.kecamatan)
    return arsip.snapshot(pilih_dokumen(arsip, kecamatan, pilihan.tahun).id)


def pilih_kecamatan(arsip: Arsip, nama: str | None) -> Kecamatan:
    """The office that is named, or the only one."""
    semua = arsip.kecamatan()
    if not semua:
        raise IkiError("Berkas ini belum berisi kecamatan.", "Impor dahulu berkas pertukarannya.")
    cocok = semua if nama is None else [k for k in semua if _kunci(nama) in _sebutan(k)]
    if len(cocok) == 1:
        return cocok[0]
    ada = "; ".join(f"{k.nama} ({k.jenis_daerah} {k.nama_daerah})" for k in cocok or semua)
    if not cocok:
        raise IkiError(f"Kecamatan “{nama}” tidak ada di berkas ini.", f"Yang ada: {ada}.")
    raise IkiError("Berkas ini memuat beberapa kecamatan.", f"Pilih satu dengan --kecamatan: {ada}.")


def _kunci(nama: str) -> str:
    """A name of an office, with or without the word Kecamatan before it."""
    kata = kunci(nama).split()
    return " ".join(kata[1:] if len(kata) > 1 and kata[0] == "kecamatan" else kata)


def _sebutan(kecamatan: Kecamatan) -> set[str]:
    """The names that mean this office: short, and with its region where two bear the same name."""
    daerah = f"{kecamatan.jenis_daerah} {kecamatan.nama_daerah}"
    return {_kunci(kecamatan.nama), _kunci(f"{kecamatan.nama} {daerah}")}


def pilih_dokumen(arsip: Arsip, kecamatan: Kecamatan, tahun: int | None) -> Dokumen:
    """The document of the year, or the newest one."""
    semua = sorted(arsip.dokumen(kecamatan.id), key=lambda d: d.tahun)
    if not semua:
        raise IkiError(f"Kecamatan {kecamatan.nama} belum memiliki dokumen.", "Impor atau buat dahulu.")
    if tahun is None:
        return semua[-1]
    terpilih = next((d for d in semua if d.tahun == tahun), None)
    if terpilih is None:
        ada = ", ".join(str(d.tahun) for d in semua)
        raise IkiError(f"Dokumen tahun {tahun} tidak ada.", f"Yang ada: {ada}.")
    return terpilih


def masa(pilihan: Namespace) -> Periode:
    """The period that was asked for: a quarter, the year up to one, or the year."""
    if pilihan.sampai is not None:
        return Sampai(pilihan.sampai)
    triwulan: int | None = pilihan.triwulan
    return triwulan
