"""Everything that leaves the window on paper: what is asked first, the worker, the notice at its end."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import Dokumen, Keputusan
from iki_desktop.keluaran import nama_lain
from iki_desktop.ui.cetakan import Cetakan, PesananLaporan, cetakan_dokumen, cetakan_laporan
from iki_desktop.ui.lembar_kerja import LembarKerja
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tugas import BilahTugas, Tugas
from iki_desktop.ui.tujuan import tanya_tujuan

if TYPE_CHECKING:
    from iki_desktop.core.snapshot import Snapshot
    from iki_desktop.ui.lembar_isian import PelakuLembar

__all__ = ["Pencetakan", "tunjukkan"]


class Pencetakan(QObject):
    """The ways to paper of one open file.  ``folder`` is where the last file went."""

    def __init__(
        self,
        sesi: Sesi,
        lembar: LembarKerja,
        *,
        pesan: BilahPesan,
        tugas: BilahTugas,
        folder: Path,
        induk: QWidget,
    ) -> None:
        super().__init__(induk)
        self._jendela = induk
        self._sesi = sesi
        self._lembar = lembar
        self._pesan = pesan
        self._tugas = tugas
        self.folder = folder
        self._lembar_isian: PelakuLembar | None = None
        lembar.minta_cetak.connect(self.cetak)
        lembar.minta_berkas.connect(self._buat_berkas)

    @property
    def seluruh_kantor(self) -> bool:
        """Whether the grid shows the whole office rather than one post."""
        return self._lembar.realisasi.seluruh_kantor

    # --- the menu ---------------------------------------------------------------------------

    def cetak(self, cara: str) -> None:
        """Print the Keputusan with its lampiran: "pdf", "docx", or "cetak" for the printer."""
        if not self._siap() or not self._tanya():
            return
        if cara == "cetak":
            self._lembar.pratinjau().cetak_ke_pencetak()
        else:
            self._simpan(lambda: self._dokumen_cetak(cara))

    def buku_kerja(self) -> None:
        """Write the workbook."""
        if self._siap():
            self._simpan(lambda: self._dokumen_cetak("xlsx"))

    def laporan(self) -> None:
        """Ask which report, and write it."""
        from iki_desktop.ui.dialog.laporan import PilihLaporan  # noqa: PLC0415  (start-up)

        if not self._siap():
            return
        dialog = PilihLaporan(self._sesi, self._jendela)
        if dialog.exec() and (pesanan := dialog.pesanan()) is not None:
            self._simpan(lambda: self._cetakan_laporan(pesanan))

    def _cetakan_laporan(self, pesanan: PesananLaporan) -> Cetakan:
        """The report, with the years before where it looks at them."""
        from iki_desktop.core.ringkasan import TAHUN_TERBANYAK  # noqa: PLC0415  (start-up)
        from iki_desktop.core.snapshot import potret_lalu  # noqa: PLC0415  (start-up)
        from iki_desktop.naskah.laporan import JENIS_LAPORAN  # noqa: PLC0415  (start-up)

        lalu: tuple[Snapshot, ...] = ()
        if JENIS_LAPORAN[pesanan.jenis].berlalu:
            lalu = potret_lalu(self._sesi.arsip, self._dokumen().id, TAHUN_TERBANYAK - 1)
        return cetakan_laporan(pesanan, self._snapshot(), lalu)

    def lembar_isian(self) -> None:
        """Hand out empty entry sheets."""
        if self._siap():
            self._pelaku_lembar().bagikan()

    def ambil_isian(self) -> None:
        """Take filled entry sheets in."""
        self._pelaku_lembar().ambil()

    def _pelaku_lembar(self) -> PelakuLembar:
        from iki_desktop.ui.lembar_isian import PelakuLembar  # noqa: PLC0415  (start-up)

        if self._lembar_isian is None:
            self._lembar_isian = PelakuLembar(self._sesi, self, self._pesan, self._tugas, self._jendela)
        return self._lembar_isian

    def _siap(self) -> bool:
        """Whether there is a document, and nobody at work; else that is said."""
        if self._sesi.dokumen_aktif() is None:
            self._pesan.tampilkan(f"Belum ada dokumen tahun {self._sesi.tahun}.")
        elif self._tugas.sibuk:
            self._pesan.tampilkan("Pembuatan berkas yang lain belum selesai. Tunggu sebentar.")
        else:
            return True
        return False

    def halaman_uji(self) -> None:
        """The page with rulers that shows whether a printer prints at 100 %."""
        self._lembar.pratinjau().halaman_uji()

    # --- what is asked first ------------------------------------------------------------------

    def _tanya(self) -> bool:
        """Date, signatory and parts; what is answered is an edit like any other."""
        from iki_desktop.ui.dialog.sebelum_cetak import SebelumCetak  # noqa: PLC0415  (start-up)

        try:
            snapshot = self._naskah()
        except IkiError as galat:
            self._pesan.tampilkan(str(galat), penting=True)
            return False
        dialog = SebelumCetak(snapshot, self._lembar.pilihan_cetak(), self._jendela)
        dialog.sebut_naskah(self._lembar.pratinjau().isi.naskah.sebutan())
        jawaban = dialog.exec()
        if jawaban == SebelumCetak.UBAH_BAGIAN:
            self._lembar.tampilkan(3)
        if jawaban != SebelumCetak.DialogCode.Accepted:
            return False
        return self._lembar.pratinjau().isi.naskah.beku() or self._pakai_jawaban(dialog.dokumen().keputusan)

    def _pakai_jawaban(self, jawaban: Keputusan | None) -> bool:
        """Date and signatory into the document; its status is not asked here."""
        dokumen = self._dokumen()
        if jawaban is None or dokumen.keputusan is None:
            return True
        keputusan = replace(jawaban, status=dokumen.keputusan.status)
        baru = replace(dokumen, keputusan=keputusan)
        return self._sesi.berhasil(
            lambda: self._sesi.workspace.ubah(baru, "ubah tanggal dan penanda tangan Keputusan")
        )

    def _dokumen(self) -> Dokumen:
        dokumen = self._sesi.dokumen_aktif()
        assert dokumen is not None
        return dokumen

    def _dokumen_cetak(self, akhiran: str) -> Cetakan:
        """Paper in the version that is chosen; the workbook is of the data as they are."""
        snapshot = self._snapshot() if akhiran == "xlsx" else self._naskah()
        return cetakan_dokumen(akhiran, snapshot, self._lembar.pilihan_cetak())

    def _naskah(self) -> Snapshot:
        """The document in the version that is to be printed; ``IkiError`` where it cannot be read."""
        return self._lembar.pratinjau().snapshot()

    def _buat_berkas(self, susun: Callable[[], Cetakan]) -> None:
        """A file that another part of the window asks for."""
        if self._siap():
            self._simpan(susun)

    def _snapshot(self) -> Snapshot:
        return self._sesi.workspace.snapshot(self._dokumen().id)

    def _simpan(self, susun: Callable[[], Cetakan]) -> None:
        cetakan = susun()
        usulan = self.folder / cetakan.usulan
        tujuan = tanya_tujuan(self._jendela, f"Simpan {cetakan.judul}", usulan, cetakan.judul)
        if tujuan is not None:
            self.kerjakan(susun, tujuan)

    # --- the work -----------------------------------------------------------------------------

    def buat(self, akhiran: str, tujuan: Path) -> None:
        """Write the document of the year, as it is now, to ``tujuan``."""
        self.kerjakan(lambda: self._dokumen_cetak(akhiran), tujuan)

    def kerjakan(self, susun: Callable[[], Cetakan], tujuan: Path) -> None:
        """Write in a worker what ``susun`` gives now; the end is a notice with the next step.

        Another try asks ``susun`` again: what was corrected in between stands on the paper.
        """
        cetakan = susun()
        # Without a parent: closing the file must not take the work away under its worker.
        tugas = Tugas(lambda kemajuan: cetakan.tulis(tujuan, kemajuan))
        tugas.selesai.connect(lambda: self.tawarkan(tujuan))
        tugas.gagal.connect(lambda teks: self._gagal(teks, susun, tujuan))
        tugas.dibatalkan.connect(lambda: self._pesan.tampilkan("Dibatalkan. Tidak ada berkas yang dibuat."))
        self._tugas.jalankan(tugas, f"Membuat {tujuan.name} …")

    def _gagal(self, teks: str, susun: Callable[[], Cetakan], tujuan: Path) -> None:
        def ulang(ke: Path) -> Callable[[], None]:
            return lambda: self.kerjakan(susun, ke)

        lain = ("Nama lain", ulang(nama_lain(tujuan)))
        if not os.access(tujuan.parent, os.W_OK):
            lain = ("Folder lain", lambda: self._simpan(susun))
        self._pesan.tampilkan(teks, ("Coba lagi", ulang(tujuan)), lain, penting=True)

    def tawarkan(self, berkas: Path) -> None:
        """Say that a file is there, and offer to open it."""
        self.folder = berkas.parent
        self._pesan.tampilkan(
            f"{berkas.name} sudah jadi.",
            ("Buka", lambda: tunjukkan(berkas)),
            ("Buka folder", lambda: tunjukkan(berkas.parent)),
        )

    def tawarkan_folder(self, folder: Path, kalimat: str) -> None:
        """Say that files are there, and offer to open their folder."""
        self.folder = folder
        self._pesan.tampilkan(kalimat, ("Buka folder", lambda: tunjukkan(folder)))


def tunjukkan(path: Path) -> None:
    """Open a file or a folder with the program that the person has for it."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415  (start-up)
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
