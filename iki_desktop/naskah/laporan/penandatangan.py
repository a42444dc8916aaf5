"""Who signs a report: the holder of a jabatan, the one above, the Camat.

Who holds a jabatan is written at the jabatan, else in the office's register for the day of signing.
The Camat is looked up in the register first: who signed the decision may have left since.  Where
nobody is known there is room to write a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.pejabat import DEFINITIF
from iki_desktop.core.records import Jabatan, Kecamatan, Penandatangan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import PasanganTandaTangan, TandaTangan
from iki_desktop.naskah.identitas import jabatan_camat
from iki_desktop.naskah.laporan.bahan import Bahan
from iki_desktop.naskah.penutup import TITIK_TITIK, tanda_tangan
from iki_desktop.naskah.tanggal import tanggal_panjang

__all__ = [
    "Pihak",
    "atasan",
    "pemangku",
    "penutup_camat",
    "penutup_pasangan",
    "sebutan_jabatan",
    "tempat_tanggal",
]

Pihak = tuple[str, Penandatangan | None]
"""A jabatan as it is printed, and who holds it."""


def tempat_tanggal(bahan: Bahan) -> str:
    """``Contoh, 2 April 2026``; a day that is not given leaves room to write it."""
    keputusan = bahan.snapshot.dokumen.keputusan
    tempat = bahan.tempat or (keputusan and keputusan.tempat) or bahan.office.nama
    hari = tanggal_panjang(bahan.tanggal) if bahan.tanggal else f"{TITIK_TITIK} {bahan.tahun}"
    return f"{tempat}, {hari}"


def penutup_camat(bahan: Bahan) -> TandaTangan:
    """The signature under a report of the whole office."""
    jabatan, orang = _camat(bahan)
    return tanda_tangan((tempat_tanggal(bahan),), orang, jabatan)


def penutup_pasangan(
    bahan: Bahan, jabatan: Jabatan, kiri: str = "Mengetahui,", kanan: str = ""
) -> PasanganTandaTangan:
    """The one above at the left, the holder at the right; ``kiri`` and ``kanan`` say what they sign as."""
    atas, sendiri = atasan(bahan, jabatan), pemangku(bahan, jabatan)
    tempat = tempat_tanggal(bahan)
    blok_kiri = tanda_tangan(("", kiri) if kanan else (kiri,), atas[1], atas[0])
    if atas == (kepala_daerah(bahan.office), None):
        blok_kiri = replace(blok_kiri, keterangan=())  # who is elected has no NIP
    return PasanganTandaTangan(
        blok_kiri,
        tanda_tangan((tempat, kanan) if kanan else (tempat,), sendiri[1], sendiri[0]),
    )


def pemangku(bahan: Bahan, jabatan: Jabatan) -> Pihak:
    """The holder of a jabatan."""
    if jabatan.pemangku is not None:
        return jabatan.pemangku.jabatan or jabatan.nama, jabatan.pemangku
    if _kepala(bahan, jabatan):
        return jabatan.nama, _camat(bahan)[1]
    return jabatan.nama, _terdaftar(bahan.snapshot, jabatan.nama, bahan.tanggal)


def atasan(bahan: Bahan, jabatan: Jabatan) -> Pihak:
    """Who stands above: the holder above, else the Camat; above the Camat the region's head."""
    semua = {j.jabatan.id: j.jabatan for j in bahan.snapshot.jabatan}
    if jabatan.atasan_id in semua:
        return pemangku(bahan, semua[jabatan.atasan_id])
    if _kepala(bahan, jabatan):
        nama = kepala_daerah(bahan.office)
        return nama, _terdaftar(bahan.snapshot, nama, bahan.tanggal)
    return _camat(bahan)


def kepala_daerah(office: Kecamatan) -> str:
    """``BUPATI BERAU`` or ``WALI KOTA SAMARINDA``."""
    sebutan = "WALI KOTA" if office.jenis_daerah.casefold() == "kota" else "BUPATI"
    return f"{sebutan} {office.nama_daerah}".upper()


def sebutan_jabatan(jabatan: str) -> str:
    """A jabatan within a line: what stands over a signature may have lines and a comma."""
    return satu_baris(jabatan).rstrip(" ,")


def _camat(bahan: Bahan) -> Pihak:
    keputusan = bahan.snapshot.dokumen.keputusan
    tercatat = _terdaftar(bahan.snapshot, f"camat {bahan.office.nama}", bahan.tanggal)
    orang = tercatat or (keputusan and keputusan.penandatangan) or None
    return (orang and orang.jabatan) or jabatan_camat(bahan.office), orang


def _kepala(bahan: Bahan, jabatan: Jabatan) -> bool:
    """Whether the jabatan is the Camat's own."""
    return _inti(jabatan.nama, bahan.office) == ["camat"]


def _terdaftar(snapshot: Snapshot, nama: str, pada: date | None) -> Penandatangan | None:
    """The one entry of the register that holds this jabatan on that day, a full holder first."""
    if pada is None:
        return None
    office = snapshot.kecamatan
    dicari = _inti(nama, office)
    cocok = [p for p in office.pejabat or () if p.berlaku(pada) and _inti(p.jabatan, office) == dicari]
    penuh = [p for p in cocok if (p.sebutan or DEFINITIF) == DEFINITIF]
    terpilih = penuh if len(penuh) == 1 else cocok
    return terpilih[0].penandatangan if len(terpilih) == 1 else None


def _inti(nama: str, office: Kecamatan) -> list[str]:
    """The words of a jabatan without the office's own name behind them: ``CAMAT BIATAN,`` is ``camat``."""
    kata = re.findall(r"\w+", nama.casefold())
    for akhir in (re.findall(r"\w+", office.nama.casefold()), ["kecamatan"]):
        if akhir and len(kata) > len(akhir) and kata[-len(akhir) :] == akhir:
            kata = kata[: -len(akhir)]
    return kata
