"""From the records of today back to what they were: entries of the journal are taken back, newest first.

An entry tells the cells that it changed, before and after.  It is taken back only where the cells
are what it left behind, so that nothing is ever guessed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Node,
    Record,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)
from iki_desktop.db.kodek import KodekError
from iki_desktop.db.tabel import JENIS, Nilai, Tabel, tabel

__all__ = ["Mundur", "tidak_sesuai"]

_DI_LUAR = (StatusTriwulan, Terbitan)
"""Undo goes past them: whatever they are now, they are what they were."""

_BERNOMOR = (Jabatan, Sasaran, Indikator, Formulasi)
"""What has a number of its own that may be given again; a document's goes with its states."""

_Sel = dict[str, Nilai]
_Nama = tuple[str, tuple[int, ...]]
"""A table, and the key of one of its rows."""


def tidak_sesuai() -> RuleError:
    """The refusal where a journal does not tell what is there."""
    return RuleError("Riwayat tidak lagi sesuai dengan isi berkas.", "Pulihkan dari cadangan bila perlu.")


class Mundur:
    """Records on their way back; ``arsip`` is where they start and is not touched."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._kini: dict[_Nama, _Sel | None] = {}
        self._hidup_lagi: set[_Nama] = set()
        """Numbers that today's record has from another one, which was gone before it came."""
        self._lahir: dict[_Nama, _Sel] = {}

    def ambil_balik(self, perubahan: str) -> None:
        """Take an entry back: its changes, as they stand in the journal.

        Raises
        ------
        RuleError
            where it cannot be understood, or the records are not what it left behind.
        """
        try:
            isi = json.loads(perubahan)
            if not isinstance(isi, list):
                raise ValueError("changes expected")
            for satu in reversed(isi):
                self._balik(satu)
        except (ValueError, TypeError, KeyError, RecursionError) as salah:
            raise tidak_sesuai() from salah

    def changes(self) -> tuple[Change, ...]:
        """What has to be done to the records of today, in the order in which it came up.

        Where another record had the same number then, today's goes and that one comes.

        Raises
        ------
        RuleError
            where a cell holds what no record can.
        """
        try:
            semua = [c for nama, sel in self._kini.items() for c in self._perubahan(nama, sel)]
            return tuple(c for c in semua if c.before != c.after)
        except KodekError as salah:
            raise tidak_sesuai() from salah

    def _perubahan(self, nama: _Nama, sel: _Sel | None) -> Iterator[Change]:
        kini, dulu = self._hari_ini(nama), self._record(nama, sel)
        if nama in self._hidup_lagi and kini is not None and dulu is not None:
            yield Change(kini, None)
            yield Change(None, dulu)
        else:
            yield Change(kini, dulu)

    def _balik(self, satu: Mapping[str, Any]) -> None:
        t = _tabel(satu["jenis"])
        nama = (t.nama, tuple(_bulat(satu[k.nama]) for k in t.kolom[: t.kunci]))
        sebelum, sesudah = satu["sebelum"], satu["sesudah"]
        kini = self._sel(nama)
        if sebelum is sesudah is None:
            raise ValueError(nama)
        if t.jenis not in _DI_LUAR and (kini is None) != (sesudah is None):
            raise ValueError(nama)
        if t.jenis not in _DI_LUAR and kini is not None:
            _cocokkan(t, kini, sesudah, seluruhnya=sebelum is None)
        dulu = None if sebelum is None else _dengan(t, kini, sebelum)
        if issubclass(t.jenis, _BERNOMOR):
            self._kenali(nama, kini, dulu)
        self._kini[nama] = dulu

    def _kenali(self, nama: _Nama, kini: _Sel | None, dulu: _Sel | None) -> None:
        """What came as it had gone, wherever it stands, came back; else its number was given again."""
        if kini is not None and dulu is None:
            self._lahir[nama] = _isi(kini)
        if kini is None and dulu is not None and self._lahir.get(nama, _isi(dulu)) != _isi(dulu):
            self._hidup_lagi.add(nama)

    def _sel(self, nama: _Nama) -> _Sel | None:
        """The cells of a record as they are by now, without its key."""
        if nama in self._kini:
            return self._kini[nama]
        record, t = self._hari_ini(nama), _tabel(nama[0])
        if record is None:
            return None
        return dict(zip((k.nama for k in t.kolom[t.kunci :]), t.baris(record)[t.kunci :], strict=True))

    def _hari_ini(self, nama: _Nama) -> Record | None:
        t, kunci = _tabel(nama[0]), nama[1]
        jenis = Kecamatan if issubclass(t.jenis, Node) else t.jenis
        record = self._arsip.record((jenis, kunci[0], kunci[1] if len(kunci) > 1 else 0))
        return record if isinstance(record, t.jenis) else None

    def _record(self, nama: _Nama, sel: _Sel | None) -> Record | None:
        if sel is None:
            return None
        t = _tabel(nama[0])
        return t.baca([(*nama[1], *(sel.get(k.nama) for k in t.kolom[t.kunci :]))])[0]


def _cocokkan(t: Tabel, kini: _Sel, sesudah: Mapping[str, Any], *, seluruhnya: bool) -> None:
    """Whether the cells are what the entry left behind; those of a birth are all that there are."""
    dibaca = {k.nama: k.baca for k in t.kolom}
    harus = {**dict.fromkeys(kini), **sesudah} if seluruhnya else sesudah
    for kolom, nilai in harus.items():
        if not _sama(kini[kolom], nilai, dibaca[kolom]):
            raise ValueError(kolom)


def _sama(kini: Nilai, tercatat: object, baca: Callable[[Any], Any] | None) -> bool:
    """The same cell; an older program may have written the same in another way."""
    if kini == tercatat and type(kini) is type(tercatat):
        return True
    if baca is None or kini is None or not isinstance(tercatat, str):
        return False
    return bool(baca(kini) == baca(tercatat))


def _dengan(t: Tabel, kini: _Sel | None, sebelum: Mapping[str, Any]) -> _Sel:
    """The cells with what they were; of a deletion only those are told that held something."""
    kosong: _Sel = dict.fromkeys(k.nama for k in t.kolom[t.kunci :])
    if not sebelum.keys() <= kosong.keys():
        raise ValueError("a column that is not known")
    return {**(kosong if kini is None else kini), **sebelum}


def _isi(sel: _Sel) -> _Sel:
    """The cells without where it stands."""
    return {kolom: nilai for kolom, nilai in sel.items() if kolom != "urutan" and not kolom.endswith("_id")}


def _bulat(nilai: object) -> int:
    if type(nilai) is not int:
        raise TypeError("a number expected")
    return nilai


def _tabel(nama: object) -> Tabel:
    return _semua()[str(nama)]


@cache
def _semua() -> dict[str, Tabel]:
    return {t.nama: t for t in map(tabel, JENIS)}
