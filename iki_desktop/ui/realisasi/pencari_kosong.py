"""The way to what is still empty: to the next empty input, or by a list of where they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iki_desktop.core.records import StatusIsian
from iki_desktop.core.triwulan import nama_periode
from iki_desktop.ui.realisasi.daftar_kosong import DaftarKosong
from iki_desktop.ui.realisasi.model import kalimat_terkunci
from iki_desktop.ui.realisasi.view import TabelRealisasi
from iki_desktop.ui.sesi import Sesi

__all__ = ["PencariKosong"]


class PencariKosong:
    """Leads through the grid; ``daftar`` is the list that drops down."""

    def __init__(self, sesi: Sesi, tabel: TabelRealisasi, induk: QWidget) -> None:
        self._sesi, self._tabel = sesi, tabel
        self.daftar = DaftarKosong(induk)
        self.daftar.dipilih.connect(self._ke)

    def berikutnya(self) -> None:
        """To the next input in which nothing is entered; else it is said why there is none."""
        self._tabel.setFocus()
        if self._tabel.ke_isian_kosong():
            return
        dokumen, triwulan = self._sesi.dokumen_aktif(), self._sesi.periode
        teks = "Semua isian di sini sudah terisi."
        if dokumen is not None and isinstance(triwulan, int):
            status = self._sesi.arsip.status_isian(dokumen.id, triwulan)
            teks = kalimat_terkunci(triwulan) if status is StatusIsian.DIKUNCI else teks
        self._sesi.pesan.emit(teks, "")

    def tampilkan(self, tombol: QWidget) -> None:
        """Drop the list below a button."""
        from iki_desktop.core.ringkasan import kekosongan  # noqa: PLC0415  (start-up)

        dokumen = self._sesi.dokumen_aktif()
        if dokumen is None:
            return
        jabatan, orang = kekosongan(self._sesi.workspace, dokumen.id, self._sesi.periode)
        if not jabatan:
            self._sesi.pesan.emit("Semua isian kantor ini sudah terisi.", "")
            return
        judul = f"Masih kosong, {nama_periode(self._sesi.periode)} {self._sesi.tahun}"
        self.daftar.tampilkan(judul, jabatan, orang, tombol.mapToGlobal(tombol.rect().bottomLeft()))

    def _ke(self, node_id: int) -> None:
        """To the first empty input of a jabatan, or of the indicator that a person answers for."""
        self._sesi.pilih(node_id)
        nomor = self._tabel.nomor_baris(node_id)
        if nomor is not None:
            self._tabel.setFocus()
            self._tabel.ke_isian_kosong(nomor)
