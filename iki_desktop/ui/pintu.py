"""What the window needs from outside its room: opening and making files, and their backups.

The window never opens a database itself; the application hands it a door.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from iki_desktop.core.bukti import KeadaanBukti
    from iki_desktop.core.cadangan import Cadangan, Sebab
    from iki_desktop.core.changes import Change
    from iki_desktop.core.errors import PenyimpananError
    from iki_desktop.core.isi_cadangan import IsiCadangan, KeadaanAwal, Simpanan
    from iki_desktop.core.pemegang import Pemegang
    from iki_desktop.core.perbandingan import Perbandingan
    from iki_desktop.core.progress import Progress
    from iki_desktop.core.records import Bukti
    from iki_desktop.core.riwayat import Catatan, Halaman, PetaJabatan, Saringan
    from iki_desktop.core.salinan_kerja import SalinanTertunda
    from iki_desktop.core.workspace import Workspace

__all__ = ["BerkasTerbuka", "GudangCadangan", "LemariBukti", "Pintu", "SalinanKerja", "Selamatan"]


class GudangCadangan(Protocol):
    """The backups of an open file.

    ``akar`` is the folder for those of every file, ``kedua`` a second one that may come and go;
    ``keluhan`` and ``keluhan_kedua`` tell why the last one is not there.  ``saat_gagal`` is told of
    each edit that what the file lies on did not take.
    """

    akar: Path
    kedua: Path | None
    keluhan: str | None
    keluhan_kedua: str | None
    saat_gagal: Callable[[PenyimpananError], object] | None

    @property
    def berubah(self) -> bool:
        """Whether the file was edited since its last backup."""

    @property
    def folder(self) -> Path:
        """Where the backups of this file lie, or will."""

    def siapkan(self, sebab: Sebab) -> Callable[[], Cadangan | None]:
        """Take a picture of the file now; what is returned writes it, in any thread."""

    def cadangkan(self, sebab: Sebab) -> Cadangan | None:
        """Take a backup here and now; ``None`` where that failed."""

    def daftar(self) -> list[Cadangan]:
        """The backups that are there, newest first; in any thread."""

    def terbaru(self) -> Cadangan | None:
        """The newest one that was tested; in any thread."""

    def periksa(self, cadangan: Cadangan) -> Cadangan:
        """The backup with a verdict on its bytes as they are now; in any thread."""


class SalinanKerja(Protocol):
    """A working copy on this computer of a file that lies elsewhere."""

    @property
    def asal(self) -> Path:
        """The file that it is a copy of."""

    def belum_ditulis(self) -> bool:
        """Whether it holds what the file does not."""

    def siapkan(self) -> Callable[[], None]:
        """Take a picture now; what is returned writes it back, in any thread.

        Raises ``AsalHilangError``, ``AsalBerubahError`` or another ``StoreError`` where that cannot be.
        """

    def siapkan_ke(self, tujuan: Path) -> Callable[[], None]:
        """The same into another, new file, which from then on is the file."""

    def nama_di_sebelah(self, kini: datetime) -> Path:
        """A free name beside the file."""

    def buang(self) -> None:
        """Remove it."""


class LemariBukti(Protocol):
    """The folder of evidence beside an office's file; every method may run in any thread."""

    folder: Path

    def simpan(self, asal: Path, kemajuan: Progress) -> Bukti:
        """Copy a file in; ``StoreError`` where it cannot be, ``Dibatalkan`` where it is stopped."""

    def tempat(self, bukti: Bukti) -> Path | None:
        """Where the file lies; ``None`` where a record names what could never have come in."""

    def keadaan(self, bukti: Bukti, *, teliti: bool = True) -> KeadaanBukti:
        """What has become of the file; with ``teliti`` its content is read."""

    def isi(self) -> list[Path]:
        """Every file in the folder."""

    def tak_terpakai(self, dipakai: Collection[Bukti]) -> list[Path]:
        """The files that no evidence names."""

    def salin_ke(self, berkas: Path, kemajuan: Progress) -> tuple[int, int]:
        """Take everything along to a copy of the office's file: how many came, how many could not."""


@dataclass(frozen=True, slots=True)
class Selamatan:
    """What was saved of a damaged file: into which, how much, what is missing, where the rest is from."""

    berkas: Path
    terbaca: Mapping[str, int]
    hilang: tuple[str, ...]
    asal: tuple[str, ...]


class BerkasTerbuka(Protocol):
    """An open file: its workspace, where it lies, and how it is closed."""

    @property
    def workspace(self) -> Workspace:
        """The one door for edits."""

    @property
    def path(self) -> Path:
        """Where the file lies; that of a working copy, not the copy."""

    @property
    def salinan(self) -> SalinanKerja | None:
        """The working copy that is open in the place of the file."""

    @property
    def baca_saja(self) -> bool:
        """Whether every edit is refused."""

    @property
    def pemegang(self) -> Pemegang | None:
        """Who has the file open, where this is but a picture of it; else ``None``."""

    def masih_dipegang(self) -> bool:
        """Whether ``pemegang`` still says to have the file open."""

    @property
    def per(self) -> datetime:
        """When the file was read."""

    @property
    def gudang(self) -> GudangCadangan:
        """Its backups."""

    def riwayat(self, saringan: Saringan, peta: PetaJabatan, sebelum: int | None) -> Halaman:
        """A page of the journal, newest first, with the changes; ``sebelum`` from the page before."""

    def bandingkan(self, lama: Path) -> tuple[Perbandingan, tuple[Catatan, ...]]:
        """What differs between an older state of this file and now, and the last entries since."""

    def mundur(self, nomor: int) -> tuple[Change, ...]:
        """What takes entry ``nomor`` of the journal and all later ones back; ``RuleError`` where unfit."""

    def ukuran_sampah(self) -> int:
        """How many bytes of the file hold what was deleted."""

    def lemari(self, berkas: Path) -> LemariBukti:
        """The evidence beside this file, or beside the one it has become."""

    def siapkan_tulis(self) -> None:
        """Load what the first edit needs; called when nobody waits."""

    def simpan_salinan(self, tujuan: Path) -> None:
        """Write a verified copy of the file as it is now; ``StoreError`` where it cannot be."""

    def pindah(self, tujuan: Path) -> None:
        """Write all that is in memory to a new file and go on in it; ``StoreError`` where it cannot be."""

    def tutup(self) -> None:
        """Release the file."""


class Pintu(Protocol):
    """Opens and makes files.  Every refusal is an ``IkiError`` with its sentence."""

    def buka(self, path: Path) -> BerkasTerbuka:
        """Open an existing file; where a working copy of it waits to be written back, that one."""

    def kerjakan_di_sini(self, path: Path) -> BerkasTerbuka:
        """Open a working copy of a file that lies elsewhere."""

    def salinan(self, path: Path) -> SalinanKerja | None:
        """The working copy of a file that waits to be written back, and is not open."""

    def salinan_tertunda(self) -> list[SalinanTertunda]:
        """Every working copy that waits to be written back, the newest first."""

    def buat(self, path: Path) -> BerkasTerbuka:
        """Make a new, empty file; the name must be free."""

    def buat_contoh(self) -> BerkasTerbuka:
        """Open the example office, made anew where it is not there yet."""

    def selamatkan(self, path: Path) -> Selamatan:
        """Bring what can be had of a damaged file, and of its backups, into a new one beside it."""

    def pulihkan(self, cadangan: Path, tujuan: Path) -> None:
        """Make a new file of a backup; nothing that is there is touched."""

    def semua_cadangan(self, folder: Path | None, kedua: Path | None) -> list[Simpanan]:
        """The backups of every file, in these folders and in the usual one."""

    def intip(self, cadangan: Path) -> IsiCadangan:
        """What a backup holds; in any thread."""

    def periksa_cadangan(self, cadangan: Cadangan) -> Cadangan:
        """The backup with a verdict on its bytes as they are now; in any thread."""

    def keadaan(self, path: Path) -> KeadaanAwal:
        """How a file is at a glance, without opening it."""

    def gantikan(self, baru: Path, kini: Path) -> None:
        """Let a closed file take the place of another closed one, in one step."""
