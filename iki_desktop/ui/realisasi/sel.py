"""What stands in the cells of a row, as text that is ready to be painted.

Figures come from a ``Sumber``: the workspace as it is, or as it would be with one entry changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from iki_desktop.core.angka import format_angka, teks_sunting
from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import Hitungan, isi, masukan
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, JenisFormulasi, Node, Sasaran
from iki_desktop.core.triwulan import Periode
from iki_desktop.ui.realisasi.baris import Baris, JenisBaris
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.sumber import Sumber

__all__ = [
    "CATATAN",
    "KOSONG",
    "Gaya",
    "KunciSel",
    "Sel",
    "isi_baris",
    "kunci_sel",
    "teks_formulasi",
    "teks_sel",
]

CATATAN = "catatan"
"""The key under which the note of a formula in a quarter is edited."""

_SATU_KATA = {"pembilang": "pembilang", "penyebut": "penyebut", "nilai": "nilai"}
_PANJANG_TAMPIL = 400


class Gaya(IntEnum):
    """How a cell looks."""

    KOSONG = 0
    KELOMPOK = 1
    URAIAN = 2
    ISIAN = 3
    TERHITUNG = 4
    TETAP = 5
    KETERANGAN = 6
    KATEGORI = 7
    CATATAN = 8
    URAIAN_REDUP = 9


@dataclass(frozen=True, slots=True)
class KunciSel:
    """A cell that can be edited, whichever row and column it stands in."""

    formulasi_id: int
    triwulan: int
    kunci: str


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: its text, unit and look; ``salin`` is what the clipboard gets.

    ``kelas`` is the place of the class of capaian in its scale and the length of the scale.
    ``petunjuk`` stands in grey where nothing was entered.
    """

    teks: str = ""
    gaya: Gaya = Gaya.KOSONG
    satuan: str = ""
    petunjuk: str = ""
    salin: str = ""
    kelas: tuple[int, int] | None = None
    kunci: KunciSel | None = None


KOSONG = Sel()


def kunci_sel(formulasi: Formulasi, kolom: Kolom) -> KunciSel | None:
    """What can be entered for a formula in a column; ``None`` where nothing can."""
    daftar = masukan(formulasi)
    if kolom.jenis is JenisKolom.CATATAN and daftar:
        return KunciSel(formulasi.id, kolom.triwulan, CATATAN)
    if kolom.jenis is JenisKolom.ISIAN and kolom.slot < len(daftar):
        return KunciSel(formulasi.id, kolom.triwulan, daftar[kolom.slot].kunci)
    return None


def teks_sel(teks: str) -> str:
    """A text on one line, cut to what a cell could ever show."""
    return satu_baris(teks[: _PANJANG_TAMPIL * 2])[:_PANJANG_TAMPIL]


def teks_formulasi(formulasi: Formulasi) -> str:
    """A formula in words: its own, or made from its parts."""
    if formulasi.teks:
        return formulasi.teks
    if formulasi.pembilang:
        bawah = formulasi.penyebut or (
            teks_sunting(formulasi.penyebut_tetap) if formulasi.penyebut_tetap is not None else ""
        )
        tanda = "−" if formulasi.jenis is JenisFormulasi.SELISIH else "÷"
        return f"{formulasi.pembilang} {tanda} {bawah}" if bawah else formulasi.pembilang
    return formulasi.rumus or "Formulasi"


def isi_baris(sumber: Sumber, baris: Baris, kolom: Sequence[Kolom], periode: Periode) -> tuple[Sel, ...]:
    """The cells of a row."""
    node = sumber.arsip[baris.id]
    if baris.jenis.kelompok:
        return _isi_kelompok(sumber, node, kolom, periode)
    if baris.jenis is JenisBaris.INDIKATOR:
        assert isinstance(node, Indikator)
        return _isi_indikator(sumber, node, kolom, periode)
    assert isinstance(node, Formulasi)
    return _isi_formulasi(sumber, node, baris.jenis is JenisBaris.TUNGGAL, kolom, periode)


def _mengapa_kosong(sumber: Sumber, node: Jabatan | Sasaran) -> str:
    """Why there is nothing to be filled in."""
    arsip = sumber.arsip
    sasaran = arsip.sasaran(node.id) if isinstance(node, Jabatan) else [node]
    indikator = [i for s in sasaran for i in arsip.indikator(s.id)]
    if not indikator:
        return "belum ada indikator"
    return "tidak dihitung" if any(arsip.formulasi(i.id) for i in indikator) else "belum ada formulasi"


# --- group rows -------------------------------------------------------------------------------


def _isi_kelompok(sumber: Sumber, node: Node, kolom: Sequence[Kolom], periode: Periode) -> tuple[Sel, ...]:
    assert isinstance(node, Jabatan | Sasaran)
    hasil = sumber.hasil(node.id, periode)
    aturan = sumber.aturan(node.id)
    nama = teks_sel(node.nama if isinstance(node, Jabatan) else node.teks)
    terisi = f"terisi {hasil.terisi} dari {hasil.jumlah}" if hasil.jumlah else _mengapa_kosong(sumber, node)
    sel = {
        JenisKolom.URAIAN: Sel(nama, Gaya.KELOMPOK, salin=nama),
        JenisKolom.REALISASI: Sel(terisi, Gaya.KETERANGAN, salin=terisi),
        JenisKolom.CAPAIAN: _sel_capaian(hasil.capaian, aturan),
        JenisKolom.KATEGORI: _sel_kategori(hasil, aturan),
    }
    return tuple(sel.get(k.jenis, KOSONG) for k in kolom)


# --- indicators and formulas ------------------------------------------------------------------


def _isi_indikator(
    sumber: Sumber, indikator: Indikator, kolom: Sequence[Kolom], periode: Periode
) -> tuple[Sel, ...]:
    hasil = sumber.hasil_indikator(indikator.id, periode)
    satuan = _satuan(indikator, sumber.arsip.formulasi(indikator.id))
    sel = _sel_hasil(indikator, hasil, satuan, sumber.aturan(indikator.id))
    teks = teks_sel(indikator.teks)
    sel[JenisKolom.URAIAN] = Sel(teks, Gaya.URAIAN, salin=teks)
    if not hasil.formulasi:
        sel[JenisKolom.KATEGORI] = Sel("belum ada formulasi", Gaya.KETERANGAN)
    return tuple(sel.get(k.jenis, KOSONG) for k in kolom)


def _isi_formulasi(
    sumber: Sumber, formulasi: Formulasi, tunggal: bool, kolom: Sequence[Kolom], periode: Periode
) -> tuple[Sel, ...]:
    indikator = sumber.arsip[formulasi.indikator_id]
    assert isinstance(indikator, Indikator)
    hasil = sumber.hasil_indikator(indikator.id, periode)
    aturan = sumber.aturan(indikator.id)
    if tunggal:
        sel, teks = _sel_hasil(indikator, hasil, _satuan(indikator, [formulasi]), aturan), indikator.teks
    else:
        nomor = sumber.arsip.anak_id(indikator.id).index(formulasi.id)
        sel = _sel_hitungan(indikator, formulasi, hasil.formulasi[nomor], aturan)
        teks = teks_formulasi(formulasi)
    berupa_kata = formulasi.jenis is JenisFormulasi.TEKS
    if berupa_kata:
        sel[JenisKolom.KATEGORI] = Sel("tidak dihitung", Gaya.KETERANGAN)
    teks = teks_sel(teks)
    gaya = Gaya.URAIAN if tunggal and not berupa_kata else Gaya.URAIAN_REDUP
    sel[JenisKolom.URAIAN] = Sel(teks, gaya, salin=teks)
    isian = _sel_isian(sumber, formulasi, kolom)
    return tuple(
        isian[n] if k.jenis in (JenisKolom.ISIAN, JenisKolom.CATATAN) else sel.get(k.jenis, KOSONG)
        for n, k in enumerate(kolom)
    )


def _sel_isian(sumber: Sumber, formulasi: Formulasi, kolom: Sequence[Kolom]) -> dict[int, Sel]:
    daftar = masukan(formulasi)
    hasil: dict[int, Sel] = {}
    for nomor, k in enumerate(kolom):
        if k.jenis is JenisKolom.ISIAN:
            if k.slot < len(daftar):
                kunci = KunciSel(formulasi.id, k.triwulan, daftar[k.slot].kunci)
                hasil[nomor] = _satu_isian(sumber, kunci, daftar[k.slot].label)
            else:
                hasil[nomor] = _sel_tetap(formulasi, k.slot, len(daftar))
        elif k.jenis is JenisKolom.CATATAN:
            hasil[nomor] = _sel_catatan(sumber, formulasi, k.triwulan) if daftar else KOSONG
    return hasil


def _satu_isian(sumber: Sumber, kunci: KunciSel, label: str) -> Sel:
    nilai = isi(sumber.realisasi(kunci.formulasi_id, kunci.triwulan), kunci.kunci)
    petunjuk = _SATU_KATA.get(kunci.kunci) or teks_sel(label)
    if nilai is None:
        return Sel("", Gaya.ISIAN, petunjuk=petunjuk, kunci=kunci)
    return Sel(format_angka(nilai), Gaya.ISIAN, salin=teks_sunting(nilai), petunjuk=petunjuk, kunci=kunci)


def _sel_tetap(formulasi: Formulasi, slot: int, banyak: int) -> Sel:
    if formulasi.penyebut_tetap is None or slot != banyak or not banyak:
        return KOSONG
    tanda = "−" if formulasi.jenis is JenisFormulasi.SELISIH else "÷"
    return Sel(
        f"{tanda} {format_angka(formulasi.penyebut_tetap)}",
        Gaya.TETAP,
        salin=teks_sunting(formulasi.penyebut_tetap),
    )


def _sel_catatan(sumber: Sumber, formulasi: Formulasi, triwulan: int) -> Sel:
    realisasi = sumber.realisasi(formulasi.id, triwulan)
    catatan = (realisasi.catatan if realisasi else None) or ""
    kunci = KunciSel(formulasi.id, triwulan, CATATAN)
    return Sel(teks_sel(catatan), Gaya.CATATAN, salin=catatan, kunci=kunci)


# --- figures ----------------------------------------------------------------------------------


def _satuan(indikator: Indikator, formulasi: Sequence[Formulasi]) -> str:
    """The indicator's unit; where none is given, a figure of ratios alone is in percent."""
    rasio = bool(formulasi) and all(f.jenis is JenisFormulasi.RASIO for f in formulasi)
    return indikator.satuan or ("%" if rasio else "")


def _sel_hasil(
    indikator: Indikator, hasil: HasilIndikator, satuan: str, aturan: Aturan
) -> dict[JenisKolom, Sel]:
    sel = {
        JenisKolom.REALISASI: _sel_angka(hasil.realisasi, satuan, aturan),
        JenisKolom.TARGET: _sel_target(indikator, hasil),
        JenisKolom.CAPAIAN: _sel_capaian(hasil.capaian, aturan),
        JenisKolom.KATEGORI: _sel_kategori(hasil, aturan),
    }
    if hasil.capaian is None and hasil.sebab:
        sel[JenisKolom.KATEGORI] = Sel(teks_sel(hasil.sebab), Gaya.KETERANGAN)
    return sel


def _sel_hitungan(
    indikator: Indikator, formulasi: Formulasi, hitungan: Hitungan, aturan: Aturan
) -> dict[JenisKolom, Sel]:
    satuan = "%" if formulasi.jenis is JenisFormulasi.RASIO else indikator.satuan or ""
    sel = {JenisKolom.REALISASI: _sel_angka(hitungan.nilai, satuan, aturan)}
    if hitungan.nilai is None and hitungan.sebab:
        sel[JenisKolom.KATEGORI] = Sel(teks_sel(hitungan.sebab), Gaya.KETERANGAN)
    return sel


def _sel_angka(nilai: Decimal | None, satuan: str, aturan: Aturan) -> Sel:
    if nilai is None:
        return Sel(gaya=Gaya.TERHITUNG)
    # A count or an index is shown as it was entered; only a percentage takes the document's decimals.
    tampil = aturan.tampil(nilai) if satuan == "%" else aturan.rapi(nilai)
    desimal = aturan.desimal if satuan == "%" else None
    return Sel(
        format_angka(tampil, desimal), Gaya.TERHITUNG, satuan=teks_sel(satuan), salin=teks_sunting(tampil)
    )


def _sel_target(indikator: Indikator, hasil: HasilIndikator) -> Sel:
    if hasil.target is not None:
        return Sel(format_angka(hasil.target), Gaya.TERHITUNG, salin=teks_sunting(hasil.target))
    teks = teks_sel(indikator.target.teks or "") if indikator.target else ""
    return Sel(teks, Gaya.KETERANGAN, salin=teks)


def _sel_capaian(capaian: Decimal | None, aturan: Aturan) -> Sel:
    if capaian is None:
        return Sel(gaya=Gaya.TERHITUNG)
    return Sel(aturan.persen(capaian), Gaya.TERHITUNG, salin=teks_sunting(aturan.tampil(capaian)))


def _sel_kategori(hasil: HasilIndikator | HasilInduk, aturan: Aturan) -> Sel:
    if hasil.kategori is None:
        return Sel(gaya=Gaya.KATEGORI)
    kelas = aturan.kelas(hasil.kategori)
    return Sel(teks_sel(hasil.kategori), Gaya.KATEGORI, kelas=kelas, salin=hasil.kategori)
