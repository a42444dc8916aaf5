"""What the schema of the exchange format finds in a tree, said in Indonesian with the place of each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from iki_desktop.core.errors import Temuan
from iki_desktop.core.kalimat import deretkan
from iki_desktop.exchange.bentuk import VERSI_TERBARU
from iki_desktop.exchange.pohon_json import tempat, terlalu_dalam
from iki_desktop.paths import schema_file

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

__all__ = ["temuan_skema", "versi_pohon"]

_JENIS = {
    "string": "teks",
    "number": "angka",
    "integer": "bilangan bulat",
    "object": "objek",
    "array": "daftar",
    "boolean": "true atau false",
    "null": "null",
}

_POLA = {
    "^[0-9]{18}$": "NIP terdiri atas 18 angka, tanpa spasi.",
    "^[0-9a-f]{64}$": "Sidik terdiri atas 64 angka heksadesimal.",
    '^[^/\\\\:*?"<>|\\u0000-\\u001f]*$': "Nama berkas tidak boleh memuat folder atau tanda khusus.",
}


def temuan_skema(pohon: Any) -> Iterator[Temuan]:
    """Every finding in a tree of dict, list, str, Decimal, bool and None; none where it is valid.

    A tree that names no version there is is held against the first.

    Raises
    ------
    ImportFileError
        where lists in lists go too deep to be looked through.
    """
    try:
        for salah in _pemeriksa(versi_pohon(pohon)).iter_errors(pohon):
            yield from _terjemahkan(salah)
    except RecursionError as salah:
        raise terlalu_dalam([]) from salah


def versi_pohon(pohon: Any) -> int:
    """The version that a tree claims to be of, where there is such a one; else 1."""
    versi = pohon.get("versi") if isinstance(pohon, dict) else None
    return int(versi) if isinstance(versi, Decimal) and versi in range(1, VERSI_TERBARU + 1) else 1


@cache
def _pemeriksa(versi: int) -> Validator:
    """The validator, with decimals for numbers and patterns that end where the text ends."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415  (100 ms; imports alone)

    dasar = Draft202012Validator.TYPE_CHECKER
    jenis = dasar.redefine("number", lambda _, n: isinstance(n, Decimal)).redefine(
        "integer", lambda _, n: isinstance(n, Decimal) and n == n.to_integral_value()
    )
    kelas = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _periksa_pola}, type_checker=jenis
    )
    skema = json.loads(schema_file(versi).read_text(encoding="utf-8"))
    pemeriksa: Validator = kelas(skema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return pemeriksa


def _periksa_pola(_: Validator, pola: str, teks: Any, __: Any) -> Iterator[ValidationError]:
    """As the specification means it: in Python alone ``$`` also matches before a last line end."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if isinstance(teks, str) and not re.search(re.sub(r"\$$", r"\\Z", pola), teks):
        yield ValidationError("pattern")


def _terjemahkan(salah: ValidationError) -> Iterator[Temuan]:
    """One finding of the schema as one or more of ours, at the place where it is to be mended."""
    jalan = list(salah.absolute_path)
    match salah.validator:
        case "required":
            nama = _nama_hilang(salah)
            yield Temuan(tempat([*jalan, nama]), "Isian ini wajib ada.")
        case "additionalProperties":
            for nama in _berlebih(salah):
                yield Temuan(tempat([*jalan, nama]), "Isian ini tidak dikenal.")
        case "oneOf" | "anyOf":
            yield from _dari_cabang(salah, jalan)
        case _:
            yield Temuan(tempat(jalan), _kalimat(salah))


def _nama_hilang(salah: ValidationError) -> str:
    """jsonschema reports each missing field by itself, but names it only within its message."""
    wajib: Any = salah.validator_value
    return next(str(n) for n in wajib if salah.message.startswith(repr(n)))


def _berlebih(salah: ValidationError) -> list[str]:
    assert isinstance(salah.instance, dict)
    assert isinstance(salah.schema, dict)
    return [n for n in salah.instance if n not in salah.schema.get("properties", {})]


def _dari_cabang(salah: ValidationError, jalan: list[str | int]) -> Iterator[Temuan]:
    """The findings of the branch that was most likely meant: the one of the instance's type."""
    cabang: dict[Any, list[ValidationError]] = {}
    for isi in salah.context or ():
        cabang.setdefault(isi.schema_path[0], []).append(isi)
    if not cabang:
        yield Temuan(tempat(jalan), "Isinya cocok dengan lebih dari satu bentuk.")
        return
    semua = list(cabang.values())
    cocok = [c for c in semua if not any(_salah_jenis(s) for s in c)]
    if not cocok:
        jenis = [j for c in semua for s in c if _salah_jenis(s) for j in _daftar_jenis(s)]
        yield Temuan(tempat(jalan), f"Harus berupa {_atau(jenis)}.")
    elif len(cocok) > 1 and all(s.validator == "required" for c in cocok for s in c):
        nama = [_nama_hilang(s) for c in cocok for s in c]
        yield Temuan(tempat(jalan), f"Harus berisi {_atau(nama)}.")
    else:
        for isi in min(cocok, key=len):
            yield from _terjemahkan(isi)


def _salah_jenis(salah: ValidationError) -> bool:
    return salah.validator == "type" and not salah.relative_path


def _daftar_jenis(salah: ValidationError) -> list[str]:
    jenis: Any = salah.validator_value
    return [_JENIS[j] for j in ([jenis] if isinstance(jenis, str) else jenis)]


def _atau(pilihan: Sequence[str]) -> str:
    return deretkan(list(dict.fromkeys(pilihan)), "atau")


def _kalimat(salah: ValidationError) -> str:
    susun = _KALIMAT.get(str(salah.validator))
    return susun(salah) if susun else "Isinya tidak sesuai dengan susunan berkas IKI."


def _pilihan(salah: ValidationError) -> list[object]:
    pilihan: Any = salah.validator_value
    return list(pilihan)


def _nilai(nilai: object) -> str:
    return f"“{nilai}”" if isinstance(nilai, str) else str(nilai)


_KALIMAT: dict[str, Callable[[ValidationError], str]] = {
    "type": lambda s: f"Harus berupa {_atau(_daftar_jenis(s))}.",
    "enum": lambda s: f"Harus {_atau([_nilai(n) for n in _pilihan(s)])}.",
    "const": lambda s: "Harus 1 atau 2." if s.validator_value == 1 else f"Harus {_nilai(s.validator_value)}.",
    "pattern": lambda s: _POLA.get(str(s.validator_value), "Bentuk teks ini tidak sesuai."),
    "minLength": lambda _: "Teks ini tidak boleh kosong.",
    "minItems": lambda s: f"Harus berisi {s.validator_value} tempat.",
    "contains": lambda _: "Harus berisi paling sedikit satu keterangan.",
    "maxLength": lambda s: f"Paling panjang {s.validator_value} huruf.",
    "maxItems": lambda s: f"Harus berisi {s.validator_value} tempat.",
    "minimum": lambda s: f"Paling kecil {s.validator_value}.",
    "maximum": lambda s: f"Paling besar {s.validator_value}.",
    "format": lambda _: "Harus tanggal yang ada, misalnya 2026-01-31.",
}
