"""What the reports have in common: their titles, and the rows of jabatan, sasaran and indikator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iki_desktop.core.capaian import HasilInduk
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.naskah.identitas import daerah, kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung, SasaranTerhitung
from iki_desktop.naskah.laporan.isi import Baris, Nilai, Penutup
from iki_desktop.naskah.laporan.kata import BELUM_ADA_INDIKATOR, BELUM_ADA_JABATAN, RATA_RATA
from iki_desktop.naskah.laporan.penandatangan import penutup_camat, penutup_pasangan
from iki_desktop.naskah.laporan.sel import capaian

__all__ = [
    "baris_judul",
    "baris_kosong",
    "baris_rata_rata",
    "kepala_jabatan",
    "kepala_laporan",
    "penutup",
    "per_jabatan",
    "per_sasaran",
]


def kepala_laporan(bahan: Bahan, nama: str, *, berperiode: bool = True) -> tuple[str, ...]:
    """The lines of a title: report and period, office, year."""
    periode = f" {nama_periode(bahan.periode).upper()}" if berperiode and bahan.periode is not None else ""
    office = f"{kecamatan(bahan.office)} {daerah(bahan.office)}".upper()
    return nama + periode, office, f"TAHUN {bahan.tahun}"


def kepala_jabatan(bahan: Bahan) -> tuple[tuple[str, str], ...]:
    """Which jabatan a report is of, where it is of one."""
    if not bahan.tunggal:
        return ()
    utuh = bahan.jabatan[0].utuh
    atasan = (("Atasan", utuh.atasan),) if utuh.atasan else ()
    return (("Jabatan", utuh.jabatan.nama), *atasan)


def penutup(bahan: Bahan) -> Penutup:
    """The Camat for the office; holder and superior for one jabatan."""
    if bahan.tunggal:
        return penutup_pasangan(bahan, bahan.jabatan[0].utuh.jabatan)
    return penutup_camat(bahan)


def per_jabatan(
    bahan: Bahan, kolom: int, isi: Callable[[JabatanTerhitung], Iterable[Baris]]
) -> tuple[Baris, ...]:
    """The rows of every jabatan, under a title where there are several; ``kolom`` counts the columns."""
    if not bahan.jabatan:
        return (baris_kosong(BELUM_ADA_JABATAN, kolom),)
    baris: list[Baris] = []
    for jabatan in bahan.jabatan:
        if not bahan.tunggal:
            baris.append(baris_judul(jabatan.utuh.jabatan.nama, kolom))
        if not jabatan.sasaran:
            baris.append(baris_kosong(BELUM_ADA_INDIKATOR, kolom))
        baris += isi(jabatan)
    return tuple(baris)


def per_sasaran(jabatan: JabatanTerhitung, buat: Callable[[IndikatorTerhitung], Baris]) -> Iterator[Baris]:
    """A numbered row for each sasaran, beside those of its indicators."""
    for nomor, sasaran in enumerate(jabatan.sasaran, 1):
        yield _sasaran(nomor, sasaran, buat)


def _sasaran(nomor: int, sasaran: SasaranTerhitung, buat: Callable[[IndikatorTerhitung], Baris]) -> Baris:
    return Baris((str(nomor), sasaran.utuh.sasaran.teks), tuple(buat(i) for i in sasaran.indikator))


def baris_judul(teks: str, kolom: int, *, tebal: bool = True) -> Baris:
    """A title over all columns."""
    return Baris((teks,), rentang=kolom, tebal=tebal)


def baris_kosong(teks: str, kolom: int) -> Baris:
    """What stands where rows would be."""
    return Baris((teks,), rentang=kolom)


def baris_rata_rata(
    bahan: Bahan, hasil: HasilInduk, rentang: int, sesudah: tuple[Nilai, ...] = (), teks: str = RATA_RATA
) -> Baris:
    """The closing row: words over so many columns, the mean, and what stands behind it."""
    return Baris((teks, capaian(hasil, bahan.aturan), *sesudah), rentang=rentang, tebal=True)
