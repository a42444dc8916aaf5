"""The public satisfaction survey by its unsur, and what its value is called (PermenPANRB 14/2017).

Each of the nine unsur has a mean on the scale 1–4 (its NRR, nilai rata-rata).  All weigh the same,
exactly 1/n: with the rounded 0,11 that some forms print a perfect survey would come to 99.  The
weighted sum × 25 is the value on the scale 25–100.
"""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.angka import bulatkan

__all__ = ["UNSUR_SKM", "mutu_skm"]

UNSUR_SKM = (
    ("u1", "U1 Persyaratan"),
    ("u2", "U2 Sistem, Mekanisme, dan Prosedur"),
    ("u3", "U3 Waktu Penyelesaian"),
    ("u4", "U4 Biaya/Tarif"),
    ("u5", "U5 Produk Spesifikasi Jenis Pelayanan"),
    ("u6", "U6 Kompetensi Pelaksana"),
    ("u7", "U7 Perilaku Pelaksana"),
    ("u8", "U8 Penanganan Pengaduan, Saran, dan Masukan"),
    ("u9", "U9 Sarana dan Prasarana"),
)
"""The unsur in the order of the regulation, as name and label; U8 and U9 change places in some forms."""

_MUTU = (
    (Decimal("88.31"), "A", "Sangat Baik"),
    (Decimal("76.61"), "B", "Baik"),
    (Decimal("65.00"), "C", "Kurang Baik"),
)


def mutu_skm(nilai: Decimal) -> tuple[str, str]:
    """Letter and word of a value on the scale 25–100: ``("B", "Baik")``.

    The bands are printed with two decimals (76,60 is C, 76,61 is B), so the value is rounded to
    two before it is looked up; what lies below 25, which no survey gives, is D as well.
    """
    bulat = bulatkan(nilai, 2)
    return next(((huruf, kata) for batas, huruf, kata in _MUTU if bulat >= batas), ("D", "Tidak Baik"))
