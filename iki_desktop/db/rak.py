"""A folder with the backups of one office's file: put there, listed, tested anew, thinned."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from iki_desktop.core.cadangan import Cadangan, Putusan, Sebab, yang_dibuang
from iki_desktop.core.errors import ExportError, StoreError
from iki_desktop.db.cadangan import AKHIRAN_TANDA, Potret, baca_tanda, sidik, tempat_tanda
from iki_desktop.keluaran import nama_berkas, tulis_atomik

__all__ = ["Rak", "asal_rak", "baca_cadangan", "folder_milik", "periksa_sidik"]

_NAMA = re.compile(
    r"(?P<kantor>.+) (?P<waktu>\d{4}-\d\d-\d\d \d\d\.\d\d) (?P<sebab>[a-z]+(?: [a-z]+)*)"
    r"(?: \((?P<nomor>\d{1,4})\))?\.iki"
)
_WAKTU = "%Y-%m-%d %H.%M"
_BYTE_KANTOR = 120
"""Of a name's 255 bytes: the moment, the cause, a number and the ending of the mark come after it."""

_ASAL = "asal.txt"
_SISA = timedelta(hours=1)
"""After so long a temporary file belongs to nobody: its program was ended in the midst of it."""


def folder_milik(akar: Path, berkas: Path) -> Path:
    """The folder below ``akar`` for the backups of this file: its name, told apart by where it lies.

    A folder whose file has gone elsewhere (a flash disk under another letter) is taken over.
    """
    nama = nama_berkas(berkas.stem)
    nomor = 1
    while True:
        folder = akar / (nama if nomor == 1 else f"{nama} ({nomor})")
        asal = asal_rak(folder)
        if asal is None or asal == berkas or not asal.exists() or _sama(asal, berkas):
            return folder
        nomor += 1


def asal_rak(folder: Path) -> Path | None:
    """The file whose backups lie in a folder; ``None`` where that is not written there."""
    try:
        teks = (folder / _ASAL).read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return None
    baris = teks.split("\n")
    return Path(baris[1]) if len(baris) > 1 and baris[1] else None


def _sama(satu: Path, dua: Path) -> bool:
    try:
        return satu.samefile(dua)
    except OSError:
        return False


def baca_cadangan(path: Path) -> Cadangan | None:
    """What the name of a backup says; ``None`` for any other file."""
    cocok = _NAMA.fullmatch(path.name)
    if cocok is None:
        return None
    try:
        waktu = datetime.strptime(cocok["waktu"], _WAKTU)
        ukuran = path.stat().st_size
    except (OSError, ValueError):
        return None
    putusan = Putusan.TERUJI if baca_tanda(path) else Putusan.TANPA_TANDA
    nomor = int(cocok["nomor"] or 1)
    return Cadangan(path, cocok["kantor"], waktu, cocok["sebab"], nomor, ukuran, putusan)


class Rak:
    """The backups of one file in one folder, which is made with the first of them."""

    def __init__(self, folder: Path, asal: Path) -> None:
        self.folder = folder
        self._asal = asal

    # --- putting there --------------------------------------------------------------------

    def simpan(self, potret: Potret, waktu: datetime, sebab: Sebab) -> Cadangan:
        """Write a backup, tested, under a name that nothing has yet.

        Raises
        ------
        StoreError
            where it could not be made; then nothing new is there.
        """
        self._siapkan()
        path = self._nama_bebas(potret.kantor() or self._asal.stem, waktu, sebab)
        potret.tulis(path, tanda=True)
        _lindungi(path)
        hasil = baca_cadangan(path)
        if hasil is None or hasil.putusan is not Putusan.TERUJI:
            raise StoreError("Cadangan tidak ditemukan setelah ditulis.", "Periksa folder cadangan.")
        return hasil

    def _siapkan(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if asal_rak(self.folder) != self._asal:
                with tulis_atomik(self.folder / _ASAL) as sementara:
                    sementara.write_text(f"Cadangan dari berkas:\n{self._asal}\n", encoding="utf-8")
        except (OSError, UnicodeError, ExportError) as salah:
            raise StoreError(
                f"Folder cadangan “{self.folder.name}” tidak dapat ditulisi.", "Pilih folder cadangan lain."
            ) from salah

    def _nama_bebas(self, kantor: str, waktu: datetime, sebab: Sebab) -> Path:
        pendek = nama_berkas(kantor).encode()[:_BYTE_KANTOR].decode(errors="ignore").strip(" .")
        awal = f"{pendek} {waktu:{_WAKTU}} {sebab.value}"
        # Counted through the minute whatever the cause, so that the newest one is known by its name.
        nomor = 1 + max(
            (c.nomor for c in self.daftar() if f"{c.waktu:{_WAKTU}}" == f"{waktu:{_WAKTU}}"), default=0
        )
        while True:
            path = self.folder / f"{awal}{'' if nomor == 1 else f' ({nomor})'}.iki"
            if not os.path.lexists(path) and not os.path.lexists(tempat_tanda(path)):
                return path
            nomor += 1

    # --- looking --------------------------------------------------------------------------

    def daftar(self) -> list[Cadangan]:
        """The backups that are here, newest first; none where the folder is not there."""
        try:
            isi = list(self.folder.iterdir())
        except OSError:
            return []
        ada = (baca_cadangan(p) for p in isi)
        return sorted((c for c in ada if c is not None), key=lambda c: c.urutan, reverse=True)

    def teruji(self) -> Iterator[Path]:
        """Those that are, read anew, byte for byte what was tested; newest first."""
        return (c.path for c in self.daftar() if periksa_sidik(c).putusan is Putusan.TERUJI)

    def jarangkan(self, kini: datetime) -> list[Cadangan]:
        """Remove what is no longer needed; returns what was removed.

        Before anything goes, those that stay in its place are read anew, byte for byte: one that
        has gone bad since stands for nothing.
        """
        semua = self.daftar()
        dibaca: set[Path] = set()
        while True:
            buang = yang_dibuang(semua, kini)
            belum = [c for c in _pengganti(semua, buang) if c.path not in dibaca]
            if not belum:
                break
            dibaca |= {c.path for c in belum}
            baru = {c.path: periksa_sidik(c) for c in belum}
            semua = [baru.get(c.path, c) for c in semua]
        hilang = [c for c in buang if _hapus(c.path)]
        self._buang_sisa(kini)
        return hilang

    def _buang_sisa(self, kini: datetime) -> None:
        """Temporary files, and marks without their copy, that a program left when it was ended."""
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                sementara = path.name.startswith(".iki-")
                yatim = path.name.endswith(f".iki{AKHIRAN_TANDA}") and not path.with_suffix("").exists()
                lama = kini - datetime.fromtimestamp(path.stat().st_mtime) > _SISA
                if (sementara or yatim) and lama:
                    path.unlink(missing_ok=True)


def periksa_sidik(cadangan: Cadangan) -> Cadangan:
    """The same backup with a verdict on its bytes as they are now."""
    tanda = baca_tanda(cadangan.path)
    if tanda is None:
        return replace(cadangan, putusan=Putusan.TANPA_TANDA)
    try:
        sama = sidik(cadangan.path) == tanda
    except OSError:
        sama = False
    return replace(cadangan, putusan=Putusan.TERUJI if sama else Putusan.BERUBAH)


def _pengganti(semua: Iterable[Cadangan], buang: list[Cadangan]) -> list[Cadangan]:
    """Of those that would stay: the ones of the months of those that would go, and the newest."""
    if not buang:
        return []
    pergi = {c.path for c in buang}
    bulan = {(c.waktu.year, c.waktu.month) for c in buang}
    tinggal = [c for c in semua if c.putusan is Putusan.TERUJI and c.path not in pergi]
    terbaru = max(tinggal, key=lambda c: c.urutan)
    return [c for c in tinggal if (c.waktu.year, c.waktu.month) in bulan or c is terbaru]


def _lindungi(path: Path) -> None:
    """Whoever opens a backup by itself only reads it."""
    with suppress(OSError):
        path.chmod(0o444)


def _hapus(path: Path) -> bool:
    """The copy first: a mark without its copy says nothing."""
    try:
        path.chmod(0o644)
        path.unlink()
        tempat_tanda(path).unlink(missing_ok=True)
    except OSError:
        return not path.exists()
    return True
