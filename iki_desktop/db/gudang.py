"""The backups of an open file: taken by themselves before what takes much away, or when asked for.

Whatever goes wrong here is told, and never stands in the way of an edit.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.core.cadangan import BANYAK_HAPUSAN, Cadangan, Putusan, Sebab
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import PenyimpananError, StoreError
from iki_desktop.db.berkas import Berkas

if TYPE_CHECKING:
    from iki_desktop.db.cadangan import Potret
    from iki_desktop.db.rak import Rak

__all__ = ["Gudang"]

_log = logging.getLogger(__name__)


class Gudang:
    """Keeps the backups of ``berkas``, and is the ``Store`` that takes one before a bulk deletion.

    ``potret`` belongs to the thread of the connection; ``simpan``, ``daftar`` and ``periksa`` to
    any thread.  ``akar`` holds a folder for each file; ``kedua`` is a second such place, which may
    come and go.  ``asal`` is the file that ``berkas`` is but a working copy of.
    """

    def __init__(
        self,
        berkas: Berkas,
        akar: Path,
        jam: Callable[[], datetime] = datetime.now,
        *,
        asal: Path | None = None,
    ) -> None:
        self._berkas = berkas
        self._asal = asal
        self._jam = jam
        self._kunci = threading.Lock()
        self._edit = 0
        self._edit_tercadang = 0
        self.akar = akar
        self.kedua: Path | None = None
        self.keluhan: str | None = None
        """Why the last backup could not be made; ``None`` where it was."""
        self.keluhan_kedua: str | None = None
        """The same of the second place; also where it is not there."""
        self.saat_gagal: Callable[[PenyimpananError], object] | None = None
        """Told of each edit that could not be written because of what the file lies on."""

    # --- the store ------------------------------------------------------------------------

    def apply(self, edit: Edit) -> int:
        """Write an edit; one that deletes much is preceded by a backup.  Returns its number in the journal.

        Raises
        ------
        StoreError
            where the edit could not be written.
        """
        if not self._berkas.baca_saja and sum(c.after is None for c in edit.changes) > BANYAK_HAPUSAN:
            self.cadangkan(Sebab.PENGHAPUSAN)
        try:
            nomor = self._berkas.apply(edit)
        except PenyimpananError as salah:
            if self.saat_gagal is not None:
                self.saat_gagal(salah)
            raise
        self._edit += 1
        return nomor

    @property
    def sambungan_baca(self) -> sqlite3.Connection:
        """The connection to the file of the moment, for those in this room who only read."""
        return self._berkas.sambungan_baca

    def pindah(self, berkas: Berkas) -> None:
        """Go on in another file, which holds all that was in this one."""
        self._berkas = berkas
        self._asal = None
        self._edit_tercadang = -1

    # --- taking ---------------------------------------------------------------------------

    @property
    def berubah(self) -> bool:
        """Whether the file was edited since the last backup of this session."""
        return self._edit > self._edit_tercadang

    def potret(self) -> Potret:
        """The file as it is now, to be written by ``simpan``.

        Raises
        ------
        StoreError
            where it could not be read.
        """
        from iki_desktop.db.cadangan import Potret  # noqa: PLC0415  (start-up)

        potret = Potret(self._berkas.sambungan_baca)
        self._edit_tercadang = self._edit
        return potret

    def siapkan(self, sebab: Sebab) -> Callable[[], Cadangan | None]:
        """Take the picture now; what is returned writes it, in any thread.

        At an opening it is written only where ``perlu_pembukaan``; then the answer is the newest
        one that is there.

        Raises
        ------
        StoreError
            where the file could not be read; what is returned raises it where it cannot be written.
        """
        potret = self.potret()

        def tulis() -> Cadangan | None:
            if sebab is Sebab.PEMBUKAAN and not self.perlu_pembukaan():
                potret.tutup()
                return self.terbaru()
            return self.simpan(potret, sebab)

        return tulis

    def cadangkan(self, sebab: Sebab) -> Cadangan | None:
        """Take a backup here and now; ``None`` where that failed, which ``keluhan`` tells."""
        try:
            return self.simpan(self.potret(), sebab, dengan_kedua=False)
        except StoreError as salah:
            self.keluhan = str(salah)
            return None

    def simpan(self, potret: Potret, sebab: Sebab, *, dengan_kedua: bool = True) -> Cadangan:
        """Write, test and name a backup, thin the older ones, and let the picture go.

        Raises
        ------
        StoreError
            where it could not be made.  The second place never raises: see ``keluhan_kedua``.
        """
        with self._kunci:
            try:
                return self._simpan(potret, sebab, dengan_kedua=dengan_kedua)
            except StoreError as salah:
                self.keluhan = str(salah)
                self._edit_tercadang = -1
                raise
            finally:
                potret.tutup()

    def _simpan(self, potret: Potret, sebab: Sebab, *, dengan_kedua: bool) -> Cadangan:
        kini = self._jam()
        try:
            rak = self.rak
            hasil = rak.simpan(potret, kini, sebab)
            rak.jarangkan(kini)
            self.keluhan = None
        finally:
            # Where the first place has failed, the second one matters all the more.
            if dengan_kedua and self.kedua is not None:
                self.keluhan_kedua = self._simpan_kedua(self.kedua, potret, kini, sebab)
        return hasil

    def _simpan_kedua(self, kedua: Path, potret: Potret, kini: datetime, sebab: Sebab) -> str | None:
        try:
            if not kedua.is_dir():
                return "Tempat kedua sedang tidak ada."
            rak = self._rak_di(kedua)
            rak.simpan(potret, kini, sebab)
            rak.jarangkan(kini)
        except (StoreError, OSError) as salah:
            _log.warning("second place: %s", salah)
            return str(salah) if isinstance(salah, StoreError) else "Tempat kedua tidak dapat ditulisi."
        return None

    # --- looking --------------------------------------------------------------------------

    @property
    def rak(self) -> Rak:
        """Where the backups of this file lie."""
        return self._rak_di(self.akar)

    def _rak_di(self, akar: Path) -> Rak:
        from iki_desktop.db.rak import Rak, folder_milik  # noqa: PLC0415  (start-up)

        asal = self._asal or self._berkas.path
        return Rak(folder_milik(akar, asal), asal)

    @property
    def folder(self) -> Path:
        """The folder of ``rak``, which may not be there yet."""
        return self.rak.folder

    def daftar(self) -> list[Cadangan]:
        """The backups in the first place, newest first."""
        return self.rak.daftar()

    def terbaru(self) -> Cadangan | None:
        """The newest backup that is, byte for byte, what was tested."""
        diperiksa = map(self.periksa, self.daftar())
        return next((c for c in diperiksa if c.putusan is Putusan.TERUJI), None)

    def periksa(self, cadangan: Cadangan) -> Cadangan:
        """The backup with a verdict on its bytes as they are now."""
        from iki_desktop.db.rak import periksa_sidik  # noqa: PLC0415  (start-up)

        return periksa_sidik(cadangan)

    def perlu_pembukaan(self) -> bool:
        """Whether none was made today, or the file was changed after the newest one."""
        terbaru = self.terbaru()
        if terbaru is None or terbaru.waktu.date() != self._jam().date():
            return True
        try:
            return self._berkas.path.stat().st_mtime > terbaru.path.stat().st_mtime
        except OSError:
            return True
