"""The typefaces of one document: the office's where it may be used, Caladea where not.

Caladea (Apache licence, TrueType, metric-compatible with Cambria) ships with the program, so a
document can always be set.  A character that the chosen face lacks is set in the first
installed face that has it; where none has, a visible sign stands in its place.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_letters, digits
from typing import Any
from zlib import crc32

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from iki_desktop.core.errors import Temuan
from iki_desktop.export.pdf.arab import bentuk_huruf
from iki_desktop.export.pdf.berkas_huruf import MukaHuruf, cari_keluarga, mencakup, semua_muka
from iki_desktop.export.pdf.bersih import bersihkan

__all__ = ["HURUF_BAWAAN", "Aksara", "Huruf", "pilih_huruf", "temuan_huruf"]

HURUF_BAWAAN = "Caladea"

_SEPADAN = {
    "arial": ("Liberation Sans", "Arimo"),
    "helvetica": ("Arial", "Liberation Sans", "Arimo"),
    "timesnewroman": ("Liberation Serif", "Tinos"),
    "times": ("Times New Roman", "Liberation Serif", "Tinos"),
    "couriernew": ("Liberation Mono", "Cousine"),
    "calibri": ("Carlito",),
    "bookmanoldstyle": ("Bookman",),
}
"""Faces of the same widths, for a typeface that is asked for and not installed."""

_CADANGAN = (
    "DejaVu Sans",
    "Segoe UI Symbol",
    "Segoe UI Emoji",
    "Segoe UI",
    "Tahoma",
    "Arial Unicode MS",
    "Arial",
    "Noto Sans",
    "Noto Sans Symbols2",
    "Noto Sans Arabic",
    "Droid Sans Fallback",
)
"""Families that cover much, asked first for a character that is missing."""

_PENGGANTI = "\N{REPLACEMENT CHARACTER}"
_PENGGANTI_AKHIR = "?"

_PENCARIAN_TERBANYAK = 200
"""So many characters are looked for in every file of the computer; a text of nothing else would never end."""

_HURUF_DASAR = frozenset(ascii_letters + digits)
"""A face without these is a set of signs, not a typeface for a document."""

_KATA_TERBANYAK = 50_000
_CONTOH_TERBANYAK = 20

_kunci = threading.Lock()


class Aksara:
    """One registered face: its name for ReportLab, its characters and their widths.

    ``naik`` and ``turun`` are its ascent and descent at a size of 1.
    """

    __slots__ = ("_kata", "_lebar", "huruf", "naik", "nama", "turun")

    def __init__(self, nama: str, font: TTFont) -> None:
        self.nama = nama
        self._lebar: dict[int, float] = font.face.charWidths
        self.huruf = frozenset(map(chr, self._lebar))
        self.naik = font.face.ascent / 1000
        self.turun = -font.face.descent / 1000
        self._kata: dict[str, float] = {}

    def lebar(self, kata: str) -> float:
        """The width of a word at a size of 1; widths of words are remembered."""
        lebar = self._kata.get(kata)
        if lebar is None:
            ada = self._lebar
            lebar = sum([ada[ord(h)] for h in kata]) / 1000
            if len(self._kata) < _KATA_TERBANYAK:
                self._kata[kata] = lebar
        return lebar


Potong = tuple[tuple[Aksara, str], ...]
"""Text cut into runs of one face each."""


@dataclass(frozen=True, slots=True)
class Huruf:
    """The faces of a document: upright and bold."""

    biasa: Aksara
    tebal: Aksara

    def tercetak(self, huruf: str) -> tuple[Aksara, str]:
        """The face and the sign by which a character that the document's own face lacks is shown."""
        return _pengganti(huruf, self.biasa)

    def ada(self, huruf: str) -> bool:
        """Whether a character can be shown as it is, in whatever face."""
        return huruf in self.biasa.huruf or self.tercetak(huruf)[1] == huruf

    def potong(self, teks: str, *, tebal: bool) -> Potong:
        """Cut a text into runs, each in a face that has all its characters."""
        utama = self.tebal if tebal else self.biasa
        if utama.huruf.issuperset(teks):
            return ((utama, teks),)
        runs: list[tuple[Aksara, str]] = []
        for huruf in teks:
            aksara, tercetak = (utama, huruf) if huruf in utama.huruf else _pengganti(huruf, utama)
            if runs and runs[-1][0] is aksara:
                runs[-1] = (aksara, runs[-1][1] + tercetak)
            else:
                runs.append((aksara, tercetak))
        return tuple(runs)


# --- choosing -----------------------------------------------------------------------------------


def pilih_huruf(diminta: str | None) -> tuple[Huruf, Temuan]:
    """The typeface asked for, one of the same widths, or Caladea; the finding says which it is."""
    nama = (diminta or "").strip()
    if not nama or _rapat(nama) == _rapat(HURUF_BAWAAN):
        return _bawaan(), _temuan(f"Dokumen memakai huruf {HURUF_BAWAAN}.")
    for calon in (nama, *_SEPADAN.get(_rapat(nama), ())):
        huruf = _keluarga(calon)
        if huruf and calon == nama:
            return huruf, _temuan(f"Dokumen memakai huruf {nama}.")
        if huruf:
            return huruf, _temuan(f"Huruf “{nama}” tidak dapat dipakai; diganti {calon}.")
    return _bawaan(), _temuan(f"Huruf “{nama}” tidak dapat dipakai; diganti {HURUF_BAWAAN}.")


def _rapat(nama: str) -> str:
    return "".join(nama.split()).casefold()


def _temuan(pesan: str) -> Temuan:
    return Temuan("tata_letak.huruf", pesan)


@cache
def _bawaan() -> Huruf:
    import font_caladea  # noqa: PLC0415  (looks for its files on import)

    folder = Path(font_caladea.font_directory)
    biasa = _daftarkan(folder / "Caladea-Regular.ttf", 0)
    tebal = _daftarkan(folder / "Caladea-Bold.ttf", 0)
    if biasa is None or tebal is None:
        raise FileNotFoundError(folder)
    return Huruf(biasa, tebal)


@cache
def _keluarga(nama: str) -> Huruf | None:
    muka = [m for m in cari_keluarga(nama) if not m.miring]
    biasa = _pertama([m for m in muka if not m.tebal])
    if biasa and not biasa.huruf >= _HURUF_DASAR:
        return None
    tebal = _pertama([m for m in muka if m.tebal])
    return Huruf(biasa, tebal or biasa) if biasa else None


def _pertama(muka: list[MukaHuruf]) -> Aksara | None:
    """The first face that ReportLab can read."""
    return next((a for a in (_daftarkan(m.berkas, m.indeks) for m in muka) if a), None)


def temuan_huruf(huruf: Huruf, teks: Iterable[str]) -> tuple[Temuan, ...]:
    """Which characters of a document stand in another face, and which cannot be shown at all."""
    ada = huruf.biasa.huruf & huruf.tebal.huruf
    asing = sorted(set().union(*map(bersihkan, teks)) - ada - {"\n"})
    hilang = [h for h in asing if huruf.tercetak(h)[1] != h]
    lain = [h for h in asing if h not in hilang]
    temuan = []
    if lain:
        temuan.append(_temuan(f"Tanda berikut memakai huruf lain: {_contoh(lain)}."))
    if hilang:
        temuan.append(_temuan(f"Tanda berikut tidak dapat dicetak: {_contoh(hilang)}."))
    return tuple(temuan)


def _contoh(semua: list[str]) -> str:
    sisa = len(semua) - _CONTOH_TERBANYAK
    return " ".join(semua[:_CONTOH_TERBANYAK]) + (f" dan {sisa} lagi" if sisa > 0 else "")


# --- registering --------------------------------------------------------------------------------

_terdaftar: dict[tuple[str, int], Aksara | None] = {}


def _daftarkan(berkas: Path, indeks: int) -> Aksara | None:
    """Make a face known to ReportLab, once; ``None`` where the file cannot be used."""
    kunci = (str(berkas), indeks)
    with _kunci:
        if kunci not in _terdaftar:
            _terdaftar[kunci] = _baca(berkas, indeks)
        return _terdaftar[kunci]


_DI_LUAR_BMP = re.compile(r"<([0-9A-F]{5,6})>")
_BENTUK_ARAB = re.compile(r"<(F[BCDE][0-9A-F]{2})>")


class _FontTertanam(TTFont):
    """A font whose characters beyond U+FFFF (emoji) and joined letters can be searched and copied.

    ReportLab writes code points into the map from glyphs to characters, where the format asks for
    UTF-16 (PDF 32000-1, 9.10.3), and knows nothing of the letter that a shape stands for.
    """

    def addObjects(self, doc: Any) -> None:
        """Add the font to the document, then set its maps right."""
        super().addObjects(doc)
        for nama, objek in doc.idToObject.items():
            if str(nama).startswith("toUnicodeCMap:"):
                objek.content = _BENTUK_ARAB.sub(_huruf_asal, _DI_LUAR_BMP.sub(_utf16, objek.content))


def _utf16(cocok: re.Match[str]) -> str:
    return f"<{chr(int(cocok[1], 16)).encode('utf-16-be').hex().upper()}>"


def _huruf_asal(cocok: re.Match[str]) -> str:
    """The one letter of a shape; the order of two in one is the reader's to turn, so they stay a shape."""
    huruf = bentuk_huruf().get(chr(int(cocok[1], 16)), "")
    return f"<{ord(huruf):04X}>" if len(huruf) == 1 else cocok[0]


def _baca(berkas: Path, indeks: int) -> Aksara | None:
    # The name depends on the file alone: the same document is the same file, whatever came before it.
    nama = f"{berkas.stem}-{indeks}-{crc32(str(berkas).encode(errors='surrogateescape')):08x}"
    try:
        font = _FontTertanam(nama, str(berkas), subfontIndex=indeks)
    except (TTFError, OSError, ValueError, KeyError, IndexError):
        return None
    pdfmetrics.registerFont(font)
    return Aksara(nama, font)


# --- characters that the face lacks -------------------------------------------------------------


def _pengganti(huruf: str, utama: Aksara) -> tuple[Aksara, str]:
    """A face that has the character, or a sign in its place."""
    cadangan = _cari_cadangan(huruf)
    if cadangan:
        return cadangan, huruf
    return utama, _PENGGANTI if _PENGGANTI in utama.huruf else _PENGGANTI_AKHIR


@cache
def _cari_cadangan(huruf: str) -> Aksara | None:
    """The families known to cover much are asked first; then every face on the computer."""
    for muka in _muka_cadangan():
        aksara = _daftarkan(muka.berkas, muka.indeks)
        if aksara and huruf in aksara.huruf:
            return aksara
    return _cari_di_semua(huruf)


@cache
def _muka_cadangan() -> tuple[MukaHuruf, ...]:
    keluarga = (cari_keluarga(nama) for nama in _CADANGAN)
    return tuple(m for semua in keluarga for m in semua if not m.tebal and not m.miring)


_sisa_pencarian = [_PENCARIAN_TERBANYAK]


def _cari_di_semua(huruf: str) -> Aksara | None:
    if not _sisa_pencarian[0]:
        return None
    _sisa_pencarian[0] -= 1
    for muka in semua_muka():
        if muka.boleh and mencakup(muka, ord(huruf)):
            aksara = _daftarkan(muka.berkas, muka.indeks)
            if aksara and huruf in aksara.huruf:
                return aksara
    return None
