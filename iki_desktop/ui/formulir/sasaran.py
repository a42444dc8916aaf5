"""The field of a sasaran."""

from __future__ import annotations

from iki_desktop.ui.formulir.borang import Bagian, Tabel
from iki_desktop.ui.formulir.isian import bobot, paragraf

__all__ = ["TABEL_SASARAN"]

TABEL_SASARAN: Tabel = (
    Bagian(
        "",
        (
            (
                paragraf(
                    "teks",
                    "Sasaran",
                    wajib=True,
                    contoh="Meningkatnya kualitas pelayanan di kecamatan",
                    petunjuk="Keadaan yang hendak dicapai oleh jabatan ini.",
                    sebut="teks",
                ),
            ),
            (bobot(),),
        ),
    ),
)
