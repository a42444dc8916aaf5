"""From a finished PDF to the system's printer, at 100 %, on the document's own paper.

The pages are pictures at the printer's own resolution, drawn strip by strip, so that a page at
600 dots an inch needs no more memory than one on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import Progress
from iki_desktop.naskah.tata_halaman import Kertas
from iki_desktop.ui.pratinjau.dokumen_pdf import DokumenPdf
from iki_desktop.ui.pratinjau.pelukis import potongan_halaman

__all__ = ["cetak_halaman", "halaman_terpilih", "siapkan_pencetak", "ukuran_kertas"]

_TITIK_SEINCI = 72
_RESOLUSI_TERTINGGI = 600
"""Dots an inch beyond which nobody sees a difference in letters."""


def ukuran_kertas(kertas: Kertas) -> QPageSize:
    """The exact paper: Qt's own Folio and its like are near F4 and not the same."""
    return QPageSize(
        QSizeF(kertas.lebar, kertas.tinggi),
        QPageSize.Unit.Millimeter,
        kertas.nama,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


def siapkan_pencetak(kertas: Kertas, judul: str) -> QPrinter:
    """The system's printer, told of the paper; nothing is shifted or shrunk."""
    pencetak = QPrinter(QPrinter.PrinterMode.HighResolution)
    pencetak.setDocName(judul)
    pencetak.setCreator("IKI Desktop")
    pencetak.setPageLayout(
        QPageLayout(ukuran_kertas(kertas), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    pencetak.setFullPage(True)
    if pencetak.resolution() > _RESOLUSI_TERTINGGI:
        pencetak.setResolution(_RESOLUSI_TERTINGGI)
    return pencetak


def halaman_terpilih(pencetak: QPrinter, jumlah: int) -> list[int]:
    """The pages (from 0) that were asked for in the dialog, in their order, copies included.

    Copies are listed here only where the printer does not make them itself.
    """
    dari, sampai = pencetak.fromPage(), pencetak.toPage()
    semua = list(range(max(dari, 1) - 1, min(sampai or jumlah, jumlah)))
    if pencetak.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        semua.reverse()
    if pencetak.supportsMultipleCopies():
        return semua
    kali = max(pencetak.copyCount(), 1)
    return semua * kali if pencetak.collateCopies() else [h for h in semua for _ in range(kali)]


def cetak_halaman(pencetak: QPrinter, pdf: bytes, halaman: Sequence[int], progress: Progress) -> None:
    """Draw pages (from 0) of a PDF on a printer.

    Raises
    ------
    ExportError
        where the printer does not take the work.
    Dibatalkan
        where ``progress`` stops it; the printer is told to forget what it has.
    """
    dokumen = DokumenPdf(pdf)
    pelukis = QPainter()
    try:
        for urutan, nomor in enumerate(halaman):
            progress.maju(urutan, len(halaman), f"Mencetak halaman {nomor + 1}")
            _arahkan(pencetak, *dokumen.ukuran[nomor])
            berhasil = pencetak.newPage() if urutan else pelukis.begin(pencetak)
            if not berhasil:
                raise ExportError("Pencetak tidak menerima pekerjaan ini.", "Periksa pencetak, lalu ulangi.")
            _lukis(pelukis, dokumen, nomor, pencetak.resolution())
    except BaseException:
        pencetak.abort()
        raise
    finally:
        if pelukis.isActive():
            pelukis.end()
        dokumen.tutup()


def _arahkan(pencetak: QPrinter, lebar: float, tinggi: float) -> None:
    """A page that lies across is told so before it begins."""
    mendatar = lebar > tinggi
    pencetak.setPageOrientation(
        QPageLayout.Orientation.Landscape if mendatar else QPageLayout.Orientation.Portrait
    )


def _lukis(pelukis: QPainter, dokumen: DokumenPdf, nomor: int, resolusi: int) -> None:
    """A page at its own size, from the paper's corner on, whatever the printer can reach of it."""
    lebar, tinggi = (round(u * resolusi / _TITIK_SEINCI) for u in dokumen.ukuran[nomor])
    for potongan in potongan_halaman(nomor, lebar, tinggi, 0, tinggi):
        gambar = dokumen.lukis(potongan)
        ke = QRectF(QPointF(0, potongan.atas), QSizeF(lebar, potongan.setinggi))
        pelukis.drawImage(ke, gambar)
