"""The bin: what was deleted and is still kept, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.arsip import induk_id
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Sampah
from iki_desktop.core.sampah import kembalikan, kepala, kosongkan, muat_di, rincian
from iki_desktop.ui.cadangan.baris import renggangkan
from iki_desktop.ui.cadangan.kata import sebut_ukuran, sebut_waktu
from iki_desktop.ui.cadangan.pilih_tempat import PilihTempat, sebut_tempat
from iki_desktop.ui.pintu import BerkasTerbuka
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_kecil, label_polos

__all__ = ["HalamanSampah", "tanya_kosongkan"]

_KOLOM = ("Dihapus", "Apa", "Beserta", "Tempat asal")
_CONTOH = "30 September 2026 00.00"
_NOMOR = Qt.ItemDataRole.UserRole
KOSONG = "Tempat sampah kosong. Yang dihapus dari pohon akan tampak di sini."


class HalamanSampah(QWidget):
    """Each step is one edit, and undo takes it back."""

    def __init__(self, terbuka: BerkasTerbuka, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._terbuka = terbuka
        self._sesi = sesi
        self.daftar = self._buat_daftar()
        self.jumlah, self.kabar = label_kecil(), label_polos()
        self.kabar.hide()
        self.tombol_kembali = QPushButton("&Kembalikan")
        self.tombol_ke = QPushButton("Kembalikan k&e …")
        self.tombol_hapus = QPushButton("&Hapus selamanya")
        self.tombol_kosong = QPushButton("K&osongkan …")
        self._susun()
        self.tombol_kembali.clicked.connect(self.kembalikan)
        self.tombol_ke.clicked.connect(self.kembalikan_ke)
        self.tombol_hapus.clicked.connect(self.hapus_selamanya)
        self.tombol_kosong.clicked.connect(self.kosongkan)
        self.daftar.itemSelectionChanged.connect(self._segarkan_tombol)
        self.daftar.itemActivated.connect(lambda _baris: self.kembalikan())

    # --- layout ---------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR, 0)
        letak.setSpacing(JARAK)
        letak.addWidget(self.daftar, 1)
        letak.addWidget(self.jumlah)
        letak.addWidget(self.kabar)
        baris = QHBoxLayout()
        for tombol in (self.tombol_kembali, self.tombol_ke, self.tombol_hapus, self.tombol_kosong):
            tombol.setAutoDefault(False)
            baris.addWidget(tombol)
        baris.insertStretch(2)
        letak.addLayout(baris)

    def _buat_daftar(self) -> QTreeWidget:
        daftar = QTreeWidget()
        daftar.setHeaderLabels(_KOLOM)
        daftar.setRootIsDecorated(False)
        daftar.setUniformRowHeights(True)
        daftar.setAccessibleName("Isi tempat sampah")
        kepala_daftar = daftar.header()
        kepala_daftar.resizeSection(0, daftar.fontMetrics().horizontalAdvance(_CONTOH) + JARAK_LEBAR)
        for kolom in range(1, len(_KOLOM)):
            kepala_daftar.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        return daftar

    # --- the list -------------------------------------------------------------------------

    def segarkan(self) -> None:
        """Show what is kept now; the selection stays where it was."""
        pilih = self._nomor()
        self.daftar.clear()
        kini = datetime.now()
        for satu in self._sesi.arsip.sampah():
            self.daftar.addTopLevelItem(self._baris(satu, kini))
        baris = (self.daftar.topLevelItem(n) for n in range(self.daftar.topLevelItemCount()))
        semua = [b for b in baris if b is not None]
        if semua:
            self.daftar.setCurrentItem(next((b for b in semua if b.data(0, _NOMOR) == pilih), semua[0]))
        self._hitung(len(semua))
        self._segarkan_tombol()

    def _baris(self, sampah: Sampah, kini: datetime) -> QTreeWidgetItem:
        node = kepala(sampah.isi)
        ada = muat_di(self._sesi.arsip, node, induk_id(node))
        tempat = sebut_tempat(self._sesi.arsip, induk_id(node)) if ada else "sudah tidak ada"
        baris = QTreeWidgetItem([_waktu(sampah, kini), sampah.teks, rincian(sampah.isi), tempat])
        renggangkan(baris)
        baris.setData(0, _NOMOR, sampah.nomor)
        return baris

    def _hitung(self, banyak: int) -> None:
        if not banyak:
            self.jumlah.setText(KOSONG)
            return
        try:
            ukuran = sebut_ukuran(self._terbuka.ukuran_sampah())
        except IkiError as galat:
            self.jumlah.setText(str(galat))
            return
        self.jumlah.setText(f"{banyak} isi, memakan {ukuran} di dalam berkas. Disimpan sampai dikosongkan.")

    def _nomor(self) -> int | None:
        baris = self.daftar.currentItem()
        return baris.data(0, _NOMOR) if baris is not None else None

    def _terpilih(self) -> Sampah | None:
        nomor = self._nomor()
        return next((s for s in self._sesi.arsip.sampah() if s.nomor == nomor), None)

    def _segarkan_tombol(self) -> None:
        boleh = not self._terbuka.baca_saja
        for tombol in (self.tombol_kembali, self.tombol_ke, self.tombol_hapus):
            tombol.setEnabled(boleh and self._nomor() is not None)
        self.tombol_kosong.setEnabled(boleh and self.daftar.topLevelItemCount() > 0)

    # --- doing ----------------------------------------------------------------------------

    def kembalikan(self) -> None:
        """Bring the selected one back to its place; where that is gone, ask for another one."""
        satu = self._terpilih()
        if satu is None:
            return
        node = kepala(satu.isi)
        if muat_di(self._sesi.arsip, node, induk_id(node)):
            self._pulangkan(satu, None)
        else:
            self.kembalikan_ke()

    def kembalikan_ke(self) -> None:
        """Ask for a place, and bring the selected one back there."""
        satu = self._terpilih()
        if satu is None:
            return
        dialog = PilihTempat(self._sesi.arsip, kepala(satu.isi), self)
        if dialog.exec() and dialog.terpilih is not None:
            self._pulangkan(satu, dialog.terpilih)
        dialog.deleteLater()

    def _pulangkan(self, satu: Sampah, induk: int | None) -> None:
        ws = self._sesi.workspace
        if self._lakukan(lambda: kembalikan(ws.arsip, satu, ws.id_baru, induk)):
            self._kabarkan(f"Sudah dikembalikan: {satu.teks}. Dapat diurungkan.")

    def hapus_selamanya(self) -> None:
        """Throw the selected one away."""
        satu = self._terpilih()
        if satu is not None and self._lakukan(lambda: kosongkan([satu])):
            self._kabarkan(f"Dihapus selamanya: {satu.teks}. Dapat diurungkan.")

    def kosongkan(self) -> None:
        """Ask, and throw everything away."""
        semua = self._sesi.arsip.sampah()
        if semua and tanya_kosongkan(len(semua), self) and self._lakukan(lambda: kosongkan(semua)):
            self._kabarkan("Tempat sampah sudah dikosongkan. Dapat diurungkan.")

    def _kabarkan(self, teks: str) -> None:
        self.kabar.setText(teks)
        self.kabar.show()

    def _lakukan(self, rencana: Callable[[], tuple[str, list[Change]]]) -> bool:
        """One edit; a refusal is said on the page."""
        try:
            self._sesi.workspace.terapkan(*rencana(), periksa=False)
        except IkiError as galat:
            self._kabarkan(str(galat))
            return False
        self.segarkan()
        return True


def tanya_kosongkan(banyak: int, induk: QWidget) -> bool:
    """Whether everything shall go."""
    kotak = QMessageBox(induk)
    kotak.setWindowTitle("Kosongkan tempat sampah")
    kotak.setTextFormat(Qt.TextFormat.PlainText)
    kotak.setText(f"Hapus {banyak} isi tempat sampah selamanya?")
    kotak.setInformativeText("Cadangan yang sudah ada tetap memuatnya.")
    ya = kotak.addButton("&Kosongkan", QMessageBox.ButtonRole.AcceptRole)
    batal = kotak.addButton("&Batal", QMessageBox.ButtonRole.RejectRole)
    kotak.setDefaultButton(batal)
    kotak.exec()
    return kotak.clickedButton() is ya


def _waktu(sampah: Sampah, kini: datetime) -> str:
    try:
        waktu = datetime.fromisoformat(sampah.waktu)
    except ValueError:
        return "tidak diketahui"
    return sebut_waktu(waktu.replace(tzinfo=None), kini)
