"""A report as a workbook: a sheet for each of its tables."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.progress import Progress
from iki_desktop.core.records import TataLetak
from iki_desktop.core.rules import bersihkan_teks
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.halaman import kode_kertas
from iki_desktop.export.xlsx.lembar_laporan import LembarLaporan
from iki_desktop.export.xlsx.nilai_simpanan import sisipkan_nilai
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.laporan.isi import Bagian

__all__ = ["tulis_bagian"]

_TERLARANG = re.compile(r"[\[\]:*?/\\']+")
_PANJANG_NAMA = 31
_NAMA_EXCEL = "history"
"""A name that Excel keeps for itself."""


def tulis_bagian(
    semua: Sequence[Bagian], path: Path, judul: str, tata_letak: TataLetak | None, progress: Progress
) -> None:
    """Write a workbook of these tables, whole or not at all."""
    with tulis_atomik(path) as sementara:
        buku = Workbook()
        buku.remove(buku.worksheets[0])
        # The width of a column is counted in digits of this style; openpyxl has no other way to it.
        buku._named_styles["Normal"].font = Font(name=gaya.HURUF, size=gaya.UKURAN)  # type: ignore[attr-defined]
        for nomor, bagian in enumerate(semua):
            progress.maju(nomor, len(semua) + 1, "Menulis laporan")
            lembar = LembarLaporan(buku, _nama_lembar(bagian.nama, buku.sheetnames), bagian)
            akhir = lembar.tulis()
            lembar.atur(kode_kertas(tata_letak), judul, akhir)
        progress.maju(len(semua), len(semua) + 1, "Menyimpan buku kerja")
        buku.properties.title = isi_sel(judul, 255)
        buku.properties.creator = "IKI Desktop"
        buku.properties.language = "id-ID"
        mentah = io.BytesIO()
        buku.save(mentah)
        sisipkan_nilai(mentah.getvalue(), sementara, {})


def _nama_lembar(nama: str, ada: Sequence[str]) -> str:
    """A name that Excel takes, and that no other sheet has."""
    polos = satu_baris(_TERLARANG.sub(" ", bersihkan_teks(nama))) or "Laporan"
    terpakai = {satu.casefold() for satu in ada} | {_NAMA_EXCEL}
    calon, nomor = _terpotong(polos, ""), 1
    while calon.casefold() in terpakai:
        nomor += 1
        calon = _terpotong(polos, f" ({nomor})")
    return calon


def _terpotong(nama: str, akhiran: str) -> str:
    """Cut to so many characters as Excel counts them: a pair is two."""
    sandi = nama.encode("utf-16-le")[: 2 * (_PANJANG_NAMA - len(akhiran))]
    return sandi.decode("utf-16-le", "ignore").strip() + akhiran
