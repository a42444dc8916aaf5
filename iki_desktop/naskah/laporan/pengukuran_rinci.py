"""Pengukuran kinerja triwulan with a row for each quarter of an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN, Sampai, nama_periode, nama_tw
from iki_desktop.naskah.blok import Kolom, Peran
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan import sel
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung, Masa
from iki_desktop.naskah.laporan.isi import Bagian, Baris
from iki_desktop.naskah.laporan.kata import RATA_RATA, TARGET_TAHUN
from iki_desktop.naskah.laporan.kemajuan import TerhadapTahun
from iki_desktop.naskah.laporan.lajur import (
    DEPAN,
    Hasil,
    Lajur,
    isi_baris,
    kolom_lajur,
    lajur_depan,
    lajur_kata,
)
from iki_desktop.naskah.laporan.pengukuran import bagian_pengukuran
from iki_desktop.naskah.laporan.rangka import per_jabatan, per_sasaran

__all__ = ["menurun"]

_RINCIAN = "Rincian Capaian"
_KETERANGAN = Kolom("Keterangan", Peran.URAIAN)
_TERHADAP = "terhadap setahun"


def menurun(bahan: Bahan) -> tuple[Bagian, ...]:
    """Target, realisasi, capaian and what was said to them: one row for each quarter of an indicator."""
    tabel = _Rincian(bahan)
    baris = per_jabatan(bahan, len(tabel.kolom), tabel.jabatan)
    return (bagian_pengukuran(bahan, tabel.kolom, (*baris, *tabel.kecamatan())),)


class _Rincian:
    """The rows of the table: an indicator, beside it its quarters."""

    def __init__(self, bahan: Bahan) -> None:
        self._bahan = bahan
        target = Lajur(TARGET_TAHUN, lambda satu: sel.target_tahun(satu, bahan.aturan))
        self._depan = (*lajur_depan(bahan), target)
        self._kata = lajur_kata(bahan, _KETERANGAN)
        self.kolom = (
            *DEPAN,
            *kolom_lajur(self._depan),
            Kolom("Triwulan", Peran.SATUAN, _RINCIAN),
            *(Kolom(judul, Peran.ANGKA, _RINCIAN) for judul in ("Target", "Realisasi", "Capaian (%)")),
            *(Kolom(k.judul, k.peran, _RINCIAN) for k, _ in self._kata),
        )

    def jabatan(self, jabatan: JabatanTerhitung) -> Iterator[Baris]:
        """The rows of a jabatan and their means."""
        yield from per_sasaran(self._bahan, jabatan, self._indikator)
        if jabatan.sasaran:
            yield from self._rata(jabatan.hasil, "")

    def kecamatan(self) -> Iterator[Baris]:
        """The means of the office, in a report of it all."""
        if self._bahan.jabatan and not self._bahan.tunggal:
            yield from self._rata(self._bahan.hasil, f" {kecamatan(self._bahan.office)}")

    def _indikator(self, satu: IndikatorTerhitung) -> Baris:
        baris = isi_baris(self._depan, satu)
        return Baris(baris.sel, tuple(self._masa(satu, masa) for masa in _semua_masa(self._bahan)))

    def _masa(self, satu: IndikatorTerhitung, masa: Masa) -> Baris:
        """A quarter after the one reported has its target alone."""
        aturan = self._bahan.aturan
        awal = (_nama(masa), sel.target(satu, masa, aturan))
        if isinstance(masa, int) and not self._bahan.termasuk(masa):
            return Baris((*awal, None, None, *(None for _ in self._kata)))
        kata = (sel.kata(satu, b, masa) if isinstance(masa, int) else None for _, b in self._kata)
        return Baris((*awal, sel.realisasi(satu, masa, aturan), sel.capaian(satu.hasil[masa], aturan), *kata))

    def _rata(self, hasil: Hasil, milik: str) -> Iterator[Baris]:
        """A mean for the period, and up to a quarter also one against the year's targets."""
        periode = self._bahan.periode
        semua: list[tuple[Masa, str]] = [(periode, nama_tw(periode))]
        if isinstance(periode, Sampai):
            semua.append((TerhadapTahun(periode.triwulan), "terhadap target setahun"))
        rentang = len(self.kolom) - len(self._kata) - 1
        for masa, nama in semua:
            nilai = sel.capaian(hasil[masa], self._bahan.aturan)
            sesudah = ("" for _ in self._kata)
            yield Baris((f"{RATA_RATA} {nama}{milik}", nilai, *sesudah), rentang=rentang, tebal=True)


def _semua_masa(bahan: Bahan) -> tuple[Masa, ...]:
    """Of a quarter and of the year all four quarters, so that the plan is seen whole."""
    match bahan.periode:
        case None:
            return (*SEMUA_TRIWULAN, None)
        case Sampai(triwulan):
            return (*SEMUA_TRIWULAN[:triwulan], bahan.periode, TerhadapTahun(triwulan))
        case _:
            return SEMUA_TRIWULAN


def _nama(masa: Masa) -> str:
    match masa:
        case TerhadapTahun():
            return _TERHADAP
        case Sampai(triwulan):
            return f"s.d. {ROMAWI[triwulan - 1]}"
        case None:
            return nama_periode(None)
        case triwulan:
            return ROMAWI[triwulan - 1]
