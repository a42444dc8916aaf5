"""What is done with the file that is open: copies, backups, evidence, exchange, the place it lies in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.errors import IkiError, ImportFileError
from iki_desktop.core.triwulan import Periode
from iki_desktop.ui.pencetakan import tunjukkan
from iki_desktop.ui.pertukaran import Tukar, ekspor_json
from iki_desktop.ui.salinan_kerja.pengurus import pilih_tempat
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tujuan import tanya_tujuan

if TYPE_CHECKING:
    from iki_desktop.ui.jendela import Jendela

__all__ = ["UrusanBerkas"]

BERKAS_JSON = "Berkas pertukaran (*.json)"


class UrusanBerkas(QObject):
    """Deeds on the open file of a window, which shows what comes of them."""

    def __init__(self, jendela: Jendela, tukar: Tukar, setelan: Setelan) -> None:
        super().__init__(jendela)
        self._jendela = jendela
        self._tukar = tukar
        self._setelan = setelan

    def simpan(self) -> None:
        """Ctrl+S from habit: everything is saved already, and that is said."""
        self._jendela.pesan.tampilkan(
            "Semua isian sudah tersimpan. Setiap perubahan langsung masuk ke berkas."
        )

    def simpan_salinan(self) -> None:
        """A verified copy of the file elsewhere."""
        if self._jendela.sesi is None or self._jendela.terbuka is None:
            return
        usulan = self._jendela.sesi.path.with_name(f"{self._jendela.sesi.path.stem} (salinan).iki")
        terbuka, tujuan = (
            self._jendela.terbuka,
            tanya_tujuan(self._jendela, "Simpan salinan", usulan, "Berkas IKI"),
        )
        if tujuan is not None and self._jendela.sesi.berhasil(lambda: terbuka.simpan_salinan(tujuan)):
            folder = ("Buka folder", lambda: tunjukkan(tujuan.parent))
            self.bawa_bukti(self._jendela.sesi.path, tujuan, f"Salinan tersimpan: {tujuan.name}.", folder)

    def bawa_bukti(
        self, asal: Path, tujuan: Path, kalimat: str, *langkah: tuple[str, Callable[[], object]]
    ) -> None:
        """The evidence goes along with a copy of the file."""
        from iki_desktop.ui.pembawa_bukti import bawa_bukti  # noqa: PLC0415  (rare)

        if self._jendela.terbuka is not None:
            lemari = self._jendela.terbuka.lemari(asal)
            bawa_bukti(
                lemari, tujuan, kalimat, *langkah, pesan=self._jendela.pesan, bilah=self._jendela.status.tugas
            )

    def bukti_tak_terpakai(self) -> None:
        """List the files of evidence that no entry names, and throw them away where that is wanted."""
        from iki_desktop.core.bukti import bukti_dipakai  # noqa: PLC0415  (rare)
        from iki_desktop.ui.dialog.bukti_lepas import BuktiLepas  # noqa: PLC0415

        if self._jendela.sesi is None or self._jendela.sesi.lemari is None:
            return
        berkas = self._jendela.sesi.lemari.tak_terpakai(list(bukti_dipakai(self._jendela.sesi.arsip.semua())))
        if not berkas:
            self._jendela.pesan.tampilkan("Semua berkas di folder bukti terpakai.")
            return
        dialog = BuktiLepas(berkas, self._jendela)
        if dialog.exec():
            self._jendela.pesan.tampilkan(f"{dialog.terbuang} berkas dipindahkan ke tempat sampah komputer.")
        dialog.deleteLater()

    def tulis_balik(self) -> None:
        """Write a working copy back to where its file lies, and go on."""
        if self._jendela.salinan is not None:
            self._jendela.salinan.tulis_sekarang()

    def balik_tempat(self) -> None:
        """Go on in a working copy on this computer, or again where the file lies."""
        if self._jendela.sesi is None:
            return
        sesi, di_sini = self._jendela.sesi, self._jendela.salinan is None
        letak = sesi.tahun, sesi.periode, sesi.pilihan
        pilih_tempat(self._setelan, sesi.path, di_sini=di_sini)
        path = sesi.path
        self._jendela.tutup_berkas()
        if self._jendela.buka(path) and self._jendela.sesi is not None:
            self._kembali_ke(*letak)
            if di_sini and self._jendela.salinan is None:
                self._jendela.pesan.tampilkan(
                    "Salinan kerja tidak dapat dibuat. Berkas dibuka di tempatnya.", penting=True
                )

    def buka_ulang(self) -> None:
        """Try again to open for editing what somebody held; else show it as it is now."""
        if (sesi := self._jendela.sesi) is None:
            return
        letak = sesi.tahun, sesi.periode, sesi.pilihan
        if not self._jendela.buka(sesi.path) or self._jendela.terbuka is None:
            return
        self._kembali_ke(*letak)
        if self._jendela.terbuka.pemegang is None:
            self._jendela.pesan.tampilkan("Berkas sekarang dapat diubah.")
        else:
            self._jendela.pesan.tampilkan("Berkas masih dibuka orang lain. Isinya sudah diperbarui.")

    def _kembali_ke(self, tahun: int, periode: Periode, pilihan: int) -> None:
        if (sesi := self._jendela.sesi) is not None:
            sesi.set_tahun(tahun)
            sesi.set_periode(periode)
            sesi.pilih(pilihan if pilihan in sesi.arsip else 0)

    def cadangan_dan_riwayat(self, halaman: int = 0) -> None:
        """Backups, what was done when and by whom, what was deleted, and the way back."""
        from iki_desktop.ui.cadangan.dialog import CadanganDanRiwayat  # noqa: PLC0415  (start-up)

        if self._jendela.penjaga is not None and self._jendela.sesi is not None:
            dialog = CadanganDanRiwayat(
                self._jendela.penjaga, self._jendela.sesi, self._jendela.pintu, self._jendela
            )
            dialog.tab.setCurrentIndex(halaman)
            if dialog.exec() and dialog.terpilih is not None:
                self._pakai_pemulihan(*dialog.terpilih)
            dialog.deleteLater()

    def _pakai_pemulihan(self, baru: Path, menggantikan: bool) -> None:
        """Open a restored file, by itself or in the place of today's, which becomes a backup first."""
        if self._jendela.terbuka is None or not menggantikan:
            self._jendela.buka(baru)
            return
        kini, gudang = self._jendela.terbuka.path, self._jendela.terbuka.gudang
        if gudang.cadangkan(Sebab.PEMULIHAN) is None:
            self._jendela.tolak(f"{gudang.keluhan} Berkas kerja tidak diganti.")
            return
        self._jendela.tutup_berkas()
        if self._jendela.pintu.salinan(kini) is not None:
            self._jendela.buka(kini)
            self._jendela.tolak("Pekerjaan belum ditulis balik. Berkas kerja tidak diganti.")
            return
        try:
            self._jendela.pintu.gantikan(baru, kini)
        except IkiError as galat:
            self._jendela.buka(kini)
            self._jendela.tolak(f"{galat} Berkas kerja tidak diganti.")
        else:
            if self._jendela.buka(kini):
                self._jendela.pesan.tampilkan(
                    "Cadangan sudah menjadi berkas kerja. Isi sebelumnya tersimpan sebagai cadangan."
                )

    def impor_json(self) -> None:
        """Take an exchange file in, as one edit that can be undone."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (start-up)

        nama, _ = QFileDialog.getOpenFileName(
            self._jendela, "Impor dari JSON", str(self._jendela.folder), BERKAS_JSON
        )
        if nama and self._jendela.sesi is not None:
            self.impor(Path(nama))

    def impor(self, sumber: Path, *, ganti: bool = False) -> None:
        """Take ``sumber`` in; what is wrong with it is shown as a list, and nothing is changed."""
        assert self._jendela.sesi is not None
        if self._jendela.penjaga is not None:
            self._jendela.penjaga.sebelum_impor()
        try:
            teks = self._tukar.impor(self._jendela.sesi.workspace, sumber, ganti=ganti)
        except ImportFileError as galat:
            from iki_desktop.ui.dialog.temuan import DaftarTemuan  # noqa: PLC0415  (rare)

            if DaftarTemuan(galat, sumber.name, self._jendela).exec() == DaftarTemuan.GANTI:
                self.impor(sumber, ganti=True)
        except IkiError as galat:
            self._jendela.tolak(str(galat))
        else:
            self._jendela.beritahu(teks, "urungkan")

    def ekspor_json(self) -> None:
        """Write the office as an exchange file."""
        if self._jendela.sesi is None:
            return
        tujuan = ekspor_json(self._jendela, self._jendela.sesi, self._tukar, self._jendela.folder)
        if tujuan is not None and self._jendela.cetak is not None:
            self._jendela.cetak.tawarkan(tujuan)
