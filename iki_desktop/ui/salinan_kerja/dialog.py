"""Writing a working copy back: waits quietly, and where it is refused says why and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEventLoop, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError, StoreError
from iki_desktop.core.progress import Progress
from iki_desktop.core.salinan_kerja import AsalBerubahError, AsalHilangError
from iki_desktop.ui.pintu import SalinanKerja
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, label_kecil, label_polos
from iki_desktop.ui.tugas import TENGGANG, Tugas
from iki_desktop.ui.tujuan import tanya_tujuan

__all__ = ["DialogTulisBalik"]

_LEBAR = 90
"""Width of the page in letters."""
_AMAN = "Pekerjaan Anda aman di komputer ini."
_JUDUL: dict[type[IkiError], str] = {
    AsalHilangError: "Tempat asalnya tidak ada",
    AsalBerubahError: "Berkas asal sudah diubah",
}
_LANGKAH: dict[type[IkiError], str] = {
    AsalHilangError: "Pasang kembali, lalu coba lagi. Atau simpan di tempat lain.",
    AsalBerubahError: "Simpan di sebelahnya dengan nama lain, lalu bandingkan keduanya.",
}


class DialogTulisBalik(QDialog):
    """Shows itself only where the writing takes long or is refused.  ``tertulis``: it is written."""

    _usai = Signal()

    def __init__(self, salinan: SalinanKerja, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Tulis balik")
        self._salinan = salinan
        self._tugas: Tugas | None = None
        self.tertulis = False
        self.judul, self.uraian = label_polos(), label_polos()
        self.judul.setFont(huruf_judul())
        self._bilah = QProgressBar()
        self._bilah.setRange(0, 0)
        self._bilah.setTextVisible(False)
        self._bilah.setAccessibleName("Sedang menulis balik")
        self.tombol_ulang = QPushButton("&Coba lagi")
        self.tombol_sebelah = QPushButton("Simpan di &sebelahnya")
        self.tombol_lain = QPushButton("Simpan di &tempat lain …")
        self.tombol_nanti = QPushButton("&Nanti saja")
        self.tombol_ulang.clicked.connect(lambda: self._tulis(self._salinan.siapkan))
        self.tombol_sebelah.clicked.connect(self._simpan_sebelah)
        self.tombol_lain.clicked.connect(self._simpan_lain)
        self.tombol_nanti.clicked.connect(self.reject)
        self._susun()

    def _susun(self) -> None:
        letak = QVBoxLayout(self)
        letak.setContentsMargins(*(JARAK_LEBAR + JARAK,) * 4)
        letak.setSpacing(JARAK_LEBAR)
        for bagian in (self.judul, self.uraian, label_kecil(str(self._salinan.asal)), self._bilah):
            letak.addWidget(bagian)
        baris = QHBoxLayout()
        baris.setSpacing(JARAK)
        baris.addStretch(1)
        for tombol in (self.tombol_nanti, self.tombol_lain, self.tombol_sebelah, self.tombol_ulang):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        letak.addLayout(baris)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEBAR)

    def jalankan(self) -> bool:
        """Write back; whether the work is now where the file is, or in another file."""
        self._tulis(self._salinan.siapkan)
        self._tunggu()
        if not self.tertulis:
            self.exec()
        return self.tertulis

    def _tunggu(self) -> None:
        """For most disks that is all there is to it: nobody sees a page."""
        if self._tugas is not None:
            putaran = QEventLoop(self)
            self._usai.connect(putaran.quit)
            QTimer.singleShot(TENGGANG, putaran, putaran.quit)
            putaran.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    # --- writing --------------------------------------------------------------------------

    def _tulis(self, siapkan: Callable[[], Callable[[], None]]) -> None:
        self._tampilkan_sibuk()
        try:
            tulis = siapkan()
        except IkiError as galat:
            self._tolak(galat)
            return
        salah: list[IkiError] = []

        def kerja(_kemajuan: Progress) -> None:
            try:
                tulis()
            except IkiError as galat:
                salah.append(galat)
                raise

        self._tugas = Tugas(kerja, self.parent())
        self._tugas.selesai.connect(self._selesai)
        self._tugas.gagal.connect(lambda pesan: self._tolak(salah[0] if salah else StoreError(pesan)))
        self._tugas.mulai()

    def _simpan_sebelah(self) -> None:
        tujuan = self._salinan.nama_di_sebelah(datetime.now())
        self._tulis(lambda: self._salinan.siapkan_ke(tujuan))

    def _simpan_lain(self) -> None:
        tujuan = tanya_tujuan(self, "Simpan di tempat lain", self._salinan.asal, "Berkas IKI")
        if tujuan is not None:
            self._tulis(lambda: self._salinan.siapkan_ke(tujuan))

    def _selesai(self) -> None:
        self._tugas = None
        self.tertulis = True
        self._usai.emit()
        self.accept()

    # --- showing --------------------------------------------------------------------------

    def _tampilkan_sibuk(self) -> None:
        self.judul.setText("Menulis balik ke tempat asal …")
        self.uraian.setText("Jangan cabut flash disk atau jaringannya.")
        self._bilah.show()
        for tombol in (self.tombol_ulang, self.tombol_sebelah, self.tombol_lain):
            tombol.hide()

    def _tolak(self, galat: IkiError) -> None:
        self._tugas = None
        jenis = type(galat)
        self.judul.setText(_JUDUL.get(jenis, "Belum dapat ditulis balik"))
        langkah = _LANGKAH.get(jenis, "")
        self.uraian.setText(f"{galat if not langkah else galat.pesan}\n{_AMAN} {langkah}".strip())
        self._bilah.hide()
        berubah = isinstance(galat, AsalBerubahError)
        self.tombol_ulang.setVisible(not berubah)
        self.tombol_sebelah.setVisible(berubah)
        self.tombol_lain.show()
        utama = self.tombol_sebelah if berubah else self.tombol_ulang
        utama.setDefault(True)
        utama.setFocus()
        self._usai.emit()
        self.adjustSize()
