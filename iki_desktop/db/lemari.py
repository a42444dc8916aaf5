"""The backups of every file, side by side: found without opening any file, and looked into one by one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.cadangan import Cadangan
from iki_desktop.core.isi_cadangan import IsiCadangan, KeadaanAwal, Simpanan, isi_cadangan
from iki_desktop.core.riwayat import PetaJabatan, Saringan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.migrasi import APPLICATION_ID
from iki_desktop.db.pemulihan import pulihkan
from iki_desktop.db.rak import Rak, asal_rak
from iki_desktop.db.riwayat import halaman_riwayat

__all__ = ["intip", "keadaan_awal", "semua_cadangan"]

_CATATAN = 5
"""Entries of the journal that are told of a backup."""


def semua_cadangan(akar: Iterable[Path]) -> list[Simpanan]:
    """The backups below each of these folders, file by file, the file with the newest one first.

    One that lies in two places is told once, from the first of them.
    """
    per_asal: dict[Path, dict[str, Cadangan]] = {}
    for folder in (satu for tempat in akar for satu in _isi(tempat) if satu.is_dir()):
        asal = asal_rak(folder)
        laci = per_asal.setdefault(asal or folder, {})
        for cadangan in Rak(folder, asal or folder).daftar():
            laci.setdefault(cadangan.path.name, cadangan)
    hasil = [_simpanan(asal, laci.values()) for asal, laci in per_asal.items() if laci]
    return sorted(hasil, key=lambda s: s.cadangan[0].urutan, reverse=True)


def _simpanan(asal: Path, isi: Iterable[Cadangan]) -> Simpanan:
    urut = sorted(isi, key=lambda c: c.urutan, reverse=True)
    return Simpanan(asal if asal.suffix else None, tuple(urut))


def _isi(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def intip(cadangan: Path) -> IsiCadangan:
    """What a backup holds; in any thread.  It is only read.

    Raises
    ------
    StoreError
        where it is damaged, something else, or cannot be read.
    """
    import tempfile  # noqa: PLC0415  (start-up; rare)

    with tempfile.TemporaryDirectory(prefix="iki-") as folder:
        salinan = Path(folder) / "isi.iki"
        pulihkan(cadangan, salinan)
        with Berkas.buka(salinan) as berkas:
            isi = berkas.muat()
            peta = PetaJabatan(Arsip(isi))
            halaman = halaman_riwayat(berkas.sambungan_baca, Saringan(), peta, banyak=_CATATAN)
    return isi_cadangan(isi, halaman.isi)


def keadaan_awal(path: Path) -> KeadaanAwal:
    """Whether a file is there and looks like one of ours, by its first bytes and its length alone.

    Nothing is locked, so that it stands in nobody's way; whoever opens the file looks closer.
    """
    try:
        with path.open("rb") as berkas:
            kepala = berkas.read(100)
        ukuran = path.stat().st_size
    except FileNotFoundError:
        return KeadaanAwal.HILANG
    except OSError:
        return KeadaanAwal.HILANG if not path.parent.is_dir() else KeadaanAwal.ADA
    sebaris = int.from_bytes(kepala[16:18], "big") or 1
    halaman = 65_536 if sebaris == 1 else sebaris
    utuh = kepala.startswith(b"SQLite format 3\0") and kepala[68:72] == APPLICATION_ID.to_bytes(4, "big")
    lengkap = utuh and ukuran >= halaman * int.from_bytes(kepala[28:32], "big")
    return KeadaanAwal.ADA if lengkap else KeadaanAwal.RUSAK
