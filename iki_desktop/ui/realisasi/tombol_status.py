"""The state of the quarter at the head of the page, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QMenu

from iki_desktop.core.records import StatusIsian
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.realisasi.tanda_status import KATA_STATUS, ikon_status
from iki_desktop.ui.tampilan import alat_polos, warna
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["TombolStatus"]

_ARTI = {
    StatusIsian.TERBUKA: "Isian masih dikerjakan.",
    StatusIsian.SELESAI: "Isian sudah selesai, tetapi masih dapat diubah.",
    StatusIsian.DIKUNCI: "Angka tidak dapat diubah sampai dibuka kembali.",
}


class TombolStatus(TombolTeks):
    """Sign and word of the state; its menu holds the steps that lead on from there."""

    minta_selesai = Signal()
    minta_kunci = Signal()
    minta_buka = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._triwulan, self._status = 1, StatusIsian.TERBUKA
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._isi_menu)
        self.setMenu(self._menu)
        self.tampilkan(1, StatusIsian.TERBUKA)

    @property
    def status(self) -> StatusIsian:
        """The state that is shown."""
        return self._status

    def tampilkan(self, triwulan: int, status: StatusIsian) -> None:
        """Show the state of a quarter."""
        if (triwulan, status) == (self._triwulan, self._status) and self.text():
            return
        self._triwulan, self._status = triwulan, status
        self.setText(KATA_STATUS[status])
        self.setToolTip(alat_polos(_ARTI[status]))
        self.setAccessibleName(f"Keadaan triwulan {ROMAWI[triwulan - 1]}: {KATA_STATUS[status].lower()}")
        self._gambar()

    def _gambar(self) -> None:
        sisi = self.fontMetrics().ascent() + 2
        self.setIconSize(QSize(sisi, sisi))
        tinta = warna().redup if self._status is StatusIsian.TERBUKA else self.palette().text().color()
        self.setIcon(ikon_status(self._status, tinta, sisi, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_status"):
            self._gambar()

    def _isi_menu(self) -> None:
        """The steps as they are at this moment."""
        self._menu.clear()
        nama = f"triwulan {ROMAWI[self._triwulan - 1]}"
        if self._status is StatusIsian.DIKUNCI:
            self._menu.addAction(f"Buka kembali {nama} …\tCtrl+Shift+K").triggered.connect(self.minta_buka)
            return
        selesai = self._menu.addAction("Tandai selesai")
        selesai.setCheckable(True)
        selesai.setChecked(self._status is StatusIsian.SELESAI)
        selesai.triggered.connect(lambda _ya: self.minta_selesai.emit())
        self._menu.addAction(f"Kunci {nama} …\tCtrl+K").triggered.connect(self.minta_kunci)
