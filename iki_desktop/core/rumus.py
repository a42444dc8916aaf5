"""Expressions over named variables, as an office writes them, computed in decimals.

The expression is never executed as a program: ``simpleeval`` walks its syntax tree, and only
numbers, names, ``+ - * / **``, brackets and ``min``, ``max``, ``abs`` are in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from iki_desktop.core.angka import hitung_desimal
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip

__all__ = ["Rumus", "RumusError", "baca_rumus"]

PANJANG_MAKSIMUM = 2_000
KEDALAMAN_MAKSIMUM = 100
PANGKAT_MAKSIMUM = 100

_RUMUS_TERKUTIP = 80
"""Characters of it in a refusal."""

_TANDA = str.maketrans(
    {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "\u00a0": " ", "\n": " ", "\r": " "}
)
_DESIMAL_KOMA = re.compile(r"(?<![\w.])(\d+),(?=\d)")
_BUKAN_HITUNGAN = re.compile(r"(?<![\w.])\d[\d.]*[^\W\d]|#")
_PERSEN = re.compile(r"(?<=\d)\s*%")
_KALI = re.compile(r"(?<=[\w)])\s+[xX]\s+(?=[\w(])")


class RumusError(RuleError):
    """The expression cannot be read, or has no value for these inputs."""


@dataclass(frozen=True, slots=True)
class Rumus:
    """An expression that was read; ``nama`` are the variables that it uses, in their order."""

    teks: str
    nama: tuple[str, ...]
    pohon: Any
    sandi: tuple[tuple[str, str], ...]

    def hitung(self, isi: Mapping[str, Decimal]) -> Decimal:
        """Compute the value for the inputs.

        Raises
        ------
        ZeroDivisionError
            where a divisor is 0.
        RumusError
            where an input is missing, or the value is beyond all bounds.
        """
        kurang = [n for n in self.nama if n not in isi]
        if kurang:
            raise RumusError(f"{', '.join(kurang)} belum diisi.")
        nama = {sandi: isi[asli] for asli, sandi in self.sandi if asli in isi}
        try:
            with hitung_desimal():
                nilai = _penghitung(nama).eval(self.teks, previously_parsed=self.pohon)
        except ZeroDivisionError:
            raise
        except (ArithmeticError, ValueError) as salah:
            raise RumusError("Rumus tidak menghasilkan angka.") from salah
        assert isinstance(nilai, Decimal)
        if not nilai.is_finite():
            raise RumusError("Rumus tidak menghasilkan angka.")
        if nilai and abs(nilai.adjusted()) > PANGKAT_MAKSIMUM:
            raise RumusError("Hasil rumus di luar batas.")
        return nilai


@lru_cache(maxsize=2048)
def baca_rumus(teks: str, terdaftar: tuple[str, ...] = ()) -> Rumus:
    """Read an expression in which the names ``terdaftar`` may stand, blanks in them included.

    Understood besides the plain signs are ``×``, a free-standing ``x``, ``:``, ``÷``, ``^``,
    decimal commas, ``;`` between the inputs of a function, and ``100 %`` (which is 100: a
    percentage is kept in percent).

    Raises
    ------
    RumusError
        where it is not an expression, or uses what is not allowed.
    """
    import ast  # noqa: PLC0415  (only files with a rumus pay for it at start-up)

    if len(teks) > PANJANG_MAKSIMUM:
        raise RumusError("Rumus terlalu panjang.")
    sandi = _sandi(teks, terdaftar)
    siap = _siapkan(teks, sandi)
    try:
        if _BUKAN_HITUNGAN.search(siap):  # 2a, 1e5, 0x10, # …: sense to Python, a slip in the office
            raise SyntaxError("a letter right behind a number, or a comment")
        pohon = ast.parse(siap, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as salah:
        raise RumusError(
            f"Rumus {kutip(teks, _RUMUS_TERKUTIP)} belum dapat dibaca.", "Periksa tanda dan kurungnya."
        ) from salah
    _periksa_kedalaman(pohon)
    _periksa(pohon, teks)
    _pasang_angka(pohon, siap)
    dipakai = _nama_dalam(pohon)
    asli = {v: k for k, v in sandi.items()}
    urut = [n for n in terdaftar if sandi[n] in dipakai]
    liar = [n for n in dipakai if n not in asli]
    semua = {**sandi, **{n: n for n in liar}}
    return Rumus(siap, (*urut, *liar), pohon, tuple(semua.items()))


def _sandi(teks: str, terdaftar: tuple[str, ...]) -> dict[str, str]:
    """A safe identifier for every name, one that the text itself does not hold."""
    awalan = "v"
    while awalan + "_" in teks:
        awalan += "v"
    return {nama: f"{awalan}_{nomor}_" for nomor, nama in enumerate(terdaftar)}


def _siapkan(teks: str, sandi: Mapping[str, str]) -> str:
    """Names to safe identifiers first (they may hold blanks and signs), then the signs."""
    if sandi:
        pola = "|".join(re.escape(n) for n in sorted(sandi, key=len, reverse=True) if n.strip())
        if pola:
            teks = re.sub(rf"(?<!\w)(?:{pola})(?!\w)", lambda m: sandi[m.group()], teks)
    teks = _KALI.sub(" * ", teks.translate(_TANDA).replace("^", "**"))
    teks = _DESIMAL_KOMA.sub(r"\1.", teks).replace(";", ",")
    return _PERSEN.sub(" ", teks).strip()  # a blank, lest 10%5 become 105


def _nama_dalam(pohon: Any) -> list[str]:
    import ast  # noqa: PLC0415

    fungsi = {id(n.func) for n in ast.walk(pohon) if isinstance(n, ast.Call)}
    nama = [n for n in ast.walk(pohon) if isinstance(n, ast.Name) and id(n) not in fungsi]
    nama.sort(key=lambda n: (n.lineno, n.col_offset))
    return list(dict.fromkeys(n.id for n in nama))


def _periksa_kedalaman(pohon: Any) -> None:
    """Computing walks the tree by recursion, which must never reach Python's own limit."""
    import ast  # noqa: PLC0415

    lapis, dalam = [pohon], 0
    while lapis:
        dalam += 1
        if dalam > KEDALAMAN_MAKSIMUM:
            raise RumusError("Rumus terlalu panjang.", "Pecah menjadi beberapa formulasi.")
        lapis = [anak for simpul in lapis for anak in ast.iter_child_nodes(simpul)]


def _pasang_angka(pohon: Any, siap: str) -> None:
    """Numbers as the decimals that are written there, not as what a float keeps of them."""
    import ast  # noqa: PLC0415

    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Constant):
            simpul.value = Decimal(ast.get_source_segment(siap, simpul) or "")  # type: ignore[assignment]


def _periksa(pohon: Any, teks: str) -> None:
    """Refuse at reading what would only be refused at computing, so that the form can say so."""
    import ast  # noqa: PLC0415

    boleh = (
        ast.BinOp, ast.UnaryOp, ast.Constant, ast.Name, ast.Load, ast.Call,
        ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.USub, ast.UAdd,
    )  # fmt: skip
    for simpul in ast.walk(pohon):
        salah = not isinstance(simpul, boleh)
        if isinstance(simpul, ast.Constant):
            salah = isinstance(simpul.value, bool) or not isinstance(simpul.value, int | float)
        elif isinstance(simpul, ast.Call):
            salah = not isinstance(simpul.func, ast.Name) or not _cocok(simpul.func.id, len(simpul.args))
            salah = salah or bool(simpul.keywords)
        if salah:
            raise RumusError(
                f"Rumus {kutip(teks, _RUMUS_TERKUTIP)} memakai tanda yang tidak dikenal.",
                "Pakai angka, nama variabel, + - × ÷ dan kurung.",
            )


def _cocok(fungsi: str, banyak: int) -> bool:
    """Whether the function exists and takes so many inputs."""
    return banyak == 1 if fungsi == "abs" else fungsi in _FUNGSI and banyak > 1


def _pangkat(dasar: Decimal, eksponen: Decimal) -> Decimal:
    if abs(eksponen) > PANGKAT_MAKSIMUM:
        raise ValueError("exponent out of bounds")
    if not dasar and eksponen < 0:
        raise ZeroDivisionError  # decimal says Infinity, under which 1 ÷ 0^(−1) would pass for 0
    return dasar**eksponen


def _bagi(dibagi: Decimal, pembagi: Decimal) -> Decimal:
    if not pembagi:
        raise ZeroDivisionError  # 0 ÷ 0 too, which decimal counts as another fault
    return dibagi / pembagi


_FUNGSI: dict[str, Any] = {"min": min, "max": max, "abs": abs}


def _penghitung(nama: Mapping[str, Decimal]) -> Any:
    return _kelas_penghitung()(names=dict(nama))


@lru_cache(maxsize=1)
def _kelas_penghitung() -> Any:
    import ast  # noqa: PLC0415
    import operator  # noqa: PLC0415

    from simpleeval import SimpleEval  # noqa: PLC0415  (start-up)

    class Penghitung(SimpleEval):
        """simpleeval over decimals: a number in the text is the decimal that is written there."""

        def __init__(self, names: dict[str, Decimal]) -> None:
            super().__init__(operators=_OPERATOR, functions=_FUNGSI, names=names)

        def _eval_constant(self, node: Any) -> Decimal:
            angka: Decimal = node.value
            return angka

    _OPERATOR = {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: _bagi,
        ast.Pow: _pangkat,
        ast.USub: operator.neg,
        ast.UAdd: operator.pos,
    }
    return Penghitung
