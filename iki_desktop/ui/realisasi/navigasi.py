"""Where the current cell goes: through what can be entered, past everything that cannot."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex

from iki_desktop.core.formulasi import isi
from iki_desktop.ui.realisasi.baris import JenisBaris
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.sel import CATATAN

__all__ = [
    "baris_isian",
    "isian_baris",
    "isian_kosong",
    "isian_pertama",
    "isian_terakhir",
    "ke_samping",
    "ke_tegak",
]


def _isian(model: ModelRealisasi, nomor: int) -> list[int]:
    """The columns of a row in which a number can be entered."""
    if model.baris(nomor).jenis < JenisBaris.FORMULASI:
        return []
    return [
        n
        for n, k in enumerate(model.kolom)
        if k.jenis is JenisKolom.ISIAN and model.kunci(nomor, n) is not None
    ]


def baris_isian(model: ModelRealisasi, awal: int, langkah: int = 1) -> Iterator[int]:
    """The rows from ``awal`` on in which something can be entered."""
    akhir = model.rowCount() if langkah > 0 else -1
    return (nomor for nomor in range(awal, akhir, langkah) if _isian(model, nomor))


def isian_baris(model: ModelRealisasi, nomor: int) -> QModelIndex:
    """The first input of a row."""
    return model.index(nomor, _isian(model, nomor)[0])


def ke_tegak(model: ModelRealisasi, asal: QModelIndex, langkah: int) -> QModelIndex:
    """The same input in the next row that can be entered, or its first one; ``asal`` at the end."""
    for nomor in baris_isian(model, asal.row() + langkah, langkah):
        if model.kunci(nomor, asal.column()) is not None:
            return model.index(nomor, asal.column())
        triwulan = model.kolom[asal.column()].triwulan
        isian = _isian(model, nomor)
        return model.index(nomor, next((n for n in isian if model.kolom[n].triwulan == triwulan), isian[0]))
    return asal


def ke_samping(model: ModelRealisasi, asal: QModelIndex, langkah: int) -> QModelIndex:
    """The next input in reading order, on into the next rows; ``asal`` at the end."""
    searah = [n for n in _isian(model, asal.row()) if (n - asal.column()) * langkah > 0]
    if searah:
        return model.index(asal.row(), searah[0] if langkah > 0 else searah[-1])
    for nomor in baris_isian(model, asal.row() + langkah, langkah):
        return model.index(nomor, _isian(model, nomor)[0 if langkah > 0 else -1])
    return asal


def isian_pertama(model: ModelRealisasi) -> QModelIndex:
    """The first input of all."""
    for nomor in baris_isian(model, 0):
        return model.index(nomor, _isian(model, nomor)[0])
    return QModelIndex()


def isian_terakhir(model: ModelRealisasi) -> QModelIndex:
    """The last input of all."""
    for nomor in baris_isian(model, model.rowCount() - 1, -1):
        return model.index(nomor, _isian(model, nomor)[-1])
    return QModelIndex()


def isian_kosong(model: ModelRealisasi, asal: QModelIndex) -> QModelIndex:
    """The next input after ``asal`` in which nothing is entered, round the end; invalid for none."""
    nomor = max(asal.row(), 0)
    sesudah = [nomor, *range(nomor + 1, model.rowCount()), *range(nomor + 1)]
    for putaran, satu in enumerate(sesudah):
        for kolom in _isian(model, satu):
            if (putaran or kolom > asal.column()) and _kosong(model, satu, kolom):
                return model.index(satu, kolom)
    return QModelIndex()


def _kosong(model: ModelRealisasi, nomor: int, kolom: int) -> bool:
    kunci = model.kunci(nomor, kolom)
    if kunci is None or kunci.kunci == CATATAN or model.terkunci(kunci):
        return False
    sumber_id = model.workspace.arsip.sumber_isian(kunci.formulasi_id)
    if sumber_id != kunci.formulasi_id and model.nomor_baris(sumber_id) is not None:
        return False  # the same entry stands in another row, and is asked for there
    return isi(model.workspace.arsip.realisasi(kunci.formulasi_id, kunci.triwulan), kunci.kunci) is None
