"""What of a document is printed, and how it is to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import CaraTandaTangan

__all__ = ["BAGIAN", "JANGKAR_BAWAAN", "SEMUA", "Pilihan", "bagian_ada"]

JANGKAR_BAWAAN = "#"
"""The character that signing applications look for unless they are told another one."""

BAGIAN = ("sampul", "bab", "visi_misi", "iku", "keputusan", "lampiran")
"""The parts of a document in the order of the paper; each is a field of ``Pilihan``."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Which parts to print.  ``jabatan`` names the ids of the jabatan in the lampiran; ``None``: all.

    ``tanda_draf`` lays a mark across the pages as long as the Keputusan is not ditetapkan.
    ``jangkar`` is one character; it means something to ``ELEKTRONIK_JANGKAR`` alone.
    """

    sampul: bool = True
    bab: bool = True
    visi_misi: bool = True
    iku: bool = True
    keputusan: bool = True
    lampiran: bool = True
    jabatan: frozenset[int] | None = None
    tanda_draf: bool = True
    tanda_tangan: CaraTandaTangan = CaraTandaTangan.BASAH
    jangkar: str = JANGKAR_BAWAAN


SEMUA = Pilihan()
"""Every part that there is, to be signed by hand."""


def bagian_ada(snapshot: Snapshot) -> tuple[str, ...]:
    """The parts that a document has, in the order of the paper."""
    dokumen = snapshot.dokumen
    isi = {
        "sampul": dokumen.judul,
        "bab": dokumen.bab,
        "visi_misi": dokumen.visi or dokumen.misi,
        "iku": dokumen.iku,
        "keputusan": dokumen.keputusan,
        "lampiran": snapshot.jabatan,
    }
    return tuple(nama for nama in BAGIAN if isi[nama])
