"""Last quarter's number as a proposal for a cell in which nothing is entered yet.

It is only shown.  Nothing is entered, counted, printed or copied before it is accepted.
"""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.formulasi import isi
from iki_desktop.core.records import Formulasi, JenisFormulasi, StatusIsian
from iki_desktop.ui.realisasi.sel import CATATAN, KunciSel

__all__ = ["usulan"]


def usulan(arsip: Arsip, kunci: KunciSel) -> Decimal | None:
    """The number of the quarter before; ``None`` where there is none, or the cell is not to be entered.

    What is ticked item by item has none: which items are done is not a matter of their number.
    """
    formulasi = arsip[kunci.formulasi_id]
    assert isinstance(formulasi, Formulasi)
    dicentang = formulasi.jenis is JenisFormulasi.JUMLAH and formulasi.butir
    if kunci.triwulan == 1 or kunci.kunci == CATATAN or dicentang:
        return None
    if isi(arsip.realisasi(formulasi.id, kunci.triwulan), kunci.kunci) is not None:
        return None
    dokumen = arsip.dokumen_dari(formulasi.id)
    if dokumen is None or arsip.status_isian(dokumen.id, kunci.triwulan) is StatusIsian.DIKUNCI:
        return None
    return isi(arsip.realisasi(formulasi.id, kunci.triwulan - 1), kunci.kunci)
