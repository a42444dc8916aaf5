"""How the pages of a document are laid out: the office's choices with the program's defaults.

Paper: F4 215×330 mm is government practice (UU 12/2011 Lampiran II no. 284 asks for F4);
margins after Permendagri 1/2023 Pasal 34(2): left 3, right 2, top 2, bottom 2.5 cm.  A local
rule overrides either, so both are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.records import Penomoran, TataLetak

__all__ = ["Kertas", "Nomorisasi", "TataHalaman", "Tepi", "tata_halaman"]


@dataclass(frozen=True, slots=True)
class Kertas:
    """A sheet of paper upright; millimetres."""

    nama: str
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Tepi:
    """The margins; millimetres."""

    kiri: float = 30.0
    kanan: float = 20.0
    atas: float = 20.0
    bawah: float = 25.0


@dataclass(frozen=True, slots=True)
class Nomorisasi:
    """The numbering style of each list; defaults after UU 12/2011 Lampiran II no. 22, 41, 87."""

    menimbang: str = "a."
    mengingat: str = "1."
    memperhatikan: str = "1."
    butir_diktum: str = "a."
    tugas: str = "a."
    fungsi: str = "1)"
    tembusan: str = "1."
    naskah: str = "1."
    formulasi: str = "1."


@dataclass(frozen=True, slots=True)
class TataHalaman:
    """The layout of a document, every choice made.  ``ukuran`` and ``ukuran_tabel`` are in points.

    ``huruf`` is the typeface that the office asks for; ``None`` leaves it to the pen.
    """

    kertas: Kertas
    tepi: Tepi
    huruf: str | None
    ukuran: float
    ukuran_tabel: float
    lampiran_mendatar: bool
    nomor: Nomorisasi
    kolom_no: bool
    baris_nomor_kolom: bool
    kolom_penanggung_jawab: bool
    keterangan_bersambung: bool
    sasaran_diulang: bool


_KERTAS = {k.nama: k for k in (Kertas("F4", 215, 330), Kertas("A4", 210, 297), Kertas("Folio", 210, 330))}

_UKURAN_BAWAAN = Decimal(12)
_UKURAN_TERKECIL, _UKURAN_TERBESAR = Decimal(6), Decimal(24)
_SELISIH_TABEL, _TABEL_TERKECIL = 2.0, 6.0


def tata_halaman(tata_letak: TataLetak | None) -> TataHalaman:
    """Resolve the office's layout: what it leaves open gets the default, sizes stay readable (6–24 pt)."""
    pilihan = tata_letak or TataLetak()
    ukuran = float(min(max(pilihan.ukuran_huruf or _UKURAN_BAWAAN, _UKURAN_TERKECIL), _UKURAN_TERBESAR))
    return TataHalaman(
        kertas=_KERTAS.get(pilihan.kertas or "F4", _KERTAS["F4"]),
        tepi=Tepi(),
        huruf=pilihan.huruf,
        ukuran=ukuran,
        ukuran_tabel=max(ukuran - _SELISIH_TABEL, _TABEL_TERKECIL),
        lampiran_mendatar=_atau(pilihan.lampiran_mendatar, bawaan=False),
        nomor=_nomorisasi(pilihan.penomoran or Penomoran()),
        kolom_no=_atau(pilihan.kolom_no, bawaan=True),
        baris_nomor_kolom=_atau(pilihan.baris_nomor_kolom, bawaan=False),
        kolom_penanggung_jawab=_atau(pilihan.kolom_penanggung_jawab, bawaan=False),
        keterangan_bersambung=_atau(pilihan.keterangan_bersambung, bawaan=False),
        sasaran_diulang=_atau(pilihan.sasaran_diulang, bawaan=True),
    )


def _atau(nilai: bool | None, *, bawaan: bool) -> bool:
    return bawaan if nilai is None else nilai


def _nomorisasi(penomoran: Penomoran) -> Nomorisasi:
    """An empty style is a choice (no numbers); only one not given falls back to the default."""
    bawaan = Nomorisasi()

    def pilih(diminta: str | None, semula: str) -> str:
        return semula if diminta is None else diminta

    return Nomorisasi(
        menimbang=pilih(penomoran.menimbang, bawaan.menimbang),
        mengingat=pilih(penomoran.mengingat, bawaan.mengingat),
        memperhatikan=pilih(penomoran.memperhatikan, bawaan.memperhatikan),
        butir_diktum=pilih(penomoran.butir_diktum, bawaan.butir_diktum),
        tugas=pilih(penomoran.tugas, bawaan.tugas),
        fungsi=pilih(penomoran.fungsi, bawaan.fungsi),
        tembusan=pilih(penomoran.tembusan, bawaan.tembusan),
    )
