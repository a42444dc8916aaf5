"""Figures beside formulas: docs/adr/0005-excel-cached-values.md.

openpyxl writes a formula without its value, and a reader that does not compute (a preview, a
phone, Excel's protected view) would show nothing.  So the finished workbook goes through here
once, and each formula cell gets the figure that the program has computed.
"""

from __future__ import annotations

import io
import xml.sax
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["Nilai", "NilaiLembar", "sisipkan_nilai", "teks_nilai"]

Nilai = Decimal | int | str
"""What a formula comes to."""

NilaiLembar = Mapping[str, Nilai]
"""The figures of one sheet by the address of their cell (``D5``)."""

_SAAT_TETAP = (1980, 1, 1, 0, 0, 0)
"""The parts of the file carry no time of their own: the same document gives the same sheets."""

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
            hasil.writestr(_keterangan(nama), isi)


def _keterangan(nama: str) -> ZipInfo:
    keterangan = ZipInfo(nama, _SAAT_TETAP)
    keterangan.compress_type = ZIP_DEFLATED
    return keterangan


def _lembar_bernilai(isi: bytes, nilai: NilaiLembar) -> bytes:
    keluaran = io.BytesIO()
    penyisip = _Penyisip(keluaran, nilai)
    xml.sax.parseString(isi, penyisip)
    if penyisip.berumus != nilai.keys():
        beda = sorted(penyisip.berumus ^ nilai.keys())
        raise ValueError(f"formulas and values do not match: {beda[:5]}")
    return keluaran.getvalue()


def teks_nilai(nilai: Nilai) -> str:
    """A value as it stands in the file; numbers are binary floats there, with all their digits."""
    if isinstance(nilai, str):
        return nilai
    pecahan = float(nilai)
    return str(int(pecahan)) if pecahan.is_integer() and abs(pecahan) < _BULAT_PASTI else repr(pecahan)


class _Penyisip(XMLGenerator):
    """Copies a sheet as it is read and fills the empty ``<v>`` of the cells in ``nilai``."""

    def __init__(self, keluaran: io.BytesIO, nilai: NilaiLembar) -> None:
        super().__init__(keluaran, "UTF-8", short_empty_elements=True)
        self.berumus: set[str] = set()
        self._nilai = nilai
        self._sel = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if name == "c":
            self._sel = attrs["r"]
            if isinstance(self._nilai.get(self._sel), str):
                attrs = AttributesImpl({**dict(attrs.items()), "t": "str"})
        super().startElement(name, attrs)
        if name == "f":
            self.berumus.add(self._sel)
        elif name == "v" and self._sel in self._nilai:
            self.characters(teks_nilai(self._nilai[self._sel]))
