"""What the schema of version 2 cannot say: formulas that share entries, and what was issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

__all__ = ["temuan_tambahan"]

Jalan = list[str | int]
"""Where in a document something stands."""

_KUNCI = ("jabatan", "sasaran", "indikator", "formulasi")


def temuan_tambahan(dokumen: dict[str, Any]) -> Iterator[tuple[Jalan, str]]:
    """Findings in one document, each with its place in it.

    The tree may still be at odds with the schema; what is of another shape is passed over.
    """
    formulasi = dict(_formulasi(dokumen))
    for tempat, objek in formulasi.items():
        if "sama_dengan" in objek:
            pesan = _salah_rujuk(formulasi, tempat, objek)
            if pesan:
                yield [*_jalan(tempat), "sama_dengan"], pesan
    yield from _terbitan_kembar(dokumen)


def _formulasi(dokumen: dict[str, Any]) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
    tingkat: list[tuple[tuple[int, ...], dict[str, Any]]] = [((), dokumen)]
    for kunci in _KUNCI:
        tingkat = [
            ((*tempat, n), anak)
            for tempat, objek in tingkat
            for n, anak in enumerate(_larik(objek.get(kunci)))
            if isinstance(anak, dict)
        ]
    yield from tingkat


def _larik(nilai: Any) -> Sequence[Any]:
    return nilai if isinstance(nilai, list) else ()


def _jalan(tempat: Sequence[int]) -> Jalan:
    return [langkah for pasangan in zip(_KUNCI, tempat, strict=True) for langkah in pasangan]


def _salah_rujuk(
    formulasi: dict[tuple[int, ...], dict[str, Any]], tempat: tuple[int, ...], objek: dict[str, Any]
) -> str:
    nomor = _larik(objek["sama_dengan"])
    if not all(isinstance(n, Decimal) and n == n.to_integral_value() for n in nomor):
        return ""
    sumber = formulasi.get(tuple(int(n) - 1 for n in nomor))
    if sumber is None:
        return "Tidak ada formulasi di tempat itu."
    if sumber is objek or "sama_dengan" in sumber:
        return "Formulasi di tempat itu sendiri memakai isian formulasi lain."
    return "Formulasi ini tidak boleh berisi realisasi sendiri." if "realisasi" in objek else ""


def _terbitan_kembar(dokumen: dict[str, Any]) -> Iterator[tuple[Jalan, str]]:
    sudah: set[Decimal] = set()
    for n, terbitan in enumerate(_larik(dokumen.get("terbitan"))):
        nomor = terbitan.get("nomor") if isinstance(terbitan, dict) else None
        if isinstance(nomor, Decimal):
            if nomor in sudah:
                yield ["terbitan", n, "nomor"], f"Nomor {int(nomor)} tertulis dua kali."
            sudah.add(nomor)
