"""Whether records hold together after an edit: each under its parent, nothing left behind, no circle.

A form or a paste cannot break this.  What a journal or a bin tells can: it may be damaged, or come
from elsewhere, and a file that was written with it would be refused the next time.
"""

from __future__ import annotations

from collections.abc import Iterable

from iki_desktop.core.arsip import AKAR, Arsip, induk_id
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import TidakSepadanError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Node,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN

__all__ = ["ID_TERBESAR", "JENIS_INDUK", "periksa_pertalian"]

ID_TERBESAR = 2**53
"""No file gets there by counting; behind it there must be room for new ones."""

JENIS_INDUK: dict[type[Record], type[Node]] = {
    Dokumen: Kecamatan,
    Jabatan: Dokumen,
    Sasaran: Jabatan,
    Indikator: Sasaran,
    Formulasi: Indikator,
    Realisasi: Formulasi,
    StatusTriwulan: Dokumen,
    Terbitan: Dokumen,
}
"""Under what each kind stands."""


def periksa_pertalian(arsip: Arsip, changes: Iterable[Change]) -> None:
    """Check what the changes touch, in the file as it is after them.

    Raises
    ------
    TidakSepadanError
        where a record stands under nothing, or under a wrong kind, or what belonged to one that
        went is still there; where posts report in a circle, or formulas share what they cannot.
    """
    for change in changes:
        if not _bertempat(arsip, change) or not _tuntas(arsip, change):
            raise TidakSepadanError(
                "Sebagian data itu tidak cocok dengan isi berkas.", "Pulihkan dari cadangan bila perlu."
            )


def _bertempat(arsip: Arsip, change: Change) -> bool:
    """Whether what is there now may stand where it does."""
    record = change.after
    if record is None or isinstance(record, Sampah):
        return True
    if not isinstance(record, Kecamatan) and not _berjenis(arsip, induk_id(record), type(record)):
        return False
    return _simpul_sah(arsip, record) if isinstance(record, Node) else _samping_sah(arsip, record)


def _berjenis(arsip: Arsip, induk: int, jenis: type[Record]) -> bool:
    return isinstance(_simpul(arsip, induk), JENIS_INDUK[jenis])


def _simpul(arsip: Arsip, node_id: int) -> Record | None:
    return arsip.record((Kecamatan, node_id, 0))


def _samping_sah(arsip: Arsip, record: Realisasi | StatusTriwulan | Terbitan) -> bool:
    if isinstance(record, Terbitan):
        return record.nomor >= 0
    if isinstance(record, Realisasi) and arsip.sumber_isian(record.formulasi_id) != record.formulasi_id:
        return False
    return record.triwulan in SEMUA_TRIWULAN


def _simpul_sah(arsip: Arsip, node: Node) -> bool:
    if not AKAR < node.id <= ID_TERBESAR:
        return False
    if isinstance(node, Jabatan):
        return _atasan_sah(arsip, node)
    return (
        not isinstance(node, Formulasi) or node.sumber_id is None or _sumber_sah(arsip, node, node.sumber_id)
    )


def _atasan_sah(arsip: Arsip, jabatan: Jabatan) -> bool:
    """Whether the chain above it stays in its document and comes to an end."""
    dilewati: set[int] = set()
    kini: Record | None = jabatan
    while isinstance(kini, Jabatan) and kini.dokumen_id == jabatan.dokumen_id and kini.id not in dilewati:
        if kini.atasan_id is None:
            return True
        dilewati.add(kini.id)
        kini = _simpul(arsip, kini.atasan_id)
    return False


def _sumber_sah(arsip: Arsip, formulasi: Formulasi, sumber_id: int) -> bool:
    """Whether it shares the entries of one that has its own, and neither has nor lends any."""
    sumber = _simpul(arsip, sumber_id)
    sah = isinstance(sumber, Formulasi) and sumber.sumber_id is None
    return sah and not arsip.pemakai(formulasi.id) and not _berisi(arsip, formulasi.id)


def _berisi(arsip: Arsip, formulasi_id: int) -> bool:
    return any(arsip.record((Realisasi, formulasi_id, t)) is not None for t in SEMUA_TRIWULAN)


def _tuntas(arsip: Arsip, change: Change) -> bool:
    """Whether nothing that belonged to a node was left behind when it went, or moved."""
    lama = change.before
    if not isinstance(lama, Node):
        return True
    kini = _simpul(arsip, lama.id)
    if isinstance(lama, Jabatan) and not _sedokumen(kini, lama) and arsip.bawahan(lama):
        return False
    if type(kini) is type(lama):
        return True
    if isinstance(lama, Formulasi) and (arsip.pemakai(lama.id) or _berisi(arsip, lama.id)):
        return False
    if isinstance(lama, Dokumen) and any(arsip.milik_dokumen(lama.id)):
        return False
    return all(_berjenis(arsip, lama.id, type(anak)) for anak in arsip.anak(lama.id))


def _sedokumen(kini: Record | None, lama: Jabatan) -> bool:
    """Whether a post is still one, and in the same document as those who report to it."""
    return isinstance(kini, Jabatan) and kini.dokumen_id == lama.dokumen_id
