"""Cells in full words: for a screen reader, for a tooltip, for the strip below, for the editor."""

from __future__ import annotations

from iki_desktop.core.angka import format_angka, teks_sunting
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.formulasi import isi, masukan
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Sasaran
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.realisasi.baris import Baris, JenisBaris
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel, Sel, teks_formulasi, teks_sel
from iki_desktop.ui.tampilan import alat_polos

__all__ = ["bacakan", "keterangan_alat", "label_isian", "teks_sunting_sel", "uraian"]


def uraian(arsip: Arsip, baris: Baris) -> str:
    """What a row is about, in its own words, whole."""
    node = arsip[baris.id]
    match node:
        case Jabatan():
            return node.nama
        case Sasaran() | Indikator():
            return node.teks
        case Formulasi() if baris.jenis is JenisBaris.TUNGGAL:
            indikator = arsip[node.indikator_id]
            return indikator.teks if isinstance(indikator, Indikator) else ""
        case Formulasi():
            return teks_formulasi(node)
        case _:
            return ""


def label_isian(arsip: Arsip, kunci: KunciSel) -> str:
    """What is typed into a cell: ``Pembilang: Jumlah surat tanah yang telah diregister``."""
    if kunci.kunci == CATATAN:
        return "Catatan"
    formulasi = arsip[kunci.formulasi_id]
    assert isinstance(formulasi, Formulasi)
    label = next((m.label for m in masukan(formulasi) if m.kunci == kunci.kunci), "")
    nama = kunci.kunci.partition(":")[0].capitalize() if ":" not in kunci.kunci else ""
    return label if not nama or label == nama else f"{nama}: {label}"


def bacakan(arsip: Arsip, baris: Baris, kolom: Kolom, sel: Sel) -> str:
    """Label, value and unit of a cell, for those who do not see it."""
    awal = uraian(arsip, baris)
    if kolom.jenis is JenisKolom.URAIAN:
        return f"{baris.jenis.name.capitalize()}: {awal}" if baris.jenis.kelompok else awal
    nama = label_isian(arsip, sel.kunci) if sel.kunci else kolom.judul
    if kolom.triwulan:
        nama = f"{nama}, triwulan {ROMAWI[kolom.triwulan - 1]}"
    nilai = " ".join(t for t in (sel.teks, sel.satuan, sel.bawah) if t) or "kosong"
    if sel.usulan is not None:
        nilai = f"kosong, usulan {format_angka(sel.usulan)}"
    return f"{teks_sel(awal)}. {teks_sel(nama)}: {nilai}"


def keterangan_alat(arsip: Arsip, baris: Baris, kolom: Kolom, sel: Sel) -> str:
    """The tooltip: what the cell may have cut short, markup disarmed."""
    if kolom.jenis is JenisKolom.URAIAN:
        teks = "\n".join(t for t in (uraian(arsip, baris), sel.bawah) if t)
    elif kolom.jenis is JenisKolom.ISIAN:
        teks = label_isian(arsip, sel.kunci) if sel.kunci else ""
    else:
        teks = f"{sel.salin or sel.teks} {sel.satuan}".strip()
    return alat_polos(teks) if teks else ""


def teks_sunting_sel(arsip: Arsip, sel: Sel) -> str:
    """What stands in the editor when it opens: the whole number, or the whole note."""
    if sel.kunci is None:
        return sel.salin
    realisasi = arsip.realisasi(sel.kunci.formulasi_id, sel.kunci.triwulan)
    if sel.kunci.kunci == CATATAN:
        return (realisasi.catatan if realisasi else None) or ""
    nilai = isi(realisasi, sel.kunci.kunci)
    return "" if nilai is None else teks_sunting(nilai)
