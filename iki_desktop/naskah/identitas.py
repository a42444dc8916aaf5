"""The names of an office as they stand on its papers."""

from __future__ import annotations

from iki_desktop.core.records import Kecamatan

__all__ = ["daerah", "jabatan_camat", "kecamatan", "nama_keputusan", "pemerintah"]


def kecamatan(office: Kecamatan) -> str:
    """``Kecamatan Biatan``."""
    return f"Kecamatan {office.nama}"


def daerah(office: Kecamatan) -> str:
    """``Kabupaten Berau``, ``Kota Samarinda``."""
    return f"{office.jenis_daerah} {office.nama_daerah}"


def pemerintah(office: Kecamatan) -> str:
    """``Pemerintah Kabupaten Berau``."""
    return f"Pemerintah {daerah(office)}"


def jabatan_camat(office: Kecamatan) -> str:
    """``CAMAT BIATAN``."""
    return f"CAMAT {office.nama}".upper()


def nama_keputusan(office: Kecamatan) -> tuple[str, str]:
    """The two lines ``KEPUTUSAN CAMAT BIATAN`` and ``KABUPATEN BERAU``."""
    return f"KEPUTUSAN {jabatan_camat(office)}", daerah(office).upper()
