"""The journal: who did what when, found by post, quarter, day and words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.errors import IkiError
from iki_desktop.core.kalimat import singkatkan
from iki_desktop.core.kata_riwayat import Pembaca
from iki_desktop.core.riwayat import Catatan, PetaJabatan
from iki_desktop.keluaran import nama_berkas
from iki_desktop.ui.cadangan.baris import renggangkan
from iki_desktop.ui.cadangan.kata import sebut_saat
from iki_desktop.ui.cadangan.penyaring import PenyaringRiwayat
from iki_desktop.ui.cadangan.uraian import urai_catatan
from iki_desktop.ui.pintu import BerkasTerbuka
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, label_kecil
from iki_desktop.ui.tujuan import tanya_tujuan

__all__ = ["HalamanRiwayat"]

SEHALAMAN = 200
"""Entries until one has to scroll for more."""
_KOLOM = ("Waktu", "Yang dikerjakan", "Sebelum → sesudah", "Oleh")
_CONTOH = ((0, "30 September 2026 00.00"), (3, "Nama Pengguna, KOMPUTER"))
_TERPANJANG = 400


class HalamanRiwayat(QWidget):
    """Reads a page at a time, and more where one scrolls to the end."""

    def __init__(self, terbuka: BerkasTerbuka, sesi: Sesi, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._terbuka = terbuka
        self._sesi = sesi
        self._peta = PetaJabatan(sesi.arsip)
        self._pembaca = Pembaca(sesi.arsip)
        self._isi: list[Catatan] = []
        self._lanjut: int | None = None
        self._ingin = SEHALAMAN
        self._dimulai = False
        self.penyaring = PenyaringRiwayat(sesi)
        self.daftar, self.rincian, self.jumlah = self._buat_daftar(), QPlainTextEdit(), label_kecil()
        self.tombol_ekspor = QPushButton("&Ekspor ke Excel …")
        self.tombol_kembali = QPushButton("Kem&balikan ke keadaan ini …")
        for tombol, perbuatan in (
            (self.tombol_ekspor, self.ekspor),
            (self.tombol_kembali, self.kembalikan),
        ):
            tombol.setAutoDefault(False)
            tombol.clicked.connect(perbuatan)
        self._langkah = QTimer(self, singleShot=True, interval=0)
        self._susun()
        self._langkah.timeout.connect(self._baca)
        self.penyaring.berubah.connect(self.segarkan)
        self.daftar.currentItemChanged.connect(lambda kini, _lama: self._rincikan(kini))
        self.daftar.verticalScrollBar().valueChanged.connect(self._teruskan)

    # --- layout ---------------------------------------------------------------------------

    def _susun(self) -> None:
        self.daftar.setAccessibleName("Riwayat")
        self.rincian.setAccessibleName("Rincian")
        self.rincian.setReadOnly(True)
        belah = QSplitter(Qt.Orientation.Vertical)
        belah.addWidget(self.daftar)
        belah.addWidget(self.rincian)
        belah.setStretchFactor(0, 2)
        belah.setStretchFactor(1, 1)
        belah.setChildrenCollapsible(False)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR, 0)
        letak.setSpacing(JARAK)
        letak.addWidget(self.penyaring)
        letak.addWidget(belah, 1)
        bawah = QHBoxLayout()
        bawah.addWidget(self.jumlah, 1)
        bawah.addWidget(self.tombol_kembali)
        bawah.addWidget(self.tombol_ekspor)
        letak.addLayout(bawah)

    def _buat_daftar(self) -> QTreeWidget:
        daftar = QTreeWidget()
        daftar.setHeaderLabels(_KOLOM)
        daftar.setRootIsDecorated(False)
        daftar.setUniformRowHeights(True)
        kepala = daftar.header()
        kepala.setStretchLastSection(False)
        for kolom in (1, 2):
            kepala.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        ukuran = daftar.fontMetrics()
        for kolom, contoh in _CONTOH:
            kepala.resizeSection(kolom, ukuran.horizontalAdvance(contoh) + JARAK_LEBAR)
        return daftar

    # --- reading --------------------------------------------------------------------------

    def mulai(self) -> None:
        """Read the first page, the first time the journal is looked at."""
        if not self._dimulai:
            self._dimulai = True
            self.segarkan()

    def segarkan(self) -> None:
        """Search anew."""
        self.penyaring.tenang()
        self.tombol_kembali.setEnabled(False)
        self.daftar.clear()
        self.rincian.clear()
        self._isi.clear()
        self._peta = PetaJabatan(self._sesi.arsip)
        self._pembaca = Pembaca(self._sesi.arsip)
        self._lanjut = None
        self._ingin = SEHALAMAN
        self._baca()

    def _baca(self) -> None:
        """One step; where a page is not full yet, another one follows when the window had its turn."""
        try:
            halaman = self._terbuka.riwayat(self.penyaring.saringan(), self._peta, self._lanjut)
        except IkiError as galat:
            self.jumlah.setText(str(galat))
            return
        self._lanjut = halaman.lanjut
        self._isi += halaman.isi
        self.daftar.addTopLevelItems([self._baris(satu) for satu in halaman.isi])
        if self._lanjut is not None and len(self._isi) < self._ingin:
            self._langkah.start()
        self._hitung()

    def _teruskan(self, nilai: int) -> None:
        if nilai >= self.daftar.verticalScrollBar().maximum() and self._lanjut is not None:
            self._ingin = len(self._isi) + SEHALAMAN
            self._langkah.start()

    def _hitung(self) -> None:
        if self._langkah.isActive():
            self.jumlah.setText("Mencari …")
        elif not self._isi:
            self.jumlah.setText("Tidak ada yang cocok.")
        else:
            lagi = ", gulir ke bawah untuk yang lebih lama" if self._lanjut is not None else ""
            self.jumlah.setText(f"{len(self._isi)} catatan{lagi}.")

    def ekspor(self) -> None:
        """Write every entry that is asked for, also those further down, as a workbook."""
        path = self._terbuka.path
        usulan = path.with_name(f"{nama_berkas(f'Riwayat {path.stem}')}.xlsx")
        tujuan = tanya_tujuan(self, "Ekspor riwayat", usulan, "Buku kerja Excel")
        if tujuan is None:
            return
        from iki_desktop.export.xlsx.riwayat import tulis_riwayat_xlsx  # noqa: PLC0415  (so is openpyxl)

        try:
            tulis_riwayat_xlsx(self._semua(), tujuan, self._pembaca)
        except IkiError as galat:
            self.jumlah.setText(str(galat))
        else:
            self.jumlah.setText(f"{tujuan.name} sudah jadi.")

    def _semua(self) -> Iterator[Catatan]:
        """All entries that are asked for, from the newest on."""
        saringan, peta = self.penyaring.saringan(), PetaJabatan(self._sesi.arsip)
        lanjut: int | None = None
        while True:
            halaman = self._terbuka.riwayat(saringan, peta, lanjut)
            yield from halaman.isi
            lanjut = halaman.lanjut
            if lanjut is None:
                return

    def _terpilih(self, baris: QTreeWidgetItem | None) -> Catatan | None:
        nomor = self.daftar.indexOfTopLevelItem(baris) if baris is not None else -1
        return self._isi[nomor] if nomor >= 0 else None

    def _rincikan(self, baris: QTreeWidgetItem | None) -> None:
        catatan = self._terpilih(baris)
        self.rincian.setPlainText(urai_catatan(catatan, self._pembaca) if catatan is not None else "")
        self.tombol_kembali.setEnabled(catatan is not None and not self._terbuka.baca_saja)

    def kembalikan(self) -> None:
        """Go back to what was at the selected entry: the whole file, or one record of it."""
        from iki_desktop.ui.cadangan.kembali_ke import KembaliKe  # noqa: PLC0415  (rare)

        catatan = self._terpilih(self.daftar.currentItem())
        if catatan is None:
            return
        dialog = KembaliKe(catatan, self._terbuka, self._sesi, self)
        if dialog.exec():
            self.segarkan()
            self.jumlah.setText(f"{dialog.teks} Dapat diurungkan.")
        dialog.deleteLater()

    def _baris(self, catatan: Catatan) -> QTreeWidgetItem:
        ringkas = self._pembaca.ringkas(catatan)
        oleh = ", ".join(filter(None, (catatan.pengguna, catatan.komputer)))
        isi = (sebut_saat(catatan), catatan.teks, ringkas, oleh)
        baris = QTreeWidgetItem([singkatkan(t, _TERPANJANG) for t in isi])
        renggangkan(baris)
        return baris
