"""The line at the foot: saved when and where, how much of the quarter is filled, the last backup."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStatusBar, QWidget

from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_LEBAR, alat_polos, label_polos, warna
from iki_desktop.ui.tugas import BilahTugas

__all__ = ["BarisStatus"]


class BarisStatus(QStatusBar):
    """Follows a session while a file is open."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setSizeGripEnabled(False)
        self._sesi: Sesi | None = None
        self._salinan = False
        self._baca_saja = False
        self.tersimpan = label_polos()
        self.terisi = label_polos()
        self.cadangan = LabelSebaris(self.font())
        self.tugas = BilahTugas()
        for label in (self.tersimpan, self.terisi, self.cadangan):
            label.setWordWrap(False)
            label.setContentsMargins(JARAK_LEBAR, 0, JARAK_LEBAR, 0)
        self.addWidget(self.tersimpan, 1)
        self.addPermanentWidget(self.tugas)
        self.addPermanentWidget(self.terisi)
        self.addPermanentWidget(self.cadangan)

    def ikuti(self, sesi: Sesi) -> None:
        """Show this session from now on."""
        self._sesi = sesi
        sesi.berubah.connect(lambda _edit: self._segarkan_simpan())
        for sinyal in (sesi.ringkasan_berubah, sesi.konteks_berubah):
            sinyal.connect(self._segarkan_isi)
        sesi.pilihan_berubah.connect(lambda _id: self._segarkan_isi())
        self._segarkan_simpan()
        # After the first paint: in a large file the sum of the whole office takes a moment.
        QTimer.singleShot(0, self, self._segarkan_isi)

    def sebut_salinan(self, *, salinan: bool) -> None:
        """Whether one works in a copy that has yet to be written back."""
        self._salinan = salinan
        self._segarkan_simpan()

    def set_baca_saja(self, ya: bool) -> None:
        """Nothing is saved of a file that is only read; said anew, also under another name of the file."""
        self._baca_saja = ya
        self._segarkan_simpan()

    def lepas(self) -> None:
        """No file is open any more."""
        self._sesi = None
        self.tersimpan.clear()
        self.terisi.clear()
        self.tampilkan_cadangan("", genting=False)

    def tampilkan_cadangan(self, teks: str, *, genting: bool) -> None:
        """Say when the last backup was made; ``genting`` in the colour of a warning."""
        self.cadangan.setText(teks)
        palet = self.palette()
        if genting:
            palet.setColor(QPalette.ColorRole.WindowText, warna().peringatan)
        self.cadangan.setPalette(palet)

    def _segarkan_simpan(self) -> None:
        if self._sesi is not None:
            pukul = self._sesi.tersimpan_pada.strftime("%H.%M")
            tempat = " · salinan kerja, ditulis balik saat ditutup" if self._salinan else ""
            keadaan = "Hanya dibaca" if self._baca_saja else f"Tersimpan {pukul}"
            self.tersimpan.setText(f"{keadaan} · Berkas {self._sesi.path.name}{tempat}")
            self.tersimpan.setToolTip(alat_polos(str(self._sesi.path)))

    def _segarkan_isi(self) -> None:
        if self._sesi is None:
            return
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            self.terisi.clear()
            return
        hasil = self._sesi.workspace.hasil(dokumen.id, self._sesi.periode)
        self.terisi.setText(f"Terisi {hasil.terisi} dari {hasil.jumlah}")
