"""The matrix of changes: what stood in one version of a document, and what stands in another."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.beda_kata import Cara, Potongan, beda_kata
from iki_desktop.core.perbandingan_naskah import BagianBeda, Beda, PerbandinganNaskah
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import Kolom, Naskah, Peran
from iki_desktop.naskah.identitas import daerah, kecamatan
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.lembar import halaman_laporan, lembaran_laporan
from iki_desktop.naskah.laporan.rangka import baris_judul, baris_kosong
from iki_desktop.naskah.tata_halaman import tata_halaman

__all__ = ["BUKA", "JUDUL_MATRIKS", "TUTUP", "compose_matriks", "susun_matriks"]

JUDUL_MATRIKS = "Perbandingan versi"

BUKA = {Cara.DIHAPUS: "[−", Cara.DITAMBAH: "[+"}
TUTUP = {Cara.DIHAPUS: "−]", Cara.DITAMBAH: "+]"}
"""The signs around words that went, or came: they are read aloud, copied, and seen without colour."""

_SAMA_TERENDAH = 0.3
"""Two texts with less in common than that stand beside each other without marks."""

_KOLOM = (
    Kolom("No", Peran.NOMOR),
    Kolom("Ketentuan", Peran.SASARAN),
    Kolom("Semula", Peran.URAIAN),
    Kolom("Menjadi", Peran.URAIAN),
    Kolom("Keterangan", Peran.KATEGORI),
)

_KETERANGAN = {Cara.DITAMBAH: "jabatan ini ditambahkan", Cara.DIHAPUS: "jabatan ini dihapus"}


def susun_matriks(
    beda: PerbandinganNaskah, snapshot: Snapshot, *, semula: str, menjadi: str
) -> tuple[Bagian, ...]:
    """The matrix as a table; ``semula`` and ``menjadi`` say which versions these are."""
    office = f"{kecamatan(snapshot.kecamatan)} {daerah(snapshot.kecamatan)}".upper()
    return (
        Bagian(
            nama="Matriks perubahan",
            judul=("MATRIKS PERUBAHAN NASKAH", office, f"TAHUN {snapshot.dokumen.tahun}"),
            kolom=_KOLOM,
            baris=tuple(_baris(beda)) or (baris_kosong("Kedua naskah sama.", len(_KOLOM)),),
            kepala=(("Semula", semula), ("Menjadi", menjadi)),
            catatan=("Tanda [− −] mengapit kata yang dihapus, [+ +] kata yang ditambahkan.",),
        ),
    )


def compose_matriks(beda: PerbandinganNaskah, snapshot: Snapshot, *, semula: str, menjadi: str) -> Naskah:
    """The matrix ready for any pen, across the paper in small type."""
    bagian = susun_matriks(beda, snapshot, semula=semula, menjadi=menjadi)
    halaman = halaman_laporan(tata_halaman(snapshot.dokumen.tata_letak), kecil=True)
    nama = kecamatan(snapshot.kecamatan)
    return Naskah(
        judul=f"{JUDUL_MATRIKS} {nama} {snapshot.dokumen.tahun}",
        penulis=nama,
        perihal=JUDUL_MATRIKS,
        halaman=halaman,
        lembaran=(lembaran_laporan(bagian, halaman, mendatar=True),),
    )


def _baris(beda: PerbandinganNaskah) -> Iterator[Baris]:
    nomor = 0
    for bagian in beda.bagian:
        yield baris_judul(_judul(bagian), len(_KOLOM))
        for satu in bagian.beda:
            nomor += 1
            semula, menjadi = _bertanda(satu)
            yield Baris((str(nomor), satu.tempat, semula, menjadi, satu.cara.value))


def _judul(bagian: BagianBeda) -> str:
    nama = f"Jabatan {bagian.nama}" if bagian.jabatan else bagian.nama
    kata = _KETERANGAN.get(bagian.cara)
    return f"{nama} ({kata})" if kata else nama


def _bertanda(beda: Beda) -> tuple[str, str]:
    """Both texts with their words marked, where they have enough in common for marks to say something."""
    potongan = beda_kata(beda.semula, beda.menjadi)
    sama = sum(len(p.teks) for p in potongan if p.cara is Cara.SAMA)
    if 2 * sama < _SAMA_TERENDAH * (len(beda.semula) + len(beda.menjadi)):
        return beda.semula, beda.menjadi
    return _teks(potongan, Cara.DITAMBAH), _teks(potongan, Cara.DIHAPUS)


def _teks(potongan: tuple[Potongan, ...], tanpa: Cara) -> str:
    return "".join(_satu(p) for p in potongan if p.cara is not tanpa)


def _satu(potongan: Potongan) -> str:
    if potongan.cara is Cara.SAMA:
        return potongan.teks
    sebelum, inti, sesudah = potongan.bertepi
    return f"{sebelum}{BUKA[potongan.cara]}{inti}{TUTUP[potongan.cara]}{sesudah}"
