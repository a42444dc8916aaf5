"""Whether the records of a file fit together: what the rest of the program takes for granted.

A whole kabupaten is looked through by comparing sets, not record by record: it is opened often.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import cast

from iki_desktop.core.arsip import AKAR, KOLOM_INDUK
from iki_desktop.core.pertalian import ID_TERBESAR, JENIS_INDUK
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.core.sampah import terbaca
from iki_desktop.core.triwulan import SEMUA_TRIWULAN
from iki_desktop.db.kodek import KodekError

__all__ = ["INDUK", "periksa_records"]

INDUK: tuple[tuple[type[Record], str, type[Record]], ...] = tuple(
    (jenis, KOLOM_INDUK[jenis], induk) for jenis, induk in JENIS_INDUK.items()
)
"""Each kind with the column that names its parent, and the kind of that; parents before children."""

_BERPOHON = (Kecamatan, Dokumen, Jabatan, Sasaran, Indikator, Formulasi)


def periksa_records(per_jenis: Mapping[type[Record], Sequence[Record]]) -> None:
    """Check ids, parents, quarters and the chain of atasan of all records of a file, kind by kind.

    Raises
    ------
    KodekError
        where an id is used twice or stands under the wrong kind, posts report in a circle, formulas
        share what they cannot, or the bin keeps what is nothing.
    """
    id_per_jenis: dict[type[Record], set[int]] = {j: _kumpulan(per_jenis[j], "id") for j in _BERPOHON}
    semua = set[int]().union(*id_per_jenis.values())
    if len(semua) < sum(len(per_jenis[j]) for j in id_per_jenis):
        raise KodekError("an id that is used twice")
    if semua and not AKAR < min(semua) <= max(semua) <= ID_TERBESAR:
        raise KodekError("an id beyond all counting")
    for jenis, kolom, induk in INDUK:
        if not _kumpulan(per_jenis[jenis], kolom) <= id_per_jenis[induk]:
            raise KodekError("a record without its parent")
    for jenis in (Realisasi, StatusTriwulan):
        if not _kumpulan(per_jenis[jenis], "triwulan") <= set(SEMUA_TRIWULAN):
            raise KodekError("no such quarter")
    if min(_kumpulan(per_jenis[Terbitan], "nomor"), default=0) < 0:
        raise KodekError("an issue before the first")
    if not all(terbaca(s.isi) for s in cast("Sequence[Sampah]", per_jenis[Sampah])):
        raise KodekError("nothing that was deleted")
    _periksa_sumber(cast("Sequence[Formulasi]", per_jenis[Formulasi]), per_jenis)
    _periksa_atasan(cast("Sequence[Jabatan]", per_jenis[Jabatan]))


def _kumpulan(records: Iterable[Record], kolom: str) -> set[int]:
    return set(map(attrgetter(kolom), records))


def _periksa_sumber(semua: Sequence[Formulasi], per_jenis: Mapping[type[Record], Sequence[Record]]) -> None:
    """A formula that shares another one's entries has none of its own, and that one is no such either."""
    berbagi = {f.id: f.sumber_id for f in semua if f.sumber_id is not None}
    if not berbagi:
        return
    if not set(berbagi.values()) <= {f.id for f in semua if f.sumber_id is None}:
        raise KodekError("a formula that shares what is not there")
    if _kumpulan(per_jenis[Realisasi], "formulasi_id") & berbagi.keys():
        raise KodekError("an entry of a formula that has none of its own")


def _periksa_atasan(semua: Sequence[Jabatan]) -> None:
    jabatan_by_id = {j.id: j for j in semua}
    selesai: set[int] = set()
    for jabatan in semua:
        jalan: set[int] = set()
        kini: Jabatan | None = jabatan
        while kini is not None and kini.id not in selesai:
            if kini.id in jalan:
                raise KodekError("posts that report in a circle")
            jalan.add(kini.id)
            kini = _atasan(kini, jabatan_by_id)
        selesai |= jalan


def _atasan(jabatan: Jabatan, jabatan_by_id: Mapping[int, Jabatan]) -> Jabatan | None:
    if jabatan.atasan_id is None:
        return None
    atasan = jabatan_by_id.get(jabatan.atasan_id)
    if atasan is None or atasan.dokumen_id != jabatan.dokumen_id:
        raise KodekError("an atasan that is not in the same document")
    return atasan
