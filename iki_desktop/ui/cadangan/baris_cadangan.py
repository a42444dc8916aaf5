"""A backup in a list: its row, what its test said, and the work that tests all of them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from iki_desktop.core.cadangan import Cadangan, Putusan
from iki_desktop.core.progress import Progress
from iki_desktop.ui.cadangan.baris import renggangkan
from iki_desktop.ui.cadangan.kata import HASIL_UJI, sebut_ukuran
from iki_desktop.ui.tampilan import warna

__all__ = ["HASIL", "JALAN", "JEDA_HASIL", "MEMERIKSA", "baris_cadangan", "nilai_baris", "pemeriksaan"]

JALAN = Qt.ItemDataRole.UserRole
"""Under which the first column of a row keeps the path of its backup."""

_UKURAN, HASIL = 2, 3
"""Columns behind when and why it was made."""

MEMERIKSA = "memeriksa …"
JEDA_HASIL = 60
"""Milliseconds between two looks at what the worker has found."""


def baris_cadangan(cadangan: Cadangan, waktu: str) -> QTreeWidgetItem:
    """The row of a backup; one that counts as tested is read anew before that is said."""
    hasil = MEMERIKSA if cadangan.putusan is Putusan.TERUJI else HASIL_UJI[cadangan.putusan]
    baris = QTreeWidgetItem([waktu, cadangan.sebab, sebut_ukuran(cadangan.ukuran), hasil])
    renggangkan(baris)
    baris.setData(0, JALAN, str(cadangan.path))
    baris.setTextAlignment(_UKURAN, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return baris


def nilai_baris(semua: Iterable[QTreeWidgetItem], cadangan: Cadangan) -> None:
    """Write a verdict into the row of its backup."""
    for baris in semua:
        if baris.data(0, JALAN) == str(cadangan.path):
            baris.setText(HASIL, HASIL_UJI[cadangan.putusan])
            if cadangan.putusan is Putusan.BERUBAH:
                baris.setForeground(HASIL, warna().salah)


def pemeriksaan(
    semua: Sequence[Cadangan], periksa: Callable[[Cadangan], Cadangan], hasil: list[Cadangan]
) -> Callable[[Progress], None]:
    """Work for a thread: each backup with its verdict goes into ``hasil``.

    It knows nothing of the page that waits for it, which may be gone before it ends.
    """

    def kerja(kemajuan: Progress) -> None:
        for nomor, satu in enumerate(semua):
            kemajuan.maju(nomor, len(semua), "")
            hasil.append(periksa(satu))

    return kerja
