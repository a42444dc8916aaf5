"""The parts of an Excel workbook as cells: shared texts, number formats, sheets.

The parser refuses a document type, so that no entity is ever expanded or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from xml.parsers import expat

from iki_desktop.core.errors import ImportFileError

__all__ = [
    "SIMPAN_LAGI",
    "IsiSelBuku",
    "JenisSel",
    "LembarBuku",
    "alamat_sel",
    "daftar_gaya",
    "daftar_kata",
    "daftar_lembar",
    "rusak",
    "terlalu_besar",
    "unsur",
    "urai_lembar",
]

_SEL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RENTANG = re.compile(r"([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})")
_SANDI = re.compile(r"_x([0-9A-Fa-f]{4})_")

SIMPAN_LAGI = "Simpan ulang sebagai Buku Kerja Excel (.xlsx) tanpa kata sandi."


_UNSUR_MAKSIMUM = 500_000
"""Elements of a part; the largest of a whole office's workbook has a tenth of it."""

_KODE_MAKSIMUM = 255
"""Characters of a number format, as in Excel; a search through megabytes of one might not end."""

_Mulai = Callable[[str, dict[str, str]], None]
_Nama = Callable[[str], None]


def rusak() -> ImportFileError:
    """The refusal of what is no workbook, or one in pieces."""
    return ImportFileError("Buku kerja ini rusak atau bukan buku kerja Excel.", saran=SIMPAN_LAGI)


def terlalu_besar() -> ImportFileError:
    """The refusal of what holds more than any sheet of ours."""
    return ImportFileError("Isinya terlalu besar untuk lembar isian.", saran="Pilih berkas lain.")


class JenisSel(Enum):
    """What a cell holds."""

    ANGKA = "angka"
    KATA = "kata"
    TANGGAL = "tanggal"
    LOGIKA = "logika"
    GALAT = "galat"
    RUMUS = "rumus"
    """A formula that no program has computed yet."""


@dataclass(frozen=True, slots=True)
class IsiSelBuku:
    """A cell that holds something.

    ``teks`` is the text of a number as the file has it (a dot before the decimals), else the words.
    ``persen``: the number is shown as a percentage, a hundred times itself.
    """

    jenis: JenisSel
    teks: str
    persen: bool = False


@dataclass(frozen=True, slots=True)
class LembarBuku:
    """A sheet: its cells by row and column from 1, and its merged ranges as first and last cell."""

    nama: str
    sel: dict[tuple[int, int], IsiSelBuku] = field(default_factory=dict)
    gabungan: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def alamat_sel(baris: int, kolom: int) -> str:
    """``F12``."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return f"{huruf}{baris}"


# --- the parts ----------------------------------------------------------------------------------


def _urai(isi: bytes, mulai: _Mulai, selesai: _Nama | None = None, huruf: _Nama | None = None) -> None:
    """Go through a part by local names, whichever flavour of the format it is in."""
    pengurai = expat.ParserCreate(namespace_separator=" ")
    pengurai.buffer_text = True
    pengurai.StartDoctypeDeclHandler = pengurai.EntityDeclHandler = _tolak
    sisa = _UNSUR_MAKSIMUM

    def hitung(nama: str, sifat: dict[str, str]) -> None:
        nonlocal sisa
        sisa -= 1
        if sisa < 0:
            raise terlalu_besar()
        mulai(_lokal(nama), sifat)

    pengurai.StartElementHandler = hitung
    if selesai is not None:
        pengurai.EndElementHandler = lambda nama: selesai(_lokal(nama))
    if huruf is not None:
        pengurai.CharacterDataHandler = huruf
    pengurai.Parse(isi, True)


def _tolak(*_: object) -> None:
    raise rusak()


def _lokal(nama: str) -> str:
    return nama.rpartition(" ")[2]


def unsur(isi: bytes) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part with their attributes, by local names."""
    hasil: list[tuple[str, dict[str, str]]] = []
    _urai(isi, lambda nama, sifat: hasil.append((nama, {_lokal(k): n for k, n in sifat.items()})))
    return hasil


def daftar_lembar(isi: bytes) -> list[tuple[str, str]]:
    """Names of the sheets with the ids of their links.  The id's attribute is of another namespace."""
    return [(sifat["name"], sifat["id"]) for nama, sifat in unsur(isi) if nama == "sheet"]


def daftar_gaya(isi: bytes) -> list[str]:
    """For each look of a cell: ``tanggal``, ``persen`` or nothing, by its number format."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format  # noqa: PLC0415  (start-up)

    format_sendiri: dict[str, str] = {}
    hasil: list[str] = []
    dalam = False
    for nama, sifat in unsur(isi):
        if nama == "numFmt":
            format_sendiri[sifat.get("numFmtId", "")] = sifat.get("formatCode", "")[:_KODE_MAKSIMUM]
        elif nama == "cellXfs":
            dalam = True
        elif nama in ("cellStyles", "dxfs"):
            dalam = False
        elif nama == "xf" and dalam:
            nomor = sifat.get("numFmtId", "0")
            kode = format_sendiri.get(nomor)
            if kode is None:
                kode = BUILTIN_FORMATS.get(int(nomor), "General")
            hasil.append("tanggal" if is_date_format(kode) else "persen" if "%" in kode else "")
    return hasil


def daftar_kata(isi: bytes) -> list[str]:
    """The workbook's shared texts."""
    pembaca = _PembacaKata()
    pembaca.urai(isi)
    return pembaca.hasil


def urai_lembar(nama: str, isi: bytes, kata: list[str], gaya: list[str], sisa: int) -> LembarBuku:
    """A sheet from its part; ``sisa`` cells may have something in them.

    Raises
    ------
    ImportFileError
        where there are more.
    """
    pembaca = _PembacaLembar(kata, gaya, sisa)
    pembaca.urai(isi)
    return LembarBuku(nama, pembaca.sel, tuple(pembaca.gabungan))


def _terbaca(teks: str) -> str:
    """Text as it is meant: Excel writes a character that XML cannot hold as a code."""
    return _SANDI.sub(lambda m: chr(int(m[1], 16)), teks)


class _PembacaKata:
    """Texts of a list: runs are put together, readings of foreign letters left out."""

    def __init__(self) -> None:
        self.hasil: list[str] = []
        self._potongan: list[str] = []
        self._dalam_teks = False
        self._bacaan = 0

    def urai(self, isi: bytes) -> None:
        _urai(isi, self._mulai, self._selesai, self._huruf)

    def _mulai(self, nama: str, _sifat: dict[str, str]) -> None:
        if nama == "si":
            self._potongan = []
        elif nama == "rPh":
            self._bacaan += 1
        self._dalam_teks = nama == "t" and not self._bacaan

    def _selesai(self, nama: str) -> None:
        self._dalam_teks = False
        if nama == "rPh":
            self._bacaan -= 1
        elif nama == "si":
            self.hasil.append(_terbaca("".join(self._potongan)))

    def _huruf(self, teks: str) -> None:
        if self._dalam_teks:
            self._potongan.append(teks)


_JENIS_LAIN = {"b": JenisSel.LOGIKA, "e": JenisSel.GALAT, "d": JenisSel.TANGGAL}


class _PembacaLembar:
    """The cells of one sheet.  A cell without an address stands behind the one before it."""

    def __init__(self, kata: list[str], gaya: list[str], sisa: int) -> None:
        self.sel: dict[tuple[int, int], IsiSelBuku] = {}
        self.gabungan: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._kata = kata
        self._gaya = gaya
        self._sisa = sisa
        self._tempat = (0, 0)
        self._sifat: dict[str, str] = {}
        self._nilai: list[str] = []
        self._berumus = False
        self._dalam = ""
        self._bacaan = 0

    def urai(self, isi: bytes) -> None:
        _urai(isi, self._mulai, self._selesai, self._huruf)

    def _mulai(self, nama: str, sifat: dict[str, str]) -> None:
        self._dalam = nama
        if nama == "row":
            self._tempat = (int(sifat.get("r", self._tempat[0] + 1)), 0)
        elif nama == "c":
            self._tempat = _letak(sifat["r"]) if "r" in sifat else (self._tempat[0], self._tempat[1] + 1)
            self._sifat, self._nilai, self._berumus = sifat, [], False
        elif nama == "f":
            self._berumus = True
        elif nama == "rPh":
            self._bacaan += 1
        elif nama == "mergeCell" and (rentang := _RENTANG.fullmatch(sifat.get("ref", ""))):
            self.gabungan.append((_letak(rentang[1]), _letak(rentang[2])))

    def _huruf(self, teks: str) -> None:
        if self._dalam == "v" or (self._dalam == "t" and not self._bacaan):
            self._nilai.append(teks)

    def _selesai(self, nama: str) -> None:
        self._dalam = ""
        if nama == "rPh":
            self._bacaan -= 1
        elif nama == "c" and (isi := self._isi()) is not None:
            if len(self.sel) >= self._sisa:
                raise terlalu_besar()
            self.sel[self._tempat] = isi

    def _isi(self) -> IsiSelBuku | None:
        nilai, jenis = "".join(self._nilai), self._sifat.get("t", "n")
        if not nilai:
            # A formula that gives no words was computed; one without any value was not.
            return IsiSelBuku(JenisSel.RUMUS, "") if self._berumus and jenis != "str" else None
        if jenis in _JENIS_LAIN:
            return IsiSelBuku(_JENIS_LAIN[jenis], nilai)
        if jenis in ("s", "str", "inlineStr"):
            teks = self._kata[_urutan(nilai)] if jenis == "s" else _terbaca(nilai)
            return IsiSelBuku(JenisSel.KATA, teks) if teks else None
        return self._angka(nilai)

    def _angka(self, nilai: str) -> IsiSelBuku:
        nomor = int(self._sifat.get("s", "0"))
        rupa = self._gaya[nomor] if 0 <= nomor < len(self._gaya) else ""
        if rupa == "tanggal":
            return IsiSelBuku(JenisSel.TANGGAL, nilai)
        return IsiSelBuku(JenisSel.ANGKA, nilai, persen=rupa == "persen")


def _urutan(teks: str) -> int:
    """A place in a list, from 0."""
    if (nomor := int(teks)) < 0:
        raise ValueError(teks)
    return nomor


def _letak(alamat: str) -> tuple[int, int]:
    cocok = _SEL.fullmatch(alamat)
    if cocok is None:
        raise ValueError(alamat)
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - ord("A") + 1
    return int(cocok[2]), kolom
