"""What bears a person's figures out: the files that were named, and the ticked items of checklists."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.formulasi_bersama import nama_butir
from iki_desktop.core.records import Centang
from iki_desktop.core.snapshot import FormulasiUtuh
from iki_desktop.core.triwulan import ROMAWI, triwulan_periode
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import INDIKATOR, NO, TIADA
from iki_desktop.naskah.laporan.rangka import kepala_laporan
from iki_desktop.naskah.tanggal import tanggal_panjang

__all__ = ["lampiran_individu"]

_TRIWULAN = Kolom("Triwulan", Peran.SATUAN)
_KOLOM_BUKTI = (NO, INDIKATOR, _TRIWULAN, Kolom("Bukti Dukung", Peran.URAIAN))
_KOLOM_CENTANG = (
    NO, INDIKATOR, _TRIWULAN, Kolom("Yang Selesai", Peran.URAIAN),
    Kolom("Tanggal", Peran.KATEGORI), Kolom("Catatan", Peran.URAIAN),
)  # fmt: skip


def lampiran_individu(bahan: Bahan, jabatan: JabatanTerhitung) -> tuple[Bagian, ...]:
    """The annexes of a person's report; none where nothing was named and nothing ticked."""
    semua = (
        ("Bukti dukung", "LAMPIRAN: BUKTI DUKUNG", _KOLOM_BUKTI, tuple(_bukti(bahan, jabatan))),
        ("Daftar periksa", "LAMPIRAN: DAFTAR PERIKSA", _KOLOM_CENTANG, tuple(_centang(bahan, jabatan))),
    )
    nama = jabatan.utuh.jabatan.nama
    return tuple(
        Bagian(f"{sebutan} {nama}", kepala_laporan(bahan, judul), kolom, baris, (("Jabatan", nama),))
        for sebutan, judul, kolom, baris in semua
        if baris
    )


def _bukti(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    """A row for each indicator, beside it its quarters, beside these the names of the files."""
    berisi = [(satu, tuple(_bukti_triwulan(bahan, satu))) for satu in jabatan.indikator]
    ada = ((satu, baris) for satu, baris in berisi if baris)
    for nomor, (satu, baris) in enumerate(ada, 1):
        yield Baris((str(nomor), satu.utuh.indikator.teks), baris)


def _bukti_triwulan(bahan: Bahan, satu: IndikatorTerhitung) -> Iterator[Baris]:
    for triwulan in triwulan_periode(bahan.periode):
        isian = (f.realisasi[triwulan - 1] for f in satu.utuh.formulasi)
        nama = dict.fromkeys(b.nama for r in isian if r is not None for b in r.bukti or ())
        if nama:
            yield Baris((ROMAWI[triwulan - 1],), tuple(Baris((teks,)) for teks in nama))


def _centang(bahan: Bahan, jabatan: JabatanTerhitung) -> Iterator[Baris]:
    """A row for each indicator, beside it its quarters, beside these the items that are done."""
    berisi = [(satu, tuple(_centang_triwulan(bahan, satu))) for satu in jabatan.indikator]
    ada = ((satu, baris) for satu, baris in berisi if baris)
    for nomor, (satu, baris) in enumerate(ada, 1):
        yield Baris((str(nomor), satu.utuh.indikator.teks), baris)


def _centang_triwulan(bahan: Bahan, satu: IndikatorTerhitung) -> Iterator[Baris]:
    for triwulan in triwulan_periode(bahan.periode):
        for formulasi in satu.utuh.formulasi:
            isian = formulasi.realisasi[triwulan - 1]
            if isian is not None and isian.centang:
                yield Baris(
                    (f"{ROMAWI[triwulan - 1]}\n{_banyak(formulasi, isian.centang)}",),
                    tuple(_butir(satu_centang) for satu_centang in isian.centang),
                )


def _banyak(formulasi: FormulasiUtuh, centang: tuple[Centang, ...]) -> str:
    """``4 dari 5``: how many of the items are done."""
    return f"{len(centang)} dari {len(nama_butir(formulasi.formulasi.butir))}"


def _butir(centang: Centang) -> Baris:
    hari = tanggal_panjang(centang.tanggal) if centang.tanggal else TIADA
    return Baris((centang.butir, hari, centang.catatan))
