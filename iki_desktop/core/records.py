"""The records of an office's file: frozen, typed, and free of any storage or window.

A *record* (``Kecamatan`` … ``Realisasi``) has an identity of its own, a place among its
siblings (``urutan``) and the id of its parent; it is the unit in which edits are made,
stored and undone.  A *value* (``Keputusan``, ``Penandatangan``, ``Target`` …) has no
identity and lives inside one record.

``None`` always means "not given", which is not the same as an empty text or an empty list:
the exchange format tells the two apart, and so do the records.

Ids are unique over the whole file, whatever the kind of record, so that one integer names a
node of the tree.  What stands beside the tree has no id: a ``Realisasi`` is named by its formula
and its quarter, a ``StatusTriwulan`` and a ``Terbitan`` by their document and a number, a
``Sampah`` by its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

__all__ = [
    "Akumulasi",
    "Arah",
    "Bab",
    "Bagian",
    "Bukti",
    "Butir",
    "Centang",
    "Daftar",
    "Diktum",
    "Dokumen",
    "Formulasi",
    "Gabungan",
    "Iku",
    "IkuBaris",
    "Indikator",
    "IsiSampah",
    "Jabatan",
    "JenisFormulasi",
    "JudulKolom",
    "Kecamatan",
    "Kelas",
    "Keputusan",
    "Misi",
    "Node",
    "Pejabat",
    "Penandatangan",
    "PengaturanCapaian",
    "Pengesahan",
    "Penomoran",
    "Realisasi",
    "Record",
    "Sampah",
    "Sasaran",
    "StatusIsian",
    "StatusTriwulan",
    "Target",
    "TataLetak",
    "Terbitan",
    "Tujuan",
    "Unit",
]


class Arah(StrEnum):
    """Which way is better: ``naik`` more, ``turun`` less."""

    NAIK = "naik"
    TURUN = "turun"


class Akumulasi(StrEnum):
    """How the quarters make the year."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


class JenisFormulasi(StrEnum):
    """The kinds of formula.

    ``skm`` is a public satisfaction survey by its unsur (PermenPANRB 14/2017): each unsur's mean on
    the scale 1–4 is entered as a variable, and the value on the scale 25–100 is computed.
    """

    RASIO = "rasio"
    JUMLAH = "jumlah"
    NILAI = "nilai"
    SELISIH = "selisih"
    RUMUS = "rumus"
    SKM = "skm"
    TEKS = "teks"


class Gabungan(StrEnum):
    """How several formulas under one indicator make its capaian.

    ``rata_rata``: the mean of their figures against the indicator's target; ``masing_masing``: each
    against its own target (else the indicator's), and the mean of what they come to.
    """

    RATA_RATA = "rata_rata"
    MASING_MASING = "masing_masing"


class StatusIsian(StrEnum):
    """How far the entering of a quarter is: ``selesai`` is a remark, ``dikunci`` freezes it."""

    TERBUKA = "terbuka"
    SELESAI = "selesai"
    DIKUNCI = "dikunci"


class Unit(StrEnum):
    """Where a jabatan sits: in the kecamatan's office or in a kelurahan."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"


# --- values ---------------------------------------------------------------------------------


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

EmpatAngka = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
"""A figure for each of the four quarters."""


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
class Kelas:
    """One class of the scale of capaian; ``batas_bawah`` is a percentage, inclusive."""

    nama: str
    batas_bawah: Decimal


@dataclass(frozen=True, slots=True)
class PengaturanCapaian:
    """How capaian is computed and named in one document.

    ``rumus_turun`` is ``selisih`` or ``kebalikan``; ``batas_atas`` caps a capaian (percent);
    ``tanpa_batas`` is true where the document says outright that there is no cap;
    ``pembulatan`` is ``setengah_ke_atas`` or ``potong``; ``rata_rata_dari`` is ``dibulatkan``
    or ``penuh``.
    """

    rumus_turun: str | None = None
    batas_atas: Decimal | None = None
    tanpa_batas: bool = False
    desimal: int | None = None
    skala: tuple[Kelas, ...] | None = None
    pembulatan: str | None = None
    rata_rata_dari: str | None = None


@dataclass(frozen=True, slots=True)
class JudulKolom:
    """The printed column headings of a jabatan's table, where they differ from the usual ones."""

    sasaran: str | None = None
    indikator: str | None = None
    formulasi: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: in the year, in each of the four quarters, or in words.

    ``triwulan`` has exactly four places; ``None`` in one of them means no target there.
    ``kumulatif``: a quarter's target is what is to be reached by its end, not within it.  Where the
    target is a range, ``tahun`` and ``triwulan`` are its lower bounds, ``tahun_sampai`` and
    ``triwulan_sampai`` its upper ones.
    """

    tahun: Decimal | None = None
    triwulan: EmpatAngka | None = None
    teks: str | None = None
    kumulatif: bool = False
    tahun_sampai: Decimal | None = None
    triwulan_sampai: EmpatAngka | None = None


@dataclass(frozen=True, slots=True)
class Centang:
    """One item of a checklist that is done: which one, when, and a note."""

    butir: str
    tanggal: date | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class Bukti:
    """A file that bears an entry out (bukti dukung), copied into the folder beside the office's file.

    ``nama`` is what the office called it, ``berkas`` its name in that folder, ``ukuran`` in bytes,
    ``sidik`` the SHA-256 of its content in hexadecimal.
    """

    nama: str
    berkas: str
    ukuran: int
    sidik: str


# --- records --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """An office: its identity, letterhead and register of signatories.

    ``nama`` is without the word Kecamatan, ``nama_daerah`` without Kabupaten or Kota.
    ``logo_png`` is the coat of arms as base64 text.
    """

    id: int
    urutan: int
    nama: str
    jenis_daerah: str
    nama_daerah: str
    provinsi: str | None = None
    alamat: str | None = None
    telepon: str | None = None
    kode_pos: str | None = None
    laman: str | None = None
    surel: str | None = None
    sebutan_desa: str | None = None
    logo_png: str | None = None
    pejabat: tuple[Pejabat, ...] | None = None


@dataclass(frozen=True, slots=True)
class Dokumen:
    """The IKI document of one year (``tahun``) of one kecamatan."""

    id: int
    kecamatan_id: int
    urutan: int
    tahun: int
    judul: str | None = None
    periode: str | None = None
    keputusan: Keputusan | None = None
    bab: tuple[Bab, ...] | None = None
    visi: str | None = None
    misi: tuple[Misi, ...] | None = None
    iku: tuple[Iku, ...] | None = None
    tata_letak: TataLetak | None = None
    capaian: PengaturanCapaian | None = None


@dataclass(frozen=True, slots=True)
class Jabatan:
    """A post.  ``atasan_id`` is the id of another jabatan of the same document.

    ``daftar_tertulis`` (here and below): where there are no children, whether the exchange
    file wrote the empty list out rather than leaving it away.  ``bobot`` (here and below) is the
    weight among its siblings, 0 or more; who has none weighs as much as the others do on average.
    """

    id: int
    dokumen_id: int
    urutan: int
    nama: str
    atasan_id: int | None = None
    unit: Unit | None = None
    tugas: Daftar | None = None
    fungsi: Daftar | None = None
    judul_kolom: JudulKolom | None = None
    pemangku: Penandatangan | None = None
    daftar_tertulis: bool = False
    bobot: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """What a jabatan is to bring about."""

    id: int
    jabatan_id: int
    urutan: int
    teks: str
    daftar_tertulis: bool = False
    bobot: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Indikator:
    """By what a sasaran is measured."""

    id: int
    sasaran_id: int
    urutan: int
    teks: str
    satuan: str | None = None
    arah: Arah | None = None
    akumulasi: Akumulasi | None = None
    target: Target | None = None
    penanggung_jawab: str | None = None
    daftar_tertulis: bool = False
    bobot: Decimal | None = None
    gabungan: Gabungan | None = None


@dataclass(frozen=True, slots=True)
class Formulasi:
    """One way in which an indicator is counted, with the source of its data.

    ``variabel`` pairs the name that stands in ``rumus`` with its label.
    ``daftar_tertulis``: the exchange file wrote four empty quarters out.  ``sumber_id``: this is the
    same formula as another one of the document, whose words it repeats and whose entries it shares.
    ``target`` is its own, where the indicator takes its formulas each on its own.
    """

    id: int
    indikator_id: int
    urutan: int
    jenis: JenisFormulasi
    teks: str | None = None
    pembilang: str | None = None
    penyebut: str | None = None
    penyebut_tetap: Decimal | None = None
    rumus: str | None = None
    variabel: tuple[tuple[str, str], ...] | None = None
    butir: Daftar | None = None
    sumber_data: str | None = None
    catatan: str | None = None
    daftar_tertulis: bool = False
    sumber_id: int | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What was entered for one formula in one quarter (1–4): the inputs of that quarter alone.

    ``centang`` are the items of the formula's list that are done; where there are any, ``nilai`` is
    how many.
    """

    formulasi_id: int
    triwulan: int
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    nilai: Decimal | None = None
    variabel: tuple[tuple[str, Decimal], ...] | None = None
    catatan: str | None = None
    kendala: str | None = None
    tindak_lanjut: str | None = None
    bukti: tuple[Bukti, ...] | None = None
    centang: tuple[Centang, ...] | None = None

    @property
    def kosong(self) -> bool:
        """Whether nothing at all is entered, not even a note."""
        angka = (self.pembilang, self.penyebut, self.nilai)
        kata = (self.catatan, self.kendala, self.tindak_lanjut)
        return not (self.variabel or self.bukti or self.centang) and (*angka, *kata) == (None,) * 6


@dataclass(frozen=True, slots=True)
class StatusTriwulan:
    """How far a quarter (1–4) of a document is; none is as good as ``terbuka``.

    ``alasan`` says why a locked quarter was opened again.
    """

    dokumen_id: int
    triwulan: int
    status: StatusIsian
    alasan: str | None = None


@dataclass(frozen=True, slots=True)
class Terbitan:
    """A document as it was issued: 0 the decision itself, 1 … its amendments (Perubahan), with why.

    ``isi`` is the whole of it in the exchange format, so that its words can be printed again
    whatever has changed since.  ``waktu`` is a moment in ISO 8601.
    """

    dokumen_id: int
    nomor: int
    waktu: str
    isi: str
    alasan: str | None = None


@dataclass(frozen=True, slots=True)
class IsiSampah:
    """Records that were deleted together, each kind apart, parents before children."""

    dokumen: tuple[Dokumen, ...] = ()
    jabatan: tuple[Jabatan, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    formulasi: tuple[Formulasi, ...] = ()
    realisasi: tuple[Realisasi, ...] = ()
    status: tuple[StatusTriwulan, ...] = ()
    terbitan: tuple[Terbitan, ...] = ()

    @property
    def semua(self) -> tuple[Record, ...]:
        """All of them, parents before children."""
        tabel: tuple[Node, ...] = (*self.dokumen, *self.jabatan, *self.sasaran, *self.indikator)
        return (*tabel, *self.formulasi, *self.realisasi, *self.status, *self.terbitan)


@dataclass(frozen=True, slots=True)
class Sampah:
    """Something deleted that is kept until it is thrown away on purpose.

    ``teks`` names it in words, ``waktu`` is the moment of its deletion in ISO 8601.
    """

    nomor: int
    waktu: str
    teks: str
    isi: IsiSampah


Node = Kecamatan | Dokumen | Jabatan | Sasaran | Indikator | Formulasi
"""A record that has an id and a place in the tree."""

Record = Node | Realisasi | StatusTriwulan | Terbitan | Sampah

N = TypeVar("N", bound=Node)
