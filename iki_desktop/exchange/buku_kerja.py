"""The cells of an Excel workbook from anywhere, read without trusting anything in it.

Only the few parts that hold cells are taken out of the archive, each within limits, and read by a
parser that refuses a document type, so that no entity is ever expanded or fetched.  Macros, links
to other files, pictures and whatever else is inside are never opened.  No formula is computed: its
cell has the value that the spreadsheet program left in it, or none.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from iki_desktop.core.errors import ImportFileError
from iki_desktop.exchange.sel_buku import (
    SIMPAN_LAGI,
    LembarBuku,
    daftar_gaya,
    daftar_kata,
    daftar_lembar,
    rusak,
    terlalu_besar,
    unsur,
    urai_lembar,
)

__all__ = ["AKHIRAN_BUKU", "baca_buku"]

AKHIRAN_BUKU = (".xlsx", ".xlsm")

UKURAN_MAKSIMUM = 20 * 1024 * 1024
"""Bytes of the file; a sheet for a jabatan has some ten thousand."""

BAGIAN_MAKSIMUM = 2_000
"""Entries of the archive."""

TERURAI_MAKSIMUM = 64 * 1024 * 1024
"""Bytes of all parts that are read, unpacked."""

PERBANDINGAN_MAKSIMUM = 400
"""Unpacked bytes to a packed one, in a part larger than ``_PANTAS``; tables of blanks come to about 150."""

_PANTAS = 4 * 1024 * 1024

SEL_MAKSIMUM = 200_000
"""Cells with something in them, of all sheets; a whole office has some thousands."""

HURUF_MAKSIMUM = 32 * 1024 * 1024
"""Characters in all cells: a text may stand once in the file and in every cell."""

LEMBAR_MAKSIMUM = 300

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def baca_buku(path: Path) -> tuple[LembarBuku, ...]:
    """Every sheet of a workbook, in its order, hidden ones too.

    Raises
    ------
    ImportFileError
        where it cannot be read, is no such workbook, or is larger than any sheet of ours.
    """
    isi = _baca_berkas(path)
    try:
        with ZipFile(BytesIO(isi)) as arsip:
            return _Buku(arsip).lembar()
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError) as salah:
        raise rusak() from salah
    except (expat.ExpatError, KeyError, ValueError, LookupError) as salah:
        raise rusak() from salah


def _baca_berkas(path: Path) -> bytes:
    try:
        with path.open("rb") as berkas:
            isi = berkas.read(UKURAN_MAKSIMUM + 1)
    except OSError as salah:
        dipegang = isinstance(salah, PermissionError) and path.is_file()
        saran = "Tutup dahulu di Excel, lalu ulangi." if dipegang else "Periksa nama, folder, dan izinnya."
        raise ImportFileError(f"Berkas “{path.name}” tidak dapat dibaca.", saran=saran) from salah
    if len(isi) > UKURAN_MAKSIMUM:
        raise terlalu_besar()
    if isi.startswith(_OLE):
        raise ImportFileError("Berkas ini bersandi atau dari Excel lama (.xls).", saran=SIMPAN_LAGI)
    if not isi.startswith(b"PK"):
        raise ImportFileError("Berkas ini bukan buku kerja Excel.", saran=SIMPAN_LAGI)
    return isi


class _Buku:
    """An archive while it is read; counts what it has given out."""

    def __init__(self, arsip: ZipFile) -> None:
        semua = arsip.infolist()
        if len(semua) > BAGIAN_MAKSIMUM:
            raise terlalu_besar()
        self._arsip = arsip
        self._bagian: dict[str, ZipInfo] = {i.filename.lstrip("/").casefold(): i for i in semua}
        self._terurai = 0
        self._jumlah_sel = 0
        self._jumlah_huruf = 0

    def lembar(self) -> tuple[LembarBuku, ...]:
        pokok = self._bagian_pokok()
        tautan = self._tautan(_rels(pokok))
        daftar = daftar_lembar(self._baca(pokok))
        if len(daftar) > LEMBAR_MAKSIMUM:
            raise terlalu_besar()
        jalan = {kunci: _gabung(pokok, sasaran) for kunci, (_, sasaran) in tautan.items()}
        sampingan = {jenis: _gabung(pokok, sasaran) for jenis, sasaran in tautan.values()}
        kata = self._bila_ada(sampingan.get("sharedStrings"), daftar_kata, [])
        gaya = self._bila_ada(sampingan.get("styles"), daftar_gaya, [])
        hasil = []
        for nama, kunci in daftar:
            if tautan[kunci][0] != "worksheet":
                continue  # a sheet that is one chart has no cells
            satu = urai_lembar(nama, self._baca(jalan[kunci]), kata, gaya, SEL_MAKSIMUM - self._jumlah_sel)
            self._jumlah_sel += len(satu.sel)
            self._jumlah_huruf += sum(len(isi.teks) for isi in satu.sel.values())
            if self._jumlah_huruf > HURUF_MAKSIMUM:
                raise terlalu_besar()
            hasil.append(satu)
        return tuple(hasil)

    def _bagian_pokok(self) -> str:
        """The part that lists the sheets."""
        for jenis, sasaran in self._tautan("_rels/.rels").values():
            if jenis == "officeDocument":
                return _gabung("", sasaran)
        raise KeyError("officeDocument")

    def _bila_ada(self, nama: str | None, urai: Callable[[bytes], list[str]], tanpa: list[str]) -> list[str]:
        ada = nama is not None and nama.casefold() in self._bagian
        return urai(self._baca(nama)) if ada and nama is not None else tanpa

    def _tautan(self, nama: str) -> dict[str, tuple[str, str]]:
        """Links of a part by their id: the last word of their kind, and where they lead to."""
        hasil = {}
        for tanda, sifat in unsur(self._baca(nama)):
            if tanda == "Relationship" and sifat.get("TargetMode") != "External":
                hasil[sifat["Id"]] = (sifat["Type"].rpartition("/")[2], sifat["Target"])
        return hasil

    def _baca(self, nama: str) -> bytes:
        keterangan = self._bagian[nama.casefold()]
        besar = keterangan.file_size
        padat = max(keterangan.compress_size, 1)
        self._terurai += besar
        if self._terurai > TERURAI_MAKSIMUM or (besar > _PANTAS and besar / padat > PERBANDINGAN_MAKSIMUM):
            raise terlalu_besar()
        if keterangan.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile(nama)
        if keterangan.flag_bits & 0x1:
            raise ImportFileError("Berkas ini bersandi.", saran=SIMPAN_LAGI)
        with self._arsip.open(keterangan) as bagian:
            # A size that is a lie shows in the check sum, or in what is left over.
            isi = bagian.read(besar + 1)
        if len(isi) != besar:
            raise BadZipFile(nama)
        return isi


def _rels(nama: str) -> str:
    folder, _, berkas = nama.rpartition("/")
    return f"{folder}/_rels/{berkas}.rels" if folder else f"_rels/{berkas}.rels"


def _gabung(dari: str, sasaran: str) -> str:
    """A part's name from a link in another part; it can lead to nothing outside the archive."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(dari), sasaran)).lstrip("/")
