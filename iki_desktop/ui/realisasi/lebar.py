"""Widths of the grid's columns: from the font and what stands in them, or as the person set them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from iki_desktop.ui.realisasi.kolom import JenisKolom, Kolom
from iki_desktop.ui.realisasi.model import ModelRealisasi
from iki_desktop.ui.realisasi.pelukis import Pelukis
from iki_desktop.ui.tampilan import JARAK

__all__ = ["TataLebar"]

_CONTOH = {
    JenisKolom.ISIAN: "000.000,00",
    JenisKolom.REALISASI: "00.000,00",
    JenisKolom.TARGET: "0.000,00",
    JenisKolom.CAPAIAN: "0.000,00 %",
    JenisKolom.REALISASI_SAMPAI: "00.000,00",
    JenisKolom.CAPAIAN_SAMPAI: "0.000,00 %",
}
"""What a column of numbers has room for."""
_CONTOH_JARANG = "00.000"
"""Third and further inputs: a rare formula has them, and all rows pay for their room."""
_CONTOH_UNSUR = "0,000"
"""A mean from 1 to 4."""
_HURUF = {JenisKolom.URAIAN: 34, JenisKolom.CATATAN: 12}
"""Widths of words in average characters; what is left over goes to those of the indicator."""
_URAIAN_TERLEBAR = 62


_TERSEMPIT = 20


class TataLebar(QObject):
    """Gives each column its width, at opening and whenever the room changes."""

    def __init__(self, tabel: QTableView, model: ModelRealisasi, pelukis: Pelukis) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._model = model
        self._pelukis = pelukis
        self._diatur: dict[JenisKolom, int] = {}
        self._menata = False
        tabel.horizontalHeader().sectionResized.connect(self._diubah)

    def tata(self) -> None:
        """What the person set stays; the words of the indicator take what is left."""
        lebar = [self._diatur.get(k.jenis) or self._baku(k) for k in self._model.kolom]
        sisa = max(0, self._tabel.viewport().width() - sum(lebar))
        if JenisKolom.URAIAN not in self._diatur:
            huruf = self._tabel.fontMetrics().averageCharWidth()
            tambah = min(sisa, (_URAIAN_TERLEBAR - _HURUF[JenisKolom.URAIAN]) * huruf)
            lebar[0] += tambah
            sisa -= tambah
        if self._model.kolom[-1].jenis not in self._diatur:
            lebar[-1] += sisa
        self._terapkan(lebar)

    def _terapkan(self, lebar: list[int]) -> None:
        kepala = self._tabel.horizontalHeader()
        self._menata = True
        for nomor, satu in enumerate(lebar):
            if kepala.sectionSize(nomor) != satu:
                kepala.resizeSection(nomor, satu)
        self._menata = False

    def _baku(self, kolom: Kolom) -> int:
        """Room for what usually stands in a column, and for its heading."""
        judul = self._tabel.horizontalHeader().fontMetrics().horizontalAdvance(kolom.judul)
        return max(self._isi(kolom), judul) + 2 * JARAK

    def _isi(self, kolom: Kolom) -> int:
        tebal = self._pelukis.lebar_tebal
        match kolom.jenis:
            case JenisKolom.URAIAN | JenisKolom.CATATAN:
                return _HURUF[kolom.jenis] * self._tabel.fontMetrics().averageCharWidth()
            case JenisKolom.KATEGORI:
                return max(map(tebal, self._model.nama_kategori()), default=0)
            case JenisKolom.REALISASI:
                return tebal(_CONTOH[kolom.jenis]) + self._pelukis.lebar_satuan
            case JenisKolom.ISIAN if kolom.unsur:
                return tebal(_CONTOH_UNSUR)
            case JenisKolom.ISIAN if kolom.slot > 1:
                return tebal(_CONTOH_JARANG)
            case _:
                return tebal(_CONTOH[kolom.jenis])

    def _diubah(self, kolom: int, _lama: int, baru: int) -> None:
        if not self._menata and kolom < len(self._model.kolom):
            self._diatur[self._model.kolom[kolom].jenis] = baru
            self.tata()

    def diatur(self) -> list[int]:
        """The widths that the person set: kind and pixels by turns."""
        return [a for jenis, lebar in self._diatur.items() for a in (int(jenis), lebar)]

    def atur(self, pasangan: list[int]) -> None:
        """Bring back widths that ``diatur`` gave; what makes no sense is passed over."""
        for jenis, lebar in zip(pasangan[::2], pasangan[1::2], strict=False):
            if jenis in list(JenisKolom):
                self._diatur[JenisKolom(jenis)] = max(lebar, _TERSEMPIT)
        self.tata()
