"""Writing an exchange file: in the form that other programs read, or with everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.workspace import Workspace
from iki_desktop.keluaran import nama_berkas
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tujuan import tanya_tujuan

__all__ = ["Tukar", "ekspor_json"]


class Tukar(Protocol):
    """What comes in and goes across as exchange files, as the window needs it."""

    def impor(self, workspace: Workspace, sumber: Path, *, ganti: bool) -> str:
        """Take a file in as one edit; returns a sentence.  ``ImportFileError`` where refused."""

    def tertinggal(self, workspace: Workspace, kecamatan_id: int) -> tuple[str, ...]:
        """What the first form of the exchange file would leave away, in words."""

    def ekspor(self, workspace: Workspace, kecamatan_id: int, tujuan: Path, *, versi: int) -> None:
        """Write an office as an exchange file of the first or the second form."""


def ekspor_json(induk: QWidget, sesi: Sesi, tukar: Tukar, folder: Path) -> Path | None:
    """Ask where to, and how where it matters; the file that was written, or ``None``."""
    kecamatan = sesi.kecamatan_aktif()
    if kecamatan is None:
        return None
    versi = _tanya_bentuk(induk, tukar.tertinggal(sesi.workspace, kecamatan.id))
    if versi is None:
        return None
    usulan = folder / f"{nama_berkas(f'IKI {kecamatan.nama}')}.json"
    tujuan = tanya_tujuan(induk, "Ekspor ke JSON", usulan, "Berkas pertukaran")
    if tujuan is None:
        return None
    ditulis = sesi.berhasil(lambda: tukar.ekspor(sesi.workspace, kecamatan.id, tujuan, versi=versi))
    return tujuan if ditulis else None


def _tanya_bentuk(induk: QWidget, tertinggal: tuple[str, ...]) -> int | None:
    """Which form: the first, unless something would be left away and the person wants it along."""
    if not tertinggal:
        return 1
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  (start-up)

    kotak = QMessageBox(induk)
    kotak.setWindowTitle("Ekspor ke JSON")
    kotak.setText("Bentuk lama tidak memuat semuanya.")
    kotak.setInformativeText(
        f"Yang tidak ikut: {deretkan(list(tertinggal))}.\n\n"
        "Pilih lengkap untuk IKI Desktop, bentuk lama untuk program lain."
    )
    lengkap = kotak.addButton("Tulis lengkap", QMessageBox.ButtonRole.AcceptRole)
    lama = kotak.addButton("Tulis bentuk lama", QMessageBox.ButtonRole.ActionRole)
    batal = kotak.addButton(QMessageBox.StandardButton.Cancel)
    kotak.setDefaultButton(lengkap)
    kotak.setEscapeButton(batal)
    kotak.exec()
    dipilih = kotak.clickedButton()
    return 2 if dipilih is lengkap else 1 if dipilih is lama else None
