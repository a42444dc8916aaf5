"""Figures beside formulas: docs/adr/0005-excel-cached-values.md.

openpyxl writes a formula without its value, and a reader that does not compute (a preview, a
phone, Excel's protected view) would show nothing.  So the finished workbook goes through here
once, and each formula cell gets the figure that the program has computed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["Nilai", "NilaiLembar", "sisipkan_nilai", "teks_nilai"]

Nilai = Decimal | int | str
"""What a formula comes to."""

NilaiLembar = Mapping[str, Nilai]
"""The figures of one sheet by the address of their cell (``D5``)."""

_SAAT_TETAP = (1980, 1, 1, 0, 0, 0)
"""The parts of the file carry no time of their own: the same document gives the same sheets."""

_JENIS = re.compile(rb' t="[^"]*"')

_BULAT_PASTI = 1e15
"""Whole numbers below it are exact in Excel, which shows fifteen digits."""


def sisipkan_nilai(sumber: bytes, tujuan: Path, nilai: Mapping[str, NilaiLembar]) -> None:
    """Copy a workbook to ``tujuan`` with a value in every formula cell.

    ``nilai`` is by the name of the sheet's part (``xl/worksheets/sheet1.xml``).

    Raises
    ------
    ValueError
        where a formula has no figure or a figure no formula: a mistake of the program.
    """
    with ZipFile(io.BytesIO(sumber)) as asal, ZipFile(tujuan, "w") as hasil:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama in nilai:
                isi = _lembar_bernilai(isi, nilai[nama])
            elif nama.startswith("xl/drawings/"):
                # what a screen reader and the list of objects call a chart
                isi = isi.replace(b' name="Chart ', b' name="Grafik ')
            hasil.writestr(_keterangan(nama), isi)


def _keterangan(nama: str) -> ZipInfo:
    keterangan = ZipInfo(nama, _SAAT_TETAP)
    keterangan.compress_type = ZIP_DEFLATED
    return keterangan


def _lembar_bernilai(isi: bytes, nilai: NilaiLembar) -> bytes:
    penyisip = _Penyisip(isi, nilai)
    if penyisip.berumus != nilai.keys():
        beda = sorted(penyisip.berumus ^ nilai.keys())
        raise ValueError(f"formulas and values do not match: {beda[:5]}")
    return penyisip.hasil()


def teks_nilai(nilai: Nilai) -> str:
    """A value as it stands in the file; numbers are binary floats there, with all their digits."""
    if isinstance(nilai, str):
        return nilai
    pecahan = float(nilai)
    return str(int(pecahan)) if pecahan.is_integer() and abs(pecahan) < _BULAT_PASTI else repr(pecahan)


class _Penyisip:
    """Reads a sheet once for where its formula cells stand, and puts their values in there.

    What lies between is copied as bytes: to write a large sheet anew takes four times as long.
    """

    def __init__(self, isi: bytes, nilai: NilaiLembar) -> None:
        self.berumus: set[str] = set()
        self._isi = isi
        self._nilai = nilai
        self._sel, self._awal_sel = "", 0
        self._ganti: list[tuple[int, int, bytes]] = []
        self._pengurai = ParserCreate()
        self._pengurai.StartElementHandler = self._unsur
        self._pengurai.Parse(isi, True)

    def hasil(self) -> bytes:
        """The sheet with its values."""
        potongan, sampai = [], 0
        for awal, akhir, baru in self._ganti:
            potongan += [self._isi[sampai:awal], baru]
            sampai = akhir
        return b"".join([*potongan, self._isi[sampai:]])

    def _unsur(self, nama: str, sifat: dict[str, str]) -> None:
        if nama == "c":
            self._sel, self._awal_sel = sifat["r"], self._pengurai.CurrentByteIndex
        elif nama == "f":
            self.berumus.add(self._sel)
        elif nama == "v" and self._sel in self._nilai:
            nilai = self._nilai[self._sel]
            if isinstance(nilai, str):
                self._tandai_kata()
            self._isi_nilai(teks_nilai(nilai))

    def _tandai_kata(self) -> None:
        """Say in the cell's own tag that its value is text."""
        awal, akhir = self._awal_sel, self._isi.index(b">", self._awal_sel)
        self._ganti.append((awal, akhir, _JENIS.sub(b"", self._isi[awal:akhir]) + b' t="str"'))

    def _isi_nilai(self, teks: str) -> None:
        awal = self._pengurai.CurrentByteIndex
        akhir = self._isi.index(b">", awal) + 1
        if self._isi[akhir - 2 : akhir] != b"/>":
            akhir = self._isi.index(b"</v>", akhir) + len(b"</v>")
        self._ganti.append((awal, akhir, b"<v>%b</v>" % escape(teks).encode() if teks else b"<v/>"))
