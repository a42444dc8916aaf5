"""The columns of a table of IKU: what stands in a cell, and a row with another text in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Iku, IkuBaris
from iki_desktop.core.rules import bersihkan_teks

__all__ = [
    "BIDANG_PILIHAN",
    "Kolom",
    "baca_tahun",
    "bidang_terisi",
    "dengan_judul",
    "dengan_sel",
    "isi_sel",
    "judul_bawaan",
    "susun_kolom",
    "tahun_target",
    "tanpa_tahun",
    "tulis_tahun",
]

_TARGET = "target"
_WAJIB = {"sasaran": "Sasaran", "indikator": "Indikator"}

_JUDUL = {
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "indikator": "Indikator Kinerja Utama",
    "formulasi": "Penjelasan/Formulasi Penghitungan",
    "sumber_data": "Sumber Data",
    "penanggung_jawab": "Penanggung Jawab",
    _TARGET: "Target",
}
"""The printed headings where a table gives none, in the order of printing."""

BIDANG_PILIHAN = ("tujuan", "formulasi", "sumber_data", "penanggung_jawab")
"""What a table may do without."""

_RENTANG = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_RENTANG_TERPANJANG = 20


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: a field of the row, or the target of one year."""

    bidang: str
    tahun: str = ""


def judul_bawaan(bidang: str) -> str:
    """The heading of a field where the table gives none."""
    return _JUDUL[bidang]


def bidang_terisi(iku: Iku) -> set[str]:
    """The optional fields in which something is written."""
    return {b for b in BIDANG_PILIHAN if any(getattr(baris, b) for baris in iku.baris)}


def tahun_target(iku: Iku) -> list[str]:
    """The years for which any row has a target, as they are printed."""
    return sorted({tahun for baris in iku.baris for tahun, _ in baris.target or ()})


def susun_kolom(bidang: set[str], tahun: Sequence[str]) -> list[Kolom]:
    """The columns in the order of printing."""
    ada = bidang | set(_WAJIB)
    return [Kolom(b) for b in _JUDUL if b in ada] + [Kolom(_TARGET, t) for t in tahun]


def isi_sel(baris: IkuBaris, kolom: Kolom) -> str:
    """What is written in a cell."""
    if kolom.bidang == _TARGET:
        return dict(baris.target or ()).get(kolom.tahun, "")
    return getattr(baris, kolom.bidang) or ""


def dengan_sel(baris: IkuBaris, kolom: Kolom, teks: str) -> IkuBaris:
    """The row with another text in one cell; emptied, it is not given.

    Raises
    ------
    RuleError
        where a row would be without sasaran or indikator.
    """
    teks = bersihkan_teks(teks)
    if teks == isi_sel(baris, kolom):
        return baris
    if kolom.bidang == _TARGET:
        return replace(baris, target=_dengan_target(baris, kolom.tahun, teks))
    if not teks and kolom.bidang in _WAJIB:
        raise RuleError(f"{_WAJIB[kolom.bidang]} belum diisi.", "Isi kembali, atau hapus barisnya.")
    lain: dict[str, Any] = {kolom.bidang: teks or None}
    return replace(baris, **lain)


def _dengan_target(baris: IkuBaris, tahun: str, teks: str) -> tuple[tuple[str, str], ...] | None:
    target = dict(baris.target or ())
    if tahun in target or not teks:
        target[tahun] = teks
    else:
        lebih = [t for t in target if t > tahun]
        urut = list(target.items())
        urut.insert(list(target).index(lebih[0]) if lebih else len(urut), (tahun, teks))
        target = dict(urut)
    return tuple((t, isi) for t, isi in target.items() if t != tahun or teks) or None


def tanpa_tahun(iku: Iku, tahun: set[str]) -> Iku:
    """The table without the targets of those years."""
    return replace(iku, baris=tuple(_tanpa_tahun(b, tahun) for b in iku.baris))


def _tanpa_tahun(baris: IkuBaris, tahun: set[str]) -> IkuBaris:
    if not any(t in tahun for t, _ in baris.target or ()):
        return baris
    return replace(baris, target=tuple(p for p in baris.target or () if p[0] not in tahun) or None)


def dengan_judul(iku: Iku, bidang: str, teks: str) -> Iku:
    """The table with another heading over a field; emptied, or as usual, it is not given."""
    judul = dict(iku.judul_kolom or ())
    teks = bersihkan_teks(teks)
    if teks == judul.get(bidang, judul_bawaan(bidang)):
        return iku
    if teks and teks != judul_bawaan(bidang):
        judul[bidang] = teks
    elif judul.pop(bidang, None) is None:
        return iku
    return replace(iku, judul_kolom=tuple(judul.items()) or None)


def baca_tahun(teks: str) -> list[str]:
    """Years as they are typed: ``2025, 2026`` or ``2021-2026``; other words stay as they are."""
    hasil: list[str] = []
    for bagian in re.split(r"[,;\n]", bersihkan_teks(teks)):
        rentang = _RENTANG.fullmatch(bagian.strip())
        if rentang is None:
            hasil.append(bagian.strip())
            continue
        awal, akhir = int(rentang[1]), int(rentang[2])
        if not awal <= akhir < awal + _RENTANG_TERPANJANG:
            raise RuleError(f"Rentang {bagian.strip()} tidak dapat dibaca.", "Tulis tahunnya satu per satu.")
        hasil += [str(tahun) for tahun in range(awal, akhir + 1)]
    return sorted({t for t in hasil if t})


def tulis_tahun(tahun: Sequence[str]) -> str:
    """Years as they are typed."""
    return ", ".join(tahun)
