"""A report as a workbook: a sheet for each of its tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from iki_desktop.core.capaian import Aturan
from iki_desktop.core.progress import Progress
from iki_desktop.core.records import TataLetak
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.halaman import kode_kertas
from iki_desktop.export.xlsx.lembar_grafik import BarisGrafik, LembarGrafik, isi_tetap, kelas_aturan
from iki_desktop.export.xlsx.lembar_laporan import LembarLaporan
from iki_desktop.export.xlsx.nama_lembar import nama_lembar
from iki_desktop.export.xlsx.nilai_simpanan import NilaiLembar, sisipkan_nilai
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.grafik import Batang, Grafik
from iki_desktop.naskah.laporan.isi import Bagian

__all__ = ["tulis_bagian"]


def tulis_bagian(
    semua: Sequence[Bagian],
    path: Path,
    judul: str,
    tata_letak: TataLetak | None,
    progress: Progress,
    *,
    aturan: Aturan,
) -> None:
    """Write a workbook of these tables and a last sheet of their charts, whole or not at all."""
    with tulis_atomik(path) as sementara:
        buku = Workbook()
        buku.remove(buku.worksheets[0])
        # The width of a column is counted in digits of this style; openpyxl has no other way to it.
        buku._named_styles["Normal"].font = Font(name=gaya.HURUF, size=gaya.UKURAN)  # type: ignore[attr-defined]
        for nomor, bagian in enumerate(b for b in semua if b.kolom or not b.grafik):
            progress.maju(nomor, len(semua) + 1, "Menulis laporan")
            lembar = LembarLaporan(buku, nama_lembar(bagian.nama, buku.sheetnames), bagian)
            akhir = lembar.tulis()
            lembar.atur(kode_kertas(tata_letak), judul, akhir)
        nilai = _grafik(buku, [g for b in semua for g in b.grafik], judul, kode_kertas(tata_letak), aturan)
        progress.maju(len(semua), len(semua) + 1, "Menyimpan buku kerja")
        buku.properties.title = isi_sel(judul, 255)
        buku.properties.creator = "IKI Desktop"
        buku.properties.language = "id-ID"
        mentah = io.BytesIO()
        buku.save(mentah)
        sisipkan_nilai(mentah.getvalue(), sementara, nilai)


def _grafik(
    buku: Workbook, semua: Sequence[Grafik], judul: str, kertas: int, aturan: Aturan
) -> dict[str, NilaiLembar]:
    """The sheet of charts, and what its formulas come to by the name of its part; none without charts."""
    if not semua:
        return {}
    lembar = LembarGrafik(buku, kelas_aturan(aturan), aturan, str(aturan.desimal), kertas)
    lembar.kepala("GRAFIK", judul)
    for satu in semua:
        lembar.grafik(satu.judul, [_batang(b, aturan) for b in satu.batang], tegak=satu.tegak)
    lembar.atur(judul)
    return {f"xl/worksheets/sheet{len(buku.sheetnames)}.xml": lembar.nilai}


def _batang(batang: Batang, aturan: Aturan) -> BarisGrafik:
    nilai = "" if batang.nilai is None else aturan.tampil(batang.nilai)
    return BarisGrafik(isi_tetap(batang.nama), isi_tetap(nilai), isi_tetap(batang.kata), kosong="")
