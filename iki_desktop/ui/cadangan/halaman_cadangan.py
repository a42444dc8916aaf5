"""Where the file lies, its backups with their verdicts, and what can be done with them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.cadangan import Cadangan, Putusan
from iki_desktop.core.errors import IkiError
from iki_desktop.core.progress import Progress
from iki_desktop.ui.cadangan.baris import renggangkan
from iki_desktop.ui.cadangan.kata import HASIL_UJI, sebut_kedua, sebut_ukuran, sebut_waktu
from iki_desktop.ui.cadangan.penjaga import Penjaga
from iki_desktop.ui.cadangan.tinjauan import TinjauanPemulihan
from iki_desktop.ui.label_sebaris import LabelSebaris
from iki_desktop.ui.pencetakan import tunjukkan
from iki_desktop.ui.pintu import Pintu
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_tebal, label_kecil, label_polos, warna
from iki_desktop.ui.tugas import Tugas

__all__ = ["HalamanCadangan"]

_KOLOM = ("Waktu", "Sebab", "Ukuran", "Hasil uji")
_CONTOH = ("30 September 2026 00.00", "sebelum penghapusan", "999,9 MB", "")
"""The longest text of each column."""
_HASIL = 3
MEMERIKSA = "memeriksa …"
JEDA_HASIL = 60
"""Milliseconds between two looks at what the worker has found."""
_ISI = Qt.ItemDataRole.UserRole


class HalamanCadangan(QWidget):
    """Signals: ``dipulihkan(Path, bool)``, a restored file, and whether it takes today's place."""

    dipulihkan = Signal(object, bool)

    def __init__(self, penjaga: Penjaga, pintu: Pintu, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self._penjaga = penjaga
        self._pintu = pintu
        self._pemeriksa: Tugas | None = None
        self._hasil: list[Cadangan] = []
        self._jam = QTimer(self, interval=JEDA_HASIL)
        self._folder = LabelSebaris(self.font())
        self._kedua = LabelSebaris(self.font())
        self.kabar = label_polos()
        self.daftar = self._buat_daftar()
        self.tombol_cadangkan = QPushButton("Cadangkan &sekarang")
        self.tombol_pulihkan = QPushButton("&Pulihkan …")
        self.tombol_lepas = QPushButton("Lepas")
        self._susun()
        self.tombol_cadangkan.clicked.connect(self.cadangkan)
        self.tombol_pulihkan.clicked.connect(self.pulihkan)
        self.daftar.itemSelectionChanged.connect(self._segarkan_tombol)
        self._jam.timeout.connect(self._tuai)
        penjaga.selesai.connect(self._berhasil)
        penjaga.gagal.connect(self._usai)
        self.segarkan()

    # --- layout ---------------------------------------------------------------------------

    def _susun(self) -> None:
        letak = QVBoxLayout(self)
        letak.setContentsMargins(JARAK_LEBAR, JARAK_LEBAR, JARAK_LEBAR, 0)
        letak.setSpacing(JARAK)
        letak.addLayout(self._tempat())
        judul = label_polos("Cadangan")
        judul.setFont(huruf_tebal())
        letak.addSpacing(JARAK)
        letak.addWidget(judul)
        letak.addWidget(self.daftar, 1)
        letak.addWidget(self.kabar)
        baris = QHBoxLayout()
        for tombol in (self.tombol_cadangkan, self.tombol_pulihkan):
            baris.addWidget(tombol)
        baris.insertStretch(1)
        letak.addLayout(baris)

    def _tempat(self) -> QGridLayout:
        """File, folder of backups, second place: a name, what it is, what can be done."""
        path = self._penjaga.terbuka.path
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(JARAK_LEBAR)
        kisi.setColumnStretch(1, 1)
        berkas, keterangan = LabelSebaris(self.font()), label_kecil(_sebut_berkas(path))
        berkas.setText(str(path))
        tampilkan, ubah, pilih = (
            QPushButton("&Tampilkan folder"),
            QPushButton("&Ubah …"),
            QPushButton("Pi&lih …"),
        )
        for tombol in (tampilkan, ubah, pilih, self.tombol_lepas, self.tombol_pulihkan):
            tombol.setAutoDefault(False)
        tampilkan.clicked.connect(self.tampilkan_folder)
        ubah.clicked.connect(self.pilih_folder)
        pilih.clicked.connect(self.pilih_kedua)
        self.tombol_lepas.clicked.connect(lambda: self._ganti_kedua(None))
        isi: tuple[tuple[str, QWidget, tuple[QWidget, ...]], ...] = (
            ("Berkas", berkas, ()),
            ("", keterangan, ()),
            ("Folder cadangan", self._folder, (tampilkan, ubah)),
            ("Tempat kedua", self._kedua, (self.tombol_lepas, pilih)),
        )
        for nomor, (nama, satu, deret) in enumerate(isi):
            label = label_polos(nama)
            label.setWordWrap(False)
            for kolom, bidang in enumerate((label, satu, *deret)):
                kisi.addWidget(bidang, nomor, kolom)
        return kisi

    def _buat_daftar(self) -> QTreeWidget:
        daftar = QTreeWidget()
        daftar.setHeaderLabels(_KOLOM)
        daftar.setRootIsDecorated(False)
        daftar.setUniformRowHeights(True)
        daftar.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        daftar.setAccessibleName("Daftar cadangan")
        for kolom, contoh in enumerate(_CONTOH):
            daftar.header().resizeSection(
                kolom, daftar.fontMetrics().horizontalAdvance(contoh) + JARAK_LEBAR * 2
            )
        daftar.header().setStretchLastSection(True)
        return daftar

    # --- the list -------------------------------------------------------------------------

    def segarkan(self) -> None:
        """Show what is there, and have a worker read every one of it anew."""
        gudang = self._penjaga.gudang
        self._folder.setText(str(gudang.folder))
        self._kedua.setText(
            sebut_kedua(gudang.kedua, gudang.keluhan_kedua, self._penjaga.kedua_hilang_sejak())
        )
        self.tombol_lepas.setVisible(gudang.kedua is not None)
        self.hentikan()
        self.daftar.clear()
        semua = gudang.daftar()
        kini = datetime.now()
        for satu in semua:
            self.daftar.addTopLevelItem(_baris(satu, kini))
        if semua:
            self.daftar.setCurrentItem(self._baris()[0])
            self._periksa(semua)
        elif not self.kabar.text():
            self.kabar.setText("Belum ada cadangan. Cadangkan sekarang untuk membuat yang pertama.")
        self._segarkan_tombol()

    def _periksa(self, semua: list[Cadangan]) -> None:
        """The worker knows nothing of this page, which may be gone before it ends."""
        periksa = self._penjaga.gudang.periksa
        hasil: list[Cadangan] = []

        def kerja(kemajuan: Progress) -> None:
            for nomor, satu in enumerate(semua):
                kemajuan.maju(nomor, len(semua), "")
                hasil.append(periksa(satu))

        self._hasil = hasil
        self._pemeriksa = Tugas(kerja, self._penjaga.parent())
        for akhir in (self._pemeriksa.selesai, self._pemeriksa.gagal, self._pemeriksa.dibatalkan):
            akhir.connect(self._pemeriksa.deleteLater)
        self._pemeriksa.mulai()
        self._jam.start()

    def _tuai(self) -> None:
        """Show the verdicts that have come."""
        while self._hasil:
            self._nilai(self._hasil.pop(0))
        if all(satu.text(_HASIL) != MEMERIKSA for satu in self._baris()):
            self._jam.stop()
            self._pemeriksa = None

    def hentikan(self) -> None:
        """Stop reading backups."""
        self._jam.stop()
        self._hasil = []
        if self._pemeriksa is not None:
            self._pemeriksa.batalkan()
            self._pemeriksa = None

    def _baris(self) -> list[QTreeWidgetItem]:
        semua = (self.daftar.topLevelItem(n) for n in range(self.daftar.topLevelItemCount()))
        return [satu for satu in semua if satu is not None]

    def _nilai(self, cadangan: Cadangan) -> None:
        for baris in self._baris():
            if baris.data(0, _ISI) == str(cadangan.path):
                baris.setText(_HASIL, HASIL_UJI[cadangan.putusan])
                if cadangan.putusan is Putusan.BERUBAH:
                    baris.setForeground(_HASIL, warna().salah)

    def _segarkan_tombol(self) -> None:
        self.tombol_pulihkan.setEnabled(bool(self.daftar.selectedItems()))

    def _berhasil(self, _cadangan: Cadangan) -> None:
        self._usai("Cadangan dibuat dan teruji.")

    def _usai(self, kabar: str) -> None:
        self.kabar.setText(kabar)
        self.segarkan()

    # --- doing ----------------------------------------------------------------------------

    def cadangkan(self) -> None:
        """Take a backup now."""
        self.kabar.setText("Membuat cadangan …")
        self._penjaga.cadangkan()

    def tampilkan_folder(self) -> None:
        """Open the folder of backups, or the nearest one above it that is there."""
        folder = self._penjaga.gudang.folder
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        tunjukkan(folder)

    def pilih_folder(self) -> None:
        """Ask for the folder of backups."""
        nama = QFileDialog.getExistingDirectory(self, "Folder cadangan", str(self._penjaga.gudang.akar))
        if nama:
            self._penjaga.pilih_folder(Path(nama))
            self.segarkan()

    def pilih_kedua(self) -> None:
        """Ask for the second place."""
        nama = QFileDialog.getExistingDirectory(self, "Tempat kedua: flash disk atau folder jaringan")
        if nama:
            self._ganti_kedua(Path(nama))

    def _ganti_kedua(self, kedua: Path | None) -> None:
        self._penjaga.pilih_kedua(kedua)
        self.segarkan()

    def pulihkan(self) -> None:
        """Make a new file of the selected backup, show what differs, and ask what to do with it."""
        for baris in self.daftar.selectedItems():
            cadangan = Path(baris.data(0, _ISI))
            try:
                tinjauan = TinjauanPemulihan(cadangan, self._penjaga.terbuka, self._pintu, self)
            except IkiError as galat:
                self.kabar.setText(str(galat))
                return
            if tinjauan.exec():
                self.dipulihkan.emit(tinjauan.berkas, tinjauan.menggantikan)
            tinjauan.deleteLater()


def _sebut_berkas(path: Path) -> str:
    try:
        keadaan = path.stat()
    except OSError:
        return "Berkas tidak ditemukan di tempatnya."
    waktu = datetime.fromtimestamp(keadaan.st_mtime)
    return f"{sebut_ukuran(keadaan.st_size)}, terakhir berubah {sebut_waktu(waktu, datetime.now())}"


def _baris(cadangan: Cadangan, kini: datetime) -> QTreeWidgetItem:
    hasil = MEMERIKSA if cadangan.putusan is Putusan.TERUJI else HASIL_UJI[cadangan.putusan]
    baris = QTreeWidgetItem(
        [sebut_waktu(cadangan.waktu, kini), cadangan.sebab, sebut_ukuran(cadangan.ukuran), hasil]
    )
    renggangkan(baris)
    baris.setData(0, _ISI, str(cadangan.path))
    baris.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return baris
