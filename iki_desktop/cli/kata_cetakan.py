"""The words by which the command line names parts of a document and ways to sign it."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BAGIAN", "LAPORAN", "RANCANGAN", "TANDA_TANGAN"]

RANCANGAN = -1
"""The version that is not issued yet, as ``exchange/terbitan`` numbers it; --help loads no exchange."""

BAGIAN = MappingProxyType(
    {
        "sampul": "sampul",
        "bab": "bab",
        "visi": "visi_misi",
        "iku": "iku",
        "keputusan": "keputusan",
        "lampiran": "lampiran",
    }
)
"""Each part as it is typed, and its field in the composer's choice; in the order of the paper."""

TANDA_TANGAN = MappingProxyType(
    {"basah": "basah", "jangkar": "elektronik_jangkar", "kotak": "elektronik_kotak"}
)
"""Each way to sign as it is typed, and its value."""

LAPORAN = (
    "pengukuran",
    "pengukuran-rinci",
    "rekap",
    "ringkasan",
    "individu",
    "rencana-aksi",
    "perjanjian-kinerja",
    "lkjip",
    "esakip",
    "lembar-isian",
)
"""The kinds of report, in the order in which an office needs them."""
