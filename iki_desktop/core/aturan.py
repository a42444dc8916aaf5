"""How a document computes and names capaian: rounding, cap, falling form, scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from iki_desktop.core.angka import bulatkan, format_persen, tanpa_sisa
from iki_desktop.core.records import Kelas, PengaturanCapaian

__all__ = ["SKALA_BAKU", "Aturan", "aturan_capaian", "kategori"]

SKALA_BAKU = (
    Kelas("Sangat Tinggi", Decimal(91)),
    Kelas("Tinggi", Decimal(76)),
    Kelas("Sedang", Decimal(66)),
    Kelas("Rendah", Decimal(51)),
    Kelas("Sangat Rendah", Decimal(0)),
)
"""“Skala Nilai Peringkat Kinerja” of Permendagri 54/2010, taken over by Permendagri 86/2017."""

DESIMAL_BAKU = 2

PECAHAN_TERTULIS = 4
"""A number with no more decimals is shown whole; a longer one is rounded to the document's."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """A document's way of computing capaian, every default resolved."""

    kebalikan: bool = False
    batas_atas: Decimal | None = None
    desimal: int = DESIMAL_BAKU
    skala: tuple[Kelas, ...] = SKALA_BAKU
    potong: bool = False
    rata_rata_dibulatkan: bool = False

    def tampil(self, capaian: Decimal) -> Decimal:
        """The capaian as it is shown: rounded or cut to the document's decimals."""
        return bulatkan(capaian, self.desimal, potong=self.potong)

    def persen(self, capaian: Decimal) -> str:
        """The capaian, or another percentage, as it is written: ``86,25 %``."""
        return format_persen(self.tampil(capaian), self.desimal)

    def rapi(self, angka: Decimal) -> Decimal:
        """A number that is no percentage as it was typed; only the long tail of a division is rounded."""
        eksponen = angka.normalize().as_tuple().exponent
        assert isinstance(eksponen, int)
        return angka if eksponen >= -PECAHAN_TERTULIS else bulatkan(angka, self.desimal)

    def kelas(self, kategori: str | None) -> tuple[int, int] | None:
        """The place of a class in the scale, 0 for the best, of how many; ``None`` where it is none."""
        nama = [k.nama for k in self.skala]
        return (nama.index(kategori), len(nama)) if kategori in nama else None


def aturan_capaian(pengaturan: PengaturanCapaian | None) -> Aturan:
    """Resolve a document's settings; what is not given is the program's default."""
    p = pengaturan or PengaturanCapaian()
    skala = tuple(sorted(p.skala, key=lambda k: k.batas_bawah, reverse=True)) if p.skala else SKALA_BAKU
    return Aturan(
        kebalikan=p.rumus_turun == "kebalikan",
        batas_atas=p.batas_atas,
        desimal=DESIMAL_BAKU if p.desimal is None else p.desimal,
        skala=skala,
        potong=p.pembulatan == "potong",
        rata_rata_dibulatkan=p.rata_rata_dari == "dibulatkan",
    )


def kategori(capaian: Decimal | None, aturan: Aturan) -> str | None:
    """The name of the class, by the unrounded capaian against inclusive lower bounds.

    Below every bound: the lowest class if it reaches down to 0, else none.
    """
    if capaian is None:
        return None
    pasti = tanpa_sisa(capaian)
    for kelas in aturan.skala:
        if pasti >= kelas.batas_bawah:
            return kelas.nama
    terendah = aturan.skala[-1]
    return terendah.nama if terendah.batas_bawah <= 0 else None
