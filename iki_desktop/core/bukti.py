"""Evidence (bukti dukung) as far as it is no matter of files: its state, and what may be opened.

The law asks for figures that can be borne out (PP 8/2006 Pasal 19); which file bears out which
entry is part of the entry, the file itself lies beside the office's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from iki_desktop.core.records import Bukti, Realisasi, Record, Sampah

__all__ = ["UKURAN_TERBESAR", "KeadaanBukti", "boleh_dibuka", "bukti_dipakai", "sebut_ukuran"]

UKURAN_TERBESAR = 50_000_000
"""Bytes of one file; a scan of a hundred pages has a tenth of it."""

_AMAN = frozenset({
    "pdf", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "doc", "docx", "xls", "xlsx",
    "ppt", "pptx", "odt", "ods", "odp", "txt", "csv", "mp3", "mp4",
})  # fmt: skip
"""Endings of what only shows itself.  Programs, scripts, links, archives and macros are not among them."""


class KeadaanBukti(Enum):
    """What has become of a file since it was taken in."""

    ADA = ""
    HILANG = "tidak ada lagi"
    BERUBAH = "isinya berubah"


def boleh_dibuka(berkas: str) -> bool:
    """Whether a file of that name may be handed to the desktop's program for it."""
    return berkas.rpartition(".")[2].lower() in _AMAN and "." in berkas


def bukti_dipakai(records: Iterable[Record]) -> Iterator[Bukti]:
    """Every piece of evidence that a record names, also of entries that are in the recycle bin."""
    for record in records:
        if isinstance(record, Realisasi):
            yield from record.bukti or ()
        elif isinstance(record, Sampah):
            yield from bukti_dipakai(record.isi.semua)


def sebut_ukuran(bita: int) -> str:
    """A size for reading: ``840 kB``, ``1,2 MB``."""
    if bita < 1_000_000:
        return f"{max(1, round(bita / 1000))} kB"
    return f"{bita / 1_000_000:.1f} MB".replace(".", ",")
