"""Locked quarters: what was entered there stays as it is until the quarter is opened again.

Once a quarter's figures are in a report, a changed entry would make the paper wrong.  The lock
holds for every way of changing: a form, a paste, an import, undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Realisasi,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
    Terbitan,
)
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

    They also come and go with a formula that shares them, and with what moves to another year.

    Called before memory holds the edit for what it takes away, and after for what it brings.  A
    document that goes as a whole takes its locks with it.

    Raises
    ------
    RuleError
        where one does.
    """
    pergi = {c.record.id for c in edit.changes if isinstance(c.record, Dokumen) and c.after is None}
    for dokumen_id, triwulan in _tempat(arsip, edit.changes, sesudah=sesudah):
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


def _tempat(arsip: Arsip, changes: Iterable[Change], *, sesudah: bool) -> Iterator[tuple[int, int]]:
    """The quarters of documents in which entries go (or, ``sesudah``, come)."""
    for change in changes:
        match change.after if sesudah else change.before:
            case Realisasi() as isian if isian.formulasi_id in arsip:
                dokumen = arsip.dokumen_dari(isian.formulasi_id)
                if dokumen is not None:
                    yield dokumen.id, isian.triwulan
            case Formulasi(sumber_id=int()) as formulasi if _lain_sumber(change):
                yield from _terisi(arsip, formulasi)
            case Sasaran() | Indikator() | Formulasi() as node if _pindah_tahun(arsip, change):
                for turunan in arsip.turunan(node.id):
                    if isinstance(turunan, Formulasi):
                        yield from _terisi(arsip, turunan)


def _lain_sumber(change: Change) -> bool:
    dulu, kini = change.before, change.after
    return not (
        isinstance(dulu, Formulasi) and isinstance(kini, Formulasi) and dulu.sumber_id == kini.sumber_id
    )


def _pindah_tahun(arsip: Arsip, change: Change) -> bool:
    """Whether a node comes under another document; where a parent comes or goes too, it may."""
    if change.before is None or change.after is None:
        return False
    induk = induk_id(change.before), induk_id(change.after)
    if induk[0] == induk[1] or AKAR in induk:
        return False
    return not all(i in arsip for i in induk) or len({arsip.dokumen_dari(i) for i in induk}) > 1


def _terisi(arsip: Arsip, formulasi: Formulasi) -> Iterator[tuple[int, int]]:
    """The quarters in which a formula shows entries, its own or those that it shares."""
    dokumen = arsip.dokumen_dari(formulasi.id)
    if dokumen is not None:
        yield from ((dokumen.id, r.triwulan) for r in arsip.empat_triwulan(formulasi.id) if r is not None)
