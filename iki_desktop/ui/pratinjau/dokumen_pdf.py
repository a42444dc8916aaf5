"""A PDF held in memory: its pages' sizes, its bookmarks, and any strip of a page as a picture.

PDFium is not made for several threads.  Every call into it is made here, under one lock, and
the document is closed under it too; the library's own finalizers never have anything to do.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

__all__ = ["Bookmark", "DokumenPdf", "Potongan"]

_PUTIH = (255, 255, 255, 255)

_kunci = threading.RLock()


@dataclass(frozen=True, slots=True)
class Potongan:
    """A strip of a page (``halaman`` from 0) whose whole picture is ``lebar`` × ``tinggi`` dots.

    The strip runs over the whole width, from ``atas`` on, ``setinggi`` dots high.
    """

    halaman: int
    lebar: int
    tinggi: int
    atas: int
    setinggi: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its page (from 0) and how far below the page's upper edge, in points."""

    halaman: int
    dari_atas: float


class DokumenPdf:
    """An open PDF.  Sizes are in points, as (width, height)."""

    def __init__(self, isi: bytes) -> None:
        # Loaded here: the library is 7 MB that a person who only enters figures never needs.
        import pypdfium2  # noqa: PLC0415

        buka: Any = pypdfium2.PdfDocument  # it comes without types
        with _kunci:
            pdf = self._pdf = buka(isi)
            self.ukuran: tuple[tuple[float, float], ...] = tuple(
                pdf.get_page_size(nomor) for nomor in range(len(pdf))
            )

    def bookmark(self) -> tuple[Bookmark, ...]:
        """The outline, in its order, whatever the depth of an entry."""
        with _kunci:
            if self._pdf is None:
                return ()
            tujuan = [satu.get_dest() for satu in self._pdf.get_toc()]
            return tuple(
                self._bookmark(t.get_index() or 0, t.get_view()[1]) if t else Bookmark(0, 0.0) for t in tujuan
            )

    def _bookmark(self, halaman: int, letak: list[float | None]) -> Bookmark:
        tinggi = self.ukuran[halaman][1]
        y = letak[1] if len(letak) > 1 else None
        return Bookmark(halaman, tinggi - (tinggi if y is None else y))

    def lukis(self, potongan: Potongan) -> QImage:
        """Draw a strip; a null picture once the document is closed."""
        with _kunci:
            if self._pdf is None:
                return QImage()
            halaman = self._pdf[potongan.halaman]
            try:
                return _lukis(halaman, potongan)
            finally:
                halaman.close()

    def tutup(self) -> None:
        """Release the document; asked twice it does nothing."""
        with _kunci:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

    def __del__(self) -> None:
        if hasattr(self, "_pdf"):
            self.tutup()


def _lukis(halaman: Any, potongan: Potongan) -> QImage:
    import pypdfium2  # noqa: PLC0415  (as above)
    import pypdfium2.raw  # noqa: PLC0415

    pdfium: Any = pypdfium2.raw
    bitmap: Any = pypdfium2.PdfBitmap
    p = potongan
    kanvas = bitmap.new_native(p.lebar, p.setinggi, pdfium.FPDFBitmap_BGRx)
    kanvas.fill_rect(_PUTIH, 0, 0, p.lebar, p.setinggi)
    pdfium.FPDF_RenderPageBitmap(kanvas, halaman, 0, -p.atas, p.lebar, p.tinggi, 0, pdfium.FPDF_ANNOT)
    gambar = QImage(
        bytes(kanvas.buffer), p.lebar, p.setinggi, kanvas.stride, QImage.Format.Format_RGB32
    ).copy()
    kanvas.close()
    return gambar
