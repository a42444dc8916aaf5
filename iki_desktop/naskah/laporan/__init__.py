"""The reports that a regency and its inspectorate ask for, composed for any pen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.triwulan import Periode
from iki_desktop.naskah.blok import Naskah
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.kop import compose_lambang
from iki_desktop.naskah.laporan.bahan import Bahan, siapkan
from iki_desktop.naskah.laporan.esakip import esakip
from iki_desktop.naskah.laporan.individu import individu
from iki_desktop.naskah.laporan.isi import Bagian
from iki_desktop.naskah.laporan.kata import BELUM_ADA_JABATAN
from iki_desktop.naskah.laporan.lembar import halaman_laporan, lembaran_laporan
from iki_desktop.naskah.laporan.lembar_isian import lembar_isian
from iki_desktop.naskah.laporan.lkjip import lkjip
from iki_desktop.naskah.laporan.pengukuran import berjajar
from iki_desktop.naskah.laporan.pengukuran_rinci import menurun
from iki_desktop.naskah.laporan.perjanjian import perjanjian
from iki_desktop.naskah.laporan.rangka import kepala_laporan
from iki_desktop.naskah.laporan.rekap import rekap
from iki_desktop.naskah.laporan.rencana_aksi import rencana_aksi
from iki_desktop.naskah.laporan.ringkasan import ringkasan
from iki_desktop.naskah.tata_halaman import tata_halaman

__all__ = ["JENIS_LAPORAN", "Laporan", "compose_laporan", "susun_laporan"]


@dataclass(frozen=True, slots=True)
class Laporan:
    """A kind of report.

    ``per_jabatan``: it is of one jabatan; without one there is one for each.  ``satu_jabatan``: it
    may be of one.  ``bertriwulan``: it may be of a quarter; else it is always of the year.
    ``berpenjelasan``: it can say how each figure came about.  ``berlalu``: it looks at the years
    before.  ``bergrafik``: charts can be added to it.  ``mendatar``: its paper lies across.
    ``kecil``: its type is smaller than a decision's.  ``isian``: it is a form; its workbook is
    filled in and read back.
    """

    jenis: str
    judul: str
    uraian: str
    susun: Callable[[Bahan], tuple[Bagian, ...]]
    per_jabatan: bool = False
    satu_jabatan: bool = True
    bertriwulan: bool = True
    mendatar: bool = True
    berpenjelasan: bool = False
    berlalu: bool = False
    bergrafik: bool = False
    kecil: bool = True
    isian: bool = False


_SEMUA = (
    Laporan(
        "pengukuran",
        "Pengukuran kinerja, triwulan berjajar",
        "Satu baris tiap indikator, realisasi TW I sampai IV bersebelahan.",
        berjajar,
        berpenjelasan=True,
    ),
    Laporan(
        "pengukuran-rinci",
        "Pengukuran kinerja, satu baris tiap triwulan",
        "Target, realisasi, capaian, kendala, dan tindak lanjut tiap triwulan.",
        menurun,
        berpenjelasan=True,
    ),
    Laporan(
        "rekap",
        "Rekap capaian per jabatan",
        "Capaian tiap triwulan, kategori, dan kelengkapan isian.",
        rekap,
        satu_jabatan=False,
        bergrafik=True,
    ),
    Laporan(
        "ringkasan",
        "Ringkasan kinerja triwulan",
        "Grafik capaian kantor dan tiap jabatan, yang tertinggi, yang turun, yang kosong.",
        ringkasan,
        satu_jabatan=False,
        mendatar=False,
        berlalu=True,
    ),
    Laporan(
        "individu",
        "Laporan capaian kinerja individu",
        "Laporan satu jabatan dengan bukti dukung, ditandatangani pemangku dan atasan.",
        individu,
        per_jabatan=True,
        berpenjelasan=True,
    ),
    Laporan(
        "rencana-aksi",
        "Rencana aksi",
        "Target setahun dan tiap triwulan dengan penanggung jawabnya.",
        rencana_aksi,
        bertriwulan=False,
    ),
    Laporan(
        "perjanjian-kinerja",
        "Perjanjian kinerja",
        "Pernyataan kedua pihak dan lampiran target satu jabatan.",
        perjanjian,
        per_jabatan=True,
        bertriwulan=False,
        mendatar=False,
        kecil=False,
    ),
    Laporan(
        "lkjip",
        "Tabel setahun untuk LKjIP",
        "Target, realisasi, dan capaian setahun menurut sasaran.",
        lkjip,
        bertriwulan=False,
    ),
    Laporan(
        "esakip",
        "Lembar salin e-SAKIP",
        "Indikator, satuan, target, realisasi, capaian: satu nilai satu sel.",
        esakip,
    ),
    Laporan(
        "lembar-isian",
        "Lembar isian realisasi",
        "Formulir kosong satu jabatan, untuk diisi di meja lain. Excelnya dapat diambil kembali.",
        lembar_isian,
        per_jabatan=True,
        isian=True,
    ),
)

JENIS_LAPORAN: Mapping[str, Laporan] = MappingProxyType({satu.jenis: satu for satu in _SEMUA})
"""Every kind of report by its name, in the order in which an office needs them."""


def susun_laporan(
    jenis: str,
    snapshot: Snapshot,
    *,
    triwulan: Periode,
    jabatan_id: int | None = None,
    tanggal: date | None = None,
    tempat: str | None = None,
    penjelasan: bool = False,
    grafik: bool = False,
    lalu: tuple[Snapshot, ...] = (),
) -> tuple[Bagian, ...]:
    """The contents of a report, for paper and workbook alike; as ``compose_laporan``."""
    laporan = JENIS_LAPORAN[jenis]
    periode = triwulan if laporan.bertriwulan else None
    dari = jabatan_id if laporan.satu_jabatan else None
    bahan = siapkan(
        snapshot, periode, dari, tanggal=tanggal, tempat=tempat,
        penjelasan=penjelasan, grafik=grafik, lalu=lalu,
    )  # fmt: skip
    return laporan.susun(bahan) or (_kosong(bahan, laporan),)


def _kosong(bahan: Bahan, laporan: Laporan) -> Bagian:
    """A report of each jabatan of an office that has none."""
    judul = kepala_laporan(bahan, laporan.judul.upper(), berperiode=laporan.bertriwulan)
    return Bagian(laporan.judul, judul, (), (), catatan=(BELUM_ADA_JABATAN,))


def compose_laporan(
    jenis: str,
    snapshot: Snapshot,
    *,
    triwulan: Periode,
    jabatan_id: int | None = None,
    tanggal: date | None = None,
    tempat: str | None = None,
    penjelasan: bool = False,
    grafik: bool = False,
    lalu: tuple[Snapshot, ...] = (),
) -> Naskah:
    """A report ready for any pen.

    ``triwulan`` (1–4) asks for a quarter: later ones stay blank; ``None`` is the year.  ``jabatan_id``
    picks one jabatan where the kind knows one; ``tanggal`` is the day of signing, ``None`` leaves room
    to write it; ``tempat`` is the place, else the decision's or the office's name.  ``lalu`` are the
    office's documents of the years before, for a kind that looks at them (``berlalu``).

    Raises
    ------
    KeyError
        where there is no such kind of report.
    IkiError
        where the document has no such jabatan.
    """
    laporan = JENIS_LAPORAN[jenis]
    bagian = susun_laporan(
        jenis, snapshot, triwulan=triwulan, jabatan_id=jabatan_id,
        tanggal=tanggal, tempat=tempat, penjelasan=penjelasan, grafik=grafik, lalu=lalu,
    )  # fmt: skip
    halaman = halaman_laporan(tata_halaman(snapshot.dokumen.tata_letak), kecil=laporan.kecil)
    nama = kecamatan(snapshot.kecamatan)
    return Naskah(
        judul=f"{laporan.judul} {nama} {snapshot.dokumen.tahun}",
        penulis=nama,
        perihal=laporan.judul,
        halaman=halaman,
        lembaran=(lembaran_laporan(bagian, halaman, mendatar=laporan.mendatar),),
        temuan=compose_lambang(snapshot.kecamatan)[1] if any(b.pembuka for b in bagian) else (),
    )
