"""The records: what has an identity, a place among its siblings, or a key beside the tree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from iki_desktop.core.records.angka import (
    Bukti,
    Centang,
    PengaturanCapaian,
    Target,
)
from iki_desktop.core.records.naskah import (
    Bab,
    Daftar,
    Iku,
    JudulKolom,
    Keputusan,
    Misi,
    Pejabat,
    Penandatangan,
    TataLetak,
)
from iki_desktop.core.records.pilihan import (
    Akumulasi,
    Arah,
    Gabungan,
    JenisFormulasi,
    StatusIsian,
    Unit,
)

__all__ = [
    "Dokumen",
    "Formulasi",
    "Indikator",
    "IsiSampah",
    "Jabatan",
    "Kecamatan",
    "N",
    "Node",
    "Realisasi",
    "Record",
    "Sampah",
    "Sasaran",
    "StatusTriwulan",
    "Terbitan",
]


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
