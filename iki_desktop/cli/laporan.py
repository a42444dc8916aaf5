"""The figures of a document as an object for programs, and as lines for people."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from iki_desktop.cli import satu_baris
from iki_desktop.core.angka import MAKSIMUM_DIGIT, bulatkan, format_angka
from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.snapshot import HasilDokumen, HasilJabatan, IndikatorUtuh, JabatanUtuh, Snapshot
from iki_desktop.core.triwulan import Periode, Sampai, nama_periode

__all__ = ["sebagai_objek", "sebagai_tabel"]

_TAK_BERUJUNG = Context(prec=28, rounding=ROUND_HALF_UP)
"""For figures that a division left without an end; whatever was entered is exact as it is."""


def sebagai_objek(snapshot: Snapshot, hasil: HasilDokumen) -> dict[str, Any]:
    """Every computed figure; numbers are texts with all their digits, ``None`` where there is none."""
    return {
        "tahun": snapshot.dokumen.tahun,
        **_masa(hasil.periode),
        "kecamatan": {"nama": snapshot.kecamatan.nama, "capaian": _teks(hasil.hasil.capaian)},
        "jabatan": [_jabatan(u, h) for u, h in zip(snapshot.jabatan, hasil.jabatan, strict=True)],
    }


def _masa(periode: Periode) -> dict[str, int | None]:
    if isinstance(periode, Sampai):
        return {"triwulan": None, "sampai": periode.triwulan}
    return {"triwulan": periode}


def _jabatan(utuh: JabatanUtuh, hasil: HasilJabatan) -> dict[str, Any]:
    return {
        "nama": utuh.jabatan.nama,
        "capaian": _teks(hasil.hasil.capaian),
        "terisi": hasil.hasil.terisi,
        "jumlah": hasil.hasil.jumlah,
        "sasaran": [
            {
                "teks": s.sasaran.teks,
                "capaian": _teks(h.hasil.capaian),
                "indikator": [_indikator(i, n) for i, n in zip(s.indikator, h.indikator, strict=True)],
            }
            for s, h in zip(utuh.sasaran, hasil.sasaran, strict=True)
        ],
    }


def _indikator(utuh: IndikatorUtuh, hasil: HasilIndikator) -> dict[str, Any]:
    return {
        "teks": utuh.indikator.teks,
        "satuan": utuh.indikator.satuan,
        "target": _teks(hasil.target),
        "realisasi": _teks(hasil.realisasi),
        "capaian": _teks(hasil.capaian),
        "kategori": hasil.kategori,
        "formulasi": [
            {"jenis": f.formulasi.jenis.value, "realisasi": _teks(h.nilai)}
            for f, h in zip(utuh.formulasi, hasil.formulasi, strict=True)
        ],
    }


def _teks(angka: Decimal | None) -> str | None:
    """Plain digits: no exponent, no zeros that say nothing."""
    if angka is None:
        return None
    if len(angka.as_tuple().digits) > MAKSIMUM_DIGIT:
        angka = _TAK_BERUJUNG.plus(angka)
    teks = f"{angka:f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


# --- for people -----------------------------------------------------------------------------

_KOLOM = (("Target", 12), ("Realisasi", 12), ("Capaian", 11), ("Kategori", 15))


def sebagai_tabel(snapshot: Snapshot, hasil: HasilDokumen) -> Iterator[str]:
    """The figures as lines that fit the terminal, rounded as the document has it."""
    lebar = max(84, min(shutil.get_terminal_size((100, 24)).columns, 132))
    teks = lebar - sum(n + 1 for _, n in _KOLOM)
    office = snapshot.kecamatan
    yield satu_baris(f"Kecamatan {office.nama}, {office.jenis_daerah} {office.nama_daerah}")
    yield f"Tahun {snapshot.dokumen.tahun}, {nama_periode(hasil.periode)}"
    yield f"Capaian: {_ringkas(hasil.hasil, snapshot.aturan)}"
    for utuh, h in zip(snapshot.jabatan, hasil.jabatan, strict=True):
        yield ""
        yield from textwrap.wrap(satu_baris(utuh.jabatan.nama), lebar)
        yield f"Capaian: {_ringkas(h.hasil, snapshot.aturan)}"
        yield _baris("  Indikator", [judul for judul, _ in _KOLOM], teks)
        for s, hs in zip(utuh.sasaran, h.sasaran, strict=True):
            for i, n in zip(s.indikator, hs.indikator, strict=True):
                yield from _baris_indikator(i, n, snapshot.aturan, teks)


def _ringkas(hasil: HasilInduk, aturan: Aturan) -> str:
    isian = f"terisi {hasil.terisi} dari {hasil.jumlah}"
    if hasil.capaian is None:
        return f"belum ada, {isian}"
    return f"{aturan.persen(hasil.capaian)} ({hasil.kategori or 'tanpa kategori'}), {isian}"


def _baris_indikator(utuh: IndikatorUtuh, hasil: HasilIndikator, aturan: Aturan, lebar: int) -> Iterator[str]:
    potongan = textwrap.wrap(satu_baris(utuh.indikator.teks), lebar - 2) or [""]
    if hasil.sebab:
        potongan += textwrap.wrap(f"({satu_baris(hasil.sebab)})", lebar - 2)
    sel = [_angka(hasil.target), _angka(hasil.realisasi), "–", ""]
    if hasil.capaian is not None:
        sel[2:] = [aturan.persen(hasil.capaian), satu_baris(hasil.kategori or "")]
    yield _baris(f"  {potongan[0]}", sel, lebar)
    yield from (f"  {lanjutan}" for lanjutan in potongan[1:])


def _baris(kiri: str, sel: list[str], lebar: int) -> str:
    kanan = [f"{isi:>{n}}" for isi, (_, n) in zip(sel[:3], _KOLOM, strict=False)]
    return f"{kiri:<{lebar}} {' '.join(kanan)} {sel[3]}".rstrip()


def _angka(angka: Decimal | None) -> str:
    return "–" if angka is None else format_angka(bulatkan(angka, 2))
