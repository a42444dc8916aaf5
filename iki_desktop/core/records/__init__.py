"""The records of an office's file: frozen, typed, and free of any storage or window.

A *record* (``Kecamatan`` … ``Realisasi``) has an identity of its own, a place among its
siblings (``urutan``) and the id of its parent; it is the unit in which edits are made,
stored and undone.  A *value* (``Keputusan``, ``Penandatangan``, ``Target`` …) has no
identity and lives inside one record.

``None`` always means "not given", which is not the same as an empty text or an empty list:
the exchange format tells the two apart, and so do the records.

Ids are unique over the whole file, whatever the kind of record, so that one integer names a
node of the tree.  What stands beside the tree has no id: a ``Realisasi`` is named by its formula
and its quarter, a ``StatusTriwulan`` and a ``Terbitan`` by their document and a number, a
``Sampah`` by its number.
"""

from __future__ import annotations

from iki_desktop.core.records.angka import (
    Bukti,
    Centang,
    EmpatAngka,
    Kelas,
    PengaturanCapaian,
    Target,
)
from iki_desktop.core.records.naskah import (
    Bab,
    Bagian,
    Butir,
    Daftar,
    Diktum,
    Iku,
    IkuBaris,
    JudulKolom,
    Keputusan,
    Misi,
    Pejabat,
    Penandatangan,
    Pengesahan,
    Penomoran,
    TataLetak,
    Tujuan,
)
from iki_desktop.core.records.pilihan import (
    Akumulasi,
    Arah,
    Gabungan,
    JenisFormulasi,
    StatusIsian,
    Unit,
)
from iki_desktop.core.records.pohon import (
    Dokumen,
    Formulasi,
    Indikator,
    IsiSampah,
    Jabatan,
    Kecamatan,
    N,
    Node,
    Realisasi,
    Record,
    Sampah,
    Sasaran,
    StatusTriwulan,
    Terbitan,
)

__all__ = [
    "Akumulasi",
    "Arah",
    "Bab",
    "Bagian",
    "Bukti",
    "Butir",
    "Centang",
    "Daftar",
    "Diktum",
    "Dokumen",
    "EmpatAngka",
    "Formulasi",
    "Gabungan",
    "Iku",
    "IkuBaris",
    "Indikator",
    "IsiSampah",
    "Jabatan",
    "JenisFormulasi",
    "JudulKolom",
    "Kecamatan",
    "Kelas",
    "Keputusan",
    "Misi",
    "N",
    "Node",
    "Pejabat",
    "Penandatangan",
    "PengaturanCapaian",
    "Pengesahan",
    "Penomoran",
    "Realisasi",
    "Record",
    "Sampah",
    "Sasaran",
    "StatusIsian",
    "StatusTriwulan",
    "Target",
    "TataLetak",
    "Terbitan",
    "Tujuan",
    "Unit",
]
