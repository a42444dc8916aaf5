"""Values that stand on papers: lists, decisions, chapters, tables, signatories, layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = [
    "Bab",
    "Bagian",
    "Butir",
    "Daftar",
    "Diktum",
    "Iku",
    "IkuBaris",
    "JudulKolom",
    "Keputusan",
    "Misi",
    "Pejabat",
    "Penandatangan",
    "Pengesahan",
    "Penomoran",
    "TataLetak",
    "Tujuan",
]


@dataclass(frozen=True, slots=True)
class Butir:
    """One item of a list, which may hold a list.  Its number is the printer's, not stored.

    ``sebagai_objek`` is true where the exchange file wrote an item without sub-items as an
    object; it is kept so that a file goes out as it came in, and means nothing else.
    """

    teks: str
    butir: tuple[Butir, ...] | None = None
    sebagai_objek: bool = False


Daftar = tuple[Butir, ...]


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Who signs, or who holds a jabatan.  ``nip`` is 18 digits without blanks.

    ``sebutan`` is ``definitif``, ``Pj.``, ``Plt.`` or ``Plh.``; ``atas_nama`` names the office
    in whose name it is signed (a.n.).
    """

    jabatan: str
    nama: str
    pangkat: str | None = None
    nip: str | None = None
    sebutan: str | None = None
    atas_nama: str | None = None


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An entry of the office's register: what a ``Penandatangan`` says, and the term it holds for.

    Both dates are days on which it holds; ``None`` is a term without that end.  It is no kind of
    ``Penandatangan``, so that no term can slip into a paper.
    """

    jabatan: str
    nama: str
    pangkat: str | None = None
    nip: str | None = None
    sebutan: str | None = None
    atas_nama: str | None = None
    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None

    @classmethod
    def dari(
        cls, orang: Penandatangan, berlaku_dari: date | None = None, berlaku_sampai: date | None = None
    ) -> Pejabat:
        """An entry for who stands on a paper."""
        isi = (orang.jabatan, orang.nama, orang.pangkat, orang.nip, orang.sebutan, orang.atas_nama)
        return cls(*isi, berlaku_dari, berlaku_sampai)

    @property
    def penandatangan(self) -> Penandatangan:
        """What a paper takes over, without the term."""
        return Penandatangan(self.jabatan, self.nama, self.pangkat, self.nip, self.sebutan, self.atas_nama)

    def berlaku(self, pada: date) -> bool:
        """Whether the entry holds on that day."""
        dimulai = self.berlaku_dari is None or self.berlaku_dari <= pada
        return dimulai and (self.berlaku_sampai is None or pada <= self.berlaku_sampai)


@dataclass(frozen=True, slots=True)
class Diktum:
    """One ruling of a decision: KESATU, KEDUA …, with its text, its items, or both."""

    label: str
    teks: str | None = None
    butir: Daftar | None = None


@dataclass(frozen=True, slots=True)
class Keputusan:
    """The decision by which the Camat issues the IKI (a *penetapan*, UU 30/2014 Pasal 1 angka 7)."""

    nomor: str | None = None
    tentang: str | None = None
    menimbang: Daftar | None = None
    mengingat: Daftar | None = None
    memperhatikan: Daftar | None = None
    menetapkan: str | None = None
    diktum: tuple[Diktum, ...] | None = None
    tempat: str | None = None
    tanggal: date | None = None
    tanggal_teks: str | None = None
    penandatangan: Penandatangan | None = None
    tembusan: Daftar | None = None
    tentang_lampiran: str | None = None
    status: str | None = None

    @property
    def ditetapkan(self) -> bool:
        """Whether it is numbered and signed; until then it is a draft."""
        return self.status == "ditetapkan"


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """The signature block at the end of a chapter."""

    tempat: str | None = None
    tanggal: date | None = None
    penandatangan: Penandatangan | None = None


@dataclass(frozen=True, slots=True)
class Bagian:
    """A section of a chapter: paragraphs (texts) and lists (tuples of items), in order."""

    isi: tuple[str | Daftar, ...]
    judul: str | None = None


@dataclass(frozen=True, slots=True)
class Bab:
    """A narrative chapter before the decision; ``judul`` is without "BAB I"."""

    judul: str
    bagian: tuple[Bagian, ...]
    pengesahan: Pengesahan | None = None


@dataclass(frozen=True, slots=True)
class Tujuan:
    """A goal under a misi, with the sasaran that serve it."""

    teks: str
    sasaran: Daftar | None = None


@dataclass(frozen=True, slots=True)
class Misi:
    """One misi of the region, with its goals."""

    teks: str
    tujuan: tuple[Tujuan, ...] | None = None


@dataclass(frozen=True, slots=True)
class IkuBaris:
    """One row of an IKU table.  ``target`` pairs a year with the target as printed."""

    sasaran: str
    indikator: str
    tujuan: str | None = None
    formulasi: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None
    target: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Iku:
    """A table of Indikator Kinerja Utama; ``judul_kolom`` pairs a field with its heading."""

    baris: tuple[IkuBaris, ...]
    judul: str | None = None
    judul_kolom: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Penomoran:
    """Numbering style of each list: ``a.``, ``1.``, ``1)``, ``a)``, ``(1)``, ``-`` or empty."""

    menimbang: str | None = None
    mengingat: str | None = None
    memperhatikan: str | None = None
    butir_diktum: str | None = None
    tugas: str | None = None
    fungsi: str | None = None
    tembusan: str | None = None


@dataclass(frozen=True, slots=True)
class TataLetak:
    """How the office prints its document; what is ``None`` is the program's default.

    ``ukuran_huruf`` is in points; ``kertas`` is F4 (215×330 mm), A4 or Folio (210×330 mm).
    """

    kertas: str | None = None
    lampiran_mendatar: bool | None = None
    huruf: str | None = None
    ukuran_huruf: Decimal | None = None
    penomoran: Penomoran | None = None
    kolom_no: bool | None = None
    baris_nomor_kolom: bool | None = None
    kolom_penanggung_jawab: bool | None = None
    keterangan_bersambung: bool | None = None
    sasaran_diulang: bool | None = None


@dataclass(frozen=True, slots=True)
class JudulKolom:
    """The printed column headings of a jabatan's table, where they differ from the usual ones."""

    sasaran: str | None = None
    indikator: str | None = None
    formulasi: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None
