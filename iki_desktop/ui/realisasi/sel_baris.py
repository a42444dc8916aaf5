"""What stands in the cells of a row.

Figures come from a ``Sumber``: the workspace as it is, or as it would be with one entry changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from iki_desktop.core.angka import format_angka, teks_sunting
from iki_desktop.core.formulasi import isi, masukan
from iki_desktop.core.formulasi_bersama import nama_butir
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, JenisFormulasi, Node, Realisasi, Sasaran
from iki_desktop.core.triwulan import Periode, Sampai
from iki_desktop.ui.realisasi.baris import Baris, JenisBaris
from iki_desktop.ui.realisasi.bersama import sama_dengan
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.sel import CATATAN, KOSONG, Gaya, KunciSel, Sel, teks_formulasi, teks_sel
from iki_desktop.ui.realisasi.sel_hasil import sel_capaian, sel_hasil, sel_hitungan, sel_kategori, sel_sampai
from iki_desktop.ui.realisasi.sumber import Sumber

__all__ = ["isi_baris"]

_SATU_KATA = {"pembilang": "pembilang", "penyebut": "penyebut", "nilai": "nilai"}


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
        JenisKolom.CAPAIAN: sel_capaian(hasil.capaian, aturan),
        JenisKolom.KATEGORI: sel_kategori(hasil, aturan),
    }
    if hasil.capaian is None and hasil.sebab:
        sel[JenisKolom.KATEGORI] = Sel(teks_sel(hasil.sebab), Gaya.KETERANGAN)
    if (sampai := _sampai(kolom, periode)) is not None:
        sel[JenisKolom.CAPAIAN_SAMPAI] = sel_capaian(sumber.hasil(node.id, sampai).capaian, aturan)
    return tuple(sel.get(k.jenis, KOSONG) for k in kolom)


def _sampai(kolom: Sequence[Kolom], periode: Periode) -> Sampai | None:
    """The year up to the quarter, where its columns are shown."""
    ada = any(k.jenis is JenisKolom.CAPAIAN_SAMPAI for k in kolom)
    return Sampai(periode) if ada and isinstance(periode, int) else None


# --- indicators and formulas ------------------------------------------------------------------


def _isi_indikator(
    sumber: Sumber, indikator: Indikator, kolom: Sequence[Kolom], periode: Periode
) -> tuple[Sel, ...]:
    hasil = sumber.hasil_indikator(indikator.id, periode)
    formulasi, aturan = sumber.arsip.formulasi(indikator.id), sumber.aturan(indikator.id)
    sel = sel_hasil(indikator, hasil, formulasi, aturan)
    if (sampai := _sampai(kolom, periode)) is not None:
        sel |= sel_sampai(indikator, sumber.hasil_indikator(indikator.id, sampai), formulasi, aturan)
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
        sel, teks = sel_hasil(indikator, hasil, [formulasi], aturan), indikator.teks
        if (sampai := _sampai(kolom, periode)) is not None:
            sel |= sel_sampai(indikator, sumber.hasil_indikator(indikator.id, sampai), [formulasi], aturan)
    else:
        nomor = sumber.arsip.anak_id(indikator.id).index(formulasi.id)
        sel = sel_hitungan(indikator, formulasi, hasil, nomor, aturan)
        teks = teks_formulasi(formulasi)
    berupa_kata = formulasi.jenis is JenisFormulasi.TEKS
    if berupa_kata:
        sel[JenisKolom.KATEGORI] = Sel("tidak dihitung", Gaya.KETERANGAN)
    teks = teks_sel(teks)
    gaya = Gaya.URAIAN if tunggal and not berupa_kata else Gaya.URAIAN_REDUP
    sel[JenisKolom.URAIAN] = Sel(teks, gaya, salin=teks, bawah=teks_sel(sama_dengan(sumber.arsip, formulasi)))
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
                hasil[nomor] = _satu_isian(sumber, formulasi, kunci, daftar[k.slot].label)
            else:
                hasil[nomor] = _sel_tetap(formulasi, k.slot, len(daftar))
        elif k.jenis is JenisKolom.CATATAN:
            hasil[nomor] = _sel_catatan(sumber, formulasi, k.triwulan) if daftar else KOSONG
    return hasil


def _satu_isian(sumber: Sumber, formulasi: Formulasi, kunci: KunciSel, label: str) -> Sel:
    realisasi = sumber.realisasi(kunci.formulasi_id, kunci.triwulan)
    nilai = isi(realisasi, kunci.kunci)
    petunjuk = _petunjuk(formulasi, kunci, label)
    bawah = _bawah(formulasi, realisasi)
    if nilai is None:
        usulan = sumber.usulan(kunci)
        return Sel("", Gaya.ISIAN, petunjuk=petunjuk, kunci=kunci, usulan=usulan)
    salin = teks_sunting(nilai)
    return Sel(format_angka(nilai), Gaya.ISIAN, salin=salin, petunjuk=petunjuk, kunci=kunci, bawah=bawah)


def _petunjuk(formulasi: Formulasi, kunci: KunciSel, label: str) -> str:
    """What belongs in the cell, in a word or two."""
    if formulasi.jenis is JenisFormulasi.SKM:
        return teks_sel(label).partition(" ")[0]
    if formulasi.jenis is JenisFormulasi.JUMLAH and formulasi.butir:
        return "centang (F4)"
    return _SATU_KATA.get(kunci.kunci) or teks_sel(label)


def _bawah(formulasi: Formulasi, realisasi: Realisasi | None) -> str:
    """Of how many items the number is the count, where it was ticked."""
    dicentang = realisasi is not None and realisasi.centang
    return f"dari {len(nama_butir(formulasi.butir))} butir" if dicentang else ""


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
    return Sel(teks_sel(catatan), Gaya.CATATAN, salin=catatan, kunci=kunci, bawah=_lampiran(realisasi))


def _lampiran(realisasi: Realisasi | None) -> str:
    """What else there is about an entry: ``kendala · 2 bukti``."""
    if realisasi is None:
        return ""
    ada = [
        "kendala" if realisasi.kendala else "",
        "tindak lanjut" if realisasi.tindak_lanjut else "",
        f"{len(realisasi.bukti)} bukti" if realisasi.bukti else "",
    ]
    return " · ".join(a for a in ada if a)
