"""Numbers as people in the office type and read them.

In Indonesian a comma parts the decimals and a dot the thousands, yet a dot before one or two
digits is typed for a decimal every day (keypads have no comma).  What can be meant in two ways
is never guessed: ``parse_angka`` says so, with both readings.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from decimal import MAX_EMAX, ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext

from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip

__all__ = [
    "MAKSIMUM_DIGIT",
    "AngkaError",
    "AngkaGandaError",
    "bulatkan",
    "format_angka",
    "format_persen",
    "hitung_desimal",
    "parse_angka",
    "tanpa_sisa",
    "teks_sunting",
    "wajar",
]

MAKSIMUM_DIGIT = 30
"""No figure of an office has more digits; longer input is a slip or an attack."""

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=-MAX_EMAX)
_PASTI = Context(prec=50, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=-MAX_EMAX)
"""Digits that long divisions and sums of them leave certain; the ten behind are arithmetic's own."""

_MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " "})
_POLOS = re.compile(r"\d+")
_KOMA = re.compile(r"\d*,\d+")
_TITIK = re.compile(r"\d*\.\d+")
_RIBUAN = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_RIBUAN_ASING = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


class AngkaError(RuleError):
    """The text is not a number."""


class AngkaGandaError(AngkaError):
    """The text can be read as two different numbers; ``pilihan`` holds both, thousands first."""

    def __init__(self, teks: str, pilihan: tuple[Decimal, Decimal]) -> None:
        ribuan, pecahan = (teks_sunting(p) for p in pilihan)
        super().__init__(
            f"“{teks}” dapat berarti {ribuan} atau {pecahan}.",
            f"Ketik {ribuan} atau {pecahan}.",
        )
        self.pilihan = pilihan


def hitung_desimal() -> AbstractContextManager[Context]:
    """Arithmetic of this program: decimal, 60 digits, half up; no trap surprises the caller."""
    return localcontext(_CONTEXT)


def wajar(angka: Decimal) -> bool:
    """Whether a number is finite and, written out, of a length that a figure of an office can have."""
    if not angka.is_finite():
        return False
    _, digits, exponent = angka.as_tuple()
    assert isinstance(exponent, int)
    return len(digits) + max(exponent, 0) <= MAKSIMUM_DIGIT and exponent >= -MAKSIMUM_DIGIT


def parse_angka(teks: str) -> Decimal | None:
    """Read a number as typed; ``None`` for an empty text.

    ``1.234,5`` is 1234.5, ``82,5 %`` is 82.5, ``12.5`` is 12.5; ``1.234`` may be either of two
    numbers.  A percent sign is passed over: the field knows its unit.

    Raises
    ------
    AngkaGandaError
        where the text has two readings.
    AngkaError
        where it is not a number, or one too long to be a figure.
    """
    bersih = teks.translate(_MINUS).strip().removesuffix("%").strip()
    if not bersih:
        if teks.strip():
            raise _bukan_angka(teks)
        return None
    tanda, mutlak = _pisahkan_tanda(bersih)
    if not mutlak.isascii():
        raise _bukan_angka(teks)
    angka = _baca(tanda, mutlak, teks)
    if not wajar(angka):
        raise AngkaError(f"{kutip(teks)} terlalu panjang untuk sebuah angka.", "Periksa kembali angkanya.")
    return angka


def _pisahkan_tanda(bersih: str) -> tuple[str, str]:
    if bersih[0] in "+-":
        return bersih[0], bersih[1:].strip()
    return "", bersih


def _baca(tanda: str, mutlak: str, teks: str) -> Decimal:
    """Sign and digits to a number.  ``Decimal`` reads both at once: arithmetic would round at 28 digits."""
    if _POLOS.fullmatch(mutlak):
        return Decimal(tanda + mutlak)
    if _KOMA.fullmatch(mutlak):
        return Decimal(tanda + mutlak.replace(",", "."))
    if _RIBUAN.fullmatch(mutlak):
        ribuan = Decimal(tanda + mutlak.replace(".", "").replace(",", "."))
        if mutlak.count(".") == 1 and "," not in mutlak:
            raise AngkaGandaError(teks.strip(), (ribuan, Decimal(tanda + mutlak)))
        return ribuan
    if _TITIK.fullmatch(mutlak):
        return Decimal(tanda + mutlak)
    if _RIBUAN_ASING.fullmatch(mutlak):
        benar = teks_sunting(Decimal(tanda + mutlak.replace(",", "")))
        raise AngkaError(f"{kutip(teks)} memakai koma sebagai pemisah ribuan.", f"Ketik {benar}.")
    raise _bukan_angka(teks)


def _bukan_angka(teks: str) -> AngkaError:
    return AngkaError(f"{kutip(teks)} bukan angka.", "Ketik angka saja, misalnya 82,5.")


def tanpa_sisa(angka: Decimal) -> Decimal:
    """The number without what long divisions leave at its far end.

    Three thirds add up to 0.999…9; at 50 of 60 digits they are 1 again.  So a mean that is 91 on
    paper stands in the class that begins at 91, and is never cut to 90,99.
    """
    return _PASTI.plus(angka)


def bulatkan(angka: Decimal, desimal: int, *, potong: bool = False) -> Decimal:
    """Round to ``desimal`` places, half away from zero, or cut where ``potong``."""
    pasti = tanpa_sisa(angka)
    with hitung_desimal() as context:
        context.prec = max(context.prec, pasti.adjusted() + desimal + 2)
        return pasti.quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN if potong else ROUND_HALF_UP)


def format_angka(angka: Decimal, desimal: int | None = None) -> str:
    """Write a number for reading: ``1.234,5``.

    With ``desimal`` exactly so many places (half up); without it as many as the number has,
    trailing zeros dropped.
    """
    bulat, _, pecahan = _polos(angka, desimal).partition(".")
    tanda, bulat = ("−", bulat[1:]) if bulat.startswith("-") else ("", bulat)
    ribuan = f"{int(bulat):,}".replace(",", ".")
    return tanda + ribuan + ("," + pecahan if pecahan else "")


def format_persen(angka: Decimal, desimal: int | None = None) -> str:
    """Write a percentage: ``86,25 %``."""
    return format_angka(angka, desimal) + " %"


def teks_sunting(angka: Decimal) -> str:
    """Write a number so that it can be edited and read back unchanged: no thousands dots."""
    return _polos(angka, None).replace(".", ",")


def _polos(angka: Decimal, desimal: int | None) -> str:
    if desimal is not None:
        teks = f"{bulatkan(angka, desimal):f}"
        return teks.removeprefix("-") if not teks.strip("-0.") else teks
    teks = f"{angka:f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks in ("-0", "") else teks
