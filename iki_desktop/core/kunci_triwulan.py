"""Locked quarters: what was entered there stays as it is until the quarter is opened again.

Once a quarter's figures are in a report, a changed entry would make the paper wrong.  The lock
holds for every way of changing: a form, a paste, an import, undo.
"""

from __future__ import annotations

from collections.abc import Iterable

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import Dokumen, Realisasi, Record, StatusIsian, StatusTriwulan, Terbitan
from iki_desktop.core.triwulan import ROMAWI

__all__ = ["Terkunci", "beserta_keadaan", "kata_status", "periksa_kunci"]

Terkunci = frozenset[tuple[int, int]]
"""Locked quarters, as document and quarter."""

_KEADAAN = (StatusTriwulan, Terbitan)
"""What is a document's own, and stands outside undo."""

_KATA = {
    StatusIsian.TERBUKA: "buka kembali",
    StatusIsian.SELESAI: "tandai selesai",
    StatusIsian.DIKUNCI: "kunci",
}


def kata_status(status: StatusIsian, dokumen: Dokumen, triwulan: int, alasan: str | None) -> str:
    """A change of a quarter's state in words, for the journal."""
    kata = f"{_KATA[status]} triwulan {ROMAWI[triwulan - 1]} tahun {dokumen.tahun}"
    return f"{kata}: {alasan}" if alasan else kata


def periksa_kunci(arsip: Arsip, edit: Edit, terkunci: Terkunci, *, sesudah: bool) -> None:
    """Refuse entries that come, change or go in a quarter that was locked before the edit.

    Called before memory holds the edit for what it takes away, and after for what it brings.  A
    document that goes as a whole takes its locks with it.

    Raises
    ------
    RuleError
        where one does.
    """
    pergi = {c.record.id for c in edit.changes if isinstance(c.record, Dokumen) and c.after is None}
    records = [c.after if sesudah else c.before for c in edit.changes]
    for dokumen_id, triwulan in _tempat(arsip, records):
        if (dokumen_id, triwulan) in terkunci and dokumen_id not in pergi:
            raise RuleError(
                f"Triwulan {ROMAWI[triwulan - 1]} sudah dikunci.", "Buka kembali triwulannya, lalu ulangi."
            )


def beserta_keadaan(arsip: Arsip, edit: Edit) -> tuple[Change, ...]:
    """The changes of an undo or a redo, where what undo goes past has changed since.

    The states of its quarters, and what was issued of it, go with a document as they are now.
    """
    pergi = [c.record for c in edit.changes if isinstance(c.record, Dokumen) and c.after is None]
    if not pergi:
        return edit.changes
    tetap = [c for c in edit.changes if c.after is not None or not isinstance(c.record, _KEADAAN)]
    keadaan = [r for d in pergi if d.id in arsip for r in arsip.milik_dokumen(d.id)]
    return (*(Change(r, None) for r in keadaan), *tetap)


def _tempat(arsip: Arsip, records: Iterable[Record | None]) -> Iterable[tuple[int, int]]:
    for record in records:
        if isinstance(record, Realisasi) and record.formulasi_id in arsip:
            dokumen = arsip.dokumen_dari(record.formulasi_id)
            if dokumen is not None:
                yield dokumen.id, record.triwulan
