"""The letterhead: the region's government, the office, its address, its coat of arms."""

from __future__ import annotations

import base64
import binascii
import struct

from iki_desktop.core.errors import Temuan
from iki_desktop.core.records import Kecamatan
from iki_desktop.naskah.blok import Kop, Lambang
from iki_desktop.naskah.identitas import kecamatan, pemerintah

__all__ = ["BYTE_TERBANYAK", "SISI_TERPANJANG", "compose_kop", "compose_lambang"]

BYTE_TERBANYAK = 8_000_000
"""A coat of arms larger than this many bytes is not one."""

SISI_TERPANJANG = 4_000
"""Pixels on a side; beyond it a small file may still fill the memory."""

_TANDA_PNG = b"\x89PNG\r\n\x1a\n"
_KEPALA = struct.Struct(">8sI4sII")


def compose_kop(office: Kecamatan, lambang: Lambang | None) -> Kop:
    """The letterhead of an office; lines whose data is missing are left out."""
    return Kop(pemerintah(office).upper(), kecamatan(office).upper(), _alamat(office), lambang)


def _alamat(office: Kecamatan) -> tuple[str, ...]:
    surat = [office.alamat or ""]
    if office.kode_pos:
        surat.append(f"Kode Pos {office.kode_pos}")
    hubungan = [
        f"{label} {nilai}"
        for label, nilai in (
            ("Telepon", office.telepon),
            ("Laman", office.laman),
            ("Pos-el", office.surel),
        )
        if nilai
    ]
    return tuple(baris for baris in (" ".join(s for s in surat if s), ", ".join(hubungan)) if baris)


def compose_lambang(office: Kecamatan) -> tuple[Lambang | None, tuple[Temuan, ...]]:
    """The coat of arms, or the finding why it is left out; an office without one has no finding."""
    if office.logo_png is None:
        return None, ()
    if len(office.logo_png) > BYTE_TERBANYAK * 4 // 3 + 4:
        return None, (_temuan("terlalu besar"),)
    try:
        png = base64.b64decode(office.logo_png, validate=True)
    except (binascii.Error, ValueError):
        return None, (_temuan("tidak dapat dibaca"),)
    masalah = _masalah(png)
    return (None, (_temuan(masalah),)) if masalah else (Lambang(png), ())


def _masalah(png: bytes) -> str:
    """What is wrong with the picture's first bytes; empty where nothing is."""
    if len(png) < _KEPALA.size:
        return "bukan gambar PNG"
    tanda, _, jenis, lebar, tinggi = _KEPALA.unpack_from(png)
    if tanda != _TANDA_PNG or jenis != b"IHDR":
        return "bukan gambar PNG"
    if not (0 < lebar <= SISI_TERPANJANG and 0 < tinggi <= SISI_TERPANJANG):
        return "terlalu besar"
    return ""


def _temuan(masalah: str) -> Temuan:
    return Temuan("kecamatan.logo_png", f"Lambang daerah {masalah}; tidak dicetak.")
