"""The blocks of a printed document: what stands on the paper, not how it is drawn.

Text in a block is final: dates, numbers and list numbers are already words.  There are no
points, fonts or cells here; a pen (PDF, Word) decides those from the block's kind and from the
document's ``TataHalaman``.  Texts of the office are carried as they are, line breaks included;
what cannot be printed (control characters) is the pen's to leave out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iki_desktop.core.errors import Temuan
from iki_desktop.naskah.grafik import Grafik
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = [
    "BarisBerlabel",
    "BarisDaftar",
    "Berlabel",
    "Blok",
    "Cabang",
    "CaraTandaTangan",
    "Daftar",
    "GantiHalaman",
    "Gaya",
    "Isi",
    "KepalaLampiran",
    "Kolom",
    "Kop",
    "Lambang",
    "Lembaran",
    "Naskah",
    "NomorHalaman",
    "Paragraf",
    "PasanganTandaTangan",
    "Pecahan",
    "Penanda",
    "Peran",
    "Ruang",
    "Tabel",
    "TandaTangan",
    "Tembusan",
]


class Gaya(StrEnum):
    """The kinds of paragraph a document has."""

    ISI = "isi"
    """A sentence beside a label or in a list."""
    ALINEA = "alinea"
    """A paragraph of a chapter: its first line is indented."""
    SAMPUL_JUDUL = "sampul_judul"
    SAMPUL_BARIS = "sampul_baris"
    JUDUL = "judul"
    """Centred, bold: the title of a decision, a chapter or a table's page."""
    SUBJUDUL = "subjudul"
    """At the left, bold: a section of a chapter, the title of a table."""
    TENGAH = "tengah"
    """Centred, not bold."""
    KETERANGAN = "keterangan"
    """Small: what is said under a table, or in a cell in the place of a figure."""


class Peran(StrEnum):
    """What a column of a table holds; the pen gives it its share of the width.

    Figures (``ANGKA``) stand at the right of their column, which is wide enough for them.
    """

    NOMOR = "nomor"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    FORMULASI = "formulasi"
    SUMBER = "sumber"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    TARGET = "target"
    URAIAN = "uraian"
    SATUAN = "satuan"
    ANGKA = "angka"
    KATEGORI = "kategori"


class CaraTandaTangan(StrEnum):
    """How a paper is signed: by hand, or by a signing application on the finished file.

    Such an application puts its picture at a character that it looks for (``jangkar``), or where
    a person drags it to (``kotak``).
    """

    BASAH = "basah"
    ELEKTRONIK_JANGKAR = "elektronik_jangkar"
    ELEKTRONIK_KOTAK = "elektronik_kotak"


class NomorHalaman(StrEnum):
    """How the pages of a sheet group are numbered: not at all, from 1, or on from before."""

    TANPA = "tanpa"
    MULAI = "mulai"
    LANJUT = "lanjut"


# --- what stands inside other blocks ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph; a line break in ``teks`` is a line break on the paper."""

    teks: str
    gaya: Gaya = Gaya.ISI


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One item of a list: its depth (0 the outermost), its number as printed, its text."""

    tingkat: int
    nomor: str
    teks: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list, flat: an item's children follow it with a greater ``tingkat``."""

    baris: tuple[BarisDaftar, ...]


@dataclass(frozen=True, slots=True)
class Pecahan:
    """Numerator over denominator, and what follows the fraction ("× 100 %")."""

    pembilang: str
    penyebut: str
    akhiran: str


Isi = Paragraf | Daftar | Pecahan


@dataclass(frozen=True, slots=True)
class Lambang:
    """The region's coat of arms as the bytes of a PNG file that looks sane."""

    png: bytes


# --- blocks -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead: two lines whose sizes stand 3 to 4, then address lines, closed by a double rule."""

    induk: str
    nama: str
    alamat: tuple[str, ...] = ()
    lambang: Lambang | None = None


@dataclass(frozen=True, slots=True)
class BarisBerlabel:
    """A label, a colon and what it introduces."""

    label: str
    isi: tuple[Isi, ...]
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class Berlabel:
    """Rows in three columns (word, colon, text), the shape of a decision and of a jabatan's head.

    ``kepala`` is true for the head of a jabatan (numbered, indented labels), false for the
    parts of a decision.
    """

    baris: tuple[BarisBerlabel, ...]
    kepala: bool = False


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its heading and what it holds.

    Columns that follow each other with the same ``kelompok`` stand under one common heading.
    """

    judul: str
    peran: Peran
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Cabang:
    """A row of a table that may stand beside many rows: cells, then the rows to their right.

    The cells fill the columns from the parent's last one on; the children go on after them.
    ``sel`` is one tuple of contents a cell.  The first cell of an outermost row may take the room
    of ``rentang`` columns; one that takes all of them is a title, and stays with the row below it.
    """

    sel: tuple[tuple[Isi, ...], ...]
    anak: tuple[Cabang, ...] = ()
    rentang: int = 1


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table whose left cells stand merged beside the rows that belong to them.

    ``baris_nomor`` asks for the row 1 2 3 … under the headings; ``bersambung`` is the remark
    under a table that goes on overleaf; ``diulang`` prints the outermost cells again on each
    page that their rows reach; ``tingkat_bergaris`` counts the levels that end in a rule.  No row is
    lower than ``tinggi_baris`` millimetres: room to write in.
    """

    kolom: tuple[Kolom, ...]
    cabang: tuple[Cabang, ...]
    baris_nomor: bool = False
    bersambung: str = ""
    diulang: bool = True
    tingkat_bergaris: int = 2
    tinggi_baris: float = 0.0


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Place and date, office, room to sign, name: at the right, never split, never alone.

    ``pembuka`` is "Ditetapkan di …" / "pada tanggal …"; ``jabatan`` ends in a comma.  ``jangkar``
    is printed in the room to sign where ``cara`` asks for it, and is empty where not.
    """

    pembuka: tuple[str, ...]
    jabatan: tuple[str, ...]
    nama: str
    keterangan: tuple[str, ...] = ()
    cara: CaraTandaTangan = CaraTandaTangan.BASAH
    jangkar: str = ""


@dataclass(frozen=True, slots=True)
class PasanganTandaTangan:
    """Two who sign side by side; who made the paper stands at the right."""

    kiri: TandaTangan
    kanan: TandaTangan


@dataclass(frozen=True, slots=True)
class Tembusan:
    """Who gets a copy: at the left under the signature."""

    judul: str
    isi: tuple[Isi, ...]


@dataclass(frozen=True, slots=True)
class KepalaLampiran:
    """The heading of the annex: upper right corner, left-aligned (UU 12/2011 Lampiran II no. 194)."""

    judul: tuple[str, ...]
    baris: tuple[BarisBerlabel, ...]


@dataclass(frozen=True, slots=True)
class Penanda:
    """A bookmark at this place; ``tingkat`` 0 is the outermost.

    ``node_id`` is the record that begins here, 0 where none does.
    """

    judul: str
    tingkat: int = 0
    node_id: int = 0


@dataclass(frozen=True, slots=True)
class Ruang:
    """Room: as many parts of the page's free height as ``bagian`` of all such blocks on a page."""

    bagian: int = 1


@dataclass(frozen=True, slots=True)
class GantiHalaman:
    """What follows begins on a new page."""


Blok = (
    Paragraf
    | Daftar
    | Lambang
    | Kop
    | Berlabel
    | Tabel
    | TandaTangan
    | PasanganTandaTangan
    | Tembusan
    | KepalaLampiran
    | Grafik
    | Penanda
    | Ruang
    | GantiHalaman
)


# --- the document -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lembaran:
    """Sheets of one kind: the same direction of paper and one way of numbering pages.

    ``kaki`` is a sentence at the foot of each of their pages.
    """

    blok: tuple[Blok, ...]
    mendatar: bool = False
    nomor: NomorHalaman = NomorHalaman.TANPA
    kaki: str = ""


@dataclass(frozen=True, slots=True)
class Naskah:
    """A document ready for any pen.  ``temuan`` lists what could not be printed as given.

    ``tanda`` is a word that lies across every page, beneath its text.
    """

    judul: str
    penulis: str
    perihal: str
    halaman: TataHalaman
    lembaran: tuple[Lembaran, ...]
    temuan: tuple[Temuan, ...] = ()
    tanda: str = ""
