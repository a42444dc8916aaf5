"""A rumus of the office as a formula of Excel, over the cells in which its variables stand."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal

from iki_desktop.core.rumus import PANGKAT_MAKSIMUM, Rumus

__all__ = ["TidakTerjemahError", "terjemahkan"]

PANJANG_MAKSIMUM = 6_000
"""Excel takes formulas of 8,192 characters; what is put around this one takes the rest."""

_TANDA: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_FUNGSI = {"min": "MIN", "max": "MAX", "abs": "ABS"}
_ARGUMEN_MAKSIMUM = 250
_DIGIT_EXCEL = 15


class TidakTerjemahError(ValueError):
    """The expression has no counterpart in Excel; its figure is written without a formula."""


def terjemahkan(rumus: Rumus, sel: Mapping[str, str]) -> str:
    """The expression with ``sel[name]`` for each variable, every operation in brackets.

    Excel's own order of signs differs (``-2^2`` is 4 there), hence the brackets.

    Raises
    ------
    TidakTerjemahError
        where the formula would be too long, or would never give a number.
    """
    nama = {sandi: sel[asli] for asli, sandi in rumus.sandi if asli in sel}
    hasil = _ungkapan(rumus.pohon, nama)
    if len(hasil) > PANJANG_MAKSIMUM:
        raise TidakTerjemahError(rumus.teks[:80])
    return hasil


def _ungkapan(simpul: ast.AST, nama: Mapping[str, str]) -> str:
    match simpul:
        case ast.Constant():
            return _angka(Decimal(str(simpul.value)))
        case ast.Name(id=sandi):
            return nama[sandi]
        case ast.UnaryOp(op=tanda, operand=isi):
            return f"(-{_ungkapan(isi, nama)})" if isinstance(tanda, ast.USub) else _ungkapan(isi, nama)
        case ast.BinOp():
            return _hitungan(simpul, nama)
        case ast.Call(func=ast.Name(id=fungsi), args=isi_fungsi):
            return _panggilan(fungsi, [_ungkapan(satu, nama) for satu in isi_fungsi])
    raise TidakTerjemahError(ast.dump(simpul)[:80])


def _hitungan(simpul: ast.BinOp, nama: Mapping[str, str]) -> str:
    kiri, kanan = _ungkapan(simpul.left, nama), _ungkapan(simpul.right, nama)
    if isinstance(simpul.op, ast.Pow):
        return _pangkat(kiri, kanan, simpul.right)
    return f"({kiri}{_TANDA[type(simpul.op)]}{kanan})"


def _angka(nilai: Decimal) -> str:
    """A number of the expression; Excel reads 15 digits, and powers of ten behind an E."""
    teks = f"{nilai:f}"
    return teks if len(teks) <= _DIGIT_EXCEL else repr(float(nilai)).upper()


def _panggilan(fungsi: str, isi: list[str]) -> str:
    banyak_benar = len(isi) == 1 if fungsi == "abs" else 2 <= len(isi) <= _ARGUMEN_MAKSIMUM
    if not banyak_benar:
        raise TidakTerjemahError(fungsi)
    return f"{_FUNGSI[fungsi]}({','.join(isi)})"


def _pangkat(dasar: str, eksponen: str, simpul: ast.AST) -> str:
    """A power; what core refuses and a spreadsheet may answer (0⁰, roots of negatives) stays refused."""
    hitung = f"({dasar}^{eksponen})"
    if len(hitung) > PANJANG_MAKSIMUM:
        raise TidakTerjemahError(hitung[:80])
    if _pangkat_biasa(simpul):
        return hitung
    tolak = (
        f"AND({dasar}=0,{eksponen}=0),AND({dasar}<0,{eksponen}<>INT({eksponen})),"
        f"ABS({eksponen})>{PANGKAT_MAKSIMUM}"
    )
    return f"IF(OR({tolak}),NA(),{hitung})"


def _pangkat_biasa(simpul: ast.AST) -> bool:
    """Whether an exponent is a whole number with which nothing can go wrong."""
    if not isinstance(simpul, ast.Constant):
        return False
    nilai = Decimal(str(simpul.value))
    return nilai == nilai.to_integral_value() and 0 < nilai <= PANGKAT_MAKSIMUM
