"""Last quarter's numbers, proposed in grey: one is taken with Enter, or all that are shown at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iki_desktop.core.triwulan import nama_periode
from iki_desktop.ui.realisasi.isian import isi_sel
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["Pengusul"]

_BANYAK_BARIS = 2_000
_JEDA = 400
"""Milliseconds: of more rows than that the proposals are counted once the entering pauses."""


class Pengusul(QWidget):
    """A line above the grid while proposals are shown: how many there are, and what to do with them."""

    def __init__(self, sesi: Sesi, tabel: TabelRealisasi, model: ModelRealisasi) -> None:
        super().__init__()
        self._sesi, self._tabel, self._model = sesi, tabel, model
        self.keterangan = label_kecil()
        self.terima_semua = TombolTeks("Terima semua (Ctrl+Shift+U)")
        self.terima_semua.clicked.connect(self.terima)
        self.sembunyikan = TombolTeks("Sembunyikan (Ctrl+U)")
        self.sembunyikan.clicked.connect(self.balik)
        letak = QHBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, 0, JARAK_LEBAR, JARAK_RAPAT)
        letak.setSpacing(JARAK)
        letak.addWidget(self.keterangan, 1)
        letak.addWidget(self.terima_semua)
        letak.addWidget(self.sembunyikan)
        tabel.minta_terima_usulan.connect(self.terima_kini)
        self._jeda = QTimer(self, singleShot=True, interval=_JEDA)
        self._jeda.timeout.connect(self._hitung)
        self.hide()

    @property
    def tampil(self) -> bool:
        """Whether proposals are wanted."""
        return self._model.usulkan

    def balik(self) -> None:
        """Show proposals, or hide them."""
        self._model.set_usulkan(not self._model.usulkan)
        self.segarkan()
        if self._model.usulkan and self._model.periode == 1:
            self._sesi.pesan.emit("Usulan ada mulai triwulan II: angkanya dari triwulan sebelumnya.", "")

    def segarkan(self) -> None:
        """Say how many there are now."""
        periode = self._model.periode
        if not self._model.usulkan or not isinstance(periode, int) or periode == 1:
            self._jeda.stop()
            self.hide()
        elif self._model.rowCount() > _BANYAK_BARIS:
            self._jeda.start()
        else:
            self._hitung()

    def _hitung(self) -> None:
        periode = self._model.periode
        assert isinstance(periode, int)
        banyak, asal = len(self._model.usulan()), nama_periode(periode - 1)
        if banyak:
            teks = f"{banyak} usulan dari {asal}, tertulis miring. Enter menerima satu."
        else:
            teks = f"Tidak ada usulan dari {asal} untuk isian yang kosong."
        self.keterangan.setText(teks)
        self.terima_semua.setVisible(bool(banyak))
        self.show()

    def terima_kini(self) -> None:
        """Take the number that is proposed in the current cell."""
        kini = self._tabel.currentIndex()
        sel = self._model.sel(kini.row(), kini.column())
        if sel.kunci is not None and sel.usulan is not None:
            isian = [(sel.kunci, sel.usulan)]
            self._sesi.coba(lambda: isi_sel(self._sesi.workspace, isian, (), "terima usulan"))

    def terima(self) -> None:
        """Take all that are shown, as one edit."""
        isian = self._model.usulan()
        if not isian:
            self._sesi.pesan.emit("Tidak ada usulan untuk diterima di sini.", "")
            return
        teks = f"terima {len(isian)} usulan"
        if self._sesi.berhasil(lambda: isi_sel(self._sesi.workspace, isian, (), teks)):
            self._tabel.setFocus()
            self._sesi.pesan.emit(f"{len(isian)} usulan diterima.", "urungkan")
