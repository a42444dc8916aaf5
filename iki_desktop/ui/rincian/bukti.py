"""Evidence of an entry: files taken in from outside, what became of them, and how they are opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from iki_desktop.core.bukti import KeadaanBukti, boleh_dibuka, sebut_ukuran
from iki_desktop.core.errors import IkiError
from iki_desktop.core.progress import Progress
from iki_desktop.core.records import Bukti
from iki_desktop.ui.pintu import LemariBukti
from iki_desktop.ui.rincian.tempat import Tempat
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK_RAPAT, alat_polos, label_kecil, pilihan_redup, warna
from iki_desktop.ui.tombol_teks import TombolTeks
from iki_desktop.ui.tugas import BilahTugas, Tugas

__all__ = ["DaftarBukti"]

_BARIS = 3
_KOSONG = "Seret berkas ke sini, atau Tambah."


class _Daftar(QListWidget):
    """The list; Del takes the chosen one off, Enter opens it."""

    minta_lepas = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._warnai(berfokus=False)

    def _warnai(self, *, berfokus: bool) -> None:
        """What is chosen stands out only while the list has the keys."""
        palet, w = self.palette(), warna()
        palet.setColor(QPalette.ColorRole.Highlight, w.aksen if berfokus else pilihan_redup())
        tinta = w.di_atas_aksen if berfokus else QGuiApplication.palette().color(QPalette.ColorRole.Text)
        palet.setColor(QPalette.ColorRole.HighlightedText, tinta)
        self.setPalette(palet)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._warnai(berfokus=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._warnai(berfokus=False)
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tinggi())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._tinggi())

    def _tinggi(self) -> int:
        baris = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 2)
        return baris * min(max(self.count(), 2), _BARIS) + 2 * self.frameWidth() + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.minta_lepas.emit()
        else:
            super().keyPressEvent(event)


class DaftarBukti(QWidget):
    """The files of one entry, with the steps for them."""

    def __init__(self, sesi: Sesi) -> None:
        super().__init__()
        self._sesi = sesi
        self._tempat: Tempat | None = None
        self._bukti: tuple[Bukti, ...] = ()
        self._pemeriksaan: Tugas | None = None
        self.judul = label_kecil("Bukti dukung")
        self.judul.setWordWrap(False)
        self.daftar = _Daftar()
        self.daftar.setAccessibleName("Bukti dukung")
        self.daftar.itemActivated.connect(lambda _baris: self.buka())
        self.daftar.currentRowChanged.connect(lambda _nomor: self._atur_tombol())
        self.daftar.minta_lepas.connect(self.lepas)
        self.tambah = self._tombol("Tambah …", self.pilih_berkas)
        self.tombol_buka = self._tombol("Buka", self.buka)
        self.tombol_lepas = self._tombol("Lepas", self.lepas)
        self.tombol_folder = self._tombol("Folder", self.tampilkan_folder)
        self.tombol_folder.setToolTip("Tampilkan folder bukti")
        self.bilah = BilahTugas()
        self._susun()

    @staticmethod
    def _tombol(teks: str, perbuatan: object) -> TombolTeks:
        tombol = TombolTeks(teks)
        tombol.clicked.connect(perbuatan)
        return tombol

    def _susun(self) -> None:
        langkah = QHBoxLayout()
        langkah.setSpacing(0)
        for tombol in (self.tambah, self.tombol_buka, self.tombol_lepas, self.tombol_folder):
            langkah.addWidget(tombol)
        langkah.addStretch(1)
        letak = QVBoxLayout(self)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(JARAK_RAPAT)
        letak.addWidget(self.judul)
        letak.addWidget(self.daftar)
        letak.addLayout(langkah)
        letak.addWidget(self.bilah)

    @property
    def _lemari(self) -> LemariBukti | None:
        return self._sesi.lemari

    # --- showing --------------------------------------------------------------------------

    def tampilkan(self, tempat: Tempat | None) -> None:
        """Show the evidence of an entry; what became of the files is found out beside the window."""
        isian = tempat.isian(self._sesi.arsip) if tempat else None
        bukti = (isian.bukti if isian else None) or ()
        sama = tempat == self._tempat and bukti == self._bukti
        self._tempat, self._bukti = tempat, bukti
        if not sama:
            self._isi_daftar()
            self._periksa()
        self._atur_tombol()

    def _isi_daftar(self) -> None:
        kini = self.daftar.currentRow()
        self.daftar.clear()
        for satu in self._bukti:
            self.daftar.addItem(QListWidgetItem(f"{satu.nama} · {sebut_ukuran(satu.ukuran)}"))
        if not self._bukti:
            kosong = QListWidgetItem(_KOSONG)
            kosong.setFlags(Qt.ItemFlag.NoItemFlags)
            kosong.setForeground(warna().redup)
            self.daftar.addItem(kosong)
        else:
            self.daftar.setCurrentRow(min(max(kini, 0), len(self._bukti) - 1))
        self.daftar.updateGeometry()

    def _periksa(self) -> None:
        lemari, bukti = self._lemari, self._bukti
        if lemari is None or not bukti:
            return
        keadaan: list[KeadaanBukti] = []

        def kerja(_kemajuan: Progress) -> None:
            keadaan.extend(lemari.keadaan(satu) for satu in bukti)

        tugas = Tugas(kerja)
        tugas.selesai.connect(self._bila_ada(lambda: self._katakan_keadaan(bukti, keadaan)))
        self._pemeriksaan = tugas
        tugas.mulai()

    def _katakan_keadaan(self, bukti: Sequence[Bukti], keadaan: Sequence[KeadaanBukti]) -> None:
        if bukti != self._bukti:
            return
        for nomor, (satu, kini) in enumerate(zip(bukti, keadaan, strict=True)):
            baris = self.daftar.item(nomor)
            buruk = kini is not KeadaanBukti.ADA
            catatan = kini.value if buruk else sebut_ukuran(satu.ukuran)
            baris.setText(f"{'! ' if buruk else ''}{satu.nama} · {catatan}")
            baris.setToolTip(alat_polos(satu.nama, catatan))
            if buruk:
                baris.setForeground(warna().salah)

    def _atur_tombol(self) -> None:
        terkunci = self._tempat is not None and self._tempat.terkunci(self._sesi.arsip)
        dapat = self._tempat is not None and self._lemari is not None and not terkunci
        terpilih = self._terpilih() is not None
        self.tambah.setEnabled(dapat)
        self.tombol_lepas.setEnabled(dapat and terpilih)
        self.tombol_buka.setEnabled(terpilih)
        self.tombol_folder.setEnabled(self._lemari is not None and self._lemari.folder.is_dir())

    def _terpilih(self) -> Bukti | None:
        nomor = self.daftar.currentRow()
        return self._bukti[nomor] if 0 <= nomor < len(self._bukti) else None

    # --- taking in ------------------------------------------------------------------------

    def pilih_berkas(self) -> None:
        """Ask which files, and take them in."""
        nama, _ = QFileDialog.getOpenFileNames(self, "Tambah bukti dukung", "", "Semua berkas (*)")
        if nama:
            self.terima([Path(satu) for satu in nama])

    def terima(self, berkas: Sequence[Path]) -> None:
        """Copy files into the folder beside the window, then name them in the entry."""
        lemari, tempat = self._lemari, self._tempat
        if lemari is None or tempat is None:
            return
        if self.bilah.sibuk:
            self._sesi.pesan.emit("Berkas sebelumnya masih disalin. Tunggu sebentar.", "")
            return
        masuk: list[Bukti] = []
        ditolak: list[str] = []

        def kerja(kemajuan: Progress) -> None:
            for satu in berkas:
                try:
                    masuk.append(lemari.simpan(satu, kemajuan))
                except IkiError as galat:
                    ditolak.append(str(galat))

        # Without a parent: closing the file must not take the work away under its worker.
        tugas = Tugas(kerja)
        batal = "Dibatalkan. Tidak ada bukti ditambah."
        tugas.selesai.connect(self._bila_ada(lambda: self._catat(tempat, masuk, ditolak)))
        tugas.gagal.connect(self._sesi.ditolak)
        tugas.dibatalkan.connect(self._bila_ada(lambda: self._sesi.pesan.emit(batal, "")))
        self.bilah.jalankan(tugas, "Menyalin bukti …")

    def _bila_ada(self, perbuatan: Callable[[], object]) -> Callable[[], None]:
        """Do it only as long as the file is still open: its window may have gone before its worker."""

        def lakukan() -> None:
            if isValid(self):
                perbuatan()

        return lakukan

    def _catat(self, tempat: Tempat, masuk: Sequence[Bukti], ditolak: Sequence[str]) -> None:
        arsip = self._sesi.arsip
        if masuk and tempat.ada(arsip):
            isian = tempat.isian(arsip)
            lama = (isian.bukti if isian else None) or ()
            baru = [b for b in dict.fromkeys(masuk) if (b.berkas, b.sidik) not in _kunci(lama)]
            ruang = self._sesi.workspace
            if baru and self._sesi.berhasil(
                lambda: ruang.set_bukti(tempat.formulasi_id, tempat.triwulan, (*lama, *baru))
            ):
                self._sesi.pesan.emit(f"{len(baru)} bukti ditambahkan.", "urungkan")
            elif not baru:
                self._sesi.pesan.emit("Bukti itu sudah ada di sini.", "")
        if ditolak:
            self._sesi.ditolak.emit(" ".join(ditolak))

    # --- using ----------------------------------------------------------------------------

    def buka(self) -> None:
        """Open the chosen file where that can do no harm; else say what can be done instead."""
        bukti, lemari = self._terpilih(), self._lemari
        if bukti is None or lemari is None:
            return
        tempat = lemari.tempat(bukti)
        if tempat is None or lemari.keadaan(bukti, teliti=False) is KeadaanBukti.HILANG:
            self._sesi.ditolak.emit(f"“{bukti.nama}” tidak ada lagi di folder bukti.")
        elif not boleh_dibuka(bukti.berkas):
            self._sesi.pesan.emit("Jenis berkas ini tidak dibuka dari sini. Pakai tombol Folder.", "")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(tempat)))

    def tampilkan_folder(self) -> None:
        """Show the folder of evidence."""
        if self._lemari is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._lemari.folder)))

    def lepas(self) -> None:
        """Take the chosen one off the entry; its file stays, so that this can be undone."""
        bukti, tempat = self._terpilih(), self._tempat
        if bukti is None or tempat is None:
            return
        sisa = [b for b in self._bukti if b is not bukti]
        ruang = self._sesi.workspace
        if self._sesi.berhasil(lambda: ruang.set_bukti(tempat.formulasi_id, tempat.triwulan, sisa)):
            self._sesi.pesan.emit("Bukti dilepas. Berkasnya tetap ada di folder bukti.", "urungkan")


def _kunci(bukti: Sequence[Bukti]) -> set[tuple[str, str]]:
    return {(b.berkas, b.sidik) for b in bukti}
