"""The strip below the grid: what belongs in the current cell, where it comes from, how it is counted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Sasaran
from iki_desktop.ui.realisasi.bacaan import label_isian, uraian
from iki_desktop.ui.realisasi.baris import Baris
from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.pemenggalan import penggal
from iki_desktop.ui.realisasi.sel import KunciSel
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, alat_polos, huruf_kecil, huruf_tebal
from iki_desktop.ui.tombol_teks import TombolTeks

__all__ = ["LabelRingkas", "Rincian"]

_PANJANG_TEKS = 3_000


class LabelRingkas(QWidget):
    """Plain text in at most so many lines, the last one elided; the tooltip has all of it."""

    def __init__(self, huruf: QFont, baris: int = 1, *, redup: bool = False) -> None:
        super().__init__()
        self._baris = baris
        self._redup = redup
        self._teks = ""
        self._terpecah: list[str] = []
        self.setFont(huruf)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def teks(self) -> str:
        """The whole text."""
        return self._teks

    def setTeks(self, teks: str) -> None:
        """Show a text; blank lines and line ends count as blanks."""
        teks = " ".join(teks[:_PANJANG_TEKS].split())
        if teks != self._teks:
            self._teks = teks
            self.setAccessibleName(teks)
            self._pecah()
            self.update()

    def _pecah(self) -> None:
        self._terpecah = penggal(self._teks, self.font(), self.width(), self._baris)
        terpotong = bool(self._terpecah) and self._terpecah[-1].endswith("…")
        self.setToolTip(alat_polos(self._teks) if terpotong else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pecah()

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().lineSpacing() * self._baris
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        peran = QPalette.ColorRole.PlaceholderText if self._redup else QPalette.ColorRole.WindowText
        painter.setPen(self.palette().color(peran))
        tinggi = self.fontMetrics().lineSpacing()
        for nomor, satu in enumerate(self._terpecah):
            painter.drawText(QRect(0, nomor * tinggi, self.width(), tinggi), Qt.AlignmentFlag.AlignLeft, satu)
        painter.end()


class Rincian(QFrame):
    """Three calm lines; their room is always there, so that nothing jumps.

    ``tombol`` opens what else there is about the entry.
    """

    def __init__(self, model: ModelRealisasi) -> None:
        super().__init__()
        self._model = model
        self.judul = LabelRingkas(huruf_tebal())
        self.penjelasan = LabelRingkas(self.font(), 2)
        self.sumber = LabelRingkas(huruf_kecil(), redup=True)
        self.tombol = TombolTeks("Rincian isian (F4)")
        atas = QHBoxLayout()
        atas.setContentsMargins(0, 0, 0, 0)
        atas.addWidget(self.judul, 1)
        atas.addWidget(self.tombol)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_RAPAT, JARAK_LEBAR, JARAK)
        letak.setSpacing(JARAK_RAPAT)
        letak.addLayout(atas)
        for label in (self.sumber, self.penjelasan):
            letak.addWidget(label)

    def tandai(self, *, terbuka: bool, sempit: bool) -> None:
        """Say what the button does now; where it is narrow, what was opened needs the room of two lines."""
        self.sumber.setVisible(not (terbuka and sempit))
        self.penjelasan.setVisible(not (terbuka and sempit))
        self.tombol.setText("Tutup rincian" if terbuka else "Rincian isian (F4)")

    def tampilkan(self, baris: Baris | None, kolom: Kolom | None, kunci: KunciSel | None) -> None:
        """Speak of a cell; of nothing where there is none."""
        if baris is None or kolom is None or baris.id not in self._model.workspace.arsip:
            self._katakan("", "", "")
            return
        node = self._model.workspace.arsip[baris.id]
        if isinstance(node, Jabatan | Sasaran):
            self._katakan(uraian(self._model.workspace.arsip, baris), self._jelaskan_induk(node.id), "")
        elif isinstance(node, Indikator):
            self._katakan(node.teks, self._jelaskan(node.id), "")
        else:
            assert isinstance(node, Formulasi)
            self._katakan_formulasi(baris, node, kunci, kolom)

    def _katakan_formulasi(
        self, baris: Baris, formulasi: Formulasi, kunci: KunciSel | None, kolom: Kolom
    ) -> None:
        arsip = self._model.workspace.arsip
        judul = (
            label_isian(arsip, kunci) if kunci and kolom.jenis is JenisKolom.ISIAN else uraian(arsip, baris)
        )
        sumber = f"Sumber data: {formulasi.sumber_data}" if formulasi.sumber_data else ""
        self._katakan(judul, self._jelaskan(formulasi.indikator_id), sumber)

    def _jelaskan(self, indikator_id: int) -> str:
        # The strip speaks once the grid is painted; until then nobody waits for its words.
        from iki_desktop.core.penjelasan import jelaskan_indikator  # noqa: PLC0415  (start-up)

        sumber = self._model.sumber
        indikator = sumber.arsip[indikator_id]
        assert isinstance(indikator, Indikator)
        return jelaskan_indikator(
            indikator, sumber.pengisian(indikator_id), sumber.aturan(indikator_id), self._model.periode
        )

    def _jelaskan_induk(self, node_id: int) -> str:
        from iki_desktop.core.penjelasan import jelaskan_node  # noqa: PLC0415  (start-up)

        return jelaskan_node(self._model.workspace, node_id, self._model.periode)

    def _katakan(self, judul: str, penjelasan: str, sumber: str) -> None:
        self.judul.setTeks(judul)
        self.penjelasan.setTeks(penjelasan)
        self.sumber.setTeks(sumber)
