"""Bringing a backup back: always as a new file first, and into the place of today's only in one step."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.errors import StoreError
from iki_desktop.core.perbandingan import Perbandingan, bandingkan
from iki_desktop.core.riwayat import Catatan, PetaJabatan, Saringan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.cadangan import salin_teruji
from iki_desktop.db.pembaruan import tanpa_salinan
from iki_desktop.db.riwayat import catatan_terakhir, halaman_riwayat
from iki_desktop.db.sambungan import periksa_halaman, periksa_skema, sambungkan

__all__ = ["bandingkan_berkas", "gantikan", "pulihkan"]

_JURNAL = "-journal"
_SEJAK = 50
"""Entries that are shown of what was done since a backup."""


def pulihkan(cadangan: Path, tujuan: Path) -> None:
    """Make a new file of a backup; the backup itself is only read.

    Raises
    ------
    StoreError
        where ``tujuan`` is there already, or the backup is damaged or something else; then nothing
        new is there.
    """
    if os.path.lexists(tujuan):
        raise StoreError(f"Berkas “{tujuan.name}” sudah ada.", "Pilih nama lain.")
    sambungan = sambungkan(cadangan, hanya_baca=True)
    try:
        periksa_skema(sambungan.conn)
        periksa_halaman(sambungan.conn, cadangan)
        salin_teruji(sambungan.conn, tujuan)
    finally:
        sambungan.tutup()
    try:
        with Berkas.buka(tujuan, tanpa_salinan) as berkas:
            berkas.muat()
    except BaseException:
        _buang(tujuan)
        raise


def bandingkan_berkas(lama: Path, kini: Berkas) -> tuple[Perbandingan, tuple[Catatan, ...]]:
    """What differs between an older file and the open one, and the newest entries made since.

    Raises
    ------
    StoreError
        where one of them cannot be read.
    """
    with Berkas.buka(lama) as berkas:
        dulu, nomor = berkas.muat(), catatan_terakhir(berkas.sambungan_baca)
    isi = kini.muat()
    peta = PetaJabatan(Arsip(isi))
    halaman = halaman_riwayat(kini.sambungan_baca, Saringan(), peta, sesudah=nomor, banyak=_SEJAK)
    return bandingkan(dulu, isi), halaman.isi


def gantikan(baru: Path, kini: Path) -> None:
    """Let ``baru`` take the place of ``kini``, which nobody has open; ``baru`` is then gone.

    At every moment ``kini`` is either the old file whole or the new one whole.  Whoever calls has
    a backup of the old one: see ``Gudang``.

    Raises
    ------
    StoreError
        where one of them is open, or the new one is not sound; then both are as they were.
    """
    sambungan = sambungkan(baru)
    try:
        periksa_skema(sambungan.conn)
        periksa_halaman(sambungan.conn, baru)
        if os.path.lexists(kini):
            # Opened once: nobody else has it, and what a crash left unfinished is finished.
            sambungkan(kini).tutup()
            _buang_jurnal(kini)
        salin_teruji(sambungan.conn, kini)
    finally:
        sambungan.tutup()
    _buang(baru)


def _buang(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    _buang_jurnal(path)


def _buang_jurnal(path: Path) -> None:
    """The emptied journal that an exclusive lock leaves: beside another file it means nothing."""
    with suppress(OSError):
        path.with_name(path.name + _JURNAL).unlink(missing_ok=True)
