"""Watches over the backups of the open file: on opening, on a new day, on closing, and when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.errors import IkiError
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tugas import Tugas

if TYPE_CHECKING:
    from iki_desktop.core.cadangan import Cadangan
    from iki_desktop.ui.pintu import BerkasTerbuka

__all__ = ["Penjaga", "tempat_cadangan"]

JEDA_PEMBUKAAN = 1_500
"""Milliseconds after opening: by then the window is painted and the first entry is prepared."""
JEDA_SEGARKAN = 600_000
"""Milliseconds between two looks at the clock: “hari ini” becomes “kemarin”."""

_FOLDER, _KEDUA, _HILANG = "cadangan/folder", "cadangan/kedua", "cadangan/kedua_hilang"


def tempat_cadangan(setelan: Setelan) -> tuple[Path | None, Path | None]:
    """The folder of backups that the person has chosen, and the second place; ``None`` where none is."""
    folder, kedua = setelan.teks(_FOLDER), setelan.teks(_KEDUA)
    return Path(folder) if folder else None, Path(kedua) if kedua else None


class Penjaga(QObject):
    """Takes backups by itself and says how things stand.  No failure of its own stops anything.

    Signals
    -------
    status(str, bool)
        the words for the foot of the window, and whether they are a warning.
    selesai(object)
        a backup is there (``Cadangan``).
    gagal(str)
        a backup could not be made; told once for each.
    gagal_menutup(str)
        the one on closing could not be made; the file is closed by then.
    letak_rawan(str)
        the file lies where it is easily lost; told once for each opening.
    """

    status = Signal(str, bool)
    selesai = Signal(object)
    gagal = Signal(str)
    gagal_menutup = Signal(str)
    letak_rawan = Signal(str)

    def __init__(self, terbuka: BerkasTerbuka, sesi: Sesi, setelan: Setelan, induk: QObject) -> None:
        super().__init__(induk)
        self.terbuka = terbuka
        self.gudang = terbuka.gudang
        self._setelan = setelan
        self._induk = induk
        self._terbaru: Cadangan | None = None
        self._tahu = False
        self._sibuk = False
        self._tertutup = False
        self._diminta = False
        folder, kedua = tempat_cadangan(setelan)
        self.gudang.akar = folder or self.gudang.akar
        self.gudang.kedua = kedua or self.gudang.kedua
        sesi.berubah.connect(lambda _edit: self._ikuti_edit())
        QTimer.singleShot(JEDA_PEMBUKAAN, self, self._buka)
        jam = QTimer(self, interval=JEDA_SEGARKAN)
        jam.timeout.connect(self._kabarkan)
        jam.start()

    def _buka(self) -> None:
        if self.terbuka.salinan is None:
            self._periksa_letak()
        if self.terbuka.pemegang is None:
            self.cadangkan(Sebab.PEMBUKAAN)

    def _periksa_letak(self) -> None:
        from iki_desktop.ui.cadangan.letak import peringatan_letak  # noqa: PLC0415  (start-up)

        if rawan := peringatan_letak(self.terbuka.path):
            self.letak_rawan.emit(rawan)

    # --- taking ---------------------------------------------------------------------------

    def cadangkan(self, sebab: Sebab = Sebab.DIMINTA) -> None:
        """Take a picture now, and let a worker write and test it; one after the other."""
        if self._sibuk:
            self._diminta = self._diminta or sebab is Sebab.DIMINTA
            return
        try:
            tulis = self.gudang.siapkan(sebab)
        except IkiError as galat:
            self._gagal(str(galat))
            return
        self._sibuk = True
        self._kerjakan(tulis, self._selesai, self._gagal)

    def sebelum_impor(self) -> None:
        """A backup of what the import will change, made before it begins."""
        if not self.terbuka.baca_saja and (self.gudang.berubah or self._terbaru is None):
            self._terbaru = self.gudang.cadangkan(Sebab.IMPOR) or self._terbaru
            self._kabarkan()

    def tutup(self) -> None:
        """The last backup, where something changed since the one before; the file may go at once."""
        self._tertutup = True
        if not self.gudang.berubah:
            self.deleteLater()
            return
        try:
            tulis = self.gudang.siapkan(Sebab.PENUTUPAN)
        except IkiError as galat:
            self._gagal_menutup(str(galat))
            return
        self._kerjakan(tulis, lambda _hasil: self.deleteLater(), self._gagal_menutup)

    def _gagal_menutup(self, keluhan: str) -> None:
        self.gagal_menutup.emit(keluhan)
        self.deleteLater()

    def _kerjakan(
        self,
        tulis: Callable[[], Cadangan | None],
        usai: Callable[[Cadangan | None], None],
        gagal: Callable[[str], None],
    ) -> None:
        """Start a worker that outlives the open file: what it holds is in memory."""
        hasil: list[Cadangan | None] = []
        tugas = Tugas(lambda _kemajuan: hasil.append(tulis()), self._induk)
        tugas.selesai.connect(lambda: usai(hasil[0]))
        tugas.gagal.connect(gagal)
        for akhir in (tugas.selesai, tugas.gagal):
            akhir.connect(tugas.deleteLater)
        tugas.mulai()

    def _selesai(self, hasil: Cadangan | None) -> None:
        if self._tertutup:
            return
        self._sibuk = False
        self._terbaru = hasil
        self._tahu = True
        self._ingat_kedua()
        self._kabarkan()
        if hasil is not None:
            self.selesai.emit(hasil)
        self._susulkan()

    def _gagal(self, keluhan: str) -> None:
        if self._tertutup:
            return
        self._sibuk = False
        self._tahu = True
        self._kabarkan()
        self.gagal.emit(keluhan)
        self._susulkan()

    def _susulkan(self) -> None:
        """What was asked for while another one was being written."""
        if self._diminta:
            self._diminta = False
            self.cadangkan()

    def _ikuti_edit(self) -> None:
        if self.gudang.keluhan is not None:
            self._kabarkan()
        elif self._terbaru is not None and self._terbaru.waktu.date() < date.today():
            self.cadangkan(Sebab.HARI_BARU)

    # --- places ---------------------------------------------------------------------------

    def pilih_folder(self, akar: Path) -> None:
        """Keep backups in another folder from now on."""
        self.gudang.akar = akar
        self._setelan.simpan(_FOLDER, str(akar))
        self.cadangkan()

    def pilih_kedua(self, kedua: Path | None) -> None:
        """Keep a second copy in this folder where it is there; ``None``: no more."""
        self.gudang.kedua = kedua
        self.gudang.keluhan_kedua = None
        self._setelan.simpan(_KEDUA, str(kedua) if kedua else "")
        self._setelan.simpan(_HILANG, "")
        if kedua is not None:
            self.cadangkan()
        self._kabarkan()

    def kedua_hilang_sejak(self) -> date | None:
        """Since when the second place was not there; ``None`` where it is, or none is chosen."""
        try:
            return date.fromisoformat(self._setelan.teks(_HILANG))
        except ValueError:
            return None

    def _ingat_kedua(self) -> None:
        hilang = self.gudang.kedua is not None and self.gudang.keluhan_kedua is not None
        if not hilang:
            self._setelan.simpan(_HILANG, "")
        elif self.kedua_hilang_sejak() is None:
            self._setelan.simpan(_HILANG, date.today().isoformat())

    # --- saying ---------------------------------------------------------------------------

    @property
    def terbaru(self) -> Cadangan | None:
        """The newest tested backup, as far as this session knows."""
        return self._terbaru

    def _kabarkan(self) -> None:
        from iki_desktop.ui.cadangan.kata import sebut_status  # noqa: PLC0415  (start-up)

        if self._tahu and not self._tertutup:
            kini = datetime.now()
            self.status.emit(
                *sebut_status(self._terbaru, kini, self.gudang.keluhan, self.kedua_hilang_sejak())
            )
