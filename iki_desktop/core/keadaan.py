"""Back to a moment: what the whole file, or one record of it, was when an entry of the journal was made.

``mundur`` are the changes that take every entry since then back.  What becomes of them here is a new
edit, which is written down, and taken back, as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from iki_desktop.core import formulasi_bersama
from iki_desktop.core.arsip import Arsip, Kunci, dengan_induk, induk_id, kunci_record
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kunci_triwulan import beserta_keadaan
from iki_desktop.core.pertalian import periksa_pertalian
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
from iki_desktop.core.sampah import himpun, pulangkan

__all__ = ["isi_kemudian", "kembalikan_berkas", "kembalikan_record"]

_URUTAN: tuple[type[Record], ...] = (
    *(Kecamatan, Dokumen, Jabatan, Sasaran, Indikator, Formulasi),
    *(Realisasi, StatusTriwulan, Terbitan, Sampah),
)
"""Parents before children."""


def kembalikan_berkas(arsip: Arsip, mundur: Sequence[Change]) -> list[Change]:
    """The whole file as it was; the states of quarters are kept, but where their document comes or goes.

    Raises
    ------
    RuleError
        where a decision was issued since, or such was taken back: undo does not go behind it either.
    """
    _periksa_terbitan([c for c in mundur if _di_luar(c, mundur)])
    if _terbit(c.before for c in mundur) - _terbit(c.after for c in mundur):
        raise _sudah_terbit()
    edit = Edit("", tuple(mundur))
    tetap = [c for c in beserta_keadaan(arsip, edit) if not _di_luar(c, mundur)]
    pergi = [c for c in tetap if c.after is None]
    datang = [c for c in tetap if c.before is None]
    ubah = [c for c in tetap if c.before is not None and c.after is not None]
    return sorted(pergi, key=_tempat, reverse=True) + ubah + sorted(datang, key=_tempat)


def _periksa_terbitan(changes: Sequence[Change]) -> None:
    if any(isinstance(c.record, Terbitan) for c in changes):
        raise _sudah_terbit()


def _sudah_terbit() -> RuleError:
    return RuleError(
        "Keputusan ditetapkan atau dibatalkan sesudah saat itu.", "Pilih catatan yang lebih baru."
    )


def _terbit(records: Iterable[Record | None]) -> set[tuple[int, str, str]]:
    """What was issued, wherever it is kept: also with a document in the bin."""
    semua: list[Terbitan] = []
    for record in records:
        if isinstance(record, Terbitan):
            semua.append(record)
        elif isinstance(record, Sampah):
            semua += record.isi.terbitan
    return {(t.nomor, t.waktu, t.isi) for t in semua}


def _di_luar(change: Change, mundur: Sequence[Change]) -> bool:
    record = change.record
    if not isinstance(record, StatusTriwulan | Terbitan):
        return False
    dokumen = (c for c in mundur if isinstance(c.record, Dokumen) and c.record.id == record.dokumen_id)
    return all(c.before is not None and c.after is not None for c in dokumen)


def _tempat(change: Change) -> tuple[int, int]:
    return _URUTAN.index(type(change.record)), getattr(change.record, "urutan", 0)


def isi_kemudian(arsip: Arsip, changes: Sequence[Change]) -> list[Record]:
    """Every record of the file, as it would be after these changes."""
    isi = {kunci_record(r): r for r in arsip.semua()}
    for change in changes:
        isi.pop(kunci_record(change.record), None)
    isi |= {kunci_record(c.after): c.after for c in changes if c.after is not None}
    return list(isi.values())


def kembalikan_record(
    arsip: Arsip, mundur: Sequence[Change], kunci: Kunci, id_baru: Callable[[], int]
) -> list[Change]:
    """One record as it was, at its place of today; one that is gone comes back with what was under it.

    Raises
    ------
    RuleError
        where it was not there yet, where it stood is gone, or the decision of a document was issued
        since.
    """
    lain = _bernomor_sama(arsip, mundur)
    kini = arsip.record(kunci) if kunci not in lain else None
    dulu = next((c.after for c in mundur if kunci_record(c.record) == kunci and c.after is not None), None)
    if all(kunci_record(c.record) != kunci for c in mundur):
        dulu = kini
    if kunci[0] is Realisasi and _di_bawah(arsip, kunci[1], lain):
        raise RuleError("Isian ini milik formulasi yang sudah dihapus.", "Kembalikan dahulu formulasinya.")
    if isinstance(dulu, Realisasi) or (dulu is None and isinstance(kini, Realisasi)):
        return [Change(kini, dulu)]
    if not isinstance(dulu, Node):
        raise RuleError("Data ini belum ada pada saat itu.", "Pilih catatan yang lebih baru.")
    if isinstance(kini, Node) and type(kini) is type(dulu):
        if isinstance(kini, Dokumen):
            _periksa_terbitan([c for c in mundur if induk_id(c.record) == kini.id])
        return _ganti(arsip, kini, dulu)
    if isinstance(dulu, Kecamatan):
        raise RuleError("Kecamatan ini sudah dihapus.", "Kembalikan seluruh berkas, atau pakai cadangan.")
    waktu_itu = Arsip(isi_kemudian(arsip, mundur))
    periksa_pertalian(waktu_itu, mundur)
    return pulangkan(arsip, himpun(_yang_hilang(arsip, waktu_itu, dulu, lain)), id_baru)


def _bernomor_sama(arsip: Arsip, mundur: Sequence[Change]) -> set[Kunci]:
    """What is another record today than it was then: its number was given again."""
    lahir = {kunci_record(c.record) for c in mundur if c.before is None}
    return {k for k in lahir if arsip.record(k) is not None}


def _di_bawah(arsip: Arsip, node_id: int, lain: set[Kunci]) -> bool:
    return node_id in arsip and any(kunci_record(n) in lain for n in arsip.leluhur(node_id))


def _yang_hilang(arsip: Arsip, waktu_itu: Arsip, dulu: Node, lain: set[Kunci]) -> list[Record]:
    """A record with what stood under it then, but for what is elsewhere today, with all under that."""
    hasil: list[Record] = [dulu]
    ikut, lain = {dulu.id}, set(lain)
    for satu in waktu_itu.turunan(dulu.id):
        kunci = kunci_record(satu)
        hilang = arsip.record(kunci) is None or not lain.isdisjoint({kunci, (Kecamatan, induk_id(satu), 0)})
        if induk_id(satu) in ikut and satu != dulu and hilang:
            hasil.append(satu)
            if arsip.record(kunci) is not None:
                lain.add(kunci)
            if isinstance(satu, Node):
                ikut.add(satu.id)
    return hasil


def _ganti(arsip: Arsip, kini: Node, dulu: Node) -> list[Change]:
    """The texts and figures of then, where the record stands today."""
    baru = dengan_induk(replace(dulu, urutan=kini.urutan), induk_id(kini))
    if isinstance(baru, Jabatan) and isinstance(kini, Jabatan):
        baru = replace(baru, atasan_id=kini.atasan_id)
    if isinstance(baru, Formulasi) and isinstance(kini, Formulasi):
        return formulasi_bersama.ubah(arsip, kini, replace(baru, sumber_id=kini.sumber_id))
    return [Change(kini, baru)]
