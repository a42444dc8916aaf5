"""The coat of arms of the letterhead: chosen from a picture file, shown, removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.ui.formulir.bidang import Bidang
from iki_desktop.ui.formulir.gambar import dari_base64, png_dari_berkas
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, JARAK_RAPAT, label_kecil

__all__ = ["BidangLogo"]


class _Pratinjau(QWidget):
    """The picture on white, as on paper, or a line that there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.gambar = QImage()
        self.teks = ""
        sisi = self.fontMetrics().height() * 6
        self.setMinimumSize(sisi, sisi)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        daerah = self.rect().adjusted(0, 0, -1, -1)
        if self.gambar.isNull():
            pelukis.setPen(self.palette().color(QPalette.ColorRole.Mid))
            pelukis.drawRect(daerah)
            pelukis.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            pelukis.drawText(
                daerah.adjusted(6, 6, -6, -6),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self.teks,
            )
        else:
            pelukis.fillRect(daerah, Qt.GlobalColor.white)
            ukuran = self.gambar.size().scaled(daerah.size(), Qt.AspectRatioMode.KeepAspectRatio)
            kiri = (daerah.width() - ukuran.width()) // 2
            atas = (daerah.height() - ukuran.height()) // 2
            daerah.setRect(kiri, atas, ukuran.width(), ukuran.height())
            pelukis.drawImage(daerah, self.gambar)
        pelukis.end()


class BidangLogo(Bidang):
    """A picture as base64 PNG; committed as soon as one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._teks: str | None = None
        self._awal: str | None = None
        self._pratinjau = _Pratinjau()
        self.tombol_pilih = QPushButton("Pilih gambar …")
        self.tombol_hapus = QPushButton("Hapus gambar")
        self.tombol_pilih.clicked.connect(lambda *_: self._tanya_berkas())
        self.tombol_hapus.clicked.connect(lambda *_: self._setel(None))
        samping = QVBoxLayout()
        samping.setSpacing(JARAK_RAPAT)
        for tombol in (self.tombol_pilih, self.tombol_hapus):
            samping.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)
        samping.addSpacing(JARAK)
        samping.addWidget(label_kecil("Gambar PNG atau JPG. Dicetak di kiri kop surat."))
        samping.addStretch(1)
        letak = QHBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(self._pratinjau, 0, Qt.AlignmentFlag.AlignTop)
        letak.addLayout(samping, 1)
        self.tampilkan(None)

    def _tanya_berkas(self) -> None:
        gambar = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        folder = gambar if gambar.is_dir() else Path.home()
        nama, _ = QFileDialog.getOpenFileName(
            self, "Pilih lambang daerah", str(folder), "Gambar (*.png *.jpg *.jpeg)"
        )
        if nama:
            self.pilih_berkas(Path(nama))

    def pilih_berkas(self, berkas: Path) -> None:
        """Take the picture of a file; one that is none is refused with a sentence."""
        try:
            teks = png_dari_berkas(berkas)
        except IkiError as galat:
            self.tolak(galat)
            return
        self._setel(teks)

    def _setel(self, teks: str | None) -> None:
        self._teks = teks
        self._lukis()
        self.selesai.emit()

    def _lukis(self) -> None:
        self._pratinjau.gambar = dari_base64(self._teks) if self._teks else QImage()
        self._pratinjau.teks = "Gambar tidak dapat ditampilkan." if self._teks else "Belum ada lambang"
        self._pratinjau.setAccessibleName("Lambang daerah" if self._teks else self._pratinjau.teks)
        self._pratinjau.update()
        self.tombol_hapus.setEnabled(self._teks is not None)

    def tampilkan(self, nilai: str | None) -> None:
        if nilai != self._teks or self._awal != nilai or nilai is None:
            self._teks = nilai
            self._lukis()
        self._awal = nilai

    def nilai(self) -> str | None:
        return self._teks

    def berubah(self) -> bool:
        return self._teks != self._awal

    def draf(self) -> str | None:
        return self._teks

    def pulihkan(self, draf: str | None) -> None:
        self._teks = draf
        self._lukis()

    def tempat_ketik(self) -> QWidget:
        return self.tombol_pilih
