"""What a record may choose between."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Akumulasi",
    "Arah",
    "Gabungan",
    "JenisFormulasi",
    "StatusIsian",
    "Unit",
]


class Arah(StrEnum):
    """Which way is better: ``naik`` more, ``turun`` less."""

    NAIK = "naik"
    TURUN = "turun"


class Akumulasi(StrEnum):
    """How the quarters make the year."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


class JenisFormulasi(StrEnum):
    """The kinds of formula.

    ``skm`` is a public satisfaction survey by its unsur (PermenPANRB 14/2017): each unsur's mean on
    the scale 1–4 is entered as a variable, and the value on the scale 25–100 is computed.
    """

    RASIO = "rasio"
    JUMLAH = "jumlah"
    NILAI = "nilai"
    SELISIH = "selisih"
    RUMUS = "rumus"
    SKM = "skm"
    TEKS = "teks"


class Gabungan(StrEnum):
    """How several formulas under one indicator make its capaian.

    ``rata_rata``: the mean of their figures against the indicator's target; ``masing_masing``: each
    against its own target (else the indicator's), and the mean of what they come to.
    """

    RATA_RATA = "rata_rata"
    MASING_MASING = "masing_masing"


class StatusIsian(StrEnum):
    """How far the entering of a quarter is: ``selesai`` is a remark, ``dikunci`` freezes it."""

    TERBUKA = "terbuka"
    SELESAI = "selesai"
    DIKUNCI = "dikunci"


class Unit(StrEnum):
    """Where a jabatan sits: in the kecamatan's office or in a kelurahan."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
