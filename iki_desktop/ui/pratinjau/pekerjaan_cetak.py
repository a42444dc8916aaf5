"""One job for the printer: the system's dialog, then the work beside the window, with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from iki_desktop.core.progress import Progress
from iki_desktop.naskah.tata_halaman import Kertas
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tugas import BilahTugas, Tugas

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["PekerjaanCetak"]

PembuatPdf = Callable[[Progress], bytes]


class PekerjaanCetak(QObject):
    """``bilah`` shows how far the work is; it is hidden while there is none."""

    def __init__(self, sesi: Sesi, induk: QWidget) -> None:
        super().__init__(induk)
        self._sesi = sesi
        self._induk = induk
        self.bilah = BilahTugas()

    def cetak(self, kertas: Kertas, judul: str, buat: PembuatPdf) -> None:
        """Ask which printer, then make the PDF and print it; told where it cannot be."""
        # Loaded here: looking for printers takes a moment on some computers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo  # noqa: PLC0415

        from iki_desktop.ui.pratinjau.pencetak import siapkan_pencetak  # noqa: PLC0415

        if self.bilah.sibuk:
            self._sesi.pesan.emit("Pencetakan yang lain belum selesai. Tunggu sebentar.", "")
            return
        if not QPrinterInfo.availablePrinterNames():
            self._sesi.ditolak.emit(
                "Tidak ada pencetak yang terpasang. Simpan sebagai PDF, lalu cetak di tempat lain."
            )
            return
        pencetak = siapkan_pencetak(kertas, judul)
        dialog = QPrintDialog(pencetak, self._induk)
        dialog.setWindowTitle("Cetak")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            self.kirim(pencetak, buat)

    def kirim(self, pencetak: QPrinter, buat: PembuatPdf) -> None:
        """Make the PDF and print it on a printer that was chosen."""
        from iki_desktop.ui.pratinjau.dokumen_pdf import DokumenPdf  # noqa: PLC0415  (as above)
        from iki_desktop.ui.pratinjau.pencetak import cetak_halaman, halaman_terpilih  # noqa: PLC0415

        def kerja(progress: Progress) -> None:
            pdf = buat(progress)
            dokumen = DokumenPdf(pdf)
            jumlah = len(dokumen.ukuran)
            dokumen.tutup()
            cetak_halaman(pencetak, pdf, halaman_terpilih(pencetak, jumlah), progress)

        # Without a parent: closing the file must not take the work away under its worker.
        tugas = Tugas(kerja)
        tugas.selesai.connect(self._selesai)
        tugas.gagal.connect(self._sesi.ditolak)
        tugas.dibatalkan.connect(self._dibatalkan)
        self.bilah.jalankan(tugas, "Mencetak …")

    def _selesai(self) -> None:
        self._sesi.pesan.emit("Dokumen sudah dikirim ke pencetak.", "")

    def _dibatalkan(self) -> None:
        self._sesi.pesan.emit("Pencetakan dibatalkan.", "")
