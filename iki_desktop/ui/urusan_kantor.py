"""Offices and years of the file that is open: begun from the window, and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iki_desktop.core.rules import TAHUN_AKHIR, TAHUN_AWAL

if TYPE_CHECKING:
    from iki_desktop.ui.jendela import Jendela

__all__ = ["UrusanKantor"]


class UrusanKantor(QObject):
    """Deeds on the offices and years of a window's file."""

    def __init__(self, jendela: Jendela) -> None:
        super().__init__(jendela)
        self._jendela = jendela

    def kecamatan_baru(self) -> None:
        """Put another office beside those of this file."""
        from iki_desktop.ui.dialog.kantor_baru import KantorBaru  # noqa: PLC0415  (start-up)

        if (sesi := self._jendela.sesi) is None:
            return
        wizard = KantorBaru(
            self._jendela.folder,
            lambda w: w.tulis_kerangka(sesi.workspace),
            self._jendela,
            tahun=sesi.tahun,
            dengan_berkas=False,
        )
        if wizard.exec():
            sesi.set_tahun(wizard.tahun())
            sesi.pilih(sesi.arsip.kecamatan()[-1].id)
            self._jendela.beritahu(f"Kecamatan {wizard.identitas().nama} sudah ditambahkan.", "urungkan")

    def tahun_baru(self) -> None:
        """Begin another year from the one that is looked at."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415  (start-up)

        if self._jendela.sesi is None:
            return
        sesi, kecamatan = self._jendela.sesi, self._jendela.sesi.kecamatan_aktif()
        tahun, ya = QInputDialog.getInt(
            self._jendela, "Dokumen tahun lain", "Susunan tahun ini disalin, tanpa realisasi. Tahun:",
            sesi.tahun + 1, TAHUN_AWAL, TAHUN_AKHIR,
        )  # fmt: skip
        if not ya:
            return
        sesi.set_tahun(tahun)
        if kecamatan is not None and sesi.dokumen_dari(kecamatan.id) is None:
            self.mulai_tahun(kecamatan.id)

    def mulai_tahun(self, kecamatan_id: int) -> None:
        """Make the document of the year that is looked at, for an office that has none."""
        if self._jendela.sesi is not None:
            sesi = self._jendela.sesi
            if sesi.berhasil(lambda: sesi.workspace.mulai_tahun(kecamatan_id, sesi.tahun)):
                self._jendela.beritahu(f"Dokumen tahun {sesi.tahun} sudah dibuat.", "urungkan")

    def hapus_tahun(self) -> None:
        """Delete the document of the year that is looked at, once asked; the bin keeps it."""
        from iki_desktop.ui.tanya_hapus import boleh_hapus  # noqa: PLC0415  (start-up)

        if (sesi := self._jendela.sesi) is None or (dokumen := sesi.dokumen_aktif()) is None:
            return
        if boleh_hapus(sesi.arsip, dokumen.id, self._jendela) and sesi.berhasil(
            lambda: sesi.workspace.hapus(dokumen.id)
        ):
            self._jendela.beritahu(
                f"Dokumen tahun {dokumen.tahun} dihapus; tersimpan di Tempat sampah.", "urungkan"
            )
