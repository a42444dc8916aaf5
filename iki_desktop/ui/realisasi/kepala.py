"""The headings of the columns: one line in a quarter, two lines where quarters stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from iki_desktop.core.records import StatusIsian
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.tanda_status import lukis_tanda
from iki_desktop.ui.tampilan import JARAK, JARAK_RAPAT, huruf_kecil, warna

__all__ = ["Kepala"]


class Kepala(QHeaderView):
    """Group headings above, column headings below; the first column stays when scrolled sideways."""

    def __init__(self, model: ModelRealisasi, induk: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, induk)
        self._model = model
        self.setFont(huruf_kecil())
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)

    def sizeHint(self) -> QSize:
        baris = 2 if any(k.grup for k in self._model.kolom) else 1
        tinggi = baris * (self.fontMetrics().height() + JARAK_RAPAT) + JARAK
        return QSize(super().sizeHint().width(), tinggi)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.offset() > 0 and self.count():
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, self.sectionSize(0), self.height()), 0)
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        w = warna()
        kolom = self._model.kolom[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, w.lembar)
        painter.setPen(w.garis)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._garis_kanan(painter, rect, logicalIndex)
        painter.setPen(w.redup)
        separuh = rect.adjusted(JARAK, 0, -JARAK, 0)
        if kolom.grup:
            self._lukis_grup(painter, rect, logicalIndex)
            separuh.setTop(rect.center().y())
        rata = Qt.AlignmentFlag.AlignRight if kolom.jenis.angka else Qt.AlignmentFlag.AlignLeft
        teks = painter.fontMetrics().elidedText(kolom.judul, Qt.TextElideMode.ElideRight, separuh.width())
        painter.drawText(separuh, rata | Qt.AlignmentFlag.AlignVCenter, teks)
        painter.restore()

    def _garis_kanan(self, painter: QPainter, rect: QRect, logis: int) -> None:
        """A full rule between groups, half a one between columns of a group."""
        kolom = self._model.kolom
        seregu = logis + 1 < len(kolom) and kolom[logis].grup and kolom[logis].grup == kolom[logis + 1].grup
        atas = rect.center().y() if seregu else rect.top()
        if kolom[logis].jenis is JenisKolom.URAIAN or kolom[logis].grup:
            painter.drawLine(rect.right(), atas, rect.right(), rect.bottom())

    def _lukis_grup(self, painter: QPainter, rect: QRect, logis: int) -> None:
        kolom = self._model.kolom
        awal = akhir = logis
        while kolom[awal - 1].grup == kolom[logis].grup:
            awal -= 1
        while akhir + 1 < len(kolom) and kolom[akhir + 1].grup == kolom[logis].grup:
            akhir += 1
        kiri = rect.left() - sum(self.sectionSize(n) for n in range(awal, logis))
        lebar = sum(self.sectionSize(n) for n in range(awal, akhir + 1))
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        kotak = QRect(kiri, rect.top(), lebar, rect.height() // 2)
        status = self._model.status(kolom[logis].triwulan) if kolom[logis].triwulan else StatusIsian.TERBUKA
        ukur = painter.fontMetrics()
        sisi = 0 if status is StatusIsian.TERBUKA else ukur.ascent()
        teks = self._model.nama_grup(kolom[logis])
        teks = ukur.elidedText(teks, Qt.TextElideMode.ElideRight, lebar - sisi - 2 * JARAK_RAPAT)
        if sisi:
            awal = kotak.center().x() - (ukur.horizontalAdvance(teks) + sisi + JARAK_RAPAT) // 2
            tanda = QRectF(awal, kotak.center().y() - sisi / 2, sisi, sisi)
            lukis_tanda(painter, tanda, status, painter.pen().color())
            kotak.setLeft(kotak.left() + sisi + JARAK_RAPAT)
        painter.drawText(kotak, Qt.AlignmentFlag.AlignCenter, teks)
        painter.restore()
