"""Filled sheets before they are taken in: what would change, and what is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.ambil_isian import RencanaIsian, ambil, susun_rencana
from iki_desktop.core.angka import format_angka
from iki_desktop.core.errors import IkiError
from iki_desktop.core.triwulan import daftar_triwulan, triwulan_periode
from iki_desktop.exchange.lembar_isian import baca_lembar_isian
from iki_desktop.ui.lembar_isian.tabel import TabelUsulan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, JARAK_LEBAR, huruf_judul, huruf_tebal, label_kecil, label_polos

__all__ = ["AmbilLembar"]

_BAGIAN_LAYAR = 0.9
_TERLIHAT = 6
"""Lines of findings that are seen at once above the table, at most."""

_TINGGI_BEBAS = 16_777_215
"""What Qt takes for no limit."""


class AmbilLembar(QDialog):
    """The whole of what a set of sheets would do.  After ``Accepted``, ``kalimat`` says what was done."""

    def __init__(self, sesi: Sesi, berkas: Sequence[Path], induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWindowTitle("Ambil lembar isian")
        self.kalimat = ""
        self._sesi = sesi
        self._berkas = tuple(berkas)
        self.judul = label_polos()
        self.judul.setFont(huruf_judul())
        self.ringkasan = label_kecil()
        self.peringatan = label_polos()
        self.peringatan.setFont(huruf_tebal())
        self.temuan = QPlainTextEdit(readOnly=True)
        self.temuan.setAccessibleName("Temuan di lembar isian")
        self.tabel = TabelUsulan()
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        self.tombol_ambil = QPushButton()
        self.tombol_ulang = QPushButton("Baca &ulang")
        self.tombol_salin = QPushButton("&Salin temuan")
        self._susun()
        self._rencana = self.baca()

    def _susun(self) -> None:
        kotak = QDialogButtonBox()
        kotak.addButton(self.tombol_ambil, QDialogButtonBox.ButtonRole.AcceptRole)
        for tombol in (self.tombol_ulang, self.tombol_salin):
            kotak.addButton(tombol, QDialogButtonBox.ButtonRole.ActionRole)
            tombol.setAutoDefault(False)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        kotak.accepted.connect(self.accept)
        kotak.rejected.connect(self.reject)
        self.tombol_ulang.clicked.connect(self._baca_ulang)
        self.tombol_salin.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.temuan.toPlainText())
        )
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        for bagian in (self.judul, self.ringkasan, self.peringatan, self.temuan):
            letak.addWidget(bagian)
        letak.addSpacing(JARAK)
        letak.addWidget(self.tabel, 1)
        letak.addWidget(self.penolakan)
        letak.addSpacing(JARAK_LEBAR - JARAK)
        letak.addWidget(kotak)
        self.tombol_ambil.setDefault(True)
        lebar = self.fontMetrics().averageCharWidth()
        layar = self.screen().availableGeometry().size()
        self.resize(QSize(lebar * 190, lebar * 96).boundedTo(layar * _BAGIAN_LAYAR))

    # --- reading ------------------------------------------------------------------------------

    def _baca_ulang(self) -> None:
        self._rencana = self.baca()

    def baca(self) -> RencanaIsian:
        """Read the sheets as they are now, and show what they would do."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            rencana = susun_rencana(self._sesi.arsip, baca_lembar_isian(self._berkas))
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._tampilkan(rencana)
        return rencana

    def _tampilkan(self, rencana: RencanaIsian) -> None:
        self._tolak("")
        self.judul.setText(_judul(rencana))
        self.ringkasan.setText(_ringkasan(rencana, len(self._berkas)))
        self._ingatkan(rencana)
        baris = [*map(str, rencana.temuan), *(f"Catatan: {c}" for c in rencana.catatan)]
        self.temuan.setPlainText("\n".join(baris))
        self.temuan.setVisible(bool(baris))
        self.tombol_salin.setVisible(bool(baris))
        tinggi = self.temuan.fontMetrics().lineSpacing() * (min(len(baris), _TERLIHAT) + 1) + 2 * JARAK
        self.temuan.setMaximumHeight(tinggi if rencana.usulan else _TINGGI_BEBAS)
        self.tabel.isi(rencana.usulan)
        self.tabel.setVisible(bool(rencana.usulan))
        self.tombol_ambil.setText(f"&Ambil {_banyak(len(rencana.usulan))} isian")
        self.tombol_ambil.setVisible(bool(rencana.usulan))
        self.tombol_ambil.setEnabled(rencana.dapat_diambil)

    def _ingatkan(self, rencana: RencanaIsian) -> None:
        """Last quarter's sheet, filled in once more, is easily taken for this one's."""
        ada = sorted({u.triwulan for u in rencana.usulan} - set(triwulan_periode(self._sesi.periode)))
        if ada:
            self.peringatan.setText(
                f"Ada isian untuk {daftar_triwulan(ada)}, bukan untuk triwulan yang sedang dibuka."
            )
        self.peringatan.setVisible(bool(ada))

    # --- taking -------------------------------------------------------------------------------

    def accept(self) -> None:
        """Take everything in; what the file refuses is said here, and nothing is changed."""
        if not self._rencana.dapat_diambil:
            return
        try:
            self.kalimat = ambil(self._sesi.workspace, self._rencana)
        except IkiError as galat:
            self._tolak(str(galat))
            return
        super().accept()

    def _tolak(self, teks: str) -> None:
        self.penolakan.setText(teks)
        self.penolakan.setVisible(bool(teks))


def _banyak(jumlah: int) -> str:
    return format_angka(Decimal(jumlah))


def _judul(rencana: RencanaIsian) -> str:
    if rencana.temuan:
        return f"Belum dapat diambil: ada {_banyak(len(rencana.temuan))} temuan"
    if rencana.usulan:
        return f"{_banyak(len(rencana.usulan))} isian siap diambil"
    return "Tidak ada yang berubah"


def _ringkasan(rencana: RencanaIsian, berkas: int) -> str:
    triwulan = sorted({u.triwulan for u in rencana.usulan})
    masa = f" untuk {daftar_triwulan(triwulan)}" if triwulan else ""
    kalimat = f"{_banyak(berkas)} berkas{masa}. Isian: {rencana.ringkasan}."
    return f"{kalimat} Perbaiki di Excel, simpan, lalu baca ulang." if rencana.temuan else kalimat
