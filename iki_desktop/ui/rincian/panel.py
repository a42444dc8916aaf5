"""Below the grid: everything about the current entry that is not its number."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iki_desktop.ui.formulir.ketikan import bingkai_isian
from iki_desktop.ui.rincian.berkolom import Berkolom
from iki_desktop.ui.rincian.bukti import DaftarBukti
from iki_desktop.ui.rincian.centang import DaftarCentang, berbutir
from iki_desktop.ui.rincian.keterangan import BidangKeterangan
from iki_desktop.ui.rincian.tempat import Tempat
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_kecil

__all__ = ["RincianIsian"]

_TINGGI = 9
_TERENDAH = 4
"""Lines of text that it takes, and below which it is of no use."""
_LEBAR_BLOK = 24


class RincianIsian(QScrollArea):
    """The ticked items, the words and the evidence of one entry; ``kembali`` gives the keys back."""

    kembali = Signal()

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._tempat: Tempat | None = None
        self._menggayakan = False
        self.centang = DaftarCentang(sesi)
        self.centang.di_butir.connect(self.ensureWidgetVisible)
        self.kendala = BidangKeterangan(sesi, "kendala", "Kendala", "Apa yang menghambat?")
        self.tindak_lanjut = BidangKeterangan(
            sesi, "tindak_lanjut", "Tindak lanjut", "Apa yang dikerjakan selanjutnya?"
        )
        self.catatan = BidangKeterangan(sesi, "catatan", "Catatan", "Catatan lain")
        self.bukti = DaftarBukti(sesi)
        self.petunjuk = label_kecil("Pilih satu isian di tabel.")
        self._susun()
        self._gayakan()
        self.setAcceptDrops(True)
        sesi.berubah.connect(self._ikuti)

    def _susun(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._blok = Berkolom([self.kendala, self.tindak_lanjut, self.catatan, self.bukti], _LEBAR_BLOK)
        isi = QWidget()
        letak = QVBoxLayout(isi)
        letak.setContentsMargins(JARAK_LEBAR, 0, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK)
        letak.addWidget(self.petunjuk)
        letak.addWidget(self.centang)
        letak.addWidget(self._blok)
        letak.addStretch(1)
        self.setWidget(isi)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _TINGGI)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * _TERENDAH)

    def _gayakan(self) -> None:
        self._menggayakan = True
        self.setStyleSheet(bingkai_isian())
        self._menggayakan = False

    def changeEvent(self, event: QEvent) -> None:
        """The system turned dark or light: the fields' borders anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not getattr(self, "_menggayakan", True):
            self._gayakan()

    # --- showing --------------------------------------------------------------------------

    def tampilkan(self, tempat: Tempat | None) -> None:
        """Show another entry; what is typed about the one before is saved."""
        pindah = tempat != self._tempat
        self._tempat = tempat
        self.segarkan()
        if pindah:
            self.verticalScrollBar().setValue(0)

    def _ikuti(self, _edit: object) -> None:
        self.segarkan()

    def segarkan(self) -> None:
        """Show the entry as it is now."""
        ada = self._tempat is not None and self._tempat.ada(self._sesi.arsip)
        tempat = self._tempat if ada else None
        self.petunjuk.setVisible(tempat is None)
        self._blok.setVisible(tempat is not None)
        self.centang.tampilkan(tempat)
        self.centang.setVisible(berbutir(self._sesi, tempat))
        for bidang in (self.kendala, self.tindak_lanjut, self.catatan):
            bidang.tampilkan(tempat)
        self.bukti.tampilkan(tempat)

    def mulai(self) -> None:
        """Put the keys to the first thing that there is."""
        if not self.centang.isHidden():
            self.centang.mulai()
        elif self._tempat is not None:
            self.kendala.teks.setFocus(Qt.FocusReason.TabFocusReason)

    def simpan(self) -> bool:
        """Save what is still being typed; ``False`` where something is refused."""
        bidang = (self.kendala, self.tindak_lanjut, self.catatan)
        tersimpan = [self.centang.simpan(), *(b.simpan() for b in bidang)]
        return all(tersimpan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the cell."""
        if event.key() == Qt.Key.Key_Escape:
            self.simpan()
            self.kembali.emit()
        else:
            super().keyPressEvent(event)

    # --- files from outside ---------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.bukti.tambah.isEnabled() and _berkas(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.bukti.terima(_berkas(event))


def _berkas(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged; a link to elsewhere is none."""
    return [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
