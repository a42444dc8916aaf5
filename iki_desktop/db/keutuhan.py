"""Whether the records of a file fit together: what the rest of the program takes for granted."""

from __future__ import annotations

from collections.abc import Iterable

from iki_desktop.core.arsip import AKAR, induk_id
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Realisasi,
    Record,
    Sasaran,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.db.kodek import KodekError

__all__ = ["periksa_records"]

_INDUK: dict[type, type | None] = {
    Kecamatan: None,
    Dokumen: Kecamatan,
    Jabatan: Dokumen,
    Sasaran: Jabatan,
    Indikator: Sasaran,
    Formulasi: Indikator,
    Realisasi: Formulasi,
}


def periksa_records(records: Iterable[Record]) -> None:
    """Check ids, parents, quarters and the chain of atasan.

    ``records`` come with parents before their children.

    Raises
    ------
    KodekError
        where an id is used twice or stands under the wrong kind, or posts report in a circle.
    """
    jenis_by_id: dict[int, type] = {}
    jabatan_by_id: dict[int, Jabatan] = {}
    for record in records:
        jenis = type(record)
        induk = _INDUK[jenis]
        if induk is not None and jenis_by_id.get(induk_id(record)) is not induk:
            raise KodekError("a record without its parent")
        if isinstance(record, Realisasi):
            if record.triwulan not in SEMUA_TRIWULAN:
                raise KodekError("no such quarter")
            continue
        if record.id <= AKAR or record.id in jenis_by_id:
            raise KodekError("an id that is used twice")
        jenis_by_id[record.id] = jenis
        if isinstance(record, Jabatan):
            jabatan_by_id[record.id] = record
    _periksa_atasan(jabatan_by_id)


def _periksa_atasan(jabatan_by_id: dict[int, Jabatan]) -> None:
    selesai: set[int] = set()
    for jabatan in jabatan_by_id.values():
        jalan: set[int] = set()
        kini: Jabatan | None = jabatan
        while kini is not None and kini.id not in selesai:
            if kini.id in jalan:
                raise KodekError("posts that report in a circle")
            jalan.add(kini.id)
            kini = _atasan(kini, jabatan_by_id)
        selesai |= jalan


def _atasan(jabatan: Jabatan, jabatan_by_id: dict[int, Jabatan]) -> Jabatan | None:
    if jabatan.atasan_id is None:
        return None
    atasan = jabatan_by_id.get(jabatan.atasan_id)
    if atasan is None or atasan.dokumen_id != jabatan.dokumen_id:
        raise KodekError("an atasan that is not in the same document")
    return atasan
