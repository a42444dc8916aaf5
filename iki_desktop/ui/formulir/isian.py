"""Short words for the tables of fields: one function for each kind of field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from iki_desktop.ui.formulir.bidang_angka import BidangAngka
from iki_desktop.ui.formulir.bidang_daftar import BidangDaftar
from iki_desktop.ui.formulir.bidang_pilihan import BidangPilihan, Opsi
from iki_desktop.ui.formulir.bidang_teks import BidangParagraf, BidangTeks
from iki_desktop.ui.formulir.borang import Isian
from iki_desktop.ui.formulir.lensa import Lensa, kolom

__all__ = ["angka", "bobot", "daftar", "paragraf", "pilihan", "teks"]

Tampil = Callable[[Any], bool] | None


def _tempat(kunci: str, lensa: Lensa | None) -> Lensa:
    return lensa or kolom(kunci)


def teks(
    kunci: str,
    label: str,
    *,
    petunjuk: str = "",
    contoh: str = "",
    wajib: bool = False,
    porsi: int = 1,
    lebar: int = 0,
    lensa: Lensa | None = None,
    tampil: Tampil = None,
    sebut: str = "",
) -> Isian:
    """A line of text."""
    tempat = _tempat(kunci, lensa)
    return Isian(
        kunci,
        label,
        tempat,
        lambda _s: BidangTeks(wajib=wajib, contoh=contoh, lebar=lebar),
        petunjuk,
        porsi,
        tampil,
        sebut,
    )


def paragraf(
    kunci: str,
    label: str,
    *,
    petunjuk: str = "",
    contoh: str = "",
    wajib: bool = False,
    baris: int = 2,
    lensa: Lensa | None = None,
    tampil: Tampil = None,
    sebut: str = "",
) -> Isian:
    """A text over several lines."""
    tempat = _tempat(kunci, lensa)
    return Isian(
        kunci,
        label,
        tempat,
        lambda _s: BidangParagraf(wajib=wajib, contoh=contoh, baris=baris),
        petunjuk,
        1,
        tampil,
        sebut,
    )


def angka(
    kunci: str,
    label: str,
    *,
    petunjuk: str = "",
    contoh: str = "",
    porsi: int = 1,
    lensa: Lensa | None = None,
    tampil: Tampil = None,
    sebut: str = "",
) -> Isian:
    """A number."""
    tempat = _tempat(kunci, lensa)
    return Isian(kunci, label, tempat, lambda _s: BidangAngka(contoh), petunjuk, porsi, tampil, sebut)


def pilihan(
    kunci: str,
    label: str,
    opsi: Sequence[Opsi],
    *,
    bawaan: Any = None,
    petunjuk: str = "",
    porsi: int = 1,
    lensa: Lensa | None = None,
    tampil: Tampil = None,
    sebut: str = "",
) -> Isian:
    """One of a few values."""
    tempat = _tempat(kunci, lensa)
    return Isian(kunci, label, tempat, lambda _s: BidangPilihan(opsi, bawaan), petunjuk, porsi, tampil, sebut)


def bobot() -> Isian:
    """The weight of a record among its siblings."""
    return angka(
        "bobot", "Bobot", petunjuk="Kosong: sama berat dengan yang lain.", sebut="bobot", contoh="sama"
    )


def daftar(
    kunci: str,
    label: str,
    gaya: Callable[[Any, Any], str] | None = None,
    *,
    petunjuk: str = "",
    contoh: str = "",
    kalimat_tunggal: bool = False,
    lensa: Lensa | None = None,
    tampil: Tampil = None,
    sebut: str = "",
) -> Isian:
    """A nested list; ``gaya(arsip, record)`` is the printed numbering."""

    def buat(sesi: Any) -> BidangDaftar:
        return BidangDaftar(
            None if gaya is None else lambda record: gaya(sesi.arsip, record),
            contoh=contoh,
            petunjuk=petunjuk,
            kalimat_tunggal=kalimat_tunggal,
        )

    return Isian(kunci, label, _tempat(kunci, lensa), buat, "", 1, tampil, sebut)
