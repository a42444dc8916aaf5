"""The main window: a frame around one open file.  It lays out and passes on; it decides nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.errors import IkiError
from iki_desktop.core.records import StatusIsian
from iki_desktop.core.workspace import Workspace
from iki_desktop.ui.cadangan.penjaga import Penjaga
from iki_desktop.ui.keadaan_berkas import BilahKeadaan, KeadaanBerkas
from iki_desktop.ui.lembar_kerja import LembarKerja
from iki_desktop.ui.pencetakan import Pencetakan
from iki_desktop.ui.penyambut import Penyambut
from iki_desktop.ui.pertukaran import Tukar
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.salinan_kerja.pengurus import PengurusSalinan, buka_sesuai
from iki_desktop.ui.sambutan import HalamanSambutan
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.status import BarisStatus
from iki_desktop.ui.tindakan import DAFTAR_TINDAKAN, Perlu, Tindakan
from iki_desktop.ui.urusan_berkas import UrusanBerkas
from iki_desktop.ui.urusan_kantor import UrusanKantor

if TYPE_CHECKING:
    from iki_desktop.ui.pintu import BerkasTerbuka, Pintu

__all__ = ["Jendela", "Tukar"]

KERJAKAN_DI_SINI = "Kerjakan di komputer ini"
HANYA_DIBACA = "Berkas ini hanya dibaca. Jalan keluarnya ada di pita di atas halaman."

_log = logging.getLogger(__name__)

JUDUL = "IKI Desktop"
JEDA_SIAP = 200
"""Milliseconds after opening until what the first edit needs is loaded."""
UKURAN_AWAL = (1180, 680)
_URUNGKAN = "Urungkan"
BERKAS_IKI = "Berkas IKI (*.iki)"
_SELURUH_BERKAS = ("jendela", "berkas", "kantor")
"""Whose deeds use or leave the whole file."""


class Jendela(QMainWindow):
    """One window, one file at a time."""

    def __init__(self, pintu: Pintu, tukar: Tukar, setelan: Setelan, folder: Path) -> None:
        super().__init__()
        self.pintu = pintu
        self._setelan = setelan
        self.folder = folder
        self.terbuka: BerkasTerbuka | None = None
        self.sesi: Sesi | None = None
        self.lembar: LembarKerja | None = None
        self.cetak: Pencetakan | None = None
        self.penjaga: Penjaga | None = None
        self.keadaan: KeadaanBerkas | None = None
        self.salinan: PengurusSalinan | None = None
        self.pesan = BilahPesan()
        self.status = BarisStatus()
        self.setStatusBar(self.status)
        self.berkas = UrusanBerkas(self, tukar, setelan)
        self.kantor = UrusanKantor(self)
        self._tindakan: list[tuple[Tindakan, QAction]] = []
        self._buat_menu()
        self._buat_halaman()
        self.setWindowTitle(JUDUL)
        self.resize(*UKURAN_AWAL)
        self.restoreGeometry(setelan.bita("jendela/geometri"))
        self._muat_di_layar()
        self._segarkan()
        self.penyambut.kabarkan_nanti()

    def _muat_di_layar(self) -> None:
        """Larger type, or a smaller screen than the last time, must not push the foot out of sight."""
        layar = self.screen().availableGeometry()
        judul = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        layar.setTop(layar.top() + judul)
        self.resize(self.size().boundedTo(layar.size()))
        if not layar.contains(self.geometry()):
            # Not move(), which places the title as well: the foot would be lower by its height.
            self.setGeometry(QRect(layar.topLeft(), self.size()))

    # --- layout ---------------------------------------------------------------------------

    def _buat_halaman(self) -> None:
        self.sambutan = HalamanSambutan()
        self.sambutan.minta_buka.connect(self.buka_berkas)
        self.sambutan.minta_baru.connect(self.berkas_baru)
        self.sambutan.minta_contoh.connect(self.buka_contoh)
        self.sambutan.minta_berkas.connect(self.buka)
        self.penyambut = Penyambut(self.pintu, self._setelan, self.sambutan, self.pesan, self)
        self.penyambut.minta_berkas.connect(self.buka)
        self.sambutan.tampilkan_terakhir(self._setelan.berkas_terakhir())
        self._tumpukan = QStackedWidget()
        self._tumpukan.addWidget(self.sambutan)
        pusat = QWidget()
        letak = QVBoxLayout(pusat)
        letak.setContentsMargins(0, 0, 0, 0)
        letak.setSpacing(0)
        self.bilah_keadaan = BilahKeadaan()
        letak.addWidget(self.bilah_keadaan)
        letak.addWidget(self._tumpukan, 1)
        letak.addWidget(self.pesan)
        self.setCentralWidget(pusat)

    def _buat_menu(self) -> None:
        menu: dict[str, QMenu] = {}
        terakhir = ""
        for tindakan in DAFTAR_TINDAKAN:
            if tindakan is None:
                menu[terakhir].addSeparator()
                continue
            if tindakan.menu not in menu:
                menu[tindakan.menu] = self.menuBar().addMenu(tindakan.menu)
            terakhir = tindakan.menu
            menu[terakhir].addAction(self._buat_tindakan(tindakan))
        self.menu_cetak = menu["&Cetak"]
        for satu in menu.values():
            satu.aboutToShow.connect(self._segarkan)

    def _buat_tindakan(self, tindakan: Tindakan) -> QAction:
        teks = f"{tindakan.teks}\t{tindakan.setempat}" if tindakan.setempat else tindakan.teks
        aksi = QAction(teks, self)
        if tindakan.pintasan:
            aksi.setShortcut(QKeySequence(tindakan.pintasan))
        aksi.setCheckable(tindakan.dapat_dicentang)
        aksi.triggered.connect(lambda _dicentang, t=tindakan: self._lakukan(t))
        self._tindakan.append((tindakan, aksi))
        return aksi

    def tindakan(self, perbuatan: str) -> QAction:
        """The action that does ``perbuatan``."""
        return next(a for t, a in self._tindakan if t.perbuatan == perbuatan)

    def _lakukan(self, tindakan: Tindakan) -> None:
        """Whatever is asked for: what is still being typed is taken over first.

        What a form refused stays in the form; only what uses or leaves the whole file waits for it.
        """
        siapa, bagaimana = tindakan.perbuatan.split(".")
        seluruhnya = siapa in _SELURUH_BERKAS and not bagaimana.startswith("tampilkan")
        if self.lembar is not None and not self.lembar.simpan_isian(seluruhnya=seluruhnya):
            return
        if siapa == "realisasi" and self.lembar is not None:
            self.lembar.tampilkan(0)  # what it does is seen there
        getattr(self._pelaku(siapa), bagaimana)(*tindakan.argumen)
        self._segarkan()

    def _pelaku(self, nama: str) -> object:
        if nama == "jendela":
            return self
        sendiri = nama in ("berkas", "kantor", "sesi", "lembar", "cetak")
        return getattr(self if sendiri else self.lembar, nama)

    def _segarkan(self) -> None:
        """What can be done now, and what undo would take back."""
        ada = {
            Perlu.APA_PUN: True,
            Perlu.BERKAS: self.sesi is not None,
            Perlu.SALINAN: self.salinan is not None,
            Perlu.PILIHAN: self.sesi is not None and bool(self.sesi.pilihan),
            Perlu.URUNGAN: self.sesi is not None and self.sesi.workspace.undo_text is not None,
            Perlu.ULANGAN: self.sesi is not None and self.sesi.workspace.redo_text is not None,
        }
        for tindakan, aksi in self._tindakan:
            aksi.setEnabled(ada[tindakan.perlu])
        workspace = self.sesi.workspace if self.sesi else None
        self._beri_teks("sesi.urungkan", "&Urungkan", workspace.undo_text if workspace else None)
        self._beri_teks("sesi.ulangi", "U&langi", workspace.redo_text if workspace else None)
        self.tindakan("berkas.balik_tempat").setChecked(self.salinan is not None)
        if self.lembar is not None:
            self.tindakan("pohon.balik_susunan").setChecked(self.lembar.pohon.menurut_atasan)
            realisasi = self.lembar.realisasi
            self.tindakan("realisasi.balik_cakupan").setChecked(realisasi.seluruh_kantor)
            selesai = realisasi.penguncian.status() is StatusIsian.SELESAI
            self.tindakan("realisasi.balik_selesai").setChecked(selesai)
            self.tindakan("realisasi.balik_usulan").setChecked(realisasi.pengusul.tampil)
            self.tindakan("realisasi.balik_sampai").setChecked(realisasi.model.sampai)

    def _beri_teks(self, perbuatan: str, kata: str, teks: str | None) -> None:
        self.tindakan(perbuatan).setText(f"{kata}: {teks.replace('&', '&&')}" if teks else kata)

    # --- files ----------------------------------------------------------------------------

    def buka(self, path: Path) -> bool:
        """Open a file; where it is refused, the one that is open stays."""
        try:
            self._ganti(lambda: buka_sesuai(self.pintu, self._setelan, path))
        except IkiError as galat:
            self.pesan.tampilkan(str(galat), *self.penyambut.langkah_gagal(path, galat), penting=True)
            return False
        return True

    def _ganti_berkas(self, pembuka: Callable[[], BerkasTerbuka]) -> bool:
        """Open; where that is refused, say so and keep the one that is open."""
        try:
            self._ganti(pembuka)
        except IkiError as galat:
            self.pesan.tampilkan(str(galat), penting=True)
            return False
        return True

    def _ganti(
        self, pembuka: Callable[[], BerkasTerbuka], isi: Callable[[Workspace], object] | None = None
    ) -> None:
        """Open, fill a new file where ``isi`` is given, and only then let the old one go."""
        terbuka = pembuka()
        if isi is not None:
            _isi(terbuka, isi)
        self.tutup_berkas()
        self._pasang(terbuka)

    def _pasang(self, terbuka: BerkasTerbuka) -> None:
        self.terbuka = terbuka
        self.penyambut.diam()
        self.sesi = Sesi(terbuka.workspace, terbuka.path, self, lemari=terbuka.lemari)
        self.sesi.pesan.connect(self.beritahu)
        self.sesi.ditolak.connect(self.tolak)
        self.sesi.berubah.connect(lambda _edit: self._ikuti_edit())
        self.sesi.pilihan_berubah.connect(lambda _id: self._segarkan())
        self.lembar = LembarKerja(self.sesi, self._setelan, self.menu_cetak)
        self.cetak = Pencetakan(
            self.sesi, self.lembar, pesan=self.pesan, tugas=self.status.tugas, folder=self.folder, induk=self
        )
        self.lembar.minta_tahun_baru.connect(self.kantor.tahun_baru)
        self.lembar.pohon.minta_dokumen.connect(self.kantor.mulai_tahun)
        self.lembar.pohon.minta_kecamatan.connect(self.kantor.kecamatan_baru)
        self._tumpukan.addWidget(self.lembar)
        self._tumpukan.setCurrentWidget(self.lembar)
        self.status.ikuti(self.sesi)
        self.setWindowTitle(f"{terbuka.path.name} — {JUDUL}")
        self._urus_salinan(terbuka)
        self._setelan.catat_berkas(terbuka.path)
        self._segarkan()
        self.lembar.realisasi.setFocus()
        self._jaga(terbuka, self.sesi)
        self._amati(terbuka, self.sesi)
        QTimer.singleShot(JEDA_SIAP, self, self._siapkan_tulis)

    def _jaga(self, terbuka: BerkasTerbuka, sesi: Sesi) -> None:
        """Backups by themselves, and their state at the foot of the window."""
        self.penjaga = Penjaga(terbuka, sesi, self._setelan, self)
        self.penjaga.status.connect(
            lambda teks, genting: self.status.tampilkan_cadangan(teks, genting=genting)
        )
        self.penjaga.gagal_menutup.connect(self.tolak)
        self.penjaga.letak_rawan.connect(
            lambda teks: self.pesan.tampilkan(
                teks, (KERJAKAN_DI_SINI, self.berkas.balik_tempat), penting=True
            )
        )

    def _urus_salinan(self, terbuka: BerkasTerbuka) -> None:
        """Where this is a working copy, say so at the foot and write it back in time."""
        self.salinan = None
        if terbuka.salinan is not None:
            self.salinan = PengurusSalinan(terbuka.salinan, self.pesan, self)
            self.salinan.berpindah.connect(self._ikuti_perpindahan)
            self.salinan.sambut()
        self.status.sebut_salinan(salinan=self.salinan is not None)

    def _amati(self, terbuka: BerkasTerbuka, sesi: Sesi) -> None:
        """Say where the file is held by somebody, can only be read, or fails."""
        self.keadaan = KeadaanBerkas(terbuka, sesi, self.bilah_keadaan, self.folder, self)
        self._tandai_dibaca(dibaca=terbuka.baca_saja)
        self.keadaan.minta_buka.connect(self.berkas.buka_ulang)
        self.keadaan.berpindah.connect(self._ikuti_perpindahan)

    def _tandai_dibaca(self, *, dibaca: bool) -> None:
        """A file that is only read is called so at the foot, and by the grid at the first key."""
        self.status.set_baca_saja(dibaca)
        if self.lembar is not None:
            self.lembar.realisasi.tabel.hanya_dibaca = HANYA_DIBACA if dibaca else ""

    def _ikuti_perpindahan(self, path: Path) -> None:
        """From now on the window works in a copy of what it showed."""
        asal = path
        if self.sesi is not None:
            asal, self.sesi.path = self.sesi.path, path
            self._tandai_dibaca(dibaca=False)
        self.folder = path.parent
        self.setWindowTitle(f"{path.name} — {JUDUL}")
        self._setelan.catat_berkas(path)
        self.berkas.bawa_bukti(asal, path, f"Pekerjaan dilanjutkan di salinan: {path.name}.")

    def _siapkan_tulis(self) -> None:
        """After the first paint: the first entry shall be as quick as those after it."""
        if self.terbuka is not None:
            self.terbuka.siapkan_tulis()

    def tutup_berkas(self) -> None:
        """Close the open file; everything in it is on the disk already."""
        if self.lembar is None or self.sesi is None or self.terbuka is None:
            return
        self.lembar.simpan_isian()
        self.lembar.ingat()
        self.sesi.tutup()
        self.status.lepas()
        self._tumpukan.removeWidget(self.lembar)
        self.lembar.deleteLater()
        self.sesi.deleteLater()
        if self.penjaga is not None:
            self.penjaga.tutup()
        if self.keadaan is not None:
            self.keadaan.tutup()
        self.terbuka.tutup()
        salinan, self.salinan = self.salinan, None
        if self.cetak is not None:
            self.folder = self.cetak.folder
            self.cetak.deleteLater()
        self.lembar = self.sesi = self.terbuka = self.cetak = self.penjaga = self.keadaan = None
        self.setWindowTitle(JUDUL)
        self.sambutan.tampilkan_terakhir(self._setelan.berkas_terakhir())
        self._tumpukan.setCurrentWidget(self.sambutan)
        self._segarkan()
        if salinan is not None:
            salinan.selesaikan()
        self.penyambut.kabarkan_nanti()

    def lepas_berkas(self) -> bool:
        """Close the file whatever state the window is in; ``False`` where refused typing is in the way."""
        try:
            if self.lembar is not None and not self.lembar.simpan_isian():
                return False
            self.tutup_berkas()
        except Exception:
            _log.exception("closing")
            if self.terbuka is not None:
                self.terbuka.tutup()
            self.lembar = self.sesi = self.terbuka = self.cetak = self.penjaga = None
        return True

    def buka_berkas(self) -> None:
        """Ask which file, and open it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (start-up)

        nama, _ = QFileDialog.getOpenFileName(self, "Buka berkas kantor", str(self.folder), BERKAS_IKI)
        if nama:
            self.folder = Path(nama).parent
            self.buka(Path(nama))

    def buka_contoh(self) -> None:
        """Open the example office."""
        if self._ganti_berkas(self.pintu.buat_contoh):
            self.pesan.tampilkan("Ini kantor contoh. Silakan mencoba apa saja di sini.")

    def berkas_baru(self) -> None:
        """The wizard, then a new file."""
        from iki_desktop.ui.dialog.kantor_baru import KantorBaru  # noqa: PLC0415  (start-up)

        KantorBaru(self.folder, lambda w: self.buat_kantor(w.berkas(), w.tulis_kerangka), self).exec()

    def buat_kantor(self, path: Path, isi: Callable[[Workspace], object]) -> None:
        """Make a file, fill it, and show it.

        Raises
        ------
        IkiError
            where it cannot be made; what is open stays open.
        """
        self._ganti(lambda: self.pintu.buat(path), isi)
        self.folder = path.parent
        if self.lembar is not None:
            self.lembar.pohon.bentangkan()  # there is little yet, and all of it is to be worked on
        langkah = "Pilih jabatan di kiri" if self._ada_jabatan() else "Tambahkan jabatan"
        self.pesan.tampilkan(f"Berkas kantor sudah dibuat. {langkah} untuk menyusunnya.")

    def _ada_jabatan(self) -> bool:
        dokumen = self.sesi.dokumen_aktif() if self.sesi is not None else None
        return dokumen is not None and self.sesi is not None and bool(self.sesi.arsip.jabatan(dokumen.id))

    # --- notices --------------------------------------------------------------------------

    def beritahu(self, teks: str, langkah: str) -> None:
        """Show a quiet notice, with the way to undo it where ``langkah`` is ``urungkan``."""
        if langkah == "urungkan" and self.sesi is not None:
            self.pesan.tampilkan(teks, (_URUNGKAN, self.sesi.urungkan))
        else:
            self.pesan.tampilkan(teks)

    def _ikuti_edit(self) -> None:
        """An offer to undo is for the last edit; after another one it would take that back."""
        self.pesan.cabut(_URUNGKAN)
        self._segarkan()

    def tolak(self, teks: str) -> None:
        """Show a refusal, which stays until it is read."""
        self.pesan.tampilkan(teks, penting=True)

    # --- help and end ---------------------------------------------------------------------

    def tampilkan_pintasan(self) -> None:
        """The list of keys."""
        from iki_desktop.ui.dialog.keterangan import DaftarPintasan  # noqa: PLC0415  (start-up)

        DaftarPintasan(self).exec()

    def tampilkan_tentang(self) -> None:
        """Version and licences."""
        from iki_desktop.ui.dialog.keterangan import Tentang  # noqa: PLC0415  (start-up)

        Tentang(self).exec()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, here as in dialogs."""
        tombol = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and isinstance(tombol, QPushButton | QToolButton):
            tombol.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is being typed, remember the looks, release the file."""
        dibaca = self.keadaan is not None and self.keadaan.baca_saja
        if self.lembar is not None and not self.lembar.simpan_isian() and not dibaca:
            event.ignore()
            return
        if self.isVisible():
            self._setelan.simpan("jendela/geometri", self.saveGeometry())
        self.tutup_berkas()
        event.accept()


def _isi(terbuka: BerkasTerbuka, isi: Callable[[Workspace], object]) -> None:
    try:
        isi(terbuka.workspace)
    except IkiError:
        terbuka.tutup()
        raise
