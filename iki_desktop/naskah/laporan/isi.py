"""What a report says, before a pen draws it: columns, rows of texts and figures, who signs.

Paper and workbook are made from the same contents, so a figure in one is the figure in the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.angka import format_angka
from iki_desktop.naskah.blok import Blok, Kolom, PasanganTandaTangan, TandaTangan
from iki_desktop.naskah.grafik import Grafik

__all__ = ["Angka", "Bagian", "Baris", "Keterangan", "Nilai", "Penutup", "teks_nilai"]


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as it is shown: rounded already, with so many decimals (``None``: as many as it has).

    ``imbuhan`` stands behind it, as the letter of a survey does: ``82,45 (B)``.
    """

    nilai: Decimal
    desimal: int | None = None
    imbuhan: str = ""

    @property
    def teks(self) -> str:
        """The figure as it stands on paper: ``1.234,50``."""
        return f"{format_angka(self.nilai, self.desimal)} {self.imbuhan}".rstrip()


@dataclass(frozen=True, slots=True)
class Keterangan:
    """A remark in the place of a figure, in small type."""

    teks: str


Nilai = str | Angka | Keterangan | None
"""What a cell holds; ``None`` leaves it blank."""

Penutup = TandaTangan | PasanganTandaTangan | None


@dataclass(frozen=True, slots=True)
class Baris:
    """A row that may stand beside many rows, as ``blok.Cabang``; ``tebal`` for titles and means."""

    sel: tuple[Nilai, ...]
    anak: tuple[Baris, ...] = ()
    rentang: int = 1
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Bagian:
    """One table with what stands above and below it; ``nama`` tells it from the others.

    ``pembuka`` stands before it on a page of its own, on paper alone.  ``kepala`` pairs labels with
    texts; ``penjelasan`` are sentences on figures, ``catatan`` the rules that were followed.
    ``satu_nilai``: each value stands in a cell of its own, for copying; a workbook merges none.
    ``grafik`` stands before the table; a workbook has a sheet for it.  ``sambung``: on paper it goes on
    under the part before, with its name as a heading; a workbook gives it a sheet with its whole title.
    ``tegak``: that sheet is printed upright.
    No row of the table is lower on paper than ``tinggi_baris`` millimetres.
    """

    nama: str
    judul: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    kepala: tuple[tuple[str, str], ...] = ()
    catatan: tuple[str, ...] = ()
    penjelasan: tuple[str, ...] = ()
    penutup: Penutup = None
    satu_nilai: bool = False
    pembuka: tuple[Blok, ...] = ()
    node_id: int = 0
    grafik: tuple[Grafik, ...] = ()
    sambung: bool = False
    tegak: bool = False
    tinggi_baris: float = 0.0


def teks_nilai(nilai: Nilai) -> str:
    """The words of a cell."""
    if nilai is None:
        return ""
    return nilai if isinstance(nilai, str) else nilai.teks
