"""A picture for the letterhead: read from a file of any origin, kept small, as base64 PNG."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from iki_desktop.core.errors import RuleError

__all__ = ["SISI_MAKSIMUM", "dari_base64", "png_dari_berkas"]

SISI_MAKSIMUM = 600
"""Pixels of the longer side: 300 dpi for a coat of arms of 5 cm."""

_BERKAS_MAKSIMUM = 30_000_000
_PIKSEL_MAKSIMUM = 60_000_000
_JENIS = (b"png", b"jpeg", b"jpg")


def png_dari_berkas(path: Path) -> str:
    """The picture of a PNG or JPG file as base64 text, at most ``SISI_MAKSIMUM`` on a side.

    Raises
    ------
    RuleError
        where the file is no such picture, broken, or far too large.
    """
    try:
        if path.stat().st_size > _BERKAS_MAKSIMUM:
            raise RuleError("Gambar ini terlalu besar.", "Pilih gambar yang lebih kecil.")
        isi = path.read_bytes()
    except OSError as salah:
        raise RuleError(f"“{path.name}” tidak dapat dibuka.", "Pilih gambar lain.") from salah
    return base64.b64encode(_sebagai_png(_baca(isi, path.name))).decode("ascii")


def _baca(isi: bytes, nama: str) -> QImage:
    penyangga = QBuffer()
    penyangga.setData(QByteArray(isi))
    penyangga.open(QIODevice.OpenModeFlag.ReadOnly)
    pembaca = QImageReader(penyangga)
    pembaca.setAutoTransform(True)
    ukuran = pembaca.size()
    if bytes(pembaca.format().data()) not in _JENIS or not ukuran.isValid():
        raise RuleError(f"“{nama}” bukan gambar PNG atau JPG.", "Pilih gambar lain.")
    if ukuran.width() * ukuran.height() > _PIKSEL_MAKSIMUM:
        raise RuleError("Gambar ini terlalu besar.", "Pilih gambar yang lebih kecil.")
    gambar = pembaca.read()
    if gambar.isNull():
        raise RuleError(f"Gambar “{nama}” rusak.", "Pilih gambar lain.")
    return gambar


def _sebagai_png(gambar: QImage) -> bytes:
    if max(gambar.width(), gambar.height()) > SISI_MAKSIMUM:
        gambar = gambar.scaled(
            QSize(SISI_MAKSIMUM, SISI_MAKSIMUM),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    penyangga = QBuffer()
    penyangga.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(penyangga, QByteArray(b"png")).write(gambar)
    return bytes(penyangga.data().data())


def dari_base64(teks: str) -> QImage:
    """The picture kept as base64 text; a null image where it cannot be shown."""
    try:
        return _baca(base64.b64decode(teks, validate=True), "logo")
    except (binascii.Error, ValueError, RuleError):
        return QImage()
