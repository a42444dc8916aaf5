"""How the open file stands, where that is not as usual: held by somebody, only readable, or failing.

A strip above the pages says it for as long as it is so, and offers the one step that helps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.pemegang import sebut_pelepas, sebut_pemegang
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_polos, warna

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from iki_desktop.ui.pintu import BerkasTerbuka
    from iki_desktop.ui.sesi import Sesi

__all__ = ["BilahKeadaan", "KeadaanBerkas"]

JEDA_PEMEGANG = 15_000
"""Milliseconds between two looks at whether the file is still held: a few bytes beside it."""

COBA_UBAH = "&Coba buka untuk mengubah"
UBAH = "&Buka untuk mengubah"
SALIN = "&Simpan salinan di tempat lain …"


class BilahKeadaan(QFrame):
    """A sentence and a button; hidden while everything is as usual."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setObjectName("bilahKeadaan")
        self._teks = label_polos()
        self.tombol = QPushButton(self)
        self.tombol.clicked.connect(self._lakukan)
        self._perbuatan: Callable[[], object] = lambda: None
        letak = QHBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK, JARAK_LEBAR, JARAK)
        letak.addWidget(self._teks, 1)
        letak.addWidget(self.tombol)
        self.hide()

    def _lakukan(self) -> None:
        self._perbuatan()

    def teks(self) -> str:
        """The sentence shown now; empty while hidden."""
        return self._teks.text() if not self.isHidden() else ""

    def tampilkan(self, teks: str, langkah: str, perbuatan: Callable[[], object], *, genting: bool) -> None:
        """Say how it stands, and what can be done; ``genting`` where something was not saved."""
        self._teks.setText(teks)
        self.setAccessibleName(teks)
        self.tombol.setText(langkah)
        self._perbuatan = perbuatan
        w = warna()
        latar, tepi = (w.latar_salah, w.salah) if genting else (w.latar_peringatan, w.peringatan)
        self.setStyleSheet(
            f"#bilahKeadaan {{ background: {latar.name()}; border-left: 4px solid {tepi.name()}; }}"
        )
        self.show()


class KeadaanBerkas(QObject):
    """Watches over how one open file stands.

    Signals
    -------
    minta_buka()
        try again to open the file for editing.
    berpindah(Path)
        the window goes on in this copy, with everything that is shown in it.
    """

    minta_buka = Signal()
    berpindah = Signal(object)

    def __init__(
        self, terbuka: BerkasTerbuka, sesi: Sesi, bilah: BilahKeadaan, folder: Path, jendela: QWidget
    ) -> None:
        super().__init__(jendela)
        self._terbuka = terbuka
        self._sesi = sesi
        self._bilah = bilah
        self._folder = folder
        self._jendela = jendela
        self.tawaran: QMessageBox | None = None
        self._gagal = False
        self._jam = QTimer(self, interval=JEDA_PEMEGANG)
        self._jam.timeout.connect(self._lihat_pemegang)
        if terbuka.pemegang is not None:
            self._jam.start()
        terbuka.gudang.saat_gagal = self._ikuti_gagal
        sesi.berubah.connect(lambda _edit: self._pulih())
        self._segarkan()

    @property
    def baca_saja(self) -> bool:
        """Whether nothing that is typed can be kept: it then holds up nobody."""
        return self._terbuka.baca_saja

    def _segarkan(self) -> None:
        if self._terbuka.pemegang is not None:
            siapa = sebut_pemegang(self._terbuka.pemegang, datetime.now())
            pukul = f"Yang tampil adalah isi pukul {self._terbuka.per:%H.%M}."
            teks = f"{siapa} Anda dapat membaca, tidak mengubah. {pukul}"
            self._bilah.tampilkan(teks, COBA_UBAH, self.minta_buka.emit, genting=False)
        elif self._terbuka.baca_saja:
            teks = "Berkas ini hanya dapat dibaca. Untuk mengubahnya, simpan salinan di tempat lain."
            self._bilah.tampilkan(teks, SALIN, self.simpan_salinan, genting=False)
        else:
            self._bilah.hide()

    def _lihat_pemegang(self) -> None:
        """Whoever waits is told when the file is free."""
        siapa = self._terbuka.pemegang
        if siapa is None or self._terbuka.masih_dipegang():
            return
        self._jam.stop()
        teks = f"{sebut_pelepas(siapa)} Anda sekarang dapat mengubahnya."
        self._bilah.tampilkan(teks, UBAH, self.minta_buka.emit, genting=False)

    # --- what failed ----------------------------------------------------------------------

    def _ikuti_gagal(self, salah: IkiError) -> None:
        """Said at once in the strip; the offer follows when the edit has found its end."""
        self._bilah.tampilkan(
            f"Perubahan terakhir tidak tersimpan. {salah}", SALIN, self.simpan_salinan, genting=True
        )
        if not self._gagal:
            self._gagal = True
            QTimer.singleShot(0, self, lambda: self._tawarkan(str(salah)))

    def _tawarkan(self, kalimat: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  (start-up)

        kotak = QMessageBox(self._jendela)
        kotak.setIcon(QMessageBox.Icon.Warning)
        kotak.setWindowTitle("Tidak tersimpan")
        kotak.setText("Perubahan terakhir tidak tersimpan.")
        kotak.setInformativeText(
            f"{kalimat}\n\nSemua yang tampil dapat disimpan ke berkas baru. Pekerjaan dilanjutkan di sana."
        )
        salin = kotak.addButton(SALIN, QMessageBox.ButtonRole.AcceptRole)
        kotak.addButton("&Nanti", QMessageBox.ButtonRole.RejectRole)
        kotak.setDefaultButton(salin)
        salin.clicked.connect(self.simpan_salinan)
        kotak.finished.connect(kotak.deleteLater)
        self.tawaran = kotak
        kotak.open()

    def _pulih(self) -> None:
        """An edit came through: what was failing fails no more."""
        if self._gagal:
            self._gagal = False
            self._segarkan()

    # --- the way out ----------------------------------------------------------------------

    def simpan_salinan(self) -> None:
        """Ask where, put everything there that is shown, and go on in it."""
        from iki_desktop.ui.tujuan import tanya_tujuan  # noqa: PLC0415  (rare)

        usulan = self._folder / f"{self._sesi.path.stem} (salinan).iki"
        tujuan = tanya_tujuan(self._jendela, "Simpan salinan di tempat lain", usulan, "Berkas IKI")
        if tujuan is not None and self._sesi.berhasil(lambda: self._terbuka.pindah(tujuan)):
            self._gagal = False
            self._segarkan()
            self.berpindah.emit(tujuan)

    def tutup(self) -> None:
        """The file is let go: nothing is said of it any more."""
        self._terbuka.gudang.saat_gagal = None
        self._bilah.hide()
        self.deleteLater()
