"""The scales by which capaian is named; every office may have its own, these are offered.

Real reports print at least seven, so a scale is data of the document.  Each class is known by its
lower bound alone, which closes the gaps that the printed bands leave (90–91, 75–76 …).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.aturan import SKALA_BAKU
from iki_desktop.core.records import Kelas

__all__ = ["SKALA_TERSEDIA", "PilihanSkala"]


@dataclass(frozen=True, slots=True)
class PilihanSkala:
    """A scale with a short name, and where it is found in use (``asal``)."""

    nama: str
    asal: str
    skala: tuple[Kelas, ...]


def _kelas(*pasangan: tuple[str, str]) -> tuple[Kelas, ...]:
    return tuple(Kelas(nama, Decimal(batas)) for nama, batas in pasangan)


SKALA_TERSEDIA = (
    PilihanSkala("Sangat Tinggi … Sangat Rendah", "Permendagri 54/2010 dan 86/2017", SKALA_BAKU),
    PilihanSkala(
        "Sangat Baik … Sangat Kurang",
        "LKjIP Kabupaten Sampang 2019",
        _kelas(
            ("Sangat Baik", "91"), ("Baik", "76"), ("Cukup", "66"), ("Kurang", "51"), ("Sangat Kurang", "0")
        ),
    ),
    PilihanSkala(
        "Memuaskan … Kurang",
        "LKjIP Kabupaten Maluku Tengah 2021",
        _kelas(
            ("Memuaskan", "85.01"),
            ("Sangat Baik", "75.01"),
            ("Baik", "65.01"),
            ("Cukup Baik", "50.01"),
            ("Agak Kurang", "30.01"),
            ("Kurang", "0"),
        ),
    ),
    PilihanSkala(
        "AA … D",
        "predikat SAKIP, PermenPANRB 88/2021",
        _kelas(
            ("AA", "90.01"),
            ("A", "80.01"),
            ("BB", "70.01"),
            ("B", "60.01"),
            ("CC", "50.01"),
            ("C", "30.01"),
            ("D", "0"),
        ),
    ),
    PilihanSkala(
        "Sangat Baik di atas 100 %",
        "kategori capaian IKI, PermenPANRB 8/2021 (diganti 6/2022)",
        _kelas(
            ("Sangat Baik", "101"), ("Baik", "100"), ("Cukup", "80"), ("Kurang", "60"), ("Sangat Kurang", "0")
        ),
    ),
)
