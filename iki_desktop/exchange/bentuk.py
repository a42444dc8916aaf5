"""How each value of the domain looks in the exchange format, in both directions.

Driven by the type annotations of ``core.records``: an object has the fields of its dataclass,
pairs are an object, a tuple is an array.  Three shapes differ and are named below: list items,
the content of a chapter's section, and the cap of capaian.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from iki_desktop.core.records import (
    Butir,
    Daftar,
    Formulasi,
    Indikator,
    Jabatan,
    Pejabat,
    PengaturanCapaian,
    Realisasi,
    Sasaran,
    StatusTriwulan,
    Target,
)

__all__ = ["VERSI_TERBARU", "Bentuk", "baca_field", "tulis_field"]

VERSI_TERBARU = 2
"""The newest version of the exchange format; version 1 is what other programs read."""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """Reading from and writing to what JSON knows; both take what the schema has admitted."""

    baca: Callable[[Any], Any]
    tulis: Callable[[Any], Any]


def baca_field(tipe: type, objek: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``tipe`` that an object of the exchange format gives, as arguments for it.

    What a version of the format has no place for its schema has not admitted.
    """
    kenal = _field(tipe, VERSI_TERBARU)
    return {nama: b.baca(objek[nama]) for nama, b in kenal.items() if objek.get(nama) is not None}


def tulis_field(nilai: Any, versi: int = VERSI_TERBARU) -> dict[str, Any]:
    """The fields of a record or value as an object; what is not given is left away."""
    isi = ((nama, b, getattr(nilai, nama)) for nama, b in _field(nilai.__class__, versi).items())
    return {nama: b.tulis(n) for nama, b, n in isi if n is not None and not (nama in _LAZIM and not n)}


_PENANDA = {"id", "urutan", "daftar_tertulis", "tanpa_batas", "sebagai_objek"}
"""What records hold for themselves: identity, place, and how an absent thing was written."""

_LAZIM = {"kumulatif"}
"""Fields that are left away where they say nothing out of the ordinary."""

_SEJAK_2 = {
    (Pejabat, "berlaku_dari"), (Pejabat, "berlaku_sampai"),
    (Jabatan, "bobot"), (Sasaran, "bobot"), (Indikator, "bobot"), (Indikator, "gabungan"),
    (Target, "kumulatif"), (Target, "tahun_sampai"), (Target, "triwulan_sampai"),
    (Formulasi, "target"),
    (Realisasi, "kendala"), (Realisasi, "tindak_lanjut"), (Realisasi, "bukti"), (Realisasi, "centang"),
}  # fmt: skip
"""What version 1 has no place for."""


@cache
def _field(tipe: Any, versi: int) -> dict[str, Bentuk]:
    petunjuk = get_type_hints(tipe)
    nama = [f.name for f in fields(tipe) if f.name not in _PENANDA and not f.name.endswith("_id")]
    if tipe in (Realisasi, StatusTriwulan):
        nama.remove("triwulan")
    return {n: _bentuk(petunjuk[n], versi) for n in nama if versi > 1 or (tipe, n) not in _SEJAK_2}


@cache
def _bentuk(tipe: Any, versi: int) -> Bentuk:
    if tipe is PengaturanCapaian:
        return Bentuk(_baca_capaian, lambda n: _tulis_capaian(n, versi))
    if tipe in _KHUSUS:
        return _KHUSUS[tipe]
    asal, isi = get_origin(tipe), get_args(tipe)
    if asal in (Union, UnionType):
        return _bentuk_pilihan(isi, versi)
    if asal is tuple:
        return _bentuk_larik(isi, versi)
    if is_dataclass(tipe):
        assert isinstance(tipe, type)
        return Bentuk(lambda o: tipe(**baca_field(tipe, o)), lambda n: tulis_field(n, versi))
    assert issubclass(tipe, StrEnum)
    return Bentuk(tipe, str)


def _bentuk_pilihan(isi: tuple[Any, ...], versi: int) -> Bentuk:
    inti = [t for t in isi if t is not NoneType]
    if len(inti) == 1:
        b = _bentuk(inti[0], versi)
        return Bentuk(lambda n: None if n is None else b.baca(n), lambda n: None if n is None else b.tulis(n))
    assert set(inti) == {str, Daftar}
    return Bentuk(_baca_isi_bagian, _tulis_isi_bagian)


def _bentuk_larik(isi: tuple[Any, ...], versi: int) -> Bentuk:
    if get_origin(isi[0]) is tuple:
        _, tipe = get_args(isi[0])
        b = _bentuk(tipe, versi)
        return Bentuk(
            lambda o: tuple((k, b.baca(n)) for k, n in o.items()),
            lambda pasangan: {k: b.tulis(n) for k, n in pasangan},
        )
    b = _bentuk(isi[0], versi)
    return Bentuk(lambda larik: tuple(map(b.baca, larik)), lambda larik: list(map(b.tulis, larik)))


def _tulis_angka(angka: Decimal) -> int | Decimal:
    return int(angka) if angka == angka.to_integral_value() else angka


def _baca_butir(butir: str | dict[str, Any]) -> Butir:
    if isinstance(butir, str):
        return Butir(butir)
    anak = butir.get("butir")
    if anak is None:
        return Butir(butir["teks"], sebagai_objek=True)
    return Butir(butir["teks"], tuple(map(_baca_butir, anak)))


def _tulis_butir(butir: Butir) -> str | dict[str, Any]:
    if butir.butir is not None:
        return {"teks": butir.teks, "butir": list(map(_tulis_butir, butir.butir))}
    return {"teks": butir.teks} if butir.sebagai_objek else butir.teks


def _baca_isi_bagian(isi: str | dict[str, Any]) -> str | Daftar:
    return isi if isinstance(isi, str) else tuple(map(_baca_butir, isi["butir"]))


def _tulis_isi_bagian(isi: str | Daftar) -> str | dict[str, Any]:
    return isi if isinstance(isi, str) else {"butir": list(map(_tulis_butir, isi))}


def _baca_capaian(objek: dict[str, Any]) -> PengaturanCapaian:
    tanpa_batas = "batas_atas" in objek and objek["batas_atas"] is None
    return PengaturanCapaian(**baca_field(PengaturanCapaian, objek), tanpa_batas=tanpa_batas)


def _tulis_capaian(capaian: PengaturanCapaian, versi: int) -> dict[str, Any]:
    objek = tulis_field(capaian, versi)
    if capaian.tanpa_batas and capaian.batas_atas is None:
        objek["batas_atas"] = None
    return objek


def _sama(nilai: Any) -> Any:
    return nilai


_KHUSUS: dict[Any, Bentuk] = {
    str: Bentuk(_sama, _sama),
    bool: Bentuk(_sama, _sama),
    int: Bentuk(int, _sama),
    Decimal: Bentuk(_sama, _tulis_angka),
    date: Bentuk(date.fromisoformat, date.isoformat),
    Butir: Bentuk(_baca_butir, _tulis_butir),
}
