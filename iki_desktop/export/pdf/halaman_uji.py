"""A page by which anyone sees whether a printer prints at 100 %: rulers, a frame, a square.

Drawn in exact millimetres and embedded type, on the paper of the document.  A printer that
shrinks "to fit" shows it at once: an office's own ruler no longer agrees with the printed one.
"""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from iki_desktop.export.pdf.huruf import pilih_huruf
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.tata_halaman import Kertas

__all__ = ["tulis_halaman_uji"]

_MM = 72 / 25.4
_TEPI = 5.0
"""Millimetres from the paper's edge to the frame: most printers reach so far."""

_PENGGARIS = 15.0
"""Millimetres from the paper's edge to the rulers, which count from the edge itself."""

_PANJANG_GARIS = {10: 5.0, 5: 3.5, 1: 2.0}
_SISI_KOTAK = 100
_GARIS_TIPIS, _GARIS_TEBAL = 0.3, 0.8
_UKURAN_ANGKA, _UKURAN_ISI, _UKURAN_JUDUL = 6.5, 11.0, 15.0


def tulis_halaman_uji(kertas: Kertas, path: Path) -> None:
    """Write the test page for a paper, upright.

    Raises
    ------
    ExportError
        where the file cannot be written.
    """
    huruf, _ = pilih_huruf(None)
    with tulis_atomik(path) as sementara:
        kanvas = Canvas(
            str(sementara), pagesize=(kertas.lebar * _MM, kertas.tinggi * _MM), invariant=1, lang="id-ID"
        )
        kanvas.setTitle(f"Halaman uji {kertas.nama}")
        kanvas.setCreator("IKI Desktop")
        kanvas.scale(_MM, _MM)  # from here on one unit is a millimetre
        _bingkai(kanvas, kertas)
        kanvas.setFont(huruf.biasa.nama, _UKURAN_ANGKA / _MM)
        _penggaris_mendatar(kanvas, kertas)
        _penggaris_tegak(kanvas, kertas)
        _petunjuk(kanvas, kertas, huruf.biasa.nama, huruf.tebal.nama)
        kanvas.showPage()
        kanvas.save()


def _bingkai(kanvas: Canvas, kertas: Kertas) -> None:
    """The edge of the paper itself, and a frame inside what most printers reach."""
    kanvas.setLineWidth(_GARIS_TEBAL / _MM)
    kanvas.rect(0, 0, kertas.lebar, kertas.tinggi)
    kanvas.setLineWidth(_GARIS_TIPIS / _MM)
    kanvas.rect(_TEPI, _TEPI, kertas.lebar - 2 * _TEPI, kertas.tinggi - 2 * _TEPI)


def _panjang(mm: int) -> float:
    return next(panjang for kelipatan, panjang in _PANJANG_GARIS.items() if mm % kelipatan == 0)


def _penggaris_mendatar(kanvas: Canvas, kertas: Kertas) -> None:
    """From the left edge on, millimetres counted from that edge."""
    y = kertas.tinggi - _PENGGARIS
    akhir = int(kertas.lebar - _TEPI)
    kanvas.line(_TEPI, y, akhir, y)
    for mm in range(int(_TEPI), akhir + 1):
        kanvas.line(mm, y, mm, y - _panjang(mm))
        if mm % 10 == 0 and mm < akhir - 3:
            kanvas.drawCentredString(mm, y + 1, str(mm))


def _penggaris_tegak(kanvas: Canvas, kertas: Kertas) -> None:
    """From the upper edge down, millimetres counted from that edge."""
    akhir = int(kertas.tinggi - _TEPI)
    kanvas.line(_PENGGARIS, kertas.tinggi - _TEPI, _PENGGARIS, kertas.tinggi - akhir)
    for mm in range(int(_TEPI), akhir + 1):
        y = kertas.tinggi - mm
        kanvas.line(_PENGGARIS, y, _PENGGARIS + _panjang(mm), y)
        if mm % 10 == 0 and mm > _PENGGARIS:
            kanvas.drawRightString(_PENGGARIS - 1, y - 0.8, str(mm))


def _petunjuk(kanvas: Canvas, kertas: Kertas, biasa: str, tebal: str) -> None:
    """What to do, and a square that a school ruler can measure."""
    x = (kertas.lebar - _SISI_KOTAK) / 2
    y = kertas.tinggi - 60
    kanvas.setFont(tebal, _UKURAN_JUDUL / _MM)
    kanvas.drawCentredString(kertas.lebar / 2, y, "HALAMAN UJI PENCETAK")
    kanvas.setFont(biasa, _UKURAN_ISI / _MM)
    for baris in (
        f"Kertas {kertas.nama}, {kertas.lebar:g} × {kertas.tinggi:g} mm.",
        "Cetak dengan skala 100 %, tanpa “sesuaikan ke halaman”.",
        "Ukur kotak di bawah: setiap sisi harus tepat 100 mm.",
        "Angka penggaris dihitung dari tepi kertas.",
    ):
        y -= 6
        kanvas.drawCentredString(kertas.lebar / 2, y, baris)
    y -= 12 + _SISI_KOTAK
    kanvas.setLineWidth(_GARIS_TEBAL / _MM)
    kanvas.rect(x, y, _SISI_KOTAK, _SISI_KOTAK)
    kanvas.drawCentredString(kertas.lebar / 2, y + _SISI_KOTAK / 2, "100 × 100 mm")
