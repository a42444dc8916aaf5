"""The journal of a file as a sheet: a row for each entry, texts as texts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from iki_desktop.core.kata_riwayat import Pembaca
from iki_desktop.core.progress import TANPA_KEMAJUAN, Progress
from iki_desktop.core.riwayat import Catatan
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.keluaran import tulis_atomik

__all__ = ["tulis_riwayat_xlsx"]

_JUDUL = (
    ("Waktu", 18.0),
    ("Yang dikerjakan", 60.0),
    ("Sebelum → sesudah", 70.0),
    ("Oleh", 20.0),
    ("Komputer", 20.0),
)
_RINCIAN_TERPANJANG = 2_000
"""Characters of what an entry changed: a whole office that came in would fill the sheet."""
_ATAS = Alignment(vertical="top", wrap_text=True)
_RECORD_TERBANYAK = 40
_BARIS_TERBANYAK = 1_000_000
"""A sheet ends at 1,048,576."""


def tulis_riwayat_xlsx(
    isi: Iterable[Catatan], path: Path, pembaca: Pembaca, progress: Progress = TANPA_KEMAJUAN
) -> None:
    """Write entries, in the order given, to a workbook at ``path``, whole or not at all.

    ``pembaca`` puts what they changed into words.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where the person stops it; nothing is left behind.
    """
    buku = Workbook()
    lembar = buku.active
    assert isinstance(lembar, Worksheet)
    lembar.title = "Riwayat"
    for kolom, (judul, lebar) in enumerate(_JUDUL, 1):
        lembar.cell(1, kolom, judul).font = Font(bold=True)
        lembar.column_dimensions[get_column_letter(kolom)].width = lebar
    lembar.freeze_panes = "A2"
    for nomor, satu in enumerate(isi, 2):
        if nomor > _BARIS_TERBANYAK:
            break
        if nomor % 500 == 0:
            progress.maju(0, 0, f"{nomor} catatan")
        _baris(lembar, nomor, satu, _rincian(satu, pembaca))
    with tulis_atomik(path) as sementara:
        buku.save(sementara)


def _rincian(satu: Catatan, pembaca: Pembaca) -> str:
    """Each field before and after; the record by name where there is more than one."""
    semua = list(islice(pembaca.urai(satu), _RECORD_TERBANYAK))
    baris = []
    for judul, beda in semua:
        baris += [judul] if len(semua) > 1 else []
        baris += [str(b) for b in beda]
    teks = "\n".join(baris)
    return teks if len(teks) <= _RINCIAN_TERPANJANG else f"{teks[:_RINCIAN_TERPANJANG]} …"


def _baris(lembar: Worksheet, nomor: int, satu: Catatan, rincian: str) -> None:
    # Excel's dates know no time zone: the hour stays the one on the clock of that computer.
    waktu = lembar.cell(nomor, 1, satu.waktu.replace(tzinfo=None) if satu.waktu else None)
    waktu.number_format, waktu.alignment = "dd/mm/yyyy hh:mm", _ATAS
    for kolom, teks in enumerate((satu.teks, rincian, satu.pengguna, satu.komputer), 2):
        if isi := isi_sel(teks):
            sel = lembar.cell(nomor, kolom, isi)
            sel.data_type, sel.alignment = "s", _ATAS
