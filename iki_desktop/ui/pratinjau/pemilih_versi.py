"""Which version of the document is looked at and printed: as it was issued, or the draft."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.exchange.terbitan import RANCANGAN, naskah_versi
from iki_desktop.ui.formulir.ketikan import KotakPilihan
from iki_desktop.ui.penetapan.versi import Versi, keadaan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, huruf_tebal, label_polos

__all__ = ["PemilihVersi"]


class PemilihVersi(QWidget):
    """A choice over the versions of the year's document; not seen before something was issued.

    What was issued last is chosen until somebody says otherwise.  ``berubah()``: another one is.
    """

    berubah = Signal()

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._dipilih: dict[int, int] = {}
        self.kotak = KotakPilihan()
        self.kotak.setAccessibleName("Versi naskah")
        self.kotak.activated.connect(lambda tempat: self.pilih(self.kotak.itemData(tempat)))
        judul = label_polos("Naskah")
        judul.setFont(huruf_tebal())
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, JARAK_LEBAR - JARAK)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(judul)
        letak.addWidget(self.kotak)

    def pilih(self, nomor: int) -> None:
        """Look at another version of the document: a number that was issued, or ``RANCANGAN``."""
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is not None:
            self._dipilih[dokumen.id] = nomor
            self.segarkan()
            self.berubah.emit()

    def segarkan(self) -> None:
        """Show the versions that there are now."""
        semua = self._semua()
        self.setVisible(bool(semua))
        with QSignalBlocker(self.kotak):
            self.kotak.clear()
            for satu in semua:
                self.kotak.addItem(_kata(satu), satu.nomor)
            self.kotak.setCurrentIndex(self.kotak.findData(self._terpilih()))

    def _semua(self) -> tuple[Versi, ...]:
        dokumen = self._sesi.dokumen_aktif()
        return keadaan(self._sesi, dokumen).versi if dokumen else ()

    def _terpilih(self) -> int:
        """The chosen version; what was issued last where none was chosen, or the chosen one is gone."""
        dokumen = self._sesi.dokumen_aktif()
        terbit = [t.nomor for t in self._sesi.arsip.terbitan(dokumen.id)] if dokumen else []
        nomor = self._dipilih.get(dokumen.id) if dokumen else None
        if nomor is not None and nomor in (RANCANGAN, *terbit):
            return nomor
        return max(terbit, default=RANCANGAN)

    # --- what is chosen -------------------------------------------------------------------------

    def snapshot(self) -> Snapshot | None:
        """The document in the version that is chosen; ``None`` where there is no document.

        Raises
        ------
        IkiError
            where that version cannot be read.
        """
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            return None
        return naskah_versi(self._sesi.workspace, dokumen.id, self._terpilih())

    def snapshot_terbaca(self) -> Snapshot | None:
        """The same; where it cannot be read the document as it is, so that there is something to choose."""
        try:
            return self.snapshot()
        except IkiError:
            dokumen = self._sesi.dokumen_aktif()
            return self._sesi.workspace.snapshot(dokumen.id) if dokumen else None

    def beku(self) -> bool:
        """Whether what is chosen was issued: nothing of it can be changed."""
        return self._terpilih() != RANCANGAN

    def sebutan(self) -> str:
        """The version that is chosen, in words; empty where there is but the document itself."""
        terpilih = self._terpilih()
        return next((_kata(satu) for satu in self._semua() if satu.nomor == terpilih), "")

    def peringatan(self) -> str:
        """That the pages do not show what was changed since; empty where they do."""
        if not self.beku():
            return ""
        rancangan = [satu.nama for satu in self._semua() if satu.nomor == RANCANGAN]
        pilihan = f" {rancangan[0]} dapat dipilih di “Yang dicetak”." if rancangan else ""
        return f"Ini {self.sebutan()}.{pilihan}"


def _kata(versi: Versi) -> str:
    return versi.nama if versi.nomor == RANCANGAN else f"{versi.nama}, seperti ditetapkan"
