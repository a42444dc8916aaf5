"""A formula in the words and signs of a printed table."""

from __future__ import annotations

import re

from iki_desktop.core.angka import format_angka
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.naskah.blok import Isi, Paragraf, Pecahan
from iki_desktop.naskah.daftar import bernomor
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["compose_formulasi"]

_AKHIRAN_RASIO = "× 100 %"
_KALIMAT_SKM = "Jumlah nilai rata-rata tiap unsur dibagi banyaknya unsur, dikali 25"
"""The value of a survey as PermenPANRB 14/2017 has it, each unsur weighing the same."""
_NAMA = re.compile(r"[^\W\d]\w*")
_TANDA = str.maketrans({"*": "×", "/": "÷", "-": "−"})


def compose_formulasi(formulasi: Formulasi, halaman: TataHalaman) -> tuple[Isi, ...]:
    """What stands in the cell of a formula: its sentence or fraction, its items, its note."""
    isi: list[Isi] = []
    if formulasi.teks:
        isi.append(Paragraf(formulasi.teks))
    else:
        isi += _dari_bagian(formulasi)
    if formulasi.butir:
        isi.append(bernomor(formulasi.butir, halaman.nomor.formulasi))
    if formulasi.catatan:
        isi.append(Paragraf(_catatan(formulasi.catatan)))
    return tuple(isi)


def _dari_bagian(formulasi: Formulasi) -> list[Isi]:
    """The formula from its parts, where the office wrote no sentence."""
    pembilang, penyebut = formulasi.pembilang or "", _penyebut(formulasi)
    match formulasi.jenis:
        case JenisFormulasi.RASIO if pembilang and penyebut:
            return [Pecahan(pembilang, penyebut, _AKHIRAN_RASIO)]
        case JenisFormulasi.RASIO if pembilang or penyebut:
            return [Paragraf(f"{pembilang or penyebut} {_AKHIRAN_RASIO}")]
        case JenisFormulasi.SKM:
            return [Paragraf(_KALIMAT_SKM)]
        case JenisFormulasi.SELISIH if pembilang or penyebut:
            return [Paragraf(" − ".join(bagian for bagian in (pembilang, penyebut) if bagian))]
        case JenisFormulasi.RUMUS if formulasi.rumus:
            return [Paragraf(_kalimat_rumus(formulasi.rumus, dict(formulasi.variabel or ())))]
        case _:
            return []


def _penyebut(formulasi: Formulasi) -> str:
    if formulasi.penyebut:
        return formulasi.penyebut
    return format_angka(formulasi.penyebut_tetap) if formulasi.penyebut_tetap is not None else ""


def _kalimat_rumus(rumus: str, label: dict[str, str]) -> str:
    """The expression with its variables' labels and the signs of arithmetic as they are printed."""
    potongan, akhir = [], 0
    for nama in _NAMA.finditer(rumus):
        potongan += [rumus[akhir : nama.start()].translate(_TANDA), label.get(nama[0], nama[0])]
        akhir = nama.end()
    return "".join([*potongan, rumus[akhir:].translate(_TANDA)])


def _catatan(catatan: str) -> str:
    return catatan if catatan.lstrip().lower().startswith("catatan") else f"Catatan: {catatan}"
