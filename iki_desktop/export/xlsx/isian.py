"""What stands in the rows of one formula on a quarter's sheet: labels, inputs, constants."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.core.rumus import Rumus, RumusError, baca_rumus

__all__ = ["BarisIsian", "baris_isian", "rumus_terbaca", "urutan_wajib"]


@dataclass(frozen=True, slots=True)
class BarisIsian:
    """One row: an input (``kunci``, as in ``core.formulasi.isi``), a constant (``tetap``), or words alone."""

    label: str
    kunci: str | None = None
    tetap: Decimal | None = None


def baris_isian(formulasi: Formulasi) -> tuple[BarisIsian, ...]:
    """The rows of a formula from the top down; never none."""
    isian = tuple(BarisIsian(m.label, m.kunci) for m in masukan(formulasi))
    match formulasi.jenis:
        case JenisFormulasi.RASIO | JenisFormulasi.SELISIH:
            return _dua_bagian(formulasi, isian)
        case JenisFormulasi.RUMUS:
            return (BarisIsian(formulasi.rumus or formulasi.teks or "Rumus belum diisi"), *isian)
        case JenisFormulasi.TEKS:
            return (BarisIsian(formulasi.teks or ""),)
        case _:
            return isian


def _dua_bagian(formulasi: Formulasi, isian: tuple[BarisIsian, ...]) -> tuple[BarisIsian, ...]:
    tanda = "÷" if formulasi.jenis is JenisFormulasi.RASIO else "−"
    if formulasi.penyebut_tetap is None:
        return (isian[0], BarisIsian(f"{tanda} {isian[1].label}", isian[1].kunci))
    label = f"{tanda} {formulasi.penyebut or 'Penyebut'} (tetap)"
    return (isian[0], BarisIsian(label, tetap=formulasi.penyebut_tetap))


def rumus_terbaca(formulasi: Formulasi) -> Rumus | None:
    """The expression of a rumus, or ``None`` where it cannot be read."""
    try:
        return baca_rumus(formulasi.rumus or "", tuple(n for n, _ in formulasi.variabel or ()))
    except RumusError:
        return None


def urutan_wajib(formulasi: Formulasi) -> tuple[int, ...]:
    """Places among the rows of those inputs without which there is no figure."""
    baris = [(n, b.kunci) for n, b in enumerate(baris_isian(formulasi)) if b.kunci is not None]
    if formulasi.jenis is JenisFormulasi.RUMUS and (rumus := rumus_terbaca(formulasi)) is not None:
        dipakai = {f"variabel:{nama}" for nama in rumus.nama}
        baris = [(n, kunci) for n, kunci in baris if kunci in dipakai]
    return tuple(n for n, _ in baris)
