"""How far a quarter is: marked as done, locked, opened again; each asked where an answer is needed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iki_desktop.core.records import Dokumen, StatusIsian
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.sesi import Sesi

__all__ = ["Penguncian"]


class Penguncian:
    """The steps of the quarter that the session looks at; ``induk`` carries the questions."""

    def __init__(self, sesi: Sesi, induk: QWidget) -> None:
        self._sesi = sesi
        self._induk = induk

    def keadaan(self) -> tuple[int, StatusIsian | None]:
        """The quarter and its state; none (and 0) where a whole year is looked at, or nothing."""
        dokumen, triwulan = self._sesi.dokumen_aktif(), self._sesi.periode
        if dokumen is None or not isinstance(triwulan, int):
            return 0, None
        return triwulan, self._sesi.arsip.status_isian(dokumen.id, triwulan)

    def status(self) -> StatusIsian | None:
        """The state of the quarter; ``None`` where there is no single one."""
        return self.keadaan()[1]

    def _tempat(self) -> tuple[Dokumen, int, str] | None:
        """Document, quarter and the quarter's name; else it is said what to choose first."""
        dokumen, triwulan = self._sesi.dokumen_aktif(), self._sesi.periode
        if dokumen is None:
            self._sesi.pesan.emit(f"Belum ada dokumen tahun {self._sesi.tahun}.", "")
        elif not isinstance(triwulan, int):
            self._sesi.pesan.emit("Pilih dahulu satu triwulan di atas.", "")
        else:
            return dokumen, triwulan, f"triwulan {ROMAWI[triwulan - 1]} tahun {dokumen.tahun}"
        return None

    def balik_selesai(self) -> None:
        """From open to done and back."""
        if (tempat := self._tempat()) is None:
            return
        dokumen, triwulan, nama = tempat
        kini = self._sesi.arsip.status_isian(dokumen.id, triwulan)
        if kini is StatusIsian.DIKUNCI:
            self._sesi.pesan.emit(f"{_awal_besar(nama)} sudah dikunci.", "")
            return
        baru = StatusIsian.TERBUKA if kini is StatusIsian.SELESAI else StatusIsian.SELESAI
        self._jadikan(dokumen, triwulan, baru)

    def kunci(self) -> None:
        """Say what is still empty, and lock."""
        from iki_desktop.core.ringkasan import kekosongan  # noqa: PLC0415  (start-up)
        from iki_desktop.ui.dialog.kunci_triwulan import KunciTriwulan  # noqa: PLC0415

        if (tempat := self._tempat()) is None:
            return
        dokumen, triwulan, nama = tempat
        if self.status() is StatusIsian.DIKUNCI:
            self._sesi.pesan.emit(f"{_awal_besar(nama)} sudah dikunci.", "")
            return
        per_jabatan, _ = kekosongan(self._sesi.workspace, dokumen.id, triwulan)
        dialog = KunciTriwulan(nama, per_jabatan, self._induk)
        if dialog.exec() and self._jadikan(dokumen, triwulan, StatusIsian.DIKUNCI):
            self._sesi.pesan.emit(f"{_awal_besar(nama)} dikunci.", "")
        dialog.deleteLater()

    def buka_kembali(self) -> None:
        """Ask why, and open a locked quarter again."""
        from iki_desktop.ui.dialog.kunci_triwulan import BukaTriwulan  # noqa: PLC0415  (start-up)

        if (tempat := self._tempat()) is None:
            return
        dokumen, triwulan, nama = tempat
        if self.status() is not StatusIsian.DIKUNCI:
            self._sesi.pesan.emit(f"{_awal_besar(nama)} tidak dikunci.", "")
            return
        dialog = BukaTriwulan(nama, self._induk)
        if dialog.exec() and self._jadikan(dokumen, triwulan, StatusIsian.TERBUKA, dialog.alasan):
            self._sesi.pesan.emit(f"{_awal_besar(nama)} dibuka kembali. Alasannya tercatat di riwayat.", "")
        dialog.deleteLater()

    def _jadikan(
        self, dokumen: Dokumen, triwulan: int, status: StatusIsian, alasan: str | None = None
    ) -> bool:
        ruang = self._sesi.workspace
        return self._sesi.berhasil(lambda: ruang.set_status(dokumen.id, triwulan, status, alasan))


def _awal_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
