"""Receives the person on the first page: work that waits, a file that is not well, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from iki_desktop.core.errors import BerkasDipegangError, BerkasRusakError, IkiError
from iki_desktop.ui.cadangan.penjaga import tempat_cadangan
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.sambutan import HalamanSambutan
from iki_desktop.ui.setelan import Setelan

if TYPE_CHECKING:
    from iki_desktop.core.salinan_kerja import SalinanTertunda
    from iki_desktop.ui.sambutan_kabar import Langkah
from iki_desktop.ui.tugas import Tugas

if TYPE_CHECKING:
    from iki_desktop.core.cadangan import Cadangan
    from iki_desktop.core.salinan_kerja import SalinanTertunda
    from iki_desktop.ui.pintu import Pintu, Selamatan

__all__ = ["Penyambut"]

PULIHKAN = "Pulihkan dari cadangan …"
SELAMATKAN = "Selamatkan isinya …"


class Penyambut(QObject):
    """What the first page knows of files that are not open.

    Signals
    -------
    minta_berkas(Path)
        open this file.
    """

    minta_berkas = Signal(object)

    def __init__(
        self, pintu: Pintu, setelan: Setelan, halaman: HalamanSambutan, pesan: BilahPesan, jendela: QWidget
    ) -> None:
        super().__init__(jendela)
        self._pintu = pintu
        self._setelan = setelan
        self._halaman = halaman
        self._pesan = pesan
        self._jendela = jendela
        self._penyelamatan: Tugas | None = None
        self._nanti = QTimer(self, singleShot=True, interval=0)
        self._nanti.timeout.connect(self.kabarkan)
        halaman.minta_pulihkan.connect(self.pulihkan)

    # --- news -----------------------------------------------------------------------------

    def kabarkan_nanti(self) -> None:
        """Look once the page is painted, unless a file is opened at once."""
        self._nanti.start()

    def diam(self) -> None:
        """A file is open: there is nothing to say."""
        self._nanti.stop()
        self._halaman.tanpa_kabar()

    def kabarkan(self) -> None:
        """Tell of work that waits here, and whether the last file is gone or damaged."""
        self._halaman.tanpa_kabar()
        tertunda = self._pintu.salinan_tertunda()
        for satu in tertunda:
            self._halaman.kabar.tambah_tertunda(satu, self._langkah_tertunda(satu))
        terakhir = self._setelan.terakhir_dibuka()
        if terakhir is not None and terakhir not in {s.asal for s in tertunda}:
            self._kabarkan_terakhir(terakhir)

    def _langkah_tertunda(self, satu: SalinanTertunda) -> tuple[Langkah, ...]:
        return (
            ("Lanjutkan", lambda: self.minta_berkas.emit(satu.asal)),
            ("Tulis balik", lambda: self.tulis_balik(satu.asal)),
        )

    def _kabarkan_terakhir(self, path: Path) -> None:
        from iki_desktop.core.isi_cadangan import KeadaanAwal  # noqa: PLC0415  (not before the first paint)
        from iki_desktop.ui.sambutan_kabar import BerkasSakit  # noqa: PLC0415

        keadaan = self._pintu.keadaan(path)
        if keadaan is KeadaanAwal.ADA:
            return
        teruji = self._teruji(path)
        langkah: tuple[Langkah, ...] = ()
        if teruji is not None:
            langkah = (("Pulihkan cadangan itu …", lambda: self.pulihkan(path)),)
        self._halaman.kabar.tambah_sakit(BerkasSakit(path, keadaan, teruji), langkah)

    def _teruji(self, path: Path) -> Cadangan | None:
        """The newest backup of a file that is what was tested, byte for byte."""
        from iki_desktop.core.cadangan import Putusan  # noqa: PLC0415  (rare)

        simpanan = self._pintu.semua_cadangan(*tempat_cadangan(self._setelan))
        semua = next((s.cadangan for s in simpanan if s.asal == path), ())
        diperiksa = (self._pintu.periksa_cadangan(c) for c in semua)
        return next((c for c in diperiksa if c.putusan is Putusan.TERUJI), None)

    # --- doing ----------------------------------------------------------------------------

    def tulis_balik(self, asal: Path) -> None:
        """Write a working copy that waits back to where its file lies."""
        from iki_desktop.ui.salinan_kerja.pengurus import PengurusSalinan  # noqa: PLC0415  (rare)

        salinan = self._pintu.salinan(asal)
        if salinan is not None:
            PengurusSalinan(salinan, self._pesan, self._jendela).selesaikan()
        self.kabarkan()

    def pulihkan(self, sakit: Path | None = None) -> None:
        """Choose among all backups and open a new file made of one; ``sakit``: the file it is for."""
        from iki_desktop.ui.cadangan.pemulih import DialogPulihkan  # noqa: PLC0415  (rare)

        simpanan = self._pintu.semua_cadangan(*tempat_cadangan(self._setelan))
        folder = sakit.parent if sakit is not None else Path.home()
        dialog = DialogPulihkan(self._pintu, simpanan, folder, tujuan=sakit, induk=self._jendela)
        if dialog.exec() and dialog.berkas is not None:
            self.minta_berkas.emit(dialog.berkas)
            self._pesan.tampilkan(f"Cadangan sudah dipulihkan: {dialog.berkas.name}.")
        dialog.deleteLater()

    def selamatkan(self, rusak: Path) -> None:
        """Bring what can be had of a damaged file into a new one, and say what that is; seconds, aside."""
        if self._penyelamatan is not None:
            return
        hasil: list[Selamatan] = []
        tugas = Tugas(lambda _kemajuan: hasil.append(self._pintu.selamatkan(rusak)), self)
        tugas.selesai.connect(lambda: self._terselamatkan(rusak, hasil[0]))
        tugas.gagal.connect(lambda kalimat: self._pesan.tampilkan(kalimat, penting=True))
        for akhir in (tugas.selesai, tugas.gagal):
            akhir.connect(self._usai)
        self._penyelamatan = tugas
        self._pesan.tampilkan("Isi berkas sedang dikumpulkan. Tunggu sebentar.")
        tugas.mulai()

    def _usai(self) -> None:
        if self._penyelamatan is not None:
            self._penyelamatan.deleteLater()
            self._penyelamatan = None

    def _terselamatkan(self, rusak: Path, hasil: Selamatan) -> None:
        from iki_desktop.ui.dialog.penyelamatan import HasilPenyelamatan  # noqa: PLC0415  (rare)

        self._pesan.hide()
        dialog = HasilPenyelamatan(rusak, hasil, self._jendela)
        if dialog.exec():
            self.minta_berkas.emit(hasil.berkas)
        dialog.deleteLater()

    def langkah_gagal(self, path: Path, galat: IkiError) -> tuple[Langkah, ...]:
        """What helps where a file cannot be opened."""
        if isinstance(galat, BerkasDipegangError):
            return ()
        selamat: Langkah = (SELAMATKAN, lambda: self.selamatkan(path))
        return (*((selamat,) if isinstance(galat, BerkasRusakError) else ()), *self.langkah_pulih(path))

    def langkah_pulih(self, path: Path) -> tuple[Langkah, ...]:
        """What helps where a file cannot be opened and there are backups of it."""
        simpanan = self._pintu.semua_cadangan(*tempat_cadangan(self._setelan))
        ada = any(s.asal == path for s in simpanan)
        return ((PULIHKAN, lambda: self.pulihkan(path)),) if ada else ()
