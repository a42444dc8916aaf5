"""The two ways of entry sheets: out of the window as files, and back into the file as one edit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from iki_desktop.core.errors import IkiError
from iki_desktop.core.progress import Progress
from iki_desktop.export.berkas_isian import nama_lembar_isian, tulis_berkas_isian, tulis_satu_isian
from iki_desktop.ui.cetakan import Cetakan
from iki_desktop.ui.lembar_isian.pilihan import PesananLembar, PilihLembar
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tugas import BilahTugas, Tugas
from iki_desktop.ui.tujuan import tanya_tujuan

if TYPE_CHECKING:
    from iki_desktop.core.records import Jabatan
    from iki_desktop.core.snapshot import Snapshot
    from iki_desktop.ui.pencetakan import Pencetakan

__all__ = ["PelakuLembar"]

_BUKU = "Buku kerja Excel (*.xlsx *.xlsm)"
_JUDUL = "Lembar isian"


class PelakuLembar(QObject):
    """Asks, lets a worker write, and says how it ended; files go where ``cetak`` put the last one."""

    def __init__(
        self, sesi: Sesi, cetak: Pencetakan, pesan: BilahPesan, tugas: BilahTugas, induk: QWidget
    ) -> None:
        super().__init__(cetak)
        self._sesi = sesi
        self._cetak = cetak
        self._pesan = pesan
        self._tugas = tugas
        self._jendela = induk

    # --- out ----------------------------------------------------------------------------------

    def bagikan(self) -> None:
        """Ask which sheets, where to, and write them."""
        dialog = PilihLembar(self._sesi, self._jendela, semua=self._cetak.seluruh_kantor)
        if not dialog.exec():
            return
        pesanan = dialog.pesanan()
        if pesanan.terpisah:
            folder = QFileDialog.getExistingDirectory(
                self._jendela, "Folder untuk lembar isian", str(self._cetak.folder)
            )
            if folder:
                self.tulis_semua(pesanan, Path(folder))
            return
        usulan = self._cetak.folder / self._usulan(pesanan)
        tujuan = tanya_tujuan(self._jendela, f"Simpan {_JUDUL.lower()}", usulan, _JUDUL)
        if tujuan is not None:
            self.tulis_satu(pesanan, tujuan)

    def tulis_satu(self, pesanan: PesananLembar, tujuan: Path) -> None:
        """Write the sheets that are asked for into one file."""
        self._cetak.kerjakan(lambda: self._cetakan(pesanan), tujuan)

    def _cetakan(self, pesanan: PesananLembar) -> Cetakan:
        snapshot = self._snapshot()

        def tulis(path: Path, progress: Progress) -> None:
            tulis_satu_isian(
                snapshot, path, triwulan=pesanan.triwulan, jabatan_id=pesanan.jabatan_id, progress=progress
            )

        return Cetakan(_JUDUL, self._usulan(pesanan), tulis)

    def _usulan(self, pesanan: PesananLembar) -> str:
        snapshot = self._snapshot()
        nama = nama_lembar_isian(snapshot, _jabatan(snapshot, pesanan.jabatan_id), pesanan.triwulan)
        return f"{nama}.{pesanan.akhiran}"

    def tulis_semua(self, pesanan: PesananLembar, folder: Path) -> None:
        """Write a file for each jabatan into a folder; those that are there stay."""
        snapshot, jadi = self._snapshot(), list[Path]()

        def tulis(progress: Progress) -> None:
            jadi.extend(
                tulis_berkas_isian(
                    snapshot, folder, akhiran=pesanan.akhiran, triwulan=pesanan.triwulan, progress=progress
                )
            )

        # Without a parent: closing the file must not take the work away under its worker.
        tugas = Tugas(tulis)
        tugas.selesai.connect(lambda: self._tawarkan(folder, len(jadi)))
        tugas.gagal.connect(
            lambda teks: self._pesan.tampilkan(
                teks, ("Coba lagi", lambda: self.tulis_semua(pesanan, folder)), penting=True
            )
        )
        tugas.dibatalkan.connect(lambda: self._pesan.tampilkan("Dibatalkan. Tidak ada berkas yang dibuat."))
        self._tugas.jalankan(tugas, f"Membuat {_JUDUL.lower()} …")

    def _tawarkan(self, folder: Path, banyak: int) -> None:
        self._cetak.tawarkan_folder(folder, f"{banyak} lembar isian sudah jadi di {folder.name}.")

    def _snapshot(self) -> Snapshot:
        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            raise IkiError(f"Belum ada dokumen tahun {self._sesi.tahun}.")
        return self._sesi.workspace.snapshot(dokumen.id)

    # --- back ---------------------------------------------------------------------------------

    def ambil(self) -> None:
        """Ask which filled sheets, show what they would change, and take them in."""
        semua, _ = QFileDialog.getOpenFileNames(
            self._jendela, "Ambil lembar isian", str(self._cetak.folder), _BUKU
        )
        if semua:
            self._cetak.folder = Path(semua[0]).parent
            self.perlihatkan([Path(satu) for satu in semua])

    def perlihatkan(self, berkas: Sequence[Path]) -> None:
        """Show what these sheets would change; they are taken in there, or not at all."""
        from iki_desktop.ui.lembar_isian.pratinjau import AmbilLembar  # noqa: PLC0415  (reading costs more)

        dialog = AmbilLembar(self._sesi, berkas, self._jendela)
        if dialog.exec():
            self._sesi.pesan.emit(dialog.kalimat, "urungkan")
        dialog.deleteLater()


def _jabatan(snapshot: Snapshot, jabatan_id: int | None) -> Jabatan | None:
    return next((j.jabatan for j in snapshot.jabatan if j.jabatan.id == jabatan_id), None)
