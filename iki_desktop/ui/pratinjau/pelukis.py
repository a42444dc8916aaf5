"""The pictures of pages: drawn in a worker, strip by strip, kept in a bounded memory.

What has been drawn of an older print stays until the newer strip has come, so that nothing
flickers while the paper follows the edits.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from iki_desktop.ui.pratinjau.dokumen_pdf import DokumenPdf, Potongan
from iki_desktop.ui.pratinjau.hasil import Hasil
from iki_desktop.ui.pratinjau.pembuat import Pekerjaan

__all__ = ["BATAS_INGATAN", "SETINGGI_POTONGAN", "Pelukis", "potongan_halaman"]

BATAS_INGATAN = 96 * 1024 * 1024
"""Bytes of pictures that are kept: three times a screen of 3840×2160 dots."""

_BITA_SETITIK = 4

SETINGGI_POTONGAN = 512
"""Dots of a strip: drawn in a few milliseconds, however much the page is enlarged."""


def potongan_halaman(halaman: int, lebar: int, tinggi: int, dari: int, sampai: int) -> list[Potongan]:
    """The strips of a page of ``lebar`` × ``tinggi`` dots that show its rows ``dari`` … ``sampai``."""
    awal = max(dari, 0) // SETINGGI_POTONGAN * SETINGGI_POTONGAN
    return [
        Potongan(halaman, lebar, tinggi, atas, min(SETINGGI_POTONGAN, tinggi - atas))
        for atas in range(awal, min(sampai, tinggi), SETINGGI_POTONGAN)
    ]


class Pelukis(QObject):
    """Draws what is wished for, one strip after the other.

    Each view keeps one list of wishes; a new one takes the place of the old.  ``terlukis`` is
    told after each strip.
    """

    terlukis = Signal()

    def __init__(self, induk: QObject | None = None) -> None:
        super().__init__(induk)
        self._dokumen: DokumenPdf | None = None
        self._versi = 0
        self._ingatan: OrderedDict[Potongan, tuple[int, QImage]] = OrderedDict()
        self._bita = 0
        self._ingin: dict[str, tuple[Potongan, ...]] = {}
        self._tugas: Pekerjaan[QImage] | None = None
        self._dilukis: tuple[int, Potongan] | None = None

    @property
    def bita(self) -> int:
        """How many bytes of pictures are kept."""
        return self._bita

    def pasang(self, hasil: Hasil) -> None:
        """Draw from a newer print from now on."""
        self.tutup()
        self._dokumen = DokumenPdf(hasil.pdf)
        self._versi += 1

    def tutup(self) -> None:
        """Release the print; what is drawn can still be shown."""
        if self._dokumen is not None:
            self._dokumen.tutup()
            self._dokumen = None
        self._ingin.clear()

    def ringkas(self) -> None:
        """Keep only the pictures that are wished for now."""
        diingat = {p for semua in self._ingin.values() for p in semua}
        for potongan in self._ingatan.keys() - diingat:
            _, dibuang = self._ingatan.pop(potongan)
            self._bita -= dibuang.sizeInBytes()

    def gambar(self, potongan: Potongan) -> QImage | None:
        """The picture of a strip, perhaps of an older print; ``None`` where there is none yet."""
        ada = self._ingatan.get(potongan)
        if ada is None:
            return None
        self._ingatan.move_to_end(potongan)
        return ada[1]

    def segar(self, potongan: Potongan) -> bool:
        """Whether the picture of a strip is of the newest print."""
        return self._ingatan.get(potongan, (0,))[0] == self._versi

    def minta(self, siapa: str, potongan: Sequence[Potongan]) -> None:
        """Wish for strips, the most urgent first; more than can be kept would be drawn for ever."""
        ruang = BATAS_INGATAN * 3 // 4
        dipenuhi: list[Potongan] = []
        for satu in dict.fromkeys(potongan):
            ruang -= satu.lebar * satu.setinggi * _BITA_SETITIK
            if ruang < 0:
                break
            dipenuhi.append(satu)
        self._ingin[siapa] = tuple(dipenuhi)
        self._lanjut()

    def _lanjut(self) -> None:
        if self._tugas is not None or self._dokumen is None:
            return
        berikut = next((p for semua in self._ingin.values() for p in semua if not self.segar(p)), None)
        if berikut is None:
            return
        dokumen = self._dokumen
        self._dilukis = (self._versi, berikut)
        self._tugas = Pekerjaan(lambda _progress: dokumen.lukis(berikut))
        self._tugas.selesai.connect(self._selesai)
        self._tugas.gagal.connect(self._gagal)
        self._tugas.mulai()

    def _selesai(self) -> None:
        assert self._tugas is not None
        assert self._dilukis is not None
        versi, potongan = self._dilukis
        gambar, self._tugas = self._tugas.hasil, None
        if gambar is not None and not gambar.isNull():
            self._simpan(potongan, versi, gambar)
            self.terlukis.emit()
        self._lanjut()

    def _gagal(self, _pesan: str) -> None:
        """A strip that cannot be drawn stays white; wishing for it again would never end."""
        assert self._dilukis is not None
        versi, potongan = self._dilukis
        self._tugas = None
        self._simpan(potongan, versi, QImage())
        self._lanjut()

    def _simpan(self, potongan: Potongan, versi: int, gambar: QImage) -> None:
        _, lama = self._ingatan.pop(potongan, (0, QImage()))
        self._ingatan[potongan] = (versi, gambar)
        self._bita += gambar.sizeInBytes() - lama.sizeInBytes()
        while self._bita > BATAS_INGATAN and len(self._ingatan) > 1:
            _, (_, dibuang) = self._ingatan.popitem(last=False)
            self._bita -= dibuang.sizeInBytes()
